package render

import (
	"cmp"
	"context"
	"image"
	"math"
	"slices"

	"contested/geo"
	"contested/geo/view"
)

// A still picture is one that nobody is going to move: a file. Its names may
// depend on where its edges and its furniture are, and so none of them is cut.

// frame is what names in a still picture keep clear of, in its pixels.
type frame struct {
	ox, oy, size, unit float64 // as in picture
	inside             image.Rectangle
	covers             []image.Rectangle
}

// stillEdge is how far names keep from the edges of a still picture, in dp.
const stillEdge = 3.0

// settle lays a still picture out: what it shows decides its furniture, and that
// where names can stand.
func (c *picture) settle() {
	z := step(c.view.Zoom)
	w, h := c.view.PixelSize()
	r := newRoster(c.scene)
	var f *frame
	for range 3 { // a ring that finds its place may add a sign to the legend
		c.layout = c.painter.newLayout(c.scene, r, z, f)
		was := c.present
		c.survey()
		if f != nil && c.present == was {
			return
		}
		c.pieces = c.painter.pieces(c)
		f = &frame{ox: c.ox, oy: c.oy, size: c.size, unit: c.unit, inside: image.Rect(0, 0, w, h).Inset(int(stillEdge * c.unit))}
		for i := range c.pieces {
			f.covers = append(f.covers, c.pieces[i].rect())
		}
	}
	c.layout = c.painter.newLayout(c.scene, r, z, f)
}

// furniture is the pieces of a picture's furniture.
func (c *picture) furniture() []piece {
	if c.pieces == nil {
		c.pieces = c.painter.pieces(c)
	}
	return c.pieces
}

// survey finds out what the viewport shows.
func (c *picture) survey() {
	c.present = present{}
	c.surveyContext()
	l := c.layout
	for i := range l.regions {
		r := &l.regions[i]
		c.worlds(func(shift, _, _, _, _ float64) {
			if c.covers(r.region, shift) {
				s := newSymbol(c.scene.Places, r.place, 1)
				c.present.region = true
				c.present.symbol(&s, 0)
			}
		})
	}
	c.worlds(func(shift, _, _, _, _ float64) {
		for i := range l.symbols {
			s := &l.symbols[i]
			p := c.pixel(s.x+shift, s.y)
			p.X += s.dx * c.unit
			p.Y += s.dy * c.unit
			if c.inside(p, s.radius*c.unit) {
				c.present.symbol(s, l.scale)
				c.soft(s, p, shift)
			}
		}
	})
}

// Examined is what a picture does not show of its scene.
type Examined struct {
	Left    []string      // furniture for which there is no room: "legend", "title" …
	Cut     bool          // title, note or attribution end in an ellipsis
	Size    float64       // at which the furniture is set to find room; 1 as designed
	Hidden  []geo.PlaceID // places in the view that lie beneath the furniture
	Outside []geo.PlaceID // places with claims outside the view; regions are not counted
}

// Examine finds out what the picture of a scene does not show.
func (p *Painter) Examine(ctx context.Context, s *Scene, v view.Viewport) (out Examined, err error) {
	if err := check(v, 0); err != nil {
		return out, err
	}
	c, _, err := p.begin(ctx, s, v, 0, false)
	if err != nil {
		return out, err
	}
	defer p.scratch.Put(c)
	pieces := c.furniture()
	want := c.wanted()
	out.Size = 1
	for i := range pieces {
		out.Size = pieces[i].card.unit / (c.unit * c.layout.scale)
		delete(want, pieces[i].name)
		out.Cut = out.Cut || pieces[i].card.cut
	}
	for _, name := range []string{"title", "legend", "scale", "locator", "attribution"} {
		if want[name] {
			out.Left = append(out.Left, name)
		}
	}
	w, h := v.PixelSize()
	for i := range s.Places {
		k := &s.Places[i]
		if isRegion(&k.Place) || len(k.Shares) == 0 {
			continue
		}
		x, y := v.Pixel(k.Place.Point)
		at := image.Pt(int(math.Floor(x)), int(math.Floor(y)))
		switch {
		case !at.In(image.Rect(0, 0, w, h)):
			out.Outside = append(out.Outside, k.Place.ID)
		case slices.ContainsFunc(pieces, func(q piece) bool { return at.In(q.rect()) }):
			out.Hidden = append(out.Hidden, k.Place.ID)
		}
	}
	return out, nil
}

// at is the pixel of a point of the world, in the copy of it that is nearest to
// the middle.
func (f *frame) at(x, y float64) (px, py float64) {
	mid := float64(f.inside.Min.X+f.inside.Max.X) / 2
	px = (x - f.ox) * f.size
	return px - math.Round((px-mid)/f.size)*f.size, (y - f.oy) * f.size
}

