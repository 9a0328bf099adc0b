package read

// What those in arms do, told with verbs that others speak with.

// repels reports whether those in arms turn back an assault rather than words: "the
// garrison rebuffed four attempts".
func (d *document) repels(a *attribution) bool {
	if !a.weak || d.lex.lemmas[d.toks[a.verb].lemma].text != "rebuff" || !d.has(a.subject.head, troopsWord|unitWord) && !d.isOf(a.subject.head, &armedHeads) {
		return false
	}
	p := d.baseRight(a.content[0].first, a.content[0].end)
	return !p.empty() && (d.has(p.head, assaultWord) || d.isAny(p.head, "attempt", "attempts", "push", "pushes", "thrust", "thrusts"))
}

// assaults reports whether somebody attacks or threatens in deed rather than in words: "the
// Russian forces attacked X with drones", "troops are unlikely to threaten the city".
func (d *document) assaults(a *attribution) bool {
	armed := d.has(a.subject.head, troopsWord|unitWord|weaponWord) || !a.source.empty() && d.has(a.source.head, troopsWord|unitWord|weaponWord)
	switch d.lex.lemmas[d.toks[a.verb].lemma].text {
	case "attack":
		return armed || d.anyPlace(a.content)
	case "threaten":
		return armed
	}
	return false
}

// ofTroops reports whether troops are the subject rather than somebody who speaks for them.
func (d *document) ofTroops(a *attribution) bool {
	return !a.subject.empty() && d.toks[a.subject.head].caps == lowerCase && (d.has(a.subject.head, troopsWord|unitWord) || d.isAny(a.subject.head, "army", "military"))
}

// intends reports whether troops plan or threaten to do what the verb tells of, which is what
// whoever writes says of them: "Russian forces plan to attack X", "troops threaten to encircle it".
func (d *document) intends(a *attribution) bool {
	if a.stance == wantStance && d.toks[a.verb].tag == ingTag && d.char(a.cue.first-1) == ',' && d.hasFinite(a.subject.end, a.cue.first) {
		return true // "Russia has been inching towards X, hoping to take it"
	}
	return (a.stance == wantStance || d.lex.lemmas[d.toks[a.verb].lemma].text == "threaten") && d.ofTroops(a)
}

// discovers reports whether troops come upon something: "Russian forces found the bridge mined".
func (d *document) discovers(a *attribution) bool {
	return d.isOf(a.verb, &findForms) && d.ofTroops(a)
}

var findForms = listOf("find finds found")

// demandsThing: "demands the return of X".
func (d *document) demandsThing(a *attribution) bool {
	if a.rule != "attr.F-object" || a.stance != demandStance || a.parent != 0 {
		return false
	}
	p := d.baseRight(a.content[0].first, a.content[0].end)
	return !p.empty() && d.isOf(p.head, &demandedNouns)
}

// rulesOut: "ruled out any foreign troops in X".
func (d *document) rulesOut(a *attribution) bool {
	return d.is(a.cue.end-1, "out") && d.lex.lemmas[d.toks[a.verb].lemma].text == "rule"
}

// judgesClaimOn: "rejected the claim on X".
func (d *document) judgesClaimOn(a *attribution) bool {
	if a.rule != "attr.F-object" || a.stance != denyStance && a.stance != confirmStance {
		return false
	}
	p := d.baseRight(a.content[0].first, a.content[0].end)
	return !p.empty() && d.isAny(p.head, "claim", "claims", "report", "reports") && d.is(p.head+1, "on") && d.placeAt(p.head+2)
}

// demandedNouns are what states ask of each other.
var demandedNouns = listOf("return restoration restitution handover transfer control access status recognition rest remainder lifting reopening release")

// charity: "offered to shelter paintings from X": help, of which no place says anything.
func (d *document) charity(a *attribution) bool {
	c := a.content[0]
	k := d.pastAdverbs(c.first+1, c.end)
	return d.isAny(k, "shelter", "help", "house", "lend", "store", "repair", "adopt", "treat", "feed", "donate", "buy", "train")
}
