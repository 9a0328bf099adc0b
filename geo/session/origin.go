package session

import (
	"hash/fnv"
	"strings"
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
	seen := map[uint64][]int{} // word triple → narrated claims that have it
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
		triples := wordTriples(c.Excerpt.Of(a.Text))
		common := map[int]int{}
		for t := range triples {
			for _, j := range seen[t] {
				common[j]++
			}
		}
		best, most := -1, 0
		for j, n := range common {
			if n > most || n == most && j < best {
				best, most = j, n
			}
		}
		if best >= 0 && float64(most) >= originShare*float64(len(triples)) {
			out[i] = out[best]
		}
		for t := range triples {
			if len(seen[t]) < 16 { // a triple this common says nothing
				seen[t] = append(seen[t], i)
			}
		}
	}
	return out
}

// wordTriples is the set of hashes of every three words in a row, in lower case.
func wordTriples(text string) map[uint64]bool {
	words := strings.FieldsFunc(strings.ToLower(text), notInWord)
	out := make(map[uint64]bool, len(words))
	for i := 0; i+3 <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+3] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		out[h.Sum64()] = true
	}
	return out
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
