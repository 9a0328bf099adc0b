package session

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"contested/geo/render"
)

// Format is what kind of file a picture is written as.
type Format uint8

// The formats. Text is text in PDF and SVG; only PNG opens again, the others
// carry what they show as an attachment (claims.json).
const (
	PNG Format = iota
	PDF
	SVG
)

// FormatOf is the format that a file name asks for; ok is false for a name with
// another ending.
func FormatOf(name string) (f Format, ok bool) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png":
		return PNG, true
	case ".pdf":
		return PDF, true
	case ".svg":
		return SVG, true
	}
	return PNG, false
}

// WritePictureAs writes the picture of a state in a format, all from one layout.
func (e *Engine) WritePictureAs(ctx context.Context, w io.Writer, s *State, p Picture, f Format) error {
	if f == PNG {
		return e.WritePicture(ctx, w, s, p)
	}
	painter, err := e.Painter()
	if err != nil {
		return err
	}
	ground, err := e.Ground()
	if err != nil {
		return err
	}
	p, v, err := s.complete(ctx, painter, ground, p)
	if err != nil {
		return err
	}
	o := render.VectorOptions{Title: p.Title, Description: p.Alt}
	sc := s.Scene(ground, p.Appearance)
	sc.Still = true
	if sc.Backdrop, err = p.backdrop(ctx, v); err != nil {
		return err
	}
	if !p.Bare {
		if o.Content, err = s.content(p, v); err != nil {
			return err
		}
		sc.Furniture.Code = Code(o.Content)
	}
	var sh *render.Sheet
	if p.Layout == SheetLayout {
		sh = s.sheet(p)
	}
	if f == SVG {
		return painter.WriteSVG(ctx, w, sc, v, sh, p.Width, p.Height, o)
	}
	dpi := p.DPI
	if dpi <= 0 {
		dpi = 96 * v.Density // a dp is the pixel of an ordinary screen
	}
	if !(dpi >= 1) || float64(max(p.Width, p.Height))/dpi > 200 {
		return fmt.Errorf("at %g dpi the page would be larger than PDF allows; choose a higher resolution", dpi)
	}
	return painter.WritePDF(ctx, w, sc, v, sh, p.Width, p.Height, 72/dpi, o)
}
