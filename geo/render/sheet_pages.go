package render

import "fmt"

// pager fills the pages of a sheet one after the other.
type pager struct {
	*setter
	pages []block
	full  [2]float64 // width and height of all pages but the first, dp
	w, h  float64    // of the page that is being filled
	top   float64    // where its text begins
	y     float64    // how far it is filled
	head  float64    // height of the line at the top of further pages
}

// page is the page that is being filled.
func (g *pager) page() *block { return &g.pages[len(g.pages)-1] }

// turn begins a page.
func (g *pager) turn() {
	g.pages = append(g.pages, block{})
	g.w, g.h = g.full[0], g.full[1]
	g.top = g.head
	g.y = g.top
}

// setPages sets the quotes on as many pages as they need: on the first, beside the
// map, of the size first in dp, and on full ones. It returns nil where pages are too
// small for that.
func (p *Painter) setPages(s *Sheet, f *Furniture, st *style, w *words, first, full [2]float64) []block {
	k := &setter{painter: p, style: st, words: w, paged: true}
	for _, k.size = range []float64{16, 14, 12, 11, 10} {
		if page, ok := k.arrange(s, first[0], first[1]); ok {
			return []block{page}
		}
	}
	g := &pager{setter: k, full: full, w: first[0], h: first[1], pages: make([]block, 1), head: k.size * 2.4}
	g.h -= k.size * 1.6 // that it goes on
	for i := range s.Places {
		if q := &s.Places[i]; q.Contested && len(byClass(q)) >= 2 && !g.contested(i+1, q) {
			return nil
		}
	}
	if !g.others(s) {
		return nil
	}
	if len(g.pages) == 1 { // it did fit, in other columns
		return g.pages
	}
	var next block
	k.text(&next, bold, k.size*0.9, st.ink, w.next, 0, first[0])
	g.pages[0].put(next, 0, first[1]-next.h)
	for i := range g.pages[1:] {
		var head block
		text := fmt.Sprintf(w.page, i+2, len(g.pages))
		for _, part := range []string{f.AsOf, f.Title} {
			if part != "" {
				text = part + " · " + text
			}
		}
		k.text(&head, bold, k.size*0.9, st.faint, text, 0, full[0])
		head.marks = append(head.marks, mark{y: head.h + k.size*0.3, rule: full[0], ink: st.faint})
		g.pages[i+1].put(head, 0, 0)
	}
	return g.pages
}

// contested sets a contested place, on several pages if need be.
func (g *pager) contested(n int, p *SheetPlace) bool {
	longest := 0
	for _, list := range byClass(p) {
		longest = max(longest, len(list))
	}
	for from := 0; from < longest; {
		// As many quotes of each voice as find room.
		fit, b := 0, block{}
		for lo, hi := from+1, longest; lo <= hi; {
			mid := (lo + hi + 1) / 2
			if from == 0 && hi == longest && lo == 1 {
				mid = longest // mostly all of them
			}
			if t := g.columns(n, p, g.w, from, mid); g.y+t.h <= g.h {
				fit, b, lo = mid, t, mid+1
			} else {
				hi = mid - 1
			}
		}
		if fit == 0 {
			if g.y <= g.top && len(g.pages) > 1 {
				return false // it would not fit on any page
			}
			g.turn()
			continue
		}
		from = fit
		page := g.page()
		page.put(b, 0, g.y)
		g.y += b.h
		page.marks = append(page.marks, mark{y: g.y - g.size*0.3, rule: g.w, ink: g.style.faint})
		g.y += g.size * 0.4
	}
	return true
}

// others sets the places on which nobody contradicts anybody, in columns.
func (g *pager) others(s *Sheet) bool {
	col, cols, w, top := 0, 0, 0.0, 0.0
	begin := func() {
		cols = max(1, int((g.w+sheetGap)/(g.column()+sheetGap)))
		w = (g.w - sheetGap*float64(cols-1)) / float64(cols)
		col, top = 0, g.y
	}
	begin()
	for i := range s.Places {
		p := &s.Places[i]
		if p.Contested && len(byClass(p)) >= 2 {
			continue
		}
		blocks := g.plain(i+1, p, w)
		for j := 0; j < len(blocks); j++ {
			b := blocks[j]
			if g.y+b.h > g.h && col+1 < cols && top+b.h <= g.h {
				col, g.y = col+1, top
			}
			if g.y+b.h > g.h {
				if top <= g.top && g.y <= g.top && len(g.pages) > 1 {
					return false
				}
				was := w
				g.turn()
				begin()
				if w != was { // columns of another width
					blocks = g.plain(i+1, p, w)
				}
				j--
				continue
			}
			g.page().put(b, float64(col)*(w+sheetGap), g.y)
			g.y += b.h
		}
	}
	return true
}
