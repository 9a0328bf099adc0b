package read

// attributeNoun handles nouns of saying: "X's claim that C", "a report by X that
// C", "denied reports of C".
func (d *document) attributeNoun(i, s int) {
	lo, hi := d.bounds(i, s)
	p := d.baseLeft(i, lo)
	src, k := d.nounOwner(i, p, hi)
	k = d.spreadThat(d.pastOwnersName(src, k, hi), hi)
	dated := false
	if k == i+1 && (!src.empty() || d.isOf(i, &hearsayNouns)) {
		if e := d.pastWhen(k, hi); e > k && e < hi && (d.toks[e].tag == thatTag || d.toks[e].tag == toTag && !src.empty() || d.is(e, "of")) {
			k, dated = e, true // "Moscow's claim on Tuesday that", "last month to have taken X"
		}
	}
	if m, by := d.pastVoicing(k, hi); m > k {
		if k = m; src.empty() {
			src = by
		}
	}
	if !p.empty() && p.first > lo && d.is(p.first-1, "on") && d.is(i, "condition") {
		return // "on condition that his name not be used"
	}
	if d.nounIs(i, k, p, src, lo, hi) || k >= hi || !p.empty() && d.is(p.first, "no") && d.isAny(i, "word", "statement", "statements", "report", "reports", "news", "information", "announcement", "claim", "claims") {
		return // "There was no word from X about C"
	}
	a := attribution{rule: "attr.K-noun", cue: run{i, i + 1}, verb: i, stance: d.nounStance(i)}
	if a.stance == admitStance && !p.empty() && d.is(p.first, "no") {
		a.negated = true // "has made no acknowledgement of the loss of X"
	}
	switch {
	case d.toks[k].tag == thatTag:
		for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
			if c := d.attrs[n].content[0]; c.first == k && !(d.attrs[n].negated && !src.empty()) {
				return // "said in a statement that": the verb has it
			}
		}
		a.that = true
		a.content = []run{{k, d.beforeDoubt(k, d.firstPredicate(k, d.clauseEnd(k+1, hi)))}}
		if f := d.frontEnd(p, lo, k, a.content[0].end); f > 0 {
			a.content[0].end = f
		}
		if f, by := d.voicedBehind(a.content[0]); f > 0 {
			if a.content[0].end = f; src.empty() {
				src = by
			}
		}
	case d.toks[k].tag == toTag && k+2 < hi && !src.empty() && d.is(k+1, "have") && d.isAny(i, "claim", "claims", "boast", "boasts", "assertion", "assertions"):
		a.content = []run{{k, d.takenFor(k, d.firstPredicate(k, d.clauseEnd(k+1, hi)))}} // "the Russian claim to have taken X"
	case d.char(k) == ',' && k+2 < hi && (d.toks[k+1].tag == thatTag || d.is(k+1, "that")) && (!src.empty() || d.oneOfSome(p)) && d.thatAsideEnd(k, hi) > 0:
		a.that = true // "the staff's account, that C, is shared by"
		a.content = []run{{k + 1, d.thatAsideEnd(k, hi)}}
	case k+1 < hi && (k == i+1 && d.isAny(k, "of", "about", "regarding", "concerning") || d.is(k, "of") && (dated || d.isOf(i+1, &spread) || d.is(i+1, "by") && !src.empty()) || !src.empty() && d.isAny(k, "about", "regarding", "concerning") || d.is(k, "on") && d.judgedLater(k, hi)):
		counted := d.toks[k+1].tag == numTag && !src.empty()
		end := d.objectEnd(k+1, hi)
		for m := k + 1; m < end; m++ {
			if d.finite(m) && !(counted && d.toks[m].verb&partForm != 0) {
				end = m // but "the figure of 47 drones shot down"
			}
		}
		if !d.isTyped(k+1, end) && !(counted && d.anyPlace([]run{{k + 1, end}})) {
			return
		}
		a.content = []run{{k + 1, end}}
	default:
		return
	}
	if m := d.rivalClaim(a.content[0]); m > 0 {
		a.content[0].end = m
		d.restOfRivals(m, hi)
	}
	c := a.content[0]
	if c.end <= c.first+1 {
		return
	}
	if !p.empty() && p.first > lo && p.first < p.head && d.is(p.first-1, "as") && d.isOf(p.first, &untrueWords) {
		p.first++ // "rejected as false Moscow's claim"
		if !src.empty() && src.first < p.first && src.head >= p.first {
			src.first = p.first
		}
	}
	v := d.governor(p, lo)
	if from := d.comesFrom(c.end, hi); v < 0 && src.empty() && !from.empty() {
		src = from
	}
	if n := len(d.attrs) - 1; n >= 0 && d.attrs[n].content[0].first == i && d.attrs[n].echo {
		a.source = src // "no evidence to support Moscow's claim that"
	} else if v >= 0 {
		d.governedNoun(&a, p, src, v, lo, hi)
	} else {
		a.source = src
		d.judgedBy(&a, src, hi)
	}
	if a.source.empty() && d.char(k) == ',' && d.oneOfSome(p) {
		a.source = p // "The first claim, that C, is false"
	}
	if a.source.empty() && d.isOf(i, &evidenceNouns) {
		if a.source = d.askedFor(p, lo); !a.source.empty() {
			a.stance = askStance // "asked the ministry for evidence that C"
		}
	}
	if a.source.empty() {
		// in what somebody publishes: "released a video with the claim that"
		for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
			if b := &d.attrs[n]; b.rule == "attr.F-object" && !b.negated && b.covers(run{i, i + 1}) {
				a.source = b.subject
			}
		}
	}
	if a.hearsay = a.source.empty() && d.isHearsay(p, v, a.content[0].end, lo, hi); a.hearsay && v >= 0 {
		d.dropObject(v, lo)
	}
	if e := d.pastAside(c.end, hi); a.source.empty() && !a.that && !a.hearsay && (e >= hi || d.toks[e].tag != auxTag) {
		return // "reports of C"
	}
	a.subject = a.source
	a.weak = a.source.empty()
	d.addAttribution(a)
}

