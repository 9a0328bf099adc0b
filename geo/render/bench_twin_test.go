package render

import (
	"context"
	"fmt"
	"image"
	"testing"

	ximage "golang.org/x/image/vector"

	"contested/geo/render/raster"
)

// Painting of real maps by one worker, the display list being ready, and the same
// shapes by golang.org/x/image/vector, each in its bounding box. The twin gets no
// patterns, no words and no symbols; ours paints them too.
func BenchmarkPaintWithTwin(b *testing.B) {
	s := manyClaims(b, 100)
	p := newPainter(b)
	for _, zoom := range []float64{2, 5, 8, 11} {
		v := hd
		v.Zoom = zoom
		c, _, err := p.begin(context.Background(), s, v, 0, false)
		if err != nil {
			b.Fatal(err)
		}
		img := image.NewRGBA(c.clip)
		report := func(b *testing.B, paint func()) {
			start, n := cpuTime(), 0
			for b.Loop() {
				paint()
				n++
			}
			b.ReportMetric(float64((cpuTime()-start).Microseconds())/1000/float64(n), "cpu-ms")
		}
		b.Run(fmt.Sprintf("z%g/ours", zoom), func(b *testing.B) {
			report(b, func() { c.list.Paint(context.Background(), img, 1) })
		})
		type shape struct {
			box   image.Rectangle
			rings [][][2]float32
			ink   *image.Uniform
		}
		var shapes []shape
		c.list.Entries(func(e raster.Drawn) {
			if len(e.Rings) == 0 {
				return
			}
			k := shape{ink: image.NewUniform(e.Colour)}
			for _, r := range e.Rings {
				for _, q := range r {
					k.box = k.box.Union(image.Rect(int(q.X)-1, int(q.Y)-1, int(q.X)+2, int(q.Y)+2))
				}
			}
			k.box = k.box.Intersect(c.clip)
			if k.box.Empty() {
				return
			}
			for _, r := range e.Rings {
				var ring [][2]float32
				for _, q := range r {
					ring = append(ring, [2]float32{float32(q.X - float64(k.box.Min.X)), float32(q.Y - float64(k.box.Min.Y))})
				}
				k.rings = append(k.rings, ring)
			}
			shapes = append(shapes, k)
		})
		b.Run(fmt.Sprintf("z%g/vector", zoom), func(b *testing.B) {
			var z ximage.Rasterizer
			report(b, func() {
				for _, k := range shapes {
					z.Reset(k.box.Dx(), k.box.Dy())
					for _, r := range k.rings {
						for i, q := range r {
							if i == 0 {
								z.MoveTo(q[0], q[1])
							} else {
								z.LineTo(q[0], q[1])
							}
						}
						z.ClosePath()
					}
					z.Draw(img, k.box, k.ink, image.Point{})
				}
			})
		})
		p.scratch.Put(c)
	}
}
