package session

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/render"
	"contested/geo/view"
)

// events is an invented layer: a point, a line and an area.
const events = `{"type": "FeatureCollection", "name": "Invented crossings", "publisher": "Example Watch", "license": "CC BY 4.0", "features": [
 {"type": "Feature", "properties": {"name": "A ford", "date": "2025-11-02", "url": "https://example.org/5"}, "geometry": {"type": "Point", "coordinates": [37.5, 48.5]}},
 {"type": "Feature", "properties": {"name": "A ditch"}, "geometry": {"type": "LineString", "coordinates": [[37.1, 48.1], [37.2, 48.2], [37.4, 48.2]]}},
 {"type": "Feature", "properties": {"name": "A field"}, "geometry": {"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 49], [37, 49]]]}},
 {"type": "Feature", "properties": {"name": "Far away"}, "geometry": {"type": "Point", "coordinates": [-60, -20]}},
 {"type": "Feature", "properties": {"name": "Nowhere"}, "geometry": null}
]}`

func withEvents(t *testing.T, s *Session) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "crossings.geojson")
	if err := os.WriteFile(path, []byte(events), 0o600); err != nil {
		t.Fatal(err)
	}
	r := s.AddContextNow(context.Background(), path, ingest.ContextOptions{})
	if r.Err != nil || !r.New || len(r.Layer.Events) != 4 || len(r.Skipped) != 1 {
		t.Fatalf("%+v", r)
	}
	if r = s.AddContextNow(context.Background(), path, ingest.ContextOptions{}); r.Err != nil || r.New {
		t.Fatalf("added again: %+v", r)
	}
}

// Others' events change no claim, are drawn, credited and carried, and every
// change of them can be undone.
func TestContext(t *testing.T) {
	s := open(t, Config{Example: true})
	before := s.State()
	withEvents(t, s)
	st := s.State()
	if len(st.Claims) != len(before.Claims) || st.CountShown() != before.CountShown() || len(st.Conflicts) != len(before.Conflicts) {
		t.Error("others' events changed the claims")
	}
	p := Picture{Width: 900, Height: 700, Appearance: Appearance{Legend: true}, Bound: &orb.Bound{Min: orb.Point{36.5, 47.8}, Max: orb.Point{38.5, 49.2}}}
	with := paint(t, st, p)
	if bytes.Equal(with, paint(t, before, p)) {
		t.Error("others' events are not drawn")
	}
	snap := again(t, with)
	if !bytes.Contains(snap.Content, []byte("Example Watch")) || bytes.Contains(snap.Content, []byte("Far away")) || bytes.Contains(snap.Content, []byte("crossings.geojson")) {
		t.Errorf("carried: %s", snap.Content)
	}
	if !bytes.Equal(paint(t, snap.State, snap.Picture), with) {
		t.Error("drawn again it is another file")
	}
	id := st.Context[0].ID
	if err := s.ShowContext(id, false); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(paint(t, s.State(), p), paint(t, before, p)) {
		t.Error("a hidden layer is drawn")
	}
	if err := s.DescribeContext(id, " Fords ", "Example Watch", "CC0"); err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveContext(id); err != nil || len(s.State().Context) != 0 {
		t.Fatal(err)
	}
	for _, want := range []string{"remove context “Fords”", "describe context “Fords”", "hide context “Invented crossings”", "add context “Invented crossings”"} {
		if name, err := s.Undo(); err != nil || name != want {
			t.Errorf("undone: %q, %v", name, err)
		}
	}
	if len(s.State().Context) != 0 {
		t.Error("everything is undone, and there is context")
	}
	if err := s.RemoveContext(id); err == nil || s.ShowContext("none", true) == nil {
		t.Error("a layer that is not there was changed")
	}
}

// What lies under the pointer says that it is context.
func TestContextHits(t *testing.T) {
	s := open(t, Config{})
	withEvents(t, s)
	painter, err := engine().Painter()
	if err != nil {
		t.Fatal(err)
	}
	v := view.Viewport{Centre: orb.Point{37.5, 48.5}, Zoom: 9, Width: 400, Height: 300, Density: 1}
	f, err := painter.Render(context.Background(), s.State().Scene(nil, Appearance{}), v, render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h, ok := f.At(201, 149)
	if !ok || h.Kind != render.ContextHit || len(h.Context) != 2 || len(h.Places) != 0 {
		t.Fatalf("under the pointer is %+v", h)
	}
	var titles []string
	for _, r := range h.Context {
		titles = append(titles, s.State().Context[r.Layer].Events[r.Event].Title)
	}
	if strings.Join(titles, ", ") != "A ford, A field" {
		t.Errorf("under the pointer are %q", titles)
	}
	if len(f.Hits()) != 0 {
		t.Error("context is listed among the symbols of claims")
	}
}

// A file that carries context which cannot be drawn is damaged, not drawn.
func TestCarriedContextIsChecked(t *testing.T) {
	for _, c := range []carriedLayer{
		{Name: "a", Publisher: "p"},
		{Name: "a", Events: []carriedEvent{{Title: "x"}}},
		{Name: "a", Publisher: "p", Events: []carriedEvent{{Title: "x", Point: orb.Point{200, 1}}}},
		{Name: "a", Publisher: "p", Events: []carriedEvent{{Title: "x", Lines: orb.MultiLineString{{{1, 1}}}}}},
	} {
		if _, err := c.layer(); err == nil {
			t.Errorf("%+v was taken", c)
		}
	}
	if _, err := geo.NewContextLayer(geo.ContextLayer{}); err == nil {
		t.Error("an empty layer was taken")
	}
}

// A filter by time holds for others' events as for claims, and so does the moment of
// a picture in a series.
func TestContextKeepsToTheTime(t *testing.T) {
	s := open(t, Config{Example: true})
	withEvents(t, s)
	titles := func(st *State) string {
		var out []string
		for _, l := range st.contextShown() {
			for _, e := range l.Events {
				out = append(out, e.Title)
			}
		}
		return strings.Join(out, ", ")
	}
	const undated = "A ditch, A field, Far away"
	s.SetFilter(geo.Filter{Time: geo.Day(2025, time.November, 2)})
	if got := titles(s.State()); got != "A ford, "+undated {
		t.Errorf("on the day: %s", got)
	}
	s.SetFilter(geo.Filter{Time: geo.Day(2025, time.November, 9)})
	if got := titles(s.State()); got != undated {
		t.Errorf("a week later: %s", got)
	}
	s.SetFilter(geo.Filter{})
	if got := titles(s.State().Until(time.Date(2025, time.November, 1, 12, 0, 0, 0, time.UTC))); got != "" {
		t.Errorf("as of the day before: %s", got)
	}
	if got := titles(s.State().Until(time.Date(2025, time.November, 3, 0, 0, 0, 0, time.UTC))); got != "A ford" {
		t.Errorf("as of the day after: %s", got)
	}
}
