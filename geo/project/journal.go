package project

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"contested/geo"
	"contested/geo/gpkg"

	"zombiezen.com/go/sqlite"
)

// writer is one action while it is written. It lives inside one transaction.
type writer struct {
	p              *Project
	seq            int64 // of its entry in the history
	at             time.Time
	reason         string
	touched        *touched
	dirty          map[int64]bool       // articles whose claims must be shown anew
	moved          map[string]bool      // places that were moved or named anew
	recount        map[geo.PlaceID]bool // places and
	recountSources map[string]bool      // sources whose totals may be wrong
	nothing        bool                 // the action turned out to change nothing
}

const changePart = 8 << 20 // bytes of recorded changes in one row

// act runs f as one action: one transaction, one recorded changeset, one entry
// in the history. If f or anything after it fails, nothing has happened.
func (p *Project) act(kind Kind, name string, f func(*writer) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return err
	}
	if _, err := p.takeOver(); err != nil {
		return err
	}
	return p.write(kind, name, f)
}

// ready reports why nothing can be written.
func (p *Project) ready() error {
	if p.closed {
		return errClosed
	}
	if err := p.id.check(); err != nil {
		return err
	}
	if p.lock == nil {
		return &gpkg.Error{Path: p.path, Kind: ErrReadOnly, Text: "the file can only be read; save the document in another folder to go on"}
	}
	return nil
}

// write is act for who holds the lock already.
func (p *Project) write(kind Kind, name string, f func(*writer) error) error {
	var w *writer
	var next *state
	err := p.transact(func() error {
		var err error
		if w, err = p.newWriter(); err != nil {
			return err
		}
		changes, err := p.db.Record(recorded, func() error { return f(w) })
		if err != nil || w.nothing {
			return err
		}
		if err := p.dropRedo(); err != nil {
			return err
		}
		if err := p.log(w, kind, name); err != nil {
			return err
		}
		if err := p.keepChanges(w.seq, changes); err != nil {
			return err
		}
		next, err = p.show(w)
		return err
	})
	if err != nil || w.nothing {
		return err
	}
	p.state = next
	p.undo, p.redo = append(p.undo, step{w.seq, name}), nil
	return nil
}

// transact runs f in a transaction that also notes the file's change counter
// as it will be afterwards, so that a later opening can tell whether anyone else
// wrote.
func (p *Project) transact(f func() error) error {
	var after uint32
	var version int64
	err := p.db.Write(func() error {
		before, known, err := p.id.counter()
		if err != nil {
			return err
		}
		note := unknownCounter
		if after = before + 1; known {
			note = fmt.Sprint(after)
		}
		if err := f(); err != nil {
			return err
		}
		if err := p.db.Exec("INSERT OR REPLACE INTO contested_document VALUES ('counter', ?)", note); err != nil {
			return err
		}
		if version, err = p.db.Int("PRAGMA data_version"); err != nil {
			return err
		}
		return p.id.check()
	})
	if err == nil {
		p.counter, p.version = after, version
	}
	return err
}

func (p *Project) newWriter() (*writer, error) {
	last, err := p.db.Int("SELECT coalesce(max(fid), 0) FROM history")
	if err != nil {
		return nil, err
	}
	return p.writer(last + 1), nil
}

func (p *Project) writer(seq int64) *writer {
	return &writer{p: p, seq: seq, at: p.o.now(), touched: newTouched(), dirty: map[int64]bool{}, moved: map[string]bool{},
		recount: map[geo.PlaceID]bool{}, recountSources: map[string]bool{}}
}

func (p *Project) log(w *writer, kind Kind, name string) error {
	return p.db.Exec("INSERT INTO history (fid, at, name, reason, kind, undone) VALUES (?, ?, ?, ?, ?, 0)",
		w.seq, gpkg.Time(w.at), name, w.reason, string(kind))
}

// note writes an entry that tells of something and cannot be undone.
func (p *Project) note(name, reason string) error {
	return p.transact(func() error {
		w, err := p.newWriter()
		if err != nil {
			return err
		}
		w.reason = reason
		return p.log(w, Note, name)
	})
}

func (p *Project) keepChanges(seq int64, packed []byte) error {
	for part := range slices.Chunk(packed, changePart) {
		if err := p.db.Exec("INSERT INTO contested_changes (seq, data) VALUES (?, ?)", seq, part); err != nil {
			return err
		}
	}
	return nil
}

// dropRedo forgets what could be redone: a new action takes its place.
func (p *Project) dropRedo() error {
	for _, s := range p.redo {
		if err := p.db.Exec("DELETE FROM contested_changes WHERE seq = ?", s.seq); err != nil {
			return err
		}
	}
	return nil
}

// loadSteps reads what can be undone and redone.
func (p *Project) loadSteps() error {
	p.undo, p.redo = nil, nil
	err := p.db.Query(`SELECT fid, name, undone FROM history
		WHERE kind IN ('action', 'outside') AND fid IN (SELECT seq FROM contested_changes) ORDER BY fid`, func(r *sqlite.Stmt) error {
		s := step{r.ColumnInt64(0), r.ColumnText(1)}
		if r.ColumnBool(2) {
			p.redo = append(p.redo, s)
		} else {
			p.undo = append(p.undo, s)
		}
		return nil
	})
	slices.Reverse(p.redo)
	return err
}

// changes is the recorded changes of an action.
func (p *Project) changes(w *writer, seq int64, invert bool) (gpkg.Changes, error) {
	c := gpkg.Changes{Invert: invert, Tables: leastColumns, Note: w.note}
	err := p.db.Query("SELECT data FROM contested_changes WHERE seq = ? ORDER BY id", func(r *sqlite.Stmt) error {
		part := make([]byte, r.ColumnLen(0))
		r.ColumnBytes(0, part)
		c.Packed = append(c.Packed, part...)
		return nil
	}, seq)
	return c, err
}

