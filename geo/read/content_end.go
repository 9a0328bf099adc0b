package read

// clauseEnd is the token after the clause that starts at i: the end of the
// sentence without its mark, or where another speaker or another thought begins.
func (d *document) clauseEnd(i, hi int) int {
	end := d.dropMarks(i, hi)
	for k := i; k < end; k++ {
		t := &d.toks[k]
		if t.kind == openToken {
			// what stands in quotation marks belongs together
			if q := &d.quotes[t.quote-1]; q.closed && q.last < end {
				k = q.last
			}
			continue
		}
		if t.kind == dashToken && d.splitsAtDash(k, end) {
			return d.dropMarks(i, k)
		}
		if t.kind == punctToken && d.char(k) == ';' && d.saidOn(k+1, end) {
			continue
		}
		if t.kind == punctToken && (d.char(k) == ';' || d.char(k) == ':' && k+2 < end && (d.isAny(k+1, "in", "by") && d.has(k+2, possWord) || d.is(k+1, "according") || d.newAttribution(k+1, end, false) || d.saidWithin(k+1, min(hi, k+farSaid)))) {
			return d.dropMarks(i, k)
		}
		if t.kind == punctToken && d.char(k) == ',' {
			if d.splitsAtComma(k, end) || d.is(k+1, "after") && k+3 < end && d.has(k+2, claimNoun) && d.isAny(k+3, "that", "of") {
				return d.dropMarks(i, k) // ", after reports that Washington had drafted a plan"
			}
			continue
		}
		if k > i+1 && (t.tag == coordTag || t.tag == subTag && d.isAny(k, "while", "although", "though", "whereas")) && d.newAttribution(k+1, end, t.tag == coordTag) {
			return d.dropMarks(i, k)
		}
		if k > i+1 && d.is(k, "according") && k+1 < end && d.is(k+1, "to") && !d.asPlanned(k+2, end) {
			if d.toks[k-1].tag == coordTag {
				k--
			}
			return d.dropMarks(i, k)
		}
	}
	return end
}

var continueForms = listOf("continue continues continued")

// saidOn reports whether the clause behind a semicolon, at tokens [i, end), goes on
// with what is reported: "says that a school was hit; nobody was hurt". It does unless
// somebody else speaks in it or it turns against what was said.
func (d *document) saidOn(i, end int) bool {
	if i >= end || d.isAny(i, "but", "however", "while", "yet", "according", "by", "that") || d.is(i, "in") && len(d.mentionsIn(i+1, i+3)) == 0 || d.toks[i].kind == openToken {
		return false
	}
	if d.is(i, "there") && d.has(i+1, beWord) && d.isOf(i+2, &withoutWords) {
		return false // "announced the fall of X; there is nothing to suggest it"
	}
	finite := false
	for k := i; k < end; k++ {
		if d.isOf(k, &continueForms) && d.tagAt(k+1) == toTag {
			finite = true // "continued to shell": nobody speaks
			continue
		}
		if d.has(k, cueWord) && (d.toks[k].tag == verbTag || d.toks[k].tag == partTag && (d.has(k, sayWord) || !d.has(k-1, beWord))) || d.toks[k].kind == openToken || d.isAny(k, "according", "independently", "verify", "verified", "could") {
			return false
		}
		finite = finite || d.finite(k)
	}
	if !finite {
		return d.placesOn(i, end)
	}
	f, _ := d.typesIn(i, end)
	return f.weight > 60
}

