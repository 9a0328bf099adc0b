package read

import "strings"

// verbContext is a word that can be a verb, with what stands around it in its
// sentence. Its methods each know one kind of context, and say noTag where it is
// not theirs.
type verbContext struct {
	*document
	at         int // the word
	left       int // the token before, -1 at the start
	leftTag    tag
	far        int // the token before that is no adverb, -1 at the start
	farTag     tag
	right      int // the token behind, end at the end
	first, end int // of the sentence
	forms      verbForm
	classes    class
	caps       letterCase
	noun, adj  bool // may be one by the lists
	nounBefore bool // a noun is due: what stands before belongs to one
}

// tagVerb decides what a word that can be a verb is: by fixed phrases, by the
// auxiliary before it, by its form, then by its neighbours.
func (d *document) tagVerb(i, p int, prev tag, n, first, end int) tag {
	e := &d.toks[i]
	c := verbContext{document: d, at: i, left: p, leftTag: prev, far: d.prevWord(i, first, true), right: n, first: first, end: end, forms: e.verb, classes: e.classes, caps: e.caps}
	if t := c.inPhrase(); t != noTag {
		return t
	}
	c.noun = c.classes&(nounWord|roleWord|orgWord|claimNoun|docWord|witnessWord|mediaWord|titleWord|rankWord|timeWord) != 0
	c.adj = c.classes&adjWord != 0
	if c.far >= 0 {
		c.farTag = d.toks[c.far].tag
	}
	if t := c.premodifier(); t != noTag {
		return t
	}
	if t := c.afterAuxiliary(); t != noTag {
		return t
	}
	if t := c.inverted(); t != noTag {
		return t
	}
	if c.forms == ingForm {
		return c.gerund()
	}
	c.nounBefore = prev == detTag || prev == adjTag || prev == possTag || prev == numTag && !(p > first && (d.has(p-1, monthWord) || d.numbered(p, first)))
	if c.forms&(pastForm|partForm) != 0 && c.forms&baseForm == 0 {
		return c.past()
	}
	if c.countedHits() {
		return verbTag
	}
	// -s and plain forms, and those that are past as well: hit, cut, put, read
	if t := c.cue(); t != noTag {
		return t
	}
	if c.closesAside() || c.ofSome() || c.asSaid() {
		return verbTag
	}
	if t := c.byNeighbours(); t != noTag {
		return t
	}
	switch {
	case c.forms&sForm != 0:
		return c.singular()
	case c.forms&pastForm != 0:
		return c.unchanging()
	}
	return c.plain()
}

// closesAside reports whether the word is the verb of a subject that an aside between
// commas keeps it from: "Russian units, supplied by boat, hold the bank".
func (c *verbContext) closesAside() bool {
	const long = 14 // tokens
	if c.forms&baseForm == 0 || c.caps != lowerCase || c.left < 0 || c.char(c.left) != ',' || c.right >= c.end || !c.has(c.right, detWord|possWord) && !c.literalNext() {
		return false
	}
	for k := c.left - 2; k > c.first+1 && k > c.left-long; k-- {
		switch {
		case c.endsSentence(k) || c.char(k) == ';' || c.char(k) == ':':
			return false
		case c.char(k) == ',':
			t := c.toks[k+1].tag
			return (t == partTag || t == ingTag || t == verbTag && c.toks[k+1].verb&partForm != 0) && c.toks[k-1].tag == nounTag && c.plural(k-1)
		}
	}
	return false
}

var someWords = listOf("many few several most some both others all")

// ofSome reports whether the word is the verb of "many": "Many refuse to be evacuated".
func (c *verbContext) ofSome() bool {
	return c.forms&baseForm != 0 && c.caps == lowerCase && c.right < c.end && c.is(c.right, "to") && c.left >= 0 && c.isOf(c.left, &someWords)
}

// literalNext reports whether a name stands behind the word.
func (c *verbContext) literalNext() bool { return c.toks[c.right].caps == titleCase }

