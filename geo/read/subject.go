package read

import "contested/geo"

// subjectKind says where the subject of a cue was found.
type subjectKind uint8

const (
	subjectNone     subjectKind = iota
	subjectAdjacent             // directly before the verb
	subjectAside                // before an apposition, relative clause or other aside
	subjectWho                  // who, which, that
	subjectShared               // of a verb before it: "X came and said", ", adding that"
)

var selfWords = listOf("themselves himself herself itself")

var hereWords = listOf("there here nearby abroad")

// subject finds who does what the verb group g says.
func (d *document) subject(g verbGroup, lo, hi int) (np, subjectKind) {
	j := g.first - 1
	for j >= lo && (d.toks[j].kind == closeToken && !d.isSpeechEnd(j) && !(j > lo && d.char(j-1) == ',') || d.toks[j].kind == openToken) {
		j--
	}
	if j < lo {
		if g.reduced || g.infinitive {
			return np{}, subjectShared
		}
		return np{}, subjectNone
	}
	if d.toks[j].kind == closeToken && j > lo && d.char(j-1) == ',' && d.toks[j-1].kind == punctToken && !d.isSpeechEnd(j) && d.quotes[d.toks[j].quote-1].first > lo && !d.endsClause(d.quotes[d.toks[j].quote-1].first-1) {
		j-- // "the head of the “DPR,” said": the comma stands inside the marks
	}
	t := &d.toks[j]
	if j > lo && d.isOf(j, &selfWords) && d.nominal(j-1) {
		j-- // "the pilots themselves say"
		t = &d.toks[j]
	}
	if m := j + 1; j > lo+1 && (d.is(j, "abroad") || d.is(m, "abroad") && d.is(j, "and")) {
		// "analysts here and abroad say", "experts at home and abroad say"
		if d.is(j, "abroad") {
			j--
		}
		if d.is(j, "and") && j > lo+2 && d.isAny(j-1, "here", "home") {
			if j -= 2; d.is(j, "at") {
				j--
			}
		}
		t = &d.toks[j]
	}
	if p := d.absolute(g, j, lo); !p.empty() {
		return p, subjectAdjacent
	}
	if !g.infinitive && !g.reduced {
		if p := d.contactHead(j, lo); !p.empty() {
			return p, subjectAdjacent
		}
	}
	if g.infinitive || g.reduced && d.toks[g.verb].tag == ingTag {
		if !g.infinitive && d.tagAt(g.verb+1) == thatTag && (d.has(j, docWord|claimNoun) || d.isAny(j, "post", "posts", "accounts", "users")) && d.toks[j].tag == nounTag {
			if p := d.phraseLeft(j, lo); !p.empty() && (p.first == lo || d.endsClause(p.first-1)) {
				return p, subjectAdjacent // "Posts claiming that C are untrue"
			}
		}
		return d.sharedSubject(g, lo, hi)
	}
	if m := j - 1; m-1 > lo && (d.isOf(j, &hereWords) || d.isAny(j, "it", "them") && d.toks[m].tag == ingTag) && d.toks[g.verb].tag == verbTag && d.toks[m].verb&(partForm|ingForm) != 0 && d.nominal(m-1) && d.toks[m-1].tag != detTag {
		// "three sergeants posted there said"
		if p := d.phraseLeft(m-1, lo); !p.empty() && (p.first == lo || d.endsClause(p.first-1) || d.toks[p.first-1].tag == thatTag || d.toks[p.first-1].tag == coordTag) {
			return np{p.first, j + 1, p.head}, subjectAdjacent
		}
	}
	if (t.tag == ingTag || t.tag == partTag) && j > lo && d.nominal(j-1) && d.toks[j-1].tag != detTag {
		// "two officers serving there said"
		if p := d.phraseLeft(j-1, lo); !p.empty() {
			return np{p.first, j + 1, p.head}, subjectAdjacent
		}
	}
	switch t.tag {
	case relTag:
		if k := j - 2; k > lo && d.is(j-1, "of") && d.isAny(j, "whom", "which") && d.partitive(k) {
			return np{k, j + 1, k}, subjectAdjacent // ", one of whom complained that"
		}
		return np{j, j + 1, j}, subjectWho
	case prepTag:
		// "the soldiers we speak to say", "people whom we talked with said"
		if k := j - 2; k-1 > lo && d.tagAt(j-1) == verbTag && d.tagAt(k) == pronTag && d.has(k, subjPron) && d.isAny(j, "to", "with") {
			if d.isAny(k-1, "whom", "who", "that") {
				k--
			}
			if p := d.phraseLeft(k-1, lo); !p.empty() {
				return np{p.first, j + 1, p.head}, subjectAdjacent
			}
		}
	case pronTag, nounTag, nameTag, numTag, adjTag, detTag:
		if d.is(j, "both") && j > lo && d.nominal(j-1) {
			j-- // "the staff both claims that C1 and concedes that C2"
		}
		p := d.phraseLeft(j, lo)
		if p.empty() {
			return np{}, subjectNone
		}
		if q := d.beforeCount(p, lo); !q.empty() {
			return q, subjectAdjacent
		}
		if k := p.first - 1; k-1 > lo && d.toks[p.head].tag == nameTag && d.isAny(k, "called", "named", "nicknamed") && d.tagAt(k-1) == nounTag {
			// "a taxi driver called Valerii told us"
			if q := d.phraseLeft(k-1, lo); !q.empty() && d.has(q.head, witnessWord|roleWord|rankWord) {
				return np{q.first, p.end, q.head}, subjectAdjacent
			}
		}
		if q := d.beforeBusy(p, lo); !q.empty() {
			return q, subjectAdjacent
		}
		if p.first > lo && d.has(p.head, timeWord) && (d.timePhrase(p.first, hi) == p.end || d.isAny(p.head, "day", "week", "month", "year", "morning", "evening", "night")) {
			// "the ministry last week also said", "footage published the next day shows"
			k := p.first - 1
			if k-1 > lo && d.toks[k].verb&partForm != 0 && d.nominal(k-1) {
				k--
			}
			if q := d.phraseLeft(k, lo); !q.empty() {
				p = q
			}
		}
		return d.relativeHead(d.adverbialName(p, lo), lo), subjectAdjacent
	case coordTag, advTag, negTag:
		if k := j - 1; t.tag == advTag && k > lo && d.isAny(j, "there", "here", "locally", "nearby") && (d.toks[k].tag == nounTag || d.toks[k].tag == nameTag) {
			// ", the governor there said"
			if p := d.phraseLeft(k, lo); !p.empty() && (p.first == lo || d.endsClause(p.first-1) || d.toks[p.first-1].tag == thatTag || d.toks[p.first-1].tag == coordTag) {
				return p, subjectAdjacent
			}
		}
		return d.sharedSubject(g, lo, hi)
	case auxTag, verbTag, baseTag, ingTag, partTag, thatTag, subTag:
		if t.tag == verbTag && j-2 > lo && d.nominal(j-1) && d.toks[g.verb].tag == verbTag {
			// "footage the blogger attached shows"
			if p := d.phraseLeft(j-1, lo); !p.empty() && p.first-1 >= lo && (d.toks[p.first].tag == detTag || d.toks[p.first].tag == nameTag) && d.toks[p.first-1].tag == nounTag && d.has(p.first-1, docWord|roleWord|witnessWord) {
				if q := d.phraseLeft(p.first-1, lo); !q.empty() {
					return np{q.first, j + 1, q.head}, subjectAdjacent
				}
			}
		}
		return d.sharedSubject(g, lo, hi)
	}
	switch c := d.char(j); {
	case c == ',' || c == ')' || d.toks[j].kind == dashToken:
		if p := d.enumerated(g, j, lo, hi); !p.empty() {
			return p, subjectShared
		}
		if p, ok := d.beforeAside(j, lo); ok {
			return p, subjectAside
		}
	}
	return np{}, subjectNone
}

