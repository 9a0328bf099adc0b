package mapview

import (
	"math"

	"fyne.io/fyne/v2"
)

const (
	notch      = 25.0 // Fyne's scroll distance of one wheel notch
	notchZoom  = 0.4  // zoom levels of one notch
	notchesMax = 4.0  // of one event: Fyne multiplies fast wheels by 125
	fineFactor = 0.25 // with Ctrl held
)

// Scrolled zooms at the pointer; sideways it pans. Notches that arrive while the
// map still flies add to where it flies to.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	if dx := float64(ev.Scrolled.DX); dx != 0 && math.Abs(dx) > math.Abs(float64(ev.Scrolled.DY)) {
		m.panBy(dx*m.camera.now.Density, 0, 0)
		return
	}
	notches := float64(ev.Scrolled.DY) / notch
	notches = max(-notchesMax, min(notchesMax, notches))
	if notches == 0 {
		return
	}
	dz := notches * notchZoom
	if m.options.Modifiers()&fyne.KeyModifierControl != 0 {
		dz *= fineFactor
	}
	d := stepTime
	if math.Abs(notches) < 0.5 {
		d = 0 // a trackpad: its small steps are the animation
	}
	x, y := m.pixel(ev.Position)
	m.zoomAt(x, y, dz, d)
}

// pixel is a position on the widget in device pixels of the view.
func (m *Map) pixel(p fyne.Position) (x, y float64) {
	d := m.camera.now.Density
	return float64(p.X) * d, float64(p.Y) * d
}
