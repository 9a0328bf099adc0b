package read

// whitherWords say where somebody moves.
var whitherWords = listOf("up down back away round around across forward inside outside")

var (
	showWords  = listOf("show shows")
	holdsWords = listOf("holds clings hangs")
	holdingOn  = listOf("on out off firm fast for")
)

// cue knows the present tense of the verbs that attribute, most of which are nouns
// as well: "the authorities state that", "footage shows".
func (c *verbContext) cue() tag {
	if c.noun && c.forms&sForm != 0 && c.classes&claimNoun != 0 && c.leftTag == nameTag && c.has(c.left, demonymWord) && !c.plural(c.left) && c.is(c.right, "that") && !(c.left > c.first && c.has(c.left-1, detWord)) {
		return nounTag // "denied Russian reports that"
	}
	if c.left < 0 && c.is(c.at, "radio") && c.right < c.end && c.toks[c.right].caps == titleCase {
		return nameTag // "Radio Liberty reported"
	}
	if c.noun && c.classes&cueWord != 0 && c.forms&sForm != 0 && c.left-2 > c.first && c.char(c.left) == ',' && c.is(c.left-1, "part") && c.isAny(c.left-2, "its", "his", "her") {
		return verbTag // "The Kremlin, for its part, talks of taking X"
	}
	if c.is(c.at, "access") && c.is(c.right, "to") {
		return nounTag // "denied the mission access to X"
	}
	if c.isOf(c.at, &restsWords) && c.right < c.end && c.isOf(c.right, &onOrFrom) && (c.leftTag == nounTag || c.leftTag == nameTag) {
		return verbTag // "the claim that C rests on a single video"
	}
	if c.noun && c.forms&baseForm != 0 && c.classes&claimNoun != 0 && c.leftTag == nameTag && c.has(c.left, demonymWord) && !c.plural(c.left) && c.left > c.first && c.has(c.left-1, detWord) {
		return nounTag // "Both the Russian claim that"
	}
	if c.noun && c.forms&sForm != 0 && c.leftTag == verbTag && c.has(c.left, sayWord|claimNoun) && c.right < c.end && (c.startsNominal(c.right, c.end) || c.nominalWord(c.right)) && c.relativeNear(c.left, c.first) {
		return verbTag // "a clip that it says shows"
	}
	// base or -s forms (and those that are past as well: hit, cut, put, read)
	if c.classes&cueWord != 0 && !c.nounBefore && c.right < c.end && c.left >= 0 && (c.toks[c.left].tag != prepTag || c.particleEnd(c.left, c.first)) && (c.is(c.right, "that") || c.char(c.right) == ':') && (c.forms&sForm != 0 || c.forms&baseForm != 0 && (c.leftTag != nounTag || c.plural(c.left))) &&
		(c.is(c.right, "that") && c.clauseFollows(c.right+1, c.end) && !(c.noun && c.leftTag == nameTag && c.right+1 < c.end && c.has(c.right+1, modalWord|beWord|haveWord|doWord))) && (c.leftTag == nounTag || c.leftTag == nameTag || c.leftTag == pronTag || c.leftTag == advTag || c.char(c.left) == ',' || c.particleEnd(c.left, c.first)) {
		return verbTag // "X, the head of Y, posts that", "the authorities state that"
	}
	if c.classes&cueWord != 0 && c.forms&baseForm != 0 && c.left > c.first && c.char(c.left) == ',' && c.is(c.right, "to") && c.right+1 < c.end && c.isAny(c.right+1, "have", "be", "know", "hold", "control") && !c.finiteAhead(c.right+2, c.end) {
		return verbTag // "the pilots, who go by X and Y, claim to have"
	}
	if c.noun && c.forms&sForm != 0 && c.left-1 > c.first && c.char(c.left) == ',' && c.toks[c.left-1].tag == verbTag && c.has(c.left-1, sayWord) && c.startsNominal(c.right, c.end) && !c.finiteAhead(c.right, c.end) {
		return verbTag // "The enemy, the officer conceded, controls the south"
	}
	if c.classes&cueWord != 0 && c.forms&sForm != 0 && (c.leftTag == nounTag || c.leftTag == nameTag) && c.mayFollow(c.at) && ((c.right >= c.end || c.endsSentence(c.right)) && c.behindComma(c.left, c.first) || c.insertedAt(c.left, c.right, c.first, c.end)) {
		return verbTag // ", the operational headquarters reports.", ", the police of Ukraine reports."
	}
	if c.classes&cueWord != 0 && c.forms&sForm != 0 && c.left-1 > c.first && c.char(c.left) == ',' && c.nominal(c.left-1) && c.mayFollow(c.at) && c.startsNominal(c.right, c.end) && !c.anyFinite(c.first, c.at) {
		return verbTag // "Colonel X, the commander of Y, claims a bridge has gone"
	}
	if c.classes&cueWord != 0 && c.forms&sForm != 0 && c.left-1 > c.first && c.char(c.left) == ',' && c.nominal(c.left-1) && c.mayFollow(c.at) && (c.right >= c.end || c.endsSentence(c.right) || c.char(c.right) == ':' || c.char(c.right) == ',' && c.right+1 < c.end && c.has(c.right+1, beWord|haveWord|modalWord)) {
		return verbTag // "C, Colonel X, the commander of Y, reports."
	}
	if c.classes&sayWord != 0 && c.forms&sForm != 0 && (c.leftTag == nameTag || c.leftTag == nounTag && !c.plural(c.left)) && c.right < c.end && c.char(c.right) == ':' && (c.right+1 >= c.end || c.kindAt(c.right+1) == openToken) {
		return verbTag // "The Herald reports: '…'"
	}
	if c.classes&sayWord != 0 && c.forms&baseForm != 0 && (c.leftTag == nounTag || c.leftTag == nameTag) && c.right < c.end && (c.startsNominal(c.right, c.end) || c.nominalWord(c.right) || c.is(c.right, "that")) && !c.has(c.right, prepWord) && c.pluralBefore(c.left, c.first) {
		return verbTag // "partisans of the movement claim they", "doctors in the town report"
	}
	if c.classes&sayWord != 0 && c.forms&baseForm != 0 && c.leftTag == nounTag && c.plural(c.left) && c.has(c.left, roleWord|witnessWord|mediaWord|orgWord|demonymWord|docWord|troopsWord) {
		return verbTag // "officials claim air defences destroyed"
	}
	if c.classes&sayWord != 0 && c.forms&baseForm != 0 && c.leftTag == nounTag && (c.right >= c.end || c.endsSentence(c.right) || c.char(c.right) == ';') && c.pluralBefore(c.left, c.first) && c.behindComma(c.left, c.first) {
		return verbTag // "C, doctors at the regional hospital report."
	}
	if c.classes&cueWord != 0 && c.forms&sForm != 0 && (c.leftTag == nameTag || c.leftTag == nounTag && !c.plural(c.left)) && c.right+1 < c.end {
		if _, after := c.cueLemma(c.at, c.end); after == c.right+1 && c.is(after, "that") {
			return verbTag // "the project X points out that"
		}
		if c.classes&sayWord != 0 && c.char(c.right) == ',' && c.isAny(c.right+1, "citing", "quoting", "referring") {
			return verbTag // "Mash reports, citing a source, that"
		}
	}
	if c.noun && c.isOf(c.at, &holdsWords) && (c.leftTag == nameTag || c.leftTag == nounTag && !c.plural(c.left)) && c.isOf(c.right, &holdingOn) && !c.anyFinite(c.first, c.at) {
		return verbTag // "Ukraine holds on to X", "the line holds firm"
	}
	if c.noun && c.isOf(c.at, &showWords) && c.right < c.end && c.toks[c.right].kind == wordToken && (c.startsNominal(c.right, c.end) || c.nominalWord(c.right)) && c.documentBefore(c.at, c.first) {
		return verbTag // "drone footage shows waves of", "pictures reviewed by this paper show trenches"
	}
	return noTag
}

