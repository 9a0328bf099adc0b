package mapview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
)

func TestArrowsPan(t *testing.T) {
	for _, c := range []struct {
		key    fyne.KeyName
		shift  bool
		dx, dy float64
	}{
		{fyne.KeyLeft, false, keyPan, 0}, {fyne.KeyRight, false, -keyPan, 0},
		{fyne.KeyUp, false, 0, keyPan}, {fyne.KeyDown, false, 0, -keyPan},
		{fyne.KeyRight, true, -320, 0}, {fyne.KeyUp, true, 0, 240},
	} {
		s := newStage(t, 640, 480, 1, town())
		if c.shift {
			s.mods = fyne.KeyModifierShift
		}
		p := s.m.Viewport().LonLat(320, 240)
		s.key(c.key)
		s.settle()
		if x, y := s.m.Viewport().Pixel(p); math.Hypot(x-320-c.dx, y-240-c.dy) > 0.01 {
			t.Errorf("%s: moved by %v, %v, want %v, %v", c.key, x-320, y-240, c.dx, c.dy)
		}
	}
}

// Keys that come faster than the flight add up.
func TestHeldArrowAddsUp(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	p := s.m.Viewport().LonLat(320, 240)
	for range 5 {
		s.key(fyne.KeyRight)
		s.pass(30e6)
	}
	s.settle()
	if x, _ := s.m.Viewport().Pixel(p); math.Abs(x-320+5*keyPan) > 1 {
		t.Errorf("moved by %v, want %v", 320-x, 5*keyPan)
	}
}

func TestZoomKeys(t *testing.T) {
	for _, c := range []struct {
		press func(*stage)
		dz    float64
	}{
		{func(s *stage) { s.m.TypedRune('+') }, 1}, {func(s *stage) { s.m.TypedRune('=') }, 1},
		{func(s *stage) { s.m.TypedRune('-') }, -1}, {func(s *stage) { s.m.TypedRune('_') }, -1},
		{func(s *stage) { s.key(fyne.KeyPageUp) }, 1}, {func(s *stage) { s.key(fyne.KeyPageDown) }, -1},
	} {
		s := newStage(t, 640, 480, 1, town())
		zoom := s.m.Viewport().Zoom
		c.press(s)
		s.settle()
		if got := s.m.Viewport().Zoom - zoom; math.Abs(got-c.dz) > 1e-9 {
			t.Errorf("zoomed by %v, want %v", got, c.dz)
		}
	}
}

func TestHomeShowsEverything(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	for _, press := range []func(){func() { s.key(fyne.KeyHome) }, func() { s.m.TypedRune('0') }} {
		s.m.ZoomBy(5)
		s.settle()
		s.key(fyne.KeyRight)
		s.settle()
		press()
		s.settle()
		for _, id := range []geo.PlaceID{"pokrovsk", "kramatorsk", "kostiantynivka"} {
			if at := s.where(id); at.X < 0 || at.Y < 0 || at.X > 640 || at.Y > 480 {
				t.Errorf("%s is at %v", id, at)
			}
		}
	}
}

// The first view shows every place clear of the legend.
func TestFirstViewIsClearOfTheLegend(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.settle()
	legend := s.m.shown.obstacle(s.m.Viewport())
	if legend.Empty() {
		t.Fatal("there is no legend")
	}
	for _, y := range s.m.Symbols() {
		if at := y.At; int(at.X) > legend.Min.X-8 && int(at.X) < legend.Max.X+8 && int(at.Y) > legend.Min.Y-8 && int(at.Y) < legend.Max.Y+8 {
			t.Errorf("%v at %v lies under the legend %v", y.Hit.Places, at, legend)
		}
	}
}

// What a filter hides does not move the map.
func TestFilterDoesNotMoveTheMap(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.settle()
	v := s.m.Viewport()
	less := *s.m.Scene()
	less.Places = less.Places[:1]
	s.m.SetScene(&less)
	s.settle()
	if s.m.Viewport() != v {
		t.Errorf("the view went from %v to %v", v, s.m.Viewport())
	}
}

