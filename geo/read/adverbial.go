package read

// farThat bounds how many tokens of adverbials may stand before the "that" of a cue.
const farThat = 24

// thatAhead is the "that" behind the adverbials that start at token k, or k: "said in an
// interview with the paper published on Monday that", "said without giving details that".
func (d *document) thatAhead(k, hi int) int {
	switch d.toks[k].tag {
	case prepTag, advTag, ingTag, partTag:
	default:
		if !d.isTime(k) && d.toks[k].verb&partForm == 0 && !d.isOf(k, &lateOrEarly) {
			return k
		}
	}
	for m := k; m < hi && m < k+farThat; m++ {
		switch t := &d.toks[m]; {
		case t.tag == thatTag:
			if d.has(m-1, claimNoun) && !d.has(m-1, docWord) {
				return k // "spoke against the claim that"
			}
			return m
		case t.tag == nounTag && d.has(m, claimNoun) && m > k && d.isAny(k, "on", "to", "about", "against") && d.isOf(m+1, &byOrFrom):
			return k // "has not commented on reports by analysts that"
		case t.kind == punctToken && !(d.str(m) == "." && d.has(m-1, abbreviation)), t.kind == dashToken, t.kind == openToken, t.tag == ingTag && d.has(m, cueWord), t.tag == auxTag, t.tag == relTag, t.tag == subTag, t.tag == toTag, t.tag == coordTag && (d.finite(m+1) || d.tagAt(m+1) == thatTag):
			return k
		case t.tag == verbTag && t.verb&partForm == 0:
			return k
		}
	}
	return k
}

// onlyAdverbs reports whether nothing but adverbs and times stands in [i, k).
func (d *document) onlyAdverbs(i, k int) bool {
	for ; i < k; i++ {
		if d.toks[i].tag != advTag && !d.isTime(i) && !d.isAny(i, "on", "in", "late", "early", "last", "this") && !d.has(i, monthWord) && d.toks[i].tag != numTag {
			return false
		}
	}
	return true
}

// adverbialRight is the noun phrase of an adverbial at i: with "of" phrases, but
// not with the ones that may begin the content.
func (d *document) adverbialRight(i, hi int) np {
	switch {
	case d.isTime(i) && d.tagAt(i+1) == numTag && d.kindAt(i+1) != numberToken:
		return np{i, i + 1, i} // "said on Tuesday two people had been killed"
	case d.isOf(i, &leastOrMost) && d.is(i-1, "at"):
		return np{} // "said at least two people"
	}
	p := d.baseRight(i, hi)
	for !p.empty() && p.end+1 < hi && (d.is(p.end, "of") || d.is(p.end, "with") || d.is(p.end, "from")) {
		q := d.baseRight(p.end+1, hi)
		if q.empty() {
			break
		}
		p.end = q.end
	}
	return p
}

// afterCue skips adverbials behind "X said": "on Friday", "in Kyiv".
func (d *document) afterCue(i, hi int) int {
	for n := 0; n < 4 && i < hi; n++ {
		if e := d.timePhrase(i, hi); e > i {
			i = e
			continue
		}
		switch t := &d.toks[i]; {
		case t.tag == advTag || d.isTime(i):
			i++
			continue
		case d.char(i) == '(' && t.kind == punctToken:
			// "he maintains (the figure is his own), …"
			for m := i + 1; m < hi && m < i+25; m++ {
				if d.char(m) == ')' && d.toks[m].kind == punctToken {
					i = m + 1
					break
				}
			}
			if d.char(i-1) == ')' {
				continue
			}
		case t.tag == prepTag:
			if p := d.adverbialRight(i+1, hi); !p.empty() {
				i = p.end
				continue
			}
		case t.tag == pronTag || t.tag == nounTag || t.tag == nameTag || t.tag == detTag:
			// the addressee: "he told the agency,"
			if p := d.phraseRight(i, hi); !p.empty() && (p.end >= hi || d.endsClause(p.end)) {
				return p.end
			}
		}
		break
	}
	return i
}

// opensTime reports whether token i is a word that "week" and the like go with.
func (d *document) opensTime(i int) bool {
	switch d.word(i) {
	case "this", "last", "next", "every", "that", "the", "a", "an", "one":
		return true
	}
	return false
}

var seasonWords = listOf("spring summer autumn winter time")

// timePhrase is the token after an adverbial of time without a preposition at
// k: "this week", "last Friday", "three days ago", "earlier this month".
func (d *document) timePhrase(k, hi int) int {
	m := k
early:
	for ; m < hi; m++ {
		switch d.word(m) {
		case "earlier", "late", "early", "later":
		default:
			break early
		}
	}
	if m+2 < hi && d.is(m+1, "same") && d.isAny(m, "the", "that") && d.has(m+2, timeWord|weekdayWord) {
		return m + 3 // "replied the same afternoon that"
	}
	switch {
	case m+1 < hi && d.opensTime(m) && (d.has(m+1, timeWord|weekdayWord|monthWord) || d.isOf(m+1, &seasonWords)):
		e := m + 2
		if e < hi && d.isAny(e, "ago", "before", "later", "earlier") {
			return e + 1
		}
		if d.isAny(m, "the", "a", "an", "one") {
			return k
		}
		if e < hi && d.has(e, timeWord) {
			e++
		}
		if e < hi && d.toks[e].tag == possTag {
			return k // "said last week's strike": what is said begins with it
		}
		return e
	case m+2 < hi && d.toks[m].tag == numTag && d.has(m+1, timeWord) && d.isAny(m+2, "ago", "later", "earlier", "before"):
		return m + 3
	case m > k && m < hi && (d.has(m, weekdayWord) || d.isTime(m)) && d.tagAt(m+1) != possTag:
		return m + 1
	case m > k && m+1 < hi && d.is(m, "on") && d.isTime(m+1):
		if m += 2; m < hi && d.isAny(m, "morning", "afternoon", "evening", "night") {
			m++
		}
		return m // "late on Tuesday evening"
	}
	return k
}

// nextIs reports whether the token after k is w.
func (d *document) nextIs(k, hi int, w string) bool {
	return k+1 < hi && d.kindAt(k+1) == cliticToken && (d.str(k+1) == w || d.str(k+1) == "’s")
}
