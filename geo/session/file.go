package session

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// leftovers are the half-written files that a killed WriteFile left beside a target.
func leftovers(path string) []string {
	list, _ := filepath.Glob(filepath.Join(globbed(filepath.Dir(path)), globbed("."+filepath.Base(path)+".")+"[0-9]*"))
	return list
}

// globbed is a name as a pattern that matches it alone.
func globbed(name string) string {
	return strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`).Replace(name)
}

// WriteFile writes a file whole or not at all: into a temporary file beside the
// target, synced, then renamed over it. A failure leaves no trace.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	b := bufio.NewWriterSize(f, 1<<16)
	if err = write(b); err != nil {
		return err
	}
	if err = b.Flush(); err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Close()
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("%s could not be written; is the disk full or the folder read-only? %w", path, err)
	}
	return nil
}
