package basemap

import (
	"testing"

	"contested/assets"
	"contested/geo/view"

	"github.com/paulmach/orb"
)

var (
	first = view.Viewport{Centre: orb.Point{37.6, 48.4}, Zoom: 7.5, Width: 1280, Height: 800, Density: 1}
	town  = view.Viewport{Centre: orb.Point{37.18, 48.28}, Zoom: 12, Width: 1280, Height: 800, Density: 1}
	world = view.Viewport{Centre: orb.Point{20, 25}, Zoom: 2.3, Width: 1280, Height: 800, Density: 1}
)

func visit(g *Ground, v view.Viewport, by func(g *Ground, minX, minY, maxX, maxY, zoom float64, yield func(*Feature) bool)) (n int) {
	x0, y0, x1, y1 := v.WorldBound()
	by(g, x0, y0, x1, y1, v.Zoom, func(f *Feature) bool { n += len(f.Parts); return true })
	return n
}

// BenchmarkLoad is what happens before the first picture: open, and decode what
// it shows, its labels too.
func BenchmarkLoad(b *testing.B) {
	for name, v := range map[string]view.Viewport{"region": first, "world": world} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g, err := Load(assets.FS)
				if err != nil {
					b.Fatal(err)
				}
				visit(g, v, (*Ground).Visit)
				x0, y0, x1, y1 := v.WorldBound()
				g.Labels(x0, y0, x1, y1, v.Zoom, func(*Label) bool { return true })
			}
		})
	}
}

// BenchmarkVisit has a naive twin that looks at every feature.
func BenchmarkVisit(b *testing.B) {
	g := ground(b)
	if err := g.Check(); err != nil {
		b.Fatal(err)
	}
	for name, v := range map[string]view.Viewport{"town": town, "region": first, "world": world} {
		b.Run(name+"/index", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				visit(g, v, (*Ground).Visit)
			}
		})
		b.Run(name+"/naive", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				visit(g, v, visitAll)
			}
		})
	}
}

func BenchmarkLabels(b *testing.B) {
	g := ground(b)
	x0, y0, x1, y1 := first.WorldBound()
	b.ReportAllocs()
	for b.Loop() {
		g.Labels(x0, y0, x1, y1, first.Zoom, func(*Label) bool { return true })
	}
}

func BenchmarkLocate(b *testing.B) {
	g := ground(b)
	b.ReportAllocs()
	for b.Loop() {
		if c, _ := g.Locate(orb.Point{37.18, 48.28}); c != "UA" {
			b.Fatal(c)
		}
	}
}

// BenchmarkClip cuts the largest country to a town.
func BenchmarkClip(b *testing.B) {
	r, ok := ground(b).Region("cty:RU")
	if !ok {
		b.Fatal("no Russia")
	}
	x0, y0, x1, y1 := first.WorldBound()
	b.ReportAllocs()
	for b.Loop() {
		Clip(r.Rings, Bound{x0, y0, x1, y1})
	}
}
