package read

import (
	"slices"

	"contested/geo"
)

// judgeMood finds polarity and modality of a draft, and the types that depend on
// them: what is only imagined is a forecast.
func (d *document) judgeMood(c *draft, a *attribution) {
	j := d.moodOf(c, a)
	j.words()
	j.subjectApart()
	if a != nil {
		j.stance()
	}
	if (c.find.weight == 0 || imaginable(c.find.typ)) && d.likelyTo(j.lo, min(j.hi, j.at+1)) {
		c.find.typ, j.hedged = geo.Forecast, true
	}
	if c.find.typ == geo.Evacuation && j.negated != c.find.denied && d.toks[j.at].tag == nounTag && d.mayBe(j.at, j.hi) {
		c.find.typ, c.find.denied, j.negated, j.hedged = geo.Forecast, false, false, true // "evacuation could be suspended"
	}
	if j.negated != c.find.denied {
		c.polarity = geo.Negated
	}
	c.modality = j.modality()
	if (c.modality == geo.Conditional || c.modality == geo.Future) && c.find.weight > 0 && d.underPlan(j.part.first) {
		if c.find.typ == geo.Withdrawal {
			c.find.typ = geo.WithdrawalDemanded
		}
		return // what is agreed or proposed, not what is to be expected
	}
	if j.foreseen() {
		c.find.typ = geo.Forecast
	}
	if j.asksToLeave() {
		c.find.typ = geo.WithdrawalDemanded
	}
}

// moodJudgement is a draft whose mood is judged, with what its words and its
// attribution say of it.
type moodJudgement struct {
	*document
	c       *draft
	a       *attribution // nil for the narrator
	part    run          // of the content, that gives the type
	lo, hi  int          // the clause around the finding
	at, end int          // the finding; both hi when the claim is of no kind
	plain   bool         // it is of no kind
	shared  bool         // "could", "may" or "might" of the verb before is its own as well

	negated, hedged, conditional, future, demand bool
}

func (d *document) moodOf(c *draft, a *attribution) moodJudgement {
	part := c.partOfFinding()
	j := moodJudgement{document: d, c: c, a: a, part: part, lo: part.first, hi: part.end, at: c.find.first, end: c.find.end}
	j.plain = c.find.weight == 0 || c.find.typ == geo.Other && c.find.weight == plainWeight
	if j.plain {
		j.at, j.end = j.hi, j.hi
	}
	for k := j.at - 1; k >= j.lo; k-- {
		if d.toks[k].sent != d.toks[min(j.at, j.hi-1)].sent || d.char(k) == ';' {
			j.lo = k + 1
			break
		}
	}
	if k := d.sharedModal(part.first); k >= 0 {
		j.lo, j.shared = min(j.lo, k), d.isOf(k, &mightWords)
	}
	return j
}

// sharedModal is the modal verb that the plain verb at token i, behind "and", shares with
// the verb before it: "could take X and threaten Y"; -1 for none.
func (d *document) sharedModal(i int) int {
	const reach = 16
	if i < 3 || i >= len(d.toks) || d.toks[i].verb&baseForm == 0 || d.toks[i].tag != verbTag && d.toks[i].tag != baseTag || d.toks[i].verb&pastForm != 0 || d.tagAt(i-1) != coordTag {
		return -1
	}
	for k := i - 2; k >= 0 && k > i-reach && d.toks[k].sent == d.toks[i].sent && !d.endsClause(k); k-- {
		switch d.toks[k].tag {
		case auxTag:
			if d.isOf(k, &modalWords) && d.tagAt(d.pastAdverbs(k+1, i)) == baseTag {
				return k
			}
			return -1
		case verbTag, relTag, subTag, thatTag:
			return -1
		}
	}
	return -1
}

