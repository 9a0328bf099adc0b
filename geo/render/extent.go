package render

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"

	"contested/geo"
)

// outlierKm is how far from the middle of a scene a place may always lie; what
// lies further is an outlier when it is also far against what the others show.
const outlierKm = 150

// Extent is the stretch of the earth that a first view of the scene shows, and
// the settlements and regions that lie outside it, in order of their ids. One
// statement about a capital a thousand kilometres away must not shrink the towns
// that everything else is about to a dot. Regions count only where nothing finer
// is claimed. ok is false for a scene without places.
func (s *Scene) Extent() (bulk orb.Bound, outside []geo.PlaceID, ok bool) {
	var points, regions []*PlaceClaims
	for i := range s.Places {
		p := &s.Places[i]
		switch p.Place.Kind {
		case geo.Region, geo.Country, geo.Sea:
			regions = append(regions, p)
		default:
			points = append(points, p)
		}
	}
	if len(points) == 0 {
		for _, p := range regions {
			b := p.Place.Bound
			if b.Min == b.Max {
				b = p.Place.Point.Bound()
			}
			if !ok {
				bulk, ok = b, true
			} else {
				bulk = bulk.Union(b)
			}
		}
		return bulk, nil, ok
	}
	middle := orb.Point{median(points, 0), median(points, 1)}
	far := make([]float64, len(points))
	for i, p := range points {
		far[i] = orbgeo.Distance(middle, p.Place.Point) / 1000
	}
	sorted := slices.Clone(far)
	slices.Sort(sorted)
	limit := max(outlierKm, 4*sorted[len(sorted)/2])
	for i, p := range points {
		switch {
		case far[i] > limit:
			outside = append(outside, p.Place.ID)
		case !ok:
			bulk, ok = p.Place.Point.Bound(), true
		default:
			bulk = bulk.Extend(p.Place.Point)
		}
	}
	for _, p := range regions {
		if !bulk.Contains(p.Place.Point) && (p.Place.Bound.Min == p.Place.Bound.Max || !p.Place.Bound.Intersects(bulk)) {
			outside = append(outside, p.Place.ID)
		}
	}
	slices.Sort(outside)
	return bulk, outside, ok
}

// median is the middle coordinate of the places, each counted as often as it has
// claims.
func median(places []*PlaceClaims, axis int) float64 {
	type weighted struct {
		at     float64
		claims int
	}
	list := make([]weighted, len(places))
	total := 0
	for i, p := range places {
		n := 0
		for _, sh := range p.Shares {
			n += sh.Claims
		}
		list[i] = weighted{p.Place.Point[axis], max(1, n)}
		total += list[i].claims
	}
	slices.SortFunc(list, func(a, b weighted) int { return cmp.Compare(a.at, b.at) })
	seen := 0
	for _, w := range list {
		seen += w.claims
		if 2*seen >= total {
			return w.at
		}
	}
	return 0
}
