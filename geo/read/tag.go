package read

import "strings"

// tag is a token's part of speech, as far as the reader needs it.
type tag uint8

const (
	noTag  tag = iota // a mark, or nothing known
	detTag            // the, a, this, his
	adjTag
	nounTag
	nameTag // capitalised inside a sentence
	numTag
	pronTag  // he, who
	possTag  // 's of a possessive
	verbTag  // finite: said, says, are
	baseTag  // infinitive, after to or a modal or do
	ingTag   // saying
	partTag  // taken: after be or have, or attributive
	auxTag   // is, has, did and modals before another verb
	toTag    // to + infinitive
	prepTag  //
	coordTag // and, or, but
	subTag   // while, because, if
	thatTag  // that, opening a clause
	relTag   // who, which, that: opening a relative clause; how, whether
	advTag
	negTag
)

// tagSentences gives every word its part of speech: what the word lists know
// of it, decided by its neighbours.
func (d *document) tagSentences() {
	for s := range d.sents {
		if d.lang != "en" {
			d.tagSlavic(&d.sents[s])
			continue
		}
		for i := d.sents[s].first; i < d.sents[s].end; i++ {
			d.toks[i].tag = d.tagOf(i, d.sents[s].first, d.sents[s].end)
		}
	}
}

// prevWord is the token before i that is not a quotation mark, hyphen or
// adverb, or -1 at the start of the sentence.
func (d *document) prevWord(i, first int, skipAdverbs bool) int {
	for i--; i >= first; i-- {
		switch k := d.toks[i].kind; {
		case k == openToken || k == closeToken:
		case skipAdverbs && (d.toks[i].tag == advTag || d.toks[i].tag == negTag):
		default:
			return i
		}
	}
	return -1
}

// nextWord is the token after i that is not a quotation mark, or end.
func (d *document) nextWord(i, end int) int {
	for i++; i < end; i++ {
		if k := d.toks[i].kind; k != openToken && k != closeToken {
			return i
		}
	}
	return end
}

// startsNominal reports whether token i can begin a noun phrase, as far as its
// word alone says.
func (d *document) startsNominal(i, end int) bool {
	if i >= end {
		return false
	}
	t := &d.toks[i]
	if t.kind == numberToken {
		return true
	}
	if t.kind != wordToken {
		return false
	}
	if d.has(i, detWord|possWord|demWord|subjPron|objPron|numWord) && !d.is(i, "no") {
		return true
	}
	return t.caps != lowerCase || d.is(i, "no")
}

