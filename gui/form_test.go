package gui

import (
	"os"
	"path/filepath"
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
	here := filepath.Join(t.TempDir(), "there already")
	if err := os.WriteFile(here, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.session.SetFilter(geo.Filter{Words: "said"})                                                                     // which can be kept
	fynes := map[string]bool{"open": true, "import": true, "import a folder": true, "map file": true, "compare": true} // dialogs of Fyne's own
	for name, ask := range map[string]func(){
		"dates": w.askDates, "replace": func() { w.confirmReplacing([]string{here}, func() {}) },
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
				case *roll:
					list = append(list, x)
				case *widget.List:
					if !fynes[name] {
						t.Errorf("%s: the list does not know Esc", name)
					}
				case *button:
					if !x.Disabled() {
						list = append(list, x)
					}
				case *widget.Button:
					if !fynes[name] && x.Text != "" { // a form keeps two without a text, which are hidden
						t.Errorf("%s: the button %q does not know Esc", name, x.Text)
					}
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
