package gpkg

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// sample is a small kind of file: points, areas, a table of notes, a table of
// the program's own.
var sample = &Schema{
	Extension: "test_own", Definition: "made for a test",
	Layers: []Layer{
		{Table: "spots", Title: "Spots", Geometry: Point, Columns: []Column{{"name", "TEXT", "NOT NULL"}, {"size", "INTEGER", ""}}, Unique: []string{"name", "size"}, Indexes: []string{"size"}, Style: "<qgis/>"},
		{Table: "areas", Title: "Areas", Geometry: MultiPolygon, Columns: []Column{{"name", "TEXT", ""}}},
		{Table: "notes", Title: "Notes", Columns: []Column{{"text", "TEXT", ""}}, Frozen: []string{"text"}, FrozenWhy: "notes stay as they are, aren't they?"},
	},
	Tables: []Table{{"test_settings", "key TEXT PRIMARY KEY NOT NULL, value TEXT"}},
}

var noon = time.Date(2025, 11, 27, 12, 0, 0, 0, time.UTC)

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fill(db *DB) error {
	area, err := EncodeMultiPolygon(orb.MultiPolygon{{{{1, 1}, {3, 1}, {3, 2}, {1, 1}}}})
	return errors.Join(err,
		db.Exec("INSERT INTO spots (name, size, geom) VALUES ('a', 1, ?), ('b', 2, ?), ('c', 3, NULL)", EncodePoint(orb.Point{37.1, 48.2}), EncodePoint(orb.Point{-70.25, -12.5})),
		db.Exec("INSERT INTO areas (name, geom) VALUES ('area', ?)", area),
		db.Exec("INSERT INTO notes (text) VALUES ('first')"),
		db.Extend("spots", -70.25, -12.5, 37.1, 48.2), db.Extend("areas", 1, 1, 3, 2),
	)
}

func sampleFile(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.gpkg")
	ok(t, Create(path, sample, noon, false, fill))
	return path
}

func open(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(path, Options{Wait: time.Millisecond})
	ok(t, err)
	t.Cleanup(func() { db.Close() })
	return db
}

func found(t testing.TB, db *DB) []Finding {
	t.Helper()
	f, err := db.Check(sample)
	ok(t, err)
	return f
}

