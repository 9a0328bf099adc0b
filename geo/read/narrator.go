package read

import "contested/geo"

// narrated makes the claims that the article makes itself: clauses outside every
// attribution that tell of a situation at a place.
func (r *Reader) narrated(d *document) {
	r.findIssuer(d)
	d.findOwned()
	for s := range d.sents {
		st := &d.sents[s]
		b := &d.blocks[st.block]
		if st.label || b.kind == heading && !d.issuedLine(b) || b.kind == caption || b.kind == notice || b.reported || d.char(st.end-1) == '?' || d.leadsOver(st) || d.corrects(st) {
			continue
		}
		if d.issuer > 0 || d.mayBePlaced(s) {
			r.narrateSentence(d, s)
		}
		r.madeElsewhere(d, s)
	}
}

// leadsOver reports whether a sentence only leads a programme over to what it tells next: "Now
// to the battle for X."
func (d *document) leadsOver(st *sentence) bool {
	return st.end-st.first < 14 && d.isOf(st.first, &segueStarts) && d.isAny(st.first+1, "to", "on", "from") && !d.hasFinite(st.first, st.end)
}

// mayBePlaced reports whether there is any place that a claim of the narrator's in
// sentence s could be about: one that its paragraph has named by then, that the text has
// in mind, or where something was told of right before.
func (d *document) mayBePlaced(s int) bool {
	st := &d.sents[s]
	if d.focus > 0 || d.salient[s] > 0 || len(d.mentionsIn(d.blocks[st.block].first, st.end)) > 0 {
		return true
	}
	last := d.lastDrafts()
	for k := range last {
		if x := &last[k]; len(x.places) > 0 && x.sent < s && x.sent >= s-farEvent {
			return true
		}
	}
	return false
}

// narrateSentence makes the narrator's claims of sentence s.
func (r *Reader) narrateSentence(d *document, s int) {
	st := &d.sents[s]
	// who has a part in it tells of places what is of no type, too
	involved := d.article.Publisher.Party != geo.Press || d.issuedHere(st)
	if !involved && !d.isTyped(st.first, st.end) && d.forecast(run{st.first, st.end}).weight == 0 && !d.aboutPicture(s) && (d.lacks(st.first, st.end, &tracingSet) || !d.anyOf(st.first, st.end, &tracingWords)) {
		return
	}
	owned := d.owned[d.ownedAt[s]:d.ownedAt[s+1]]
	b := &d.blocks[st.block]
	who := speaker{narrator: true}
	attr := 0
	if b.kind == speech {
		if sp, ok := d.blockSpeaker(st.first); ok && sp.actor > 0 && d.actors[sp.actor-1].party != geo.UnknownParty {
			if d.actors[sp.actor-1].class != geo.Media {
				return // somebody who is asked speaks for himself: claimsOf
			}
			who = sp
		}
	} else if d.issuedHere(st) {
		who, attr = d.attrs[d.issuer-1].who, d.issuer
	}
	made := false
	for _, part := range d.splitClauses(d.dropAnnouncement(run{st.first, st.end})) {
		var whole finding // of the clause whose relative clauses follow
		x, fiction := d.dropTruth(d.dropContrary(d.dropFrame(part.runs[0])))
		for n, runs := range d.situations(x) {
			runs[0] = d.beforeContrary(runs[0])
			if d.touches(runs[0], owned) {
				if runs[0] = d.beforeOwned(runs[0], owned); runs[0].empty() {
					continue
				}
				runs = runs[:1]
			}
			runs[0] = d.whatWeSaw(d.dropAdverbial(runs[0]))
			p := clause{runs: runs}
			d.measure(&p)
			if n == 0 {
				whole = p.find
			} else if ofHarm(whole.typ) && ofHarm(p.find.typ) && whole.weight > 0 {
				continue // "were hurt in X, where their car was struck": one event
			}
			if p.find.weight == 0 && p.places > 0 && attr == 0 {
				p.find = d.forecast(runs[0])
			}
			if p.find.weight < 84 && p.places > 0 && attr == 0 {
				if f := d.provenance(runs[0], s); f.weight > p.find.weight {
					p.find = f
				}
			}
			if p.find.weight == 0 && p.places > 0 && involved && n == 0 && d.plainNews(runs[0]) {
				p.find = finding{typ: geo.Other, weight: plainWeight, first: runs[0].first, end: runs[0].first + 1}
			}
			if p.find.weight == 0 || p.find.weight <= 60 && attr == 0 || d.isOf(p.find.first-2, &worthNouns) && d.is(p.find.first-1, "of") || !d.narratable(&p, s, attr > 0) || d.background(&p, attr > 0) {
				continue
			}
			c := draft{attr: attr, runs: p.runs, find: p.find, agree: p.agree, who: who, sent: s}
			d.placeClaim(r, &c, nil)
			if c.find.weight == plainWeight && c.find.typ == geo.Other && len(c.places) > 0 && r.places.metonyms[c.places[0].Place] {
				continue // "Donors in Brussels": no place of the war
			}
			if len(c.places) == 0 || made && !c.given && (d.is(p.runs[0].first, "there")) {
				continue
			}
			if d.settleType(&c); c.find.weight == 0 {
				continue
			}
			if n := len(d.drafts); made && part.joint == verbJoint && !c.given && n > 0 && d.drafts[n-1].sent == s && d.drafts[n-1].find.typ == c.find.typ && !d.counted(p.runs[0]) {
				continue // "was damaged and has been closed since": of one kind, at one place
			}
			made = true
			d.judgeMood(&c, nil)
			if fiction {
				c.polarity = opposite(c.polarity)
			}
			c.why = append(c.why, geo.Evidence{Rule: "source.narrator"})
			d.drafts = append(d.drafts, c)
		}
	}
}

