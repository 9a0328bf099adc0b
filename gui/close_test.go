package gui

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"

	"contested/geo/session"
)

// A window that is closed while its document is being opened waits for that,
// and leaves the document closed: it can be opened again at once.
func TestCloseWhileOpening(t *testing.T) {
	app := test.NewTempApp(t)
	dir := t.TempDir()
	var started, ended sync.WaitGroup
	started.Add(1)
	hold := make(chan struct{})
	first := true
	w := New(Config{App: app, Engine: engine, DataDir: dir,
		Go: func(f func()) {
			if !first {
				f()
				return
			}
			first = false
			ended.Add(1)
			go func() {
				defer ended.Done()
				started.Done()
				<-hold
				f()
			}()
		},
		Do: func(func()) {}, // nothing reaches Fyne's goroutine any more
	})
	started.Wait()
	close(hold)
	w.closeDown()
	ended.Wait()
	s, err := session.Open(session.Config{Engine: engine, DataDir: dir})
	if err != nil {
		t.Fatalf("the document was left open: %v", err)
	}
	if len(s.State().Articles) == 0 {
		t.Error("it is empty")
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
