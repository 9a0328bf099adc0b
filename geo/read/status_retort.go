package read

import "contested/geo"

var (
	fakeWords = listOf("false fake fakes lies untrue fiction disinformation wrong bogus incorrect nonsense")
	denyWords = listOf("no not never hardly nope wrong")
)

// shortRetort and longRetort are how many words a sentence has at most that contradicts
// by being short, and by denying what need not be said again.
const (
	shortRetort = 4
	longRetort  = 14
)

// retorts reports whether sentence s does nothing but contradict what was said
// before: "They hadn't.", "'Fake,' said the spokesman.", "I can tell you that we did not."
//
// next is the first draft that does not start before it.
func (d *document) retorts(s, next int) bool {
	st := &d.sents[s]
	i := st.first
	if d.toks[i].kind == openToken {
		i++
	}
	end := i
	for end < st.end && d.char(end) != ';' {
		end++
	}
	if end-i > longRetort && !d.isOf(i, &fakeWords) {
		return false
	}
	n := i
	for n < st.end && (d.toks[n].kind == wordToken || d.toks[n].kind == cliticToken || d.toks[n].kind == hyphenToken) {
		n++
	}
	if n == i || n < st.end && d.char(n) == '?' {
		return false
	}
	if n-i <= shortRetort && d.isOf(i, &fakeWords) {
		return n-i == 1
	}
	k := -1
	if end-i <= longRetort {
		k = d.deniesBriefly(i, end)
	}
	if k <= i || next == 0 {
		return k == i
	}
	// with more about it, what a side has just said: "I can tell you that we did not"
	x := &d.drafts[next-1]
	return x.sent >= s-1 && d.ofSide(x)
}

var (
	awayNone   = listOf("nobody nothing none no")
	standWords = listOf("sitting standing speaking in at inside here there still")
)

// answersBack reports whether sentence s, next being the first draft that does not start before
// it, in the first sentences of an answer, does away with what a side has been quoted with in
// the question: "Nobody has cut anything off", "I am sitting in it".
func (d *document) answersBack(s, next int) bool {
	const early = 2 // sentences of an answer
	st := &d.sents[s]
	b := st.block
	if next == 0 || b == 0 || d.blocks[b].kind != speech && !d.sents[d.blockStart(s)].label {
		return false
	}
	x := &d.drafts[next-1]
	if d.sents[x.sent].block != b-1 || x.attr == 0 || x.who.narrator || !d.ofSide(x) || x.polarity != geo.Affirmed || group(x.find.typ) != geo.Control && x.find.typ != geo.Encircled && x.find.typ != geo.Withdrawal {
		return false
	}
	if s-d.blockStart(s) > early {
		return false
	}
	if d.isOf(st.first, &awayNone) && (d.has(st.first+1, haveWord|beWord) || d.has(st.first+2, haveWord|beWord)) {
		return true
	}
	for k := st.first; k+2 < st.end; k++ {
		if d.isOf(k, &weWords) && (d.has(k+1, beWord) || d.toks[k+1].kind == cliticToken) && d.isOf(k+2, &standWords) {
			return true
		}
	}
	return false
}

// blockStart is the first sentence of the block of sentence s, some sentences back at most.
func (d *document) blockStart(s int) int {
	const far = 4
	k := s
	for k > 0 && k > s-far && d.sents[k-1].block == d.sents[s].block {
		k--
	}
	return k
}

