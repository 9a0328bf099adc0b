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
	data []byte
}

func readIndex(data []byte) (*index, error) {
	r, err := open(data, kindIndex)
	if err != nil {
		return nil, err
	}
	x := &index{parts: int(r.uvarint() & math.MaxInt32)}
	for _, b := range []*packed{&x.regions, &x.labels, &x.near} {
		b.raw = int(r.uvarint() & math.MaxInt32)
		b.data = r.bytes(r.count(1))
		if r.bad || b.raw > maxIndex {
			return nil, fmt.Errorf("%w: the index is cut short", errDamaged)
		}
	}
	return x, nil
}

// outlines decodes the regions. References to parts that do not exist are an
// error.
func (x *index) outlines() ([]RegionOutline, error) {
	raw, err := unpack(x.regions.data, x.regions.raw)
	if err != nil {
		return nil, err
	}
	r := &reader{b: raw, text: string(raw)}
	out := make([]RegionOutline, r.count(7))
	for i := range out {
		g := &out[i]
		g.ID, g.Country = r.string(), r.string()
		for _, v := range []*float64{&g.Bound.MinX, &g.Bound.MinY, &g.Bound.MaxX, &g.Bound.MaxY} {
			*v = float64(r.varint()) / (1 << regionBits)
		}
		g.Rings = make([][]PartRef, r.count(2))
		var at int64
		for k := range g.Rings {
			ring := make([]PartRef, r.count(1))
			for j := range ring {
				at += r.varint()
				if at < 0 || at/2 >= int64(x.parts) {
					return nil, errDamaged
				}
				ring[j] = PartRef{int(at / 2), at&1 != 0}
			}
			g.Rings[k] = ring
		}
	}
	if r.bad || len(r.b) != 0 {
		return nil, errDamaged
	}
	return out, nil
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
