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
	case auxTag, prepTag, thatTag, toTag, relTag:
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
			d.kindAt(n) != openToken && d.tagAt(n) == ingTag && (d.has(n, cueWord) || d.isOf(n, &tellingManner)),
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

// tellingManner is what somebody does in telling something: "…, he said, giving no details".
var tellingManner = listOf("giving offering providing posting publishing sharing attaching speaking declining referring pointing naming appearing standing sitting shrugging smiling laughing sighing")

// talkVerbs are those of a talk that goes on while something else happens: "As we talked".
var talkVerbs = listOf("talked spoke speak talk talks speaks chatted")

// insertedCue: "C1, as the staff put it, C2", "C1, so the ministry insists, C2",
// "C, or so Moscow says", "C as the mayor said".
func (d *document) insertedCue(a *attribution, after, lo, hi int) bool {
	j := a.subject.first - 1
	if !a.subject.empty() && j > lo+1 && d.is(j, "and") {
		if q := d.phraseLeft(j-1, lo); !q.empty() && q.first-1 > lo && d.is(q.first-1, "as") {
			a.subject.first, j = q.first, q.first-1 // "as X and Y both report"
			a.source = a.subject
		}
	}
	if a.subject.empty() || j <= lo || !d.isOf(j, &asOrSo) || d.is(j, "as") && d.isOf(a.verb, &talkVerbs) {
		return false // "explosions echoed, as we talked, over"
	}
	if d.is(j, "as") && (d.has(a.verb, namingWord) || d.is(a.verb+1, "on") && d.has(a.verb+2, namingWord)) {
		return false // "in Krasnoarmeysk, as the ministry calls Pokrovsk, troops": a name, no words
	}
	if d.tagAt(a.verb-1) == toTag {
		return false // "as the prime minister came to voice solidarity"
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
	if k := d.whetherIn(c); k > 0 {
		c.first = k // "Officials have not said whether C, as X believes": X believes C
		goesOn = false
	}
	a.content = []run{c}
	if k := d.evidenceFor(c); k > 0 && (a.stance == claimStance || a.stance == neutralStance) {
		a.content[0].first = k // "There is no evidence that C, as X claims": X claims C
	} else if a.stance == claimStance && d.deniesFirst(c) {
		a.stance = denyStance // "has not fallen, as Moscow claims": Moscow claims that it has
		goesOn = goesOn && d.toks[more.first].tag != coordTag
	}
	if goesOn {
		a.content = append(a.content, more)
	}
	return true
}

// whetherIn is the token behind "whether" in a clause c which leaves open if what follows is so;
// 0 for none.
func (d *document) whetherIn(c run) int {
	const far = 14 // tokens
	for k := c.first; k+3 < c.end && k < c.first+far; k++ {
		if d.is(k, "whether") {
			return k + 1
		}
	}
	return 0
}

// evidenceFor is the token behind "that" in a clause c which says that nothing speaks for
// what follows: "there is no evidence that", "AFP found no sign that"; 0 for none.
func (d *document) evidenceFor(c run) int {
	const (
		far  = 14 // tokens
		near = 5
	)
	for k := c.first + 2; k < c.end-2 && k < c.first+far; k++ {
		if d.toks[k].tag == thatTag && d.isOf(k-1, &evidenceNouns) && d.anyOf(max(c.first, k-near), k, &nothingWords) {
			return k + 1
		}
	}
	return 0
}

var nothingWords = listOf("no little not none scant")

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
