package gui

import (
	"sync"
	"time"
)

// post runs f on Fyne's goroutine. What comes before the window is shown is run
// just before, so that its picture is painted while the window is being opened.
func (w *Window) post(f func()) {
	if !w.early.add(f) {
		w.config.Do(f)
	}
}

// earlyWait is how long the opening of the window waits for what it is to show:
// opening takes longer than that, and the picture is then painted meanwhile.
const earlyWait = 60 * time.Millisecond

// queue keeps functions until it is released.
type queue struct {
	mu    sync.Mutex
	wait  bool
	kept  []func()
	first chan struct{} // closed with the first of them

	released chan struct{} // closed by whoever has shown the window, or will not
	once     sync.Once
}

// let lets those go on who wait for the window to be shown.
func (q *queue) let() { q.once.Do(func() { close(q.released) }) }

// add keeps f, unless the queue has been released.
func (q *queue) add(f func()) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.wait {
		if q.kept = append(q.kept, f); len(q.kept) == 1 {
			close(q.first)
		}
	}
	return q.wait
}

// release runs what was kept, on the caller's goroutine, waiting so long for the
// first of it.
func (q *queue) release(wait time.Duration) {
	if q.first != nil {
		select {
		case <-q.first:
		case <-time.After(wait):
		}
	}
	q.mu.Lock()
	kept := q.kept
	q.kept, q.wait = nil, false
	q.mu.Unlock()
	for _, f := range kept {
		f()
	}
}
