package read

import "errors"

// cuePhrase is what a phrase of cue_phrases.tsv does.
type cuePhrase struct {
	kind   string
	stance stance
}

// addCuePhrase reads "pattern kind stance". The kinds:
//
//	according   the source follows; the content is the rest of the sentence
//	own         the source is the possessive in it ("in his opinion")
//	relay       "cited by": the one who relays follows
//	after       the source stands before and the content follows ("made clear that")
//	none        looks like a cue and is none
func (l *lexicon) addCuePhrase(col []string) error {
	if len(col) != 3 {
		return errors.New("want a pattern, its kind and its stance")
	}
	st, ok := stanceNames[col[2]]
	if !ok {
		return errors.New("there is no stance " + col[2])
	}
	switch col[1] {
	case "according", "own", "relay", "after", "none":
	default:
		return errors.New("there is no kind of cue phrase " + col[1])
	}
	l.phrases = append(l.phrases, cuePhrase{col[1], st})
	return l.addPattern(phraseSet, col[0], int32(len(l.phrases)-1), false)
}

// attributePhrase applies the cue phrase p at tokens [i, end) of sentence s and
// reports whether it did.
func (d *document) attributePhrase(p *pattern, i, end, s int) bool {
	f := d.lex.phrases[p.value]
	lo, hi := d.bounds(i, s)
	switch f.kind {
	case "none":
		return true
	case "according":
		return d.according(f, d.phraseRight(end, hi), i, end, lo, hi)
	case "own":
		for k := i; k < end; k++ {
			if d.has(k, possWord) {
				return d.according(f, np{k, k + 1, k}, i, end, lo, hi)
			}
		}
		return false
	case "relay":
		d.relays = append(d.relays, relay{cue: run{i, end}, who: d.phraseRight(end, hi)})
		return true
	case "after":
		g := d.verbGroupAt(i, lo)
		a := attribution{cue: run{g.first, end}, verb: i, stance: f.stance, negated: g.negated, modal: g.modal}
		sub, how := d.subject(g, lo, hi)
		if sub.empty() {
			return false
		}
		a.source, a.subject = sub, sub
		if d.asFront(&a, end, lo, hi) {
			d.fillSource(&a, how, lo)
			d.addAttribution(a)
			return true
		}
		// "put the matter in plain terms when asked: C"
		for k := end; k < hi && k < end+12; k++ {
			if d.char(k) == ':' && d.toks[k].kind == punctToken {
				end = k
				break
			}
			if d.endsClause(k) || d.toks[k].kind == openToken {
				break
			}
		}
		l := lemma{frames: quoteFrame | thatFrame | bareFrame | whFrame, stance: f.stance}
		if _, ok := d.contentRight(&a, &l, end, hi); !ok && !d.contentLeft(&a, &l, sub.first, end, lo, hi, s) {
			return false
		}
		d.fillSource(&a, how, lo)
		a.rule += "-phrase"
		d.addAttribution(a)
		return true
	}
	return false
}

