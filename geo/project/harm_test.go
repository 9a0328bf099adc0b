package project

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"contested/geo/gpkg"

	"zombiezen.com/go/sqlite/sqlitex"
)

// other opens the file as another program would, with the functions that the
// spatial index needs.
func other(t testing.TB, path string) *gpkg.DB {
	t.Helper()
	db, err := gpkg.Open(path, gpkg.Options{})
	ok(t, err)
	t.Cleanup(func() { db.Close() })
	return db
}

// TestSlowOther: another program keeps the file locked for a while, as one on a
// slow disk does. An action waits, and when it has waited long enough fails
// whole.
func TestSlowOther(t *testing.T) {
	o := options()
	o.Wait = 20 * time.Millisecond
	p := create(t, o)
	db := other(t, p.Path())
	ok(t, sqlitex.ExecuteTransient(db.Conn, "BEGIN", nil))
	_, err := db.Int("SELECT count(*) FROM articles") // a reader: nobody can commit
	ok(t, err)
	list, readings := articles(t, 0, 1, 3)
	before := contents(t, p)
	err = p.Import("import", list, readings)
	if !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "try again") {
		t.Fatalf("a file that is locked: %v", err)
	}
	if contents(t, p) != before || len(p.History()) != 0 || p.UndoName() != "" {
		t.Error("the failed import left something behind")
	}
	ok(t, sqlitex.ExecuteTransient(db.Conn, "COMMIT", nil))
	ok(t, p.Import("import", list, readings))
	clean(t, p.Path())
}

func TestWaitsForOther(t *testing.T) {
	o := options()
	o.Wait = time.Minute
	p := create(t, o)
	db := other(t, p.Path())
	ok(t, sqlitex.ExecuteTransient(db.Conn, "BEGIN IMMEDIATE", nil))
	list, readings := articles(t, 0, 1, 3)
	done := make(chan error)
	go func() { done <- p.Import("import", list, readings) }()
	select {
	case err := <-done:
		t.Fatalf("the import did not wait: %v", err)
	default:
	}
	ok(t, sqlitex.ExecuteTransient(db.Conn, "COMMIT", nil))
	ok(t, <-done)
}

func TestClockJumps(t *testing.T) {
	times := []time.Time{
		time.Date(2025, 11, 27, 12, 0, 0, 0, time.UTC), time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2099, 1, 1, 0, 0, 0, 0, time.FixedZone("", -36000)), time.Date(2025, 11, 27, 12, 0, 0, 0, time.UTC),
		{}, time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC),
	}
	o, i := options(), 0
	o.Now = func() time.Time { i++; return times[i%len(times)] }
	p := create(t, o)
	list, readings := articles(t, 0, 9, 2)
	for n := range list {
		ok(t, p.Import(list[n].Title, list[n:n+1], readings[n:n+1]))
	}
	path := p.Path()
	ok(t, p.Close())
	p, err := Open(path, o)
	ok(t, err)
	defer p.Close()
	h := p.History()
	for n := range list {
		if h[n].Name != list[n].Title || h[n].Seq != int64(n+1) {
			t.Errorf("entry %d of the history is %+v", n, h[n])
		}
	}
	for n := len(list) - 1; n >= 0; n-- {
		name, err := p.Undo()
		ok(t, err)
		if name != list[n].Title {
			t.Errorf("undo took back %q instead of %q", name, list[n].Title)
		}
	}
	clean(t, path)
}

// TestStaleJournal: a journal that a crash left beside a document which was
// deleted since must not be played back into a new one of the same name.
func TestStaleJournal(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.gpkg")
	for _, suffix := range []string{"-journal", "-wal", "-shm"} {
		ok(t, os.WriteFile(path+suffix, []byte(strings.Repeat("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 512)), 0o600))
	}
	p, err := Create(path, options())
	ok(t, err)
	list, readings := articles(t, 0, 1, 3)
	ok(t, p.Import("import", list, readings))
	ok(t, p.Close())
	clean(t, path)
	rest, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(rest) != 1 {
		t.Errorf("left behind: %q", rest)
	}
}

// TestLeftInWAL: another program left the file in write-ahead mode, with changes
// that are only in the log.
func TestLeftInWAL(t *testing.T) {
	p := create(t, options())
	list, readings := articles(t, 0, 1, 3)
	ok(t, p.Import("import", list, readings))
	path := p.Path()
	ok(t, p.Close())
	conn := other(t, path)
	for _, q := range []string{"PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", "UPDATE claims SET status = 'confirmed' WHERE fid = 1"} {
		ok(t, sqlitex.ExecuteTransient(conn.Conn, q, nil))
	}
	// The log as a crash leaves it.
	kept := map[string][]byte{}
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + suffix)
		ok(t, err)
		kept[suffix] = b
	}
	ok(t, conn.Close())
	for suffix, b := range kept {
		ok(t, os.WriteFile(path+suffix, b, 0o600))
	}
	p, err := Open(path, options())
	ok(t, err)
	if k := contents(t, p).Corrections; len(k) != 1 || k[0].Status == nil {
		t.Errorf("the change in the log was not taken over: %+v", k)
	}
	ok(t, p.Close())
	clean(t, path)
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Error("the log is still there")
	}
	b, err := os.ReadFile(path)
	ok(t, err)
	if b[18] != 1 || b[19] != 1 {
		t.Error("the file is still in write-ahead mode")
	}
}
