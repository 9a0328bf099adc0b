package render

import "math"

// backdrop lays the scene's tiles over the ground; where one is missing the
// ground stays. They lie exactly beneath our lines at every zoom: their corner is
// placed to a fraction of a pixel, but for tiles at their own size, which are
// moved by less than half a pixel so that they stay sharp.
func (c *picture) backdrop() {
	m := c.scene.Backdrop
	if m == nil {
		return
	}
	c.vectors(m)
	if m.Image == nil {
		return
	}
	size := m.Size * c.size
	width := m.Size * float64(m.Image.Rect.Dx())
	x0, _ := c.world(c.clip.Min)
	x1, _ := c.world(c.clip.Max)
	for k := math.Ceil(x0 - m.X - width); k <= x1-m.X; k++ { // each copy of the world
		p := c.pixel(m.X+k, m.Y)
		if math.Abs(size-1) < 1e-9 {
			p.X, p.Y, size = math.Round(p.X), math.Round(p.Y), 1
		}
		c.list.Picture(m.Image, p.X, p.Y, size)
	}
}
