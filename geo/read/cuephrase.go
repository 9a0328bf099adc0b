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
//	citing      "with reference to": the one who said it follows
//	after       the source stands before and the content follows ("made clear that")
//	as          the source stands before, and "as" before it ("as Kyiv sees it")
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
	case "according", "own", "relay", "citing", "after", "as", "none":
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
	case "citing":
		d.relays = append(d.relays, relay{cue: run{i, end}, who: d.phraseRight(end, hi), citing: true})
		return true
	case "after", "as":
		g := d.verbGroupAt(i, lo)
		a := attribution{cue: run{g.first, end}, verb: i, stance: f.stance, negated: g.negated, modal: g.modal}
		sub, how := d.subject(g, lo, hi)
		if sub.empty() {
			return false
		}
		a.source, a.subject = sub, sub
		if f.kind == "as" {
			a.modal = false // "or so the ministry would have it"
		}
		if d.asFront(&a, end, lo, hi) || d.insertedCue(&a, end, lo, hi) {
			d.fillSource(&a, how, lo)
			d.addAttribution(a)
			return true
		}
		if f.kind == "as" {
			return false
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
		if end+1 < hi && d.toks[end].tag == adjTag && d.tagAt(end+1) == thatTag {
			a.rule = "attr.B-that-phrase"
			a.content = []run{{end, d.clauseEnd(end+2, hi)}}
			d.fillSource(&a, how, lo)
			d.addAttribution(a)
			return true
		}
		l := lemma{frames: quoteFrame | thatFrame | bareFrame | whFrame | invertFrame, stance: f.stance}
		if _, ok := d.contentRight(&a, &l, end, hi); !ok && !d.contentLeft(&a, &l, sub.first, end, lo, hi) {
			return false
		}
		d.fillSource(&a, how, lo)
		a.rule += "-phrase"
		a.assures = d.is(end-1, "you")
		d.addAttribution(a)
		return true
	}
	return false
}

