package mapview

import (
	"cmp"
	"image"
	"math"
	"slices"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/view"
)

// outlying is how far from the middle of the claims a place must lie, as part
// of the width of the world, not to belong to their main area: some 150 km in
// the latitude of Ukraine.
const outlying = 0.0056

// extent is the bound of a scene's places: of its points or, when it has none,
// of its regions. With main it leaves out points far away from where most of
// the claims are, so that a single claim about a capital does not shrink the
// front to a dot.
func extent(s *render.Scene, main bool) (b orb.Bound, ok bool) {
	if s == nil {
		return b, false
	}
	var points []*render.PlaceClaims
	var regions []orb.Bound
	for i := range s.Places {
		p := &s.Places[i]
		switch p.Place.Kind {
		case geo.Region, geo.Country, geo.Sea:
			r := p.Place.Bound
			if r.IsZero() {
				r = p.Place.Point.Bound()
			}
			regions = append(regions, r)
		default:
			points = append(points, p)
		}
	}
	if main {
		points = mainArea(points)
	}
	for _, p := range points {
		if !ok {
			b, ok = p.Place.Point.Bound(), true
		}
		b = b.Extend(p.Place.Point)
	}
	if ok {
		return b, true
	}
	for _, r := range regions {
		if !ok {
			b, ok = r, true
		}
		b = b.Union(r)
	}
	return b, ok
}

// mainArea are the places no further from the median of the claims than five
// times the median distance from it, and never fewer than lie within outlying.
func mainArea(points []*render.PlaceClaims) []*render.PlaceClaims {
	if len(points) < 3 {
		return points
	}
	type spot struct {
		x, y, d float64
		weight  int
	}
	spots := make([]spot, len(points))
	total := 0
	for i, p := range points {
		spots[i].x, spots[i].y = view.World(p.Place.Point)
		for _, sh := range p.Shares {
			spots[i].weight += len(sh.Claims)
		}
		total += spots[i].weight
	}
	median := func(of func(spot) float64) float64 {
		sorted := slices.Clone(spots)
		slices.SortFunc(sorted, func(a, b spot) int { return cmp.Compare(of(a), of(b)) })
		n := 0
		for _, s := range sorted {
			if n += s.weight; 2*n >= total {
				return of(s)
			}
		}
		return 0
	}
	cx, cy := median(func(s spot) float64 { return s.x }), median(func(s spot) float64 { return s.y })
	for i, s := range spots {
		spots[i].d = math.Hypot(s.x-cx, s.y-cy)
	}
	limit := max(outlying, 5*median(func(s spot) float64 { return s.d }))
	var out []*render.PlaceClaims
	for i, s := range spots {
		if s.d <= limit {
			out = append(out, points[i])
		}
	}
	return out
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
	best := m.fitIn(b, v, image.Rect(0, top, w-room, h))
	in := m.shown.obstacle(v)
	if in.Empty() || !m.hides(b, best, in) {
		return best
	}
	found := false
	for _, free := range []image.Rectangle{
		image.Rect(in.Max.X, top, w-room, h), image.Rect(0, top, in.Min.X-room, h),
		image.Rect(0, top, w-room, in.Min.Y), image.Rect(0, max(top, in.Max.Y), w-room, h),
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
