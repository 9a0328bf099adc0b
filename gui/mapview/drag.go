package mapview

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	flingTime   = 750 * time.Millisecond
	flingSample = 90 * time.Millisecond // how far back the speed at release is measured
	flingMin    = 250.0                 // dp a second: slower than this, the map stays where it was let go
	flingMax    = 3000.0
)

// drag moves the map with the pointer and lets it glide on when it is let go
// in motion. With Shift it draws the zoom box instead.
type drag struct {
	down    bool
	moved   bool
	box     bool
	last    fyne.Position // where the map was moved to, to within a device pixel
	samples []sample
}

type sample struct {
	at  time.Time
	pos fyne.Position
}

// MouseDown takes hold of the map and of the keyboard.
func (m *Map) MouseDown(ev *desktop.MouseEvent) {
	m.hover.hide(m)
	m.takeFocus()
	if ev.Button == desktop.MouseButtonSecondary {
		return
	}
	if m.camera.stop != nil {
		m.camera.halt() // a hand on the globe stops it
		m.rest()
	}
	m.drag = drag{down: true, last: ev.Position, box: ev.Button == desktop.MouseButtonPrimary && ev.Modifier&fyne.KeyModifierShift != 0}
	m.sample(ev.Position)
	if m.drag.box {
		m.live.startBox(ev.Position)
	}
}

// MouseUp ends a press that did not move: a click.
func (m *Map) MouseUp(ev *desktop.MouseEvent) {
	held := m.drag
	if held.moved || !held.down {
		return // DragEnd follows, or the press was elsewhere
	}
	m.drag = drag{}
	m.live.endBox()
	if ev.Button == desktop.MouseButtonPrimary {
		m.clicked(ev)
	}
}

// Dragged moves the map, or the corner of the zoom box.
func (m *Map) Dragged(ev *fyne.DragEvent) {
	if !m.drag.down {
		m.drag = drag{down: true, last: ev.Position.Subtract(ev.Dragged)}
	}
	m.drag.moved = true
	if m.drag.box {
		m.cursor = desktop.CrosshairCursor
		m.live.moveBox(ev.Position)
		return
	}
	m.sample(ev.Position)
	d := m.camera.now.Density
	dx := math.Round(float64(ev.Position.X-m.drag.last.X) * d)
	dy := math.Round(float64(ev.Position.Y-m.drag.last.Y) * d)
	m.drag.last = m.drag.last.AddXY(float32(dx/d), float32(dy/d))
	m.camera.halt()
	m.camera.fitted, m.camera.home = true, false
	m.fan.close(m)
	m.look(m.camera.now.Pan(dx, dy))
}

// DragEnd lets the map go.
func (m *Map) DragEnd() {
	held := m.drag
	m.drag = drag{}
	if held.box {
		m.cursor = desktop.DefaultCursor
		if from, to, ok := m.live.endBox(); ok {
			m.zoomBox(from, to)
		}
		return
	}
	vx, vy := held.speed(m.options.Now())
	if m.still || math.Hypot(vx, vy) < flingMin {
		m.rest()
		return
	}
	// A cubic that starts at speed v and ends at rest after T covers v·T/3.
	k := flingTime.Seconds() / 3 * m.camera.now.Density
	m.panBy(vx*k, vy*k, flingTime)
}

func (m *Map) sample(pos fyne.Position) {
	s := m.drag.samples
	if len(s) > 15 {
		s = append(s[:0], s[len(s)-15:]...)
	}
	m.drag.samples = append(s, sample{m.options.Now(), pos})
}

// speed is the pointer's speed over the last moments, in dp a second.
func (d drag) speed(now time.Time) (vx, vy float64) {
	if len(d.samples) < 2 {
		return 0, 0
	}
	last := d.samples[len(d.samples)-1]
	if now.Sub(last.at) > flingSample {
		return 0, 0 // it was held still before it was let go
	}
	first := last
	for i := len(d.samples) - 1; i >= 0 && last.at.Sub(d.samples[i].at) <= flingSample; i-- {
		first = d.samples[i]
	}
	t := last.at.Sub(first.at).Seconds()
	if t < 0.015 {
		return 0, 0
	}
	vx, vy = float64(last.pos.X-first.pos.X)/t, float64(last.pos.Y-first.pos.Y)/t
	if v := math.Hypot(vx, vy); v > flingMax {
		vx, vy = vx*flingMax/v, vy*flingMax/v
	}
	return vx, vy
}
