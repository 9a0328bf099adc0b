package read

import (
	"contested/geo"
)

// findContext looks at the words around each name: the noun that says what kind
// of place it is, the preposition before it, the list it stands in, the larger
// place named behind it.
func (s *placeScan) findContext() {
	for i := range s.spots {
		p := &s.spots[i]
		if p.use == geo.Demonym || p.label {
			continue
		}
		p.definite = p.first > 0 && s.d.is(int(p.first)-1, "the") && s.d.toks[p.first-1].sent == p.sent
		s.headBefore(p)
		s.headAfter(p)
		s.described(p)
		p.after |= s.nameAfter(int(p.end))
		if b, at := s.phraseBefore(int(p.first), int(p.row), placeBefore); b != 0 {
			p.before, p.beforeAt = b, int32(at)
		} else if k := int(p.first) - 1; k > 0 && s.signs(k)&signCompass != 0 && s.d.toks[k].sent == p.sent && s.d.toks[k].caps == lowerCase {
			if b, at := s.phraseBefore(k, int(s.d.toks[k].row), signIn|signNear|signToward); b != 0 {
				p.before, p.beforeAt = b, int32(at) // "in western Lyman"
			}
		}
	}
	for i := 1; i < len(s.spots); i++ {
		s.listed(i)
	}
	for i := range s.spots {
		s.predicate(&s.spots[i])
	}
	s.shared()
	for i := range s.spots {
		s.contained(i)
		s.containedBefore(i)
		s.findOffset(i)
	}
	s.shareHeads()
	s.elidedSectors()
}

// predicate finds the noun that a sentence says a name is: "Donetsk and Luhansk
// are Ukrainian regions".
func (s *placeScan) predicate(p *spot) {
	d := s.d
	k, end := int(p.to), d.sents[p.sent].end
	if d.lang != geo.English || p.head.class != noHead || p.use == geo.Demonym || k+1 >= end || !d.has(k, beWord) {
		return
	}
	for n := k + 1; n < end && n < k+5 && d.toks[n].kind == wordToken; n++ {
		if d.isAny(n, "regions", "oblasts", "provinces", "republics") {
			if s.asRegion(p) {
				p.headSpan = d.span(n, n+1)
			}
			return
		}
		if d.toks[n].tag != adjTag && d.toks[n].tag != advTag && !d.has(n, demonymWord|detWord|negWord|advWord|possWord) {
			return
		}
	}
}

// placeBefore are the signs that matter before a name.
const placeBefore = signIn | signNear | signToward | signFrom | signBetween | signOf | signTold | signPair | signStrike | signLead | signCalled

// next is the token after i when it goes on in the same sentence without a mark
// between, else -1.
func (s *placeScan) next(i, sent int) int {
	if i < len(s.d.toks) && int(s.d.toks[i].sent) == sent && s.d.toks[i].kind == wordToken {
		return i
	}
	return -1
}

// phraseAt is the longest phrase of the lists at word token i and the token
// after it. The clitic of "People's Republic" does not count.
func (s *placeScan) phraseAt(i int) (*phrase, int) {
	d := s.d
	var words [5]uint64
	var ends [5]int
	n := 0
	for k := i; k < len(d.toks) && n < len(words); k++ {
		if t := &d.toks[k]; t.kind == wordToken || t.kind == numberToken {
			words[n], ends[n] = d.words[d.toks[k].row], k+1
			n++
		} else if t.kind != hyphenToken && t.kind != cliticToken {
			break
		}
	}
	got, p := s.w.longest(d.toks[i].phrase, words[:n])
	return p, ends[got-1]
}

var otherWords = listOf("another different інший іншому другой другом другого іншого")

var villageWords = listOf("village hamlet settlement villages")

// described notes that the name is said to be a village's, or that of another
// place than the one named so before: "another Lyman, a village in …", "a
// village called Kostiantynivka".
func (s *placeScan) described(p *spot) {
	d := s.d
	st := &d.sents[p.sent]
	village := func(i int) bool {
		return d.isOf(i, &villageWords) || d.lang != geo.English && s.phrase(i).head.class == headCity &&
			(d.toks[i].end-d.toks[i].start < 3 || d.str(i)[:2] == "с")
	}
	k := int(p.first) - 1
	if k < st.first || d.toks[k].kind != wordToken {
		return
	}
	switch {
	case d.isOf(k, &otherWords):
		p.other = true
	case d.isOf(k, &calledPlain) && k > st.first && s.signs(k-1)&signHead != 0:
		p.small = village(k - 1)
		for j := k - 2; j >= st.first && j > k-5; j-- {
			if d.isAny(j, "a", "another", "different", "small") {
				p.other = true
			}
		}
	case d.is(k, "of") && k > st.first:
		p.small = village(k - 1)
	default:
		p.small = village(k)
	}
	if e := int(p.to); e+2 < st.end && (d.char(e) == ',' || d.has(e, beWord)) && d.isAny(e+1, "a", "an", "the") {
		for j := e + 2; j < st.end && j < e+6 && d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase; j++ {
			if village(j) {
				p.small = true
			}
		}
	}
}

