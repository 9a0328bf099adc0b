package mapview

import (
	"context"
	"image"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/view"
)

var (
	_ fyne.Widget            = (*Map)(nil)
	_ fyne.Scrollable        = (*Map)(nil)
	_ fyne.Draggable         = (*Map)(nil)
	_ fyne.SecondaryTappable = (*Map)(nil)
	_ fyne.Focusable         = (*Map)(nil)
	_ fyne.Tabbable          = (*Map)(nil)
	_ desktop.Mouseable      = (*Map)(nil)
	_ desktop.Hoverable      = (*Map)(nil)
	_ desktop.Cursorable     = (*Map)(nil)
)

// Options are what a [Map] needs from its surroundings. Only Paint has no
// default; the others exist so that tests decide when things happen.
type Options struct {
	// Paint paints pictures; it is called on the map's paint goroutine.
	Paint func(context.Context, *render.Scene, view.Viewport, render.Options) (*render.Frame, error)
	// Go starts the paint goroutine. Default: a go statement.
	Go func(func())
	// Do runs a function on Fyne's goroutine. Default: fyne.Do.
	Do func(func())
	// Now is the clock that double clicks and flings are measured by. Default: time.Now.
	Now func() time.Time
	// Animate calls tick on Fyne's goroutine with 0…1 during d, with 1 last, until
	// stopped. Default: a linear fyne.Animation.
	Animate func(d time.Duration, tick func(p float32)) (stop func())
	// Modifiers are the modifier keys held now. Default: what the driver says.
	Modifiers func() fyne.KeyModifier
}

// Card is what the hover card says of a symbol.
type Card struct {
	Title string
	Lines []CardLine
}

// CardLine is one line of a [Card], with a dot before it when Dot is not nil.
type CardLine struct {
	Text string
	Dot  color.Color
}

// MenuRequest asks for a context menu.
type MenuRequest struct {
	Hit      render.Hit
	OnSymbol bool          // false: Hit is empty, the ground was clicked
	At       orb.Point     // the place under the pointer
	Position fyne.Position // where the menu should open, absolute on the canvas
}

// Map is the map widget. All its methods and callbacks belong to Fyne's
// goroutine. Callbacks may be nil and are set before the map is shown.
type Map struct {
	widget.BaseWidget

	OnSelect  func(render.Hit)                // a place or region was clicked or chosen by key
	OnOpen    func(render.Hit)                // its claims are wanted (Enter)
	OnClear   func()                          // empty map was clicked, or Esc pressed
	OnVoice   func(geo.Voice)                 // a legend row was clicked
	OnLegend  func()                          // the legend was clicked beside its voices
	OnMenu    func(MenuRequest)               // a context menu is wanted
	OnView    func(view.Viewport)             // the view came to rest somewhere else
	OnPointer func(at orb.Point, inside bool) // the pointer moved over the map, or left it
	OnPainted func(*render.Frame)             // an exact frame has reached the screen's objects
	OnSettled func()                          // everything about the view at rest has been painted
	OnKey     func(*fyne.KeyEvent)            // a key that the map has no use for
	OnRune    func(rune)                      // a character that the map has no use for
	OnError   func(error)                     // a picture could not be painted
	Describe  func(render.Hit) Card           // what the hover card says; nil: no card

	options Options
	loop    loop
	scene   *render.Scene
	camera  camera
	shown   presenter
	live    live

	drag    drag
	click   click
	hover   hover
	focus   focus
	fan     fan
	cursor  desktop.Cursor
	told    job     // the frame that was reported last, without its margin
	covered float64 // dp at the top that other widgets lie over
	over    [2]Patch
	still   bool // reduced motion: nothing flies or flings
}

