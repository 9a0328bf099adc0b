package gui

import (
	"testing"

	"fyne.io/fyne/v2/test"
)

// A place is moved and renamed with a reason, which the history tells; undo and
// the gazetteer bring it back.
func TestPlaceMovedAndRenamed(t *testing.T) {
	w := open(t, 1280, 800)
	id, _ := somewhere(t, w)
	was, _ := w.state.Place(id)
	change := func(name, at, reason string) {
		t.Helper()
		p, _ := w.state.Place(id)
		w.askMovePlace(p)
		var fields []*field
		for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
			if f, ok := o.(*field); ok {
				fields = append(fields, f)
			}
		}
		fields[0].SetText(name)
		fields[1].SetText(at)
		fields[2].SetText(reason)
		fields[1].OnSubmitted("")
	}
	change(was.Name, "48.5, 37.5", "seen on a map")
	if p, _ := w.state.Place(id); p.Point[1] != 48.5 || p.Point[0] != 37.5 || w.menu.undo.Label != "Undo “Move "+was.Name+"”" {
		t.Errorf("%+v; the menu says %s", p, w.menu.undo.Label)
	}
	if h, err := w.session.History(); err != nil || h[len(h)-1].Reason != "seen on a map" || h[len(h)-1].At.IsZero() {
		t.Errorf("the history ends with %+v, %v", h[len(h)-1], err)
	}
	change("Elsewhere", "48.5, 37.5", "")
	if p, _ := w.state.Place(id); p.Name != "Elsewhere" || w.menu.undo.Label != "Undo “Rename "+was.Name+" to Elsewhere”" {
		t.Errorf("%+v; the menu says %s", p, w.menu.undo.Label)
	}
	change("Elsewhere", "somewhere", "")
	if p, _ := w.state.Place(id); p.Point[1] != 48.5 {
		t.Error("what is no position moved it")
	}
	if !w.state.OwnPlace(id) {
		t.Error("it is not the document's own")
	}
	if err := w.session.ForgetPlace(id); err != nil {
		t.Fatal(err)
	}
	if p, _ := w.state.Place(id); p != was {
		t.Errorf("put back it is %+v, was %+v", p, was)
	}
	for range 3 {
		w.menu.undo.Action()
	}
	if p, _ := w.state.Place(id); p != was {
		t.Errorf("undone it is %+v, was %+v", p, was)
	}
}
