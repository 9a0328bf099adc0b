package read

import (
	"strings"

	"contested/geo"
)

// What the name of a capital means by its role in the clause, where no word that is known to
// speak of governments stands beside it. Who does something, to whom something is done or
// given, is the government, unless the word that governs the name is of the scene on the ground:
// war, movement, weather, what a town is built of. Where something comes from and goes to is
// the town, unless words, money or orders do. What is left open is settled by the article.

// byRole reads a capital by its role.
func (s *placeScan) byRole(p *spot, end int) government {
	d := s.d
	if d.lang != geo.English || !s.capital(p) || p.label || p.inside > 0 && d.char(int(p.to)) == ',' && s.fitsInside(p, &s.spots[p.inside-1]) {
		return government{}
	}
	st, to := d.sents[p.sent].first, int(p.to)
	if to < end && d.toks[to].kind == cliticToken {
		return s.asHolder(to, end)
	}
	if p.list > 0 && p.before&placing != 0 && p.beforeAt < s.spots[p.list-1].first {
		return government{town: true} // "in Brussels and Warsaw"
	}
	k := int(p.first) - 1
	for k > st && (d.isOf(k, &focusWords) || d.toks[k].kind == openToken) {
		k--
	}
	if s.echoes(p, k) {
		return government{rule: "metonym.list", from: k, to: int(p.first)}
	}
	switch t := d.tagAt(k); {
	case k > st && d.toks[k].kind == cliticToken && d.isAny(k-1, "it", "that", "who"):
		return s.asPredicate(p, k, end) // "It's Riyadh that has offered its palace"
	case k >= st && d.toks[k].kind == cliticToken:
		return government{town: true} // "the agency's Beijing spokesman"
	case k < st || d.endsClause(k) || d.toks[k].kind != wordToken || d.isOf(k, &focusWords):
		return s.asSubject(p, to, end, k < st)
	case d.toks[k].caps != lowerCase && k > st:
		return government{}
	case t == coordTag || t == subTag || t == thatTag || t == relTag || d.has(k, subordWord|whWord|coordWord):
		return s.asSubject(p, to, end, false)
	case d.isAny(k, "from", "to"):
		return s.asEnd(p, k, st)
	case d.is(k, "of"):
		return s.asOwner(p, k, st)
	case t == prepTag:
		return s.asPartner(p, k, st)
	case d.has(k, beWord):
		return s.asPredicate(p, k, end)
	case t == verbTag || t == baseTag || t == ingTag || t == partTag:
		return s.asObject(p, k, st, end)
	case t == nounTag && k > st && d.isAny(k-1, "this", "that", "it", "which", "what", "nothing") && strings.HasSuffix(d.str(k), "s"):
		return s.asObject(p, k, st, end) // "None of this troubles Minsk"
	case t == advTag && k > st && d.toks[k-1].tag == verbTag && d.isOf(k, &particles):
		return s.asObject(p, k-1, st, end) // "shut out Kyiv"
	case s.opensClause(p):
		return s.asSubject(p, to, end, false)
	}
	return government{open: true}
}

var (
	focusWords = listOf("only even just merely also both neither perhaps especially notably")
	particles  = listOf("out off down up back away")
)

// echoes reports whether the preposition at token k, before the name, stands before a government
// right before it as well: "to London, to Paris, to Berlin".
func (s *placeScan) echoes(p *spot, k int) bool {
	d := s.d
	i := int(p.index) - 1
	if i < 0 || k < 2 || d.tagAt(k) != prepTag && !d.is(k, "to") || s.spots[i].use != geo.Metonym || s.spots[i].sent != p.sent {
		return false
	}
	q := &s.spots[i]
	return int(q.to) >= k-2 && (d.char(int(q.to)) == ',' || d.isAny(int(q.to), "and", "or")) && int(q.first) > 0 && d.toks[k].form != 0 && d.toks[q.first-1].form == d.toks[k].form
}

// attributive reports whether the name stands between a determiner or adjective and a noun, and so
// tells of what kind that is: "the Paris attacks", "a veteran Washington hand".
func (s *placeScan) attributive(p *spot, end int) bool {
	d := s.d
	k, to := int(p.first)-1, int(p.to)
	if d.lang != geo.English || k < d.sents[p.sent].first || to >= end || d.toks[to].kind != wordToken || d.toks[to].caps != lowerCase && d.toks[k].kind != cliticToken {
		return false
	}
	switch t := &d.toks[k]; {
	case d.isAny(k, "the", "a", "an"), t.tag == possTag, t.kind == cliticToken:
		return d.toks[to].tag == nounTag || d.toks[to].tag == verbTag || d.toks[to].tag == ingTag || d.toks[to].tag == adjTag || d.toks[to].tag == nameTag
	case t.tag == adjTag && t.caps == lowerCase, t.tag == numTag:
		return d.toks[to].tag == nounTag && !s.unknownVerb(to, end) || d.toks[to].tag == ingTag && d.tagAt(to+1) == nounTag
	}
	return false
}

