package basemap

import (
	"fmt"
	"math"
)

const (
	regionBits = 20 // bounds of regions
	labelBits  = 24 // places of labels
)

// nearLabels is the zoom from which on the second block of labels is needed.
const nearLabels = 8.0

// index is the file of regions and labels; its blocks are unpacked when they are
// first asked for.
type index struct {
	parts                 int
	regions, labels, near packed
}

type packed struct {
	raw  int
	data stretch
}

func readIndex(body stretch) (*index, error) {
	x := &index{}
	size, err := contents(body, func(r *reader) { x.parts = int(r.uvarint() & math.MaxInt32) })
	if err != nil {
		return nil, err
	}
	at, end := body.at+size, body.at+body.size
	for _, b := range []*packed{&x.regions, &x.labels, &x.near} {
		size, err := contents(stretch{body.in, at, end - at}, func(r *reader) {
			b.raw, b.data.size = int(r.uvarint()&math.MaxInt32), int64(r.uvarint()&math.MaxInt32)
		})
		if err != nil {
			return nil, err
		}
		b.data.in, b.data.at = body.in, at+size
		if at = b.data.at + b.data.size; at > end || b.raw > maxIndex {
			return nil, fmt.Errorf("%w: the index is cut short", errDamaged)
		}
	}
	return x, nil
}

// outlines decodes the regions but for their rings, which are skipped: yield gets
// their bytes. References to parts that do not exist are an error.
func (x *index) outlines(yield func(o RegionOutline, rings string)) error {
	raw, err := unpack(x.regions.data, x.regions.raw)
	if err != nil {
		return err
	}
	r := &reader{b: raw, text: string(raw)}
	for range r.count(7) {
		var g RegionOutline
		g.ID, g.Country = r.string(), r.string()
		for _, v := range []*float64{&g.Bound.MinX, &g.Bound.MinY, &g.Bound.MaxX, &g.Bound.MaxY} {
			*v = float64(r.varint()) / (1 << regionBits)
		}
		from := len(r.text) - len(r.b)
		if !r.rings(x.parts, func(int, PartRef) {}) {
			break
		}
		yield(g, r.text[from:len(r.text)-len(r.b)])
	}
	if r.bad || len(r.b) != 0 {
		return errDamaged
	}
	return nil
}

// rings reads the rings of a region, calling yield with the number of the ring for
// every part of it, and reports whether all is well.
func (r *reader) rings(parts int, yield func(ring int, p PartRef)) bool {
	var at int64
	for k := range r.count(2) {
		for range r.count(1) {
			at += r.varint()
			if at < 0 || at/2 >= int64(parts) {
				r.bad = true
				return false
			}
			yield(k, PartRef{int(at / 2), at&1 != 0})
		}
	}
	return !r.bad
}

// names decodes a block of labels.
func (b *packed) names() ([]Label, error) {
	raw, err := unpack(b.data, b.raw)
	if err != nil {
		return nil, err
	}
	r := &reader{b: raw, text: string(raw)}
	out := make([]Label, r.count(11))
	for i := range out {
		l := &out[i]
		kind := r.byte()
		l.Kind, l.Capital = LabelKind(kind>>1), kind&1 != 0
		l.Rank = r.byte()
		l.MinZoom = float64(r.byte()) / zoomSteps
		l.MaxZoom = math.Inf(1)
		if z := r.byte(); z != noZoomLimit {
			l.MaxZoom = float64(z) / zoomSteps
		}
		l.Population = int(r.uvarint() & math.MaxInt32)
		l.At.X = float64(r.varint()) / (1 << labelBits)
		l.At.Y = float64(r.varint()) / (1 << labelBits)
		l.ID = r.string()
		for k := range l.Names {
			l.Names[k] = r.string()
		}
		if l.Kind > SettlementLabel {
			return nil, errDamaged
		}
	}
	if r.bad || len(r.b) != 0 {
		return nil, errDamaged
	}
	return out, nil
}
