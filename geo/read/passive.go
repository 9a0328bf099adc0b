package read

// attributePassive handles the passive and reduced forms: "X was quoted as
// saying", "it was reported that", "X is believed to".
func (d *document) attributePassive(a attribution, g verbGroup, l *lemma, after, lo, hi int) {
	if d.reportedDone(&a, g, l, after, lo, hi) {
		d.addAttribution(a)
		return
	}
	// "said by X", "C, as reported by X"
	if after < hi && d.is(after, "by") {
		p := d.phraseRight(after+1, hi)
		if p.empty() {
			return
		}
		a.source, a.subject = p, p
		a.cue.end = after + 1
		// "As has been reported by X, C"
		if d.is(lo, "as") && g.first-1 <= lo+1 {
			if k := d.afterApposition(p.end, hi); k+1 < hi && d.char(k) == ',' {
				a.rule = "attr.E-as"
				a.content = []run{{k + 1, d.clauseEnd(k+1, hi)}}
				d.addAttribution(a)
				return
			}
		}
		if d.is(lo, "that") && lo+3 < g.first && !g.reduced && l.frames&thatFrame != 0 && d.hasFinite(lo+1, g.first) {
			// "That X had fallen was first reported by Y"
			a.rule = "attr.B-that"
			a.content = []run{{lo + 1, g.first}}
			d.addAttribution(a)
			return
		}
		sub, _ := d.subject(g, lo, hi)
		if k := d.afterCue(p.end, hi); !g.reduced && l.frames&thatFrame != 0 && k+1 < hi && d.toks[k].tag == thatTag {
			// "residents were told by the ministry that C"
			a.rule, a.that = "attr.B-that", true
			a.content = []run{{k, d.clauseEnd(k+1, hi)}}
			d.addAttribution(a)
			return
		}
		if j := g.first - 1; g.reduced && sub.empty() && j > lo && d.char(j) == ',' {
			sub = d.phraseLeft(j-1, lo) // "the capture of X, claimed by the ministry, …"
		}
		if d.toldToHave(&a, g, sub, p, hi) {
			d.addAttribution(a)
			return
		}
		if g.reduced && l.stance == citeStance {
			d.relays = append(d.relays, relay{cue: a.cue, who: p})
			return
		}
		if sub.empty() || l.frames&(objectFrame|thatFrame|quoteFrame) == 0 {
			return
		}
		if g.reduced && (l.stance == denyStance || l.stance == confirmStance) && sub.first-1 > lo && d.char(sub.first-1) == ',' && d.judgedNoun(sub.head) && d.isOf(sub.first, &aOrAn) && d.judges(&a, sub.first-1, lo) {
			d.addAttribution(a) // "C, an assertion dismissed by X"
			return
		}
		if d.isAny(sub.first, "neither", "nor") || sub.first > lo && d.isAny(sub.first-1, "neither", "nor") {
			return
		}
		// "'…,' the agency was told by a source"
		if j := sub.first - 1; j > lo && d.kindAt(j) == closeToken && d.isSpeechEnd(j) && !g.reduced {
			a.rule, a.speech, a.relay = "attr.A-quote", true, sub
			a.content = []run{{d.quotes[d.toks[j].quote-1].first, j + 1}}
			d.addAttribution(a)
			return
		}
		a.rule = "attr.F-passive"
		a.content = []run{{sub.first, sub.end}}
		if k := p.end; k+1 < hi && l.frames&(asFrame|complementFrame) != 0 && (d.is(k, "as") || d.toks[k].kind == openToken) && !g.reduced {
			// "the plan was described by a diplomat as a trap"
			a.content = append(a.content, run{k, d.objectPast(k+1, hi)})
			d.addAttribution(a)
			return
		}
		if first := d.clauseStart(lo, sub.first-1); sub.first-1 > first && d.char(sub.first-1) == ',' && d.tagAt(first) == prepTag && !d.hasFinite(first, sub.first) {
			a.content[0].first = first // "In Bakhmut, across the river, flooding is reported by residents"
		}
		a.weak = l.stance != proposeStance
		d.addAttribution(a)
		return
	}
	if d.toldByOther(&a, g, after, lo, hi) {
		d.addAttribution(a)
		return
	}
	if l.frames&thatFrame != 0 && after < hi && d.toks[after].tag == thatTag {
		sub, _ := d.subject(g, lo, hi)
		if !sub.empty() && (d.is(sub.head, "it") || d.is(sub.head, "there")) {
			a.rule = "attr.K-impersonal"
			a.that = true
			a.content = []run{{after, d.clauseEnd(after+1, hi)}}
			a.stance = hedgeStance
			d.addAttribution(a)
		}
	}
}

