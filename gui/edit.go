package gui

import (
	"cmp"
	"context"

	"contested/geo/session"
)

// background runs work beside Fyne's goroutine; what it returns is run on it.
// The window ends it when it closes, and waits for it.
func (w *Window) background(work func(context.Context) func()) (cancel context.CancelFunc) {
	ctx, cancel := context.WithCancel(w.alive)
	w.workers.Add(1)
	w.config.Go(func() {
		defer w.workers.Done()
		defer cancel()
		then := work(ctx)
		w.post(func() {
			if !w.closed && then != nil {
				then()
			}
		})
	})
	return cancel
}

// cancelWork ends the export in progress.
func (w *Window) cancelWork() {
	if w.work != nil {
		w.work()
		w.work = nil
	}
}

// edit is a change of the document, or of what is shown of it, that was asked
// for: in a document of a hundred thousand claims one takes a while.
type edit struct {
	kind string           // a later one of the same kind takes the place of one that waits; empty: none does
	of   *session.Session // nil: the one that is being opened
	do   func(*session.Session) error
	then func(error)
}

// lane is edits that are done one at a time and in the order in which they were
// asked for.
type lane struct {
	waiting []edit
	busy    bool // one is in progress
}

// edit runs a change of the document beside Fyne's goroutine, after those that were
// asked for before. then is called when it has ended; nil shows the error, if there
// is one.
func (w *Window) edit(kind string, do func(*session.Session) error, then func(error)) {
	w.queue(&w.edits, kind, do, then)
}

// sift is edit for what changes only what is shown of the document. It waits for no
// disk.
func (w *Window) sift(kind string, do func(*session.Session), then func(error)) {
	w.queue(&w.sifts, kind, func(s *session.Session) error { do(s); return nil }, then)
}

func (w *Window) queue(l *lane, kind string, do func(*session.Session) error, then func(error)) {
	if w.closed || w.session == nil && !w.previewed {
		return
	}
	if then == nil {
		then = w.done(nil)
	}
	e := edit{kind, w.session, do, then}
	if n := len(l.waiting); kind != "" && n > 0 && l.waiting[n-1].kind == kind {
		l.waiting[n-1] = e
		return
	}
	l.waiting = append(l.waiting, e)
	w.nextOf(l)
}

func (w *Window) nextOf(l *lane) {
	if l.busy || len(l.waiting) == 0 || w.session == nil {
		return
	}
	e := l.waiting[0]
	s := cmp.Or(e.of, w.session)
	l.waiting, l.busy = l.waiting[1:], true
	w.background(func(context.Context) func() {
		err := e.do(s)
		return func() {
			l.busy = false
			e.then(err)
			w.nextOf(l)
		}
	})
}

// done shows the error of an edit or, when there is none, goes on with f.
func (w *Window) done(f func()) func(error) {
	return func(err error) {
		if err != nil {
			w.fail(err)
		} else if f != nil {
			f()
		}
	}
}

// finishEdits does what was asked for and waits, before the document is closed:
// whatever the user did is kept.
func (w *Window) finishEdits() {
	list := w.edits.waiting
	w.edits.waiting = nil
	for _, e := range list {
		s := cmp.Or(e.of, w.session)
		if s == nil {
			continue // there is no document yet that it could be kept in
		}
		if err := e.do(s); err != nil {
			w.trace.Event("error", map[string]any{"message": err.Error()})
		}
	}
}
