package read

import "slices"

// attributeNoun handles nouns of saying: "X's claim that C", "a report by X that
// C", "denied reports of C".
func (d *document) attributeNoun(i, s int) {
	lo, hi := d.bounds(i, s)
	p := d.baseLeft(i, lo)
	src, k := d.nounOwner(i, p, hi)
	if !p.empty() && p.first > lo && d.is(p.first-1, "on") && d.is(i, "condition") {
		return // "on condition that his name not be used"
	}
	if d.nounIs(i, k, p, src, lo, hi) || k >= hi || !p.empty() && d.is(p.first, "no") && d.isAny(i, "word", "statement", "statements", "report", "reports", "news", "information", "announcement", "claim", "claims") {
		return // "There was no word from X about C"
	}
	a := attribution{rule: "attr.K-noun", cue: run{i, i + 1}, verb: i, stance: d.nounStance(i)}
	switch {
	case d.toks[k].tag == thatTag:
		for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
			if c := d.attrs[n].content[0]; c.first == k && !(d.attrs[n].negated && !src.empty()) {
				return // "said in a statement that": the verb has it
			}
		}
		a.that = true
		a.content = []run{{k, d.beforeDoubt(k, d.firstPredicate(k, d.clauseEnd(k+1, hi)))}}
		if f := d.frontEnd(p, lo, k, a.content[0].end); f > 0 {
			a.content[0].end = f
		}
	case d.toks[k].tag == toTag && k+2 < hi && !src.empty() && d.is(k+1, "have") && d.isAny(i, "claim", "claims", "boast", "boasts", "assertion", "assertions"):
		a.content = []run{{k, d.firstPredicate(k, d.clauseEnd(k+1, hi))}} // "the Russian claim to have taken X"
	case d.char(k) == ',' && k+2 < hi && (d.toks[k+1].tag == thatTag || d.is(k+1, "that")) && !src.empty() && d.asideEnd(k, hi) > 0 && d.hasFinite(k+2, d.asideEnd(k, hi)):
		a.that = true // "the staff's account, that C, is shared by"
		a.content = []run{{k + 1, d.asideEnd(k, hi)}}
	case k+1 < hi && (k == i+1 && d.isAny(k, "of", "about", "regarding", "concerning") || !src.empty() && d.isAny(k, "about", "regarding", "concerning") || d.is(k, "on") && d.judgedLater(k, hi)):
		counted := d.toks[k+1].tag == numTag && !src.empty()
		end := d.objectEnd(k+1, hi)
		for m := k + 1; m < end; m++ {
			if d.finite(m) && !(counted && d.toks[m].verb&partForm != 0) {
				end = m // but "the figure of 47 drones shot down"
			}
		}
		if !d.isTyped(k+1, end) && !(counted && d.anyPlace([]run{{k + 1, end}})) {
			return
		}
		a.content = []run{{k + 1, end}}
	default:
		return
	}
	c := a.content[0]
	if c.end <= c.first+1 {
		return
	}
	if !p.empty() && p.first > lo && p.first < p.head && d.is(p.first-1, "as") && d.isOf(p.first, &untrueWords) {
		p.first++ // "rejected as false Moscow's claim"
		if !src.empty() && src.first < p.first && src.head >= p.first {
			src.first = p.first
		}
	}
	v := d.governor(p, lo)
	if from := d.comesFrom(c.end, hi); v < 0 && src.empty() && !from.empty() {
		src = from
	}
	if n := len(d.attrs) - 1; n >= 0 && d.attrs[n].content[0].first == i && d.attrs[n].echo {
		a.source = src // "no evidence to support Moscow's claim that"
	} else if v >= 0 {
		d.governedNoun(&a, p, src, v, lo, hi)
	} else {
		a.source = src
		d.judgedBy(&a, src, hi)
	}
	if a.source.empty() {
		// in what somebody publishes: "released a video with the claim that"
		for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
			if b := &d.attrs[n]; b.rule == "attr.F-object" && b.covers(run{i, i + 1}) {
				a.source = b.subject
			}
		}
	}
	if e := d.pastAside(c.end, hi); a.source.empty() && !a.that && (e >= hi || d.toks[e].tag != auxTag) {
		return // "reports of C"
	}
	a.subject = a.source
	a.weak = a.source.empty()
	d.addAttribution(a)
}

// judgedLater reports whether the sentence says behind token k that something is untrue:
// "The claims on the seizure of X are not true".
func (d *document) judgedLater(k, hi int) bool {
	for m := k + 1; m < hi; m++ {
		if d.toks[m].tag == auxTag {
			return reportStance(d, m, min(hi, m+6)) == denyStance
		}
	}
	return false
}

