package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"contested/geo/ingest"
	"contested/geo/render"
)

// Others' events are shown in a panel that says what they are not, and go with
// undo.
func TestContextInTheWindow(t *testing.T) {
	w := open(t, 1200, 800)
	path := filepath.Join(t.TempDir(), "fords.geojson")
	if err := os.WriteFile(path, []byte(`{"type":"FeatureCollection","features":[
	 {"type":"Feature","properties":{"name":"A ford","description":"Invented words.","url":"https://example.org/1"},"geometry":{"type":"Point","coordinates":[37.2,48.2]}},
	 {"type":"Feature","properties":{"name":"A bridge"},"geometry":{"type":"Point","coordinates":[37.2,48.2]}},
	 {"type":"Feature","properties":{"name":"Nowhere"},"geometry":null}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	claims := w.state.CountShown()
	w.addContext(path, ingest.ContextOptions{Publisher: "Example Watch"})
	w.wait(t)
	if len(w.state.Context) != 1 || w.state.CountShown() != claims || !strings.Contains(w.status.message, "2 events, 1 left out") {
		t.Fatalf("%d layers; %s", len(w.state.Context), w.status.message)
	}
	h := render.Hit{Kind: render.ContextHit, Context: []render.ContextRef{{Layer: 0, Event: 0}, {Layer: 0, Event: 1}}}
	w.picked(h)
	said := says(w.details)
	for _, want := range []string{"Context, not a claim", "A ford", "A bridge", "Invented words.", "Example Watch", "Open the publisher's evidence"} {
		if !strings.Contains(said, want) {
			t.Errorf("the panel does not say %q:\n%s", want, said)
		}
	}
	if c := w.describe(h); c.Title != "2 events" || c.Lines[len(c.Lines)-1].Text != "Context, not a claim: Example Watch" {
		t.Errorf("the hover card says %+v", c)
	}
	w.clear()
	if w.events.Visible() {
		t.Error("Esc does not close the panel")
	}
	w.showContextLayers()
	if top := test.LaidOutObjects(w.win.Canvas().Overlays().Top()); len(top) == 0 {
		t.Error("no list of layers")
	}
	if name, err := w.session.Undo(); err != nil || name != "add context “fords”" || len(w.state.Context) != 0 {
		t.Errorf("undone %q, %v: %d layers", name, err, len(w.state.Context))
	}
	w.addContext(filepath.Join(t.TempDir(), "none.json"), ingest.ContextOptions{})
	w.wait(t)
	if !strings.Contains(w.status.message, "none.json") {
		t.Errorf("a file that is not there: %s", w.status.message)
	}
}
