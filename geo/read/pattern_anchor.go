package read

import (
	"math"
	"slices"
)

// typeWord is what a word is to the type patterns: lexicon.typeIDs[at:] are those that
// start with it, then those that need it and that few texts have. They lie together,
// since every word of a text asks for its own.
type typeWord struct {
	at              int32
	starts, anchors int32 // how many
}

// findAnchors says of every type pattern which of its words is the rarest: where
// that does not stand behind a token, the pattern cannot start there.
func (l *lexicon) findAnchors(forms map[int32][]int32) {
	words := itemWords{l, forms, map[class][]int32{}}
	starts, anchors := make([][]int32, 1), make([][]int32, 1) // of each row
	for set := range l.starts {
		l.starts[set] = make([]patternStarts, 1)
	}
	row := func(w int32) int32 {
		e := &l.entries[w]
		if e.patterns == 0 {
			e.patterns = int32(len(starts))
			starts, anchors = append(starts, nil), append(anchors, nil)
			for set := range l.starts {
				l.starts[set] = append(l.starts[set], patternStarts{})
			}
		}
		return e.patterns
	}
	for w := range int32(len(l.entries)) {
		if l.entries[w].sets == 0 {
			continue
		}
		n := row(w)
		for set := range l.starts {
			l.starts[set][n].set(l.entries[w].starts[set])
		}
		for _, s := range l.entries[w].starts[typeSet] {
			starts[n] = append(starts[n], s.pattern)
		}
	}
	l.noAnchors = make([]int32, len(l.sets[typeSet]))
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
		if rarest == 0 {
			l.noAnchors[id] = math.MaxInt32
			continue
		}
		for _, w := range words.of(&p.items[rarest]) {
			n := row(w)
			anchors[n] = append(anchors[n], int32(id))
		}
	}
	for n := range starts {
		l.typeWords = append(l.typeWords, typeWord{int32(len(l.typeIDs)), int32(len(starts[n])), int32(len(anchors[n]))})
		l.typeIDs = append(append(l.typeIDs, starts[n]...), anchors[n]...)
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
