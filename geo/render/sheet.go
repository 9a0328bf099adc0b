package render

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"contested/geo"
	"contested/geo/render/raster"
	"contested/geo/view"
)

// Sheet is what stands beside or beneath the map of a sheet: the places, whose
// numbers are those of their markers on the map (from 1), and the quotes about
// them. It is never changed once it is handed to a [Painter].
type Sheet struct {
	Places []SheetPlace
	Table  string // the file that holds what finds no room; empty: none is named
}

// SheetPlace is a place with its quotes, in the order in which they are wanted.
type SheetPlace struct {
	ID        geo.PlaceID
	Name      string
	Contested bool // its quotes stand in columns, one for each class
	Quotes    []SheetQuote
}

// SheetQuote is one quote, verbatim, and whose it is.
type SheetQuote struct {
	Class Class
	Quote string
	About string // speaker, party, publisher, date, status
}

// SheetMap is the size in pixels of the map on a sheet of a size in pixels: left
// of the quotes on a wide sheet, above them on an upright one.
func SheetMap(width, height int) (w, h int) {
	if width > height {
		return width * 54 / 100, height
	}
	return width, height * 45 / 100
}

// paintBlock adds the marks of a block to a list, at a corner in pixels.
func (p *Painter) paintBlock(l *raster.List, b block, x, y, unit float64) {
	for _, m := range b.marks {
		at := raster.Point{X: x + m.x*unit, Y: y + m.y*unit}
		switch {
		case m.run != nil:
			l.Text(m.run, at.X, at.Y, raster.Type{Size: m.size * unit, Ink: m.ink})
		case m.disc > 0:
			l.Circle(at, m.disc*unit)
			l.Fill(raster.NonZero, raster.Solid(m.ink))
			face := p.faces[bold]
			run := face.Shape(m.letter)
			size := m.size * unit
			l.Text(run, at.X-run.Extent(size, 0)/2, at.Y+face.CapHeight()*size/2, raster.Type{Size: size, Ink: readableOn(m.ink)})
		case m.rule > 0:
			l.Line([]raster.Point{at, {X: at.X + m.rule*unit, Y: at.Y}}, false, raster.Pen{Width: math.Max(1, 0.6*unit)})
			l.Fill(raster.NonZero, raster.Solid(alpha(m.ink, 0.5)))
		}
	}
}

// pill is the numbers of a symbol's places, and where they stand about its middle,
// in dp: a middle part that reaches so far to each side of (x, y), and the radius
// of its ends.
type pill struct {
	run            *raster.Run
	x, y, reach, r float64
}

const pillType = 10.5 // size of numbers, dp

// pill is that of a symbol of a radius in dp; ok is false without numbers.
func (p *Painter) pill(numbers map[geo.PlaceID]int, places []geo.PlaceID, radius, scale float64) (k pill, ok bool) {
	var list []int
	for _, id := range places {
		if n := numbers[id]; n > 0 {
			list = append(list, n)
		}
	}
	slices.Sort(list)
	var parts []string
	for _, n := range list {
		parts = append(parts, strconv.Itoa(n))
	}
	if len(parts) == 0 {
		return k, false
	}
	if len(parts) > 4 {
		parts = append(parts[:3], "…")
	}
	k.run, k.r = p.faces[bold].Shape(strings.Join(parts, " ")), 7.5*scale
	k.reach = math.Max(0, k.run.Extent(pillType*scale, 0)/2-k.r*0.55)
	k.x, k.y = -radius*0.8-k.reach, -radius*0.8
	return k, true
}

// box is what a pill covers.
func (k pill) box(scale float64) box {
	r := k.r + 1.4*scale
	return box{k.x - k.reach - r, k.y - r, k.x + k.reach + r, k.y + r}
}

// numbers marks the symbols of a picture with the numbers of their places.
func (c *picture) numbers() {
	face := c.painter.faces[bold]
	for _, h := range c.hits {
		k, ok := c.painter.pill(c.scene.numbers, h.of.ids(c.scene.Places), h.Radius/c.unit, c.layout.scale)
		if !ok {
			continue
		}
		x, y, reach := h.X+k.x*c.unit, h.Y+k.y*c.unit, k.reach*c.unit
		size := pillType * c.unit * c.layout.scale
		fill := func(r float64, ink color.NRGBA) {
			c.list.Line([]raster.Point{{X: x - reach, Y: y}, {X: x + reach + 0.01, Y: y}}, false, raster.Pen{Width: 2 * r, Cap: raster.RoundCap})
			c.list.Fill(raster.NonZero, raster.Solid(ink))
		}
		fill((k.r+1.4*c.layout.scale)*c.unit, c.style.paper)
		fill(k.r*c.unit, c.style.ink)
		c.list.Text(k.run, x-k.run.Extent(size, 0)/2, y+face.CapHeight()*size/2, raster.Type{Size: size, Ink: readableOn(c.style.ink)})
	}
}