func TestCreate(t *testing.T) {
	path := sampleFile(t)
	db := open(t, path)
	if f := found(t, db); len(f) > 0 {
		t.Errorf("a new file: %v", f)
	}
	ok(t, db.Shape(sample))
	b, err := os.ReadFile(path)
	ok(t, err)
	if string(b[68:72]) != "GPKG" || !bytes.Equal(b[60:64], []byte{0, 0, 0x28, 0x3C}) || !bytes.Equal(b[24:28], []byte{0, 0, 0, FreshCounter}) {
		t.Errorf("the header is % x", b[:100])
	}
	if err := Create(path, sample, noon, false, fill); !errors.Is(err, ErrExists) {
		t.Errorf("creating it again: %v", err)
	}
	failed := errors.New("no")
	if err := Create(path, sample, noon, true, func(*DB) error { return failed }); !errors.Is(err, failed) {
		t.Errorf("filling it failed: %v", err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(b, after) {
		t.Error("a file that could not be replaced was changed")
	}
	rest, _ := os.ReadDir(filepath.Dir(path))
	if len(rest) != 1 {
		t.Errorf("left behind: %v", rest)
	}
}

// TestIndexFollows: the R-tree follows every kind of change.
func TestIndexFollows(t *testing.T) {
	db := open(t, sampleFile(t))
	for _, x := range []struct {
		script string
		args   []any
	}{
		{"INSERT INTO spots (name, geom) VALUES ('d', ?)", []any{EncodePoint(orb.Point{1, 2})}},
		{"UPDATE spots SET geom = ? WHERE name = 'a'", []any{EncodePoint(orb.Point{5, 6})}},
		{"UPDATE spots SET geom = ? WHERE name = 'c'", []any{EncodePoint(orb.Point{7, 8})}},
		{"UPDATE spots SET geom = NULL WHERE name = 'b'", nil},
		{"UPDATE spots SET fid = 77 WHERE name = 'a'", nil},
		{"UPDATE spots SET fid = 78, geom = NULL WHERE name = 'c'", nil},
		{"DELETE FROM spots WHERE name = 'd'", nil},
		{"UPDATE spots SET geom = x'00' WHERE name = 'a'", nil},
	} {
		ok(t, db.Write(func() error { return db.Exec(x.script, x.args...) }))
		rows, err := db.Int("SELECT count(*) FROM spots WHERE geom NOTNULL AND NOT ST_IsEmpty(geom)")
		ok(t, err)
		right, err := db.Int(`SELECT count(*) FROM spots s JOIN rtree_spots_geom r ON r.id = s.fid
			WHERE abs(r.minx - ST_MinX(geom)) < 1e-4 AND abs(r.maxy - ST_MaxY(geom)) < 1e-4`)
		ok(t, err)
		entries, err := db.Int("SELECT count(*) FROM rtree_spots_geom")
		ok(t, err)
		if rows != right || rows != entries {
			t.Errorf("after %s: %d points, %d entries, %d of them right", x.script, rows, entries, right)
		}
	}
}

// TestCheckFinds: each clause that is broken is found, under its number.
func TestCheckFinds(t *testing.T) {
	for script, rule := range map[string]string{
		"PRAGMA user_version = 10200":                                                                         "gpkg-2",
		"DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = -1":                                                  "gpkg-11",
		"DELETE FROM gpkg_contents WHERE table_name = 'notes'":                                                "gpkg-14",
		"UPDATE gpkg_contents SET last_change = 'yesterday'":                                                  "gpkg-15",
		"UPDATE gpkg_contents SET data_type = 'tiles' WHERE table_name = 'notes'":                             "gpkg-17",
		"UPDATE spots SET geom = x'4750000100' WHERE fid = 1":                                                 "gpkg-19",
		"DELETE FROM gpkg_geometry_columns WHERE table_name = 'spots'":                                        "gpkg-22",
		"UPDATE spots SET geom = (SELECT geom FROM areas) WHERE fid = 1":                                      "gpkg-32",
		"UPDATE spots SET geom = x'47500001110F000001010000000000000000000000000000000000F03F' WHERE fid = 1": "gpkg-33",
		"DELETE FROM gpkg_extensions WHERE table_name = 'test_settings'":                                      "gpkg-58",
		"DROP TRIGGER rtree_spots_geom_update1":                                                               "gpkg-75",
		"DELETE FROM gpkg_extensions WHERE table_name = 'spots'":                                              "gpkg-76",
		"DELETE FROM rtree_spots_geom":                                                                        "gpkg-77",
		"UPDATE rtree_spots_geom SET maxx = 80":                                                               "gpkg-77",
		"INSERT INTO rtree_spots_geom VALUES (99, 1, 1, 1, 1)":                                                "gpkg-77",
		"UPDATE gpkg_contents SET srs_id = 0 WHERE table_name = 'spots'":                                      "gpkg-146",
		"UPDATE gpkg_contents SET max_x = 1":                                                                  "extent",
		"CREATE TRIGGER evil AFTER INSERT ON notes BEGIN SELECT 1; END":                                       "triggers",
		"UPDATE layer_styles SET styleQML = '<qgis>'":                                                         "style",
		"UPDATE spots SET geom = x'47500001E61000000101000000000000000000794000000000000000F0' WHERE fid = 1": "on-earth",
	} {
		db := open(t, sampleFile(t))
		ok(t, db.Exec("PRAGMA foreign_keys = OFF"))
		ok(t, db.once(script))
		list := found(t, db)
		hit := false
		for _, f := range list {
			hit = hit || f.Rule == rule
		}
		if !hit {
			t.Errorf("%s: found %v, not %s", script, list, rule)
		}
	}
}

func TestShape(t *testing.T) {
	for _, script := range []string{
		"DROP TABLE notes", "DROP TABLE test_settings", "ALTER TABLE notes RENAME COLUMN text TO words",
		"ALTER TABLE notes ADD COLUMN twice AS (text || text)",
		"DROP TABLE notes; CREATE TABLE notes (fid INTEGER PRIMARY KEY, text BLOB)",
		"DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS fid, 'x' AS text",
		"DROP TABLE rtree_spots_geom; CREATE TABLE rtree_spots_geom (id, minx, maxx, miny, maxy)",
	} {
		db := open(t, sampleFile(t))
		for _, q := range strings.Split(script, "; ") {
			ok(t, db.once(q))
		}
		if err := db.Shape(sample); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", script, err)
		}
	}
	db := open(t, sampleFile(t))
	ok(t, db.once("ALTER TABLE notes ADD COLUMN mine TEXT"))
	ok(t, db.once("CREATE TABLE other (x)"))
	ok(t, db.Shape(sample))
}

func TestRestore(t *testing.T) {
	db := open(t, sampleFile(t))
	for _, q := range []string{
		"DROP TABLE rtree_areas_geom", "DELETE FROM rtree_spots_geom", "DROP TRIGGER rtree_spots_geom_insert", "DROP TRIGGER notes_frozen",
		"CREATE TRIGGER notes_frozen AFTER INSERT ON notes BEGIN DELETE FROM spots; END",
		"CREATE TRIGGER evil AFTER INSERT ON test_settings BEGIN DELETE FROM spots; END",
	} {
		ok(t, db.once(q))
	}
	var done []string
	ok(t, db.Write(func() (err error) { done, err = db.Restore(sample); return err }))
	if f := found(t, db); len(f) > 0 || len(done) == 0 {
		t.Errorf("after restoring (%q): %v", done, f)
	}
	if err := db.Exec("UPDATE notes SET text = 'x'"); err == nil || !strings.Contains(err.Error(), "aren't they?") {
		t.Errorf("a frozen column: %v", err)
	}
	ok(t, db.Write(func() (err error) { done, err = db.Restore(sample); return err }))
	if len(done) != 0 {
		t.Errorf("restoring again did %q", done)
	}
}

func TestWriteRollsBack(t *testing.T) {
	path := sampleFile(t)
	db := open(t, path)
	no := errors.New("no")
	if err := db.Write(func() error { return errors.Join(db.Exec("DELETE FROM spots"), no) }); !errors.Is(err, no) {
		t.Errorf("the error is %v", err)
	}
	if n, _ := db.Int("SELECT count(*) FROM spots"); n != 3 || !db.AutocommitEnabled() {
		t.Errorf("%d rows are left", n)
	}
	ro, err := Open(path, Options{ReadOnly: true})
	ok(t, err)
	defer ro.Close()
	if err := ro.Write(func() error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Errorf("writing to a file that is open for reading: %v", err)
	}
	ok(t, db.Exec("BEGIN EXCLUSIVE"))
	second := open2(t, path)
	if second != nil && !errors.Is(second, ErrBusy) {
		t.Errorf("a locked file: %v", second)
	}
}

// open2 opens a file that another connection may have locked and writes to it.
func open2(t *testing.T, path string) error {
	t.Helper()
	db, err := Open(path, Options{Wait: time.Millisecond})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.Write(func() error { return nil })
}

func TestCopyTo(t *testing.T) {
	db := open(t, sampleFile(t))
	to := filepath.Join(t.TempDir(), "copy.gpkg")
	ok(t, db.CopyTo(to, false, nil))
	if f := found(t, open(t, to)); len(f) > 0 {
		t.Errorf("the copy: %v", f)
	}
	if err := db.CopyTo(to, false, nil); !errors.Is(err, ErrExists) {
		t.Errorf("copying over a file: %v", err)
	}
	before, _ := os.ReadFile(to)
	no := errors.New("no")
	ok(t, db.Write(func() error { return db.Exec("DELETE FROM spots") }))
	if err := db.CopyTo(to, true, func(*DB) error { return no }); !errors.Is(err, no) {
		t.Errorf("a copy that is refused: %v", err)
	}
	if after, _ := os.ReadFile(to); !bytes.Equal(before, after) {
		t.Error("a copy that was refused is there")
	}
	if rest, _ := os.ReadDir(filepath.Dir(to)); len(rest) != 1 {
		t.Errorf("left behind: %v", rest)
	}
}

func TestExplain(t *testing.T) {
	for _, x := range []struct {
		err  error
		kind error
	}{
		{syscall.ENOSPC, ErrFull}, {&fs.PathError{Op: "open", Path: "x", Err: syscall.EDQUOT}, ErrFull}, {sqlite.ResultFull.ToError(), ErrFull},
		{sqlite.ResultIOErrWrite.ToError(), ErrFull}, {fs.ErrPermission, ErrReadOnly}, {syscall.EROFS, ErrReadOnly},
		{sqlite.ResultReadOnlyDirectory.ToError(), ErrReadOnly}, {sqlite.ResultCantOpen.ToError(), ErrReadOnly},
		{sqlite.ResultBusy.ToError(), ErrBusy}, {sqlite.ResultCorrupt.ToError(), ErrDamaged}, {sqlite.ResultNotADB.ToError(), ErrDamaged},
		{sqlite.ResultIOErrRead.ToError(), ErrIO}, {syscall.EIO, ErrIO}, {fs.ErrNotExist, fs.ErrNotExist}, {io.ErrUnexpectedEOF, io.ErrUnexpectedEOF},
	} {
		err := Explain("/folder/map.gpkg", fmt.Errorf("wrapped: %w", x.err))
		if !errors.Is(err, x.kind) || !errors.Is(err, x.err) || !strings.Contains(err.Error(), "map.gpkg") {
			t.Errorf("%v became %v", x.err, err)
		}
		if again := Explain("/other", err); errors.Is(err, ErrFull) && again != err {
			t.Errorf("explained twice: %v", again)
		}
	}
	if Explain("x", nil) != nil {
		t.Error("nil was explained")
	}
}

func TestTime(t *testing.T) {
	for want, at := range map[string]time.Time{
		"2025-11-27T12:00:00.000Z": noon, "0001-01-01T00:00:00.000Z": {},
		"2025-11-27T10:00:00.123Z": time.Date(2025, 11, 27, 12, 0, 0, 123999999, time.FixedZone("", 7200)),
		"9999-05-01T00:00:00.000Z": time.Date(123456, 5, 1, 0, 0, 0, 0, time.UTC),
	} {
		if got := Time(at); got != want {
			t.Errorf("%v became %s, not %s", at, got, want)
		}
	}
}

// ExampleCreate makes a file with one point that QGIS opens.
func ExampleCreate() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "spots.gpkg")
	schema := &Schema{Layers: []Layer{{Table: "spots", Title: "Spots", Geometry: Point, Columns: []Column{{"name", "TEXT", ""}}}}}
	err = Create(path, schema, time.Now(), false, func(db *DB) error {
		err := db.Exec("INSERT INTO spots (name, geom) VALUES ('here', ?)", EncodePoint(orb.Point{37.18, 48.28}))
		return errors.Join(err, db.Extend("spots", 37.18, 48.28, 37.18, 48.28))
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	db, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	n, _ := db.Int("SELECT count(*) FROM spots")
	findings, _ := db.Check(schema)
	fmt.Println(n, "spot,", len(findings), "findings")
	// Output: 1 spot, 0 findings
}
