package read

// contentRight finds the content behind the cue, whose first token after it is
// i, and reports whether there is any, and in which frame.
func (d *document) contentRight(a *attribution, l *lemma, i, hi int) (frames, bool) {
	if l.stance == wantStance && d.wantsAll(a, i, hi) {
		return 0, true
	}
	k, addressee, ok := d.pastAdverbials(l, i, hi)
	if !ok || k >= hi {
		return 0, false
	}
	if d.is(k, "it") && d.judgesIt(k, hi) {
		// "judged it unlikely that"
		end := d.clauseEnd(k+3, hi)
		a.rule = "attr.B-that"
		a.content = []run{{k + 1, end}}
		a.cue.end = k + 2
		return thatFrame, end > k+3
	}
	if l.frames&thatFrame != 0 {
		k = d.thatAhead(k, hi)
	}
	r := rightward{d, a, l, i, k, hi, addressee}
	if frame, ok, settled := r.clause(); settled {
		return frame, ok
	}
	if frame, ok, settled := r.infinitive(); settled {
		return frame, ok
	}
	if frame, ok, settled := r.prepositional(); settled {
		return frame, ok
	}
	return r.bare()
}

// wantsAll: "Moscow wants all of X": the verb tells of what kind it is.
func (d *document) wantsAll(a *attribution, k, hi int) bool {
	if k+1 >= hi || !d.is(k, "all") && !(d.is(k, "the") && d.isAny(k+1, "whole", "rest", "entire")) {
		return false
	}
	end := d.objectEnd(k, hi)
	if !d.anyPlace([]run{{k, end}}) || d.hasTag(k, end, toTag) {
		return false
	}
	a.rule, a.weak = "attr.F-object", true
	a.content = []run{{a.verb, end}}
	return true
}

// judgesIt: "it unlikely that" starts at token k.
func (d *document) judgesIt(k, hi int) bool {
	if k+2 >= hi || d.tagAt(k+2) != thatTag {
		return false
	}
	switch d.tagAt(k + 1) {
	case adjTag, advTag, nounTag, partTag, verbTag:
		return true
	}
	return false
}

// rightward is the search for content behind a cue: at is the token where it can
// start, past what may stand between, cue the first behind the cue.
type rightward struct {
	*document
	a         *attribution
	l         *lemma
	cue, at   int
	hi        int
	addressee np // "told X"
}

// clause finds a colon, a clause with "that" or a question word, or a quotation.
func (r *rightward) clause() (frame frames, ok, settled bool) {
	d, a, l, k, hi := r.document, r.a, r.l, r.at, r.hi
	t := &d.toks[k]
	switch {
	case d.char(k) == ':' && t.kind == punctToken:
		return quoteFrame, d.contentColon(a, k, hi), true
	case t.tag == thatTag:
		if l.frames&thatFrame == 0 {
			return 0, false, true
		}
		a.that = true
		a.demand = l.stance == askStance // "asked that neither side fire"
		a.rule = "attr.B-that"
		if !r.addressee.empty() {
			a.rule = "attr.D-told-that"
		}
		end := d.clauseEnd(k+1, hi)
		if l.stance == denyStance && !a.negated {
			end = d.beforeConcession(k+1, end)
		}
		if end <= k+1 {
			return 0, false, true
		}
		a.content = []run{{k, end}}
		return thatFrame, true, true
	case t.kind == openToken:
		if l.frames&(quoteFrame|thatFrame|bareFrame) != 0 && d.speechStarts(k) {
			return r.quotation(), true, true
		}
	case t.tag == relTag && k > r.cue && d.isAny(k, "that", "which") && d.nominal(k-1) && d.finite(d.pastAdverbs(k+1, hi)):
		return 0, false, true // "said in a statement that gave no details"
	case (t.tag == relTag || d.is(k, "if") && (l.stance == askStance || a.negated)) && l.frames&whFrame != 0:
		a.rule = "attr.B-wh"
		a.that = true
		end := d.clauseEnd(k+1, hi)
		a.content = []run{{k, end}}
		return whFrame, end > k+1, true
	}
	return 0, false, false
}

