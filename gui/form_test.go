package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
)

// Esc leaves every dialog, whatever of ours in it has the focus.
func TestEscLeavesEveryDialog(t *testing.T) {
	w := open(t, 1280, 800)
	canvas := w.win.Canvas()
	w.session.SetFilter(geo.Filter{Words: "said"}) // which can be kept
	for name, ask := range map[string]func(){
		"open": w.askOpen, "import": w.askImport, "import a folder": w.askImportFolder, "import an address": w.askImportAddress,
		"paste": w.askPaste, "context": w.askContext, "context layers": w.showContextLayers, "feeds": w.showFeeds, "compare": w.askCompare,
		"save as": w.askSaveAs, "keep a filter": w.askSaveFilter, "reason": w.askReason,
		"keys": w.showKeys, "symbols": w.showSymbols, "about": w.showAbout, "map file": w.askMapFile, "picture": w.askPicture,
		"series": w.askSeries, "place": w.askPlace, "history": w.showHistory,
		"confirmed": func() { w.confirmStatus(w.state.Claims[0].ID) },
	} {
		shown := func() fyne.CanvasObject {
			ask()
			if canvas.Overlays().Top() == nil {
				t.Fatalf("%s: no dialog is open", name)
			}
			return canvas.Overlays().Top()
		}
		ours := func() (list []fyne.Focusable) {
			for _, o := range test.LaidOutObjects(shown()) {
				switch x := o.(type) {
				case *field:
					list = append(list, x)
				case *dropdown:
					list = append(list, x)
				case *tick:
					list = append(list, x)
				case *widget.Select, *widget.Check:
					t.Errorf("%s: a %T does not know Esc", name, o)
				}
			}
			return list
		}
		n := len(ours())
		dismiss(canvas)
		for k := range n {
			f := ours()[k]
			if f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); canvas.Overlays().Top() != nil {
				t.Errorf("%s: Esc in a %T leaves the dialog open", name, f)
				dismiss(canvas)
			}
		}
		shown()
		canvas.Unfocus()
		pressKey(w, fyne.KeyEscape)
		if canvas.Overlays().Top() != nil {
			t.Errorf("%s: Esc leaves the dialog open", name)
			dismiss(canvas)
		}
	}
}