// pastAside is the token behind the aside that the comma at token k opens, else k:
// "Reports about C, spread by the enemy, are false".
func (d *document) pastAside(k, hi int) int {
	if k+2 < hi && d.char(k) == ',' && d.toks[k].kind == punctToken {
		if e := d.asideEnd(k, hi); e > 0 {
			return e + 1
		}
	}
	return k
}

// frontEnd is the comma that ends a clause which begins at token k within an adverbial at the
// front of a sentence, p being its noun: "Despite claims that C, fighting goes on". 0 for none.
func (d *document) frontEnd(p np, lo, k, end int) int {
	if p.empty() || p.first-1 < lo || p.first > lo+2 || d.toks[p.first-1].tag != prepTag {
		return 0
	}
	for m := k + 2; m < end; m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && d.hasFinite(k, m) && d.hasFinite(m, end) {
			return m
		}
	}
	return 0
}

// beforeDoubt ends the content [i, end) of a claim before what is said of it: "his claim
// that C could not be verified".
func (d *document) beforeDoubt(i, end int) int {
	if end <= i+4 || !d.isAny(end-1, "verified", "confirmed", "checked", "corroborated", "established", "substantiated") {
		return end
	}
	for k := end - 2; k > i+2 && k > end-7; k-- {
		if d.isAny(k, "could", "can", "cannot", "couldn't", "can't", "has", "have") && d.toks[k-1].tag != auxTag {
			return k
		}
	}
	return end
}

// comesFrom is whom a claim comes from that ends before token k: "The news that C came
// from X", "The claim that C originated with X".
func (d *document) comesFrom(k, hi int) np {
	if k+2 >= hi || d.toks[k].tag != verbTag {
		return np{}
	}
	switch d.lex.lemmas[d.toks[k].lemma].text {
	case "come", "originate", "stem", "emanate", "emerge", "date", "start", "begin", "spread":
	default:
		return np{}
	}
	k = d.pastAdverbs(k+1, hi)
	if k+1 >= hi || !d.isAny(k, "from", "with", "via", "through") {
		return np{}
	}
	if p := d.phraseRight(k+1, hi); d.mayTell(p) || !p.empty() && d.toks[p.head].tag == nameTag {
		return p
	}
	return np{}
}

// judgedBy handles a noun of saying that a passive verb behind its content judges:
// "reports that C were denied by X". X speaks, besides whoever the noun belongs to.
func (d *document) judgedBy(a *attribution, src np, hi int) {
	k := a.content[0].end
	if k >= hi || d.toks[k].tag != auxTag {
		return
	}
	for k++; k < hi && (d.toks[k].tag == auxTag || d.toks[k].tag == advTag); k++ {
	}
	if k+2 >= hi || d.toks[k].tag != partTag || !d.is(k+1, "by") {
		return
	}
	l, _ := d.cueLemma(k, hi)
	by := d.phraseRight(k+2, hi)
	if !src.empty() && !by.empty() && (d.has(k, namingWord) || l.text == "describe" || l.text == "call" || l.text == "dismiss") && reportStance(d, by.end, min(hi, by.end+6)) == denyStance {
		l = &lemma{stance: denyStance, frames: objectFrame} // "was described by X as fiction"
	}
	if by.empty() || l.stance != denyStance && l.stance != confirmStance && !(src.empty() && d.utters(l)) {
		return
	}
	if src.empty() && l.frames == 0 {
		a.source = by // "confirmation that C was given by X"
		return
	}
	if src.empty() {
		a.source, a.stance = by, l.stance
		return
	}
	b := *a
	b.rule, b.source, b.subject, b.stance, b.echo = "attr.K-judged", by, by, l.stance, true
	b.cue, b.verb = run{k, k + 1}, k
	b.content = []run{{a.cue.first, a.content[0].end}}
	d.addAttribution(b)
}

// nounOwner is whose the noun of saying at token i is, p being its phrase, and the
// token behind it and its owner: "Moscow's claim", "a claim by Moscow".
func (d *document) nounOwner(i int, p np, hi int) (np, int) {
	k := i + 1
	if k+1 < hi && d.is(k+1, "by") && (d.toks[k].tag == partTag || d.toks[k].tag == verbTag || d.toks[k].tag == adjTag) {
		k++ // "information spread by"
	}
	if k+1 < hi && d.is(k, "in") {
		// "assertions in Western media that C"
		if src := d.baseRight(k+1, hi); !src.empty() && d.has(src.head, mediaWord) {
			return src, src.end
		}
	}
	behind := i + 1
	if k+1 < hi && (d.isAny(k, "by", "from", "of") || d.isAny(k, "in", "among") && d.isAny(i, "view", "line", "position", "message", "word", "version", "story", "assessment", "belief", "expectation", "consensus", "conclusion", "talk", "theory", "thinking", "mood", "narrative")) {
		if src := d.adverbialRight(k+1, hi); !src.empty() && d.isTime(src.head) && d.is(k, "of") {
			behind = src.end // "its assessment of Saturday that"
		} else if !src.empty() {
			if !d.is(k, "of") || !d.isTyped(src.first, src.end) && (d.toks[src.first].tag != numTag || d.mayTell(src)) {
				return src, src.end
			}
		}
	}
	if k = behind; p.empty() {
		return np{}, k
	}
	src := d.possessor(p)
	if src.empty() && d.has(p.first, possWord) {
		src = np{p.first, p.first + 1, p.first}
	}
	for m := p.first; src.empty() && m < i; m++ {
		if d.has(m, demonymWord) || d.toks[m].tag == nameTag && m == i-1 {
			src = np{m, i, m}
		}
	}
	return src, k
}

