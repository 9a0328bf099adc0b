package render

import (
	"cmp"
	"image"
	"image/color"
	"math"
	"slices"

	"contested/geo/basemap"
	"contested/geo/render/raster"
	"contested/geo/view"
)

// picture is one picture in the making: a scene, a viewport and the display
// list. The list's coordinates are device pixels of the viewport; the margin
// lies at negative ones and beyond the size, so that it shifts nothing.
type picture struct {
	painter *Painter
	scene   *Scene
	style   *style
	layout  *layout
	view    view.Viewport // without margin
	clip    image.Rectangle
	unit    float64 // device pixels to the dp
	size    float64 // device pixels of the world
	ox, oy  float64 // world coordinates of the viewport's corner
	list    raster.List
	hits    []Hit              // not told yet
	events  []Hit              // of context
	present present            // what the viewport shows
	pieces  []piece            // its furniture, once laid out
	over    [2]image.Rectangle // where something else lies over it
	rest    bool               // names keep clear of edges and furniture
	moved   []moved            // signs that do so too

	points []raster.Point // scratch
	hazes  []image.Point
	names  []shown
	leads  []shown
	looks  []ringLook
	counts []int

	workers int
	under   *picture // of the ground alone, when it is painted beside
}

// shown is a label that stands in the picture, in one copy of the world.
type shown struct {
	label *label
	order int32
	shift float64 // of the world
}

// compose fills the display list.
func (c *picture) compose() {
	c.list.Reset(c.clip)
	c.ground()
	c.overlay()
}

// overlay adds everything that stands on the ground.
func (c *picture) overlay() {
	c.hits, c.events = c.hits[:0], c.events[:0]
	c.graticule()
	c.regions()
	c.softAreas()
	c.context()
	c.collect()
	c.dots()
	c.labels(false)
	c.leaders()
	c.symbols()
	c.labels(true)
}

// worlds calls yield for each copy of the world that the clip touches; shift is
// added to world coordinates.
func (c *picture) worlds(yield func(shift, x0, y0, x1, y1 float64)) {
	x0, y0 := c.world(c.clip.Min)
	x1, y1 := c.world(c.clip.Max)
	for k := math.Floor(x0); k < x1; k++ {
		yield(k, x0-k, y0, x1-k, y1)
	}
}

func (c *picture) world(p image.Point) (x, y float64) {
	return c.ox + float64(p.X)/c.size, c.oy + float64(p.Y)/c.size
}

// pixel is where a world coordinate lies.
func (c *picture) pixel(x, y float64) raster.Point {
	return raster.Point{X: (x - c.ox) * c.size, Y: (y - c.oy) * c.size}
}

// ring is a part of the ground in pixels, without the vertices that are nearer
// to the one before than can be seen. It is valid until the next call.
func (c *picture) ring(part []basemap.Vertex, shift float64) []raster.Point {
	pts := c.points[:0]
	last := raster.Point{X: math.Inf(1)}
	for i, v := range part {
		p := c.pixel(v.X+shift, v.Y)
		if math.Abs(p.X-last.X)+math.Abs(p.Y-last.Y) < unseen && i+1 < len(part) {
			continue
		}
		pts = append(pts, p)
		last = p
	}
	c.points = pts
	return pts
}

// unseen is a distance, in pixels, below which a vertex is left out.
const unseen = 0.45

// ground paints land and water, and the lines on them.
func (c *picture) ground() {
	st := c.style
	if c.scene.Ground == nil {
		c.list.Rect(c.clip, raster.Solid(st.land))
		c.backdrop()
		return
	}
	c.list.Rect(c.clip, raster.Solid(st.sea))
	areas := [...]color.NRGBA{basemap.Land: st.land, basemap.Urban: st.urban, basemap.Lake: st.lake}
	var lines [basemap.Coast + 1][]groundLine
	reach := 8 * c.unit / c.size // of the widest line, in world coordinates
	c.worlds(func(shift, x0, y0, x1, y1 float64) {
		class := basemap.Land
		c.scene.Ground.Visit(x0-reach, y0-reach, x1+reach, y1+reach, c.view.Zoom, func(f *basemap.Feature) bool {
			if f.Class != class {
				if class.Area() {
					c.list.Fill(raster.NonZero, raster.Solid(areas[class]))
				}
				class = f.Class
			}
			if class.Area() {
				for _, part := range f.Parts {
					c.list.Ring(c.ring(part, shift))
				}
			} else if int(class) < len(lines) {
				lines[class] = append(lines[class], groundLine{f, shift})
			}
			return true
		})
		if class.Area() {
			c.list.Fill(raster.NonZero, raster.Solid(areas[class]))
		}
	})
	for _, k := range []basemap.Class{basemap.River, basemap.Coast, basemap.Admin1Border, basemap.CountryBorder} {
		if k == basemap.Admin1Border {
			c.backdrop()
		}
		c.groundLines(k, lines[k])
	}
}

