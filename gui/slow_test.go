package gui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"contested/geo"
	"contested/geo/project"
)

// A file on a slow disk: while a correction waits for it, the window goes on – one
// can select, filter, move the map and correct more – and shows nothing as done that
// is not on the disk. The disk is held up by a reader of the file, behind whom SQLite
// waits in the middle of writing.
func TestWindowOnASlowDisk(t *testing.T) {
	w := open(t, 1280, 800)
	path := filepath.Join(t.TempDir(), "slow.gpkg")
	if err := w.session.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	id, c := somewhere(t, w)
	other := w.state.Claims[len(w.state.Claims)-1]
	// As in the program: work beside the window's goroutine, results back on it.
	results := make(chan func(), 64)
	w.config.Go, w.config.Do = func(f func()) { go f() }, func(f func()) { results <- f }
	arrive := func() { (<-results)() }

	reader, err := sqlite.OpenConn(path, sqlite.OpenReadOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for _, q := range []string{"BEGIN", "SELECT count(*) FROM articles"} {
		if err := sqlitex.ExecuteTransient(reader, q, nil); err != nil {
			t.Fatal(err)
		}
	}
	undo := w.menu.undo.Label
	w.correct(c.ID, "Mark as no claim", func(k *geo.Correction) { k.Reject = true })
	w.correct(other.ID, "Mark as right", func(*geo.Correction) {})
	w.selectPlace(id)
	for w.state.Selected.Place != id {
		arrive()
	}
	w.filterWords("the")
	for w.state.Filter.Words != "the" {
		arrive()
	}
	w.chart.ZoomBy(1)
	if w.state.Claim(c.ID) == nil || w.menu.undo.Label != undo {
		t.Error("the correction is shown as done and is not on the disk")
	}
	if err := sqlitex.ExecuteTransient(reader, "COMMIT", nil); err != nil {
		t.Fatal(err)
	}
	for deadline := time.After(time.Minute); w.state.Claim(c.ID) != nil || !w.state.Claim(other.ID).Checked; {
		select {
		case f := <-results:
			f()
		case <-deadline:
			t.Fatalf("the corrections never arrive: %s", w.status.message)
		}
	}
	if w.status.failed || !strings.Contains(w.menu.undo.Label, "Mark as right") {
		t.Errorf("%s; the menu says %s", w.status.message, w.menu.undo.Label)
	}
	w.config.Go, w.config.Do = func(f func()) { f() }, func(f func()) { f() }
	w.workers.Wait()
	for len(results) > 0 {
		(<-results)()
	}
	w.closeDown()
	if found, err := project.Check(path); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}
