package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"contested/geo/view"
)

const (
	fitPad     = 56.0  // dp left free around what is fitted
	labelRoom  = 100.0 // more dp at the right, where the names of places stand
	fitZoom    = 10.0  // no closer than this, however little there is to fit
	flightTime = 260 * time.Millisecond
	stepTime   = 140 * time.Millisecond // of one key press or wheel notch
	historyMax = 64
	// historyGap joins changes of view that follow each other this fast, as the
	// notches of a wheel do, into one entry of the history.
	historyGap = 800 * time.Millisecond
)

// camera is the view now, the flight that changes it and the views before.
type camera struct {
	now  view.Viewport
	goal view.Viewport // where the flight ends; now when there is none
	stop func()        // ends the flight's animation; nil: there is none

	fitted bool      // a view has been chosen; until then the first scene decides
	home   bool      // nothing but Home has chosen the view: it may be fitted better
	fit    orb.Bound // what Home has shown: a filter that hides places must not move the map
	refits int       // how often that was done since; what is fitted may change the legend

	rested   view.Viewport // the last view at rest
	restedAt time.Time
	past     []view.Viewport
	future   []view.Viewport
}

// halt ends a flight where it is.
func (c *camera) halt() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
	c.goal = c.now
}

// Viewport is the view now, in flight or at rest.
func (m *Map) Viewport() view.Viewport { return m.camera.now }

// Target is the view that is being flown to, or the view now.
func (m *Map) Target() view.Viewport { return m.camera.goal }

// Look shows a place at a zoom, at once.
func (m *Map) Look(centre orb.Point, zoom float64) {
	m.camera.halt()
	m.camera.fitted, m.camera.home = true, false
	v := m.camera.now
	v.Centre, v.Zoom = centre, max(view.MinZoom, min(view.MaxZoom, zoom))
	m.jump(v)
}

// jump shows a view at once. Where the picture that is shown does not cover it, it
// stays until the exact one has come, rather than leave blanks: that is a moment,
// and shorter when the window is not painted in between.
func (m *Map) jump(v view.Viewport) {
	m.camera.now, m.camera.goal = v, v
	m.hover.hide(m)
	if m.shown.covers(v) {
		m.place()
	}
	m.rest()
}

// Centre flies to a place without changing the zoom.
func (m *Map) Centre(p orb.Point) {
	v := m.camera.goal
	v.Centre = p
	m.fly(v, flightTime)
}

// Reveal moves the view only when the place is out of sight, or nearly.
func (m *Map) Reveal(p orb.Point) {
	v := m.camera.goal
	x, y := v.Pixel(p)
	w, h := v.PixelSize()
	inX, inY := float64(w)/12, float64(h)/12
	if x < inX || y < inY || x > float64(w)-inX || y > float64(h)-inY {
		m.Centre(p)
	}
}

// Fit flies to where all of b is seen, clear of the furniture.
func (m *Map) Fit(b orb.Bound) {
	m.fly(m.fitClear(b, m.camera.goal), flightTime)
}

// Home flies to where every place of the scene is seen.
func (m *Map) Home() {
	if b, ok := everything(m.scene); ok {
		m.Fit(b)
		m.camera.home, m.camera.fit, m.camera.refits = true, b, 0
	}
}

// refit improves the first view once it is known where the furniture stands.
func (m *Map) refit() {
	if !m.camera.home || m.camera.stop != nil || m.drag.down || m.camera.refits >= 3 {
		return
	}
	m.camera.refits++
	v := m.fitClear(m.camera.fit, m.camera.now)
	if v.Centre == m.camera.now.Centre && v.Zoom == m.camera.now.Zoom {
		return
	}
	m.camera.now, m.camera.goal, m.camera.rested = v, v, v
	m.look(v)
	m.rest()
}

// ZoomBy changes the zoom by dz levels at the centre of the view.
func (m *Map) ZoomBy(dz float64) {
	w, h := m.camera.goal.PixelSize()
	m.zoomAt(float64(w)/2, float64(h)/2, dz, stepTime)
}

// CanGoBack says whether there is a view before this one.
func (m *Map) CanGoBack() bool { return len(m.camera.past) > 0 }

// CanGoForward says whether there is a view after this one.
func (m *Map) CanGoForward() bool { return len(m.camera.future) > 0 }

// Back flies to the view before this one.
func (m *Map) Back() { m.step(&m.camera.past, &m.camera.future) }

// Forward flies to the view that Back came from.
func (m *Map) Forward() { m.step(&m.camera.future, &m.camera.past) }

func (m *Map) step(from, to *[]view.Viewport) {
	if len(*from) == 0 {
		return
	}
	c := &m.camera
	v := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, c.rested)
	v = v.Resize(c.now.Width, c.now.Height, c.now.Density)
	c.rested = v // so that arriving is no new entry
	c.restedAt = time.Time{}
	m.fly(v, flightTime)
}

