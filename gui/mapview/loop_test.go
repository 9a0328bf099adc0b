package mapview

import (
	"context"
	"image"
	"sync"
	"testing"
	"time"

	"contested/geo/render"
	"contested/geo/view"
)

// studio paints nothing, when it is told to.
type studio struct {
	l       loop
	begun   chan view.Viewport
	gate    chan struct{}
	wg      sync.WaitGroup
	mu      sync.Mutex
	shown   []view.Viewport
	errs    []error
	started int
}

func newStudio() *studio {
	s := &studio{begun: make(chan view.Viewport, 100), gate: make(chan struct{}, 100)}
	s.l.paint = func(ctx context.Context, _ *render.Scene, v view.Viewport, _ render.Options) (*render.Frame, error) {
		s.begun <- v
		select {
		case <-s.gate:
			return &render.Frame{Viewport: v, Image: image.NewRGBA(image.Rect(0, 0, 1, 1))}, nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	s.l.start = func(f func()) {
		s.started++
		s.wg.Add(1)
		go func() { defer s.wg.Done(); f() }()
	}
	s.l.publish = func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, r := range s.l.painted() {
			if r.err != nil {
				s.errs = append(s.errs, r.err)
				continue
			}
			s.shown = append(s.shown, r.frame.Viewport)
		}
	}
	return s
}

func at(zoom float64) view.Viewport { return view.Viewport{Zoom: zoom, Width: 10, Height: 10} }

// Of the jobs that wait only the latest is done, and the goroutine ends when
// nothing waits.
func TestLatestWinsAndTheGoroutineEnds(t *testing.T) {
	s, sc := newStudio(), &render.Scene{}
	s.l.ask(job{scene: sc, view: at(1)})
	<-s.begun
	for z := 2.0; z < 9; z++ {
		s.l.ask(job{scene: sc, view: at(z)})
	}
	s.gate <- struct{}{}
	s.gate <- struct{}{}
	s.wg.Wait() // hangs, and fails by the test's deadline, if it does not end
	if len(s.shown) != 2 || s.shown[0].Zoom != 1 || s.shown[1].Zoom != 8 {
		t.Errorf("shown: %v", s.shown)
	}
	if s.started != 1 {
		t.Errorf("%d goroutines were started", s.started)
	}
	// It can begin again.
	s.l.ask(job{scene: sc, view: at(3)})
	s.gate <- struct{}{}
	s.wg.Wait()
	if s.started != 2 || len(s.shown) != 3 {
		t.Errorf("%d goroutines, shown %v", s.started, s.shown)
	}
}

func TestTheSamePictureIsNotPaintedTwice(t *testing.T) {
	s, sc := newStudio(), &render.Scene{}
	for range 3 {
		s.gate <- struct{}{}
		s.l.ask(job{scene: sc, view: at(1)})
		s.wg.Wait()
	}
	if len(s.shown) != 1 {
		t.Errorf("painted %d times", len(s.shown))
	}
}

// A picture of a scene that is no longer wanted is not painted to its end.
func TestAnotherSceneCancels(t *testing.T) {
	s := newStudio()
	s.l.ask(job{scene: &render.Scene{}, view: at(1)})
	<-s.begun
	s.l.ask(job{scene: &render.Scene{Selected: "x"}, view: at(1)})
	<-s.begun
	s.gate <- struct{}{}
	s.wg.Wait()
	if len(s.errs) != 1 || !isCancelled(s.errs[0]) || len(s.shown) != 1 {
		t.Errorf("errors %v, shown %v", s.errs, s.shown)
	}
}

// A coarse picture gives way to an exact one.
func TestCoarseGivesWay(t *testing.T) {
	s, sc := newStudio(), &render.Scene{}
	s.l.ask(job{scene: sc, view: at(1), coarse: true})
	<-s.begun
	s.l.ask(job{scene: sc, view: at(3)})
	<-s.begun
	s.gate <- struct{}{}
	s.wg.Wait()
	if len(s.errs) != 1 || len(s.shown) != 1 || s.shown[0].Zoom != 3 {
		t.Errorf("errors %v, shown %v", s.errs, s.shown)
	}
}

// Close cancels what is under way and returns when the goroutine has ended;
// later jobs are not taken.
func TestCloseEndsTheGoroutine(t *testing.T) {
	s := newStudio()
	s.l.ask(job{scene: &render.Scene{}, view: at(1)})
	<-s.begun
	s.l.close()
	ended := make(chan struct{})
	go func() { s.wg.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(10 * time.Second):
		t.Fatal("the goroutine is still there after close")
	}
	s.l.ask(job{scene: &render.Scene{}, view: at(2)})
	if s.started != 1 {
		t.Error("a job was taken after close")
	}
}

// The real widget with a real goroutine: closing it while it paints is clean.
func TestCloseOfTheWidget(t *testing.T) {
	st := newStage(t, 300, 200, 1, town())
	var wg sync.WaitGroup
	begun := make(chan struct{}, 1)
	st.m.loop.start = func(f func()) {
		wg.Add(1)
		go func() { defer wg.Done(); f() }()
	}
	st.m.loop.paint = func(ctx context.Context, _ *render.Scene, _ view.Viewport, _ render.Options) (*render.Frame, error) {
		begun <- struct{}{}
		<-ctx.Done()
		return nil, ctx.Err()
	}
	st.m.loop.publish = func() {}
	st.m.SetScene(town())
	<-begun
	st.m.Close()
	wg.Wait()
}

// A window that is slow to take pictures finds the latest, and the one that it
// never saw is painted into again.
func TestPicturesDoNotPileUp(t *testing.T) {
	calls := 0
	l := loop{publish: func() { calls++ }}
	frame := func() *render.Frame { return &render.Frame{Image: image.NewRGBA(image.Rect(0, 0, 1, 1))} }
	sc := &render.Scene{}
	first, last, under := frame(), frame(), frame()
	l.done(result{job{scene: sc, view: at(1)}, first, nil, true})
	l.done(result{job{scene: sc, view: at(1), coarse: true}, under, nil, true})
	l.done(result{job{scene: sc, view: at(2)}, last, nil, true})
	l.done(result{job{scene: sc, view: at(3)}, nil, context.Canceled, true})
	if calls != 1 {
		t.Errorf("the window was called %d times", calls)
	}
	if got := l.spare[0].take(4); got != first.Image || len(l.spare[1].free) != 0 {
		t.Error("a picture that nobody saw is not used again")
	}
	got := l.painted()
	if len(got) != 2 || got[0].frame != under || got[1].frame != last {
		t.Errorf("it finds %+v", got)
	}
	if l.done(result{job{scene: sc, view: at(4)}, frame(), nil, true}); calls != 2 || len(l.painted()) != 1 || len(l.painted()) != 0 {
		t.Error("it is not called again")
	}
}
