package read

// bareClause reports whether a clause with a subject and a finite verb starts at
// token i, and where it ends.
func (d *document) bareClause(i, hi int) (end int, ok bool) {
	k := i
	if k >= hi {
		return 0, false
	}
	if d.isAny(k, "us", "me", "him", "them") {
		return 0, false
	}
	if d.isAny(k, "there", "nothing", "none") && k+1 < hi && d.finite(k+1) {
		return d.clauseEnd(i, hi), true
	}
	if d.is(k, "as") {
		if k = d.pastQuantity(k, hi); k >= hi {
			return 0, false
		}
	}
	// adverbials and subordinators in front: "in the south its troops had"
	switch d.toks[k].tag {
	case subTag, relTag, partTag:
		// "if elected, she would": the clause comes behind a comma
		if d.toks[k].tag == partTag || d.isAny(k, "if", "when", "while", "since", "unless", "once", "although", "though", "because", "after", "before", "until", "despite") {
			return d.clauseAfterComma(k, hi)
		}
		return 0, false
	case prepTag:
		if k+1 < hi && d.tagAt(k+1) == ingTag {
			return d.clauseAfterComma(k, hi)
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
		if d.isOf(k, &nobodySubjects) && d.finite(d.pastAdverbs(k+1, hi)) {
			return d.clauseEnd(i, hi), true // "said nothing was left"
		}
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
		case t.tag == thatTag && d.judgedAt(d.firstPredicate(m, hi), hi):
			return d.clauseEnd(i, hi), true // "said posts claiming that C were false"
		case t.tag == thatTag, t.tag == subTag, d.is(m, "when"):
			return 0, false
		case t.kind == punctToken && d.char(m) == ',':
			e := d.asideEnd(m, hi)
			if e > 0 && d.tagAt(m+1) == subTag && d.isAny(m+1, "if", "though", "although", "while", "when", "once", "unless", "since") && d.finite(d.pastAdverbs(e+1, hi)) {
				m = e + 1 // "said the loss of X, if it proved true, would not"
				continue
			}
			if e == 0 || !d.asideBegins(m+1, e) {
				return 0, false
			}
			m = e
		case t.kind == punctToken && d.char(m) != '.' || t.kind == dashToken && !d.nextIsWord(m):
			return 0, false
		case t.tag == toTag && (m == p.end && d.toks[p.head].tag != nounTag || m+1 >= hi || d.tagAt(m+1) != baseTag):
			return 0, false // "her plans to raise taxes would", not "X to leave"
		}
		m++
	}
	return 0, false
}

// nobodySubjects deny by being the subject.
var nobodySubjects = listOf("nothing nobody none neither")

// sameSubject reports whether the first finite verb of [k, end) stands right behind a
// conjunction: it has the subject of the verb before, and no clause starts at k. "Our
// soldiers maintain their positions and control the heights".
func (d *document) sameSubject(k, end int) bool {
	for ; k < end; k++ {
		if d.finite(k) {
			return d.toks[k].tag == verbTag && d.toks[k-1].tag == coordTag
		}
	}
	return false
}

func (d *document) bareFollows(i, end int) bool {
	_, ok := d.bareClause(i, end)
	return ok
}

// pastQuantity skips what stands before a number: "fewer than", "at least",
// "more than", "nearly".
func (d *document) pastQuantity(k, hi int) int {
	if k+2 < hi && d.is(k, "between") && d.toks[k+1].tag == numTag && d.is(k+2, "and") {
		return k + 3
	}
	if k+2 < hi && d.is(k, "as") && d.isAny(k+1, "many", "few", "much") && d.is(k+2, "as") {
		return k + 3
	}
	if k+1 < hi && ofQuantity(d.word(k)) && (d.isAny(k, "more", "fewer", "less", "at", "up", "no") && d.isAny(k+1, "than", "least", "most", "to", "fewer", "more") || d.isAny(k, "some", "nearly", "almost", "about", "around", "over")) {
		for k < hi && ofQuantity(d.word(k)) {
			k++
		}
	}
	return k
}

// ofQuantity lists the words that stand before a number: "no fewer than".
func ofQuantity(w string) bool {
	switch w {
	case "more", "fewer", "less", "at", "up", "no", "than", "least", "most", "to", "some", "nearly", "almost", "about", "around", "over":
		return true
	}
	return false
}

// clauseAfterComma is a bare clause that starts at i with an adverbial whose
// comma is found behind k.
func (d *document) clauseAfterComma(k, hi int) (end int, ok bool) {
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

// hasFinite reports whether a finite verb stands among tokens [i, end) outside
// quotation marks.
func (d *document) hasFinite(i, end int) bool {
	for ; i < end; i++ {
		if d.finite(i) {
			return true
		}
	}
	return false
}