// theMilitary reports whether "the military" stands before the word as who does what it says.
func (c *verbContext) theMilitary() bool {
	if c.forms&sForm == 0 || c.left <= c.first || !c.is(c.left, "military") || !c.has(c.left-1, detWord|possWord|demonymWord) && c.toks[c.left-1].tag != possTag || c.right >= c.end {
		return false
	}
	return (c.startsNominal(c.right, c.end) || c.isOf(c.right, &someWords) || c.isAny(c.right, "part", "parts", "half", "positions", "control")) && !c.finiteAhead(c.right, c.end)
}

// byNeighbours goes by what stands right before and behind the word.
func (c *verbContext) byNeighbours() tag {
	if c.is(c.left, "old") && c.forms&sForm != 0 && c.classes&cueWord != 0 && c.left > c.first && c.toks[c.left-1].kind == hyphenToken {
		return verbTag // "the 27-year-old recalls"
	}
	if c.theMilitary() {
		c.toks[c.left].tag = nounTag
		return verbTag // "the Russian military controls several streets"
	}
	if c.nounBefore {
		if c.leftTag == adjTag && c.left >= 0 && c.has(c.left, demonymWord) && c.forms&sForm != 0 && !c.noun {
			return verbTag
		}
		if c.noun || c.leftTag == detTag || c.leftTag == possTag || c.adj {
			if c.adj && c.right < c.end && c.nominalWord(c.right) {
				return adjTag
			}
			if c.is(c.left, "both") && c.forms&sForm != 0 && c.right < c.end && c.is(c.right, "that") && c.left > c.first && c.nominal(c.left-1) {
				return verbTag // "the staff both claims that … and concedes that"
			}
			if c.has(c.left, demWord) && !c.noun && c.forms&sForm != 0 {
				return verbTag
			}
			if c.forms&pastForm != 0 && !c.noun && !c.adj {
				return partTag
			}
			return nounTag
		}
		if c.leftTag == numTag || c.leftTag == adjTag {
			if c.forms&sForm != 0 && c.left >= 0 && c.toks[c.left].kind == wordToken && (c.is(c.left, "one") || c.leftTag == numTag && c.right < c.end && !c.nominalWord(c.right)) {
				return verbTag // "one lorry in three gets through"
			}
			return nounTag
		}
	}
	if c.adj && !c.noun {
		if c.leftTag == pronTag && c.forms&sForm != 0 {
			return verbTag
		}
		return adjTag
	}
	if c.leftTag == numTag && c.forms&sForm != 0 && c.left-2 > c.first && c.classes&cueWord != 0 && c.right < c.end && (c.has(c.left-1, monthWord) || c.is(c.left-1, "and") && c.toks[c.left-2].tag == numTag) && c.toks[c.right].kind == wordToken && !c.has(c.right, prepWord|coordWord) && !c.anyFinite(c.first, c.at) {
		return verbTag // "footage published on October 25 and 26 shows soldiers"
	}
	if c.leftTag == numTag && c.forms&sForm != 0 && c.left > c.first && c.has(c.left-1, monthWord) && (c.classes&cueWord != 0 || !c.noun || c.isOf(c.at, &putsWords)) && c.right < c.end && (c.startsNominal(c.right, c.end) || c.is(c.right, "that") || c.has(c.right, adjWord)) {
		return verbTag // "footage published on February 16 shows"
	}
	if c.leftTag == nameTag && c.isAny(c.at, "call", "calls") && c.is(c.right, "on") && c.right+1 < c.end && (c.toks[c.right+1].tag == detTag || c.toks[c.right+1].caps == titleCase || c.has(c.right+1, detWord)) {
		return verbTag // "Berlin and Paris call on Moscow to stop"
	}
	if c.left >= 0 && c.is(c.left, "there") && c.forms&sForm != 0 {
		return verbTag // "there needs to be"
	}
	switch c.leftTag {
	case pronTag, relTag:
		return verbTag
	case prepTag:
		if c.classes&sayWord != 0 && c.left > c.first && c.left == c.at-1 && (c.toks[c.left-1].tag == verbTag || c.toks[c.left-1].tag == partTag) && c.contactClause(c.left-1, c.first) {
			return verbTag // "the medics she works with say"
		}
		if c.noun {
			return nounTag
		}
		if c.forms&pastForm != 0 {
			return partTag
		}
		return nounTag
	case negTag:
		if c.forms&pastForm != 0 || c.forms&sForm != 0 {
			return verbTag
		}
	}
	if x := &c.toks[min(c.right, len(c.toks)-1)]; c.noun && c.forms&sForm != 0 && c.right < c.end && c.plural(c.at) && c.toks[c.right].caps == lowerCase && x.verb&baseForm != 0 && x.verb&pastForm == 0 && x.classes&(nounWord|adjWord|advWord|prepWord|coordWord|subordWord|roleWord) == 0 && c.char(c.right) != ',' {
		return nounTag // "assault groups keep seeping in"
	}
	if c.classes&cueWord != 0 && (c.forms&sForm != 0 || c.forms&baseForm != 0 && c.noun && c.pluralFirst(c.left, c.first)) && c.left > c.first && c.char(c.left) == ',' && c.right < c.end && (c.startsNominal(c.right, c.end) || c.is(c.right, "that") || c.nominalWord(c.right)) && !c.anyFinite(c.first, c.at) && !c.finiteAhead(c.right, c.end) {
		return verbTag // "footage, supplied by X, shows soldiers"
	}
	if c.behindWhoItIs() {
		return verbTag
	}
	if c.noun && c.forms&sForm != 0 && c.leftTag == advTag && c.isAny(c.left, "still", "already", "now", "also", "never", "always", "often") && c.right < c.end && (c.has(c.right, prepWord|advWord|detWord) || c.toks[c.right].kind == punctToken || c.has(c.right, beWord|modalWord) && c.farTag == nounTag) && c.far >= 0 && c.toks[c.far].tag != auxTag {
		return verbTag // "which residents swear still runs at night"
	}
	return noTag
}

