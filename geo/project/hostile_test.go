package project

import (
	"bytes"
	"compress/flate"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zombiezen.com/go/sqlite/sqlitex"
)

// use opens the file and does with it what a session would. Errors are fine;
// what is not is a panic, no end, or endless memory.
func use(t *testing.T, path string) (opened bool) {
	t.Helper()
	_, _ = Check(path)
	p, err := Open(path, options())
	if err != nil {
		if s := err.Error(); strings.Contains(s, "sqlite: ") && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrBusy) {
			t.Logf("an error that nobody has worded: %v", err)
		}
		return false
	}
	defer p.Close()
	c := contents(t, p)
	for _, a := range c.Articles {
		if r := c.Readings[a.ID]; r != nil {
			for _, claim := range p.effective(p.state, a, c.Corrections) {
				_ = excerptValues(&claim, a, 1)
			}
		}
	}
	p.History()
	list, readings := articles(t, 40, 1, 3)
	_ = p.Import("import", list, readings)
	for range 6 {
		if _, err := p.Undo(); err != nil {
			break
		}
	}
	for range 2 {
		if _, err := p.Redo(); err != nil {
			break
		}
	}
	_ = p.SaveAs(filepath.Join(filepath.Dir(path), "copy.gpkg"))
	return true
}

// TestDamaged uses files with bytes changed, pages swapped and ends cut off.
func TestDamaged(t *testing.T) {
	path, _ := example(t)
	whole, err := os.ReadFile(path)
	ok(t, err)
	r := rand.New(rand.NewPCG(4, 4))
	rounds, opened := 60, 0
	if testing.Short() {
		rounds = 20
	}
	dir := t.TempDir()
	for i := range rounds {
		b := bytes.Clone(whole)
		pages := len(b) / 4096
		switch i % 5 {
		case 0: // a few bytes anywhere
			for range 1 + r.IntN(20) {
				b[r.IntN(len(b))] = byte(r.IntN(256))
			}
		case 1: // bytes in the header of a page
			for range 3 {
				b[r.IntN(pages)*4096+r.IntN(12)] ^= byte(1 << r.IntN(8))
			}
		case 2: // two pages swapped, but for the first
			x, y := 1+r.IntN(pages-1), 1+r.IntN(pages-1)
			copy(b[x*4096:], whole[y*4096:(y+1)*4096])
			copy(b[y*4096:], whole[x*4096:(x+1)*4096])
		case 3:
			b = b[:r.IntN(len(b))]
		case 4: // the schema and the header of the file
			for range 4 {
				b[r.IntN(8*4096)] = byte(r.IntN(256))
			}
		}
		path := filepath.Join(dir, "damaged.gpkg")
		ok(t, os.WriteFile(path, b, 0o600))
		if use(t, path) {
			opened++
		}
		_ = removeAll(dir)
	}
	t.Logf("%d of %d damaged files could be opened", opened, rounds)
}