// leastColumns is how many columns the recorded tables have at least: other
// programs may have added some.
var leastColumns = map[string]int{tArticles: 17, tReadings: 3, tCorrections: 8, tSettings: 2, tOthers: 3}

// note takes down the row that a recorded change is about.
func (w *writer) note(c gpkg.Change) error {
	key := c.Row[0]
	if c.Table == tSettings {
		if key.Kind != gpkg.Text {
			return gpkg.ErrChanges
		}
		w.setting(string(key.Bytes))
		return nil
	}
	if key.Kind != gpkg.Int {
		return gpkg.ErrChanges
	}
	switch c.Table {
	case tArticles:
		w.touched.articles[key.Int] = true
		w.dirty[key.Int] = true
	case tReadings:
		w.touched.readings[key.Int] = true
		w.dirty[key.Int] = true
	case tOthers:
		w.touched.layers[key.Int] = true
	case tCorrections:
		article := c.Row[2]
		if article.Kind != gpkg.Int { // corrections are never updated
			return gpkg.ErrChanges
		}
		w.touched.corrections[key.Int] = true
		w.dirty[article.Int] = true
	}
	return nil
}

// setting notes that a setting is changed.
func (w *writer) setting(key string) {
	w.touched.settings[key] = true
	if id, ok := strings.CutPrefix(key, placeKey); ok {
		w.moved[id] = true
	}
}

// Undo takes back the last action that is not undone, and returns its name.
// Without one it fails with [ErrNothing]. If another program changed the file in
// the meantime, that is taken over first and Undo fails with [ErrChanged], so
// that nobody takes back what he has not seen.
func (p *Project) Undo() (string, error) { return p.step(false) }

// Redo does again what was undone last, and returns its name. It fails as
// [Project.Undo] does.
func (p *Project) Redo() (string, error) { return p.step(true) }

func (p *Project) step(forward bool) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return "", err
	}
	if changed, err := p.takeOver(); err != nil {
		return "", err
	} else if changed {
		return "", fmt.Errorf("another program changed the document, which is taken over now; look at it, then try again: %w", ErrChanged)
	}
	s := last(p.undo)
	if forward {
		s = last(p.redo)
	}
	if s.seq == 0 {
		return "", ErrNothing
	}
	return s.name, p.walk([]step{s}, forward, "")
}

// Revert makes the document as it was after the action seq; 0 is the new, empty
// document. Going back is an action of its own: it is in the history and one
// Undo takes it back, so that nothing that was done is ever out of reach. An
// action that was undone is gone forward to by redoing. Revert fails with
// [ErrNothing] when that state cannot be reached any more.
func (p *Project) Revert(seq int64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return err
	}
	if _, err := p.takeOver(); err != nil {
		return err
	}
	is := func(s step) bool { return s.seq == seq }
	if i := slices.IndexFunc(p.redo, is); i >= 0 {
		steps := slices.Clone(p.redo[i:])
		slices.Reverse(steps)
		return p.walk(steps, true, "Go forward to: "+p.redo[i].name)
	}
	i := slices.IndexFunc(p.undo, is)
	if i < 0 && seq != 0 {
		return fmt.Errorf("this state of the history cannot be reached any more: %w", ErrNothing)
	}
	if i == len(p.undo)-1 {
		return nil
	}
	name := "Go back to the empty document"
	if i >= 0 {
		name = "Go back to: " + p.undo[i].name
	}
	return p.write(Action, name, func(w *writer) error {
		for k := len(p.undo) - 1; k > i; k-- {
			if err := p.apply(w, p.undo[k], false); err != nil {
				return err
			}
		}
		return nil
	})
}

// walk undoes or redoes steps in the given order, in one transaction.
func (p *Project) walk(steps []step, forward bool, name string) error {
	kind, verb := Undone, "Undo "
	if forward {
		kind, verb = Redone, "Redo "
	}
	if name == "" {
		name = verb + steps[0].name
	}
	var next *state
	err := p.transact(func() error {
		w, err := p.newWriter()
		if err != nil {
			return err
		}
		for _, s := range steps {
			if err := p.apply(w, s, forward); err != nil {
				return err
			}
			if err := p.db.Exec("UPDATE history SET undone = ? WHERE fid = ?", !forward, s.seq); err != nil {
				return err
			}
		}
		if err := p.log(w, kind, name); err != nil {
			return err
		}
		next, err = p.show(w)
		return err
	})
	if err != nil {
		return err
	}
	p.state = next
	n := len(steps)
	slices.Reverse(steps)
	if forward {
		p.redo = p.redo[:len(p.redo)-n]
		slices.Reverse(steps)
		p.undo = append(p.undo, steps...)
	} else {
		p.undo = p.undo[:len(p.undo)-n]
		slices.Reverse(steps)
		p.redo = append(p.redo, steps...)
	}
	return nil
}

// apply applies one action's changes, or their inverse.
func (p *Project) apply(w *writer, s step, forward bool) error {
	changes, err := p.changes(w, s.seq, !forward)
	if err != nil {
		return err
	}
	err = p.db.Apply(changes)
	if errors.Is(err, gpkg.ErrChanges) {
		return &gpkg.Error{Path: p.path, Kind: ErrDamaged, Text: "the recorded changes of “" + s.name + "” are damaged, so it cannot be undone or redone; the document itself is whole", Err: err}
	}
	return err
}
