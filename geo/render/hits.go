package render

import "math"

// hitIndex finds the symbol under a pixel: a grid of cells, each listing the
// symbols that reach into it. It is built with the frame and read-only.
type hitIndex struct {
	hits  []Hit // in drawing order
	cols  int
	rows  int
	cell  float64
	start []int32 // by cell: where its list begins in items
	items []int32
}

func newHitIndex(hits []Hit, w, h int) hitIndex {
	x := hitIndex{hits: hits, cell: 64}
	for _, k := range hits {
		x.cell = math.Max(x.cell, 2*k.Radius)
	}
	x.cols, x.rows = int(float64(w)/x.cell)+1, int(float64(h)/x.cell)+1
	x.start = make([]int32, x.cols*x.rows+1)
	for pass := range 2 { // count, then fill
		for i := range hits {
			x.cells(&hits[i], func(c int) {
				if pass == 0 {
					x.start[c+1]++
				} else {
					x.items[x.start[c]] = int32(i)
					x.start[c]++
				}
			})
		}
		if pass == 0 {
			for c := range x.cols * x.rows {
				x.start[c+1] += x.start[c]
			}
			x.items = make([]int32, x.start[x.cols*x.rows])
		}
	}
	// Filling moved each start to the next cell's; move them back.
	copy(x.start[1:], x.start)
	x.start[0] = 0
	return x
}

// cells calls yield for every cell that a hit reaches into.
func (x *hitIndex) cells(h *Hit, yield func(c int)) {
	x0, x1 := int(math.Floor((h.X-h.Radius)/x.cell)), int(math.Floor((h.X+h.Radius)/x.cell))
	y0, y1 := int(math.Floor((h.Y-h.Radius)/x.cell)), int(math.Floor((h.Y+h.Radius)/x.cell))
	for y := max(y0, 0); y <= min(y1, x.rows-1); y++ {
		for c := max(x0, 0); c <= min(x1, x.cols-1); c++ {
			yield(y*x.cols + c)
		}
	}
}

// at is the number of the hit under a pixel, or −1: of several, the one whose
// centre is nearest, and of these the last drawn.
func (x *hitIndex) at(px, py float64) int {
	c, r := math.Floor(px/x.cell), math.Floor(py/x.cell)
	if !(c >= 0 && r >= 0 && c < float64(x.cols) && r < float64(x.rows)) {
		return -1
	}
	k := int(r)*x.cols + int(c)
	best, dist := -1, math.Inf(1)
	for _, i := range x.items[x.start[k]:x.start[k+1]] {
		h := &x.hits[i]
		if d := math.Hypot(px-h.X, py-h.Y); d <= h.Radius && d <= dist {
			best, dist = int(i), d
		}
	}
	return best
}
