package main

import (
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"contested/geo/basemap"

	"github.com/paulmach/orb"
)

// box is a ring, anticlockwise, with a vertex in the middle of each side.
func box(x0, y0, x1, y1 float64) []orb.Point {
	mx, my := (x0+x1)/2, (y0+y1)/2
	return []orb.Point{{x0, y0}, {mx, y0}, {x1, y0}, {x1, my}, {x1, y1}, {mx, y1}, {x0, y1}, {x0, my}}
}

// Two neighbours, an island, and a lake that a third unit fills.
func neighbours() *topology {
	hole := box(0.2, 0.2, 0.8, 0.8)
	slices.Reverse(hole)
	return newTopology([]unit{
		{id: "AA-1", country: "AA", rings: [][]orb.Point{box(0, 0, 1, 1), hole}},
		{id: "AA-2", country: "AA", rings: [][]orb.Point{box(1, 0, 2, 1), box(5, 5, 6, 6)}},
		{id: "BB-1", country: "BB", rings: [][]orb.Point{box(0.2, 0.2, 0.8, 0.8)}},
	})
}

func TestTopologySharesBoundaries(t *testing.T) {
	top := neighbours()
	shared, coasts := 0, 0
	for i := range top.arcs {
		if top.arcs[i].coast() {
			coasts++
		} else {
			shared++
		}
	}
	if shared != 2 || coasts != 3 {
		t.Fatalf("%d shared arcs and %d coasts, want 2 and 3", shared, coasts)
	}
	rings := func(in func(int) bool) (n int, size float64) {
		for _, refs := range top.outline(in) {
			var ring []orb.Point
			for _, r := range refs {
				ring = append(ring, top.line(r)...)
			}
			if ring[0] != ring[len(ring)-1] {
				t.Error("an outline is open")
			}
			size += ringArea(ring)
			n++
		}
		return n, size
	}
	if n, size := rings(func(int) bool { return true }); n != 2 || math.Abs(size-3) > 1e-9 {
		t.Errorf("all land has %d rings and %g square degrees, want 2 and 3", n, size)
	}
	if n, size := rings(func(u int) bool { return top.units[u].country == "AA" }); n != 3 || math.Abs(size-2.64) > 1e-9 {
		t.Errorf("AA has %d rings and %g square degrees, want 3 and 2.64", n, size)
	}
}

func TestSimplify(t *testing.T) {
	var line []basemap.Vertex
	for i := range 500 {
		x := float64(i) / 500
		line = append(line, basemap.Vertex{X: x, Y: 0.1*math.Sin(9*x) + 0.001*math.Sin(300*x)})
	}
	const tolerance = 0.005
	got := simplify(line, tolerance)
	if len(got) > 40 || got[0] != line[0] || got[len(got)-1] != line[len(line)-1] {
		t.Fatalf("%d vertices are left, from %v to %v", len(got), got[0], got[len(got)-1])
	}
	for _, v := range line {
		least := math.Inf(1)
		for i := 1; i < len(got); i++ {
			least = math.Min(least, offLine(v, got[i-1], got[i]))
		}
		if least > tolerance {
			t.Errorf("%v is %g away", v, least)
		}
	}
	island := project(append(box(0, 0, 1e-6, 1e-6), orb.Point{0, 0}))
	if got := simplify(island, 1); len(closed(got)) != 3 {
		t.Errorf("an island of nothing has %d vertices left, want a triangle", len(closed(got)))
	}
}

func TestPieces(t *testing.T) {
	b := orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{10, 10}}
	line := []orb.Point{{-2, 5}, {-1, 5}, {1, 5}, {2, 5}, {11, 5}, {12, 5}, {9, 5}}
	var whole []orb.Point
	for _, p := range pieces(line, b) {
		for _, q := range p.points[1 : len(p.points)-1] {
			if b.Contains(q) != p.inside {
				t.Errorf("%v is in the wrong piece", q)
			}
		}
		if whole == nil {
			whole = p.points[:1:1]
		} else if whole[len(whole)-1] != p.points[0] {
			t.Errorf("a piece begins at %v, the one before ends at %v", p.points[0], whole[len(whole)-1])
		}
		whole = append(whole, p.points[1:]...)
	}
	if !slices.Equal(whole, line) {
		t.Errorf("the pieces are %v", whole)
	}
	if n := len(pieces(line, b)); n != 4 {
		t.Errorf("%d pieces, want 4", n)
	}
}