// sheet is a sheet that is laid out.
type sheet struct {
	width, height int
	at            image.Rectangle // of the map
	c             *picture
	list          raster.List   // everything but the map
	more          []raster.List // further pages
	left          int           // quotes that found no room
}

// layOut lays a sheet out whose map is v; its map is that of [SheetMap]. A paged
// one goes on on further pages where quotes find no room.
func (p *Painter) layOut(ctx context.Context, s *Scene, v view.Viewport, sh *Sheet, width, height int, paged bool) (*sheet, error) {
	if err := check(v, 0); err != nil {
		return nil, err
	}
	mw, mh := v.PixelSize()
	if w, h := SheetMap(width, height); w != mw || h != mh || width > MaxSide || height > MaxSide {
		return nil, fmt.Errorf("a sheet of %d×%d pixels has a map of %d×%d, not %d×%d", width, height, w, h, mw, mh)
	}
	numbered := *s
	numbered.Still = true // it has a layout of its own
	numbered.numbers = make(map[geo.PlaceID]int, len(sh.Places))
	for i := range sh.Places {
		numbered.numbers[sh.Places[i].ID] = i + 1
	}
	c, _, err := p.begin(ctx, &numbered, v, 0, false)
	if err != nil {
		return nil, err
	}
	c.numbers()
	out := &sheet{width: width, height: height, at: image.Rect(0, 0, mw, mh), c: c}
	whole := image.Rect(0, 0, width, height)
	text := image.Rect(mw, 0, width, height)
	if mw == width {
		text = image.Rect(0, mh, width, height)
	}
	unit := c.unit * c.layout.scale
	room := func(r image.Rectangle) (w, h float64) {
		return float64(r.Dx())/unit - 2*sheetEdge, float64(r.Dy())/unit - 2*sheetEdge
	}
	put := func(l *raster.List, r image.Rectangle, page block) {
		l.Reset(whole)
		l.Rect(r, raster.Solid(c.style.paper))
		p.paintBlock(l, page, float64(r.Min.X)+sheetEdge*unit, float64(r.Min.Y)+sheetEdge*unit, unit)
	}
	tw, th := room(text)
	w := s.words()
	if paged {
		fw, fh := room(whole)
		if pages := p.setPages(sh, &s.Furniture, c.style, w, [2]float64{tw, th}, [2]float64{fw, fh}); pages != nil {
			put(&out.list, text, pages[0])
			out.more = make([]raster.List, len(pages)-1)
			for i := range out.more {
				put(&out.more[i], whole, pages[i+1])
			}
			return out, nil
		}
	}
	page, left := p.setSheet(sh, c.style, w, tw, th)
	out.left = left
	put(&out.list, text, page)
	return out, nil
}

// WriteSheet paints a sheet into a PNG, as [Painter.WritePNG] does a map. v is the
// view of its map, whose size is that of [SheetMap]. It returns how many quotes
// found no room.
func (p *Painter) WriteSheet(ctx context.Context, w io.Writer, s *Scene, v view.Viewport, sh *Sheet, width, height int, o PNGOptions) (left int, err error) {
	k, err := p.layOut(ctx, s, v, sh, width, height, false)
	if err != nil {
		return 0, err
	}
	defer p.scratch.Put(k.c)
	insets := p.furnish(k.c)
	o.Photo = o.Photo || s.Backdrop.Shown()
	return k.left, writePNG(ctx, w, width, height, o, func(ctx context.Context, strip *image.RGBA) error {
		if at := *strip; at.Rect.Overlaps(k.at) {
			at.Rect = at.Rect.Intersect(k.at) // the same corner, so the same pixels
			if err := k.c.list.Paint(ctx, &at, 1); err != nil {
				return err
			}
			furnishInto(&at, insets)
		}
		return k.list.Paint(ctx, strip, 1)
	})
}
