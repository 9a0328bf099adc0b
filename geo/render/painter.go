package render

import (
	"context"
	"fmt"
	"image"
	"io/fs"
	"math"
	"runtime"
	"slices"
	"sync"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// Limits of a picture.
const (
	MaxSide   = 16384 // device pixels
	maxMargin = 4096  // dp
)

// fontFiles are the faces that every picture is set in.
var fontFiles = [faceCount]string{
	regular: "fonts/NotoSans-Regular.ttf",
	bold:    "fonts/NotoSans-Bold.ttf",
	italic:  "fonts/NotoSans-Italic.ttf",
}

// Painter paints scenes. It owns the fonts and the caches of glyphs, symbols,
// furniture and layouts that make the next frame cheap; the caches never change
// a pixel. A Painter may be used from several goroutines.
type Painter struct {
	faces   [faceCount]*raster.Face
	fonts   fs.FS // the files of the faces, for pictures that carry them
	layouts layouts
	rings   rings
	insets  insets
	scratch sync.Pool // of *picture
}

// NewPainter reads the fonts (fonts/NotoSans-Regular.ttf, -Bold and -Italic)
// from fsys, which the program's embedded assets provide.
func NewPainter(fsys fs.FS) (*Painter, error) {
	p := &Painter{fonts: fsys}
	for i, name := range fontFiles {
		b, err := fs.ReadFile(fsys, name)
		if err == nil {
			p.faces[i], err = raster.ParseFace(b)
		}
		if err != nil {
			return nil, fmt.Errorf("cannot use the font %s, without which no picture can be labelled; build the program again: %w", name, err)
		}
	}
	return p, nil
}

// Render paints one frame. It fails, and gives no frame, when the viewport is
// out of range or ctx is cancelled.
func (p *Painter) Render(ctx context.Context, s *Scene, v view.Viewport, o Options) (*Frame, error) {
	if err := check(v, o.Margin); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c, margin := p.open(s, v, o.Margin, o.Rest)
	c.over = o.Over
	defer p.scratch.Put(c)
	if c.workers = o.Workers; c.workers <= 0 {
		c.workers = runtime.GOMAXPROCS(0)
	}
	w, h := c.clip.Dx(), c.clip.Dy()
	img := o.Reuse
	switch {
	case img == nil || cap(img.Pix) < 4*w*h:
		img = image.NewRGBA(image.Rect(0, 0, w, h))
	case img.Rect != image.Rect(0, 0, w, h) || img.Stride != 4*w || len(img.Pix) != 4*w*h:
		img = &image.RGBA{Pix: img.Pix[:4*w*h], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
	}
	// The same pixels, with the viewport's corner at (0, 0).
	at := *img
	at.Rect = c.clip
	if err := c.paint(ctx, &at); err != nil {
		return nil, err
	}
	o.Sight.see(img, c.workers)
	f := &Frame{Viewport: v.Expand(o.Margin), Image: img, scene: s, layout: c.layout, moved: slices.Clone(c.moved)}
	f.inner = image.Rect(margin, margin, w-margin, h-margin)
	inFrame := func(list []Hit) hitIndex {
		hits := make([]Hit, len(list))
		for i, hit := range list {
			hit.X += float64(margin)
			hit.Y += float64(margin)
			hits[i] = hit
		}
		return newHitIndex(hits, w, h)
	}
	f.hits, f.events = inFrame(c.hits), inFrame(c.events)
	f.Insets = p.paintPieces(c.furniture(), o.Sight)
	return f, nil
}

// begin lays a picture out and fills its display list. The margin is in device
// pixels.
func (p *Painter) begin(ctx context.Context, s *Scene, v view.Viewport, marginDP float64, rest bool) (c *picture, margin int, err error) {
	if err := ctx.Err(); err != nil {
		return nil, 0, err
	}
	c, margin = p.open(s, v, marginDP, rest)
	c.workers = runtime.GOMAXPROCS(0)
	c.layOut()
	c.compose()
	return c, margin, ctx.Err()
}

// open points a picture at a scene and a view.
func (p *Painter) open(s *Scene, v view.Viewport, marginDP float64, rest bool) (c *picture, margin int) {
	c, _ = p.scratch.Get().(*picture)
	if c == nil {
		c = &picture{painter: p}
	}
	c.scene, c.style, c.rest, c.over = s, s.style(), rest && !s.Still, [2]image.Rectangle{}
	c.moved = c.moved[:0]
	return c, c.look(v, marginDP)
}

// layOut finds or makes the picture's layout, and what its furniture has to say.
func (c *picture) layOut() {
	if c.scene.Still {
		c.settle()
		return
	}
	c.layout = c.painter.layout(c.scene, c.view.Zoom)
	c.survey()
	c.pieces = nil
}

// paint lays a picture out and paints it. What is laid out takes as long as what
// is painted, and the ground does not depend on it: it is painted meanwhile.
func (c *picture) paint(ctx context.Context, dst *image.RGBA) error {
	if c.workers == 1 {
		c.layOut()
		c.compose()
		return c.list.Paint(ctx, dst, 1)
	}
	if c.under == nil {
		c.under = &picture{painter: c.painter}
	}
	u := c.under
	u.scene, u.style = c.scene, c.style
	u.view, u.clip, u.unit, u.size, u.ox, u.oy = c.view, c.clip, c.unit, c.size, c.ox, c.oy
	listed := make(chan *raster.Painting, 1)
	var wg sync.WaitGroup
	wg.Go(func() {
		u.list.Reset(u.clip)
		u.ground()
		p := u.list.Painting(dst)
		listed <- p
		p.Work(ctx)
	})
	c.layOut()
	c.list.Reset(c.clip)
	c.overlay()
	(<-listed).Work(ctx)
	wg.Wait()
	return c.list.Paint(ctx, dst, c.workers)
}

// look points a picture at a view and returns its margin in pixels.
func (c *picture) look(v view.Viewport, marginDP float64) (margin int) {
	w, h := v.PixelSize()
	outer, _ := v.Expand(marginDP).PixelSize()
	margin = (outer - w) / 2
	c.view = v
	c.size = v.Scale()
	c.unit = c.size / dpPerWorld(v.Zoom)
	c.ox, c.oy = v.Origin()
	c.clip = image.Rect(-margin, -margin, w+margin, h+margin)
	return margin
}

// check refuses viewports that no picture can be made of.
func check(v view.Viewport, margin float64) error {
	for _, x := range []float64{v.Centre[0], v.Centre[1], v.Zoom, v.Width, v.Height, v.Density, margin} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("the view %+v is not made of numbers; go to a place and try again", v)
		}
	}
	if v.Zoom < view.MinZoom-1 || v.Zoom > view.MaxZoom || math.Abs(v.Centre[0]) > 540 || math.Abs(v.Centre[1]) > 90 ||
		v.Density < 0 || v.Density > 16 || margin < 0 || margin > maxMargin {
		return fmt.Errorf("the view %+v is out of range: zoom %g to %g, density up to 16", v, view.MinZoom, view.MaxZoom)
	}
	if v.Width <= 0 || v.Height <= 0 || v.Width > 4*MaxSide || v.Height > 4*MaxSide {
		return fmt.Errorf("a picture of %g×%g has no size; choose 1 to %d pixels a side", v.Width, v.Height, MaxSide)
	}
	if w, h := v.PixelSize(); w > MaxSide || h > MaxSide {
		return fmt.Errorf("a picture of %d×%d pixels is too large; choose at most %d a side", w, h, MaxSide)
	}
	return nil
}
