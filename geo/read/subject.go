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

// beforeDay leaves out the day that stands between a subject and its verb: "Russia [on Monday]
// declared".
func (d *document) beforeDay(p np) np {
	const longest = 5 // tokens: "on Monday, 3 March"
	for k := p.end - 2; k > p.first && k >= p.end-longest; k-- {
		if d.toks[k].tag != prepTag {
			continue
		}
		if d.is(k, "on") && (d.has(k+1, weekdayWord|monthWord) || d.kindAt(k+1) == numberToken && d.has(k+2, monthWord)) && d.nominal(k-1) && p.head < k {
			p.end = k
		}
		break
	}
	return p
}

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
	if g.reduced && d.isOf(g.verb, &showingWords) && d.char(j) != ',' {
		if p := d.pictureBefore(g.first, lo); !p.empty() && (p.first == lo || d.endsClause(p.first-1) || d.toks[p.first-1].tag == coordTag) {
			return np{p.first, g.first, p.head}, subjectAdjacent
		}
	}
	if g.infinitive || g.reduced && d.toks[g.verb].tag == ingTag {
		if !g.infinitive && (d.tagAt(g.verb+1) == thatTag || d.isOf(j, &postHeads)) && (d.has(j, docWord|claimNoun) || d.isOf(j, &postHeads) || d.is(j, "users")) && d.toks[j].tag == nounTag {
			if p := d.phraseLeft(j, lo); !p.empty() && (p.first == lo || d.endsClause(p.first-1) || d.toks[p.first-1].tag == thatTag || d.has(p.first-1, sayWord) || d.lex.lemmas[d.toks[p.first-1].lemma].stance == denyStance) {
				return p, subjectAdjacent // "Posts claiming that C are untrue"
			}
		}
		q, how := d.sharedSubject(g, lo)
		if p := d.postersOf(g, q, j, lo); !p.empty() {
			return p, subjectAdjacent
		}
		return q, how
	}
	if p := d.those(j, lo); !p.empty() {
		return p, subjectAdjacent
	}
	if p := d.passedAround(j, lo); !p.empty() {
		return p, subjectAdjacent
	}
	if m := j - 1; m-1 > lo && (d.isOf(j, &hereWords) || d.isOf(j, &itOrThem) && d.toks[m].tag == ingTag) && d.toks[g.verb].tag == verbTag && d.toks[m].verb&(partForm|ingForm) != 0 && d.nominal(m-1) && d.toks[m-1].tag != detTag {
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
		if k := j - 2; k-1 > lo && d.tagAt(j-1) == verbTag && d.tagAt(k) == pronTag && d.has(k, subjPron) && d.isOf(j, &toOrWith) {
			if d.isOf(k-1, &whomWhoThat) {
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
		p = d.beforeDay(d.pastPlace(p, lo))
		if d.has(j, timeWord) && d.isOf(j+1, &laterWords) {
			if q := d.visitor(j+1, lo); !q.empty() {
				return q, subjectAdjacent
			}
		}
		if q := d.beforeCount(p, lo); !q.empty() {
			return q, subjectAdjacent
		}
		if k := p.first - 1; k-1 > lo && d.toks[p.head].tag == nameTag && (d.isAny(k, "called", "named", "nicknamed") && d.tagAt(k-1) == nounTag || d.is(k, "as") && d.is(k-1, "known") && d.tagAt(k-2) == nounTag) {
			// "a taxi driver called Valerii told us"
			if d.is(k, "as") {
				k-- // "an officer known as X"
			}
			if q := d.phraseLeft(k-1, lo); !q.empty() && d.has(q.head, witnessWord|roleWord|rankWord|mediaWord) {
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
		if p := d.visitor(j, lo); !p.empty() {
			return p, subjectAdjacent
		}
		if p := d.ofWhom(g, j, lo); t.tag == advTag && !p.empty() {
			return p, subjectAdjacent
		}
		if k := j - 1; t.tag == advTag && k > lo && d.isAny(j, "there", "here", "locally", "nearby") && (d.toks[k].tag == nounTag || d.toks[k].tag == nameTag) {
			// ", the governor there said"
			if p := d.phraseLeft(k, lo); !p.empty() && (p.first == lo || d.endsClause(p.first-1) || d.toks[p.first-1].tag == thatTag || d.toks[p.first-1].tag == coordTag) {
				return p, subjectAdjacent
			}
		}
		return d.sharedSubject(g, lo)
	case auxTag, verbTag, baseTag, ingTag, partTag, thatTag, subTag:
		if p := d.ofWhom(g, j, lo); !p.empty() {
			return p, subjectAdjacent
		}
		if t.tag == verbTag && j-2 > lo && d.nominal(j-1) && d.toks[g.verb].tag == verbTag {
			// "footage the blogger attached shows"
			if p := d.phraseLeft(j-1, lo); !p.empty() && p.first-1 >= lo && (d.toks[p.first].tag == detTag || d.toks[p.first].tag == nameTag) && d.toks[p.first-1].tag == nounTag && d.has(p.first-1, docWord|roleWord|witnessWord) {
				if q := d.phraseLeft(p.first-1, lo); !q.empty() {
					return np{q.first, j + 1, q.head}, subjectAdjacent
				}
			}
		}
		return d.sharedSubject(g, lo)
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

// pastPlace is the phrase p without the place in front of it that only says where: "In Sumy
// region Oleh X said", "in Odesa Mayor Y said".
func (d *document) pastPlace(p np, lo int) np {
	if p.first <= lo || d.toks[p.head].tag != nameTag || p.end-p.first < 3 || !d.isAny(p.first-1, "in", "near") || d.toks[p.first-1].tag != prepTag {
		return p
	}
	n := d.mentionIndex(p.first)
	if n >= len(d.mentions) || d.mentions[n].first != p.first || d.mentions[n].Use != geo.Literal {
		return p
	}
	k := d.mentions[n].end
	if k >= p.head || !d.has(k, firstName|titleWord|rankWord|roleWord) || d.toks[k].caps == lowerCase {
		return p
	}
	return np{k, p.end, p.head}
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

// those is the "those" of whom the words up to token j say what they do or where they are:
// "those arriving in X say", "those on the last bus said".
func (d *document) those(j, lo int) np {
	const far = 12 // tokens
	for k := j - 1; k >= lo && k > j-far; k-- {
		switch t := &d.toks[k]; {
		case d.is(k, "those"):
			next := &d.toks[d.pastAdverbs(k+1, j+1)]
			if k > lo && !d.endsClause(k-1) && d.toks[k-1].tag != thatTag && d.toks[k-1].tag != coordTag || next.verb&(ingForm|partForm) == 0 && next.tag != prepTag {
				return np{}
			}
			return np{k, j + 1, k}
		case d.endsClause(k), t.tag == auxTag, t.tag == verbTag && !d.is(k-1, "those"), t.tag == relTag, t.tag == thatTag:
			return np{}
		}
	}
	return np{}
}

// listeners are those whom officials speak to.
var listeners = listOf("reporters journalists correspondents students lawmakers troops soldiers diplomats delegates ambassadors parliament")

// beforeBusy is the people at the start of the sentence of whom a participle says what they
// do, where the phrase p at its end is a place, or the name that they give themselves:
// "Volunteers helping people leave X say", "a group calling itself Y said".
func (d *document) beforeBusy(p np, lo int) np {
	const far = 12 // tokens
	if p.first <= lo+1 {
		return np{}
	}
	if k := p.first - 1; d.toks[k].tag == ingTag && d.nominal(k-1) && d.toks[p.head].tag != pronTag && (!d.has(k, cueWord) || d.isOf(p.head, &listeners)) {
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
