package mapview

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"contested/geo/render"
)

// focus is the symbol that the keyboard is at.
type focus struct {
	has   bool // the widget has the keyboard
	mouse bool // it was given by the mouse: no frame around the map
	on    bool // hit is set
	hit   render.Hit
	at    int // its place in the order, or -1
}

// AcceptsTab keeps Tab while there are symbols to walk along; at the last one
// (with Shift at the first) it goes on to the next widget, so that the map is no
// trap.
func (m *Map) AcceptsTab() bool { return len(m.order()) > 0 }

// FocusGained shows that the keyboard is at the map, if that is where Tab led.
func (m *Map) FocusGained() {
	m.focus.has = true
	m.live.showFrame(!m.focus.mouse, m.Size())
}

// FocusLost takes the marks of the keyboard away.
func (m *Map) FocusLost() {
	m.focus.has, m.focus.mouse = false, false
	m.focus.drop(m)
	m.live.showFrame(false, m.Size())
}

// takeFocus asks for the keyboard, as a press does.
func (m *Map) takeFocus() {
	if m.focus.has {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		m.focus.mouse = true
		c.Focus(m)
	}
}

// order lists the symbols in sight as one reads: by rows, then from the left; those
// of others' events come after all claims.
func (m *Map) order() []render.Hit {
	if m.shown.frame == nil {
		return nil
	}
	return append(m.inSight(m.shown.frame.Hits()), m.inSight(m.shown.frame.Events())...)
}

func (m *Map) inSight(hits []render.Hit) []render.Hit {
	v := m.camera.now
	size := m.Size()
	var out []render.Hit
	for _, h := range hits {
		at, _ := m.shown.spot(v, h)
		if h.Kind != render.RegionHit && (at.X < 0 || at.Y < 0 || at.X > size.Width || at.Y > size.Height) {
			continue
		}
		out = append(out, h)
	}
	row := 48 * v.Density
	slices.SortStableFunc(out, func(a, b render.Hit) int {
		return cmp.Or(cmp.Compare(math.Floor(a.Y/row), math.Floor(b.Y/row)), cmp.Compare(a.X, b.X))
	})
	return out
}

// step goes to the next symbol, or the one before, or on to the next widget. Along
// the ends of an open fan it leads back to its pile.
func (f *focus) step(m *Map, back bool) {
	list := m.order()
	if ends := m.fan.hits(); len(ends) > 0 {
		list = ends
	}
	i := -1
	if f.on {
		i = slices.IndexFunc(list, func(h render.Hit) bool { return same(h, f.hit) })
	}
	switch {
	case back && i < 0:
		i = len(list) - 1
	case back:
		i--
	default:
		i++
	}
	if i < 0 || i >= len(list) {
		if pile := m.fan.pile; m.fan.close(m) {
			f.set(m, pile)
			return
		}
		if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
			if back {
				c.FocusPrevious()
			} else {
				c.FocusNext()
			}
		}
		return
	}
	f.mouse = false // whoever walks along symbols is at the keyboard
	f.set(m, list[i])
	m.hover.hide(m)
	m.hover.on, m.hover.over = true, list[i]
	m.hover.show(m, list[i])
}

// set puts the focus on a symbol.
func (f *focus) set(m *Map, h render.Hit) {
	f.on, f.hit = true, h
	f.place(m)
}

// drop takes the focus off the symbols.
func (f *focus) drop(m *Map) {
	f.on = false
	m.live.hideRing()
}

// enter selects the symbol in focus; a cluster is taken apart, and what is
// selected already is opened.
func (f *focus) enter(m *Map) {
	if !f.on {
		return
	}
	h := f.hit
	switch {
	case h.Kind == render.ClusterHit:
		m.open(h)
		if ends := m.fan.hits(); len(ends) > 0 {
			f.set(m, ends[0])
		}
	case m.scene != nil && len(h.Places) == 1 && h.Places[0] == m.scene.Selected:
		if m.OnOpen != nil {
			m.OnOpen(h)
		}
	default:
		m.choose(h)
	}
}

// follow finds the symbol again in a new frame.
func (f *focus) follow(m *Map) {
	if !f.on {
		return
	}
	if _, _, ok := m.fan.spot(f.hit); ok {
		f.place(m)
		return
	}
	for _, hits := range [][]render.Hit{m.shown.frame.Hits(), m.shown.frame.Events()} {
		for _, h := range hits {
			if same(h, f.hit) {
				f.set(m, h)
				return
			}
		}
	}
	f.drop(m)
}

// place keeps the ring on its symbol.
func (f *focus) place(m *Map) {
	if !f.on || f.mouse {
		m.live.hideRing()
		return
	}
	at, r := m.where(f.hit)
	m.live.showRing(at, r+5)
}

// Symbol is one symbol of the map and where it is on the widget.
type Symbol struct {
	Hit    render.Hit
	At     fyne.Position
	Radius float32 // dp
}

// Symbols lists the symbols in sight, in the order in which Tab walks along them.
func (m *Map) Symbols() []Symbol {
	var out []Symbol
	for _, h := range m.order() {
		at, r := m.shown.spot(m.camera.now, h)
		out = append(out, Symbol{h, at, r})
	}
	return out
}
