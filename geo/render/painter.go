package render

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"io/fs"
	"math"

	"contested/geo"
	"contested/geo/view"
)

// MaxSide is the largest width or height of a picture, in device pixels.
const MaxSide = 16384

// fontFiles are the faces that every picture is set in.
var fontFiles = [...]string{"fonts/NotoSans-Regular.ttf", "fonts/NotoSans-Bold.ttf", "fonts/NotoSans-Italic.ttf"}

// Painter paints scenes. It owns the fonts and the caches of glyphs, symbols
// and layouts that make the next frame cheap; the caches never change a pixel.
// A Painter may be used from several goroutines.
type Painter struct {
	fonts [len(fontFiles)][]byte
}

// NewPainter reads the fonts (fonts/NotoSans-Regular.ttf, -Bold and -Italic)
// from fsys, which the program's embedded assets provide.
func NewPainter(fsys fs.FS) (*Painter, error) {
	p := &Painter{}
	for i, name := range fontFiles {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("cannot read the font %s, without which no picture can be labelled: %w", name, err)
		}
		p.fonts[i] = b
	}
	return p, nil
}

// Render paints one frame. It fails when the viewport is out of range or ctx is
// cancelled, never half.
func (p *Painter) Render(ctx context.Context, s *Scene, v view.Viewport, o Options) (*Frame, error) {
	if err := check(v, o); err != nil {
		return nil, err
	}
	outer := v.Expand(o.Margin)
	w, h := outer.PixelSize()
	vw, vh := v.PixelSize()
	img := o.Reuse
	if img == nil || img.Rect != image.Rect(0, 0, w, h) || img.Stride != 4*w {
		img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	bg := color.RGBA{0xf4, 0xf1, 0xea, 0xff}
	if s.Style == Dark {
		bg = color.RGBA{0x1e, 0x22, 0x26, 0xff}
	}
	draw.Draw(img, img.Rect, image.NewUniform(bg), image.Point{}, draw.Src)
	f := &Frame{Viewport: outer, Image: img}
	mx, my := (w-vw)/2, (h-vh)/2
	f.inner = image.Rect(mx, my, mx+vw, my+vh)
	for i := range s.Places {
		pc := &s.Places[i]
		x, y := outer.Pixel(pc.Place.Point)
		r := 10 * outer.Scale() / (256 * math.Exp2(outer.Zoom))
		draw.Draw(img, image.Rect(int(x-r), int(y-r), int(x+r), int(y+r)), image.NewUniform(color.RGBA{0xaa, 0x0e, 0x0c, 0xff}), image.Point{}, draw.Src)
		f.hits.hits = append(f.hits.hits, Hit{PlaceHit, []geo.PlaceID{pc.Place.ID}, claimsOf(pc), x, y, r})
	}
	return f, ctx.Err()
}

func claimsOf(pc *PlaceClaims) (ids []geo.ClaimID) {
	for _, sh := range pc.Shares {
		ids = append(ids, sh.Claims...)
	}
	return ids
}

// check refuses viewports that no picture can be made of.
func check(v view.Viewport, o Options) error {
	for _, x := range []float64{v.Centre[0], v.Centre[1], v.Zoom, v.Width, v.Height, v.Density, o.Margin} {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return fmt.Errorf("the viewport %+v is not a number everywhere; nothing can be painted", v)
		}
	}
	if v.Width <= 0 || v.Height <= 0 || o.Margin < 0 || o.Margin > 4096 || v.Density < 0 || v.Density > 16 || v.Zoom < 0 || v.Zoom > view.MaxZoom {
		return fmt.Errorf("a picture of %g×%g dp at density %g and zoom %g is out of range", v.Width, v.Height, v.Density, v.Zoom)
	}
	if w, h := v.PixelSize(); w > MaxSide || h > MaxSide {
		return fmt.Errorf("a picture of %d×%d pixels is too large; choose at most %d a side", w, h, MaxSide)
	}
	return nil
}
