package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"contested/geo/gpkg"
)

// Unnamed opens the document that has no name yet, kept in dir, the user's data
// folder, which is made if it is missing. recovered says that it holds work of
// an earlier sitting. Several windows have one each. A file that cannot be
// opened is set aside under another name, with an entry in the history of the
// new one.
func Unnamed(dir string, o Options) (p *Project, recovered bool, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, false, gpkg.Explain(dir, err)
	}
	aside := ""
	for _, path := range unnamedFiles(dir) {
		p, err := Open(path, o)
		switch {
		case err == nil && p.ReadOnly():
			return nil, false, errors.Join(&gpkg.Error{Path: path, Kind: ErrReadOnly, Text: "the folder for documents without a name cannot be written to; open or make a document elsewhere"}, p.Close())
		case err == nil:
			p.unnamed = true
			return p, len(p.undo)+len(p.redo) > 0, nil
		case errors.Is(err, ErrInUse), errors.Is(err, ErrNewer):
			continue
		case errors.Is(err, ErrDamaged):
			if aside, err = setAside(path); err != nil {
				return nil, false, err
			}
		default:
			return nil, false, err
		}
	}
	for i := 1; i < 1000; i++ {
		path := filepath.Join(dir, unnamedName(i))
		p, err := Create(path, o)
		if isExists(err) || errors.Is(err, ErrInUse) {
			continue
		}
		if err != nil {
			return nil, false, err
		}
		p.unnamed = true
		if aside != "" {
			err = p.note("An earlier document without a name could not be opened", "it is kept as "+aside)
		}
		return p, false, err
	}
	return nil, false, fmt.Errorf("%s is full of documents without a name; open and save them, or delete them", dir)
}

// HasUnnamed reports whether dir holds a document without a name.
func HasUnnamed(dir string) bool { return len(unnamedFiles(dir)) > 0 }

func unnamedName(i int) string {
	if i == 1 {
		return "unnamed.gpkg"
	}
	return fmt.Sprintf("unnamed %d.gpkg", i)
}

// unnamedFiles are the documents without a name in dir, in order.
func unnamedFiles(dir string) []string {
	var out []string
	for i := 1; i < 1000; i++ {
		path := filepath.Join(dir, unnamedName(i))
		if _, err := os.Stat(path); err == nil {
			out = append(out, path)
		}
	}
	return out
}

// setAside renames a file to a name under which it is not looked for again.
func setAside(path string) (name string, err error) {
	for i := 1; i < 1000; i++ {
		to := strings.TrimSuffix(path, ".gpkg") + fmt.Sprintf(" damaged %d.gpkg", i)
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			return filepath.Base(to), gpkg.Explain(path, os.Rename(path, to))
		}
	}
	return "", fmt.Errorf("%s cannot be opened, nor set aside", path)
}

// Discard closes an unnamed document and deletes it.
func (p *Project) Discard() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return errClosed
	}
	if !p.unnamed {
		return fmt.Errorf("%s has a name and is not deleted", p.path)
	}
	p.closed = true
	return gpkg.Explain(p.path, p.discard())
}

func isExists(err error) bool { return errors.Is(err, ErrExists) }
