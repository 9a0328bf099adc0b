package project

import (
	"testing"

	"contested/geo"
	"contested/geo/gpkg"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite/sqlitex"
)

// TestMovedToSettlement: a claim's point that was moved onto a settlement is
// about that settlement.
func TestMovedToSettlement(t *testing.T) {
	o := options()
	o.Near = func(p orb.Point) (geo.Place, bool) {
		for _, id := range []geo.PlaceID{"gn:1", "gn:2", "gn:3"} {
			if place := gazetteer[id]; near(place.Point, p) {
				return place, true
			}
		}
		return geo.Place{}, false
	}
	p, _, _ := edited(t, o, "UPDATE claims SET geom = ? WHERE place_id = 'gn:1' AND n = 0", gpkg.EncodePoint(gazetteer["gn:3"].Point))
	c := contents(t, p)
	if len(c.Corrections) == 0 || (*c.Corrections[0].Places)[0].Place != "gn:3" || len(c.Places) != 0 {
		t.Errorf("it came in as %+v, %v", c.Corrections, c.Places)
	}
	clean(t, p.Path())
}

// TestColumnsOfOthersStay: columns and rows that were added in another program
// are left alone.
func TestColumnsOfOthersStay(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 2, 5)
	ok(t, p.Import("one", list, readings))
	path := p.Path()
	ok(t, p.Close())
	db := other(t, path)
	for _, q := range []string{
		"ALTER TABLE claims ADD COLUMN remark TEXT", "ALTER TABLE articles ADD COLUMN remark TEXT", "ALTER TABLE corrections ADD COLUMN remark TEXT",
		"UPDATE claims SET remark = 'look again'", "UPDATE articles SET remark = 'read twice'",
		"INSERT INTO claims (claim_id, n, remark) VALUES ('mine', 7, 'a row of my own')",
		"CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)", "INSERT INTO notes (text) VALUES ('mine')",
	} {
		ok(t, sqlitex.ExecuteTransient(db.Conn, q, nil))
	}
	ok(t, db.Close())
	p, err := Open(path, options())
	ok(t, err)
	defer p.Close()
	ok(t, p.Correct("deny", correction(&readings[0].Claims[0])))
	_, err = p.Undo()
	ok(t, err)
	_, err = p.Redo()
	ok(t, err)
	more, _ := articles(t, 5, 1, 5)
	ok(t, p.Import("two", more, nil))
	_, err = p.Undo()
	ok(t, err)
	n, err := p.db.Int("SELECT count(*) FROM claims WHERE remark = 'look again'")
	ok(t, err)
	mine, err := p.db.Int("SELECT count(*) FROM claims WHERE remark = 'a row of my own'")
	ok(t, err)
	read, err := p.db.Int("SELECT count(*) FROM articles WHERE remark = 'read twice'")
	ok(t, err)
	if n < 10 || mine != 1 || read != 2 {
		t.Errorf("%d remarks, %d own rows, %d remarks on articles are left", n, mine, read)
	}
	clean(t, path)
}

// TestOpenInQGIS: QGIS has the file open too, in write-ahead mode as it does
// with files that it edits.
func TestOpenInQGIS(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 3, 5)
	ok(t, p.Import("one", list[:1], readings[:1]))
	qgis := other(t, p.Path())
	ok(t, sqlitex.ExecuteTransient(qgis.Conn, "PRAGMA journal_mode = WAL", nil))
	_, err := qgis.Int("SELECT count(*) FROM claims")
	ok(t, err)
	edit := func(i int) {
		t.Helper()
		ok(t, qgis.Exec("UPDATE claims SET status = 'confirmed' WHERE claim_id = ?", string(readings[0].Claims[i].ID)))
	}
	ok(t, p.Import("two", list[1:2], readings[1:2]))
	if changed, err := p.Refresh(); err != nil || changed {
		t.Errorf("our own import is taken for a change: %v, %v", changed, err)
	}
	edit(0)
	ok(t, p.Import("three", list[2:], readings[2:]))
	edit(1)
	path := p.Path()
	ok(t, p.Close()) // the change since is in the log
	p, err = Open(path, options())
	ok(t, err)
	defer p.Close()
	if n := len(contents(t, p).Corrections); n != 2 {
		t.Errorf("%d corrections", n)
	}
	edit(2)
	if changed, err := p.Refresh(); err != nil || !changed {
		t.Errorf("refresh: %v, %v", changed, err)
	}
	ok(t, qgis.Close())
	ok(t, p.Close())
	clean(t, path)
	p, err = Open(path, options())
	ok(t, err)
	if n, h := len(contents(t, p).Corrections), p.History(); n != 3 || len(h) != 6 {
		t.Errorf("%d corrections, history %v", n, h)
	}
	ok(t, p.Close())
	clean(t, path)
}
