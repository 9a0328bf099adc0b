package read

import (
	"slices"

	"contested/geo"
)

// assaultForms are what armies deny doing.
var assaultForms = listOf("targeting aiming attacking striking shelling bombing hitting firing killing torturing abducting deporting")

var proofWords = listOf("confirmation verification corroboration")

// makesClaims reports whether attribution n says something that is a claim.
func (d *document) makesClaims(n int) bool {
	a := &d.attrs[n]
	if len(a.content) == 0 {
		return false
	}
	if a.block || d.givesCount(a) {
		return true
	}
	if d.isDeed(a) || d.makesPicture(a) || d.isDenied(a) || a.weak && !d.weakClaims(a) || d.unsays(a) || d.isKnown(a) {
		return false
	}
	typed := func() bool { return d.anyTyped(a) }
	if a.stance == askStance || d.isQuestion(a) {
		return a.stance == askStance && a.demand && (d.anyPlace(a.content) || typed())
	}
	switch a.rule {
	case "attr.C-show", "attr.C-purport":
		return d.anyPlace(a.content) || typed() || d.pictures(a.subject) && d.located(a.content[0])
	case "attr.F-gerund", "attr.F-prep":
		if a.rule == "attr.F-gerund" && a.stance == denyStance && d.anyPlace(a.content) {
			return true // "ruled out talking of X": what is denied is of X all the same
		}
		if a.rule == "attr.F-gerund" && a.stance == denyStance && a.parent == 0 && d.isOf(a.content[0].first, &assaultForms) {
			return true // "denies targeting civilians"
		}
		if a.rule == "attr.F-gerund" && a.stance == proposeStance && !a.weak && d.anyPlace(a.content) {
			return true // "suggested sending monitors to X"
		}
		return typed() && (d.anyPlace(a.content) || !a.subject.empty() && d.is(a.subject.first-1, "where") || a.stance == denyStance && (d.is(a.content[0].end-1, "it") || a.who.actor > 0 && d.local(a)))
	case "attr.F-estimate":
		return true
	case "attr.F-plan":
		return a.parent == 0 // what somebody says of a plan is theirs
	case "attr.G-to":
		if a.parent != 0 && a.who.actor > 0 && d.actors[a.who.actor-1].class == geo.Witness {
			return false // "said two families had refused to leave": they did, they did not say
		}
		if a.stance == denyStance && a.who.actor > 0 && d.actors[a.who.actor-1].class == geo.Witness && d.isOf(a.verb, &refuseForms) {
			return false // "Maria, 71, refused to leave X"
		}
		return typed() || d.claimsToHave(a) || a.stance != denyStance && d.anyPlace(a.content) && !(a.stance == proposeStance && d.charity(a))
	case "attr.H-scene":
		return typed() || d.anyPlace(a.content) || d.anyPlace([]run{{a.source.first, a.source.end}})
	case "attr.G-urge", "attr.H-extracted", "attr.H-as", "attr.H-complement":
		if a.rule == "attr.H-as" && a.stance == denyStance && d.judgesAs(a) {
			return false // judgements
		}
		return a.rule == "attr.G-urge" && a.stance == believeStance && a.parent == 0 && a.who.actor > 0 || // "She expects the buses to stop"
			typed() || d.anyPlace(a.content) || a.rule == "attr.H-as" && d.maps(a.subject)
	case "attr.F-object", "attr.F-passive", "attr.F-accuse":
		if d.blamesThing(a) || a.rule == "attr.F-accuse" && d.anyPlace(a.content) {
			return true
		}
		if p := d.baseRight(a.content[0].first, a.content[0].end); !p.empty() && d.isOf(p.head, &proofWords) && d.is(a.cue.first+1, "yet") {
			return false // "has yet to see confirmation of C"
		}
		if d.judgesClaimOn(a) {
			return false // what was claimed says what is denied: judgements
		}
		return typed() || d.anyPlace(a.content) && (a.stance == denyStance && (d.has(a.content[0].first, claimNoun) || d.rulesOut(a)) || a.stance == showStance && d.perceives(a) && (!d.isAny(a.verb, "find", "finds", "found", "finding") || d.ofLookers(a)) || a.stance == proposeStance && (!a.weak || d.offersVenue(a)) || d.demandsThing(a))
	case "attr.B-wh":
		if d.whatItSays(a) {
			return false // "showed what it said were prisoners": that is said
		}
		return typed() || d.anyPlace(a.content) && d.hasFinite(a.content[0].first, a.content[0].end)
	case "attr.K-noun":
		return d.anyPlace(a.content) || typed()
	case "attr.K-evidence":
		if a.parent != 0 && d.has(a.subject.head, subjPron) && a.subject.first <= d.attrs[a.parent-1].content[0].first+2 {
			return false // "X said it had seen no proof of C": all of it is X's
		}
		return d.anyPlace(a.content) || typed()
	}
	switch a.stance {
	case praiseStance, wantStance:
		return typed()
	}
	return true
}

