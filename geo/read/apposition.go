package read

var definiteWords = listOf("the this that his her its their")

func (d *document) isDefinite(p np) bool {
	return d.isOf(p.first, &definiteWords)
}

// phraseHead is the head noun of an apposition in tokens [i, j).
func (d *document) phraseHead(i, j int) int {
	if i+2 < j && d.toks[i].kind == numberToken && d.char(i+1) == ',' {
		i += 2 // "X, 33, a medic"
	}
	for i < j-1 && (d.toks[i].tag == prepTag || d.toks[i].tag == advTag) {
		i++
	}
	if q := d.baseRight(i, j); !q.empty() {
		return q.head
	}
	return i
}

// apposition is what stands beside a name and says who it is: ", a spokesman for
// Y," or ", who speaks for Y,".
func (d *document) apposition(p np) (int, int) {
	if p.empty() {
		return 0, 0
	}
	end := d.sents[d.toks[p.end-1].sent].end
	i := p.end
	if i+1 >= end || d.char(i) != ',' && d.char(i) != '(' && d.toks[i].tag != relTag {
		return 0, 0
	}
	if d.toks[i].tag != relTag {
		i++
	}
	switch d.toks[i].tag {
	case advTag:
		if !d.isAny(i, "now", "currently", "once") {
			return 0, 0
		}
	case detTag, adjTag, nounTag, nameTag, relTag, numTag:
	case prepTag:
		if !d.isAny(i, "of", "from", "with", "at") {
			return 0, 0
		}
	default:
		return 0, 0
	}
	j := i
	rel := false
	verbs := 0
	for j < end && j < i+30 {
		t := &d.toks[j]
		if t.kind == openToken || t.kind == dashToken || t.kind == punctToken && (d.char(j) == ',' && !d.agesOn(j) || d.char(j) == ')' || d.char(j) == ':' || d.endsSentence(j) || d.char(j) == ';') {
			break
		}
		if d.toks[j].tag == relTag {
			rel = true
		}
		if rel && d.finite(j) && d.char(p.end) != ',' {
			// "an officer who follows the war said": the second verb is the main one
			if verbs++; verbs > 1 && d.tagAt(j-1) != auxTag && d.tagAt(j-1) != advTag {
				break
			}
		}
		if !rel && d.finite(j) && !d.reducedIn(i, j, end) {
			return 0, 0 // no apposition: a clause of its own
		}
		j++
	}
	return i, j
}

// reducedIn reports whether the verb at token j of what starts at token i behind a comma
// is no finite one but a participle: a preposition follows, and the sentence or another
// verb behind the comma that closes it: ", an analyst based in X, believes".
func (d *document) reducedIn(i, j, end int) bool {
	if j == i || d.toks[j].verb&partForm == 0 || d.tagAt(j-1) != nounTag || d.tagAt(j+1) != prepTag {
		return false
	}
	const long = 12 // tokens
	for k := j + 2; k < end && k < j+long; k++ {
		switch {
		case d.char(k) == ',' && d.toks[k].kind == punctToken:
			k = d.pastAdverbs(k+1, end)
			return k < end && (d.finite(k) || d.toks[k].kind == openToken)
		case d.endsSentence(k):
			return true
		case d.finite(k):
			return false
		}
	}
	return false
}

var nowWords = listOf("now currently today")

// current is what a person is now, said behind what he or she was: ", a wedding
// photographer from X, now a sergeant", "and today a mayor"; [i, j) is the apposition.
func (d *document) current(i, j int) (int, int) {
	end := d.sents[d.toks[i].sent].end
	for k := i; k+2 < end && k < j+3; k++ {
		if !d.isOf(k, &nowWords) || k > i && d.kindAt(k-1) != punctToken && d.tagAt(k-1) != coordTag && d.tagAt(k-1) != subTag {
			continue
		}
		if k++; d.isAny(k, "serving", "working") && d.is(k+1, "as") {
			k += 2
		}
		if k >= end || d.toks[k].tag != detTag && d.toks[k].tag != nounTag && d.toks[k].tag != adjTag {
			return i, j
		}
		m := k
		for m < end && !d.endsClause(m) && !d.finite(m) {
			m++
		}
		return k, m
	}
	return i, j
}

// agesOn: ", 71," belongs to what follows.
func (d *document) agesOn(j int) bool {
	return j > 0 && d.tagAt(j-1) == numTag && j >= 2 && d.char(j-2) == ','
}

// aged reports whether an age stands behind the name: "X, 71,".
func (d *document) aged(p np) bool {
	if p.end+1 >= len(d.toks) || d.char(p.end) != ',' {
		return false
	}
	t := &d.toks[p.end+1]
	if t.kind != numberToken || t.end-t.start > 2 {
		return false
	}
	return p.end+2 >= len(d.toks) || d.kindAt(p.end+2) == punctToken
}

// cutApposition drops an apposition or relative clause behind a place at the
// end of a clause: "X, a mining town that lies next to Y".
func (d *document) cutApposition(r run) run {
	for _, m := range d.mentionsIn(r.first, r.end) {
		k := m.end
		if k+1 >= r.end || d.char(k) != ',' || d.toks[k].kind != punctToken {
			continue
		}
		n := k + 1
		if !d.hasFinite(r.first, k) && d.hasFinite(n, r.end) && d.toks[n].tag != relTag {
			continue // "In the X region, the village of Y came under fire": the subject
		}
		rel := d.toks[n].tag == relTag && d.isAny(n, "which", "where", "whose", "who")
		if rel && n+3 < r.end && d.isOf(n+2, &whichNamers) && d.is(n+3, "as") {
			continue // "in the region, which it named as X and Y"
		}
		if !rel && !(d.isAny(n, "a", "an", "the") && d.isDescription(n, r.end)) {
			continue
		}
		// it must run to the end of the clause
		closed := false
		for j := n; j < r.end; j++ {
			if d.toks[j].kind == openToken {
				closed = true
				break
			}
			if d.char(j) == ',' && d.toks[j].kind == punctToken && j > n+1 {
				closed = true
				break
			}
		}
		if !closed {
			r.end = k
			return r
		}
	}
	return r
}

// isDescription reports whether the phrase at n describes a place: its head is
// a word for one.
func (d *document) isDescription(n, end int) bool {
	p := d.baseRight(n, end)
	if p.empty() {
		return false
	}
	for k := p.first; k < p.end; k++ {
		if d.has(k, settlementWord|hubWord|regionWord) {
			return true
		}
	}
	return false
}