// singular decides for an -s form, verb of a singular subject or plural noun.
func (c *verbContext) singular() tag {
	if c.countedCompound() {
		return nounTag // "lost two artillery guns in battles"
	}
	// "the ministry claims", "Kyiv reports": singular subject before
	subject := c.leftTag == nounTag && !c.plural(c.left) || c.leftTag == nameTag || c.leftTag == pronTag
	if (c.leftTag == nounTag || c.left == c.first) && (c.left == c.first || c.tagAt(c.left-1) == verbTag) && c.verbBehindPlaces() {
		return nounTag // "Railway stations at X and Y were hit"
	}
	if c.noun && c.leftTag == nounTag && c.classes&cueWord == 0 && c.secondObject() {
		return nounTag
	}
	if c.noun && (subject && c.leftTag != nameTag || c.leftTag == advTag && (c.farTag == nounTag && !c.plural(c.far) || c.farTag == nameTag)) && !((c.char(c.right) == ',' || c.right < c.end && c.is(c.right, "of")) && c.behindPreposition(c.left, c.first)) && !c.finiteAhead(c.right, c.end) && !c.finiteBefore(c.at, c.first) {
		return verbTag // the clause has no other verb: "artillery falls on the town"
	}
	if subject && !c.noun {
		return verbTag
	}
	if subject && c.noun && c.leftTag == nameTag {
		if c.has(c.left, demonymWord) && !c.plural(c.left) {
			return nounTag // "Russian channels"
		}
		if c.nameVerb(c.at, c.left, c.right, c.first, c.end) {
			return verbTag
		}
		if c.classes&cueWord != 0 && c.right < c.end && (c.is(c.at, "calls") && c.is(c.right, "for") || c.left-2 > c.first && c.toks[c.left-1].tag == coordTag && c.char(c.left-2) == ',' && c.nominalWord(c.right)) && !c.finiteAhead(c.right+1, c.end) {
			return verbTag // "Paris calls for a truce", "…, and Moscow demands control of X"
		}
		if c.right < c.end && c.isOf(c.right, &whitherWords) && c.left == c.first {
			return verbTag // "Hnatiuk reaches up and turns the knob"
		}
	}
	if subject && c.noun {
		if c.right < c.end && c.is(c.right, "that") && c.classes&cueWord == 0 && c.cueBefore(c.left) {
			return nounTag // "told journalists on the embassy steps that"
		}
		if c.right < c.end && (c.startsNominal(c.right, c.end) || c.is(c.right, "that") || c.is(c.right, "to") || c.is(c.right, "how") || c.has(c.right, advWord)) || c.quoteFollows(c.at, c.end) {
			return verbTag
		}
		if (c.classes&cueWord != 0) && c.leftTag == nameTag && c.right < c.end && !c.has(c.right, verbWord|beWord|haveWord|modalWord|coordWord) && c.toks[c.right].kind == wordToken && !c.has(c.right, prepWord) {
			return verbTag
		}
		return nounTag
	}
	if c.farTag == advTag || c.farTag == negTag {
		return verbTag
	}
	if c.farTag == pronTag && c.leftTag == advTag {
		return verbTag // "he also claims"
	}
	if c.noun && c.leftTag == coordTag && c.finiteBefore(c.at, c.first) && c.right < c.end && (c.startsNominal(c.right, c.end) || c.is(c.right, "that") || c.classes&cueWord != 0 && c.has(c.right, prepWord|advWord)) {
		return verbTag // "denies it and points out that"
	}
	if c.noun {
		return nounTag
	}
	return verbTag
}

