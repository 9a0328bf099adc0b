package session

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
	"contested/geo/view"
)

var errClosed = errors.New("the document is closed")

// Config says what a session opens.
type Config struct {
	Engine   *Engine
	DataDir  string           // the user's data folder: unnamed documents live there
	Document string           // file to open, a project or a snapshot; empty: the unnamed document of DataDir
	Example  bool             // put the built-in example into an empty unnamed document
	Now      func() time.Time // nil: time.Now
	Preview  func(*State)     // shown the example before its document has been made, where there was none; may be nil
	Ingest   ingest.Options   // Assets and Now are filled in by Open
}

// Session is an open document and everything that can be done with it.
type Session struct {
	engine *Engine
	config Config

	edit sync.Mutex // held while the document changes: one action at a time
	doc  *project.Project

	mu     sync.Mutex // guards what follows; never held while calling out
	state  *State
	subs   map[int]func(*State)
	nextID int
	job    *job
	closed bool

	notify sync.Mutex // keeps notifications in order
}

// Open opens the document and derives the first state.
func Open(c Config) (*Session, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	c.Ingest.Assets, c.Ingest.Now = c.Engine.Assets(), c.Now
	s := &Session{engine: c.Engine, config: c, subs: map[int]func(*State){}}
	boundMemory(0)
	var err error
	recovered := false
	if IsSnapshot(c.Document) {
		// There is no document behind it: what would change it fails.
		snap, err := OpenSnapshot(c.Document)
		if err != nil {
			return nil, err
		}
		s.state = snap.State
		return s, nil
	}
	if c.Document != "" {
		s.doc, err = project.Open(c.Document, s.projectOptions())
	} else {
		if c.Preview != nil && c.Example && !project.HasUnnamed(c.DataDir) {
			s.previewExample()
		}
		s.doc, recovered, err = project.Unnamed(c.DataDir, s.projectOptions())
	}
	if err != nil {
		return nil, err
	}
	if err := s.reload(func(st *State) { st.Document.Recovered = recovered }); err != nil {
		return nil, errors.Join(err, s.doc.Close())
	}
	if c.Example && c.Document == "" && len(s.State().Articles) == 0 {
		if err := s.openExample(); err != nil {
			return nil, errors.Join(err, s.doc.Close())
		}
	}
	return s, nil
}

func (s *Session) projectOptions() project.Options {
	return project.Options{Now: s.config.Now, Reader: s.engine.ReaderVersion(), Places: s.engine.Place, Region: s.region, Near: s.engine.near}
}

// Close ends the job in progress, waits for it, and closes the document.
func (s *Session) Close() error {
	s.mu.Lock()
	s.closed = true
	j := s.job
	s.subs = map[int]func(*State){}
	s.mu.Unlock()
	if j != nil {
		j.cancel()
		<-j.done
	}
	s.edit.Lock()
	defer s.edit.Unlock()
	if s.doc == nil {
		return nil
	}
	var err error
	if !s.doc.ReadOnly() {
		if v := s.State().View; v.Width > 0 {
			err = s.doc.Set("view", v)
		}
		err = errors.Join(err, s.keepPreview())
	}
	err = errors.Join(err, s.doc.Close())
	s.doc = nil
	return err
}

// State is the newest published state.
func (s *Session) State() *State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

// Subscribe has f called with every state from now on, and returns how to end
// that. f is called in the order of the states and must not block.
func (s *Session) Subscribe(f func(*State)) (unsubscribe func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.nextID
	s.nextID++
	s.subs[id] = f
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.subs, id)
	}
}

// publish makes a changed copy of the state the newest one. change may take its
// time: readers of the state, and [Session.SetView], do not wait for it.
func (s *Session) publish(change func(*State)) {
	s.notify.Lock()
	defer s.notify.Unlock()
	next := State{}
	if old := s.State(); old != nil {
		next = *old
	}
	view := next.View
	change(&next)
	next.Serial++
	next.reader = s.engine.ReaderVersion()
	s.mu.Lock()
	if s.state != nil && s.state.View != view {
		next.View = s.state.View
	}
	s.state = &next
	subs := make([]func(*State), 0, len(s.subs))
	for id := range s.nextID {
		if f, ok := s.subs[id]; ok {
			subs = append(subs, f)
		}
	}
	s.mu.Unlock()
	for _, f := range subs {
		f(&next)
	}
}

// reload derives the state anew from the document and publishes it; filter,
// selection, view and job are carried over. The caller holds edit, or is Open.
func (s *Session) reload(also func(*State)) error {
	contents, err := s.doc.Contents()
	if err != nil {
		return err
	}
	filter, passed := geo.Filter{}, (*sifting)(nil)
	var fresh *State
	followed := false
	old := s.State()
	if old != nil {
		filter, passed = old.Filter, old.passed
		fresh, followed = old.follow(contents)
	}
	if !followed {
		fresh = derive(contents, old, s.engine.Place, s.doc.Whole)
		boundMemory(len(fresh.Claims))
	}
	if fresh.passed == nil {
		fresh.filtered(filter)
	}
	s.prepare(fresh)
	s.publish(func(st *State) {
		old := *st
		*st = *fresh
		st.Serial, st.Busy, st.View = old.Serial, old.Busy, old.View
		if st.Serial == 0 {
			st.View = contents.View
		}
		st.Document.Recovered = old.Document.Recovered
		st.Document.Path, st.Document.Named, st.Document.ReadOnly = s.doc.Path(), !s.doc.IsUnnamed(), s.doc.ReadOnly()
		st.Document.Undo, st.Document.Redo = s.doc.UndoName(), s.doc.RedoName()
		if old.passed != passed {
			st.filtered(old.Filter) // it was changed in the meantime
		}
		st.Selected = old.Selected
		if st.Article(st.Selected.Article) == nil {
			st.Selected.Article = ""
		}
		if st.Claim(st.Selected.Claim) == nil {
			st.Selected.Claim = ""
		}
		if also != nil {
			also(st)
		}
	})
	return nil
}

