package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
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
			for _, p := range pieces(run, detailed) {
				if p.inside && from < mid.maxZoom && !lost {
					s := like
					s.minZoom, s.maxZoom, s.bits = from, mid.maxZoom, mid.bits
					g.line(s, simplify(project(p.points), mid.tolerance))
				}
			}
		}
		if lost {
			continue
		}
		for _, run := range withinMap(g.exact.arcs[i].points) {
			for _, p := range g.pieces(i, run) {
				s := like
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

// addLand stores the fill of the land in cells.
func (g *ground) addLand() {
	outline := g.coarse.outline(func(int) bool { return true })
	nowhere := basemap.Bound{MinX: 9, MinY: 9, MaxX: 9, MaxY: 9}
	corner := project([]orb.Point{{detailed.Min[0], detailed.Max[1]}, {detailed.Max[0], detailed.Min[1]}})
	region := basemap.Bound{MinX: corner[0].X, MinY: corner[0].Y, MaxX: corner[1].X, MaxY: corner[1].Y}

	rings := func(line func(arc int) []basemap.Vertex, least float64) (out [][]basemap.Vertex) {
		for _, refs := range outline {
			var ring []basemap.Vertex
			for _, r := range refs {
				part := slices.Clone(line(r.arc()))
				if r < 0 {
					slices.Reverse(part)
				}
				ring = append(ring, part...)
			}
			if ring = closed(ring); len(ring) > 2 && math.Abs(area(ring)) >= least {
				out = append(out, ring)
				out = append(out, beyond(ring)...)
			}
		}
		return out
	}
	land := basemap.Feature{Class: basemap.Land}
	for _, l := range []level{globe, low} {
		r := rings(func(i int) []basemap.Vertex { return simplify(project(g.coarse.arcs[i].points), l.tolerance) }, l.least())
		cells(r, l.margin(), nowhere, func(rings [][]basemap.Vertex, _ bool) {
			g.area(shape{Feature: land, minZoom: l.minZoom, maxZoom: l.maxZoom, bits: l.bits}, rings)
		})
	}
	detail := func(t *topology, exact bool) func(int) []basemap.Vertex {
		return func(i int) (line []basemap.Vertex) {
			if g.dropped(i) {
				return nil
			}
			for _, p := range g.pieces(i, t.arcs[i].points) {
				if p.inside && !exact {
					line = append(line, simplify(project(p.points), mid.tolerance)...)
				} else {
					line = append(line, p.simple()...)
				}
			}
			return line
		}
	}
	cells(rings(detail(g.coarse, false), 0), mid.margin(), region, func(rings [][]basemap.Vertex, touches bool) {
		s := shape{Feature: land, minZoom: outer.minZoom, bits: outer.bits}
		if touches {
			s.maxZoom, s.bits = mid.maxZoom, mid.bits
		}
		g.area(s, rings)
	})
	r := rings(detail(g.exact, true), 0)
	for _, l := range g.islands {
		r = append(r, closed(simplify(project(l.ring), shoreTolerance)))
	}
	cells(r, mid.margin(), region, func(rings [][]basemap.Vertex, touches bool) {
		if touches {
			g.area(shape{Feature: land, minZoom: fine.minZoom, bits: fine.bits, derived: true}, rings)
		}
	})
}

// margin is by how much cells of a level overlap their neighbours: 1 dp at the
// lowest zoom.
func (l level) margin() float64 { return 1 / (256 * math.Exp2(max(l.minZoom, 1))) }

// beyond is a ring that touches the antimeridian once more on the other side of
// the map, so that the cells there overlap their neighbours too.
func beyond(ring []basemap.Vertex) (out [][]basemap.Vertex) {
	for _, shift := range []float64{-1, 1} {
		end := (1 - shift) / 2 // 1 for what moves west, 0 for what moves east
		if slices.ContainsFunc(ring, func(v basemap.Vertex) bool { return math.Abs(v.X-end) < 1e-6 }) {
			moved := slices.Clone(ring)
			for i := range moved {
				moved[i].X += shift
			}
			out = append(out, moved)
		}
	}
	return out
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

// write stores the files.
func (g *ground) write(dir string) error {
	derived, n := g.blocks(true, 0)
	plain, n := g.blocks(false, n)
	regions, labels, err := g.regions()
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{ // parts are numbered in the order of the names
		"gmt.ground":           basemap.EncodeShapes(derived),
		"natural-earth.ground": basemap.EncodeShapes(plain),
		"index.ground":         basemap.EncodeIndex(n, regions, labels),
	} {
		if err := writeFile(filepath.Join(dir, name), data); err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%s: %d bytes\n", name, len(data))
	}
	loaded, err := basemap.Load(os.DirFS(filepath.Dir(dir)))
	if err != nil {
		return err
	}
	return loaded.Check()
}

// regions puts the shapes of units, countries and named regions together.
func (g *ground) regions() ([]basemap.RegionOutline, []basemap.Label, error) {
	var out []basemap.RegionOutline
	add := func(id, country string, rings [][]ref, in func(unit int) bool) {
		o := basemap.RegionOutline{ID: id, Country: country, Bound: basemap.Bound{MinX: 2, MinY: 2, MaxX: -1, MaxY: -1}}
		put := func(ring []basemap.PartRef, parts []*shape, against bool) []basemap.PartRef {
			parts = slices.Clone(parts)
			if against {
				slices.Reverse(parts)
			}
			for _, p := range parts {
				ring = append(ring, basemap.PartRef{Part: p.number, Against: against})
				for _, v := range p.Parts[0] {
					o.Bound.MinX, o.Bound.MaxX = min(o.Bound.MinX, v.X), max(o.Bound.MaxX, v.X)
					o.Bound.MinY, o.Bound.MaxY = min(o.Bound.MinY, v.Y), max(o.Bound.MaxY, v.Y)
				}
			}
			return ring
		}
		for _, refs := range rings {
			var ring []basemap.PartRef
			for _, r := range refs {
				ring = put(ring, g.full[r.arc()], r < 0)
			}
			if ring != nil {
				o.Rings = append(o.Rings, ring)
			}
		}
		for _, l := range g.islands {
			if in(l.unit) {
				o.Rings = append(o.Rings, put(nil, l.parts, false))
			}
		}
		if o.Rings != nil {
			// Coordinates are rounded when they are stored.
			const slack = 1e-6
			o.Bound.MinX, o.Bound.MinY = o.Bound.MinX-slack, o.Bound.MinY-slack
			o.Bound.MaxX, o.Bound.MaxY = o.Bound.MaxX+slack, o.Bound.MaxY+slack
			out = append(out, o)
		}
	}
	countries := map[string]bool{}
	for u := range g.coarse.units {
		unit := &g.coarse.units[u]
		id := ""
		if unit.id != "" {
			id = "adm:" + unit.id
		}
		add(id, unit.country, g.coarse.rings[u], func(other int) bool { return other == u })
		countries[unit.country] = true
	}
	codes := make([]string, 0, len(countries))
	for c := range countries {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	for _, c := range codes {
		in := func(u int) bool { return g.coarse.units[u].country == c }
		add("cty:"+c, "", g.coarse.outline(in), in)
	}
	for _, r := range namedRegions {
		in := func(u int) bool { return slices.Contains(r.units, g.coarse.units[u].id) }
		add(r.id, "", g.coarse.outline(in), in)
	}
	labels, err := g.labels(codes)
	return out, labels, err
}

// byImportance puts labels in the order in which they are given room.
func byImportance(labels []basemap.Label) {
	slices.SortStableFunc(labels, func(a, b basemap.Label) int {
		return cmp.Or(cmp.Compare(a.MinZoom, b.MinZoom), cmp.Compare(a.Rank, b.Rank),
			cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
}