// asHolder reads a capital by the noun of what it has, behind the possessive at token k: "Beijing's
// assertiveness", "Berlin's closest European allies", not "London's newly elected mayor".
func (s *placeScan) asHolder(k, end int) government {
	d := s.d
	const most = 6 // words
	noun, dealt := 0, false
	for j := k + 1; j < end && j <= k+most && d.toks[j].kind == wordToken; j++ {
		t := &d.toks[j]
		if j > k+1 && t.tag != nounTag && t.tag != adjTag && t.tag != nameTag && t.tag != ingTag && t.tag != partTag && t.tag != advTag {
			break
		}
		if j == k+1 && s.role[j] == personRole || t.caps != lowerCase && d.has(j, orgWord|unitWord) || d.isAny(j, "fleet") {
			return government{rule: "metonym.possessive", from: k, to: j + 1} // "Moscow's Lavrov", "Moscow's Black Sea Fleet"
		}
		if t.caps == lowerCase {
			noun, dealt = j, dealt || s.ofDealing(j)
		} else if noun = 0; s.signs(j)&(signHead|signStreet|signPart|signSchool) != 0 && (j+1 >= end || d.toks[j+1].caps == lowerCase) {
			break
		}
	}
	switch {
	case noun == 0:
		return government{open: k+1 >= end || d.toks[k+1].kind != wordToken}
	case s.ofTown(noun) || d.has(noun, buildingWord|peopleWord|settlementWord) || s.signs(noun)&(signHead|signStreet|signPart|signAnaphor|signSchool) != 0:
		return government{town: true}
	case dealt, s.abstract(noun), d.isOf(noun, &besideStates), d.isOf(noun, &stateNouns):
		return government{rule: "metonym.possessive", from: k, to: noun + 1}
	}
	return government{open: true}
}

// asSubject reads a capital that opens its clause by what stands behind it.
func (s *placeScan) asSubject(p *spot, k, end int, opens bool) government {
	d := s.d
	g := government{rule: "metonym.subject", from: k, to: k + 1, shared: true}
	for k+1 < end && (d.toks[k].tag == advTag || d.is(k, "itself") || d.toks[k].kind == openToken || d.is(k, "at") && d.isOf(k+1, &leastOrMost) || d.isOf(k, &leastOrMost)) {
		k++
	}
	if k < end && d.char(k) == ',' {
		for j := k + 2; j+1 < end && j < k+8; j++ {
			if d.toks[j].kind == openToken && d.char(j-1) == ',' {
				k = j + 1 // "Moscow," he said, "is in no hurry."
				break
			}
		}
	}
	if (k >= end || d.toks[k].kind == punctToken) && s.answersWho(p) {
		return g // "Who gains? Moscow."
	}
	if k >= end || d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase && !s.loud[p.sent] {
		return government{open: true}
	}
	switch t := d.toks[k].tag; {
	case opens && d.is(k, "the") && !s.asCity(k, end):
		return g // "Moscow the peacemaker?"
	case d.is(k, "be"):
		return g // "asked that Moscow be held to it"
	case t == adjTag && !s.ofScene(k) && !d.isOf(k, &townAdjectives) && s.governmentBefore(p):
		return g // "sees Moscow massing and Kyiv short of men"
	case s.ofScene(k) && !s.rulesOver(k, end), s.townFate(k, end):
		return government{town: true}
	case t == toTag && opens && d.tagAt(k+1) == baseTag && !d.has(k+1, beWord):
		return g // "Sofia to send forty vehicles"
	case t == prepTag && opens && s.ofDealing(k+1):
		return g // "Kyiv under pressure over draft age"
	case t == auxTag && d.has(k, beWord):
		return s.asPassive(k, end, g)
	case t == auxTag:
		if d.has(k, modalWord) && (d.has(k+1, beWord) || d.has(k+2, beWord)) {
			return s.asPassive(k, end, g) // "would be the venue"
		}
		if v := s.mainVerb(k, end); v < end && (!s.ofScene(v) || s.rulesOver(v, end)) && !d.has(v, beWord) {
			return g // "Moscow has paid for it"
		}
	case t == verbTag && !(d.toks[k].verb&partForm != 0 && d.is(k+1, "by")), t == nounTag && s.unknownVerb(k, end):
		return g
	}
	return government{open: true}
}

// answersWho reports whether the sentence before asks who it is and the capital is the answer.
func (s *placeScan) answersWho(p *spot) bool {
	d := s.d
	const long = 14 // tokens of the question
	st := d.sents[p.sent].first
	if p.sent == 0 || st == 0 || !(d.char(st-1) == '?' || d.toks[st-1].kind == closeToken && d.char(st-2) == '?') {
		return false
	}
	for j := st - 2; j >= d.sents[p.sent-1].first && j > st-long; j-- {
		if d.isAny(j, "who", "whom", "whose") {
			return true
		}
	}
	return false
}