func (d *document) tagOf(i, first, end int) tag {
	t := &d.toks[i]
	switch t.kind {
	case numberToken:
		return numTag
	case cliticToken:
		return d.tagClitic(i, first, end)
	case wordToken:
	default:
		return noTag
	}
	e := &d.lex.entries[t.word]
	c := e.classes
	// in a headline in title case, capitals say nothing of the words known
	headline := d.blocks[d.sents[t.sent].block].titled && c&(verbWord|beWord|haveWord|modalWord|doWord|nounWord|roleWord|orgWord|docWord|claimNoun|adjWord|advWord|prepWord|coordWord|subordWord|detWord|possWord|whWord|negWord) != 0
	p := d.prevWord(i, first, false)
	var prev tag
	if p >= 0 {
		prev = d.toks[p].tag
	}
	n := d.nextWord(i, end)
	// Capitalised inside a sentence: a name, unless a title in running text.
	atStart := p < 0 || d.toks[p].kind == punctToken && d.endsSentence(p) || d.toks[p].kind == dashToken || d.char(p) == ':' || i > 0 && d.kindAt(i-1) == openToken
	if t.caps == upperCase && t.end-t.start > 1 && (c&(detWord|prepWord|subjPron|beWord|modalWord|haveWord|coordWord) == 0 || t.end-t.start <= 3 && d.is(i, "us") || d.is(i, "it") && false) {
		if c&(verbWord|advWord|subordWord|whWord|possWord|demWord) == 0 || d.is(i, "us") {
			return nameTag
		}
	}
	if t.caps == titleCase && !atStart && !headline && c&(detWord|prepWord|subjPron|coordWord|beWord|modalWord|haveWord|subordWord|whWord|possWord|demWord) == 0 {
		return nameTag
	}
	switch {
	case d.is(i, "that"):
		return d.tagThat(i, p, n, end)
	case d.is(i, "to"):
		if n < end && d.isBase(n) && d.toks[n].caps == lowerCase {
			// "to attack positions" against "to attacks": a base form that is a
			// noun as well is a verb when an object follows
			if !d.has(n, nounWord) || p >= 0 && d.is(p, "about") || d.verbAfterTo(n, end, prev) {
				return toTag
			}
		}
		if n < end && d.has(n, advWord) && n+1 < end && d.isBase(n+1) {
			return toTag
		}
		if n+1 < end && d.toks[n].word == 0 && d.toks[n].kind == wordToken && d.toks[n].caps == lowerCase && d.startsNominal(n+1, end) && !strings.HasSuffix(d.str(n), "s") && !strings.HasSuffix(d.str(n), "ing") {
			return toTag // a verb that no list knows, with its object
		}
		return prepTag
	case d.is(i, "no") || d.is(i, "neither") || d.is(i, "none") || d.is(i, "nobody"):
		if d.is(i, "nobody") || d.is(i, "none") {
			return pronTag
		}
		return detTag
	case c&negWord != 0 && c&(modalWord|haveWord|beWord|doWord) == 0 && !d.is(i, "without"):
		return negTag
	case c&modalWord != 0:
		if d.is(i, "may") && t.caps == titleCase || d.is(i, "might") && prev == detTag {
			return nounTag
		}
		return auxTag
	case c&(beWord|haveWord|doWord) != 0:
		return d.tagAux(i, c, prev, n, end)
	case c&whWord != 0:
		return relTag
	case d.is(i, "her"):
		if n < end && (d.startsNominal(n, end) || d.has(n, nounWord|adjWord) || d.toks[n].word == 0 && d.toks[n].kind == wordToken) && !d.has(n, detWord|advWord) {
			return detTag
		}
		return pronTag
	case c&(subjPron|objPron) != 0:
		if d.is(i, "one") && n < end && (d.toks[n].caps != lowerCase || d.has(n, nounWord) || d.toks[n].word == 0 && d.toks[n].kind == wordToken) {
			return numTag
		}
		return pronTag
	case c&(possWord|detWord) != 0:
		if d.is(i, "most") || d.is(i, "such") || d.is(i, "many") || d.is(i, "several") {
			return adjTag
		}
		if (d.is(i, "all") || d.is(i, "both") || d.is(i, "either")) && n < end && d.has(n, prepWord) && !d.is(n, "of") {
			return pronTag
		}
		return detTag
	case c&demWord != 0:
		if n < end && (d.has(n, verbWord) && !d.has(n, nounWord|adjWord) || d.has(n, beWord|haveWord|modalWord|doWord|prepWord) || d.toks[n].kind == punctToken) {
			return pronTag
		}
		return detTag
	case c&coordWord != 0:
		return coordTag
	case d.is(i, "past") && (prev == detTag || prev == adjTag):
		if n < end && d.nominalWord(n) && !d.has(n, verbWord) {
			return adjTag
		}
		return nounTag
	case c&(subordWord|prepWord) != 0:
		return d.tagPrep(i, c, n, end, first)
	case c&numWord != 0:
		return numTag
	case c&verbWord != 0:
		return d.tagVerb(i, e, p, prev, n, first, end)
	case c&advWord != 0, c&hedgeWord != 0:
		return advTag
	case d.isAny(i, "first", "last", "next") && n < end && d.lex.entries[d.toks[n].word].verb&(pastForm|sForm) != 0 && d.toks[n].caps == lowerCase && !d.has(n, nounWord) && prev != detTag:
		return advTag // "first reported"
	case c&adjWord != 0 && c&(roleWord|orgWord|nounWord|witnessWord) != 0 && !d.nominalNext(n, end):
		return nounTag // "an official said"
	case c&adjWord != 0, c&demonymWord != 0 && n < end && (d.toks[n].caps == lowerCase || d.has(n, orgWord|roleWord)) && d.nominalWord(n):
		return adjTag
	case c != 0:
		if c&(weekdayWord|monthWord) != 0 {
			return nameTag
		}
		if t.caps != lowerCase && c&(firstName|maleWord|femaleWord|uaName|ruName) != 0 && c&(roleWord|orgWord|witnessWord|docWord|nounWord|titleWord|rankWord) == 0 {
			return nameTag
		}
		return nounTag
	}
	return d.tagUnknown(i, p, prev, n, first, end, atStart)
}

