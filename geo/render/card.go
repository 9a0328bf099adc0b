package render

import (
	"context"
	"image"
	"image/color"
	"math"
	"strings"

	"contested/geo/render/raster"
)

// card is a piece of furniture in the making: texts and signs on a ground of
// paper. All lengths are dp at text scale 1; unit turns them into pixels.
type card struct {
	painter *Painter
	style   *style
	name    StyleName
	key     keyLook
	unit    float64
	w, h    float64
	texts   []cardText
	signs   []func(l *raster.List)
	rows    []cardRow
	cut     bool // a text of it ends in an ellipsis
}

type cardText struct {
	run    *raster.Run
	x, y   float64
	size   float64
	ink    color.NRGBA
	struck bool
}

// cardRow is a row of the legend before it has pixels.
type cardRow struct {
	LegendRow
	x0, y0, x1, y1 float64
}

const (
	cardPad    = 10.0
	cardRadius = 3.0
)

// write sets one line whose baseline begins at (x, y) and returns its width.
func (c *card) write(face faceName, size float64, ink color.NRGBA, text string, x, y float64) float64 {
	run := c.painter.faces[face].Shape(text)
	c.texts = append(c.texts, cardText{run: run, x: x, y: y, size: size, ink: ink})
	return run.Extent(size, 0)
}

// paragraph sets a text in lines of at most width, from the line top y, and
// returns where the next line begins and how wide the widest one is. Words that
// are wider are broken; after at most lines lines it ends in an ellipsis.
func (c *card) paragraph(face faceName, size float64, ink color.NRGBA, text string, x, y, width float64, lines int) (next, widest float64) {
	f := c.painter.faces[face]
	fits := func(s string) bool { return f.Shape(s).Extent(size, 0) <= width }
	all := breakLines(text, fits)
	if len(all) > lines {
		c.cut = true
		all = all[:lines]
		last := []rune(all[lines-1])
		for len(last) > 0 && !fits(string(last)+"…") {
			last = last[:len(last)-1]
		}
		all[lines-1] = strings.TrimRight(string(last), " ,.;:") + "…"
	}
	pitch := size * 1.28
	for _, s := range all {
		w := c.write(face, size, ink, s, x, y+size*0.98)
		widest = max(widest, w)
		y += pitch
	}
	return y, widest
}

// breakLines fills lines with words as long as fits says so. A word that does
// not fit alone is broken.
func breakLines(text string, fits func(string) bool) []string {
	var out []string
	cur := ""
	for _, w := range strings.Fields(text) {
		next := w
		if cur != "" {
			next = cur + " " + w
		}
		if fits(next) {
			cur = next
			continue
		}
		if cur != "" {
			out = append(out, cur)
		}
		for !fits(w) {
			r := []rune(w)
			n := len(r) - 1
			for n > 1 && !fits(string(r[:n])) {
				n--
			}
			if n < 1 {
				break
			}
			out = append(out, string(r[:n]))
			w = string(r[n:])
		}
		cur = w
	}
	if cur != "" {
		out = append(out, cur)
	}
	return out
}

// pixels is the card's size.
func (c *card) pixels() (w, h int) {
	return int(math.Ceil(c.w * c.unit)), int(math.Ceil(c.h * c.unit))
}

// draw paints the card.
func (c *card) draw() *image.RGBA {
	w, h := c.pixels()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	var l raster.List
	c.fill(&l)
	_ = l.Paint(context.Background(), img, 1) // cannot be cancelled
	return img
}

// fill fills a list with the card.
func (c *card) fill(list *raster.List) {
	w, h := c.pixels()
	list.Reset(image.Rect(0, 0, w, h))
	c.plate(list, 0, c.style.faint, 0.35)
	c.plate(list, math.Max(1, math.Round(c.unit)), c.style.paper, 1) // as thick at every size
	for _, sign := range c.signs {
		sign(list)
	}
	for _, t := range c.texts {
		x, y, size := t.x*c.unit, t.y*c.unit, t.size*c.unit
		list.Text(t.run, x, y, raster.Type{Size: size, Ink: t.ink})
		if t.struck {
			mid := math.Floor(y-size*0.26) + 0.5
			list.Line([]raster.Point{{X: x, Y: mid}, {X: x + t.run.Extent(size, 0), Y: mid}}, false, raster.Pen{Width: max(1, c.unit)})
			list.Fill(raster.NonZero, raster.Solid(t.ink))
		}
	}
}

// plate fills the card's rounded rectangle, less an inset in pixels.
func (c *card) plate(l *raster.List, inset float64, ink color.NRGBA, opacity float64) {
	w, h := c.pixels()
	x0, y0, x1, y1 := inset, inset, float64(w)-inset, float64(h)-inset
	r := math.Max(0, cardRadius*c.unit-inset)
	var ring []raster.Point
	for i, k := range [4][2]float64{{x1 - r, y0 + r}, {x1 - r, y1 - r}, {x0 + r, y1 - r}, {x0 + r, y0 + r}} {
		for j := range 7 {
			s, cs := math.Sincos((float64(i-1) + float64(j)/6) * math.Pi / 2)
			ring = append(ring, raster.Point{X: k[0] + r*cs, Y: k[1] + r*s})
		}
	}
	l.Ring(ring)
	l.Fill(raster.NonZero, raster.Solid(alpha(ink, opacity)))
}

// ring puts a small ring on the card.
func (c *card) ring(k ringLook, x, y float64) {
	k.style, k.key, k.unit = c.name, c.key, c.unit
	c.signs = append(c.signs, func(l *raster.List) {
		m := c.painter.ring(k)
		half := m.Rect.Dx() / 2
		l.Image(m, int(x*c.unit)-half, int(y*c.unit)-half)
	})
}
