package read

// incomplete reports whether the words [first, end) break off before their
// clause is whole: they hold no verb, or end in one, or in a preposition.
func (d *document) incomplete(first, end int) bool {
	if end <= first {
		return false
	}
	k := end - 1
	for k > first && (d.toks[k].tag == advTag || d.toks[k].tag == negTag) {
		k--
	}
	switch d.toks[k].tag {
	case auxTag, prepTag, thatTag, toTag:
		return true
	case verbTag:
		return k == end-1
	}
	return !d.hasFinite(first, end)
}

// resumes is the rest of a clause that an attribution interrupted, from the mark
// at token i on: "The town, he said, has fallen". With complete nothing but a
// phrase that belongs to the clause may follow one that was whole already.
func (d *document) resumes(c run, i, hi int, complete bool) (run, bool) {
	if i+1 >= hi || d.toks[i].kind != dashToken && (d.char(i) != ',' || d.toks[i].kind != punctToken) {
		return run{}, false
	}
	n := i + 1
	broken := d.incomplete(c.first, c.end)
	switch d.tagAt(c.end - 1) {
	case partTag, baseTag, ingTag:
		broken = broken || d.tagAt(n) == detTag // "has lost, as X sees it, the race"
	}
	if !broken {
		switch {
		case d.toks[i].kind == dashToken, d.tagAt(n) == relTag, d.is(n, "without"),
			d.tagAt(n) == subTag && d.isAny(n, "as", "while", "after", "before", "although", "though", "since"),
			d.isAny(n, "as", "citing", "quoting", "quoted", "cited"),
			d.kindAt(n) != openToken && d.tagAt(n) == ingTag && d.has(n, cueWord),
			d.newAttribution(n, hi, complete):
			return run{}, false
		}
	}
	e := d.clauseEnd(n, hi)
	if e <= n || !broken && d.tagAt(n) == subTag && d.newAttribution(n+1, hi, false) {
		return run{}, false
	}
	if complete && !broken && !d.hasFinite(n, e) && d.tagAt(n) != prepTag && d.tagAt(n) != ingTag && d.tagAt(n) != toTag {
		return run{}, false
	}
	return run{n, e}, true
}

// insertedCue: "C1, as the staff put it, C2", "C1, so the ministry insists, C2",
// "C, or so Moscow says", "C as the mayor said".
func (d *document) insertedCue(a *attribution, after, lo, hi int) bool {
	j := a.subject.first - 1
	if a.subject.empty() || j <= lo || !d.isAny(j, "as", "so") {
		return false
	}
	if d.is(a.verb, "went") && !d.mayTell(a.subject) {
		return false // "as the fighting went on"
	}
	rest := d.afterCue(after, hi)
	if rest < hi && d.toks[rest].kind != punctToken && d.toks[rest].kind != dashToken && d.toks[rest].kind != closeToken {
		return false
	}
	if rest < hi && d.char(rest) == ':' && (a.stance != claimStance || d.char(j-1) != ',') {
		return false
	}
	if j-1 > lo && d.isAny(j-1, "or", "and", "just", "exactly", "much") {
		j--
	}
	end := j
	switch {
	case d.char(j-1) == ',' || d.toks[j-1].kind == dashToken:
		end--
	case d.is(j, "so") || rest < hi && d.char(rest) == ',':
		return false
	}
	first := d.clauseStart(lo, end-1)
	c := run{first, d.dropMarks(first, end)}
	if c.empty() {
		return false
	}
	more, goesOn := d.resumes(c, rest, hi, true)
	if !goesOn && !d.hasFinite(c.first, c.end) {
		return false
	}
	a.rule = "attr.E-as"
	a.content = []run{c}
	if a.stance == claimStance && d.deniesFirst(c) {
		a.stance = denyStance // "has not fallen, as Moscow claims": Moscow claims that it has
		goesOn = goesOn && d.toks[more.first].tag != coordTag
	}
	if goesOn {
		a.content = append(a.content, more)
	}
	return true
}

// deniesFirst reports whether the main verb of the clause c is negated, or its subject:
// "has not fallen", "no tanks were seen", "there is no evidence that".
func (d *document) deniesFirst(c run) bool {
	for k := c.first; k < c.end; k++ {
		switch {
		case d.has(k, negWord):
			return !d.isAny(k+1, "only", "just", "least")
		case d.toks[k].tag == verbTag, d.toks[k].tag == subTag, d.toks[k].tag == thatTag, d.toks[k].tag == relTag, d.toks[k].tag == partTag, d.toks[k].tag == baseTag:
			return false
		}
	}
	return false
}