var officeLevels = listOf("regional city town district oblast county military municipal state обласна обласної обласній міська міської міській областная областной городская городской")

// nameAfter looks at what follows a name at token k without a mark between:
// the signs of the longer name that the name begins, if it does.
//
//	"the Kharkiv Wings" · "Donetsk regional military administration"
func (s *placeScan) nameAfter(k int) sign {
	const heads = signStreet | signUnit | signPress | signClub | signCompany | signSchool | signOffice | signEvent | signPerson
	d := s.d
	if k >= len(d.toks) {
		return 0
	}
	sent := int(d.toks[k].sent)
	if k > 0 && int(d.toks[k-1].sent) != sent {
		return 0
	}
	owned := d.toks[k].kind == cliticToken
	if owned {
		k++
	}
	var got sign
	for n := 0; n < 6; n++ {
		i := s.next(k, sent)
		if i < 0 {
			break
		}
		ph, end := s.phraseAt(i)
		if d.toks[i].caps == lowerCase {
			// In small letters only bodies of authority count.
			if ph.signs&signOffice != 0 && n == 0 {
				got |= signOffice
			}
			if !(n == 0 && d.isOf(i, &officeLevels)) {
				break
			}
			if k2 := s.next(end, sent); k2 > 0 {
				if ph2, _ := s.phraseAt(k2); ph2.signs&signOffice != 0 {
					got |= signOffice
				}
			}
			break
		}
		if s.role[i] == titleRole {
			break
		}
		if ph.signs&heads != 0 {
			got = got&^heads | ph.signs&heads // the last word decides
		} else if n > 0 && ph.signs&signHead != 0 {
			got &^= heads
		}
		k = end
	}
	if owned {
		got &= signOffice | signSchool | signEvent // "Kyiv's Obolon", a club as well, leaves Kyiv a town
	}
	return got
}

// listed finds the spot before spot i in the same list, and lets it say what
// stands before the list: "near Toretsk, Druzhba and Shcherbynivka".
func (s *placeScan) listed(i int) {
	d := s.d
	p, q := &s.spots[i], &s.spots[i-1]
	if q.sent != p.sent || q.use == geo.Demonym || p.use == geo.Demonym || p.label {
		return
	}
	joined := false
	k := int(q.to)
	if k < len(d.toks) && d.toks[k].kind == cliticToken {
		return
	}
	for ; k < int(p.from); k++ {
		switch {
		case d.char(k) == ',', d.char(k) == '/', d.isOf(k, &andOrNor), d.toks[k].kind == wordToken && isAndWord(d.str(k)):
			joined = true
		case d.isAny(k, "the", "both", "nearby", "village", "villages", "town", "towns", "of"):
		default:
			return
		}
	}
	if !joined || s.newClause(int(p.from), int(p.to)) || s.winsToo(q, p) || s.pairSpeaks(q, p) {
		return
	}
	p.list = int32(i)
	if p.before&^(signOf|signPair) == 0 && q.before&^signPair != 0 {
		p.before |= q.before &^ signPair
		p.beforeAt = q.beforeAt
	}
}

// newClause reports whether the name from token from to before token to is the subject
// of a clause of its own: "to Istanbul, and Moscow sent its own".
func (s *placeScan) newClause(from, to int) bool {
	d := s.d
	if from > 1 && d.char(from-1) == ',' && to < len(d.toks) && d.lang == geo.English && (d.toks[to].tag == verbTag || d.toks[to].tag == auxTag) && d.toks[to].caps == lowerCase {
		return true // "In Siversk, Kyiv controls the west"
	}
	return from > 1 && d.isAny(from-1, "and", "but") && d.char(from-2) == ',' && to < len(d.toks) && d.toks[to].caps == lowerCase && (s.signs(to)&signAgent != 0 || d.lang == geo.English && (d.toks[to].tag == verbTag || d.toks[to].tag == auxTag))
}

// winsToo reports whether the name p behind the object q is the subject of a clause of its
// own: "Moscow holds Mariupol and Kyiv holds Zaporizhzhia".
func (s *placeScan) winsToo(q, p *spot) bool {
	d := s.d
	k, to := int(q.from)-1, int(p.to)
	return d.lang == geo.English && to < len(d.toks) && d.toks[to].caps == lowerCase && k >= d.sents[p.sent].first && d.toks[k].tag == verbTag && s.gains(to, d.sents[p.sent].end)
}

