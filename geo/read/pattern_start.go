package read

// patternStart is a pattern under a word that it starts with, with what is needed of
// the words behind it, so that most patterns need not be looked at.
type patternStart struct {
	pattern int32
	behind  behind
	anchor  uint64 // its bit
	needed  wordSet
}

// patternStarts are the patterns of a set that start with a word.
type patternStarts struct {
	list      []patternStart
	lastFirst []uint64 // their anchors, from the last to the first
	anchors   uint64   // of any of them
	needed    wordSet  // by any of them
	nextOnly  bool     // all of them need it right behind the word
}

func (x *patternStarts) set(list []patternStart) {
	x.list, x.nextOnly = list, true
	for n := range list {
		s := &list[n]
		x.anchors |= s.anchor
		x.lastFirst = append(x.lastFirst, list[len(list)-1-n].anchor)
		x.needed.add(&s.needed)
		x.nextOnly = x.nextOnly && s.behind == nextWord
	}
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

func (s *wordSet) add(o *wordSet) {
	s.words, s.lemmas, s.classes = s.words|o.words, s.lemmas|o.lemmas, s.classes|o.classes
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
	e.starts[set] = append(e.starts[set], patternStart{pattern: id})
	e.sets |= 1 << set
}

// findNeeded says of every pattern what it needs behind its first word, once the
// words are known.
func (l *lexicon) findNeeded() {
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
				if !s.needed.addFirst(rest) {
					s.behind = anything
				}
			}
		}
	}
}

// addFirst puts the words that the items can start with into the set; false when
// they can be any.
func (s *wordSet) addFirst(items []item) bool {
	if len(items) == 0 {
		return false
	}
	switch it := &items[0]; it.kind {
	case wordItem:
		for _, w := range it.words {
			s.words |= 1 << (w & 63)
		}
		s.classes |= it.class
	case classItem:
		s.classes |= it.class
	case lemmaItem:
		for _, m := range it.lemma {
			s.lemmas |= 1 << (m & 63)
		}
	default:
		return false
	}
	return !items[0].maybe || s.addFirst(items[1:])
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

// longest finds the longest pattern of a set that starts at token i and ends
// before limit.
func (d *document) longest(set patternSet, i, limit int) (p *pattern, end int) {
	t := &d.toks[i]
	if d.lex.opens[set][t.patterns]&d.sents[t.sent].anchors[set] == 0 {
		return nil, 0 // as most of the time
	}
	return d.longestOf(set, i, limit, t.patterns)
}

// opens reports whether patterns of the set start with the token's word.
func (t *token) opens(set patternSet) bool { return t.starts>>set&1 != 0 }

// longestOf is longest for the patterns that start with the word at that row of
// lexicon.starts.
func (d *document) longestOf(set patternSet, i, limit int, row int32) (p *pattern, end int) {
	starts := &d.lex.starts[set][row]
	seen := d.sents[d.toks[i].sent].anchors[set]
	if starts.anchors&seen == 0 {
		return nil, 0
	}
	ahead := ahead{token: i}
	if starts.nextOnly {
		ahead.fill(d, nextWord)
		if !starts.needed.meets(&ahead.words[nextWord]) {
			return nil, 0
		}
	}
	for n := range starts.list {
		s := &starts.list[n]
		if s.anchor&seen == 0 || !ahead.allows(d, s) {
			continue
		}
		q := &d.lex.sets[set][s.pattern]
		if e, ok := d.match(q, i, limit); ok && e > end {
			p, end = q, e
		}
	}
	return p, end
}
