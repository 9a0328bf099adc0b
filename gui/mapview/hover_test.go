package mapview

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

func (s *stage) moveTo(x, y float32) {
	s.m.MouseMoved(s.mouse(pos(x, y), 0))
}

// The card shows within 300 ms of rest on a symbol, and goes with the pointer.
func TestHoverCard(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	at := s.where("kramatorsk")
	s.moveTo(at.X, at.Y)
	if s.m.Cursor() != desktop.PointerCursor {
		t.Error("no hand over a symbol")
	}
	if s.m.live.card.Visible() {
		t.Error("the card shows at once")
	}
	s.pass(300 * time.Millisecond)
	if !s.m.live.card.Visible() {
		t.Fatal("no card after 300 ms")
	}
	if text := s.m.live.card.Objects[1].(*canvas.Text).Text; text != "kramatorsk" {
		t.Errorf("the card says %q", text)
	}
	s.moveTo(at.X+1, at.Y)
	if !s.m.live.card.Visible() {
		t.Error("the card goes while the pointer is on the symbol")
	}
	s.moveTo(20, 20)
	if s.m.live.card.Visible() || s.m.Cursor() != desktop.DefaultCursor {
		t.Error("the card or the hand stays")
	}
}

// A pointer that only crosses a symbol brings no card.
func TestHoverInPassing(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	at := s.where("kramatorsk")
	s.moveTo(at.X, at.Y)
	s.pass(100 * time.Millisecond)
	s.moveTo(20, 20)
	s.pass(time.Second)
	if s.m.live.card.Visible() {
		t.Error("the card shows")
	}
}

// The card lies inside the map wherever its symbol is.
func TestCardStaysInside(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	size := s.m.Size()
	for _, at := range [][2]float32{{5, 5}, {635, 5}, {5, 475}, {635, 475}, {320, 240}} {
		s.m.live.showCard(Card{Title: "A place", Lines: []CardLine{{Text: "a line of some length"}}}, pos(at[0], at[1]), 12, size)
		p, c := s.m.live.card.Position(), s.m.live.card.Size()
		if p.X < 0 || p.Y < 0 || p.X+c.Width > size.Width || p.Y+c.Height > size.Height {
			t.Errorf("at %v the card is at %v of %v", at, p, c)
		}
	}
}

// Nothing runs while nothing moves: no animation is left over.
func TestNothingRunsAtRest(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	at := s.where("kramatorsk")
	s.moveTo(at.X, at.Y)
	s.scroll(at, 25)
	s.settle()
	s.drag(pos(400, 300), pos(300, 300), 6, 100*time.Millisecond, 0)
	s.settle()
	for _, f := range s.flights {
		if !f.ended {
			t.Error("an animation still runs")
		}
	}
}
