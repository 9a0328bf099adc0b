package render

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"contested/geo/basemap"
	"contested/geo/render/raster"
	"contested/geo/view"
)

// regionShape is an area that claims are about.
type regionShape struct {
	region *basemap.Region
	symbol int // its ring, or the cluster that it is part of
	place  int // of Scene.Places
	// Regions that lie within each other share one hatch, each voice of each
	// having its own lines in it, so that the lines never run into each other.
	slot, slots int
	extent      float64 // of the largest of these, in world coordinates
}

// addRegion puts the ring of a region at or near its label point: inside the
// region and clear of every other symbol.
func (l *layout) addRegion(i int) {
	pc := &l.scene.Places[i]
	s := newSymbol(l.scene.Places, i, l.scale)
	s.vague = false // its outline on the ground says where it is
	var shape *basemap.Region
	if l.scene.Ground != nil {
		if r, ok := l.scene.Ground.Region(string(pc.Place.ID)); ok {
			shape = r
		}
	}
	inside := func(dx, dy float64) bool {
		return shape == nil || shape.Contains(basemap.Vertex{X: s.x + dx/l.d, Y: s.y + dy/l.d})
	}
	put := func(dx, dy float64) {
		s.dx, s.dy = dx, dy
		if shape != nil {
			l.regions = append(l.regions, regionShape{region: shape, symbol: len(l.symbols), place: i})
		}
		l.symbols = append(l.symbols, s)
	}
	if l.frame != nil {
		if dx, dy, ok := l.frame.spot(l, &s, inside); ok {
			// It stands there, which may be far from its point: its name is looked for there.
			s.x += dx * l.frame.unit / l.frame.size
			s.y += dy * l.frame.unit / l.frame.size
			put(0, 0)
			return
		}
	}
	pitch := 1.5 * ringCluster * l.scale
	for ring := range 16 {
		for k := range max(1, 8*min(ring, 1)) {
			sin, cos := math.Sincos(float64(k) * math.Pi / 4)
			dx, dy := cos*pitch*float64(ring), sin*pitch*float64(ring)
			if inside(dx, dy) && l.clear(&s, dx, dy) {
				put(dx, dy)
				return
			}
		}
	}
	// No room: it joins the nearest symbol. Outside it would name a wrong place.
	best, dist := 0, math.Inf(1)
	for k := range l.symbols {
		o := &l.symbols[k]
		if d := math.Hypot((o.x-s.x)*l.d+o.dx, (o.y-s.y)*l.d+o.dy); d < dist {
			best, dist = k, d
		}
	}
	if len(l.symbols) == 0 {
		return // it has no place in the world
	}
	if shape != nil {
		l.regions = append(l.regions, regionShape{region: shape, symbol: best, place: i})
	}
	o := &l.symbols[best]
	o.own(1)
	o.join(&s)
	o.kind = ClusterHit
	o.radius = math.Max(o.radius, ringCluster*l.scale)
}

// clear reports whether a symbol moved by (dx, dy) keeps its distance from all
// others over the whole zoom step.
func (l *layout) clear(s *symbol, dx, dy float64) bool {
	grow := math.Exp2(zoomStep)
	for k := range l.symbols {
		o := &l.symbols[k]
		if o == s {
			continue
		}
		far := s.radius + math.Max(o.radius, ringCluster*l.scale) + 2*symbolGap*l.scale
		ax, ay := (o.x-s.x)*l.d, (o.y-s.y)*l.d
		if nearest(ax, ay, grow, dx-o.dx, dy-o.dy) < far {
			return false
		}
	}
	return true
}

// nearest is the least distance of (x, y) from the points t·(ax, ay), 1 ≤ t ≤
// grow: how near two things come over a zoom step.
func nearest(ax, ay, grow, x, y float64) float64 {
	t := 1.0
	if q := ax*ax + ay*ay; q > 0 {
		t = math.Max(1, math.Min(grow, (x*ax+y*ay)/q))
	}
	return math.Hypot(t*ax-x, t*ay-y)
}

// shareHatch orders the regions, largest first, and deals the lines of the hatch
// out to those that lie within each other.
func (l *layout) shareHatch() {
	area := func(r *basemap.Region) float64 {
		return (r.Bound.MaxX - r.Bound.MinX) * (r.Bound.MaxY - r.Bound.MinY)
	}
	slices.SortStableFunc(l.regions, func(a, b regionShape) int {
		return cmp.Or(cmp.Compare(area(b.region), area(a.region)), cmp.Compare(a.region.ID, b.region.ID))
	})
	group := make([]int, len(l.regions))
	for i := range l.regions {
		group[i] = i
		for k := range i {
			if group[k] != group[i] && l.nested(i, k) {
				from := group[i]
				for m := range i + 1 {
					if group[m] == from {
						group[m] = group[k]
					}
				}
			}
		}
	}
	for i := range l.regions {
		r := &l.regions[i]
		for k := range l.regions {
			if group[k] != group[i] {
				continue
			}
			o := &l.regions[k]
			if k < i {
				r.slot += len(l.scene.Places[o.place].Shares)
			}
			r.slots += len(l.scene.Places[o.place].Shares)
			r.extent = math.Max(r.extent, math.Max(o.region.Bound.MaxX-o.region.Bound.MinX, o.region.Bound.MaxY-o.region.Bound.MinY))
		}
	}
}

