package render

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"contested/geo"
	"contested/geo/render/raster"
)

// present is what a picture shows within its viewport, and its legend explains.
type present struct {
	classes                                  [MaxClasses]bool
	looks                                    [4]bool
	steps                                    [3]bool
	vague, cluster, contested, faded, region bool
	near, toward, between                    bool      // soft areas
	context                                  [3]string // names of the first layers of others' events
	layers                                   int       // how many there are
	credit                                   string    // of all of them
}

func (p *present) symbol(s *symbol, scale float64) {
	for _, g := range s.segments {
		p.classes[g.class] = true
		p.looks[min(g.look, Denied)] = true
	}
	for i, r := range ringRadius {
		if s.kind != ClusterHit && s.radius == r*scale {
			p.steps[i] = true
		}
	}
	p.vague = p.vague || s.vague
	p.cluster = p.cluster || s.kind == ClusterHit
	p.contested = p.contested || s.contested
	p.faded = p.faded || s.faded
}

// Measures of the legend, in dp.
const (
	legendRow   = 21.0
	legendText  = 12.0
	legendHead  = 11.0
	legendSwtch = 30.0 // from a row's left to its text
)

// legendEntry is one row: a sign and its words.
type legendEntry struct {
	text  string
	sign  func(c *card, x, y float64)
	voice geo.Voice
	off   bool
	class bool // it stands for a class
	click bool // it stands for a voice, which a click hides
}

type legendPart struct {
	head string
	rows []legendEntry
}

// legendParts is what the legend of a picture explains.
func legendParts(w *words, p *present, hidden []geo.Voice) []legendPart {
	var who, sure, signs, others legendPart
	who.head, sure.head, signs.head, others.head = w.who, w.sure, w.signs, w.context
	for v := range Class(MaxClasses) {
		voice := geo.Voice(v)
		off := !w.keyed && slices.Contains(hidden, voice)
		if !p.classes[v] && !off {
			continue
		}
		who.rows = append(who.rows, legendEntry{text: w.voices[v], voice: voice, off: off, class: true, click: !w.keyed, sign: func(c *card, x, y float64) { c.disc(v, off, x, y) }})
	}
	// The patterns are shown in the colour of a class that is there.
	v := Class(MaxClasses - 1)
	for k := range Class(MaxClasses) {
		if p.classes[k] {
			v = k
			break
		}
	}
	small := func(k ringLook) func(c *card, x, y float64) {
		return func(c *card, x, y float64) { c.ring(k, x, y) }
	}
	for _, k := range []Look{Claimed, Conflicted, Solid, Denied} {
		if p.looks[k] {
			sure.rows = append(sure.rows, legendEntry{text: w.looks[k], sign: func(c *card, x, y float64) { c.swatch(v, k, x, y) }})
		}
	}
	one := [6]segment{{v, Claimed}}
	two := [6]segment{{0, Claimed}, {1, Claimed}}
	add := func(ok bool, text string, k ringLook) {
		if ok {
			signs.rows = append(signs.rows, legendEntry{text: text, sign: small(k)})
		}
	}
	add(p.contested, w.contested, ringLook{radius: 8.5, n: 2, segments: two, contested: true})
	add(p.cluster, w.cluster, ringLook{radius: 8.5, n: 1, segments: one, count: 3})
	add(p.vague, w.vague, ringLook{radius: 8.5, n: 1, segments: one, vague: true})
	soft := func(ok bool, text string, how geo.Precision) {
		if ok {
			signs.rows = append(signs.rows, legendEntry{text: text, sign: func(c *card, x, y float64) { c.haze(v, how, x, y) }})
		}
	}
	soft(p.near, w.near, geo.Near)
	soft(p.toward, w.toward, geo.Direction)
	soft(p.between, w.between, geo.Between)
	add(p.faded, w.faded, ringLook{radius: 8.5, n: 1, segments: one, faded: true})
	if p.region {
		signs.rows = append(signs.rows, legendEntry{text: w.region, sign: func(c *card, x, y float64) { c.area(v, x, y) }})
	}
	for i := range min(p.layers, len(p.context)) {
		others.rows = append(others.rows, legendEntry{text: clipName(p.context[i]), sign: func(c *card, x, y float64) { c.diamond(x, y) }})
	}
	if n := p.layers - len(p.context); n > 0 {
		others.rows = append(others.rows, legendEntry{text: fmt.Sprintf(w.moreContext, n), sign: func(c *card, x, y float64) { c.diamond(x, y) }})
	}
	steps := 0
	for _, ok := range p.steps {
		if ok {
			steps++
		}
	}
	if steps > 1 {
		signs.rows = append(signs.rows, legendEntry{text: w.origins, sign: func(c *card, x, y float64) { c.sizes(x, y) }})
	}
	return slices.DeleteFunc([]legendPart{who, sure, signs, others}, func(p legendPart) bool { return len(p.rows) == 0 })
}

// clipName keeps a layer's name to a row of the legend.
func clipName(s string) string {
	if r := []rune(s); len(r) > 28 {
		return string(r[:27]) + "…"
	}
	return s
}

