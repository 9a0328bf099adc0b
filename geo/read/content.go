package read

import "slices"

// contentRight finds the content behind the cue, whose first token after it is
// i, and reports whether there is any, and in which frame.
func (d *document) contentRight(a *attribution, l *lemma, i, hi int) (frames, bool) {
	k := i
	// what may stand between a verb and its content
	addressee := np{}
	for n := 0; n < 6 && k < hi; n++ {
		t := &d.toks[k]
		if t.kind == dashToken {
			// "said — and I am quoting — '…'"
			m := k + 1
			for m < hi && m < k+12 && d.toks[m].kind != dashToken {
				m++
			}
			if m+1 < hi && d.toks[m].kind == dashToken && d.kindAt(m+1) == openToken {
				k = m + 1
				continue
			}
		}
		if t.tag == adjTag && k+1 < hi && d.tagAt(k+1) == advTag && d.isAny(k, "more", "most", "less") {
			k += 2 // "put it more bluntly:"
			continue
		}
		if d.is(k, "it") && k+2 < hi && (d.tagAt(k+1) == adjTag || d.tagAt(k+1) == advTag || d.tagAt(k+1) == nounTag) && d.tagAt(k+2) == thatTag {
			// "judged it unlikely that"
			end := d.clauseEnd(k+3, hi)
			a.rule = "attr.B-that"
			a.content = []run{{k + 1, end}}
			return thatFrame, end > k+3
		}
		if e := d.timePhrase(k, hi); e > k {
			k = e
			continue
		}
		switch {
		case t.tag == advTag && !(d.is(k, "there") && k+1 < hi && d.finite(k+1)) || d.isTime(k) && !d.nextIs(k, hi, "'s"):
			k++
			if d.has(k-1, weekdayWord) && k < hi && (d.has(k, timeWord) || d.isTime(k)) {
				k++
			}
			continue
		case (t.tag == prepTag || t.tag == subTag && d.has(k, prepWord)) && (l.frames&prepFrame == 0 || d.isAny(k, "on", "in", "at", "during", "to", "by", "from")):
			// "on Tuesday", "in a statement", "to reporters"
			p := d.baseRight(k+1, hi)
			if p.empty() {
				break
			}
			p = d.adverbialRight(k+1, hi)
			if d.isTime(p.head) || d.has(p.head, monthWord) {
				k = p.end
				if k < hi && d.toks[k].tag == numTag && d.has(k-1, monthWord) || k < hi && d.has(k, monthWord) {
					k++
				}
				continue
			}
			if e := p.end; e < hi && d.contentStarts(e, hi, l) {
				k = e
				continue
			} else if e < hi && (d.toks[e].tag == prepTag || d.toks[e].tag == advTag || d.isTime(e)) {
				k = e
				continue
			} else if e < hi && d.char(e) == ',' && d.toks[e].kind == punctToken && e+1 < hi && (d.tagAt(e+1) == thatTag || d.kindAt(e+1) == openToken && d.speechStarts(e+1)) {
				k = e
				continue
			}
		case t.tag == detTag || t.tag == nounTag || t.tag == nameTag || t.tag == pronTag || t.tag == adjTag || t.tag == numTag:
			if l.frames&(addresseeFrame|urgeFrame) != 0 && addressee.empty() {
				p := d.phraseRight(k, hi)
				if p.empty() {
					break
				}
				// "told X that", "told X: ", "told X he", "urged X to"
				if p2 := d.baseRight(k, hi); p2.end < hi && d.finite(p2.end) && d.toks[p2.head].tag != relTag && l.frames&bareFrame != 0 {
					break // "warned residents were": the phrase is the content's subject
				}
				addressee = p
				k = p.end
				continue
			}
		case t.kind == punctToken && d.char(k) == ',' && k+1 < hi:
			// ", however, that", ", on Tuesday, that", ", that"
			if d.tagAt(k+1) == thatTag || d.kindAt(k+1) == openToken && d.speechStarts(k+1) {
				k++
				continue
			}
			if e := d.asideEnd(k, hi); e > 0 && e+1 < hi && (d.tagAt(e+1) == thatTag || d.kindAt(e+1) == openToken && d.speechStarts(e+1)) {
				k = e + 1
				continue
			}
		}
		break
	}
	if k >= hi {
		return 0, false
	}
	t := &d.toks[k]
	switch {
	case d.char(k) == ':' && t.kind == punctToken:
		return quoteFrame, d.contentColon(a, k, hi)
	case t.tag == thatTag:
		if l.frames&thatFrame == 0 {
			return 0, false
		}
		a.that = true
		a.rule = "attr.B-that"
		if !addressee.empty() {
			a.rule = "attr.D-told-that"
		}
		end := d.clauseEnd(k+1, hi)
		if end <= k+1 {
			return 0, false
		}
		a.content = []run{{k, end}}
		return thatFrame, true
	case t.kind == openToken:
		q := &d.quotes[t.quote-1]
		if l.frames&(quoteFrame|thatFrame|bareFrame) != 0 && d.speechStarts(k) {
			end := min(q.last+1, hi)
			if q.last+1 > hi {
				// speech of several sentences
				a.speech = true
				a.rule = "attr.B-quote"
				a.content = []run{{k, q.last + 1}}
				return quoteFrame, true
			}
			// speech that goes on in the writer's words is a clause
			rest := d.clauseEnd(end, hi)
			if rest > end && end < hi && !d.endsClause(end) && d.toks[end].tag != coordTag {
				a.rule = "attr.C-bare"
				a.content = []run{{k, rest}}
				return bareFrame, true
			}
			a.speech = true
			a.rule = "attr.B-quote"
			a.content = []run{{k, end}}
			if end < hi && d.toks[end].tag == coordTag && end+1 < hi && d.kindAt(end+1) == openToken {
				a.content[0].end = min(hi, d.quotes[d.toks[end+1].quote-1].last+1)
			}
			return quoteFrame, true
		}
	case t.tag == relTag && l.frames&whFrame != 0:
		a.rule = "attr.B-wh"
		a.that = true
		end := d.clauseEnd(k+1, hi)
		a.content = []run{{k, end}}
		return whFrame, end > k+1
	case t.tag == negTag && k+1 < hi && d.tagAt(k+1) == toTag && l.frames&infinitiveFrame != 0:
		// "vowed never to give up": the negation belongs to what is vowed
		a.rule = "attr.G-to"
		a.demand = true
		a.content = []run{{k, d.infinitiveEnd(k+2, hi)}}
		return infinitiveFrame, true
	case t.tag == prepTag && d.isAny(k, "of", "about") && !addressee.empty() && l.frames&addresseeFrame != 0 && l.stance == neutralStance:
		// "told the agency of fierce fighting"
		a.rule = "attr.F-prep"
		a.content = []run{{k + 1, d.objectEnd(k+1, hi)}}
		return prepFrame, true
	case t.tag == toTag && !addressee.empty() && l.frames&infinitiveFrame != 0 && l.stance == wantStance:
		a.rule = "attr.G-urge" // "wants Ukraine to leave"
		a.demand = true
		a.content = []run{{addressee.first, d.clauseEnd(k+1, hi)}}
		return urgeFrame, true
	case t.tag == toTag && l.frames&infinitiveFrame != 0:
		a.rule = "attr.G-to"
		a.demand = true
		a.content = []run{{k, d.infinitiveEnd(k+1, hi)}}
		return infinitiveFrame, true
	case t.tag == toTag && !addressee.empty() && l.frames&urgeFrame != 0:
		a.rule = "attr.G-urge"
		a.demand = true
		a.content = []run{{addressee.first, d.clauseEnd(k+1, hi)}}
		return urgeFrame, true
	case l.frames&infinitiveFrame != 0 && l.frames&objectFrame != 0 && d.objectInfinitive(k, hi):
		// "want troops to leave"
		a.rule = "attr.G-urge"
		a.demand = true
		a.content = []run{{k, d.clauseEnd(k, hi)}}
		return infinitiveFrame, true
	case t.tag == prepTag && l.frames&prepFrame != 0 && k == i:
		end := d.objectEnd(k, hi)
		a.rule = "attr.F-prep"
		a.content = []run{{k, end}}
		return prepFrame, end > k+1
	case !addressee.empty() && l.frames&prepFrame != 0 && t.tag == prepTag && d.isAny(k, "of", "against", "for", "about"):
		end := d.clauseEnd(k, hi)
		a.rule = "attr.F-accuse"
		a.content = []run{{addressee.first, end}}
		return prepFrame, end > k+1
	}
	// "accused X of V-ing", without the addressee frame
	if l.frames&prepFrame != 0 && l.frames&(bareFrame|thatFrame) == 0 {
		p := d.phraseRight(k, hi)
		if !p.empty() {
			end := d.clauseEnd(k, hi)
			a.rule = "attr.F-accuse"
			a.content = []run{{k, end}}
			return prepFrame, end > p.end
		}
		return 0, false
	}
	if l.frames&bareFrame != 0 {
		if end, ok := d.bareClause(k, hi); ok {
			a.rule = "attr.C-bare"
			if !addressee.empty() {
				a.rule = "attr.D-told-bare"
			}
			a.content = []run{{k, end}}
			return bareFrame, true
		}
	}
	if l.stance == showStance {
		// "footage shows soldiers clearing houses"
		if p := d.phraseRight(k, hi); !p.empty() && (p.end < hi && d.toks[p.end].tag == ingTag || k == i && d.has(a.subject.head, docWord)) {
			a.rule = "attr.C-show"
			a.content = []run{{k, d.objectEnd(k, hi)}}
			return bareFrame, true
		}
	}
	if !addressee.empty() && l.frames&addresseeFrame != 0 {
		return 0, false
	}
	if l.frames&objectFrame != 0 && k == i || l.frames&objectFrame != 0 && d.onlyAdverbs(i, k) {
		p := d.baseRight(d.pastQuantity(k, hi), hi)
		if d.toks[k].tag == ingTag || t.kind == openToken && k+1 < hi && d.tagAt(k+1) == ingTag {
			end := d.objectEnd(k, hi)
			a.rule = "attr.F-gerund"
			a.content = []run{{k, end}}
			return objectFrame, true
		}
		if p.empty() {
			return 0, false
		}
		end := d.objectEnd(k, hi)
		a.rule = "attr.F-object"
		// "claimed the same thing, that C"
		if end+1 < hi && d.char(end) == ',' && d.tagAt(end+1) == thatTag {
			a.rule = "attr.B-that"
			a.that = true
			k, end = end+1, d.clauseEnd(end+2, hi)
			a.content = []run{{k, end}}
			return thatFrame, end > k+1
		}
		a.content = []run{{k, end}}
		return objectFrame, end > k
	}
	return 0, false
}