// words reads the modal words and the negations of the clause.
func (j *moodJudgement) words() {
	d, c := j.document, j.c
	back := d.takenBack(j.lo, j.hi)
	if back >= 0 && c.find.denied && back == c.find.first {
		c.find.denied, c.find.negative = false, false // "not a day without shelling"
	}
	for k := j.lo; k < j.hi; k++ {
		if k > j.end && (d.toks[k].sent != d.toks[min(j.at, j.hi-1)].sent || d.char(k) == ',' && d.clauseAt(d.pastOpening(k+1, j.hi), j.hi)) {
			break
		}
		if p, e := d.longest(modalSet, k, j.hi); p != nil {
			if next := j.modal(mood(p.value), k, e); next > k {
				k = next - 1
				continue
			}
		}
		if !d.has(k, negWord) || k <= back || c.find.negative && (c.find.denied || k >= j.at && k < j.end) {
			continue // a negation of the pattern's own says nothing
		}
		if k >= j.end && !(c.find.weight > 0 && d.toks[j.end-1].tag == auxTag && d.onlyAdverbs(j.end, k)) {
			j.negated = j.negated || d.eventDenied(j.lo, j.at, j.end, k) || d.objectDenied(k, j.at, j.end, j.lo)
			continue // but "would not", where "would" is all there is
		}
		if j.plain && !d.plainNegation(k, j.lo, j.hi) || d.is(k, "no") && (d.char(k+1) == '.' || d.kindAt(k+1) == numberToken) || d.ofCondition(k, j.lo) {
			continue
		}
		if d.negates(k, j.at, j.lo) {
			j.negated = true
			c.why = append(c.why, geo.Evidence{Rule: "polarity.negation", Span: d.span(k, k+1)})
		}
	}
}

// modal reads the modal expression [k, e) and returns the token to go on with, k when
// its words may still negate.
func (j *moodJudgement) modal(m mood, k, e int) int {
	d, c := j.document, j.c
	near := k < j.end+6
	// an event that is the subject has its verb behind it
	verb := k < j.end || (near || !d.hasFinite(j.end, k)) && d.toks[j.at].tag == nounTag
	switch m {
	case hedgedMood:
		j.hedged = j.hedged || near && (d.toks[k].tag == auxTag || !d.has(k, monthWord)) // not "in May"
		if d.has(k, negWord) {
			return e // "cannot be ruled out"
		}
	case conditionalMood:
		if d.is(k, "should") && k > j.lo {
			j.demand = j.demand || verb
			break // but "should shelling intensify"
		}
		j.conditional = j.conditional || verb
	case futureMood:
		if d.is(k, "will") && k > j.lo && (d.has(k-1, possWord) || d.isAny(k-1, "the", "against")) {
			return e // "against their will"
		}
		j.future = j.future || verb && !(k > j.lo+1 && d.sharesCopula(k-1)) // not "is and will be"
	case demandMood:
		j.demand = j.demand || verb && d.toks[k].tag == auxTag
	case plainMood:
		return e
	case negatedMood:
		if c.find.typ == geo.TerritoryClaimed && d.isAny(e-1, "table", "agenda", "cards") {
			return e // "ours and not on the table"
		}
		if d.is(k, "on") && d.is(k+1, "paper") && e == k+2 && c.find.typ != geo.Captured && c.find.typ != geo.Advance {
			return e // "has long been ours on paper", not "captured X three times on paper"
		}
		if d.conditionEnds(k, j.lo, j.hi) && (k < j.at || j.at == j.lo) {
			return e // "If heating fails, people will leave"
		}
		if c.find.typ == geo.WithdrawalDemanded && k >= j.at && e <= j.end {
			return e // "if Kyiv refuses to leave": the demand stands
		}
		if c.find.typ == geo.Damage && e == k+1 && (d.toks[k].tag == verbTag || d.toks[k].tag == partTag && d.has(k-1, haveWord|beWord|advWord)) {
			return e // "a generator failed": it did
		}
		if near && (c.find.typ == geo.Attack || c.find.typ == geo.Defended && e != j.at) && d.isAny(k, "failed", "fail", "fails", "unsuccessful", "unsuccessfully") {
			c.find.typ = geo.Defended // a failed attack took place
		} else if near && !(k >= j.at && e <= j.end && (c.find.negative || c.find.denied || c.find.typ == geo.Ceasefire)) && !d.hasTag(j.end, k, relTag) && !d.hasTag(j.end, k, subTag) && !(k > j.end && d.anyOf(j.end, k, &circumstanceWords)) {
			j.negated = true
			if k < j.at && e > j.at {
				return k + 1
			}
		}
		return e
	}
	return k
}

