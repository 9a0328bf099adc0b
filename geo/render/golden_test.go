package render

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

var update = flag.Bool("update", false, "write the golden pictures anew; look at them before you commit them")

// Small scenes with one idea each. Pictures are compared byte for byte: the
// painter is exact on amd64, which is where they were made.
var goldens = []struct {
	name string
	view view.Viewport
	make func(s *Scene)
}{
	{"patterns", at(29.95, 50, 9, 380, 90, 2), func(s *Scene) {
		for i := range 4 {
			s.Places = append(s.Places, claim(string(rune('a'+i)), [4]string{"Claimed", "Solid", "Conflict", "Denied"}[i], 29.62+0.215*float64(i), 50, share(geo.Voice(i), Look(i))))
		}
	}},
	{"sizes", at(30, 50, 9, 240, 90, 2), func(s *Scene) {
		for i, origins := range []int{1, 3, 9} {
			pc := claim(string(rune('a'+i)), [3]string{"One", "Three", "Nine"}[i], 29.74+0.21*float64(i), 50, share(geo.RussianVoice, Claimed))
			pc.Origins = origins
			s.Places = append(s.Places, pc)
		}
	}},
	{"voices", at(30, 50, 9, 360, 90, 2), func(s *Scene) {
		var shares []Share
		for i, v := range geo.Voices() {
			shares = append(shares, share(v, Claimed))
			if i == 0 || i == 4 {
				continue
			}
			pc := claim(string(rune('a'+i)), [6]string{"", "Two", "Three", "Four", "", "Six"}[i], 29.48+0.163*float64(i), 50, append([]Share{}, shares...)...)
			pc.Origins = 4
			s.Places = append(s.Places, pc)
		}
	}},
	{"contested", at(30, 50, 9, 240, 90, 2), func(s *Scene) {
		a := claim("a", "Contested", 29.74, 50, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Denied))
		b := claim("b", "Of four", 30.07, 50, share(geo.RussianVoice, Conflicted), share(geo.UkrainianVoice, Conflicted), share(geo.AnalystVoice, Solid), share(geo.PressVoice, Claimed))
		a.Contested, b.Contested, b.Origins = true, true, 4
		s.Places = append(s.Places, a, b)
	}},
	{"vague-faded-selected", at(30, 50, 9, 260, 90, 2), func(s *Scene) {
		a := claim("a", "Near", 29.7, 50, share(geo.RussianVoice, Claimed), share(geo.PressVoice, Claimed))
		a.Precision = geo.Near
		b := claim("b", "Faded", 29.95, 50, share(geo.UkrainianVoice, Claimed))
		b.Faded = true
		c := claim("c", "Selected", 30.12, 50, share(geo.PressVoice, Solid))
		s.Places = append(s.Places, a, b, c)
		s.Selected = "c"
	}},
	{"clusters", at(29.85, 50, 8, 320, 90, 2), func(s *Scene) {
		for i := range 14 {
			pc := claim(string(rune('a'+i)), "Place "+string(rune('A'+i)), 29.6+0.01*float64(i%12)+0.5*float64(i/12), 50+0.02*float64(i%2), share(geo.Voice(i%3), Claimed))
			pc.Contested = i == 3
			s.Places = append(s.Places, pc)
		}
	}},
	{"crowded", at(30, 50, 9, 420, 240, 1), func(s *Scene) {
		for i := range 12 {
			s.Places = append(s.Places, claim(string(rune('a'+i)), "Settlement "+string(rune('A'+i)), 29.8+0.15*float64(i%4), 49.9+0.09*float64(i/4), share(geo.Voice(i%4), Claimed)))
		}
	}},
	{"two-scripts", at(30, 50, 8.4, 460, 260, 1), func(s *Scene) {
		s.Ground, s.Second = inventedGround(), geo.Ukrainian
		for i, names := range [][2]string{{"Vyshneve", "Вишневе"}, {"Nova Zoria", "Нова Зоря"}, {"Kamianka Horishnia", "Кам’янка Горішня"}} {
			pc := claim(string(rune('a'+i)), names[0], 29.45+0.4*float64(i), 50.12-0.08*float64(i%2), share(geo.Voice(i), Claimed))
			pc.Place.NameUK = names[1]
			s.Places = append(s.Places, pc)
		}
	}},
	{"region", at(30, 50.2, 7.5, 320, 240, 1), func(s *Scene) { s.Ground = inventedGround(); region(s, Claimed) }},
	{"region-conflict-dark", at(30, 50.2, 7.5, 320, 240, 1), func(s *Scene) { s.Ground, s.Style = inventedGround(), Dark; region(s, Conflicted) }},
	{"region-denied", at(30, 50.2, 6, 240, 160, 1), func(s *Scene) { s.Ground = inventedGround(); region(s, Denied) }},
	{"ground", at(30, 50, 7, 320, 240, 1), func(s *Scene) { s.Ground = inventedGround() }},
	{"ground-near", at(30.1, 50, 9, 320, 240, 1), func(s *Scene) { s.Ground, s.Labels = inventedGround(), geo.Ukrainian }},
	{"river", at(29.15, 50.85, 7.6, 240, 160, 2), func(s *Scene) { s.Ground = inventedGround() }},
	{"ground-dark", at(30, 50, 7, 320, 240, 1), func(s *Scene) { s.Ground, s.Style = inventedGround(), Dark }},
	{"ground-print", at(30, 50, 7, 320, 240, 1), func(s *Scene) { s.Ground, s.Style = inventedGround(), Print }},
	{"labels-avoid-symbols", at(30.1, 50, 9, 320, 240, 1), func(s *Scene) {
		s.Ground = inventedGround()
		s.Places = append(s.Places,
			claim("gn:1", "Zelenyi Hai", 30.02, 50.0, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Claimed)),
			claim("ct:x", "Novyi Khutir", 30.16, 50.04, share(geo.PressVoice, Claimed)))
	}},
	{"large-text", at(30.1, 50, 9, 320, 240, 1), func(s *Scene) {
		s.Ground, s.TextScale = inventedGround(), 2
		s.Places = append(s.Places, claim("gn:1", "Zelenyi Hai", 30.02, 50.0, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Claimed)))
	}},
	{"sheet", at(30, 50.2, 7.3, 900, 600, 1), func(s *Scene) {
		*s = *everything()
		s.Furniture = Furniture{Title: "Who claims what around Zelenyi Hai", Note: "An invented land", AsOf: "As of 27 November 2025", Legend: true, ScaleBar: true, Attribution: true, HiddenVoice: []geo.Voice{geo.InternationalVoice}}
	}},
	{"sheet-dark-uk", at(30, 50.2, 7.3, 900, 600, 1), func(s *Scene) {
		*s = *everything()
		s.Style, s.Labels = Dark, geo.Ukrainian
		s.Furniture = Furniture{Title: "Хто що стверджує навколо Зеленого Гаю", AsOf: "Станом на 27 листопада 2025", Legend: true, ScaleBar: true, Attribution: true, Language: geo.Ukrainian}
	}},
	{"key-kinds", at(30, 50.2, 7.3, 900, 600, 1), func(s *Scene) {
		*s = *everything()
		s.Key = &Key{Head: "Published by", Names: []string{"Example Wire", "Example Conflict Monitor", "Example Morning Post", "Example Courier", "Example Bulletin", "7 other publishers"}, Letters: []string{"E", "C", "M", "X", "B", "…"}}
		s.Furniture = Furniture{Legend: true, ScaleBar: true}
	}},
	{"key-steps-dark", at(30, 50.2, 7.3, 900, 600, 1), func(s *Scene) {
		*s = *everything()
		s.Style = Dark
		s.Key = &Key{Head: "Published when", Ordered: true, Names: []string{"Before 3 Nov 2025", "3 – 9 Nov 2025", "10 – 16 Nov 2025", "17 – 23 Nov 2025", "24 – 30 Nov 2025", "Undated"}, Letters: []string{"I", "II", "III", "IV", "V", "?"}}
		s.Furniture = Furniture{Legend: true, ScaleBar: true}
	}},
	{"sheet-large-text", at(30, 50.2, 7.3, 900, 600, 1), func(s *Scene) {
		*s = *everything()
		s.TextScale = 2
		s.Furniture = Furniture{Title: "Who claims what around Zelenyi Hai", Note: "An invented land", AsOf: "As of 27 November 2025", Legend: true, ScaleBar: true, Attribution: true}
	}},
}