// legend lays the legend out in a number of columns.
func (c *card) legend(parts []legendPart, columns int) {
	total := 0.0
	height := func(p legendPart) float64 {
		h := float64(len(p.rows))*legendRow + 6
		if p.head != "" {
			h += 18
		}
		return h
	}
	for _, p := range parts {
		total += height(p)
	}
	x, y, widest, bottom := cardPad, cardPad, 0.0, 0.0
	left := columns
	for i, p := range parts {
		if i > 0 && left > 1 && y-cardPad+height(p)/2 > total/float64(columns) {
			x += widest + 14
			y, widest = cardPad, 0
			left--
		}
		if p.head != "" {
			widest = max(widest, c.write(bold, legendHead, c.style.faint, p.head, x, y+10))
			y += 18
		}
		for _, r := range p.rows {
			mid := y + legendRow/2
			ink := c.style.ink
			if r.off {
				ink = c.style.faint
			}
			r.sign(c, x+11, mid)
			base := mid + c.painter.faces[regular].CapHeight()*legendText/2
			w := legendSwtch + c.write(regular, legendText, ink, r.text, x+legendSwtch, base)
			c.texts[len(c.texts)-1].struck = r.off
			if r.click {
				c.rows = append(c.rows, cardRow{LegendRow{Voice: r.voice, Text: r.text, Off: r.off}, x - 4, y, x + w + 4, y + legendRow})
			}
			widest = max(widest, w)
			y += legendRow
		}
		y += 6
		bottom = max(bottom, y-6)
	}
	c.w, c.h = x+widest+cardPad, bottom+cardPad-2
}

// disc is a class's colour with its letter; of a hidden voice only the outline.
func (c *card) disc(v Class, off bool, x, y float64) {
	hue := c.style.hues[v]
	face := c.painter.faces[bold]
	run := face.Shape(c.style.letters[v])
	c.signs = append(c.signs, func(l *raster.List) {
		at := raster.Point{X: x * c.unit, Y: y * c.unit}
		ink := readableOn(hue)
		l.Circle(at, 8*c.unit)
		if off {
			ink = mix(hue, c.style.paper, 0.4)
			l.Fill(raster.NonZero, raster.Solid(ink))
			l.Circle(at, 6.8*c.unit)
			l.Fill(raster.NonZero, raster.Solid(c.style.paper))
		} else {
			l.Fill(raster.NonZero, raster.Solid(hue))
		}
		size := 10.5 * c.unit
		l.Text(run, at.X-run.Extent(size, 0)/2, at.Y+face.CapHeight()*size/2, raster.Type{Size: size, Ink: ink})
	})
}

// swatch is a rectangle in one of the patterns.
func (c *card) swatch(v Class, k Look, x, y float64) {
	c.signs = append(c.signs, func(l *raster.List) {
		d := ringDrawing{List: l, painter: c.painter, ringLook: ringLook{unit: c.unit}, st: c.style, c: raster.Point{X: x * c.unit, Y: y * c.unit}}
		hue := c.style.hues[v]
		w, h := 10*c.unit, 6.5*c.unit
		rect := func(by float64) []raster.Point {
			return []raster.Point{{X: d.c.X - w + by, Y: d.c.Y - h + by}, {X: d.c.X + w - by, Y: d.c.Y - h + by}, {X: d.c.X + w - by, Y: d.c.Y + h - by}, {X: d.c.X - w + by, Y: d.c.Y + h - by}}
		}
		l.Ring(rect(0))
		l.Fill(raster.NonZero, d.paintOf(hue, k))
		l.Line(rect(edgeWidth*c.unit/2), true, raster.Pen{Width: edgeWidth * c.unit, Join: raster.Mitre})
		if k == Denied {
			l.Line([]raster.Point{{X: d.c.X - w, Y: d.c.Y + h}, {X: d.c.X + w, Y: d.c.Y - h}}, false, raster.Pen{Width: 1.9 * c.unit})
		}
		l.Fill(raster.NonZero, raster.Solid(hue))
	})
}

// area is a bit of a hatched region with its outline.
func (c *card) area(v Class, x, y float64) {
	hue := c.style.hues[v]
	c.signs = append(c.signs, func(l *raster.List) {
		u := c.unit
		at := func(dx, dy float64) raster.Point { return raster.Point{X: (x + dx) * u, Y: (y + dy) * u} }
		ring := []raster.Point{at(-10, -3), at(-4, -7), at(3, -5.5), at(10, -6.5), at(9, 3), at(4, 7), at(-5, 5.5), at(-9, 6)}
		l.Ring(ring)
		l.Fill(raster.NonZero, raster.Patterned(raster.Hatch(7*u, regionLine*u, false, color.NRGBA{}, alpha(hue, 0.55)), int(x*u), int(y*u)))
		l.Line(ring, true, raster.Pen{Width: regionOutline * u})
		l.Fill(raster.NonZero, raster.Solid(hue))
	})
}

// sizes is a small circle beside a large one.
func (c *card) sizes(x, y float64) {
	c.signs = append(c.signs, func(l *raster.List) {
		u := c.unit
		for _, k := range [2][2]float64{{-6, 4}, {4.5, 6.5}} {
			at := raster.Point{X: (x + k[0]) * u, Y: y * u}
			l.Circle(at, k[1]*u)
			l.Fill(raster.NonZero, raster.Solid(c.style.ink))
			l.Circle(at, (k[1]-1.5)*u)
			l.Fill(raster.NonZero, raster.Solid(c.style.paper))
		}
	})
}

// describe is all that the legend's picture depends on, for the cache.
func describe(parts []legendPart, p *present) string {
	var b strings.Builder
	for _, v := range p.classes { // decides the patterns' colour
		b.WriteByte("01"[btoi(v)])
	}
	for _, part := range parts {
		b.WriteString(part.head)
		for _, r := range part.rows {
			b.WriteByte('\n')
			b.WriteByte("01"[btoi(r.off)])
			b.WriteString(r.text)
		}
	}
	return b.String()
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
