package read

import "contested/geo"

// Words of checking. checkWords alone say what is meant; decideWords only with a
// question ("establish which of the two is right") or where nobody can.
var (
	checkWords  = listOf("verify verified verifying verification verifiable confirm confirmed confirming confirms confirmation corroborate corroborated corroborating corroborates corroboration check checked checking substantiate substantiated substantiates substantiation authenticate authenticated authentication validate validated validates ascertain ascertained proven disproved refute refuted vouch vouched reproduce reproduced replicate replicated trace traced")
	decideWords = listOf("judge judged tell establish established determine determined assess assessed decide decided settle settled test tested examine examined resolve resolved reconstruct reconstructed say clarify clarified")
	unableWords = listOf("unable impossible nobody none nothing difficult hard failed fails unlikely yet barred lack lacks lacked lacking awaiting awaits pending struggled beyond hitherto")
	lackWords   = listOf("impossible unavailable lacking absent missing pending outstanding")
	couldWords  = listOf("could can cannot can't couldn't able unable possible impossible possibility opportunity way means chance position nobody difficult hard")
	rivalWords  = listOf("which who either neither both whose")
	truthWords  = listOf("whether if which who what how independently this that it them either neither")
)

// Words of bearing out: what does so, and that it does. Of bareBearing either is
// enough with "with" or "by" and the other behind it.
var (
	evidenceWords = listOf("footage video videos image images imagery picture pictures photograph photographs photo photos frame frames record records register registers registry list lists journal journals logbook logbooks log logs data documents document papers ledger ledgers receipts certificates files file witnesses witness residents recording recordings map maps count tally visit visits mortuary morgue hospital clinic radar sensors scan scans still stills materials readings inspection inspectors survey")
	bearingWords  = listOf("match matches matched tally tallies tallied coincide coincides coincided agree agrees agreed square squares squared support supports supported corroborate corroborates corroborated confirm confirms confirmed back backs backed bear bears bore borne consistent line accord accords")
	withWords     = listOf("with by")
)

// What remark looks for in a sentence.
var (
	foundSet    = setOf(&foundWords)
	checkingSet = setOf(&checkWords, &decideWords)
	bearingSet  = setOf(&bearingWords)
	untrueSet   = setOf(&untrueWords, &fableWords)
)

// remark finds what a sentence, or a part of it, says of the checking of others' words, in whatever
// terms: a word of checking with one that says nobody could, or evidence that
// bears something out. What verification.tsv lists goes before it.
func (d *document) remark(st *sentence) (c statusPattern, first, end int, ok bool) {
	if k := d.verdict(st); k >= 0 {
		return statusPattern{status: geo.Disputed, scope: articleScope}, k, k + 1, true
	}
	for k := d.nextOf(st.first, st.end, &checkingSet); k < st.end; k = d.nextOf(k+1, st.end, &checkingSet) {
		strong := d.isOf(k, &checkWords)
		if d.quoted(k) {
			continue
		}
		if k+1 < st.end && d.toks[k+1].tag == nounTag && d.toks[k].tag != nounTag && !d.has(k+1, claimNoun) && !d.has(k-1, beWord) {
			continue // "made no confirmed advances"
		}
		n := d.unable(k, strong, st)
		if n < 0 || !strong && !d.asksOf(k, st) || d.refusesComment(n, k, st) {
			continue
		}
		c.status = geo.Unverified
		if d.ofRivals(k, strong, st) {
			c.scope = bothScope
		}
		return c, min(n, k), max(n, k) + 1, true
	}
	for k := d.nextOf(st.first, st.end, &bearingSet); k < st.end; k = d.nextOf(k+1, st.end, &bearingSet) {
		if d.quoted(k) {
			continue
		}
		nothing := d.denied(k, st.first)
		if !d.bearsOut(k, nothing, st) {
			continue
		}
		c.status = geo.Confirmed
		if nothing {
			c.status = geo.Unverified
		}
		return c, k, k + 1, true
	}
	for k := d.nextOf(st.first, st.end, &untrueSet); k < st.end; k = d.nextOf(k+1, st.end, &untrueSet) {
		if !d.quoted(k) && d.judgedUntrue(k, st) {
			return statusPattern{status: geo.Disputed}, k, k + 1, true
		}
	}
	return c, 0, 0, false
}

// remarkBeside finds what the parts of sentence s before and behind a semicolon say of the
// checking of claims, where words that verification.tsv lists stand in another of them.
func (d *document) remarkBeside(s, next int) {
	st := d.sents[s]
	for k := st.first; k < st.end; {
		part := st
		part.first = k
		for k < st.end && d.char(k) != ';' {
			k++
		}
		part.end = k
		k++
		if part.end-part.first == st.end-st.first {
			return
		}
		if d.listsCheck(&part) {
			continue
		}
		if c, i, end, ok := d.remark(&part); ok {
			d.applyStatus(c, i, end, s, next)
		}
	}
}

