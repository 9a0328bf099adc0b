package render

import (
	"image/color"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/tiles"
	"contested/geo/view"
)

// inventedTown is four vector tiles of zoom 12 around a point: a lake and a wood, a
// river, a railway, roads of every class, streets with houses, and three villages.
func inventedTown() *tiles.Mosaic {
	const zoom = 12
	x, y := view.World(orb.Point{30, 50})
	n := math.Exp2(zoom)
	col, row := int(x*n), int(y*n)
	m := &tiles.Mosaic{Zoom: zoom, Info: tiles.Info{Vector: true, Attribution: "© nobody"}}
	line := func(c tiles.ShapeClass, v ...float32) tiles.Shape {
		return tiles.Shape{Class: c, Parts: [][]tiles.Vertex{flat(v)}}
	}
	for i := range 4 {
		s := &tiles.Shapes{}
		add := func(x ...tiles.Shape) { s.List = append(s.List, x...) }
		dx := float32(i%2) - 0.5 // so that some things go on in the neighbouring tile
		add(line(tiles.Wood, 0.1, 0.1, 0.35, 0.05, 0.4, 0.3, 0.15, 0.4),
			line(tiles.BuiltUp, 0.45, 0.45, 0.9, 0.45, 0.9, 0.9, 0.45, 0.9),
			line(tiles.Industry, 0.1, 0.7, 0.3, 0.7, 0.3, 0.9, 0.1, 0.9),
			tiles.Shape{Class: tiles.Water, Parts: [][]tiles.Vertex{flat([]float32{0.6, 0.08, 0.9, 0.1, 0.85, 0.35, 0.6, 0.3}), flat([]float32{0.7, 0.15, 0.7, 0.22, 0.78, 0.22, 0.78, 0.15})}})
		for k := range 16 {
			x0, y0 := 0.5+0.1*float32(k%4), 0.5+0.1*float32(k/4)
			add(line(tiles.Building, x0, y0, x0+0.04, y0, x0+0.04, y0+0.03, x0, y0+0.03))
		}
		add(line(tiles.Stream, 0, 0.55, 0.2, 0.5, 0.42, 0.42), line(tiles.Waterway, 0.4+dx, -0.02, 0.45, 0.4, 0.4, 0.7, 0.45, 1.02))
		add(line(tiles.Path, 0.1, 0.1, 0.4, 0.4), line(tiles.Track, 0, 0.62, 0.3, 0.66))
		for k := range 4 {
			at := 0.47 + 0.1*float32(k)
			add(line(tiles.MinorRoad, at, 0.45, at, 0.9), line(tiles.MinorRoad, 0.45, at, 0.9, at))
		}
		add(line(tiles.Tertiary, 0, 0.3, 0.5, 0.47, 1, 0.4), line(tiles.Secondary, 0.2, 0, 0.25, 1), line(tiles.Primary, -0.02, 0.5, 1.02, 0.5),
			line(tiles.Trunk, 0.5, -0.02, 0.55, 1.02), line(tiles.Motorway, -0.02, 0.95, 1.02, 0.95), line(tiles.Rail, -0.02, 0.8, 0.5, 0.82, 1.02, 0.78))
		s.Settlements = []tiles.Settlement{
			{At: tiles.Vertex{X: 0.6, Y: 0.6}, Names: [3]string{"Novyi Hai", "Новий Гай", "Новый Гай"}, Rank: 1, Population: 4000},
			{At: tiles.Vertex{X: 0.2, Y: 0.2}, Names: [3]string{"Lisne " + string(rune('A'+i)), "Лісне", ""}, Rank: 2},
			{At: tiles.Vertex{X: 0.62, Y: 0.605}, Names: [3]string{"Khutir", "", ""}, Rank: 3},
		}
		if i > 0 {
			s.Settlements = s.Settlements[1:]
		}
		c, r := col+i%2, row+i/2
		m.Vectors = append(m.Vectors, tiles.VectorTile{Shapes: s, X: float64(c) / n, Y: float64(r) / n, Size: 1 / n, Zoom: zoom, Col: c, Row: r})
	}
	return m
}

func flat(v []float32) (out []tiles.Vertex) {
	for i := 0; i < len(v); i += 2 {
		out = append(out, tiles.Vertex{X: v[i], Y: v[i+1]})
	}
	return out
}

// townAt is a point in the first of the town's tiles.
func townAt(m *tiles.Mosaic, x, y float64) orb.Point {
	t := m.Vectors[0]
	return view.Unworld(t.X+x*t.Size, t.Y+y*t.Size)
}

