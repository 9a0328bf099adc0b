package read

// np is a noun phrase: tokens [first, end) with its head noun.
type np struct {
	first, end int
	head       int
}

func (p np) empty() bool { return p.first >= p.end }

// maxPhrase bounds a noun phrase, in tokens.
const maxPhrase = 40

// nominal reports whether token i can stand inside a noun phrase.
func (d *document) nominal(i int) bool {
	switch d.toks[i].tag {
	case nounTag, nameTag, adjTag, numTag, detTag, possTag:
		return true
	}
	return false
}

// isTime reports whether token i is a weekday, month, year or word like
// "yesterday", which stands beside a noun phrase, not in it.
func (d *document) isTime(i int) bool {
	if d.has(i, weekdayWord) {
		return true
	}
	switch d.word(i) {
	case "yesterday", "today", "tonight", "tomorrow":
		return true
	case "overnight":
		return d.toks[i].tag != adjTag // "the overnight strike"
	}
	return false
}

var clauseWords = listOf("by after before since until during as despite without than like")

// phraseLeft is the noun phrase whose last token is j, not reaching before lo.
// Prepositional phrases that hang on its head belong to it: "the head of the
// administration", "a spokesman for the brigade".
func (d *document) phraseLeft(j, lo int) np {
	lo = max(lo, j-maxPhrase)
	p := d.baseLeft(j, lo)
	if p.empty() {
		return p
	}
	for {
		k := p.first - 1
		if k-1 < lo {
			break
		}
		// "the office for documenting war crimes"
		if d.toks[k].tag == ingTag && k-2 >= lo && d.tagAt(k-1) == prepTag && d.isAny(k-1, "for", "of", "against") {
			if q := d.baseLeft(k-2, lo); !q.empty() && !d.isTime(q.head) && d.toks[q.head].tag == nounTag {
				p.first, p.head = q.first, q.head
				continue
			}
		}
		// "officials familiar with the talks"
		if d.toks[k].tag == prepTag && k-2 >= lo && d.toks[k-1].tag == adjTag && d.isAny(k-1, "familiar", "aware", "close", "responsible", "knowledgeable", "privy", "loyal", "critical", "sympathetic", "active", "present", "opposed") && d.nominal(k-2) && d.toks[k-2].tag != detTag && d.toks[k-2].tag != adjTag {
			if q := d.baseLeft(k-2, lo); !q.empty() {
				p.first, p.head = q.first, q.head
				continue
			}
		}
		// "… of NP": what stands before the preposition is the head
		if d.toks[k].tag == prepTag && !d.toks[k].spacedBreak() && !d.isOf(k, &clauseWords) {
			q := d.baseLeft(k-1, lo)
			if q.empty() || d.isTime(q.head) {
				break
			}
			if d.toks[q.head].tag == numTag && !d.is(k, "of") {
				if q.first = d.ageOf(q.first, lo); q.first < 0 {
					break
				}
			}
			if !d.is(k, "of") && (d.has(q.head, timeWord) || d.has(q.head, docWord) && q.first > lo && d.tagAt(q.first-1) == prepTag) {
				break // "in a statement to NP", "on the day after"
			}
			p.first, p.head = q.first, q.head
			continue
		}
		// "NP and NP"
		if d.toks[k].tag == coordTag && d.is(k, "and") {
			q := d.baseLeft(k-1, lo)
			if !q.empty() && d.toks[p.head].tag == numTag && p.end-p.first == 1 && q.first > lo && (d.has(q.first, monthWord) || d.toks[q.head].tag == numTag) && d.tagAt(q.first-1) == prepTag {
				p.first, p.head = q.first, q.head // "published on October 25 and 26"
				break
			}
			if q.empty() || d.isTime(q.head) || q.first > lo && d.tagAt(q.first-1) != noTag && d.tagAt(q.first-1) != prepTag {
				break
			}
			if q.first-1 > lo && d.isAny(q.first-1, "in", "from") && d.toks[q.first-1].tag == prepTag && d.literalAt(p.head) && d.literalAt(q.head) {
				p.first, p.head = q.first, q.head // "channels in Slovakia and Poland"
				continue
			}
			if q.first > lo && d.tagAt(q.first-1) == prepTag && !d.is(q.first-1, "of") && !(d.is(q.first-1, "for") && d.toks[p.head].tag == d.toks[q.head].tag) {
				break
			}
			if p.first = q.first; d.onlyDemonym(q) && d.onlyDemonym(np{k + 1, k + 2, k + 1}) && p.end > k+2 {
				continue // "Ukrainian and Western analysts"
			}
			p.head = q.head
			continue
		}
		break
	}
	return p
}

// onlyDemonym reports whether a phrase ends in a demonym, which is its head.
func (d *document) onlyDemonym(p np) bool {
	return d.has(p.head, demonymWord) || d.is(p.head, "western")
}

