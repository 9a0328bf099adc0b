package gpkg

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"zombiezen.com/go/sqlite"
)

// What can be wrong with a file, told apart with errors.Is. The errors that
// functions return wrap one of these and say which file and what to do.
var (
	ErrExists   = errors.New("the file exists")
	ErrDamaged  = errors.New("the file is damaged or of another kind")
	ErrReadOnly = errors.New("the file can only be read")
	ErrFull     = errors.New("the disk is full")
	ErrBusy     = errors.New("another program is using the file")
	ErrIO       = errors.New("the disk did not answer")
)

// Error is what went wrong with a file.
type Error struct {
	Path string
	Kind error  // one of the Err values
	Text string // what happened and what to do next; a sentence without the path
	Err  error  // what the system said; may be nil
}

func (e *Error) Error() string {
	s := filepath.Base(e.Path) + ": " + e.Text
	if e.Err != nil && e.Kind != ErrExists && e.Kind != ErrFull {
		s += " (" + e.Err.Error() + ")"
	}
	return s
}

// Unwrap lets errors.Is find both the kind and the cause.
func (e *Error) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Err}
}

// Explain turns what SQLite or the system said about the file at path into an
// [Error] with a next step. An error that is one already, and nil, are returned
// as they are.
func Explain(path string, err error) error {
	var known *Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	kind, text := error(nil), ""
	code := sqlite.ErrCode(err)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG),
		code.ToPrimary() == sqlite.ResultFull:
		kind, text = ErrFull, "there is no room left on the disk; nothing was changed. Free some space and try again, or save the document on another disk"
	case code == sqlite.ResultIOErrWrite: // over quota, beyond the largest file, or a dead disk
		kind, text = ErrFull, "the disk took no more data: it is full, over your quota, or gone; nothing was changed. Free some space and try again, or save the document on another disk"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS),
		code.ToPrimary() == sqlite.ResultReadOnly, code.ToPrimary() == sqlite.ResultPerm:
		kind, text = ErrReadOnly, "the file or its folder can only be read; save the document in another folder to go on"
	case code.ToPrimary() == sqlite.ResultCantOpen && !errors.Is(err, fs.ErrNotExist):
		kind, text = ErrReadOnly, "the file or its folder cannot be written to; save the document in another folder to go on"
	case code.ToPrimary() == sqlite.ResultBusy, code.ToPrimary() == sqlite.ResultLocked:
		kind, text = ErrBusy, "another program is writing to the file; nothing was changed. Let it finish, or close it, and try again"
	case code.ToPrimary() == sqlite.ResultCorrupt, code.ToPrimary() == sqlite.ResultNotADB:
		kind, text = ErrDamaged, "the file is damaged or is no GeoPackage; open a copy of it if you have one"
	case code.ToPrimary() == sqlite.ResultIOErr, errors.Is(err, syscall.EIO):
		kind, text = ErrIO, "the disk could not be read or written; check that it is connected, or save the document on another disk"
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file or folder; check the name: %w", path, fs.ErrNotExist)
	default:
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return &Error{path, kind, text, err}
}
