package session

import (
	"context"
	"path/filepath"
	"testing"

	"contested/geo"
	"contested/geo/project"
)

// A document says how many of its articles another version of the reader has read, until
// they are read again; that can be undone.
func TestReadEarlier(t *testing.T) {
	path := filepath.Join(t.TempDir(), "earlier.gpkg")
	doc, err := project.Create(path, project.Options{Now: now, Reader: "0", Places: engine().Place})
	if err != nil {
		t.Fatal(err)
	}
	a, err := geo.NewArticle(geo.Article{Title: "A town", Text: invented, Publisher: geo.Publisher{Name: "Example Wire", Party: geo.Press}})
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Import("import", []geo.Article{a}, []*geo.Reading{{Article: a.ID}}); err != nil {
		t.Fatal(err)
	}
	if err := doc.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, Config{Document: path})
	if n := s.State().ReadEarlier(); n != 1 {
		t.Fatalf("%d articles were read earlier", n)
	}
	if err := s.RereadNow(context.Background()); err != nil {
		t.Fatal(err)
	}
	if n := s.State().ReadEarlier(); n != 0 {
		t.Errorf("%d articles were read earlier, after all were read again", n)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if n := s.State().ReadEarlier(); n != 1 {
		t.Errorf("%d articles were read earlier, after that was undone", n)
	}
}