// inPhrase knows words by the phrase they stand in: "the armed forces", "cease-fire".
func (c *verbContext) inPhrase() tag {
	if c.forms&baseForm != 0 && c.forms&(sForm|pastForm) == 0 && c.left > c.first && c.left == c.at-1 && c.has(c.left, demonymWord) && !c.plural(c.left) && c.has(c.left-1, detWord) {
		return nounTag // "put the Russian reserve at"
	}
	if c.classes&sayWord != 0 && c.forms&sForm != 0 && c.leftTag == nounTag && !c.plural(c.left) && c.has(c.left, mediaWord|roleWord) && c.right+2 < c.end && c.is(c.right, "from") && c.toks[c.right+1].caps == titleCase && c.is(c.right+2, "that") {
		return verbTag // "Our correspondent reports from X that"
	}
	phrase := c.isOf(c.at, &verbPhraseWords)
	if phrase && c.is(c.at, "armed") && c.right < c.end && c.isAny(c.right, "forces", "men", "groups", "group", "formations", "services") {
		return adjTag // "the Ukrainian armed forces"
	}
	if phrase && c.is(c.at, "lives") && (c.leftTag == nameTag || c.leftTag == relTag || c.leftTag == nounTag && c.has(c.left, witnessWord|roleWord)) && c.right < c.end && c.isAny(c.right, "in", "on", "near", "with", "at", "alone", "here", "there") {
		return verbTag // "Natalia lives in a cellar"
	}
	if c.forms&sForm != 0 && c.right == c.at+1 && c.right < c.end && c.is(c.right, "who") && c.has(c.at, roleWord|witnessWord|nounWord|titleWord) {
		return nounTag // "mission monitors who went there"
	}
	if phrase && c.is(c.at, "services") && c.left >= c.first && c.isAny(c.left, "emergency", "rescue", "security", "intelligence", "utility", "medical", "border", "secret", "ambulance", "fire", "communal", "operational", "special") {
		return nounTag
	}
	if phrase && c.is(c.at, "geolocated") && c.right < c.end && c.has(c.right, docWord|nounWord) && c.toks[c.right].caps == lowerCase {
		return adjTag // "has not observed geolocated evidence"
	}
	if c.forms&baseForm != 0 && c.left > c.first && c.is(c.left, "police") && (c.isAny(c.left-1, "a", "an", "another", "each", "every", "this", "that") || c.right < c.end && c.has(c.right, sayWord) && c.toks[c.right].verb&(pastForm|sForm) != 0) {
		return nounTag // "a police report"
	}
	if phrase && c.isAny(c.at, "drones", "troops", "pilots", "channels", "teams", "crews") {
		return nounTag // "aviation, strike drones and missile troops hit", "OSCE teams heard"
	}
	if c.forms&sForm != 0 && c.left == c.at-1 && c.left >= c.first && c.is(c.left, "air") && c.has(c.at, assaultWord) {
		return nounTag // "artillery and air strikes"
	}
	if c.leftTag == nameTag && c.forms&baseForm != 0 && c.left > c.first && c.isAny(c.left-1, "a", "an") && c.has(c.left, demonymWord) && c.right < c.end && c.has(c.right, roleWord|rankWord|witnessWord) && c.toks[c.right].caps == lowerCase {
		return nounTag // "A Ukrainian reserve officer said"
	}
	if phrase && c.is(c.at, "attempts") && c.enemysOwn() {
		return nounTag
	}
	if c.forms&baseForm != 0 && c.at+2 < c.end && c.kindAt(c.at+1) == hyphenToken && c.kindAt(c.at+2) == wordToken && !c.toks[c.at+1].spaced && !c.toks[c.at+2].spaced && c.caps == lowerCase {
		return adjTag // "counter-attacks", "cease-fire"
	}
	if c.at > 0 && c.kindAt(c.at-1) == hyphenToken && c.forms&(partForm|ingForm) != 0 {
		return adjTag // "Moscow-appointed"
	}
	if c.left < 0 && c.caps == titleCase && c.forms == baseForm && c.right+1 < c.end && c.toks[c.right].caps == titleCase && c.has(c.right, orgWord|nounWord) && !c.has(c.right, demonymWord) && (c.has(c.right+1, sayWord) || c.toks[c.right+1].verb&(sForm|pastForm) != 0) {
		return nameTag // "Harbour Aid warns"
	}
	return noTag
}

// enemysOwn reports whether the word is what the enemy, without an article, does, and the
// verb follows: "Enemy attempts to advance near X and Y were unsuccessful".
func (c *verbContext) enemysOwn() bool {
	const far = 20 // tokens
	if c.left < 0 || !c.isAny(c.left, "enemy", "hostile") || c.left > c.first && c.has(c.left-1, detWord|possWord) || c.right >= c.end || !c.is(c.right, "to") {
		return false
	}
	for k := c.right + 2; k < min(c.end, c.right+far); k++ {
		if c.isAny(k, "were", "are", "have", "had", "failed", "fail", "remain", "continue") {
			return true
		}
		if c.endsSentence(k) || c.has(k, subordWord|whWord) {
			break
		}
	}
	return false
}