// nominalNext reports whether token n goes on with a noun phrase.
func (d *document) nominalNext(n, end int) bool {
	return n < end && (d.nominalWord(n) || d.toks[n].kind == hyphenToken)
}

// nominalWord reports whether token i can be part of a noun phrase after an
// adjective, as far as its word alone says.
func (d *document) nominalWord(i int) bool {
	if d.kindAt(i) != wordToken {
		return false
	}
	return !d.has(i, prepWord|coordWord|subordWord|beWord|haveWord|modalWord|doWord|detWord|possWord|demWord|subjPron|objPron|whWord|negWord|advWord) &&
		(!d.has(i, verbWord) || d.has(i, nounWord|roleWord|orgWord|claimNoun|docWord))
}

func (d *document) tagUnknown(i, p int, prev tag, n, first, end int, atStart bool) tag {
	t := &d.toks[i]
	s := d.str(i)
	if q := d.prevWord(i, first, true); q >= 0 && t.caps == lowerCase {
		if d.toks[q].tag == toTag || d.toks[q].tag == auxTag && (d.has(q, modalWord|doWord) || d.isLL(q) && !d.is(q, "'s")) {
			return baseTag
		}
	}
	if t.caps != lowerCase {
		if atStart && strings.HasSuffix(s, "ly") && len(s) > 5 {
			return advTag
		}
		return nameTag
	}
	switch {
	case strings.HasSuffix(s, "ly") && len(s) > 4:
		return advTag
	case strings.HasSuffix(s, "ing") && len(s) > 5:
		if prev == detTag || prev == adjTag || prev == possTag {
			return nounTag
		}
		if prev == prepTag && d.nominalNext(n, end) {
			return adjTag
		}
		return ingTag
	case strings.HasSuffix(s, "ed") && len(s) > 4:
		switch prev {
		case detTag, adjTag, possTag, numTag:
			return adjTag
		case auxTag:
			return partTag
		}
		return d.pastOrParticiple(i, prev, p, n, first, end)
	case strings.HasSuffix(s, "ful"), strings.HasSuffix(s, "ous"), strings.HasSuffix(s, "ive") && len(s) > 5 && (d.nominalNext(n, end) || prev == auxTag || prev == advTag),
		strings.HasSuffix(s, "ible"), strings.HasSuffix(s, "able"), strings.HasSuffix(s, "less"),
		strings.HasSuffix(s, "ical"), strings.HasSuffix(s, "ish") && len(s) > 5, strings.HasSuffix(s, "ic") && len(s) > 5:
		return adjTag
	}
	return nounTag
}

// tagClitic: 's after a pronoun, there, that or what is a verb; after a noun it
// is a possessive unless a verb or clause goes on behind it.
func (d *document) tagClitic(i, first, end int) tag {
	s := d.str(i)
	if c := s[len(s)-1]; c != 's' && c != 'S' {
		return auxTag // 're, 've, 'll, 'd, 'm
	}
	p := d.prevWord(i, first, false)
	if p >= 0 && (d.toks[p].tag == pronTag || d.has(p, subjPron|whWord) || d.is(p, "there") || d.is(p, "that") || d.is(p, "here")) && !d.is(p, "one") {
		return auxTag
	}
	if n := d.nextWord(i, end); n < end && (d.has(n, detWord) || d.is(n, "not") || d.is(n, "been") || d.is(n, "going")) {
		return auxTag
	}
	return possTag
}