type groundLine struct {
	f     *basemap.Feature
	shift float64
}

// groundLines strokes all lines of a class: first all halos, then each rank in
// its weight.
func (c *picture) groundLines(k basemap.Class, lines []groundLine) {
	st := c.style
	var s stroke
	switch k {
	case basemap.River:
		s = st.river
	case basemap.Coast:
		s = st.coast
	case basemap.Admin1Border:
		s = st.admin1
	case basemap.CountryBorder:
		s = st.country
	}
	z := c.view.Zoom
	grow := math.Max(0.5, math.Min(1.5, 0.5+(z-2)*0.1)) // lines are finer where more of the world is seen
	if s.halo.A != 0 {
		for _, g := range lines {
			c.strokeFeature(g, raster.Pen{Width: s.haloWidth * grow * c.unit})
		}
		c.list.Fill(raster.NonZero, raster.Solid(s.halo))
	}
	dash := make([]float64, len(s.dash))
	for i, d := range s.dash {
		dash[i] = d * c.unit
	}
	for _, g := range lines {
		w := s.width * grow
		if k == basemap.River {
			w = s.width * math.Max(0.45, 1.35-0.25*float64(g.f.Rank)) * grow
		}
		pen := raster.Pen{Width: w * c.unit, Cap: raster.RoundCap, Dash: dash}
		if k == basemap.CountryBorder && g.f.Rank > 0 {
			pen.Dash = []float64{5 * c.unit, 3 * c.unit} // a border that is not agreed upon
		}
		if pen.Width < 2 {
			pen.Join = raster.Bevel // nobody can tell
		}
		c.strokeFeature(g, pen)
	}
	c.list.Fill(raster.NonZero, raster.Solid(s.ink))
}

func (c *picture) strokeFeature(g groundLine, pen raster.Pen) {
	if len(pen.Dash) > 0 {
		pen.Cap = raster.Butt
	}
	for _, part := range g.f.Parts {
		c.list.Line(c.ring(part, g.shift), false, pen)
	}
}

// inside reports whether a circle can be seen in the viewport.
func (c *picture) inside(p raster.Point, r float64) bool {
	w, h := c.view.PixelSize()
	return p.X+r > 0 && p.X-r < float64(w) && p.Y+r > 0 && p.Y-r < float64(h)
}

// collect finds the labels that stand in the picture.
func (c *picture) collect() {
	l := c.layout
	pl := &l.placer
	perDP := c.size / c.unit // dp to the world here
	l.mu.Lock()
	defer l.mu.Unlock()
	c.names, c.leads = c.names[:0], c.leads[:0]
	far := pl.reach / perDP // in world coordinates
	// The clip in dp of the layout, which are no larger than those of the picture.
	clip := box{0, 0, float64(c.clip.Dx()) / c.unit, float64(c.clip.Dy()) / c.unit}.grown(2)
	c.worlds(func(shift, x0, y0, x1, y1 float64) {
		show := func(b *label, i int32) {
			if b.symbol < 0 && c.scene.Backdrop.Has(b.x/l.d, b.y/l.d) {
				return // the tile has names of its own
			}
			p := c.anchor(b, shift)
			if c.boxPixels(p, b.text.whole).Overlaps(c.clip) {
				c.names = append(c.names, shown{b, i, shift})
			}
		}
		pl.anchors.near((x0-far)*l.d, (y0-far)*l.d, (x1+far)*l.d, (y1+far)*l.d, all, func(i int32) bool {
			if pl.decideNear(i, clip, x0*l.d, y0*l.d); pl.labels[i].state == placed {
				show(&pl.labels[i], i)
			}
			return true
		})
		pl.tileNames(c.scene.Backdrop, shift, x0, y0, x1, y1, func(b *label) { show(b, all) })
		pl.riverNames(x0, y0, x1, y1, func(b *label) { show(b, all) })
	})
	byOrder := func(a, b shown) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.shift, b.shift), cmp.Compare(a.label.x, b.label.x), cmp.Compare(a.label.y, b.label.y))
	}
	slices.SortFunc(c.names, byOrder)
	if c.rest {
		c.keepClear()
		slices.SortFunc(c.names, byOrder)
	}
	for _, s := range c.names {
		if s.label.text.leader {
			c.leads = append(c.leads, s)
		}
	}
}

// anchor is where a label's anchor lies.
func (c *picture) anchor(b *label, shift float64) raster.Point {
	d := c.layout.d
	return c.pixel(b.x/d+shift, b.y/d)
}