// beforeCount is the phrase of what was shared or seen so often: "a photograph shared
// thousands of times on Facebook", of which p is the end.
func (d *document) beforeCount(p np, lo int) np {
	k := p.first - 1
	if k <= lo || d.toks[k].verb&partForm == 0 || !d.nominal(k-1) || !d.is(p.first+1, "times") && !(d.is(p.first+1, "of") && d.is(p.first+2, "times")) {
		return np{}
	}
	q := d.phraseLeft(k-1, lo)
	if q.empty() {
		return q
	}
	return np{q.first, p.end, q.head}
}

// beforeBusy is the people at the start of the sentence of whom a participle says what they
// do, where the phrase p at its end is a place, or the name that they give themselves:
// "Volunteers helping people leave X say", "a group calling itself Y said".
func (d *document) beforeBusy(p np, lo int) np {
	const far = 12 // tokens
	if p.first <= lo+1 {
		return np{}
	}
	if k := p.first - 1; d.toks[k].tag == ingTag && d.nominal(k-1) && d.toks[p.head].tag != pronTag && !d.has(k, cueWord) {
		// "police officers evacuating residents of X said"
		if q := d.phraseLeft(k-1, lo); !q.empty() && (q.first == lo || d.endsClause(q.first-1)) && d.has(q.head, roleWord|witnessWord|peopleWord|rankWord|troopsWord) {
			return q
		}
	}
	if d.toks[p.head].tag != nameTag {
		return np{}
	}
	self := d.isOf(p.first-1, &selfWords)
	if !self && (p.end-p.first > 2 || !d.literalAt(p.head)) {
		return np{}
	}
	for k := p.first - 1; k > lo && k > p.first-far; k-- {
		switch t := &d.toks[k]; {
		case t.tag == auxTag, t.tag == relTag, t.tag == thatTag, t.tag == subTag, t.tag == coordTag, d.endsClause(k):
			return np{}
		case t.tag == ingTag && d.nominal(k-1) && (!self || d.isAny(k, "calling", "naming", "styling")):
			q := d.phraseLeft(k-1, lo)
			if q.empty() || q.first > lo && !d.endsClause(q.first-1) && d.toks[q.first-1].tag != thatTag || !d.has(q.head, roleWord|witnessWord|orgWord|peopleWord|mediaWord|rankWord|troopsWord) {
				return np{}
			}
			if !self {
				return q
			}
			return np{q.first, p.end, q.head}
		}
	}
	return np{}
}