// premodifier knows adjectives before their noun that look like verbs: "verified
// footage".
func (c *verbContext) premodifier() tag {
	if c.is(c.at, "own") && (c.leftTag == detTag || c.leftTag == possTag) {
		return adjTag
	}
	if c.forms&partForm != 0 && c.right == c.at+1 && c.right < c.end && c.caps == lowerCase && c.farTag != nounTag && c.farTag != nameTag && c.farTag != pronTag && c.farTag != auxTag && c.farTag != relTag && c.isOf(c.at, &checkedParticiples) && c.has(c.right, docWord) {
		return adjTag // "However, verified footage shows"
	}
	return noTag
}

// afterAuxiliary goes by the "to" or the auxiliary before the word.
func (c *verbContext) afterAuxiliary() tag {
	switch {
	case c.farTag == toTag:
		return baseTag
	case c.farTag == auxTag && c.far >= 0:
		switch {
		case c.has(c.far, modalWord|doWord) || c.isLL(c.far):
			if c.forms&baseForm != 0 {
				return baseTag
			}
		case c.has(c.far, haveWord) || c.is(c.far, "'ve") || c.is(c.far, "’ve"):
			if c.forms&partForm != 0 {
				return partTag
			}
		}
		if c.forms&ingForm != 0 {
			return ingTag
		}
		if c.forms&partForm != 0 {
			return partTag
		}
		if c.noun {
			return nounTag
		}
		if c.has(c.far, doWord|modalWord|haveWord) {
			return partTag
		}
		if c.adj {
			return adjTag
		}
		return nounTag
	}
	return noTag
}

// inverted knows verbs of saying behind what is said: "…', replies the mayor".
func (c *verbContext) inverted() tag {
	if j := c.at - 1; c.classes&sayWord != 0 && c.forms&(sForm|pastForm) != 0 && j > c.first && c.startsNominal(c.right, c.end) && (c.kindAt(j) == closeToken || c.char(j) == ',' && c.kindAt(j-1) == closeToken) {
		return verbTag // "'…,' replies Lieutenant X"
	}
	if c.classes&cueWord != 0 && c.left > c.first && c.char(c.left) == ',' && c.mayFollow(c.at) && (c.forms&(sForm|pastForm) != 0 && c.startsNominal(c.right, c.end) || c.forms&baseForm != 0 && c.right < c.end && c.has(c.right, adjWord|roleWord|witnessWord|demonymWord)) && !c.has(c.right, subjPron) && !c.finiteAhead(c.right, c.end) && c.finiteBefore(c.left, c.first) {
		return verbTag // "no shell has fallen, boasts the mayor"
	}
	return noTag
}

// gerund tells "shelling" that goes on from shelling as a noun and from "a mapping
// group".
func (c *verbContext) gerund() tag {
	switch {
	case c.toAudience():
		return ingTag
	case c.noun && (c.leftTag == detTag || c.leftTag == adjTag || c.leftTag == possTag || c.leftTag == prepTag && !c.startsNominal(c.right, c.end) || c.leftTag == nameTag && (c.right >= c.end || c.toks[c.right].kind == punctToken || c.has(c.right, prepWord) || c.has(c.right, sayWord)) || c.opensClause(c.at, c.left) && c.right < c.end && (c.has(c.right, prepWord|verbWord|beWord|haveWord|modalWord) || c.toks[c.right].verb&(pastForm|sForm) != 0)):
		return nounTag
	case c.noun && c.leftTag != subTag && (c.leftTag == nounTag || c.leftTag == coordTag || c.leftTag == verbTag || c.leftTag == ingTag || c.leftTag == partTag || c.leftTag == baseTag) && !c.startsNominal(c.right, c.end) && !(c.right < c.end && c.has(c.right, whWord)):
		return nounTag
	case c.leftTag == detTag && c.right < c.end && (c.nominalWord(c.right) || c.toks[c.right].kind == numberToken):
		return adjTag
	case c.leftTag == detTag || c.leftTag == possTag:
		return nounTag
	case c.leftTag == numTag && c.isAny(c.at, "mapping", "monitoring", "tracking") && c.right < c.end && c.nominalWord(c.right):
		return adjTag // "two mapping projects"
	case c.right < c.end && c.nominalWord(c.right) && c.attributive(c.left, c.first):
		return adjTag // "an independent mapping group"
	case c.leftTag == nameTag && c.right < c.end && c.nominalWord(c.right) && c.toks[c.right].caps == lowerCase && c.isAny(c.at, "monitoring", "mapping", "checking", "tracking", "demining", "reporting", "consulting", "broadcasting", "coordinating", "investigating", "governing", "ruling", "publishing", "trading", "training", "manufacturing", "engineering", "mining", "shipping"):
		return adjTag // "the Delta monitoring project"
	}
	return ingTag
}