var amidWords = listOf("in at on near inside along above over outside beside around across")

// located reports whether the clause x says where something is in a place that it does not
// name: "vehicles in the western districts".
func (d *document) located(x run) bool {
	for k := x.first + 1; k+1 < x.end; k++ {
		if d.toks[k].tag == prepTag && d.isOf(k, &amidWords) && d.is(k+1, "the") {
			return true
		}
	}
	return false
}

// anyTyped reports whether what an attribution says tells of a situation that has a
// type. It is asked of few: most of what is said is a claim whatever it tells of.
func (d *document) anyTyped(a *attribution) bool {
	return slices.ContainsFunc(a.content, func(c run) bool { return d.isTyped(c.first, c.end) })
}

// isDeed reports whether the verb does what it names instead of telling of it:
// "named a new commander", "attacked the village", "declined to comment".
func (d *document) isDeed(a *attribution) bool {
	switch a.rule {
	case "attr.F-object":
		return a.weak && (d.has(a.verb, namingWord) || d.assaults(a)) || d.ofWorth(a.content[0]) || d.repels(a) || d.discovers(a)
	case "attr.H-complement", "attr.B-that":
		return d.discovers(a)
	case "attr.C-bare":
		return d.isAct(a) || d.discovers(a)
	case "attr.G-to":
		return d.keepsSilent(a) || d.intends(a) || a.parent != 0 && (d.isOf(a.verb, &agreeWords) || a.stance == proposeStance && (d.attrs[a.parent-1].rule == "attr.K-noun" || d.attrs[a.parent-1].rule == "attr.E-according")) // "said the allies had agreed to": they did, they did not say
	}
	return false
}

var worthNouns = listOf("importance significance value relevance need necessity")

// ofWorth: "recognise the importance of holding X" says nothing of who holds it.
func (d *document) ofWorth(c run) bool {
	p := d.baseRight(c.first, c.end)
	return !p.empty() && d.isOf(p.head, &worthNouns) && d.is(p.end, "of")
}

var agreeWords = listOf("agree agreed agrees decided decide")

// isDenied: "denied that X had urged Y": that is what is denied, and X says nothing.
func (d *document) isDenied(a *attribution) bool {
	if a.parent == 0 {
		return false
	}
	p := &d.attrs[a.parent-1]
	if p.stance != denyStance || p.negated {
		return false
	}
	switch a.rule {
	case "attr.G-urge", "attr.G-to", "attr.F-object":
		return true
	case "attr.B-that":
		return !a.subject.empty() && p.covers(run{a.subject.first, a.subject.end})
	}
	return false
}

var countWords = listOf("counted counts count recorded records registered logged listed lists documented")

// weakClaims reports whether a verb that does not always attribute does so here:
// what it says has a type or a clause of its own, and somebody's place or denial.
func (d *document) weakClaims(a *attribution) bool {
	if a.source.empty() && a.who.actor == 0 && !a.denies() {
		return false // "reports of C" that are nobody's
	}
	if a.rule == "attr.F-object" && (a.stance == proposeStance && d.offersVenue(a) || d.isOf(a.verb, &countWords) && d.toks[a.content[0].first].tag == numTag && d.anyPlace(a.content)) {
		return true // "counts 340 residents in X"
	}
	if d.demandsThing(a) && d.anyPlace(a.content) {
		return true
	}
	typed := d.anyTyped(a)
	if d.claimsToHave(a) {
		return true
	}
	believed := (a.rule == "attr.C-bare" || a.rule == "attr.B-that") && a.stance == believeStance
	if !typed && !believed {
		return false
	}
	if d.anyPlace(a.content) || a.denies() || (a.rule == "attr.F-object" || a.rule == "attr.C-bare") && a.stance == showStance && d.ofLookers(a) {
		return true
	}
	if !typed {
		return false
	}
	switch {
	case believed:
		return d.toks[a.subject.head].tag != pronTag
	case a.rule == "attr.F-passive", a.rule == "attr.G-to" && a.stance == claimStance:
		return true // "claims to hold two streets"
	}
	return a.rule == "attr.F-object" && (a.stance == confirmStance && d.mayTell(a.subject) || d.isOf(a.verb, &countWords))
}