// literalAt reports whether a name at token i is that of a place itself.
func (d *document) literalAt(i int) bool {
	k := d.mentionIndex(i+1) - 1
	return k >= 0 && d.mentions[k].end > i && d.mentions[k].Use == geo.Literal
}

// contactHead is the person whom a clause without a pronoun of its own tells of, which
// ends at token j: "officials I've talked to say", "a pilot we met here yesterday says".
func (d *document) contactHead(j, lo int) np {
	const far = 9 // tokens
	for k := j; k > lo && k > j-far; k-- {
		switch t := &d.toks[k]; {
		case t.kind == openToken, t.kind == closeToken, t.tag == coordTag, t.tag == thatTag, t.tag == subTag, d.endsClause(k):
			return np{}
		case t.tag != pronTag || !d.has(k, subjPron):
			continue
		}
		m, v := k-1, k+1
		if d.isAny(m, "whom", "who", "that") {
			m--
		}
		if m < lo || !d.has(m, docWord|roleWord|witnessWord|rankWord|peopleWord|troopsWord) || d.toks[m].tag == pronTag {
			return np{}
		}
		for v < j && (d.toks[v].tag == auxTag || d.toks[v].tag == advTag) {
			v++
		}
		if t := d.toks[v].tag; v > j || t != verbTag && t != partTag && t != ingTag || d.hasFinite(v+1, j+1) {
			return np{}
		}
		if p := d.phraseLeft(m, lo); !p.empty() {
			return np{p.first, j + 1, p.head}
		}
		return np{}
	}
	return np{}
}

