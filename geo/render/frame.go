package render

import (
	"image"
	"image/draw"

	"contested/geo"
	"contested/geo/view"
)

// Frame is a painted picture and what is where in it. It is never changed
// after it was handed out, so it may be read from several goroutines.
type Frame struct {
	Viewport view.Viewport // what the picture covers, margin included
	Image    *image.RGBA   // the map without furniture, opaque; stride is 4×width
	Insets   []Inset       // furniture: title, legend, scale bar, attribution

	inner image.Rectangle // the viewport without margin, in pixels of Image
	hits  hitIndex
}

// Inner is where the viewport without margin lies in Image.
func (f *Frame) Inner() image.Rectangle { return f.inner }

// Compose is the viewport without margin, furniture on top: exactly what the
// screen shows and what a file of this frame holds. The result is the caller's.
func (f *Frame) Compose() *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: f.inner.Size()})
	draw.Draw(out, out.Rect, f.Image, f.inner.Min, draw.Src)
	for _, in := range f.Insets {
		r := in.Image.Rect.Add(image.Pt(in.X, in.Y))
		draw.Draw(out, r, in.Image, image.Point{}, draw.Over)
	}
	return out
}

// HitKind says what a hit is.
type HitKind uint8

// The kinds of hits.
const (
	PlaceHit   HitKind = iota
	ClusterHit         // several places drawn as one
	RegionHit
)

// Hit is what lies under a pixel.
type Hit struct {
	Kind   HitKind
	Places []geo.PlaceID // one for a place or region, more for a cluster
	Claims []geo.ClaimID
	X, Y   float64 // centre of the symbol, device pixels of the frame
	Radius float64 // of the symbol, device pixels
}

// hitIndex finds the symbol under a pixel.
type hitIndex struct {
	hits []Hit // in drawing order
}

// At is the topmost symbol under a pixel of the frame (margin included).
func (f *Frame) At(x, y float64) (Hit, bool) {
	for i := len(f.hits.hits) - 1; i >= 0; i-- {
		h := f.hits.hits[i]
		if dx, dy := x-h.X, y-h.Y; dx*dx+dy*dy <= h.Radius*h.Radius {
			return h, true
		}
	}
	return Hit{}, false
}

// Hits is every symbol, in drawing order. The slice is the frame's own.
func (f *Frame) Hits() []Hit { return f.hits.hits }
