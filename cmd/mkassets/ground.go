package main

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"

	"contested/geo/basemap"

	"github.com/paulmach/orb"
)

// detailed is the part of the world that is kept in full detail.
var detailed = orb.Bound{Min: orb.Point{20, 43}, Max: orb.Point{42, 53.5}}

// around is the wider surroundings: Europe, the Caucasus, the Near East.
var around = orb.Bound{Min: orb.Point{-12, 30}, Max: orb.Point{62, 61}}

// level is one level of detail. Its tolerance is under half a dp at the zoom at
// which the next one takes over.
type level struct {
	minZoom, maxZoom float64 // maxZoom 0: without end
	tolerance        float64 // world units
	bits             int
}

var (
	globe = level{0, 3, 2.5e-4, 15}
	low   = level{3, 5, 1e-4, 17}
	mid   = level{5, 7, 1.8e-5, 19}
	outer = level{5, 0, 2e-5, 19} // outside of the detailed part at every zoom from 5 on
	far   = level{5, 0, 7e-5, 18} // and far from it
	fine  = level{7, 0, 2e-7, 23} // inside of it; the tolerance is about 5 m at 48° N
)

// shoreTolerance takes the steps out of the coast of GSHHG, which follows the
// pixels of a raster of 90 m (about 70 m at 48° N).
const shoreTolerance = 2.6e-6

// least is the area of the smallest island that a level shows: 2 dp across.
func (l level) least() float64 { return 12 * l.tolerance * l.tolerance }

func init() { steps = append(steps, step{"ground", buildGround}) }

func buildGround(work, out string) error {
	g, err := newGround(work, out)
	if err != nil {
		return err
	}
	g.addLand()
	g.addLines()
	if err := g.addUrban(); err != nil {
		return err
	}
	if err := g.addWater(); err != nil {
		return err
	}
	return g.write(filepath.Join(out, "ground"))
}

// ground is the work in progress.
type ground struct {
	store
	work     string
	assets   string    // where the gazetteer is
	gshhg    string    // folder of the unpacked package
	coarse   *topology // Natural Earth as it is
	exact    *topology // with better lines around Ukraine; the same arcs
	moved    []bool    // by arc: exact differs from coarse
	lagoons  [][]orb.Point
	islands  []island
	full     map[int][]*shape // by arc: its parts in full detail, in order
	unitZoom []float64        // by unit: from where on its border is worth drawing
}

// island is land in the detailed part that Natural Earth does not have.
type island struct {
	ring  []orb.Point // first point repeated
	unit  int
	parts []*shape
}

func newGround(work, assets string) (*ground, error) {
	g := &ground{work: work, assets: assets, full: map[int][]*shape{}}
	var err error
	if g.gshhg, err = debian(work, "gmt-gshhg-full", "2.3.7-6"); err != nil {
		return nil, err
	}
	dcw, err := debian(work, "gmt-dcw", "2.1.1-1")
	if err != nil {
		return nil, err
	}
	units, err := readUnits()
	if err != nil {
		return nil, err
	}
	g.coarse = newTopology(units)
	g.unitZoom = make([]float64, len(units))
	for u := range units {
		g.unitZoom[u] = g.zoomOf(u)
	}
	if err := g.improve(dcw); err != nil {
		return nil, fmt.Errorf("joining the better coast and border: %w", err)
	}
	return g, nil
}

// zoomOf is the zoom from which on the border of a unit is drawn: when the unit
// is about 40 dp across.
func (g *ground) zoomOf(u int) float64 {
	if g.coarse.units[u].country == "UA" {
		return mid.minZoom
	}
	var sum float64
	for _, ring := range g.coarse.rings[u] {
		sum += math.Abs(area(g.ring(g.coarse, ring)))
	}
	z := math.Log2(40.0 / 256 / math.Sqrt(sum+1e-12))
	return math.Ceil(math.Min(math.Max(z, mid.minZoom+0.5), 9)*2) / 2
}

// ring is a ring in world coordinates, the first vertex not repeated.
func (g *ground) ring(t *topology, refs []ref) []basemap.Vertex {
	var out []basemap.Vertex
	for _, r := range refs {
		out = append(out, project(t.line(r))...)
	}
	return closed(out)
}

// closed drops repeated vertices.
func closed(ring []basemap.Vertex) []basemap.Vertex {
	ring = slices.Compact(ring)
	for len(ring) > 1 && ring[0] == ring[len(ring)-1] {
		ring = ring[:len(ring)-1]
	}
	return ring
}

// border is the class and the rank of an arc.
func (g *ground) border(a *arc) (basemap.Class, uint8) {
	if a.coast() {
		return basemap.Coast, 0
	}
	l, r := &g.coarse.units[a.left], &g.coarse.units[a.right]
	switch {
	case disputed(l, r):
		return basemap.CountryBorder, 1
	case l.country == r.country || sovereign(l.country) == sovereign(r.country):
		if l.country == "UA" {
			return basemap.Admin1Border, 0
		}
		return basemap.Admin1Border, 1
	}
	return basemap.CountryBorder, 0
}

