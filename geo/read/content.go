package read

// contentRight finds the content behind the cue, whose first token after it is
// i, and reports whether there is any, and in which frame.
func (d *document) contentRight(a *attribution, l *lemma, i, hi int) (frames, bool) {
	k := i
	if l.stance == wantStance && k+1 < hi && (d.is(k, "all") || d.is(k, "the") && d.isAny(k+1, "whole", "rest", "entire")) {
		if end := d.objectEnd(k, hi); d.anyPlace([]run{{k, end}}) && !d.hasTag(k, end, toTag) {
			a.rule, a.weak = "attr.F-object", true // "Moscow wants all of X": the verb tells of what kind it is
			a.content = []run{{a.verb, end}}
			return 0, true
		}
	}
	// what may stand between a verb and its content
	addressee := np{}
	for n := 0; n < 6 && k < hi; n++ {
		t := &d.toks[k]
		if t.kind == dashToken {
			// "said — and I am quoting — '…'"
			m := k + 1
			for m < hi && m < k+12 && d.toks[m].kind != dashToken {
				m++
			}
			if m+1 < hi && d.toks[m].kind == dashToken && (d.kindAt(m+1) == openToken || d.tagAt(m+1) == thatTag) {
				k = m + 1
				continue
			}
		}
		if t.tag == adjTag && k+1 < hi && d.tagAt(k+1) == advTag && d.isAny(k, "more", "most", "less") {
			k += 2 // "put it more bluntly:"
			continue
		}
		if d.is(k, "it") && k+2 < hi && (d.tagAt(k+1) == adjTag || d.tagAt(k+1) == advTag || d.tagAt(k+1) == nounTag || d.tagAt(k+1) == partTag || d.tagAt(k+1) == verbTag) && d.tagAt(k+2) == thatTag {
			// "judged it unlikely that"
			end := d.clauseEnd(k+3, hi)
			a.rule = "attr.B-that"
			a.content = []run{{k + 1, end}}
			a.cue.end = k + 2
			return thatFrame, end > k+3
		}
		if e := d.timePhrase(k, hi); e > k {
			k = e
			continue
		}
		if d.is(k, "at") && k+2 < hi && d.isAny(k+1, "least", "most") && d.toks[k+2].tag == numTag {
			break // "shows at least two explosions"
		}
		if t.tag == numTag && k+1 < hi && d.isAny(k+1, "times", "occasions") {
			k += 2 // "has said three times that"
			continue
		}
		if d.isAny(k, "since", "in") && k+1 < hi && (d.has(k+1, monthWord) || d.isTime(k+1) || d.isYear(k+1)) {
			k += 2
			continue
		}
		if e := d.storyEnd(k, hi); e > k {
			k = e // "tell you something different: that C"
			continue
		}
		switch {
		case t.tag == advTag && !(d.is(k, "there") && k+1 < hi && d.finite(k+1)) || d.isTime(k) && !d.nextIs(k, hi, "'s") && !(d.has(k+1, timeWord) && d.nextIs(k+1, hi, "'s")):
			k++
			if d.has(k-1, weekdayWord) && k < hi && (d.has(k, timeWord) || d.isTime(k)) {
				k++
			}
			continue
		case (t.tag == prepTag || t.tag == subTag && d.has(k, prepWord)) && (l.frames&prepFrame == 0 || d.isAny(k, "on", "in", "at", "during", "to", "by", "from")):
			// "on Tuesday", "in a statement", "to reporters"
			p := d.baseRight(k+1, hi)
			if p.empty() {
				break
			}
			if k+2 < hi && d.has(k+1, weekdayWord) && d.isAny(k, "on", "by", "until", "since") && !d.has(k+2, timeWord) && d.toks[k+2].tag != numTag && !d.has(k+2, monthWord) {
				k += 2 // "told reporters on Friday Siversk had fallen"
				continue
			}
			p = d.adverbialRight(k+1, hi)
			if d.isTime(p.head) || d.has(p.head, monthWord) {
				k = p.end
				if k < hi && d.toks[k].tag == numTag && d.has(k-1, monthWord) || k < hi && d.has(k, monthWord) {
					k++
				}
				continue
			}
			if e := p.end; e < hi && (d.contentStarts(e, hi, l) || d.toks[e].kind == dashToken) {
				k = e
				continue
			} else if e < hi && (d.timePhrase(e, hi) > e || d.toks[e].tag == prepTag || d.toks[e].tag == advTag || d.isTime(e)) {
				k = e
				continue
			} else if e < hi && d.char(e) == ',' && d.toks[e].kind == punctToken && e+1 < hi && (d.tagAt(e+1) == thatTag || d.kindAt(e+1) == openToken && d.speechStarts(e+1) || d.asideBeforeThat(e, hi) > 0) {
				k = e // "said from X, where she has stayed, that"
				continue
			}
		case t.tag == detTag || t.tag == nounTag || t.tag == nameTag || t.tag == pronTag || t.tag == adjTag || t.tag == numTag:
			if l.frames&(addresseeFrame|urgeFrame) != 0 && addressee.empty() {
				p := d.phraseRight(k, hi)
				if p.empty() {
					break
				}
				// "told X that", "told X: ", "told X he", "urged X to"
				if p2 := d.baseRight(k, hi); l.frames&bareFrame != 0 && d.toks[p2.head].tag != relTag && (p2.end < hi && d.finite(p2.end) || p.end < hi && d.finite(p.end) && d.toks[p2.head].tag != pronTag) {
					break // "warned residents were", "warned a bridge near X was": the phrase is the content's subject
				}
				if d.isAny(p.head, "everyone", "everybody", "anyone", "all", "those") && p.end < hi && d.toks[p.end].tag == prepTag {
					if q := d.phraseRight(p.end+1, hi); !q.empty() {
						p.end = q.end // "urged everyone on the left bank to leave"
					}
				}
				if p.end < hi && d.is(p.end, "who") && d.isAny(p.head, "anyone", "anybody", "everyone", "everybody", "those") {
					for m := p.end + 1; m < hi && m < p.end+8; m++ {
						if d.toks[m].tag == thatTag {
							p.end = m // "telling anyone who would listen that"
							break
						}
					}
				}
				if l.stance == askStance && d.prepIn(p, "for") {
					return 0, false // "asked the ministry for evidence that"
				}
				addressee = p
				k = p.end
				continue
			}
		case t.kind == punctToken && d.char(k) == ',' && k+1 < hi:
			// ", however, that", ", on Tuesday, that", ", that"
			if d.tagAt(k+1) == thatTag || d.kindAt(k+1) == openToken && d.speechStarts(k+1) {
				k++
				continue
			}
			if e := d.asideBeforeThat(k, hi); e > 0 {
				k = e + 1
				continue
			}
			if e := d.asideEnd(k, hi); e > 0 && e+1 < hi && (d.tagAt(e+1) == thatTag || d.kindAt(e+1) == openToken && d.speechStarts(e+1)) {
				k = e + 1
				continue
			}
		}
		break
	}
	if k >= hi {
		return 0, false
	}
	if l.frames&thatFrame != 0 {
		k = d.thatAhead(k, hi)
	}
	t := &d.toks[k]
	switch {
	case d.char(k) == ':' && t.kind == punctToken:
		return quoteFrame, d.contentColon(a, k, hi)
	case t.tag == thatTag:
		if l.frames&thatFrame == 0 {
			return 0, false
		}
		a.that = true
		a.demand = l.stance == askStance // "asked that neither side fire"
		a.rule = "attr.B-that"
		if !addressee.empty() {
			a.rule = "attr.D-told-that"
		}
		end := d.clauseEnd(k+1, hi)
		if end <= k+1 {
			return 0, false
		}
		a.content = []run{{k, end}}
		return thatFrame, true
	case t.kind == openToken:
		q := &d.quotes[t.quote-1]
		if l.frames&(quoteFrame|thatFrame|bareFrame) != 0 && d.speechStarts(k) {
			end := min(q.last+1, hi)
			if q.last+1 > hi {
				// speech of several sentences
				a.speech = true
				a.rule = "attr.B-quote"
				a.content = []run{{k, q.last + 1}}
				return quoteFrame, true
			}
			// speech that goes on in the writer's words is a clause
			rest := d.clauseEnd(end, hi)
			if rest > end && end < hi && !d.endsClause(end) && d.toks[end].tag != coordTag {
				a.rule = "attr.C-bare"
				a.content = []run{{k, rest}}
				return bareFrame, true
			}
			a.speech = true
			a.rule = "attr.B-quote"
			a.content = []run{{k, end}}
			if end < hi && d.toks[end].tag == coordTag && end+1 < hi && d.kindAt(end+1) == openToken {
				a.content[0].end = min(hi, d.quotes[d.toks[end+1].quote-1].last+1)
			}
			return quoteFrame, true
		}
	case (t.tag == relTag || d.is(k, "if") && (l.stance == askStance || a.negated)) && l.frames&whFrame != 0:
		a.rule = "attr.B-wh"
		a.that = true
		end := d.clauseEnd(k+1, hi)
		a.content = []run{{k, end}}
		return whFrame, end > k+1
	case t.tag == negTag && k+1 < hi && d.tagAt(k+1) == toTag && l.frames&(infinitiveFrame|urgeFrame) != 0:
		// "vowed never to give up": the negation belongs to what is vowed
		a.rule = "attr.G-to"
		if l.frames&urgeFrame != 0 && !addressee.empty() && addressee.end == k {
			a.rule = "attr.G-urge"
			a.demand = true
			a.content = []run{{addressee.first, d.clauseEnd(k+2, hi)}}
			return urgeFrame, true
		}
		a.demand = true
		a.content = []run{{k, d.infinitiveEnd(k+2, hi)}}
		return infinitiveFrame, true
	case t.tag == prepTag && d.isAny(k, "of", "about") && !addressee.empty() && l.frames&addresseeFrame != 0 && l.stance == neutralStance:
		// "told the agency of fierce fighting"
		a.rule = "attr.F-prep"
		a.content = []run{{k + 1, d.objectEnd(k+1, hi)}}
		return prepFrame, true
	case t.tag == toTag && !addressee.empty() && l.frames&infinitiveFrame != 0 && l.stance == wantStance:
		a.rule = "attr.G-urge" // "wants Ukraine to leave"
		a.demand = true
		a.content = []run{{addressee.first, d.clauseEnd(k+1, hi)}}
		return urgeFrame, true
	case t.tag == toTag && l.frames&infinitiveFrame != 0:
		a.rule = "attr.G-to"
		a.demand = true
		a.content = []run{{k, d.infinitiveEnd(k+1, hi)}}
		return infinitiveFrame, true
	case t.tag == toTag && !addressee.empty() && l.frames&urgeFrame != 0:
		a.rule = "attr.G-urge"
		a.demand = true
		a.content = []run{{addressee.first, d.clauseEnd(k+1, hi)}}
		return urgeFrame, true
	case l.frames&infinitiveFrame != 0 && l.frames&objectFrame != 0 && d.objectInfinitive(k, hi):
		// "want troops to leave"
		a.rule = "attr.G-urge"
		a.demand = true
		a.content = []run{{k, d.clauseEnd(k, hi)}}
		return infinitiveFrame, true
	case t.tag == prepTag && l.frames&prepFrame != 0 && (k == i || d.is(k, "of") && d.afterCue(i, k) == k): // "spoke this morning of fighting"
		end := d.objectEnd(k, hi)
		a.rule = "attr.F-prep"
		a.content = []run{{k, end}}
		return prepFrame, end > k+1
	case !addressee.empty() && l.frames&prepFrame != 0 && t.tag == prepTag && d.isAny(k, "of", "against", "for", "about"):
		end := d.clauseEnd(k, hi)
		a.rule = "attr.F-accuse"
		a.content = []run{{addressee.first, end}}
		return prepFrame, end > k+1
	}
	// "accused X of V-ing", without the addressee frame
	if l.frames&prepFrame != 0 && l.frames&(bareFrame|thatFrame) == 0 {
		p := d.phraseRight(k, hi)
		if !p.empty() {
			end := d.clauseEnd(k, hi)
			a.rule = "attr.F-accuse"
			a.content = []run{{k, end}}
			if end <= p.end && l.frames&objectFrame != 0 {
				a.rule = "attr.F-object" // "blames debris from a drone"
				return objectFrame, true
			}
			return prepFrame, end > p.end
		}
		return 0, false
	}
	if l.frames&bareFrame != 0 {
		if end, ok := d.bareClause(k, hi); ok && (l.frames&objectFrame != 0 || !d.sameSubject(k, end)) {
			a.rule = "attr.C-bare"
			if !addressee.empty() {
				a.rule = "attr.D-told-bare"
			}
			a.content = []run{{k, end}}
			return bareFrame, true
		}
	}
	object := k
	if !addressee.empty() && addressee.end == k {
		object = addressee.first
	}
	if frame, ok := d.smallClause(a, l, object, hi); ok && (object == i || d.onlyAdverbs(i, object)) {
		return frame, true
	}
	if l.stance == showStance {
		// "footage shows soldiers clearing houses"
		if p := d.phraseRight(k, hi); !p.empty() && (p.end < hi && d.toks[p.end].tag == ingTag || k == i && d.has(a.subject.head, docWord)) {
			a.rule = "attr.C-show"
			a.content = []run{{k, d.objectEnd(k, hi)}}
			return bareFrame, true
		}
	}
	if !addressee.empty() && l.frames&addresseeFrame != 0 {
		return 0, false
	}
	if l.frames&objectFrame != 0 && k == i || l.frames&objectFrame != 0 && d.onlyAdverbs(i, k) {
		p := d.baseRight(d.pastQuantity(k, hi), hi)
		if d.toks[k].tag == ingTag || d.isAny(k, "having", "being") || t.kind == openToken && k+1 < hi && d.tagAt(k+1) == ingTag {
			end := d.objectEnd(k, hi)
			a.rule = "attr.F-gerund"
			a.content = []run{{k, end}}
			return objectFrame, true
		}
		if p.empty() {
			return 0, false
		}
		if l.stance == confirmStance && d.authenticated(a, p, hi) {
			return bareFrame, true
		}
		end := d.objectEnd(k, hi)
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
	return 0, false
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
