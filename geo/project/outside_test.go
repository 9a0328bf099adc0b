package project

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite/sqlitex"
)

// edited is a document with one article, changed by another program.
func edited(t *testing.T, o Options, script string, args ...any) (p *Project, before *Contents, r *geo.Reading) {
	t.Helper()
	p = create(t, o)
	list, readings := articles(t, 3, 1, 10)
	ok(t, p.Import("import", list, readings))
	path := p.Path()
	before = contents(t, p)
	ok(t, p.Close())
	db := other(t, path)
	ok(t, db.Exec(script, args...))
	if db.Changes() == 0 {
		t.Fatalf("%s changed nothing", script)
	}
	ok(t, db.Close())
	p, err := Open(path, o)
	ok(t, err)
	t.Cleanup(func() { p.Close() })
	return p, before, readings[0]
}

// TestOutside changes the layers as QGIS would. Each change must come in as a
// correction with an entry of its own, leave a clean document, and be undone by
// Undo.
func TestOutside(t *testing.T) {
	_, r := article(t, 3, 10)
	placed := -1 // a claim about one settlement
	for i, c := range r.Claims {
		if len(c.Places) == 1 && gazetteer[c.Places[0].Place].Kind == geo.Settlement {
			placed = i
			break
		}
	}
	c := r.Claims[placed]
	id, at := string(c.ID), gazetteer[c.Places[0].Place]
	moved := orb.Point{at.Point[0] + 0.25, at.Point[1] - 0.125}
	two := ""
	for _, c := range r.Claims {
		if len(c.Places) == 2 {
			two = string(c.ID)
		}
	}
	only := func(p *Project) geo.Correction {
		if k := contents(t, p).Corrections; len(k) == 1 {
			return k[0]
		}
		return geo.Correction{}
	}
	for name, x := range map[string]struct {
		script string
		args   []any
		want   func(p *Project) bool
	}{
		"status": {"UPDATE claims SET status = 'confirmed' WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			k := only(p)
			return *k.Status == geo.Confirmed && k.Reason != "" && reflect.DeepEqual(k.Content, c.Content)
		}},
		"type and polarity": {"UPDATE claims SET type = 'defended', polarity = iif(polarity = 'negated', 'affirmed', 'negated') WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			k := only(p)
			return *k.Type == geo.Defended && *k.Polarity != c.Polarity && k.Status == nil
		}},
		"modality": {"UPDATE claims SET modality = iif(modality = 'demand', 'hedged', 'demand') WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			return *only(p).Modality != c.Modality
		}},
		"party": {"UPDATE claims SET party = 'TR' WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			return only(p).Source.Party == geo.Turkey && only(p).Source.Name == c.Source.Name
		}},
		"speaker": {"UPDATE claims SET speaker = 'The mayor' WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			return only(p).Source.Name == "The mayor" && only(p).Source.Key == "the-mayor" && only(p).Source.Party == c.Source.Party
		}},
		"place": {"UPDATE claims SET place_id = 'reg:beyond' WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			return (*only(p).Places)[0].Place == "reg:beyond" && (*only(p).Places)[0].Span == c.Places[0].Span
		}},
		"precision": {"UPDATE claims SET precision = iif(precision = 'near', 'at', 'near') WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			return (*only(p).Places)[0].Precision != c.Places[0].Precision
		}},
		"point of a claim": {"UPDATE claims SET geom = ? WHERE claim_id = ?", []any{gpkg.EncodePoint(moved), id}, func(p *Project) bool {
			own := contents(t, p).Places[(*only(p).Places)[0].Place]
			return own.Point == moved && own.Name == at.Name && strings.HasPrefix(string(own.ID), "own:")
		}},
		"point of a place": {"UPDATE places SET geom = ? WHERE place_id = ?", []any{gpkg.EncodePoint(moved), string(at.ID)}, func(p *Project) bool {
			return contents(t, p).Places[at.ID].Point == moved && len(contents(t, p).Corrections) == 0
		}},
		"name of a place": {"UPDATE places SET name = 'Newname' WHERE place_id = ?", []any{string(at.ID)}, func(p *Project) bool {
			return contents(t, p).Places[at.ID].Name == "Newname" && contents(t, p).Places[at.ID].Point == at.Point
		}},
		"a claim deleted": {"DELETE FROM claims WHERE claim_id = ?", []any{id}, func(p *Project) bool {
			return only(p).Reject
		}},
		"one of two places deleted": {"DELETE FROM claims WHERE claim_id = ? AND n = 0", []any{two}, func(p *Project) bool {
			return len(*only(p).Places) == 1 && (*only(p).Places)[0].Place == "gn:1"
		}},
		"everything at once": {"UPDATE claims SET status = 'confirmed', party = 'US'", nil, func(p *Project) bool {
			return len(contents(t, p).Corrections) == len(r.Claims)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			p, before, _ := edited(t, options(), x.script, x.args...)
			if !x.want(p) {
				t.Errorf("it came in as %+v, %+v", contents(t, p).Corrections, contents(t, p).Places)
			}
			h := p.History()
			if len(h) != 2 || h[1].Kind != Outside || h[1].Reason == "" || p.UndoName() != h[1].Name {
				t.Errorf("the history is %+v", h)
			}
			clean(t, p.Path())
			_, err := p.Undo()
			ok(t, err)
			if d := difference(contents(t, p), before); d != "" {
				t.Errorf("undo left other %s", d)
			}
			clean(t, p.Path())
			_, err = p.Redo()
			ok(t, err)
			if !x.want(p) {
				t.Error("redo did not bring it back")
			}
			clean(t, p.Path())
		})
	}
}

