package session

import (
	"maps"
	"slices"
	"unicode"

	"contested/geo"
)

// originShare is the share of the shorter excerpt's word triples that two
// excerpts of different publishers must have in common to count as one text
// that was syndicated.
const originShare = 0.6

// originOf is the number of a claim's origin: the one who first said it. A named
// source is one origin however often and wherever it is repeated ("Reuters reported
// that the ministry said" is the ministry's); what articles say on their own account
// is the publisher's, and near-identical excerpts of several publishers are one
// origin with its repeats.
func (s *State) originOf(c *geo.Claim, article int32) int32 {
	if !c.Narrated() {
		return s.numbers.origins.of("source " + c.Source.Key)
	}
	if n, ok := s.syndicated[c.ID]; ok {
		return n
	}
	return s.numbers.origins.of("publisher " + s.Articles[article].Publisher.Name)
}

// findSyndicated finds the articles' own claims whose excerpts stood before, in the
// order of import, in another publisher's article. It goes by what was read: what the
// user makes of a claim does not change whose words it was read in. Of the articles
// before the one at from it is known already: nothing that comes later changes it.
func (s *State) findSyndicated(from int, known map[geo.ClaimID]int32) {
	s.syndicated = known
	if known == nil {
		s.syndicated = map[geo.ClaimID]int32{}
	}
	seen := triples{first: map[uint64]int32{}}
	var own []int32 // origins of the claims that were seen
	publisher := func(a *geo.Article) int32 { return s.numbers.origins.of("publisher " + a.Publisher.Name) }
	for _, c := range s.kindred(from) {
		a := s.Article(c.claim.Article)
		origin, ok := s.syndicated[c.claim.ID]
		if !ok {
			origin = publisher(a)
		}
		for _, t := range c.triples {
			seen.add(t, len(own))
		}
		own = append(own, origin)
	}
	var words []uint64
	for _, a := range s.contents.Articles[from:] {
		for _, c := range s.narrated(a) {
			origin := publisher(a)
			words = wordTriples(words[:0], c.Excerpt.Of(a.Text))
			common := map[int]int{}
			for _, t := range words {
				seen.each(t, func(j int) { common[j]++ })
			}
			best, most := -1, 0
			for j, n := range common {
				if n > most || n == most && j < best {
					best, most = j, n
				}
			}
			if best >= 0 && float64(most) >= originShare*float64(len(words)) && own[best] != origin {
				origin = own[best]
				s.syndicated[c.ID] = origin
			}
			for _, t := range words {
				seen.add(t, len(own))
			}
			own = append(own, origin)
		}
	}
}

// kin is a claim of an article's own, with some of the word triples of its excerpt.
type kin struct {
	claim   *geo.Claim
	triples []uint64
}

// kindred are those of the claims before the article at from, in the order of import,
// that have word triples in common with the claims of the articles from there on.
func (s *State) kindred(from int) []kin {
	wanted := map[uint64]bool{}
	var words []uint64
	for _, a := range s.contents.Articles[from:] {
		for _, c := range s.narrated(a) {
			words = wordTriples(words[:0], c.Excerpt.Of(a.Text))
			for _, t := range words {
				wanted[t] = true
			}
		}
	}
	if len(wanted) == 0 || from == 0 {
		return nil
	}
	parts := partsOf(len(s.Claims))
	found := make([][]kin, parts)
	inParts(parts, func(i int) {
		var words []uint64
		for _, a := range s.contents.Articles[from*i/parts : from*(i+1)/parts] {
			for _, c := range s.narrated(a) {
				words = wordTriples(words[:0], c.Excerpt.Of(a.Text))
				words = slices.DeleteFunc(words, func(t uint64) bool { return !wanted[t] })
				if len(words) > 0 {
					found[i] = append(found[i], kin{c, slices.Clone(words)})
				}
			}
		}
	})
	return slices.Concat(found...)
}

// resyndicate is findSyndicated for articles that came or went, and reports whether
// anything may be different.
func (s *State) resyndicate(before *State, ch change) bool {
	own := func(s *State) func(*geo.Article) bool {
		return func(a *geo.Article) bool { return len(s.narrated(a)) > 0 }
	}
	if !slices.ContainsFunc(ch.gone, own(before)) && !slices.ContainsFunc(ch.come, own(s)) {
		return false
	}
	known := maps.Clone(before.syndicated)
	for _, a := range before.contents.Articles[ch.same:] {
		for _, c := range before.narrated(a) {
			delete(known, c.ID)
		}
	}
	s.findSyndicated(ch.same, known)
	return true
}

// renameOrigins has the claims of the articles from one on, in the order of import,
// say whose words they are.
func (s *State) renameOrigins(from int) {
	for _, a := range s.contents.Articles[from:] {
		if r, ok := s.rank[a.ID]; ok {
			for i := s.first[r]; i < s.first[r+1]; i++ {
				s.facts[i].origin = s.originOf(s.Claims[i], r)
			}
		}
	}
}

// narrated is what was read of an article as said on its own account, in the order
// of its text.
func (s *State) narrated(a *geo.Article) []*geo.Claim {
	r := s.contents.Readings[a.ID]
	if r == nil {
		return nil
	}
	var out []*geo.Claim
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Narrated() && c.Excerpt.In(a.Text) == nil {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, inText)
	return out
}

// triples says which claims have a word triple. A triple that more than
// commonTriple have says nothing; no more are noted.
type triples struct {
	first map[uint64]int32 // 1 + the place in list of the claim that had it last
	list  []tripleOf
}

type tripleOf struct {
	claim int32
	next  int32 // as in first; 0: none
	count int32 // of this one and those after it
}

const commonTriple = 16

func (s *triples) each(t uint64, f func(claim int)) {
	for at := s.first[t]; at > 0; at = s.list[at-1].next {
		f(int(s.list[at-1].claim))
	}
}

func (s *triples) add(t uint64, claim int) {
	at, count := s.first[t], int32(0)
	if at > 0 {
		count = s.list[at-1].count
	}
	if count < commonTriple {
		s.list = append(s.list, tripleOf{int32(claim), at, count + 1})
		s.first[t] = int32(len(s.list))
	}
}

// wordTriples appends the hashes of every three words in a row, in lower case,
// each once and in order of their numbers.
func wordTriples(out []uint64, text string) []uint64 {
	const basis, prime = 14695981039346656037, 1099511628211 // FNV-1a
	var last [3]uint64                                       // hashes of the words before
	n, h, in := 0, uint64(basis), false
	end := func() {
		if !in {
			return
		}
		last[0], last[1], last[2] = last[1], last[2], h
		if n++; n >= 3 {
			out = append(out, (last[0]*prime^last[1])*prime^last[2])
		}
		h, in = basis, false
	}
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			end()
			continue
		}
		in = true
		h = (h ^ uint64(unicode.ToLower(r))) * prime
	}
	end()
	slices.Sort(out)
	return slices.Compact(out)
}

// notInWord reports whether a character stands between words.
func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
