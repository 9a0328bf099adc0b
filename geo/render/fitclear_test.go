package render

import (
	"context"
	"image"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// Where there is room, no place lies beneath the furniture or outside.
func TestFitClear(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Furniture: Furniture{Title: "A title", AsOf: "As of a day", Legend: true, ScaleBar: true, Attribution: true}}
	b := orb.Bound{Min: orb.Point{36.9, 48.0}, Max: orb.Point{38.1, 48.9}}
	for i, q := range []orb.Point{b.Min, b.Max, {36.9, 48.9}, {38.1, 48.0}, {37.2, 48.1}, {37.6, 48.5}} {
		s.Places = append(s.Places, claim("ct:"+string(rune('a'+i)), "Place", q[0], q[1], share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Denied)))
	}
	for _, size := range [][2]float64{{1200, 675}, {1080, 1080}, {1080, 1920}, {700, 520}} {
		for _, density := range []float64{1, 2} {
			v := view.Viewport{Width: size[0], Height: size[1], Density: density}
			got, err := p.FitClear(context.Background(), s, v, b, 60, 12)
			if err != nil {
				t.Fatal(err)
			}
			if got.Width != v.Width || got.Height != v.Height || got.Density != v.Density {
				t.Fatalf("the view %+v has another size", got)
			}
			f := render(t, p, s, got, Options{})
			for _, in := range f.Insets {
				r := in.Image.Rect.Add(image.Pt(in.X, in.Y))
				for i := range s.Places {
					x, y := got.Pixel(s.Places[i].Place.Point)
					if image.Pt(int(x), int(y)).In(r) {
						t.Errorf("%v ×%g: place %d lies beneath the %s", size, density, i, in.Name)
					}
					if w, h := got.PixelSize(); x < 0 || y < 0 || x > float64(w) || y > float64(h) {
						t.Errorf("%v ×%g: place %d lies outside", size, density, i)
					}
				}
			}
		}
	}
}
