package read

import "contested/geo"

// standsAlone reports whether clause c is a claim beside p, not a part of it.
func (d *document) standsAlone(p, c *clause, a *attribution) bool {
	if (p.echo || c.echo) && c.joint == sentenceJoint && p.find.weight > 0 && c.find.weight > 0 {
		return p.places > 0 && c.places > 0 || d.denial(p.runs[len(p.runs)-1]) != d.denial(c.runs[0]) // "It has not. The east has."
	}
	speech := a.speech && !a.block
	if d.is(c.runs[0].first, "i") && (c.joint != sentenceJoint || c.places == 0 || p.places == 0 || c.find.weight <= 60 || p.find.weight <= 60) {
		return false // "I saw it": bears out what was said
	}
	if c.joint == clauseJoint && d.goesOnOf(c, speech) {
		return false
	}
	switch c.joint {
	case goesOnJoint:
		return false
	case thatJoint, answerJoint:
		return true
	case withJoint:
		return c.find.weight > 0
	case semicolonJoint:
		return c.find.weight > 0 || c.places > 0
	}
	if c.joint == clauseJoint && c.places > 0 {
		return true
	}
	if p.tells && c.tells && d.anotherThing(p, c, a) {
		return true
	}
	if c.joint == sentenceJoint && c.tells && p.tells && (p.find.weight > 0 || d.ofThings(p)) && (c.find.weight > 0 || d.ofThings(c)) {
		return true
	}
	if c.find.weight == 0 || p.find.weight == 0 {
		return c.places > 0 && p.places > 0
	}
	if c.places > 0 && p.places > 0 {
		return true
	}
	if (c.joint == verbJoint || c.joint == clauseJoint) && c.find.typ != p.find.typ && c.find.weight > 62 && p.find.weight > 62 {
		return true
	}
	if c.joint == sentenceJoint && c.find.weight > 62 && p.find.weight > 62 {
		return true
	}
	return c.joint == clauseJoint && c.find.typ != p.find.typ && (c.places > 0 || p.places > 0)
}

// ofThings reports whether a sentence of no type tells of what there is at a place, how
// many, or of what weapons and troops do: "There are no children left", "The drones have
// become worse", "Today we have about 3,200".
func (d *document) ofThings(c *clause) bool {
	x := c.runs[0]
	for x.first < x.end-2 && (d.toks[x.first].tag == coordTag || d.toks[x.first].tag == advTag && !d.is(x.first, "there")) {
		x.first++
	}
	if d.is(x.first, "there") && (d.has(x.first+1, beWord) || d.kindAt(x.first+1) == cliticToken) {
		return d.isAny(x.first+2, "no", "nobody", "nothing") || d.toks[x.first+2].tag == numTag
	}
	if q := d.phraseRight(x.first, x.end); !q.empty() && d.has(q.head, weaponWord|troopsWord|unitWord|vehicleWord) {
		return true
	}
	return !d.is(x.first, "i") && d.counted(x)
}

// goesOnOf reports whether clause c goes on with what was spoken of: it begins with "and
// we", "and they" in speech, or is of no type and only goes with what was said, and names no
// place. "'We are in the north and we are staying there'" is one thing said.
func (d *document) goesOnOf(c *clause, speech bool) bool {
	x := c.runs[0]
	if x.first == 0 || !d.isAny(x.first-1, "and", "while") {
		return false
	}
	if !(speech && d.isAny(x.first, "it", "they", "we", "he", "she")) && (c.find.weight > 0 || d.ofThings(c) || !d.goesWith(c)) {
		return false
	}
	for _, m := range d.mentionsIn(x.first, x.end) {
		if m.Use == geo.Literal && d.isSpot(&m) {
			return false
		}
	}
	return true
}

// anotherThing reports whether clause c, which states something as p does, states
// something else: it contrasts, or it is a sentence or clause of its own beside one
// that tells of a situation or a place.
func (d *document) anotherThing(p, c *clause, a *attribution) bool {
	anchored := p.places > 0 || p.find.weight > 62 || c.joint == clauseJoint && p.find.weight == 0 && c.find.weight > 62 && d.contentLength(p.runs) > 4 && !d.goesWith(c)
	if !a.speech && !a.block && d.toks[c.runs[0].first].quote != 0 {
		return false // words that bear the writer's out: "that was untrue: 'We hold it, and they lie'"
	}
	switch c.joint {
	case verbJoint:
		if d.isAny(c.runs[0].first-1, "but", "yet") {
			return anchored
		}
		return false
	case clauseJoint:
		if ofHarm(p.find.typ) && p.find.typ == c.find.typ && p.find.weight > 0 && c.find.weight > 0 {
			return false // "14 were killed and 76 injured"
		}
		if a.block && c.find.weight <= 62 || d.isAny(c.runs[0].first, "it", "they", "we", "he", "she") && c.find.weight <= 62 && !a.speech {
			return false // "it had to be done"
		}
		return anchored
	}
	return false
}

// goesWith reports whether clause c, of no type, only goes with what was said before it: it
// is short, or it speaks of those already spoken of: "and people use it every day", "and
// most of them do not come back", "and on Friday they came back".
func (d *document) goesWith(c *clause) bool {
	const short = 5 // words
	if d.contentLength(c.runs) <= short {
		return true
	}
	x := c.runs[0]
	k := d.pastAdverbs(x.first, x.end)
	if k < x.end && d.toks[k].tag == prepTag {
		if q := d.phraseRight(k+1, x.end); !q.empty() {
			k = q.end
		}
	}
	return k < x.end && (d.toks[k].tag == pronTag || d.isAny(k, "all", "most", "both", "none", "each", "one", "some") && !d.nominal(k+1))
}

// tells reports whether a clause states something of others than its speaker:
// not "I'd be careful", "that's no secret", "let them come", "who knows".
func (d *document) tells(runs []run) bool {
	x := runs[0]
	k := x.first
	for k < x.end-1 && (d.toks[k].tag == advTag || d.toks[k].tag == coordTag || d.toks[k].kind == punctToken) {
		k++
	}
	if d.toks[k].tag == prepTag {
		for k < x.end-1 && !d.finite(k) && !d.is(k, "i") {
			k++ // "on the fifth I left"
		}
	}
	switch {
	case d.isOf(k, &talkWords):
		return false
	case d.isOf(k, &thatThisIt) && (d.kindAt(k+1) == cliticToken || d.has(k+1, beWord)):
		return false
	}
	return d.contentLength(runs) >= 3 && (d.toks[k].tag == partTag || d.hasFinite(x.first, x.end))
}

// talkWords are how talk of no situation begins: of oneself, with the listener, a question.
var talkWords = listOf("i you let what who whether how why look tell show maybe perhaps thank yes no")