// according: "According to X, C", "C, according to X", "C1, according to X, C2".
func (d *document) according(f cuePhrase, src np, i, end, lo, hi int) bool {
	if src.empty() {
		// "according to what X said"
		return false
	}
	// "according to the head of X, Serhii Y"
	if k := src.end; k+1 < hi && d.char(k) == ',' && d.toks[src.head].tag != nameTag && d.has(src.head, roleWord|titleWord|rankWord) {
		if q := d.baseRight(k+1, hi); !q.empty() && d.toks[q.head].tag == nameTag && (q.end >= hi || d.endsClause(q.end)) {
			src = np{src.first, q.end, q.head}
		}
	}
	owner := src
	if src.end < end {
		src.end = end // "in his opinion": what follows comes behind the phrase
	}
	rest := d.afterApposition(src.end, hi)
	if rest == src.end && rest < hi {
		switch d.toks[rest].tag {
		case relTag, partTag, ingTag, prepTag, verbTag:
			// "a poll published on Thursday", "two people who were there"
			for rest < hi && !d.endsClause(rest) && d.toks[rest].kind != openToken {
				rest++
			}
		}
	}
	a := attribution{rule: "attr.E-according", cue: run{i, end}, verb: i, source: src, subject: src, stance: f.stance}
	if f.kind == "account" { // "by X's count": its head is the owner
		a.source, a.subject = owner, owner
	}
	if f.kind == "own" {
		a.source = np{src.first, src.first + 1, src.first}
		a.subject = a.source
	}
	j := i - 1
	if j >= lo && d.char(j) == ',' {
		j--
	}
	front := i == lo || i == lo+1 && d.toks[lo].tag == coordTag || i == lo+1 && d.toks[lo].kind == openToken
	if front {
		k := rest
		if k >= hi || d.char(k) == '.' {
			k = src.end
		}
		if k < hi && d.char(k) == ',' {
			k++
		} else if src.end < hi && d.char(src.end) == ',' {
			k = src.end + 1
		}
		if k >= hi {
			return false
		}
		c := d.clauseEnd(k, hi)
		if c <= k {
			return false
		}
		a.content = []run{{k, c}}
		d.addAttribution(a)
		return true
	}
	if d.kindAt(j) == closeToken {
		q := &d.quotes[d.toks[j].quote-1]
		if q.speech && (q.first <= lo || !d.partOfClause(lo, q.first)) {
			a.speech = true
			a.content = []run{{q.first, j + 1}}
			d.addAttribution(a)
			return true
		}
	}
	if j < lo {
		return false
	}
	first := d.clauseStart(lo, j)
	// inside the content of another cue: "X said that, according to Y, C"
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if d.attrs[n].cue.end <= i && d.attrs[n].cue.end > first && d.attrs[n].rule != "attr.F-object" && d.tagAt(i-1) == thatTag {
			first = i
		}
	}
	if first >= i && d.tagAt(i-1) == thatTag || d.tagAt(i-1) == thatTag || d.char(i-1) == ',' && d.tagAt(i-2) == thatTag {
		k := rest
		if k < hi && d.char(k) == ',' {
			k++
		}
		if k < hi {
			a.content = []run{{k, d.clauseEnd(k, hi)}}
			d.addAttribution(a)
			return true
		}
		return false
	}
	if first > j {
		return false
	}
	a.content = []run{{first, d.dropMarks(first, j+1)}}
	if a.content[0].end <= first {
		return false
	}
	if src.end < hi && d.char(src.end) == ',' && src.end+1 < hi && d.tagAt(src.end+1) != relTag && rest < hi {
		k := src.end
		if rest > src.end && d.char(rest) == ',' {
			k = rest
		}
		if e := d.clauseEnd(k+1, hi); e > k+1 && d.hasFinite(k+1, e) && !d.newAttribution(k+1, hi, true) {
			a.content = append(a.content, run{k + 1, e})
		}
	}
	d.addAttribution(a)
	return true
}

// estimate: "put the number of people still on the island at 600", "put the
// troops two kilometres from X".
func (d *document) estimate(i, s int) bool {
	lo, hi := d.bounds(i, s)
	for k := i + 2; k < hi && k < i+16; k++ {
		if d.endsClause(k) || d.finite(k) {
			return false
		}
		number := d.is(k, "at") && k+1 < hi && (d.tagAt(k+1) == numTag || k+2 < hi && d.isAny(k+1, "about", "around", "over", "nearly", "almost", "some", "more", "least", "up", "between"))
		distance := d.isAny(k, "kilometres", "kilometers", "km", "miles") && k+1 < hi && d.isAny(k+1, "from", "outside", "off", "away")
		if !number && !distance {
			continue
		}
		g := d.verbGroupAt(i, lo)
		sub, how := d.subject(g, lo, hi)
		if sub.empty() {
			return false
		}
		a := attribution{rule: "attr.F-estimate", source: sub, subject: sub, cue: run{g.first, i + 1}, verb: i, negated: g.negated}
		a.content = []run{{i + 1, d.clauseEnd(i+1, hi)}}
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return true
	}
	return false
}

// attributePassive handles the passive and reduced forms: "X was quoted as
// saying", "it was reported that", "X is believed to".
func (d *document) attributePassive(a attribution, g verbGroup, l *lemma, after, lo, hi, s int) {
	// "said by X", "C, as reported by X"
	if after < hi && d.is(after, "by") {
		p := d.phraseRight(after+1, hi)
		if p.empty() {
			return
		}
		a.source, a.subject = p, p
		a.cue.end = after + 1
		sub, _ := d.subject(g, lo, hi)
		if g.reduced && l.stance == citeStance {
			d.relays = append(d.relays, relay{cue: a.cue, who: p})
			return
		}
		if sub.empty() || l.frames&(objectFrame|thatFrame) == 0 {
			return
		}
		a.rule = "attr.F-passive"
		a.weak = true
		a.content = []run{{sub.first, sub.end}}
		d.addAttribution(a)
		return
	}
	if l.frames&thatFrame != 0 && after < hi && d.toks[after].tag == thatTag {
		sub, _ := d.subject(g, lo, hi)
		if !sub.empty() && (d.is(sub.head, "it") || d.is(sub.head, "there")) {
			a.rule = "attr.K-impersonal"
			a.that = true
			a.content = []run{{after, d.clauseEnd(after+1, hi)}}
			a.stance = hedgeStance
			d.addAttribution(a)
		}
	}
}