// absolute is the subject of a participle that "with" gives one of its own: "the
// talks ended, with the Russian side insisting that".
func (d *document) absolute(g verbGroup, j, lo int) np {
	if g.infinitive || !g.reduced || d.toks[g.verb].tag != ingTag || !d.nominal(j) && d.toks[j].tag != pronTag {
		return np{}
	}
	p := d.phraseLeft(j, lo)
	if k := p.first - 1; p.empty() || k < lo || !d.is(k, "with") || k > lo && !d.endsClause(k-1) {
		return np{}
	}
	return p
}

// enumerated is the subject of a verb in a list of cues: "denied that C1,
// acknowledged that C2, and predicted that C3".
func (d *document) enumerated(g verbGroup, j, lo, hi int) np {
	if d.char(j) != ',' || g.first != j+1 || g.end >= hi || d.toks[g.verb].tag != verbTag {
		return np{}
	}
	_, after := d.cueLemma(g.verb, hi)
	if after >= hi || d.toks[after].kind == punctToken {
		return np{}
	}
	if p := d.phraseRight(after, hi); d.toks[after].tag != thatTag && !p.empty() && (p.end >= hi || d.char(p.end) == ',' || d.char(p.end) == '.') {
		return np{} // ", said X"
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		a := &d.attrs[n]
		if a.weak || a.subject.empty() || a.inner != (d.speechAt(g.verb) >= 0) || d.toks[a.subject.head].tag == relTag {
			continue // "X, who calls himself Y, sees": who is in the aside only
		}
		for _, c := range a.content {
			if c.end == j && c.first >= a.cue.end {
				return a.subject
			}
		}
	}
	return np{}
}

// adverbialName: "During the debate Trump said": one phrase for the tags, whose
// name is the subject.
func (d *document) adverbialName(p np, lo int) np {
	if p.first <= lo || d.toks[p.head].tag != nameTag || d.toks[p.first].tag != detTag || d.toks[p.first-1].tag != prepTag || p.first-1 > lo && !d.endsClause(p.first-2) {
		return p
	}
	k := p.head
	for k > p.first && d.toks[k-1].tag == nameTag {
		k--
	}
	if k-1 > p.first && d.toks[k-1].tag == nounTag && (!d.has(k-1, roleWord|titleWord|rankWord|orgWord|mediaWord|witnessWord|unitWord) || d.has(k-1, mediaWord) && d.has(p.first, possWord)) {
		return np{k, p.end, p.head}
	}
	return p
}

// isSpeechEnd reports whether token j closes quoted speech.
func (d *document) isSpeechEnd(j int) bool {
	return d.toks[j].kind == closeToken && d.quotes[d.toks[j].quote-1].speech
}

var whereWords = listOf("by in near on from")

