package gpkg

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
)

// Flags of the GeoPackage binary header (standard, clause 2.1.3).
const (
	littleEndian = 0x01
	envelopeXY   = 1 << 1
	envelopeMask = 7 << 1
	emptyFlag    = 1 << 4
	extendedFlag = 1 << 5
	headerLen    = 8
	pointLen     = headerLen + 1 + 4 + 16
)

var errGeometry = errors.New("the geometry is no GeoPackage geometry")

// EncodePoint is p as a GeoPackage geometry in WGS 84.
func EncodePoint(p orb.Point) []byte {
	b := make([]byte, pointLen)
	header(b, littleEndian)
	b[8] = 1 // little-endian WKB
	binary.LittleEndian.PutUint32(b[9:], 1)
	binary.LittleEndian.PutUint64(b[13:], math.Float64bits(p[0]))
	binary.LittleEndian.PutUint64(b[21:], math.Float64bits(p[1]))
	return b
}

// EncodeMultiPolygon is m as a GeoPackage geometry in WGS 84, with its
// envelope. It fails for a geometry that has no finite point.
func EncodeMultiPolygon(m orb.MultiPolygon) ([]byte, error) {
	var paths [][]orb.Point
	for _, polygon := range m {
		for _, ring := range polygon {
			paths = append(paths, ring)
		}
	}
	return encode(m, paths)
}

// EncodeMultiLineString is m as a GeoPackage geometry in WGS 84, with its
// envelope. It fails for a geometry that has no finite point.
func EncodeMultiLineString(m orb.MultiLineString) ([]byte, error) {
	var paths [][]orb.Point
	for _, line := range m {
		paths = append(paths, line)
	}
	return encode(m, paths)
}

func encode(g orb.Geometry, paths [][]orb.Point) ([]byte, error) {
	bound, ok := boundOf(paths)
	if !ok {
		return nil, errors.New("the geometry is empty or not finite")
	}
	body, err := wkb.Marshal(g, binary.LittleEndian)
	if err != nil {
		return nil, err
	}
	b := make([]byte, headerLen+32, headerLen+32+len(body))
	header(b, littleEndian|envelopeXY)
	for i, v := range []float64{bound.Min[0], bound.Max[0], bound.Min[1], bound.Max[1]} {
		binary.LittleEndian.PutUint64(b[headerLen+8*i:], math.Float64bits(v))
	}
	return append(b, body...), nil
}

func header(b []byte, flags byte) {
	b[0], b[1], b[2], b[3] = 'G', 'P', 0, flags
	binary.LittleEndian.PutUint32(b[4:], WGS84)
}

// boundOf is the bound of every vertex; ok is false without a vertex or with
// one that is not finite.
func boundOf(paths [][]orb.Point) (b orb.Bound, ok bool) {
	for _, path := range paths {
		for _, p := range path {
			if !finite(p) {
				return b, false
			}
			if !ok {
				b, ok = orb.Bound{Min: p, Max: p}, true
			} else {
				b = b.Extend(p)
			}
		}
	}
	return b, ok
}

func finite(p orb.Point) bool {
	return !math.IsNaN(p[0]) && !math.IsInf(p[0], 0) && !math.IsNaN(p[1]) && !math.IsInf(p[1], 0)
}

// split takes a geometry's header off. srs is its reference system.
func split(b []byte) (flags byte, srs int32, envelope, body []byte, err error) {
	if len(b) < headerLen || b[0] != 'G' || b[1] != 'P' || b[2] != 0 || b[3]&extendedFlag != 0 {
		return 0, 0, nil, nil, errGeometry
	}
	flags = b[3]
	srs = int32(order(flags&littleEndian != 0).Uint32(b[4:]))
	size := 0
	switch flags & envelopeMask >> 1 {
	case 0:
	case 1:
		size = 32
	case 2, 3:
		size = 48
	case 4:
		size = 64
	default:
		return 0, 0, nil, nil, errGeometry
	}
	if len(b) < headerLen+size+5 {
		return 0, 0, nil, nil, errGeometry
	}
	return flags, srs, b[headerLen : headerLen+size], b[headerLen+size:], nil
}

func order(little bool) binary.ByteOrder {
	if little {
		return binary.LittleEndian
	}
	return binary.BigEndian
}

// Decode reads a GeoPackage geometry of any kind but collections. The memory it
// takes is bounded by the length of b.
func Decode(b []byte) (g orb.Geometry, srs int32, err error) {
	flags, srs, _, body, err := split(b)
	if err != nil {
		return nil, 0, err
	}
	if flags&emptyFlag != 0 {
		return nil, srs, nil
	}
	if len(body) < 5 || order(body[0] == 1).Uint32(body[1:])&0xFFFFFF%1000 == 7 {
		return nil, srs, errGeometry // a collection may nest deeper than any stack
	}
	g, err = wkb.Unmarshal(body)
	if err != nil {
		return nil, srs, fmt.Errorf("%w: %w", errGeometry, err)
	}
	return g, srs, nil
}

// DecodePoint reads a point. ok is false for NULL, an empty point and whatever
// is no finite point.
func DecodePoint(b []byte) (p orb.Point, ok bool) {
	flags, _, _, body, err := split(b)
	if err != nil || flags&emptyFlag != 0 || len(body) < 21 || body[0] > 1 {
		return p, false
	}
	o := order(body[0] == 1)
	if o.Uint32(body[1:])%1000 != 1 { // a point, with or without height and measure
		return p, false
	}
	p[0] = math.Float64frombits(o.Uint64(body[5:]))
	p[1] = math.Float64frombits(o.Uint64(body[13:]))
	return p, finite(p)
}

// Envelope is the bound of a geometry, from its header if that has one.
func Envelope(b []byte) (e orb.Bound, empty bool, err error) {
	flags, _, envelope, _, err := split(b)
	if err != nil {
		return e, false, err
	}
	if flags&emptyFlag != 0 {
		return e, true, nil
	}
	if len(envelope) >= 32 {
		o := order(flags&littleEndian != 0)
		at := func(i int) float64 { return math.Float64frombits(o.Uint64(envelope[8*i:])) }
		e = orb.Bound{Min: orb.Point{at(0), at(2)}, Max: orb.Point{at(1), at(3)}}
		if !finite(e.Min) || !finite(e.Max) {
			return e, true, nil
		}
		return e, false, nil
	}
	if p, ok := DecodePoint(b); ok {
		return orb.Bound{Min: p, Max: p}, false, nil
	}
	g, _, err := Decode(b)
	if err != nil {
		return e, false, err
	}
	if g == nil {
		return e, true, nil
	}
	e = g.Bound()
	if e.IsEmpty() || !finite(e.Min) || !finite(e.Max) {
		return e, true, nil
	}
	return e, false, nil
}