// quotation takes the speech that opens at r.at: as speech, or, where it goes on in
// the writer's words, as a clause.
func (r *rightward) quotation() frames {
	d, a, k, hi := r.document, r.a, r.at, r.hi
	q := &d.quotes[d.toks[k].quote-1]
	end := min(q.last+1, hi)
	if q.last+1 > hi {
		// speech of several sentences
		a.speech = true
		a.rule = "attr.B-quote"
		a.content = []run{{k, q.last + 1}}
		return quoteFrame
	}
	rest := d.clauseEnd(end, hi)
	if rest > end && end < hi && !d.endsClause(end) && d.toks[end].tag != coordTag {
		a.rule = "attr.C-bare"
		a.content = []run{{k, rest}}
		return bareFrame
	}
	a.speech = true
	a.rule = "attr.B-quote"
	a.content = []run{{k, end}}
	if end < hi && d.toks[end].tag == coordTag && end+1 < hi && d.kindAt(end+1) == openToken {
		a.content[0].end = min(hi, d.quotes[d.toks[end+1].quote-1].last+1)
	}
	return quoteFrame
}

// infinitive finds "to" with a verb, whose subject is the speaker ("vowed to hold")
// or the one spoken to ("urged X to leave").
func (r *rightward) infinitive() (frame frames, ok, settled bool) {
	d, a, l, k, hi := r.document, r.a, r.l, r.at, r.hi
	t := &d.toks[k]
	if t.kind == openToken {
		return 0, false, false
	}
	told := !r.addressee.empty()
	urge := func(first, end int, f frames) (frames, bool, bool) {
		a.rule = "attr.G-urge"
		a.demand = true
		a.content = []run{{first, end}}
		return f, true, true
	}
	to := func(from int) (frames, bool, bool) {
		a.rule = "attr.G-to"
		a.demand = true
		a.content = []run{{k, d.infinitiveEnd(from, hi)}}
		return infinitiveFrame, true, true
	}
	switch {
	case t.tag == negTag && k+1 < hi && d.tagAt(k+1) == toTag && l.frames&(infinitiveFrame|urgeFrame) != 0:
		// "vowed never to give up": the negation belongs to what is vowed
		if l.frames&urgeFrame != 0 && told && r.addressee.end == k {
			return urge(r.addressee.first, d.clauseEnd(k+2, hi), urgeFrame)
		}
		return to(k + 2)
	case t.tag == prepTag && d.isAny(k, "of", "about") && told && l.frames&addresseeFrame != 0 && l.stance == neutralStance:
		return 0, false, false
	case t.tag == toTag && told && l.frames&infinitiveFrame != 0 && l.stance == wantStance:
		return urge(r.addressee.first, d.clauseEnd(k+1, hi), urgeFrame) // "wants Ukraine to leave"
	case t.tag == toTag && l.frames&infinitiveFrame != 0:
		return to(k + 1)
	case told && l.frames&urgeFrame != 0 && l.stance == demandStance && (d.is(k, "out") && d.is(k+1, "of") || d.isAny(k, "away", "back") && d.is(k+1, "from")):
		return urge(r.addressee.first, d.clauseEnd(k+1, hi), urgeFrame) // "ordered families out of X"
	case t.tag == toTag && told && l.frames&urgeFrame != 0:
		return urge(r.addressee.first, d.clauseEnd(k+1, hi), urgeFrame)
	case l.frames&infinitiveFrame != 0 && l.frames&objectFrame != 0 && d.objectInfinitive(k, hi):
		return urge(k, d.clauseEnd(k, hi), infinitiveFrame) // "want troops to leave"
	}
	return 0, false, false
}

