package main

import (
	"errors"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Where the better coast begins and ends, and where Ukraine's land border does:
// nodes of Natural Earth, which are found by nearness.
var (
	coastFrom   = orb.Point{28.578, 43.741} // Romania and Bulgaria at the Black Sea
	coastTo     = orb.Point{39.986, 43.389} // Russia and Georgia at the Black Sea
	borderFrom  = orb.Point{38.217, 47.103} // Ukraine and Russia at the Sea of Azov
	borderTo    = orb.Point{29.659, 45.216} // Ukraine and Romania at the Danube's mouth
	borderCoast = orb.Point{38.234, 47.115} // where the Digital Chart's border meets the sea
	henichesk   = orb.Point{34.82, 46.17}   // the strait that joins the Syvash to the sea
	blackSea    = orb.Bound{Min: orb.Point{27, 43}, Max: orb.Point{42, 48}}
)

// improve makes g.exact.
func (g *ground) improve(dcw string) error {
	g.exact = &topology{units: g.coarse.units, rings: g.coarse.rings, arcs: slices.Clone(g.coarse.arcs)}
	shores, err := readShorelines(g.work, g.gshhg, func(level int, _ float64, p orb.Point) bool {
		return level == 1 && blackSea.Contains(p)
	})
	if err != nil {
		return err
	}
	var coast track
	for _, s := range shores {
		if s.level == 1 && len(s.ring) > len(coast) {
			coast = s.ring
		}
	}
	coast, lagoon, err := closeStrait(coast, henichesk, 500)
	if err != nil {
		return err
	}
	g.lagoons = append(g.lagoons, lagoon)

	chart, err := openNetCDF(g.work, dcw+"/usr/share/gmt-dcw/dcw-gmt.nc")
	if err != nil {
		return err
	}
	outlines, err := readDCW(chart, "UA")
	if err != nil {
		return err
	}
	var border track
	for _, r := range outlines {
		if len(r) > len(border) {
			border = slices.Compact(r)
		}
	}
	slices.Reverse(border) // land on the left, as everywhere here
	for i, p := range border {
		if distance(p, borderCoast) < 1e-3 { // begin where the land border begins
			border = slices.Concat(border[i:], border[:i])
			break
		}
	}

	r := &replacement{t: g.coarse, nodes: map[orb.Point]orb.Point{}, lines: map[int][]orb.Point{}}
	shore, err := g.stretch(coastFrom, coastTo, func(int) bool { return true })
	if err != nil {
		return err
	}
	fixed := map[orb.Point]orb.Point{}
	for _, f := range shore {
		if p := g.coarse.line(f)[0]; distance(p, borderFrom) < 0.01 {
			fixed[p] = borderCoast
		}
	}
	if err := r.chain(shore, coast, 0.15, fixed); err != nil {
		return err
	}
	land, err := g.stretch(borderFrom, borderTo, func(u int) bool { return g.coarse.units[u].country == "UA" })
	if err != nil {
		return err
	}
	if err := r.chain(land, border, 0.1, fixed); err != nil {
		return err
	}
	r.t = g.exact
	r.apply()
	r.untangle()
	g.moved = make([]bool, len(g.exact.arcs))
	for i := range g.moved {
		g.moved[i] = !slices.Equal(g.exact.arcs[i].points, g.coarse.arcs[i].points)
	}
	g.replaceIslands(shores, coast)
	return nil
}

// stretch is the part of an outline from the node near one point to the node near
// another.
func (g *ground) stretch(from, to orb.Point, in func(unit int) bool) ([]ref, error) {
	for _, ring := range g.coarse.outline(in) {
		start := slices.IndexFunc(ring, func(f ref) bool { return distance(g.coarse.line(f)[0], from) < 0.01 })
		if start < 0 {
			continue
		}
		ring = slices.Concat(ring[start:], ring[:start])
		end := slices.IndexFunc(ring, func(f ref) bool {
			line := g.coarse.line(f)
			return distance(line[len(line)-1], to) < 0.01
		})
		if end >= 0 {
			return ring[:end+1], nil
		}
	}
	return nil, errors.New("there is no such stretch of coast or border in Natural Earth any more")
}

// replaceIslands drops Natural Earth's islands along the better coast and takes
// those of GSHHG. An island belongs to the unit whose coast is nearest.
func (g *ground) replaceIslands(shores []shoreline, coast track) {
	along := func(p orb.Point) bool { // along the stretch that was replaced
		return blackSea.Contains(p) && p[0] > 28.6 && p[0] < 40 && p[1] > 43.3 && p[1] < 47.6
	}
	for i := range g.exact.arcs {
		a := &g.exact.arcs[i]
		if a.coast() && a.closed() && along(a.points[0]) {
			a.points = nil
		}
	}
	nearest := func(p orb.Point) int {
		unit, least := -1, math.Inf(1)
		for i := range g.exact.arcs {
			a := &g.exact.arcs[i]
			if !a.coast() || !g.moved[i] {
				continue
			}
			for _, q := range a.points {
				if d := distance(p, q); d < least {
					unit, least = max(a.left, a.right), d
				}
			}
		}
		return unit
	}
	for _, s := range shores {
		if s.level != 1 || len(s.ring) < 4 || s.ring[0] != s.ring[len(s.ring)-1] || s.area < 0.3 || !along(s.ring[0]) {
			continue
		}
		ring := slices.Clone(s.ring)
		if ringArea(ring[:len(ring)-1]) < 0 {
			slices.Reverse(ring)
		}
		g.islands = append(g.islands, island{ring: ring, unit: nearest(ring[0])})
	}
}
