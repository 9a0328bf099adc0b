package read

var particleWords = listOf("out off up down over much")

var expectWords = listOf("expect expects expected want wants wanted allow allowed")

// tagThat tells "that" before a clause from "that" before a noun and from the relative.
func (d *document) tagThat(i, p, n, end int) tag {
	if n >= end {
		return pronTag
	}
	if d.isOf(n, &particleWords) && d.kindAt(n+1) != hyphenToken && !d.is(n+1, "to") {
		return pronTag // "ruled that out", not "said that up to 50 soldiers", "that off-site power"
	}
	if p >= 0 && p == i-1 && d.has(p, namingWord) && (d.isOf(n, &aOrAn) || d.kindAt(i+1) == openToken) {
		return pronTag // "called that a lie", "calls that “wishful drawing”"
	}
	if d.toks[n].kind == punctToken || d.toks[n].kind == dashToken {
		if d.char(n) == ',' || d.toks[n].kind == dashToken && p >= 0 && d.has(p, cueWord) {
			return thatTag // "that, according to …, troops"
		}
		return pronTag
	}
	if p > 0 && d.kindAt(i+1) == openToken && d.has(p, objPron) && d.has(p-1, cueWord) {
		return thatTag // "told us that 'individual groups' had entered"
	}
	if d.toks[n].kind == cliticToken && p >= 0 && d.has(p, cueWord) {
		return pronTag // "says that's untrue"
	}
	if p >= 0 && d.is(n, "to") && d.isOf(p, &expectWords) {
		return pronTag // "does not expect that to happen"
	}
	if p >= 0 && d.has(p, namingWord) && d.has(n, claimNoun|docWord) && d.toks[n].caps == lowerCase && n+1 < end && (d.isOf(n+1, &untrueWords) || d.kindAt(n+1) == openToken || d.isOf(n+1, &aOrAn)) {
		return detTag // "called that report false"
	}
	verbal := d.has(n, beWord|haveWord|doWord|modalWord) || d.has(n, verbWord) && !d.has(n, nounWord|adjWord|roleWord|orgWord) && d.toks[n].caps == lowerCase
	if p < 0 {
		if verbal {
			return pronTag
		}
		return detTag
	}
	prev := d.toks[p].tag
	cue := d.has(p, cueWord|claimNoun) || prev == nounTag && !verbal && d.isOf(p, &evidenceNouns)
	if v := d.toks[n].verb; prev == nounTag && !cue && v&sForm != 0 && !d.plural(p) && d.toks[n].caps == lowerCase && n+1 < end && (d.startsNominal(n+1, end) || d.has(n+1, prepWord) || d.nominalWord(n+1) && !d.has(n+1, verbWord)) {
		if d.toldTo(p) && d.finiteAhead(n+1, end) {
			return thatTag // "told this newspaper that trains from X were running"
		}
		return relTag // "the brigade that holds the sector", "a group that studies satellite pictures"
	}
	if verbal {
		if v := d.toks[n].verb; (v&^ingForm == 0 || v == partForm) && !d.has(n, beWord|haveWord|doWord|modalWord) {
			return thatTag
		}
		if (d.has(p, weekdayWord|monthWord|timeWord) || prev == numTag) && d.cueBefore(p) {
			return thatTag // "said on Monday that guns fell silent"
		}
		if prev == nounTag || prev == nameTag || prev == numTag {
			return relTag
		}
		return pronTag
	}
	if d.startsNominal(n, end) {
		if prev == nounTag && !cue && d.relativeObject(p, n, end) {
			return relTag
		}
		if (prev == prepTag || prev == advTag) && p > 0 && d.particleOf(p) {
			return thatTag // "points out that"
		}
		for k := p - 1; prev == auxTag && k >= 0 && k > p-8 && !d.endsClause(k); k-- {
			if d.has(k, claimNoun|docWord) {
				return thatTag // "the condition is that Kyiv hand over"
			}
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
	if (prev == verbTag || prev == baseTag || prev == partTag) && d.has(n, claimNoun) && !d.plural(n) && d.toks[n].caps == lowerCase && (n+1 >= end || d.endsClause(n+1) || d.has(n+1, coordWord)) {
		return detTag // "disputed that account and said"
	}
	// A bare noun or adjective follows: "said that troops", "in that town".
	if (prev == prepTag || prev == advTag) && p > 0 && d.particleOf(p) && d.particleThat(p) {
		return thatTag // "did not rule out that trains"
	}
	if prev == prepTag || prev == detTag {
		return detTag
	}
	if (prev == verbTag || prev == partTag || prev == ingTag || prev == baseTag) && !cue && !d.isAny(p, "means", "meant", "mean", "ensure", "ensured", "ensures", "happens", "happened", "so") {
		return detTag // "holds that sector"
	}
	if cue || prev == adjTag || prev == verbTag || prev == ingTag || prev == partTag || prev == baseTag || d.char(p) == ',' || prev == coordTag {
		if prev == coordTag && d.saidThat(p) && n+1 < end && (d.has(n+1, beWord|haveWord|modalWord|doWord) || d.toks[n+1].verb&(pastForm|sForm) != 0) {
			return thatTag // "that C1 and that water was"
		}
		if prev == coordTag || d.char(p) == ',' {
			// "and that troops" against "and that town": a plural speaks for a clause
			if d.plural(n) || d.has(n, demonymWord|adjWord) {
				return thatTag
			}
			if prev == coordTag && d.cueInClause(p) && d.toks[n].caps == lowerCase && !d.has(n, settlementWord|regionWord|areaWord|timeWord|weekdayWord) && d.finiteAhead(n+1, end) {
				return thatTag // "said X was calm and that evacuation had begun"
			}
			return detTag
		}
		return thatTag
	}
	if prev == numTag && d.has(p-1, monthWord) && d.cueBefore(p) {
		return thatTag // "claimed on May 31 that elements of the division had"
	}
	if prev == nounTag || prev == nameTag || prev == pronTag && (d.plural(n) || d.toks[n].caps != lowerCase) && d.toldTo(p) {
		return thatTag // "told the council that", "told us that drones had hit"
	}
	return detTag
}

// particleOf reports whether token p is the second word of a reporting verb.
func (d *document) particleOf(p int) bool {
	_, end := d.cueLemma(p-1, p+1)
	return end == p+1 && d.has(p-1, cueWord)
}

// particleThat reports whether the verb whose second word is token p takes "that".
func (d *document) particleThat(p int) bool {
	l, _ := d.cueLemma(p-1, p+1)
	return l.frames&thatFrame != 0
}

// cueInClause reports whether a verb of saying stands before token p in its sentence,
// since its last semicolon.
func (d *document) cueInClause(p int) bool {
	for k := p - 1; k >= 0 && k > p-40 && d.toks[k].sent == d.toks[p].sent && d.char(k) != ';'; k-- {
		if d.has(k, sayWord) && (d.toks[k].tag == verbTag || d.toks[k].tag == partTag) {
			return true
		}
	}
	return false
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

func (d *document) tagPrep(i int, c class, n, end, first int) tag {
	if n < end && (d.toks[n].kind == numberToken || d.has(n, numWord) && !d.is(n, "one") || d.isOf(n, &articleOrHalf) && n+1 < end && (d.has(n+1, numWord) || d.isAny(n+1, "third", "quarter", "fifth", "tenth", "dozen"))) && d.isAny(i, "about", "around", "over", "under", "up", "like") {
		return advTag // "about 3,000 people", "just over a thousand"
	}
	if d.is(i, "since") && n < end && i > first && d.has(i-1, haveWord) && d.toks[n].verb&partForm != 0 {
		return advTag // "has since acknowledged"
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
	if d.is(i, "once") && d.isAny(n, "again", "more") {
		return advTag // "and once again urged"
	}
	if d.is(i, "once") && d.toks[n].verb&(pastForm|partForm) != 0 && d.toks[n].verb&baseForm == 0 {
		return advTag // "and once described"
	}
	if (d.isOf(n, &seasonWords) || d.has(n, monthWord|weekdayWord)) && n+1 < end && d.isAny(n+1, "remains", "looks", "seems", "appears") {
		return prepTag // "a capture before spring remains improbable"
	}
	// before, after, since, until, as: a clause follows when a finite verb does,
	// within the next few words and before a mark.
	if d.toks[n].verb&ingForm != 0 {
		return prepTag
	}
	for k := n; k < end && k < n+9; k++ {
		if d.endsClause(k) || d.has(k, coordWord) || d.is(k, "that") || k > n && d.has(k, subordWord|whWord) {
			break
		}
		if d.has(k, beWord|haveWord|modalWord|doWord) && !d.is(k, "having") && !d.is(k, "being") {
			return subTag
		}
		if v := &d.toks[k]; k > n && d.toks[k].caps == lowerCase && v.verb&(pastForm|sForm) != 0 && v.classes&nounWord == 0 {
			return subTag
		}
	}
	return prepTag
}

// verbAfterTo decides for "to control", "to attack": a verb when an object, an
// adverb or a preposition follows, unless "to" belongs to a noun before it
// ("an end to attacks", which is plural and not asked here; "threat to control").
func (d *document) verbAfterTo(n, end int, prev tag) bool {
	m := d.nextWord(n, end)
	if m >= end || d.toks[m].kind == punctToken || d.has(m, coordWord) {
		// "called on the residents to leave."
		for k := n - 2; k >= 0 && k > n-14 && !d.endsClause(k) && d.toks[k].sent == d.toks[n].sent; k-- {
			l := &d.lex.lemmas[d.toks[k].lemma]
			if d.has(k, cueWord) && d.toks[k].tag != nounTag && (l.frames&(urgeFrame|infinitiveFrame|complementFrame) != 0 || len(l.particles) > 0 && l.text == "call") {
				return true
			}
		}
	}
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
		return prev == verbTag || prev == partTag || prev == adjTag || prev == ingTag || prev == baseTag || prev == auxTag || prev == advTag // "has yet to fall."
	}
	return d.toks[m].kind == wordToken && !d.has(m, coordWord)
}

// isBase reports whether token i can be an infinitive.
func (d *document) isBase(i int) bool {
	return d.toks[i].verb&baseForm != 0 || d.is(i, "be") || d.is(i, "have") || d.is(i, "do")
}

// saidThat reports whether a clause with "that" stands before token p in its
// sentence.
func (d *document) saidThat(p int) bool {
	for k := p - 1; k >= 0 && k > p-40 && d.toks[k].sent == d.toks[p].sent; k-- {
		if d.toks[k].tag == thatTag {
			return true
		}
	}
	return false
}

// relativeObject reports whether "that" after token p opens a relative clause
// within what is said: "said the fifth of the region that his army still holds is
// no bargaining chip". Nobody is addressed with "said", so that a noun phrase
// right behind it begins the clause.
func (d *document) relativeObject(p, n, end int) bool {
	k := p
	for k > 0 && k > p-12 && (d.nominal(k) || d.toks[k].tag == possTag || d.is(k, "of")) {
		k--
	}
	l := &d.lex.lemmas[d.toks[k].lemma]
	if k == p || !d.has(k, sayWord) || d.toks[k].tag != verbTag || l.frames&bareFrame == 0 || l.frames&(addresseeFrame|urgeFrame) != 0 || d.isTime(k+1) || d.isTime(p) || d.has(p, timeWord|weekdayWord|monthWord) {
		return false
	}
	// two verbs follow without a mark between them: that of the relative clause and
	// that of the clause
	verbs := 0
	for m := n; m < end && m < n+16 && !(d.endsClause(m) && d.char(m) != ','); m++ {
		if c := d.toks[m].classes; c&(beWord|haveWord|modalWord|doWord) != 0 || d.toks[m].verb&(pastForm|sForm) != 0 && c&adjWord == 0 && (c&nounWord == 0 || d.has(m-1, advWord)) {
			verbs++
		}
	}
	return verbs >= 2
}

// ofSaveTheChildren reports whether token i is one of the first two words of the charity's
// name, which are no verb and article.
func (d *document) ofSaveTheChildren(i int) bool {
	if d.is(i, "the") {
		i--
	}
	return i >= 0 && d.is(i, "save") && d.is(i+1, "the") && d.is(i+2, "children") && d.toks[i].caps != lowerCase && d.toks[i+2].caps != lowerCase
}

// tagClitic: 's after a pronoun, there, that or what is a verb; after a noun it
// is a possessive unless a verb or clause goes on behind it.
func (d *document) tagClitic(i, first, end int) tag {
	s := d.str(i)
	if s == "'" || s == "’" {
		return possTag // "the prosecutors' count"
	}
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

// toldTo reports whether the noun or pronoun at token p is whom somebody tells something:
// "told this newspaper".
func (d *document) toldTo(p int) bool {
	for k := p - 1; k >= 0 && k > p-4; k-- {
		switch d.toks[k].tag {
		case detTag, adjTag, nounTag, nameTag:
		case verbTag, partTag, baseTag, ingTag:
			return d.lex.lemmas[d.toks[k].lemma].frames&addresseeFrame != 0
		default:
			return false
		}
	}
	return false
}