// nested reports whether one of two regions lies about the point of the other.
func (l *layout) nested(i, k int) bool {
	a, b := &l.regions[i], &l.regions[k]
	within := func(r, o *regionShape) bool {
		x, y := view.World(l.scene.Places[o.place].Place.Point)
		return r.region.Contains(basemap.Vertex{X: x, Y: y})
	}
	return a.region.Bound.Overlaps(b.region.Bound) && (within(a, b) || within(b, a))
}

// regions outlines and hatches the areas that claims are about.
func (c *picture) regions() {
	for i := range c.layout.regions {
		r := &c.layout.regions[i]
		s := newSymbol(c.scene.Places, r.place, 1)
		c.worlds(func(shift, x0, y0, x1, y1 float64) {
			if !r.region.Bound.Overlaps(basemap.Bound{MinX: x0, MinY: y0, MaxX: x1, MaxY: y1}) {
				return
			}
			c.hatch(r, &s, shift)
			c.outline(r.region, &s, shift)
		})
	}
}

// covers reports whether a part of a region can be seen in the viewport.
func (c *picture) covers(r *basemap.Region, shift float64) bool {
	x0, y0, x1, y1 := c.view.WorldBound()
	return len(basemap.Clip(r.Rings, basemap.Bound{MinX: x0 - shift, MinY: y0, MaxX: x1 - shift, MaxY: y1})) > 0
}

// Drawing of regions, in dp: the hatch is wide enough to stay quiet.
const (
	regionSpacing = 13.0  // from line to line
	regionPeriod  = 40.0  // of all lines at most, where many share the hatch
	regionLine    = 1.0   // width
	regionInk     = 0.42  // opacity
	regionQuiet   = 700.0 // extent of a region beyond which it fades, for then it fills the picture
	regionOutline = 1.6
	regionDash    = 16.0
)

// regionHue is the colour of one voice's part.
func (c *picture) regionHue(s *symbol, k int) color.NRGBA {
	hue := c.style.hues[s.segments[k].class]
	if s.faded {
		hue = mix(hue, c.style.land, 0.5)
	}
	return hue
}

// hatch fills a region with lines in the colours of its voices: crossing ones
// where sources conflict, none for what is denied.
func (c *picture) hatch(r *regionShape, s *symbol, shift float64) {
	const most = 8
	slots := min(r.slots, most)
	lines := make([]color.NRGBA, slots)
	extent := r.extent * c.size / c.unit
	fade := math.Max(0.35, math.Min(1, math.Sqrt(regionQuiet/extent)))
	cross, drawn := false, false
	for k, g := range s.segments {
		if g.look != Denied {
			lines[(r.slot+k)%slots] = alpha(c.regionHue(s, k), regionInk*fade)
			drawn = true
		}
		cross = cross || g.look == Conflicted
	}
	if !drawn {
		return
	}
	spacing := math.Min(regionSpacing, regionPeriod/float64(slots)) / math.Sqrt(fade)
	p := raster.Hatch(spacing*c.unit, regionLine*c.unit, cross, color.NRGBA{}, lines...)
	// Anchored in the world, so that the hatch stays with the ground.
	at := c.pixel(shift, 0)
	side := float64(p.Side())
	x, y := math.Mod(math.Round(at.X), side), math.Mod(math.Round(at.Y), side)
	for _, ring := range r.region.Rings {
		c.list.Ring(c.ring(ring, shift))
	}
	c.list.Fill(raster.NonZero, raster.Patterned(p, int(x), int(y)))
}

// outline draws a region's border in dashes of its voices' colours by turns.
func (c *picture) outline(r *basemap.Region, s *symbol, shift float64) {
	u := c.unit
	width := regionOutline * u
	if s.shows(c.scene.Places, c.scene.Selected) {
		width *= 1.7
	}
	draw := func(pen raster.Pen, ink color.NRGBA) {
		for _, ring := range r.Rings {
			c.list.Line(c.ring(ring, shift), true, pen)
		}
		c.list.Fill(raster.NonZero, raster.Solid(ink))
	}
	draw(raster.Pen{Width: width + 2.4*u}, alpha(c.style.paper, 0.75))
	n := len(s.segments)
	for k := range n {
		pen := raster.Pen{Width: width}
		if n > 1 {
			pen.Dash = []float64{regionDash * u, regionDash * u * float64(n-1)}
			pen.Phase = -float64(k) * regionDash * u
		}
		draw(pen, c.regionHue(s, k))
	}
}