// governor is the verb whose object the phrase p is, or -1: "denied rumours",
// "dismissed as false the claim", "stuck to its version".
func (d *document) governor(p np, lo int) int {
	if p.empty() {
		return -1
	}
	k := d.beforeVerdict(p.first-1, lo)
	if k-1 > lo && d.toks[k].tag == prepTag && d.isAny(k, "to", "by", "against", "with", "behind") && d.isAny(k-1, "stuck", "sticks", "stood", "stands", "stand", "stick", "clung", "clings", "back", "pushed", "responded", "replied", "returned", "came", "out") {
		k--
		if d.isAny(k, "back", "out") && k-1 > lo {
			k--
		}
	}
	if k-2 > lo && d.toks[k].tag == prepTag && d.is(k, "to") && d.isOf(k-1, &selfWords) {
		k -= 2 // "limited himself to the remark that"
	}
	if k-1 >= lo && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase {
		if l, after := d.cueLemma(k-1, p.first); after == k+1 && l.stance == denyStance {
			k-- // "shrugs off talk of", "waved away reports that"
		}
	}
	for k > lo && d.toks[k].tag == advTag {
		k--
	}
	if k < lo {
		return -1
	}
	switch d.toks[k].tag {
	case verbTag, partTag, baseTag, ingTag:
		return k
	}
	return -1
}

// beforeBrand ends the content x of a claim before what whoever denies it calls it:
// "dismissed the claim that C as propaganda".
func (d *document) beforeBrand(x run) int {
	const longest = 4 // words
	for k := x.end - 2; k > x.first+2 && k >= x.end-longest; k-- {
		if d.is(k, "as") && reportStance(d, k+1, x.end) == denyStance {
			return k
		}
	}
	return x.end
}

// beforeVerdict steps from token k over what a report is called before it is named:
// "dismissed [as nonsense] a report", "called [false] Moscow's claim".
func (d *document) beforeVerdict(k, lo int) int {
	const longest = 4 // words of it
	j := k
	for j > lo && j > k-longest && d.toks[j].kind == wordToken && (d.toks[j].tag == adjTag || d.toks[j].tag == nounTag || d.toks[j].tag == partTag) && d.toks[j].caps == lowerCase {
		j--
	}
	if j == k {
		return k
	}
	as := j
	if as > lo && d.isAny(as, "a", "an") {
		as--
	}
	if as-1 > lo && d.is(as, "as") {
		return as - 1
	}
	if d.has(j, namingWord) && d.isOf(j+1, &untrueWords) {
		return j
	}
	return k
}

// governedNoun gives a noun of saying its source from the verb before it: whoever
// denies rumours or repeats a claim is the one who speaks; who denies another's
// claim speaks as well.
func (d *document) governedNoun(a *attribution, p, src np, v, lo, hi int) {
	g := d.verbGroupAt(v, lo)
	l, _ := d.cueLemma(v, hi)
	own := src.empty() || d.has(src.first, possWord)
	if g.passive || l.frames == 0 && !(own && d.utters(l)) {
		a.source = src
		return
	}
	sub, how := d.subject(g, lo, hi)
	by := attribution{source: sub, subject: sub}
	d.fillSource(&by, how, lo)
	judged := l.stance
	if judged == denyStance {
		a.content[0].end = d.beforeBrand(a.content[0])
	}
	if d.has(v, namingWord) {
		// "called the claim that C a lie", "called talk of C nonsense"
		c := &a.content[0]
		judged = reportStance(d, c.first, hi)
		if !a.that {
			for k := c.first + 1; k < c.end; k++ {
				if reportStance(d, k, k+1) != neutralStance && k < c.end {
					c.end = k
					if d.toks[k-1].tag == detTag {
						c.end-- // "called talk of C a lie"
					}
				}
			}
		}
	}
	if v+1 < p.first && reportStance(d, v+1, p.first) == denyStance {
		judged = denyStance // "described as false the report that C"
	}
	switch {
	case own && !(l.stance == denyStance && !src.empty()):
		a.source = by.source
		if a.stance != denyStance && judged != neutralStance && judged != claimStance && judged != citeStance {
			a.stance = judged
			a.negated = g.negated
		}
	case (judged == denyStance || judged == confirmStance) && !by.source.empty():
		// another's claim: theirs first, then what is said of it
		d.dropObject(v, lo)
		b := *a
		b.source, b.subject, b.stance, b.negated, b.echo = by.source, by.source, judged, g.negated, true
		b.cue, b.verb = run{g.first, v + 1}, v
		b.content = []run{{a.cue.first, a.content[0].end}}
		b.rule = "attr.K-judged"
		d.addAttribution(b)
		a.source = src
	default:
		a.source = src
	}
}