// attributeNoun handles "X's claim that C", "a report by X that C".
func (d *document) attributeNoun(i, s int) {
	lo, hi := d.bounds(i, s)
	k := i + 1
	src := np{}
	if k < hi && d.isAny(k, "by", "from", "of") {
		src = d.adverbialRight(k+1, hi)
		if src.empty() {
			return
		}
		k = src.end
	}
	p := d.baseLeft(i, lo)
	if src.empty() && !p.empty() {
		// the owner: "Moscow's claim", "its statement", "Russian claims"
		src = d.possessor(p)
		if src.empty() && d.has(p.first, possWord) {
			src = np{p.first, p.first + 1, p.first}
		}
		for m := p.first; src.empty() && m < i; m++ {
			if d.has(m, demonymWord) || d.toks[m].tag == nameTag && m == i-1 {
				src = np{m, i, m}
			}
		}
	}
	if d.nounIs(i, k, p, src, lo, hi) || k >= hi || d.toks[k].tag != thatTag {
		return
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if c := d.attrs[n].content[0]; c.first == k {
			return // "said in a statement that": the verb has it
		}
	}
	end := d.clauseEnd(k+1, hi)
	if end <= k+1 {
		return
	}
	// as the subject of a clause it ends at the verb of the clause: "X's claim
	// that C made Y smile"
	seen := false
	for m := k + 1; m < end; m++ {
		t := &d.toks[m]
		if d.endsClause(m) || t.tag == coordTag || t.tag == subTag || t.tag == relTag {
			break
		}
		verb := d.finite(m) || t.tag == partTag && d.lex.entries[t.word].verb&pastForm != 0 && d.tagAt(m-1) != auxTag && d.tagAt(m-1) != advTag
		if !verb {
			continue
		}
		if seen && d.tagAt(m-1) != auxTag && d.tagAt(m-1) != advTag && d.tagAt(m-1) != negTag {
			end = m
			break
		}
		seen = true
	}
	st := claimStance
	if src.empty() && !p.empty() && p.first > lo && d.has(p.first-1, cueWord) {
		// "denied rumours that", "confirmed reports that": the verb's speaker
		switch d.toks[p.first-1].tag {
		case verbTag, partTag, baseTag, ingTag:
			g := d.verbGroupAt(p.first-1, lo)
			if l, _ := d.cueLemma(p.first-1, hi); l.frames != 0 && !g.passive {
				src, _ = d.subject(g, lo, hi)
				st = l.stance
				if d.has(p.first-1, namingWord) {
					st = reportStance(d, end, hi) // "called the claim that C a lie"
				}
			}
		}
	}
	if src.empty() {
		// in what somebody publishes: "released a video with the claim that"
		for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
			if b := &d.attrs[n]; b.rule == "attr.F-object" && b.covers(run{i, i + 1}) {
				src = b.subject
			}
		}
	}
	a := attribution{rule: "attr.K-noun", source: src, subject: src, cue: run{i, i + 1}, verb: i, that: true,
		content: []run{{k, end}}, stance: st, weak: src.empty()}
	d.addAttribution(a)
}

// nounIs handles nouns with a verb or a colon behind: "His conclusion: C", "The
// brigade's message was short: C", "the view of the staff is that C".
func (d *document) nounIs(i, k int, p, src np, lo, hi int) bool {
	if p.empty() || p.first > lo+1 || src.empty() || src.head >= i && !d.isAny(i+1, "by", "from", "of") {
		return false
	}
	colon := k < hi && d.char(k) == ':'
	if !colon && (k >= hi || d.toks[k].tag != auxTag || !d.has(k, beWord)) {
		return false
	}
	for m := k; m < hi && m < k+8; m++ {
		switch {
		case d.char(m) == ':' && d.toks[m].kind == punctToken && m+1 < hi:
			a := attribution{rule: "attr.K-noun-colon", source: src, subject: src, cue: run{i, i + 1}, verb: i, stance: claimStance}
			a.content = []run{{m + 1, hi}}
			if d.kindAt(m+1) == openToken && d.speechStarts(m+1) {
				a.speech = true
				a.content[0].end = d.quotes[d.toks[m+1].quote-1].last + 1
			}
			d.addAttribution(a)
			return true
		case d.toks[m].tag == thatTag && m > k:
			a := attribution{rule: "attr.K-noun-is", source: src, subject: src, cue: run{i, i + 1}, verb: i, stance: claimStance, that: true}
			a.content = []run{{m, d.clauseEnd(m+1, hi)}}
			d.addAttribution(a)
			return true
		case d.toks[m].kind != wordToken || m > k && d.finite(m):
			return false
		}
	}
	return false
}

// possessor is the owner named in a phrase: "Moscow" of "Moscow's claim".
func (d *document) possessor(p np) np {
	for m := p.end - 1; m > p.first; m-- {
		if d.toks[m].tag == possTag {
			return np{p.first, m, m - 1}
		}
	}
	return np{}
}