// subjectApart: "'Nobody,' he said, 'has left'": the subject stands in a run of its
// own.
func (j *moodJudgement) subjectApart() {
	d, c := j.document, j.c
	for _, x := range c.runs {
		if x.end > j.part.first || d.toks[x.first].sent != d.toks[j.part.first].sent {
			continue
		}
		if d.hasFinite(x.first, x.end) {
			if d.is(x.end-1, "not") {
				j.negated = true // "They have not, in our reading, crossed the river"
			}
			continue
		}
		for k := x.first; k < x.end; k++ {
			if d.has(k, negWord) && !d.is(k, "without") {
				j.negated = true
				c.why = append(c.why, geo.Evidence{Rule: "polarity.negation", Span: d.span(k, k+1)})
			}
		}
	}
}

var modalWords = listOf("could may might would will can shall should must")

var (
	predictLemmas = []string{"predict", "forecast", "expect", "anticipate", "foresee"}
	judgeWords    = listOf("judged assessed concluded estimated assess assesses judges estimates argues argued regard regards regarded regarding view views viewed")
)

// stance adds what the attribution says: who denies negates, who believes hedges, who
// demands demands.
func (j *moodJudgement) stance() {
	d, c, a := j.document, j.c, j.a
	switch a.stance {
	case denyStance:
		if !a.negated {
			j.negated = !j.negated
			c.why = append(c.why, geo.Evidence{Rule: "polarity.denial", Span: d.span(a.cue.first, a.cue.end)})
		}
		if d.isAny(a.verb, "doubt", "doubts", "doubted", "doubting") || d.isAny(a.cue.end-1, "sceptical", "skeptical", "doubtful", "unconvinced") {
			j.hedged = true
		}
	case admitStance:
		if a.denies() {
			j.negated = !j.negated
		}
	case warnStance:
		if imaginable(c.find.typ) && (j.conditional || j.hedged || j.future) && d.imagined(c, j.lo, j.hi) {
			c.find.typ = geo.Forecast
		}
	case believeStance, hedgeStance:
		j.hedged = true
		if a.denies() {
			j.negated = !j.negated
		}
		if slices.Contains(predictLemmas, d.lex.lemmas[d.toks[a.verb].lemma].text) {
			j.hedged = !j.future && !j.conditional
		}
		if d.isOf(a.verb, &judgeWords) {
			j.hedged = d.hedgedByWord(j.lo, j.hi)
		}
		if d.isAny(a.verb, "suggest", "suggests", "suggested") && d.subjunctive(j.lo, j.hi, false) {
			j.demand = true // "suggested that Kyiv hand the town over"
		}
	case askStance:
		j.demand = a.demand
	case wantStance:
		j.demand = a.rule == "attr.G-urge" // "wants Ukraine to leave"
	case demandStance, proposeStance:
		j.demand = d.lex.lemmas[d.toks[a.verb].lemma].text != "offer" // who offers something, does so
	case neutralStance:
		j.demand = j.demand || a.rule == "attr.G-urge" && d.isOf(a.verb, &tellVerbs) // "told residents to leave"
	case claimStance:
		j.demand = j.demand || d.subjunctive(j.lo, j.hi, d.lex.lemmas[d.toks[a.verb].lemma].text == "insist")
	}
}

var tellVerbs = listOf("tell tells told telling")