func TestWithinMap(t *testing.T) {
	ring := []orb.Point{{170, 60}, {180, 61}, {180, 62}, {180, 63}, {175, 64}, {170, 60}}
	got := withinMap(ring)
	if len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 3 {
		t.Errorf("the coast is %v", got)
	}
}

func TestJoinLines(t *testing.T) {
	got := joinLines([][]orb.Point{
		{{2, 0}, {1, 0}}, {{0, 0}, {1, 0}}, {{2, 0}, {3, 1}}, // one line, pieces either way
		{{5, 5}, {6, 5}}, {{6, 5}, {5.5, 6}, {5, 5}}, // a ring
		{{9, 9}, {9, 9}},                   // nothing
		{{3, 1}, {4, 1}}, {{3, 1}, {4, 2}}, // a fork is not joined
	}, 1e-6)
	slices.SortFunc(got, func(a, b []orb.Point) int { return len(b) - len(a) })
	if len(got) != 4 || len(got[0]) != 4 || len(got[1]) != 4 || len(got[2]) != 2 {
		t.Fatalf("joined to %v", got)
	}
	if ring := got[slices.IndexFunc(got, func(l []orb.Point) bool { return l[0][0] > 4.5 })]; ring[0] != ring[len(ring)-1] {
		t.Errorf("the ring is open: %v", ring)
	}
}

func TestTrackKeepsTheOrder(t *testing.T) {
	var tr track // out along y = 0 and back along y = 0.02, as around a spit
	for i := range 100 {
		tr = append(tr, orb.Point{float64(i) / 100, 0})
	}
	for i := range 100 {
		tr = append(tr, orb.Point{1 - float64(i)/100, 0.02})
	}
	at, err := tr.along([]orb.Point{{0.2, 0.009}, {0.6, 0.012}, {0.5, 0.011}}, 0.05)
	if err != nil {
		t.Fatal(err)
	}
	// The second point is nearer to the way back, and so is the third, in order.
	if !slices.IsSorted(at) || at[0] != 20 || at[1] != 140 || at[2] != 150 {
		t.Errorf("positions %v", at)
	}
	if _, err := tr.along([]orb.Point{{3, 3}}, 0.05); err == nil {
		t.Error("a point far away has a position")
	}
}

func TestCloseStrait(t *testing.T) {
	tr := track{{0, 0}, {0.5, 0}, {0.99, 0}}
	for i := range 600 { // the shore of a lagoon with a mouth from 0.99 to 1.01
		a := float64(i) / 600 * 2 * math.Pi
		tr = append(tr, orb.Point{1 - 0.3*math.Sin(a), 0.3 - 0.3*math.Cos(a) + 0.001})
	}
	tr = append(tr, orb.Point{1.01, 0}, orb.Point{2, 0})
	coast, lagoon, err := closeStrait(tr, orb.Point{1, 0}, 500)
	if err != nil || len(coast)+len(lagoon) < len(tr) || len(lagoon) < 590 {
		t.Errorf("coast of %d and lagoon of %d vertices, %v", len(coast), len(lagoon), err)
	}
	if _, _, err := closeStrait(tr, orb.Point{2, 0}, 500); err == nil {
		t.Error("a strait is closed where there is none")
	}
}

// Cells cover what the rings cover, once but for their margins.
func TestCells(t *testing.T) {
	var ring []basemap.Vertex
	for i := range 5000 {
		a := -float64(i) / 5000 * 2 * math.Pi
		r := 0.3 + 0.02*math.Sin(40*a)
		ring = append(ring, basemap.Vertex{X: 0.5 + r*math.Cos(a), Y: 0.5 + r*math.Sin(a)})
	}
	want := math.Abs(area(ring))
	const margin = 1e-5
	var got float64
	n, most := 0, 0
	cells([][]basemap.Vertex{ring}, margin, basemap.Bound{MinX: 0.6, MinY: 0.4, MaxX: 0.7, MaxY: 0.5}, func(rings [][]basemap.Vertex, touches bool) {
		n++
		for _, r := range rings {
			got -= area(r)
			most = max(most, len(r))
		}
	})
	if n < 10 || most > cellVertices {
		t.Errorf("%d cells of up to %d vertices", n, most)
	}
	if math.Abs(got/want-1) > 0.01 {
		t.Errorf("the cells have %g of the area %g", got, want)
	}
}

func TestHilbertNeighbours(t *testing.T) {
	seen := map[uint64]bool{}
	for i := range 16 {
		for j := range 16 {
			seen[hilbert((float64(i)+0.5)/16, (float64(j)+0.5)/16)>>24] = true
		}
	}
	if len(seen) != 256 {
		t.Errorf("256 cells have %d places on the curve", len(seen))
	}
}

