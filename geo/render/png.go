package render

import (
	"context"
	"image"
	"image/png"
	"io"

	"contested/geo/view"
)

// PNGOptions is what a file carries beside its pixels.
type PNGOptions struct {
	DPI     float64   // pixels per inch, for print; 0: not written
	Texts   []PNGText // written as iTXt chunks, in order
	Workers int       // 0: one per processor
}

// PNGText is a text that travels inside the file.
type PNGText struct {
	Keyword string // 1…79 Latin-1 characters, such as "Title" or "Description"
	Text    string
}

// EncodePNG writes an opaque picture as an 8-bit RGB PNG in sRGB.
func EncodePNG(w io.Writer, img *image.RGBA, o PNGOptions) error { return png.Encode(w, img) }

// WritePNG paints a scene straight into a PNG, strip by strip, so that a
// picture of any size up to MaxSide a side needs little memory. The pixels are
// those of [Painter.Render] and [Frame.Compose].
func (p *Painter) WritePNG(ctx context.Context, w io.Writer, s *Scene, v view.Viewport, o PNGOptions) error {
	f, err := p.Render(ctx, s, v, Options{Workers: o.Workers})
	if err != nil {
		return err
	}
	return EncodePNG(w, f.Compose(), o)
}
