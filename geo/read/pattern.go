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
type pattern struct {
	items    []item
	value    int32 // what it stands for: an index that its list defines
	anchored bool  // see findAnchors
}

type item struct {
	kind  itemKind
	words []int32 // entries
	lemma []int32
	class class
	caps  letterCase // the least capitalisation
	maybe bool
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
	var p pattern
	p.value = value
	for _, f := range patternFields(text) {
		it, err := l.compileItem(f, caseful)
		if err != nil {
			return err
		}
		p.items = append(p.items, it)
	}
	if len(p.items) == 0 || p.items[0].kind == gapItem || p.items[0].maybe {
		return errors.New("a pattern must start with a word, a verb or a class")
	}
	id := int32(len(l.sets[set]))
	l.sets[set] = append(l.sets[set], p)
	first := &p.items[0]
	switch first.kind {
	case wordItem:
		for _, w := range first.words {
			l.startsWith(w, set, id)
		}
		for w := range int32(len(l.entries)) {
			if l.entries[w].classes&first.class != 0 && !slices.Contains(first.words, w) {
				l.startsWith(w, set, id)
			}
		}
	case lemmaItem:
		for w := range int32(len(l.entries)) {
			for _, m := range first.lemma {
				if l.entries[w].lemma == m {
					l.startsWith(w, set, id)
				}
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

// patternStart is a pattern under a word that it starts with, with what is needed of
// the words behind it, so that most patterns need not be looked at.
type patternStart struct {
	pattern int32
	behind  behind
	needed  wordSet
}

// behind is where the words that a pattern needs stand.
type behind uint8

const (
	anything behind = iota // nothing is needed
	nextWord
	behindGap // the next few words
	behindModifiers
	behindBridge
	behinds
)

// wordSet is a set of words that may hold more than were put in.
type wordSet struct {
	words   uint64 // a bit for each 64th entry
	classes class
	numbers bool
}

func (s *wordSet) meets(o *wordSet) bool {
	return s.words&o.words != 0 || s.classes&o.classes != 0 || s.numbers && o.numbers
}

// addToken puts token i into the set.
func (d *document) addToken(s *wordSet, i int) {
	if i >= len(d.toks) {
		return
	}
	t := &d.toks[i]
	if t.word != 0 {
		s.words |= 1 << (t.word & 63)
		s.classes |= t.classes
	}
	s.numbers = s.numbers || t.kind == numberToken
}

// startsWith enters a pattern under a word that it can start with.
func (l *lexicon) startsWith(w int32, set patternSet, id int32) {
	e := &l.entries[w]
	e.starts[set] = append(e.starts[set], patternStart{pattern: id})
	e.sets |= 1 << set
}

// verbForms lists the forms of every verb.
func (l *lexicon) verbForms() map[int32][]int32 {
	forms := map[int32][]int32{}
	for w := range l.entries {
		if m := l.entries[w].lemma; m != 0 {
			forms[m] = append(forms[m], int32(w))
		}
	}
	return forms
}

// findNeeded says of every pattern what it needs behind its first word, once the
// words are known.
func (l *lexicon) findNeeded(forms map[int32][]int32) {
	for w := range l.entries {
		for set := range l.entries[w].starts {
			for n := range l.entries[w].starts[set] {
				s := &l.entries[w].starts[set][n]
				rest := l.sets[set][s.pattern].items[1:]
				s.behind = nextWord
				if len(rest) > 1 {
					switch rest[0].kind {
					case gapItem:
						s.behind, rest = behindGap, rest[1:]
					case modifierItem:
						s.behind, rest = behindModifiers, rest[1:]
					case bridgeItem:
						s.behind, rest = behindBridge, rest[1:]
					}
				}
				if !s.needed.addFirst(rest, forms) {
					s.behind = anything
				}
			}
		}
	}
}

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

// addFirst puts the words that the items can start with into the set; false when
// they can be any.
func (s *wordSet) addFirst(items []item, forms map[int32][]int32) bool {
	if len(items) == 0 {
		return false
	}
	switch it := &items[0]; it.kind {
	case wordItem:
		for _, w := range it.words {
			s.words |= 1 << (w & 63)
		}
		s.classes |= it.class
		s.numbers = s.numbers || it.class&numWord != 0
	case classItem:
		s.classes |= it.class
		s.numbers = s.numbers || it.class&numWord != 0
	case lemmaItem:
		for _, m := range it.lemma {
			for _, w := range forms[m] {
				s.words |= 1 << (w & 63)
			}
		}
	default:
		return false
	}
	return !items[0].maybe || s.addFirst(items[1:], forms)
}

// ahead is what stands behind a token that patterns start with: the words where
// each of them may stand, filled when they are asked for.
type ahead struct {
	token  int
	words  [behinds]wordSet
	filled [behinds]bool
}

// allows reports whether the pattern finds what it needs.
func (a *ahead) allows(d *document, s *patternStart) bool {
	if s.behind == anything {
		return true
	}
	if !a.filled[s.behind] {
		a.fill(d, s.behind)
	}
	return s.needed.meets(&a.words[s.behind])
}

func (a *ahead) fill(d *document, where behind) {
	a.filled[where] = true
	set, i := &a.words[where], a.token+1
	switch where {
	case nextWord:
		for ; i < len(d.toks) && d.transparent(i); i++ {
		}
		d.addToken(set, i)
	case behindGap:
		for n := 0; i < len(d.toks); i++ {
			d.addToken(set, i)
			if n++; d.endsClause(i) || n > maxGap && !d.transparent(i) {
				break
			}
		}
	case behindModifiers, behindBridge:
		it := item{kind: modifierItem}
		if where == behindBridge {
			it.kind = bridgeItem
		}
		for n := 0; i < len(d.toks); i++ {
			d.addToken(set, i)
			if n++; !d.spans(it.kind, i) || n > it.reach() && !d.transparent(i) {
				break
			}
		}
	}
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
			it.lemma = append(it.lemma, id)
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
			it.words = append(it.words, w)
			if caseful {
				it.caps = max(it.caps, listedCase(n))
			}
		}
	}
	return it, nil
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

// proper reports whether the pattern is a name: it asks for capitals.
func (p *pattern) proper() bool {
	for i := range p.items {
		if p.items[i].caps != lowerCase {
			return true
		}
	}
	return false
}

// match reports the token after the pattern when it stands at token i and ends
// before limit.
func (d *document) match(p *pattern, i, limit int) (end int, ok bool) {
	return d.matchItems(p.items, i, limit)
}

func (d *document) matchItems(items []item, i, limit int) (int, bool) {
	for k := range items {
		it := &items[k]
		if it.kind == gapItem {
			if k+1 == len(items) {
				return i, true
			}
			for n := 0; n <= maxGap && i < limit; n++ {
				if e, ok := d.matchItems(items[k+1:], i, limit); ok {
					return e, true
				}
				if d.endsClause(i) {
					break
				}
				i++
			}
			return 0, false
		}
		if it.kind == modifierItem || it.kind == bridgeItem {
			return d.matchAcross(items[k+1:], i, limit, it.kind)
		}
		if it.kind == endItem {
			if !d.closesVerb(i, limit) {
				return 0, false
			}
			continue
		}
		if it.kind == placeItem {
			for i < limit && d.transparent(i) {
				i++
			}
			list := d.mentionsIn(i, min(limit, i+12))
			if len(list) == 0 || list[0].first != i || !d.isSpot(&list[0]) {
				if it.maybe {
					continue
				}
				return 0, false
			}
			i = list[0].end
			continue
		}
		// hyphens, possessives and quotation marks inside do not count
		for i < limit && k > 0 && d.transparent(i) {
			i++
		}
		if i >= limit || !d.matchItem(it, i) {
			if it.maybe {
				continue
			}
			return 0, false
		}
		i++
	}
	return i, true
}

// mayMatch reports whether a pattern can stand at token i, whatever the limit
// and the places of the text: false means that match fails there.
func (d *document) mayMatch(items []item, i int) bool {
	for k := range items {
		it := &items[k]
		switch it.kind {
		case endItem, placeItem:
			return true
		case gapItem:
			if k+1 == len(items) {
				return true
			}
			for n := 0; n <= maxGap && i < len(d.toks); n++ {
				if d.mayMatch(items[k+1:], i) {
					return true
				}
				if d.endsClause(i) {
					break
				}
				i++
			}
			return false
		case modifierItem, bridgeItem:
			for most := it.reach(); most >= 0 && i < len(d.toks); most-- {
				if d.mayMatch(items[k+1:], i) {
					return true
				}
				if !d.spans(it.kind, i) {
					return false
				}
				i++
			}
			return false
		}
		for i < len(d.toks) && k > 0 && d.transparent(i) {
			i++
		}
		if i >= len(d.toks) || !d.matchItem(it, i) {
			if it.maybe {
				continue
			}
			return false
		}
		i++
	}
	return true
}

// How many tokens a "~" and a "&" may stand for.
const (
	maxModifiers = 7
	maxBridge    = 9
)

// matchAcross matches items behind the modifiers of a noun, or behind what stands
// between a subject and its verb, from token i.
func (d *document) matchAcross(items []item, i, limit int, kind itemKind) (int, bool) {
	for most := (&item{kind: kind}).reach(); most >= 0 && i < limit; most-- {
		if kind != bridgeItem || d.toks[i].tag != ingTag || d.tagAt(i-1) == auxTag || d.tagAt(i-1) == advTag {
			if e, ok := d.matchItems(items, i, limit); ok {
				return e, true
			}
		}
		if !d.spans(kind, i) {
			return 0, false
		}
		i++
	}
	return 0, false
}

// reach is how many tokens the item may stand for.
func (it *item) reach() int {
	if it.kind == bridgeItem {
		return maxBridge
	}
	return maxModifiers
}

// spans reports whether token i may be part of what the item stands for.
func (d *document) spans(kind itemKind, i int) bool {
	if kind == bridgeItem {
		return d.bridges(i)
	}
	return d.modifies(i)
}

// modifies reports whether token i may stand before the noun it belongs to.
func (d *document) modifies(i int) bool {
	switch t := &d.toks[i]; t.tag {
	case detTag, numTag, adjTag, nounTag, nameTag, possTag, advTag, partTag:
		return true
	default:
		return d.is(i, "of") || d.transparent(i) || t.kind == numberToken
	}
}

// bridges reports whether token i may stand between a subject and its verb.
func (d *document) bridges(i int) bool {
	if d.endsClause(i) {
		return false
	}
	switch d.toks[i].tag {
	case toTag:
		return d.isAny(i+1, "be", "have") // "are thought to be"
	case baseTag:
		return d.isAny(i, "be", "have")
	case verbTag, ingTag, relTag, subTag, thatTag, coordTag, pronTag:
		return false
	case partTag:
		return d.is(i, "been") || d.is(i+1, "to")
	}
	return true
}

// closesVerb reports whether nothing that belongs to the verb before token i
// follows it.
func (d *document) closesVerb(i, limit int) bool {
	if i >= limit || d.endsClause(i) {
		return true
	}
	switch d.toks[i].tag {
	case coordTag, subTag, advTag, relTag:
		return true
	case prepTag:
		return !d.isAny(i, "on", "back", "into", "under", "from", "to", "short", "of", "off", "up", "out", "behind", "for")
	}
	return d.toks[i].kind == closeToken || d.isTime(i)
}

// transparent tokens may stand between the words of a pattern.
func (d *document) transparent(i int) bool {
	switch d.toks[i].kind {
	case hyphenToken, openToken, closeToken:
		return true
	case cliticToken:
		return d.is(i, "'s") || d.str(i) == "’s"
	}
	return false
}

func (d *document) matchItem(it *item, i int) bool {
	t := &d.toks[i]
	if it.kind == lemmaItem && t.kind == cliticToken && t.tag == auxTag {
		for _, id := range it.lemma {
			if d.lex.lemmas[id].text == "be" {
				return true // "she's convinced that"
			}
		}
	}
	if t.kind == numberToken && it.class&numWord != 0 {
		return true
	}
	if t.word == 0 || t.caps < it.caps {
		return false
	}
	switch it.kind {
	case wordItem:
		for _, w := range it.words {
			if w == t.word {
				return true
			}
		}
		return it.class != 0 && t.classes&it.class != 0
	case lemmaItem:
		switch t.tag {
		case prepTag, subTag, advTag, coordTag, nounTag, nameTag:
			return false // "near", "the fire", "the Sever group"
		case auxTag:
			if t.classes&(beWord|haveWord) == 0 {
				return false
			}
		case adjTag:
			if i+1 < len(d.toks) && (d.toks[i+1].tag == nounTag || d.toks[i+1].tag == nameTag || d.toks[i+1].tag == adjTag) {
				return false // "captured soldiers"
			}
		}
		m := t.lemma
		for _, w := range it.lemma {
			if w == m && m != 0 {
				return true
			}
		}
	case classItem:
		return t.classes&it.class != 0
	}
	return false
}

// longest finds the longest pattern of a set that starts at token i and ends
// before limit.
func (d *document) longest(set patternSet, i, limit int) (p *pattern, end int) {
	if !d.toks[i].opens(set) {
		return nil, 0
	}
	return d.longestOf(set, i, limit, d.toks[i].patterns)
}

// opens reports whether patterns of the set start with the token's word.
func (t *token) opens(set patternSet) bool { return t.starts>>set&1 != 0 }

// longestOf is longest for the patterns that start with the word at that row of
// lexicon.patterned.
func (d *document) longestOf(set patternSet, i, limit int, row int32) (p *pattern, end int) {
	ahead := ahead{token: i}
	list := d.lex.patterned[row].starts[set]
	for n := range list {
		if !ahead.allows(d, &list[n]) {
			continue
		}
		q := &d.lex.sets[set][list[n].pattern]
		if e, ok := d.match(q, i, limit); ok && e > end {
			p, end = q, e
		}
	}
	return p, end
}

// endsClause reports whether token i is a mark that separates clauses.
func (d *document) endsClause(i int) bool {
	if i >= len(d.toks) {
		return true
	}
	t := &d.toks[i]
	if t.kind == dashToken {
		return true
	}
	if t.kind != punctToken {
		return false
	}
	switch d.char(i) {
	case ',', ';', ':', '.', '!', '?', '(', ')':
		return true
	}
	return false
}