// unchanging decides for verbs whose past tense is their plain form: hit, cut, put.
func (c *verbContext) unchanging() tag {
	if c.classes&cueWord != 0 && c.leftTag == nounTag && c.right < c.end && c.isAny(c.right, "back", "out", "down", "forward") && !c.finiteBefore(c.at, c.first) {
		if _, after := c.cueLemma(c.at, c.end); after > c.right {
			return verbTag // "The governor hit back"
		}
	}
	if c.leftTag == nounTag || c.leftTag == nameTag {
		if c.noun && c.leftTag == nounTag && !(c.right < c.end && (c.startsNominal(c.right, c.end) || c.has(c.right, prepWord) || c.plural(c.left) && c.nominalWord(c.right) && !c.finiteBefore(c.at, c.first) && !c.finiteAhead(c.right, c.end))) {
			return nounTag
		}
		return verbTag
	}
	if c.noun && c.left < 0 {
		return nounTag
	}
	return verbTag
}

// restsWords are what claims do on what they stand on.
var (
	restsWords = listOf("rests relies hinges stems")
	onOrFrom   = listOf("on upon from solely entirely")
)

// stateVerbs are no nouns, whatever stands before them.
var stateVerbs = listOf("remain seem become exist belong continue")

// plain decides for a plain form, verb of a plural subject or singular noun.
func (c *verbContext) plain() tag {
	subject, subjectTag := c.left, c.leftTag
	if c.leftTag == advTag && c.far >= 0 {
		subject, subjectTag = c.far, c.farTag // "the Russians now control"
	}
	if c.noun && subjectTag == nameTag && c.has(subject, demonymWord) && c.plural(subject) && subject > c.first && c.has(subject-1, detWord) && c.right < c.end && c.toks[c.right].kind == wordToken && !c.finiteAhead(c.right, c.end) {
		return verbTag // "thinks the Ukrainians hold about a third"
	}
	if c.noun && c.classes&cueWord != 0 && c.is(c.right, "to") && c.leftTag == nameTag && c.has(c.left, demonymWord) && c.plural(c.left) && c.has(c.right+1, beWord|haveWord) {
		return verbTag // "The Russians claim to be inside"
	}
	if c.noun && c.leftTag == advTag && subjectTag == nounTag && c.plural(subject) && c.has(subject, troopsWord|unitWord|witnessWord|roleWord) && c.right < c.end && c.startsNominal(c.right, c.end) {
		return verbTag // "says Russian troops now control the bridge"
	}
	if c.noun && (c.leftTag == nounTag && c.plural(c.left) || c.leftTag == advTag && c.farTag == nounTag && c.plural(c.far)) && !c.finiteAhead(c.right, c.end) && !c.finiteBefore(c.at, c.first) && c.right < c.end && c.toks[c.right].kind == wordToken {
		return verbTag // "small groups slip in through the ruins"
	}
	if c.noun && c.leftTag == coordTag && c.right < c.end && c.startsNominal(c.right, c.end) && c.finiteBase(c.at, c.first) {
		return verbTag // "control the heights and shell the town"
	}
	if c.left < 0 && c.right < c.end && (c.has(c.right, beWord|haveWord|modalWord|doWord) || c.toks[c.right].verb&(sForm|pastForm) != 0 && c.toks[c.right].caps == lowerCase) {
		return nounTag // "Supply runs along one road"
	}
	if (c.leftTag == nounTag || c.leftTag == nameTag) && c.right < c.end && (c.startsNominal(c.right, c.end) || c.isOf(c.right, &rightOfNoun)) && c.demanded(c.at, c.first) {
		return verbTag // "insisted that Ukraine hand over"
	}
	if c.leftTag == nounTag && c.isOf(c.at, &stateVerbs) && !c.finiteBefore(c.at, c.first) && !c.finiteAhead(c.right, c.end) {
		return verbTag // "claims of advances near the town remain unconfirmed"
	}
	if c.manyOf() || c.manyWho() {
		return verbTag // "Soldiers of the brigade hold the streets"
	}
	if c.leftTag == nounTag && !c.plural(c.left) && c.forms&sForm == 0 && c.forms&pastForm == 0 && (c.noun || c.classes&sayWord == 0) {
		return nounTag // "climate change": a singular takes no base form
	}
	if c.leftTag == nounTag && c.plural(c.left) || c.leftTag == coordTag || c.farTag == advTag || c.leftTag == nameTag && c.pluralSubject(c.left, c.first) {
		if c.noun {
			if c.right < c.end && (c.startsNominal(c.right, c.end) || c.is(c.right, "that")) && c.leftTag != coordTag {
				return verbTag
			}
			return nounTag
		}
		return verbTag
	}
	if c.noun {
		if c.left < 0 && c.right < c.end && c.startsNominal(c.right, c.end) && !c.has(c.right, subjPron) {
			return verbTag
		}
		return nounTag
	}
	if c.left < 0 || c.toks[c.left].kind == punctToken || c.leftTag == advTag || c.leftTag == thatTag || c.leftTag == subTag {
		return verbTag
	}
	return verbTag
}

