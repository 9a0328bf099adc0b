package session

import (
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"contested/geo/basemap"
	"contested/geo/view"
)

// polygons turns the shape of a region into polygons with holes, in degrees.
// In world coordinates y runs downwards, so rings that wind clockwise as seen on
// the map have a positive area; holes wind the other way than the largest ring.
func polygons(r *basemap.Region) orb.MultiPolygon {
	type ring struct {
		ring orb.Ring
		area float64
	}
	var rings []ring
	outer := 0.0
	for _, vs := range r.Rings {
		if len(vs) < 3 {
			continue
		}
		g := make(orb.Ring, 0, len(vs)+1)
		for _, v := range vs {
			g = append(g, view.Unworld(v.X, v.Y))
		}
		g = append(g, g[0])
		a := planar.Area(g)
		if g.Orientation() == orb.CW {
			a = -a
		}
		rings = append(rings, ring{g, a})
		if abs(a) > abs(outer) {
			outer = a
		}
	}
	var out orb.MultiPolygon
	for _, g := range rings {
		if g.area*outer > 0 {
			out = append(out, orb.Polygon{g.ring})
		}
	}
	for _, h := range rings {
		if h.area*outer > 0 {
			continue
		}
		for i := range out {
			if planar.RingContains(out[i][0], h.ring[0]) {
				out[i] = append(out[i], h.ring)
				break
			}
		}
	}
	return out
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}
