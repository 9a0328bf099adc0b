package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerSlavic folds capitals and ё without changing the length of the text.
func lowerSlavic(s string) string {
	return strings.Map(func(r rune) rune {
		low := unicode.ToLower(r)
		switch {
		case low == 'ё':
			return 'е'
		case utf8.RuneLen(low) != utf8.RuneLen(r):
			return r
		}
		return low
	}, s)
}

// slavicHit is a pattern that was found at tokens [first, end).
type slavicHit struct {
	first, end int
	p          *slavicPattern
}

// slavicText is what the patterns found in a document: the hits that start at
// token i are hits[at[i]:at[i+1]].
type slavicText struct {
	low  string
	hits []slavicHit
	at   []int32
}

// match finds every pattern of the document.
func (l *slavicLexicon) match(d *document) *slavicText {
	x := &slavicText{low: strings.ToValidUTF8(lowerSlavic(d.text), "?"), at: make([]int32, len(d.toks)+1)}
	if len(x.low) != len(d.text) {
		x.low = d.text // not valid UTF-8: nothing is folded
	}
	for i := range d.toks {
		x.at[i] = int32(len(x.hits))
		if d.toks[i].kind != wordToken {
			continue
		}
		end := d.sents[d.toks[i].sent].end
		w := x.str(d, i)
		for _, id := range l.words[w] {
			x.try(d, &l.patterns[id], i, end)
		}
		for n := range w {
			if n > l.longest {
				break
			}
			for _, id := range l.stems[w[:n]] {
				x.try(d, &l.patterns[id], i, end)
			}
		}
		for _, id := range l.stems[w] {
			x.try(d, &l.patterns[id], i, end)
		}
		x.converb(l, i, w)
	}
	x.at[len(d.toks)] = int32(len(x.hits))
	return x
}

func (x *slavicText) str(d *document, i int) string { return x.low[d.toks[i].start:d.toks[i].end] }

func (x *slavicText) try(d *document, p *slavicPattern, i, limit int) {
	if end, ok := x.items(d, p.items[1:], i+1, limit); ok {
		x.hits = append(x.hits, slavicHit{i, end, p})
	}
}

func (x *slavicText) items(d *document, items []slavicItem, i, limit int) (int, bool) {
	for k := range items {
		it := &items[k]
		if it.gap {
			for n := 0; n <= slavicMaxGap && i < limit; n++ {
				if end, ok := x.items(d, items[k+1:], i, limit); ok {
					return end, true
				}
				if d.endsClause(i) {
					break
				}
				i++
			}
			return 0, false
		}
		j := i
		for j < limit && (d.toks[j].kind == hyphenToken || d.toks[j].kind == openToken || d.toks[j].kind == closeToken) {
			j++
		}
		if it.place && j < limit {
			if k := d.mentionIndex(j); k < len(d.mentions) && d.mentions[k].first == j {
				i = d.mentions[k].end
				continue
			}
		}
		if j >= limit || !x.item(d, it, j) {
			if it.maybe {
				continue
			}
			return 0, false
		}
		i = j + 1
	}
	return i, true
}

func (x *slavicText) item(d *document, it *slavicItem, i int) bool {
	t := &d.toks[i]
	if it.number {
		return t.kind == numberToken
	}
	if t.kind != wordToken {
		return false
	}
	w := x.str(d, i)
	for _, v := range it.words {
		if v == w {
			return true
		}
	}
	for _, v := range it.stems {
		if strings.HasPrefix(w, v) {
			return true
		}
	}
	return false
}

// starting lists the hits that start at token i.
func (x *slavicText) starting(i int) []slavicHit { return x.hits[x.at[i]:x.at[i+1]] }

// in lists the hits that start in tokens [i, j).
func (x *slavicText) in(i, j int) []slavicHit {
	if i >= j {
		return nil
	}
	return x.hits[x.at[i]:x.at[j]]
}

// find is the longest hit of a kind that starts at token i.
func (x *slavicText) find(kind slavicKind, i int) (h slavicHit, ok bool) {
	for _, g := range x.starting(i) {
		if g.p.kind == kind && (!ok || g.end > h.end) {
			h, ok = g, true
		}
	}
	return h, ok
}

// is reports whether token i is a word of the closed classes.
func (x *slavicText) is(i int, c slavicClass) bool {
	if i < 0 || i+1 >= len(x.at) {
		return false
	}
	for _, g := range x.starting(i) {
		if g.p.kind == slavicWord && g.p.words&c != 0 && g.end == i+1 {
			return true
		}
	}
	return false
}
