package project

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/gpkg"
)

func TestSaveAs(t *testing.T) {
	p := create(t, options())
	old := p.Path()
	list, readings := articles(t, 0, 3, 4)
	ok(t, p.Import("one", list[:2], readings[:2]))
	ok(t, p.Import("two", list[2:], readings[2:]))
	_, err := p.Undo()
	ok(t, err)
	before, history := contents(t, p), p.History()
	dir := t.TempDir()
	path := filepath.Join(dir, "name with ünïcode & spaces?.gpkg")
	ok(t, os.WriteFile(path, []byte("something that is replaced"), 0o640))
	ok(t, p.SaveAs(path))
	if p.Path() != path || difference(contents(t, p), before) != "" || !reflect.DeepEqual(p.History(), history) {
		t.Errorf("in %s there is something else", p.Path())
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the rights of the file are %v", info.Mode())
	}
	name, err := p.Redo()
	ok(t, err)
	if name != "two" {
		t.Errorf("redo did %q", name)
	}
	clean(t, path)
	q, err := Open(old, options()) // let go of, and as it was
	ok(t, err)
	defer q.Close()
	if difference(contents(t, q), before) != "" {
		t.Error("the old file was changed")
	}
	if rest, _ := filepath.Glob(filepath.Join(dir, ".*.tmp*")); len(rest) > 0 {
		t.Errorf("left behind: %q", rest)
	}
	if err := p.SaveAs(filepath.Join(dir, "no", "folder.gpkg")); err == nil || !strings.Contains(err.Error(), "no such file or folder") {
		t.Errorf("a folder that is not there: %v", err)
	}
	if p.Path() != path {
		t.Error("after a failed copy it goes on elsewhere")
	}
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	ok(t, p.SaveAs(path))
}

// TestSaveCopy: a copy is the document with its history; the document goes on where it
// is.
func TestSaveCopy(t *testing.T) {
	p := create(t, options())
	here := p.Path()
	list, readings := articles(t, 0, 3, 4)
	ok(t, p.Import("one", list[:2], readings[:2]))
	path := filepath.Join(t.TempDir(), "copy.gpkg")
	ok(t, os.WriteFile(path, []byte("something that is replaced"), 0o600))
	ok(t, p.SaveCopy(path))
	before := contents(t, p)
	ok(t, p.Import("two", list[2:], readings[2:]))
	q, err := Open(path, options())
	ok(t, err)
	if p.Path() != here || difference(contents(t, q), before) != "" || len(q.History()) != 1 || q.UndoName() != "one" {
		t.Errorf("%s; the copy has %+v", p.Path(), q.History())
	}
	if err := p.SaveCopy(path); !errors.Is(err, ErrInUse) {
		t.Errorf("over a document that is open: %v", err)
	}
	ok(t, q.Close())
	if err := p.SaveCopy(here); !errors.Is(err, ErrExists) {
		t.Errorf("over itself: %v", err)
	}
	clean(t, path)
	clean(t, here)
}

// TestSaveAsOverBroken replaces a document that a crash left with a journal.
func TestSaveAsOverBroken(t *testing.T) {
	victim := create(t, options())
	list, readings := articles(t, 0, 3, 4)
	ok(t, victim.Import("one", list, readings))
	target := victim.Path()
	ok(t, victim.Close())
	ok(t, os.WriteFile(target+"-journal", []byte(strings.Repeat("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 512)), 0o600))
	p := create(t, options())
	ok(t, p.Import("two", list[:1], readings[:1]))
	ok(t, p.SaveAs(target))
	clean(t, target)
	if len(contents(t, p).Articles) != 1 {
		t.Error("the journal of the old file was played back into the new one")
	}
}

func TestWrite(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 3, 6)
	ok(t, p.Import("one", list, readings))
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	ok(t, p.SaveFilter("mine", &geo.Filter{Words: "x"}))
	ok(t, p.PutPlace("move", geo.Place{ID: "gn:1", Name: "Alphahrad", Point: gazetteer["gn:2"].Point}, ""))
	path := filepath.Join(t.TempDir(), "written.gpkg")
	ok(t, Write(path, contents(t, p), options()))
	clean(t, path)
	q, err := Open(path, options())
	ok(t, err)
	defer q.Close()
	if d := difference(contents(t, q), contents(t, p)); d != "" {
		t.Errorf("it was written with other %s", d)
	}
	if q.UndoName() != "" || len(q.History()) != 1 {
		t.Errorf("the history is %+v", q.History())
	}
	if err := Write(path, contents(t, p), options()); !errors.Is(err, ErrExists) {
		t.Errorf("writing over a file: %v", err)
	}
}

func TestUnnamed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data", "contested")
	o := options()
	p, recovered, err := Unnamed(dir, o)
	ok(t, err)
	if recovered || !p.IsUnnamed() {
		t.Error("a new document is recovered, or has a name")
	}
	ok(t, p.Close())
	files := func() int { list, _ := os.ReadDir(dir); return len(list) }
	if files() != 0 {
		t.Error("an unnamed document in which nothing was done stayed")
	}
	p, _, err = Unnamed(dir, o)
	ok(t, err)
	list, readings := articles(t, 0, 2, 3)
	ok(t, p.Import("import", list, readings))
	second, recovered, err := Unnamed(dir, o) // another window
	ok(t, err)
	if recovered || second.Path() == p.Path() {
		t.Error("two windows have one unnamed document")
	}
	ok(t, second.Import("import", list[:1], readings[:1]))
	ok(t, second.Discard())
	if files() != 2 { // the first, and its lock
		t.Errorf("%d files are left", files())
	}
	before := contents(t, p)
	ok(t, p.release()) // as a crash would
	p, recovered, err = Unnamed(dir, o)
	ok(t, err)
	if !recovered || difference(contents(t, p), before) != "" || p.UndoName() != "import" {
		t.Error("the work of the crashed sitting is not there again")
	}
	named := filepath.Join(t.TempDir(), "named.gpkg")
	ok(t, p.SaveAs(named))
	if p.IsUnnamed() || files() != 0 {
		t.Error("the unnamed file stayed after it was given a name")
	}
	if err := p.Discard(); err == nil {
		t.Error("a document with a name was deleted")
	}
	ok(t, p.Close())
	clean(t, named)
	ok(t, p.Close())
	if _, err := p.Contents(); err == nil {
		t.Error("a closed document has contents")
	}
	if err := p.Import("import", list, readings); err == nil {
		t.Error("a closed document took an import")
	}
}

func TestUnnamedDamaged(t *testing.T) {
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, "unnamed.gpkg"), []byte("what a bad disk left"), 0o600))
	p, recovered, err := Unnamed(dir, options())
	ok(t, err)
	defer p.Close()
	if recovered {
		t.Error("rubbish is recovered work")
	}
	h := p.History()
	if len(h) != 1 || h[0].Kind != Note || !strings.Contains(h[0].Reason, "unnamed damaged 1.gpkg") {
		t.Errorf("the history is %+v", h)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "unnamed damaged 1.gpkg")); err != nil || string(b) != "what a bad disk left" {
		t.Error("the damaged file was not kept")
	}
}