// prepositional finds what is spoken of or somebody is accused of.
func (r *rightward) prepositional() (frame frames, ok, settled bool) {
	d, a, l, k, hi := r.document, r.a, r.l, r.at, r.hi
	t := &d.toks[k]
	told := !r.addressee.empty()
	switch {
	case t.tag != prepTag:
	case told && d.isAny(k, "of", "about") && l.frames&addresseeFrame != 0 && l.stance == neutralStance:
		// "told the agency of fierce fighting"
		a.rule = "attr.F-prep"
		a.content = []run{{k + 1, d.objectEnd(k+1, hi)}}
		return prepFrame, true, true
	case l.frames&prepFrame != 0 && (k == r.cue || d.is(k, "of") && d.afterCue(r.cue, k) == k): // "spoke this morning of fighting"
		end := d.objectEnd(k, hi)
		a.rule = "attr.F-prep"
		a.content = []run{{k, end}}
		return prepFrame, end > k+1, true
	case told && l.frames&prepFrame != 0 && (d.isAny(k, "of", "against", "for", "about") || l.stance == praiseStance && d.is(k, "on") && d.toks[k+1].tag == detTag):
		end := d.clauseEnd(k, hi)
		a.rule = "attr.F-accuse"
		a.content = []run{{r.addressee.first, end}}
		return prepFrame, end > k+1, true
	}
	if l.frames&prepFrame == 0 || l.frames&(bareFrame|thatFrame) != 0 {
		return 0, false, false
	}
	// "accused X of V-ing", without the addressee frame
	p := d.phraseRight(k, hi)
	if p.empty() {
		return 0, false, true
	}
	if d.toks[k].tag == relTag {
		return 0, false, true // "spoke to relatives of men who"
	}
	end := d.clauseEnd(k, hi)
	a.rule = "attr.F-accuse"
	a.content = []run{{k, end}}
	if end <= p.end && l.frames&objectFrame != 0 {
		a.rule = "attr.F-object" // "blames debris from a drone"
		return objectFrame, true, true
	}
	return prepFrame, end > p.end, true
}

// bare finds a clause without "that", or the object of the verb.
func (r *rightward) bare() (frames, bool) {
	d, a, l, k, hi := r.document, r.a, r.l, r.at, r.hi
	told := !r.addressee.empty()
	if l.frames&bareFrame != 0 {
		if end, ok := d.bareClause(k, hi); ok && (l.frames&objectFrame != 0 && l.stance != showStance || !d.sameSubject(k, end)) {
			a.rule = "attr.C-bare"
			if told {
				a.rule = "attr.D-told-bare"
			}
			a.content = []run{{k, end}}
			return bareFrame, true
		}
	}
	object := k
	if told && r.addressee.end == k {
		object = r.addressee.first
	}
	if frame, ok := d.smallClause(a, l, object, hi); ok && (object == r.cue || d.onlyAdverbs(r.cue, object)) {
		return frame, true
	}
	if l.stance == showStance {
		// "footage shows soldiers clearing houses"
		if p := d.phraseRight(k, hi); !p.empty() && (p.end < hi && d.toks[p.end].tag == ingTag || k == r.cue && d.has(a.subject.head, docWord)) {
			a.rule = "attr.C-show"
			a.content = []run{{k, d.objectEnd(k, hi)}}
			return bareFrame, true
		}
	}
	if told && l.frames&addresseeFrame != 0 || l.frames&objectFrame == 0 || k != r.cue && !d.onlyAdverbs(r.cue, k) {
		return 0, false
	}
	return r.object()
}

// muchOrLittle are how much somebody says of something.
var muchOrLittle = listOf("little nothing much more less anything something")

// accessWords are what monitors, whom smmWords name beside lookerWords, are denied who are kept
// out; longestBarred is how many tokens name both.
var (
	accessWords = listOf("access passage entry permission")
	smmWords    = listOf("smm osce un them")
)

const longestBarred = 6