// judgedClause: "C, which Kyiv denies", "C, a figure Kyiv disputes", "C — a claim
// that the mayor has confirmed": what is judged is the clause before.
func (d *document) judgedClause(a *attribution, l *lemma, after, lo, hi int) bool {
	if a.subject.empty() || l.frames&(objectFrame|thatFrame) == 0 || after < hi && !d.endsClause(d.afterCue(after, hi)) && d.afterCue(after, hi) < hi {
		return false
	}
	switch l.stance {
	case denyStance, confirmStance, admitStance, claimStance:
	default:
		return false
	}
	if a.negated && l.stance == confirmStance {
		return false // "claimed C, which Y did not confirm": Y says nothing
	}
	at := a.subject.first
	if at-1 > lo && (d.toks[at-1].tag == relTag || d.toks[at-1].tag == thatTag) {
		at--
		if d.is(at, "which") && d.char(at-1) == ',' {
			return d.judges(a, at-1, lo)
		}
	}
	q := d.baseLeft(at-1, lo)
	if at == a.subject.first && d.isAny(at, "a", "an") && a.subject.end-at > 2 {
		// "a figure Kyiv": one phrase for the tags
		for k := at + 1; k < a.subject.end-1; k++ {
			if d.judgedNoun(k) && (d.toks[k+1].tag == nameTag || d.toks[k+1].tag == pronTag) {
				q = np{at, k + 1, k}
				a.subject.first = k + 1
				a.source = a.subject
				break
			}
		}
	}
	if q.empty() || q.first-1 <= lo || !d.judgedNoun(q.head) || !d.has(q.first, detWord) {
		return false
	}
	if d.char(q.first-1) != ',' && d.toks[q.first-1].kind != dashToken {
		return false
	}
	return d.judges(a, q.first-1, lo)
}

// judges makes the clause that ends before token i the content: that of the
// attribution there, if there is one.
func (d *document) judges(a *attribution, i, lo int) bool {
	a.rule = "attr.E-which"
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		b := &d.attrs[n]
		if b.weak || len(b.content) == 0 || b.cue.end > i {
			continue
		}
		if c := b.content[len(b.content)-1]; c.end >= i-1 {
			for k := range b.content {
				b.content[k].end = min(b.content[k].end, i)
				a.content = append(a.content, b.content[k])
			}
			a.content[len(a.content)-1].end = i
			// a claim of its own has a span of its own: with "that", without the mark
			a.echo = true
			return true
		}
	}
	first := d.clauseStart(lo, i-1)
	if end := d.dropMarks(first, i); end > first && d.hasFinite(first, end) {
		a.content = []run{{first, end}}
		return true
	}
	return false
}

// judgedNoun reports whether token i is a noun for what somebody said.
func (d *document) judgedNoun(i int) bool {
	return d.has(i, claimNoun) || d.isAny(i, "figure", "figures", "number", "charge", "charges", "account", "description", "characterisation", "characterization", "notion", "toll", "version", "story", "theory", "assertion")
}

// extracted: "the bridge, which both sides say is mined, …", "a man who police say
// was driving": the subject of the content stands before the relative.
func (d *document) extracted(a *attribution, l *lemma, after, lo, hi int) bool {
	r := a.subject.first - 1
	if a.subject.empty() || r <= lo || d.toks[r].tag != relTag && d.toks[r].tag != thatTag || !d.isAny(r, "which", "that", "who") || l.frames&(thatFrame|bareFrame|complementFrame|asFrame) == 0 {
		return false
	}
	k := after
	for k < hi && d.toks[k].tag == advTag {
		k++
	}
	judged := false
	if e := d.afterCue(after, hi); d.is(r, "which") && e > k && e < hi && (d.finite(e) || d.toks[e].tag == toTag) {
		k, after = e, e // "which the ministry said in August had been taken"
	}
	if k+2 < hi && d.is(r, "which") && d.toks[k].tag == toTag && d.isAny(k+1, "have", "be") && l.frames&thatFrame != 0 {
		judged, after = true, k // "which Moscow claimed in May to have taken"
	}
	if k < hi && l.frames&(complementFrame|asFrame) != 0 && d.is(r, "which") || k < hi && l.frames&asFrame != 0 && d.is(k, "as") {
		if l.frames&asFrame != 0 && d.is(k, "as") {
			after, judged = k+1, true
		} else if p := d.baseRight(k, hi); !p.empty() && (p.end >= hi || d.endsClause(p.end)) && d.complementStarts(k, p, hi) && !d.is(k, "that") {
			judged = true // "the advance, which the governor called a rout"
		}
	}
	if k >= hi || !d.finite(k) && !judged {
		return false
	}
	j := r - 1
	comma := d.char(j) == ','
	if comma {
		j--
	}
	p := d.phraseLeft(j, lo)
	if p.empty() {
		return false
	}
	end := d.clauseEnd(after, hi)
	for m := k + 1; m < end; m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && comma {
			end = m
		}
	}
	if !comma && !judged {
		end = d.firstPredicate(after, end)
	}
	a.rule = "attr.C-extracted"
	if judged {
		a.rule = "attr.H-extracted"
	}
	a.content = []run{{p.first, p.end}, {after, end}}
	if comma && p.first > lo && d.hasFinite(lo, p.first) && !judged {
		a.content = a.content[1:] // "They hold the edge of X, which the ministry said had been taken": it is theirs to hold
	}
	if !judged && d.isPicture(p.head) && d.isOf(k, &inferVerbs) {
		if k++; d.tagAt(k) == thatTag {
			k++
		}
		a.content = []run{{k, end}} // "a clip that it says shows C"
		a.cue.end = k
	}
	return true
}