func (d *document) tagThat(i, p, n, end int) tag {
	if n >= end {
		return pronTag
	}
	if d.isAny(n, "out", "off", "up", "down", "over", "much") {
		return pronTag // "ruled that out"
	}
	if d.toks[n].kind == punctToken || d.toks[n].kind == dashToken {
		if d.char(n) == ',' || d.toks[n].kind == dashToken && p >= 0 && d.has(p, cueWord) {
			return thatTag // "that, according to …, troops"
		}
		return pronTag
	}
	verbal := d.has(n, beWord|haveWord|doWord|modalWord) || d.has(n, verbWord) && !d.has(n, nounWord|adjWord|roleWord|orgWord) && d.toks[n].caps == lowerCase
	if p < 0 {
		if verbal {
			return pronTag
		}
		return detTag
	}
	prev := d.toks[p].tag
	cue := d.has(p, cueWord|claimNoun)
	if v := d.lex.entries[d.toks[n].word].verb; prev == nounTag && !cue && v&sForm != 0 && !d.plural(p) && d.toks[n].caps == lowerCase && n+1 < end && (d.startsNominal(n+1, end) || d.has(n+1, prepWord)) {
		return relTag // "the brigade that holds the sector"
	}
	if verbal {
		if v := d.lex.entries[d.toks[n].word].verb; (v&^ingForm == 0 || v == partForm) && !d.has(n, beWord|haveWord|doWord|modalWord) {
			return thatTag
		}
		if prev == nounTag || prev == nameTag || prev == numTag {
			return relTag
		}
		return pronTag
	}
	if d.startsNominal(n, end) {
		if (prev == prepTag || prev == advTag) && p > 0 && d.particleOf(p) {
			return thatTag // "points out that"
		}
		if prev == prepTag || prev == auxTag {
			return pronTag
		}
		return thatTag
	}
	if d.has(n, advWord|prepWord|negWord|subordWord) {
		if prev == nounTag && !cue && d.has(n, advWord) && !d.cueBefore(p) {
			return relTag
		}
		return thatTag
	}
	// A bare noun or adjective follows: "said that troops", "in that town".
	if prev == prepTag || prev == detTag {
		return detTag
	}
	if (prev == verbTag || prev == partTag || prev == ingTag || prev == baseTag) && !cue && !d.isAny(p, "means", "meant", "mean", "ensure", "ensured", "ensures", "happens", "happened", "so") {
		return detTag // "holds that sector"
	}
	if cue || prev == adjTag || prev == verbTag || prev == ingTag || prev == partTag || prev == baseTag || d.char(p) == ',' || prev == coordTag {
		if prev == coordTag || d.char(p) == ',' {
			// "and that troops" against "and that town": a plural speaks for a clause
			if d.plural(n) || d.has(n, demonymWord|adjWord) {
				return thatTag
			}
			return detTag
		}
		return thatTag
	}
	if prev == nounTag || prev == nameTag {
		return thatTag
	}
	return detTag
}

// particleOf reports whether token p is the second word of a reporting verb.
func (d *document) particleOf(p int) bool {
	_, end := d.cueLemma(p-1, p+1)
	return end == p+1 && d.has(p-1, cueWord)
}

// cueBefore reports whether a reporting verb waits for its "that" before token
// p: "said by telephone that".
func (d *document) cueBefore(p int) bool {
	for k := p; k > 0 && k > p-9; k-- {
		if d.endsClause(k) || d.toks[k].tag == thatTag {
			return false
		}
		if d.has(k, sayWord) && (d.toks[k].tag == verbTag || d.toks[k].tag == ingTag || d.toks[k].tag == partTag) {
			return true
		}
	}
	return false
}

func (d *document) tagAux(i int, c class, prev tag, n, end int) tag {
	if d.is(i, "being") || d.is(i, "having") || d.is(i, "doing") {
		return auxTag
	}
	if d.is(i, "done") || d.is(i, "been") {
		return auxTag
	}
	return auxTag
}

func (d *document) tagPrep(i int, c class, n, end, first int) tag {
	if n < end && (d.toks[n].kind == numberToken || d.has(n, numWord) && !d.is(n, "one") || d.isAny(n, "a", "half") && n+1 < end && d.has(n+1, numWord)) && d.isAny(i, "about", "around", "over", "under", "up", "like") {
		return advTag // "about 3,000 people", "just over a thousand"
	}
	switch {
	case n >= end:
		if c&advWord != 0 {
			return advTag
		}
		return prepTag
	case c&subordWord == 0:
		if c&advWord != 0 && !d.startsNominal(n, end) && !d.nominalWord(n) {
			return advTag
		}
		if d.is(i, "following") || d.is(i, "including") || d.is(i, "regarding") || d.is(i, "concerning") {
			if p := d.prevWord(i, first, false); p >= 0 && (d.toks[p].tag == detTag || d.toks[p].tag == auxTag) {
				return adjTag
			}
		}
		return prepTag
	case c&prepWord == 0:
		return subTag
	}
	// before, after, since, until, as: a clause follows when a finite verb does,
	// within the next few words and before a mark.
	if d.lex.entries[d.toks[n].word].verb&ingForm != 0 {
		return prepTag
	}
	for k := n; k < end && k < n+9; k++ {
		if d.endsClause(k) || d.has(k, coordWord) || k > n && d.has(k, subordWord|whWord) {
			break
		}
		if d.has(k, beWord|haveWord|modalWord|doWord) && !d.is(k, "having") && !d.is(k, "being") {
			return subTag
		}
		if v := d.lex.entries[d.toks[k].word]; k > n && d.toks[k].caps == lowerCase && v.verb&(pastForm|sForm) != 0 && v.classes&nounWord == 0 {
			return subTag
		}
	}
	return prepTag
}