// unsays reports whether a cue is taken back by what stands with it: "might
// say", "did not say", "we found no confirmation of C".
func (d *document) unsays(a *attribution) bool {
	switch {
	case a.stance == denyStance:
		return false
	case a.modal, d.askedOf(a):
		return true
	case a.rule == "attr.K-noun":
		return d.isOf(a.cue.first, &proofWords) && a.cue.first > 0 && d.has(a.cue.first-1, negWord)
	}
	return a.negated && a.stance != laterStance && !a.denies()
}

var tellHowWords = listOf("remembers recalls remember recall recalled remembered describes describe described tells told recounts recounted saw")

// isKnown reports whether somebody is only said to know C, to cite it, or, by a verb
// that seldom attributes, to hold it inside what another says.
func (d *document) isKnown(a *attribution) bool {
	switch {
	case a.stance == citeStance:
		return true
	case a.stance == knowStance && a.rule != "attr.A-quote" && a.rule != "attr.A-inverted" && a.rule != "attr.E-after" && !a.speech:
		if !(a.rule == "attr.B-wh" && d.is(a.content[0].first, "how") && d.isOf(a.verb, &tellHowWords)) {
			return true
		}
	}
	if !a.weak || a.parent == 0 || a.rule == "attr.F-passive" || a.rule == "attr.K-noun" {
		return false
	}
	demands := a.stance == demandStance && a.rule == "attr.F-object" && !a.inner
	claims := a.stance == claimStance && a.rule == "attr.G-to" && d.isAny(a.verb, "claim", "claims", "claimed")
	return !((demands || claims) && d.anyTyped(a))
}

// keepsSilent: "declined to say whether", "refused to comment on".
func (d *document) keepsSilent(a *attribution) bool {
	if a.stance != denyStance || d.toks[a.content[0].first].tag != toTag {
		return false
	}
	k := d.pastAdverbs(a.content[0].first+1, a.content[0].end)
	return d.has(k, sayWord) || d.isAny(k, "comment", "discuss", "speculate", "answer", "respond", "elaborate", "specify", "disclose", "talk", "speak", "reply", "verify")
}

// isAct reports whether the verb of a bare attribution does what it names instead
// of telling of it: "established control over", "found two bodies".
func (d *document) isAct(a *attribution) bool {
	if !a.weak || len(a.content) == 0 {
		return false
	}
	f, _ := d.typesIn(a.verb, a.content[0].end)
	return f.weight > 62 && f.first == a.verb && f.end > a.cue.end
}

// yieldToInner drops "published a video with the remark that C" where "remark
// that C" makes the claim.
func (d *document) yieldToInner(n int) {
	a := &d.attrs[n]
	if a.used && a.stance == showStance && a.parent > 0 && d.attrs[a.parent-1].used && d.attrs[a.parent-1].rule == "attr.E-according" && d.pictures(a.subject) {
		a.used = false // "The images show C, according to X": X says so
		return
	}
	if !a.used || a.rule != "attr.F-object" {
		return
	}
	for k := n + 1; k < len(d.attrs) && k < n+4; k++ {
		if b := &d.attrs[k]; b.used && (b.rule == "attr.K-noun" || b.rule == "attr.C-extracted" && b.stance != showStance) && a.covers(b.cue) && b.who.actor == a.who.actor {
			a.used = false
		}
	}
}

// denies reports whether a negated cue says that its content does not hold: "does
// not believe that", "does not admit the loss of".
func (a *attribution) denies() bool {
	return a.negated && (a.stance == believeStance || a.stance == admitStance)
}

