package gui

import (
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/read"
)

// A document whose articles another version of the program has read says so, and offers
// to read them again.
func TestReadEarlier(t *testing.T) {
	path := filepath.Join(t.TempDir(), "earlier.gpkg")
	doc, err := project.Create(path, project.Options{Reader: read.Version + " and before", Places: engine.Place})
	if err != nil {
		t.Fatal(err)
	}
	a, err := geo.NewArticle(geo.Article{Title: "An invented town", Text: "The mayor of Pokrovsk said that shells had hit Pokrovsk."})
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Import("import", []geo.Article{a}, []*geo.Reading{{Article: a.ID}}); err != nil {
		t.Fatal(err)
	}
	if err := doc.Close(); err != nil {
		t.Fatal(err)
	}
	w := open(t, 1200, 800)
	w.openDocument(path, nil)
	if said := w.status.message; !strings.Contains(said, "1 article was read by another version") || len(w.state.Claims) != 0 {
		t.Fatalf("the window says %q, with %d claims", said, len(w.state.Claims))
	}
	w.status.more.tapped()
	w.wait(t)
	if said := w.status.message; len(w.state.Claims) != 1 || !strings.Contains(said, "read again: 1 claim, before 0") {
		t.Errorf("read again, the window says %q, with %d claims", said, len(w.state.Claims))
	}
	if n := w.state.ReadEarlier(); n != 0 {
		t.Errorf("%d articles were read by another version still", n)
	}
}
