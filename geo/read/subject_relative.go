package read

import "contested/geo"

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
		if d.isOf(m, &whomWhoThat) {
			m--
			if m > lo && d.isAny(m, "with", "to", "from") && d.is(m+1, "whom") {
				m-- // "two sergeants with whom I correspond say"
			}
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

// passedAround is the post or the pictures of which the words up to token j say where and how
// often they were passed around: "a clip shared widely on Telegram and X this week shows".
func (d *document) passedAround(j, lo int) np {
	const far = 18 // tokens
	for k := j; k > lo && k > j-far; k-- {
		t := &d.toks[k]
		switch {
		case d.has(k, demonymWord):
			return np{} // "on Russian channels": theirs
		case t.verb&partForm != 0 && (d.isOf(k, &spread) || d.isOf(k, &viewedWords) || d.isOf(k, &issuedWords) || d.isOf(k, &handedWords) || d.is(k, "dated")):
			m := k - 1
			for m > lo && d.toks[m].tag == advTag {
				m--
			}
			q := d.phraseLeft(m, lo)
			if !d.has(m, docWord) && !d.isOf(m, &postHeads) && (q.empty() || !d.isPicture(q.head)) {
				return np{}
			}
			if q.empty() || q.first > lo && !d.endsClause(q.first-1) && d.toks[q.first-1].tag != thatTag && d.toks[q.first-1].tag != coordTag {
				return np{}
			}
			return np{q.first, j + 1, q.head}
		case t.tag == verbTag, t.tag == auxTag, t.tag == thatTag, t.tag == subTag, t.tag == relTag, t.tag == coordTag && k == j, t.kind == openToken, t.kind == closeToken, d.endsClause(k):
			return np{}
		}
	}
	return np{}
}

// dropInside takes back attribution n where its verb only says more of the subject of the next
// one: "a doctor we spoke to this morning told us", "a clip viewed by millions shows".
func (d *document) dropInside(sub np, n int) {
	if a := &d.attrs[n]; a.cue.first > sub.head && a.cue.end <= sub.end && (d.has(a.subject.head, subjPron) || d.isOf(a.verb, &spread) || d.isOf(a.verb, &viewedWords)) {
		d.attrs = d.attrs[:n]
	}
}

// claimedThings reports whether a noun and the name of a state meet in phrase p, so that what
// follows only says which things are meant: "four regions Russia claims to have annexed".
func (d *document) claimedThings(p np, after int) bool {
	k := p.head
	return !p.empty() && k > p.first && d.toks[k].tag == nameTag && d.metonymAt(k) && d.toks[k-1].tag == nounTag && d.plural(k-1) && d.toks[k-1].caps == lowerCase && d.tagAt(after) == toTag
}

// metonymAt reports whether token i names a government.
func (d *document) metonymAt(i int) bool {
	m := d.mentionsIn(i, i+1)
	return len(m) > 0 && m[0].Use == geo.Metonym
}

var laterWords = listOf("later earlier afterwards")

// visitor is the people of whom a clause with "who" says where they went and how much
// later, up to the adverb at token j: "monitors who went to the site two days later found".
func (d *document) visitor(j, lo int) np {
	k := j - 1
	if !d.isOf(j, &laterWords) || k-4 < lo || !d.has(k, timeWord) {
		return np{}
	}
	for k--; k > lo && (d.toks[k].tag == numTag || d.toks[k].tag == detTag || d.isAny(k, "few", "several")); k-- {
	}
	p := d.phraseLeft(k, lo)
	if p.empty() {
		return p
	}
	if q := d.relativeHead(p, lo); q.first < p.first {
		return np{q.first, j, q.head}
	}
	return np{}
}

// ofWhom is the people of whom the words up to token j, a clause with "who", say what they
// did, right before the verb group g: "an official who asked not to be named said", "a
// colonel who was not authorised to speak publicly said".
func (d *document) ofWhom(g verbGroup, j, lo int) np {
	const far = 18 // tokens
	if g.reduced || g.infinitive || d.toks[g.verb].tag != verbTag {
		return np{}
	}
	finite := false
	for k := j; k > lo+1 && k > j-far; k-- {
		switch t := &d.toks[k]; {
		case t.tag == coordTag && k < j && (d.toks[k+1].tag == verbTag || d.toks[k+1].tag == partTag):
		case t.kind == openToken, t.kind == closeToken, t.tag == thatTag, t.tag == coordTag, t.tag == subTag, d.endsClause(k):
			return np{}
		case t.tag == relTag && !d.is(k, "who"):
			return np{}
		case t.tag == relTag:
			if !finite {
				return np{}
			}
			if q := d.phraseLeft(k-1, lo); !q.empty() && d.toks[q.head].tag != pronTag {
				return np{q.first, j + 1, q.head}
			}
			return np{}
		default:
			finite = finite || d.finite(k)
		}
	}
	return np{}
}

// geolocatedWords say what was done with pictures.
var geolocatedWords = listOf("geolocated published released posted filmed recorded collected taken shared verified")

// tiedWords say whose people somebody is.
var tiedWords = listOf("affiliated aligned allied associated linked tied connected acquainted")

var whereWords = listOf("by in near on from")

// relativeHead: "a soldier who gives his name as Hryts": the phrase before who.
func (d *document) relativeHead(p np, lo int) np {
	if k := p.first - 1; k-1 > lo && d.isOf(k, &byOrFrom) && d.toks[k].tag == prepTag && (d.isPicture(k-1) || d.isAny(k-1, "post", "posts")) {
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
	if k := p.first - 1; k-1 >= lo && d.has(p.head, timeWord) && d.isOf(k, &geolocatedWords) && d.nominal(k-1) {
		if q := d.phraseLeft(k-1, lo); !q.empty() {
			return np{q.first, p.end, q.head} // "footage geolocated the same day"
		}
	}
	// "footage published on Thursday": the phrase before the participle
	if k := p.first - 1; k-2 >= lo && d.toks[k].tag == prepTag && (d.tagAt(k-1) == partTag || d.tagAt(k-1) == ingTag || d.tagAt(k-1) == verbTag && (d.toks[k-1].verb&partForm != 0 || d.isOf(k-1, &tiedWords))) {
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
		if t.tag == coordTag && k+1 < p.first && d.toks[k+1].tag == verbTag && d.has(p.first-1, prepWord) {
			continue // "a woman who had fled and gave her name as Lida"
		}
		if t.tag == ingTag && d.isOf(k, &showingWords) {
			if q := d.pictureBefore(k, lo); !q.empty() {
				return np{q.first, p.end, q.head} // "footage showing a flag in X supports the claim"
			}
		}
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
	if j = d.beforeTime(j, lo); j < lo {
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
		if d.is(a.subject.head, "which") && d.toks[p.head].tag != nameTag && (!d.mayTell(p) || d.is(p.first, "no")) {
			// "There was no comment from Moscow, which says"
			if q := d.baseLeft(j, lo); !q.empty() && d.toks[q.head].tag == nameTag {
				p = q
			}
		}
		a.source = p
	}
}

// beforeTime is the token before the words for a time that end at token j: "a nurse in the town
// this morning who told us", "yesterday who said"; j where none stand there.
func (d *document) beforeTime(j, lo int) int {
	k := j
	switch {
	case k-1 > lo && d.has(k, timeWord) && d.isAny(k-1, "this", "last", "that", "the", "late", "early", "yesterday"):
		if k -= 2; d.isAny(k, "on", "later", "earlier") {
			k--
		}
	case k > lo && d.isTime(k):
		if k--; d.is(k, "on") {
			k--
		}
	}
	if k < lo || !d.nominal(k) {
		return j
	}
	return k
}

// conditional reports whether the subject at token k stands in a condition: nobody has said
// yet what "if Kyiv refuses to leave" or "as long as Moscow claims" tells of.
func (d *document) conditional(k, lo int) bool {
	if k <= lo || d.toks[k-1].tag != subTag && !d.is(k-1, "as") {
		return false
	}
	switch d.word(k - 1) {
	case "if":
		return !d.is(k-2, "even") && !d.is(k-2, "as") && (k-2 < lo || !d.has(k-2, cueWord)) // not "asked if Kyiv denies"
	case "unless", "until":
		return true
	case "as":
		return d.is(k-2, "long") && d.is(k-3, "as")
	}
	return false
}
