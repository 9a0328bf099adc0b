package read

import (
	"slices"
	"strings"
)

// soundOf is the first consonant of a given name, which it keeps from one language to
// another: Aleksandr and Oleksandr, Sergei and Serhii, Nikolai and Mykola.
func soundOf(name string) rune {
	for _, c := range strings.ToLower(name) {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j':
		case 'g':
			return 'h'
		case 'n':
			return 'm'
		case 'c':
			return 'k'
		case 'w':
			return 'v'
		case 't':
			return 'f' // Timofey and Fedir
		default:
			return c
		}
	}
	return 0
}

// isNamesake reports whether the surname at token i is that of another than the person e
// of the table, by the given name before it here or where it stood first.
func (d *document) isNamesake(i int, e *partyEntry, others *[]int32) bool {
	known, _, two := strings.Cut(e.name, " ")
	if !two || known == "" {
		return false
	}
	if p := i - 1; p >= d.sents[d.toks[i].sent].first && d.toks[p].caps == titleCase && (d.has(p, firstName) || p > d.sents[d.toks[i].sent].first && d.toks[p].tag == nameTag && !d.has(p, orgWord|mediaWord|demonymWord)) && !d.has(p, titleWord|rankWord|roleWord) {
		if soundOf(d.str(p)) == soundOf(known) {
			return false
		}
		*others = append(*others, d.toks[i].word)
		return true
	}
	return slices.Contains(*others, d.toks[i].word)
}

// namesake reports whether a surname of the table is that of another: a given name of
// another initial stands before it, in the phrase that starts at token i.
func (d *document) namesake(h *partyHit, i int) bool {
	k := h.first - 1
	if h.entry.kind != personKind || h.end-h.first != 1 || k < i || !d.has(k, firstName) || h.entry.name == "" {
		return false
	}
	for ; k >= i && d.toks[k].tag == nameTag; k-- {
		if initialOf(d.str(k)[0]) == initialOf(h.entry.name[0]) {
			return false
		}
	}
	return true
}

// initialOf is the same for the initials that one given name has in different
// spellings: Oleksandr and Alexander, Mykola and Nikolai, Yevhen and Evgeny.
func initialOf(c byte) byte {
	switch c | 0x20 {
	case 'a', 'o':
		return 'a'
	case 'm', 'n':
		return 'm'
	case 'e', 'y', 'i', 'j':
		return 'e'
	case 'h', 'g':
		return 'g'
	case 'd', 't':
		return 'd'
	case 'p', 'f', 'v', 'w':
		return 'v'
	}
	return c | 0x20
}