func at(lon, lat, zoom, w, h, density float64) view.Viewport {
	return view.Viewport{Centre: orb.Point{lon, lat}, Zoom: zoom, Width: w, Height: h, Density: density}
}

func region(s *Scene, look Look) {
	pc := claim("adm:XA-1", "Middle Oblast", 29.9, 50.2, share(geo.RussianVoice, look), share(geo.UkrainianVoice, look))
	pc.Place.Kind = geo.Region
	s.Places = append(s.Places, pc, claim("ct:2", "Stavky", 30.2, 50.05, share(geo.PressVoice, Claimed)))
}

func TestGoldens(t *testing.T) {
	p := newPainter(t)
	for _, g := range goldens {
		t.Run(g.name, func(t *testing.T) {
			s := &Scene{}
			g.make(s)
			got := render(t, p, s, g.view, Options{Margin: 20}).Compose()
			golden(t, g.name, got)
		})
	}
}

// golden compares a picture with testdata/name.png. What differs is written to
// testdata/failed: the picture, and where it differs in red.
func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	var b bytes.Buffer
	if err := png.Encode(&b, got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run the test with -update and look at the picture", err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	diff := image.NewRGBA(got.Rect)
	n := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			c := got.RGBAAt(x, y)
			if color.RGBAModel.Convert(img.At(x, y)) != c {
				n++
				diff.SetRGBA(x, y, color.RGBA{255, 0, 0, 255})
			} else {
				diff.SetRGBA(x, y, color.RGBA{c.R/3 + 170, c.G/3 + 170, c.B/3 + 170, 255})
			}
		}
	}
	if n == 0 && img.Bounds() == got.Rect {
		return
	}
	if err := os.MkdirAll("testdata/failed", 0o755); err != nil {
		t.Fatal(err)
	}
	var d bytes.Buffer
	if err := png.Encode(&d, diff); err != nil {
		t.Fatal(err)
	}
	for suffix, data := range map[string][]byte{".png": b.Bytes(), "-diff.png": d.Bytes()} {
		if err := os.WriteFile(filepath.Join("testdata/failed", name+suffix), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Errorf("%d pixels differ from %s; see testdata/failed/%s-diff.png", n, path, name)
}