// object takes the object of the verb: "denied having fired", "claimed the town".
func (r *rightward) object() (frames, bool) {
	d, a, k, hi := r.document, r.a, r.at, r.hi
	t := &d.toks[k]
	if d.has(a.verb, sayWord) && d.isOf(k, &muchOrLittle) && d.tagAt(k+1) == prepTag {
		return 0, false // "has said little about the losses"
	}
	p := d.baseRight(d.pastQuantity(k, hi), hi)
	if t.tag == ingTag || d.isOf(k, &havingOrBeing) || a.stance == denyStance && t.verb&ingForm != 0 && t.tag == nounTag && k+1 < hi && d.nominal(k+1) && d.toks[k+1].tag != prepTag || t.kind == openToken && k+1 < hi && d.tagAt(k+1) == ingTag {
		end := d.objectEnd(k, hi)
		a.rule = "attr.F-gerund"
		a.content = []run{{k, end}}
		if r.l.text == "suggest" {
			a.stance = proposeStance
		}
		return objectFrame, true
	}
	if p.empty() {
		return 0, false
	}
	if r.l.stance == confirmStance && d.authenticated(a, p, hi) {
		return bareFrame, true
	}
	end := d.objectEnd(k, hi)
	for m := p.end; r.l.text == "credit" && m+1 < end; m++ {
		if d.is(m, "with") && d.tagAt(m+1) == ingTag { // "credited the marines with taking X"
			a.rule = "attr.F-gerund"
			a.content = []run{{m + 1, end}}
			return objectFrame, true
		}
	}
	if a.stance == denyStance && d.anyOf(k, min(end, k+longestBarred), &accessWords) && (d.anyOf(k, min(end, k+longestBarred), &lookerWords) || d.anyOf(k, k+2, &smmWords)) {
		return 0, false // "denied the monitors access to X": an act
	}
	a.rule = "attr.F-object"
	// "claimed the same thing, that C"
	if end+1 < hi && d.char(end) == ',' && d.tagAt(end+1) == thatTag {
		a.rule = "attr.B-that"
		a.that = true
		k, end = end+1, d.clauseEnd(end+2, hi)
		a.content = []run{{k, end}}
		return thatFrame, end > k+1
	}
	a.content = []run{{k, end}}
	return objectFrame, end > k
}

// contentStarts reports whether content can start at token i: "that", a
// quotation, a colon, or a clause.
func (d *document) contentStarts(i, hi int, l *lemma) bool {
	t := &d.toks[i]
	switch {
	case t.tag == thatTag, d.char(i) == ':', t.tag == relTag, t.kind == openToken && d.speechStarts(i):
		return true
	case t.tag == toTag, t.tag == negTag && i+1 < hi && d.tagAt(i+1) == toTag:
		return l.frames&infinitiveFrame != 0
	}
	if l.frames&bareFrame != 0 {
		_, ok := d.bareClause(i, hi)
		return ok
	}
	return false
}

// quotedPhrase reports whether the quotation at token i is part of the clause that goes
// on behind it: "'three or four' houses had burned".
func (d *document) quotedPhrase(i, hi int) bool {
	q := &d.quotes[d.toks[i].quote-1]
	if !q.closed || q.last+2 >= hi || d.kindAt(q.last+1) != wordToken || d.endsSentence(q.last-1) || d.char(q.last-1) == ',' {
		return false
	}
	for k := q.first + 1; k < q.last; k++ {
		if d.finite(k) {
			return false
		}
	}
	return d.nominal(q.last+1) && d.hasFinite(q.last+1, hi)
}

// objectInfinitive: a noun phrase and "to" + infinitive start at token k.
func (d *document) objectInfinitive(k, hi int) bool {
	p := d.phraseRight(k, hi)
	return !p.empty() && p.end < hi && d.toks[p.end].tag == toTag
}

// prepIn reports whether the preposition word stands in the phrase.
func (d *document) prepIn(p np, word string) bool {
	for k := p.head + 1; k < p.end; k++ {
		if d.toks[k].tag == prepTag && d.is(k, word) {
			return true
		}
	}
	return false
}
