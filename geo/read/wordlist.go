package read

import (
	"slices"
	"strings"
)

// wordList is a list of lower-case words that tokens are compared with.
type wordList struct {
	marks uint64 // of its words, a bit each
	set   listSet
	words []string
}

// listSet is a set of word lists. What is known of a form says which lists it is in,
// so that neither a long list nor several of them cost more than a short one.
type listSet [6]uint64

func (s *listSet) add(o *listSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

func (s *listSet) meets(o *listSet) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2]|s[3]&o[3]|s[4]&o[4]|s[5]&o[5] != 0
}

// listed are the lists in which each word stands that any of them has; lists is how
// many there are.
var (
	listed = map[string]listSet{}
	lists  int
)

// listSets are the sets that words stand in, each once, so that they stay in the
// processor's cache; the first is empty. listRows says which is that of a word. They
// are made when all lists are.
var (
	listSets []listSet
	listRows map[string]uint16
)

func init() {
	listSets, listRows = make([]listSet, 1), make(map[string]uint16, len(listed))
	rows := map[listSet]uint16{}
	for w, set := range listed {
		row, ok := rows[set]
		if !ok {
			row = uint16(len(listSets))
			rows[set], listSets = row, append(listSets, set)
		}
		listRows[w] = row
	}
}

// listOf makes the list of words with spaces between them.
func listOf(words string) wordList {
	l := wordList{words: strings.Fields(words)}
	l.set[lists/64] = 1 << (lists % 64)
	lists++
	for _, w := range l.words {
		l.marks |= 1 << markOf(w[0], w[len(w)-1], len(w))
		set := listed[w]
		set.add(&l.set)
		listed[w] = set
	}
	return l
}

// setOf is the set of some lists.
func setOf(list ...*wordList) (set listSet) {
	for _, l := range list {
		set.add(&l.set)
	}
	return set
}

// isOf reports whether token i is one of the words of the list, in any case. Most
// tokens are told from all of them by their marks.
func (d *document) isOf(i int, l *wordList) bool {
	return uint(i) < uint(len(d.toks)) && l.marks>>(d.toks[i].mark&63)&1 != 0 && d.stands(i, l)
}

func (d *document) stands(i int, l *wordList) bool {
	if t := &d.toks[i]; t.form != 0 {
		return listSets[t.lists].meets(&l.set)
	}
	return slices.Contains(l.words, d.word(i))
}

// anyOf reports whether one of tokens [i, j) is one of the words of the list.
func (d *document) anyOf(i, j int, l *wordList) bool {
	for ; i < j; i++ {
		if d.isOf(i, l) {
			return true
		}
	}
	return false
}

// listsOf are the lists in which the word token i stands.
func (d *document) listsOf(i int) *listSet { return &listSets[d.toks[i].lists] }

// isIn reports whether token i stands in any of the lists.
func (d *document) isIn(i int, set *listSet) bool { return d.listsOf(i).meets(set) }

// listedWord is the bit of token.starts of words that stand in any list.
const listedWord = anchorWord << 1

// nextOf is the next of tokens [i, j) that stands in any of the lists, j when none does.
func (d *document) nextOf(i, j int, set *listSet) int {
	if d.lacks(i, j, set) {
		return j
	}
	for i < j && !d.listsOf(i).meets(set) {
		i++
	}
	return i
}

// lacks reports whether none of tokens [i, j) stands in any of the lists, as far as
// the sentence of token i shows.
func (d *document) lacks(i, j int, set *listSet) bool {
	if i >= j {
		return true
	}
	st := &d.sents[d.toks[i].sent]
	return j <= st.end && !st.lists.meets(set)
}
