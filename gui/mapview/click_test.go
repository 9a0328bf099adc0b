package mapview

import (
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"contested/geo"
	"contested/geo/render"
)

func TestClickSelects(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.click(s.where("kramatorsk"))
	if len(s.selected) != 1 || s.selected[0].Places[0] != "kramatorsk" {
		t.Fatalf("selected %v", s.selected)
	}
}

func TestClickOnEmptyMapClears(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	s.click(pos(600, 60))
	if s.cleared != 1 || len(s.selected) != 0 {
		t.Errorf("cleared %d times, selected %v", s.cleared, s.selected)
	}
}

// A click that jitters by a pixel is still a click: Fyne reports no drag below
// two pixels.
func TestDoubleClickZoomsAtThePoint(t *testing.T) {
	for _, c := range []struct {
		name string
		mods fyne.KeyModifier
		dz   float64
	}{{"in", 0, 1}, {"with Shift out", fyne.KeyModifierShift, -1}} {
		t.Run(c.name, func(t *testing.T) {
			s := newStage(t, 640, 480, 1, town())
			p := pos(600, 60)
			x, y := s.m.pixel(p)
			want, zoom := s.m.Viewport().LonLat(x, y), s.m.Viewport().Zoom
			s.mods = c.mods
			s.click(p)
			s.now = s.now.Add(150 * time.Millisecond)
			s.click(p.AddXY(1, 0))
			s.settle()
			if got := s.m.Viewport().Zoom - zoom; math.Abs(got-c.dz) > 1e-9 {
				t.Errorf("zoomed by %v, want %v", got, c.dz)
			}
			if gx, gy := s.m.Viewport().Pixel(want); math.Hypot(gx-x, gy-y) > 1.01 {
				t.Errorf("the point went to %v, %v", gx, gy)
			}
		})
	}
}

func TestTwoSlowClicksAreNoDoubleClick(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	zoom := s.m.Viewport().Zoom
	s.click(pos(600, 60))
	s.now = s.now.Add(time.Second)
	s.click(pos(600, 60))
	s.settle()
	if s.m.Viewport().Zoom != zoom {
		t.Error("zoomed")
	}
}

// The menu comes at the first press; a second one soon after zooms out.
func TestRightClickAsksForTheMenu(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	zoom := s.m.Viewport().Zoom
	at := s.where("pokrovsk")
	s.rightClick(at)
	if len(s.menus) != 1 || !s.menus[0].OnSymbol || s.menus[0].Hit.Places[0] != "pokrovsk" {
		t.Fatalf("menus: %+v", s.menus)
	}
	x, y := s.m.Viewport().Pixel(s.menus[0].At)
	if math.Hypot(x-float64(at.X), y-float64(at.Y)) > 1 {
		t.Errorf("the menu is for %v", s.menus[0].At)
	}
	s.now = s.now.Add(150 * time.Millisecond)
	s.rightClick(at)
	s.settle()
	if len(s.menus) != 1 || math.Abs(s.m.Viewport().Zoom-zoom+1) > 1e-9 {
		t.Errorf("%d menus, zoomed by %v", len(s.menus), s.m.Viewport().Zoom-zoom)
	}
}

// A row of the legend switches its voice; the rest of the legend is no map.
func TestLegend(t *testing.T) {
	s := newStage(t, 640, 480, 1, town())
	for _, in := range s.m.Frame().Insets {
		for _, row := range in.Rows {
			mid := row.Bounds.Min.Add(row.Bounds.Max).Div(2)
			s.now = s.now.Add(time.Second)
			s.click(pos(float32(in.X+mid.X), float32(in.Y+mid.Y)))
		}
		s.now = s.now.Add(time.Second)
		s.click(pos(float32(in.X+3), float32(in.Y+3)))
	}
	want := []geo.Voice{geo.RussianVoice, geo.UkrainianVoice, geo.PressVoice}
	if len(s.voices) != len(want) || s.voices[0] != want[0] || s.voices[2] != want[2] {
		t.Errorf("voices %v, want %v", s.voices, want)
	}
	if s.cleared != 0 {
		t.Error("a click on the furniture cleared the selection")
	}
}