// listsCheck reports whether words that verification.tsv lists stand in a part of a sentence.
func (d *document) listsCheck(st *sentence) bool {
	for i := st.first; i < st.end; i++ {
		if d.toks[i].opens(statusSet) {
			if p, _ := d.longest(statusSet, i, st.end); p != nil {
				return true
			}
		}
	}
	return false
}

// Words for what is not true, beside untrueWords; verbs that call something so, or
// laugh at it; words that take back what one has said.
var (
	fableWords = listOf("fable fables tale tales myth myths hoax hoaxes fairy legend provocation provocations falsehood falsehoods distortion distortions forgery delusion rubbish bluff invention inventions untruth slander smear fabrications absurd absurdity ridiculous laughable implausible comedy spectacle theatre pr stunt circus dream dreams")
	mockVerbs  = listOf("called call calls calling described describes describe describing dismissed dismiss dismisses dismissing rejected rejects reject rejecting labelled labeled labels labelling branded brands branding termed terms ridiculed mocked derided denounced decried waved brushed laughed shrugged characterised characterized considers considered")
	pointWords = listOf("this that it all none both they these those which what")
)

var (
	verdictWords = listOf("verdict rating ruling conclusion assessment result")
	foundWords   = listOf("false fake misleading untrue incorrect unfounded wrong fabricated invented manipulated staged miscaptioned inaccurate")
)

// verdict is the token of a short sentence, or label and sentence, by which a fact check
// rates what it checks: "Our rating: misleading"; -1 for none.
func (d *document) verdict(st *sentence) int {
	const short = 8
	if d.lacks(st.first, st.end, &foundSet) {
		return -1
	}
	head := false
	for k := st.first; k < st.end && k < st.first+short; k++ {
		head = head || d.rates(k)
		if d.isOf(k, &foundWords) {
			if head || d.rates(st.first-1) || d.rates(st.first-2) {
				return k
			}
			return -1
		}
	}
	return -1
}

// rates reports whether token k is what a fact check calls its verdict.
func (d *document) rates(k int) bool {
	return d.isOf(k, &verdictWords) || d.is(k, "check") && d.is(k-1, "fact")
}

// judgedUntrue reports whether an untrue word at token k judges what somebody said:
// "called the report a fairy tale", "the claim is pure invention".
func (d *document) judgedUntrue(k int, st *sentence) bool {
	for m := k - 1; m >= st.first && m >= k-14 && d.char(m) != ';'; m-- {
		if d.isOf(m, &mockVerbs) && d.toks[m].tag != nounTag {
			return true
		}
	}
	m := k - 1
	for m > st.first && m >= k-5 && !d.has(m, beWord) && !d.endsClause(m) {
		if d.has(m, negWord) {
			return false
		}
		m--
	}
	if m <= st.first || !d.has(m, beWord) || d.has(m+1, negWord) {
		return false
	}
	if d.isOf(m-1, &pointWords) {
		return true
	}
	for n := m - 1; n >= st.first && n >= m-14 && !d.endsClause(n); n-- {
		if d.has(n, claimNoun) && d.toks[n].tag == nounTag {
			return true
		}
	}
	return false
}

// unable is the word that says that the checking at token k was not done or could
// not be; -1 for none.
func (d *document) unable(k int, strong bool, st *sentence) int {
	for m := k - 1; m >= st.first && m >= k-9 && d.char(m) != ';' && d.char(m) != ':' && d.toks[m].kind != openToken; m-- {
		if d.has(m, negWord) || d.isOf(m, &unableWords) {
			if d.is(m+1, "only") || d.is(m+1, "doubt") || d.is(m+1, "longer") {
				continue
			}
			return m
		}
		if d.is(m, "but") || d.finite(m) && d.toks[m].tag == verbTag && !d.isAny(m, "find", "found", "see", "seen", "saw", "had", "has", "have") {
			break // the negation of another verb
		}
	}
	if m := d.neitherIs(k, st); strong && m >= 0 {
		return m
	}
	if strong && (d.toks[k].tag == nounTag || d.is(k, "verification") || d.is(k, "confirmation")) {
		for m := k + 1; m < st.end && m <= k+7 && d.char(m) != ';'; m++ {
			if d.isOf(m, &lackWords) || d.has(m, negWord) && d.isOf(m+1, &couldWords) {
				return m
			}
		}
	}
	return -1
}

// neitherIs is the auxiliary of the participle at token k where the subject of the sentence is
// a pair of which neither is so: "Neither X's claim that C nor Y's that D could be confirmed";
// -1 where it is not.
func (d *document) neitherIs(k int, st *sentence) int {
	const far = 4 // tokens of the predicate
	if !d.isAny(st.first, "neither", "none") {
		return -1
	}
	for m := k - 1; m > st.first+1 && m > k-far; m-- {
		if d.toks[m].tag == auxTag && d.toks[m-1].tag != auxTag {
			return m
		}
	}
	return -1
}