// manyOf reports whether the phrase before the word is a plural with what it is of, and the
// clause has no other verb: "crews of the White Angel unit take people out".
func (c *verbContext) manyOf() bool {
	if c.leftTag != nounTag && c.leftTag != nameTag || c.right >= c.end || c.toks[c.right].kind != wordToken || c.has(c.right, beWord|haveWord|modalWord|doWord) {
		return false
	}
	object := c.startsNominal(c.right, c.end) || c.toks[c.right].caps != lowerCase || c.nominalWord(c.right) && !c.has(c.right, verbWord)
	if !object && (c.noun || !c.has(c.right, prepWord)) && !(c.has(c.at, cueWord) && c.plural(c.right)) {
		return false
	}
	const far = 12 // tokens
	k := c.left
	for k > c.first && k > c.left-far && (c.nominal(k) || c.toks[k].kind == hyphenToken || c.toks[k].tag == possTag) {
		k--
	}
	if k <= c.first || !c.isAny(k, "of", "from", "in", "at", "with") || c.toks[k].tag != prepTag {
		return false
	}
	head := k - 1
	if c.toks[head].tag != nounTag || !c.plural(head) || !c.has(head, roleWord|witnessWord|troopsWord|unitWord|peopleWord|mediaWord|orgWord|weaponWord) && !(c.has(head, docWord) && c.has(c.at, cueWord)) {
		return false
	}
	return !c.finiteAhead(c.right, c.end) && !c.finiteBefore(c.at, c.first)
}

// manyWho reports whether a plural with its relative clause stands before the word, which has
// an object: "Units that left Lyman in October now hold the line".
func (c *verbContext) manyWho() bool {
	if c.right >= c.end || c.toks[c.right].kind != wordToken || !c.startsNominal(c.right, c.end) && c.toks[c.right].caps == lowerCase {
		return false
	}
	const far = 12 // tokens
	finite := 0
	for k := c.at - 1; k > c.first && k > c.at-far; k-- {
		switch t := &c.toks[k]; {
		case t.kind != wordToken && t.kind != numberToken:
			return false
		case t.tag == relTag && c.isAny(k, "who", "that", "which"):
			return finite == 1 && c.toks[k-1].tag == nounTag && c.plural(k-1) && !c.finiteAhead(c.right, c.end) && !c.anyFinite(c.first, k)
		case t.tag == subTag, t.tag == thatTag, t.tag == coordTag:
			return false
		case c.finite(k):
			finite++
		}
	}
	return false
}