// timePhrase is the token after an adverbial of time without a preposition at
// k: "this week", "last Friday", "three days ago", "earlier this month".
func (d *document) timePhrase(k, hi int) int {
	m := k
	for m < hi && d.isAny(m, "earlier", "late", "early", "later") {
		m++
	}
	switch {
	case m+1 < hi && d.isAny(m, "this", "last", "next", "every", "that", "the", "a", "an", "one") && (d.has(m+1, timeWord|weekdayWord|monthWord) || d.isAny(m+1, "spring", "summer", "autumn", "winter", "time")):
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
		return e
	case m+2 < hi && d.toks[m].tag == numTag && d.has(m+1, timeWord) && d.isAny(m+2, "ago", "later", "earlier", "before"):
		return m + 3
	case m > k && m < hi && (d.has(m, weekdayWord) || d.isTime(m)):
		return m + 1
	}
	return k
}

// nextIs reports whether the token after k is w.
func (d *document) nextIs(k, hi int, w string) bool {
	return k+1 < hi && d.kindAt(k+1) == cliticToken && (d.str(k+1) == w || d.str(k+1) == "’s")
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

// contentStarts reports whether content can start at token i: "that", a
// quotation, a colon, or a clause.
func (d *document) contentStarts(i, hi int, l *lemma) bool {
	t := &d.toks[i]
	switch {
	case t.tag == thatTag, d.char(i) == ':', t.tag == relTag, t.kind == openToken && d.speechStarts(i):
		return true
	case t.tag == toTag:
		return l.frames&infinitiveFrame != 0
	}
	if l.frames&bareFrame != 0 {
		_, ok := d.bareClause(i, hi)
		return ok
	}
	return false
}

// speechStarts reports whether the quotation that opens at token i is speech
// rather than a name or a borrowed word: it is long, or a clause.
func (d *document) speechStarts(i int) bool {
	q := &d.quotes[d.toks[i].quote-1]
	if q.speech {
		return true
	}
	for k := q.first + 1; k < q.last; k++ {
		if d.finite(k) {
			return true
		}
	}
	// a whole sentence has its own full stop or comma inside
	if q.last-1 > q.first {
		if c := d.char(q.last - 1); c == '.' || c == '!' || c == '?' || c == ',' {
			return true
		}
	}
	return i > 0 && (d.char(i-1) == ',' || d.char(i-1) == ':')
}

// asideEnd is the comma that closes the aside opened by the comma at k, or 0.
func (d *document) asideEnd(k, hi int) int {
	for m := k + 1; m < hi && m < k+25; m++ {
		if d.toks[m].kind == openToken {
			return 0
		}
		if d.toks[m].kind == punctToken && d.char(m) == ',' {
			return m
		}
		if d.finite(m) && d.tagAt(k+1) != relTag && d.tagAt(k+1) != subTag {
			return 0
		}
	}
	return 0
}

// contentColon: "X said: C" and "X said:" before a block of speech.
func (d *document) contentColon(a *attribution, k, hi int) bool {
	a.rule = "attr.B-colon"
	if k+1 < hi {
		end := hi
		if d.kindAt(k+1) == openToken && d.speechStarts(k+1) {
			end = d.quotes[d.toks[k+1].quote-1].last + 1
			a.speech = true
		}
		a.content = []run{{k + 1, end}}
		return true
	}
	// the next block
	b := d.sents[d.toks[k].sent].block
	if d.blocks[b].end != k+1 || b+1 >= len(d.blocks) {
		if k+1 < len(d.toks) && d.kindAt(k+1) == openToken {
			a.speech = true
			a.content = []run{{k + 1, d.quotes[d.toks[k+1].quote-1].last + 1}}
			return true
		}
		return false
	}
	n := d.blocks[b+1].first
	if d.toks[n].kind == openToken {
		q := &d.quotes[d.toks[n].quote-1]
		a.speech = true
		a.content = []run{{n, q.last + 1}}
		return true
	}
	if nb := &d.blocks[b+1]; nb.kind == paragraph && nb.end-nb.first > 8 && d.has(a.verb, sayWord) {
		a.content = []run{{n, nb.end}}
		return true
	}
	return false
}

// bareClause reports whether a clause with a subject and a finite verb starts at
// token i, and where it ends.
func (d *document) bareClause(i, hi int) (end int, ok bool) {
	k := i
	if k >= hi {
		return 0, false
	}
	if d.is(k, "there") && k+1 < hi && d.finite(k+1) {
		return d.clauseEnd(i, hi), true
	}
	// adverbials and subordinators in front: "in the south its troops had"
	switch d.toks[k].tag {
	case subTag, relTag, partTag:
		// "if elected, she would": the clause comes behind a comma
		if d.toks[k].tag == partTag || d.isAny(k, "if", "when", "while", "since", "unless", "once", "although", "though", "because", "after", "before", "until", "despite") {
			return d.clauseAfterComma(i, k, hi)
		}
		return 0, false
	case prepTag:
		if k+1 < hi && d.tagAt(k+1) == ingTag {
			return d.clauseAfterComma(i, k, hi)
		}
		p := d.phraseRight(k+1, hi)
		if p.empty() {
			return 0, false
		}
		k = p.end
		if k < hi && d.char(k) == ',' {
			k++
		}
	case advTag, negTag:
		for k < hi && (d.toks[k].tag == advTag || d.toks[k].tag == negTag) {
			k++
		}
	}
	if k >= hi {
		return 0, false
	}
	k = d.pastQuantity(k, hi)
	if k >= hi {
		return 0, false
	}
	if d.is(k, "there") && k+1 < hi && d.finite(k+1) {
		return d.clauseEnd(i, hi), true
	}
	if d.toks[k].tag == ingTag {
		// a gerund as subject: "losing the city would expose"
		for m := k + 1; m < hi && m < k+25; m++ {
			if d.endsClause(m) || d.toks[m].tag == thatTag {
				break
			}
			if d.finite(m) && d.toks[m].tag == auxTag {
				return d.clauseEnd(i, hi), true
			}
		}
		return 0, false
	}
	p := d.baseRight(k, hi)
	if p.empty() {
		return 0, false
	}
	// to the first finite verb behind the subject: phrases, relative clauses and
	// appositions may stand between
	m := p.end
	rel := false
	for m < hi && m < p.end+35 {
		t := &d.toks[m]
		switch {
		case d.finite(m) && (t.tag != verbTag || !rel):
			if rel {
				rel = false
				m++
				continue
			}
			return d.clauseEnd(i, hi), true
		case d.finite(m):
			rel = false
		case t.tag == relTag && (d.is(m, "who") || d.is(m, "which") || d.is(m, "whose") || d.is(m, "that") || d.is(m, "where")):
			rel = true
		case t.tag == thatTag, t.tag == subTag:
			return 0, false
		case t.kind == punctToken && d.char(m) == ',':
			e := d.asideEnd(m, hi)
			if e == 0 || !d.asideBegins(m+1, e) {
				return 0, false
			}
			m = e
		case t.kind == punctToken && d.char(m) != '.' || t.kind == dashToken && !d.nextIsWord(m):
			return 0, false
		case t.tag == toTag:
			return 0, false
		}
		m++
	}
	return 0, false
}

// pastQuantity skips what stands before a number: "fewer than", "at least",
// "more than", "nearly".
func (d *document) pastQuantity(k, hi int) int {
	if k+1 < hi && (d.isAny(k, "more", "fewer", "less", "at", "up", "no") && d.isAny(k+1, "than", "least", "most", "to", "fewer", "more") || d.isAny(k, "some", "nearly", "almost", "about", "around", "over")) {
		for k < hi && d.isAny(k, "more", "fewer", "less", "at", "up", "no", "than", "least", "most", "to", "some", "nearly", "almost", "about", "around", "over") {
			k++
		}
	}
	return k
}

// clauseAfterComma is a bare clause that starts at i with an adverbial whose
// comma is found behind k.
func (d *document) clauseAfterComma(i, k, hi int) (end int, ok bool) {
	for m := k + 1; m < hi && m < k+20; m++ {
		if d.toks[m].kind == openToken || d.endsSentence(m) {
			return 0, false
		}
		if d.char(m) != ',' || d.toks[m].kind != punctToken || m+1 >= hi {
			continue
		}
		if p := d.baseRight(m+1, hi); !p.empty() {
			if q := d.phraseRight(m+1, hi); q.end < hi && (d.finite(q.end) || q.end+1 < hi && d.toks[q.end].tag == advTag && d.finite(q.end+1)) {
				return d.clauseEnd(m+1, hi), true
			}
			return 0, false
		}
		return 0, false
	}
	return 0, false
}

func (d *document) nextIsWord(m int) bool { return m+1 < len(d.toks) && d.kindAt(m+1) == wordToken }

// objectInfinitive: a noun phrase and "to" + infinitive start at token k.
func (d *document) objectInfinitive(k, hi int) bool {
	p := d.phraseRight(k, hi)
	return !p.empty() && p.end < hi && d.toks[p.end].tag == toTag
}

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
		if t.kind == punctToken && d.char(k) == ';' {
			return d.dropMarks(i, k)
		}
		if t.kind == punctToken && d.char(k) == ',' {
			if d.splitsAtComma(k, end) {
				return d.dropMarks(i, k)
			}
			continue
		}
		if k > i+1 && (t.tag == coordTag || t.tag == subTag && d.isAny(k, "while", "although", "though", "whereas")) && d.newAttribution(k+1, end, t.tag == coordTag) {
			return d.dropMarks(i, k)
		}
		if k > i+1 && d.is(k, "according") && k+1 < end && d.is(k+1, "to") {
			return d.dropMarks(i, k)
		}
	}
	return end
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
		if t.kind == punctToken && d.char(k) == ',' {
			// a list goes on: "Dobropillia, Bilytske and Novodonetske"
			if d.listGoesOn(k, end) {
				continue
			}
			return d.dropMarks(i, k)
		}
		if t.tag == coordTag && k+1 < end && (d.finite(d.pastAdverbs(k+1, end)) || d.tagAt(k+1) == pronTag && k+2 < end && d.finite(k+2)) {
			return d.dropMarks(i, k)
		}
		if t.tag == subTag && d.isAny(k, "while", "although", "though", "whereas", "because", "if", "when", "as", "after", "before", "since", "until") {
			return d.dropMarks(i, k)
		}
	}
	return end
}

