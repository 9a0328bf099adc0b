package mapview

import (
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
)

// One claim about a place far away does not shrink the first view; Home shows
// that place too.
func TestFirstViewShowsTheMainArea(t *testing.T) {
	sc := town()
	sc.Furniture = render.Furniture{}
	sc.Places = append(sc.Places, settlement("moscow", 37.62, 55.75, geo.RussianVoice))
	s := newStage(t, 640, 480, 1, sc)
	for _, y := range s.m.Symbols() {
		if y.Hit.Places[0] == "moscow" {
			t.Error("Moscow is in the first view")
		}
	}
	s.where("pokrovsk")
	s.m.Home()
	s.settle()
	s.where("moscow")
}

// Regions count only where there is no place.
func TestEverything(t *testing.T) {
	region := render.PlaceClaims{Place: geo.Place{ID: "r", Kind: geo.Region, Point: orb.Point{38, 48}, Bound: orb.Bound{Min: orb.Point{36, 47}, Max: orb.Point{39, 49}}}}
	b, ok := everything(&render.Scene{Places: []render.PlaceClaims{region}})
	if !ok || b != region.Place.Bound {
		t.Errorf("%v, %v", b, ok)
	}
	p := settlement("p", 37, 48, geo.PressVoice)
	if b, _ = everything(&render.Scene{Places: []render.PlaceClaims{region, p}}); b != p.Place.Point.Bound() {
		t.Errorf("with a place: %v", b)
	}
	if _, ok = everything(&render.Scene{}); ok {
		t.Error("an empty scene has an extent")
	}
}
