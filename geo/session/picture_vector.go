package session

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"contested/geo/render"
	"contested/geo/view"
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

// resolution is the pixels per inch that a file says it has.
func (p Picture) resolution(density float64) float64 {
	if p.DPI > 0 {
		return p.DPI
	}
	return max(1, 96*density) // a dp is the pixel of an ordinary screen
}

// writeVector writes a picture as PDF or SVG and returns how many quotes found no
// room.
func (p Picture) writeVector(ctx context.Context, w io.Writer, painter *render.Painter, sc *render.Scene, v view.Viewport, sheet *render.Sheet, f Format, content []byte) (left int, err error) {
	o := render.VectorOptions{Title: p.Title, Description: p.Alt, Content: content}
	if f == SVG {
		return painter.WriteSVG(ctx, w, sc, v, sheet, p.Width, p.Height, o)
	}
	dpi := p.resolution(v.Density)
	if !(dpi >= 1) || float64(max(p.Width, p.Height))/dpi > 200 {
		return 0, fmt.Errorf("at %g dpi the page would be larger than PDF allows; choose a higher resolution", dpi)
	}
	return painter.WritePDF(ctx, w, sc, v, sheet, p.Width, p.Height, 72/dpi, o)
}
