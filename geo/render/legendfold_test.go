package render

import (
	"fmt"
	"image"
	"image/draw"
	"slices"
	"testing"

	"contested/geo"
)

func legendOf(f *Frame) (in Inset, ok bool) {
	i := slices.IndexFunc(f.Insets, func(in Inset) bool { return in.Name == "legend" })
	if i < 0 {
		return in, false
	}
	return f.Insets[i], true
}

// Folded, a legend with every row there is takes about a tenth at most of a map as
// large as a window leaves it, and a quarter of the smallest.
func TestFoldedLegendIsSmall(t *testing.T) {
	p := newPainter(t)
	for _, lang := range []geo.Language{geo.English, geo.Ukrainian, geo.Russian} {
		for _, c := range []struct{ w, h, scale, share float64 }{{510, 540, 1, 0.11}, {615, 740, 1, 0.08}, {900, 600, 1, 0.08}, {1280, 800, 1, 0.05}, {400, 320, 1, 0.24}, {900, 700, 2, 0.2}} {
			s := everything()
			s.TextScale = c.scale
			s.Furniture = Furniture{Legend: true, Fold: FoldedLegend, ScaleBar: true, Attribution: true, Language: lang}
			in, ok := legendOf(render(t, p, s, at(30, 50.2, 7, c.w, c.h, 1), Options{}))
			if !ok {
				t.Errorf("%s %g×%g: no legend", lang, c.w, c.h)
				continue
			}
			if got := float64(in.Image.Rect.Dx()*in.Image.Rect.Dy()) / (c.w * c.h); got > c.share {
				t.Errorf("%s %g×%g: the folded legend %v takes %.3f of the map, at most %g is wanted", lang, c.w, c.h, in.Image.Rect.Size(), got, c.share)
			}
		}
	}
}

// Folded and unfolded, each voice answers to its own row and all the rest of the
// legend folds; a whole legend folds nowhere. With nothing but voices to explain
// there is nothing to open.
func TestLegendFolds(t *testing.T) {
	p := newPainter(t)
	s := everything()
	for _, fold := range []LegendFold{WholeLegend, FoldedLegend, UnfoldedLegend} {
		s.Furniture = Furniture{Legend: true, Fold: fold, HiddenVoice: []geo.Voice{geo.PressVoice}}
		in, _ := legendOf(render(t, p, s, at(30, 50.2, 7, 900, 700, 1.5), Options{}))
		voices, folds := []geo.Voice{}, 0
		for i, r := range in.Rows {
			if r.Fold {
				folds++
				if i != len(in.Rows)-1 || r.Bounds != in.Image.Rect {
					t.Errorf("fold %d: row %d of %d folds at %v", fold, i, len(in.Rows), r.Bounds)
				}
				continue
			}
			voices = append(voices, r.Voice)
			for _, o := range in.Rows[:i] {
				if o.Bounds.Inset(2).Overlaps(r.Bounds) {
					t.Errorf("fold %d: %q and %q overlap", fold, o.Text, r.Text)
				}
			}
			if r.Off != (r.Voice == geo.PressVoice) || !r.Bounds.In(in.Image.Rect) || r.Bounds.Empty() {
				t.Errorf("fold %d: the row %+v", fold, r)
			}
		}
		if !slices.Equal(voices, geo.Voices()) || folds != min(int(fold), 1) {
			t.Errorf("fold %d: the voices %v and %d folds", fold, voices, folds)
		}
	}
	k := &card{painter: p, style: styleOf(Light), unit: 1}
	k.foldedLegend(&english, legendParts(&english, &present{classes: [6]bool{true}}, nil), 300)
	if len(k.rows) != 1 || k.rows[0].Fold {
		t.Errorf("voices alone: %+v", k.rows)
	}
}

func TestFoldGoldens(t *testing.T) {
	p := newPainter(t)
	for i, c := range []struct {
		fold  LegendFold
		style StyleName
		lang  geo.Language
	}{{FoldedLegend, Light, geo.English}, {UnfoldedLegend, Light, geo.English}, {FoldedLegend, Dark, geo.Ukrainian}} {
		s := everything()
		s.Style, s.Furniture = c.style, Furniture{Legend: true, Fold: c.fold, Language: c.lang, HiddenVoice: []geo.Voice{geo.PressVoice}}
		in, ok := legendOf(render(t, p, s, at(30, 50.2, 7, 615, 740, 1), Options{}))
		if !ok {
			t.Fatal("no legend")
		}
		m := image.NewRGBA(in.Image.Rect)
		draw.Draw(m, m.Rect, image.NewUniform(styleOf(c.style).land), image.Point{}, draw.Src)
		draw.Draw(m, m.Rect, in.Image, image.Point{}, draw.Over)
		golden(t, fmt.Sprintf("legend-fold-%d", i), m)
	}
}
