package gui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"contested/geo"
)

// What is done while the example is seen, but has no document yet, is done in the
// document when it is there.
func TestWhatIsDoneBeforeTheDocumentIsThereIsKept(t *testing.T) {
	app := test.NewTempApp(t)
	var work []func()
	var w *Window
	var id geo.ClaimID
	var place geo.PlaceID
	w = New(Config{App: app, Engine: engine, DataDir: t.TempDir(),
		Go: func(f func()) { work = append(work, f) },
		Do: func(f func()) {
			f()
			if w != nil && w.previewed && id == "" {
				if w.session != nil {
					t.Error("the example is shown after its document was opened")
				}
				id = w.state.Shown()[0].ID
				place, _ = somewhere(t, w)
				w.selectPlace(place)
				w.correct(id, "Mark as right", func(*geo.Correction) {})
			}
		},
	})
	for len(work) > 0 {
		f := work[0]
		work = work[1:]
		f()
	}
	if id == "" {
		t.Fatal("the example was not shown before it had a document")
	}
	if c := w.state.Claim(id); c == nil || !c.Checked {
		t.Error("the claim is not marked as right")
	}
	if w.state.Selected.Place != place {
		t.Error("the place is not selected")
	}
	w.closeDown()
}
