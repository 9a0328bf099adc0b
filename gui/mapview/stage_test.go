package mapview

import (
	"context"
	"image"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"contested/assets"
	"contested/geo"
	"contested/geo/render"
	"contested/geo/view"
)

// stage is a map in a window of Fyne's test driver. Painting is done in line,
// and time passes only when a test says so.
type stage struct {
	t       *testing.T
	m       *Map
	win     fyne.Window
	canvas  fyne.Canvas
	now     time.Time
	flights []*flight
	mods    fyne.KeyModifier
	painted int

	selected []render.Hit
	opened   []render.Hit
	cleared  int
	voices   []geo.Voice
	menus    []MenuRequest
	views    []view.Viewport
}

type flight struct {
	start time.Time
	d     time.Duration
	tick  func(float32)
	ended bool
}

// Painters know fonts; one serves all tests.
func painter(t *testing.T) *render.Painter {
	t.Helper()
	p, err := render.NewPainter(assets.FS)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var sharedPainter *render.Painter

// newStage shows a scene in a window of w×h dp at a density.
func newStage(t *testing.T, w, h, density float32, s *render.Scene) *stage {
	t.Helper()
	if sharedPainter == nil {
		sharedPainter = painter(t)
	}
	test.NewTempApp(t)
	st := &stage{t: t, now: time.Date(2025, 11, 27, 12, 0, 0, 0, time.UTC)}
	st.m = New(Options{
		Paint: func(ctx context.Context, s *render.Scene, v view.Viewport, o render.Options) (*render.Frame, error) {
			st.painted++
			return sharedPainter.Render(ctx, s, v, o)
		},
		Go:        func(f func()) { f() },
		Do:        func(f func()) { f() },
		Now:       func() time.Time { return st.now },
		Animate:   st.animate,
		Modifiers: func() fyne.KeyModifier { return st.mods },
	})
	st.m.OnSelect = func(h render.Hit) { st.selected = append(st.selected, h) }
	st.m.OnOpen = func(h render.Hit) { st.opened = append(st.opened, h) }
	st.m.OnClear = func() { st.cleared++ }
	st.m.OnVoice = func(v geo.Voice) { st.voices = append(st.voices, v) }
	st.m.OnMenu = func(r MenuRequest) { st.menus = append(st.menus, r) }
	st.m.OnView = func(v view.Viewport) { st.views = append(st.views, v) }
	st.m.OnError = func(err error) { t.Error(err) }
	st.m.Describe = func(h render.Hit) Card {
		if h.Kind == render.ContextHit {
			return Card{Title: "events"}
		}
		return Card{Title: string(h.Places[0]), Lines: []CardLine{{Text: "1 claim"}, {Text: "R Russia", Dot: color.Black}}}
	}
	st.win = test.NewTempWindow(t, st.m)
	st.win.SetPadded(false)
	st.canvas = st.win.Canvas()
	if c, ok := st.canvas.(software.WindowlessCanvas); ok {
		c.SetScale(density)
	}
	st.win.Resize(fyne.NewSize(w, h))
	st.m.SetScene(s)
	t.Cleanup(st.m.Close)
	return st
}

func (s *stage) animate(d time.Duration, tick func(float32)) func() {
	f := &flight{start: s.now, d: d, tick: tick}
	s.flights = append(s.flights, f)
	return func() { f.ended = true }
}

// pass lets time go by in frames of 1/60 s.
func (s *stage) pass(d time.Duration, each ...func()) {
	end := s.now.Add(d)
	for s.now.Before(end) {
		s.now = s.now.Add(time.Second / 60)
		for _, f := range s.flights {
			if f.ended {
				continue
			}
			p := float32(s.now.Sub(f.start)) / float32(f.d)
			if p >= 1 {
				p, f.ended = 1, true
			}
			f.tick(p)
		}
		for _, e := range each {
			e()
		}
	}
}

// settle lets every motion come to its end.
func (s *stage) settle() { s.pass(2 * time.Second) }

func pos(x, y float32) fyne.Position { return fyne.NewPos(x, y) }

func (s *stage) mouse(p fyne.Position, b desktop.MouseButton) *desktop.MouseEvent {
	ev := &desktop.MouseEvent{Button: b, Modifier: s.mods}
	ev.Position, ev.AbsolutePosition = p, p
	return ev
}

// click presses and lets go, as the driver does it.
func (s *stage) click(p fyne.Position) {
	s.m.MouseDown(s.mouse(p, desktop.MouseButtonPrimary))
	s.m.MouseUp(s.mouse(p, desktop.MouseButtonPrimary))
}

func (s *stage) rightClick(p fyne.Position) {
	s.m.MouseDown(s.mouse(p, desktop.MouseButtonSecondary))
	s.m.MouseUp(s.mouse(p, desktop.MouseButtonSecondary))
	s.m.TappedSecondary(&fyne.PointEvent{Position: p, AbsolutePosition: p})
}

// drag presses, moves in steps and lets go, all within d.
func (s *stage) drag(from, to fyne.Position, steps int, d time.Duration, hold time.Duration) {
	s.m.MouseDown(s.mouse(from, desktop.MouseButtonPrimary))
	last := from
	for i := 1; i <= steps; i++ {
		s.now = s.now.Add(d / time.Duration(steps))
		k := float32(i) / float32(steps)
		p := pos(from.X+float32(int((to.X-from.X)*k)), from.Y+float32(int((to.Y-from.Y)*k)))
		s.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}, Dragged: fyne.NewDelta(p.X-last.X, p.Y-last.Y)})
		last = p
	}
	s.now = s.now.Add(hold)
	s.m.MouseUp(s.mouse(to, desktop.MouseButtonPrimary))
	s.m.DragEnd()
}

