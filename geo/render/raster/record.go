package raster

import (
	"image"
	"image/color"

	"github.com/go-text/typesetting/font"
)

// Drawn is one entry of a list in a form that other painters understand: exactly
// one of Rings, Run and Image is set.
type Drawn struct {
	Rings  [][]Point // closed rings in fixed-point precision, filled with Rule
	Rule   Rule
	Colour color.NRGBA // of the filling, unless there is a Tile
	Tile   *image.RGBA // repeats in both directions from (X, Y)
	Run    *Run        // a line of text whose baseline begins at (X, Y)
	Type   Type
	Image  *image.RGBA // premultiplied; its corner lies at (X, Y)
	X, Y   float64
}

// placedText is a line of text that was added before op.
type placedText struct {
	op   int
	run  *Run
	x, y float64
	t    Type
}

// Entries calls yield for everything in the list, in order. What the slices hold
// is only valid during the call.
func (l *List) Entries(yield func(Drawn)) {
	texts := l.texts
	for i := 0; i <= len(l.ops); i++ {
		for len(texts) > 0 && texts[0].op == i {
			t := texts[0]
			texts = texts[1:]
			yield(Drawn{Run: t.run, X: t.x, Y: t.y, Type: t.t})
		}
		if i == len(l.ops) {
			break
		}
		o := &l.ops[i]
		d := Drawn{Rule: o.rule, Colour: unpremultiply(o.paint.colour), X: float64(o.paint.x), Y: float64(o.paint.y)}
		if p := o.paint.pattern; p != nil {
			d.Tile = p.image()
		}
		switch o.kind {
		case opText:
			continue
		case opImage:
			d.Image, d.X, d.Y = o.picture, float64(o.lo), float64(o.hi)
		case opRect:
			a, b := o.box.Min, o.box.Max
			d.Rings = [][]Point{{pt(a.X, a.Y), pt(b.X, a.Y), pt(b.X, b.Y), pt(a.X, b.Y)}}
		case opFill:
			d.Rings = l.rings(l.edges[o.lo:o.hi])
		}
		yield(d)
	}
}

func pt(x, y int) Point { return Point{float64(x), float64(y)} }

// rings puts edges together to closed rings that enclose the same pixels of the
// clip. Level edges are not kept and those beyond the clip were cut: a chain that
// does not close on its own row is closed beyond the right side of the clip, where
// edges have no effect.
func (l *List) rings(edges []edge) (out [][]Point) {
	beyond := float64(l.clip.Max.X + 16)
	at := func(x, y int32) Point { return Point{float64(x) / one, float64(y) / one} }
	var ring []Point
	end := func() {
		if n := len(ring); n > 1 {
			if ring[0].Y != ring[n-1].Y {
				ring = append(ring, Point{beyond, ring[n-1].Y}, Point{beyond, ring[0].Y})
			} else if ring[0] == ring[n-1] {
				ring = ring[:n-1]
			}
			out = append(out, ring)
		}
		ring = nil
	}
	for i, e := range edges {
		switch {
		case i > 0 && edges[i-1].x1 == e.x0 && edges[i-1].y1 == e.y0:
		case i > 0 && edges[i-1].y1 == e.y0 && len(ring) > 0 && ring[0] != ring[len(ring)-1]:
			ring = append(ring, at(e.x0, e.y0)) // a level edge
		default:
			end()
			ring = append(ring, at(e.x0, e.y0))
		}
		ring = append(ring, at(e.x1, e.y1))
	}
	end()
	return out
}

// image is the pattern's square.
func (p *Pattern) image() *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, p.side, p.side))
	for i, c := range p.pixels {
		store(m.Pix[4*i:], c)
	}
	return m
}

func unpremultiply(c uint32) color.NRGBA {
	return color.NRGBAModel.Convert(color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), uint8(c >> 24)}).(color.NRGBA)
}

// Face is the font that the line is set in.
func (r *Run) Face() *Face { return r.face }

// Glyphs calls yield for each glyph of the line with its number in the font and
// its place from the beginning of the line, y upwards, in ems.
func (r *Run) Glyphs(yield func(id uint16, x, y float64)) {
	for _, g := range r.glyphs {
		yield(uint16(g.id), g.x, g.y)
	}
}

// Advance is the width of a glyph in thousandths of an em.
func (f *Face) Advance(id uint16) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return float64(f.face.HorizontalAdvance(font.GID(id))) / f.upem * 1000
}
