package render

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"contested/geo/render/raster"
)

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
	paged   bool    // there is another page for what finds no room
}

// column is the least width of a column of quotes, in dp.
func (k *setter) column() float64 { return sheetColumn * math.Max(1, k.size/12) }

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

// heading is a place's number and name; again says that it had one before.
func (k *setter) heading(n int, p *SheetPlace, width float64, again bool) block {
	var b block
	size := k.size * 1.25
	num := strconv.Itoa(n)
	r := math.Max(size*0.8, k.painter.faces[bold].Shape(num).Extent(size*0.8, 0)/2+2.5)
	b.marks = append(b.marks, mark{x: r, y: size * 0.65, disc: r, letter: num, size: size * 0.8, ink: k.style.ink})
	name := p.Name
	if again {
		name += " (" + k.words.continued + ")"
	}
	k.text(&b, bold, size, k.style.ink, name, 2*r+6, width-2*r-6)
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
		b.marks = append(b.marks, mark{x: sheetDisc, y: k.size * 0.68, disc: sheetDisc, letter: k.style.letters[min(q.Class, MaxClasses-1)], size: 9.5, ink: k.style.hues[min(q.Class, MaxClasses-1)]})
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

// byClass is the quotes of a place by class, in the order of the legend.
func byClass(p *SheetPlace) (out [][]int) {
	for v := range Class(MaxClasses) {
		var list []int
		for i := range p.Quotes {
			if min(p.Quotes[i].Class, MaxClasses-1) == v {
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
// rows as they need, with the quotes of each voice from one number to another.
func (k *setter) columns(n int, p *SheetPlace, width float64, from, to int) block {
	b := k.heading(n, p, width, from > 0)
	type column struct {
		list   []int
		number int // of the voice's first quote, counted through the place
	}
	var all []column
	number := 1
	for _, list := range byClass(p) {
		if from < len(list) {
			all = append(all, column{list, number})
		}
		number += len(list)
	}
	cols := max(1, min(len(all), int((width+sheetGap)/(0.72*k.column()+sheetGap))))
	cols = (len(all) + (len(all)+cols-1)/cols - 1) / ((len(all) + cols - 1) / cols) // as even as can be
	w := (width - sheetGap*float64(cols-1)) / float64(cols)
	for row := 0; row < len(all); row += cols {
		y := b.h
		for c, v := range all[row:min(row+cols, len(all))] {
			var col block
			class := min(p.Quotes[v.list[0]].Class, MaxClasses-1)
			col.marks = append(col.marks, mark{x: sheetDisc, y: sheetDisc, disc: sheetDisc, letter: k.style.letters[class], size: 9.5, ink: k.style.hues[class]})
			col.h = sheetDisc - k.size*0.65
			k.text(&col, bold, k.size, k.style.ink, k.words.voices[class], 2*sheetDisc+6, w-2*sheetDisc-6)
			col.h += k.size * 0.4
			last := min(to, len(v.list))
			for i := from; i < last; i++ {
				col.put(k.quote(&p.Quotes[v.list[i]], fmt.Sprintf("%d.%d", n, v.number+i), false, w), 0, col.h)
			}
			if rest := len(v.list) - last; rest > 0 && !k.paged {
				col.put(k.more(rest, 0, w), 0, col.h)
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
	head := k.heading(n, p, width, false)
	var out []block
	said := map[Class]int{}
	skipped := 0
	for i := range p.Quotes {
		q := &p.Quotes[i]
		if said[q.Class]++; k.most[1] > 0 && said[q.Class] > k.most[1] {
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
		if !p.Contested || len(byClass(p)) < 2 {
			continue
		}
		was := k.left
		most := k.most[0]
		if most == 0 {
			most = len(p.Quotes)
		}
		b := k.columns(i+1, p, width, 0, most)
		if y+b.h > room {
			ok, k.left = false, was+len(p.Quotes)
			continue
		}
		page.put(b, 0, y)
		y += b.h
		page.marks = append(page.marks, mark{x: 0, y: y - k.size*0.3, rule: width, ink: k.style.faint})
		y += k.size * 0.4
	}
	cols := max(1, int((width+sheetGap)/(k.column()+sheetGap)))
	w := (width - sheetGap*float64(cols-1)) / float64(cols)
	col, top := 0, y
	for i := range s.Places {
		p := &s.Places[i]
		if p.Contested && len(byClass(p)) >= 2 {
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

// setSheet sets the quotes as large as they all fit; failing that fewer of each
// voice, and at last fewer places. What is left out is counted at its place and at
// the foot, and returned.
func (p *Painter) setSheet(s *Sheet, st *style, w *words, width, height float64) (page block, left int) {
	k := &setter{painter: p, style: st, words: w}
	ok := false
	for _, k.size = range []float64{16, 14, 12, 11, 10, 9, 8.4} {
		if page, ok = k.arrange(s, width, height); ok {
			return page, 0
		}
	}
	for _, k.most = range [][2]int{{4, 4}, {3, 4}, {3, 3}, {2, 3}, {2, 2}, {1, 2}, {2, 1}, {1, 1}} {
		if page, ok = k.arrange(s, width, height); ok {
			break
		}
	}
	if k.left > 0 {
		all := 0
		for i := range s.Places {
			all += len(s.Places[i].Quotes)
		}
		text := fmt.Sprintf(w.shown, all-k.left, all)
		if s.Table != "" {
			text += " " + fmt.Sprintf(w.table, s.Table)
		}
		foot := block{h: 0}
		k.text(&foot, bold, k.size*0.9, k.style.ink, text, 0, width)
		page.put(foot, 0, height-foot.h)
	}
	return page, k.left
}
