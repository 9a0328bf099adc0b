package mapview

import (
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
)

// What is on the screen at rest is what was painted, to the pixel, at every
// density of the screen.
func TestCanvasIsFrame(t *testing.T) {
	for _, density := range []float32{1, 1.3, 1.5, 2} {
		s := newStage(t, 640, 480, density, town())
		s.sameAsFrame()
		if t.Failed() {
			f, err := os.Create(filepath.Join(t.TempDir(), "window.png"))
			if err == nil {
				png.Encode(f, s.canvas.Capture())
				f.Close()
			}
			t.Fatalf("at density %v", density)
		}
	}
}

// Still so after a drag, a zoom and a change of size.
func TestCanvasIsFrameAfterMotion(t *testing.T) {
	s := newStage(t, 640, 480, 1.5, town())
	s.drag(pos(300, 200), pos(377, 131), 5, 300*time.Millisecond, time.Second)
	s.settle()
	s.sameAsFrame()
	s.scroll(pos(211, 97), 25)
	s.settle()
	s.sameAsFrame()
	s.win.Resize(s.win.Canvas().Size().AddWidthHeight(34, -22))
	s.settle()
	s.sameAsFrame()
}

// While the map is dragged the last picture moves at once, with nothing painted.
func TestDragMovesTheLastPicture(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	n := s.painted
	before := s.m.shown.picture.Position()
	s.m.MouseDown(s.mouse(pos(300, 200), 1))
	s.m.Dragged(dragTo(pos(320, 210), 20, 10))
	if got := s.m.shown.picture.Position().Subtract(before); math.Abs(float64(got.X-20)) > 1e-3 || math.Abs(float64(got.Y-10)) > 1e-3 {
		t.Errorf("the picture moved by %v, want 20, 10", got)
	}
	if s.painted != n {
		t.Errorf("%d pictures were painted inside the margin", s.painted-n)
	}
	// Beyond three quarters of the margin the next one is asked for.
	s.m.Dragged(dragTo(pos(390, 210), 70, 0))
	if s.painted == n {
		t.Error("no picture was painted near the end of the margin")
	}
}

// At every moment of a fast drag some picture covers the whole map.
func TestNoBlankEdgeWhileDragging(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.m.MouseDown(s.mouse(pos(600, 240), 1))
	for x := float32(600); x > 20; x -= 25 {
		s.m.Dragged(dragTo(pos(x, 240), -25, 0))
		p, size := s.m.shown.picture.Position(), s.m.shown.picture.Size()
		if p.X > 0 || p.Y > 0 || p.X+size.Width < 640 || p.Y+size.Height < 480 {
			t.Fatalf("at x = %v the picture at %v of %v leaves an edge blank", x, p, size)
		}
	}
}

// Zooming out shows no blank edge either, before the exact picture has come,
// and the coarse picture below is put away when it has.
func TestNoBlankEdgeWhileZoomingOut(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.settle()
	s.m.loop.start = func(func()) {} // nothing more is painted
	if s.m.shown.ground.Visible() {
		t.Error("the coarse picture is painted although nothing of it is seen")
	}
	for range 4 {
		s.scroll(pos(320, 240), -25)
		s.pass(100*time.Millisecond, func() {
			for _, o := range []*canvas.Image{s.m.shown.picture, s.m.shown.ground} {
				p, size := o.Position(), o.Size()
				if o.Visible() && p.X <= 0 && p.Y <= 0 && p.X+size.Width >= 639.5 && p.Y+size.Height >= 479.5 {
					return
				}
			}
			t.Fatal("an edge is blank")
		})
	}
	if !s.m.shown.ground.Visible() {
		t.Error("the coarse picture was not needed: the test shows nothing")
	}
	s.m.loop.mu.Lock()
	s.m.loop.busy, s.m.loop.next = nil, nil
	s.m.loop.mu.Unlock()
	s.m.loop.start = func(f func()) { f() }
	s.settle()
	s.m.ask(s.m.Viewport(), true)
	if s.m.shown.ground.Visible() {
		t.Error("the coarse picture is still painted at rest")
	}
	s.sameAsFrame()
}
