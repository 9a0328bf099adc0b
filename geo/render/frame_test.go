package render

import (
	"math"
	"math/rand"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// The index finds what a look at every symbol finds.
func TestHitIndex(t *testing.T) {
	rng := rand.New(rand.NewSource(2))
	for range 20 {
		var hits []Hit
		w, h := 50+rng.Intn(900), 50+rng.Intn(900)
		for range rng.Intn(300) {
			hits = append(hits, Hit{X: rng.Float64()*float64(w+80) - 40, Y: rng.Float64()*float64(h+80) - 40, Radius: rng.Float64() * 40})
		}
		x := newHitIndex(hits, w, h)
		for range 2000 {
			px, py := rng.Float64()*float64(w), rng.Float64()*float64(h)
			want, dist := -1, math.Inf(1)
			for i, k := range hits {
				if d := math.Hypot(px-k.X, py-k.Y); d <= k.Radius && d <= dist {
					want, dist = i, d
				}
			}
			if got := x.at(px, py); got != want {
				t.Fatalf("at %g,%g: %d, want %d", px, py, got, want)
			}
		}
		for _, bad := range [][2]float64{{-1, 5}, {5, -1}, {1e9, 5}, {math.NaN(), 5}, {5, math.Inf(1)}} {
			if got := x.at(bad[0], bad[1]); got >= 0 && !(math.Hypot(bad[0]-hits[got].X, bad[1]-hits[got].Y) <= hits[got].Radius) {
				t.Errorf("at %v: %d", bad, got)
			}
		}
	}
}

func TestAt(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Ground: inventedGround(), Places: []PlaceClaims{
		claim("gn:1", "Zelenyi Hai", 30.02, 50.0, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Denied)),
		claim("adm:XA-1", "Middle Oblast", 29.8, 50.4, share(geo.UkrainianVoice, Claimed)),
	}}
	s.Places[1].Place.Kind = geo.Region
	v := view.Viewport{Centre: orb.Point{30, 50.1}, Zoom: 9, Width: 640, Height: 480, Density: 2}
	f := render(t, p, s, v, Options{Margin: 50})
	for i, pc := range s.Places {
		x, y := f.Viewport.Pixel(pc.Place.Point)
		h, ok := f.At(x, y)
		if !ok || len(h.Places) != 1 || h.Places[0] != pc.Place.ID {
			t.Errorf("at %s: %+v, %v", pc.Place.Name, h, ok)
		}
		if want := [2]HitKind{PlaceHit, RegionHit}[i]; h.Kind != want {
			t.Errorf("at %s: kind %d, want %d", pc.Place.Name, h.Kind, want)
		}
		if math.Hypot(h.X-x, h.Y-y) > 2 {
			t.Errorf("%s is at %g,%g, its hit at %g,%g", pc.Place.Name, x, y, h.X, h.Y)
		}
	}
	// The region's border answers, and its inside, which says so; the map beside it
	// does not.
	x, y := f.Viewport.Pixel(orb.Point{29.8, 50.65})
	if h, ok := f.At(x, y); !ok || h.Kind != RegionHit || h.Places[0] != "adm:XA-1" {
		t.Errorf("on the border: %+v, %v", h, ok)
	}
	x, y = f.Viewport.Pixel(orb.Point{29.5, 50.3})
	if h, ok := f.At(x, y); !ok || h.Kind != RegionHit || !h.Inside {
		t.Errorf("inside: %+v, %v", h, ok)
	}
	x, y = f.Viewport.Pixel(orb.Point{30.6, 50.6})
	if h, ok := f.At(x, y); ok {
		t.Errorf("nothing is beside the region, but %+v answers", h)
	}
}