// What vector tiles look like; look at them before you commit them.
func TestVectorGoldens(t *testing.T) {
	p := newPainter(t)
	m := inventedTown()
	for _, g := range []struct {
		name    string
		style   StyleName
		zoom    float64
		density float64
	}{{"vector", Light, 13.4, 1}, {"vector-dark", Dark, 13.4, 1}, {"vector-print", Print, 13.4, 1}, {"vector-far", Light, 11.2, 1}, {"vector-near", Light, 15, 2}} {
		t.Run(g.name, func(t *testing.T) {
			s := &Scene{Ground: inventedGround(), Style: g.style, Backdrop: m, Furniture: Furniture{Attribution: true, ScaleBar: true}}
			s.Places = []PlaceClaims{claim("a", "Stavky", 0, 0, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Claimed))}
			s.Places[0].Place.Point = townAt(m, 0.75, 0.7)
			v := view.Viewport{Centre: townAt(m, 0.8, 0.75), Zoom: g.zoom, Width: 460, Height: 320, Density: g.density}
			golden(t, g.name, render(t, p, s, v, Options{Margin: 20}).Compose())
		})
	}
}

// A road of a tile lies where our own projection has it, at every fractional zoom,
// far beyond the zoom of the tile, and nothing shows where two tiles meet.
func TestVectorsLieBeneathTheVectors(t *testing.T) {
	p := newPainter(t)
	m := inventedTown()
	s := &Scene{Ground: inventedGround(), Backdrop: m}
	for _, zoom := range []float64{11, 11.7, 12, 13.33, 15.9, 18} {
		// The motorway, just west of the edge between two tiles.
		at := townAt(m, 1, 0.95)
		v := view.Viewport{Centre: at, Zoom: zoom, Width: 120, Height: 90, Density: 1}
		f := render(t, p, s, v, Options{})
		x, y := v.Pixel(at)
		for dx := -20; dx <= 20; dx++ {
			if got := f.Image.RGBAAt(int(x)+dx, int(y)); got != rgba(lightStyle.mainRoad) {
				t.Errorf("zoom %v: %d pixels beside the edge of the tile the road is %v", zoom, dx, got)
				break
			}
		}
		// Above it there is nothing but land on both sides of the edge.
		at = townAt(m, 1, 0.07)
		v.Centre = at
		f = render(t, p, s, v, Options{})
		x, y = v.Pixel(at)
		for dx := -3; dx <= 3; dx++ {
			if got := f.Image.RGBAAt(int(x)+dx, int(y)); got != rgba(lightStyle.land) {
				t.Errorf("zoom %v: %d pixels beside the edge there is %v", zoom, dx, got)
			}
		}
	}
}

func rgba(c color.NRGBA) color.RGBA { return color.RGBA(c) }

// Names of settlements stand at the same place whatever part is seen, at any
// density, and not where the map names the place already.
func TestVectorNames(t *testing.T) {
	p := newPainter(t)
	m := inventedTown()
	names := func(s *Scene, dx, density float64) map[string]orb.Point {
		v := view.Viewport{Centre: townAt(m, 0.8+dx, 0.75), Zoom: 13, Width: 500, Height: 400, Density: density}
		c, _, err := p.begin(t.Context(), s, v, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		defer p.scratch.Put(c)
		out := map[string]orb.Point{}
		for _, n := range c.names {
			if g := n.label.ground; g != nil {
				out[g.Names[0]] = orb.Point{n.label.text.dx, n.label.text.dy}
			}
		}
		return out
	}
	s := &Scene{Backdrop: m}
	here := names(s, 0, 1)
	if _, ok := here["Novyi Hai"]; !ok {
		t.Fatalf("the town is not named: %v", here)
	}
	if _, ok := here["Khutir"]; ok {
		t.Logf("both names found room: %v", here)
	}
	there, sharp := names(s, 0.05, 1), names(s, 0, 2)
	for n, at := range here {
		if other, ok := there[n]; ok && other != at {
			t.Errorf("%s stands at %v and, after panning, at %v", n, at, other)
		}
		if sharp[n] != at {
			t.Errorf("%s stands at %v and, on a dense screen, at %v", n, at, sharp[n])
		}
	}
	s = &Scene{Backdrop: m, Places: []PlaceClaims{claim("a", "Novyi Hai", 0, 0, share(geo.RussianVoice, Claimed))}}
	s.Places[0].Place.Point = townAt(m, 0.61, 0.6)
	if _, ok := names(s, 0, 1)["Novyi Hai"]; ok {
		t.Error("a place with claims is named twice")
	}
}

func BenchmarkVectorTiles(b *testing.B) {
	p := newPainter(b)
	m := inventedTown()
	s := &Scene{Ground: inventedGround(), Backdrop: m}
	v := view.Viewport{Centre: townAt(m, 0.9, 0.9), Zoom: 13, Width: 1280, Height: 800, Density: 1}
	for b.Loop() {
		if _, err := p.Render(b.Context(), s, v, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
