package read

// extracted: "the bridge, which both sides say is mined, …", "a man who police say
// was driving": the subject of the content stands before the relative.
func (d *document) extracted(a *attribution, l *lemma, after, lo, hi int) bool {
	r := a.subject.first - 1
	bare := !a.subject.empty() && r > lo && d.isPicture(r) && d.toks[r].tag == nounTag // "a clip the ministry says shows C"
	if a.subject.empty() || r <= lo || !bare && (d.toks[r].tag != relTag && d.toks[r].tag != thatTag || !d.isAny(r, "which", "that", "who")) || l.frames&(thatFrame|bareFrame|complementFrame|asFrame) == 0 {
		return false
	}
	k := after
	for k < hi && d.toks[k].tag == advTag {
		k++
	}
	judged := false
	if e := d.afterCue(after, hi); d.is(r, "which") && e > k && e < hi && (d.finite(e) || d.toks[e].tag == toTag) {
		k, after = e, e // "which the ministry said in August had been taken"
	}
	if k+2 < hi && d.is(r, "which") && d.toks[k].tag == toTag && d.isAny(k+1, "have", "be") && l.frames&thatFrame != 0 {
		judged, after = true, k // "which Moscow claimed in May to have taken"
	}
	if k < hi && l.frames&(complementFrame|asFrame) != 0 && d.is(r, "which") || k < hi && l.frames&asFrame != 0 && d.is(k, "as") {
		if l.frames&asFrame != 0 && d.is(k, "as") {
			after, judged = k+1, true
		} else if p := d.baseRight(k, hi); !p.empty() && (p.end >= hi || d.endsClause(p.end)) && d.complementStarts(k, p, hi) && !d.is(k, "that") {
			judged = true // "the advance, which the governor called a rout"
		}
	}
	if k >= hi || !d.finite(k) && !judged {
		return false
	}
	j := r - 1
	if bare {
		j = r
	}
	comma := d.char(j) == ','
	if comma {
		j--
	}
	p := d.phraseLeft(j, lo)
	if p.empty() {
		return false
	}
	end := d.clauseEnd(after, hi)
	for m := k + 1; m < end; m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && comma {
			end = m
		}
	}
	if !comma && !judged {
		end = d.firstPredicate(after, end)
	}
	a.rule = "attr.C-extracted"
	if judged {
		a.rule = "attr.H-extracted"
	}
	a.content = []run{{p.first, p.end}, {after, end}}
	if comma && p.first > lo && d.hasFinite(lo, p.first) && !judged {
		a.content = a.content[1:] // "They hold the edge of X, which the ministry said had been taken": it is theirs to hold
	}
	if !judged && d.isPicture(p.head) && d.isOf(k, &inferVerbs) {
		if k++; d.tagAt(k) == thatTag {
			k++
		}
		a.content = []run{{k, end}} // "a clip that it says shows C"
		a.cue.end = k
	}
	return true
}

// relativeContent ends the content of a cue that stands in a relative clause
// where the clause around it goes on: "The man, who said he had walked, carried a
// cat"; "A sergeant who said that C asked not to be named".
func (d *document) relativeContent(a *attribution, lo int) {
	if a.subject.empty() || a.speech || len(a.content) != 1 {
		return
	}
	r := a.subject.first
	if d.toks[r].tag != relTag {
		if r--; r <= lo || d.toks[r].tag != relTag || !d.isAny(r, "which", "who", "whom", "whose", "that", "where") {
			return
		}
	}
	if r <= lo {
		return
	}
	c := &a.content[0]
	for k := c.first + 1; k < c.end-1; k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken && d.finite(d.pastAdverbs(k+1, c.end)) && d.tagAt(k-1) != noTag {
			c.end = k
			return
		}
	}
	if d.char(r-1) == ',' {
		return
	}
	if p := d.phraseLeft(r-1, lo); !p.empty() && !d.hasFinite(lo, p.first) {
		c.end = d.firstPredicate(c.first, c.end)
	}
}

// firstPredicate is where the first predicate of [i, end) ends: before the second
// verb that is finite and not coordinated with it.
func (d *document) firstPredicate(i, end int) int {
	seen, whole := false, false
	for m := i; m < end; m++ {
		t := &d.toks[m]
		if d.endsClause(m) || t.tag == coordTag || t.tag == subTag || t.tag == relTag || t.tag == thatTag && m > i {
			return end
		}
		verb := d.finite(m) || t.tag == partTag && seen && whole && t.verb&pastForm != 0 && d.tagAt(m-1) != auxTag && d.tagAt(m-1) != advTag && d.has(m, cueWord)
		if verb && seen && (whole || d.isAny(m, "is", "are", "was", "were", "has", "had", "did", "does") && d.tagAt(m-1) != negTag) {
			return m
		}
		switch t.tag {
		case auxTag, advTag, negTag:
		default:
			whole = seen || verb
		}
		seen = seen || verb
	}
	return end
}

// whatItWas: "released footage of what it said was the destruction of X", "in what it called
// a strike on Y": the phrase behind the cue is the content.
func (d *document) whatItWas(a *attribution, after, hi int) bool {
	k := after
	switch r := a.subject.first - 1; {
	case a.subject.empty() || r < 1 || !d.is(r, "what") || a.negated || k+1 >= hi:
		return false
	case d.has(k, beWord) && d.toks[k].tag == auxTag, d.is(k, "as"):
		k++
	case d.has(a.verb, namingWord):
	default:
		return false
	}
	switch d.toks[k].tag {
	case detTag, nounTag, adjTag, nameTag, numTag:
	default:
		if d.toks[k].kind != openToken {
			return false
		}
	}
	end := d.objectEnd(k, hi)
	if d.hasFinite(k, end) || !d.isTyped(k, end) {
		return false
	}
	a.rule = "attr.F-object"
	a.content = []run{{k, end}}
	a.weak = d.has(a.subject.head, subjPron) // who speaks all around may call a part of it so
	return true
}

// whichNamers are the verbs by which a relative clause names what was told of.
var whichNamers = listOf("named names name identified identifies identify listed lists called calls gave gives")

// namesWhich: "claimed to have seized two villages, which it named as X and Y": the names
// belong to what is said, and are no further claim.
func (d *document) namesWhich(a *attribution, after, hi int) bool {
	r := a.subject.first - 1
	if a.subject.empty() || !d.isOf(a.verb, &whichNamers) || !d.is(after, "as") || r < 1 || !d.is(r, "which") || len(d.attrs) == 0 {
		return false
	}
	c := &d.attrs[len(d.attrs)-1].content
	last := &(*c)[len(*c)-1]
	if last.end < r-1 || last.end > hi || d.toks[last.first].sent != d.toks[r].sent {
		return false
	}
	last.end = max(last.end, d.clauseEnd(after+1, hi))
	return true
}
