package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func newTestShell(t *testing.T, w, h float32) *shell {
	test.NewTempApp(t)
	s := newShell(canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil))
	win := test.NewTempWindow(t, s)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return s
}

// end is where an object ends.
func end(o fyne.CanvasObject) float32 { return o.Position().X + o.Size().Width }

func TestWideShowsAllThree(t *testing.T) {
	s := newTestShell(t, 1280, 700)
	for _, o := range []fyne.CanvasObject{s.left, s.centre, s.right} {
		if !o.Visible() || o.Size().Height != 700 {
			t.Fatalf("%v of %v, visible %v", o.Position(), o.Size(), o.Visible())
		}
	}
	if end(s.left) > s.centre.Position().X || end(s.centre) > s.right.Position().X || end(s.right) != 1280 {
		t.Errorf("left ends %v, centre %v…%v, right %v…%v", end(s.left), s.centre.Position().X, end(s.centre), s.right.Position().X, end(s.right))
	}
	if s.centre.Size().Width < mapLeast {
		t.Errorf("the map has %v", s.centre.Size().Width)
	}
}

func TestNarrowShowsOnePanel(t *testing.T) {
	s := newTestShell(t, 900, 560)
	if !s.left.Visible() || s.right.Visible() {
		t.Fatal("not one panel")
	}
	if s.centre.Size().Width < mapLeast || end(s.left) != 900 {
		t.Errorf("the map has %v, the panel ends at %v", s.centre.Size().Width, end(s.left))
	}
	s.show(rightSide, true)
	if s.left.Visible() || !s.right.Visible() {
		t.Error("the details did not take the lists' place")
	}
	s.show(rightSide, false)
	if s.left.Visible() || s.right.Visible() || s.centre.Size().Width != 900 {
		t.Errorf("with the panel put away the map has %v", s.centre.Size().Width)
	}
}

func TestVeryNarrowPanelCoversTheMap(t *testing.T) {
	s := newTestShell(t, 480, 560)
	if s.centre.Visible() || s.left.Size().Width != 480 {
		t.Errorf("the panel has %v", s.left.Size().Width)
	}
	s.show(leftSide, false)
	if !s.centre.Visible() || s.centre.Size().Width != 480 {
		t.Error("the map does not come back")
	}
}

func TestGripsMoveTheBordersWithinBounds(t *testing.T) {
	s := newTestShell(t, 1280, 700)
	s.leftGrip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)})
	if s.left.Size().Width != 312 {
		t.Errorf("left is %v", s.left.Size().Width)
	}
	s.rightGrip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-5000, 0)})
	if s.centre.Size().Width < mapLeast-1 {
		t.Errorf("the map has %v", s.centre.Size().Width)
	}
	s.rightGrip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5000, 0)})
	if s.right.Size().Width < sideLeast {
		t.Errorf("right is %v", s.right.Size().Width)
	}
}

func TestHiddenPanelsLeaveTheirRoomToTheMap(t *testing.T) {
	s := newTestShell(t, 1280, 700)
	s.show(leftSide, false)
	s.show(rightSide, false)
	if s.centre.Size().Width != 1280 {
		t.Errorf("the map has %v", s.centre.Size().Width)
	}
}
