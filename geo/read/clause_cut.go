package read

import "contested/geo"

// listedVerb reports whether the comma at k stands between two of three or more
// verbs of one subject.
func (d *document) listedVerb(start, k, end int) bool {
	if d.toks[k+1].tag != verbTag || d.has(k+1, sayWord|cueWord) || !d.hasFinite(start, k) {
		return false
	}
	for m := k + 2; m+1 < end && m < k+30; m++ {
		if d.toks[m].tag == coordTag {
			if _, j := d.newClause(m+1, end); j == verbJoint {
				return true
			}
		}
		if d.char(m) == ';' || d.toks[m].tag == relTag {
			return false
		}
	}
	return false
}

// clauseAt reports whether a subject and its verb start at token i.
func (d *document) clauseAt(i, end int) bool {
	p := d.phraseRight(i, end)
	if p.empty() || p.end >= end {
		return false
	}
	if d.is(p.end, "and") {
		if q := d.phraseRight(p.end+1, end); !q.empty() && q.end < end {
			p = q // "the driver and two passengers were"
		}
	}
	return d.finite(d.pastAdverbs(p.end, end))
}

// sideOfJoint is how many tokens on either side of a mark are looked at for what they tell of,
// so that long sentences are read in linear time.
const sideOfJoint = 60

// differ reports whether what stands before token k and behind it tells of
// situations of two kinds.
func (d *document) differ(first, k, end int) bool {
	a, b := d.typesBeside(first, k, end)
	return a.weight > 62 && b.weight > 62 && a.typ != b.typ
}

// bothTyped reports whether what stands before token k and what stands behind it
// each tell of a situation.
func (d *document) bothTyped(first, k, end int) bool {
	a, b := d.typesBeside(first, k, end)
	return a.weight > 62 && b.weight > 62
}

// typesBeside are the situations of which what stands before token k and behind it tell.
func (d *document) typesBeside(first, k, end int) (before, behind finding) {
	before, _ = d.typesIn(max(first, k-sideOfJoint), k)
	behind, _ = d.typesIn(k+1, min(end, k+sideOfJoint))
	return before, behind
}

// invertedIf reports whether a condition without "if" starts at token i and is not
// closed by a comma before token end: "should X and Y lose heating".
func (d *document) invertedIf(i, end int) bool {
	for i < end && (d.toks[i].tag == coordTag || d.toks[i].tag == thatTag || d.toks[i].kind == punctToken || d.toks[i].kind == openToken) {
		i++
	}
	if !d.is(i, "should") && !d.is(i, "had") && !d.is(i, "were") || i > 0 && !d.startsSentence(i) && d.tagAt(i-1) != thatTag && d.toks[i-1].kind != punctToken {
		return false
	}
	switch d.tagAt(i + 1) {
	case detTag, nameTag, nounTag, pronTag, adjTag, numTag:
	default:
		return false
	}
	for k := i + 1; k < end; k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken {
			return false
		}
	}
	return d.is(i, "should") || d.startsSentence(i)
}

// harmList reports whether the conjunction at k joins the dead and the wounded of
// one event: "two people were killed and nine injured in X".
func (d *document) harmList(start, k, end int) bool {
	if !d.is(k, "and") || k+2 >= end {
		return false
	}
	m := k + 1
	for m < end && (d.toks[m].tag == advTag || d.isOf(m, &quantityLinks)) {
		m++
	}
	if d.tagAt(m) != numTag && d.kindAt(m) != numberToken {
		return false
	}
	first := k // behind what leads in: "Due to the aggression, three people"
	for first > start && d.char(first-1) != ',' {
		first--
	}
	a, _ := d.typesIn(first, k)
	if d.is(m+1, "captured") && (m+2 >= end || d.endsClause(m+2) || d.toks[m+2].tag == prepTag) {
		return a.typ == geo.Casualties // "14 were killed and two captured"
	}
	b, _ := d.typesIn(m, min(end, m+8))
	return a.typ == geo.Casualties && b.typ == geo.Casualties && a.weight > 0 && b.weight > 0 && (!d.spotsIn(start, k) || d.placesEarly(start, k) && !d.spotsIn(m, end))
}

// placesEarly reports whether all places of the clause [i, j) stand in an adverbial at its
// front: "In X, a woman was killed".
func (d *document) placesEarly(i, j int) bool {
	if d.toks[i].tag != prepTag {
		return false
	}
	for i < j && !d.finite(i) {
		i++
	}
	return !d.spotsIn(i, j)
}

// spotsIn reports whether a place that a claim can be about is named among tokens [i, j).
func (d *document) spotsIn(i, j int) bool {
	return d.anyPlace([]run{{i, j}})
}
