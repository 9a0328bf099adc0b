package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// others is an invented layer with the three shapes and a crowd.
func others(t testing.TB, name string) *geo.ContextLayer {
	t.Helper()
	l := geo.ContextLayer{Name: name, Publisher: name + " Watch", Licence: "CC BY 4.0", Events: []geo.ContextEvent{
		{Title: "one", Point: orb.Point{29.6, 50.35}},
		{Title: "two", Point: orb.Point{30.2, 50.25}}, {Title: "beside it", Point: orb.Point{30.201, 50.25}},
		{Title: "road", Point: orb.Point{30.1, 49.9}, Shape: orb.MultiLineString{{{29.3, 49.85}, {30.1, 49.9}, {30.6, 50.1}, {30.9, 50.05}}}},
		{Title: "area", Point: orb.Point{30.6, 50.4}, Shape: orb.MultiPolygon{{{{30.4, 50.3}, {30.9, 50.3}, {30.8, 50.55}, {30.45, 50.5}, {30.4, 50.3}}}}},
	}}
	whole, err := geo.NewContextLayer(l)
	if err != nil {
		t.Fatal(err)
	}
	return &whole
}

// Context as it looks: beneath the claims, in the legend and the attribution.
func TestContextGolden(t *testing.T) {
	p := newPainter(t)
	for name, style := range map[string]StyleName{"context": Light, "context-dark": Dark} {
		s := &Scene{Ground: inventedGround(), Style: style, Furniture: Furniture{Legend: true, Attribution: true}}
		s.Places = append(s.Places, claim("a", "Claimed", 29.6, 50.2, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Denied)))
		s.Context = []*geo.ContextLayer{others(t, "Invented")}
		golden(t, name, render(t, p, s, at(30, 50.2, 7.6, 560, 380, 1), Options{}).Compose())
	}
}

// A claim's symbol is hit before context that lies beneath it; what is out of
// sight is neither named nor credited.
func TestContextHits(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Furniture: Furniture{Legend: true, Attribution: true}}
	far, _ := geo.NewContextLayer(geo.ContextLayer{Name: "Far", Publisher: "Far Watch", Events: []geo.ContextEvent{{Title: "x", Point: orb.Point{-100, 10}}}})
	s.Context = []*geo.ContextLayer{others(t, "A"), &far, others(t, "B"), others(t, "C"), others(t, "D")}
	s.Places = append(s.Places, claim("a", "Claimed", 29.6, 50.35, share(geo.RussianVoice, Claimed)))
	v := view.Viewport{Centre: orb.Point{30, 50.2}, Zoom: 8, Width: 900, Height: 700, Density: 1}
	f := render(t, p, s, v, Options{Margin: 50})
	hit := func(lon, lat float64) Hit {
		x, y := f.Viewport.Pixel(orb.Point{lon, lat})
		h, _ := f.At(x, y)
		return h
	}
	if h := hit(29.6, 50.35); h.Kind != PlaceHit || len(h.Context) != 0 {
		t.Errorf("on the claim is %+v", h)
	}
	if h := hit(30.2, 50.25); h.Kind != ContextHit || len(h.Context) != 8 {
		t.Errorf("on the events is %+v", h)
	}
	k, _, err := p.begin(t.Context(), s, v, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	var legend []string
	for _, part := range legendParts(wordsIn(geo.English), &k.present, nil) {
		for _, r := range part.rows {
			legend = append(legend, r.text)
		}
	}
	if !slices.Contains(legend, "C") || !slices.Contains(legend, "… and 1 more layers") || strings.Contains(strings.Join(legend, ""), "Far") {
		t.Errorf("the legend says %q", legend)
	}
	if k.present.credit != "A Watch (CC BY 4.0); B Watch (CC BY 4.0); C Watch (CC BY 4.0); D Watch (CC BY 4.0)" {
		t.Errorf("credited: %s", k.present.credit)
	}
	p.scratch.Put(k)
}

func BenchmarkContext(b *testing.B) {
	p := newPainter(b)
	l := geo.ContextLayer{Name: "many", Publisher: "p"}
	for i := range 100_000 {
		l.Events = append(l.Events, geo.ContextEvent{Title: "x", Point: orb.Point{22 + float64(i%400)*0.045, 44 + float64(i/400)*0.03}})
	}
	s := &Scene{Context: []*geo.ContextLayer{&l}}
	v := view.Viewport{Centre: orb.Point{31, 48}, Zoom: 6, Width: 1280, Height: 800, Density: 1}
	for b.Loop() {
		render(b, p, s, v, Options{})
	}
}
