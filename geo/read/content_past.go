package read

// pastAdverbials finds where the content behind a cue can start, past what may
// stand between them: "said on Tuesday, in a statement to reporters, that". It
// returns the token, whom the cue is said to ("told X"), and whether there can be
// any content.
func (d *document) pastAdverbials(l *lemma, k, hi int) (int, np, bool) {
	const most = 6 // adverbials
	addressee := np{}
	for n := 0; n < most && k < hi; n++ {
		if d.is(k, "it") && d.judgesIt(k, hi) {
			break
		}
		e := d.adverbEnd(k, hi)
		if e > k {
			k = e
			continue
		}
		switch t := &d.toks[k]; {
		case t.tag == prepTag || t.tag == subTag && d.has(k, prepWord):
			if l.frames&prepFrame == 0 || d.isAny(k, "on", "in", "at", "during", "to", "by", "from") {
				e = d.prepositionalEnd(l, k, hi)
			}
		case t.tag == detTag || t.tag == nounTag || t.tag == nameTag || t.tag == pronTag || t.tag == adjTag || t.tag == numTag:
			if l.frames&(addresseeFrame|urgeFrame) == 0 || !addressee.empty() {
				break
			}
			p := d.addresseeRight(l, k, hi)
			if p.empty() {
				break
			}
			if l.stance == askStance && d.prepIn(p, "for") {
				return k, addressee, false // "asked the ministry for evidence that"
			}
			addressee, e = p, p.end
		case t.kind == punctToken && d.char(k) == ',' && k+1 < hi:
			e = d.asideBeforeContent(k, hi)
		}
		if e <= k {
			break
		}
		k = e
	}
	return k, addressee, true
}

// adverbEnd is the end of the adverb, time, aside between dashes or object without
// content of its own ("a different story") that starts at token k, or k.
func (d *document) adverbEnd(k, hi int) int {
	t := &d.toks[k]
	if t.kind == dashToken {
		// "said — and I am quoting — '…'"
		m := k + 1
		for m < hi && m < k+12 && d.toks[m].kind != dashToken {
			m++
		}
		if m+1 < hi && d.toks[m].kind == dashToken && (d.kindAt(m+1) == openToken || d.tagAt(m+1) == thatTag) {
			return m + 1
		}
	}
	if t.tag == adjTag && k+1 < hi && d.tagAt(k+1) == advTag && d.isAny(k, "more", "most", "less") {
		return k + 2 // "put it more bluntly:"
	}
	if e := d.timePhrase(k, hi); e > k {
		return e
	}
	if d.atLeast(k, hi) {
		return k
	}
	if t.tag == numTag && k+1 < hi && d.isAny(k+1, "times", "occasions") {
		return k + 2 // "has said three times that"
	}
	if d.isOf(k, &sinceOrIn) && k+1 < hi && (d.has(k+1, monthWord) || d.isTime(k+1) || d.isYear(k+1)) {
		return k + 2
	}
	if e := d.storyEnd(k, hi); e > k {
		return e // "tell you something different: that C"
	}
	if t.tag == advTag && !(d.is(k, "there") && k+1 < hi && d.finite(k+1)) || d.isTime(k) && !d.nextIs(k, hi, "'s") && !(d.has(k+1, timeWord) && d.nextIs(k+1, hi, "'s")) {
		if k++; d.has(k-1, weekdayWord) && k < hi && (d.has(k, timeWord) || d.isTime(k)) {
			k++
		}
	}
	return k
}

// atLeast: "at least two explosions" is content already.
func (d *document) atLeast(k, hi int) bool {
	return d.is(k, "at") && k+2 < hi && d.isOf(k+1, &leastOrMost) && d.toks[k+2].tag == numTag
}

// prepositionalEnd is the end of the phrase whose preposition is token k, when
// content can follow it: "on Tuesday", "in a statement", "to reporters"; or k.
func (d *document) prepositionalEnd(l *lemma, k, hi int) int {
	if d.atLeast(k, hi) || d.baseRight(k+1, hi).empty() {
		return k
	}
	if k+2 < hi && d.has(k+1, weekdayWord) && d.isAny(k, "on", "by", "until", "since") && !d.has(k+2, timeWord) && d.toks[k+2].tag != numTag && !d.has(k+2, monthWord) {
		return k + 2 // "told reporters on Friday Siversk had fallen"
	}
	p := d.adverbialRight(k+1, hi)
	if d.isTime(p.head) || d.has(p.head, monthWord) {
		if k = p.end; k < hi && d.toks[k].tag == numTag && d.has(k-1, monthWord) || k < hi && d.has(k, monthWord) {
			k++
		}
		return k
	}
	e := p.end
	switch {
	case e >= hi:
	case d.contentStarts(e, hi, l) || d.toks[e].kind == dashToken,
		d.timePhrase(e, hi) > e || d.toks[e].tag == prepTag || d.toks[e].tag == advTag || d.isTime(e):
		return e
	case d.char(e) == ',' && d.toks[e].kind == punctToken && e+1 < hi && (d.tagAt(e+1) == thatTag || d.kindAt(e+1) == openToken && d.speechStarts(e+1) || d.asideBeforeThat(e, hi) > 0):
		return e // "said from X, where she has stayed, that"
	}
	return k
}

