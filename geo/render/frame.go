package render

import (
	"image"
	"sync"

	"contested/geo"
	"contested/geo/render/raster"
	"contested/geo/view"
)

// Frame is a painted picture and what is where in it. It is never changed
// after it was handed out, so it may be read from several goroutines.
type Frame struct {
	Viewport view.Viewport // what the picture covers, margin included
	Image    *image.RGBA   // the map without furniture, opaque; stride is 4×width
	Insets   []Inset       // furniture: title, legend, scale bar, attribution

	inner  image.Rectangle // the viewport without margin, in pixels of Image
	hits   hitIndex        // not told yet
	events hitIndex        // of context
	scene  *Scene
	layout *layout
	moved  []moved

	telling sync.Once // of all
	all     []Hit     // hits, told
}

// Inner is where the viewport without margin lies in Image.
func (f *Frame) Inner() image.Rectangle { return f.inner }

// Compose is the viewport without margin, furniture on top: exactly what the
// screen shows and what a file of this frame holds. The result is the caller's.
func (f *Frame) Compose() *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: f.inner.Size()})
	for y := range out.Rect.Dy() {
		copy(out.Pix[y*out.Stride:][:out.Stride], f.Image.Pix[f.Image.PixOffset(f.inner.Min.X, f.inner.Min.Y+y):])
	}
	furnishInto(out, f.Insets)
	return out
}

// furnishInto lays insets over a picture or a strip of one; the rectangle of dst
// says which pixels of the viewport it holds.
func furnishInto(dst *image.RGBA, insets []Inset) {
	for _, in := range insets {
		raster.Over(dst, in.Image, in.X, in.Y)
	}
}

// HitKind says what a hit is.
type HitKind uint8

// The kinds of hits.
const (
	PlaceHit   HitKind = iota
	ClusterHit         // several places drawn as one
	RegionHit
	ContextHit // others' events, no claim
)

// Hit is what lies under a pixel.
type Hit struct {
	Kind    HitKind
	Places  []geo.PlaceID // one for a place or region, more for a cluster
	Context []ContextRef  // of a ContextHit, which has neither places nor claims
	X, Y    float64       // centre of the symbol, device pixels of the frame
	Radius  float64       // of the symbol, device pixels
	Inside  bool          // somewhere in a region's area, not on its outline or symbol

	of *symbol // whose places are not told yet, or nil
}

// told is a hit with its places. They are put together when somebody asks,
// because most frames of a map that moves are never asked.
func (f *Frame) told(h Hit) Hit {
	if h.of != nil {
		h.Places, h.of = h.of.ids(f.scene.Places), nil
	}
	return h
}

// At is the symbol under a pixel of the frame (margin included): of several the
// one whose centre is nearest. Where there is none, it is others' events, and at
// last the region whose outline runs within a few pixels, or that lies about it.
func (f *Frame) At(x, y float64) (Hit, bool) {
	if i := f.hits.at(x, y); i >= 0 {
		return f.told(f.hits.hits[i]), true
	}
	if i := f.events.at(x, y); i >= 0 {
		return f.events.hits[i], true
	}
	return f.outlineAt(x, y)
}

// Hits is every symbol of claims that the frame shows, in drawing order, the more
// important first within places and within regions. The slice is the frame's.
func (f *Frame) Hits() []Hit {
	f.telling.Do(func() {
		f.all = make([]Hit, len(f.hits.hits))
		for i, h := range f.hits.hits {
			f.all[i] = f.told(h)
		}
	})
	return f.all
}

// Events is every symbol of others' events that the frame shows. The slice is the
// frame's.
func (f *Frame) Events() []Hit { return f.events.hits }