// objectEnd is the token after the object that starts at i: like clauseEnd, and
// it ends at the first comma and before a coordinated verb as well.
func (d *document) objectEnd(i, hi int) int {
	end := d.clauseEnd(i, hi)
	for k := i + 1; k < end; k++ {
		t := &d.toks[k]
		if t.kind == openToken {
			if q := &d.quotes[t.quote-1]; q.closed && q.last < end {
				k = q.last
			}
			continue
		}
		if t.kind == punctToken && d.char(k) == ':' && (d.saidWithin(k+1, min(hi, k+farSaid)) || d.kindAt(k+1) == openToken && d.speechStarts(k+1)) {
			return d.dropMarks(i, k)
		}
		if t.kind == punctToken && d.char(k) == ',' {
			// a list goes on: "Dobropillia, Bilytske and Novodonetske"
			if d.listGoesOn(k, end) || d.isAny(k+1, "among", "including") && !d.anyPlace([]run{{i, k}}) && d.anyPlace([]run{{k, end}}) || d.namesMore(i, k, end) {
				continue // "14 attacks, among them one on a hospital in X"
			}
			return d.dropMarks(i, k)
		}
		if t.tag == coordTag && k+2 <= end && (d.toks[k-1].tag == adjTag || d.toks[k-1].tag == partTag) && d.toks[k+1].verb&partForm != 0 && (k+2 == end || d.endsClause(k+2)) {
			continue // "described the trenches as shallow and flooded"
		}
		if t.tag == coordTag && k+1 < end && (d.finite(d.pastAdverbs(k+1, end)) || d.tagAt(k+1) == pronTag && k+2 < end && d.finite(k+2)) {
			return d.dropMarks(i, k)
		}
		if t.tag == subTag && d.is(k, "as") && k > i+1 && d.is(k-2, "as") {
			continue // "a truce as long as they hold X"
		}
		if t.tag == subTag && d.isAny(k, "while", "although", "though", "whereas", "because", "if", "when", "as", "after", "before", "since", "until") {
			return d.dropMarks(i, k)
		}
	}
	return end
}

// farSaid is how many tokens behind a colon an inserted cue is looked for.
const farSaid = 20

// saidWithin reports whether an inserted cue stands among tokens [i, end): "there
// were, it claimed, only soldiers".
func (d *document) saidWithin(i, end int) bool {
	for ; i+1 < end; i++ {
		if d.toks[i].tag == verbTag && d.has(i, sayWord) && d.char(i+1) == ',' {
			return true
		}
	}
	return false
}

func (d *document) pastAdverbs(k, end int) int {
	for k < end-1 && (d.toks[k].tag == advTag || d.toks[k].tag == negTag) {
		k++
	}
	return k
}

// namesMore reports whether behind the comma at token k stands only what else belongs to the object
// that starts at i: "900 violations, among them strikes on X", "five towns: A near B, C near D".
func (d *document) namesMore(i, k, end int) bool {
	m := k + 1
	if d.is(m, "among") && d.isAny(m+1, "them", "those", "which") {
		return true
	}
	if d.tagAt(m) == coordTag {
		m++
	}
	if !d.sents[d.toks[k].sent].colon || !d.placeAt(m) || d.hasFinite(m, end) {
		return false
	}
	for c := k - 1; c > i; c-- {
		if d.char(c) == ':' && d.toks[c].kind == punctToken {
			return d.placeAt(c + 1)
		}
	}
	return false
}

// listGoesOn reports whether the comma at k separates items of a list.
func (d *document) listGoesOn(k, end int) bool {
	p := d.baseRight(k+1, end)
	if p.empty() {
		return k+1 < end && d.is(k+1, "including")
	}
	if d.toks[p.head].tag != nameTag && d.toks[p.head].tag != nounTag {
		return false
	}
	m := p.end
	if m < end && (d.char(m) == ',' && d.toks[m].kind == punctToken) {
		// the list must come to its "and"
		for n := 0; m < end && n < 30; m, n = m+1, n+1 {
			if d.toks[m].tag == coordTag {
				return true
			}
			if d.finite(m) {
				return false
			}
		}
		return false
	}
	return m < end && d.toks[m].tag == coordTag || d.tagAt(k+1) == coordTag
}

// dropMarks moves end back over the marks that end a sentence or clause.
func (d *document) dropMarks(i, end int) int {
	for end > i {
		t := &d.toks[end-1]
		if t.kind == dashToken || t.kind == punctToken && (d.endsSentence(end-1) || d.char(end-1) == ',' || d.char(end-1) == ';' || d.char(end-1) == ':' || d.char(end-1) == '(') {
			end--
			continue
		}
		if t.kind == closeToken && d.quotes[t.quote-1].first < i {
			end-- // a mark that opened before
			continue
		}
		if t.kind == openToken {
			end--
			continue
		}
		break
	}
	return end
}

// infinitiveEnd is the token after an infinitive phrase that starts at i: like
// clauseEnd, and it ends before another verb of the sentence's subject.
func (d *document) infinitiveEnd(i, hi int) int {
	end := d.clauseEnd(i, hi)
	for k := i; k < end; k++ {
		t := &d.toks[k]
		if t.kind == openToken {
			if q := &d.quotes[t.quote-1]; q.closed && q.last < end {
				k = q.last
			}
			continue
		}
		if t.kind == dashToken && k+2 < end && d.tagAt(k+1) == pronTag && d.finite(k+2) {
			return d.dropMarks(i, k) // "claims to have seized X — we have not seen it"
		}
		if d.char(k) == ',' && t.kind == punctToken && k+1 < end && d.predicateFollows(k+1, end) || t.tag == coordTag && k+1 < end && d.predicateFollows(k+1, end) {
			return d.dropMarks(i, k)
		}
		if d.char(k) == ',' && k+2 < end && d.isAny(k+1, "but", "while", "although", "though", "whereas") && d.clauseAt(k+2, end) {
			return k // "claims to control X, but troops still hold Y"
		}
	}
	return end
}

