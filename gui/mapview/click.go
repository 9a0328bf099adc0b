package mapview

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
)

const (
	doubleTime = 400 * time.Millisecond
	doubleDist = 5    // dp between the two presses of a double click
	apartZoom  = 15.0 // a pile that is still a pile here is fanned out instead
)

// click tells single from double clicks. The first of a double click acts at
// once, as Fyne's own DoubleTappable would not.
type click struct {
	at        time.Time
	pos       fyne.Position
	spent     bool // the first click changed the view already
	menuAt    time.Time
	menuPos   fyne.Position
	menuClick bool
}

func (m *Map) clicked(ev *desktop.MouseEvent) {
	now := m.options.Now()
	double := !m.click.at.IsZero() && now.Sub(m.click.at) <= doubleTime && near(m.click.pos, ev.Position)
	if double {
		spent := m.click.spent
		m.click = click{}
		if !spent {
			dz := 1.0
			if ev.Modifier&fyne.KeyModifierShift != 0 {
				dz = -1
			}
			x, y := m.pixel(ev.Position)
			m.zoomAt(x, y, dz, flightTime)
		}
		return
	}
	m.click = click{at: now, pos: ev.Position}
	x, y := m.pixel(ev.Position)
	if row, onRow, onInset := m.shown.row(m.camera.now, x, y); onInset {
		m.click = click{}
		switch {
		case !onRow:
		case row.Fold:
			if m.OnLegend != nil {
				m.OnLegend()
			}
		case m.OnVoice != nil:
			m.OnVoice(row.Voice)
		}
		return
	}
	if h, ok := m.fan.under(ev.Position); ok {
		m.choose(h)
		return
	}
	h, ok := m.shown.hit(m.camera.now, x, y)
	if ok && h.Inside && m.scene.Selected == h.Places[0] {
		ok = false // a second click in a region lets go of it
	}
	switch {
	case !ok:
		if m.fan.close(m) {
			return
		}
		m.focus.drop(m)
		if ev.Modifier&fyne.KeyModifierShift == 0 && m.OnClear != nil {
			m.OnClear()
		}
	case h.Kind == render.ClusterHit:
		m.click.spent = true
		m.open(h)
	case h.Kind == render.ContextHit:
		m.focus.drop(m) // the keyboard walks along claims
		m.choose(h)
	default:
		m.focus.set(m, h)
		m.choose(h)
	}
}

func (m *Map) choose(h render.Hit) {
	if m.OnSelect != nil {
		m.OnSelect(h)
	}
}

// open takes a cluster apart: by zooming in on its places or, where that would
// not part them, by fanning them out.
func (m *Map) open(h render.Hit) {
	b, n := m.boundOf(h.Places)
	if n == 0 {
		return
	}
	v := m.camera.goal.Fit(b, 2*fitPad, apartZoom)
	if v.Zoom < m.camera.now.Zoom+0.3 || b.Min == b.Max {
		m.fan.open(m, h)
		return
	}
	m.fly(v, flightTime)
}

func (m *Map) boundOf(ids []geo.PlaceID) (b orb.Bound, n int) {
	for _, id := range ids {
		p := m.placeOf(id)
		if p == nil {
			continue
		}
		if n == 0 {
			b = p.Place.Point.Bound()
		}
		b = b.Extend(p.Place.Point)
		n++
	}
	return b, n
}

// placeOf is the scene's place with the id, or nil.
func (m *Map) placeOf(id geo.PlaceID) *render.PlaceClaims {
	if m.scene == nil {
		return nil
	}
	for i := range m.scene.Places {
		if m.scene.Places[i].Place.ID == id {
			return &m.scene.Places[i]
		}
	}
	return nil
}

// TappedSecondary asks for the context menu at once. A second press soon after
// closes the menu and, because Fyne hands on a press that closes an overlay,
// arrives here too: a right double click, which zooms out.
func (m *Map) TappedSecondary(ev *fyne.PointEvent) {
	now := m.options.Now()
	if m.click.menuClick && now.Sub(m.click.menuAt) <= doubleTime && near(m.click.menuPos, ev.Position) {
		m.click = click{}
		x, y := m.pixel(ev.Position)
		m.zoomAt(x, y, -1, flightTime)
		return
	}
	m.click = click{menuAt: now, menuPos: ev.Position, menuClick: true}
	if m.OnMenu == nil {
		return
	}
	x, y := m.pixel(ev.Position)
	if _, _, onInset := m.shown.row(m.camera.now, x, y); onInset {
		return
	}
	r := MenuRequest{At: m.camera.now.LonLat(x, y), Position: ev.AbsolutePosition.AddXY(5, 5)}
	r.Hit, r.OnSymbol = m.symbol(ev.Position)
	m.OnMenu(r)
}

// symbol is what can be picked under a position of the widget.
func (m *Map) symbol(pos fyne.Position) (render.Hit, bool) {
	if h, ok := m.fan.under(pos); ok {
		return h, true
	}
	x, y := m.pixel(pos)
	return m.shown.hit(m.camera.now, x, y)
}

func near(a, b fyne.Position) bool {
	d := a.Subtract(b)
	return d.X*d.X+d.Y*d.Y <= doubleDist*doubleDist
}
