package mapview

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/paulmach/orb"

	"contested/geo/render"
)

// hoverDelay is how long the pointer rests on a symbol before its card shows.
const hoverDelay = 220 * time.Millisecond

// hover shows the card of the symbol under the pointer, and the hand.
type hover struct {
	over  render.Hit
	on    bool // over is set
	shown bool // the card is
	stop  func()
}

// MouseIn is the first move.
func (m *Map) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved shows the hand over what can be clicked and, after a while, the
// card of a symbol.
func (m *Map) MouseMoved(ev *desktop.MouseEvent) {
	if m.drag.down {
		return
	}
	x, y := m.pixel(ev.Position)
	if m.OnPointer != nil && m.shown.frame != nil {
		m.OnPointer(m.camera.now.LonLat(x, y), true)
	}
	_, onRow, onInset := m.shown.row(m.camera.now, x, y)
	h, ok := render.Hit{}, false
	if !onInset {
		h, ok = m.symbol(ev.Position)
		ok = ok && !h.Inside // regions are everywhere: a card would never rest
	}
	m.cursor = desktop.DefaultCursor
	if ok || onRow {
		m.cursor = desktop.PointerCursor
	}
	if ok && m.hover.on && same(h, m.hover.over) {
		return
	}
	m.hover.hide(m)
	if !ok {
		return
	}
	m.hover.over, m.hover.on = h, true
	stop := m.options.Animate(hoverDelay, func(p float32) {
		if p >= 1 && m.hover.on && same(h, m.hover.over) {
			m.hover.show(m, h)
		}
	})
	m.hover.stop = stop
}

// MouseOut takes card and coordinates away.
func (m *Map) MouseOut() {
	m.hover.leave(m)
	if m.OnPointer != nil {
		m.OnPointer(orb.Point{}, false)
	}
}

func (h *hover) leave(m *Map) {
	h.hide(m)
	m.cursor = desktop.DefaultCursor
}

// show puts the card beside the symbol.
func (h *hover) show(m *Map, hit render.Hit) {
	if m.Describe == nil {
		return
	}
	at, r := m.where(hit)
	m.live.showCard(m.Describe(hit), at, r, m.Size())
	h.shown = true
}

func (h *hover) hide(m *Map) {
	if h.stop != nil {
		h.stop()
		h.stop = nil
	}
	if h.shown {
		m.live.hideCard()
	}
	h.on, h.shown = false, false
}

// where is the middle and the radius of a symbol on the widget, in dp.
func (m *Map) where(hit render.Hit) (fyne.Position, float32) {
	if at, r, ok := m.fan.spot(hit); ok {
		return at, r
	}
	return m.shown.spot(m.camera.now, hit)
}

// same reports whether two hits are the same symbol.
func same(a, b render.Hit) bool {
	if a.Kind != b.Kind || len(a.Places) != len(b.Places) || !slices.Equal(a.Context, b.Context) {
		return false
	}
	for i := range a.Places {
		if a.Places[i] != b.Places[i] {
			return false
		}
	}
	return true
}
