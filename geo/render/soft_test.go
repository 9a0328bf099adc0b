package render

import (
	"math"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
)

// vaguely is a scene with one claim of each vagueness, far from each other.
func vaguely() *Scene {
	s := &Scene{Ground: inventedGround(), Furniture: Furniture{Legend: true}}
	for i, how := range []geo.Precision{geo.Near, geo.Direction, geo.Between, geo.At} {
		pc := claim(string(rune('a'+i)), "Place "+string(rune('A'+i)), 29.75+0.2*float64(i), 50.05, share(geo.Voice(i%3), Claimed))
		if how == geo.Direction {
			pc = claim("b", "Both", 29.95, 50.05, share(geo.RussianVoice, Claimed), share(geo.PressVoice, Claimed))
		}
		if pc.Precision = how; how == geo.Between {
			pc.Between = []Gap{{To: orb.Point{30.35, 50.05}, Class: Class(geo.AnalystVoice)}}
		}
		s.Places = append(s.Places, pc)
	}
	return s
}

func TestSoftGoldens(t *testing.T) {
	p := newPainter(t)
	for style, name := range map[StyleName]string{Light: "soft", Dark: "soft-dark", Print: "soft-print"} {
		s := vaguely()
		s.Style = style
		golden(t, name, render(t, p, s, at(29.85, 50.02, 9.5, 760, 330, 1), Options{Margin: 20}).Compose())
	}
}

// A soft area changes no hit and no name, has no area from afar or where nothing is
// vague, and is explained where it is seen and only there.
func TestSoftAreas(t *testing.T) {
	p := newPainter(t)
	s, exact := vaguely(), vaguely()
	for i := range exact.Places {
		exact.Places[i].Between = nil
		if exact.Places[i].Precision != geo.At {
			exact.Places[i].Precision = geo.Between // dashed, as the others are
		}
	}
	v := at(30, 50.02, 9.5, 640, 380, 1)
	f, g := render(t, p, s, v, Options{}), render(t, p, exact, v, Options{})
	if len(f.Hits()) != 4 || len(g.Hits()) != 4 {
		t.Fatalf("%d and %d hits", len(f.Hits()), len(g.Hits()))
	}
	for i, h := range f.Hits() {
		if o := g.Hits()[i]; h.X != o.X || h.Y != o.Y || h.Radius != o.Radius {
			t.Errorf("%v is hit otherwise than %v", h, o)
		}
		x, y := int(h.X), int(h.Y-h.Radius-8)
		soft := f.Image.RGBAAt(x, y) != g.Image.RGBAAt(x, y)
		if want := h.Places[0] == "a" || h.Places[0] == "b"; soft != want {
			t.Errorf("8 dp above %v the ground is changed: %v", h.Places, soft)
		}
		if _, hit := f.At(float64(x), float64(y)); hit {
			t.Errorf("the area above %v is hit", h.Places)
		}
	}
	signs := func(s *Scene, zoom float64) (near, toward, between bool) {
		c, _, err := p.begin(t.Context(), s, at(30, 50.02, zoom, 640, 380, 1), 0, false)
		if err != nil {
			t.Fatal(err)
		}
		defer p.scratch.Put(c)
		return c.present.near, c.present.toward, c.present.between
	}
	if near, toward, between := signs(s, 9.5); !near || !toward || !between {
		t.Error("not all of it is explained", near, toward, between)
	}
	if near, toward, between := signs(s, 8.4); near || toward || between {
		t.Error("explained where nothing is drawn", near, toward, between)
	}
	if near, toward, between := signs(exact, 9.5); near || toward || between {
		t.Error("explained where nothing is vague so", near, toward, between)
	}
}

// Soft areas are seen by everyone, and in a grey print: where they are densest they
// differ from the ground, in every voice. What kind an area is its shape says.
func TestSoftAreasForEverySight(t *testing.T) {
	for name, s := range map[string]StyleName{"light": Light, "dark": Dark, "print": Print} {
		st := styleOf(s)
		least, grey := math.Inf(1), math.Inf(1)
		for _, hue := range st.hues {
			c := st.land
			for range softLayers {
				c = mix(c, hue, softInk)
			}
			for _, sight := range sights {
				l1, a1, b1 := lab(c, sight.m)
				l2, a2, b2 := lab(st.land, sight.m)
				least = math.Min(least, deltaE(l1, a1, b1, l2, a2, b2))
				if sight.name == "normal" {
					grey = math.Min(grey, math.Abs(l1-l2))
				}
			}
		}
		t.Logf("%s: least difference %.1f, in grey %.1f", name, least, grey)
		if least < 5 || grey < 5 {
			t.Errorf("%s: a soft area differs from the ground by %.1f, in grey by %.1f", name, least, grey)
		}
	}
}