// relativeContent ends the content of a cue that stands in a relative clause
// where the clause around it goes on: "The man, who said he had walked, carried a
// cat"; "A sergeant who said that C asked not to be named".
func (d *document) relativeContent(a *attribution, lo int) {
	if a.subject.empty() || a.speech || len(a.content) != 1 {
		return
	}
	r := a.subject.first
	if d.toks[r].tag != relTag {
		if r--; r <= lo || d.toks[r].tag != relTag || !d.isAny(r, "which", "who", "whom", "whose", "that", "where") {
			return
		}
	}
	if r <= lo {
		return
	}
	c := &a.content[0]
	for k := c.first + 1; k < c.end-1; k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken && d.finite(d.pastAdverbs(k+1, c.end)) && d.tagAt(k-1) != noTag {
			c.end = k
			return
		}
	}
	if d.char(r-1) == ',' {
		return
	}
	if p := d.phraseLeft(r-1, lo); !p.empty() && !d.hasFinite(lo, p.first) {
		c.end = d.firstPredicate(c.first, c.end)
	}
}

// firstPredicate is where the first predicate of [i, end) ends: before the second
// verb that is finite and not coordinated with it.
func (d *document) firstPredicate(i, end int) int {
	seen, whole := false, false
	for m := i; m < end; m++ {
		t := &d.toks[m]
		if d.endsClause(m) || t.tag == coordTag || t.tag == subTag || t.tag == relTag || t.tag == thatTag && m > i {
			return end
		}
		verb := d.finite(m) || t.tag == partTag && seen && whole && t.verb&pastForm != 0 && d.tagAt(m-1) != auxTag && d.tagAt(m-1) != advTag && d.has(m, cueWord)
		if verb && seen && (whole || d.isAny(m, "is", "are", "was", "were", "has", "had", "did", "does") && d.tagAt(m-1) != negTag) {
			return m
		}
		switch t.tag {
		case auxTag, advTag, negTag:
		default:
			whole = seen || verb
		}
		seen = seen || verb
	}
	return end
}

// whatItWas: "released footage of what it said was the destruction of X", "in what it called
// a strike on Y": the phrase behind the cue is the content.
func (d *document) whatItWas(a *attribution, after, hi int) bool {
	k := after
	switch r := a.subject.first - 1; {
	case a.subject.empty() || r < 1 || !d.is(r, "what") || a.negated || k+1 >= hi:
		return false
	case d.has(k, beWord) && d.toks[k].tag == auxTag, d.is(k, "as"):
		k++
	case d.has(a.verb, namingWord):
	default:
		return false
	}
	switch d.toks[k].tag {
	case detTag, nounTag, adjTag, nameTag, numTag:
	default:
		if d.toks[k].kind != openToken {
			return false
		}
	}
	end := d.objectEnd(k, hi)
	if d.hasFinite(k, end) || !d.isTyped(k, end) {
		return false
	}
	a.rule = "attr.F-object"
	a.content = []run{{k, end}}
	a.weak = d.has(a.subject.head, subjPron) // who speaks all around may call a part of it so
	return true
}

