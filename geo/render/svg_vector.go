package render

import (
	"context"
	"image"

	"contested/geo/render/raster"
	"contested/geo/view"
)

// VectorOptions is what a PDF or SVG carries beside what is seen.
type VectorOptions struct {
	Title, Description string
	Content            []byte // attached as claims.json; nil: nothing
}

// vectorDensity is how many units of the drawing there are to the dp: so fine are
// the few parts that stay made of pixels, the rings and the hatching.
const vectorDensity = 4.0

// drawing is a picture as display lists, for painters other than ours.
type drawing struct {
	width, height int // units
	scale         float64
	parts         []part
	more          []raster.List // further pages
	left          int           // quotes that found no room
	release       func()
}

// part is a list and where its corner lies.
type part struct {
	list *raster.List
	x, y int
}

// drawing lays a picture out: with the quotes of sh, or the map alone. The view is
// that of the map, and width and height, in pixels of it, are the picture's; a paged
// one goes on on further pages.
func (p *Painter) drawing(ctx context.Context, s *Scene, v view.Viewport, sh *Sheet, width, height int, paged bool) (*drawing, error) {
	if err := check(v, 0); err != nil {
		return nil, err
	}
	d := v.Density
	if d <= 0 {
		d = 1
	}
	k := vectorDensity / d
	fine := v
	fine.Density = vectorDensity
	out := &drawing{width: int(float64(width)*k + 0.5), height: int(float64(height)*k + 0.5), scale: k}
	var c *picture
	if sh != nil {
		w, h := SheetMap(out.width, out.height)
		fine.Width, fine.Height = float64(w)/vectorDensity, float64(h)/vectorDensity
		laid, err := p.layOut(ctx, s, fine, sh, out.width, out.height, paged)
		if err != nil {
			return nil, err
		}
		c = laid.c
		out.parts = append(out.parts, part{list: &c.list}, part{list: &laid.list})
		out.more, out.left = laid.more, laid.left
	} else {
		var err error
		if err = check(fine, 0); err != nil {
			return nil, err
		}
		if c, _, err = p.begin(ctx, s, fine, 0, false); err != nil {
			return nil, err
		}
		out.width, out.height = c.clip.Dx(), c.clip.Dy()
		out.parts = append(out.parts, part{list: &c.list})
	}
	for _, k := range c.furniture() {
		l := &raster.List{}
		k.card.fill(l)
		out.parts = append(out.parts, part{l, k.x, k.y})
	}
	out.release = func() { p.scratch.Put(c) }
	return out, ctx.Err()
}

// faceOf is the number of a line's font among the painter's.
func (p *Painter) faceOf(r *raster.Run) int {
	for i, f := range p.faces {
		if f == r.Face() {
			return i
		}
	}
	return 0
}

// usedGlyphs are the glyphs of each face that a drawing sets, with the characters
// that they stand for.
func (p *Painter) usedGlyphs(d *drawing) (used [faceCount]map[uint16]string) {
	for i := range used {
		used[i] = map[uint16]string{}
	}
	lists := make([]*raster.List, 0, len(d.parts)+len(d.more))
	for _, k := range d.parts {
		lists = append(lists, k.list)
	}
	for i := range d.more {
		lists = append(lists, &d.more[i])
	}
	for _, l := range lists {
		l.Entries(func(e raster.Drawn) {
			if e.Run != nil {
				set := used[p.faceOf(e.Run)]
				e.Run.Glyphs(func(id uint16, _, _ float64, text string) {
					if set[id] == "" {
						set[id] = text
					}
				})
			}
		})
	}
	return used
}

// outside reports whether a line of text cannot be seen.
func outside(e *raster.Drawn, clip image.Rectangle) bool {
	w := e.Run.Extent(e.Type.Size, e.Type.Tracking)
	return e.X > float64(clip.Max.X) || e.X+w < float64(clip.Min.X) || e.Y-2*e.Type.Size > float64(clip.Max.Y) || e.Y+e.Type.Size < float64(clip.Min.Y)
}