func (t *token) spacedBreak() bool { return t.breaks > 0 }

// baseLeft is the noun phrase without what hangs on it that ends with token j.
func (d *document) baseLeft(j, lo int) np {
	for j >= lo && (d.toks[j].kind == closeToken || d.toks[j].kind == openToken) {
		j--
	}
	if j < lo {
		return np{}
	}
	switch d.toks[j].tag {
	case pronTag:
		return d.oneLeft(j, lo)
	case nounTag, nameTag, numTag, adjTag:
	case detTag:
		if d.has(j, demWord) || d.isAny(j, "both", "all", "some", "many", "others", "another", "each", "neither", "either", "half", "most", "few") {
			return np{j, j + 1, j}
		}
		return np{}
	default:
		return np{}
	}
	head, first := j, j
	var i int
scan:
	for i = j - 1; i >= lo; i-- {
		t := &d.toks[i]
		switch t.kind {
		case openToken:
			first = i
			continue
		case closeToken:
			if q := &d.quotes[t.quote-1]; q.closed && q.last == i && q.first > lo && !q.speech && i-q.first <= 8 && d.toks[i-1].kind == wordToken && i < j && d.nominal(i+1) && (d.toks[q.first-1].tag == detTag || d.nominal(q.first-1)) && d.toks[q.first+1].caps != lowerCase {
				first, i = q.first, q.first // the "Together with Russia" movement
			}
			continue
		case hyphenToken:
			continue
		}
		switch t.tag {
		case nounTag, nameTag:
			if d.isTime(i) && d.kindAt(i+1) != cliticToken {
				break scan
			}
			first = i
		case numTag:
			first = i
		case adjTag, possTag:
			first = i
		case advTag:
			if i > lo && d.tagAt(i-1) == detTag && d.is(i, "earlier") {
				first = i // "an earlier version"
				continue
			}
			// "a very senior official": inside only when more follows on the left
			if i > lo && (d.tagAt(i-1) == detTag) && d.tagAt(i+1) == adjTag {
				first = i
				continue
			}
			break scan
		case ingTag, partTag, verbTag:
			if t.tag == ingTag && (i == lo || d.tagAt(i-1) == coordTag || d.tagAt(i-1) == thatTag || d.endsClause(i-1)) && d.isAny(i, "monitoring", "mapping", "tracking") && i+1 == first {
				first = i // "Mapping groups say"
				continue
			}
			if i > lo && (d.tagAt(i-1) == detTag || d.kindAt(i-1) == hyphenToken || t.tag == ingTag && (d.tagAt(i-1) == numTag || d.nominal(i-1) && d.isOf(i, &tradeGerunds))) && !d.has(i, sayWord) {
				first = i
				continue
			}
			break scan
		case pronTag:
			if d.isAny(i, "one", "another", "some") {
				first = i // "one soldier"
			}
			break scan
		case detTag:
			if d.tagAt(i+1) == detTag && !d.has(i, detWord) {
				break scan
			}
			first = i
			if i > lo && (d.isOf(i-1, &allBothHalf)) {
				first = i - 1
			}
			break scan
		case prepTag:
			if t.caps == titleCase && i > lo && d.toks[i-1].caps == titleCase && d.nominal(i-1) && d.toks[i+1].caps == titleCase {
				first = i // "Doctors Without Borders"
				continue
			}
			break scan
		case noTag:
			// "U.S. Gen. X": the full stop of an abbreviation
			if d.str(i) == "." && i > lo && d.has(i-1, abbreviation) && !t.spaced {
				continue
			}
			break scan
		default:
			break scan
		}
		if t.breaks > 0 {
			break
		}
	}
	// a phrase does not start with a hyphen or a possessive's owner lost
	for first <= j && (d.toks[first].kind == hyphenToken || d.toks[first].tag == possTag) {
		first++
	}
	if first > j {
		return np{}
	}
	if d.toks[head].tag == adjTag || d.toks[head].tag == numTag {
		// an adjective stands alone only after a determiner: "the wounded"
		if d.toks[first].tag != detTag && d.toks[head].tag == adjTag && !d.has(head, demonymWord) {
			return np{}
		}
	}
	return np{first, j + 1, head}
}

