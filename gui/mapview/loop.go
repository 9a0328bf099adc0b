package mapview

import (
	"context"
	"errors"
	"image"
	"runtime/pprof"
	"sync"

	"contested/geo/render"
	"contested/geo/view"
)

// job is one picture that is wanted.
type job struct {
	scene  *render.Scene
	view   view.Viewport      // without margin
	margin float64            // dp
	coarse bool               // the picture is for below the exact one
	rest   bool               // the view is to stay
	over   [2]image.Rectangle // then what lies over it; see render.Options
}

// kind numbers exact and coarse pictures, which differ in size.
func (j *job) kind() int {
	if j.coarse {
		return 1
	}
	return 0
}

// holds reports whether the picture of o is a part of that of j.
func (j *job) holds(o *job) bool {
	return j.scene == o.scene && j.view == o.view && j.coarse == o.coarse && j.rest == o.rest && j.over == o.over && j.margin >= o.margin
}

// yields reports whether the work on j is ended for o.
func (j *job) yields(o *job) bool {
	return j.scene != o.scene || !o.coarse && (j.coarse || o.margin == 0 && j.margin > 0)
}

// loop is the render loop: at most one goroutine, which exists only while
// there is something to paint, and at most one waiting job, the latest. A job
// under way is cancelled only when its scene is no longer wanted, or when it is a
// coarse one in the way of an exact one; a view that keeps moving must not
// starve the screen of pictures. What is seen goes before the margin around what
// is seen already. While the map moves, the next picture is begun when the last has
// been taken: a window that is slower than the painting would never see it.
type loop struct {
	paint   func(context.Context, *render.Scene, view.Viewport, render.Options) (*render.Frame, error)
	start   func(func())
	publish func() // has [loop.painted] asked for soon, on Fyne's goroutine

	mu     sync.Mutex
	busy   chan struct{} // open while the goroutine runs; nil: it does not
	now    job           // under way or, at rest, painted last
	next   *job
	cancel context.CancelFunc
	spare  [2]buffers // to paint into: for exact pictures, for coarse ones
	ended  bool

	ready  [2]result // painted and not taken yet: an exact one, a coarse one
	called bool      // publish was, and painted not yet
}

// result is what became of a job. A window that is slower than the painting
// must not be given picture upon picture: of those that wait the latest stands.
type result struct {
	job   job
	frame *render.Frame
	err   error
	is    bool
}

// done keeps what was painted until it is taken.
func (l *loop) done(r result) {
	l.mu.Lock()
	k := r.job.kind()
	if old := l.ready[k]; old.is && r.err != nil && old.err == nil {
		r = old // a picture is worth more than why another is missing
	} else if old.frame != nil {
		l.spare[k].give(old.frame.Image)
	}
	l.ready[k] = r
	call := !l.called
	l.called = true
	l.mu.Unlock()
	if call {
		l.publish()
	}
}

// painted takes what was painted, the exact picture last, and has begun what waited
// for that.
func (l *loop) painted() (out []result) {
	l.mu.Lock()
	defer l.mu.Unlock()
	defer l.begin()
	l.called = false
	for k := len(l.ready) - 1; k >= 0; k-- {
		if l.ready[k].is {
			out = append(out, l.ready[k])
			l.ready[k] = result{}
		}
	}
	return out
}

// ask makes j the job that is wanted.
func (l *loop) ask(j job) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.ended {
		return
	}
	if l.now.scene != nil && l.now.holds(&j) {
		l.next = nil
		return
	}
	l.next = &j
	if l.busy != nil && l.cancel != nil && l.now.yields(&j) {
		l.cancel()
	}
	l.begin()
}

// begin starts the goroutine when there is something to paint and it does not run. It
// is called with the lock held, and lets go of it for a start that works at once, as in
// tests.
func (l *loop) begin() {
	if l.busy != nil || l.next == nil || l.ended || l.waits() {
		return
	}
	l.busy = make(chan struct{})
	l.mu.Unlock()
	l.start(l.work)
	l.mu.Lock()
}

// waits reports whether the next picture is one of many in a motion, or a coarse one,
// and the last has not been taken.
func (l *loop) waits() bool {
	return !l.next.rest && l.ready[l.next.kind()].frame != nil
}

func (l *loop) work() {
	pprof.Do(context.Background(), pprof.Labels("goroutine", "mapview.paint"), func(ctx context.Context) {
		for {
			j, o, ctx, ok := l.take(ctx)
			if !ok {
				return
			}
			f, err := l.paint(ctx, j.scene, j.view, o)
			if err != nil {
				l.failed()
				l.give(j, o.Reuse)
			}
			l.done(result{j, f, err, true})
		}
	})
}

// take hands out the waiting job, or ends the goroutine.
func (l *loop) take(ctx context.Context) (job, render.Options, context.Context, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
	if l.next == nil || l.ended || l.waits() {
		close(l.busy)
		l.busy = nil
		return job{}, render.Options{}, nil, false
	}
	l.now, l.next = *l.next, nil
	ctx, l.cancel = context.WithCancel(ctx)
	o := render.Options{Rest: l.now.rest, Over: l.now.over, Margin: l.now.margin}
	if v := l.now.view; v.Width >= 1 && v.Height >= 1 {
		if !l.now.coarse {
			v = v.Expand(max(l.now.margin, margin(v))) // room for the margin, whether or not this one has it
		}
		w, h := v.PixelSize()
		o.Reuse = l.spare[l.now.kind()].take(4 * w * h)
	}
	return l.now, o, ctx, true
}

// failed forgets the job under way, so that it may be asked for again.
func (l *loop) failed() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.now = job{}
}

// give hands back the picture of such a job that is no longer shown, or nil.
func (l *loop) give(of job, img *image.RGBA) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.spare[of.kind()].give(img)
}

// release forgets the pictures that nobody shows.
func (l *loop) release() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for k := range l.spare {
		l.spare[k].release()
	}
}

// waiting reports whether something is being painted, or is to be.
func (l *loop) waiting() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.busy != nil || l.next != nil
}

func (l *loop) closed() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.ended
}

// close cancels what is under way and returns when the goroutine has ended.
func (l *loop) close() {
	l.mu.Lock()
	l.ended = true
	l.next = nil
	if l.cancel != nil {
		l.cancel()
	}
	busy := l.busy
	l.mu.Unlock()
	if busy != nil {
		<-busy
	}
}

func isCancelled(err error) bool { return errors.Is(err, context.Canceled) }