func (d *document) pastAdverbs(k, end int) int {
	for k < end-1 && (d.toks[k].tag == advTag || d.toks[k].tag == negTag) {
		k++
	}
	return k
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
		if t.kind == dashToken || t.kind == punctToken && (d.endsSentence(end-1) && !d.closesAbbreviation(end-1) || d.char(end-1) == ',' || d.char(end-1) == ';' || d.char(end-1) == ':' || d.char(end-1) == '(') {
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

func (d *document) closesAbbreviation(i int) bool { return false }

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
		if d.char(k) == ',' && t.kind == punctToken && k+1 < end && d.predicateFollows(k+1, end) || t.tag == coordTag && k+1 < end && d.predicateFollows(k+1, end) {
			return d.dropMarks(i, k)
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
	case d.is(n, "according") && n+1 < end && d.is(n+1, "to"):
		return true
	case t.tag == ingTag && d.has(n, cueWord):
		// ", adding that", ", citing": another cue of the same speaker
		if l, after := d.cueLemma(n, end); l.frames&(thatFrame|bareFrame|quoteFrame) != 0 && after < end &&
			(d.toks[after].tag == thatTag || d.toks[after].kind == openToken || l.stance == citeStance || d.char(after) == ':' || d.bareFollows(after, end)) {
			return true
		} else if l.stance == citeStance || d.isAny(n, "referring", "citing", "quoting", "calling", "describing", "pointing") {
			return true
		}
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

func (d *document) bareFollows(i, end int) bool {
	_, ok := d.bareClause(i, end)
	return ok
}

// appositionJudged: "a claim|description|move … that/which X cue".
func (d *document) appositionJudged(n, end int) bool {
	p := d.baseRight(n, end)
	if p.empty() || p.end >= end {
		return false
	}
	if !d.has(p.head, claimNoun|docWord) && !d.isAny(p.head, "description", "move", "remark", "comment", "characterisation", "characterization", "term", "phrase", "figure", "number", "charge") {
		return false
	}
	return d.toks[p.end].tag == relTag || d.toks[p.end].tag == thatTag || d.toks[p.end].tag == pronTag || d.toks[p.end].tag == nameTag
}

// newAttribution reports whether a noun phrase and a reporting verb with content
// of its own start at token i: "Kyiv denied that", "officials said". With shared
// the subject may be missing ("and warned that").
func (d *document) newAttribution(i, end int, shared bool) bool {
	k := i
	for k < end && (d.toks[k].tag == advTag || d.toks[k].tag == coordTag || d.toks[k].tag == subTag && d.is(k, "while")) {
		k++
	}
	if k >= end {
		return false
	}
	if d.toks[k].tag != verbTag {
		p := d.phraseRight(k, end)
		if p.empty() {
			return false
		}
		k = p.end
		if k < end && d.char(k) == ',' {
			e := d.asideEnd(k, end)
			if e == 0 {
				return false
			}
			k = e + 1
		}
	} else if !shared {
		// ", said X": inverted
		if d.has(k, sayWord) && d.toks[k].tag == verbTag {
			p := d.phraseRight(k+1, end)
			return !p.empty() && (p.end >= end || d.endsClause(p.end))
		}
		return false
	}
	for k < end && (d.toks[k].tag == advTag || d.toks[k].tag == auxTag || d.toks[k].tag == negTag) {
		if d.toks[k].tag == auxTag && !d.has(k, haveWord|doWord) {
			return false
		}
		k++
	}
	if k >= end || !d.has(k, cueWord) || d.toks[k].tag != verbTag && d.toks[k].tag != partTag && d.toks[k].tag != baseTag {
		return false
	}
	l, after := d.cueLemma(k, end)
	if after >= end {
		return l.frames&invertFrame != 0
	}
	if shared && k < i+3 && d.toks[k].tag == verbTag && (d.has(k, namingWord) || l.stance == blameStance || l.stance == accuseStance || l.stance == praiseStance) {
		return true // "and called it nonsense"
	}
	if l.frames&(thatFrame|bareFrame|quoteFrame|whFrame) == 0 {
		return l.stance == denyStance || l.stance == demandStance || l.stance == blameStance || l.stance == accuseStance
	}
	if l.frames&addresseeFrame != 0 {
		// "told X that"
		if p := d.phraseRight(after, end); !p.empty() && p.end < end && (d.toks[p.end].tag == thatTag || d.toks[p.end].kind == openToken) {
			return true
		}
	}
	switch t := &d.toks[after]; {
	case t.tag == thatTag, t.kind == openToken, d.char(after) == ':':
		return true
	case t.tag == relTag:
		return l.frames&whFrame != 0
	case t.kind == punctToken:
		return l.frames&invertFrame != 0
	case l.stance == denyStance || l.stance == demandStance:
		return true
	case t.tag == prepTag || t.tag == advTag || d.isTime(after):
		for m := after + 1; m < end && m < after+12 && !d.endsClause(m); m++ {
			if d.toks[m].tag == thatTag || d.toks[m].kind == openToken {
				return true
			}
		}
	}
	return d.bareFollows(after, end)
}

// contentLeft finds content before the source or cue that starts at token i;
// rest is the first token behind the attribution's own words.
func (d *document) contentLeft(a *attribution, l *lemma, i, rest, lo, hi, s int) bool {
	j := i - 1
	for j > lo && d.toks[j].kind == dashToken {
		j--
	}
	comma := false
	if j >= lo && d.toks[j].kind == punctToken && (d.char(j) == ',' || d.char(j) == '?' || d.char(j) == '!') {
		comma = true
		j--
	}
	if j < lo && lo > 0 && d.kindAt(lo-1) == closeToken && d.toks[lo].breaks == 0 && j == lo-1 {
		j = lo - 1 // the speech was a sentence of its own
	}
	if j < 0 || j < lo-1 {
		return false
	}
	if d.toks[j].kind == closeToken {
		q := &d.quotes[d.toks[j].quote-1]
		if d.speechStarts(q.first) || q.speech || comma {
			if q.depth > 1 || q.first >= lo || q.speech {
				first := q.first
				a.speech = true
				a.rule = "attr.A-quote"
				// "Y 'Q'," with words of the writer before: a clause with a quotation
				if q.first > lo && d.partOfClause(lo, q.first) {
					first = d.clauseStart(lo, q.first)
					a.speech = false
					a.rule = "attr.E-after"
				}
				a.content = []run{{first, j + 1}}
				d.speechAfter(a, rest, hi, s)
				return true
			}
		}
	}
	if !comma && !d.closedByDash(i-1, lo) {
		return false
	}
	first := d.clauseStart(lo, j)
	if d.isAny(first, "asked", "questioned", "pressed", "quizzed") || d.is(first, "when") && d.isAny(first+1, "asked", "pressed") {
		return false // "Asked about X, he said"
	}
	if first > j || l.frames&invertFrame == 0 || l.frames&(thatFrame|bareFrame)&^l.weak == 0 {
		return false
	}
	if !d.hasFinite(first, j+1) && !d.newsStyle(first, j+1) && !d.goesOn(rest, hi) {
		return false
	}
	a.rule = "attr.E-after"
	a.content = []run{{first, d.dropMarks(first, j+1)}}
	if a.content[0].end <= first {
		return false
	}
	// "C1, X said, C2": the clause goes on behind the attribution
	if rest < hi && d.char(rest) == ',' && d.toks[rest].kind == punctToken && rest+1 < hi {
		if d.tagAt(rest+1) == subTag && d.isAny(rest+1, "as", "while", "after", "before", "although", "though", "since") {
			return true // the writer's own addition
		}
		if d.isAny(rest+1, "as", "citing", "quoting", "quoted", "cited") {
			return true // who passes it on
		}
		if d.kindAt(rest+1) == openToken || d.tagAt(rest+1) != ingTag || !d.has(rest+1, cueWord) {
			end := d.clauseEnd(rest+1, hi)
			if end > rest+1 && !(d.tagAt(rest+1) == subTag && d.newAttribution(rest+2, hi, false)) && !d.newAttribution(rest+1, hi, false) {
				a.content = append(a.content, run{rest + 1, end})
			}
		}
	}
	return true
}

// goesOn reports whether a clause interrupted before an attribution goes on
// behind the comma at i: "Survival, X says, depends on …".
func (d *document) goesOn(i, hi int) bool {
	return i+1 < hi && d.char(i) == ',' && d.toks[i].kind == punctToken && d.hasFinite(i+1, hi)
}

// partOfClause reports whether the words from lo to the quotation at q belong to
// the same clause as the quotation.
func (d *document) partOfClause(lo, q int) bool {
	return !d.endsClause(q-1) && d.kindAt(q-1) != closeToken && d.hasFinite(d.clauseStart(lo, q-1), q)
}

func (d *document) closedByDash(j, lo int) bool { return j > lo && d.toks[j].kind == dashToken }

// newsStyle: headlines and bulletins leave the verb out: "Two killed in X, mayor
// says": a participle or a noun of an event will do.
func (d *document) newsStyle(i, end int) bool {
	for ; i < end; i++ {
		if d.toks[i].tag == partTag {
			return true
		}
	}
	return false
}

// clauseStart is where the clause that ends at j begins: the start of the
// sentence, past a conjunction, or behind an attribution that ended before.
func (d *document) clauseStart(lo, j int) int {
	first := lo
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		a := &d.attrs[n]
		for _, c := range a.content {
			if c.end <= j && c.end > first && c.first >= lo && a.rule != "attr.F-object" {
				first = c.end
			}
		}
	}
	for first < j && (d.endsClause(first) || d.toks[first].kind == closeToken) {
		first++
	}
	return first
}

// speechAfter adds the speech that goes on behind "…," X said: in the same
// sentence, and in the sentences that follow in the paragraph.
func (d *document) speechAfter(a *attribution, rest, hi, s int) {
	k := rest
	for k < hi && d.toks[k].kind != openToken {
		// only marks, adverbials and short phrases before the speech goes on
		if d.finite(k) && d.toks[k].quote == 0 {
			return
		}
		k++
	}
	if k < hi {
		if k > rest && (d.char(k-1) == ',' || d.char(k-1) == ':' || d.endsSentence(k-1)) || k == rest {
			q := &d.quotes[d.toks[k].quote-1]
			if q.first == k {
				a.content = append(a.content, run{k, q.last + 1})
			}
		}
		return
	}
}

// continueSpeech gives speech without a cue to the speaker before it: quotations
// that follow in the same paragraph, and paragraphs that go on with speech.
func (d *document) continueSpeech() {
	if len(d.quotes) == 0 {
		return
	}
	// what is attributed as speech is speech, however short
	for n := range d.attrs {
		for _, c := range d.attrs[n].content {
			if t := &d.toks[c.first]; d.attrs[n].speech && t.kind == openToken {
				d.quotes[t.quote-1].speech = true
			}
		}
	}
	taken := make([]int, len(d.quotes)) // 1 + attribution of each outer quotation
	for n := range d.attrs {
		for _, c := range d.attrs[n].content {
			for k := c.first; k < c.end && k < c.first+3; k++ {
				if q := d.toks[k].quote; q != 0 && d.toks[k].kind == openToken && d.attrs[n].speech {
					taken[q-1] = n + 1
				}
			}
		}
	}
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.depth != 1 || !q.speech || taken[i] != 0 || q.last <= q.first {
			continue
		}
		owner := 0
		if p := d.prevOuter(i); p >= 0 && taken[p] != 0 {
			switch {
			case q.continued && d.quotes[p].continues:
				owner = taken[p]
			case d.sameBlock(p, i) && d.startsSentence(q.first) && d.sentenceIsSpeech(q) && d.onlySpeechBetween(d.quotes[p].last, q.first, d.attrs[taken[p]-1].cue):
				owner = taken[p]
			}
		}
		if owner == 0 {
			continue
		}
		taken[i] = owner
		a := &d.attrs[owner-1]
		a.content = append(a.content, run{q.first, q.last + 1})
	}
}

func (d *document) prevOuter(i int) int {
	for i--; i >= 0; i-- {
		if d.quotes[i].depth == 1 && d.quotes[i].last > d.quotes[i].first && d.quotes[i].speech {
			return i
		}
	}
	return -1
}

func (d *document) sameBlock(p, i int) bool {
	return d.sents[d.toks[d.quotes[p].last].sent].block == d.sents[d.toks[d.quotes[i].first].sent].block
}

func (d *document) startsSentence(i int) bool { return d.sents[d.toks[i].sent].first == i }

// sentenceIsSpeech reports whether the sentence in which the quotation ends
// ends with it.
func (d *document) sentenceIsSpeech(q *quotation) bool {
	return d.sents[d.toks[q.last].sent].end == q.last+1
}

// onlySpeechBetween reports whether nothing but the attribution's own sentence
// stands between two quotations.
func (d *document) onlySpeechBetween(i, j int, cue run) bool {
	return j-i <= 40 && d.toks[j].sent-d.toks[i].sent <= 1
}

// trimContents takes from each content of the sentence's attributions what
// another of them owns: its source and cue at the end of the content.
func (d *document) trimContents(start int) {
	for n := start; n < len(d.attrs); n++ {
		a := &d.attrs[n]
		for m := range a.content {
			c := &a.content[m]
			if a.speech {
				continue
			}
			for k := start; k < len(d.attrs); k++ {
				b := &d.attrs[k]
				if k == n || b.rule != "attr.E-after" && b.rule != "attr.E-according" && b.rule != "attr.A-inverted" {
					continue
				}
				// "X said C1, Y said": b's words stand at the end of a's content
				from := min(b.cue.first, b.cue.first)
				if !b.subject.empty() {
					from = min(from, b.subject.first)
				}
				if from > c.first && from < c.end && b.cue.end >= c.end-1 && len(b.content) > 0 && b.content[0].first <= c.first {
					c.end = d.dropMarks(c.first, from)
				}
			}
		}
		a.content = slices.DeleteFunc(a.content, run.empty)
	}
}
