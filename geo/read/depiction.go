package read

import "contested/geo"

var (
	givesWords = listOf("gives gave give stands stood")
	putsWords  = listOf("puts put places placed place locates located locate") // "imagery puts troops in X"
)

// depicts handles verbs that are no reporting ones but say what a map or a report
// has: "DeepState's map gives X to the Russians", "the institute has Russian troops
// in the east of Y", "The UN's figure for Z is 12 dead".
func (d *document) depicts(i, s int) bool {
	lo, hi := d.bounds(i, s)
	t := &d.toks[i]
	if t.tag != verbTag && t.tag != auxTag || i+1 >= hi {
		return false
	}
	after := i + 1
	be := d.has(i, beWord)
	switch {
	case d.has(i, haveWord):
	case be, d.isOf(i, &givesWords):
	case d.isOf(i, &putsWords) && (d.hasPicture(lo, i) || d.is(lo, "mapping")):
	default:
		return false
	}
	if after >= hi || !d.startsObject(after) {
		return false
	}
	counts := be || d.isAny(i, "stands", "stood")
	if counts && d.toks[after].tag != numTag && d.toks[after].kind != numberToken && !d.isAny(after, "at", "more", "fewer") {
		return false // before the subject is looked for: nearly every "is" ends here
	}
	g := d.verbGroupAt(i, lo)
	if g.negated || g.passive || g.infinitive {
		return false
	}
	sub, how := d.subject(g, lo, hi)
	if sub.empty() || how != subjectAdjacent && how != subjectAside {
		return false
	}
	src := sub
	if counts {
		if src = d.tallyOf(sub, hi); src.empty() {
			return false
		}
		if d.is(after, "at") {
			after++
		}
	} else if !d.isMapper(sub) && !d.pictures(sub) {
		return false
	}
	end := d.clauseEnd(after, hi)
	if end <= after+1 && be {
		return false
	}
	d.addAttribution(attribution{rule: "attr.F-depicts", source: src, subject: sub, cue: run{g.first, after}, verb: i, stance: showStance, content: []run{{after, end}}})
	return true
}

// shownBy is which of the two sides says what a picture shows: "The ministry said the video
// showed a hit on X".
func (d *document) shownBy(a *attribution, p np) (speaker, bool) {
	if a.parent == 0 || a.stance != showStance || !d.pictures(p) {
		return speaker{}, false
	}
	b := &d.attrs[a.parent-1]
	if b.block || len(b.content) == 0 || p.first > b.content[0].first+2 || b.who.actor == 0 || d.actors[b.who.actor-1].party.Adversary() == geo.UnknownParty {
		return speaker{}, false
	}
	return b.who, true
}

// pictured is the picture of the sentence before that a pronoun means which shows something:
// "We found where this video was filmed. It shows a drone that hits a truck."
func (d *document) pictured(a *attribution, p np) (speaker, bool) {
	s := int(d.toks[p.first].sent)
	if a.stance != showStance || s == 0 || !d.isAny(p.first, "it", "they") || p.first != d.sents[s].first || d.sents[s-1].block != d.sents[s].block {
		return speaker{}, false
	}
	for k := d.sents[s-1].first; k < d.sents[s-1].end; k++ {
		if d.isPicture(k) && d.toks[k].tag == nounTag {
			e := actor{name: d.str(k), key: d.lower(k), last: p.first}
			e.set(d, d.article.Publisher.Party, geo.Media, wOwnWords, "party.pictures", k, k+1, "")
			return speaker{actor: d.addActor(e), weight: e.weight, why: e.why}, true
		}
	}
	return speaker{}, false
}

// startsObject reports whether an object or a number begins at token i.
func (d *document) startsObject(i int) bool {
	switch d.toks[i].tag {
	case detTag, adjTag, nounTag, nameTag, numTag, pronTag:
		return true
	}
	return d.is(i, "at")
}

