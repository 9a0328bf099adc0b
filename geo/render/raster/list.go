package raster

import (
	"image"
	"math"
)

// Point is a place in device pixels.
type Point struct{ X, Y float64 }

// Rule says what is inside of a set of rings.
type Rule uint8

// The rules.
const (
	NonZero Rule = iota
	EvenOdd
)

const (
	shift = 8 // bits below the pixel
	one   = 1 << shift
	// guard is how far from the origin geometry is kept, in pixels; what lies
	// beyond is cut there, the same for every clip.
	guard = 1 << 20
	// chunkLen edges share one vertical extent, so that a band can skip them.
	chunkLen = 64
)

// edge is a directed line in fixed point. It is never horizontal.
type edge struct{ x0, y0, x1, y1 int32 }

// extent is a vertical stretch in fixed point.
type extent struct{ y0, y1 int32 }

// opKind is what one entry of a list paints.
type opKind uint8

const (
	opFill    opKind = iota // edges[lo:hi]
	opRect                  // box
	opText                  // glyphs[lo:hi]
	opImage                 // picture, its corner at (lo, hi)
	opPicture               // picture, scaled by size, its corner at (x, y)
)

// op is one entry of a list.
type op struct {
	kind    opKind
	rule    Rule
	lo, hi  int
	box     image.Rectangle // pixels that may change
	paint   Paint
	picture *image.RGBA
	x, y    float64
	size    float64
}

// placed is a glyph mask at a whole pixel.
type placed struct {
	mask *mask
	x, y int32
}

// List is a display list: what to paint, in order, within a clip. The zero List
// must be Reset before use. A List is filled by one goroutine; once filled it
// may be painted from many.
type List struct {
	clip   image.Rectangle
	edges  []edge
	chunks []extent
	glyphs []placed
	texts  []placedText // for Entries
	ops    []op
	open   int // first edge of the shape that is being built
	xmin   int32
	xmax   int32
	ymin   int32
	ymax   int32

	points []Point // scratch of the stroker
	sides  []side
	dash   []Point

	arcRadius, arcStep float64 // of the last arc
}

// Reset empties the list and sets the pixels that it can reach. Memory is kept
// for the next picture.
func (l *List) Reset(clip image.Rectangle) {
	l.clip = clip
	l.edges, l.chunks, l.glyphs, l.texts = l.edges[:0], l.chunks[:0], l.glyphs[:0], l.texts[:0]
	clear(l.ops)
	l.ops = l.ops[:0]
	l.begin()
}

// Clip is the rectangle given to Reset.
func (l *List) Clip() image.Rectangle { return l.clip }

func (l *List) begin() {
	l.open = len(l.edges)
	l.xmin, l.ymin = math.MaxInt32, math.MaxInt32
	l.xmax, l.ymax = math.MinInt32, math.MinInt32
}

// toFixed rounds to fixed point. The bias makes every value within the guard band
// positive, so that the conversion rounds down.
func toFixed(v float64) int32 {
	const bias = 1 << 40
	return int32(int64(v*one+(bias+0.5)) - bias)
}

// line adds an edge of the open shape.
func (l *List) line(a, b Point) {
	const g = guard
	if a.X < -g || a.X > g || a.Y < -g || a.Y > g || b.X < -g || b.X > g || b.Y < -g || b.Y > g {
		l.far(a, b)
		return
	}
	l.edge(toFixed(a.X), toFixed(a.Y), toFixed(b.X), toFixed(b.Y))
}