// whatIsSaid: "C; that is what the mayor says", "That, at least, is how Kyiv puts
// it": the clause or the sentence before is the content.
func (d *document) whatIsSaid(a *attribution, after, lo, hi int) bool {
	r := a.subject.first - 1
	if a.subject.empty() || r-2 < lo || !d.isAny(r, "what", "how") || !d.has(r-1, beWord) && !(d.kindAt(r-1) == cliticToken && d.toks[r-1].tag == auxTag) {
		return false
	}
	if after < hi && d.has(after, objPron) {
		after++ // "That's what the governor told me"
	}
	if k := d.afterCue(after, hi); k < hi && !d.endsClause(k) && d.toks[k].kind != closeToken {
		return false
	}
	k := r - 2
	for k > lo && (d.toks[k].kind == punctToken && d.char(k) == ',' || d.toks[k].tag == prepTag || d.nominal(k) || d.toks[k].tag == advTag) && !d.isAny(k, "that", "this", "so", "such") {
		k--
	}
	if !d.isAny(k, "that", "this", "such") {
		// "A truce around X was what the envoy proposed"
		p := d.phraseLeft(r-2, lo)
		if d.is(r, "how") || p.empty() || p.first > lo || d.toks[p.head].tag == pronTag {
			return false
		}
		a.rule = "attr.F-object"
		a.content = []run{{p.first, p.end}}
		return true
	}
	a.rule = "attr.E-what"
	if k > lo {
		end := d.dropMarks(lo, k)
		for end > lo+1 && (d.isAny(end-1, "or", "at", "least", "and") || d.toks[end-1].tag == advTag && d.isAny(end-2, "or", "and")) {
			end = d.dropMarks(lo, end-1) // "C, or at least that is what X says"
		}
		first := d.clauseStart(lo, end-1)
		if end > first && (d.hasFinite(first, end) || a.stance == proposeStance) {
			a.content = []run{{first, end}}
			return true
		}
		return false
	}
	s := int(d.toks[k].sent) - 1
	if s < 0 || d.sents[s].block != d.sents[s+1].block {
		return false
	}
	for n := len(d.attrs) - 1; n >= 0; n-- {
		at := int(d.toks[d.attrs[n].cue.first].sent)
		if at < s {
			break
		}
		if at == s {
			return false
		}
	}
	a.content = []run{{d.sents[s].first, d.dropMarks(d.sents[s].first, d.sents[s].end)}}
	return !a.content[0].empty()
}

// withColon adds what stands behind the colon to "C1, X said: C2". Where C1 only
// judges what was said before ("That is untrue"), it is a claim about that.
func (d *document) withColon(a *attribution, k, lo, hi int) {
	b := *a
	if !d.contentColon(&b, k, hi) || !d.hasFinite(b.content[0].first, b.content[0].end) {
		return
	}
	c := a.content[0]
	stance := reportStance(d, c.first, c.end)
	if stance == neutralStance || !d.isAny(c.first, "that", "this", "it", "these", "those") || c.end-c.first > 6 {
		if b.rule, b.that = a.rule, false; d.hasFinite(c.first, c.end) {
			d.addAttribution(b)
			return
		}
		a.content = append(a.content, b.content...)
		return
	}
	e := *a
	e.content, e.stance = nil, stance
	if d.saidBefore(&e, lo) {
		d.addAttribution(e)
	}
	a.content, a.rule = b.content, "attr.B-colon"
}

// saidBefore makes what was attributed last before the sentence that starts at lo
// the content of a cue that judges it: "Kyiv denied this".
func (d *document) saidBefore(a *attribution, lo int) bool {
	s := int(d.toks[lo].sent) - 1
	if s < 0 || d.sents[s].block < d.sents[s+1].block-1 || d.sents[s].label {
		return false
	}
	for n := len(d.attrs) - 1; n >= 0; n-- {
		b := &d.attrs[n]
		at := int(d.toks[b.cue.first].sent)
		if at > s {
			continue
		}
		if at < s {
			return false
		}
		if b.weak || b.echo || b.inner || b.speech || len(b.content) != 1 || b.subject.head == a.subject.head {
			continue
		}
		c := b.content[0]
		if int(d.toks[c.first].sent) != s || int(d.toks[c.end-1].sent) != s {
			return false
		}
		// a span of its own: with the mark behind it
		if c.end < d.sents[s].end {
			c.end++
		} else if c.first > d.sents[s].first {
			c.first--
		}
		a.rule, a.echo, a.that = "attr.E-this", true, false
		a.content = []run{c}
		return true
	}
	return false
}
