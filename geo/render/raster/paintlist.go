package raster

import (
	"context"
	"image"
	"runtime"
	"sync"
	"sync/atomic"
)

// bandRows is how many rows a worker paints at a time: few enough that the
// accumulation buffer of a 1920 pixels wide band stays in the second-level
// cache.
const bandRows = 32

// pool holds the scratch memory of workers.
var pool = sync.Pool{New: func() any { return new(accum) }}

// Paint paints the list into dst, whose Rect says which pixels of the list it
// holds; it may be a strip of the picture. Bands are shared by the given number
// of workers (0: one per processor), all of which have ended when Paint
// returns. When ctx is cancelled Paint stops early and returns its error; dst is
// then unfinished.
func (l *List) Paint(ctx context.Context, dst *image.RGBA, workers int) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	p := l.Painting(dst)
	var wg sync.WaitGroup
	for range min(workers, p.bands) - 1 {
		wg.Go(func() { p.Work(ctx) })
	}
	p.Work(ctx)
	wg.Wait()
	return ctx.Err()
}

// Painting is a list on its way into a picture, for those who bring their own
// workers.
type Painting struct {
	list  *List
	dst   *image.RGBA
	rect  image.Rectangle
	bands int
	next  atomic.Int64
}

// Painting readies the list for painting into dst, as [List.Paint] does.
func (l *List) Painting(dst *image.RGBA) *Painting {
	p := &Painting{list: l, dst: dst, rect: dst.Rect.Intersect(l.clip)}
	p.bands = (p.rect.Dy() + bandRows - 1) / bandRows
	return p
}

// Work paints bands until none are left that nobody has begun, or ctx is
// cancelled. Several goroutines may work at a time; the picture is finished when
// all of them have returned.
func (p *Painting) Work(ctx context.Context) {
	a := pool.Get().(*accum)
	defer pool.Put(a)
	for ctx.Err() == nil {
		i := int(p.next.Add(1)) - 1
		if i >= p.bands {
			return
		}
		b := p.rect
		b.Min.Y += i * bandRows
		b.Max.Y = min(b.Min.Y+bandRows, p.rect.Max.Y)
		p.list.band(p.dst, b, a)
	}
}

// band paints the rows of one band.
func (l *List) band(dst *image.RGBA, band image.Rectangle, a *accum) {
	for i := range l.ops {
		o := &l.ops[i]
		box := o.box.Intersect(band)
		if box.Empty() {
			continue
		}
		switch o.kind {
		case opFill:
			l.fill(dst, box, o, a)
		case opRect:
			for y := box.Min.Y; y < box.Max.Y; y++ {
				o.paint.span(dst.Pix[dst.PixOffset(box.Min.X, y):][:4*box.Dx()], box.Min.X, y, 255)
			}
		case opText:
			for _, g := range l.glyphs[o.lo:o.hi] {
				g.mask.paint(dst, box, int(g.x), int(g.y), o.paint.colour)
			}
		case opImage:
			blit(dst, box, o.picture, o.lo, o.hi)
		case opPicture:
			o.scaled(dst, box, a)
		}
	}
}

// fill rasterises the edges of one shape within box and paints it.
func (l *List) fill(dst *image.RGBA, box image.Rectangle, o *op, a *accum) {
	a.size(box.Dx(), box.Dy())
	ox, oy := box.Min.X<<shift, box.Min.Y<<shift
	top, bottom := int32(oy), int32(box.Max.Y<<shift)
	for lo := o.lo; lo < o.hi; {
		hi := min(o.hi, (lo/chunkLen+1)*chunkLen)
		if c := l.chunks[lo/chunkLen]; c.y1 > top && c.y0 < bottom {
			for _, e := range l.edges[lo:hi] {
				a.line(int(e.x0)-ox, int(e.y0)-oy, int(e.x1)-ox, int(e.y1)-oy)
			}
		}
		lo = hi
	}
	for y := range a.h {
		x := 0
		at := dst.PixOffset(box.Min.X, box.Min.Y+y)
		for _, r := range a.row(y, o.rule) {
			if r.cover != 0 {
				o.paint.span(dst.Pix[at+4*x:at+4*int(r.end)], box.Min.X+x, box.Min.Y+y, uint32(r.cover))
			}
			x = int(r.end)
		}
	}
}