func removeAll(dir string) error {
	list, err := filepath.Glob(filepath.Join(dir, "*"))
	for _, path := range list {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

// TestHostile uses files that were made to do harm.
func TestHostile(t *testing.T) {
	bomb := func() []byte { // 2 GB of zeros, packed
		var b bytes.Buffer
		z, _ := flate.NewWriter(&b, 9)
		zeros := make([]byte, 1<<20)
		for range 2048 {
			_, _ = z.Write(zeros)
		}
		z.Close()
		return b.Bytes()
	}
	endless := "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS fid, 'a' AS article_id, '' AS title, '' AS publisher, '' AS party, '' AS published_exact, '' AS language, '' AS url, '' AS path, '' AS ref, '' AS fetched, 0 AS example, 'x' AS text FROM n"
	for name, x := range map[string]struct {
		script []string
		arg    any
		opens  bool
	}{
		"a view instead of a table":      {[]string{"DROP TABLE articles", "CREATE VIEW articles AS " + endless}, nil, false},
		"a virtual table":                {[]string{"DROP TABLE articles", "CREATE VIRTUAL TABLE articles USING fts5(article_id, title)"}, nil, false},
		"a computed column":              {[]string{"ALTER TABLE claims ADD COLUMN big AS (zeroblob(200000000))"}, nil, false},
		"an index that is a table":       {[]string{"DROP TABLE rtree_claims_geom", "CREATE TABLE rtree_claims_geom (id, minx, maxx, miny, maxy)"}, nil, false},
		"a table missing":                {[]string{"DROP TABLE contested_readings"}, nil, false},
		"no schema":                      {[]string{"DELETE FROM contested_document"}, nil, false},
		"another kind of schema":         {[]string{"UPDATE contested_document SET value = 'x' WHERE key = 'schema'"}, nil, false},
		"endless triggers":               {[]string{"CREATE TRIGGER a AFTER UPDATE ON contested_document BEGIN UPDATE contested_document SET value = value || '1'; END", "PRAGMA recursive_triggers = ON"}, nil, true},
		"a packed bomb":                  {[]string{"UPDATE contested_changes SET data = ?1"}, bomb(), true},
		"changes that are none":          {[]string{"UPDATE contested_changes SET data = ?1"}, []byte("T\x03\x01\x00\x00articles\x00"), true},
		"a reading that is none":         {[]string{"UPDATE contested_readings SET data = ?1"}, bytes.Repeat([]byte{1, 255, 255, 255, 255, 15}, 50), true},
		"numbers where texts belong":     {[]string{"DROP TRIGGER articles_frozen", "UPDATE articles SET text = 5, title = x'ff00', published_exact = 'x/y/z', party = 9"}, nil, true},
		"a text that is no text":         {[]string{"DROP TRIGGER articles_frozen", "UPDATE articles SET text = CAST(x'fffefd' AS TEXT)"}, nil, true},
		"a setting that is no JSON":      {[]string{"INSERT INTO contested_settings VALUES ('view', '{'), ('filter/x', '[]'), ('place/y', '{\"Point\":[1e300,0]}')"}, nil, true},
		"very deep JSON":                 {[]string{"INSERT INTO contested_settings VALUES ('view', ?1)"}, strings.Repeat("[", 1<<20), true},
		"a correction that is none":      {[]string{"DROP TRIGGER corrections_frozen", "UPDATE corrections SET data = '{\"Article\":\"x\",\"Content\":[{\"start\":-1,\"end\":99999}]}'"}, nil, true},
		"a geometry that is none":        {[]string{"UPDATE claims SET geom = ?1", "UPDATE places SET geom = ?1", "UPDATE regions SET geom = ?1"}, []byte("GP\x00\x03\xe6\x10\x00\x00"), true},
		"keys at the end of the numbers": {[]string{"UPDATE history SET undone = 0", "INSERT INTO history (fid, name) VALUES (9223372036854775807, 'x')"}, nil, true},
		"references to nothing":          {[]string{"UPDATE contested_changes SET seq = 77", "UPDATE claims SET article = 77", "UPDATE contested_readings SET article = article + 100"}, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := example(t)
			db := other(t, path)
			db.SetDefensive(false)
			for _, q := range x.script {
				err := sqlitex.ExecuteTransient(db.Conn, q, &sqlitex.ExecOptions{Args: argsOf(q, x.arg)})
				ok(t, err)
			}
			ok(t, db.Close())
			if opened := use(t, path); opened != x.opens {
				_, err := Open(path, options())
				t.Errorf("opened: %v (%v)", opened, err)
			}
		})
	}
	for name, b := range map[string]string{"empty": "", "text": "hello", "a header": "SQLite format 3\x00", "a big header": "SQLite format 3\x00" + strings.Repeat("\xff", 5000)} {
		path := filepath.Join(t.TempDir(), "a.gpkg")
		ok(t, os.WriteFile(path, []byte(b), 0o600))
		if _, err := Open(path, options()); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := Check(path); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(t.TempDir(), options()); err == nil {
		t.Error("a folder was opened")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "nothing.gpkg"), options()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func argsOf(query string, arg any) []any {
	if strings.Contains(query, "?1") {
		return []any{arg}
	}
	return nil
}
