package gui

import (
	"strings"
	"testing"

	"contested/geo/render"
)

// The map's legend is folded until it is clicked or chosen in the menu, which is
// remembered; a picture's is whole.
func TestWindowLegendFolds(t *testing.T) {
	w := open(t, 1280, 800)
	area := func() int {
		for _, in := range w.chart.Frame().Insets {
			if in.Name == "legend" {
				return in.Image.Rect.Dx() * in.Image.Rect.Dy()
			}
		}
		t.Fatal("no legend")
		return 0
	}
	folded := area()
	if size := w.chart.Size(); float64(folded) > 0.08*float64(size.Width*size.Height) {
		t.Errorf("the legend takes %d pixels of a map of %v", folded, size)
	}
	before := w.chart.Viewport()
	w.chart.OnLegend()
	if w.chart.Viewport() != before {
		t.Error("the map moves beneath the legend")
	}
	if w.chart.Scene().Furniture.Fold != render.UnfoldedLegend || !w.prefs.wholeLegend() || !w.menu.whole.Checked || area() < 2*folded {
		t.Error("the legend does not unfold")
	}
	if p, err := newPictureForm(w).picture(); err != nil || p.Fold != render.WholeLegend {
		t.Error("a picture's legend is one to be folded")
	}
	w.menu.whole.Action()
	if w.chart.Scene().Furniture.Fold != render.FoldedLegend || w.prefs.wholeLegend() || w.menu.whole.Checked || area() != folded {
		t.Error("the menu does not fold it")
	}
	if w.menu.whole.Shortcut == nil || !strings.Contains(keysText, "Ctrl+L") {
		t.Error("no key folds it")
	}
	w.menu.legend.Action()
	if !w.menu.whole.Disabled {
		t.Error("a legend that is not there can be unfolded")
	}
}