// worthClaiming drops what an attribution says that is no claim: names without a
// verb, thanks, remarks about other things in frames that are often acts.
func (d *document) worthClaiming(c *draft, a *attribution) bool {
	if x := c.runs[0]; d.is(x.first, "it") && d.isAny(x.first+1, "is", "was", "remains", "remained") && (d.is(x.first+2, "unclear") || d.isAny(x.first+2, "not", "still", "as") && d.isAny(x.first+3, "clear", "unclear", "known", "unknown")) {
		return false // "…, but it is unclear whether they hold it": nobody says that they do
	}
	if x := c.runs[0]; (d.tagAt(x.first) == prepTag || d.tagAt(x.first) == subTag) && d.is(x.first+1, "which") {
		return false // "…, after which talks can begin": it belongs to what stands before
	}
	if !c.given && d.vouchesNot(c.runs[0]) {
		return false // "it can neither confirm nor rule out the report"
	}
	if d.explainsName(c.runs[0]) || d.willNotTalk(c.runs[0]) || d.knowsNothing(c.runs[0]) || d.isOf(a.verb, &calledPlain) && d.is(a.subject.first, "we") {
		return false
	}
	if a.rule == "attr.F-object" && a.stance == confirmStance && !c.given && d.ofProvenance(a.content[0]) {
		return false // "verified the location but not the date"
	}
	if c.find.weight > 0 {
		return true
	}
	switch a.rule {
	case "attr.G-to", "attr.G-urge":
		if a.rule == "attr.G-urge" && a.stance == believeStance {
			return len(c.places) > 0
		}
		return len(c.places) > 0 && d.claimsToHave(a) || c.given && a.stance != wantStance && a.stance != denyStance && !a.weak
	case "attr.F-object":
		return d.blamesThing(a) && len(c.places) > 0 || c.given && a.stance == denyStance && (d.has(c.runs[0].first, claimNoun) || d.rulesOut(a)) || c.given && (a.stance == showStance || a.stance == proposeStance || d.demandsThing(a))
	case "attr.F-passive", "attr.F-plan":
		return c.given && a.stance == proposeStance
	case "attr.F-gerund":
		return c.given && (a.stance == denyStance || a.stance == proposeStance && (!a.weak || d.offersVenue(a)))
	case "attr.F-accuse":
		return c.given && a.parent == 0 // "accused Russia of storing vehicles at the plant"
	case "attr.F-prep":
		return false
	case "attr.B-wh", "attr.K-noun", "attr.K-evidence", "attr.H-extracted", "attr.H-as", "attr.H-complement", "attr.H-scene":
		return c.given || a.rule == "attr.H-as" && len(c.places) > 0 && d.maps(a.subject)
	case "attr.J-headline":
		return d.hasFinite(c.runs[0].first, c.runs[0].end)
	}
	if !c.given && a.rule != "attr.F-estimate" && a.rule != "attr.F-depicts" && d.saysLittle(c, a) {
		return false
	}
	if a.weak && !(a.stance == believeStance && c.given) || a.stance == believeStance && len(c.places) == 0 && a.rule != "attr.B-that" {
		return false
	}
	return true
}

// saysLittle reports whether words that name neither a place nor a situation tell
// nothing of one either: they are a phrase without a verb ("the account"), speak to
// the hearer ("then you'd need a bigger bus"), or say in short what something is
// ("panic is a weapon").
func (d *document) saysLittle(c *draft, a *attribution) bool {
	finite := false
	for _, x := range c.runs {
		for k := x.first; k < x.end && !finite; k++ {
			finite = d.finite(k) || d.toks[k].tag == baseTag && k > x.first && d.toks[k-1].tag != toTag
		}
	}
	words, x := d.contentLength(c.runs), c.runs[0]
	k := x.first
	for k < x.end-1 && (d.toks[k].tag == advTag || d.toks[k].tag == coordTag) {
		k++
	}
	const phrase, short = 4, 8 // words
	switch {
	case !finite && !a.speech && !a.that && (words <= phrase || d.toks[k].tag == prepTag), d.isAny(k, "who"):
		return true
	case d.is(k, "you") && !d.isAny(k+2, "see", "hear", "smell", "feel"):
		return true
	case len(c.runs) > 1 || words > short:
		return false
	case d.is(k, "i") && words <= phrase:
		return true // "I hope so"
	}
	for ; k+1 < x.end; k++ {
		if d.has(k, beWord) || d.kindAt(k) == cliticToken && d.isAny(k, "'s", "'m", "'re") {
			m := d.pastAdverbs(k+1, x.end)
			return d.isOf(m, &aOrAn) && d.tagAt(k-1) != prepTag
		}
	}
	return false
}

// blamesThing reports whether an attribution names what a fire or a blast came of,
// rather than somebody: "blamed falling debris".
func (d *document) blamesThing(a *attribution) bool {
	if a.rule != "attr.F-object" {
		return false
	}
	from := a.content[0].first
	switch d.lex.lemmas[d.toks[a.verb].lemma].text {
	case "blame":
	case "attribute", "ascribe":
		// "attributed the fire to falling debris"
		for from < a.content[0].end && !d.is(from, "to") {
			from++
		}
		from++
	default:
		return false
	}
	p := d.baseRight(from, a.content[0].end)
	return !p.empty() && d.isAny(p.head, "debris", "fragments", "wreckage", "drone", "drones", "missile", "missiles", "rocket", "rockets", "shell", "shells", "shelling", "mine", "mines", "artillery", "sabotage", "saboteurs", "strike", "strikes", "bomb", "bombs", "circuit", "accident")
}

// claimsToHave: "where Moscow claimed to have encircled 5,000 troops".
func (d *document) claimsToHave(a *attribution) bool {
	k := a.content[0].first
	return a.rule == "attr.G-to" && a.stance == claimStance && d.is(k, "to") && d.is(k+1, "have")
}

var refuseForms = listOf("refuse refuses refused refusing")
