package raster

import "math/bits"

// full is the accumulated area of a wholly covered pixel: 256 rows of the pixel
// times twice its width.
const full = one * 2 * one

// accum is the buffer of differences of one shape in one band.
type accum struct {
	w, h   int // pixels
	stride int // cells in a row: w and one more
	words  int // words of touched in a row
	cells  []int32
	marks  []uint64 // one bit per cell that an edge touched
	runs   []run

	across, down []sample // of a scaled picture
}

// run is a stretch of equal coverage that ends before pixel end.
type run struct {
	end   int32
	cover uint8
}

// size readies the buffer, which is always left zeroed by [accum.row].
func (a *accum) size(w, h int) {
	a.w, a.h = w, h
	a.stride = w + 1
	a.words = (a.stride + 63) / 64
	if n := a.stride * h; n > len(a.cells) {
		a.cells = make([]int32, n+n/4)
	}
	if n := a.words * h; n > len(a.marks) {
		a.marks = make([]uint64, n+n/4)
	}
}

// floorDiv is n/d rounded down, and what remains; d > 0.
func floorDiv(n, d int) (q, r int) {
	if int(int32(n)) == n && int(int32(d)) == d {
		q32 := int32(n) / int32(d) // much cheaper, and the common case
		q = int(q32)
	} else {
		q = n / d
	}
	r = n - q*d
	if r < 0 {
		q--
		r += d
	}
	return
}

// line adds an edge whose coordinates are fixed point from the corner of the
// buffer.
func (a *accum) line(x0, y0, x1, y1 int) {
	dir := 1
	if y0 > y1 {
		x0, y0, x1, y1, dir = x1, y1, x0, y0, -1
	}
	limit := a.h << shift
	if y1 <= 0 || y0 >= limit {
		return
	}
	row := y0 >> shift
	if row == (y1-1)>>shift {
		a.cross(row, x0, x1, y1-y0, dir)
		return
	}
	dx, dy := x1-x0, y1-y0
	if dx == 0 {
		a.upright(x0, max(y0, 0), min(y1, limit), dir)
		return
	}
	x, y := x0, y0
	if y < 0 {
		row, y = 0, 0
		q, _ := floorDiv(-y0*dx, dy)
		x = x0 + q
	}
	next := (row + 1) << shift
	q, r := floorDiv((next-y0)*dx, dy)
	nx := x0 + q
	step, stepR := 0, 0
	if next+one <= y1 {
		step, stepR = floorDiv(dx<<shift, dy)
	}
	for {
		if next >= y1 {
			a.cross(row, x, x1, y1-y, dir)
			return
		}
		a.cross(row, x, nx, next-y, dir)
		row++
		if row >= a.h {
			return
		}
		x, y = nx, next
		next += one
		nx += step
		if r += stepR; r >= dy {
			r -= dy
			nx++
		}
	}
}

// upright adds a vertical edge that lies within the rows of the buffer.
func (a *accum) upright(x, y0, y1, dir int) {
	c := x >> shift
	if c >= a.w {
		return
	}
	f := x & (one - 1)
	if c < 0 {
		c, f = 0, 0
	}
	for y := y0; y < y1; {
		row := y >> shift
		next := min((row+1)<<shift, y1)
		a.add(row, c, dir*(next-y), 2*f)
		y = next
	}
}

// add lets cell c of a row gain cover, at twice the mean distance f from the
// cell's left side.
func (a *accum) add(row, c, cover, f int) {
	i := row*a.stride + c
	a.cells[i] += int32(cover * (2*one - f))
	a.cells[i+1] += int32(cover * f)
	m := row*a.words + c>>6
	b := uint(c) & 63
	a.marks[m] |= 3 << b
	if b == 63 {
		a.marks[m+1] |= 1
	}
}

// cross adds the part of an edge that lies in one row: from xa to xb, dy high.
func (a *accum) cross(row, xa, xb, dy, dir int) {
	ca, cb := xa>>shift, xb>>shift
	if ca == cb {
		if uint(ca) < uint(a.w) {
			a.add(row, ca, dir*dy, xa&(one-1)+xb&(one-1))
		} else if ca < 0 {
			a.add(row, 0, dir*dy, 0)
		}
		return
	}
	if xa > xb {
		xa, xb, ca, cb = xb, xa, cb, ca
	}
	// From left to right; t is how much of dy is used up at x. Whether the edge
	// rises or falls makes no difference to the area.
	if cb < 0 {
		a.add(row, 0, dir*dy, 0)
		return
	}
	if ca >= a.w {
		return
	}
	dx := xb - xa
	t := 0
	x := xa & (one - 1)
	if ca < 0 {
		t, _ = floorDiv(-xa*dy, dx)
		if t != 0 {
			a.add(row, 0, dir*t, 0)
		}
		ca, x = 0, 0
		if cb == 0 {
			a.add(row, 0, dir*(dy-t), xb&(one-1))
			return
		}
	}
	q, r := floorDiv(((ca+1)<<shift-xa)*dy, dx)
	a.add(row, ca, dir*(q-t), x+one)
	t = q
	ca++
	if ca < cb && ca < a.w {
		step, stepR := floorDiv(dy<<shift, dx)
		for ca < cb && ca < a.w {
			n := t + step
			if r += stepR; r >= dx {
				r -= dx
				n++
			}
			a.add(row, ca, dir*(n-t), one)
			t = n
			ca++
		}
	}
	if ca < a.w {
		a.add(row, ca, dir*(dy-t), xb&(one-1))
	}
}

// row turns a row of differences into runs of coverage and clears it. An empty
// row gives no runs.
func (a *accum) row(y int, rule Rule) []run {
	a.runs = a.runs[:0]
	cells := a.cells[y*a.stride:][:a.stride]
	sum := int32(0)
	cover := uint8(0)
	for i := range a.words {
		m := y*a.words + i
		word := a.marks[m]
		if word == 0 {
			continue
		}
		a.marks[m] = 0
		for word != 0 {
			c := i<<6 + bits.TrailingZeros64(word)
			word &= word - 1
			d := cells[c]
			if d == 0 {
				continue
			}
			cells[c] = 0
			sum += d
			n := coverage(sum, rule)
			if n != cover {
				if c > 0 {
					a.runs = append(a.runs, run{int32(c), cover})
				}
				cover = n
			}
		}
	}
	if len(a.runs) > 0 || cover != 0 {
		a.runs = append(a.runs, run{int32(a.w), cover})
	}
	return a.runs
}

// coverage is the part of a pixel, of 255, that an accumulated area covers.
func coverage(sum int32, rule Rule) uint8 {
	if sum < 0 {
		sum = -sum
	}
	if rule == EvenOdd {
		if sum &= 2*full - 1; sum > full {
			sum = 2*full - sum
		}
	} else if sum > full {
		sum = full
	}
	return uint8((sum*255 + full/2) / full)
}