// New makes a map that shows nothing until [Map.SetScene].
func New(o Options) *Map {
	if o.Go == nil {
		o.Go = func(f func()) { go f() }
	}
	if o.Do == nil {
		o.Do = fyne.Do
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Animate == nil {
		o.Animate = animate
	}
	if o.Modifiers == nil {
		o.Modifiers = modifiers
	}
	m := &Map{options: o, cursor: desktop.DefaultCursor}
	m.loop.paint, m.loop.start, m.loop.publish = o.Paint, o.Go, func() {
		o.Do(func() {
			for _, r := range m.loop.painted() {
				m.publish(r.job, r.frame, r.err)
			}
		})
	}
	m.focus.at = -1
	m.shown.init()
	m.live.init()
	m.ExtendBaseWidget(m)
	return m
}

// SetScene shows another scene through the same view. The map does not change
// the scene and expects nobody else to. The first scene is fitted into the view.
func (m *Map) SetScene(s *render.Scene) {
	if old := m.scene; old != nil && (len(old.Places) != len(s.Places) || !slices.Equal(old.Furniture.HiddenVoice, s.Furniture.HiddenVoice) || old.Furniture.Fold != s.Furniture.Fold) {
		m.camera.home = false // neither a filter nor the legend's fold moves the map
	}
	m.scene = s
	m.fan.close(m)
	m.live.style()
	m.fitFirst()
	m.ask(m.camera.goal, !m.drag.moved)
}

// Scene is the scene shown, or nil.
func (m *Map) Scene() *render.Scene { return m.scene }

// Frame is the frame shown, or nil. It is valid until the next one is shown.
func (m *Map) Frame() *render.Frame { return m.shown.frame }

// SetReducedMotion makes every change of view immediate: no flight, no fling.
func (m *Map) SetReducedMotion(on bool) { m.still = on }

// Patch is a part of the map, in dp, that another widget lies over.
type Patch struct {
	At   fyne.Position
	Size fyne.Size
}

// SetCovered says how many dp at the top of the map other widgets lie over, so
// that what is fitted into the view is not hidden by them, and where else there are
// some: names keep clear of these.
func (m *Map) SetCovered(top float32, over [2]Patch) {
	if m.over != over {
		m.over = over
		if m.scene != nil {
			m.ask(m.camera.goal, !m.drag.moved)
		}
	}
	if m.covered != float64(top) {
		m.covered = float64(top)
		m.camera.refits = 0
		m.refit()
	}
}

// Release lets go of the memory that the next pictures would be painted into, which
// is taken again when one is asked for.
func (m *Map) Release() { m.loop.release() }

// Close ends the painting, waits for the paint goroutine and makes every later
// request do nothing.
func (m *Map) Close() {
	m.camera.halt()
	m.hover.leave(m)
	m.loop.close()
}

// Cursor is a hand over what can be clicked.
func (m *Map) Cursor() desktop.Cursor { return m.cursor }

// MinSize is small: the map takes what is left over.
func (m *Map) MinSize() fyne.Size { return fyne.NewSize(160, 120) }

// CreateRenderer shows the picture, the furniture and what is live on top.
func (m *Map) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

// job is the exact picture of a view.
func (m *Map) job(v view.Viewport, margin float64, rest bool) job {
	j := job{scene: m.scene, view: v, margin: margin, rest: rest}
	for i, p := range m.over {
		if rest && !p.Size.IsZero() {
			px := func(dp float32) int { return int(float64(dp) * v.Density) }
			j.over[i] = image.Rect(px(p.At.X), px(p.At.Y), px(p.At.X+p.Size.Width)+1, px(p.At.Y+p.Size.Height)+1)
		}
	}
	return j
}

// ask requests the exact picture of a view, unless it is shown or on its way. Where
// the view is not going to rest, edges and furniture cut names. When nothing of it
// is to be seen yet and the map is at rest, what is seen comes first and the margin
// after it (see tell).
func (m *Map) ask(v view.Viewport, rest bool) {
	if m.scene == nil || v.Width < 1 || v.Height < 1 {
		return
	}
	j := m.job(v, margin(v), rest)
	if m.camera.stop == nil && !m.drag.down && !m.shown.has(j) {
		j.margin = 0
	}
	if j != m.shown.of || m.loop.waiting() {
		m.loop.ask(j)
	}
}

// askCoarse requests the picture for below the exact one: as many pixels of
// sixteen times the area.
func (m *Map) askCoarse() {
	v := m.camera.now
	v.Zoom = max(view.MinZoom, v.Zoom-2)
	if j := (job{scene: m.scene, view: v, coarse: true}); j != m.shown.underOf {
		m.loop.ask(j)
	}
}

// margin is how many dp are painted beyond each edge: enough that panning does
// not outrun painting, little enough that a picture stays below 2.2 times the
// view's pixels.
func margin(v view.Viewport) float64 { return 0.2 * min(v.Width, v.Height) }

// publish shows a painted frame.
func (m *Map) publish(j job, f *render.Frame, err error) {
	if m.loop.closed() {
		return
	}
	if err != nil {
		if m.OnError != nil && !isCancelled(err) {
			m.OnError(err)
		}
		return
	}
	if j.coarse {
		m.loop.give(j, m.shown.showUnder(f, j))
		m.place()
		if m.OnSettled != nil && m.camera.stop == nil && !m.drag.down {
			m.OnSettled()
		}
		return
	}
	m.loop.give(j, m.shown.show(f, j))
	m.place()
	m.live.repaint()
	m.focus.follow(m)
	m.refit()
	m.tell()
}

// tell reports an exact frame at rest, once, and has painted what the next motion
// may uncover.
func (m *Map) tell() {
	v := m.camera.now
	if exact := m.job(v, m.shown.of.margin, true); m.camera.stop != nil || m.shown.of != exact {
		return
	}
	if at := m.job(v, 0, true); m.told != at {
		m.told = at
		if m.OnPainted != nil {
			m.OnPainted(m.shown.frame)
		}
	}
	switch {
	case m.drag.down:
	case m.shown.of.margin < margin(v):
		m.loop.ask(m.job(v, margin(v), true))
	default:
		m.askCoarse()
	}
}

// place puts the picture and everything that hangs on it where the view wants
// them.
func (m *Map) place() {
	m.shown.place(m.camera.now)
	m.fan.place(m)
	m.focus.place(m)
}

func animate(d time.Duration, tick func(p float32)) func() {
	a := fyne.NewAnimation(d, tick)
	a.Curve = fyne.AnimationLinear
	a.Start()
	return a.Stop
}

func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
