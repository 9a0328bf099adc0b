package raster

import (
	"cmp"
	"image"
	"image/color"
	"slices"

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
		case opPicture:
			d.Image, d.X, d.Y = o.flat(), float64(o.box.Min.X), float64(o.box.Min.Y)
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
// clip. Level edges are not kept: where no edge goes on from the end of another,
// the nearest one on its row does. What the clip cut off is closed beyond the
// right side of the clip, where edges have no effect.
func (l *List) rings(edges []edge) (out [][]Point) {
	n := len(edges)
	next := make([]int, n)
	first := make([]bool, n) // no edge leads to it
	starts := make(map[[2]int32][]int, n)
	for i, e := range edges {
		next[i], first[i] = -1, true
		starts[[2]int32{e.x0, e.y0}] = append(starts[[2]int32{e.x0, e.y0}], i)
	}
	link := func(i, j int) { next[i], first[j] = j, false }
	type row struct{ ends, starts []int }
	rows := map[int32]*row{}
	at := func(y int32) *row {
		r := rows[y]
		if r == nil {
			r = &row{}
			rows[y] = r
		}
		return r
	}
	for i, e := range edges {
		key := [2]int32{e.x1, e.y1}
		if list := starts[key]; len(list) > 0 {
			link(i, list[0])
			starts[key] = list[1:]
		} else {
			at(e.y1).ends = append(at(e.y1).ends, i)
		}
	}
	for i, e := range edges {
		if first[i] {
			at(e.y0).starts = append(at(e.y0).starts, i)
		}
	}
	for _, r := range rows { // each row by itself: their order is of no consequence
		slices.SortStableFunc(r.ends, func(i, j int) int { return cmp.Compare(edges[i].x1, edges[j].x1) })
		slices.SortStableFunc(r.starts, func(i, j int) int { return cmp.Compare(edges[i].x0, edges[j].x0) })
		for k := range min(len(r.ends), len(r.starts)) {
			link(r.ends[k], r.starts[k])
		}
	}
	beyond := float64(l.clip.Max.X + 16)
	point := func(x, y int32) Point { return Point{float64(x) / one, float64(y) / one} }
	done := make([]bool, n)
	trace := func(i int) {
		var ring []Point
		put := func(p Point) {
			if len(ring) == 0 || ring[len(ring)-1] != p {
				ring = append(ring, p)
			}
		}
		for ; i >= 0 && !done[i]; i = next[i] {
			done[i] = true
			put(point(edges[i].x0, edges[i].y0))
			put(point(edges[i].x1, edges[i].y1))
		}
		if a, b := ring[0], ring[len(ring)-1]; a.Y != b.Y {
			ring = append(ring, Point{beyond, b.Y}, Point{beyond, a.Y})
		}
		out = append(out, ring)
	}
	for i := range edges {
		if first[i] {
			trace(i)
		}
	}
	for i := range edges {
		if !done[i] {
			trace(i)
		}
	}
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

// Glyphs calls yield for each glyph of the line with its number in the font, its
// place from the beginning of the line, y upwards, in ems, and the characters that
// it stands for; of several glyphs for the same characters the first has them.
func (r *Run) Glyphs(yield func(id uint16, x, y float64, text string)) {
	runes := []rune(r.Text)
	for i, g := range r.glyphs {
		text := ""
		if i == 0 || r.glyphs[i-1].from != g.from {
			to := len(runes)
			if k := slices.IndexFunc(r.glyphs[i+1:], func(h glyph) bool { return h.from != g.from }); k >= 0 {
				to = int(r.glyphs[i+1+k].from)
			}
			if int(g.from) <= to && to <= len(runes) {
				text = string(runes[g.from:to])
			}
		}
		yield(uint16(g.id), g.x, g.y, text)
	}
}

// Advance is the width of a glyph in thousandths of an em.
func (f *Face) Advance(id uint16) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return float64(f.face.HorizontalAdvance(font.GID(id))) / f.upem * 1000
}
