package main

import "contested/geo/basemap"

// Land is cut into the cells of a quadtree, so that a picture of one town does
// not carry the outline of Eurasia. Cells overlap by a margin; painted in one
// opaque colour they show no seams.
const (
	cellVertices = 400
	cellMargins  = 16 // a cell is at least so many margins wide
	// Down to this depth cells that touch the region in full detail are always
	// split, so that both levels of detail have the same cells around it.
	regionDepth = 5
)

// cells cuts rings. yield gets the rings of each cell and whether the cell
// touches the region.
func cells(rings [][]basemap.Vertex, margin float64, region basemap.Bound, yield func(rings [][]basemap.Vertex, touches bool)) {
	var descend func(rings [][]basemap.Vertex, x, y, size float64, depth int)
	descend = func(rings [][]basemap.Vertex, x, y, size float64, depth int) {
		cell := basemap.Bound{MinX: x - margin, MinY: y - margin, MaxX: x + size + margin, MaxY: y + size + margin}
		rings = basemap.Clip(rings, cell)
		n, covered := 0, 0.0
		for _, r := range rings {
			n += len(r)
			covered -= area(r)
		}
		whole := (size + 2*margin) * (size + 2*margin)
		if n == 0 || covered < 1e-9*whole {
			return
		}
		touches := cell.Overlaps(region)
		if touches && depth < regionDepth || n > cellVertices && size/2 >= cellMargins*margin {
			for i := range 4 {
				half := size / 2
				descend(rings, x+half*float64(i&1), y+half*float64(i>>1), half, depth+1)
			}
			return
		}
		if covered > (1-1e-9)*whole {
			rings = [][]basemap.Vertex{{
				{X: cell.MinX, Y: cell.MinY}, {X: cell.MinX, Y: cell.MaxY},
				{X: cell.MaxX, Y: cell.MaxY}, {X: cell.MaxX, Y: cell.MinY},
			}}
		}
		yield(rings, touches)
	}
	descend(rings, 0, 0, 1, 0)
}
