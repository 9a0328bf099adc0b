package render

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
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
}

// SheetPlace is a place with its quotes, in the order in which they are wanted.
type SheetPlace struct {
	ID        geo.PlaceID
	Name      string
	Contested bool // its quotes stand in columns, one for each voice
	Quotes    []SheetQuote
}

// SheetQuote is one quote, verbatim, and whose it is.
type SheetQuote struct {
	Voice geo.Voice
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

// Measures of a sheet, in dp.
const (
	sheetEdge   = 14.0
	sheetGap    = 16.0  // between columns
	sheetColumn = 210.0 // least width of a column
	sheetDisc   = 7.5   // radius of a voice's disc
)

// block is a piece of a sheet about (0, 0), in dp.
type block struct {
	marks []mark
	h     float64
}

// mark is one sign or line of text of a sheet.
type mark struct {
	x, y   float64
	run    *raster.Run // a line of text whose baseline begins there; or
	face   faceName
	size   float64
	ink    color.NRGBA
	disc   float64 // the radius of a disc with its centre there; or
	letter string  // in the disc
	rule   float64 // the length of a rule that begins there
}

func (b *block) put(at block, x, y float64) {
	for _, m := range at.marks {
		m.x += x
		m.y += y
		b.marks = append(b.marks, m)
	}
	b.h = math.Max(b.h, y+at.h)
}

// setter sets the blocks of a sheet.
type setter struct {
	painter *Painter
	style   *style
	words   *words
	size    float64 // of the quotes, dp
	most    [2]int  // quotes of a voice about a contested place, and about others; 0: all
	left    int     // quotes that were left out
}

// text adds a paragraph in lines of at most width and moves b.h below it.
func (k *setter) text(b *block, face faceName, size float64, ink color.NRGBA, text string, x, width float64) {
	f := k.painter.faces[face]
	for _, s := range fillLines(f, text, width/size) {
		b.marks = append(b.marks, mark{x: x, y: b.h + size, run: f.Shape(s), face: face, size: size, ink: ink})
		b.h += size * 1.3
	}
}

// fillLines is breakLines for long texts: each word is measured once, and a line is
// the sum of its words. width is in ems.
func fillLines(f *raster.Face, text string, width float64) (out []string) {
	space := f.Shape(" ").Width
	line, at := "", 0.0
	for w := range strings.FieldsSeq(text) {
		n := f.Shape(w).Width
		switch {
		case line != "" && at+space+n <= width:
			line, at = line+" "+w, at+space+n
			continue
		case line != "":
			out = append(out, line)
		}
		line, at = w, n
		if n > width {
			parts := breakLines(w, func(s string) bool { return f.Shape(s).Width <= width })
			out = append(out, parts[:len(parts)-1]...)
			line = parts[len(parts)-1]
			at = f.Shape(line).Width
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// heading is a place's number and name.
func (k *setter) heading(n int, p *SheetPlace, width float64) block {
	var b block
	size := k.size * 1.25
	num := strconv.Itoa(n)
	r := math.Max(size*0.8, k.painter.faces[bold].Shape(num).Extent(size*0.8, 0)/2+2.5)
	b.marks = append(b.marks, mark{x: r, y: size * 0.65, disc: r, letter: num, size: size * 0.8, ink: k.style.ink})
	k.text(&b, bold, size, k.style.ink, p.Name, 2*r+6, width-2*r-6)
	if p.Contested {
		k.text(&b, italic, k.size*0.9, k.style.faint, k.words.contested, 2*r+6, width-2*r-6)
	}
	b.h = math.Max(b.h, size*0.65+r) + k.size*0.4
	return b
}

// quote is one quote; disc says whether its voice is shown beside it.
func (k *setter) quote(q *SheetQuote, number string, disc bool, width float64) block {
	var b block
	x := 0.0
	if disc {
		x = 2*sheetDisc + 6
		b.marks = append(b.marks, mark{x: sheetDisc, y: k.size * 0.68, disc: sheetDisc, letter: letters[min(q.Voice, geo.UnattributedVoice)], size: 9.5, ink: k.style.voices[min(q.Voice, geo.UnattributedVoice)]})
	}
	k.text(&b, regular, k.size, k.style.ink, number+" “"+strings.TrimSpace(q.Quote)+"”", x, width-x)
	k.text(&b, italic, k.size*0.86, k.style.faint, q.About, x, width-x)
	b.h += k.size * 0.55
	return b
}

// more says how many quotes of a place are not on the sheet.
func (k *setter) more(n int, x, width float64) block {
	var b block
	k.left += n
	k.text(&b, bold, k.size*0.86, k.style.faint, fmt.Sprintf(k.words.more, n), x, width-x)
	b.h += k.size * 0.55
	return b
}

// byVoice is the quotes of a place by voice, in the order of the legend.
func byVoice(p *SheetPlace) (out [][]int) {
	for _, v := range geo.Voices() {
		var list []int
		for i := range p.Quotes {
			if min(p.Quotes[i].Voice, geo.UnattributedVoice) == v {
				list = append(list, i)
			}
		}
		if len(list) > 0 {
			out = append(out, list)
		}
	}
	return out
}

// columns is a contested place: a column for each voice that speaks, in as many
// rows as they need.
func (k *setter) columns(n int, p *SheetPlace, width float64) block {
	b := k.heading(n, p, width)
	all := byVoice(p)
	cols := max(1, min(len(all), int((width+sheetGap)/(0.72*sheetColumn+sheetGap))))
	cols = (len(all) + (len(all)+cols-1)/cols - 1) / ((len(all) + cols - 1) / cols) // as even as can be
	w := (width - sheetGap*float64(cols-1)) / float64(cols)
	number := 0
	for row := 0; row < len(all); row += cols {
		y := b.h
		for c, list := range all[row:min(row+cols, len(all))] {
			var col block
			v := min(p.Quotes[list[0]].Voice, geo.UnattributedVoice)
			col.marks = append(col.marks, mark{x: sheetDisc, y: sheetDisc, disc: sheetDisc, letter: letters[v], size: 9.5, ink: k.style.voices[v]})
			col.h = sheetDisc - k.size*0.65
			k.text(&col, bold, k.size, k.style.ink, k.words.voices[v], 2*sheetDisc+6, w-2*sheetDisc-6)
			col.h += k.size * 0.4
			for i, q := range list {
				if k.most[0] > 0 && i == k.most[0] {
					col.put(k.more(len(list)-i, 0, w), 0, col.h)
					break
				}
				number++
				col.put(k.quote(&p.Quotes[q], fmt.Sprintf("%d.%d", n, number), false, w), 0, col.h)
			}
			b.put(col, float64(c)*(w+sheetGap), y)
		}
	}
	b.h += k.size * 0.3
	return b
}

// plain is the blocks of a place on which nobody contradicts anybody; the heading
// stays with the first quote.
func (k *setter) plain(n int, p *SheetPlace, width float64) []block {
	head := k.heading(n, p, width)
	var out []block
	said := map[geo.Voice]int{}
	skipped := 0
	for i := range p.Quotes {
		q := &p.Quotes[i]
		if said[q.Voice]++; k.most[1] > 0 && said[q.Voice] > k.most[1] {
			skipped++
			continue
		}
		b := k.quote(q, fmt.Sprintf("%d.%d", n, len(out)+1), true, width)
		if len(out) == 0 {
			head.put(b, 0, head.h)
			b = head
		}
		out = append(out, b)
	}
	if skipped > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		last.put(k.more(skipped, 2*sheetDisc+6, width), 0, last.h)
	}
	return out
}

// arrange fills a column of text of a size; ok says whether everything found room.
func (k *setter) arrange(s *Sheet, width, height float64) (page block, ok bool) {
	k.left = 0
	foot := k.size * 2
	room := height - foot
	y, ok := 0.0, true
	for i := range s.Places {
		p := &s.Places[i]
		if !p.Contested || len(byVoice(p)) < 2 {
			continue
		}
		was := k.left
		b := k.columns(i+1, p, width)
		if y+b.h > room {
			ok, k.left = false, was+len(p.Quotes)
			continue
		}
		page.put(b, 0, y)
		y += b.h
		page.marks = append(page.marks, mark{x: 0, y: y - k.size*0.3, rule: width, ink: k.style.faint})
		y += k.size * 0.4
	}
	cols := max(1, int((width+sheetGap)/(sheetColumn+sheetGap)))
	w := (width - sheetGap*float64(cols-1)) / float64(cols)
	col, top := 0, y
	for i := range s.Places {
		p := &s.Places[i]
		if p.Contested && len(byVoice(p)) >= 2 {
			continue
		}
		was := k.left
		blocks := k.plain(i+1, p, w)
		for j, b := range blocks {
			if y+b.h > room && top+b.h <= room && col+1 < cols {
				col, y = col+1, top
			}
			if y+b.h > room {
				// The rest of this place is counted, and others may still fit.
				ok, k.left = false, was+len(p.Quotes)-j
				break
			}
			page.put(b, float64(col)*(w+sheetGap), y)
			y += b.h
		}
	}
	return page, ok
}

// set sets the quotes as large as they all fit; failing that fewer of each voice,
// and at last fewer places. What is left out is counted at its place and at the
// foot.
func (p *Painter) setSheet(s *Sheet, st *style, w *words, width, height float64) block {
	k := &setter{painter: p, style: st, words: w}
	var page block
	ok := false
	for _, k.size = range []float64{12, 11, 10, 9, 8.4} {
		if page, ok = k.arrange(s, width, height); ok {
			break
		}
	}
	for _, k.most = range [][2]int{{4, 4}, {3, 4}, {3, 3}, {2, 3}, {2, 2}, {1, 2}, {2, 1}, {1, 1}} {
		if ok {
			break
		}
		page, ok = k.arrange(s, width, height)
	}
	if k.left > 0 {
		all := 0
		for i := range s.Places {
			all += len(s.Places[i].Quotes)
		}
		foot := block{h: 0}
		k.text(&foot, bold, k.size*0.9, k.style.ink, fmt.Sprintf(w.shown, all-k.left, all), 0, width)
		page.put(foot, 0, height-foot.h)
	}
	return page
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

// numbers marks the symbols of a picture with the numbers of their places.
func (c *picture) numbers(s *Sheet) {
	number := map[geo.PlaceID]int{}
	for i := range s.Places {
		number[s.Places[i].ID] = i + 1
	}
	face := c.painter.faces[bold]
	u := c.unit * c.layout.scale
	size := 10.5 * u
	for _, h := range c.hits {
		var parts []string
		for _, id := range h.Places {
			if n := number[id]; n > 0 {
				parts = append(parts, strconv.Itoa(n))
			}
		}
		if len(parts) == 0 {
			continue
		}
		if len(parts) > 4 {
			parts = append(parts[:3], "…")
		}
		run := face.Shape(strings.Join(parts, " "))
		half, r := run.Extent(size, 0)/2, 7.5*u
		reach := math.Max(0, half-r*0.55) // of the pill's middle part, to each side
		d := h.Radius * 0.80
		x, y := h.X-d-reach, h.Y-d
		pill := func(r float64, ink color.NRGBA) {
			c.list.Line([]raster.Point{{X: x - reach, Y: y}, {X: x + reach + 0.01, Y: y}}, false, raster.Pen{Width: 2 * r, Cap: raster.RoundCap})
			c.list.Fill(raster.NonZero, raster.Solid(ink))
		}
		pill(r+1.4*u, c.style.paper)
		pill(r, c.style.ink)
		c.list.Text(run, x-half, y+face.CapHeight()*size/2, raster.Type{Size: size, Ink: readableOn(c.style.ink)})
	}
}

// sheet is a sheet that is laid out.
type sheet struct {
	width, height int
	at            image.Rectangle // of the map
	c             *picture
	insets        []Inset
	list          raster.List // everything but the map
}

// layOut lays a sheet out whose map is v; its map is that of [SheetMap].
func (p *Painter) layOut(ctx context.Context, s *Scene, v view.Viewport, sh *Sheet, width, height int) (*sheet, error) {
	if err := check(v, 0); err != nil {
		return nil, err
	}
	mw, mh := v.PixelSize()
	if w, h := SheetMap(width, height); w != mw || h != mh || width > MaxSide || height > MaxSide {
		return nil, fmt.Errorf("a sheet of %d×%d pixels has a map of %d×%d, not %d×%d", width, height, w, h, mw, mh)
	}
	c, _, err := p.begin(ctx, s, v, 0)
	if err != nil {
		return nil, err
	}
	c.numbers(sh)
	out := &sheet{width: width, height: height, at: image.Rect(0, 0, mw, mh), c: c, insets: p.furnish(c)}
	text := image.Rect(mw, 0, width, height)
	if mw == width {
		text = image.Rect(0, mh, width, height)
	}
	out.list.Reset(image.Rect(0, 0, width, height))
	out.list.Rect(text, raster.Solid(c.style.paper))
	unit := c.unit * c.layout.scale
	edge := sheetEdge * unit
	page := p.setSheet(sh, c.style, wordsIn(s.Furniture.Language), (float64(text.Dx())-2*edge)/unit, (float64(text.Dy())-2*edge)/unit)
	p.paintBlock(&out.list, page, float64(text.Min.X)+edge, float64(text.Min.Y)+edge, unit)
	return out, nil
}

// WriteSheet paints a sheet into a PNG, as [Painter.WritePNG] does a map. v is the
// view of its map, whose size is that of [SheetMap].
func (p *Painter) WriteSheet(ctx context.Context, w io.Writer, s *Scene, v view.Viewport, sh *Sheet, width, height int, o PNGOptions) error {
	k, err := p.layOut(ctx, s, v, sh, width, height)
	if err != nil {
		return err
	}
	defer p.scratch.Put(k.c)
	return writePNG(ctx, w, width, height, o, func(ctx context.Context, strip *image.RGBA) error {
		if at := *strip; at.Rect.Overlaps(k.at) {
			at.Rect = at.Rect.Intersect(k.at) // the same corner, so the same pixels
			if err := k.c.list.Paint(ctx, &at, 1); err != nil {
				return err
			}
			furnishInto(&at, k.insets)
		}
		return k.list.Paint(ctx, strip, 1)
	})
}
