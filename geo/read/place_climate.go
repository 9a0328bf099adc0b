package read

import (
	"strings"

	"contested/geo"
)

// What those who govern in a capital feel, or make of something, is no event in its
// streets: "doubts in Kyiv", "was read in Moscow as", "In Berlin the news was received
// with relief".

// receivedWords are participles of how something is taken; treatedWords are those that
// something else can happen to as well, "was seen in Kyiv on Friday", unless how it was
// taken follows.
var (
	receivedWords = listOf("viewed regarded perceived interpreted construed mocked ridiculed resented appreciated noticed overlooked disbelieved doubted feared mooted floated touted whispered circulating circulated blurred misread misunderstood")
	treatedWords  = listOf("seen read taken received understood heard lost greeted met welcomed dismissed treated portrayed presented described explained hailed judged framed cast")
	howWords      = listOf("as with away differently otherwise badly well poorly warmly coolly coldly calmly often seldom rarely widely easily sometimes usually")
)

// ofClimate reports whether the capital of spot p, behind "in", stands for those who
// govern there; from is the first token that says so.
func (s *placeScan) ofClimate(p *spot, end int) (from int, ok bool) {
	d := s.d
	in, st, to := int(p.first)-1, d.sents[p.sent].first, int(p.to)
	if p.before&signIn == 0 || d.lang != geo.English || !d.is(in, "in") || !s.capital(p) {
		return 0, false
	}
	if from, ok = s.mindBefore(in, to, st); ok {
		return from, true
	}
	if in > st && d.toks[in-1].kind == wordToken && !d.has(in-1, coordWord|subordWord|advWord) {
		return 0, false
	}
	return in, s.takenBehind(to, end)
}

// mindBefore reports whether what stands before "in" at token k is a state of mind, "little
// appetite in", "alarm is growing in", or how something is taken there, "is seen in X as".
func (s *placeScan) mindBefore(k, to, st int) (from int, ok bool) {
	const far = 6 // tokens: "doubts have been growing again in"
	d := s.d
	for j := k - 1; j >= st && j >= k-far && d.toks[j].kind == wordToken; j-- {
		switch {
		case s.signs(j)&signMind != 0:
			return j, true
		case d.isOf(j, &receivedWords) && j == k-1:
			return j, true
		case d.isOf(j, &treatedWords) && j == k-1 && (d.isOf(to, &howWords) || s.howBefore(j)):
			return j, true
		case d.isOf(j, &howWords) && d.is(j-1, "down"):
			return j, d.isAny(j-2, "go", "goes", "went", "gone") // "went down badly in"
		case d.is(j, "rounds"):
			return j, d.is(j-1, "the") // "has done the rounds in"
		case d.isAny(j, "sitting", "sat", "were") && j >= k-2 && d.tagAt(j-1) == pronTag && d.is(j-2, "if"), d.isAny(j, "sitting", "sat") && d.is(j-3, "if"):
			return j, true // "if I were sitting in"
		case d.toks[j].tag == nounTag, d.toks[j].tag == nameTag, d.toks[j].tag == prepTag, d.toks[j].tag == pronTag:
			return 0, false
		}
	}
	return 0, false
}

// howBefore reports whether an adverb before the participle at token j tells how something
// is taken: "is often lost in".
func (s *placeScan) howBefore(j int) bool {
	return s.d.isOf(j-1, &howWords) && !s.d.isAny(j-1, "as", "with")
}

// takenBehind reports whether the clause behind "In X" at token k tells how something is
// taken there: "In X it was mocked", "In X the summary was read differently", "In X, few
// believe it".
func (s *placeScan) takenBehind(k, end int) bool {
	const far = 9 // tokens: "the second American offer of the week is"
	d := s.d
	if d.char(k) == ',' {
		k++
	}
	for j := k; j+1 < end && j < k+far; j++ {
		switch {
		case j == k && (d.isOf(j, &anybodyWords) || d.isAny(j, "they", "people")) && d.has(j+1, cueWord|sayWord|modalWord):
			for n := j + 2; n < min(end, j+far); n++ {
				if s.ofTown(n) && (d.is(n-1, "about") || d.is(n-2, "about")) {
					return false // "In Warsaw they complain about the trams"
				}
			}
			return !d.has(j+1, modalWord) || d.has(j+2, cueWord|sayWord)
		case d.toks[j].kind == punctToken:
			return false
		case d.has(j, beWord):
			v := j + 1
			for v < end && (d.has(v, advWord|beWord|negWord) || d.isOf(v, &howWords)) && d.toks[v].tag != prepTag {
				v++
			}
			return d.isOf(v, &receivedWords) || d.isOf(v, &treatedWords) && (d.isOf(v+1, &howWords) || s.howBefore(v))
		case d.toks[j].tag == verbTag && !strings.HasSuffix(d.str(j), "ed"):
			return false
		}
	}
	return false
}
