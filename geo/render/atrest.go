package render

import (
	"image"
	"slices"

	"contested/geo/render/raster"
)

// The names of a picture that is moved are laid out without knowing where its
// edges are. Once it rests, those that its edges or its furniture would cut are
// looked at again, and they alone: each moves to another of its positions, or
// waits until there is room. So are the signs of regions (see moveSigns). What stands
// whole is left where it is, so that nothing jumps when the map comes to rest.

// keepClear mends the signs and names that are cut. It is called with the layout locked.
func (c *picture) keepClear() {
	if c.pieces == nil {
		c.pieces = c.painter.pieces(c)
	}
	w, h := c.view.PixelSize()
	f := frame{ox: c.ox, oy: c.oy, size: c.size, unit: c.unit, inside: image.Rect(0, 0, w, h)}
	for i := range c.pieces {
		f.covers = append(f.covers, c.pieces[i].rect())
	}
	for _, r := range c.over {
		if !r.Empty() {
			f.covers = append(f.covers, r)
		}
	}
	cut := c.moveSigns(&f)
	c.names = slices.DeleteFunc(c.names, func(s shown) bool {
		p := c.anchor(s.label, s.shift)
		bad := slices.ContainsFunc(s.label.text.boxes, func(b box) bool {
			return c.boxPixels(p, b).Overlaps(f.inside) && !f.clear(p.X, p.Y, []box{b})
		})
		if bad {
			cut = append(cut, s)
		}
		return bad
	})
	f.inside = f.inside.Inset(int(stillEdge * c.unit))
	for _, s := range cut {
		if s, ok := c.mend(&f, s); ok && s.label.text != nil {
			c.names = append(c.names, s)
		}
	}
}

// mend finds a position for a name that would be cut, in which it is whole and
// in no one's way. The name of a symbol that is seen goes before the ground's, and
// rather than be left out it is cut.
func (c *picture) mend(f *frame, s shown) (shown, bool) {
	pl := &c.layout.placer
	b := *s.label
	b.text = nil
	w, ok := pl.measure(&b)
	if !ok {
		return s, false
	}
	p := c.anchor(&b, s.shift)
	if w.symbol != nil {
		at := raster.Point{X: p.X + w.symbol.dx*c.unit, Y: p.Y + w.symbol.dy*c.unit}
		if !f.open(at.X, at.Y) {
			return s, false
		}
	}
	rings := c.ringsNear(&b, s.shift, w.reach)
	for _, overGround := range []bool{false, true} {
		if overGround && w.symbol == nil {
			return s, false
		}
		w.positions(pl, func(q *position) bool {
			if !f.clear(p.X, p.Y, q.boxes) || meetsAny(p, q.needs(), c.unit, rings) {
				return true
			}
			for _, o := range c.names {
				if !(overGround && o.label.symbol < 0) && c.meetsName(p, q.needs(), o) {
					return true
				}
			}
			set := w.setting
			set.position = *q
			set.boxes = slices.Clone(q.boxes)
			b.text = &set
			return false
		})
		if b.text != nil {
			break
		}
	}
	if b.text == nil {
		return s, true
	}
	c.names = slices.DeleteFunc(c.names, func(o shown) bool {
		return o.label.symbol < 0 && c.meetsName(p, b.text.needs(), o)
	})
	s.label = &b
	return s, true
}

// pixelBox is a rectangle in pixels that are not whole.
type pixelBox struct{ x0, y0, x1, y1 float64 }

func (b box) pixels(p raster.Point, unit float64) pixelBox {
	return pixelBox{p.X + b.x0*unit, p.Y + b.y0*unit, p.X + b.x1*unit, p.Y + b.y1*unit}
}

func (a pixelBox) meets(b pixelBox) bool {
	return a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0
}

func meetsAny(p raster.Point, boxes []box, unit float64, others []pixelBox) bool {
	return slices.ContainsFunc(boxes, func(b box) bool {
		return slices.ContainsFunc(others, b.pixels(p, unit).meets)
	})
}

// meetsName reports whether boxes about a point are in the way of a name.
func (c *picture) meetsName(p raster.Point, boxes []box, o shown) bool {
	at := c.anchor(o.label, o.shift)
	for _, r := range o.label.text.boxes {
		if meetsAny(p, boxes, c.unit, []pixelBox{r.pixels(at, c.unit)}) {
			return true
		}
	}
	return false
}

// ringsNear is where symbols stand within reach of a label, in pixels.
func (c *picture) ringsNear(b *label, shift float64, reach box) (out []pixelBox) {
	p := c.anchor(b, shift)
	grow := c.size / c.unit / c.layout.d // dp here to dp of the layout
	c.layout.placer.nearSymbols(b, reach, func(o obstacle) bool {
		out = append(out, o.box.pixels(raster.Point{X: p.X + o.dx*grow*c.unit, Y: p.Y + o.dy*grow*c.unit}, c.unit))
		return true
	})
	for _, m := range c.moved {
		if s := &c.layout.symbols[m.symbol]; m.symbol != int(b.symbol) {
			at := c.pixel(s.x+shift, s.y)
			r := s.radius + haloWidth*c.layout.scale
			x, y := s.dx+m.dx, s.dy+m.dy
			out = append(out, box{x - r, y - r, x + r, y + r}.pixels(at, c.unit))
		}
	}
	return out
}