// predicateFollows reports whether a finite verb of the same subject stands
// behind the comma before n: ", declined to say", ", favours a ban".
func (d *document) predicateFollows(n, end int) bool {
	m := d.pastAdverbs(n, end)
	return d.toks[m].tag == verbTag && (m == n || m == n+1)
}

// splitsAtDash reports whether the dash at k ends the clause: an aside in
// dashes belongs to it, a last remark with its own speaker does not.
func (d *document) splitsAtDash(k, end int) bool {
	n := k + 1
	if n+2 < end && d.toks[n].tag == coordTag {
		if p := d.phraseRight(n+1, end); !p.empty() && p.end < end && d.finite(p.end) {
			return true // "— and he singled out X"
		}
	}
	return d.newAttribution(n, end, false)
}

// splitsAtComma reports whether the clause ends at the comma at k.
func (d *document) splitsAtComma(k, end int) bool {
	n := k + 1
	if n >= end {
		return false
	}
	t := &d.toks[n]
	switch {
	case d.is(n, "according") && n+1 < end && d.is(n+1, "to"), t.tag == coordTag && n+2 < end && d.is(n+1, "according") && d.is(n+2, "to"):
		return true
	case t.tag == ingTag && d.has(n, cueWord):
		// ", adding that", ", citing": another cue of the same speaker
		if l, after := d.cueLemma(n, end); l.frames&(thatFrame|bareFrame|quoteFrame) != 0 && after < end &&
			(d.toks[after].tag == thatTag || d.toks[after].kind == openToken || l.stance == citeStance || d.char(after) == ':' || d.bareFollows(after, end)) {
			return true
		} else if l.stance == citeStance || d.isAny(n, "referring", "citing", "quoting", "calling", "describing", "pointing") {
			return true
		}
	case d.is(n, "then") && n+1 < end && d.toks[n+1].tag == verbTag && d.has(n+1, cueWord):
		return true // "first denied that there was a fire, then attributed it to"
	case d.is(n, "compared") && n+1 < end && d.isAny(n+1, "with", "to"):
		return true
	case t.tag == verbTag && d.has(n, sayWord):
		// ", recalled that": the next thing that the same speaker said
		if l, after := d.cueLemma(n, end); after < end && l.frames&(thatFrame|quoteFrame) != 0 && (d.toks[after].tag == thatTag || d.toks[after].kind == openToken) {
			return true
		}
		return d.newAttribution(n, end, false)
	case t.tag == subTag && d.isAny(n, "while", "although", "though", "whereas"):
		return d.newAttribution(n+1, end, false)
	case t.tag == coordTag:
		return d.newAttribution(n+1, end, true)
	case t.tag == subTag && d.is(n, "as") || d.is(n, "as"):
		return d.newAttribution(n+1, end, false)
	case t.tag == detTag && d.is(n, "a") || t.tag == detTag && d.is(n, "an"):
		// ", a description that Ukrainian officers called fantasy"
		return n+1 < end && d.appositionJudged(n, end)
	}
	return d.newAttribution(n, end, false)
}

// appositionJudged: "a claim|description|move … that/which X cue".
func (d *document) appositionJudged(n, end int) bool {
	p := d.baseRight(n, end)
	if p.empty() || p.end >= end {
		return false
	}
	for k := p.first; k+1 < p.end; k++ {
		if d.judgedNoun(k) && d.toks[k+1].tag == nameTag {
			return d.finite(p.end) // ", a condition Kyiv has called absurd"
		}
	}
	if !d.has(p.head, claimNoun|docWord) && !d.isAny(p.head, "description", "move", "remark", "comment", "characterisation", "characterization", "term", "phrase", "figure", "number", "charge") {
		return false
	}
	switch d.toks[p.end].tag {
	case relTag, thatTag, pronTag, nameTag:
		return true
	case detTag, nounTag, adjTag:
		return d.hasFinite(p.end+1, min(end, p.end+8))
	}
	return false
}
