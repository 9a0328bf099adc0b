package render

import (
	"math"
	"slices"

	"contested/geo/basemap"
	"contested/geo/render/raster"
)

// moved is how far the sign of a region stands from where the layout has it, in dp.
type moved struct {
	symbol int
	dx, dy float64
}

// aside is how far a symbol was moved.
func aside(list []moved, symbol int) (dx, dy float64) {
	for _, m := range list {
		if m.symbol == symbol {
			return m.dx, m.dy
		}
	}
	return 0, 0
}

// moveSigns has the signs of regions keep clear of what cuts them, as they do in a file:
// once a picture rests, a sign that an edge or the furniture would cut stands in the
// nearest place of its region where it is whole and covers no symbol and no name of one.
// Settlements stay where they are. The names of what was moved are returned, some
// without a place; they are taken out of the picture's, and places are to be found.
func (c *picture) moveSigns(f *frame) (names []shown) {
	l := c.layout
	for i := range l.regions {
		r := &l.regions[i]
		s := &l.symbols[r.symbol]
		if s.kind != RegionHit {
			continue // it has joined a cluster
		}
		px, py := f.at(s.x, s.y)
		at := raster.Point{X: px + s.dx*c.unit, Y: py + s.dy*c.unit}
		far := s.radius + haloWidth*l.scale
		whole := box{-far, -far, far, far}
		if !c.boxPixels(at, whole).Overlaps(f.inside) || f.clear(at.X, at.Y, []box{whole}) {
			continue
		}
		g := *f
		g.inside = f.inside.Inset(int(stillEdge * c.unit))
		dx, dy, ok := g.spot(l, s, func(dx, dy float64) bool {
			if !r.region.Contains(basemap.Vertex{X: s.x + dx/l.d, Y: s.y + dy/l.d}) {
				return false
			}
			grow := c.size / c.unit / l.d // dp here to dp of the layout
			p := raster.Point{X: px + dx*grow*c.unit, Y: py + dy*grow*c.unit}
			return !slices.ContainsFunc(c.names, func(o shown) bool {
				return o.label.symbol >= 0 && int(o.label.symbol) != r.symbol && c.meetsName(p, []box{whole}, o)
			})
		})
		if !ok {
			continue
		}
		c.moved = append(c.moved, moved{r.symbol, dx - s.dx, dy - s.dy})
		p := raster.Point{X: px + dx*c.unit, Y: py + dy*c.unit}
		c.names = slices.DeleteFunc(c.names, func(o shown) bool {
			return int(o.label.symbol) == r.symbol || o.label.symbol < 0 && c.meetsName(p, []box{whole}, o)
		})
		if k := slices.IndexFunc(l.placer.labels, func(b label) bool { return int(b.symbol) == r.symbol }); k >= 0 {
			l.placer.decide(int32(k)) // it may have been too far outside to be looked at
			b := l.placer.labels[k]
			b.x += (dx - s.dx) * c.unit / c.size * l.d
			b.y += (dy - s.dy) * c.unit / c.size * l.d
			names = append(names, shown{&b, int32(k), math.Round(px/c.size + c.ox - s.x)})
		}
	}
	return names
}
