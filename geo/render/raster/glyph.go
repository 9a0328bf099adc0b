package raster

import (
	"image"
	"image/color"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Type is how a text is set. Lengths are pixels.
type Type struct {
	Size     float64 // of the em
	Tracking float64 // added after every glyph
	Ink      color.NRGBA
	Halo     color.NRGBA // beneath the ink, where a.A is not 0
	Width    float64     // of the halo, beyond the outline
}

// phases is how many positions within a pixel a glyph is kept for.
const phases = 4

// maskBudget is how many bytes of masks a face keeps before it starts afresh.
const maskBudget = 24 << 20

// mask is the coverage of a glyph, with (left, top) from its origin.
type mask struct {
	w, h, left, top int
	alpha           []uint8
}

type maskKey struct {
	glyph       font.GID
	size, width int32 // 1/64 pixel; width of the halo, 0 for the ink
	phase       uint8
}

// Text adds one line of text whose baseline begins at (x, y). Baselines lie on
// whole pixels and glyphs on quarters of one.
func (l *List) Text(r *Run, x, y float64, t Type) {
	if !(t.Size > 0) || !(math.Abs(x) < guard) || !(math.Abs(y) < guard) {
		return
	}
	l.texts = append(l.texts, placedText{len(l.ops), r, x, y, t})
	if t.Halo.A != 0 && t.Width > 0 {
		l.text(r, x, y, t, t.Halo, t.Width)
	}
	l.text(r, x, y, t, t.Ink, 0)
}

func (l *List) text(r *Run, x, y float64, t Type, ink color.NRGBA, width float64) {
	size, halo := int32(math.Round(t.Size*64)), int32(math.Round(width*64))
	if size <= 0 || (width > 0 && halo <= 0) {
		return
	}
	base := int32(math.Floor(y + 0.5))
	lo := len(l.glyphs)
	var box image.Rectangle
	f := r.face
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, g := range r.glyphs {
		at := x + g.x*t.Size + float64(i)*t.Tracking
		q := int32(math.Floor(at*phases + 0.5))
		px := q >> 2
		m := f.mask(maskKey{g.id, size, halo, uint8(q & (phases - 1))})
		if m.w == 0 {
			continue
		}
		p := placed{m, px + int32(m.left), base - int32(math.Round(g.y*t.Size)) + int32(m.top)}
		b := image.Rect(int(p.x), int(p.y), int(p.x)+m.w, int(p.y)+m.h)
		if b.Intersect(l.clip).Empty() {
			continue
		}
		box = box.Union(b)
		l.glyphs = append(l.glyphs, p)
	}
	if box = box.Intersect(l.clip); !box.Empty() {
		l.ops = append(l.ops, op{kind: opText, lo: lo, hi: len(l.glyphs), box: box, paint: Solid(ink)})
	}
}

// mask makes or finds the mask of a glyph. The face is locked.
func (f *Face) mask(k maskKey) *mask {
	if m, ok := f.masks[k]; ok {
		return m
	}
	m := f.draw(k)
	if f.bytes += len(m.alpha) + 64; f.bytes > maskBudget {
		clear(f.masks)
		f.bytes = len(m.alpha) + 64
	}
	f.masks[k] = m
	return m
}

// draw rasterises a glyph's outline, or the stroke around it for a halo.
func (f *Face) draw(k maskKey) *mask {
	s := float64(k.size) / 64
	dx := float64(k.phase) / phases
	halo := float64(k.width) / 64
	contours := f.contours(k.glyph, func(x, y float64) Point { return Point{x*s + dx, -y * s} })
	lo, hi := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, c := range contours {
		for _, p := range c {
			lo = Point{min(lo.X, p.X), min(lo.Y, p.Y)}
			hi = Point{max(hi.X, p.X), max(hi.Y, p.Y)}
		}
	}
	if len(contours) == 0 {
		return &mask{}
	}
	box := image.Rect(int(math.Floor(lo.X-halo))-1, int(math.Floor(lo.Y-halo))-1,
		int(math.Ceil(hi.X+halo))+1, int(math.Ceil(hi.Y+halo))+1)
	if box.Dx() > 4096 || box.Dy() > 4096 {
		return &mask{}
	}
	l := &f.scratch
	l.Reset(box)
	for _, c := range contours {
		l.Ring(c)
	}
	alpha := l.coverage()
	if halo > 0 {
		for _, c := range contours {
			l.Line(c, true, Pen{Width: 2 * halo})
		}
		// Outline and stroke may wind against each other: take the larger.
		for i, v := range l.coverage() {
			alpha[i] = max(alpha[i], v)
		}
	}
	return &mask{box.Dx(), box.Dy(), box.Min.X, box.Min.Y, alpha}
}

// contours is the outline of a glyph, whose ems (y upwards) at takes to pixels.
// The face is locked.
func (f *Face) contours(id font.GID, at func(x, y float64) Point) (contours [][]Point) {
	outline, ok := f.face.GlyphData(id).(font.GlyphOutline)
	if !ok {
		return nil
	}
	var cur []Point
	point := func(p opentype.SegmentPoint) Point { return at(float64(p.X)/f.upem, float64(p.Y)/f.upem) }
	end := func() {
		if len(cur) > 2 {
			contours = append(contours, cur)
		}
		cur = nil
	}
	for _, seg := range outline.Segments {
		if seg.Op != opentype.SegmentOpMoveTo && len(cur) == 0 {
			cur = append(cur, at(0, 0)) // a broken font begins without a point
		}
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			end()
			cur = append(cur, point(seg.Args[0]))
		case opentype.SegmentOpLineTo:
			cur = append(cur, point(seg.Args[0]))
		case opentype.SegmentOpQuadTo:
			a, b, c := cur[len(cur)-1], point(seg.Args[0]), point(seg.Args[1])
			n := curveSteps(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y) / 4)
			for i := 1; i <= n; i++ {
				cur = append(cur, quad(a, b, c, float64(i)/float64(n)))
			}
		case opentype.SegmentOpCubeTo:
			a, b, c, d := cur[len(cur)-1], point(seg.Args[0]), point(seg.Args[1]), point(seg.Args[2])
			n := curveSteps(max(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y), math.Hypot(b.X-2*c.X+d.X, b.Y-2*c.Y+d.Y)) * 0.75)
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				cur = append(cur, lerp(quad(a, b, c, t), quad(b, c, d, t), t))
			}
		}
	}
	end()
	return contours
}