// pairSpeaks reports whether the capital p is the first of two that are the subject of a clause
// of their own behind the place q: "A withdrawal from Siversk, Berlin and Paris have told Kyiv, …".
func (s *placeScan) pairSpeaks(q, p *spot) bool {
	d := s.d
	i, to := int(p.index)+1, int(p.to)
	if d.lang != geo.English || d.char(int(p.from)-1) != ',' || q.before == 0 || i >= len(s.spots) || !d.is(to, "and") || int(s.spots[i].first) != to+1 || !s.capital(p) || s.capital(q) || !s.capital(&s.spots[i]) {
		return false
	}
	switch k := int(s.spots[i].to); d.tagAt(k) {
	case auxTag, verbTag:
		return d.toks[k].caps == lowerCase
	}
	return false
}

// isAndWord lists the words of Ukrainian and Russian for "and" and "or".
func isAndWord(w string) bool {
	switch w {
	case "і", "й", "та", "и", "або", "или", "чи", "да":
		return true
	}
	return false
}

// contained finds the larger place named right behind spot i: "Donetsk, Rostov
// Region", "Lyman, a village by a lake in Kharkiv region", "Lyman (Kharkiv
// region)", "Donetsk, a Russian town", or a place near it: "Pavlivka near Vuhledar".
func (s *placeScan) contained(i int) {
	p := &s.spots[i]
	if p.use == geo.Demonym || p.label || i+1 >= len(s.spots) {
		return
	}
	if q := &s.spots[i+1]; q.use == geo.Demonym {
		if i+2 < len(s.spots) && s.spots[i+2].use != geo.Demonym && s.lies(p, i+2) {
			return
		}
		if k := int(p.to); q.sent == p.sent && q.from-p.to <= 4 && s.d.char(k) == ',' && s.d.isAny(k+1, "a", "an", "the") && s.headsBehind(int(q.to)) {
			p.inside, p.nearer = int32(i+2), false
		}
		return
	}
	s.lies(p, i+1)
}

// headsBehind reports whether a noun for a town or village stands behind a demonym
// that ends at token k: "a Russian border town", "the Belarusian one".
func (s *placeScan) headsBehind(k int) bool {
	for n := 0; n < 3 && k < len(s.d.toks) && s.d.toks[k].kind == wordToken && s.d.toks[k].caps == lowerCase; k, n = k+1, n+1 {
		if s.d.has(k, settlementWord) || n == 0 && s.d.is(k, "one") {
			return true
		}
	}
	return false
}

// lies finds whether spot p lies in or near spot j, by the words between them.
func (s *placeScan) lies(p *spot, j int) bool {
	d := s.d
	q := &s.spots[j]
	if q.sent != p.sent || int(q.from-p.to) > 12 {
		return false
	}
	// What stands between: a comma or bracket, or an apposition ("a village by
	// a lake") and a preposition, or the preposition alone.
	k, end := int(p.to), int(q.from)
	comma := k < end && (d.char(k) == ',' || d.char(k) == '(')
	if comma {
		k++
	}
	if comma && k < end && d.isAny(k, "a", "an", "the") && k+1 < end {
		for k < end && d.toks[k].kind != punctToken && !s.placing(k) && !d.is(k, "by") && (d.toks[k].kind != wordToken || d.toks[k].caps == lowerCase || d.has(k, demonymWord)) {
			k++
		}
	}
	in, near := false, false
	for ; k < end; k++ {
		switch {
		case d.toks[k].kind != wordToken:
			return false
		case s.signs(k)&signNear != 0, d.is(k, "by"), d.is(k, "on") && q.head.class == headWater:
			near = true
		case s.signs(k)&signIn != 0 || d.is(k, "of") && comma:
			in = true
		case d.isAny(k, "the", "a", "an", "of") || d.toks[k].caps == lowerCase && s.signs(k)&(signCompass|signHead) != 0:
		default:
			return false
		}
	}
	if !in && !near && !comma && p.to != q.from {
		return false
	}
	p.inside, p.nearer = int32(j+1), near
	return true
}

// containedBefore finds the larger place named right before the noun of spot i:
// "the Russian town of Donetsk", "the Texas city of Paris".
func (s *placeScan) containedBefore(i int) {
	d := s.d
	p := &s.spots[i]
	if i == 0 || p.use == geo.Demonym || p.head.class != headCity {
		return
	}
	q := &s.spots[i-1]
	if q.sent != p.sent || p.first-q.to > 5 {
		return
	}
	for k := int(q.to); k < int(p.first); k++ {
		if d.toks[k].kind == punctToken || d.toks[k].kind == wordToken && (d.toks[k].caps != lowerCase || s.placing(k) || d.has(k, coordWord)) {
			return
		}
	}
	p.under = int32(i)
}

// placing reports whether word token k is a preposition of place.
func (s *placeScan) placing(k int) bool { return s.signs(k)&(signIn|signNear) != 0 }
