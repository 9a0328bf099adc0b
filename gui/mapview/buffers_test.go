package mapview

import (
	"context"
	"image"
	"testing"

	"contested/geo/render"
	"contested/geo/view"
)

// A map that moves on and on is painted into three pictures by turns, and none of
// them is painted into while the window reads it: each is whole whenever it is looked
// at (and the race detector has nothing to say).
func TestPicturesTakeTurns(t *testing.T) {
	const rounds = 400
	var l loop
	calls := make(chan func(), 4)
	buffers := map[*uint8]bool{}
	n := uint8(0)
	l.paint = func(_ context.Context, _ *render.Scene, v view.Viewport, o render.Options) (*render.Frame, error) {
		n++
		for i := range o.Reuse.Pix {
			o.Reuse.Pix[i] = n
		}
		return &render.Frame{Viewport: v, Image: o.Reuse}, nil
	}
	l.start = func(f func()) { go f() }
	var shown presenter
	shown.init()
	whole := func() {
		t.Helper()
		if shown.frame == nil {
			return
		}
		pix := shown.frame.Image.Pix
		for i := range pix {
			if pix[i] != pix[0] {
				t.Fatalf("the picture shown is torn at byte %d", i)
			}
		}
	}
	took := 0
	l.publish = func() {
		calls <- func() {
			for _, r := range l.painted() {
				img := r.frame.Image
				buffers[&img.Pix[0]] = true
				whole()
				l.give(r.job, shown.show(r.frame, r.job))
				whole()
				took++
			}
		}
	}
	sc := &render.Scene{}
	for i := range rounds {
		v := at(1 + float64(i)/rounds)
		v.Width, v.Height = 100, 100
		j := job{scene: sc, view: v, rest: i%7 == 6 || i == rounds-1}
		l.ask(j)
		whole()
		for j.rest && shown.of != j {
			(<-calls)()
		}
		select { // the window is slow at times
		case f := <-calls:
			f()
		default:
		}
	}
	l.close()
	whole()
	if took < rounds/7 {
		t.Errorf("%d pictures were shown", took)
	}
	if len(buffers) > most {
		t.Errorf("%d pictures were made", len(buffers))
	}
}

// In a motion, no picture is painted that would take the place of one that the window
// has not seen; the last wish is done when it has. A view that is to stay does not wait.
func TestNothingIsPaintedThatNobodySees(t *testing.T) {
	s, sc := newStudio(), &render.Scene{}
	publish := s.l.publish
	s.l.publish = func() {} // the window is busy
	for range 10 {
		s.gate <- struct{}{}
	}
	s.l.ask(job{scene: sc, view: at(1)})
	s.wg.Wait()
	s.l.ask(job{scene: sc, view: at(2)})
	s.l.ask(job{scene: sc, view: at(3)})
	s.wg.Wait()
	if len(s.begun) != 1 {
		t.Errorf("%d pictures were painted", len(s.begun))
	}
	if !s.l.waiting() {
		t.Error("what is still wanted is forgotten")
	}
	publish()
	s.wg.Wait()
	s.l.ask(job{scene: sc, view: at(4), rest: true})
	s.wg.Wait()
	publish()
	var zooms []float64
	for _, v := range s.shown {
		zooms = append(zooms, v.Zoom)
	}
	if len(s.begun) != 3 || len(zooms) != 2 || zooms[0] != 1 || zooms[1] != 4 {
		t.Errorf("painted %d, shown %v", len(s.begun), zooms)
	}
	s.l.close()
}

// Another size of the window is another size of pictures, and pictures that nobody
// shows can be let go.
func TestPicturesFollowTheSize(t *testing.T) {
	var b buffers
	small := b.take(100)
	b.give(small)
	if b.take(90) != small {
		t.Error("a picture with room enough is not used again")
	}
	b.give(small)
	large := b.take(1000)
	if cap(large.Pix) < 1000 || b.made != 1 || len(b.free) != 0 {
		t.Errorf("room for %d bytes, %d made, %d free", cap(large.Pix), b.made, len(b.free))
	}
	b.give(large)
	if b.take(300) == large {
		t.Error("a picture of three times the size is kept")
	}
	var out []*image.RGBA
	for range 5 {
		out = append(out, b.take(300))
	}
	for _, img := range out {
		b.give(img)
	}
	if b.made != most || len(b.free) > most {
		t.Errorf("%d made, %d free", b.made, len(b.free))
	}
	if b.release(); len(b.free) != 0 {
		t.Error("they are not let go")
	}
}
