package raster

import (
	"context"
	"image"
	"image/color"
	"math"
	"math/rand"
	"testing"

	"golang.org/x/image/vector"
)

// heavy is a full map's worth of work: 200 areas of 500 vertices (a quarter
// translucent), 2,000 lines of 50 vertices (a tenth dashed), 300 labels.
func heavy(f *Face, w, h float64, areas, lines, labels int) func(l *List) {
	return func(l *List) {
		rng := rand.New(rand.NewSource(7))
		k := w / 1920
		pts := make([]Point, 500)
		for i := range areas {
			cx, cy, r := rng.Float64()*w, rng.Float64()*h, (40+rng.Float64()*160)*k
			for j := range pts {
				s, c := math.Sincos(float64(j) / float64(len(pts)) * 2 * math.Pi)
				d := r * (0.8 + 0.2*rng.Float64())
				pts[j] = Point{cx + c*d, cy + s*d}
			}
			l.Ring(pts)
			ink := color.NRGBA{uint8(rng.Intn(256)), uint8(rng.Intn(256)), uint8(rng.Intn(256)), 255}
			if i%4 == 0 {
				ink.A = 120
			}
			l.Fill(NonZero, Solid(ink))
		}
		for i := range lines {
			p := Point{rng.Float64() * w, rng.Float64() * h}
			a := rng.Float64() * 6
			for j := range 50 {
				a += rng.NormFloat64() * 0.4
				s, c := math.Sincos(a)
				p = Point{p.X + c*8*k, p.Y + s*8*k}
				pts[j] = p
			}
			pen := Pen{Width: (1 + 5*rng.Float64()) * k, Cap: RoundCap}
			if i%10 == 0 {
				pen.Dash = []float64{8 * k, 5 * k}
			}
			l.Line(pts[:50], false, pen)
			l.Fill(NonZero, Solid(color.NRGBA{uint8(i), 80, 90, 255}))
		}
		run := [2]*Run{f.Shape("Костянтинівка"), f.Shape("Kostiantynivka")}
		for i := range labels {
			l.Text(run[i%2], rng.Float64()*w, rng.Float64()*h, Type{Size: 13 * k, Ink: black, Halo: white, Width: 1.5 * k})
		}
	}
}

func benchmark(b *testing.B, workers, areas, lines, labels int) {
	f := face(b, "Regular")
	clip := image.Rect(0, 0, 1920, 1080)
	img := image.NewRGBA(clip)
	add := heavy(f, 1920, 1080, areas, lines, labels)
	var l List
	b.ReportAllocs()
	for b.Loop() {
		l.Reset(clip)
		l.Rect(clip, Solid(white))
		add(&l)
		if err := l.Paint(context.Background(), img, workers); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScene1(b *testing.B) { benchmark(b, 1, 200, 2000, 300) }
func BenchmarkScene2(b *testing.B) { benchmark(b, 2, 200, 2000, 300) }
func BenchmarkAreas(b *testing.B)  { benchmark(b, 1, 200, 0, 0) }
func BenchmarkLines(b *testing.B)  { benchmark(b, 1, 0, 2000, 0) }
func BenchmarkLabels(b *testing.B) { benchmark(b, 1, 0, 0, 300) }

// The twin: the same shapes by golang.org/x/image/vector, one by one, each in
// its bounding box.
func BenchmarkSceneVectorTwin(b *testing.B) {
	clip := image.Rect(0, 0, 1920, 1080)
	img := image.NewRGBA(clip)
	add := heavy(face(b, "Regular"), 1920, 1080, 200, 2000, 0)
	var l List
	var z vector.Rasterizer
	b.ReportAllocs()
	for b.Loop() {
		l.Reset(clip)
		add(&l)
		for _, o := range l.ops {
			z.Reset(o.box.Dx(), o.box.Dy())
			x, y := float32(o.box.Min.X), float32(o.box.Min.Y)
			for _, e := range l.edges[o.lo:o.hi] {
				z.MoveTo(float32(e.x0)/one-x, float32(e.y0)/one-y)
				z.LineTo(float32(e.x1)/one-x, float32(e.y1)/one-y)
			}
			c := o.paint.colour
			ink := image.NewUniform(color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), uint8(c >> 24)})
			z.Draw(img, o.box, ink, image.Point{})
		}
	}
}