// free reports whether boxes about a point of the world lie within the picture
// and clear of its furniture.
func (f *frame) free(x, y float64, boxes []box) bool {
	px, py := f.at(x, y)
	return f.clear(px, py, boxes)
}

// clear is free for boxes about a pixel.
func (f *frame) clear(px, py float64, boxes []box) bool {
	for _, b := range boxes {
		x0, y0, x1, y1 := px+b.x0*f.unit, py+b.y0*f.unit, px+b.x1*f.unit, py+b.y1*f.unit
		if x0 < float64(f.inside.Min.X) || y0 < float64(f.inside.Min.Y) || x1 > float64(f.inside.Max.X) || y1 > float64(f.inside.Max.Y) {
			return false
		}
		for _, k := range f.covers {
			if x0 < float64(k.Max.X) && x1 > float64(k.Min.X) && y0 < float64(k.Max.Y) && y1 > float64(k.Min.Y) {
				return false
			}
		}
	}
	return true
}

// shows reports whether the middle of a symbol at a point of the world can be
// seen.
func (f *frame) shows(x, y float64, s *symbol) bool {
	px, py := f.at(x, y)
	return f.open(px+s.dx*f.unit, py+s.dy*f.unit)
}

// open reports whether a pixel lies in the picture and beneath no furniture.
func (f *frame) open(px, py float64) bool {
	at := image.Pt(int(math.Floor(px)), int(math.Floor(py)))
	return at.In(f.inside) && !slices.ContainsFunc(f.covers, func(k image.Rectangle) bool { return at.In(k) })
}

// spot is the place in the picture, nearest to its point, where the ring of a
// region lies inside the region and clear of everything: its distance from the
// point in dp. ok is false when there is none.
func (f *frame) spot(l *layout, s *symbol, inside func(dx, dy float64) bool) (dx, dy float64, ok bool) {
	px, py := f.at(s.x, s.y)
	r := s.radius + (haloWidth+2)*l.scale
	whole := []box{{-r, -r, r, r}}
	// dp here and at the layout's zoom are not the same length on the ground.
	k := f.size / f.unit / l.d
	pitch := ringCluster * l.scale
	type try struct{ dx, dy, far float64 }
	var tries []try
	cols, rows := int(float64(f.inside.Dx())/f.unit/pitch), int(float64(f.inside.Dy())/f.unit/pitch)
	for i := range cols + 1 {
		for j := range rows + 1 {
			t := try{dx: (float64(f.inside.Min.X)-px)/f.unit + float64(i)*pitch, dy: (float64(f.inside.Min.Y)-py)/f.unit + float64(j)*pitch}
			t.far = math.Hypot(t.dx, t.dy)
			tries = append(tries, t)
		}
	}
	tries = append(tries, try{})
	slices.SortStableFunc(tries, func(a, b try) int { return cmp.Compare(a.far, b.far) })
	for _, t := range tries {
		wx, wy := s.x+t.dx*f.unit/f.size, s.y+t.dy*f.unit/f.size
		if f.free(wx, wy, whole) && inside(t.dx/k, t.dy/k) && l.clear(s, t.dx, t.dy) {
			return t.dx, t.dy, true
		}
	}
	return 0, 0, false
}

// Room is what the furniture of a picture keeps room for, so that all pictures of
// a series have the same: the signs that any of them shows, and their widest as-of
// line.
type Room struct {
	Signs uint32 `json:"signs"`
	AsOf  string `json:"as_of"`
}

// Measure makes room for a picture of a scene.
func (r *Room) Measure(p *Painter, s *Scene, v view.Viewport) error {
	if err := check(v, 0); err != nil {
		return err
	}
	c := &picture{painter: p, scene: s, style: s.style()}
	c.look(v, 0)
	c.layout = p.newLayout(s, newRoster(s), step(v.Zoom), nil)
	c.survey()
	r.Signs |= c.present.bits()
	face := p.faces[regular]
	if face.Shape(s.Furniture.AsOf).Width > face.Shape(r.AsOf).Width {
		r.AsOf = s.Furniture.AsOf
	}
	return nil
}

func (r *Room) widest() string {
	if r == nil {
		return ""
	}
	return r.AsOf
}

// flags are the signs in the order of their bits.
func (p *present) flags() []*bool {
	var out []*bool
	for _, set := range [][]bool{p.classes[:], p.looks[:], p.steps[:]} {
		for i := range set {
			out = append(out, &set[i])
		}
	}
	return append(out, &p.vague, &p.cluster, &p.contested, &p.faded, &p.region, &p.near, &p.toward, &p.between)
}

func (p *present) bits() (out uint32) {
	for i, b := range p.flags() {
		if *b {
			out |= 1 << i
		}
	}
	return out
}

// with is p and the signs of a room.
func (p present) with(r *Room) present {
	if r != nil {
		for i, b := range p.flags() {
			*b = *b || r.Signs&(1<<i) != 0
		}
	}
	return p
}
