package read

// farSubject is the phrase that a sentence starts with, for a finite cue with "that"
// behind it of which no subject stands near: "A farmer who left on Monday, and whom
// we reached by phone, says that C", "A paper circulated this month, the contents of
// which were described by an official, finds that C".
func (d *document) farSubject(sub np, g verbGroup, after, lo, hi int) np {
	if after >= hi || d.toks[after].tag != thatTag || g.reduced || g.infinitive || g.passive || d.toks[g.verb].tag != verbTag || g.first-lo < 4 {
		return np{}
	}
	if !sub.empty() && !(d.has(sub.head, timeWord) && sub.end < g.first) {
		return np{}
	}
	p := d.phraseRight(lo, g.first)
	if p.empty() || p.end >= g.first || d.isTime(p.head) || d.toks[p.head].tag == pronTag || len(d.mentionsIn(p.head, p.head+1)) > 0 || d.quoted(p.first) {
		return np{}
	}
	k := p.end
	switch {
	case d.toks[k].tag == relTag, d.char(k) == ',', d.char(k) == '(', d.toks[k].kind == dashToken:
	case d.toks[k].verb&partForm != 0 && k+1 < hi && d.tagAt(k+1) == prepTag:
		if q := d.phraseRight(k+2, g.first); !q.empty() && q.end < g.first {
			p.end = q.end // "a paper circulated in NATO"
		}
	default:
		return np{}
	}
	for ; k < g.first; k++ {
		if d.toks[k].tag == thatTag || d.toks[k].tag == subTag && d.hasFinite(k, g.first) || d.char(k) == ';' || d.char(k) == ':' {
			return np{}
		}
		if d.toks[k].tag == coordTag && !(k+1 < hi && d.toks[k+1].tag == relTag) && d.finite(k+1) {
			return np{}
		}
	}
	return p
}

// cleft: "What he had said was that C", "What the two agree on is that C".
func (d *document) cleft(a *attribution, after, lo, hi int) bool {
	r := a.subject.first - 1
	if a.subject.empty() || r < lo || !d.is(r, "what") || r > lo && !d.endsClause(r-1) && d.toks[r-1].tag != coordTag {
		return false
	}
	k := after
	if k < hi && d.toks[k].tag == prepTag {
		k++
	}
	if k+2 >= hi || !d.has(k, beWord) || !d.is(k+1, "that") {
		return false
	}
	a.rule, a.that = "attr.B-that", d.toks[k+1].tag == thatTag
	if !a.that {
		k++
	}
	if a.stance == knowStance {
		a.assures = true
		a.stance = claimStance // "What we do know is that C": whoever knows says so
	}
	a.content = []run{{k + 1, d.clauseEnd(k+2, hi)}}
	return true
}

// subjectBehind gives a participle that a sentence starts with the subject of the
// clause behind it: "Warning that C, the mayor closed the schools".
func (d *document) subjectBehind(a *attribution, hi int) {
	c := &a.content[len(a.content)-1]
	for k := c.first + 2; k+2 < hi && k <= c.end; k++ {
		if d.char(k) != ',' || d.toks[k].kind != punctToken || !d.hasFinite(c.first, k) && a.that {
			continue
		}
		p := d.phraseRight(k+1, hi)
		if p.empty() || p.end >= hi || !d.mayTell(p) || !d.finite(d.pastAdverbs(p.end, hi)) {
			continue
		}
		a.source, a.subject = p, p
		c.end = k
		return
	}
}

// dutyOf is whose it is to say something where the subject is "it": "It fell to the
// mayor to announce that", "It took the ministry two days to admit that".
func (d *document) dutyOf(it np, g verbGroup) np {
	if it.end >= g.first || g.first-it.end > maxBeat {
		return np{}
	}
	for k := it.end; k+1 < g.first; k++ {
		if d.isAny(k, "to", "for", "took", "takes", "cost") {
			if p := d.phraseRight(k+1, g.first); d.mayTell(p) || !p.empty() && d.toks[p.head].tag == nameTag {
				return p
			}
		}
	}
	return np{}
}

// isScarce reports whether the phrase is of hardly anybody: "few analysts", "hardly anyone".
func (d *document) isScarce(p np, lo int) bool {
	return d.is(p.first, "few") && p.end > p.first+1 || d.isAny(p.first, "hardly", "scarcely", "barely") || p.first > lo && (d.is(p.first-1, "few") || d.isAny(p.first-1, "hardly", "scarcely", "barely"))
}

// blamedFor is whoever is criticised for saying what the participle at token i says, who leaves the
// blame to itself: "criticised the army's command for reporting X as captured".
func (d *document) blamedFor(first, i, lo int) np {
	n := len(d.attrs) - 1
	if d.toks[i].tag != ingTag || first-2 <= lo || !d.is(first-1, "for") || n < 0 || d.attrs[n].stance != blameStance || d.attrs[n].rule != "attr.F-object" || len(d.attrs[n].content) != 1 {
		return np{}
	}
	c := d.attrs[n].content[0]
	if !d.attrs[n].covers(run{first - 1, first}) {
		return np{}
	}
	p := d.phraseRight(c.first, first-1)
	if p.empty() || p.end != first-1 {
		return np{}
	}
	d.attrs = d.attrs[:n]
	return p
}
