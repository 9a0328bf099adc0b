package basemap

import (
	"encoding/binary"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"contested/assets"
	"contested/geo/view"

	"github.com/paulmach/orb"
)

var loaded = sync.OnceValues(func() (*Ground, error) { return Load(assets.FS) })

func ground(t testing.TB) *Ground {
	t.Helper()
	g, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestEverythingDecodes(t *testing.T) {
	if err := ground(t).Check(); err != nil {
		t.Fatal(err)
	}
}

// The borders of the ground are those of the United Nations.
func TestLocate(t *testing.T) {
	for _, c := range []struct {
		name            string
		at              orb.Point
		country, admin1 string
	}{
		{"Simferopol", orb.Point{34.10, 44.95}, "UA", "UA-43"},
		{"Sevastopol", orb.Point{33.55, 44.58}, "UA", "UA-40"},
		{"Kerch", orb.Point{36.45, 45.35}, "UA", "UA-43"},
		{"Donetsk", orb.Point{37.80, 48.00}, "UA", "UA-14"},
		{"Luhansk", orb.Point{39.31, 48.57}, "UA", "UA-09"},
		{"Mariupol", orb.Point{37.55, 47.11}, "UA", "UA-14"},
		{"Pokrovsk", orb.Point{37.18, 48.28}, "UA", "UA-14"},
		{"Kramatorsk", orb.Point{37.58, 48.73}, "UA", "UA-14"},
		{"Lyman", orb.Point{37.80, 48.99}, "UA", "UA-14"},
		{"Kupiansk", orb.Point{37.62, 49.71}, "UA", "UA-63"},
		{"Huliaipole", orb.Point{36.26, 47.66}, "UA", "UA-23"},
		{"Melitopol", orb.Point{35.37, 46.85}, "UA", "UA-23"},
		{"Kherson", orb.Point{32.62, 46.64}, "UA", "UA-65"},
		{"Henichesk", orb.Point{34.80, 46.18}, "UA", "UA-65"},
		{"Odesa", orb.Point{30.73, 46.47}, "UA", "UA-51"},
		{"Kyiv", orb.Point{30.52, 50.45}, "UA", "UA-30"},
		{"Uzhhorod", orb.Point{22.30, 48.62}, "UA", "UA-21"},
		{"Rostov-on-Don", orb.Point{39.70, 47.23}, "RU", "RU-ROS"},
		{"Taganrog", orb.Point{38.90, 47.22}, "RU", "RU-ROS"},
		{"Donetsk in Rostov Oblast", orb.Point{39.97, 48.34}, "RU", "RU-ROS"},
		{"Belgorod", orb.Point{36.59, 50.60}, "RU", "RU-BEL"},
		{"Taman", orb.Point{36.72, 45.21}, "RU", "RU-KDA"},
		{"Minsk", orb.Point{27.56, 53.90}, "BY", ""},
		{"Tiraspol", orb.Point{29.63, 46.84}, "MD", ""},
		{"Sukhumi", orb.Point{41.02, 43.01}, "GE", "GE-AB"},
		{"Hargeisa", orb.Point{44.06, 9.56}, "SO", ""},
		{"Kyrenia", orb.Point{33.32, 35.33}, "CY", ""},
		{"Pristina", orb.Point{21.16, 42.66}, "RS", ""},
		{"Baikonur", orb.Point{63.31, 45.62}, "KZ", ""},
		{"Washington", orb.Point{-77.04, 38.91}, "US", "US-DC"},
		{"Sea of Azov", orb.Point{36.5, 46.1}, "", ""},
		{"Black Sea", orb.Point{34, 43.5}, "", ""},
		{"Caspian Sea", orb.Point{50.5, 42}, "", ""},
	} {
		country, admin1 := ground(t).Locate(c.at)
		if country != c.country || c.admin1 != "" && admin1 != c.admin1 {
			t.Errorf("%s lies in %q %q, want %q %q", c.name, country, admin1, c.country, c.admin1)
		}
	}
}

// square kilometres of a region: Mercator areas shrunk by the cosine of the
// latitude, strip by strip along each edge (Green's theorem on the sphere).
func squareKilometres(r *Region) float64 {
	const radius = 6371.0
	var sum float64
	for _, ring := range r.Rings {
		for i, v := range ring {
			a, b := view.Unworld(v.X, v.Y), view.Unworld(ring[(i+1)%len(ring)].X, ring[(i+1)%len(ring)].Y)
			sum += (b[0] - a[0]) * math.Pi / 180 * (2 + math.Sin(a[1]*math.Pi/180) + math.Sin(b[1]*math.Pi/180))
		}
	}
	return math.Abs(sum) * radius * radius / 2
}

func TestRegions(t *testing.T) {
	// Official areas in km²; the coast, lagoons and ponds make the difference.
	for id, want := range map[string]float64{
		"cty:UA": 603_549, "adm:UA-14": 26_517, "adm:UA-09": 26_684, "reg:donbas": 53_201,
		"reg:crimea": 26_945, "adm:UA-63": 31_415, "adm:UA-23": 27_183, "adm:UA-12": 31_923,
		"cty:MD": 33_843, "cty:PL": 312_696,
	} {
		r, ok := ground(t).Region(id)
		if !ok {
			t.Errorf("there is no region %s", id)
			continue
		}
		if got := squareKilometres(r); math.Abs(got/want-1) > 0.04 {
			t.Errorf("%s has %.0f km², want about %.0f", id, got, want)
		}
		if r.Names[0] == "" || r.Names[1] == "" || r.Names[2] == "" {
			t.Errorf("%s lacks a name: %q", id, r.Names)
		}
		for _, ring := range r.Rings {
			if len(ring) < 3 || ring[0] == ring[len(ring)-1] {
				t.Errorf("%s has a ring of %d vertices that is open or repeats its first", id, len(ring))
			}
		}
	}
	if _, ok := ground(t).Region("adm:XX-1"); ok {
		t.Error("a region that does not exist is found")
	}
	donbas, _ := ground(t).Region("reg:donbas")
	x, y := view.World(orb.Point{38.6, 48.4}) // between both oblasts' middles
	if !donbas.Contains(Vertex{x, y}) {
		t.Error("Donbas has a hole")
	}
}

// The naive twin of Visit.
func visitAll(g *Ground, minX, minY, maxX, maxY, zoom float64, yield func(*Feature) bool) {
	for i := range g.blocks {
		b := &g.blocks[i]
		for k := range b.load() {
			f := &b.features[k]
			if b.shows(zoom) && f.Bound.Overlaps(Bound{minX, minY, maxX, maxY}) && !yield(f) {
				return
			}
		}
	}
}

func TestVisitFindsWhatItsNaiveTwinFinds(t *testing.T) {
	g := ground(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		zoom := 1 + r.Float64()*13
		x, y, w := r.Float64(), r.Float64(), math.Exp2(-zoom)*4
		if r.IntN(2) == 0 { // near Donetsk
			x, y = 0.605+r.Float64()*0.01, 0.345+r.Float64()*0.01
		}
		var got, want []*Feature
		g.Visit(x-w, y-w, x+w, y+w, zoom, func(f *Feature) bool { got = append(got, f); return true })
		visitAll(g, x-w, y-w, x+w, y+w, zoom, func(f *Feature) bool { want = append(want, f); return true })
		if !slices.Equal(got, want) {
			t.Fatalf("zoom %.2f at %.4f, %.4f: %d features, want %d", zoom, x, y, len(got), len(want))
		}
		if !slices.IsSortedFunc(got, func(a, b *Feature) int { return int(a.Class) - int(b.Class) }) {
			t.Fatal("features are not in painting order")
		}
	}
}

func TestVisitStops(t *testing.T) {
	n := 0
	ground(t).Visit(0, 0, 1, 1, 2, func(*Feature) bool { n++; return n < 3 })
	if n != 3 {
		t.Fatalf("yield was called %d times after it said to stop at 3", n)
	}
}

// The fill of the land and the shapes of the units come out of the same lines:
// what is land lies in a country, and cells leave no seam.
func TestLandIsWhereCountriesAre(t *testing.T) {
	g := ground(t)
	r := rand.New(rand.NewPCG(3, 4))
	for _, zoom := range []float64{7, 9} {
		wrong, n := 0, 0
		for range 3000 {
			p := orb.Point{22 + r.Float64()*18, 44 + r.Float64()*8}
			x, y := view.World(p)
			land := false
			g.Visit(x, y, x, y, zoom, func(f *Feature) bool {
				if f.Class != Land {
					return false
				}
				land = land || (&Region{Rings: f.Parts, Bound: f.Bound}).Contains(Vertex{x, y})
				return true
			})
			country, _ := g.Locate(p)
			n++
			if land != (country != "") {
				wrong++
			}
		}
		if wrong > n/500 {
			t.Errorf("zoom %.0f: at %d of %d points land and countries disagree", zoom, wrong, n)
		}
	}
}

// lineKey is all of a line as a string that maps can use.
func lineKey(p []Vertex) string {
	b := make([]byte, 0, 16*len(p))
	for _, v := range p {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v.X))
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Y))
	}
	return string(b)
}

