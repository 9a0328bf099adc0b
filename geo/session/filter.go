package session

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"contested/geo"
)

// filtered finds the claims that pass f.
func (s *State) filtered(f geo.Filter) {
	s.Filter = f
	l := s.looker(f)
	// Every processor looks through a part; small documents are one part.
	parts := partsOf(len(s.Claims))
	shown := make([][]int32, parts)
	scratch := scratches.Get().(*scratch)
	defer scratches.Put(scratch)
	all := grown(&scratch.at, len(s.Claims)) // each part has room for all of its claims
	inParts(parts, func(k int) {
		from, to := len(s.Articles)*k/parts, len(s.Articles)*(k+1)/parts
		shown[k] = l.look(from, to, all[s.first[from]:s.first[from]])
	})
	n := len(shown[0])
	for _, part := range shown[1:] {
		n += copy(all[n:], part)
	}
	s.show(slices.Clone(all[:n]))
}

// show has the claims shown that stand at the given places of Claims.
func (s *State) show(at []int32) { s.passed = &sifting{at: at} }

// Shown lists the claims that pass the filter, in the order of Claims. It is made
// when it is first asked for; who wants to know how many there are, or some of them,
// asks [State.CountShown] and [State.ShownAt].
func (s *State) Shown() []*geo.Claim {
	if s.passed == nil {
		return nil
	}
	s.passed.list.Do(func() {
		s.passed.shown = make([]*geo.Claim, len(s.passed.at))
		for k, i := range s.passed.at {
			s.passed.shown[k] = s.Claims[i]
		}
	})
	return s.passed.shown
}

// SameShown reports whether both states show the same claims, and nothing was done
// to what passes between them.
func (s *State) SameShown(o *State) bool { return s.passed == o.passed }

// CountShown is how many claims pass the filter.
func (s *State) CountShown() int {
	if s.passed == nil {
		return 0
	}
	return len(s.passed.at)
}

// ShownAt is the claim at a place of the list of those that pass the filter.
func (s *State) ShownAt(k int) *geo.Claim { return s.Claims[s.passed.at[k]] }