// resize follows the widget's size and the screen's density.
func (m *Map) resize(size fyne.Size) {
	if size.Width < 1 || size.Height < 1 {
		return
	}
	w, h := float64(size.Width), float64(size.Height)
	density := 1.0
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		if px, py := c.PixelCoordinateForPosition(fyne.NewPos(size.Width, size.Height)); px > 0 && py > 0 {
			if s, _ := c.PixelCoordinateForPosition(fyne.NewPos(1000, 0)); s > 0 {
				density = float64(s) / 1000
			}
			w, h = float64(px)/density, float64(py)/density // so that PixelSize is px × py exactly
		}
	}
	old := m.camera.now
	if old.Width == w && old.Height == h && old.Density == density {
		return
	}
	m.camera.halt()
	v := old.Resize(w, h, density)
	m.camera.refits = 0
	m.camera.now, m.camera.goal = v, v
	m.fitFirst()
	m.look(m.camera.now)
	m.rest()
}

// fitFirst chooses the first view, once there are a size and a scene.
func (m *Map) fitFirst() {
	if m.camera.fitted || m.camera.now.Width < 1 || m.scene == nil {
		return
	}
	if b, _, ok := m.scene.Extent(); ok {
		m.camera.fit = b
		m.camera.now = m.fitClear(b, m.camera.now)
		m.camera.goal = m.camera.now
		m.camera.rested = m.camera.now
		m.camera.fitted, m.camera.home = true, true
	} else if m.camera.now.Zoom == 0 {
		m.camera.now.Zoom, m.camera.now.Centre = 6, orb.Point{33, 48.5}
		m.camera.goal = m.camera.now
	}
}

// look shows a view that is passed through.
func (m *Map) look(v view.Viewport) {
	m.camera.now = v
	if m.camera.stop == nil {
		m.camera.goal = v
	}
	m.hover.hide(m)
	m.place()
	switch {
	case m.camera.stop != nil && m.camera.goal.Zoom != v.Zoom:
		m.ask(m.camera.goal, true)
	case !m.shown.covers(v.Expand(margin(v) / 4)):
		m.ask(v, false)
	}
}

// rest is called when the view has stopped moving: the exact picture is wanted.
func (m *Map) rest() {
	c := &m.camera
	c.goal = c.now
	m.ask(c.now, true)
	defer m.tell()
	if c.now == c.rested {
		return
	}
	sameSize := c.rested.Width == c.now.Width && c.rested.Height == c.now.Height
	moved := c.rested.Centre != c.now.Centre || c.rested.Zoom != c.now.Zoom
	if now := m.options.Now(); sameSize && moved && c.rested.Width > 0 {
		if now.Sub(c.restedAt) > historyGap || len(c.past) == 0 {
			c.past = append(c.past, c.rested)
			if len(c.past) > historyMax {
				c.past = c.past[1:]
			}
			c.future = nil
		}
		c.restedAt = now
	}
	c.rested = c.now
	if m.OnView != nil && c.fitted {
		m.OnView(c.now)
	}
}

// fly changes the view to v in d, on the path on which one point of the map
// stays where it is (or, at the same zoom, on a straight line).
func (m *Map) fly(v view.Viewport, d time.Duration) {
	from := m.camera.now
	x0, y0 := view.World(from.Centre)
	x1, y1 := view.World(v.Centre)
	x1 -= math.Round(x1 - x0) // the short way round the earth
	m.along(v, d, func(e float64) view.Viewport {
		if e >= 1 {
			return v
		}
		at := from
		at.Zoom = from.Zoom + (v.Zoom-from.Zoom)*e
		left := 1 - e
		if a, b := math.Exp2(-from.Zoom), math.Exp2(-v.Zoom); a != b {
			left = (math.Exp2(-at.Zoom) - b) / (a - b)
		}
		x := x1 + (x0-x1)*left
		at.Centre = view.Unworld(x-math.Floor(x), y1+(y0-y1)*left)
		return at
	})
}

// zoomAt changes the zoom by dz and keeps what lies under the pixel where it is.
func (m *Map) zoomAt(x, y, dz float64, d time.Duration) {
	from := m.camera.now
	to := max(view.MinZoom, min(view.MaxZoom, m.camera.goal.Zoom+dz))
	total := to - from.Zoom
	m.along(from.ZoomAt(x, y, total), d, func(e float64) view.Viewport {
		return from.ZoomAt(x, y, total*e)
	})
}

// panBy moves the view by whole device pixels.
func (m *Map) panBy(dx, dy float64, d time.Duration) {
	from := m.camera.now
	m.along(from.Pan(math.Round(dx), math.Round(dy)), d, func(e float64) view.Viewport {
		return from.Pan(math.Round(dx*e), math.Round(dy*e))
	})
}

// along moves the view along a path, fast first, and rests at its end.
func (m *Map) along(goal view.Viewport, d time.Duration, path func(e float64) view.Viewport) {
	if m.camera.now.Width < 1 {
		return // nothing to see yet
	}
	m.camera.halt()
	m.camera.fitted, m.camera.home = true, false
	m.fan.close(m)
	if m.still || d <= 0 {
		m.jump(path(1))
		return
	}
	m.camera.goal = goal
	m.camera.stop = func() {}
	done := false
	stop := m.options.Animate(d, func(p float32) {
		if done {
			return
		}
		if p >= 1 {
			done = true
			m.look(path(1))
			m.camera.stop = nil
			m.rest()
			return
		}
		left := 1 - float64(p)
		m.look(path(1 - left*left*left))
	})
	if !done {
		m.camera.stop = func() { done = true; stop() }
	}
}