// No border and no coast is there twice at the same zoom.
func TestLinesAreThereOnce(t *testing.T) {
	for _, zoom := range []float64{2, 4, 6, 8, 12} {
		seen := map[string]bool{}
		ground(t).Visit(0, 0, 1, 1, zoom, func(f *Feature) bool {
			if f.Class == Coast || f.Class == CountryBorder || f.Class == Admin1Border {
				for _, p := range f.Parts {
					if len(p) == 2 { // a narrow strip may well come down to one line
						continue
					}
					back := slices.Clone(p)
					slices.Reverse(back)
					if seen[lineKey(p)] || seen[lineKey(back)] {
						t.Errorf("zoom %g: a line of class %d is there twice at %v", zoom, f.Class, view.Unworld(p[0].X, p[0].Y))
					}
					seen[lineKey(p)] = true
				}
			}
			return true
		})
		if len(seen) == 0 {
			t.Errorf("no lines at zoom %g", zoom)
		}
	}
}

// A picture of a town carries no outline of a continent.
func TestAPictureIsLight(t *testing.T) {
	v := view.Viewport{Centre: orb.Point{37.55, 47.1}, Zoom: 12, Width: 1280, Height: 800, Density: 1}
	x0, y0, x1, y1 := v.WorldBound()
	n := 0
	ground(t).Visit(x0, y0, x1, y1, v.Zoom, func(f *Feature) bool {
		for _, p := range f.Parts {
			n += len(p)
		}
		return true
	})
	if n == 0 || n > 6000 {
		t.Errorf("a picture of Mariupol has %d vertices", n)
	}
}

