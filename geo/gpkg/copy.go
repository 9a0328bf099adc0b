package gpkg

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// sideFiles are what SQLite keeps beside a file while it writes.
var sideFiles = []string{"-journal", "-wal", "-shm"}

// FreshCounter is the change counter in the header of a file that [Create]
// made: nobody has written to it since.
const FreshCounter = 1

// Create makes a new file at path with the layers and tables of s, and with
// what fill puts in. It is there whole or not at all. With replace an existing
// file is replaced, otherwise it is an error ([ErrExists]).
func Create(path string, s *Schema, now time.Time, replace bool, fill func(*DB) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil && !replace {
		return exists(path)
	}
	data, err := build(path, s, now, fill)
	if err != nil {
		return fmt.Errorf("%s: the new document could not be made: %w", filepath.Base(path), err)
	}
	// The counter, and the version of the library for which it is valid (file
	// format, 1.3.7 and 1.3.16).
	binary.BigEndian.PutUint32(data[24:], FreshCounter)
	binary.BigEndian.PutUint32(data[92:], FreshCounter)
	// What a crash left of an earlier file of this name must not be played back
	// into the new one.
	if err := removeSideFiles(path); err != nil {
		return Explain(path, err)
	}
	return Explain(path, place(path, replace, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	}))
}

func exists(path string) error {
	return &Error{path, ErrExists, "there is a file of this name already; choose another name, or open it", nil}
}

// build makes the file in memory.
func build(path string, s *Schema, now time.Time, fill func(*DB) error) ([]byte, error) {
	conn, err := sqlite.OpenConn(":memory:", sqlite.OpenReadWrite|sqlite.OpenCreate|sqlite.OpenMemory)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }() // it was never on a disk
	db := &DB{Conn: conn, path: path}
	if err := db.harden(); err != nil {
		return nil, err
	}
	if err := sqlitex.ExecuteScript(conn, s.statements(Time(now)), nil); err != nil {
		return nil, err
	}
	if fill != nil {
		if err := db.Write(func() error { return fill(db) }); err != nil {
			return nil, err
		}
	}
	return conn.Serialize("main")
}

// CopyTo copies the file to path, reads the copy back and puts it in place in
// one step. verify, if not nil, is called with the copy and may refuse it. With
// replace an existing file is replaced, otherwise it is an error ([ErrExists]).
// On failure path is as it was.
func (db *DB) CopyTo(path string, replace bool, verify func(*DB) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		if !replace {
			return exists(path)
		}
		settle(path)
	}
	if err := removeSideFiles(path); err != nil {
		return Explain(path, err)
	}
	return Explain(path, place(path, replace, func(f *os.File) error {
		if err := db.backUp(f.Name()); err != nil {
			return err
		}
		return check(f.Name(), verify)
	}))
}

func (db *DB) backUp(to string) error {
	dst, err := sqlite.OpenConn(to, sqlite.OpenReadWrite)
	if err != nil {
		return err
	}
	return errors.Join(db.pages(dst), dst.Close())
}

// pages copies every page, in one step.
func (db *DB) pages(dst *sqlite.Conn) error {
	// The temporary file needs no journal: it is thrown away if this fails.
	for _, p := range []string{"journal_mode = OFF", "synchronous = OFF"} {
		if err := sqlitex.ExecuteTransient(dst, "PRAGMA "+p, nil); err != nil {
			return err
		}
	}
	b, err := sqlite.NewBackup(dst, "main", db.Conn, "main")
	if err != nil {
		return err
	}
	more, err := b.Step(-1)
	if err := errors.Join(err, b.Close()); err != nil {
		return err
	}
	if more {
		return errors.New("the copy is not complete")
	}
	return nil
}

func check(path string, verify func(*DB) error) error {
	db, err := Open(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // nothing was written
	if err := db.Integrity(); err != nil {
		return err
	}
	if verify != nil {
		return verify(db)
	}
	return nil
}

// Integrity reads every page and reports damage.
func (db *DB) Integrity() error {
	first := ""
	err := db.Query("PRAGMA integrity_check(1)", func(r *sqlite.Stmt) error { first = r.ColumnText(0); return nil })
	if err != nil {
		return Explain(db.path, err)
	}
	if first != "ok" {
		return &Error{db.path, ErrDamaged, "the file is damaged; open a copy of it if you have one", errors.New(first)}
	}
	return nil
}

// settle lets SQLite finish what a crash left undone in a file that is about to
// be replaced, so that it is whole until the moment it is.
func settle(path string) {
	if db, err := Open(path, Options{}); err == nil {
		_, _ = db.Int("SELECT count(*) FROM sqlite_schema")
		_ = db.Close()
	}
}

// Sweep removes the temporary files that crashes left of documents being
// written to path. Whoever calls it knows that nobody is writing one now.
func Sweep(path string) {
	for _, tmp := range leftovers(path) {
		os.Remove(tmp)
		_ = removeSideFiles(tmp)
	}
}

func leftovers(path string) (out []string) {
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil
	}
	for _, e := range list {
		if name := e.Name(); strings.HasPrefix(name, tmpPrefix(path)) && strings.HasSuffix(name, tmpSuffix) {
			out = append(out, filepath.Join(filepath.Dir(path), name))
		}
	}
	return out
}

// Temporary files are named after the file that they will become.
func tmpPrefix(path string) string { return "." + filepath.Base(path) + "." }

const tmpSuffix = ".tmp"

func removeSideFiles(path string) error {
	for _, s := range sideFiles {
		if err := os.Remove(path + s); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// place writes a temporary file beside path, syncs it and renames it.
func place(path string, replace bool, write func(*os.File) error) (err error) {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, tmpPrefix(path)+"*"+tmpSuffix)
	if err != nil {
		return err
	}
	tmp := f.Name()
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(tmp)
			_ = removeSideFiles(tmp)
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if old, err := os.Stat(path); err == nil {
		mode = old.Mode().Perm()
	}
	_ = f.Chmod(mode) // some file systems have no permissions
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if replace {
		err = os.Rename(tmp, path)
	} else {
		err = publish(tmp, path)
	}
	if err != nil {
		return err
	}
	syncDir(dir)
	return nil
}

// publish renames without replacing. A hard link does that in one step; file
// systems without links (FAT) are asked first.
func publish(tmp, path string) error {
	err := os.Link(tmp, path)
	if errors.Is(err, fs.ErrExist) {
		return exists(path)
	}
	if err == nil {
		return os.Remove(tmp)
	}
	if _, err := os.Lstat(path); err == nil {
		return exists(path)
	}
	return os.Rename(tmp, path)
}

// syncDir makes a rename last where the system can do that. Not every file
// system syncs folders; the file itself is on the disk by now.
func syncDir(dir string) {
	if runtime.GOOS == "windows" {
		return
	}
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