// answersNo reports whether sentence s, next being the first draft that does not start before
// it, opens its turn with "No" to a question about what a side says: "Moscow says that C. Is it
// true?", "No. I was there this morning."
func (d *document) answersNo(s, next int) bool {
	const brief = 6 // tokens of "Is that true?"
	st := &d.sents[s]
	if next == 0 || s == 0 || !d.opensBlock(s) {
		return false
	}
	first := st.first
	if d.toks[first].kind == openToken {
		first++
	}
	if no := st.end - 2; no > first+1 && d.is(no, "no") && (d.char(no-1) == ',' || d.is(no-1, "so") && d.char(no-2) == ',') {
		first = no // "He has said so before, so no."
	} else if !d.isOf(first, &denyWords) {
		return false
	}
	if m := first + 1; m < st.end && d.toks[m].kind == wordToken && !(d.is(first, "not") && d.isAny(m, "so", "true", "yet", "quite", "at", "really", "that")) {
		return false
	}
	q := s - 1
	for q > 0 && d.sents[q].label {
		q--
	}
	x := &d.drafts[next-1]
	ask := &d.sents[q]
	if d.char(ask.end-1) != '?' || !d.ofSide(x) || x.polarity != geo.Affirmed {
		return false
	}
	return x.sent == q || x.sent == q-1 && ask.end-ask.first <= brief
}

var didAux = listOf("do does did don't doesn't didn't have has had haven't hasn't hadn't is are was were isn't aren't wasn't weren't")

// deniesBriefly is the token in [i, end) at which a pronoun begins that, with an auxiliary
// and its negation, is all of its clause: "we did not", "they haven't"; -1 where there is none.
func (d *document) deniesBriefly(i, end int) int {
	for k := i; k+1 < end; k++ {
		if d.toks[k].tag != pronTag || !d.isOf(k+1, &didAux) {
			continue
		}
		m := k + 2
		if m < end && d.toks[m].kind != punctToken && d.has(m, negWord) {
			m++
		} else if !d.has(k+1, negWord) {
			continue
		}
		switch {
		case k > i && d.toks[k-1].tag == subTag: // "if we don't"
		case m >= end, d.toks[m].kind == closeToken, d.toks[m].kind == dashToken, d.char(m) == ';', d.char(m) == ':',
			d.toks[m].kind == punctToken && d.endsSentence(m) && d.char(m) != '?',
			d.char(m) == ',' && m+1 < end && (d.toks[m+1].tag == coordTag || d.toks[m+1].kind == closeToken || d.saidBehind(m+1, end)):
			return k
		}
	}
	return -1
}

// saidBehind reports whether tokens [i, end) do no more at first than say who speaks: ", the
// girl at the till says;".
func (d *document) saidBehind(i, end int) bool {
	const far = 10 // tokens
	for k := i; k < min(end, i+far) && !d.endsClause(k); k++ {
		if d.has(k, sayWord) && d.toks[k].verb&(sForm|pastForm) != 0 && (k+1 >= end || d.endsClause(k+1)) {
			return true
		}
	}
	return false
}

var (
	scoffWords = listOf("snorts snorted snort scoffs scoffed scoff laughs laughed laugh chuckles chuckled chuckle grins grinned grin smirks smirked sneers sneered shrugs shrugged shrug")
	shakeWords = listOf("shakes shook shake rolls rolled roll waves waved wave taps tapped raises raised")
	limbWords  = listOf("head eyes hand forehead eyebrow eyebrows shoulders")
	scoffSet   = setOf(&scoffWords, &shakeWords)
)

// scoffs reports whether sentence s, next being the first draft that does not start before
// it, does no more than tell how somebody takes what a side has just said: "Major Hrim,
// who drives the post there, laughs."
func (d *document) scoffs(s, next int) bool {
	st := &d.sents[s]
	if next == 0 || d.lacks(st.first, st.end, &scoffSet) {
		return false
	}
	last := st.end - 1
	if d.toks[last].kind == punctToken {
		last--
	}
	laughs := d.isOf(last, &scoffWords) && d.finite(last) ||
		d.isOf(last, &limbWords) && last-2 > st.first && d.has(last-1, possWord) && d.isOf(last-2, &shakeWords)
	x := &d.drafts[next-1]
	if !laughs || x.attr == 0 || x.sent < s-1 || d.partyOf(x).Adversary() == geo.UnknownParty || x.who.actor == 0 {
		return false
	}
	switch d.actors[x.who.actor-1].class {
	case geo.Witness:
		return false
	case geo.Government, geo.Military, geo.Media:
		return true
	}
	return d.toks[st.first].tag != pronTag // who spoke may be the one who laughs
}