// TestOutsideNotBelieved changes what is not for other programs to say. It is
// put back, and the history says so where the user would want to know.
func TestOutsideNotBelieved(t *testing.T) {
	for _, x := range []struct {
		script string
		told   string // in the history; empty: nothing is told
	}{
		{"UPDATE claims SET excerpt = 'other words'", "quotes are the article's words"},
		{"UPDATE claims SET status = 'nonsense' WHERE fid = 1", `status "nonsense"`},
		{"UPDATE claims SET place_id = 'gn:404' WHERE fid = 1", "unknown place"},
		{"UPDATE claims SET voice = 'ukraine', publisher = 'x', lon = 1, confidence = 0", ""},
		{"UPDATE claims SET geom = NULL", ""},
		{"UPDATE claims SET geom = x'4750000100'", ""},
		{"UPDATE excerpts SET quote = 'other words', start_byte = 3", ""},
		{"DELETE FROM excerpts", ""},
		{"DELETE FROM regions", ""},
		{"DELETE FROM places WHERE fid = 1", ""},
		{"DELETE FROM sources", ""},
		{"UPDATE regions SET claims = 1000, voice = 'russia'", ""},
		{"INSERT INTO excerpts (claim_id, article) VALUES ('x', 1)", ""},
		{"INSERT INTO claims (claim_id, article) VALUES ('x', 1)", ""},
		{"DROP TRIGGER rtree_claims_geom_insert", "restored"},
		{"CREATE TRIGGER evil AFTER INSERT ON claims BEGIN DELETE FROM articles; END", "trigger evil on claims removed"},
		{"CREATE TRIGGER evil AFTER INSERT ON contested_changes BEGIN DELETE FROM articles; END", "evil"},
		{"CREATE TRIGGER evil AFTER UPDATE ON gpkg_contents BEGIN DELETE FROM articles; END", "evil"},
	} {
		t.Run(x.script, func(t *testing.T) {
			p := create(t, options())
			list, readings := articles(t, 3, 2, 10)
			ok(t, p.Import("import", list, readings))
			path := p.Path()
			before := contents(t, p)
			ok(t, p.Close())
			db := other(t, path)
			ok(t, sqlitex.ExecuteTransient(db.Conn, x.script, nil))
			ok(t, db.Close())
			if found, err := Check(path); err != nil || len(found) == 0 && !strings.Contains(x.script, "DELETE FROM") && !strings.Contains(x.script, "confidence") {
				t.Errorf("check finds nothing (%v)", err)
			}
			p, err := Open(path, options())
			ok(t, err)
			defer p.Close()
			if d := difference(contents(t, p), before); d != "" {
				t.Errorf("it changed %s", d)
			}
			last := p.History()[len(p.History())-1]
			if x.told != "" && !strings.Contains(last.Reason, x.told) {
				t.Errorf("the history says %q", last.Reason)
			}
			if p.UndoName() != "import" {
				t.Errorf("what can be undone is %q", p.UndoName())
			}
			clean(t, path)
			more, moreReadings := articles(t, 9, 1, 4)
			ok(t, p.Import("more", more, moreReadings))
			if len(contents(t, p).Articles) != 3 {
				t.Error("the import did not come in")
			}
			clean(t, path)
		})
	}
}