// isBase reports whether token i can be an infinitive.
func (d *document) isBase(i int) bool {
	return d.lex.entries[d.toks[i].word].verb&baseForm != 0 || d.is(i, "be") || d.is(i, "have") || d.is(i, "do")
}

// verbAfterTo decides for "to control", "to attack": a verb when an object, an
// adverb or a preposition follows, unless "to" belongs to a noun before it
// ("an end to attacks", which is plural and not asked here; "threat to control").
func (d *document) verbAfterTo(n, end int, prev tag) bool {
	m := d.nextWord(n, end)
	if m >= end {
		return prev != nounTag
	}
	if d.startsNominal(m, end) || d.has(m, advWord) {
		return true
	}
	if d.has(m, prepWord) {
		return prev != nounTag && prev != nameTag || !d.is(m, "of")
	}
	if d.toks[m].kind == punctToken {
		return prev == verbTag || prev == partTag || prev == adjTag || prev == ingTag || prev == baseTag
	}
	return d.toks[m].kind == wordToken && !d.has(m, coordWord)
}

// tagVerb decides what a word that can be a verb is.
func (d *document) tagVerb(i int, e *entry, p int, prev tag, n, first, end int) tag {
	v := e.verb
	if i > 0 && d.kindAt(i-1) == hyphenToken && v&(partForm|ingForm) != 0 {
		return adjTag // "Moscow-appointed"
	}
	noun := e.classes&(nounWord|roleWord|orgWord|claimNoun|docWord|witnessWord|mediaWord|titleWord|rankWord|timeWord) != 0
	adj := e.classes&adjWord != 0
	// the token before, past adverbs
	q := d.prevWord(i, first, true)
	var before tag
	if q >= 0 {
		before = d.toks[q].tag
	}
	switch {
	case before == toTag:
		return baseTag
	case before == auxTag && q >= 0:
		switch {
		case d.has(q, modalWord|doWord) || d.isLL(q):
			if v&baseForm != 0 {
				return baseTag
			}
		case d.has(q, haveWord) || d.is(q, "'ve") || d.is(q, "’ve"):
			if v&partForm != 0 {
				return partTag
			}
		}
		if v&ingForm != 0 {
			return ingTag
		}
		if v&partForm != 0 {
			return partTag
		}
		if noun {
			return nounTag
		}
		if d.has(q, doWord|modalWord|haveWord) {
			return partTag
		}
		if adj {
			return adjTag
		}
		return nounTag
	}
	if v&ingForm != 0 && v&^ingForm == 0 {
		switch {
		case noun && (prev == detTag || prev == adjTag || prev == possTag || prev == prepTag && !d.startsNominal(n, end) || p < 0 && n < end && (d.has(n, prepWord|verbWord|beWord|haveWord|modalWord) || d.lex.entries[d.toks[n].word].verb&(pastForm|sForm) != 0)):
			return nounTag
		case noun && prev != subTag && (prev == nounTag || prev == coordTag || prev == verbTag || prev == ingTag || prev == partTag || prev == baseTag) && !d.startsNominal(n, end) && !(n < end && d.has(n, thatWordClass)):
			return nounTag
		case prev == detTag && n < end && d.nominalWord(n):
			return adjTag
		case prev == detTag || prev == possTag:
			return nounTag
		}
		return ingTag
	}
	nounBefore := prev == detTag || prev == adjTag || prev == possTag || prev == numTag
	if v&(pastForm|partForm) != 0 && v&baseForm == 0 {
		switch {
		case nounBefore && (prev != numTag || n < end && d.nominalWord(n)):
			if (prev == adjTag || prev == numTag) && d.has(i, sayWord) && !d.has(i, nounWord) && v&pastForm != 0 && !(n < end && d.nominalWord(n) && d.toks[n].caps == lowerCase && !d.has(n, roleWord)) {
				return verbTag // "the wounded said"
			}
			if noun {
				return nounTag
			}
			if prev == detTag && n < end && !d.nominalWord(n) && d.toks[n].caps == lowerCase && p >= 0 && !d.has(p, detWord|possWord) {
				return verbTag // "this showed", "all said"
			}
			if (d.is(p, "all") || d.is(p, "both") || d.is(p, "some") || d.is(p, "many") || d.is(p, "few") || d.is(p, "several") || d.is(p, "others")) && v&pastForm != 0 && !d.nominalWord(n) {
				return verbTag
			}
			if prev == adjTag && v&pastForm != 0 && (d.has(p, demonymWord) && !d.nominalWord(n) || n < end && (d.has(n, detWord|possWord) || d.is(n, "that"))) {
				return verbTag
			}
			return adjTag
		case v&pastForm == 0:
			return partTag
		case v&partForm == 0:
			return verbTag
		}
		return d.pastOrParticiple(i, prev, p, n, first, end)
	}
	// base or -s forms (and those that are past as well: hit, cut, put, read)
	if e.classes&cueWord != 0 && !nounBefore && n < end && p >= 0 && d.toks[p].tag != prepTag && (d.is(n, "that") || d.char(n) == ':') && v&(sForm|baseForm) != 0 &&
		(d.is(n, "that") && d.clauseFollows(n+1, end)) && (prev == nounTag || prev == nameTag || prev == pronTag || prev == advTag || d.char(p) == ',') {
		return verbTag // "X, the head of Y, posts that", "the authorities state that"
	}
	if e.classes&sayWord != 0 && v&baseForm != 0 && prev == nounTag && d.plural(p) && d.has(p, roleWord|witnessWord|mediaWord|orgWord|demonymWord|docWord) {
		return verbTag // "officials claim air defences destroyed"
	}
	if nounBefore {
		if prev == adjTag && p >= 0 && d.has(p, demonymWord) && v&sForm != 0 && !noun {
			return verbTag
		}
		if noun || prev == detTag || prev == possTag || adj {
			if adj && n < end && d.nominalWord(n) {
				return adjTag
			}
			if d.has(p, demWord) && !noun && v&sForm != 0 {
				return verbTag
			}
			if v&pastForm != 0 && !noun && !adj {
				return partTag
			}
			return nounTag
		}
		if prev == numTag || prev == adjTag {
			if v&sForm != 0 && p >= 0 && d.toks[p].kind == wordToken && d.is(p, "one") {
				return verbTag
			}
			return nounTag
		}
	}
	if adj && !noun {
		if prev == pronTag && v&sForm != 0 {
			return verbTag
		}
		return adjTag
	}
	switch prev {
	case pronTag, relTag:
		return verbTag
	case prepTag:
		if noun {
			return nounTag
		}
		if v&pastForm != 0 {
			return partTag
		}
		return nounTag
	case negTag:
		if v&pastForm != 0 || v&sForm != 0 {
			return verbTag
		}
	}
	if v&sForm != 0 {
		// "the ministry claims", "Kyiv reports": singular subject before
		subject := prev == nounTag && !d.plural(p) || prev == nameTag || prev == pronTag
		if noun && (subject && prev != nameTag || prev == advTag && (before == nounTag && !d.plural(q) || before == nameTag)) && !d.finiteAhead(n, end) && !d.finiteBefore(i, first) {
			return verbTag // the clause has no other verb: "artillery falls on the town"
		}
		if subject && !noun {
			return verbTag
		}
		if subject && noun && prev == nameTag {
			if d.has(p, demonymWord) && !d.plural(p) {
				return nounTag // "Russian channels"
			}
			if d.nameVerb(i, e, p, n, first, end) {
				return verbTag
			}
		}
		if subject && noun {
			if n < end && (d.startsNominal(n, end) || d.is(n, "that") || d.is(n, "to") || d.is(n, "how") || d.has(n, advWord)) || d.quoteFollows(i, end) {
				return verbTag
			}
			if (e.classes&cueWord != 0) && prev == nameTag && n < end && !d.has(n, verbWord|beWord|haveWord|modalWord|coordWord) && d.toks[n].kind == wordToken && !d.has(n, prepWord) {
				return verbTag
			}
			return nounTag
		}
		if before == advTag || before == negTag {
			return verbTag
		}
		if before == pronTag && prev == advTag {
			return verbTag // "he also claims"
		}
		if noun && prev == coordTag && d.finiteBefore(i, first) && n < end && (d.startsNominal(n, end) || d.is(n, "that") || e.classes&cueWord != 0 && d.has(n, prepWord|advWord)) {
			return verbTag // "denies it and points out that"
		}
		if noun {
			return nounTag
		}
		return verbTag
	}
	if v&pastForm != 0 { // hit, cut, put, read, set
		if prev == nounTag || prev == nameTag {
			if noun && prev == nounTag && !(n < end && (d.startsNominal(n, end) || d.has(n, prepWord))) {
				return nounTag
			}
			return verbTag
		}
		if noun && p < 0 {
			return nounTag
		}
		return verbTag
	}
	// plain base form
	if noun && (prev == nounTag && d.plural(p) || prev == advTag && before == nounTag && d.plural(q)) && !d.finiteAhead(n, end) && !d.finiteBefore(i, first) && n < end && d.toks[n].kind == wordToken {
		return verbTag // "small groups slip in through the ruins"
	}
	if noun && prev == coordTag && n < end && d.startsNominal(n, end) && d.finiteBase(i, first) {
		return verbTag // "control the heights and shell the town"
	}
	if p < 0 && n < end && (d.has(n, beWord|haveWord|modalWord|doWord) || d.lex.entries[d.toks[n].word].verb&(sForm|pastForm) != 0 && d.toks[n].caps == lowerCase) {
		return nounTag // "Supply runs along one road"
	}
	if (prev == nounTag || prev == nameTag) && n < end && (d.startsNominal(n, end) || d.isAny(n, "over", "up", "out", "from", "its", "their", "all")) && d.demanded(i, first) {
		return verbTag // "insisted that Ukraine hand over"
	}
	if prev == nounTag && !d.plural(p) && v&sForm == 0 && v&pastForm == 0 {
		return nounTag // "climate change": a singular takes no base form
	}
	if prev == nounTag && d.plural(p) || prev == coordTag || before == advTag || prev == nameTag && d.pluralSubject(p, first) {
		if noun {
			if n < end && (d.startsNominal(n, end) || d.is(n, "that")) && prev != coordTag {
				return verbTag
			}
			return nounTag
		}
		return verbTag
	}
	if noun {
		if p < 0 && n < end && d.startsNominal(n, end) && !d.has(n, subjPron) {
			return verbTag
		}
		return nounTag
	}
	if p < 0 || d.toks[p].kind == punctToken || prev == advTag || prev == thatTag || prev == subTag {
		return verbTag
	}
	return verbTag
}