// relativeHead: "a soldier who gives his name as Hryts": the phrase before who.
func (d *document) relativeHead(p np, lo int) np {
	if k := p.first - 1; k-1 > lo && d.isAny(k, "by", "from") && d.toks[k].tag == prepTag && (d.isPicture(k-1) || d.isAny(k-1, "post", "posts")) {
		// "a post by the brigade shows"
		if q := d.phraseLeft(k-1, lo); !q.empty() && d.toks[q.first].tag == detTag && (q.first == lo || d.endsClause(q.first-1)) {
			return np{q.first, p.end, q.head}
		}
	}
	if k := p.first - 1; k-3 > lo && d.isOf(k, &whereWords) && d.toks[k].tag == prepTag && d.nominal(k-1) {
		// "footage published on 8 May by the brigade"
		if q := d.baseLeft(k-1, lo); !q.empty() && q.first-1 > lo && d.toks[q.first-1].tag == prepTag && d.toks[q.first-2].verb&partForm != 0 {
			if o := d.relativeHead(q, lo); o.first < q.first {
				return np{o.first, p.end, o.head}
			}
		}
	}
	// "footage published on Thursday": the phrase before the participle
	if k := p.first - 1; k-2 >= lo && d.toks[k].tag == prepTag && (d.tagAt(k-1) == partTag || d.tagAt(k-1) == ingTag || d.tagAt(k-1) == verbTag && d.toks[k-1].verb&partForm != 0) {
		m := k - 2
		for m > lo && d.toks[m].tag == advTag {
			m--
		}
		if d.nominal(m) && d.toks[m].tag != detTag {
			if q := d.phraseLeft(m, lo); !q.empty() {
				return np{q.first, p.end, q.head}
			}
		}
	}
	// "a commander we reached by radio says", "residents whom we reached by phone said"
	if k := p.first - 1; k-3 > lo && d.toks[k].tag == prepTag && d.tagAt(k-1) == verbTag && d.tagAt(k-2) == pronTag && d.has(k-2, subjPron) && (d.nominal(k-3) || d.is(k-3, "whom") && d.nominal(k-4)) {
		m := k - 3
		if d.is(m, "whom") {
			m--
		}
		if q := d.phraseLeft(m, lo); !q.empty() {
			return np{q.first, p.end, q.head}
		}
	}
	// "people close to the president", "two officials familiar with the plan"
	if k := p.first - 1; k-2 >= lo && d.toks[k].tag == prepTag && d.toks[k-1].tag == adjTag && d.has(k-2, roleWord|witnessWord|peopleWord|troopsWord|docWord) && d.nominal(k-2) {
		if q := d.phraseLeft(k-2, lo); !q.empty() {
			return np{q.first, p.end, q.head}
		}
	}
	for k := p.first - 1; k > lo && k > p.first-18; k-- {
		t := &d.toks[k]
		if d.endsClause(k) || t.kind == openToken || t.kind == closeToken || t.tag == thatTag || t.tag == subTag && !d.is(k, "as") && !(d.isAny(k, "since", "until", "after", "before") && !d.hasFinite(k+1, p.end)) || t.tag == coordTag {
			return p
		}
		if t.tag == relTag && d.isAny(k, "who", "which", "that", "whom", "whose") {
			if d.tagAt(k-1) == coordTag && k < p.first-1 {
				k-- // "who fights there and who asked"
				continue
			}
			if k == p.first-1 {
				return p // "which both sides say": the subject of the clause itself
			}
			if q := d.phraseLeft(k-1, lo); !q.empty() && d.toks[q.head].tag != pronTag {
				return np{q.first, p.end, q.head}
			}
			return p
		}
	}
	return p
}

// farBack bounds how many tokens back another subject is looked for.
const farBack = 120

