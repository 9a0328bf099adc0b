package render

import (
	"math"

	"contested/geo/basemap"
)

// outlineReach is how near to a region's border a pixel counts as on it, in dp.
const outlineReach = 5

// outlineAt is the region whose border runs nearest to a pixel, within reach, or
// else the smallest that the pixel lies in.
func (f *Frame) outlineAt(x, y float64) (Hit, bool) {
	if f.layout == nil {
		return Hit{}, false
	}
	s := f.Viewport.Scale()
	wx, wy := f.Viewport.ToWorld(x, y)
	wx -= math.Floor(wx)
	unit := s / dpPerWorld(f.Viewport.Zoom)
	best, at := outlineReach*unit/s, -1
	for i, r := range f.layout.regions {
		b := r.region.Bound
		if wx < b.MinX-best || wx > b.MaxX+best || wy < b.MinY-best || wy > b.MaxY+best {
			continue
		}
		for _, ring := range r.region.Rings {
			a := ring[len(ring)-1]
			for _, v := range ring {
				if d := segmentDistance(wx, wy, a, v, best); d < best {
					best, at = d, i
				}
				a = v
			}
		}
	}
	inside := at < 0
	if inside {
		at = f.regionAround(wx, wy)
	}
	if at < 0 {
		return Hit{}, false
	}
	r := f.layout.regions[at]
	h := f.told(Hit{Kind: RegionHit, of: &symbol{places: []int{r.place}}})
	sy := &f.layout.symbols[r.symbol]
	h.X, h.Y = f.Viewport.FromWorld(sy.x, sy.y)
	dx, dy := aside(f.moved, r.symbol)
	h.X, h.Y, h.Radius = h.X+(sy.dx+dx)*unit, h.Y+(sy.dy+dy)*unit, sy.radius*unit
	h.Inside = inside
	return h, true
}

// regionAround is the smallest region about a point of the world, or −1. The
// layout has them largest first.
func (f *Frame) regionAround(x, y float64) int {
	for i := len(f.layout.regions) - 1; i >= 0; i-- {
		if f.layout.regions[i].region.Contains(basemap.Vertex{X: x, Y: y}) {
			return i
		}
	}
	return -1
}

// segmentDistance is the distance of (x, y) from the segment a–b, or something
// larger than limit where that is certain at a glance.
func segmentDistance(x, y float64, a, b basemap.Vertex, limit float64) float64 {
	if (a.X < x-limit && b.X < x-limit) || (a.X > x+limit && b.X > x+limit) ||
		(a.Y < y-limit && b.Y < y-limit) || (a.Y > y+limit && b.Y > y+limit) {
		return math.Inf(1)
	}
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.0
	if q := dx*dx + dy*dy; q > 0 {
		t = math.Max(0, math.Min(1, ((x-a.X)*dx+(y-a.Y)*dy)/q))
	}
	return math.Hypot(x-a.X-t*dx, y-a.Y-t*dy)
}
