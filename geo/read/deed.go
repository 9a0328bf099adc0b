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