func TestLabels(t *testing.T) {
	oblasts := map[string]bool{}
	for zoom := 1.0; zoom < 14; zoom += 0.5 {
		last := math.Inf(-1)
		ground(t).Labels(0, 0, 1, 1, zoom, func(l *Label) bool {
			if l.Names[0] == "" {
				t.Errorf("%s has no English name", l.ID)
			}
			if l.MinZoom < last || zoom < l.MinZoom || zoom >= l.MaxZoom {
				t.Errorf("%s is out of order at zoom %g", l.ID, zoom)
			}
			last = l.MinZoom
			if strings.HasPrefix(l.ID, "adm:UA-") {
				oblasts[l.ID] = true
				if l.Names[1] == "" || l.Names[2] == "" {
					t.Errorf("%s lacks a name: %q", l.ID, l.Names)
				}
			}
			return true
		})
	}
	if len(oblasts) != 27 {
		t.Errorf("%d units of Ukraine are named, want 27", len(oblasts))
	}
}

func TestClip(t *testing.T) {
	square := []Vertex{{0, 0}, {0, 1}, {1, 1}, {1, 0}}
	hole := []Vertex{{0.4, 0.4}, {0.6, 0.4}, {0.6, 0.6}, {0.4, 0.6}}
	area := func(rings [][]Vertex) (sum float64) {
		for _, r := range rings {
			for i, a := range r {
				b := r[(i+1)%len(r)]
				sum += (a.X*b.Y - b.X*a.Y) / 2
			}
		}
		return math.Abs(sum)
	}
	rings := [][]Vertex{square, hole}
	var quarters float64
	for _, b := range []Bound{{-1, -1, 0.5, 0.5}, {0.5, -1, 2, 0.5}, {-1, 0.5, 0.5, 2}, {0.5, 0.5, 2, 2}} {
		quarters += area(Clip(rings, b))
	}
	if math.Abs(quarters-0.96) > 1e-12 {
		t.Errorf("four quarters have %g of the area, want 0.96", quarters)
	}
	if got := Clip(rings, Bound{2, 2, 3, 3}); len(got) != 0 {
		t.Errorf("something of the square lies outside of it: %v", got)
	}
	if got := Clip(rings, Bound{-1, -1, 2, 2}); &got[0][0] != &square[0] {
		t.Error("a ring that lies inside is copied")
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	if _, err := Load(os.DirFS(t.TempDir())); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("an empty folder gives %v", err)
	}
}

// The line that pictures show is what the licence files ask for.
func TestAttribution(t *testing.T) {
	for _, name := range []string{"natural-earth.txt", "gshhg.txt", "dcw.txt"} {
		text, err := fs.ReadFile(assets.FS, "licences/"+name)
		if err != nil {
			t.Error(err)
			continue
		}
		_, want, ok := strings.Cut(string(text), "\nAttribution: ")
		want, _, _ = strings.Cut(want, "\n")
		if !ok || want == "" || !strings.Contains(Attribution, want) {
			t.Errorf("the attribution %q does not name %q of %s", Attribution, want, name)
		}
	}
}
