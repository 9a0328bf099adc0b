package render

import (
	"cmp"
	"math"
	"slices"

	"contested/geo"
	"contested/geo/view"
)

// Sizes of symbols, in dp at text scale 1.
const (
	symbolGap   = 6.0  // least distance between two symbols
	ringCluster = 17.0 // least radius that is kept free around a symbol
	haloWidth   = 1.5  // of paper around a symbol
)

// ringRadius is the radius of a ring by its independent origins: 1, 2–3, 4 and
// more.
var ringRadius = [3]float64{12.5, 15.5, 18.5}

// originStep is which of the three sizes a number of origins gets.
func originStep(origins int) int {
	switch {
	case origins >= 4:
		return 2
	case origins >= 2:
		return 1
	}
	return 0
}

// segment is one class's part of a ring.
type segment struct {
	class Class
	look  Look
}

// symbol is one ring on the map: a place, a cluster of places, or the ring of a
// region. Its centre lies (dx, dy) dp from a point of the world.
type symbol struct {
	kind      HitKind
	x, y      float64 // world
	dx, dy    float64 // dp
	radius    float64 // dp, without halo
	places    []int   // indices of Scene.Places; the first one is where it stands
	segments  []segment
	contested bool
	faded     bool
	vague     bool // dashed outline
	pill      *box // of its numbers on a sheet, from its point; or nil
}

// importance orders places for everything in which they compete: contested
// ones, then those with more claims, then by id.
func importance(places []PlaceClaims) []int {
	order := make([]int, len(places))
	counts := make([]int, len(places))
	for i := range places {
		order[i] = i
		for _, sh := range places[i].Shares {
			counts[i] += sh.Claims
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		p, q := &places[a], &places[b]
		if p.Contested != q.Contested {
			if p.Contested {
				return -1
			}
			return 1
		}
		if c := cmp.Compare(counts[b], counts[a]); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(p.Place.ID, q.Place.ID), cmp.Compare(a, b))
	})
	return order
}

// isRegion reports whether claims about a place concern an area with borders.
func isRegion(p *geo.Place) bool { return p.Kind == geo.Region || p.Kind == geo.Country }

// newSymbol is the ring of a single place.
func newSymbol(places []PlaceClaims, i int, scale float64) symbol {
	pc := &places[i]
	s := symbol{
		places:    []int{i},
		contested: pc.Contested,
		faded:     pc.Faded,
		vague:     pc.Precision != geo.At || pc.Place.Approx,
		radius:    ringRadius[originStep(pc.Origins)] * scale,
	}
	if isRegion(&pc.Place) {
		s.kind = RegionHit
	}
	s.x, s.y = view.World(pc.Place.Point)
	for _, sh := range pc.Shares {
		s.segments = append(s.segments, segment{min(sh.Class, MaxClasses-1), sh.Looks})
	}
	return s
}

// roster is what the layouts of a scene have in common at all zooms.
type roster struct {
	scene   *Scene
	scale   float64
	order   []int    // of Scene.Places by importance
	singles []symbol // of the places with claims that are no regions, in order; never changed
	regions []int    // of Scene.Places, in order
	taken   map[geo.PlaceID]bool
}

func newRoster(s *Scene) *roster {
	r := &roster{scene: s, scale: s.textScale(), order: importance(s.Places)}
	r.singles = make([]symbol, 0, len(r.order))
	if n := len(s.Places); n > 0 {
		r.taken = make(map[geo.PlaceID]bool, n)
	}
	for _, i := range r.order {
		switch p := &s.Places[i]; {
		case len(p.Shares) == 0:
			continue
		case isRegion(&p.Place):
			r.regions = append(r.regions, i)
		default:
			r.singles = append(r.singles, newSymbol(s.Places, i, r.scale))
		}
		r.taken[s.Places[i].Place.ID] = true
	}
	return r
}

// gather turns places into symbols that keep their distance at d dp to the world
// and at every larger scale: what would come too near to a more important place
// joins its cluster. The result is ordered by importance and does not depend on
// what part of the world is seen.
func (r *roster) gather(d float64) []symbol {
	scale, singles := r.scale, r.singles
	reach := func(s *symbol) float64 { return math.Max(s.radius, ringCluster*scale) }
	largest := math.Max(ringRadius[2], ringCluster) * scale
	cell := 2*largest + symbolGap*scale
	grid := newGrid(len(singles), cell, func(i int) (x, y float64) { return singles[i].x * d, singles[i].y * d })
	taken := make([]bool, len(singles))
	var out []symbol
	var near []int32
	for i := range singles {
		if taken[i] {
			continue
		}
		s := &singles[i]
		near = near[:0]
		x, y := s.x*d, s.y*d
		grid.near(x-cell, y-cell, x+cell, y+cell, all, func(j int32) bool {
			o := &singles[j]
			if int(j) > i && !taken[j] && math.Hypot(o.x*d-x, o.y*d-y) < reach(s)+reach(o)+symbolGap*scale {
				near = append(near, j)
			}
			return true
		})
		out = append(out, *s)
		if len(near) == 0 {
			continue
		}
		slices.Sort(near)
		c := &out[len(out)-1]
		c.own(len(near))
		for _, j := range near {
			taken[j] = true
			c.join(&singles[j])
		}
		c.kind = ClusterHit
		c.radius = reach(c)
	}
	return out
}

// own makes a symbol of the roster one that others may join, so many of them.
func (s *symbol) own(more int) {
	s.places = append(make([]int, 0, len(s.places)+more), s.places...)
	s.segments = slices.Clone(s.segments)
}

// join makes o part of the cluster s, which owns its slices. The cluster's pattern for a voice is that
// of its places where they agree; where they do not it is conflicting if any of
// them is, and else merely claimed.
func (s *symbol) join(o *symbol) {
	s.places = append(s.places, o.places...)
	s.contested = s.contested || o.contested
	s.faded = s.faded && o.faded
	s.vague = s.vague && o.vague
	for _, g := range o.segments {
		k := slices.IndexFunc(s.segments, func(h segment) bool { return h.class == g.class })
		if k < 0 {
			s.segments = append(s.segments, g)
			continue
		}
		h := &s.segments[k]
		switch {
		case h.look == g.look:
		case h.look == Conflicted || g.look == Conflicted:
			h.look = Conflicted
		default:
			h.look = Claimed
		}
	}
	if !slices.IsSortedFunc(s.segments, segmentOrder) {
		slices.SortFunc(s.segments, segmentOrder)
	}
}

func segmentOrder(a, b segment) int { return cmp.Compare(a.class, b.class) }

// ids names the places that the symbol stands for.
func (s *symbol) ids(places []PlaceClaims) []geo.PlaceID {
	out := make([]geo.PlaceID, len(s.places))
	for k, i := range s.places {
		out[k] = places[i].Place.ID
	}
	return out
}

// shows reports whether the symbol stands for a place.
func (s *symbol) shows(places []PlaceClaims, id geo.PlaceID) bool {
	return id != "" && slices.ContainsFunc(s.places, func(i int) bool { return places[i].Place.ID == id })
}