// Home keeps clear of what other widgets cover.
func TestFitKeepsClearOfWidgetsOnTop(t *testing.T) {
	sc := town()
	sc.Furniture = render.Furniture{}
	s := newStage(t, 640, 480, 1, sc)
	s.m.SetCovered(150, [2]Patch{})
	s.settle()
	for _, y := range s.m.Symbols() {
		if y.At.Y < 150 {
			t.Errorf("%v is at %v", y.Hit.Places, y.At)
		}
	}
}

func TestHistory(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	first := s.m.Viewport()
	s.m.ZoomBy(2)
	s.settle()
	second := s.m.Viewport()
	s.key(fyne.KeyLeft)
	s.settle()
	third := s.m.Viewport()
	back := func(want any, what string) {
		t.Helper()
		s.m.Back()
		s.settle()
		if got := s.m.Viewport(); any(got) != want {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	back(second, "back once")
	back(first, "back twice")
	if s.m.CanGoBack() {
		t.Error("there is something before the first view")
	}
	s.m.Forward()
	s.settle()
	s.m.Forward()
	s.settle()
	if s.m.Viewport() != third || s.m.CanGoForward() {
		t.Errorf("forward twice: %v, want %v", s.m.Viewport(), third)
	}
}

// Tab walks along the symbols as one reads, Enter selects and then opens, and
// after the last symbol Tab goes on to the next widget.
func TestTabAndEnter(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	next := widget.NewEntry()
	s.win.SetContent(container.NewBorder(nil, next, nil, nil, s.m))
	s.settle()
	s.canvas.Focus(s.m)
	if !s.m.live.frame.Visible() {
		t.Error("the focus is not visible")
	}
	want := []geo.PlaceID{"kramatorsk", "kostiantynivka", "pokrovsk"}
	for _, id := range want {
		s.key(fyne.KeyTab)
		if !s.m.focus.on || s.m.focus.hit.Places[0] != id {
			t.Fatalf("the focus is on %v, want %s", s.m.focus.hit.Places, id)
		}
		if !s.m.live.ring.Visible() {
			t.Error("no ring is drawn")
		}
		mid := s.m.live.ring.Position().AddXY(s.m.live.ring.Size().Width/2, s.m.live.ring.Size().Height/2)
		if at := s.where(id); math.Abs(float64(mid.X-at.X)) > 1 || math.Abs(float64(mid.Y-at.Y)) > 1 {
			t.Errorf("the ring is at %v, the symbol at %v", mid, at)
		}
	}
	s.key(fyne.KeyReturn)
	if len(s.selected) != 1 || s.selected[0].Places[0] != "pokrovsk" {
		t.Fatalf("Enter selected %v", s.selected)
	}
	again := *s.m.Scene()
	again.Selected = "pokrovsk"
	s.m.SetScene(&again)
	s.key(fyne.KeyReturn)
	if len(s.opened) != 1 {
		t.Error("Enter on the selected symbol did not open it")
	}
	s.key(fyne.KeyTab)
	if s.canvas.Focused() != next {
		t.Errorf("after the last symbol the focus is on %T", s.canvas.Focused())
	}
	s.canvas.Focus(s.m)
	s.mods = fyne.KeyModifierShift
	s.key(fyne.KeyTab)
	if s.m.focus.hit.Places[0] != "pokrovsk" {
		t.Errorf("Shift+Tab begins with %v", s.m.focus.hit.Places)
	}
	s.key(fyne.KeyEscape)
	if s.m.focus.on || s.cleared != 1 {
		t.Error("Esc did not clear")
	}
}

// Others' events come after the last claim, and Enter opens them, too.
func TestTabReachesContext(t *testing.T) {
	scene := town()
	l, err := geo.NewContextLayer(geo.ContextLayer{Name: "Invented", Publisher: "Example Watch", Events: []geo.ContextEvent{{Title: "A ford", Point: orb.Point{37.4, 48.6}}}})
	if err != nil {
		t.Fatal(err)
	}
	scene.Context = []*geo.ContextLayer{&l}
	s := newStage(t, 640, 480, 1, scene)
	s.win.SetContent(s.m)
	s.settle()
	s.canvas.Focus(s.m)
	s.key(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	if s.m.focus.hit.Kind == render.ContextHit {
		t.Error("an event comes before a claim")
	}
	s.key(fyne.KeyTab, fyne.KeyReturn)
	if len(s.selected) != 1 || s.selected[0].Kind != render.ContextHit {
		t.Errorf("Tab and Enter lead to %+v", s.selected)
	}
}

// A press gives the map the keyboard, without the frame that shows where Tab has led.
func TestPressTakesTheKeyboard(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.click(pos(600, 60))
	if s.canvas.Focused() != s.m {
		t.Error("the map has no focus")
	}
	if s.m.live.frame.Visible() {
		t.Error("the frame is shown for the mouse")
	}
}

// A pile that zooming would not part can be taken apart, and one of its places picked,
// with the keyboard alone.
func TestKeysWalkAlongAFan(t *testing.T) {
	s := newStage(t, 640, 480, 1, pile(37.18))
	s.key(fyne.KeyTab, fyne.KeyReturn)
	s.settle()
	if len(s.m.fan.ends) != 2 || !same(s.m.focus.hit, s.m.fan.ends[0].hit) {
		t.Fatalf("%d ends, the keyboard is at %v", len(s.m.fan.ends), s.m.focus.hit.Places)
	}
	s.key(fyne.KeyTab)
	at, r := s.m.live.ring.Position(), s.m.live.ring.Size().Width/2
	if mid := at.AddXY(r, r); !s.m.live.ring.Visible() || !near(mid, s.m.fan.ends[1].at) {
		t.Errorf("the mark is at %v, the end at %v", mid, s.m.fan.ends[1].at)
	}
	s.key(fyne.KeyReturn)
	if len(s.selected) != 1 || s.selected[0].Places[0] != "b" {
		t.Fatalf("selected %+v", s.selected)
	}
	s.m.SetScene(pile(37.18)) // as a selection brings it
	if len(s.m.fan.ends) != 0 {
		t.Error("the fan of another scene is still there")
	}
	s.key(fyne.KeyTab, fyne.KeyReturn, fyne.KeyTab, fyne.KeyTab)
	if len(s.m.fan.ends) != 0 || s.m.focus.hit.Kind != render.ClusterHit {
		t.Errorf("after the last end: %d ends, at %v", len(s.m.fan.ends), s.m.focus.hit.Places)
	}
	s.key(fyne.KeyReturn, fyne.KeyEscape)
	if len(s.m.fan.ends) != 0 || s.cleared != 0 || s.m.focus.hit.Kind != render.ClusterHit {
		t.Errorf("after Esc: %d ends, cleared %d times, at %v", len(s.m.fan.ends), s.cleared, s.m.focus.hit.Places)
	}
}

// The context menu opens with the keyboard: for the symbol that it is at, or for the
// middle of the map.
func TestKeysOpenTheMenu(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.key(desktop.KeyMenu)
	if len(s.menus) != 1 || s.menus[0].OnSymbol || s.menus[0].Position != pos(325, 245) {
		t.Fatalf("asked for %+v", s.menus)
	}
	s.key(fyne.KeyF10)
	s.key(fyne.KeyTab)
	s.mods = fyne.KeyModifierShift
	s.key(fyne.KeyF10)
	if len(s.menus) != 2 || !s.menus[1].OnSymbol || len(s.menus[1].Hit.Places) != 1 {
		t.Fatalf("asked for %+v", s.menus)
	}
	if at := s.where(s.menus[1].Hit.Places[0]); !near(s.menus[1].Position, at.AddXY(5, 5)) {
		t.Errorf("the menu opens at %v, the symbol is at %v", s.menus[1].Position, at)
	}
}