// makesPicture reports whether an attribution's verb makes or hands out a picture of which its
// object says no more than where or when: "recorded a video on the square".
func (d *document) makesPicture(a *attribution) bool {
	c := a.content[0]
	p := d.baseRight(c.first, c.end)
	if a.rule != "attr.F-object" && a.rule != "attr.C-bare" || p.empty() || !d.isPicture(p.head) {
		return false
	}
	if d.is(p.end, "of") || d.hasFinite(p.end, c.end) {
		return false
	}
	for k := p.end; k < c.end; k++ {
		if d.isAny(k, "showing", "with", "that", "which", "purporting", "claiming") || d.toks[k].kind == openToken {
			return false
		}
	}
	return true
}

// isMapper reports whether a phrase names somebody who shows the front: a map, a
// report, a mapping group, an institute, a channel.
func (d *document) isMapper(p np) bool {
	if d.isAny(p.head, "map", "maps", "report", "reports", "bulletin", "bulletins", "summary", "log", "overview", "update", "tracker") {
		return d.toks[p.first].tag == detTag || d.toks[p.first].tag == nameTag || !d.possessor(p).empty()
	}
	return d.isResearch(p.first, p.head) || d.maps(p) || d.has(p.head, mediaWord) && d.isAny(p.head, "blogger", "bloggers")
}

// tallyOf is whose count a phrase is: "the UN's figure for X", "the count of the
// administration".
func (d *document) tallyOf(p np, hi int) np {
	for k := p.first; k < p.end; k++ {
		if !d.isOf(k, &numberNouns) {
			continue
		}
		if q := d.possessor(np{p.first, k, k - 1}); !q.empty() {
			return q
		}
		if k+2 < p.end && d.is(k+1, "of") && !d.isAny(k, "number", "total") {
			if q := d.phraseRight(k+2, min(hi, p.end)); !q.empty() && (d.has(q.head, orgWord|roleWord) || d.toks[q.head].tag == nameTag) {
				return q
			}
		}
		return np{}
	}
	return np{}
}

// hasPicture reports whether tokens [i, j) name a record of what can be seen.
func (d *document) hasPicture(i, j int) bool {
	for ; i < j; i++ {
		if d.isPicture(i) {
			return true
		}
	}
	return false
}

// pictureBefore is the record of which the participle at token k says what it shows: "footage
// published on 15 March showing X".
func (d *document) pictureBefore(k, lo int) np {
	const far = 14 // tokens
	for m := k - 1; m >= lo && m > k-far; m-- {
		switch {
		case d.isPicture(m) && d.toks[m].tag == nounTag:
			return d.phraseLeft(m, lo)
		case d.endsClause(m), d.toks[m].tag == auxTag, d.toks[m].tag == thatTag, d.toks[m].tag == verbTag && d.toks[m].verb&partForm == 0:
			return np{}
		}
	}
	return np{}
}

// beforeMain ends what a picture shows before the verb of the clause that the picture is the
// subject of: "footage showing a flag in X [supports the claim]".
func (d *document) beforeMain(c run) int {
	for k := c.first + 1; k < c.end; k++ {
		switch {
		case d.toks[k].tag == relTag, d.toks[k].tag == thatTag, d.toks[k].tag == subTag, d.toks[k].tag == coordTag:
			return c.end
		case d.finite(k):
			return k
		}
	}
	return c.end
}

// isPicture reports whether token i is a word for a record of what can be seen.
func (d *document) isPicture(i int) bool {
	return d.has(i, docWord) && d.isAny(i, "footage", "video", "videos", "image", "images", "imagery", "photo", "photos", "photographs", "pictures", "clip", "clips", "photograph", "picture", "screenshots", "recording", "recordings", "frame", "frames", "stills")
}

// pictures reports whether a phrase is one for a record that is nobody's own:
// "footage published by the ministry", not "the ministry's footage".
func (d *document) pictures(p np) bool {
	found := false
	for k := p.first; k < p.end && !found; k++ {
		if d.toks[k].tag == possTag || d.has(k, possWord) {
			return false
		}
		found = d.isPicture(k) && d.toks[k].tag == nounTag && !(k+1 < p.end && d.toks[k+1].tag == nounTag && !d.isPicture(k+1))
	}
	return found
}
