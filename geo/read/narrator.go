package read

import (
	"slices"
	"sort"

	"contested/geo"
)

// narrated makes the claims that the article makes itself: clauses outside every
// attribution that tell of a situation at a place.
func (r *Reader) narrated(d *document) {
	r.findIssuer(d)
	d.findOwned()
	for s := range d.sents {
		st := &d.sents[s]
		b := &d.blocks[st.block]
		if st.label || b.kind == heading && !d.issuedLine(b) || b.kind == caption || b.kind == notice || b.reported || d.char(st.end-1) == '?' {
			continue
		}
		if d.issuer > 0 || d.mayBePlaced(s) {
			r.narrateSentence(d, s)
		}
	}
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
	if !involved && !d.isTyped(st.first, st.end) && d.forecast(run{st.first, st.end}).weight == 0 {
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
	for _, part := range d.splitClauses(run{st.first, st.end}) {
		var whole finding // of the clause whose relative clauses follow
		x, fiction := d.dropTruth(d.dropContrary(part.runs[0]))
		for n, runs := range d.situations(x) {
			if d.touches(runs[0], owned) {
				if runs[0] = d.beforeOwned(runs[0], owned); runs[0].empty() {
					continue
				}
				runs = runs[:1]
			}
			runs[0] = d.whatWeSaw(d.beforeContrary(d.dropAdverbial(runs[0])))
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
			if p.find.weight == 0 && p.places > 0 && involved && n == 0 && d.plainNews(runs[0]) {
				p.find = finding{typ: geo.Other, weight: plainWeight, first: runs[0].first, end: runs[0].first + 1}
			}
			if p.find.weight == 0 || p.find.weight <= 60 && attr == 0 || !d.narratable(&p, s, attr > 0) || d.background(&p, s, attr > 0) {
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

// ofHarm reports whether claims of a type tell of a strike or of what it did.
func ofHarm(t geo.ClaimType) bool {
	return t == geo.Attack || t == geo.Casualties || t == geo.Damage
}

var (
	mayWords = listOf("could would might")
	maySet   = setOf(&mayWords)
)

// noEvents are what "would" and "could" say of manners rather than of what may come.
var noEvents = listOf("be have let say not give allow talk speak tell name comment answer discuss")

// forecast finds "could", "would" or "might" and a verb in the clause: what the
// writer thinks may come.
func (d *document) forecast(x run) finding {
	if d.lacks(x.first, x.end, &maySet) {
		return finding{}
	}
	for k := x.first; k+1 < x.end; k++ {
		if d.toks[k].tag == auxTag && d.isOf(k, &mayWords) {
			if m := d.pastAdverbs(k+1, x.end); d.toks[m].tag == baseTag && !d.isOf(m, &noEvents) {
				return finding{typ: geo.Forecast, weight: 61, first: k, end: k + 1}
			}
		}
	}
	return finding{}
}

// findOwned lists for each sentence what attributions own of it.
func (d *document) findOwned() {
	d.ownedAt = zeroed(d.ownedAt, len(d.sents)+1)
	each := func(visit func(s int, o run)) {
		for n := range d.attrs {
			a := &d.attrs[n]
			if a.block || !a.used && a.weak && !d.has(a.verb, namingWord) || n+1 == d.issuer { // the issuer's has no content
				continue
			}
			own := a.cue
			if !a.source.empty() {
				own.first, own.end = min(own.first, a.source.first), max(own.end, a.source.end)
			}
			for k := -1; k < len(a.content); k++ {
				if k == 0 && len(a.content) == 2 && a.rule == "attr.C-extracted" {
					continue // what the relative clause is about is the subject of the clause around it as well
				}
				if k >= 0 {
					own = a.content[k]
				}
				for s := d.toks[own.first].sent; s <= d.toks[own.end-1].sent; s++ {
					visit(int(s), own)
				}
			}
		}
	}
	each(func(s int, _ run) { d.ownedAt[s+1]++ })
	for s := range d.sents {
		d.ownedAt[s+1] += d.ownedAt[s]
	}
	next := slices.Clone(d.ownedAt)
	d.owned = zeroed(d.owned, int(d.ownedAt[len(d.sents)]))
	each(func(s int, o run) {
		d.owned[next[s]] = o
		next[s]++
	})
}

func (d *document) touches(x run, owned []run) bool {
	for _, o := range owned {
		if o.first < x.end && x.first < o.end {
			return true
		}
	}
	return false
}

// beforeOwned is what stands in the clause x before the first attribution that owns part
// of it, where that is a clause: "The line was bombed twice, and the stationmaster
// expects …". Nothing otherwise.
func (d *document) beforeOwned(x run, owned []run) run {
	end := x.end
	for _, o := range owned {
		if o.first < x.end && x.first < o.end {
			end = min(end, o.first)
		}
	}
	k := end - 1
	if k > x.first && (d.is(k, "and") || d.is(k, "but")) {
		k--
	}
	if k <= x.first+3 || d.char(k) != ',' && d.char(k) != ';' || k == end-1 && d.char(k) != ';' && d.tagAt(end) != ingTag || !d.hasFinite(x.first, k) {
		return run{}
	}
	return run{x.first, k}
}

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
	list := d.mentionsIn(x.first, min(x.end, x.first+8))
	if len(list) == 0 || list[0].Use != geo.AreaUse {
		return x
	}
	last := &list[0]
	for n := d.mentionIndex(last.first) + 1; n < len(d.mentions) && d.mentions[n].Use == geo.AreaUse && d.tagAt(d.mentions[n].first-1) == coordTag && d.mentions[n].first-last.end <= 3; n++ {
		last = &d.mentions[n] // "In the X and Y directions,"
	}
	k := last.end
	for k < x.end && k < last.end+3 && (d.has(k, areaWord) || d.toks[k].tag == nounTag && d.char(k) != ',') {
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

var informationWords = listOf("information data estimates estimate reports figures count")

var noneWords = listOf("neither nobody none no")

var toldWords = listOf("reported reports confirmed confirms commented comments announced mentioned mentions said says claimed claims acknowledged admitted published")

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

var agoWords = listOf("ago formerly pre")

var hasWords = listOf("has have")

var respondWords = listOf("respond responds responded comment comments commented reply replies replied react reacts reacted")

var predictedWords = listOf("predicted forecast expected anticipated feared")

// narratable reports whether a clause tells of a situation now, rather than of
// background: what was long ago, what somebody was, what stands in a relative
// clause.
func (d *document) narratable(p *clause, s int, issued bool) bool {
	x := p.runs[0]
	finite := false
	for _, y := range p.runs {
		finite = finite || d.hasFinite(y.first, y.end)
	}
	if !finite && !(len(p.runs) == 1 && d.elliptic(x, s, issued)) || p.find.typ == geo.Other && p.find.weight >= 90 {
		return false
	}
	if d.isOf(x.first, &noneWords) && d.anyOf(x.first, p.find.first, &toldWords) {
		return false // "Neither side has reported the loss of X"
	}
	if d.isAny(x.first, "his", "her", "my") || d.besidePoint(p, issued) {
		return false // family: background
	}
	if d.is(x.first, "for") && x.first+2 < x.end && (d.tagAt(x.first+1) == numTag || d.isAny(x.first+1, "more", "over", "almost", "nearly", "several", "many")) {
		return false // "for three months": background
	}
	finding := p.find.typ == geo.Other && p.find.weight < 90 // of what a picture shows
	lasting := false                                         // "has been closed since May": holds now
	for k := x.first; k < x.end; k++ {
		lasting = lasting || d.isOf(k, &hasWords) && d.is(d.pastAdverbs(k+1, x.end), "been")
		switch {
		case d.is(k, "since") && (lasting || !finite), finding && d.isYear(k):
			k += 3
		case d.is(k, "last") && k+1 < x.end && d.is(k+1, "year"):
			return false
		case d.isYear(k) && k > x.first+1 && d.isAny(k-1, "in", "and") && d.isAny(k-2, "born"), d.isYear(k) && d.is(k-1, "and") && k > 1 && d.isYear(k-2):
			// people's ages
		case d.isYear(k) && k > x.first && d.isAny(k-1, "in", "since", "until", "before", "of"):
			return false
		case d.is(k, "since") && k+1 < x.end && d.has(k+1, monthWord):
			return false
		case d.isOf(k, &agoWords):
			return false
		case d.is(k, "before") && k+2 < x.end && d.isAny(k+1, "the", "this") && d.isAny(k+2, "war", "invasion"):
			return false
		}
	}
	// what somebody says is not the narrator's
	for k := x.first; k < x.end; k++ {
		if d.has(k, claimNoun) && d.toks[k].tag == nounTag && d.isAny(k, "claim", "claims", "allegation", "allegations", "statement", "statements", "report", "reports", "announcement", "rumour", "rumours") {
			return false
		}
	}
	for k := x.first; k < p.find.first; k++ {
		if k == x.end && len(p.runs) > 1 && p.runs[1].first <= p.find.first {
			k = p.runs[1].first // past a relative clause
		}
		if d.is(k, "silent") && d.isAny(k-1, "stayed", "remained", "kept", "been", "remains") && d.isAny(k+1, "on", "about") {
			return false // "have stayed silent on the strike"
		}
		if d.is(k, "no") && d.isAny(k+1, "word", "comment", "reaction", "response", "statement", "immediate") && d.is(x.first, "there") {
			return false // "There was no word from X about the attack"
		}
		if d.article.Publisher.Party == geo.Press && d.isOf(k, &respondWords) && (d.toks[k].tag == verbTag || d.toks[k].tag == baseTag || d.toks[k].tag == partTag) {
			return false // "did not respond to a request for comment on the strike"
		}
		if t := &d.toks[k]; d.has(k, sayWord) && (t.tag == verbTag || t.tag == partTag) && k > x.first {
			if l, _ := d.cueLemma(k, x.end); l.stance != showStance && (d.attributes(k) || k+1 < x.end && (d.tagAt(k+1) == thatTag || d.char(k+1) == ':')) {
				return false
			}
		}
	}
	// nor what is expected of it
	for k := p.find.end; k < x.end; k++ {
		if d.isOf(k, &predictedWords) && d.toks[k].tag == partTag {
			return false
		}
	}
	// the finding must not hang on "who", "which", "when", "after"
	for k := x.first; k < p.find.first; k++ {
		if d.is(k, "what") && d.isAny(k+1, "is", "was", "remains") {
			continue // "what is left of the town is being fought over"
		}
		if k > x.first && ofHarm(p.find.typ) && d.is(k, "when") || d.is(k, "so") && d.is(k-1, "even") {
			continue // "Three men were waiting for a bus when a shell landed"
		}
		if t := &d.toks[k]; k < x.end && (t.tag == relTag || t.tag == subTag && k > x.first) {
			if t.tag == relTag {
				if m := d.relativeClosed(k, p.find.first); m > 0 {
					k = m
					continue
				}
				if d.pastRestrictive(k, x.first, p.find) {
					break
				}
			}
			return false
		}
	}
	return true
}

// pastRestrictive reports whether a finding is that of the clause around the relative
// clause that opens at token k without a comma: "Nine people who were waiting there died",
// "The station where we had stopped was hit".
func (d *document) pastRestrictive(k, first int, f finding) bool {
	if k == first || !d.nominal(k-1) || !d.isAny(k, "who", "where", "that", "which") || d.finite(k-1) {
		return false
	}
	for m := first; m < k; m++ {
		if d.finite(m) {
			return false
		}
	}
	groups := 0
	for m := k + 1; m < f.end; m++ {
		if t := d.toks[m].tag; d.char(m) == ',' || t == relTag || t == subTag || t == coordTag || t == thatTag {
			return false
		}
		if !d.finite(m) {
			continue
		}
		if groups++; groups == 2 {
			return m >= f.first-3
		}
		for m+1 < f.end && (d.toks[m].tag == auxTag || d.toks[m+1].tag == auxTag) && (d.toks[m+1].tag == auxTag || d.toks[m+1].tag == partTag || d.toks[m+1].tag == ingTag || d.toks[m+1].tag == advTag) {
			m++
		}
	}
	return false
}

// relativeClosed is the comma before token limit that closes the relative clause that
// opens behind a comma, at token k or one before it; 0 for none.
func (d *document) relativeClosed(k, limit int) int {
	if k < 2 || d.char(k-1) != ',' && d.char(k-2) != ',' {
		return 0
	}
	for m := k + 2; m < limit; m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && (d.hasFinite(k+1, m) || d.finite(m+1)) {
			return m
		}
	}
	return 0
}

// attributes reports whether the verb at token k is the cue of an attribution.
func (d *document) attributes(k int) bool {
	n := sort.Search(len(d.attrs), func(n int) bool { return d.attrs[n].cue.end > k })
	for ; n < len(d.attrs) && d.attrs[n].cue.first <= k; n++ {
		if d.attrs[n].verb == k {
			return true
		}
	}
	return false
}

// isYear reports whether token k is a year.
func (d *document) isYear(k int) bool {
	t := &d.toks[k]
	s := d.str(k)
	return t.kind == numberToken && len(s) == 4 && (s[:2] == "19" || s[:2] == "20")
}
