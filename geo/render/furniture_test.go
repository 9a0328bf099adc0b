package render

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// everything is a scene whose legend has every row there is.
func everything() *Scene {
	s := &Scene{Ground: inventedGround()}
	for i, v := range geo.Voices() {
		pc := claim(fmt.Sprintf("ct:%d", i), fmt.Sprintf("Place %d", i), 29+float64(i)*0.4, 50.2, share(v, Look(i%4)))
		pc.Origins = 1 + i
		pc.Faded = i == 1
		if i == 2 {
			pc.Precision = geo.Direction
		}
		s.Places = append(s.Places, pc)
	}
	both := claim("ct:both", "Both", 30, 50.6, share(geo.RussianVoice, Conflicted), share(geo.UkrainianVoice, Conflicted))
	both.Contested = true
	near := claim("ct:near", "Near both", 30.001, 50.6, share(geo.PressVoice, Solid))
	region := claim("adm:XA-1", "Middle Oblast", 29.9, 50.0, share(geo.UkrainianVoice, Claimed))
	region.Place.Kind = geo.Region
	s.Places = append(s.Places, both, near, region)
	return s
}

// Nothing is cut, nothing overlaps and nothing is left out, in every language,
// in narrow windows and with large text.
func TestFurnitureFits(t *testing.T) {
	p := newPainter(t)
	for _, lang := range []geo.Language{geo.English, geo.Ukrainian, geo.Russian} {
		for _, size := range [][2]float64{{900, 600}, {1280, 800}, {1080, 1080}, {1080, 1920}, {640, 480}} {
			for _, scale := range []float64{1, 1.5, 2} {
				for _, density := range []float64{1, 2} {
					s := everything()
					s.TextScale = scale
					s.Furniture = Furniture{
						Title: "Who claims what around the town of Zelenyi Hai and the villages near it",
						Note:  "Example articles written for this program; nothing here happened.",
						AsOf:  "As of 27 November 2025, 18:30 UTC", Legend: true, ScaleBar: true, Attribution: true,
						HiddenVoice: []geo.Voice{geo.AnalystVoice}, Language: lang,
					}
					v := view.Viewport{Centre: orb.Point{30, 50.2}, Zoom: 7.3, Width: size[0], Height: size[1], Density: density}
					f := render(t, p, s, v, Options{})
					what := fmt.Sprintf("%s %v text %g density %g", lang, size, scale, density)
					var names []string
					bounds := image.Rectangle{Max: f.Inner().Size()}
					for i, in := range f.Insets {
						names = append(names, in.Name)
						r := in.Image.Rect.Add(image.Pt(in.X, in.Y))
						if !r.In(bounds) {
							t.Errorf("%s: %s at %v is cut by the frame %v", what, in.Name, r, bounds)
						}
						for _, o := range f.Insets[:i] {
							if r.Overlaps(o.Image.Rect.Add(image.Pt(o.X, o.Y))) {
								t.Errorf("%s: %s and %s overlap", what, in.Name, o.Name)
							}
						}
					}
					if len(names) != 4 && size[0] >= 900 {
						t.Errorf("%s: only %v fit", what, names)
					}
				}
			}
		}
	}
}

// No word of a card reaches over its edge.
func TestCardsHoldTheirWords(t *testing.T) {
	p := newPainter(t)
	s := everything()
	s.Furniture = Furniture{Title: strings.Repeat("Unbreakablylongword", 9) + " and more " + strings.Repeat("words ", 80), AsOf: "As of today", Note: strings.Repeat("Note ", 90), Legend: true, ScaleBar: true, Attribution: true}
	for _, lang := range []geo.Language{geo.English, geo.Ukrainian, geo.Russian} {
		s.Furniture.Language = lang
		c, _, err := p.begin(t.Context(), s, view.Viewport{Centre: orb.Point{30, 50.2}, Zoom: 6.5, Width: 1000, Height: 900, Density: 1}, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]bool{"title": true, "legend": true, "scale": true, "attribution": true}
		for columns := 1; columns <= 3; columns++ {
			pieces, _ := p.arrange(c, want, 0.5, columns, bottomLeft)
			if len(pieces) != 4 {
				t.Fatalf("%d pieces", len(pieces))
			}
			for _, k := range pieces {
				for i, x := range k.card.texts {
					w := x.run.Extent(x.size, 0)
					if x.x < 3 || x.x+w > k.card.w-3 || x.y-x.size*0.75 < 0 || x.y+x.size*0.22 > k.card.h {
						t.Errorf("%s, %s, %d columns: %q leaves its card", lang, k.name, columns, x.run.Text)
					}
					for _, y := range k.card.texts[:i] {
						a := box{x.x, x.y - x.size*0.7, x.x + w, x.y}
						b := box{y.x, y.y - y.size*0.7, y.x + y.run.Extent(y.size, 0), y.y}
						if meets(a, b, 0, 0, 1.0000001) {
							t.Errorf("%s, %s, %d columns: %q runs into %q", lang, k.name, columns, x.run.Text, y.run.Text)
						}
					}
				}
			}
		}
		p.scratch.Put(c)
	}
}

