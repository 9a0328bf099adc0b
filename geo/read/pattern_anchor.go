package read

import (
	"math"
	"slices"
)

// wordPatterns is what a word is to the patterns.
type wordPatterns struct {
	starts  [patternSets][]patternStart // they start with it
	anchors []int32                     // type patterns that need it and that few texts have
}

// findAnchors says of every type pattern which of its words is the rarest: where
// that does not stand behind a token, the pattern cannot start there.
func (l *lexicon) findAnchors(forms map[int32][]int32) {
	words := itemWords{l, forms, map[class][]int32{}}
	l.patterned = make([]wordPatterns, 1)
	at := func(w int32) *wordPatterns {
		e := &l.entries[w]
		if e.patterns == 0 {
			e.patterns = int32(len(l.patterned))
			l.patterned = append(l.patterned, wordPatterns{})
		}
		return &l.patterned[e.patterns]
	}
	for w := range int32(len(l.entries)) {
		if l.entries[w].sets != 0 {
			at(w).starts = l.entries[w].starts
		}
	}
	for id := range l.sets[typeSet] {
		p := &l.sets[typeSet][id]
		rarest, least := 0, 0
		for k := range p.items {
			if it := &p.items[k]; !it.maybe && it.kind <= classItem && it.class&numWord == 0 {
				if n := words.frequency(it); k == 0 || n < least {
					rarest, least = k, n
				}
			} else if k == 0 {
				least = math.MaxInt
			}
		}
		if p.anchored = rarest > 0; !p.anchored {
			continue
		}
		for _, w := range words.of(&p.items[rarest]) {
			x := at(w)
			x.anchors = append(x.anchors, int32(id))
		}
	}
}

// itemWords lists the words that items can stand for.
type itemWords struct {
	l       *lexicon
	forms   map[int32][]int32 // of verbs
	classes map[class][]int32
}

func (x *itemWords) of(it *item) []int32 {
	out := slices.Clone(it.words)
	for _, m := range it.lemma {
		out = append(out, x.forms[m]...)
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
