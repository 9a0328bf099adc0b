package project

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"contested/geo/gpkg"
)

// lock says that this process has a document open: a file beside the document
// on which the system keeps a lock for as long as the process lives.
type lock struct {
	f    *os.File
	path string
}

func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// acquire takes the lock of the document at path. It fails with [ErrInUse] when
// another window has it and with [ErrReadOnly] when no file can be made there.
func acquire(path string) (*lock, error) {
	at := lockPath(path)
	for range 16 {
		f, err := openLocked(at)
		switch {
		case errors.Is(err, errLocked):
			return nil, &gpkg.Error{Path: path, Kind: ErrInUse, Text: "the document is open in another window; go on there, or close it and try again"}
		case errors.Is(err, fs.ErrNotExist):
			return nil, gpkg.Explain(path, err)
		case err != nil:
			return nil, &gpkg.Error{Path: path, Kind: ErrReadOnly, Text: "its folder cannot be written to; save the document in another folder to go on", Err: err}
		}
		// Whoever had the lock may have deleted the file between our opening and
		// our locking it; then ours is a lock on nothing.
		if mine, err := f.Stat(); err == nil {
			if there, err := os.Stat(at); err == nil && os.SameFile(mine, there) {
				return &lock{f, at}, nil
			}
		}
		f.Close()
	}
	return nil, &gpkg.Error{Path: path, Kind: ErrInUse, Text: "the document is being opened in another window; try again"}
}

func (l *lock) release() {
	os.Remove(l.path)
	l.f.Close()
}

// writable reports whether the file itself may be written to.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		f.Close()
	}
	return !errors.Is(err, fs.ErrPermission) && !isReadOnlyFS(err)
}

// identity is the file that was opened, as opposed to what its name stands for
// now. Its descriptor must not be closed before the database is: closing any
// descriptor of a file gives up all of the process's locks on it (POSIX), those
// of SQLite too.
type identity struct {
	path string
	f    *os.File
	info os.FileInfo
}

func identify(path string) (*identity, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	return &identity{path, f, info}, nil
}

func (i *identity) close() { i.f.Close() }

// check reports whether the file is still the one that its name stands for.
func (i *identity) check() error {
	now, err := os.Stat(i.path)
	if err == nil && os.SameFile(now, i.info) {
		return nil
	}
	what := "the file was replaced by another one"
	if errors.Is(err, fs.ErrNotExist) {
		what = "the file was moved or deleted"
	} else if err != nil {
		what = "the file cannot be reached any more"
	}
	return &gpkg.Error{Path: i.path, Kind: ErrGone, Text: what + " while it was open. Nothing is lost: save the document under a name to go on", Err: err}
}

// counter is the file's change counter: SQLite adds one with every transaction
// that writes, and so does whoever else writes to the file (file format, 1.3.7).
// In write-ahead mode, which another program may have put it in, it says
// nothing; then known is false.
func (i *identity) counter() (n uint32, known bool, err error) {
	var b [28]byte
	if _, err := i.f.ReadAt(b[:], 0); err != nil {
		return 0, false, fmt.Errorf("the header of the file cannot be read: %w", err)
	}
	return binary.BigEndian.Uint32(b[24:]), b[18] == 1, nil
}
