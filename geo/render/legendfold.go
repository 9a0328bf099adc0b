package render

import (
	"contested/geo/render/raster"
)

// LegendFold says how much of a legend is seen. On a screen it can be folded,
// because a click brings back what it leaves out; a file cannot be clicked, so
// its legend is whole.
type LegendFold uint8

// The folds of a legend.
const (
	WholeLegend    LegendFold = iota // all of it, nothing to fold it with: for files
	FoldedLegend                     // who claims it, in a few lines, and a row that opens it
	UnfoldedLegend                   // all of it, and a row that folds it
)

const (
	foldedGap  = 12.0  // between two entries of a line of the folded legend
	foldedSign = 13.0  // from an entry's sign, half of which is left of it, to its text
	foldedWide = 230.0 // dp that a line may always have
)

// foldedLegend lays out who claims it in lines of at most width dp, and behind
// that, where anything else is to be explained, what opens the rest.
func (c *card) foldedLegend(w *words, parts []legendPart, width float64) {
	const row = legendRow - 2
	x, y, widest := cardPad, cardPad-4, 0.0
	face := c.painter.faces[regular]
	put := func(r legendEntry) {
		long := 8 + foldedSign + face.Shape(r.text).Extent(legendText, 0)
		if x > cardPad && x+long > cardPad+width {
			x, y = cardPad, y+row
		}
		mid := y + row/2
		ink := c.style.ink
		if r.off {
			ink = c.style.faint
		}
		r.sign(c, x+8, mid)
		c.write(regular, legendText, ink, r.text, x+8+foldedSign, mid+face.CapHeight()*legendText/2)
		c.texts[len(c.texts)-1].struck = r.off
		if r.click {
			c.rows = append(c.rows, cardRow{LegendRow{Voice: r.voice, Text: r.text, Off: r.off}, x - 4, y, x + long + 4, y + row})
		}
		widest = max(widest, x+long)
		x += long + foldedGap
	}
	more := false
	for _, p := range parts {
		for _, r := range p.rows {
			if r.class {
				put(r)
			}
			more = more || !r.class
		}
	}
	if more {
		put(legendEntry{text: w.signs + " …", sign: func(c *card, x, y float64) { c.chevron(x, y, -1) }})
	}
	c.w, c.h = widest+cardPad, y+row+cardPad-4
	if more {
		c.foldRow(w.signs + " …")
	}
}

// folding is the row that folds an unfolded legend.
func folding(w *words) legendPart {
	return legendPart{rows: []legendEntry{{text: w.fold, sign: func(c *card, x, y float64) { c.chevron(x, y, 1) }}}}
}

// foldRow makes all of the card that is no voice's row fold or unfold it.
func (c *card) foldRow(text string) {
	c.rows = append(c.rows, cardRow{LegendRow{Fold: true, Text: text}, 0, 0, c.w, c.h})
}

// chevron points up (−1) to where the legend grows, or down (1).
func (c *card) chevron(x, y, way float64) {
	c.signs = append(c.signs, func(l *raster.List) {
		u := c.unit
		tip, foot := (y+2.6*way)*u, (y-2.6*way)*u
		l.Line([]raster.Point{{X: (x - 5) * u, Y: foot}, {X: x * u, Y: tip}, {X: (x + 5) * u, Y: foot}}, false, raster.Pen{Width: 2 * u})
		l.Fill(raster.NonZero, raster.Solid(c.style.ink))
	})
}