// sharedSubject is the subject of the nearest finite verb before g in the
// sentence: for ", adding that", "and said", "refused to say".
func (d *document) sharedSubject(g verbGroup, lo, hi int) (np, subjectKind) {
	// "X said C and warned that", ", adding that": who spoke before goes on
	from := lo
	for k := g.first - 1; k > lo && k > g.first-farBack; k-- {
		if d.char(k) == ';' && d.toks[k].kind == punctToken && d.hasFinite(k, g.first) {
			from = k // another clause has another subject
			break
		}
	}
	if j := g.first - 1; g.reduced && j-1 > lo && d.char(j) == ',' {
		// "…; a diplomat, asking not to be named, called it"
		if p := d.phraseLeft(j-1, lo); !p.empty() && p.first > lo && d.char(p.first-1) == ';' && d.toks[p.first-1].kind == punctToken {
			return p, subjectShared
		}
	}
	// "X claimed that C, but Y disputed this and noted that"
	for k := g.first - 1; k > from && k > g.first-farBack && d.tagAt(g.first-1) == coordTag; k-- {
		if d.toks[k].tag != verbTag || !d.has(k, cueWord) {
			continue
		}
		h := d.verbGroupAt(k, lo)
		if j := h.first - 1; !h.infinitive && !h.reduced && j > lo && (d.nominal(j) || d.toks[j].tag == pronTag) {
			if p := d.phraseLeft(j, lo); !p.empty() && p.first-1 > lo && d.isAny(p.first-1, "but", "while", "whereas", "although") {
				return d.relativeHead(p, lo), subjectShared
			}
		}
		break
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= from; n-- {
		if a := &d.attrs[n]; a.cue.end <= g.first && !a.subject.empty() && !d.isAny(a.subject.head, "what", "which") && a.rule != "attr.K-noun" && a.rule != "attr.E-according" && (a.inner == (d.speechAt(g.verb) >= 0)) {
			return a.subject, subjectShared
		}
	}
	for k := g.first - 1; k >= lo; k-- {
		t := &d.toks[k]
		if t.kind == closeToken && d.isSpeechEnd(k) && d.toks[g.verb].quote != t.quote {
			k = d.quotes[t.quote-1].first
			continue
		}
		if t.tag != verbTag && t.tag != auxTag {
			continue
		}
		h := d.verbGroupAt(k, lo)
		if h.infinitive || h.reduced {
			continue
		}
		j := h.first - 1
		if j < lo {
			continue
		}
		switch d.toks[j].tag {
		case pronTag, nounTag, nameTag, numTag, adjTag, detTag:
			if p := d.phraseLeft(j, lo); !p.empty() {
				if q := d.beforeCount(p, lo); !q.empty() {
					p = q
				}
				return d.relativeHead(p, lo), subjectShared
			}
		case relTag:
			return np{j, j + 1, j}, subjectWho
		}
		if c := d.char(j); c == ',' || c == ')' || d.toks[j].kind == dashToken {
			if p, ok := d.beforeAside(j, lo); ok {
				return p, subjectShared
			}
		}
	}
	// "X said Y", inverted: the subject behind a cue before it
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if a := &d.attrs[n]; a.cue.first < g.first && !a.subject.empty() {
			return a.subject, subjectShared
		}
	}
	// a phrase that stands alone before a participle: "Officials in Kyiv, citing …"
	if j := g.first - 1; j > lo && d.char(j) == ',' {
		if p := d.phraseLeft(j-1, lo); !p.empty() {
			return p, subjectShared
		}
	}
	// participles at the start of a sentence: "Speaking in Warsaw, X"
	return np{}, subjectShared
}

// fillSource completes the source of an attribution from its subject: the
// phrase before "who".
func (d *document) fillSource(a *attribution, how subjectKind, lo int) {
	if how != subjectWho {
		return
	}
	j := a.subject.first - 1
	if j >= lo && d.char(j) == ',' {
		j--
	}
	if j < lo {
		return
	}
	if p := d.phraseLeft(j, lo); !p.empty() {
		// "X, the head of Y who": the name before the apposition
		if p.first-1 > lo && d.char(p.first-1) == ',' && d.toks[p.head].tag != nameTag {
			if q := d.phraseLeft(p.first-2, lo); !q.empty() && d.toks[q.head].tag == nameTag {
				p = q
			}
		}
		if d.is(a.subject.head, "who") && d.toks[p.head].tag != nameTag && !d.has(p.head, roleWord|titleWord|rankWord|witnessWord|mediaWord|troopsWord|demonymWord) {
			// "on the channel of Yuri X, who wrote"
			if q := d.baseLeft(j, lo); !q.empty() && d.toks[q.head].tag == nameTag {
				p = q
			}
		}
		a.source = p
	}
}