// act runs one action on the document and publishes what follows from it.
func (s *Session) act(do func(*project.Project) error) error {
	s.edit.Lock()
	defer s.edit.Unlock()
	if err := s.change(do); err != nil {
		return err
	}
	return s.reload(nil)
}

// actUnseen is act without a new state: the caller sees to it that one follows.
func (s *Session) actUnseen(do func(*project.Project) error) error {
	s.edit.Lock()
	defer s.edit.Unlock()
	return s.change(do)
}

// change runs one action on the document. The caller holds edit.
func (s *Session) change(do func(*project.Project) error) error {
	if s.doc == nil && s.State().Document.Code != "" {
		return errors.New("a snapshot cannot be changed; open the project or the articles that it was made of")
	}
	if s.doc == nil {
		return errClosed
	}
	return do(s.doc)
}

// prepare gathers what a picture needs, if there is a window that will show it
// on a goroutine that has no time for that.
func (s *Session) prepare(st *State) {
	s.mu.Lock()
	watched := len(s.subs) > 0
	s.mu.Unlock()
	if watched {
		st.ByPlace()
	}
}

// SetFilter shows the claims that pass f.
func (s *Session) SetFilter(f geo.Filter) { s.filter(func(geo.Filter) geo.Filter { return f }) }

// ToggleVoice shows or hides the claims of a voice.
func (s *Session) ToggleVoice(v geo.Voice) {
	s.filter(func(f geo.Filter) geo.Filter {
		hidden := map[geo.Voice]bool{}
		for w, off := range f.Hidden {
			hidden[w] = off
		}
		hidden[v] = !hidden[v]
		f.Hidden = hidden
		return f
	})
}

// filter changes the filter. What passes it is found before anything is locked,
// so that a selection need not wait for it.
func (s *Session) filter(change func(geo.Filter) geo.Filter) {
	base := s.State()
	early := *base
	early.filtered(change(base.Filter))
	s.prepare(&early)
	s.publish(func(st *State) {
		if st.passed == base.passed {
			st.Filter, st.passed = early.Filter, early.passed
		} else {
			st.filtered(change(st.Filter))
		}
	})
}

// Select picks a place, a claim or an article; empty fields clear.
func (s *Session) Select(sel Selection) {
	s.publish(func(st *State) {
		if c := st.Claim(sel.Claim); c != nil {
			if sel.Article == "" {
				sel.Article = c.Article
			}
			if sel.Place == "" && len(c.Places) > 0 {
				sel.Place = c.Places[0].Place
			}
		}
		st.Selected = sel
	})
}

// SetView remembers what the window shows, for the next picture; [Session.Close]
// keeps it in the document for the next opening. It publishes nothing.
func (s *Session) SetView(v view.Viewport) {
	s.mu.Lock()
	defer s.mu.Unlock()
	next := *s.state
	next.View = v
	s.state = &next
}

// Correct records the user's word on claims as one action with a name such as
// "Mark as denied".
func (s *Session) Correct(name string, corrections ...geo.Correction) error {
	now := s.config.Now()
	for i := range corrections {
		if corrections[i].At.IsZero() {
			corrections[i].At = now
		}
	}
	return s.act(func(p *project.Project) error { return p.Correct(name, corrections...) })
}

// Remove takes articles, and every claim read in them, out of the document.
func (s *Session) Remove(ids ...geo.ArticleID) error {
	name := "Remove article"
	if len(ids) > 1 {
		name = fmt.Sprintf("Remove %d articles", len(ids))
	}
	return s.act(func(p *project.Project) error { return p.Remove(name, ids) })
}

// Undo takes the last action back and returns its name; empty when there is none.
func (s *Session) Undo() (name string, err error) {
	err = s.act(func(p *project.Project) error { name, err = p.Undo(); return err })
	return name, err
}

// Redo does the action that was undone last again.
func (s *Session) Redo() (name string, err error) {
	err = s.act(func(p *project.Project) error { name, err = p.Redo(); return err })
	return name, err
}

// SaveAs gives the document a file of its own, or another one.
func (s *Session) SaveAs(path string) error {
	return s.act(func(p *project.Project) error { return p.SaveAs(path) })
}

// SaveCopy writes the document with its history to another file. It goes on where it
// is.
func (s *Session) SaveCopy(path string) error {
	return s.actUnseen(func(p *project.Project) error { return p.SaveCopy(path) })
}

// Refresh takes over what another program, such as QGIS, changed in the file
// while it was open, as a correction that can be undone. Call it when the window
// is looked at again.
func (s *Session) Refresh() (changed bool, err error) {
	s.edit.Lock()
	defer s.edit.Unlock()
	if s.doc == nil {
		return false, errClosed
	}
	if changed, err = s.doc.Refresh(); err != nil || !changed {
		return false, err
	}
	return true, s.reload(nil)
}

// Wait returns when no job is in progress, or when ctx ends.
func (s *Session) Wait(ctx context.Context) error {
	s.mu.Lock()
	j := s.job
	s.mu.Unlock()
	if j == nil {
		return nil
	}
	select {
	case <-j.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
