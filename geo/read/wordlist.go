package read

import (
	"fmt"
	"slices"
	"strings"
)

// wordList is a list of lower-case words that tokens are compared with.
type wordList struct {
	marks uint64 // of its words, a bit each
	index int    // its bit in listRows
	words []string
}

// listSet is a set of word lists that are asked for together: those of which sentences
// know which have words in them. Their bits are those of gates.
type listSet [3]uint64

func (s *listSet) add(o *listSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

func (s *listSet) meets(o *listSet) bool {
	return s[0]&o[0]|s[1]&o[1]|s[2]&o[2] != 0
}

// listed are the lists in which each word stands that any of them has; lists is how
// many there are; gates has 1 + the bit in a listSet of each that is part of one.
var (
	listed = map[string][]int{}
	lists  int
	gates  = map[int]int{}
)

// Which lists a word stands in, so that neither a long list nor several of them cost more
// than a short one. Words that stand in the same lists share a row, which so stays in the
// processor's cache; the first row is empty. listRowOf says which is that of a word. All
// are made when all lists are.
var (
	rowWords  int       // how many words of 64 bits a row of listBits has
	listBits  []uint64  // the lists of each row, a bit each
	listSets  []listSet // those of them that are part of a set
	listRowOf map[string]uint16
)

func init() {
	rowWords = (lists + 63) / 64
	listBits, listSets, listRowOf = make([]uint64, rowWords), make([]listSet, 1), make(map[string]uint16, len(listed))
	rows := map[string]uint16{}
	for w, of := range listed {
		bits, set := make([]uint64, rowWords), listSet{}
		for _, n := range of {
			bits[n/64] |= 1 << (n % 64)
			if g := gates[n]; g > 0 {
				set[(g-1)/64] |= 1 << ((g - 1) % 64)
			}
		}
		key := fmt.Sprint(bits)
		row, ok := rows[key]
		if !ok {
			row = uint16(len(listSets))
			rows[key], listBits, listSets = row, append(listBits, bits...), append(listSets, set)
		}
		listRowOf[w] = row
	}
}

// listOf makes the list of words with spaces between them.
func listOf(words string) wordList {
	l := wordList{words: strings.Fields(words), index: lists}
	lists++
	for _, w := range l.words {
		l.marks |= 1 << markOf(w[0], w[len(w)-1], len(w))
		listed[w] = append(listed[w], l.index)
	}
	return l
}

// setOf is the set of some lists.
func setOf(list ...*wordList) (set listSet) {
	for _, l := range list {
		if gates[l.index] == 0 {
			gates[l.index] = len(gates) + 1
		}
		n := gates[l.index] - 1
		set[n/64] |= 1 << (n % 64)
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
		return listBits[int(t.lists)*rowWords+l.index/64]>>(l.index%64)&1 != 0
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

// listsOf are the lists that are part of sets in which the word token i stands.
func (d *document) listsOf(i int) *listSet { return &listSets[d.toks[i].lists] }

// isIn reports whether token i stands in any of the lists.
func (d *document) isIn(i int, set *listSet) bool { return d.listsOf(i).meets(set) }

// listedWord is the bit of token.starts of words that stand in any list, gateWord of those
// in one that is part of a set.
const (
	listedWord = anchorWord << 1
	gateWord   = listedWord << 1
)

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
