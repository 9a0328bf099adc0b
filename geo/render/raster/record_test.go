package raster

import (
	"context"
	"image"
	"image/color"
	"math/rand/v2"
	"testing"
)

// A list that is read and painted anew gives the same pixels: what other painters
// are told is what ours does.
func TestEntriesPaintTheSame(t *testing.T) {
	f := face(t, "Regular")
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 7))
		clip := image.Rect(-10, -5, 140, 90)
		p := func() Point { return Point{r.Float64()*260 - 60, r.Float64()*180 - 40} }
		var l, again List
		l.Reset(clip)
		l.Rect(clip, Solid(color.NRGBA{250, 250, 245, 255}))
		for range 12 {
			ink := color.NRGBA{uint8(r.IntN(256)), uint8(r.IntN(256)), uint8(r.IntN(256)), []uint8{255, 255, 120}[r.IntN(3)]}
			var pts []Point
			for range 3 + r.IntN(9) {
				pts = append(pts, p())
			}
			rule := NonZero
			switch r.IntN(5) {
			case 0:
				l.Ring(pts)
				rule = Rule(r.IntN(2))
			case 1:
				l.Line(pts, r.IntN(2) == 0, Pen{Width: 1 + 9*r.Float64(), Cap: Cap(r.IntN(3)), Join: Join(r.IntN(3))})
			case 2:
				l.Line(pts, false, Pen{Width: 3, Dash: []float64{9, 4}})
			case 3:
				l.Circle(p(), 4+20*r.Float64())
				l.Ring([]Point{{10, 10}, {60, 10}, {60, 40}, {10, 40}})
			case 4:
				q := p()
				l.Text(f.Shape("Тест fi 12"), q.X, q.Y, Type{Size: 14, Ink: ink, Halo: color.NRGBA{255, 255, 255, 200}, Width: 2})
				continue
			}
			l.Fill(rule, Solid(ink))
		}
		again.Reset(clip)
		l.Entries(func(e Drawn) {
			if e.Run != nil {
				again.Text(e.Run, e.X, e.Y, e.Type)
				return
			}
			for _, ring := range e.Rings {
				again.Ring(ring)
			}
			again.Fill(e.Rule, Solid(e.Colour))
		})
		a, b := image.NewRGBA(clip), image.NewRGBA(clip)
		if err := l.Paint(context.Background(), a, 1); err != nil {
			t.Fatal(err)
		}
		if err := again.Paint(context.Background(), b, 1); err != nil {
			t.Fatal(err)
		}
		for i := range a.Pix {
			if d := int(a.Pix[i]) - int(b.Pix[i]); d < -1 || d > 1 { // a translucent colour is rounded twice
				t.Fatalf("seed %d: pixel %d is %d, not %d", seed, i/4, b.Pix[i], a.Pix[i])
			}
		}
	}
}

func TestGlyphsSayWhatTheyStandFor(t *testing.T) {
	f := face(t, "Regular")
	for _, text := range []string{"office fluff", "Слов'янськ", "a\u0301b", "x – y"} {
		got := ""
		f.Shape(text).Glyphs(func(_ uint16, _, _ float64, s string) { got += s })
		if got != text {
			t.Errorf("%q reads %q", text, got)
		}
	}
}