// addresseeRight is whom the cue before token k is said to: "told X that", "told X:
// …", "urged X to"; empty when the phrase there is the content's subject.
func (d *document) addresseeRight(l *lemma, k, hi int) np {
	p := d.phraseRight(k, hi)
	if p.empty() {
		return p
	}
	if p2 := d.baseRight(k, hi); l.frames&bareFrame != 0 && d.toks[p2.head].tag != relTag && (p2.end < hi && d.finite(p2.end) || p.end < hi && d.finite(p.end) && d.toks[p2.head].tag != pronTag) {
		return np{} // "warned residents were", "warned a bridge near X was"
	}
	if d.isAny(p.head, "everyone", "everybody", "anyone", "all", "those") && p.end < hi && d.toks[p.end].tag == prepTag {
		if q := d.phraseRight(p.end+1, hi); !q.empty() {
			p.end = q.end // "urged everyone on the left bank to leave"
		}
	} else if p.end+1 < hi && d.isAny(p.end, "over", "under", "above", "below") && d.toks[p.end+1].tag == numTag {
		p.end += 2 // "told everyone over 60 to leave"
	}
	if l.frames&urgeFrame != 0 && l.stance == demandStance && p.end < hi && d.has(p.head, peopleWord|troopsWord|roleWord|witnessWord) {
		p.end = d.untilTo(p.end, hi)
	}
	if p.end < hi && d.is(p.end, "who") && d.isAny(p.head, "anyone", "anybody", "everyone", "everybody", "those") {
		for m := p.end + 1; m < hi && m < p.end+8; m++ {
			if d.toks[m].tag == thatTag {
				p.end = m // "telling anyone who would listen that"
				break
			}
		}
	}
	return p
}

// untilTo is where what says more of those who are urged ends, before the "to" of what they
// are to do: "urged residents still in X to leave", "people who remain in X to go"; k where no
// such words stand at token k.
func (d *document) untilTo(k, hi int) int {
	const far = 10 // tokens
	if d.char(k) == ',' && d.toks[k-1].tag == nameTag {
		return d.pastNames(k, hi) // "urged residents of X, Y and Z to leave"
	}
	relative := d.is(k, "who")
	if t := d.toks[k].tag; t != advTag && t != ingTag && t != partTag && t != verbTag && t != adjTag && !relative {
		return k
	}
	for m := k; m+1 < min(hi, k+far); m++ {
		switch t := d.toks[m].tag; {
		case t == toTag && d.tagAt(m+1) == baseTag:
			return m
		case t == thatTag, t == subTag, t == auxTag && !relative, d.endsClause(m), d.toks[m].kind == openToken:
			return k
		}
	}
	return k
}

// pastNames is the "to" of an infinitive behind nothing but further names from the comma at
// token k on; k where there is none.
func (d *document) pastNames(k, hi int) int {
	const far = 24 // tokens
	for m := k; m+1 < min(hi, k+far); m++ {
		switch t := &d.toks[m]; {
		case t.tag == toTag && d.tagAt(m+1) == baseTag:
			return m
		case t.tag != nameTag && t.tag != coordTag && d.char(m) != ',' && t.kind != hyphenToken:
			return k
		}
	}
	return k
}

// asideBeforeContent is where content goes on behind the aside that the comma at
// token k opens: ", however, that", ", on Tuesday, '…'"; or k.
func (d *document) asideBeforeContent(k, hi int) int {
	if d.tagAt(k+1) == thatTag || d.kindAt(k+1) == openToken && d.speechStarts(k+1) {
		return k + 1
	}
	if e := d.asideBeforeThat(k, hi); e > 0 {
		return e + 1
	}
	if e := d.asideEnd(k, hi); e > 0 && e+1 < hi && (d.tagAt(e+1) == thatTag || d.kindAt(e+1) == openToken && d.speechStarts(e+1)) {
		return e + 1
	}
	const far = 9 // tokens
	if e := d.asideEnd(k, hi); e > 0 && e < k+far && d.tagAt(e+1) == detTag && (d.tagAt(k+1) == prepTag || d.tagAt(k+1) == advTag || d.tagAt(k+1) == negTag) {
		return e + 1 // "denied, on the other hand, a report"
	}
	return k
}
