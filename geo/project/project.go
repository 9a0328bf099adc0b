package project

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"contested/geo"
	"contested/geo/gpkg"
	"contested/geo/view"

	"github.com/paulmach/orb"
	"zombiezen.com/go/sqlite"
)

// Options are what a document needs from outside. The zero Options works: the
// clock is time.Now, and places have neither names nor coordinates.
type Options struct {
	Now    func() time.Time                           // nil: time.Now
	Reader string                                     // version of the reader whose readings are imported
	Places func(geo.PlaceID) (geo.Place, bool)        // names and points for the layers; nil: none
	Region func(geo.PlaceID) (orb.MultiPolygon, bool) // outlines for the layer of regions; nil: none
	Near   func(orb.Point) (geo.Place, bool)          // the settlement at a point, for points moved in another program; nil: none
	Wait   time.Duration                              // how long to wait for another program's lock; 0: 5 s
}

// Errors that callers tell apart with errors.Is. The error itself names the
// file and the next step.
var (
	ErrExists   = gpkg.ErrExists
	ErrDamaged  = gpkg.ErrDamaged
	ErrReadOnly = gpkg.ErrReadOnly
	ErrFull     = gpkg.ErrFull
	ErrBusy     = gpkg.ErrBusy
	ErrNewer    = errors.New("the document is of a newer version")
	ErrInUse    = errors.New("the document is open in another window")
	ErrGone     = errors.New("the file was moved, deleted or replaced")
	ErrChanged  = errors.New("another program changed the document")
	ErrReason   = errors.New("a reason is needed")
	ErrNothing  = errors.New("there is nothing to undo or redo")
)

// Contents is everything in a document. It is shared and never changed: a
// change to the document makes a new Contents.
type Contents struct {
	Articles    []*geo.Article                 // in the order of import
	Readings    map[geo.ArticleID]*geo.Reading // as read, before corrections: the claims, without evidence; see Project.Whole
	Readers     map[geo.ArticleID]string       // version of the reader that made the reading
	Corrections []geo.Correction               // in order
	Settings    map[string]json.RawMessage     // all of them, also those decoded below
	View        view.Viewport                  // setting "view"; zero if never set
	Filters     []SavedFilter                  // settings "filter/NAME", by name
	Feeds       []Feed                         // settings "feed/ADDRESS", by address
	Context     []geo.ContextLayer             // others' events, in the order in which they were added
	Places      map[geo.PlaceID]geo.Place      // settings "place/ID": the document's own and moved places; they win over the gazetteer
	Labels      map[geo.ArticleID]string       // settings "label/ID": the user's names for articles
	Problems    []Finding                      // what could not be taken from the file, and why
}

// SavedFilter is a filter that the user gave a name.
type SavedFilter struct {
	Name   string
	Filter geo.Filter
}

// Finding is one thing that is not as it should be.
type Finding = gpkg.Finding

// Project is an open document. Its methods may be called from several
// goroutines; they run one after the other.
type Project struct {
	mu sync.Mutex
	o  Options
	file
	unnamed bool
	closed  bool
	state   *state
	counter uint32 // the file's change counter after our last write
	version int64  // SQLite's data_version then: it changes when others write
	undo    []step // what can be undone, oldest first
	redo    []step // what can be redone, next last
}

// file is what is held of an open document.
type file struct {
	path string // absolute
	db   *gpkg.DB
	lock *lock // nil when the file can only be read
	id   *identity
}

// step is an action that can be undone or redone.
type step struct {
	seq  int64
	name string
}

// Create makes a new, empty document at path and opens it. It fails with
// [ErrExists] if there is a file already. The file is there whole or not at all.
func Create(path string, o Options) (*Project, error) {
	now := o.now()
	err := gpkg.Create(path, schema, now, false, func(db *gpkg.DB) error { return begin(db, now) })
	if err != nil {
		return nil, err
	}
	return Open(path, o)
}

// begin fills in what a new document starts with.
func begin(db *gpkg.DB, now time.Time) error {
	for _, v := range [][2]string{{"schema", fmt.Sprint(len(migrations) + 1)}, {"created", gpkg.Time(now)}, {"counter", fmt.Sprint(gpkg.FreshCounter)}} {
		if err := db.Exec("INSERT INTO contested_document VALUES (?, ?)", v[0], v[1]); err != nil {
			return err
		}
	}
	return nil
}

// Open opens the document at path. A file of a newer schema than this program
// knows is refused ([ErrNewer]); one of an older schema is first copied beside
// itself and then migrated. A document that is open elsewhere is [ErrInUse]. One
// that can only be read is opened for reading: see [Project.ReadOnly]. What
// another program changed in it is taken over.
func Open(path string, o Options) (*Project, error) {
	path, err := realPath(path)
	if err != nil {
		return nil, err
	}
	p := &Project{o: o}
	if err := p.open(path); err != nil {
		return nil, errors.Join(err, p.release())
	}
	return p, nil
}

