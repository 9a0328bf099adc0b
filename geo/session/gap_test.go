package session

import (
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
)

// A claim between two known places spans them; one that is denied, or between
// anything but two, spans nothing.
func TestGap(t *testing.T) {
	s := &State{places: map[geo.PlaceID]geo.Place{}}
	for i, id := range []geo.PlaceID{"a", "b", "c"} {
		s.places[id] = geo.Place{ID: id, Point: orb.Point{30 + float64(i), 50}}
	}
	claim := func(how geo.Precision, ids ...geo.PlaceID) *geo.Claim {
		c := &geo.Claim{}
		for _, id := range ids {
			c.Places = append(c.Places, geo.PlaceRef{Place: id, Precision: how})
		}
		return c
	}
	if at, g, ok := s.gap(claim(geo.Between, "a", "b", "a"), nil); !ok || at != "a" || g.To != (orb.Point{31, 50}) {
		t.Errorf("between a and b: %q, %+v, %v", at, g, ok)
	}
	denied := claim(geo.Between, "a", "b")
	denied.Polarity = geo.Negated
	for _, c := range []*geo.Claim{denied, claim(geo.Between, "a"), claim(geo.Between, "a", "a"), claim(geo.Between, "a", "unknown"), claim(geo.Between, "a", "b", "c"), claim(geo.Near, "a", "b")} {
		if at, _, ok := s.gap(c, nil); ok {
			t.Errorf("%+v spans from %s", c.Places, at)
		}
	}
}
