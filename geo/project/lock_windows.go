package project

import (
	"errors"
	"os"
	"syscall"
)

var errLocked = errors.New("locked")

const (
	errorSharingViolation = syscall.Errno(32)
	deleteOnClose         = 0x04000000
	deleteAccess          = 0x00010000
)

// openLocked opens or makes the file at path so that nobody else can open it
// until this process ends.
func openLocked(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE|deleteAccess, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, errorSharingViolation) {
		return nil, errLocked
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

func isReadOnlyFS(error) bool { return false }
