package render

import "math"

// grid finds points near a place: square cells, hashed into buckets. Points are
// numbered in the order in which they are added.
type grid struct {
	cell   float64
	first  []int32 // of each bucket the last point added, or −1
	points []gridPoint
}

type gridPoint struct {
	x, y   float64
	cx, cy int32
	next   int32
}

// newGrid is an empty grid for about n points.
func newGrid(n int, cell float64) grid {
	buckets := 64
	for buckets < n {
		buckets *= 2
	}
	g := grid{cell: cell, first: make([]int32, buckets), points: make([]gridPoint, 0, n)}
	for i := range g.first {
		g.first[i] = -1
	}
	return g
}

func (g *grid) at(v float64) int32 {
	return int32(math.Max(-1<<30, math.Min(1<<30, math.Floor(v/g.cell))))
}

func (g *grid) bucket(cx, cy int32) int {
	h := uint64(uint32(cx))*0x9e3779b97f4a7c15 ^ uint64(uint32(cy))*0xc2b2ae3d27d4eb4f
	return int((h ^ h>>29) & uint64(len(g.first)-1))
}

// add puts a point into the grid. A point that is no number is never near.
func (g *grid) add(x, y float64) {
	p := gridPoint{x: x, y: y, cx: g.at(x), cy: g.at(y)}
	b := g.bucket(p.cx, p.cy)
	p.next = g.first[b]
	g.first[b] = int32(len(g.points))
	g.points = append(g.points, p)
}

// near calls yield with the number of every point in a rectangle, in no order.
// The grid may not be added to meanwhile.
func (g *grid) near(x0, y0, x1, y1 float64, yield func(i int32)) {
	cx0, cx1 := g.at(x0), g.at(x1)
	for cy := g.at(y0); cy <= g.at(y1); cy++ {
		for cx := cx0; cx <= cx1; cx++ {
			for i := g.first[g.bucket(cx, cy)]; i >= 0; {
				p := &g.points[i]
				if p.cx == cx && p.cy == cy && p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1 {
					yield(i)
				}
				i = p.next
			}
		}
	}
}