// past tells the past tense from participles: "the wounded said", "captured
// villages".
func (c *verbContext) past() tag {
	if c.nounBefore && c.forms&partForm == 0 && !c.noun && !c.adj && (c.leftTag == numTag || c.leftTag == adjTag && c.is(c.left, "most")) && !c.finiteAhead(c.right, c.end) {
		return verbTag // "31 took place in X", "Most came from Y"
	}
	switch {
	case c.nounBefore && (c.leftTag != numTag || c.right < c.end && c.nominalWord(c.right)):
		if (c.leftTag == adjTag || c.leftTag == numTag) && c.has(c.at, sayWord) && !c.has(c.at, nounWord) && c.forms&pastForm != 0 && !(c.right < c.end && c.nominalWord(c.right) && c.toks[c.right].caps == lowerCase && !c.has(c.right, roleWord)) {
			return verbTag // "the wounded said"
		}
		if c.noun {
			return nounTag
		}
		if c.leftTag == numTag && c.forms&pastForm != 0 && c.right < c.end && c.toks[c.right].caps != lowerCase && (c.left == c.first || c.toks[c.left-1].kind == punctToken) && !c.finiteAhead(c.right, c.end) {
			return verbTag // "of ninety men, eleven reached Kupiansk"
		}
		if c.leftTag == detTag && c.right < c.end && !c.nominalWord(c.right) && c.toks[c.right].caps == lowerCase && c.left >= 0 && !c.has(c.left, detWord|possWord) {
			return verbTag // "this showed", "all said"
		}
		if (c.is(c.left, "all") || c.is(c.left, "both") || c.is(c.left, "some") || c.is(c.left, "many") || c.is(c.left, "few") || c.is(c.left, "several") || c.is(c.left, "others")) && c.forms&pastForm != 0 && !c.nominalWord(c.right) {
			return verbTag
		}
		if c.leftTag == adjTag && c.forms&pastForm != 0 && (c.has(c.left, demonymWord) && !c.nominalWord(c.right) || c.right < c.end && (c.has(c.right, detWord|possWord) || c.is(c.right, "that"))) {
			return verbTag
		}
		return adjTag
	case c.forms&pastForm == 0:
		return partTag
	case c.forms&partForm == 0:
		return verbTag
	}
	return c.pastOrParticiple(c.at, c.leftTag, c.left, c.right, c.first, c.end)
}

// nameVerb reports whether a word that may be noun or verb is the verb of the
// name before it: ", Suspilne reports.", "insists Lyman stands".
func (d *document) nameVerb(i, p, n, first, end int) bool {
	q := p
	for q > first && d.toks[q-1].tag == nameTag {
		q--
	}
	if q--; q < first {
		return false
	}
	if d.judgedNoun(q) && q > first && d.has(q-1, detWord) && d.has(i, cueWord) {
		return n >= end || d.toks[n].kind == punctToken // "a figure Kyiv disputes"
	}
	if d.char(q) == ',' && d.has(i, sayWord) {
		return n >= end || d.endsSentence(n) || d.char(n) == ','
	}
	return (d.toks[q].tag == thatTag || d.toks[q].tag == verbTag && d.has(q, cueWord)) && !d.finiteAhead(n, end) && !(n < end && d.nominalWord(n) && !d.has(n, advWord))
}

// isLL: the auxiliary of "they'll" and "they'd".
func (d *document) isLL(i int) bool {
	s := d.str(i)
	return strings.HasSuffix(s, "ll") || strings.HasSuffix(s, "d")
}

// verbBehindPlaces reports whether a preposition and names follow the word, and then the
// verb of the clause.
func (c *verbContext) verbBehindPlaces() bool {
	if c.right+2 >= c.end || !c.has(c.right, prepWord) {
		return false
	}
	const far = 12 // tokens
	for k := c.right + 1; k < min(c.end, c.right+far); k++ {
		t := &c.toks[k]
		switch {
		case t.kind == wordToken && t.caps != lowerCase, t.kind == hyphenToken:
			continue
		case k+1 < c.end && (c.char(k) == ',' || c.has(k, coordWord|prepWord|detWord)) && c.kindAt(k+1) == wordToken && c.toks[k+1].caps != lowerCase:
			continue
		case k == c.right+1:
			return false
		}
		return c.has(k, beWord|haveWord|modalWord) || t.verb&pastForm != 0 && t.classes&nounWord == 0
	}
	return false
}
