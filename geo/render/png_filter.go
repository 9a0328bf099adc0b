package render

// rowFilter chooses a filter for each row of pixels, as the PNG specification
// advises (section 12.8): the one whose bytes, taken as signed, are smallest in
// sum. Rows of flat colour keep none, which repeats best. A nil filter filters
// nothing.
type rowFilter struct {
	above []byte // the row before, as pixels
	tried [5][]byte
	first bool
}

// newRowFilter is a filter for rows of a width in pixels, or nil if none is wanted.
func newRowFilter(wanted bool, width int) *rowFilter {
	if !wanted {
		return nil
	}
	f := &rowFilter{above: make([]byte, 3*width)}
	for i := range f.tried {
		f.tried[i] = make([]byte, 3*width)
	}
	return f
}

// begin begins a strip, whose first row knows none above it: strips are filtered
// apart.
func (f *rowFilter) begin() {
	if f != nil {
		f.first = true
		clear(f.above)
	}
}

// row filters a row in place: its kind, and three bytes for each pixel.
func (f *rowFilter) row(row []byte) {
	if f == nil {
		return
	}
	const bpp = 3
	pix := row[1:]
	var sums [5]int
	flat := 0 // bytes like those to the left or above
	for i, v := range pix {
		var left, corner byte
		up := f.above[i]
		if i >= bpp {
			left, corner = pix[i-bpp], f.above[i-bpp]
		}
		f.tried[1][i], f.tried[2][i] = v-left, v-up
		f.tried[3][i] = v - byte((int(left)+int(up))/2)
		f.tried[4][i] = v - paeth(left, up, corner)
		for k := 1; k < 5; k++ {
			d := int(int8(f.tried[k][i]))
			sums[k] += max(d, -d)
		}
		d := int(int8(v))
		sums[0] += max(d, -d)
		if v == left || v == up {
			flat++
		}
	}
	best, kinds := 0, 5
	if f.first {
		kinds = 2 // the others look up
	}
	if flat*100 < len(pix)*97 {
		for k := 1; k < kinds; k++ {
			if sums[k] < sums[best] {
				best = k
			}
		}
	}
	copy(f.above, pix)
	f.first = false
	if best > 0 {
		row[0] = byte(best)
		copy(pix, f.tried[best])
	}
}

// paeth predicts a byte from those left, above and between (PNG specification,
// section 9.4).
func paeth(left, up, corner byte) byte {
	a, b, c := int(left), int(up), int(corner)
	pa, pb, pc := b-c, a-c, a+b-2*c
	pa, pb, pc = max(pa, -pa), max(pb, -pb), max(pc, -pc)
	switch {
	case pa <= pb && pa <= pc:
		return left
	case pb <= pc:
		return up
	}
	return corner
}
