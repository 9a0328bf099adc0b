package project

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	"contested/geo/gpkg"
)

// SaveAs copies the document with its history to path, reads the copy back,
// puts it in place in one step and goes on there. A file of that name is
// replaced. If the present file was deleted or replaced, what was in it is saved
// all the same. On failure nothing has changed.
func (p *Project) SaveAs(path string) error { return p.saveTo(path, p.saveAs) }

// SaveCopy copies the document with its history to path as [Project.SaveAs] does, and
// goes on where it is. A file of that name is replaced, unless it is open in a window.
func (p *Project) SaveCopy(path string) error { return p.saveTo(path, p.saveCopy) }

// saveTo saves to a path, with links followed, while nothing else is done.
func (p *Project) saveTo(path string, save func(path string) error) error {
	path, err := realPath(path)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return errClosed
	}
	return save(path)
}

// openHere is the error of saving to the file that is open.
func openHere(path string) error {
	return &gpkg.Error{Path: path, Kind: ErrExists, Text: "this is the file that is open; choose another name"}
}

func (p *Project) saveAs(path string) (err error) {
	here := p.id.check() == nil && samePath(path, p.path)
	if here && p.lock != nil && !p.unnamed {
		return nil
	}
	if here {
		return openHere(path)
	}
	l := p.lock // if the file was deleted and is written again
	if l == nil || lockPath(path) != l.path {
		if l, err = acquire(path); err != nil {
			return err
		}
	}
	next := &Project{o: p.o, file: file{lock: l}}
	if err = p.copyTo(path); err == nil {
		err = next.open(path)
	}
	if err != nil {
		if l == p.lock {
			next.lock = nil
		}
		_ = next.release() // of what was made for nothing
		return gpkg.Explain(path, err)
	}
	old, unnamed := p.file, p.unnamed
	if l == old.lock {
		old.lock = nil
	}
	p.file, p.unnamed, p.state, p.undo, p.redo = next.file, false, next.state, next.undo, next.redo
	p.counter, p.version = next.counter, next.version
	if unnamed {
		return old.discard()
	}
	_ = old.release() // everything in it is on the disk, or it is gone
	return nil
}

func (p *Project) saveCopy(path string) error {
	if samePath(path, p.path) {
		return openHere(path)
	}
	l, err := acquire(path)
	if err != nil {
		return gpkg.Explain(path, err)
	}
	defer l.release()
	return gpkg.Explain(path, p.copyTo(path))
}

func samePath(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return a == b || err1 == nil && err2 == nil && os.SameFile(x, y)
}

// copyTo copies the file; if it cannot be read any more (a disk was pulled
// out), what is known of the document is written anew, without its history.
func (p *Project) copyTo(path string) error {
	want, err := rowCounts(p.db)
	if err = gpkg.Explain(p.path, err); err == nil {
		err = p.db.CopyTo(path, true, func(copy *gpkg.DB) error {
			got, err := rowCounts(copy)
			if err == nil && got != want {
				err = fmt.Errorf("the copy has %v rows instead of %v", got, want)
			}
			return err
		})
	}
	if errors.Is(err, gpkg.ErrIO) || errors.Is(err, gpkg.ErrDamaged) {
		return write(path, p.state.Contents, p.o, true, "Saved anew, because the file could not be read any more")
	}
	return err
}

// Write makes a new document at path with the given contents and no history
// but a first entry. It fails with [ErrExists] if there is a file already.
func Write(path string, c *Contents, o Options) error {
	return write(path, c, o, false, "Made from another document")
}

func write(path string, c *Contents, o Options, replace bool, name string) error {
	now := o.now()
	return gpkg.Create(path, schema, now, replace, func(db *gpkg.DB) error {
		if err := begin(db, now); err != nil {
			return err
		}
		p := &Project{o: o, file: file{db: db}, state: newState()}
		w, err := p.newWriter()
		if err != nil {
			return err
		}
		if err := w.putAll(c); err != nil {
			return err
		}
		if err := p.log(w, Note, name); err != nil {
			return err
		}
		_, err = p.show(w)
		return err
	})
}

func (w *writer) putAll(c *Contents) (err error) {
	for _, a := range c.Articles {
		fid, err := w.insertArticle(a)
		if err != nil {
			return err
		}
		if r := c.Readings[a.ID]; r != nil {
			if _, err := w.putReading(fid, a, r, c.Readers[a.ID]); err != nil {
				return err
			}
		}
	}
	if w.p.state, err = w.p.reload(w.touched); err != nil { // corrections look their article up
		return err
	}
	for i, k := range c.Corrections {
		if err := w.correct(k, i); err != nil {
			return err
		}
	}
	for i := range c.Context {
		if err := w.insertLayer(&c.Context[i]); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(c.Settings)) {
		if err := w.set(key, c.Settings[key]); err != nil {
			return err
		}
	}
	return nil
}

func rowCounts(db *gpkg.DB) (n [9]int64, err error) {
	for i, t := range []string{tArticles, tReadings, tCorrections, tSettings, tOthers, tClaims, tExcerpts, tHistory, tChanges} {
		if n[i], err = db.Int("SELECT count(*) FROM " + t); err != nil {
			return n, err
		}
	}
	return n, nil
}

// discard lets go of the file and deletes it.
func (f *file) discard() error {
	err := f.db.Close()
	f.db = nil
	if err == nil {
		err = os.Remove(f.path)
	}
	return errors.Join(err, f.release())
}
