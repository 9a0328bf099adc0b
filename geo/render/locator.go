package render

import (
	"context"
	"image"
	"math"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// Measures of the locator, in dp.
const (
	locatorWidth  = 136.0
	locatorHeight = 100.0
	locatorShare  = 0.28 // of its width that the picture takes, as long as
	locatorZoom   = 4.2  // it shows whole countries
	locatorLeast  = 5.0  // side of the frame
	locatorFrom   = 4.5  // zoom of pictures below which it would show nothing new
)

// locator is a small map of the surroundings with a frame where the picture is.
func (c *card) locator(p *picture) {
	c.w, c.h = locatorWidth, locatorHeight
	ground, seen := p.scene.Ground, p.view // p is used again before this is drawn
	c.signs = append(c.signs, func(l *raster.List) {
		w, h := c.pixels()
		line := int(math.Max(1, math.Round(c.unit)))
		r := image.Rect(0, 0, w-2*line, h-2*line)
		if r.Empty() {
			return
		}
		v := view.Viewport{Centre: seen.Centre, Width: float64(r.Dx()) / c.unit, Height: float64(r.Dy()) / c.unit, Density: c.unit}
		v.Zoom = math.Max(view.MinZoom, math.Min(locatorZoom, seen.Zoom+math.Log2(locatorShare*v.Width/seen.Width)))
		sub := picture{painter: c.painter, scene: &Scene{Ground: ground, Style: c.name}, style: c.style,
			view: v, clip: r, size: v.Scale(), unit: c.unit}
		sub.ox, sub.oy = v.Origin()
		sub.list.Reset(r)
		sub.ground()
		x0, y0, x1, y1 := seen.WorldBound()
		a, b := sub.pixel(x0, y0), sub.pixel(x1, y1)
		if grow := locatorLeast*c.unit - math.Min(b.X-a.X, b.Y-a.Y); grow > 0 {
			a.X, a.Y, b.X, b.Y = a.X-grow/2, a.Y-grow/2, b.X+grow/2, b.Y+grow/2
		}
		frame := []raster.Point{{X: a.X, Y: a.Y}, {X: b.X, Y: a.Y}, {X: b.X, Y: b.Y}, {X: a.X, Y: b.Y}}
		sub.list.Line(frame, true, raster.Pen{Width: 4 * c.unit})
		sub.list.Fill(raster.NonZero, raster.Solid(alpha(c.style.paper, 0.8)))
		sub.list.Line(frame, true, raster.Pen{Width: 1.8 * c.unit})
		sub.list.Fill(raster.NonZero, raster.Solid(c.style.ink))
		img := image.NewRGBA(r)
		_ = sub.list.Paint(context.Background(), img, 1) // cannot be cancelled
		l.Image(img, line, line)
	})
}