// TextAlong sets a line of text on a curve: at tells, for the middle of each
// glyph at a distance from the beginning of the text, the point of the baseline
// and its direction in radians.
func (l *List) TextAlong(r *Run, t Type, at func(x float64) (Point, float64)) {
	if !(t.Size > 0 && t.Size < 4096) {
		return
	}
	f := r.face
	f.mu.Lock()
	defer f.mu.Unlock()
	var all [][]Point
	for i, g := range r.glyphs {
		next := r.Width
		if i+1 < len(r.glyphs) {
			next = r.glyphs[i+1].x
		}
		half := (next - g.x) / 2
		p, angle := at((g.x+half)*t.Size + float64(i)*t.Tracking)
		sin, cos := math.Sincos(angle)
		all = append(all, f.contours(g.id, func(x, y float64) Point {
			x, y = (x-half)*t.Size, -(y+g.y)*t.Size
			return Point{p.X + x*cos - y*sin, p.Y + x*sin + y*cos}
		})...)
	}
	if t.Halo.A != 0 && t.Width > 0 {
		for _, c := range all {
			l.Line(c, true, Pen{Width: 2 * t.Width})
		}
		l.Fill(NonZero, Solid(t.Halo))
	}
	for _, c := range all {
		l.Ring(c)
	}
	l.Fill(NonZero, Solid(t.Ink))
}

// curveSteps is how many chords stand for a curve that bulges by d pixels.
func curveSteps(d float64) int { return max(1, min(64, int(math.Ceil(math.Sqrt(d/0.04))))) }

func quad(a, b, c Point, t float64) Point { return lerp(lerp(a, b, t), lerp(b, c, t), t) }

// coverage rasterises the open shape over the whole clip and begins a new one.
func (l *List) coverage() []uint8 {
	w, h := l.clip.Dx(), l.clip.Dy()
	out := make([]uint8, w*h)
	a := pool.Get().(*accum)
	defer pool.Put(a)
	a.size(w, h)
	ox, oy := l.clip.Min.X<<shift, l.clip.Min.Y<<shift
	for _, e := range l.edges[l.open:] {
		a.line(int(e.x0)-ox, int(e.y0)-oy, int(e.x1)-ox, int(e.y1)-oy)
	}
	for y := range h {
		x := 0
		for _, r := range a.row(y, NonZero) {
			for ; x < int(r.end); x++ {
				out[y*w+x] = r.cover
			}
		}
	}
	l.begin()
	return out
}

// paint lays a colour through the mask, whose corner lies at (x, y).
func (m *mask) paint(dst *image.RGBA, box image.Rectangle, x, y int, colour uint32) {
	b := image.Rect(x, y, x+m.w, y+m.h).Intersect(box)
	if b.Empty() {
		return
	}
	for row := b.Min.Y; row < b.Max.Y; row++ {
		d := dst.Pix[dst.PixOffset(b.Min.X, row):][:4*b.Dx()]
		for i, c := range m.alpha[(row-y)*m.w+b.Min.X-x:][:b.Dx()] {
			if c != 0 {
				p := d[4*i : 4*i+4]
				store(p, over(load(p), scale(colour, uint32(c))))
			}
		}
	}
}