func (s *stage) key(names ...fyne.KeyName) {
	for _, n := range names {
		s.m.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (s *stage) scroll(p fyne.Position, dy float32) {
	s.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: p}, Scrolled: fyne.NewDelta(0, dy)})
}

// where is a place's symbol on the widget.
func (s *stage) where(id geo.PlaceID) fyne.Position {
	s.t.Helper()
	for _, y := range s.m.Symbols() {
		for _, p := range y.Hit.Places {
			if p == id {
				return y.At
			}
		}
	}
	s.t.Fatalf("no symbol for %s; the map shows %v", id, s.m.Symbols())
	return fyne.Position{}
}

// sameAsFrame fails when the window shows anything but the frame. Where a
// translucent edge of the furniture lies over the map, Fyne mixes in another
// number format than we do, and may round the other way.
func (s *stage) sameAsFrame() {
	s.t.Helper()
	want := s.m.Frame().Compose()
	got := s.canvas.Capture()
	if got.Bounds().Size() != want.Bounds().Size() {
		s.t.Fatalf("the window is %v, the frame %v", got.Bounds().Size(), want.Bounds().Size())
	}
	bad := 0
	var first image.Point
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			a, b := color.RGBAModel.Convert(got.At(x, y)).(color.RGBA), want.RGBAAt(x, y)
			if a != b && !(s.mixed(x, y) && level(a.R, b.R) && level(a.G, b.G) && level(a.B, b.B)) {
				if bad == 0 {
					first = image.Pt(x, y)
				}
				bad++
			}
		}
	}
	if bad > 0 {
		s.t.Errorf("%d pixels of the window differ from the frame, the first at %v: %v, want %v", bad, first, got.At(first.X, first.Y), want.RGBAAt(first.X, first.Y))
	}
}

// mixed reports whether a translucent pixel of the furniture lies there.
func (s *stage) mixed(x, y int) bool {
	for _, in := range s.m.Frame().Insets {
		if a := in.Image.RGBAAt(x-in.X, y-in.Y).A; a > 0 && a < 255 {
			return true
		}
	}
	return false
}

func level(a, b uint8) bool { return max(a, b)-min(a, b) <= 1 }

// settlement is a place with one claim by each of the voices.
func settlement(id geo.PlaceID, lon, lat float64, voices ...geo.Voice) render.PlaceClaims {
	p := render.PlaceClaims{Place: geo.Place{ID: id, Name: string(id), Point: orb.Point{lon, lat}, Country: "UA", Population: 50000}, Origins: len(voices)}
	for _, v := range voices {
		p.Shares = append(p.Shares, render.Share{Class: render.Class(v), Claims: 1})
	}
	return p
}

// town is a small scene: three places well apart.
func town() *render.Scene {
	return &render.Scene{
		Places: []render.PlaceClaims{
			settlement("pokrovsk", 37.18, 48.28, geo.RussianVoice, geo.UkrainianVoice),
			settlement("kramatorsk", 37.58, 48.74, geo.UkrainianVoice),
			settlement("kostiantynivka", 37.71, 48.53, geo.PressVoice),
		},
		Furniture: render.Furniture{Legend: true, ScaleBar: true, Attribution: true, Language: geo.English},
	}
}
