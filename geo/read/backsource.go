package read

var accountNouns = listOf("claim claims account accounts word version figure figures estimate estimates assessment view report message conclusion tally")

// backSource handles a sentence that says whose the sentence before was, and returns the
// token behind its cue: "That's according to the governor", "That is from the ministry",
// "Those figures come from the police", "That is the assessment of the institute".
func (d *document) backSource(s int) int {
	lo, hi := d.sents[s].first, d.sents[s].end
	if k := d.latestFrom(lo, hi); k > lo {
		return k
	}
	if k := d.reportedBack(s); k > lo {
		return k
	}
	if !d.isOf(lo, &pointingWords) || s == 0 || d.sents[s-1].block != d.sents[s].block {
		return lo
	}
	k := lo + 1
	if d.isOf(k, &accountNouns) {
		k++
	} else if d.is(lo, "it") {
		return lo
	}
	if d.char(k) == ',' && d.toks[k].kind == punctToken { // "That, at least, is"
		if k = d.asideEnd(k, hi); k == 0 {
			return lo
		}
		k++
	}
	switch {
	case k >= hi:
		return lo
	case d.has(k, beWord) || d.toks[k].kind == cliticToken && d.toks[k].tag == auxTag:
		k = d.pastAdverbs(k+1, hi)
		if d.is(k, "the") && d.isOf(k+1, &accountNouns) {
			k += 2
		}
	case d.isAny(k, "comes", "come", "came"):
		k++
	default:
		return lo
	}
	switch {
	case k+2 < hi && d.is(k, "according") && d.is(k+1, "to"):
		k += 2
	case k+1 < hi && (d.is(k, "from") || d.is(k, "of") && d.isOf(k-1, &accountNouns)):
		k++
	default:
		return lo
	}
	p := d.phraseRight(k, hi)
	if p.empty() || d.toks[p.head].tag != nameTag && !d.mayTell(p) || d.isTime(p.head) {
		return lo
	}
	if !d.ownsBefore(s, attribution{source: p, subject: p, cue: run{lo, k}, verb: k - 1}, 1) {
		return lo
	}
	return p.end
}

// ownsBefore gives the sentences before sentence s that have no source of their own to that
// of a, up to so many of them, in their paragraph; false where there are none.
func (d *document) ownsBefore(s int, a attribution, most int) bool {
	found := 0
	for n := s - 1; n >= 0 && found < most && d.sents[n].block == d.sents[s-1].block && d.unowned(n); n-- {
		b := &d.sents[n]
		a.rule, a.content = "attr.E-what", []run{{b.first, d.dropMarks(b.first, b.end)}}
		d.addAttribution(a)
		found++
	}
	return found > 0
}

// unowned reports whether sentence n states something that the text has not said whose it is.
func (d *document) unowned(n int) bool {
	b := &d.sents[n]
	if b.label || d.toks[b.first].kind == openToken || d.char(b.end-1) == '?' {
		return false
	}
	for k := len(d.attrs) - 1; k >= 0; k-- {
		switch at := int(d.toks[d.attrs[k].cue.first].sent); {
		case at < n:
			return true
		case at == n && !d.attrs[k].weak:
			return false // it has a source of its own
		}
	}
	return true
}

var (
	latestWords = listOf("latest word news line message view mood feeling")
	latestSet   = setOf(&latestWords)
)

// latestFrom: "The latest from the General Staff is that C", "So the line from Moscow is
// that C". It returns the token behind what says so, or lo.
func (d *document) latestFrom(lo, hi int) int {
	if d.lacks(lo, hi, &latestSet) {
		return lo
	}
	k := lo
	for k < lo+3 && k+6 < hi && !d.is(k, "the") {
		k++
	}
	if k+6 >= hi || !d.is(k, "the") || !d.isOf(k+1, &latestWords) || !d.isAny(k+2, "from", "in") {
		return lo
	}
	p := d.phraseRight(k+3, hi)
	if p.empty() || d.is(k+2, "in") && len(d.mentionsIn(p.first, p.end)) == 0 {
		return lo
	}
	v := p.end
	if v+2 >= hi || !d.has(v, beWord) && d.toks[v].kind != cliticToken || !d.is(v+1, "that") {
		return lo
	}
	d.addAttribution(attribution{rule: "attr.K-noun-is", source: p, subject: p, cue: run{k + 1, v + 1}, verb: k + 1, stance: claimStance, that: true, content: []run{{v + 1, d.clauseEnd(v+2, hi)}}})
	return v + 2
}

// storyStarts are the words that words for what is told start with.
var storyStarts = listOf("something anything another a the one")

// storyEnd is the token behind words for what is told that only lead to it, "something
// different", "another story", before a colon or "that"; k where none stand there.
func (d *document) storyEnd(k, hi int) int {
	if !d.isOf(k, &storyStarts) {
		return k
	}
	e := k
	switch {
	case d.isOf(k, &somethingWords) && d.isAny(k+1, "different", "else", "similar", "new"):
		e = k + 2
	case d.isAny(k, "another", "a", "the", "one") && d.isAny(k+1, "story", "thing", "opposite", "same"):
		e = k + 2
	case d.isAny(k, "a", "the") && d.isAny(k+1, "different", "similar", "other", "same") && d.isAny(k+2, "story", "tale", "thing", "version"):
		e = k + 3
	}
	if e+1 < hi && (d.char(e) == ':' || d.char(e) == ',' && d.tagAt(e+1) == thatTag) {
		return e
	}
	return k
}