// asksOf reports whether a word like "tell" or "establish" at token k is that of
// what is true: "tell who was right", "could not be established".
func (d *document) asksOf(k int, st *sentence) bool {
	could := false
	for m := k - 1; m >= st.first && m >= k-8; m-- {
		could = could || d.isOf(m, &couldWords)
	}
	if !could {
		return false
	}
	if d.isAny(k, "tell", "say") && d.isAny(k+1, "you", "us", "me") {
		k++ // "I can't tell you who is right"
	}
	if k+1 >= st.end || d.endsClause(k+1) {
		return d.isAny(k, "established", "determined", "tested", "judge", "tell", "decide", "resolved", "settled", "assess", "clarified")
	}
	return d.isOf(k+1, &truthWords) || d.is(k+1, "of") || d.isAny(k, "established", "determined", "tested") && (d.toks[k+1].tag == prepTag || d.toks[k+1].tag == advTag || d.toks[k+1].tag == subTag)
}

// refusesComment reports whether it is one of the two sides that has not confirmed
// something, of its own will: "Kyiv has not confirmed the loss".
func (d *document) refusesComment(n, k int, st *sentence) bool {
	if !d.isAny(k, "confirm", "confirmed", "confirming", "confirmation") {
		return false
	}
	for m := min(n, k); m <= max(n, k); m++ {
		if d.isOf(m, &couldWords) || d.is(m, "independent") || d.is(m, "been") || d.is(m, "be") {
			return false
		}
	}
	for _, h := range d.partiesIn(st.first, n) {
		if h.entry.party.Adversary() != geo.UnknownParty {
			return true
		}
	}
	return d.toks[k].tag != nounTag && !d.isAny(n, "nobody", "none", "no", "nothing")
}

// ofRivals reports whether it is between two accounts that nobody could decide.
func (d *document) ofRivals(k int, strong bool, st *sentence) bool {
	for m := max(st.first, k-8); m < st.end && m < k+8; m++ {
		if d.is(m, "neither") && d.isOf(m+1, &checkWords) {
			return false // "can neither confirm nor deny it"
		}
		if d.isOf(m, &rivalWords) && (!strong || d.isAny(m, "either", "neither", "both") || d.is(m, "which") && d.is(m+1, "of")) {
			return true
		}
		if d.is(m, "who") && d.has(m+1, beWord) && d.isAny(m+2, "right", "telling", "lying", "wrong") {
			return true // "cannot say who is right"
		}
	}
	return false
}

// bearsOut reports whether the word at token k says that evidence agrees with what
// was said: the evidence stands before it or behind "with" or "by"; that nothing does
// needs no evidence.
func (d *document) bearsOut(k int, nothing bool, st *sentence) bool {
	next := k + 1
	switch {
	case d.isAny(k, "bear", "bears", "bore"):
		for next < st.end && next <= k+5 && !d.is(next, "out") {
			next++
		}
		if next >= st.end || !d.is(next, "out") {
			return false
		}
		next++
	case d.isAny(k, "borne", "back", "backs", "backed"):
		if d.isAny(next, "out", "up") {
			next++
		} else if d.isAny(next, "this", "that", "it", "them", "him", "her") && d.is(next+1, "up") {
			next += 2
		} else if !d.is(k, "backed") {
			return false
		}
	case d.is(k, "line"):
		if !d.is(k-1, "in") || !d.is(next, "with") {
			return false
		}
	case d.toks[k].tag == nounTag && !d.isAny(k, "match", "matches", "tally", "tallies"):
		return false
	}
	before, behind := nothing && d.toks[k].tag != nounTag, false // "nothing that would bear him out"
	for m := k - 1; m >= st.first && m >= k-12 && d.char(m) != ';'; m-- {
		before = before || d.isOf(m, &evidenceWords)
	}
	if d.isOf(next, &withWords) {
		for m := next + 1; m < st.end && m <= next+6 && !d.endsClause(m); m++ {
			behind = behind || d.isOf(m, &evidenceWords)
		}
		if d.is(next, "by") && d.isAny(k, "confirmed", "corroborated") {
			p := d.phraseRight(next+1, st.end)
			behind = behind || d.mayTell(p) || !p.empty() && d.toks[p.head].tag == nameTag
		}
		return behind || before && (d.is(next, "with") || next+1 >= st.end)
	}
	if !before {
		return false
	}
	// an object that points back, or none
	return next >= st.end || d.endsClause(next) || d.isAny(next, "this", "that", "it", "him", "her", "them", "his", "its", "their", "these", "those") || d.is(next, "the") && (d.has(next+1, claimNoun) || d.has(next+2, claimNoun) || d.isAny(next+1, "figure", "figures", "number", "numbers", "toll", "location", "place", "date"))
}
