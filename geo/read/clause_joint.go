package read

// joint is what stands between a clause and the one before it.
type joint uint8

const (
	firstClause joint = iota
	sentenceJoint
	semicolonJoint
	thatJoint   // "and that"
	clauseJoint // a conjunction and a new subject
	verbJoint   // a conjunction and a verb of the same subject
	withJoint   // ", with fighting continuing"
	answerJoint // a question, which says nothing
	goesOnJoint // the clause goes on behind an attribution that interrupted it
)

// betweenTwo reports whether the conjunction at k joins what something is between: "the
// road between X and Y was closed".
func (d *document) betweenTwo(start, k int) bool {
	const far = 8 // tokens
	for m := k - 1; m >= start && m > k-far; m-- {
		if d.is(m, "between") {
			return true
		}
		if d.toks[m].tag == coordTag || d.finite(m) || d.endsClause(m) {
			return false
		}
	}
	return false
}

// secondParticiple reports whether the conjunction at k joins two participles of one
// auxiliary, each with a place or a kind of its own: "was massing troops near X and trying
// to cut the road", "houses were damaged in X and destroyed in Y", "had crossed into X and
// been wiped out".
func (d *document) secondParticiple(start, k, end int) bool {
	m := d.pastAdverbs(k+1, end)
	been := m+1 < end && d.is(m, "been") && d.toks[m+1].tag == partTag
	if m+1 >= end || !been && (d.toks[m].tag != ingTag && d.toks[m].tag != partTag || d.toks[m+1].tag == nounTag || d.toks[m+1].tag == coordTag) {
		return false
	}
	for i := start; i+1 < k; i++ {
		if !d.finite(i) {
			continue
		}
		if d.toks[i].tag != auxTag || !d.has(i, beWord|haveWord) {
			return false
		}
		v := d.pastAdverbs(i+1, k)
		if d.has(i, haveWord) && d.is(v, "been") {
			v = d.pastAdverbs(v+1, k)
		}
		return (been && d.has(i, haveWord) && d.toks[v].tag == partTag || d.toks[v].tag == d.toks[m].tag) && len(d.mentionsIn(v, k)) > 0 &&
			(len(d.mentionsIn(m, end)) > 0 || d.differ(start, k, end))
	}
	return false
}

// markJoint is how the clause behind the mark at k is joined to that which starts at
// start, and where it begins; firstClause when the mark cuts nothing.
func (d *document) markJoint(start, k, end int) (joint, int) {
	switch d.char(k) {
	case ';':
		if d.placesOn(k+1, end) && d.hasFinite(start, k) {
			return firstClause, k
		}
		return semicolonJoint, k + 1
	case ':':
		if k+2 < end && d.toks[k+1].caps == lowerCase && d.hasFinite(start, k) && d.clauseAt(k+1, end) && d.bothTyped(start, k, end) {
			return clauseJoint, k + 1 // "was foiled: the group has been destroyed"
		}
	case ',':
		if k+3 < end && d.is(k+1, "when") && d.hasFinite(start, k) && d.hasFinite(k+2, end) && d.differ(start, k+1, end) {
			return clauseJoint, k + 2 // "evacuations stopped, when the last vehicle was destroyed"
		}
		if k+2 < end && d.is(k+1, "with") {
			if p := d.phraseRight(k+2, end); !p.empty() && p.end < end {
				m := d.pastAdverbs(p.end, end)
				if d.toks[m].tag == ingTag || d.toks[m].tag == partTag || d.toks[m].tag == adjTag || d.is(m, "underway") ||
					m+1 < end && d.isAny(m, "under", "in") && d.isAny(m+1, "way", "progress") {
					return withJoint, k + 2
				}
			}
		}
		if k+2 < end && d.tagAt(k+1) == thatTag && d.hasFinite(start, k) {
			return thatJoint, k + 2
		}
		if k+2 < end && d.listedVerb(start, k, end) {
			return verbJoint, k + 1 // "advanced …, captured X and took Y"
		}
		if d.spliced(start, k, end) {
			return clauseJoint, k + 1
		}
	}
	return firstClause, k
}

// placesOn reports whether nothing but further places stands behind a semicolon, at tokens
// [i, end), up to the next mark: "attacked near X; northwest of X near Y; and east of Z".
func (d *document) placesOn(i, end int) bool {
	if i < end && d.toks[i].tag == coordTag {
		i++
	}
	if i >= end || !d.isOf(i, &whereaboutsPreps) && !d.has(i, compassWord) {
		return false
	}
	n := d.mentionIndex(i)
	named := false
	for k := i; k < end && d.char(k) != ';' && (d.char(k) != ',' || !d.is(k+1, "but")); k++ {
		for n < len(d.mentions) && d.mentions[n].end <= k {
			n++
		}
		if n < len(d.mentions) && d.mentions[n].first <= k {
			named = true
			continue
		}
		switch t := &d.toks[k]; {
		case t.tag == prepTag, t.tag == coordTag, t.tag == detTag, t.tag == numTag, t.kind == punctToken, d.has(k, compassWord|monthWord|weekdayWord),
			d.isOf(k, &whereaboutsPreps), d.isAny(k, "itself", "it", "direction"):
		default:
			return false
		}
	}
	return named
}