// What is no voice's row of a folded legend unfolds it.
func TestFoldedLegend(t *testing.T) {
	scene := town()
	scene.Furniture.Fold = render.FoldedLegend
	s := newStage(t, 640, 480, 1, scene)
	unfolded := 0
	s.m.OnLegend = func() { unfolded++ }
	for _, in := range s.m.Frame().Insets {
		if in.Name != "legend" {
			continue
		}
		s.click(pos(float32(in.X+3), float32(in.Y+3)))
		s.now = s.now.Add(time.Second)
		at := in.Rows[0].Bounds.Min.Add(in.Rows[0].Bounds.Max).Div(2)
		s.click(pos(float32(in.X+at.X), float32(in.Y+at.Y)))
	}
	if unfolded != 1 || len(s.voices) != 1 || s.voices[0] != geo.RussianVoice || s.cleared != 0 {
		t.Errorf("unfolded %d times, voices %v, cleared %d times", unfolded, s.voices, s.cleared)
	}
}

// pile is two places so close that they are one symbol, and one far away.
func pile(lon float64) *render.Scene {
	return &render.Scene{Places: []render.PlaceClaims{
		settlement("a", 37.18, 48.28, geo.RussianVoice),
		settlement("b", lon, 48.28, geo.UkrainianVoice),
		settlement("far", 35.0, 47.5, geo.PressVoice),
	}}
}

func TestClusterClickZoomsIn(t *testing.T) {
	s := newStage(t, 640, 480, 1, pile(37.19))
	zoom := s.m.Viewport().Zoom
	at := s.where("a")
	if s.where("b") != at {
		t.Fatal("a and b are no cluster")
	}
	s.click(at)
	s.settle()
	if s.m.Viewport().Zoom < zoom+1 || s.where("a") == s.where("b") {
		t.Errorf("zoomed by %v; a at %v, b at %v", s.m.Viewport().Zoom-zoom, s.where("a"), s.where("b"))
	}
	if len(s.selected)+s.cleared != 0 {
		t.Error("opening a cluster is no selection")
	}
}

// Where zooming would not part them, places are fanned out and can be picked.
func TestClusterOfOneSpotFansOut(t *testing.T) {
	s := newStage(t, 640, 480, 1, pile(37.18))
	zoom := s.m.Viewport().Zoom
	s.click(s.where("a"))
	s.settle()
	if s.m.Viewport().Zoom != zoom || len(s.m.fan.ends) != 2 {
		t.Fatalf("zoomed by %v, %d ends", s.m.Viewport().Zoom-zoom, len(s.m.fan.ends))
	}
	s.now = s.now.Add(time.Second)
	s.click(s.m.fan.ends[1].at)
	if len(s.selected) != 1 || s.selected[0].Places[0] != "b" {
		t.Fatalf("selected %+v", s.selected)
	}
	// A click beside it closes the fan and nothing else; the next one clears.
	s.now = s.now.Add(time.Second)
	s.click(pos(20, 20))
	if len(s.m.fan.ends) != 0 || s.cleared != 0 {
		t.Errorf("%d ends, cleared %d times", len(s.m.fan.ends), s.cleared)
	}
	s.now = s.now.Add(time.Second)
	s.click(pos(20, 20))
	if s.cleared != 1 {
		t.Errorf("cleared %d times", s.cleared)
	}
}

func TestBoxZoom(t *testing.T) {
	s := newStage(t, 600, 480, 1, town())
	s.mods = fyne.KeyModifierShift
	mid := s.m.Viewport().LonLat(200, 150)
	zoom := s.m.Viewport().Zoom
	s.m.MouseDown(s.mouse(pos(125, 90), desktop.MouseButtonPrimary))
	s.m.Dragged(dragTo(pos(275, 210), 150, 120))
	if !s.m.live.box.Visible() || s.m.live.box.Size() != fyne.NewSize(150, 120) {
		t.Errorf("the box is %v, visible %v", s.m.live.box.Size(), s.m.live.box.Visible())
	}
	s.m.MouseUp(s.mouse(pos(275, 210), desktop.MouseButtonPrimary))
	s.m.DragEnd()
	s.settle()
	if got := s.m.Viewport().Zoom - zoom; math.Abs(got-2) > 1e-6 { // a quarter of each side
		t.Errorf("zoomed by %v, want 2", got)
	}
	if x, y := s.m.Viewport().Pixel(mid); math.Hypot(x-300, y-240) > 1 {
		t.Errorf("the middle of the box is at %v, %v", x, y)
	}
	if s.m.live.box.Visible() {
		t.Error("the box is still there")
	}
}
