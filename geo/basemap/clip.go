package basemap

// Clip cuts rings to a rectangle. What is cut runs along the rectangle's edge;
// pass one that is a little larger than what is seen. Rings that lie inside are
// returned as they are; nothing of the input is changed.
//
// The method is Sutherland and Hodgman's (Reentrant polygon clipping, 1974).
func Clip(rings [][]Vertex, b Bound) [][]Vertex {
	out := make([][]Vertex, 0, len(rings))
	for _, ring := range rings {
		if ring = clipRing(ring, b); len(ring) > 2 {
			out = append(out, ring)
		}
	}
	return out
}

func clipRing(ring []Vertex, b Bound) []Vertex {
	if len(ring) == 0 {
		return nil
	}
	var of Bound
	for i, v := range ring {
		of.add(v, i == 0)
	}
	if !of.Overlaps(b) {
		return nil
	}
	if of.MinX < b.MinX {
		ring = cut(ring, func(v Vertex) float64 { return v.X - b.MinX }, true, b.MinX)
	}
	if of.MaxX > b.MaxX {
		ring = cut(ring, func(v Vertex) float64 { return b.MaxX - v.X }, true, b.MaxX)
	}
	if of.MinY < b.MinY {
		ring = cut(ring, func(v Vertex) float64 { return v.Y - b.MinY }, false, b.MinY)
	}
	if of.MaxY > b.MaxY {
		ring = cut(ring, func(v Vertex) float64 { return b.MaxY - v.Y }, false, b.MaxY)
	}
	return ring
}

// cut keeps the side of a line on which inside is positive. The line is x = at
// when vertical, y = at otherwise.
func cut(ring []Vertex, inside func(Vertex) float64, vertical bool, at float64) []Vertex {
	out := make([]Vertex, 0, len(ring)/2+8)
	if len(ring) == 0 {
		return out
	}
	a := ring[len(ring)-1]
	da := inside(a)
	for _, b := range ring {
		db := inside(b)
		if (da < 0) != (db < 0) {
			t := da / (da - db)
			v := Vertex{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t}
			if vertical {
				v.X = at
			} else {
				v.Y = at
			}
			out = append(out, v)
		}
		if db >= 0 {
			out = append(out, b)
		}
		a, da = b, db
	}
	return out
}
