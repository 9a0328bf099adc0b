package raster

import (
	"image"
	"math"
)

// Picture paints a picture (premultiplied) enlarged or made smaller: its corner
// lies at (x, y) and each of its pixels is size pixels wide. The picture must not
// change before the list is painted. Pixels are interpolated; where the picture
// is made smaller, four samples are taken of each.
func (l *List) Picture(m *image.RGBA, x, y, size float64) {
	const far = 1 << 40
	if !(size > 0 && size < far && math.Abs(x) < far && math.Abs(y) < far) { // no numbers among them
		return
	}
	x1, y1 := x+size*float64(m.Rect.Dx()), y+size*float64(m.Rect.Dy())
	c := l.clip
	cut := func(v float64, lo, hi int) int { return int(math.Max(float64(lo), math.Min(float64(hi), v))) }
	box := image.Rect(cut(math.Floor(x), c.Min.X, c.Max.X), cut(math.Floor(y), c.Min.Y, c.Max.Y),
		cut(math.Ceil(x1), c.Min.X, c.Max.X), cut(math.Ceil(y1), c.Min.Y, c.Max.Y))
	if !box.Empty() {
		l.ops = append(l.ops, op{kind: opPicture, box: box, picture: m, x: x, y: y, size: size})
	}
}

// sample is one axis of a pixel: two neighbours and, of 256, how much of the
// second.
type sample struct {
	a, b int32
	f    uint32
}

// axis works out the samples of one axis for the pixels lo…hi of the list: per
// pixel one, or two when the picture is made smaller. Neighbours outside of the
// picture are its border: its edge is as sharp as that of its pixels.
func axis(out []sample, lo, hi int, at, size float64, n int) []sample {
	per := 1
	if size < 0.99 {
		per = 2
	}
	last := int32(n - 1)
	for i := lo; i < hi; i++ {
		for k := range per {
			// The middle of the pixel, or of its halves, in pixels of the picture.
			u := (float64(i)+(float64(k)+0.5)/float64(per)-at)/size - 0.5
			v := int64(math.Floor(u*256 + 0.5))
			a := int32(max(-1, min(int64(last), v>>8)))
			out = append(out, sample{max(a, 0), min(a+1, last), uint32(v & 255)})
		}
	}
	return out
}

// scaled paints the part of a scaled picture that falls into box.
func (o *op) scaled(dst *image.RGBA, box image.Rectangle, a *accum) {
	m := o.picture
	a.across = axis(a.across[:0], box.Min.X, box.Max.X, o.x, o.size, m.Rect.Dx())
	a.down = axis(a.down[:0], box.Min.Y, box.Max.Y, o.y, o.size, m.Rect.Dy())
	per := len(a.down) / box.Dy()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		d := dst.Pix[dst.PixOffset(box.Min.X, y):][:4*box.Dx()]
		if per == 1 {
			s := a.down[y-box.Min.Y]
			p, q := m.Pix[int(s.a)*m.Stride:], m.Pix[int(s.b)*m.Stride:]
			for i, t := range a.across {
				store(d[4*i:], over(load(d[4*i:]), blend(p, q, t, s.f)))
			}
			continue
		}
		for i := range box.Dx() {
			var sum uint64 // of four samples, in lanes
			for _, s := range a.down[2*(y-box.Min.Y):][:2] {
				p, q := m.Pix[int(s.a)*m.Stride:], m.Pix[int(s.b)*m.Stride:]
				for _, t := range a.across[2*i:][:2] {
					sum += spread(blend(p, q, t, s.f))
				}
			}
			sum = ((sum + 0x0002000200020002) >> 2) & lanes
			store(d[4*i:], over(load(d[4*i:]), gather(sum)))
		}
	}
}

// blend interpolates between two pixels of each of two rows.
func blend(p, q []byte, t sample, f uint32) uint32 {
	const half = 0x0080008000800080
	mix := func(row []byte) uint64 {
		a, b := spread(load(row[4*t.a:])), spread(load(row[4*t.b:]))
		return ((a*uint64(256-t.f) + b*uint64(t.f) + half) >> 8) & lanes
	}
	top := mix(p)
	if f == 0 {
		return gather(top)
	}
	return gather(((top*uint64(256-f) + mix(q)*uint64(f) + half) >> 8) & lanes)
}

// flat is the scaled picture as it is painted over nothing, within its box.
func (o *op) flat() *image.RGBA {
	out := image.NewRGBA(o.box)
	o.scaled(out, o.box, new(accum))
	out.Rect = image.Rectangle{Max: o.box.Size()}
	return out
}