// frontEnd is the comma that ends a clause which begins at token k within an adverbial at the
// front of a sentence, p being its noun: "Despite claims that C, fighting goes on". 0 for none.
func (d *document) frontEnd(p np, lo, k, end int) int {
	if p.empty() || p.first-1 < lo || p.first > lo+2 || d.toks[p.first-1].tag != prepTag {
		return 0
	}
	for m := k + 2; m < end; m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && d.hasFinite(k, m) && d.hasFinite(m, end) {
			return m
		}
	}
	return 0
}

// nounIs handles nouns with a verb or a colon behind: "His conclusion: C", "The
// brigade's message was short: C", "the view of the staff is that C".
func (d *document) nounIs(i, k int, p, src np, lo, hi int) bool {
	if k < hi && d.char(k) == ':' && d.isAny(i, "note", "notes", "news") {
		return false // "Editor's note: …"
	}
	if k < hi && d.char(k) == ':' && !p.empty() && src.empty() {
		if v := d.governor(p, lo); v >= 0 {
			g := d.verbGroupAt(v, lo)
			if l, _ := d.cueLemma(v, hi); !g.passive && (d.utters(l) || d.has(v, haveWord) || l.frames != 0) {
				src, _ = d.subject(g, lo, hi)
			}
		} else if k := p.first - 1; k > lo && d.has(k, haveWord) {
			src = d.phraseLeft(k-1, lo)
		}
		if !src.empty() && src.first < p.first {
			a := attribution{rule: "attr.K-noun-colon", source: src, subject: src, cue: run{i, i + 1}, verb: i, stance: d.nounStance(i)}
			if d.contentColon(&a, k, hi) {
				a.rule = "attr.K-noun-colon"
				d.addAttribution(a)
				return true
			}
		}
		return false
	}
	if d.falseClaim(i, k, p, lo, hi) {
		return true
	}
	if p.empty() || p.first > lo+1 || src.empty() || src.head >= i && !d.isAny(i+1, "by", "from", "of", "in", "among") {
		return false
	}
	if k+1 < hi && d.toks[k].tag == prepTag && d.isAny(k, "to", "for", "in", "on") {
		if q := d.phraseRight(k+1, hi); !q.empty() {
			k = q.end // "his message to the guests was that"
		}
	}
	colon := k < hi && d.char(k) == ':'
	if !colon && (k >= hi || d.toks[k].tag != auxTag || !d.has(k, beWord)) {
		return false
	}
	for m := k; m < hi && m < k+8; m++ {
		switch {
		case d.char(m) == ':' && d.toks[m].kind == punctToken && m+1 < hi:
			a := attribution{rule: "attr.K-noun-colon", source: src, subject: src, cue: run{i, i + 1}, verb: i, stance: claimStance}
			a.content = []run{{m + 1, hi}}
			if d.kindAt(m+1) == openToken && d.speechStarts(m+1) {
				a.speech = true
				a.content[0].end = d.quotes[d.toks[m+1].quote-1].last + 1
			}
			d.addAttribution(a)
			return true
		case d.toks[m].tag == thatTag && m > k:
			a := attribution{rule: "attr.K-noun-is", source: src, subject: src, cue: run{i, i + 1}, verb: i, stance: claimStance, that: true}
			a.content = []run{{m, d.clauseEnd(m+1, hi)}}
			d.addAttribution(a)
			return true
		case d.toks[m].kind != wordToken || m > k && d.finite(m):
			return false
		}
	}
	return false
}

// pastWhen is the token behind the words at token k that say when: "on Tuesday", "in
// November", "last month"; k where there are none.
func (d *document) pastWhen(k, hi int) int {
	if !d.isAny(k, "on", "in") {
		return d.timePhrase(k, hi)
	}
	e := k + 1
	for e < hi && (d.isTime(e) || d.has(e, monthWord) || d.toks[e].tag == numTag) {
		e++
	}
	if e == k+1 {
		return k
	}
	return e
}
