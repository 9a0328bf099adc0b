package project

import (
	"strings"
	"testing"

	"contested/geo"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite/sqlitex"
)

// contextLayer is invented: three events of the three shapes.
func contextLayer(t testing.TB, name string) geo.ContextLayer {
	t.Helper()
	l, err := geo.NewContextLayer(geo.ContextLayer{
		Name: name, Publisher: "Example Watch", Licence: "CC BY 4.0", Origin: name + ".geojson", Format: "GeoJSON", Fetched: clock()(),
		Events: []geo.ContextEvent{
			{Ref: "a", Title: "A bridge of Alphahrad", Text: "Invented.", Kind: "damage", When: geo.Day(2025, 11, 2), Point: orb.Point{37.1, 48.2}, Link: "https://example.org/a"},
			{Ref: "b", Title: "A road", Point: orb.Point{37.2, 48.3}, Shape: orb.MultiLineString{{{37.1, 48.2}, {37.2, 48.3}, {37.5, 48.7}}}},
			{Ref: "c", Title: "An area", Point: orb.Point{37.5, 48.5}, Shape: orb.MultiPolygon{{{{37, 48}, {38, 48}, {38, 49}, {37, 48}}}}},
		},
	})
	ok(t, err)
	return l
}

func TestContextLayers(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 2, 4)
	ok(t, p.Import("import", list, readings))
	l := contextLayer(t, "bridges")
	ok(t, p.AddContext("add context “bridges”", l))
	ok(t, p.AddContext("again", l)) // changes nothing
	ok(t, p.AddContext("add context “roads”", contextLayer(t, "roads")))
	hidden := l
	hidden.Hidden, hidden.Name, hidden.Events = true, "old bridges", nil
	ok(t, p.ChangeContext("hide context", hidden))
	ok(t, p.ChangeContext("hide it again", hidden)) // changes nothing
	states := []*Contents{contents(t, p)}
	if c := states[0].Context; len(c) != 2 || !c[0].Hidden || c[0].Name != "old bridges" || len(c[0].Events) != 3 || c[1].Hidden {
		t.Fatalf("the layers are %+v", c)
	}
	ok(t, p.RemoveContext("remove context", l.ID))
	ok(t, p.RemoveContext("remove it again", l.ID))
	if n := len(p.History()); n != 5 {
		t.Errorf("there are %d entries in the history: what changes nothing has none", n)
	}
	clean(t, p.Path())

	path := p.Path()
	ok(t, p.Close())
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	if c := contents(t, p).Context; len(c) != 1 || c[0].Name != "roads" {
		t.Fatalf("after opening, the layers are %+v", c)
	}
	for range 2 {
		_, err = p.Undo()
		ok(t, err)
	}
	want := contextLayer(t, "bridges")
	if c := contents(t, p).Context; difference(&Contents{Context: c[:1]}, &Contents{Context: []geo.ContextLayer{want}}) != "" {
		t.Fatalf("undone, the first layer is %+v", c[0])
	}
	clean(t, path)
	_, err = p.Redo()
	ok(t, err)
	if d := difference(contents(t, p), states[0]); d != "" {
		t.Errorf("done again, there are other %s", d)
	}
	clean(t, path)
	for p.UndoName() != "" {
		_, err := p.Undo()
		ok(t, err)
	}
	if contents(t, p).Context != nil {
		t.Error("everything is undone, and there is context")
	}
	clean(t, path)
}

// TestContextIsNotOthers: what another program changes in the layers of context
// is put back and noted.
func TestContextIsNotOthers(t *testing.T) {
	p := create(t, options())
	ok(t, p.AddContext("add", contextLayer(t, "bridges")))
	path := p.Path()
	before := contents(t, p)
	ok(t, p.Close())
	db := other(t, path)
	for _, q := range []string{"UPDATE context SET title = 'mine' WHERE fid = 1", "DELETE FROM context_lines", "UPDATE context_layers SET publisher = 'me'",
		"INSERT INTO context_areas (layer, title) VALUES (77, 'stray')"} {
		ok(t, sqlitex.ExecuteTransient(db.Conn, q, nil))
	}
	ok(t, db.Close())
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	if d := difference(before, contents(t, p)); d != "" {
		t.Errorf("another program changed %s", d)
	}
	h := p.History()
	if last := h[len(h)-1]; last.Kind != Note || !strings.Contains(last.Reason, "its events are its publisher's") {
		t.Errorf("the history ends with %+v", last)
	}
	clean(t, path)
}

func TestContextRefusals(t *testing.T) {
	p := create(t, options())
	l := contextLayer(t, "bridges")
	bad := l
	bad.Events = []geo.ContextEvent{{Title: "nowhere", Point: orb.Point{200, 10}}}
	if err := p.AddContext("add", bad); err == nil {
		t.Error("an event beyond the earth was taken")
	}
	ok(t, p.AddContext("add", l))
	l.Publisher = ""
	if err := p.ChangeContext("change", l); err == nil {
		t.Error("a layer lost its publisher")
	}
}