// nameVerb reports whether a word that may be noun or verb is the verb of the
// name before it: ", Suspilne reports.", "insists Lyman stands".
func (d *document) nameVerb(i int, e *entry, p, n, first, end int) bool {
	q := p
	for q > first && d.toks[q-1].tag == nameTag {
		q--
	}
	if q--; q < first {
		return false
	}
	if d.char(q) == ',' && e.classes&sayWord != 0 {
		return n >= end || d.endsSentence(n) || d.char(n) == ','
	}
	return (d.toks[q].tag == thatTag || d.toks[q].tag == verbTag && d.has(q, cueWord)) && !d.finiteAhead(n, end) && !(n < end && d.nominalWord(n) && !d.has(n, advWord))
}

const thatWordClass = whWord

func (d *document) isLL(i int) bool {
	s := d.str(i)
	return strings.HasSuffix(s, "ll") || strings.HasSuffix(s, "d")
}

// plural reports whether the noun at i looks plural.
func (d *document) plural(i int) bool {
	s := d.str(i)
	if d.isAny(i, "people", "police", "troops", "media", "men", "women", "children") {
		return true
	}
	return len(s) > 3 && (s[len(s)-1] == 's' || s[len(s)-1] == 'S') && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is")
}

// pluralSubject reports whether the name that ends at p is coordinated ("Kyiv
// and Moscow agree") or a plural.
func (d *document) pluralSubject(p, first int) bool {
	if d.plural(p) {
		return true
	}
	for k := p - 1; k >= first && k > p-5; k-- {
		if d.is(k, "and") {
			return true
		}
		if d.toks[k].tag != nameTag {
			return false
		}
	}
	return false
}

