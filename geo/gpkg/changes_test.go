package gpkg

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"testing"

	"zombiezen.com/go/sqlite"
)

var sampleTables = map[string]int{"notes": 2, "test_settings": 2}

func pack(b []byte) []byte {
	var out bytes.Buffer
	z, _ := flate.NewWriter(&out, flate.BestSpeed)
	_, _ = z.Write(b)
	z.Close()
	return out.Bytes()
}

func unpack(t testing.TB, b []byte) []byte {
	out, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
	ok(t, err)
	return out
}

func through(b []byte, invert bool) ([]byte, error) {
	return io.ReadAll(Changes{Packed: pack(b), Invert: invert, Tables: sampleTables, Note: func(Change) error { return nil }}.reader())
}

// recordings are the changes of an insert, an update and a delete.
func recordings(t testing.TB) (db *DB, packed [][]byte) {
	db = open(t, sampleFile(t))
	for _, q := range []string{
		"INSERT INTO notes (text) VALUES ('second'), (NULL), (x'00ff'), (1.5), (7)",
		"INSERT INTO test_settings VALUES ('a', 'б'), ('c', printf('%.300c', 'x'))",
		"UPDATE test_settings SET value = value || '!'",
		"DELETE FROM notes WHERE fid < 4",
		"UPDATE test_settings SET key = 'z' WHERE key = 'a'",
	} {
		ok(t, db.Write(func() error {
			b, err := db.Record([]string{"notes", "test_settings"}, func() error { return db.Exec(q) })
			packed = append(packed, b)
			return err
		}))
	}
	return db, packed
}

// TestInvertAsSQLite: our inverse is SQLite's, byte for byte.
func TestInvertAsSQLite(t *testing.T) {
	_, packed := recordings(t)
	for i, p := range packed {
		b := unpack(t, p)
		var want bytes.Buffer
		ok(t, sqlite.InvertChangeset(&want, bytes.NewReader(b)))
		got, err := through(b, true)
		if err != nil || !bytes.Equal(got, want.Bytes()) {
			t.Errorf("recording %d: %v\n% x\ninstead of\n% x", i, err, got, want.Bytes())
		}
		same, err := through(b, false)
		if err != nil || !bytes.Equal(same, b) {
			t.Errorf("recording %d was not given on as it is: %v", i, err)
		}
	}
}

func TestApply(t *testing.T) {
	db, packed := recordings(t)
	state := func() (s string) {
		for _, table := range []string{"notes", "test_settings"} {
			ok(t, db.Query("SELECT * FROM "+table+" ORDER BY 1", func(r *sqlite.Stmt) error {
				s += fmt.Sprintln(r.ColumnText(0), r.ColumnType(1), r.ColumnText(1))
				return nil
			}))
		}
		return s
	}
	apply := func(i int, invert bool) error {
		return db.Write(func() error {
			return db.Apply(Changes{Packed: packed[i], Invert: invert, Tables: sampleTables, Note: func(Change) error { return nil }})
		})
	}
	states := []string{state()}
	for i := len(packed) - 1; i >= 0; i-- {
		ok(t, apply(i, true))
		states = append(states, state())
	}
	for i := range packed {
		ok(t, apply(i, false))
		if got, want := state(), states[len(packed)-1-i]; got != want {
			t.Errorf("after recording %d:\n%s\ninstead of\n%s", i, got, want)
		}
	}
	whole := state()
	for name, b := range map[string][]byte{
		"nonsense":      []byte("nonsense"),
		"cut short":     unpack(t, packed[0])[:20],
		"another table": bytes.ReplaceAll(unpack(t, packed[0]), []byte("notes\x00"), []byte("spots\x00")),
	} {
		err := db.Write(func() error {
			return db.Apply(Changes{Packed: pack(b), Tables: sampleTables, Note: func(Change) error { return nil }})
		})
		if !errors.Is(err, ErrChanges) || state() != whole {
			t.Errorf("%s: %v", name, err)
		}
	}
	no := errors.New("no")
	err := db.Write(func() error {
		return db.Apply(Changes{Packed: packed[0], Invert: true, Tables: sampleTables, Note: func(Change) error { return no }})
	})
	if !errors.Is(err, no) || state() != whole {
		t.Errorf("changes that are refused: %v", err)
	}
}

// FuzzChanges: whatever bytes a file has for recorded changes, reading them
// through ends; what is taken for whole comes out as it went in, and inverting
// it twice gives it back.
func FuzzChanges(f *testing.F) {
	_, packed := recordings(f)
	for _, p := range packed {
		f.Add(unpack(f, p))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		same, err := through(b, false)
		if err != nil {
			return
		}
		once, err := through(same, true)
		ok(t, err)
		twice, err := through(once, true)
		if err != nil || !bytes.Equal(same, twice) {
			t.Fatalf("inverted twice it is something else: %v", err)
		}
	})
}