// resumedJoint is how a further piece of an attribution's content is joined to what
// stood before it: it goes on with a clause that was interrupted, unless it is a
// predicate or a sentence of its own.
func (d *document) resumedJoint(a *attribution, c run, j joint) joint {
	k := c.first
	piecewise := a.block || a.rule == "attr.J-passage"
	for piecewise && k < c.end-1 && d.toks[k].kind == punctToken {
		k++
	}
	if piecewise && d.startsSentence(k) {
		return thatJoint // behind what the speaker says that another said
	}
	if d.toks[k].kind == openToken && d.startsSentence(k) {
		if !a.speech {
			return thatJoint // speech behind indirect speech
		}
		return sentenceJoint // "'…,' she said. 'The clinic is gone too.'"
	}
	for k < c.end && (d.toks[k].kind == openToken || d.toks[k].kind == punctToken || d.toks[k].kind == dashToken) {
		k++
	}
	if k >= c.end || a.speech && d.toks[k].caps != lowerCase {
		return j
	}
	if d.toks[k].tag == coordTag {
		if _, next := d.newClause(k+1, c.end); next == verbJoint || next == clauseJoint || next == thatJoint {
			return next
		}
	}
	if a.speech && d.startsSentence(c.first) {
		return j
	}
	return goesOnJoint
}

// spliced reports whether the comma at k stands between two whole clauses: "X was
// shelled, Y was bombed and Z lost its power", "It fell outside, nobody was hurt".
func (d *document) spliced(start, k, end int) bool {
	if k+1 >= end || k-start < 2 || d.invertedIf(start, k) {
		return false
	}
	switch d.toks[start].tag {
	case subTag, relTag, thatTag, ingTag, partTag, prepTag, advTag:
		if d.toks[start].tag != thatTag && !(d.toks[start].tag == prepTag && d.hasFinite(start, k)) && !(d.toks[start].tag == advTag && d.hasFinite(start, k)) {
			return false
		}
	}
	finite := false
	for m := start; m < k; m++ {
		if t := &d.toks[m]; t.tag == relTag || t.tag == subTag && m > start {
			return false
		}
		finite = finite || d.finite(m)
	}
	if !finite {
		return false
	}
	m := k + 1
	switch d.toks[m].tag {
	case detTag, pronTag, nounTag, nameTag, adjTag, numTag:
	default:
		return false
	}
	if m+1 < end && d.is(m+1, "of") && d.isAny(m, "most", "many", "some", "all", "both", "each", "none", "few", "several", "half", "one") {
		return false // "74 strikes, most of them with guided bombs"
	}
	return d.clauseAt(m, end)
}

// newClause reports what starts behind a conjunction, at i: "that" and a
// clause, a clause with its own subject, or a verb. from is where it starts.
func (d *document) newClause(i, end int) (from int, j joint) {
	if i >= end {
		return i, firstClause
	}
	if d.toks[i].tag == thatTag {
		return i + 1, thatJoint
	}
	if d.char(i) == ',' {
		if e := d.asideBeforeThat(i, end); e > 0 && e+2 < end {
			return e + 2, thatJoint // "and, asked about the third, that it stood"
		}
	}
	m := d.pastAdverbs(i, end)
	if m >= end {
		return i, firstClause
	}
	if d.toks[m].verb&partForm != 0 && d.tagAt(i-2) == adjTag && d.toks[m].tag == verbTag {
		return i, firstClause // "remains difficult but controlled"
	}
	if d.toks[m].tag == verbTag || d.toks[m].tag == auxTag && d.finite(m) {
		return i, verbJoint
	}
	k := m
	if d.toks[k].tag == prepTag {
		if k+2 < end && d.isAny(k+1, "there", "here") {
			k += 2 // "and from there crews control …"
		} else if p := d.phraseRight(k+1, end); !p.empty() && p.end < end {
			k = p.end
			if d.char(k) == ',' && k+1 < end {
				k++
			}
		}
	}
	if k > m && k < end && d.finite(k) {
		return i, clauseJoint // "in neighbouring X two brigades are …": one phrase for the tags
	}
	p := d.phraseRight(k, end)
	if p.empty() || p.end >= end {
		return i, firstClause
	}
	if v := p.end; p.end-p.first == 1 && d.toks[p.head].tag == numTag && i-2 >= 0 && d.toks[i-2].tag == partTag && d.toks[v].verb&partForm != 0 && d.toks[v].tag != auxTag && (v+1 >= end || d.tagAt(v+1) == prepTag || d.endsClause(v+1)) {
		return i, firstClause // "14 were killed and two captured near X"
	}
	if v := p.end; p.end-p.first == 1 && d.has(p.head, weaponWord) && i-2 >= 0 && d.has(i-2, weaponWord) && d.toks[v].verb&partForm != 0 && d.toks[v].tag == verbTag && d.tagAt(v+1) == prepTag {
		return i, firstClause // "downed 40 drones and missiles fired at X"
	}
	v := d.pastCompass(p.end, end)
	if v+2 < end && d.char(v) == ',' {
		v = d.pastAsides(v, end) // "and infantry, in pairs, have reached X"
	}
	if v = d.pastAdverbs(v, end); v < end && d.finite(v) {
		return i, clauseJoint
	}
	if p.end+2 < end && d.toks[p.end].tag == toTag && d.toks[p.end+1].tag == baseTag && d.has(p.head, assaultWord) {
		if q := d.phraseRight(p.end+2, end); !q.empty() && q.end < end && d.finite(d.pastAdverbs(q.end, end)) {
			return i, clauseJoint // "and attempts to storm X failed"
		}
	}
	return i, firstClause
}

// pastCompass steps over what says on which side of a phrase: "the road [south]", "the
// bridge [east of the town]".
func (d *document) pastCompass(k, end int) int {
	if k+1 >= end || d.toks[k].tag != adjTag || !d.isAny(k, "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest") {
		return k
	}
	if k++; d.is(k, "of") {
		if q := d.phraseRight(k+1, end); !q.empty() {
			return q.end
		}
	}
	return k
}
