//go:build unix

package project

import (
	"errors"
	"os"
	"syscall"
)

var errLocked = errors.New("locked")

// openLocked opens or makes the file at path and locks it for this process
// alone, without waiting.
func openLocked(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil || errors.Is(err, syscall.ENOTSUP) || errors.Is(err, syscall.ENOSYS) || errors.Is(err, syscall.ENOLCK) {
		return f, nil // a file system without locks: SQLite's own still guard each action
	}
	f.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, errLocked
	}
	return nil, err
}

func isReadOnlyFS(err error) bool { return errors.Is(err, syscall.EROFS) }