// TestFrozen: the texts, the corrections and the history cannot be changed by
// programs that keep to the file's own rules.
func TestFrozen(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 1, 3)
	ok(t, p.Import("import", list, readings))
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	db := other(t, p.Path())
	for _, q := range []string{"UPDATE articles SET text = 'x'", "UPDATE articles SET title = 'x'", "UPDATE history SET name = 'x'", "UPDATE corrections SET reason = 'x'"} {
		if err := db.Exec(q); err == nil {
			t.Errorf("%s was let through", q)
		}
	}
}

// TestArticleDeletedOutside: the rest of the article goes too.
func TestArticleDeletedOutside(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 3, 5)
	ok(t, p.Import("import", list, readings))
	ok(t, p.Correct("deny", correction(&readings[1].Claims[0])))
	path := p.Path()
	ok(t, p.Close())
	db := other(t, path)
	ok(t, db.Exec("DELETE FROM articles WHERE article_id = ?", string(list[1].ID)))
	ok(t, db.Close())
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	c := contents(t, p)
	if len(c.Articles) != 2 || len(c.Readings) != 2 || len(c.Corrections) != 0 || len(c.Problems) != 0 {
		t.Errorf("%d articles, %d readings, %d corrections, problems %v", len(c.Articles), len(c.Readings), len(c.Corrections), c.Problems)
	}
	clean(t, path)
	for p.UndoName() != "" {
		_, err := p.Undo()
		ok(t, err)
		clean(t, path)
	}
	for p.RedoName() != "" {
		_, err := p.Redo()
		ok(t, err)
		clean(t, path)
	}
	if n := len(contents(t, p).Articles); n != 3 {
		t.Errorf("after undo and redo there are %d articles", n)
	}
}

// TestTextChangedOutside: whoever takes the guard off can change a text. Quotes
// that are not in it any more are left out and told of.
func TestTextChangedOutside(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 2, 5)
	ok(t, p.Import("import", list, readings))
	path := p.Path()
	ok(t, p.Close())
	db := other(t, path)
	ok(t, db.Exec("DROP TRIGGER articles_frozen"))
	ok(t, db.Exec("UPDATE articles SET text = substr(text, 1, 100) WHERE fid = 1"))
	ok(t, db.Close())
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	c := contents(t, p)
	if len(c.Problems) == 0 || len(c.Readings[list[0].ID].Claims) >= 5 || len(c.Readings[list[1].ID].Claims) != 5 {
		t.Errorf("problems %v, %d claims", c.Problems, len(c.Readings[list[0].ID].Claims))
	}
	found, err := Check(path)
	ok(t, err)
	if !strings.Contains(fmt.Sprint(found), "article-id") || !strings.Contains(fmt.Sprint(found), "text-hash") {
		t.Errorf("check finds %v", found)
	}
}

// TestOutsideWhileOpen: another program writes while the document is open.
func TestOutsideWhileOpen(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 2, 5)
	ok(t, p.Import("one", list[:1], readings[:1]))
	if changed, err := p.Refresh(); err != nil || changed {
		t.Errorf("nothing was changed, but: %v, %v", changed, err)
	}
	db := other(t, p.Path())
	ok(t, db.Exec("UPDATE claims SET status = 'confirmed' WHERE claim_id = ?", string(readings[0].Claims[0].ID)))
	if _, err := p.Undo(); !errors.Is(err, ErrChanged) {
		t.Errorf("undoing what is not seen yet: %v", err)
	}
	if len(contents(t, p).Corrections) != 1 || p.UndoName() != outsideName {
		t.Error("the change was not taken over")
	}
	ok(t, db.Exec("UPDATE claims SET status = 'confirmed' WHERE claim_id = ?", string(readings[0].Claims[1].ID)))
	ok(t, p.Import("two", list[1:], readings[1:]))
	ok(t, db.Exec("UPDATE claims SET status = 'confirmed' WHERE claim_id = ?", string(readings[0].Claims[2].ID)))
	if changed, err := p.Refresh(); err != nil || !changed {
		t.Errorf("refresh: %v, %v", changed, err)
	}
	if n := len(contents(t, p).Corrections); n != 3 {
		t.Errorf("%d corrections", n)
	}
	names := ""
	for _, e := range p.History() {
		names += e.Name + "; "
	}
	if want := "one; " + outsideName + "; " + outsideName + "; two; " + outsideName + "; "; names != want {
		t.Errorf("the history is %s", names)
	}
	clean(t, p.Path())
}
