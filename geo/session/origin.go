package session

import (
	"slices"
	"unicode"

	"contested/geo"
)

// originShare is the share of the shorter excerpt's word triples that two
// excerpts of different publishers must have in common to count as one text
// that was syndicated.
const originShare = 0.6

// origins gives every claim the number of its origin: the one who first said
// it. A named source is one origin however often and wherever it is repeated
// ("Reuters reported that the ministry said" is the ministry's); what articles
// say on their own account is the publisher's, and near-identical excerpts of
// several publishers are one origin with its repeats.
func origins(claims []geo.Claim, articles map[geo.ArticleID]*geo.Article) []int {
	out := make([]int, len(claims))
	named := map[string]int{}
	next := 0
	origin := func(key string) int {
		n, ok := named[key]
		if !ok {
			n = next
			next++
			named[key] = n
		}
		return n
	}
	seen := triples{first: map[uint64]int32{}}
	var words []uint64
	for i := range claims {
		c := &claims[i]
		if !c.Narrated() {
			out[i] = origin("source " + c.Source.Key)
			continue
		}
		a := articles[c.Article]
		if a == nil {
			out[i] = origin("article " + string(c.Article))
			continue
		}
		out[i] = origin("publisher " + a.Publisher.Name)
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
		if best >= 0 && float64(most) >= originShare*float64(len(words)) {
			out[i] = out[best]
		}
		for _, t := range words {
			seen.add(t, i)
		}
	}
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
