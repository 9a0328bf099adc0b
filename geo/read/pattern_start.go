package read

// patternStarts are the patterns of a set that start with a word.
type patternStarts struct {
	anchors  uint64 // of any of them
	first, n int32  // they are lexicon.opened[first : first+n]
}

// openedBy are the patterns of the set that start with a word, and their anchors.
func (l *lexicon) openedBy(set patternSet, o *patternStarts) ([]uint16, []anchor) {
	return l.opened[set][o.first : o.first+o.n], l.openedAnchors[set][o.first : o.first+o.n]
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
	lemmas  uint64 // a bit for each 64th verb
	classes class
}

func (s *wordSet) meets(o *wordSet) bool {
	return s.words&o.words|s.lemmas&o.lemmas|uint64(s.classes&o.classes) != 0
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
		if t.lemma != 0 {
			s.lemmas |= 1 << (t.lemma & 63)
		}
	}
	if t.kind == numberToken {
		s.classes |= numWord
	}
}

// startsWith enters a pattern under a word that it can start with.
func (l *lexicon) startsWith(w int32, set patternSet, id int32) {
	e := &l.entries[w]
	e.starts[set] = append(e.starts[set], id)
	e.sets |= 1 << set
}

// findNeeded says what the pattern needs behind its first word, so that most patterns
// need not be looked at.
func (p *pattern) findNeeded(l *lexicon) {
	p.behind = nextWord
	rest := l.itemsOf(p)[1:]
	if len(rest) > 1 {
		switch rest[0].kind {
		case gapItem:
			p.behind, rest = behindGap, rest[1:]
		case modifierItem:
			p.behind, rest = behindModifiers, rest[1:]
		case bridgeItem:
			p.behind, rest = behindBridge, rest[1:]
		}
	}
	if !p.needed.addFirst(l, rest) {
		p.behind = anything
	}
}

// addFirst puts the words that the items can start with into the set; false when
// they can be any.
func (s *wordSet) addFirst(l *lexicon, items []item) bool {
	if len(items) == 0 {
		return false
	}
	switch it := &items[0]; it.kind {
	case wordItem:
		for _, w := range l.idsOf(it) {
			s.words |= 1 << (w & 63)
		}
		s.classes |= it.class
	case classItem:
		s.classes |= it.class
	case lemmaItem:
		for _, m := range l.idsOf(it) {
			s.lemmas |= 1 << (m & 63)
		}
	default:
		return false
	}
	return !items[0].maybe || s.addFirst(l, items[1:])
}

// ahead is what stands behind a token that patterns start with: the words where
// each of them may stand, filled when they are asked for.
type ahead struct {
	token  int
	words  [behinds]wordSet
	filled [behinds]bool
}

// allows reports whether the pattern finds what it needs.
func (a *ahead) allows(d *document, p *pattern) bool {
	if p.behind == anything {
		return true
	}
	if !a.filled[p.behind] {
		a.fill(d, p.behind)
	}
	return p.needed.meets(&a.words[p.behind])
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

// longest finds the longest pattern of a set that starts at token i and ends
// before limit.
func (d *document) longest(set patternSet, i, limit int) (p *pattern, end int) {
	t := &d.toks[i]
	if !t.opens(set) || d.lex.opens[set][t.patterns].anchors&d.sents[t.sent].anchors[set] == 0 {
		return nil, 0 // as most of the time
	}
	return d.longestOf(set, i, limit, t.patterns)
}

// opens reports whether patterns of the set start with the token's word.
func (t *token) opens(set patternSet) bool { return t.starts>>set&1 != 0 }

// longestOf is longest for the patterns that start with the word at that row of
// lexicon.opens.
func (d *document) longestOf(set patternSet, i, limit int, row int32) (p *pattern, end int) {
	o := &d.lex.opens[set][row]
	seen := d.sents[d.toks[i].sent].anchors[set]
	if o.anchors&seen == 0 {
		return nil, 0
	}
	ahead := ahead{token: i}
	ids, anchors := d.lex.openedBy(set, o)
	for n, a := range anchors {
		if a.bit()&seen == 0 {
			continue
		}
		q := &d.lex.sets[set][ids[n]]
		if !ahead.allows(d, q) {
			continue
		}
		if e, ok := d.match(q, i, limit); ok && e > end {
			p, end = q, e
		}
	}
	return p, end
}
