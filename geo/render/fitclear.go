package render

import (
	"context"
	"image"
	"math"

	"github.com/paulmach/orb"

	"contested/geo/view"
)

// FitClear is v moved and zoomed so that a stretch of the earth is seen and no
// place of the scene in it lies beneath the furniture, as far as that can be had:
// the stretch is put right of the legend or above it, whichever shows it larger, or
// shown smaller. pad, in dp, is kept free around it.
func (p *Painter) FitClear(ctx context.Context, s *Scene, v view.Viewport, b orb.Bound, pad, maxZoom float64) (view.Viewport, error) {
	whole := v.Fit(b, pad, maxZoom)
	if err := check(whole, 0); err != nil {
		return whole, err
	}
	still := *s
	if still.Furniture.Room == nil {
		still.Furniture.Room = &Room{} // the legend is to stay in its corner
	}
	c, _, err := p.begin(ctx, &still, whole, 0, false)
	if err != nil {
		return whole, err
	}
	insets := p.furnish(c)
	unit, reach := c.unit, ringCluster*c.unit*c.layout.scale
	p.scratch.Put(c)
	var covers []image.Rectangle
	var legend image.Rectangle
	for _, in := range insets {
		r := in.Image.Rect.Add(image.Pt(in.X, in.Y))
		covers = append(covers, r.Inset(-int(reach)))
		if in.Name == "legend" {
			legend = r
		}
	}
	hidden := func(v view.Viewport) (n int) {
		for i := range s.Places {
			k := &s.Places[i]
			if isRegion(&k.Place) {
				continue
			}
			x, y := v.Pixel(k.Place.Point)
			at := image.Pt(int(x), int(y))
			for _, r := range covers {
				if at.In(r) {
					n++
					break
				}
			}
		}
		return n
	}
	best, least := whole, hidden(whole)
	for _, more := range []float64{0, 16, 36, 60, 90} {
		for _, side := range []int{0, 1, 2} { // the whole, right of the legend, above it
			free := v
			dx, dy := 0.0, 0.0 // of the free part's middle from the whole's, in dp
			switch side {
			case 1:
				dx = float64(legend.Max.X) / unit / 2
				free.Width -= 2 * dx
			case 2:
				_, h := v.PixelSize()
				dy = (float64(h) - float64(legend.Min.Y)) / unit / 2
				free.Height -= 2 * dy
				dy = -dy
			}
			if side > 0 && legend.Empty() || free.Width < v.Width*0.35 || free.Height < v.Height*0.35 {
				continue
			}
			// Names stand right of their rings where they can.
			names := math.Min(nameRoom, free.Width*0.12)
			free.Width -= names
			dx -= names / 2
			try := free.Fit(b, pad*math.Min(1, free.Width/v.Width)+more, maxZoom)
			try.Width, try.Height = v.Width, v.Height
			w, h := try.PixelSize()
			try.Centre = try.LonLat(float64(w)/2-dx*unit, float64(h)/2-dy*unit)
			if n := hidden(try); n < least || n == least && (best == whole || try.Zoom > best.Zoom) {
				best, least = try, n
			}
		}
		if least == 0 {
			return best, nil
		}
	}
	return best, nil
}

// nameRoom is the room, in dp, that names right of the easternmost rings are left.
const nameRoom = 90.0