// counted reports whether the clause x gives a number of its own: "held back the
// onslaught and repelled 33 attacks".
func (d *document) counted(x run) bool {
	for k := x.first; k < x.end; k++ {
		if d.toks[k].tag == numTag && !d.isYear(k) {
			return true
		}
	}
	return false
}

// plainWeight is that of what a text reports of a place without being of a type,
// where who publishes or issues it has a part in it: access, deliveries, repairs.
const plainWeight = 63

// plainNews reports whether the clause x tells of a place what holds there or has
// been done, rather than whom it belongs to or who went to see it.
func (d *document) plainNews(x run) bool {
	if d.toks[x.first].tag == subTag || d.isAny(x.first, "we", "i", "this") {
		return false
	}
	restricted := false // "units that remain there are advised"
	for k := x.first; k < x.end; k++ {
		if d.toks[k].tag == relTag {
			if m := d.relativeClosed(k, x.end); m > 0 {
				k = m
			} else if restricted || !d.is(k, "that") {
				return false
			} else {
				restricted = true
			}
			continue
		}
		if !d.finite(k) {
			continue
		}
		if restricted {
			for k+1 < x.end && (d.finite(k+1) || d.toks[k].tag == auxTag && d.toks[k+1].tag == partTag) {
				k++
			}
			restricted = false
			continue
		}
		for d.toks[k].tag == auxTag && k+1 < x.end {
			m := d.pastAdverbs(k+1, x.end)
			if t := d.toks[m].tag; m >= x.end || t != auxTag && t != verbTag && t != partTag && t != baseTag && t != ingTag {
				break
			}
			k = m
		}
		switch d.lex.lemmas[d.toks[k].lemma].text {
		case "visit", "tour", "inspect", "meet", "arrive", "award", "congratulate", "thank", "claim", "study", "attend",
			"run", "operate", "support", "employ", "serve", "cover", "provide", "maintain", "own", "remind", "have":
			return false
		}
		return true
	}
	return false
}

var (
	mayWords = listOf("could would might")
	maySet   = setOf(&mayWords)
)

// noEvents are what "would" and "could" say of manners rather than of what may come.
var noEvents = listOf("be have prefer rather like love welcome wish let say not give allow talk speak tell name comment answer discuss hear see smell feel watch")