func TestRiversFindTheirWay(t *testing.T) {
	n := newNetwork([]waterway{
		{1, []orb.Point{{0, 0}, {1, 0}}}, {1, []orb.Point{{1, 0}, {2, 0}}}, // the river
		{3, []orb.Point{{1, 1}, {1, 0}}},    // a tributary
		{1, []orb.Point{{2.1, 0}, {3, 0}}},  // beyond a reservoir
		{4, []orb.Point{{2, 0}, {2.5, -1}}}, // another way
	})
	got := n.way([]orb.Point{{0, 0.1}, {3, 0.1}})
	slices.Sort(got)
	if !slices.Equal(got, []int{0, 1, 3}) {
		t.Errorf("the river is %v", got)
	}
}

// netcdf is a file of version 5 with one variable of two short numbers and an
// attribute.
func netcdf() []byte {
	b := []byte("CDF\x05")
	u32 := func(v uint32) { b = binary.BigEndian.AppendUint32(b, v) }
	u64 := func(v uint64) { b = binary.BigEndian.AppendUint64(b, v) }
	text := func(s string) {
		u64(uint64(len(s)))
		b = append(b, s...)
		for len(b)%4 != 0 {
			b = append(b, 0)
		}
	}
	u64(0)  // records
	u32(10) // dimensions
	u64(1)
	text("n")
	u64(2)
	u32(0) // no attributes of the file
	u64(0)
	u32(11) // variables
	u64(1)
	text("speed")
	u64(1)
	u64(0)
	u32(12)
	u64(1)
	text("min")
	u32(6)
	u64(1)
	u64(math.Float64bits(2.5))
	u32(3)
	u64(4)
	u64(uint64(len(b) + 8))
	return append(b, 0x00, 0x07, 0xff, 0xfe)
}

func TestNetCDF(t *testing.T) {
	whole := netcdf()
	n := &netCDF{data: whole, vars: map[string]netVar{}}
	if err := n.header(); err != nil {
		t.Fatal(err)
	}
	if got := n.numbers("speed"); !slices.Equal(got, []float64{7, -2}) || n.vars["speed"].attrs["min"] != 2.5 {
		t.Errorf("speed is %v, %v", got, n.vars["speed"])
	}
	for i := range whole {
		if err := (&netCDF{data: whole[:i], vars: map[string]netVar{}}).header(); err == nil {
			t.Errorf("a file that is cut to %d bytes is read", i)
		}
	}
}

// The small drawing is the one that the large one is.
func TestIcon(t *testing.T) {
	img := iconPicture(64)
	if _, _, _, a := img.At(0, 0).RGBA(); a != 0 {
		t.Error("the corner is not empty")
	}
	r, _, b, _ := img.At(32, 32).RGBA()
	if r>>8 > 0x40 || b>>8 > 0x40 {
		t.Error("the middle is not dark")
	}
	if _, _, b, _ := img.At(50, 30).RGBA(); b>>8 < 0x70 {
		t.Error("the right side is not blue")
	}
	dir := t.TempDir()
	if err := buildIcon("", dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"icon.svg", "icon-256.png", "icon-512.png"} {
		made, err := os.ReadFile(filepath.Join(dir, "icon", name))
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join("..", "..", "assets", "icon", name))
		if err != nil || !slices.Equal(made, kept) {
			t.Errorf("assets/icon/%s is not what mkassets draws: run `make assets`", name)
		}
	}
}

func TestOblastsAreCalledSo(t *testing.T) {
	for _, c := range []struct{ english, russian, country, want string }{
		{"Rostov", "Ростовская область", "RU", "Rostov Oblast"},
		{"Brest", "Брестская область", "BY", "Brest Oblast"},
		{"Jewish", "Еврейская автономная область", "RU", "Jewish Autonomous Oblast"},
		{"Krasnodar Krai", "Краснодарский край", "RU", "Krasnodar Krai"},
		{"Crimea", "Крым", "RU", "Crimea"},
		{"Donetsk Oblast", "Донецкая область", "UA", "Donetsk Oblast"},
		{"Akmola", "Акмолинская область", "KZ", "Akmola"}, // a region, in English
		{"", "Ростовская область", "RU", ""},
	} {
		if got := withOblast(c.english, c.russian, c.country); got != c.want {
			t.Errorf("%s of %s is called %q, want %q", c.russian, c.country, got, c.want)
		}
	}
}
