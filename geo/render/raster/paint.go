package raster

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
)

// Paint is what a shape is filled with: one colour, or a pattern that is
// anchored at a pixel, so that it stays with the ground or with its symbol. The
// zero Paint paints nothing.
type Paint struct {
	colour  uint32 // premultiplied, R in the lowest byte, as in image.RGBA.Pix
	pattern *Pattern
	x, y    int
}

// Solid is a single colour, which may be translucent.
func Solid(c color.NRGBA) Paint { return Paint{colour: premultiply(c)} }

// Patterned paints with p so that its corner lies at pixel (x, y).
func Patterned(p *Pattern, x, y int) Paint { return Paint{pattern: p, x: x, y: y} }

func (p Paint) empty() bool { return p.pattern == nil && p.colour>>24 == 0 }

// Pattern is a square of pixels that repeats in both directions. It is
// read-only once made.
type Pattern struct {
	side   int
	pixels []uint32
}

// Hatch is a pattern of parallel lines at 45°, rising to the right, in the
// given colours by turns, over a ground (which may be transparent). Spacing is
// the distance from line to line along a row and width the thickness of a line,
// both in pixels; spacing is rounded to whole pixels, so that the pattern
// repeats exactly. With cross set, lines in the other direction are laid over.
func Hatch(spacing, width float64, cross bool, ground color.NRGBA, lines ...color.NRGBA) *Pattern {
	step := max(2, int(math.Round(math.Min(spacing, 256))))
	n := max(1, min(len(lines), 8))
	side := step * n
	p := &Pattern{side, make([]uint32, side*side)}
	base := premultiply(ground)
	if len(lines) == 0 {
		lines = []color.NRGBA{ground}
	}
	// Along a row a line at 45° is √2 times as wide as across it.
	w := math.Min(width*math.Sqrt2, float64(step)*0.95)
	cover := make([]uint8, side) // of the line of colour 0, by x+y
	for s := range cover {
		cover[s] = diagonalCover(float64(s), w, float64(side))
	}
	inks := make([]uint32, n)
	for i := range inks {
		inks[i] = premultiply(lines[i])
	}
	for y := range side {
		for x := range side {
			c := base
			for i := range n {
				at := ((x+y-i*step)%side + side) % side
				c = over(c, scale(inks[i], uint32(cover[at])))
			}
			if cross {
				for i := range n {
					at := ((x-y-i*step)%side + side) % side
					c = over(c, scale(inks[i], uint32(cover[at])))
				}
			}
			p.pixels[y*side+x] = c
		}
	}
	return p
}

// Side is after how many pixels the pattern repeats, along rows and columns.
func (p *Pattern) Side() int { return p.side }

// diagonalCover is how much of a pixel whose corner has x+y = s is covered by
// the stripe 0 ≤ x+y < w (repeating every period): the pixel's area is spread
// over s…s+2 as a triangle.
func diagonalCover(s, w, period float64) uint8 {
	// The integral of the triangle from its beginning to t.
	below := func(t float64) float64 {
		switch {
		case t <= 0:
			return 0
		case t <= 1:
			return t * t / 2
		case t < 2:
			return 1 - (2-t)*(2-t)/2
		}
		return 1
	}
	c := 0.0
	for k := -1.0; k <= 1; k++ {
		c += below(k*period+w-s) - below(k*period-s)
	}
	return uint8(math.Round(math.Max(0, math.Min(1, c)) * 255))
}

func premultiply(c color.NRGBA) uint32 {
	a := uint32(c.A)
	m := func(v uint8) uint32 { return (uint32(v)*a + 127) / 255 }
	return m(c.R) | m(c.G)<<8 | m(c.B)<<16 | a<<24
}

const lanes = 0x00ff00ff00ff00ff

// spread puts the four bytes of a pixel into the four 16-bit lanes of a word,
// so that one multiplication scales them all.
func spread(c uint32) uint64 {
	v := uint64(c)
	return (v | v<<24) & 0x00ff00ff00ff00ff
}

// gather is the inverse of spread.
func gather(v uint64) uint32 { return uint32(v) | uint32(v>>24) }

// div255 divides each lane (at most 255²) by 255, rounded to nearest.
func div255(v uint64) uint64 {
	v += 0x0080008000800080
	return ((v + (v>>8)&lanes) >> 8) & lanes
}

// scale multiplies a premultiplied colour by m of 255.
func scale(c, m uint32) uint32 {
	if m == 255 {
		return c
	}
	return gather(div255(spread(c) * uint64(m)))
}

// over lays the premultiplied colour s over d.
func over(d, s uint32) uint32 {
	a := s >> 24
	switch a {
	case 255:
		return s
	case 0:
		return d
	}
	return s + gather(div255(spread(d)*uint64(255-a)))
}

func load(b []byte) uint32     { return binary.LittleEndian.Uint32(b) }
func store(b []byte, v uint32) { binary.LittleEndian.PutUint32(b, v) }

// flood sets n pixels.
func flood(b []byte, c uint32) {
	n := min(len(b), 64)
	for i := 0; i+4 <= n; i += 4 {
		store(b[i:], c)
	}
	for n < len(b) {
		n += copy(b[n:], b[:n])
	}
}

// veil lays a translucent colour over every pixel of b.
func veil(b []byte, s uint32) {
	add, inv := s, uint64(255-s>>24)
	for ; len(b) >= 4; b = b[4:] {
		store(b, add+gather(div255(spread(load(b))*inv)))
	}
}

// span paints one stretch of a row, covered by cover of 255. b holds its pixels
// and (x, y) is where it begins.
func (p *Paint) span(b []byte, x, y int, cover uint32) {
	if p.pattern == nil {
		c := scale(p.colour, cover)
		if c>>24 == 255 {
			flood(b, c)
		} else if c>>24 != 0 {
			veil(b, c)
		}
		return
	}
	side := p.pattern.side
	line := p.pattern.pixels[mod(y-p.y, side)*side:][:side]
	i := mod(x-p.x, side)
	for ; len(b) >= 4; b = b[4:] {
		store(b, over(load(b), scale(line[i], cover)))
		if i++; i == side {
			i = 0
		}
	}
}

func mod(a, b int) int {
	if a %= b; a < 0 {
		a += b
	}
	return a
}

// Over lays the picture m, whose corner lies at (x, y), over dst, in the same way
// as [List.Image] does.
func Over(dst, m *image.RGBA, x, y int) {
	box := image.Rectangle{image.Pt(x, y), image.Pt(x, y).Add(m.Rect.Size())}
	if box = box.Intersect(dst.Rect); !box.Empty() {
		blit(dst, box, m, x, y)
	}
}

// blit lays the part of m that falls into box over dst; m's corner lies at
// (x, y).
func blit(dst *image.RGBA, box image.Rectangle, m *image.RGBA, x, y int) {
	for row := box.Min.Y; row < box.Max.Y; row++ {
		d := dst.Pix[dst.PixOffset(box.Min.X, row):][:4*box.Dx()]
		s := m.Pix[m.PixOffset(m.Rect.Min.X+box.Min.X-x, m.Rect.Min.Y+row-y):][:4*box.Dx()]
		for i := 0; i+4 <= len(d); i += 4 {
			if c := load(s[i:]); c>>24 != 0 {
				store(d[i:], over(load(d[i:]), c))
			}
		}
	}
}