// The legend explains what the viewport shows, no more; hidden voices stay in it
// to be switched on again; its rows answer where they are.
func TestLegendIsMadeFromThePicture(t *testing.T) {
	p := newPainter(t)
	s := everything()
	s.Furniture = Furniture{Legend: true, HiddenVoice: []geo.Voice{geo.InternationalVoice}}
	s.Places = slices.DeleteFunc(s.Places, func(pc PlaceClaims) bool { return pc.Shares[0].Class == Class(geo.InternationalVoice) })
	legend := func(lon, lat, zoom float64) Inset {
		f := render(t, p, s, view.Viewport{Centre: orb.Point{lon, lat}, Zoom: zoom, Width: 700, Height: 600, Density: 1.5}, Options{Margin: 300})
		i := slices.IndexFunc(f.Insets, func(in Inset) bool { return in.Name == "legend" })
		if i < 0 {
			t.Fatal("no legend")
		}
		return f.Insets[i]
	}
	voices := func(in Inset) (on, off []geo.Voice) {
		for _, r := range in.Rows {
			if !r.Bounds.In(in.Image.Rect) || r.Bounds.Dx() < 40 || r.Bounds.Dy() < 15 {
				t.Errorf("row %q has the bounds %v in %v", r.Text, r.Bounds, in.Image.Rect)
			}
			if r.Text != VoiceName(r.Voice, geo.English) {
				t.Errorf("row of %v says %q", r.Voice, r.Text)
			}
			if r.Off {
				off = append(off, r.Voice)
			} else {
				on = append(on, r.Voice)
			}
		}
		return
	}
	on, off := voices(legend(30, 50.2, 7))
	if !slices.Equal(on, []geo.Voice{geo.RussianVoice, geo.UkrainianVoice, geo.AnalystVoice, geo.PressVoice, geo.UnattributedVoice}) || !slices.Equal(off, []geo.Voice{geo.InternationalVoice}) {
		t.Errorf("from afar the legend has %v and, hidden, %v", on, off)
	}
	on, _ = voices(legend(29, 50.2, 12)) // only place 0 and nothing of the region
	if !slices.Equal(on, []geo.Voice{geo.RussianVoice}) {
		t.Errorf("from near the legend has %v", on)
	}
}

func TestRoundLength(t *testing.T) {
	for most, want := range map[float64]float64{1: 1, 1.9: 1, 2: 2, 4.9: 2, 5: 5, 99: 50, 100: 100, 12345: 10000, 0.7: 0.5} {
		if got := roundLength(most); got != want {
			t.Errorf("roundLength(%g) = %g, want %g", most, got, want)
		}
	}
}

// The bar is as long as it says: measured against the camera.
func TestScaleBarIsTrue(t *testing.T) {
	p := newPainter(t)
	for _, lat := range []float64{0, 48, -60, 75} {
		for _, zoom := range []float64{3, 8.3, 15} {
			s := &Scene{Furniture: Furniture{ScaleBar: true}, TextScale: 1.3}
			v := view.Viewport{Centre: orb.Point{30, lat}, Zoom: zoom, Width: 800, Height: 500, Density: 2}
			c, _, err := p.begin(t.Context(), s, v, 0, false)
			if err != nil {
				t.Fatal(err)
			}
			k := &card{painter: p, style: c.style, unit: c.unit * c.layout.scale}
			text, length := k.scaleBar(c, &english)
			var number float64
			var unit string
			fmt.Sscanf(text, "%f %s", &number, &unit)
			if unit == "km" {
				number *= 1000
			}
			if got := length * k.unit / v.Density * v.MetresPerDp(); got < number*0.999 || got > number*1.001 {
				t.Errorf("latitude %g zoom %g: the bar says %g m and is %g m long", lat, zoom, number, got)
			}
			p.scratch.Put(c)
		}
	}
}