// toldToHave: "X was said by the ministry to have fallen", "Troops are thought by analysts
// to be in X": what is said is the subject and the infinitive behind p, who says it.
func (d *document) toldToHave(a *attribution, g verbGroup, sub, p np, hi int) bool {
	k := p.end
	if sub.empty() || k+2 >= hi || d.toks[k].tag != toTag || !d.isAny(k+1, "have", "be", "show") || d.toks[sub.head].tag == relTag {
		return false
	}
	end := d.infinitiveEnd(k+1, hi)
	if g.reduced {
		if g.first-1 <= sub.first || d.char(g.first-1) != ',' {
			return false
		}
		if e := d.asideEnd(g.first-1, hi); e > 0 {
			end = min(end, e) // "pictures, said by officials to have been taken in X, are old"
		}
	}
	a.rule = "attr.F-passive"
	a.content = []run{{sub.first, sub.end}, {k, end}}
	return true
}

// reportedDone: "X was reported captured in the autumn by the ministry".
func (d *document) reportedDone(a *attribution, g verbGroup, l *lemma, after, lo, hi int) bool {
	if g.reduced || l.frames&(objectFrame|complementFrame) == 0 || after+2 >= hi || d.toks[after].verb&partForm == 0 || d.toks[after].tag == nounTag {
		return false
	}
	k := d.afterTimes(after+1, hi)
	if k+1 >= hi || !d.is(k, "by") {
		return false
	}
	p := d.phraseRight(k+1, hi)
	sub, _ := d.subject(g, lo, hi)
	if p.empty() || sub.empty() || d.toks[sub.head].tag == relTag {
		return false
	}
	a.source, a.subject, a.rule = p, p, "attr.F-passive"
	a.content = []run{{sub.first, after + 1}}
	a.weak = true
	return true
}

// afterTimes is the token behind the adverbials of time that start at token k.
func (d *document) afterTimes(k, hi int) int {
	for n := 0; n < 3 && k < hi; n++ {
		e := d.timePhrase(k, hi)
		if e == k && k+1 < hi && d.isAny(k, "in", "on", "at", "since", "during", "late") {
			if q := d.baseRight(k+1, hi); !q.empty() && (d.isTime(q.head) || d.has(q.head, monthWord|timeWord|weekdayWord) || d.isAny(q.head, "autumn", "spring", "summer", "winter")) {
				e = q.end
			}
		}
		if e == k {
			break
		}
		k = e
	}
	return k
}

// toldByOther: "The ministry spoke of battles in X, where marines were said to have taken the
// station", "In the report, marines are said to have crossed the river": who says it has been named
// before in the sentence.
func (d *document) toldByOther(a *attribution, g verbGroup, after, lo, hi int) bool {
	if g.reduced || !d.is(a.verb, "said") || after+2 >= hi || d.toks[after].tag != toTag || !d.isAny(after+1, "have", "be") {
		return false
	}
	sub, _ := d.subject(g, lo, hi)
	if sub.empty() || d.toks[sub.head].tag == relTag {
		return false
	}
	const long = 5 // tokens of a subject whose beginning may be missing
	opened := false
	for k := sub.first - 1; k >= lo && k >= sub.first-long && d.char(k) != ','; k-- {
		opened = opened || d.toks[k].tag == relTag || d.is(k, "where")
	}
	who := np{}
	if n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo && d.attrs[n].cue.first < sub.first && opened && !d.attrs[n].subject.empty() {
		who = d.attrs[n].subject
	} else if first := d.sents[d.toks[lo].sent].first; d.isAny(first, "in", "by") {
		if p := d.phraseRight(first+1, sub.first); !p.empty() && d.isOf(p.head, &writtenWords) && d.char(p.end) == ',' {
			who = p
		}
	}
	if who.empty() {
		return false
	}
	a.source, a.subject, a.rule = who, who, "attr.F-passive"
	a.content = []run{{sub.first, sub.end}, {after, d.clauseEnd(after+1, hi)}}
	return true
}
