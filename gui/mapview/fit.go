package mapview

import (
	"image"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/view"
)

// everything is the bound of all of a scene's places; of its regions where it
// has nothing finer. ([render.Scene.Extent] leaves out what lies far away.)
func everything(s *render.Scene) (b orb.Bound, ok bool) {
	if s == nil {
		return b, false
	}
	var regions orb.Bound
	known := false
	for i := range s.Places {
		p := &s.Places[i].Place
		at := p.Point.Bound()
		switch p.Kind {
		case geo.Region, geo.Country, geo.Sea:
			if p.Bound.Max != p.Bound.Min {
				at = p.Bound
			}
			if !known {
				regions, known = at, true
			}
			regions = regions.Union(at)
		default:
			if !ok {
				b, ok = at, true
			}
			b = b.Union(at)
		}
	}
	if !ok {
		return regions, known
	}
	return b, true
}

// fitClear is v moved and zoomed so that all of b is seen in the largest part of
// the view that no furniture covers: the whole view less the insets at one side.
func (m *Map) fitClear(b orb.Bound, v view.Viewport) view.Viewport {
	w, h := v.PixelSize()
	d := v.Density
	room := int(labelRoom * m.textScale() * d)
	if v.Width < 8*fitPad {
		room = 0
	}
	top := int(m.covered * d)
	// Names stand right of their rings where they can, else left of them.
	left := room / 3
	best := m.fitIn(b, v, image.Rect(left, top, w-room, h))
	in := m.shown.obstacle(v)
	if in.Empty() || !m.hides(b, best, in) {
		return best
	}
	found := false
	for _, free := range []image.Rectangle{
		image.Rect(in.Max.X, top, w-room, h), image.Rect(left, top, in.Min.X-room, h),
		image.Rect(left, top, w-room, in.Min.Y), image.Rect(left, max(top, in.Max.Y), w-room, h),
	} {
		if float64(free.Dx()) < 3*fitPad*d || float64(free.Dy()) < 3*fitPad*d {
			continue
		}
		whole := m.fitIn(b, v, free)
		if !found || whole.Zoom > best.Zoom {
			best, found = whole, true
		}
	}
	return best
}

// textScale is how much larger than usual the scene's symbols are.
func (m *Map) textScale() float64 {
	if m.scene == nil || m.scene.TextScale < 1 {
		return 1
	}
	return m.scene.TextScale
}

// fitIn is v moved and zoomed so that a part of it, in device pixels, shows all
// of b.
func (m *Map) fitIn(b orb.Bound, v view.Viewport, part image.Rectangle) view.Viewport {
	d := v.Density
	in := v.Resize(float64(part.Dx())/d, float64(part.Dy())/d, d).Fit(b, fitPad*m.textScale(), fitZoom)
	v.Centre, v.Zoom = in.Centre, in.Zoom
	w, h := v.PixelSize()
	return v.Pan(float64(part.Min.X+part.Max.X-w)/2, float64(part.Min.Y+part.Max.Y-h)/2)
}

// hides reports whether furniture would lie over a place of the scene within b.
func (m *Map) hides(b orb.Bound, v view.Viewport, in image.Rectangle) bool {
	in = in.Inset(-int(16 * v.Density))
	for _, p := range m.scene.Places {
		if !b.Contains(p.Place.Point) {
			continue
		}
		x, y := v.Pixel(p.Place.Point)
		if image.Pt(int(x), int(y)).In(in) {
			return true
		}
	}
	return false
}
