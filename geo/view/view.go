// Package view is the camera: the only place where longitude and latitude
// become pixels, and the only place where pixels become longitude and latitude.
//
// The projection is spherical Mercator (EPSG:3857). World coordinates are the
// unit square: x grows eastwards from the antimeridian, y grows southwards from
// 85.05° N. At zoom z the world is 256·2^z density-independent pixels (dp) wide,
// as in every slippy map, so integer zooms match tile pyramids.
package view

import (
	"math"

	"github.com/paulmach/orb"
)

const (
	// MinZoom is the furthest that a viewport is zoomed out.
	MinZoom = 1.0
	// MaxZoom is the closest that a viewport is zoomed in.
	MaxZoom = 19.0
	// MaxLat is the latitude at which the Mercator square ends, in degrees.
	MaxLat = 85.0511287798066

	tileSize     = 256.0
	earthRadiusM = 6378137.0
)

// World projects [lon, lat] in degrees to the unit square. Latitudes beyond
// ±MaxLat are clamped.
func World(p orb.Point) (x, y float64) {
	lat := math.Max(-MaxLat, math.Min(MaxLat, p[1]))
	s := math.Sin(lat * math.Pi / 180)
	return p[0]/360 + 0.5, 0.5 - math.Log((1+s)/(1-s))/(4*math.Pi)
}

// Unworld is the inverse of [World].
func Unworld(x, y float64) orb.Point {
	return orb.Point{(x - 0.5) * 360, 360/math.Pi*math.Atan(math.Exp((0.5-y)*2*math.Pi)) - 90}
}

// Viewport is what a picture shows: a centre, a zoom and a size. It is a plain
// value; every method returns a new one. Sizes are in dp, pixels in device
// pixels (dp × Density), with (0, 0) the outer corner of the top left pixel.
type Viewport struct {
	Centre  orb.Point // [lon, lat]
	Zoom    float64
	Width   float64 // dp
	Height  float64 // dp
	Density float64 // device pixels per dp; 0 counts as 1
}

// PixelSize is the size of the picture in whole device pixels, at least 1×1.
func (v Viewport) PixelSize() (w, h int) {
	d := v.density()
	return max(1, int(math.Round(v.Width*d))), max(1, int(math.Round(v.Height*d)))
}

func (v Viewport) density() float64 {
	if v.Density <= 0 {
		return 1
	}
	return v.Density
}

// Scale is the width of the world in device pixels. A zoom beyond MinZoom or
// MaxZoom counts as these.
func (v Viewport) Scale() float64 { return tileSize * math.Exp2(clampZoom(v.Zoom)) * v.density() }

// Origin is the world coordinate of the top left corner of the picture.
func (v Viewport) Origin() (x, y float64) {
	cx, cy := World(v.Centre)
	w, h := v.PixelSize()
	s := v.Scale()
	return cx - float64(w)/2/s, cy - float64(h)/2/s
}

// Pixel is where p lies in the picture, in device pixels.
func (v Viewport) Pixel(p orb.Point) (x, y float64) {
	wx, wy := World(p)
	return v.FromWorld(wx, wy)
}

// FromWorld is where a world coordinate lies in the picture, in device pixels.
func (v Viewport) FromWorld(wx, wy float64) (x, y float64) {
	ox, oy := v.Origin()
	s := v.Scale()
	return (wx - ox) * s, (wy - oy) * s
}

// ToWorld is the world coordinate under a pixel.
func (v Viewport) ToWorld(x, y float64) (wx, wy float64) {
	ox, oy := v.Origin()
	s := v.Scale()
	return ox + x/s, oy + y/s
}

// LonLat is the place under a pixel.
func (v Viewport) LonLat(x, y float64) orb.Point { return Unworld(v.ToWorld(x, y)) }

// WorldBound is the stretch of the unit square that the picture shows.
func (v Viewport) WorldBound() (minX, minY, maxX, maxY float64) {
	w, h := v.PixelSize()
	minX, minY = v.ToWorld(0, 0)
	maxX, maxY = v.ToWorld(float64(w), float64(h))
	return
}

// Bound is the stretch of the earth that the picture shows.
func (v Viewport) Bound() orb.Bound {
	x0, y0, x1, y1 := v.WorldBound()
	return orb.Bound{Min: Unworld(x0, y1), Max: Unworld(x1, y0)}
}

// Pan moves the picture's content by (dx, dy) device pixels: what was at (x, y)
// is at (x+dx, y+dy) afterwards, as far as the poles allow.
func (v Viewport) Pan(dx, dy float64) Viewport {
	s := v.Scale()
	x, y := World(v.Centre)
	return v.centred(x-dx/s, y-dy/s)
}

// ZoomAt changes the zoom by dz and keeps what lies under the pixel (x, y)
// where it is.
func (v Viewport) ZoomAt(x, y, dz float64) Viewport {
	wx, wy := v.ToWorld(x, y)
	v.Zoom = clampZoom(v.Zoom + dz)
	w, h := v.PixelSize()
	s := v.Scale()
	return v.centred(wx+(float64(w)/2-x)/s, wy+(float64(h)/2-y)/s)
}

// centred sets the centre in world coordinates; the world repeats eastwards and
// ends at the poles.
func (v Viewport) centred(x, y float64) Viewport {
	x -= math.Floor(x)
	v.Centre = Unworld(x, math.Max(0, math.Min(1, y)))
	return v
}

// Fit shows all of b with pad dp free on every side, zoomed in no further than
// maxZoom. A bound without extent is centred at maxZoom.
func (v Viewport) Fit(b orb.Bound, pad, maxZoom float64) Viewport {
	x0, y1 := World(b.Min)
	x1, y0 := World(b.Max)
	w, h := math.Max(1, v.Width-2*pad), math.Max(1, v.Height-2*pad)
	z := math.Min(maxZoom, MaxZoom)
	if d := x1 - x0; d > 0 {
		z = math.Min(z, math.Log2(w/(d*tileSize)))
	}
	if d := y1 - y0; d > 0 {
		z = math.Min(z, math.Log2(h/(d*tileSize)))
	}
	v.Zoom = clampZoom(z)
	return v.centred((x0+x1)/2, (y0+y1)/2)
}

// Expand grows the picture by margin dp on every side; the centre and the scale
// stay.
func (v Viewport) Expand(margin float64) Viewport {
	d := v.density()
	m := math.Round(margin*d) / d // whole device pixels, so that contents keep their pixels
	v.Width += 2 * m
	v.Height += 2 * m
	return v
}

// Resize keeps the centre and the zoom and changes the size.
func (v Viewport) Resize(width, height, density float64) Viewport {
	v.Width, v.Height, v.Density = width, height, density
	return v
}

// Contains reports whether the whole of o, at the same zoom, lies inside v.
func (v Viewport) Contains(o Viewport) bool {
	a, b, c, d := v.WorldBound()
	e, f, g, h := o.WorldBound()
	eps := 0.01 / v.Scale()
	return a <= e+eps && b <= f+eps && c >= g-eps && d >= h-eps
}

// MetresPerDp is the ground length of one dp at the latitude of the centre.
func (v Viewport) MetresPerDp() float64 {
	return 2 * math.Pi * earthRadiusM * math.Cos(v.Centre[1]*math.Pi/180) / (tileSize * math.Exp2(clampZoom(v.Zoom)))
}

func clampZoom(z float64) float64 { return math.Max(MinZoom, math.Min(MaxZoom, z)) }
