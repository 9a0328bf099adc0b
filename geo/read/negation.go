package read

var (
	degreeWords = listOf("more less fewer later earlier sooner")
	awareWords  = listOf("dispute disputes disputed doubt doubts doubted question questions questioned know knows knew realise realize realised realized notice noticed secret hide hides conceal conceals surprise surprised")
)

var holdingWords = listOf("information evidence record records knowledge reports plans plan intention sign signs indication confirmation")

// plainNegation reports whether the negation at k is that of the main verb or
// of the subject: "is not", "nobody came", "no attacks were".
func (d *document) plainNegation(k, lo, hi int) bool {
	for m := lo; m < k; m++ {
		if t := &d.toks[m]; t.tag == relTag || t.tag == subTag || d.char(m) == ',' && m+1 == k {
			return false
		}
		if d.toks[m].tag == coordTag && d.hasFinite(lo, m) {
			if _, j := d.newClause(m+1, hi); j == verbJoint {
				return false // "left and never returned"
			}
		}
	}
	if d.toks[k].tag == auxTag || k > lo && d.tagAt(k-1) == auxTag || k+1 < hi && (d.tagAt(k+1) == verbTag || d.tagAt(k+1) == partTag) {
		return !(k+1 < hi && (d.tagAt(k+1) == detTag || d.tagAt(k+1) == nounTag) && d.has(k, detWord) && !d.is(lo, "there"))
	}
	if d.is(k, "no") && k > lo && d.has(k-1, haveWord) && d.isOf(k+1, &holdingWords) {
		return true // "We have no information about"
	}
	// "in the north no movement was seen"
	return k == lo || d.is(k, "no") && d.toks[lo].tag == prepTag && !d.hasFinite(lo, k)
}

// objectDenied reports whether the negation at k opens the object of the finding's verb:
// "control no part of X", "hold neither bank".
func (d *document) objectDenied(k, at, end, lo int) bool {
	if k > end || !d.isAny(k, "no", "neither", "none", "nothing", "nowhere") || d.is(k+1, "matter") || d.is(k+1, "longer") {
		return false
	}
	switch d.toks[end-1].tag {
	case verbTag, partTag, baseTag, ingTag:
		return d.negates(k, at, lo)
	}
	return false
}

// takenBack is the "without" among tokens [lo, hi) that takes a negation before it back: "Not a
// night passes without explosions", "There has not been a day without shelling"; -1 for none.
func (d *document) takenBack(lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		if d.is(k, "without") && d.negatedBefore(k, lo) {
			return k
		}
	}
	return -1
}

// negates reports whether the negation at k reaches the finding at token at.
func (d *document) negates(k, at, lo int) bool {
	switch {
	case d.is(k, "not") && d.isAny(k+1, "only", "just", "least", "far"), d.is(k, "no") && d.is(k+1, "doubt"):
		return false
	case d.is(k, "without"):
		p := d.baseRight(k+1, min(len(d.toks), k+8)) // "without losses", not "without nets you are dead"
		return k < at && (!p.empty() && at < p.end || d.tagAt(k+1) == ingTag && at <= k+3)
	case d.is(k+2, "than") && d.isOf(k+1, &degreeWords):
		return false // "no more than a tenth"
	}
	if k >= at {
		return true
	}
	for m := k + 1; m < at && m <= k+3; m++ {
		if d.isOf(m, &awareWords) {
			return false // "nobody disputes that it fell", "they do not know that it fell"
		}
	}
	// another clause between the two breaks the scope
	within := d.toks[lo].tag == subTag // "If they don't, the town is next"
	for m := k + 1; m < at; m++ {
		t := &d.toks[m]
		if within && d.char(m) == ',' && t.kind == punctToken {
			return false
		}
		if t.tag == coordTag && d.is(m, "but") || d.char(m) == ';' || d.char(m) == ':' {
			return false
		}
		if t.tag == coordTag {
			if _, j := d.newClause(m+1, min(at+1, len(d.toks))); j == clauseJoint || j == verbJoint && d.negatesVerb(k) && d.toks[d.pastAdverbs(m+1, len(d.toks)-1)].tag == auxTag {
				return false // "cannot win and has already lost X"
			}
		}
		if t.tag == relTag && d.char(m-1) == ',' {
			return false // "nobody gets into X, whose people live in cellars"
		}
		if t.tag == subTag && d.isAny(m, "while", "although", "because", "since", "as") {
			return false
		}
	}
	return true
}

var happenWords = listOf("happen happening happened occur occurred take took taken taking begin begun start started materialise materialize resume resumed hold last come planned prepared confirmed recorded observed detected reported considered contemplated expected discussed foreseen possible exist exists carried conducted announced agreed envisaged")

// eventDenied reports whether the negation at k denies that the event, the noun at
// [at, end) that is the subject of its clause from lo on, takes place: "the
// evacuation from X will not be resumed", but not "the shelling did not stop".
func (d *document) eventDenied(lo, at, end, k int) bool {
	if k-end > 10 || end-at > 2 || d.toks[at].tag != nounTag || !d.negatesVerb(k) {
		return false
	}
	for m := max(lo, at-8); m < k; m++ {
		switch t := &d.toks[m]; {
		case m < at && (t.tag == prepTag || d.finite(m) && !d.has(m, namingWord)), t.tag == relTag, t.tag == coordTag && m > end, t.tag == verbTag && m > at, d.endsClause(m):
			return false
		}
	}
	for m := k + 1; m <= k+3 && m < len(d.toks) && !d.endsClause(m); m++ {
		if d.isOf(m, &happenWords) {
			return true
		}
	}
	return d.has(k-1, beWord) && d.isAny(k+1, "in", "at", "near") && len(d.mentionsIn(k+1, min(k+6, len(d.toks)))) > 0 // "The blaze is not in X"
}

// negatesVerb reports whether token k is the negation of a verb: "not", "didn't".
func (d *document) negatesVerb(k int) bool {
	return d.isAny(k, "not", "never") || d.toks[k].tag == auxTag
}

// hasTag reports whether one of tokens [i, j) has the tag.
func (d *document) hasTag(i, j int, t tag) bool {
	for ; i < j; i++ {
		if d.toks[i].tag == t {
			return true
		}
	}
	return false
}

// ofCondition reports whether the negation at k stands in a condition that follows its clause, which
// starts at lo: "might be restarted by summer if the front does not move".
func (d *document) ofCondition(k, lo int) bool {
	const far = 10 // tokens
	for m := k - 1; m > lo && m > k-far && !d.endsClause(m); m-- {
		if d.isAny(m, "if", "unless") {
			return !d.is(m-1, "even") && !d.is(m-1, "as")
		}
	}
	return false
}

// pastOpening is the token behind a phrase of time or place at k that a clause may open with: "by
// lunch they were gone"; k where there is none.
func (d *document) pastOpening(k, hi int) int {
	if k+1 >= hi || d.toks[k].tag != prepTag {
		return k
	}
	if p := d.baseRight(k+1, hi); !p.empty() && p.end < hi {
		return p.end
	}
	return k
}
