package render

import (
	"image"
	"image/color"
	"math"

	"contested/geo/render/raster"
	"contested/geo/tiles"
)

// Vector tiles are drawn in our own style, beneath our borders, symbols and names:
// first the land of every tile, which hides the coarser ground, then class by class
// over all tiles, so that nothing shows where tiles meet. Their own borders and
// names of countries are not used.

// detail is how a class of vector tiles is drawn: from a zoom on and, if it is a
// line, in a width that grows with the zoom.
type detail struct {
	from  float64
	width [3]float64 // dp at the zooms 8, 13 and 18
}

var details = [tiles.ClassCount]detail{
	tiles.Wood:      {from: 5},
	tiles.BuiltUp:   {from: 5},
	tiles.Industry:  {from: 10},
	tiles.Water:     {},
	tiles.Building:  {from: 13.5},
	tiles.Stream:    {11, [3]float64{0.3, 0.7, 2.5}},
	tiles.Waterway:  {6, [3]float64{0.8, 1.6, 6}},
	tiles.Path:      {14, [3]float64{0.3, 0.5, 2}},
	tiles.Track:     {12.5, [3]float64{0.3, 0.7, 5}},
	tiles.MinorRoad: {11.5, [3]float64{0.3, 1.3, 12}},
	tiles.Tertiary:  {10, [3]float64{0.4, 2, 14}},
	tiles.Secondary: {8.5, [3]float64{0.6, 2.6, 16}},
	tiles.Primary:   {7, [3]float64{0.9, 3.2, 18}},
	tiles.Trunk:     {5.5, [3]float64{1.2, 3.6, 20}},
	tiles.Motorway:  {4.5, [3]float64{1.5, 4.2, 22}},
	tiles.Rail:      {8, [3]float64{0.6, 1, 3}},
}

// widthAt is the width of a line at a zoom, in dp: between the given ones it grows
// by the same factor with each zoom.
func (d *detail) widthAt(zoom float64) float64 {
	if d.width[0] == 0 {
		return 0
	}
	a, b, t := d.width[0], d.width[1], (zoom-8)/5
	if t > 1 {
		a, b, t = d.width[1], d.width[2], t-1
	}
	return a * math.Pow(b/a, math.Max(-0.6, math.Min(1.2, t)))
}

// casedFrom is the zoom from which roads have a darker edge.
const casedFrom = 10.5

// vectors draws the vector tiles of the backdrop.
func (c *picture) vectors(m *tiles.Mosaic) {
	st, z := c.style, c.view.Zoom
	for i := range m.Vectors {
		// Rounded, neighbours have their edge in common.
		t := &m.Vectors[i]
		a, b := c.pixel(t.X, t.Y), c.pixel(t.X+t.Size, t.Y+t.Size)
		r := image.Rect(round(a.X), round(a.Y), round(b.X), round(b.Y)).Intersect(c.clip)
		if !r.Empty() {
			c.list.Rect(r, raster.Solid(st.land))
		}
	}
	inks := [tiles.ClassCount]color.NRGBA{
		tiles.Wood: st.wood, tiles.BuiltUp: st.urban, tiles.Industry: st.industry, tiles.Water: st.lake, tiles.Building: st.building,
		tiles.Stream: st.river.ink, tiles.Waterway: st.river.ink, tiles.Path: st.roadFar, tiles.Track: st.roadFar,
		tiles.MinorRoad: st.road, tiles.Tertiary: st.road, tiles.Secondary: st.road, tiles.Primary: st.mainRoad,
		tiles.Trunk: st.mainRoad, tiles.Motorway: st.mainRoad, tiles.Rail: st.rail,
	}
	byClass := c.visible(m)
	for k := range tiles.MinorRoad {
		c.class(byClass[k], k, inks[k], 0)
	}
	if z >= casedFrom {
		for k := tiles.MinorRoad; k <= tiles.Motorway; k++ {
			c.class(byClass[k], k, st.roadEdge, 1.1)
		}
	}
	for k := tiles.MinorRoad; k <= tiles.Rail; k++ {
		ink := inks[k]
		if z < casedFrom && k < tiles.Rail { // without an edge a pale road would not be seen
			ink = st.roadFar
		}
		c.class(byClass[k], k, ink, 0)
	}
}

func round(v float64) int { return int(math.Round(v)) }

// tileShape is a shape and the tile that it is in.
type tileShape struct {
	*tiles.Shape
	tile *tiles.VectorTile
}

func (c *picture) visible(m *tiles.Mosaic) (out [tiles.ClassCount][]tileShape) {
	for i := range m.Vectors {
		t := &m.Vectors[i]
		for k := range t.List {
			s := &t.List[k]
			if c.view.Zoom >= details[s.Class].from {
				out[s.Class] = append(out[s.Class], tileShape{s, t})
			}
		}
	}
	return out
}

// class draws all shapes of a class; lines are wider by more, in dp.
func (c *picture) class(shapes []tileShape, k tiles.ShapeClass, ink color.NRGBA, more float64) {
	if len(shapes) == 0 {
		return
	}
	pen := raster.Pen{Width: (details[k].widthAt(c.view.Zoom) + more) * c.unit, Cap: raster.RoundCap}
	switch {
	case k == tiles.Path:
		pen.Dash, pen.Cap = []float64{3 * c.unit, 2 * c.unit}, raster.Butt
	case pen.Width < 2:
		pen.Join = raster.Bevel
	}
	if pen.Width < 0.6 && !k.Area() { // thinner lines are paler, not broken
		ink = alpha(ink, math.Max(0.3, pen.Width/0.6))
		pen.Width = 0.6
	}
	for _, s := range shapes {
		for _, part := range s.Parts {
			pts, seen := c.tilePart(part, s.tile, pen.Width)
			switch {
			case !seen:
			case k.Area():
				c.list.Ring(pts)
			default:
				c.list.Line(pts, false, pen)
			}
		}
	}
	c.list.Fill(raster.NonZero, raster.Solid(ink))
	if k == tiles.Rail && c.view.Zoom >= 12 { // ties: the line is interrupted
		pen.Width *= 0.55
		pen.Dash, pen.Cap = []float64{5 * c.unit, 5 * c.unit}, raster.Butt
		for _, s := range shapes {
			for _, part := range s.Parts {
				if pts, seen := c.tilePart(part, s.tile, pen.Width); seen {
					c.list.Line(pts, false, pen)
				}
			}
		}
		c.list.Fill(raster.NonZero, raster.Solid(c.style.land))
	}
}

// tilePart is a part of a shape in pixels, without vertices too near to each other
// to be seen; seen says whether any of it lies in the picture. It is valid until
// the next call.
func (c *picture) tilePart(part []tiles.Vertex, t *tiles.VectorTile, reach float64) (pts []raster.Point, seen bool) {
	o := c.pixel(t.X, t.Y)
	k := t.Size * c.size
	pts = c.points[:0]
	last := raster.Point{X: math.Inf(1)}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, v := range part {
		p := raster.Point{X: o.X + float64(v.X)*k, Y: o.Y + float64(v.Y)*k}
		x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
		if math.Abs(p.X-last.X)+math.Abs(p.Y-last.Y) < unseen && i+1 < len(part) {
			continue
		}
		pts = append(pts, p)
		last = p
	}
	c.points = pts
	return pts, x1+reach >= float64(c.clip.Min.X) && x0-reach <= float64(c.clip.Max.X) &&
		y1+reach >= float64(c.clip.Min.Y) && y0-reach <= float64(c.clip.Max.Y)
}