// asPassive reads what is done to the capital or what it is, the verb "be" standing at token k.
func (s *placeScan) asPassive(k, end int, g government) government {
	d := s.d
	v := s.mainVerb(k, end)
	if v < end && d.toks[v].tag == toTag && v > k+1 {
		v-- // "about to"
	}
	if m := 0; v < end && d.char(v) == ',' {
		if m = s.asideEnd(v, end); m > 0 {
			v = m + 1 // "was, as ever, difficult"
		}
	}
	switch {
	case v >= end || d.toks[v].kind != wordToken:
	case s.asCity(v, end), d.is(v, "where"):
		return government{town: true}
	case d.tagAt(v) == detTag && s.actorNoun(v+1, end):
		return g // "If Kyiv is a chess player"
	case d.tagAt(v+1) == toTag && d.tagAt(v+2) == baseTag:
		// "is about to lose", not "is likely to be hit"
		if !d.has(v+2, beWord) && (!s.ofScene(v+2) || s.gains(v+2, end)) {
			return g
		}
	case s.ofScene(v), s.townIs(v, end), s.signs(v)&signCompass != 0:
		return government{town: true}
	case s.complement(k, end), s.ofDealing(v), d.isOf(v, &dealtWith), d.toks[v].tag == ingTag, d.is(v, "doing"), s.quality(v, end), d.toks[v].tag == prepTag && s.ofDealing(v+1):
		return g
	}
	return government{open: true}
}

// mainVerb is the token behind the auxiliary at token k and its adverbs.
func (s *placeScan) mainVerb(k, end int) int {
	d := s.d
	const far = 4
	for v := k + 1; v < min(end, k+1+far); v++ {
		if !d.has(v, advWord|negWord|haveWord|beWord) && (d.toks[v].tag != auxTag || d.is(v, "doing")) && d.toks[v].kind != openToken {
			return v
		}
	}
	return end
}

// unknownVerb reports whether token k, no known word, has the form and the place of a verb:
// "If Moscow balks, …".
func (s *placeScan) unknownVerb(k, end int) bool {
	d := s.d
	w := d.str(k)
	switch d.tagAt(k + 1) {
	case detTag, possTag:
		return !s.ofScene(k) // "while Moscow reread the second paragraph"
	}
	if len(w) < 4 || w[len(w)-1] != 's' || w[len(w)-2] == 's' {
		return false
	}
	if k+1 >= end || d.toks[k+1].kind == punctToken {
		return k+1 < end && d.char(k+1) == ','
	}
	switch d.toks[k+1].tag {
	case pronTag, advTag, toTag, numTag:
		return true
	case prepTag, coordTag, subTag:
		return d.toks[k].word == 0 && !s.ofScene(k) && !s.verbFollows(k+1, end) // "Rome dithers and Madrid looks"
	}
	return false
}

// verbFollows reports whether the clause at token k has a verb, the next clause that "and" joins
// aside.
func (s *placeScan) verbFollows(k, end int) bool {
	d := s.d
	const far = 10
	if d.toks[k].tag == coordTag {
		return false
	}
	for j := k; j < min(end, k+far) && !d.endsClause(j) && d.toks[j].tag != coordTag && d.toks[j].tag != subTag; j++ {
		if d.toks[j].tag == verbTag || d.toks[j].tag == auxTag {
			return true
		}
	}
	return false
}

// asPartner reads a capital behind another preposition, at token k.
func (s *placeScan) asPartner(p *spot, k, st int) government {
	d := s.d
	if d.is(k, "over") && s.ofDealing(k-1) {
		return government{rule: "metonym.preposition", from: k - 1, to: int(p.first)} // "a lever over Chisinau"
	}
	if p.before&(signIn|signNear|signToward|signBetween|signTold|signStrike) != 0 || d.isAny(k, "with", "without", "against", "for", "on", "upon", "between") {
		return government{town: true}
	}
	if k > st && s.ofDealing(k-1) && !s.ofScene(k-1) {
		return government{rule: "metonym.preposition", from: k - 1, to: int(p.first)}
	}
	return government{open: true}
}

// asPredicate reads a capital behind a form of "be", at token k: "It was Warsaw that raised the alarm".
func (s *placeScan) asPredicate(p *spot, k, end int) government {
	d := s.d
	to := int(p.to)
	if to+1 < end && d.isAny(to, "that", "which", "who") {
		return s.asSubject(p, to+1, end, false)
	}
	if d.char(end-1) == '?' && (k == d.sents[p.sent].first || d.endsClause(k-1)) {
		return s.asPassive(to-1, end, government{rule: "metonym.question", from: k, to: to}) // "Is Beijing doing enough?"
	}
	return government{open: true}
}

// rulesOver reports whether the verb at token k, said of towns where it stands alone, has an object
// that a town has not: "holds the key", "lost the argument", "stands accused".
func (s *placeScan) rulesOver(k, end int) bool {
	d := s.d
	const near = 4
	for j := k + 1; j < min(end, k+1+near); j++ {
		switch t := &d.toks[j]; {
		case t.kind != wordToken:
			return false
		case s.ofScene(j), t.tag == prepTag:
			return false
		case t.tag == nounTag || t.tag == partTag || s.ofDealing(j):
			return s.ofDealing(j)
		}
	}
	return false
}
