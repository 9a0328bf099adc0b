package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"contested/geo/render"
)

// keyPan is how far an arrow key moves the map, in dp; with Shift, half a view.
const keyPan = 90

// TypedKey answers the keys that lie in the same place on every layout; letters
// do not, so none is used.
func (m *Map) TypedKey(ev *fyne.KeyEvent) {
	v := m.camera.now
	shift := m.options.Modifiers()&fyne.KeyModifierShift != 0
	stepX, stepY := keyPan*v.Density, keyPan*v.Density
	if shift {
		w, h := v.PixelSize()
		stepX, stepY = float64(w)/2, float64(h)/2
	}
	switch ev.Name {
	case fyne.KeyLeft:
		m.keyPan(stepX, 0)
	case fyne.KeyRight:
		m.keyPan(-stepX, 0)
	case fyne.KeyUp:
		m.keyPan(0, stepY)
	case fyne.KeyDown:
		m.keyPan(0, -stepY)
	case fyne.KeyPageUp:
		m.ZoomBy(1)
	case fyne.KeyPageDown:
		m.ZoomBy(-1)
	case fyne.KeyHome:
		m.Home()
	case fyne.KeyTab:
		m.focus.step(m, shift)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.focus.enter(m)
	case fyne.KeyEscape:
		m.escape()
	case desktop.KeyMenu:
		m.keyMenu()
	case fyne.KeyF10:
		if shift {
			m.keyMenu()
		} else if m.OnKey != nil {
			m.OnKey(ev)
		}
	default:
		if m.OnKey != nil {
			m.OnKey(ev)
		}
	}
}

// keyPan adds to where the map flies to, so that a held key moves it evenly.
func (m *Map) keyPan(dx, dy float64) {
	goal := m.camera.goal
	if goal.Zoom == m.camera.now.Zoom {
		ox, oy := goal.Pixel(m.camera.now.Centre)
		w, h := goal.PixelSize()
		dx += ox - float64(w)/2
		dy += oy - float64(h)/2
	}
	m.panBy(dx, dy, stepTime)
}

// keyMenu asks for the context menu of the symbol that the keyboard is at, or of the
// middle of the map.
func (m *Map) keyMenu() {
	if m.OnMenu == nil || m.camera.now.Width < 1 {
		return
	}
	at := fyne.NewPos(m.Size().Width/2, m.Size().Height/2)
	r := MenuRequest{Hit: m.focus.hit, OnSymbol: m.focus.on}
	if r.OnSymbol {
		at, _ = m.where(m.focus.hit)
	} else {
		r.Hit = render.Hit{}
	}
	r.At = m.camera.now.LonLat(m.pixel(at))
	r.Position = fyne.CurrentApp().Driver().AbsolutePositionForObject(m).Add(at).AddXY(5, 5)
	m.hover.hide(m)
	m.OnMenu(r)
}

// TypedRune zooms with + and - (and = and _, which need no Shift, or need it);
// any other character is given on.
func (m *Map) TypedRune(r rune) {
	switch r {
	case '+', '=':
		m.ZoomBy(1)
	case '-', '_':
		m.ZoomBy(-1)
	case '0':
		m.Home()
	default:
		if m.OnRune != nil {
			m.OnRune(r)
		}
	}
}

// escape closes the topmost thing first, then clears the selection.
func (m *Map) escape() {
	if pile := m.fan.pile; m.fan.close(m) {
		if m.focus.on {
			m.focus.set(m, pile)
		}
		return
	}
	if m.hover.shown {
		m.hover.hide(m)
	}
	m.focus.drop(m)
	if m.OnClear != nil {
		m.OnClear()
	}
}
