package render

import (
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
)

func TestExtent(t *testing.T) {
	at := func(id string, lon, lat float64, claims int) PlaceClaims {
		return PlaceClaims{Place: geo.Place{ID: geo.PlaceID(id), Point: orb.Point{lon, lat}},
			Shares: []Share{{Claims: claims}}}
	}
	region := PlaceClaims{Place: geo.Place{ID: "r", Kind: geo.Region, Point: orb.Point{37.6, 48.1}, Bound: orb.Bound{Min: orb.Point{36.5, 46.8}, Max: orb.Point{39, 49.3}}}}
	front := []PlaceClaims{at("a", 37.2, 48.3, 9), at("b", 37.6, 48.7, 4), at("c", 37.7, 48.5, 3)}

	if _, _, ok := (&Scene{}).Extent(); ok {
		t.Error("an empty scene has no extent")
	}
	b, out, ok := (&Scene{Places: append(front, region)}).Extent()
	if !ok || len(out) != 0 || b != (orb.Bound{Min: orb.Point{37.2, 48.3}, Max: orb.Point{37.7, 48.7}}) {
		t.Errorf("the towns decide where there are towns: %v, outside %v", b, out)
	}
	b, out, _ = (&Scene{Places: append(front, at("moscow", 37.6, 55.75, 1))}).Extent()
	if len(out) != 1 || out[0] != "moscow" || b.Max[1] > 49 {
		t.Errorf("a capital far away is an outlier: %v, outside %v", b, out)
	}
	// A scene about the whole continent has no outliers.
	b, out, _ = (&Scene{Places: []PlaceClaims{at("a", -3, 40, 1), at("b", 13, 52, 1), at("c", 30, 50, 1), at("d", 37, 55, 1)}}).Extent()
	if len(out) != 0 || b.Min[0] != -3 || b.Max[0] != 37 {
		t.Errorf("%v, outside %v", b, out)
	}
	b, _, ok = (&Scene{Places: []PlaceClaims{region}}).Extent()
	if !ok || b != region.Place.Bound {
		t.Errorf("a region alone is shown whole: %v", b)
	}
}