// according: "According to X, C", "C, according to X", "C1, according to X, C2".
func (d *document) according(f cuePhrase, src np, i, end, lo, hi int) bool {
	if src.empty() && end < hi && d.is(end, "whom") {
		src = np{end, end + 1, end}
	}
	if end+2 < hi && d.is(end, "what") {
		// "according to what X told reporters, C"
		src = d.phraseRight(end+1, hi)
		if src.empty() || src.end >= hi || !d.has(src.end, cueWord) {
			return false
		}
	}
	if src.empty() {
		return false
	}
	if f.kind == "according" && d.nobodys(src) {
		return false
	}
	if d.has(src.first, possWord) && i > lo && d.ownAlready(i, lo) {
		return true
	}
	if j := i - 1; d.is(src.head, "whom") && j-1 > lo && d.char(j) == ',' && src.end < hi {
		// "the presenter X, according to whom C"
		p := d.phraseLeft(j-1, lo)
		if p.empty() {
			return false
		}
		a := attribution{rule: "attr.E-according", cue: run{i, src.end}, verb: i, source: p, subject: p, stance: f.stance}
		a.content = []run{{src.end, d.clauseEnd(src.end, hi)}}
		d.addAttribution(a)
		return true
	}
	// "according to the head of X, Serhii Y"
	if k := src.end; k+1 < hi && d.char(k) == ',' && d.toks[src.head].tag != nameTag && d.has(src.head, roleWord|titleWord|rankWord) {
		if q := d.baseRight(k+1, hi); !q.empty() && d.toks[q.head].tag == nameTag && (q.end >= hi || d.endsClause(q.end)) {
			src = np{src.first, q.end, q.head}
		}
	}
	if d.isOf(src.head, &wordsOf) && src.end+1 < hi && d.is(src.end, "by") {
		if q := d.phraseRight(src.end+1, hi); !q.empty() && (d.mayTell(q) || d.toks[q.head].tag == nameTag) {
			src = q // "according to comments by X"
		}
	}
	leads := i == lo || i == lo+1 && (d.toks[lo].tag == coordTag || d.toks[lo].kind == openToken) || (d.char(i-1) == ':' || d.char(i-1) == ';') && d.toks[i-1].kind == punctToken
	again := i > lo+1 && d.toks[i-1].tag == coordTag && d.endsClause(i-2)
	owner := src
	if src.end < end {
		src.end = end // "in his opinion": what follows comes behind the phrase
	}
	if k := src.end - 1; leads && k > src.first && src.end < hi && d.is(k, "there") && d.has(src.end, beWord) {
		src.end, owner.end = k, k // "According to Moscow there were soldiers in X"
		if src.head == k {
			src.head, owner.head = k-1, k-1
		}
	}
	if src.end < hi && d.isOf(src.end, &hereWords) && !(src.end+1 < hi && d.finite(src.end+1)) {
		src.end++ // "in the words of one officer there"
	}
	rest := d.afterApposition(src.end, hi)
	if rest > src.end && rest+1 < hi && d.toks[src.end+1].tag != relTag && d.finite(d.pastAdverbs(rest+1, hi)) && leads {
		rest = src.end // "According to X, four people, among them a child, died": no apposition but the subject
	}
	if rest == src.end && rest < hi {
		switch d.toks[rest].tag {
		case relTag, partTag, ingTag, prepTag, verbTag, pronTag:
			if d.toks[rest].tag == pronTag && (leads || again || !d.finite(rest+1)) {
				break // "According to the police he was the driver"
			}
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
	// "according to the mayor, and to three doctors who spoke to us, C"
	if src.end+2 < hi && d.char(src.end) == ',' && d.toks[src.end+1].tag == coordTag && d.is(src.end+2, "to") {
		for k := src.end + 3; k < hi && k < src.end+24; k++ {
			if d.char(k) == ',' && d.toks[k].kind == punctToken {
				rest = k
				break
			}
		}
	}
	// "according to the governor and to local channels, C"
	if src.end+2 < hi && d.toks[src.end].tag == coordTag && d.is(src.end+1, "to") {
		if q := d.phraseRight(src.end+2, hi); !q.empty() {
			rest = q.end
			if leads && rest < hi && d.char(rest) == ',' {
				src.end = rest
			}
		}
	}
	if leads || again && rest < hi && !d.endsClause(rest) {
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
		if q := d.phraseRight(k, c); f.kind == "own" && !q.empty() && q.end < c && d.finite(q.end) && d.toks[q.head].tag != pronTag && i+2 < end && d.is(i+2, "own") {
			a.source, a.subject = q, q // "By its own account, the brigade retook"
		}
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
			c := d.clauseEnd(k, hi)
			if d.char(i-1) == ',' && d.tagAt(i-3) == nounTag && !d.has(i-3, claimNoun) {
				for m := k + 1; m < c; m++ {
					if d.char(m) == ',' && d.toks[m].kind == punctToken && d.hasFinite(k, m) {
						c = m // "For a town that, according to X, no longer exists, it makes a noise"
					}
				}
			}
			a.content = []run{{k, c}}
			d.addAttribution(a)
			return true
		}
		return false
	}
	if first > j {
		return false
	}
	first = d.relativeOfOther(first, j)
	a.content = []run{{first, d.dropMarks(first, j+1)}}
	if a.content[0].end <= first {
		return false
	}
	if src.end+1 < hi && d.tagAt(src.end+1) == prepTag && d.incomplete(first, a.content[0].end) {
		rest = src.end // "lasted, according to X, from three until dawn"
	}
	if more, ok := d.resumes(a.content[0], rest, hi, true); ok {
		a.content = append(a.content, more)
	} else if rest+2 < hi && d.char(rest) == ':' && d.toks[rest].kind == punctToken && d.hasFinite(rest+1, hi) && d.kindAt(rest+1) != openToken {
		a.content = append(a.content, run{rest + 1, d.clauseEnd(rest+1, hi)}) // "C1, according to her: C2"
	}
	d.addAttribution(a)
	return true
}

// ownAlready reports whether the "in its words" at token i stands in what its owner is said to say
// there anyway: "The ministry said the town was, in its words, 'cleared'".
func (d *document) ownAlready(i, lo int) bool {
	n := len(d.attrs) - 1
	for ; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if a := &d.attrs[n]; !a.weak && a.cue.end <= i && a.covers(run{i, i + 1}) {
			return true
		}
	}
	return false
}

// wordsOf are what somebody has said or written, before "by".
var wordsOf = listOf("comment comments remark remarks statement statements post posts message testimony account accounts")

// relativeOfOther is where the relative clause starts that ends at token j, when what
// stands before it, from token first, is said by somebody else; first otherwise. "Moscow
// accused Kyiv of shelling X, where two people died, according to its mayor".
func (d *document) relativeOfOther(first, j int) int {
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= first; n-- {
		if d.attrs[n].weak || d.attrs[n].cue.end > j {
			continue
		}
		for k := j - 1; k > d.attrs[n].cue.end; k-- {
			if d.char(k) == ',' && d.isAny(k+1, "where", "which") && d.hasFinite(k+2, j+1) {
				return k + 2
			}
		}
	}
	return first
}

// What things go according to.
var planWords = listOf("plan plans schedule law custom tradition protocol rules procedure")

// asPlanned reports whether a plan stands at token k, behind "according to": things go
// that way, and nobody says so.
func (d *document) asPlanned(k, end int) bool {
	return d.isOf(k, &planWords) && (k+1 >= end || d.endsClause(k+1) || d.toks[k+1].tag != nounTag && d.toks[k+1].tag != nameTag && d.toks[k+1].tag != prepTag && d.toks[k+1].tag != partTag)
}

// nobodys reports whether what stands behind "according to" is nobody who says
// something: a plan, or data that are only called early.
func (d *document) nobodys(p np) bool {
	if d.isOf(p.head, &planWords) {
		return p.end-p.first == 1
	}
	switch d.word(p.head) {
	case "data", "information", "estimates", "figures", "findings", "reports":
		return p.end-p.first == 2 && d.isAny(p.first, "preliminary", "initial", "updated", "latest", "available", "early", "first", "current", "confirmed", "specified", "operational")
	}
	return false
}
