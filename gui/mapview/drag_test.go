package mapview

import (
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2/driver/desktop"
)

// What was under the pointer when it was pressed is under it when it is let go.
func TestDragKeepsThePlaceUnderThePointer(t *testing.T) {
	s := newStage(t, 640, 480, 1.5, town())
	x, y := s.m.pixel(pos(400, 300))
	want := s.m.Viewport().LonLat(x, y)
	s.drag(pos(400, 300), pos(251, 380), 7, 200*time.Millisecond, time.Second)
	s.settle()
	x, y = s.m.pixel(pos(251, 380))
	gx, gy := s.m.Viewport().Pixel(want)
	if math.Hypot(gx-x, gy-y) > 1 {
		t.Errorf("the place is at %v, %v, the pointer at %v, %v", gx, gy, x, y)
	}
	if s.cleared != 0 || len(s.selected) != 0 {
		t.Error("a drag counted as a click")
	}
}

func TestFlingGlidesOnAndStops(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	before := s.m.Viewport()
	s.drag(pos(400, 300), pos(300, 300), 6, 100*time.Millisecond, 0)
	atRelease := s.m.Viewport()
	s.pass(100 * time.Millisecond)
	gliding := s.m.Viewport()
	s.settle()
	end := s.m.Viewport()
	if !(before.Centre[0] < atRelease.Centre[0] && atRelease.Centre[0] < gliding.Centre[0] && gliding.Centre[0] < end.Centre[0]) {
		t.Errorf("the centre went %v, %v, %v, %v", before.Centre, atRelease.Centre, gliding.Centre, end.Centre)
	}
	s.pass(time.Second)
	if s.m.Viewport() != end {
		t.Error("it still moves")
	}
	s.sameAsFrame()
}

func TestNoFlingWhenHeldStillOrMotionIsReduced(t *testing.T) {
	for _, c := range []struct {
		name  string
		still bool
		hold  time.Duration
	}{{"held still", false, 300 * time.Millisecond}, {"reduced motion", true, 0}} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t, 640, 480, 1, town())
			s.m.SetReducedMotion(c.still)
			s.drag(pos(400, 300), pos(300, 300), 6, 100*time.Millisecond, c.hold)
			at := s.m.Viewport()
			s.settle()
			if s.m.Viewport() != at {
				t.Error("the map glided on")
			}
		})
	}
}

// A press stops a gliding map where it is.
func TestPressStopsAFling(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.drag(pos(400, 300), pos(300, 300), 6, 100*time.Millisecond, 0)
	s.pass(80 * time.Millisecond)
	s.m.MouseDown(s.mouse(pos(200, 200), desktop.MouseButtonPrimary))
	at := s.m.Viewport()
	s.settle()
	if s.m.Viewport() != at {
		t.Error("the map glides on under the hand")
	}
}

func TestMiddleButtonDragsToo(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	at := s.m.Viewport()
	s.m.MouseDown(s.mouse(pos(300, 300), desktop.MouseButtonTertiary))
	s.m.Dragged(dragTo(pos(340, 300), 40, 0))
	if s.m.Viewport() == at {
		t.Error("the map did not move")
	}
}
