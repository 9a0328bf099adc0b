package read

import "slices"

// comesFrom is whom a claim comes from that ends before token k: "The news that C came
// from X", "The claim that C originated with X", "Reports that C appeared in two papers".
func (d *document) comesFrom(k, hi int) np {
	if k+2 >= hi || d.toks[k].tag != verbTag && d.toks[k].tag != auxTag {
		return np{}
	}
	switch d.lex.lemmas[d.toks[k].lemma].text {
	case "come", "originate", "stem", "emanate", "emerge", "date", "start", "begin", "spread", "appear", "circulate", "run", "surface":
	default:
		if !d.has(k, beWord) {
			return np{}
		}
	}
	from := d.pastAdverbs(k+1, hi)
	if from+1 >= hi {
		return np{}
	}
	p := d.phraseRight(from+1, hi)
	switch {
	case p.empty():
	case d.isAny(from, "in", "on") && (d.has(p.head, mediaWord) || d.isAny(p.head, "headlines", "headline")):
		return p // "was in headlines across Europe", "appeared in several newspapers"
	case d.has(k, beWord):
	case d.isAny(from, "from", "with", "via", "through", "on") && (d.mayTell(p) || d.toks[p.head].tag == nameTag):
		return p
	}
	return np{}
}

// nounOwner is whose the noun of saying at token i is, p being its phrase, and the
// token behind it and its owner: "Moscow's claim", "a claim by Moscow".
func (d *document) nounOwner(i int, p np, hi int) (np, int) {
	k := i + 1
	if k+1 < hi && d.is(k+1, "by") && (d.toks[k].tag == partTag || d.toks[k].tag == verbTag || d.toks[k].tag == adjTag) {
		k++ // "information spread by"
	}
	if k+1 < hi && (d.is(k, "in") || d.is(k, "on") && !d.isOf(k+1, &platforms)) {
		// "assertions in Western media that C", "a report on state television that C"
		if src := d.baseRight(k+1, hi); !src.empty() && d.has(src.head, mediaWord) {
			return src, src.end
		}
	}
	behind := i + 1
	if k+1 < hi && (d.isOf(k, &byFromOf) || d.isAny(k, "in", "among") && d.isAny(i, "view", "line", "position", "message", "word", "version", "story", "assessment", "belief", "expectation", "consensus", "conclusion", "talk", "theory", "thinking", "mood", "narrative")) {
		src := d.adverbialRight(k+1, hi)
		for m := src.head + 1; d.is(k, "by") && m+1 < src.end; m++ {
			if d.is(m, "of") && d.isTyped(m+1, src.end) {
				src.end = m // "claims by the ministry of complete control over X"
			}
		}
		if !src.empty() && d.isTime(src.head) && d.is(k, "of") {
			behind = src.end // "its assessment of Saturday that"
		} else if !src.empty() {
			if !d.is(k, "of") || !d.isTyped(src.first, src.end) && (d.toks[src.first].tag != numTag && d.toks[src.head].tag != nounTag || d.mayTell(src)) {
				return src, src.end
			}
		}
	}
	if k = behind; p.empty() {
		return np{}, k
	}
	src := d.possessor(p)
	if k := src.first - 2; !src.empty() && k >= d.sents[d.toks[i].sent].first && d.is(k+1, "of") && d.toks[src.head].tag == nameTag {
		if q := d.baseLeft(k, d.sents[d.toks[i].sent].first); !q.empty() && d.has(q.head, orgWord) && d.toks[q.head].tag == nameTag {
			src = np{q.first, src.end, q.head} // "the Russian Ministry of Defence's claim"
		}
	}
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

// beforeInsertion is the cue before the words between commas that end at token k: "denied,
// on the other hand, a report"; k where there are none.
func (d *document) beforeInsertion(k, lo int) int {
	const far = 9 // tokens
	if k <= lo || d.char(k) != ',' {
		return k
	}
	for m := k - 1; m > lo && m > k-far && !d.finite(m); m-- {
		if d.char(m) != ',' {
			continue
		}
		if t := d.tagAt(m + 1); t == prepTag || t == advTag || t == negTag {
			return m - 1
		}
		break
	}
	return k
}

// governor is the verb whose object the phrase p is, or -1: "denied rumours",
// "dismissed as false the claim", "stuck to its version".
func (d *document) governor(p np, lo int) int {
	if p.empty() {
		return -1
	}
	k := d.beforeInsertion(d.beforeVerdict(p.first-1, lo), lo)
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
	for k > lo && (d.toks[k].tag == advTag || d.is(k, "yet")) {
		k--
	}
	if k < lo {
		return -1
	}
	switch d.toks[k].tag {
	case verbTag, partTag, baseTag, ingTag:
		return k
	case auxTag:
		if k+1 == p.first && k > lo && d.has(k, haveWord) && d.isOf(p.head, &hearsayNouns) {
			return k // "We have had reports"
		}
	}
	return -1
}

// governedNoun gives a noun of saying its source from the verb before it: whoever
// denies rumours or repeats a claim is the one who speaks; who denies another's
// claim speaks as well.
func (d *document) governedNoun(a *attribution, p, src np, v, lo, hi int) {
	g := d.verbGroupAt(v, lo)
	l, _ := d.cueLemma(v, hi)
	g.negated = g.negated || g.infinitive && g.first > lo && d.notAble(g.first-1, lo)
	own := src.empty() || d.has(src.first, possWord)
	if own && !g.passive && a.stance == claimStance && d.isOf(v, &retractVerbs) {
		if sub, how := d.subject(g, lo, hi); !sub.empty() {
			d.dropObject(v, lo)
			by := attribution{source: sub, subject: sub}
			d.fillSource(&by, how, lo)
			a.source = by.source // "retracted his claim that C": he has made it
			return
		}
	}
	if g.passive || l.frames == 0 && !(own && d.utters(l)) || d.has(v, sayWord) && d.judgedAt(a.content[0].end, hi) {
		a.source = src // "X said claims that C were false"
		return
	}
	sub, how := d.subject(g, lo, hi)
	if !sub.empty() && (d.is(sub.first, "neither") || sub.first > lo && d.is(sub.first-1, "nor")) {
		a.source = src // "Neither X nor Y has confirmed reports of C"
		return
	}
	if d.is(sub.head, "it") && g.infinitive && g.negated && src.empty() {
		return // "It was not possible to verify reports"
	}
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
		if k := d.calledInQuotes(*c); k > 0 && judged != confirmStance {
			c.end, judged = k, denyStance // "called talk of C 'a fairy tale'"
		} else if !a.that {
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
	if l.text == "describe" || l.text == "portray" || l.text == "present" || l.text == "denounce" {
		if k := d.beforeBrand(a.content[0]); k < a.content[0].end {
			a.content[0].end, judged = k, denyStance // "described reports of C as propaganda"
		}
	}
	if v+1 < p.first && reportStance(d, v+1, p.first) == denyStance {
		judged = denyStance // "described as false the report that C"
	}
	switch {
	case own && g.negated && l.stance == confirmStance:
		a.source = src // "was unable to verify allegations that C"
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

// calledInQuotes is where content x ends when what it is called stands in quotation marks
// behind it: "talk of C 'a fairy tale'"; 0 when nothing such does.
func (d *document) calledInQuotes(x run) int {
	if x.end-x.first < 4 || x.end >= len(d.toks) {
		return 0
	}
	last := x.end - 1
	if d.kindAt(last) != closeToken && d.kindAt(x.end) == closeToken {
		last = x.end
	}
	if d.kindAt(last) != closeToken || d.toks[last].quote == 0 {
		return 0
	}
	k := d.quotes[d.toks[last].quote-1].first
	if k <= x.first+1 || d.toks[k-1].tag != nounTag && d.toks[k-1].tag != nameTag && d.toks[k-1].tag != partTag && d.toks[k-1].tag != adjTag || d.hasFinite(k, last) {
		return 0
	}
	return k
}

var retractVerbs = listOf("retract retracted retracts withdraw withdrew withdrawn withdraws disown disowned disowns delete deleted deletes correct corrected corrects")

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
		"deliver", "come", "renew", "raise", "level", "air", "print", "run", "broadcast", "cling", "present", "submit", "hold", "add", "put", "file", "bring", "sound", "utter", "return", "amplify", "receive", "get", "collect", "gather":
		return true
	}
	return false
}

// possessor is the owner named in a phrase: "Moscow" of "Moscow's claim".
func (d *document) possessor(p np) np {
	for m := p.end - 1; m > p.first; m-- {
		if d.toks[m].tag == possTag {
			if d.isAny(p.first, "neither", "both", "either") && p.first+1 < m {
				p.first++ // "Neither Moscow's claim nor"
			}
			return np{p.first, m, m - 1}
		}
	}
	return np{}
}

// pastOwnersName is the "that" behind the name of whoever owns the noun of saying, k where there is
// none: "a statement by the head of the region, Denis X, that C".
func (d *document) pastOwnersName(src np, k, hi int) int {
	const long = 5 // tokens of a name
	if src.empty() || k+3 >= hi || d.char(k) != ',' || d.tagAt(k+1) != nameTag {
		return k
	}
	for m := k + 2; m < min(hi-1, k+long); m++ {
		if d.char(m) == ',' {
			if d.tagAt(m+1) == thatTag || d.is(m+1, "that") {
				return m + 1
			}
			break
		}
	}
	return k
}