// realPath is the absolute path with symbolic links followed, so that a
// document has one name and one lock. A file that is not there keeps its name.
func realPath(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	return path, nil
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

// open takes the lock unless it is held already, opens the file and reads everything.
func (p *Project) open(path string) error {
	readOnly := p.lock == nil && !writable(path)
	if p.lock == nil && !readOnly {
		l, err := acquire(path)
		if errors.Is(err, ErrReadOnly) {
			readOnly = true
		} else if err != nil {
			return err
		}
		p.lock = l
	}
	if p.lock != nil {
		gpkg.Sweep(path)
	}
	id, err := identify(path)
	if err != nil {
		return gpkg.Explain(path, err)
	}
	p.id, p.path = id, path
	p.db, err = gpkg.Open(path, gpkg.Options{ReadOnly: readOnly, Wait: p.o.Wait})
	if err != nil {
		return err
	}
	if err := p.migrate(); err != nil {
		return err
	}
	if err := p.db.Shape(schema); err != nil {
		return err
	}
	if p.state, err = p.load(); err != nil {
		return gpkg.Explain(path, err)
	}
	if err := p.loadSteps(); err != nil {
		return gpkg.Explain(path, err)
	}
	if err := p.loadCounter(); err != nil || readOnly {
		return gpkg.Explain(path, err)
	}
	_, err = p.takeOver()
	return err
}

// release lets go of everything that open took.
func (f *file) release() (err error) {
	if f.db != nil {
		err = f.db.Close()
		f.db = nil
	}
	if f.id != nil {
		f.id.close() // after the database: see identity
		f.id = nil
	}
	if f.lock != nil {
		f.lock.release()
		f.lock = nil
	}
	return err
}

// Path is the file that the document is kept in, absolute.
func (p *Project) Path() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.path
}

// IsUnnamed reports whether the document was never given a name by the user.
func (p *Project) IsUnnamed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.unnamed
}

// ReadOnly reports whether the file can only be read; actions fail with
// [ErrReadOnly] until the document is saved elsewhere ([Project.SaveAs]).
func (p *Project) ReadOnly() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.lock == nil
}

// Close lets go of the file. Everything is on the disk already. An unnamed
// document in which nothing was done is deleted.
func (p *Project) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	p.closed = true
	if p.unnamed && len(p.undo)+len(p.redo) == 0 && p.id.check() == nil {
		return gpkg.Explain(p.path, p.discard())
	}
	return gpkg.Explain(p.path, p.release())
}

// Contents is the state of the document after the last action.
func (p *Project) Contents() (*Contents, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errClosed
	}
	return p.state.Contents, nil
}

var errClosed = errors.New("the document is closed")

// Refresh takes over what another program changed in the file while it was
// open, and reports whether there was anything.
func (p *Project) Refresh() (changed bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return false, errClosed
	}
	if err := p.id.check(); err != nil || p.lock == nil {
		return false, err
	}
	return p.takeOver()
}

// UndoName names what [Project.Undo] would take back; empty: nothing.
func (p *Project) UndoName() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return last(p.undo).name
}

// RedoName names what [Project.Redo] would do again; empty: nothing.
func (p *Project) RedoName() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return last(p.redo).name
}

func last(s []step) step {
	if len(s) == 0 {
		return step{}
	}
	return s[len(s)-1]
}

// Entry is one line of the history.
type Entry struct {
	Seq    int64     // the order of the history, whatever the clock said
	At     time.Time // UTC, to the millisecond
	Name   string
	Reason string
	Kind   Kind
	Undone bool // undone and not done again
}

// Kind is what an entry of the history tells of.
type Kind string

// The kinds of entries.
const (
	Action  Kind = "action"  // something that the user did
	Undone  Kind = "undo"    // an action was taken back
	Redone  Kind = "redo"    // … and done again
	Outside Kind = "outside" // taken over from another program; can be undone as an action can
	Note    Kind = "note"    // something worth knowing, such as a migration
)

// History is every entry, oldest first. A file that cannot be read any more
// gives what could be read.
func (p *Project) History() []Entry {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	var out []Entry
	_ = p.db.Query("SELECT fid, at, name, reason, kind, undone FROM history ORDER BY fid", func(r *sqlite.Stmt) error {
		at, _ := time.Parse("2006-01-02T15:04:05.000Z", r.ColumnText(1))
		out = append(out, Entry{r.ColumnInt64(0), at, r.ColumnText(2), r.ColumnText(3), Kind(r.ColumnText(4)), r.ColumnBool(5)})
		return nil
	})
	return slices.Clip(out)
}
