package read

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
)

// patternSet is a collection of patterns that are looked for together.
type patternSet uint8

const (
	partySet  patternSet = iota // parties.tsv: people, organisations, demonyms
	statusSet                   // verification.tsv
	typeSet                     // types.tsv
	modalSet                    // modality.tsv: hedges, negations, conditions
	phraseSet                   // cue_phrases.tsv
	patternSets
)

// pattern is a sequence of words to be found in a text. The form in a list:
//
//	word          the word itself (any case; capitals in the list ask for a capital)
//	a/b/c         one of these
//	<take/seize>  any form of these verbs
//	@settlement   any word of the class
//	*             up to four words, not across the end of a clause
//	?word         the item may be missing
//	%             the name of a place, or "the town"
//	~             what may stand before a noun: articles, numbers, adjectives, other nouns, "most of the"
//	&             what may stand between a subject and its verb: a prepositional phrase, "had not been"
//	$             nothing that belongs to the verb follows: a mark, an adverb, "in", "during", the end
//
// Patterns and items are small, and those of a lexicon lie together: of thousands few
// are looked at in a sentence, each time others, and what is spread over memory would
// have to be waited for.
type pattern struct {
	needed wordSet // by its words behind the first, see behind
	first  int32   // it is lexicon.items[first : first+n]
	value  int32   // what it stands for: an index that its list defines
	n      uint8
	behind behind
	proper bool // it is a name: it asks for capitals
}

type item struct {
	class class
	ids   [3]int32 // its words (entries) or verbs (lemmas); of more than three, where they stand in lexicon.listed
	n     uint8    // how many
	kind  itemKind
	caps  letterCase // the least capitalisation
	maybe bool
}

// itemsOf are the items of a pattern.
func (l *lexicon) itemsOf(p *pattern) []item { return l.items[p.first : p.first+int32(p.n)] }

// idsOf are the words or the verbs of an item.
func (l *lexicon) idsOf(it *item) []int32 {
	if int(it.n) <= len(it.ids) {
		return it.ids[:it.n]
	}
	return l.listed[it.ids[0] : it.ids[0]+int32(it.n)]
}

// setIDs gives an item its words or verbs.
func (l *lexicon) setIDs(it *item, ids []int32) error {
	if len(ids) > math.MaxUint8 {
		return fmt.Errorf("there are more than %d words between slashes", math.MaxUint8)
	}
	it.n = uint8(len(ids))
	if copy(it.ids[:], ids) < len(ids) {
		it.ids[0] = int32(len(l.listed))
		l.listed = append(l.listed, ids...)
	}
	return nil
}

type itemKind uint8

const (
	wordItem itemKind = iota
	lemmaItem
	classItem
	gapItem
	endItem
	placeItem
	modifierItem
	bridgeItem
)

// maxGap is how many tokens a "*" may stand for.
const maxGap = 5

// addPattern compiles a pattern and enters it under the words it can start with.
func (l *lexicon) addPattern(set patternSet, text string, value int32, caseful bool) error {
	p := pattern{first: int32(len(l.items)), value: value}
	for _, f := range patternFields(text) {
		it, err := l.compileItem(f, caseful)
		if err != nil {
			return err
		}
		l.items = append(l.items, it)
		p.proper = p.proper || it.caps != lowerCase
	}
	items := l.items[p.first:]
	if len(items) == 0 || items[0].kind == gapItem || items[0].maybe {
		return errors.New("a pattern must start with a word, a verb, a class or a place")
	}
	id := int32(len(l.sets[set]))
	if len(items) > math.MaxUint8 || id > math.MaxUint16 {
		return errors.New("a pattern has too many words, or there are too many patterns")
	}
	p.n = uint8(len(items))
	p.findNeeded(l)
	l.sets[set] = append(l.sets[set], p)
	first := &items[0]
	words := l.idsOf(first)
	switch first.kind {
	case wordItem:
		for _, w := range words {
			l.startsWith(w, set, id)
		}
		if first.class == 0 {
			break
		}
		for w := range int32(len(l.entries)) {
			if l.entries[w].classes&first.class != 0 && !slices.Contains(words, w) {
				l.startsWith(w, set, id)
			}
		}
	case lemmaItem:
		for _, m := range words {
			for _, w := range l.lemmas[m].forms {
				l.startsWith(w, set, id)
			}
		}
	case classItem:
		for w := range int32(len(l.entries)) {
			if l.entries[w].classes&first.class != 0 {
				l.startsWith(w, set, id)
			}
		}
	}
	return nil
}

// patternFields splits a pattern at spaces and inner hyphens, which the
// tokeniser drops as well.
func patternFields(text string) []string {
	var out []string
	for _, f := range strings.Fields(text) {
		if f[0] == '<' || f[0] == '@' || f == "*" || f == "$" || f == "%" || f == "~" || f == "&" || strings.Contains(f, "/@") {
			out = append(out, f)
			continue
		}
		out = append(out, strings.FieldsFunc(f, func(r rune) bool { return r == '-' })...)
	}
	return out
}

func (l *lexicon) compileItem(f string, caseful bool) (item, error) {
	var it item
	var ids []int32
	if len(f) > 1 && f[0] == '?' {
		it.maybe = true
		f = f[1:]
	}
	switch {
	case f == "*":
		it.kind = gapItem
	case f == "$":
		it.kind = endItem
	case f == "%":
		it.kind = placeItem
	case f == "~":
		it.kind = modifierItem
	case f == "&":
		it.kind = bridgeItem
	case f[0] == '@':
		it.kind = classItem
		for _, n := range strings.Split(f[1:], "/") {
			c, ok := classNames[strings.TrimPrefix(n, "@")]
			if !ok {
				return it, fmt.Errorf("there is no word class %q (a word beside a class goes before it: a/@%s)", n, n)
			}
			it.class |= c
		}
	case f[0] == '<' && strings.HasSuffix(f, ">"):
		it.kind = lemmaItem
		for _, n := range strings.Split(f[1:len(f)-1], "/") {
			id, ok := l.byLemma[n]
			if !ok {
				id = l.addVerb(n, nil, 0) // a verb in no list is a regular one
			}
			ids = append(ids, id)
		}
	default:
		for _, n := range strings.Split(f, "/") {
			if n != "" && n[0] == '@' {
				c, ok := classNames[n[1:]]
				if !ok {
					return it, fmt.Errorf("there is no word class %q", n[1:])
				}
				it.class |= c
				continue
			}
			w := l.word(n)
			if w == 0 {
				return it, fmt.Errorf("%q has no letters", n)
			}
			ids = append(ids, w)
			if caseful {
				it.caps = max(it.caps, listedCase(n))
			}
		}
	}
	return it, l.setIDs(&it, ids)
}

// listedCase is the capitalisation that a listed word asks for: all capitals
// only for short words, which could be other words ("US", "WHO").
func listedCase(w string) letterCase {
	switch c := caseOf(strings.ReplaceAll(w, ".", "")); {
	case c == upperCase && len(w) <= 4:
		return upperCase
	case c != lowerCase && unicode.IsLetter([]rune(w)[0]):
		return titleCase
	}
	return lowerCase
}
