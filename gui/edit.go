package gui

import (
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
// for: in a document of a hundred thousand claims one takes half a second.
type edit struct {
	kind string // a later one of the same kind takes the place of one that waits; empty: none does
	run  func() error
	then func(error)
}

// edit runs a change beside Fyne's goroutine, one at a time and in the order in
// which they were asked for. then is called when it has ended; nil shows the
// error, if there is one.
func (w *Window) edit(kind string, do func(*session.Session) error, then func(error)) {
	if w.session == nil || w.closed {
		return
	}
	s := w.session
	if then == nil {
		then = w.done(nil)
	}
	e := edit{kind, func() error { return do(s) }, then}
	if n := len(w.edits); kind != "" && n > 0 && w.edits[n-1].kind == kind {
		w.edits[n-1] = e
		return
	}
	w.edits = append(w.edits, e)
	w.nextEdit()
}

func (w *Window) nextEdit() {
	if w.editing || len(w.edits) == 0 {
		return
	}
	e := w.edits[0]
	w.edits, w.editing = w.edits[1:], true
	w.background(func(context.Context) func() {
		err := e.run()
		return func() {
			w.editing = false
			e.then(err)
			w.nextEdit()
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
	list := w.edits
	w.edits = nil
	for _, e := range list {
		if err := e.run(); err != nil {
			w.trace.Event("error", map[string]any{"message": err.Error()})
		}
	}
}
