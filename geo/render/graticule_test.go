package render

import (
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render/raster"
	"contested/geo/view"
)

// The lines lie where the camera has their degrees, whatever the copy of the
// world, and their numbers are right on both sides of Greenwich and the equator.
func TestGraticule(t *testing.T) {
	p := newPainter(t)
	for _, c := range []struct {
		centre orb.Point
		zoom   float64
		want   string
	}{
		{orb.Point{30, 50}, 6.2, "50° N  30° E"}, {orb.Point{-0.1, 0.1}, 6.2, "0°  0°"}, {orb.Point{-60, -20}, 5, "20° S  60° W"},
		{orb.Point{179.9, 50}, 6.2, "50° N  180°"}, {orb.Point{37.55, 48.3}, 10.1, "48°15′ N  37°30′ E"},
	} {
		s := &Scene{Graticule: true}
		v := view.Viewport{Centre: c.centre, Zoom: c.zoom, Width: 700, Height: 500, Density: 1}
		k, _, err := p.begin(t.Context(), s, v, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		texts := textsOf(k)
		if !slices.Contains(texts, c.want) || len(texts) == 0 || len(texts) > 40 {
			t.Errorf("%v: no %q in %q", c.centre, c.want, texts)
		}
		p.scratch.Put(k)
	}
	v := view.Viewport{Centre: orb.Point{30.2, 50.1}, Zoom: 7, Width: 600, Height: 400, Density: 1}
	img := render(t, p, &Scene{Graticule: true}, v, Options{}).Image
	x, y := v.Pixel(orb.Point{30, 50})
	ground := img.RGBAAt(3, 3)
	if img.RGBAAt(int(x+0.5), 377) == ground && img.RGBAAt(int(x-0.5), 377) == ground || img.RGBAAt(577, int(y+0.5)) == ground && img.RGBAAt(577, int(y-0.5)) == ground {
		t.Errorf("no line at %g, %g", x, y)
	}
}

// Graticule and locator as they look.
func TestGraticuleAndLocatorGolden(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Ground: inventedGround(), Graticule: true, Furniture: Furniture{Title: "With a locator", Locator: true, ScaleBar: true, Attribution: true}}
	s.Places = append(s.Places, claim("a", "Claimed", 29.5, 50.1, share(geo.RussianVoice, Claimed)))
	golden(t, "graticule-locator", render(t, p, s, at(30, 50.2, 7.6, 560, 380, 1), Options{}).Compose())
}

// The locator is left out where it would show no more, and before anything else
// where there is no room.
func TestLocatorIsTheFirstToGo(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Ground: inventedGround(), Furniture: Furniture{Title: "A title", Locator: true, ScaleBar: true, Attribution: true}}
	names := func(zoom, w, h float64) (out []string) {
		for _, in := range render(t, p, s, at(30, 50.2, zoom, w, h, 1), Options{}).Insets {
			out = append(out, in.Name)
		}
		slices.Sort(out)
		return out
	}
	if got := names(8, 900, 600); !slices.Equal(got, []string{"attribution", "locator", "scale", "title"}) {
		t.Errorf("%v", got)
	}
	if got := names(3, 900, 600); slices.Contains(got, "locator") {
		t.Errorf("from afar: %v", got)
	}
	if got := names(8, 220, 100); slices.Contains(got, "locator") || !slices.Contains(got, "attribution") {
		t.Errorf("in a small picture: %v", got)
	}
}

// textsOf is every line of text in a picture's display list.
func textsOf(c *picture) (out []string) {
	c.list.Entries(func(e raster.Drawn) {
		if e.Run != nil {
			out = append(out, e.Run.Text)
		}
	})
	return out
}