// disputed reports whether a border between two units is drawn as not agreed.
func disputed(l, r *unit) bool {
	for _, p := range [][2]string{
		{"XK", "RS"}, {"EH", "MA"}, {"PS", "IL"}, {"SY", "IL"}, {"IN", "CN"},
		{"KAS", "IN"}, {"KAS", "PK"}, {"KAS", "CN"},
	} {
		if l.code == p[0] && r.code == p[1] || l.code == p[1] && r.code == p[0] {
			return true
		}
	}
	kashmir := func(u *unit) bool { return u.id == "IN-JK" || u.id == "IN-LA" }
	return kashmir(l) && r.country == "PK" || kashmir(r) && l.country == "PK"
}

func sovereign(country string) string {
	switch country {
	case "HK", "MO":
		return "CN"
	}
	return country
}

// addLines stores coasts and borders of all levels, and in g.full what regions
// are put together of.
func (g *ground) addLines() {
	for i := range g.coarse.arcs {
		a := &g.coarse.arcs[i]
		class, rank := g.border(a)
		like := shape{Feature: basemap.Feature{Class: class, Rank: rank}}
		from := mid.minZoom // of an admin-1 border: when both units are large enough
		if class == basemap.Admin1Border {
			from = math.Max(g.unitZoom[a.left], g.unitZoom[a.right])
		}
		lost := g.dropped(i)
		for _, run := range withinMap(a.points) {
			whole := project(run)
			for _, l := range []level{globe, low} {
				if class == basemap.Admin1Border && (l == globe || rank > 0) {
					continue
				}
				line := simplify(whole, l.tolerance)
				if a.closed() && math.Abs(area(closed(slices.Clone(line)))) < l.least() {
					continue
				}
				s := like
				s.minZoom, s.maxZoom, s.bits = l.minZoom, l.maxZoom, l.bits
				g.line(s, line)
			}
		}
		if lost {
			continue
		}
		for _, run := range withinMap(g.exact.arcs[i].points) {
			for _, p := range g.pieces(i, run) {
				s := like
				if p.inside && from < mid.maxZoom {
					s.minZoom, s.maxZoom, s.bits, s.derived = from, mid.maxZoom, mid.bits, g.moved[i]
					g.line(s, simplify(project(p.points), mid.tolerance))
					s = like
				}
				s.minZoom, s.bits = from, outerLevel(p.points).bits
				if p.inside {
					s.minZoom, s.bits, s.derived = math.Max(from, fine.minZoom), fine.bits, g.moved[i]
				}
				g.full[i] = append(g.full[i], g.line(s, p.simple())...)
			}
		}
	}
	for k := range g.islands {
		l := &g.islands[k]
		if line := simplify(project(l.ring), mid.tolerance); math.Abs(area(closed(slices.Clone(line)))) >= mid.least() {
			g.line(shape{Feature: basemap.Feature{Class: basemap.Coast}, minZoom: mid.minZoom, maxZoom: mid.maxZoom, bits: mid.bits, derived: true}, line)
		}
		s := shape{Feature: basemap.Feature{Class: basemap.Coast}, minZoom: fine.minZoom, bits: fine.bits, derived: true}
		l.parts = g.line(s, simplify(project(l.ring), shoreTolerance))
	}
}

// pieces is [pieces] for a line of an arc.
func (g *ground) pieces(arc int, line []orb.Point) []piece {
	out := pieces(line, detailed)
	for i := range out {
		out[i].shore = g.moved[arc] && g.coarse.arcs[arc].coast()
	}
	return out
}

// dropped reports whether an arc is an island that better data replace, or one
// that is too small to be drawn and not all there is of its unit.
func (g *ground) dropped(i int) bool {
	a := &g.coarse.arcs[i]
	if !a.closed() || !a.coast() {
		return false
	}
	if g.exact.arcs[i].points == nil {
		return true
	}
	return math.Abs(area(closed(project(a.points)))) < outerLevel(a.points).least() && len(g.coarse.rings[max(a.left, a.right)]) > 1
}

// addUrban stores built-up areas.
func (g *ground) addUrban() error {
	areas, err := readUrban()
	if err != nil {
		return err
	}
	const raster = 2.4e-5 // the outlines follow pixels of 1 km
	like := shape{Feature: basemap.Feature{Class: basemap.Urban}, bits: outer.bits}
	for _, r := range areas {
		if ringArea(r) < 0 { // holes
			continue
		}
		world := project(append(slices.Clone(r), r[0]))
		size := math.Abs(area(closed(slices.Clone(world))))
		s := like
		if detailed.Contains(r[0]) {
			if ring := closed(simplify(world, raster)); len(ring) > 3 {
				s.minZoom = fine.minZoom
				g.area(s, [][]basemap.Vertex{rounded(ring)})
			}
			s.minZoom, s.maxZoom, s.bits = mid.minZoom, mid.maxZoom, mid.bits
		} else {
			s.minZoom = mid.minZoom
		}
		rough := 3 * raster
		if !around.Contains(r[0]) {
			rough = 5 * raster
		}
		if ring := closed(simplify(world, rough)); len(ring) > 3 && size > 20*rough*rough {
			g.area(s, [][]basemap.Vertex{ring})
		}
	}
	return nil
}