// withMigrations runs f as a version of the program that knows more schemas.
func withMigrations(t *testing.T, steps ...func(*gpkg.DB) error) {
	t.Helper()
	old := migrations
	migrations = append(old[:len(old):len(old)], steps...)
	t.Cleanup(func() { migrations = old })
}

func TestMigration(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 2, 3)
	ok(t, p.Import("import", list, readings))
	path := p.Path()
	before := contents(t, p)
	ok(t, p.Close())
	whole, err := os.ReadFile(path)
	ok(t, err)

	withMigrations(t, func(db *gpkg.DB) error {
		if err := db.Exec("INSERT INTO contested_settings VALUES ('migrated', '1')"); err != nil {
			return err
		}
		return errors.New("the step failed")
	})
	if _, err := Open(path, options()); err == nil || !strings.Contains(err.Error(), "was not changed") {
		t.Fatalf("a migration that fails: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != string(whole) {
		t.Error("a migration that failed changed the file")
	}
	migrations[len(migrations)-1] = func(db *gpkg.DB) error {
		return db.Exec("INSERT INTO contested_settings VALUES ('migrated', '1')")
	}
	p, err = Open(path, options())
	ok(t, err)
	if contents(t, p).Settings["migrated"] == nil || len(contents(t, p).Articles) != 2 {
		t.Errorf("the migrated document is %+v", contents(t, p).Settings)
	}
	h := p.History()
	if last := h[len(h)-1]; last.Kind != Note || !strings.Contains(last.Reason, "document (schema 2, 2).gpkg") {
		t.Errorf("the history ends with %+v", last)
	}
	if name, err := p.Undo(); err != nil || name != "import" {
		t.Errorf("undo after the migration: %q, %v", name, err)
	}
	ok(t, p.Close())
	clean(t, path)

	migrations = migrations[:len(migrations)-1] // the older program
	if _, err := Open(path, options()); !errors.Is(err, ErrNewer) || !strings.Contains(err.Error(), "newer version of Contested") || !strings.Contains(err.Error(), "install that version") {
		t.Errorf("a newer file: %v", err)
	}
	kept, err := Open(strings.TrimSuffix(path, ".gpkg")+" (schema 2).gpkg", options())
	ok(t, err)
	defer kept.Close()
	if d := difference(contents(t, kept), before); d != "" {
		t.Errorf("the copy that was kept has other %s", d)
	}
}

// TestSchema1 opens a document that the first version wrote. The file is kept;
// it is never written again.
func TestSchema1(t *testing.T) {
	b, err := os.ReadFile("testdata/schema1.gpkg")
	ok(t, err)
	path := filepath.Join(t.TempDir(), "old.gpkg")
	ok(t, os.WriteFile(path, b, 0o600))
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	c := contents(t, p)
	want, readings := articles(t, 0, 3, 6)
	if !reflect.DeepEqual(c.Articles, pointers(want)) {
		t.Errorf("the articles are %+v", c.Articles)
	}
	for i, r := range readings {
		if whole := p.Whole(&want[i], c.Readings[r.Article]); !reflect.DeepEqual(whole, r) {
			t.Errorf("the reading of %s is %+v", r.Article, whole)
		}
	}
	if len(c.Corrections) != 1 || *c.Corrections[0].Polarity != geo.Negated || c.View.Zoom != 8.5 || len(c.Filters) != 1 || c.Places["gn:3"].Point != gazetteer["gn:2"].Point {
		t.Errorf("the rest is %+v, %+v, %+v, %+v", c.Corrections, c.View, c.Filters, c.Places)
	}
	names := ""
	for _, e := range p.History() {
		names += e.Name + "; "
	}
	if names != "import 3 articles; mark as denied; save filter “mine”; move Gammansk; delete; Undo delete; Brought up to date from schema 1 to 2; " {
		t.Errorf("the history is %s", names)
	}
	clean(t, path)
	for p.UndoName() != "" {
		_, err := p.Undo()
		ok(t, err)
	}
	for p.RedoName() != "" {
		_, err := p.Redo()
		ok(t, err)
	}
	if len(contents(t, p).Articles) != 2 {
		t.Error("redoing everything did not delete the article again")
	}
	clean(t, path)
}
