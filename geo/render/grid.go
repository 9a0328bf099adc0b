package render

import "math"

// grid finds points near a place: square cells, hashed into buckets, the points
// of a bucket side by side in the order of their numbers. It is read-only once
// made.
type grid struct {
	cell   float64
	start  []int32 // of each bucket in points
	points []gridPoint
}

type gridPoint struct {
	x, y   float64
	cx, cy int32
	i      int32
}

// newGrid is a grid of the points 0…n−1. A point that is no number is never
// near.
func newGrid(n int, cell float64, at func(i int) (x, y float64)) grid {
	buckets := 64
	for buckets < n {
		buckets *= 2
	}
	g := grid{cell: cell, start: make([]int32, buckets+1), points: make([]gridPoint, n)}
	unsorted := make([]gridPoint, n)
	for i := range unsorted {
		x, y := at(i)
		p := gridPoint{x, y, g.at(x), g.at(y), int32(i)}
		unsorted[i] = p
		g.start[g.bucket(p.cx, p.cy)+1]++
	}
	for b := range buckets {
		g.start[b+1] += g.start[b]
	}
	for _, p := range unsorted {
		b := g.bucket(p.cx, p.cy)
		g.points[g.start[b]] = p
		g.start[b]++
	}
	// Filling moved each start to the next bucket's; move them back.
	copy(g.start[1:], g.start)
	g.start[0] = 0
	return g
}

func (g *grid) at(v float64) int32 {
	return int32(math.Max(-1<<30, math.Min(1<<30, math.Floor(v/g.cell))))
}

func (g *grid) bucket(cx, cy int32) int {
	h := uint64(uint32(cx))*0x9e3779b97f4a7c15 ^ uint64(uint32(cy))*0xc2b2ae3d27d4eb4f
	return int((h ^ h>>29) & uint64(len(g.start)-2))
}

// near calls yield for every point in a rectangle whose number is below limit,
// until it returns false.
func (g *grid) near(x0, y0, x1, y1 float64, limit int32, yield func(i int32) bool) {
	cx0, cx1 := g.at(x0), g.at(x1)
	cy0, cy1 := g.at(y0), g.at(y1)
	for cy := cy0; cy <= cy1; cy++ {
		for cx := cx0; cx <= cx1; cx++ {
			b := g.bucket(cx, cy)
			for k := g.start[b]; k < g.start[b+1]; k++ {
				p := &g.points[k]
				if p.i >= limit {
					break
				}
				if p.cx == cx && p.cy == cy && p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1 && !yield(p.i) {
					return
				}
			}
		}
	}
}

// all is a limit that leaves no point out.
const all = math.MaxInt32