// modality is what the signs come to: a demand before a condition, that before a
// hedge, that before the future.
func (j *moodJudgement) modality() geo.Modality {
	switch {
	case j.demand:
		return geo.Demand
	case j.conditional && (j.hypothetical(j.c, j.lo) || j.hedged && j.c.find.typ == geo.Forecast):
		return geo.Conditional
	case j.conditional:
		return geo.Future
	case j.hedged:
		return geo.Hedged
	case j.future:
		return geo.Future
	}
	return j.c.modality
}

// hedgedByWord reports whether a word of the clause hedges, whatever the cue does.
func (d *document) hedgedByWord(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if p, _ := d.longest(modalSet, k, hi); p != nil && mood(p.value) == hedgedMood {
			return true
		}
	}
	return false
}

// subjunctive reports whether the clause is a demand in form: a singular subject
// with the plain form of its verb ("that Ukraine hand over"), "be" ("that X be handed
// over"); of those who are to leave a plural one will do where it is insisted on.
func (d *document) subjunctive(lo, hi int, insists bool) bool {
	p := d.phraseRight(lo, hi)
	if p.empty() || p.end >= hi {
		return false
	}
	if k := p.end; d.is(k, "be") || d.is(k, "not") && d.is(k+1, "be") {
		return true
	}
	if d.toks[p.head].tag == pronTag || d.plural(p.head) && !(insists && d.leaves(p.end, p.end+1)) {
		return false
	}
	e := &d.toks[p.end]
	return d.toks[p.end].tag == verbTag && e.verb&baseForm != 0 && e.verb&pastForm == 0
}

var ifWords = listOf("if unless potentially")

// likelyTo reports whether the clause [lo, hi) says how likely something is to happen: "is
// unlikely to fall".
func (d *document) likelyTo(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if d.toks[k+1].tag == toTag && (d.isAny(k, "likely", "unlikely") || k > lo && d.isOf(k, &intendVerbs) && d.isOf(k-1, &likelyWords)) {
			return true // "likely intend to advance", too
		}
	}
	return false
}

// speakerWould: "it would not withdraw" in the mouth of a government: what the verb at token
// verb, which "it" at token k does, is its own intention.
func (d *document) speakerWould(k, verb int) bool {
	if !d.is(k, "it") || !d.is(k+1, "would") {
		return false
	}
	m := d.pastAdverbs(k+2, verb+1)
	return m == verb && d.toks[m].tag == baseTag && !d.has(m, beWord|haveWord)
}

// hypothetical reports whether "would" and "could" in the clause speak of a
// case that is only imagined, not of the future seen from the past: its subject
// is an event or "if" stands by it.
func (d *document) hypothetical(c *draft, lo int) bool {
	for _, x := range c.runs {
		for k := x.first; k < x.end; k++ {
			if d.isOf(k, &ifWords) {
				return true
			}
		}
	}
	if d.toks[lo].tag == auxTag && d.isAny(lo, "were", "had", "should") {
		return true // "Were X to fall, …"
	}
	for k := lo; k < len(d.toks) && k < lo+14; k++ {
		switch {
		case d.toks[k].tag == auxTag, c.attr > 0 && d.speakerWould(k, c.find.first):
			return false
		case d.toks[k].tag == ingTag, d.isAny(k, "capture", "loss", "fall", "seizure", "breakthrough", "withdrawal", "encirclement", "taking", "losing", "holding", "surrender", "collapse", "advance", "retreat", "liberation", "pullback", "pullout", "handover", "cession", "concession", "concessions", "recognition", "defeat", "it", "this", "that"):
			return true
		}
	}
	return false
}

// conditionEnds reports whether token k stands in a condition that a comma closes before
// token at: in "if X fails, Y will happen", X.
func (d *document) conditionEnds(k, lo, at int) bool {
	closed := false
	for m := k + 1; m < at && !closed; m++ {
		closed = d.char(m) == ',' && d.toks[m].kind == punctToken
	}
	for m := k - 1; closed && m >= lo && !d.endsClause(m); m-- {
		if d.isAny(m, "if", "unless", "should") {
			return true
		}
	}
	return false
}