// quoteFollows reports whether a quotation opens right behind token i, or
// behind a comma or colon.
func (d *document) quoteFollows(i, end int) bool {
	k := i + 1
	if k < end && (d.char(k) == ',' || d.char(k) == ':') {
		k++
	}
	return k < end && d.toks[k].kind == openToken
}

// pastOrParticiple decides for "said", "pushed": finite after its subject,
// participle in a reduced clause ("officials quoted by", "troops pushed back by").
func (d *document) pastOrParticiple(i int, prev tag, p, n, first, end int) tag {
	if n < end && d.is(n, "by") && prev != pronTag && !(d.has(i, sayWord) && (p < 0 || d.toks[p].kind == punctToken)) {
		// "quoted by Tass": reduced, when a finite verb follows later
		return partTag
	}
	switch prev {
	case pronTag, relTag, nounTag, nameTag, negTag, advTag:
		if prev == nounTag || prev == nameTag {
			// a finite verb before it in the clause makes it a reduced clause
			if d.finiteBefore(i, first) && !d.has(i, sayWord) {
				return partTag
			}
		}
		return verbTag
	case prepTag:
		return adjTag
	case coordTag:
		// like the verb before: "took and held"
		return verbTag
	}
	if p < 0 && n < end && d.nominalWord(n) && d.toks[n].caps == lowerCase && !d.has(i, sayWord) && !d.has(n, detWord) {
		return adjTag // "Geolocated footage"
	}
	if p < 0 || d.toks[p].kind == punctToken {
		// ", said X", or a participle phrase: ", backed by armour,"
		if d.has(i, sayWord) {
			return verbTag
		}
		if p < 0 {
			return partTag
		}
		return verbTag
	}
	return verbTag
}

