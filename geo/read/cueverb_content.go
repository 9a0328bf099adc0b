package read

// findContent finds what is said by the verb, and enters the attribution.
func (v *verbCue) findContent() {
	if v.ownTurn() || v.speechBefore() || v.contentBehind() || v.how == subjectNone {
		return
	}
	// "C, X said"
	d, a := v.document, &v.a
	if v.l.frames&(invertFrame|quoteFrame) != 0 && !(v.l.stance == showStance && v.how == subjectWho) && d.contentLeft(a, v.l, a.subject.first, d.afterCue(v.after, v.hi), v.lo, v.hi) {
		d.fillSource(a, v.how, v.lo)
		d.addAttribution(*a)
	}
}

// ownTurn finds content by turns that ask for a rule of their own: "a video claiming to show C", "It
// was X who said that C", "As X put it, C", "C, as X said, C".
func (v *verbCue) ownTurn() bool {
	d, a, l, g, i, after, lo, hi := v.document, &v.a, v.l, &v.g, v.i, v.after, v.lo, v.hi
	if (g.infinitive || g.first < g.verb && d.isOf(i, &showingWords)) && d.purports(a, *g, after, lo, hi) {
		d.fillSource(a, v.how, lo)
		d.addAttribution(*a)
		return true
	}
	if d.cleft(a, after, lo, hi) || d.firstTo(a, *g, after, lo, hi) {
		d.addAttribution(*a)
		return true
	}
	if l.stance == citeStance && d.toks[i].tag == ingTag && d.cited(*a, after, hi) {
		return true
	}
	if l.stance == citeStance && d.quotedAs(*a, after, lo, hi) {
		return true
	}
	if d.asFront(a, after, lo, hi) {
		d.fillSource(a, v.how, lo)
		d.addAttribution(*a)
		return true
	}
	if d.whatItWas(a, after, hi) {
		d.addAttribution(*a)
		return true
	}
	if d.insertedCue(a, after, lo, hi) || d.whatIsSaid(a, after, lo, hi) || d.judgedClause(a, l, after, lo, hi) || d.extracted(a, l, after, lo, hi) || d.whoseDeed(a, l, lo, hi) {
		d.fillSource(a, v.how, lo)
		d.addAttribution(*a)
		return true
	}
	return false
}

// speechBefore finds content that stands before the speaker and, behind a mark, goes on behind the
// verb.
func (v *verbCue) speechBefore() bool {
	d, a, l, g, after, lo, hi := v.document, &v.a, v.l, &v.g, v.after, v.lo, v.hi
	// speech right before: "…," X said
	if j := a.subject.first - 1; !a.subject.empty() && l.frames&quoteFrame != 0 && j > lo && !g.reduced && (d.toks[j].kind == closeToken || d.char(j) == ',' && d.kindAt(j-1) == closeToken) {
		if d.contentLeft(a, l, a.subject.first, d.afterCue(after, hi), lo, hi) && a.speech {
			d.fillSource(a, v.how, lo)
			d.addAttribution(*a)
			return true
		}
		a.content, a.speech, a.rule = nil, false, ""
	}
	// "C, he insisted: …"
	if j := a.subject.first - 1; !a.subject.empty() && v.how == subjectAdjacent && j > lo && d.char(j) == ',' && l.frames&invertFrame != 0 {
		if k := d.afterCue(after, hi); k < hi && d.char(k) == ':' && d.hasFinite(d.clauseStart(lo, j-1), j) && d.contentLeft(a, l, a.subject.first, k, lo, hi) {
			d.withColon(a, k, lo, hi)
			d.addAttribution(*a)
			return true
		}
	}
	// "C, he assured, 'Q'"
	if j := a.subject.first - 1; !a.subject.empty() && v.how == subjectAdjacent && j > lo && d.char(j) == ',' && d.kindAt(j-1) == wordToken && l.frames&invertFrame != 0 {
		if k := d.afterCue(after, hi); k+1 < hi && d.char(k) == ',' && d.kindAt(k+1) == openToken {
			if first := d.clauseStart(lo, j-1); d.toks[first].tag != subTag && d.toks[first].tag != prepTag && d.toks[first].tag != ingTag && d.toks[first].tag != partTag && d.hasFinite(first, j) && d.contentLeft(a, l, a.subject.first, k, lo, hi) {
				d.addAttribution(*a)
				return true
			}
			a.content, a.speech, a.rule = nil, false, ""
		}
	}
	// "It is not impossible, the general allowed, that C"
	if j := a.subject.first - 1; !a.subject.empty() && v.how == subjectAdjacent && j > lo+1 && d.char(j) == ',' && after+1 < hi && d.char(after) == ',' && d.tagAt(after+1) == thatTag && l.frames&invertFrame != 0 {
		if first := d.clauseStart(lo, j-1); d.toks[first].tag != subTag && d.hasFinite(first, j) && d.contentLeft(a, l, a.subject.first, after, lo, hi) {
			d.passedOn(a, lo)
			d.addAttribution(*a)
			return true
		}
	}
	return false
}

// contentBehind finds content behind the verb.
func (v *verbCue) contentBehind() bool {
	d, a, l, g, i, after, lo, hi := v.document, &v.a, v.l, &v.g, v.i, v.after, v.lo, v.hi
	frame, ok := d.contentRight(a, l, after, hi)
	if !ok || l.stance == showStance && l.frames&sceneFrame != 0 && frame != asFrame && (!d.perceives(a) || frame == objectFrame && d.has(d.baseRight(a.content[0].first, hi).head, claimNoun|docWord)) {
		return false
	}
	a.weak = a.weak || l.weak&frame != 0 || frame == objectFrame && after == i+1 && d.has(i, namingWord) && !d.hasQuote(a.content[0]) ||
		(g.infinitive && !v.duty && !d.ableTo(*g, lo)) || g.modal && l.stance != confirmStance
	if a.rule == "attr.F-gerund" && a.stance == proposeStance && !g.infinitive && !g.modal && d.mayTell(a.subject) {
		a.weak = false // "suggested sending monitors to X": what is proposed, by whatever verb
	}
	d.fillSource(a, v.how, lo)
	d.relativeContent(a, lo)
	if g.reduced && !a.that && d.isOf(i, &showingWords) && v.how == subjectAdjacent {
		a.content[0].end = d.beforeMain(a.content[0])
	}
	if g.reduced && a.that && d.toks[i].tag == ingTag && v.how == subjectAdjacent {
		a.content[0].end = d.firstPredicate(a.content[0].first, a.content[0].end)
	}
	if a.subject.empty() && g.reduced && d.toks[i].tag == ingTag && g.first <= lo+1 {
		d.subjectBehind(a, hi)
	}
	d.whereAside(a, lo)
	d.posted(a, *g, lo, hi)
	if d.toks[g.first].tag == advTag && d.noLonger(*g) || g.reduced && g.first > lo && d.isAny(g.first-1, "stopped", "ceased", "quit", "stops") {
		if a.negated = true; frame == objectFrame || frame == asFrame {
			a.negated, a.stance = false, denyStance // "no longer lists fighting in X"
		}
	}
	d.sawNone(a, frame)
	d.addAttribution(*a)
	return true
}
