package gpkg

import (
	"math"
	"reflect"
	"testing"

	"github.com/paulmach/orb"
)

func TestGeometryRoundTrip(t *testing.T) {
	for _, p := range []orb.Point{{0, 0}, {37.1757, 48.2821}, {-180, -90}, {180, 90}, {1e-300, -1e-300}} {
		b := EncodePoint(p)
		if got, ok := DecodePoint(b); !ok || got != p {
			t.Errorf("%v came back as %v", p, got)
		}
		if g, srs, err := Decode(b); err != nil || srs != WGS84 || g != orb.Geometry(p) {
			t.Errorf("%v came back as %v, %d, %v", p, g, srs, err)
		}
		if e, empty, err := Envelope(b); err != nil || empty || e.Min != p || e.Max != p {
			t.Errorf("the envelope of %v is %v, %v, %v", p, e, empty, err)
		}
	}
	m := orb.MultiPolygon{{{{1, 1}, {3, 1}, {3, 2}, {1, 1}}, {{2, 1.2}, {2.1, 1.2}, {2, 1.3}, {2, 1.2}}}, {{{-5, -6}, {-4, -6}, {-4, -5}, {-5, -6}}}}
	b, err := EncodeMultiPolygon(m)
	ok(t, err)
	if g, srs, err := Decode(b); err != nil || srs != WGS84 || !reflect.DeepEqual(g, orb.Geometry(m)) {
		t.Errorf("%v came back as %v, %d, %v", m, g, srs, err)
	}
	if e, empty, err := Envelope(b); err != nil || empty || e != (orb.Bound{Min: orb.Point{-5, -6}, Max: orb.Point{3, 2}}) {
		t.Errorf("the envelope is %v, %v, %v", e, empty, err)
	}
	if _, ok := DecodePoint(b); ok {
		t.Error("an area was taken for a point")
	}
	for _, bad := range []orb.MultiPolygon{nil, {}, {{}}, {{{}}}, {{{{math.NaN(), 1}}}}, {{{{math.Inf(1), 1}}}}} {
		if _, err := EncodeMultiPolygon(bad); err == nil {
			t.Errorf("%v was encoded", bad)
		}
	}
}

// TestPointOfOthers reads points as other programs write them: big-endian, with
// an envelope, with height, empty.
func TestPointOfOthers(t *testing.T) {
	big := append([]byte{'G', 'P', 0, 0, 0, 0, 0x10, 0xE6, 0, 0, 0, 0, 1}, be(3, 4)...)
	withEnvelope := append(append([]byte{'G', 'P', 0, 2, 0, 0, 0x10, 0xE6}, be(3, 3, 4, 4)...), append([]byte{0, 0, 0, 0, 1}, be(3, 4)...)...)
	height := append([]byte{'G', 'P', 0, 0, 0, 0, 0x10, 0xE6, 0, 0, 0, 0x03, 0xE9}, be(3, 4, 5)...)
	for name, b := range map[string][]byte{"big-endian": big, "with an envelope": withEnvelope, "with height": height} {
		if p, ok := DecodePoint(b); !ok || p != (orb.Point{3, 4}) {
			t.Errorf("%s: %v, %v", name, p, ok)
		}
	}
	empty := append([]byte{'G', 'P', 0, 0x11, 0xE6, 0x10, 0, 0, 1, 1, 0, 0, 0}, be(math.NaN(), math.NaN())...)
	if _, ok := DecodePoint(empty); ok {
		t.Error("an empty point has a place")
	}
	if _, isEmpty, err := Envelope(empty); err != nil || !isEmpty {
		t.Errorf("an empty point: %v, %v", isEmpty, err)
	}
}

func be(values ...float64) (b []byte) {
	for _, v := range values {
		for shift := 56; shift >= 0; shift -= 8 {
			b = append(b, byte(math.Float64bits(v)>>shift))
		}
	}
	return b
}

// FuzzGeometry: whatever bytes a file has for a geometry, decoding ends without
// a panic and with memory for no more than is there; a point and an envelope
// agree.
func FuzzGeometry(f *testing.F) {
	f.Add(EncodePoint(orb.Point{37, 48}))
	m, _ := EncodeMultiPolygon(orb.MultiPolygon{{{{1, 1}, {3, 1}, {3, 2}, {1, 1}}}})
	f.Add(m)
	f.Add(m[:60])
	f.Add([]byte("GP\x00\x01\xe6\x10\x00\x00\x01\x07\x00\x00\x00\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _, _ = Decode(b)
		e, empty, err := Envelope(b)
		if p, ok := DecodePoint(b); ok && err == nil && !empty && len(b) == pointLen && e.Min != p {
			t.Errorf("the point is %v, the envelope %v", p, e)
		}
	})
}
