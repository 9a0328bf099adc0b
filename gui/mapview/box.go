package mapview

import (
	"math"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"
)

// boxMin is the smallest side of a zoom box that is meant, in dp.
const boxMin = 6

// zoomBox flies to where what lies in the box fills the view.
func (m *Map) zoomBox(from, to fyne.Position) {
	if math.Abs(float64(from.X-to.X)) < boxMin || math.Abs(float64(from.Y-to.Y)) < boxMin {
		return
	}
	v := m.camera.now
	a := v.LonLat(m.pixel(from))
	b := v.LonLat(m.pixel(to))
	m.fly(v.Fit(orb.MultiPoint{a, b}.Bound(), 0, 19), flightTime)
}