// clauseFollows reports whether a finite verb may follow within a few words.
func (d *document) clauseFollows(i, end int) bool {
	for k := i; k < end && k < i+14; k++ {
		if d.has(k, beWord|haveWord|modalWord|doWord) || d.lex.entries[d.toks[k].word].verb&(pastForm|sForm) != 0 {
			return true
		}
	}
	return false
}

// demanded reports whether token i stands in a clause that a demanding verb
// opens, with no finite verb in it yet: "insisted that Ukraine …".
func (d *document) demanded(i, first int) bool {
	for k := i - 1; k > first && k > i-10; k-- {
		if d.toks[k].tag == thatTag {
			l := d.lex.lemmas[d.lex.entries[d.toks[k-1].word].lemma]
			return l.stance == demandStance || l.stance == proposeStance || l.text == "insist"
		}
		if d.endsClause(k) || d.finite(k) {
			return false
		}
	}
	return false
}

// finiteAhead reports whether another verb that must be finite follows in the
// clause, from token i on.
func (d *document) finiteAhead(i, end int) bool {
	for k := i; k < end && k < i+25; k++ {
		if d.endsClause(k) || d.has(k, coordWord|subordWord) && !d.has(k, prepWord) || d.has(k, whWord) {
			return false
		}
		if d.has(k, beWord|haveWord|modalWord|doWord) {
			return true
		}
		if e := &d.lex.entries[d.toks[k].word]; d.toks[k].caps == lowerCase && e.verb&(pastForm|sForm) != 0 && e.classes&(nounWord|adjWord) == 0 && (k == i || d.kindAt(k-1) == wordToken && !d.has(k-1, detWord|possWord|adjWord)) {
			return true
		}
	}
	return false
}

// finiteBase reports whether a finite verb in its plain form stands before i in
// the clause.
func (d *document) finiteBase(i, first int) bool {
	for k := i - 1; k >= first && k > i-20; k-- {
		if d.endsClause(k) {
			return false
		}
		if d.toks[k].tag == verbTag {
			return d.lex.entries[d.toks[k].word].verb&baseForm != 0
		}
	}
	return false
}

// finiteBefore reports whether a finite verb stands before i in its clause.
func (d *document) finiteBefore(i, first int) bool {
	for k := i - 1; k >= first && k > i-25; k-- {
		switch d.toks[k].tag {
		case verbTag:
			return !d.has(k, sayWord) // what it says may start without "that"
		case auxTag:
			return true
		case subTag, thatTag, relTag, coordTag:
			return false
		}
		if d.endsClause(k) {
			return false
		}
	}
	return false
}

// tagSlavic is the tagging of Ukrainian and Russian, where endings and lists
// say what a word is.
func (d *document) tagSlavic(s *sentence) {}