// boxPixels is the pixels that a box touches.
func (c *picture) boxPixels(p raster.Point, b box) image.Rectangle {
	return image.Rect(int(math.Floor(p.X+b.x0*c.unit))-1, int(math.Floor(p.Y+b.y0*c.unit))-1,
		int(math.Ceil(p.X+b.x1*c.unit))+1, int(math.Ceil(p.Y+b.y1*c.unit))+1)
}

// dots marks the settlements whose names stand.
func (c *picture) dots() {
	for _, s := range c.names {
		if r := s.label.text.dot; r > 0 {
			c.list.Circle(c.anchor(s.label, s.shift), (r+0.8)*c.unit)
		}
	}
	c.list.Fill(raster.NonZero, raster.Solid(alpha(c.style.land, 0.9)))
	for _, s := range c.names {
		if r := s.label.text.dot; r > 0 {
			c.list.Circle(c.anchor(s.label, s.shift), r*c.unit)
		}
	}
	c.list.Fill(raster.NonZero, raster.Solid(c.style.dot))
}

// labels sets the names of the ground, or those of symbols.
func (c *picture) labels(ofSymbols bool) {
	for i := len(c.names) - 1; i >= 0; i-- { // the most important last
		s := c.names[i]
		if (s.label.symbol >= 0) != ofSymbols {
			continue
		}
		if s.label.river != nil {
			c.alongRiver(s)
			continue
		}
		t := s.label.text
		p := c.anchor(s.label, s.shift)
		ink := t.ink
		if ofSymbols && c.layout.symbols[s.label.symbol].faded {
			ink = mix(ink, c.style.paper, 0.35)
		}
		for _, ln := range t.lines {
			size := t.lettering.size * c.unit
			if ln.small {
				size *= secondSize
			}
			c.list.Text(ln.run, p.X+(t.dx+ln.x)*c.unit, p.Y+(t.dy+ln.y)*c.unit, raster.Type{
				Size: size, Tracking: t.tracking * c.unit, Ink: ink, Halo: t.halo, Width: 1.5 * c.unit * c.layout.scale,
			})
		}
	}
}

// leaders draws the lines from symbols to names that stand apart.
func (c *picture) leaders() {
	for pass := range 2 {
		for _, s := range c.leads {
			p := c.anchor(s.label, s.shift)
			h := s.label.text.hook
			a := raster.Point{X: p.X + h[0]*c.unit, Y: p.Y + h[1]*c.unit}
			b := raster.Point{X: p.X + h[2]*c.unit, Y: p.Y + h[3]*c.unit}
			c.list.Line([]raster.Point{a, b}, false, raster.Pen{Width: (3 - 2*float64(pass)) * c.unit})
		}
		ink := alpha(c.style.paper, 0.85)
		if pass == 1 {
			ink = c.style.ink
		}
		c.list.Fill(raster.NonZero, raster.Solid(ink))
	}
}

// symbols draws the rings that the clip shows, and notes where they are.
func (c *picture) symbols() {
	l := c.layout
	c.looks, c.counts = c.looks[:0], c.counts[:0]
	c.worlds(func(shift, x0, y0, x1, y1 float64) {
		for i := range l.symbols {
			s := &l.symbols[i]
			p := c.pixel(s.x+shift, s.y)
			dx, dy := aside(c.moved, i)
			p.X += (s.dx + dx) * c.unit
			p.Y += (s.dy + dy) * c.unit
			r := (s.radius + (selectionReach+2)*l.scale) * c.unit
			if p.X+r < float64(c.clip.Min.X) || p.X-r > float64(c.clip.Max.X) || p.Y+r < float64(c.clip.Min.Y) || p.Y-r > float64(c.clip.Max.Y) {
				continue
			}
			look := lookOf(s, c.scene, c.unit*l.scale, l.scale)
			look.selected = s.shows(c.scene.Places, c.scene.Selected)
			c.counts = append(c.counts, look.count)
			if look.count > 0 {
				look.count = uncounted
			}
			c.looks = append(c.looks, look)
			c.hits = append(c.hits, Hit{Kind: s.kind, of: s, X: math.Floor(p.X) + 0.5, Y: math.Floor(p.Y) + 0.5, Radius: s.radius * c.unit})
		}
	})
	first := len(c.hits) - len(c.looks)
	for i, m := range c.painter.ringsOf(c.looks, c.workers) {
		h := &c.hits[first+i]
		half := m.Rect.Dx() / 2
		c.list.Image(m, int(h.X-0.5)-half, int(h.Y-0.5)-half)
		if n := c.counts[i]; n > 0 {
			d := ringDrawing{&c.list, c.painter, c.looks[i], c.style, raster.Point{X: h.X, Y: h.Y}}
			d.count = n
			d.middle()
		}
	}
}
