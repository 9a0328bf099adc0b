package session

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"contested/geo"
)

// filtered fills Shown with the claims that pass f.
func (s *State) filtered(f geo.Filter) {
	s.Filter, s.passed = f, &sifting{}
	if !f.Active() {
		s.Shown = make([]*geo.Claim, 0, len(s.Claims))
		for i := range s.Claims {
			if c := &s.Claims[i]; !s.repeated[c.ID] {
				s.Shown = append(s.Shown, c)
			}
		}
		return
	}
	words := strings.Fields(strings.ToLower(f.Words))
	words = words[:min(len(words), 64)]
	// Every processor looks through a part; small documents are one part.
	parts := min(runtime.GOMAXPROCS(0), 1+len(s.Claims)/filterPart)
	shown := make([][]*geo.Claim, parts)
	var filters sync.WaitGroup
	for k := range parts {
		from, to := len(s.Claims)*k/parts, len(s.Claims)*(k+1)/parts
		look := func() {
			l := looker{s: s, f: f, words: words}
			for i := from; i < to; i++ {
				if c := &s.Claims[i]; !s.repeated[c.ID] && l.passes(c) {
					shown[k] = append(shown[k], c)
				}
			}
		}
		if k+1 == parts {
			look()
			continue
		}
		filters.Go(look)
	}
	filters.Wait()
	s.Shown = slices.Concat(shown...)
}

// filterPart is how many claims are worth a goroutine.
const filterPart = 20_000

// looker looks through claims in their order. What claims of one article have in
// common it looks up once.
type looker struct {
	s       *State
	f       geo.Filter
	words   []string // 64 at most
	article *geo.Article
	printed uint64 // the words that are in the publisher's name
	excerpt geo.Span
	quoted  uint64 // the words that are in the excerpt
}

func (l *looker) passes(c *geo.Claim) bool {
	f := &l.f
	switch {
	case f.Hidden[c.Source.Voice()],
		len(f.Types) > 0 && !slices.Contains(f.Types, c.Type),
		len(f.Statuses) > 0 && !slices.Contains(f.Statuses, c.Status),
		len(f.Articles) > 0 && !slices.Contains(f.Articles, c.Article),
		c.Confidence < f.MinConfidence:
		return false
	}
	if l.article == nil || l.article.ID != c.Article {
		l.article, l.excerpt = l.s.articles[c.Article], geo.Span{}
		l.printed = l.in(l.article.Publisher.Name)
	}
	if f.Time.Known() && !l.article.Published.Overlaps(f.Time) {
		return false
	}
	if len(f.Places) > 0 && !slices.ContainsFunc(c.Places, func(r geo.PlaceRef) bool { return slices.Contains(f.Places, r.Place) }) {
		return false
	}
	if f.OnlyContested && !slices.ContainsFunc(c.Places, func(r geo.PlaceRef) bool { _, ok := l.s.Conflicts[r.Place]; return ok }) {
		return false
	}
	return len(l.words) == 0 || l.says(c)
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

// says reports whether every word occurs in the excerpt, the speaker, the
// publisher or a place's names.
func (l *looker) says(c *geo.Claim) bool {
	if l.excerpt != c.Excerpt {
		l.excerpt, l.quoted = c.Excerpt, l.in(c.Excerpt.Of(l.article.Text))
	}
	found, all := l.quoted|l.printed, uint64(1)<<min(len(l.words), 64)-1
	if found == all {
		return true
	}
	found |= l.in(c.Source.Name)
	for _, r := range c.Places {
		if found == all {
			break
		}
		p := l.s.places[r.Place]
		found |= l.in(p.Name) | l.in(p.NameUK) | l.in(p.NameRU)
	}
	return found == all
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