// far cuts an edge that leaves the guard band: what lies above, below or to the
// right of it is dropped, what lies to the left is moved to its border. Edges
// without a position are dropped.
func (l *List) far(a, b Point) {
	const g = guard
	if !(math.Abs(a.X) <= math.MaxFloat64 && math.Abs(a.Y) <= math.MaxFloat64 &&
		math.Abs(b.X) <= math.MaxFloat64 && math.Abs(b.Y) <= math.MaxFloat64) {
		return
	}
	at := func(y float64) float64 { return a.X + (b.X-a.X)*((y-a.Y)/(b.Y-a.Y)) }
	if (a.Y < -g && b.Y < -g) || (a.Y > g && b.Y > g) || a.Y == b.Y {
		return
	}
	p, q := a, b
	for _, e := range []*Point{&p, &q} {
		if e.Y < -g {
			*e = Point{at(-g), -g}
		} else if e.Y > g {
			*e = Point{at(g), g}
		}
	}
	clamp := func(x float64) float64 { return math.Max(-g, math.Min(g, x)) }
	// The parts beyond a side become upright edges on that side.
	for _, side := range []float64{-g, g} {
		if (p.X < side) != (q.X < side) && p.X != q.X {
			m := Point{side, p.Y + (q.Y-p.Y)*((side-p.X)/(q.X-p.X))}
			l.edge(toFixed(clamp(p.X)), toFixed(p.Y), toFixed(clamp(m.X)), toFixed(m.Y))
			p = m
		}
	}
	l.edge(toFixed(clamp(p.X)), toFixed(p.Y), toFixed(clamp(q.X)), toFixed(q.Y))
}

// edge adds an edge in fixed point, unless it cannot change a pixel of the clip.
func (l *List) edge(x0, y0, x1, y1 int32) {
	if y0 == y1 {
		return
	}
	lo, hi := min(y0, y1), max(y0, y1)
	if int(hi) <= l.clip.Min.Y<<shift || int(lo) >= l.clip.Max.Y<<shift {
		return
	}
	left, right := int32(l.clip.Min.X<<shift), int32(l.clip.Max.X<<shift)
	if x0 >= right && x1 >= right {
		l.xmax = max(l.xmax, right) // the shape may reach there all the same
		return
	}
	if x0 < left && x1 < left {
		x0, x1 = left, left
	}
	if n := len(l.edges); n%chunkLen == 0 {
		l.chunks = append(l.chunks, extent{lo, hi})
	} else {
		c := &l.chunks[n/chunkLen]
		c.y0, c.y1 = min(c.y0, lo), max(c.y1, hi)
	}
	l.edges = append(l.edges, edge{x0, y0, x1, y1})
	l.xmin, l.xmax = min(l.xmin, x0, x1), max(l.xmax, x0, x1)
	l.ymin, l.ymax = min(l.ymin, lo), max(l.ymax, hi)
}

// Ring adds a closed ring to the open shape.
func (l *List) Ring(ring []Point) {
	if len(ring) < 3 {
		return
	}
	last := ring[len(ring)-1]
	for _, p := range ring {
		l.line(last, p)
		last = p
	}
}

// Fill paints the open shape, everything added since the last Fill, and begins
// a new one.
func (l *List) Fill(rule Rule, paint Paint) {
	lo, hi := l.open, len(l.edges)
	box := image.Rectangle{
		image.Pt(int(l.xmin>>shift), int(l.ymin>>shift)),
		image.Pt(int(l.xmax>>shift)+1, int((l.ymax+one-1)>>shift)),
	}.Intersect(l.clip)
	l.begin()
	if hi > lo && !box.Empty() && !paint.empty() {
		l.ops = append(l.ops, op{kind: opFill, rule: rule, lo: lo, hi: hi, box: box, paint: paint})
	}
}

// Rect paints a rectangle of whole pixels.
func (l *List) Rect(r image.Rectangle, paint Paint) {
	if r = r.Intersect(l.clip); !r.Empty() && !paint.empty() {
		l.ops = append(l.ops, op{kind: opRect, box: r, paint: paint})
	}
}

// Image paints a picture (premultiplied, as image.RGBA is) over what is there,
// with its top left pixel at (x, y). The picture must not change before the
// list is painted.
func (l *List) Image(m *image.RGBA, x, y int) {
	box := image.Rectangle{image.Pt(x, y), image.Pt(x, y).Add(m.Rect.Size())}
	if r := box.Intersect(l.clip); !r.Empty() {
		// lo and hi are the picture's corner, which the clip may have cut off.
		l.ops = append(l.ops, op{kind: opImage, box: r, lo: x, hi: y, picture: m})
	}
}