// forecast finds "could", "would" or "might" and a verb in the clause: what the
// writer thinks may come.
func (d *document) forecast(x run) finding {
	if d.lacks(x.first, x.end, &maySet) {
		return finding{}
	}
	for k := x.first; k+1 < x.end; k++ {
		if d.toks[k].tag == auxTag && d.isOf(k, &mayWords) {
			m := d.pastAdverbs(k+1, x.end)
			if m+2 < x.end && d.is(m, "in") && d.isAny(m+1, "turn", "return", "exchange") {
				m += 2
			}
			if d.toks[m].tag == baseTag && !d.isOf(m, &noEvents) {
				return finding{typ: geo.Forecast, weight: 61, first: k, end: k + 1}
			}
		}
	}
	return finding{}
}

var informationWords = listOf("information data estimates estimate reports figures count")

// dropAdverbial drops "In the X direction," from the front of a clause.
func (d *document) dropAdverbial(x run) run {
	if d.is(x.first, "according") && !d.isAny(x.first+2, "preliminary", "unconfirmed") {
		// "According to updated information,": nobody's; the others hedge
		for k := x.first + 2; k < min(x.end-3, x.first+6); k++ {
			if d.char(k) == ',' && d.isOf(k-1, &informationWords) {
				return run{k + 1, x.end}
			}
		}
	}
	if d.toks[x.first].tag != prepTag {
		return x
	}
	if d.is(x.first, "in") && d.is(x.first+2, "sign") {
		const long = 20 // tokens
		for k := x.first + 3; k+2 < min(x.end, x.first+long); k++ {
			if d.char(k) == ',' {
				return run{k + 1, x.end} // "In a sign of how far apart they are, missiles struck X"
			}
		}
	}
	list := d.mentionsIn(x.first, min(x.end, x.first+8))
	if len(list) == 0 || list[0].Use != geo.AreaUse {
		return x
	}
	last := &list[0]
	for n := d.mentionIndex(last.first) + 1; n < len(d.mentions) && d.mentions[n].Use == geo.AreaUse && d.tagAt(d.mentions[n].first-1) == coordTag && d.mentions[n].first-last.end <= 3; n++ {
		last = &d.mentions[n] // "In the X and Y directions,"
	}
	k := last.end
	for k < x.end && k < last.end+3 && (d.has(k, areaWord) || d.toks[k].tag == nounTag && d.has(k+1, areaWord)) {
		k++
	}
	if k < x.end && d.char(k) == ',' {
		k++
	}
	if x.end-k < 3 {
		return x
	}
	return run{k, x.end}
}

var announcers = listOf("what here this that one all the so")

var announced = listOf("this these following clear certain simple it known plain so")

// dropAnnouncement drops from the front of a clause what only says that something comes:
// "What I saw is this: C", "The facts are these: C", "One thing is clear: C".
func (d *document) dropAnnouncement(x run) run {
	const longest = 14 // tokens
	if !d.sents[d.toks[x.first].sent].colon || !d.isOf(x.first, &announcers) {
		return x
	}
	for k := x.first + 2; k+2 < min(x.end, x.first+longest); k++ {
		if d.char(k) == ':' && d.toks[k].kind == punctToken {
			if !d.isOf(k-1, &announced) || len(d.mentionsIn(x.first, k)) > 0 {
				return x
			}
			return run{k + 1, x.end}
		}
	}
	return x
}

// whatWeSaw drops where reporters were from the front of the clause x: "We were in X when
// a bomb hit the council".
func (d *document) whatWeSaw(x run) run {
	if !d.isAny(x.first, "we", "i") || !d.has(x.first+1, beWord|haveWord) {
		return x
	}
	for k := x.first + 2; k+3 < x.end; k++ {
		if d.is(k, "when") && d.hasFinite(k+1, x.end) && d.isTyped(k+1, x.end) {
			return run{k + 1, x.end}
		}
	}
	return x
}