// scratch is memory in which the claims that pass are looked for and gathered. It is
// used again and again: a filter of a large document would else leave so much behind
// that the collector falls into the next one.
type scratch struct {
	at, origins []int32
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// grown is n items of a list, with anything in them, that is made longer if it must be.
func grown[T any](list *[]T, n int) []T {
	if cap(*list) < n {
		*list = make([]T, n)
	}
	return (*list)[:n]
}

// filterPart is how many claims are worth a goroutine.
const filterPart = 20_000

// looker is a filter in the numbers of a state's columns.
type looker struct {
	s        *State
	f        geo.Filter
	hidden   [256]bool // by voice
	kinds    [256]bool // that pass
	statuses [256]bool
	articles map[geo.ArticleID]bool // nil: all
	chosen   []bool                 // by a place's number; nil: all
	disputed []bool                 // … nil: whether contested or not
	words    []string               // 64 at most
	all      uint64                 // the set of all words
	printed  []uint64               // the words that are in a publisher's name, by number
	named    []uint64               // … in a source's
	located  []uint64               // … in the names of a place
	quoted   [][]uint64             // … in a word of the excerpts, by list and number
}

func (s *State) looker(f geo.Filter) *looker {
	l := &looker{s: s, f: f, words: strings.Fields(strings.ToLower(f.Words))}
	for v, off := range f.Hidden {
		l.hidden[v] = off
	}
	for k := range l.kinds {
		l.kinds[k], l.statuses[k] = len(f.Types) == 0, len(f.Statuses) == 0
	}
	for _, t := range f.Types {
		l.kinds[t] = true
	}
	for _, t := range f.Statuses {
		l.statuses[t] = true
	}
	if len(f.Articles) > 0 {
		l.articles = map[geo.ArticleID]bool{}
		for _, id := range f.Articles {
			l.articles[id] = true
		}
	}
	if len(f.Places) > 0 {
		l.chosen = make([]bool, len(s.placeIDs))
		for n, id := range s.placeIDs {
			l.chosen[n] = slices.Contains(f.Places, geo.PlaceID(id))
		}
	}
	if f.OnlyContested {
		l.disputed = make([]bool, len(s.placeIDs))
		for n, id := range s.placeIDs {
			_, l.disputed[n] = s.Conflicts[geo.PlaceID(id)]
		}
	}
	l.words = l.words[:min(len(l.words), 64)]
	if len(l.words) == 0 {
		return l
	}
	l.all = uint64(1)<<len(l.words) - 1 // of 64 words, too: every bit
	l.printed, l.named, l.located = make([]uint64, len(s.publishers)), make([]uint64, len(s.sources)), make([]uint64, len(s.placeIDs))
	for n, name := range s.publishers {
		l.printed[n] = l.in(name)
	}
	for n, name := range s.sources {
		l.named[n] = l.in(name)
	}
	for n, id := range s.placeIDs {
		if p, ok := s.places[geo.PlaceID(id)]; ok {
			l.located[n] = l.in(p.Name) | l.in(p.NameUK) | l.in(p.NameRU)
		}
	}
	for k := range s.quotes {
		l.quoted = append(l.quoted, s.quotes[k].sets(l.words))
	}
	return l
}

// look appends to a list where the claims stand that pass, of some articles in a row.
func (l *looker) look(from, to int, at []int32) []int32 {
	s := l.s
	for r := from; r < to; r++ {
		if s.first[r] == s.first[r+1] {
			continue
		}
		a := s.Articles[r]
		if l.f.Time.Known() && !a.Published.Overlaps(l.f.Time) || l.articles != nil && !l.articles[a.ID] {
			continue
		}
		var printed, quoted uint64
		excerpt := uint32(0)
		if l.all != 0 {
			printed = l.printed[s.publisher[r]]
		}
		for i := s.first[r]; i < s.first[r+1]; i++ {
			f := &s.facts[i]
			if f.marks&isRepeated != 0 || l.hidden[f.voice] || !l.kinds[f.kind] || !l.statuses[f.status] || f.confidence < l.f.MinConfidence {
				continue
			}
			if l.chosen != nil && !s.anyOf(l.chosen, f) || l.disputed != nil && !s.anyOf(l.disputed, f) {
				continue
			}
			if l.all != 0 {
				found := printed | l.named[f.source]
				for _, r := range s.placesAt(f) {
					found |= l.located[r.place]
				}
				if found != l.all {
					if f.quote == 0 || f.quote != excerpt {
						excerpt, quoted = f.quote, l.said(a, i)
					}
					found |= quoted
				}
				if found != l.all {
					continue
				}
			}
			at = append(at, i)
		}
	}
	return at
}

// anyOf reports whether a claim is about one of the places.
func (s *State) anyOf(places []bool, f *facts) bool {
	for _, r := range s.placesAt(f) {
		if places[r.place] {
			return true
		}
	}
	return false
}

// said is the set of words that are in the excerpt of the claim at i.
func (l *looker) said(a *geo.Article, i int32) uint64 {
	if q := l.s.facts[i].quote; q != 0 {
		list := q >> (32 - listBits)
		return l.s.quotes[list].has(l.quoted[list], q&(maxStore-1), l.all)
	}
	return l.in(l.s.Claims[i].Excerpt.Of(a.Text))
}

// in is the set of words that a text contains.
func (l *looker) in(text string) (found uint64) {
	for i, w := range l.words {
		if containsFold(text, w) {
			found |= 1 << i
		}
	}
	return found
}

// containsFold is strings.Contains(strings.ToLower(text), word) for a word in
// lower case, without making the text in lower case. The two letters beyond ASCII
// whose small ones are within it (İ and the Kelvin sign) are not those.
func containsFold(text, word string) bool {
	if word == "" {
		return true
	}
	first, size := utf8.DecodeRuneInString(word)
	if size == 1 && first != utf8.RuneError {
		for i := 0; i+len(word) <= len(text); i++ {
			if lowerByte[text[i]] == word[0] && hasPrefixFold(text[i+1:], word[1:]) {
				return true
			}
		}
		return false
	}
	for i := 0; i < len(text); {
		r, n := lowerRune(text[i:])
		i += n
		if r == first && hasPrefixFold(text[i:], word[size:]) {
			return true
		}
	}
	return false
}

// lowerByte is ASCII in lower case; other bytes are as they are.
var lowerByte = func() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
		if 'A' <= i && i <= 'Z' {
			t[i] = byte(i + 'a' - 'A')
		}
	}
	return t
}()

// lowerRune is the first letter of a text, in lower case, and its length.
func lowerRune(text string) (r rune, n int) {
	if c := text[0]; c < utf8.RuneSelf {
		return rune(lowerByte[c]), 1
	}
	r, n = utf8.DecodeRuneInString(text)
	if l := unicode.ToLower(r); l >= utf8.RuneSelf {
		r = l
	}
	return r, n
}

func hasPrefixFold(text, word string) bool {
	for _, w := range word {
		if text == "" {
			return false
		}
		r, n := lowerRune(text)
		if r != w {
			return false
		}
		text = text[n:]
	}
	return true
}