// dropObject takes back the attribution of the verb at token v to its whole object.
func (d *document) dropObject(v, lo int) {
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if d.attrs[n].verb == v && (d.attrs[n].rule == "attr.F-object" || d.attrs[n].rule == "attr.H-complement") {
			d.attrs = slices.Delete(d.attrs, n, n+1)
			return
		}
	}
}

// utters reports whether a verb that is no cue brings words out when a noun of
// saying is its object.
func (d *document) utters(l *lemma) bool {
	switch l.text {
	case "limit", "confine", "restrict", "issue", "make", "give", "repeat", "voice", "express", "release", "publish", "post", "spread", "circulate", "offer", "share", "stick", "stand", "float", "push", "advance", "defend", "have", "carry", "send",
		"deliver", "come", "renew", "raise", "level", "air", "print", "run", "broadcast", "cling", "present", "submit", "hold", "add", "put", "file", "bring", "sound", "utter", "return", "amplify":
		return true
	}
	return false
}

// nounStance is the attitude that the noun of saying at token i tells of.
func (d *document) nounStance(i int) stance {
	switch d.lower(i) {
	case "denial", "denials", "rebuttal", "refutation":
		return denyStance
	case "admission", "admissions", "acknowledgement", "acknowledgment", "concession":
		return admitStance
	case "confirmation":
		return confirmStance
	case "warning", "warnings", "fear", "fears", "concern", "concerns", "threat", "threats":
		return warnStance
	case "belief", "prediction", "predictions", "forecast", "expectation", "suspicion", "suspicions", "guess", "impression", "hope", "hopes", "estimate", "estimates":
		return believeStance
	case "demand", "demands", "condition", "conditions", "appeal", "appeals", "plea", "call", "request", "order", "ultimatum":
		return demandStance
	case "proposal", "proposals", "offer":
		return proposeStance
	case "rumour", "rumours", "rumor", "rumors":
		return hedgeStance
	case "sign", "signs", "evidence", "indication", "indications", "proof":
		if p := d.baseLeft(i, 0); !p.empty() && d.isAny(p.first, "no", "little", "few", "hardly") {
			return denyStance // "sees no sign that C"
		}
	}
	return claimStance
}

// nounIs handles nouns with a verb or a colon behind: "His conclusion: C", "The
// brigade's message was short: C", "the view of the staff is that C".
func (d *document) nounIs(i, k int, p, src np, lo, hi int) bool {
	if k < hi && d.char(k) == ':' && d.isAny(i, "note", "notes", "news") {
		return false // "Editor's note: …"
	}
	if k < hi && d.char(k) == ':' && !p.empty() && src.empty() {
		if v := d.governor(p, lo); v >= 0 {
			g := d.verbGroupAt(v, lo)
			if l, _ := d.cueLemma(v, hi); !g.passive && (d.utters(l) || d.has(v, haveWord) || l.frames != 0) {
				src, _ = d.subject(g, lo, hi)
			}
		} else if k := p.first - 1; k > lo && d.has(k, haveWord) {
			src = d.phraseLeft(k-1, lo)
		}
		if !src.empty() && src.first < p.first {
			a := attribution{rule: "attr.K-noun-colon", source: src, subject: src, cue: run{i, i + 1}, verb: i, stance: d.nounStance(i)}
			if d.contentColon(&a, k, hi) {
				a.rule = "attr.K-noun-colon"
				d.addAttribution(a)
				return true
			}
		}
		return false
	}
	if p.empty() || p.first > lo+1 || src.empty() || src.head >= i && !d.isAny(i+1, "by", "from", "of", "in", "among") {
		return false
	}
	if k+1 < hi && d.toks[k].tag == prepTag && d.isAny(k, "to", "for", "in", "on") {
		if q := d.phraseRight(k+1, hi); !q.empty() {
			k = q.end // "his message to the guests was that"
		}
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
