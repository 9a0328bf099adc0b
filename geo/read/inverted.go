package read

// invert handles "Q, said X": the subject behind its verb.
func (d *document) invert(a attribution, g verbGroup, l *lemma, after, lo, hi int) bool {
	if l.frames&(invertFrame|quoteFrame) == 0 || g.passive || g.negated {
		return false
	}
	if d.toks[g.verb].tag != verbTag {
		return false
	}
	j := g.first - 1
	// something must stand before it that can be the content: a quotation or a
	// clause with a comma
	for j > lo && (d.toks[j].kind == dashToken || d.str(j) == "...") {
		j--
	}
	quoteBefore := false
	switch {
	case j < lo:
		// the quotation may be the sentence before: "'… road?' said X."
		quoteBefore = lo > 0 && d.kindAt(lo-1) == closeToken && d.toks[lo].breaks == 0
	case d.toks[j].kind == closeToken:
		quoteBefore = true
	case d.char(j) == ',' || d.char(j) == '?' || d.char(j) == '!':
		if j-1 >= lo && d.kindAt(j-1) == closeToken {
			quoteBefore = true
		}
		if j-1 > lo && d.toks[j-1].tag == verbTag && d.has(j-1, sayWord) {
			return false // "footage that, it said, shows the town hall"
		}
	default:
		return false
	}
	p := d.phraseRight(after, hi)
	if p.empty() {
		return false
	}
	if j < lo && !quoteBefore {
		// "Said the mayor: '…'"
		a.source, a.subject = p, p
		if k := d.afterApposition(p.end, hi); k < hi && d.char(k) == ':' && d.has(g.verb, sayWord) && d.mayTell(p) && d.contentColon(&a, k, hi) {
			a.rule = "attr.A-inverted"
			d.addAttribution(a)
			return true
		}
		return false
	}
	if d.toks[p.head].tag == pronTag && !quoteBefore && !d.has(p.head, subjPron) && !d.is(p.head, "one") {
		return false
	}
	if p.end < hi && d.finite(p.end) && !(quoteBefore && d.toks[p.end].tag == verbTag && d.toks[p.end].verb&partForm != 0 && d.tagAt(p.end+1) == prepTag) {
		return false
	}
	if !quoteBefore && d.is(p.end, "that") {
		return false
	}
	if !quoteBefore && d.toks[p.head].tag == nounTag && d.plural(p.head) && d.toks[p.first].tag != detTag && !d.has(p.head, roleWord|witnessWord|orgWord|mediaWord|titleWord|rankWord|unitWord|docWord|troopsWord|peopleWord|demonymWord) {
		return false // "offered seats to everyone"
	}
	if k := p.end; k+1 < hi && d.char(k) == ',' && d.toks[p.head].tag != nameTag && d.has(p.head, roleWord|titleWord|rankWord|witnessWord) {
		// "said the head of the office, Maria X": the name belongs to the source
		if q := d.baseRight(k+1, hi); !q.empty() && d.toks[q.head].tag == nameTag && (q.end >= hi || d.endsClause(q.end)) && len(d.mentionsIn(q.first, q.end)) == 0 {
			p = np{p.first, q.end, q.head}
		}
	}
	if d.isOf(p.head, &postNouns) && d.isOf(p.end, &byOrFrom) {
		if q := d.phraseRight(p.end+1, hi); d.mayTell(q) || !q.empty() && d.toks[q.head].tag == nameTag {
			p = q // "'…,' reads a post by the account X"
		}
	}
	a.source, a.subject = p, p
	if k := d.afterApposition(p.end, hi); !quoteBefore && k+1 < hi && d.char(k) == ':' && d.has(g.verb, sayWord) && !d.hasFinite(lo, j) && d.contentColon(&a, k, hi) {
		a.rule = "attr.A-inverted" // "Not so, says the staff: C"
		d.addAttribution(a)
		return true
	}
	a.cue.end = after
	if !d.contentLeft(&a, l, a.cue.first, d.afterApposition(p.end, hi), lo, hi) {
		return false
	}
	a.rule = "attr.A-inverted"
	d.addAttribution(a)
	return true
}

// soSays: "Nine houses burned; so says the elder".
func (d *document) soSays(a *attribution, g verbGroup, after, lo, hi int) bool {
	so := g.verb - 1
	if so < 0 {
		return false
	}
	if s := int(d.toks[so].sent); so == lo && d.is(so, "so") && s > 0 && d.sents[s-1].block == d.sents[s].block && !d.sents[s-1].label {
		p := d.phraseRight(after, hi)
		b := &d.sents[s-1]
		if n := len(d.attrs); p.empty() || n > 0 && int(d.toks[d.attrs[n-1].cue.first].sent) == s-1 {
			return false
		}
		a.source, a.subject, a.rule = p, p, "attr.A-inverted"
		a.content = []run{{b.first, d.dropMarks(b.first, b.end)}}
		if d.toks[b.first].kind == openToken {
			a.speech = true
			a.content[0].end = b.end
		}
		return true
	}
	if so-1 <= lo || !d.is(so, "so") || !d.endsClause(so-1) {
		return false
	}
	p := d.phraseRight(after, hi)
	end := d.dropMarks(lo, so)
	first := d.clauseStart(lo, end-1)
	if p.empty() || end <= first || !d.hasFinite(first, end) {
		return false
	}
	a.source, a.subject, a.rule = p, p, "attr.A-inverted"
	a.content = []run{{first, end}}
	return true
}
