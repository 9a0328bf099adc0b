package read

// smallClause finds content without a finite verb behind the cue: an object and
// what is said of it. "calls X a Y", "considers X lost", "expects X to fall",
// "describes X as Y", "counts X among Y", "saw X leave". The object starts at k.
func (d *document) smallClause(a *attribution, l *lemma, k, hi int) (frames, bool) {
	if l.frames&(complementFrame|asFrame|sceneFrame) == 0 || k >= hi {
		return 0, false
	}
	p := d.phraseRight(d.pastQuantity(k, hi), hi)
	if p.empty() || p.end >= hi {
		return 0, false
	}
	// "called the attack on X a waste of men"
	for d.toks[p.end].tag == prepTag && d.isAny(p.end, "on", "in", "near", "at", "against", "around", "outside", "from", "over", "during", "by") {
		q := d.baseRight(p.end+1, hi)
		if q.empty() || d.isTime(q.head) || q.end >= hi {
			break
		}
		p.end = q.end
	}
	m := p.end
	if d.toks[m].kind == closeToken && m+1 < hi {
		m++
	}
	if l.frames&asFrame != 0 {
		// "showed the village late on Tuesday as a grey zone"
		e := m
		for n := 0; n < 4 && e < hi; n++ {
			switch t := d.timePhrase(e, hi); {
			case t > e:
				e = t
			case d.isAny(e, "late", "early", "later", "earlier") || d.isTime(e):
				e++
			case e+1 < hi && d.isAny(e, "on", "since", "in", "by", "from") && (d.isTime(e+1) || d.has(e+1, monthWord|timeWord)):
				e += 2
			}
		}
		if e > m && e+1 < hi && d.is(e, "as") {
			a.rule = "attr.H-as"
			a.content = []run{{k, m}, {e, d.objectPast(e+1, hi)}}
			return asFrame, true
		}
	}
	if l.frames&asFrame != 0 && (d.is(m, "as") || d.is(m, "among")) && m+1 < hi {
		a.rule = "attr.H-as"
		a.content = []run{{k, d.objectPast(m+1, hi)}}
		return asFrame, true
	}
	if l.frames&complementFrame != 0 && d.complementStarts(m, p, hi) {
		a.rule = "attr.H-complement"
		if d.toks[m].tag == toTag {
			a.rule = "attr.H-to"
		}
		from := m + 1
		if d.toks[m].kind == openToken {
			from = m // "called it “a drawing on a tablet”"
		}
		a.content = []run{{k, d.objectPast(from, hi)}}
		return complementFrame, true
	}
	if l.frames&sceneFrame != 0 && d.perceives(a) {
		switch t := &d.toks[m]; {
		case t.tag == ingTag, t.tag == baseTag, t.tag == partTag,
			(t.tag == verbTag || t.tag == nounTag) && t.verb&baseForm != 0 && !d.plural(m):
			a.rule = "attr.H-scene"
			a.content = []run{{k, d.objectPast(m+1, hi)}}
			return sceneFrame, true
		}
	}
	return 0, false
}

// objectPast is objectEnd for an object whose words up to i are settled.
func (d *document) objectPast(i, hi int) int {
	if i >= hi || d.endsClause(i) {
		return min(i, hi)
	}
	return d.objectEnd(i, hi)
}

// complementStarts reports whether token m, behind the object p, begins what is
// said of it: "a betrayal", "lost", "unlikely", "only a question", "to fall".
func (d *document) complementStarts(m int, p np, hi int) bool {
	if d.toks[p.head].tag == pronTag && d.is(p.head, "it") && d.tagAt(m) == toTag {
		return false
	}
	for m < hi && d.toks[m].tag == advTag {
		m++
	}
	if m >= hi {
		return false
	}
	t := &d.toks[m]
	switch t.tag {
	case adjTag, partTag:
		return true
	case verbTag:
		return t.verb&partForm != 0 && !(m+1 < hi && (d.tagAt(m+1) == detTag || d.tagAt(m+1) == pronTag))
	case detTag:
		return d.has(m, detWord|possWord)
	case toTag:
		return true
	}
	return t.kind == openToken
}

// perceives reports whether the subject of a verb of perceiving can have seen
// something: people, bodies that watch and their records, not a place or a thing
// that "has seen fighting".
func (d *document) perceives(a *attribution) bool {
	if a.subject.empty() {
		return false
	}
	h := a.subject.head
	switch {
	case d.toks[h].tag == pronTag:
		return d.isAny(h, "he", "she", "they", "we", "i", "who")
	case d.has(h, roleWord|orgWord|witnessWord|mediaWord|docWord|titleWord|rankWord|unitWord), d.isOf(h, &lookerWords):
		return true
	case d.toks[h].tag == relTag:
		return d.is(h, "who")
	case d.toks[h].tag == nameTag:
		return len(d.mentionsIn(a.subject.head, a.subject.end)) == 0
	}
	return d.has(h, demonymWord)
}
