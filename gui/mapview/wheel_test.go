package mapview

import (
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"contested/geo/render"
)

func dragTo(p fyne.Position, dx, dy float32) *fyne.DragEvent {
	return &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}, Dragged: fyne.NewDelta(dx, dy)}
}

// The point under the pointer stays under it, to a hundredth of a pixel, in
// every frame of the animation.
func TestWheelKeepsThePointUnderThePointer(t *testing.T) {
	s := newStage(t, 640, 480, 1.5, town())
	p := pos(101, 333)
	x, y := s.m.pixel(p)
	want := s.m.Viewport().LonLat(x, y)
	check := func() {
		gx, gy := s.m.Viewport().Pixel(want)
		if math.Hypot(gx-x, gy-y) > 0.01 {
			t.Fatalf("the point under the pointer went from %v, %v to %v, %v", x, y, gx, gy)
		}
	}
	zoom := s.m.Viewport().Zoom
	for range 3 {
		s.scroll(p, 25)
		s.pass(40*time.Millisecond, check)
	}
	s.pass(time.Second, check)
	if got := s.m.Viewport().Zoom; math.Abs(got-zoom-3*notchZoom) > 1e-9 {
		t.Errorf("three notches zoomed by %v, want %v", got-zoom, 3*notchZoom)
	}
	s.sameAsFrame()
}

// Fyne multiplies fast wheels by 125; one event zooms no further than four
// notches all the same.
func TestWheelIsBounded(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	zoom := s.m.Viewport().Zoom
	s.scroll(pos(320, 240), -25*125)
	s.settle()
	if got := zoom - s.m.Viewport().Zoom; math.Abs(got-4*notchZoom) > 1e-9 {
		t.Errorf("zoomed by %v", got)
	}
}

func TestWheelWithControlIsFine(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	zoom := s.m.Viewport().Zoom
	s.mods = fyne.KeyModifierControl
	s.scroll(pos(320, 240), 25)
	s.settle()
	if got := s.m.Viewport().Zoom - zoom; math.Abs(got-notchZoom*fineFactor) > 1e-9 {
		t.Errorf("zoomed by %v", got)
	}
}

// One picture is painted for a target, not one for every frame on the way.
func TestWheelPaintsTheTargetOnce(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	n, told := s.painted, 0
	s.m.OnPainted = func(*render.Frame) { told++ }
	s.scroll(pos(320, 240), 25)
	s.settle()
	if s.painted != n+2 { // the exact one, and the coarse one below it
		t.Errorf("%d pictures were painted", s.painted-n)
	}
	if told != 1 {
		t.Errorf("the exact frame was reported %d times", told)
	}
}

func TestReducedMotionZoomsAtOnce(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.m.SetReducedMotion(true)
	zoom := s.m.Viewport().Zoom
	s.scroll(pos(320, 240), 25)
	if got := s.m.Viewport().Zoom - zoom; math.Abs(got-notchZoom) > 1e-9 {
		t.Errorf("zoomed by %v at once", got)
	}
}
