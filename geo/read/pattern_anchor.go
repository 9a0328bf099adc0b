package read

import (
	"math"
	"math/bits"
	"slices"
)

// anchors are bits of the patterns of each set. The anchor of a pattern is the item
// whose words are the rarest of it: where none of them stands in a sentence, the
// pattern does not. Anchors share bits.
type anchors [patternSets]uint64

// firstAnchor is the bit of patterns of which no item is rarer than the first.
const firstAnchor uint64 = 1

// anchor is the number of a pattern's anchor, 0 of firstAnchor. Its bit is that of its lower
// six bits; where there are thousands of patterns, most of them would so be looked at for
// nothing, and all eight are asked for.
type anchor uint8

func (a anchor) bit() uint64 { return 1 << (a & 63) }

// wideAnchors is a set of anchors by all their bits.
type wideAnchors [4]uint64

func (w *wideAnchors) put(a anchor) { w[a>>6] |= 1 << (a & 63) }

func (w *wideAnchors) has(a anchor) bool { return w[a>>6]>>(a&63)&1 != 0 }

func (w *wideAnchors) add(o *wideAnchors) {
	for n := range w {
		w[n] |= o[n]
	}
}

// narrow are the bits of the anchors by their lower bits alone.
func (w *wideAnchors) narrow() uint64 { return w[0] | w[1] | w[2] | w[3] }

// anchorWord is the bit of token.starts of words that are anchors.
const anchorWord = 1 << patternSets

// findAnchors gives every pattern its anchor, and every word those that it is.
func (l *lexicon) findAnchors() {
	words := itemWords{l, map[class][]int32{}}
	l.anchors, l.typeAnchors = make([]anchors, 1), make([]wideAnchors, 1)
	for set := range l.opens {
		l.opens[set] = make([]patternStarts, 1)
	}
	row := func(e *entry) int32 {
		if e.patterns == 0 {
			e.patterns = int32(len(l.anchors))
			l.anchors, l.typeAnchors = append(l.anchors, anchors{}), append(l.typeAnchors, wideAnchors{})
			for set := range l.opens {
				l.opens[set] = append(l.opens[set], patternStarts{})
			}
		}
		return e.patterns
	}
	for set := range l.sets {
		l.anchorOf[set] = make([]anchor, len(l.sets[set]))
		for id := range l.sets[set] {
			it := words.rarest(l.itemsOf(&l.sets[set][id]))
			if it == nil {
				continue
			}
			a := it.anchor(l)
			l.anchorOf[set][id] = a
			for _, w := range words.of(it) {
				e := &l.entries[w]
				e.sets |= anchorWord
				l.anchors[row(e)][set] |= a.bit()
				if patternSet(set) == typeSet {
					l.typeAnchors[row(e)].put(a)
				}
			}
		}
	}
	for w := range l.entries {
		e := &l.entries[w]
		if e.sets&^anchorWord == 0 {
			continue
		}
		n := row(e)
		for set := range l.opens {
			o := patternStarts{first: int32(len(l.opened[set])), n: int32(len(e.starts[set]))}
			for _, id := range e.starts[set] {
				l.opened[set] = append(l.opened[set], uint16(id))
				l.openedAnchors[set] = append(l.openedAnchors[set], l.anchorOf[set][id])
				o.anchors |= l.anchorOf[set][id].bit()
			}
			l.opens[set][n] = o
		}
	}
}

// anchor is a number that stands for the item's words.
func (it *item) anchor(l *lexicon) anchor {
	n := uint64(it.class)
	for _, id := range l.idsOf(it) {
		if it.kind == lemmaItem {
			n += uint64(id) << 32
		} else {
			n += uint64(id)
		}
	}
	high, low := bits.Mul64(n, 0x9e3779b97f4a7c15)
	n = high ^ low
	return anchor(1 + n%63 + n/63%4*64)
}

// itemWords lists the words that items can stand for.
type itemWords struct {
	l       *lexicon
	classes map[class][]int32
}

func (x *itemWords) of(it *item) []int32 {
	var out []int32
	for _, id := range x.l.idsOf(it) {
		if it.kind == lemmaItem {
			out = append(out, x.l.lemmas[id].forms...)
		} else {
			out = append(out, id)
		}
	}
	if it.class == 0 {
		return out
	}
	list, ok := x.classes[it.class]
	if !ok {
		for w := range x.l.entries {
			if x.l.entries[w].classes&it.class != 0 {
				list = append(list, int32(w))
			}
		}
		x.classes[it.class] = list
	}
	return append(out, list...)
}

// rarest is the item that must be there whose words are the rarest, nil when none is
// rarer than the first.
func (x *itemWords) rarest(items []item) (best *item) {
	least := math.MaxInt // a first item that is no word is found anywhere
	if items[0].kind <= classItem {
		least = x.frequency(&items[0])
	}
	for k := range items {
		it := &items[k]
		if k == 0 || it.maybe || it.kind > classItem || it.class&numWord != 0 || x.hasBe(it) {
			continue // what may be missing, or be a number or "'s"
		}
		if n := x.frequency(it); n < least {
			best, least = it, n
		}
	}
	return best
}

// hasBe reports whether the item is the verb "be", which may be part of the word
// before it.
func (x *itemWords) hasBe(it *item) bool {
	return it.kind == lemmaItem && slices.ContainsFunc(x.l.idsOf(it), func(m int32) bool { return x.l.lemmas[m].text == "be" })
}

// frequency guesses how often an item's words occur.
func (x *itemWords) frequency(it *item) (sum int) {
	const often = detWord | possWord | demWord | subjPron | objPron | whWord | prepWord | coordWord | subordWord | beWord | haveWord | doWord | modalWord | negWord | advWord
	for _, w := range x.of(it) {
		if x.l.entries[w].classes&often != 0 {
			sum += 1000
		}
		sum++
	}
	return sum
}

// add adds the anchors that a word is.
func (a *anchors) add(o *anchors) {
	for set := range a {
		a[set] |= o[set]
	}
}

// joinAnchors lets sentences that no mark closes have the anchors of the next, too: a
// pattern may go on into it.
func (d *document) joinAnchors() {
	for s := len(d.sents) - 2; s >= 0; s-- {
		if st := &d.sents[s]; !d.closed(st) {
			st.anchors.add(&d.sents[s+1].anchors)
		}
	}
}

// closed reports whether a mark stands behind the sentence that no pattern goes across.
func (d *document) closed(st *sentence) bool {
	i := st.end - 1
	for i > st.first && d.toks[i].kind == closeToken {
		i--
	}
	return d.endsClause(i) && d.char(i) != ','
}
