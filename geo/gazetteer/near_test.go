package gazetteer

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"contested/geo"

	"github.com/paulmach/orb"
)

// near is what Near is to be, by looking at every place.
func near(g *Gazetteer, p orb.Point, km float64) []geo.PlaceID {
	type found struct {
		id   geo.PlaceID
		away float64
		rank int32
	}
	var all []found
	for i := range g.base.number() {
		if g.base.kind(i) == geo.Settlement {
			if away := distance(p, g.base.point(i)); away <= km {
				all = append(all, found{g.base.id(i), away, g.base.rank[i]})
			}
		}
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(b.rank, a.rank), cmp.Compare(a.id, b.id))
	})
	ids := make([]geo.PlaceID, len(all))
	for i, f := range all {
		ids[i] = f.id
	}
	return ids
}

func TestNearIsAsLookingAtEveryPlace(t *testing.T) {
	g := builtIn(t)
	random := rand.New(rand.NewPCG(1, 2))
	points := []orb.Point{{37.17, 48.28}, {180, -17}, {-180, 66}, {179.99, 0}, {-179.99, 0}, {0, 90}, {0, -90}, {15, 78.2}, {-68.3, -54.8}, {0, 0}}
	for range 6 {
		points = append(points, orb.Point{random.Float64()*360 - 180, random.Float64()*180 - 90})
	}
	for _, p := range points {
		for _, km := range []float64{0.5, 60, 900} {
			var got []geo.PlaceID
			for _, q := range g.Near(p, km) {
				got = append(got, q.ID)
			}
			if want := near(g, p, km); !slices.Equal(got, want) {
				t.Errorf("%v within %v km: %d places, not %d", p, km, len(got), len(want))
			}
		}
	}
	if got := g.Near(orb.Point{37.1771, 48.2801}, 2); len(got) == 0 || got[0].ID != "gn:704422" {
		t.Errorf("in Pokrovsk: %v", got)
	}
	for _, p := range []orb.Point{{math.NaN(), 0}, {0, math.NaN()}, {200, 0}, {0, 91}, {math.Inf(1), 0}} {
		if got := g.Near(p, 10); got != nil {
			t.Errorf("%v: %v", p, got)
		}
	}
	if got := g.Near(orb.Point{0, 0}, math.NaN()); got != nil {
		t.Errorf("NaN km: %v", got)
	}
	if got := g.Near(orb.Point{0, 0}, -1); got != nil {
		t.Errorf("-1 km: %v", got)
	}
}
