package render

import (
	"image/color"
	"math"

	"contested/geo"
	"contested/geo/render/raster"
	"contested/geo/view"

	"github.com/paulmach/orb"
)

// Others' events lie beneath the claims: small grey diamonds, lines and outlines
// in dots. No claim is a diamond, and no voice is grey. Diamonds that would lie
// on each other are one, filled; it stands where the first of them is.

// ContextRef names an event of a scene's context.
type ContextRef struct {
	Layer int // of Scene.Context
	Event int // of the layer's Events
}

// Measures of context, in dp.
const (
	contextSize  = 4.6  // from the middle of a diamond to its corners
	contextCell  = 11.0 // events within such a square are one diamond
	contextReach = 8.0  // of a click
	contextLine  = 1.2
)

// contextMark is one diamond.
type contextMark struct {
	x, y   float64 // world
	events []ContextRef
}

// contextPath is a line or ring of an event, in world coordinates.
type contextPath struct {
	points   []raster.Point
	closed   bool
	layer    int
	min, max raster.Point
}

// contextGround is what a layout knows of others' events.
type contextGround struct {
	marks []contextMark
	paths []contextPath
}

// gatherContext puts events that lie on each other together. The squares are
// fixed in the world for a whole zoom step, so that nothing regroups while the
// map moves.
func gatherContext(layers []*geo.ContextLayer, d, scale float64) contextGround {
	var out contextGround
	at := map[[2]int32]int{}
	cell := contextCell * scale
	for i, l := range layers {
		for k := range l.Events {
			e := &l.Events[k]
			x, y := view.World(e.Point)
			key := [2]int32{int32(math.Floor(x * d / cell)), int32(math.Floor(y * d / cell))}
			n, ok := at[key]
			if !ok {
				n = len(out.marks)
				at[key] = n
				out.marks = append(out.marks, contextMark{x: x, y: y})
			}
			out.marks[n].events = append(out.marks[n].events, ContextRef{i, k})
			out.shape(e.Shape, i)
		}
	}
	return out
}

func (c *contextGround) shape(g orb.Geometry, layer int) {
	switch g := g.(type) {
	case orb.MultiLineString:
		for _, line := range g {
			c.path(line, false, layer)
		}
	case orb.MultiPolygon:
		for _, polygon := range g {
			for _, ring := range polygon {
				c.path(ring, true, layer)
			}
		}
	}
}

func (c *contextGround) path(line []orb.Point, closed bool, layer int) {
	p := contextPath{points: make([]raster.Point, len(line)), closed: closed, layer: layer}
	for i, v := range line {
		x, y := view.World(v)
		p.points[i] = raster.Point{X: x, Y: y}
		if i == 0 {
			p.min, p.max = p.points[0], p.points[0]
		}
		p.min = raster.Point{X: min(p.min.X, x), Y: min(p.min.Y, y)}
		p.max = raster.Point{X: max(p.max.X, x), Y: max(p.max.Y, y)}
	}
	if len(line) > 1 {
		c.paths = append(c.paths, p)
	}
}

// context draws others' events, and notes where they are.
func (c *picture) context() {
	if len(c.scene.Context) == 0 {
		return
	}
	l := &c.layout.context
	u := c.unit * c.layout.scale
	c.worlds(func(shift, x0, y0, x1, y1 float64) {
		for i := range l.paths {
			p := &l.paths[i]
			if p.max.X < x0 || p.min.X > x1 || p.max.Y < y0 || p.min.Y > y1 {
				continue
			}
			pts := make([]raster.Point, 0, len(p.points))
			for k, v := range p.points {
				q := c.pixel(v.X+shift, v.Y)
				if n := len(pts); n > 0 && k+1 < len(p.points) && math.Abs(q.X-pts[n-1].X)+math.Abs(q.Y-pts[n-1].Y) < 1 {
					continue
				}
				pts = append(pts, q)
			}
			c.list.Line(pts, p.closed, raster.Pen{Width: contextLine * u, Dash: []float64{2 * u, 2.4 * u}})
		}
	})
	c.list.Fill(raster.NonZero, raster.Solid(c.style.context))

	type spot struct {
		at   raster.Point
		many bool
	}
	var spots []spot
	reach := contextReach * u
	c.worlds(func(shift, x0, y0, x1, y1 float64) {
		far := reach / c.size
		for i := range l.marks {
			m := &l.marks[i]
			if m.x < x0-far || m.x > x1+far || m.y < y0-far || m.y > y1+far {
				continue
			}
			p := c.pixel(m.x+shift, m.y)
			spots = append(spots, spot{p, len(m.events) > 1})
			c.events = append(c.events, Hit{Kind: ContextHit, Context: m.events, X: p.X, Y: p.Y, Radius: reach})
		}
	})
	draw := func(size float64, ink color.NRGBA, only bool) {
		for _, s := range spots {
			if !only || s.many {
				c.list.Ring([]raster.Point{{X: s.at.X, Y: s.at.Y - size}, {X: s.at.X + size, Y: s.at.Y}, {X: s.at.X, Y: s.at.Y + size}, {X: s.at.X - size, Y: s.at.Y}})
			}
		}
		c.list.Fill(raster.NonZero, raster.Solid(ink))
	}
	draw((contextSize+1.6)*u, alpha(c.style.paper, 0.9), false)
	draw(contextSize*u, c.style.context, false)
	draw((contextSize-1.6)*u, c.style.paper, false)
	draw((contextSize-2.4)*u, c.style.context, true)
}

// surveyContext finds out which layers of others' events the viewport shows.
func (c *picture) surveyContext() {
	l := &c.layout.context
	var seen layerSet
	c.worlds(func(shift, x0, y0, x1, y1 float64) {
		for i := range l.paths {
			if p := &l.paths[i]; p.max.X >= x0 && p.min.X <= x1 && p.max.Y >= y0 && p.min.Y <= y1 {
				seen.add(p.layer)
			}
		}
		for i := range l.marks {
			m := &l.marks[i]
			if c.inside(c.pixel(m.x+shift, m.y), contextSize*c.unit*c.layout.scale) {
				for _, r := range m.events {
					seen.add(r.Layer)
				}
			}
		}
	})
	for i, layer := range c.scene.Context {
		if !seen.has(i) {
			continue
		}
		if n := c.present.layers; n < len(c.present.context) {
			c.present.context[n] = layer.Name
		}
		c.present.layers++
		if c.present.credit != "" {
			c.present.credit += "; "
		}
		c.present.credit += layer.Credit()
	}
}

// layerSet is a set of layers by number.
type layerSet map[int]bool

func (s *layerSet) add(i int) {
	if *s == nil {
		*s = layerSet{}
	}
	(*s)[i] = true
}

func (s layerSet) has(i int) bool { return s[i] }

// diamond is the sign of context in the legend.
func (c *card) diamond(x, y float64) {
	c.signs = append(c.signs, func(l *raster.List) {
		u := c.unit
		for _, k := range []struct {
			size float64
			ink  color.NRGBA
		}{{contextSize, c.style.context}, {contextSize - 1.6, c.style.paper}} {
			l.Ring([]raster.Point{{X: x * u, Y: (y - k.size) * u}, {X: (x + k.size) * u, Y: y * u}, {X: x * u, Y: (y + k.size) * u}, {X: (x - k.size) * u, Y: y * u}})
			l.Fill(raster.NonZero, raster.Solid(k.ink))
		}
	})
}