// baseRight is the noun phrase without what hangs on it that starts at token i
// and ends before hi.
func (d *document) baseRight(i, hi int) np {
	hi = min(hi, i+maxPhrase)
	first := i
	for i < hi && d.toks[i].kind == openToken {
		i++
	}
	if i >= hi {
		return np{}
	}
	if d.toks[i].tag == pronTag || d.toks[i].tag == relTag && (d.is(i, "who") || d.is(i, "what")) {
		return np{first, i + 1, i}
	}
	if d.toks[i].tag == detTag && i+1 < hi && d.is(i+1, "of") && d.isAny(i, "half", "some", "many", "few", "several", "most", "both", "all", "each", "any") {
		return np{first, i + 1, i} // "half of the town"
	}
	head, end := -1, i
	afterNoun := false
scan:
	for ; i < hi; i++ {
		t := &d.toks[i]
		if t.breaks > 0 && i > first {
			break
		}
		switch t.kind {
		case openToken:
			if head >= 0 && d.quotes[t.quote-1].speech {
				break scan
			}
			continue
		case closeToken:
			if d.quotes[t.quote-1].first >= first {
				end = i + 1
				continue
			}
			break scan
		case hyphenToken:
			continue
		}
		switch t.tag {
		case detTag:
			if head >= 0 || end > first && d.tagAt(i-1) == detTag && !d.isAny(i-1, "all", "both", "half", "such") {
				if head >= 0 {
					break scan
				}
			}
			end = i + 1
			afterNoun = false
		case adjTag, numTag:
			if afterNoun && t.tag == numTag && d.toks[head].tag != nameTag && !d.has(head, timeWord) {
				break scan
			}
			if t.tag == numTag {
				head = i
			}
			if afterNoun && t.tag == adjTag && d.kindAt(i-1) != hyphenToken && !(i+1 < hi && (d.nominal(i+1) && d.toks[i+1].tag != detTag || d.toks[i+1].kind == hyphenToken)) {
				break scan // "reported both bridges intact"
			}
			end = i + 1
		case nounTag, nameTag:
			if head >= 0 && d.isTime(i) {
				break scan
			}
			if afterNoun && t.tag == nameTag && d.has(i, weekdayWord) {
				break scan
			}
			head, end, afterNoun = i, i+1, true
		case possTag:
			afterNoun = false
			head = -1
			end = i + 1
		case ingTag, partTag, verbTag:
			if head < 0 && i+1 < hi && (d.tagAt(i+1) == nounTag || d.tagAt(i+1) == adjTag || d.kindAt(i+1) == hyphenToken) && end > first {
				continue
			}
			if d.toks[max(i-1, 0)].kind == hyphenToken && i+1 < hi && (d.tagAt(i+1) == nounTag || d.tagAt(i+1) == nameTag) {
				continue
			}
			break scan
		case advTag:
			if head < 0 && i+1 < hi && (d.tagAt(i+1) == adjTag || d.tagAt(i+1) == numTag || d.tagAt(i+1) == partTag || d.tagAt(i+1) == advTag) {
				continue
			}
			break scan
		case pronTag:
			if head < 0 && end > first && d.isAny(i, "one", "ones") {
				head, end, afterNoun = i, i+1, true // "the one"
				continue
			}
			break scan
		case coordTag:
			// "wounded and sick soldiers": only between adjectives
			if head < 0 && i+1 < hi && d.tagAt(i+1) == adjTag && end > first {
				continue
			}
			break scan
		case noTag:
			if d.str(i) == "." && i > first && !t.spaced && d.has(i-1, abbreviation|titleWord|rankWord) {
				continue
			}
			break scan
		default:
			break scan
		}
	}
	if head < 0 {
		if end > first && d.tagAt(end-1) == adjTag {
			return d.oneRight(first, end, end-1, hi)
		}
		if end == first+1 && d.toks[first].tag == detTag && d.isAny(first, "both", "all", "some", "many", "much", "this", "that", "these", "those", "each", "neither", "either", "another", "few", "most") {
			return np{first, end, first}
		}
		return np{}
	}
	return d.oneRight(first, end, head, hi)
}

var looseWords = listOf("as by than before after since until despite without on during among amongst")

// tradeGerunds say what a body is for.
var tradeGerunds = listOf("monitoring mapping training tracking governing ruling publishing broadcasting")

// phraseRight is the noun phrase that starts at token i, with the phrases that
// hang on it: "the head of the administration", "reporters in Moscow".
func (d *document) phraseRight(i, hi int) np {
	p := d.baseRight(i, hi)
	if p.empty() {
		return p
	}
	for p.end+1 < hi && p.end-p.first < maxPhrase {
		k := p.end
		if d.toks[k].tag == prepTag && !d.isOf(k, &looseWords) {
			q := d.baseRight(k+1, hi)
			if q.empty() || d.isTime(q.head) {
				break
			}
			p.end = q.end
			continue
		}
		if d.toks[k].tag == coordTag && d.is(k, "and") {
			q := d.baseRight(k+1, hi)
			if q.empty() || q.end < hi && d.finite(q.end) || d.toks[q.head].tag == pronTag || d.toks[q.head].tag == adjTag || d.doesAlso(p, q) {
				break
			}
			if p.end = q.end; d.onlyDemonym(p) && p.head == k-1 && d.onlyDemonym(np{k + 1, k + 2, k + 1}) {
				p.head = q.head // "according to Ukrainian and Western analysts"
			}
			continue
		}
		break
	}
	return p
}
