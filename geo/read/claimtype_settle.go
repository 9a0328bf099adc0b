package read

import "contested/geo"

// settleType drops types that single words suggest when no place bears them out.
func (d *document) settleType(c *draft) {
	if c.find.typ == geo.Withdrawal && (c.find.weight == leaveWeight || d.is(c.find.end-1, "leave") && d.hasPeople(c)) {
		part := c.runs[0]
		for _, x := range c.runs {
			if x.first <= c.find.first && c.find.first < x.end {
				part = x
			}
		}
		if !d.soldiers(part.first, c.find.first) && !d.states(part.first, c.find.first) && d.civilians(part.first, c.find.first) {
			c.find.typ, c.find.weight = geo.Evacuation, leaveWeight+1
		}
	}
	if c.find.typ == geo.Withdrawal && c.find.weight == leaveWeight && d.bids(c) {
		c.find.typ, c.find.weight = geo.Evacuation, noSituation
	}
	if c.find.typ == geo.Captured && d.is(c.find.end-1, "taken") && d.hasPicture(c.runs[0].first, min(c.runs[0].end, c.find.first)) {
		c.find = finding{typ: geo.Other, weight: 84, first: c.find.first, end: c.find.end} // "pictures said to have been taken in X"
	}
	if x := c.runs[0]; c.find.weight == 0 && c.attr > 0 && d.attrs[c.attr-1].rule == "attr.F-map" && d.is(x.end-1, "red") {
		c.find = finding{typ: geo.Control, weight: 66, first: x.end - 1, end: x.end} // "a map paints X red"
	}
	d.settleLeaving(c)
	d.settleDestroyed(c)
	d.settleFall(c)
	d.settleGoingOn(c)
	d.settleWho(c)
	if c.find.weight == 0 && c.attr > 0 && d.attrs[c.attr-1].rule == "attr.F-estimate" {
		d.settleCount(c)
	}
	if c.find.weight == 0 && c.given && c.attr > 0 && len(c.runs) == 1 && d.soldiersIn(c.runs[0]) {
		// "Footage shows Russian infantry in the village": no verb, but somebody is there
		c.find = finding{typ: geo.Advance, weight: thereWeight, first: c.runs[0].first, end: c.runs[0].first + 1}
	}
	if c.find.typ == geo.Withdrawal && c.find.weight == leaveWeight && d.diplomats(c.runs[0].first, c.find.first) {
		c.find = finding{} // "Kyiv's delegation left Geneva"
	}
	if c.find.weight > 0 && c.find.weight <= 60 && !c.given || c.find.weight >= noSituation && c.find.typ == geo.Other {
		c.find = finding{}
	}
}

var destroyWords = listOf("destroyed wiped eliminated smashed annihilated liquidated neutralised neutralized")

// settleDestroyed tells men from things: "A group of Russian soldiers that had broken into X
// was destroyed" tells of losses.
func (d *document) settleDestroyed(c *draft) {
	if c.find.typ != geo.Damage || d.tagAt(c.find.end-1) != partTag || !d.anyOf(c.find.first, c.find.end, &destroyWords) {
		return
	}
	first := c.partOfFinding().first
	p := d.phraseRight(first, c.find.end)
	men := false
	for k := p.first; k < p.end && k < c.find.first; k++ {
		if d.has(k, vehicleWord|buildingWord|weaponWord) {
			return
		}
		men = men || d.has(k, troopsWord)
	}
	if men && !d.hasTag(p.end, c.find.first, coordTag) {
		c.find.typ = geo.Casualties
	}
}

// settleCount gives "put the figure at two" the type of what was counted last before it: how
// many were hurt, as a rule.
func (d *document) settleCount(c *draft) {
	const far = 3 // sentences
	if k := c.runs[0].first; !(d.isAny(k, "at", "to") && d.tagAt(k+1) == numTag) && (d.toks[k].tag != detTag || !d.isOf(k+1, &countNouns) && !d.isAny(k+1, "number", "total") || d.is(k+2, "of")) {
		return
	}
	c.find = finding{typ: geo.Casualties, weight: thereWeight, first: c.runs[0].first, end: c.runs[0].first + 2}
	for n := len(d.drafts) - 1; n >= 0 && d.drafts[n].sent >= c.sent-far; n-- {
		if x := &d.drafts[n]; x.find.weight > 0 && x.attr < c.attr && d.hasNumber(x.runs) {
			c.find.typ = x.find.typ
			return
		}
	}
}

// bids reports whether c bids people leave, in the mouth of those who care for them: "Leave X
// while you can", as a governor says.
func (d *document) bids(c *draft) bool {
	if t := &d.toks[c.find.first]; c.find.first != c.partOfFinding().first || t.verb&baseForm == 0 || d.soldiers(c.find.first, c.partOfFinding().end) {
		return false
	}
	party := d.partyOf(c)
	return party == geo.Ukraine || party == geo.International
}

// hasPeople reports whether residents stand before the finding of c in its clause.
func (d *document) hasPeople(c *draft) bool {
	for k := c.find.first - 1; k >= c.runs[0].first && !d.endsClause(k); k-- {
		if d.has(k, peopleWord) {
			return true
		}
	}
	return false
}

// thereWeight is the weight of troops that are somewhere.
const thereWeight = 62

// leaveWeight is the weight of "leave X" in types.tsv, which soldiers and
// residents do.
const leaveWeight = 66

// settleLeaving tells the leaving of soldiers from that of residents: "no Ukrainian
// soldier will leave the town", and "we" in the mouth of a side that has soldiers.
func (d *document) settleLeaving(c *draft) {
	if c.find.typ != geo.Evacuation || c.find.weight >= noSituation || !d.leaves(c.find.first, c.find.end) {
		return
	}
	first := c.partOfFinding().first
	troops := false
	for k := first; k < c.find.end; k++ {
		troops = troops || d.has(k, troopsWord)
		if d.has(k, peopleWord|witnessWord) || d.isAny(k, "they", "he", "she", "families") {
			return
		}
	}
	own := c.who.actor > 0 && d.partyOf(c).Adversary() != geo.UnknownParty && d.actors[c.who.actor-1].class != geo.Witness && (d.firstPlural(first, c.find.end) || d.is(first, "it"))
	if own || troops || d.soldiers(first, c.find.end) || d.warring(first, c.find.end) {
		c.find.typ = geo.Withdrawal
	}
}

// soldiersIn reports whether x is a phrase of troops and where they are, without a
// verb of what they do.
func (d *document) soldiersIn(x run) bool {
	if d.hasFinite(x.first, x.end) {
		return false
	}
	head := min(x.end, x.first+5)
	for k := x.first; k < head; k++ {
		if d.toks[k].tag == prepTag {
			return k > x.first && d.isAny(k, "in", "inside", "at", "on", "near") && d.has(k-1, troopsWord|unitWord) || d.is(k-1, "back") && k > x.first+1 && d.has(k-2, troopsWord|unitWord)
		}
	}
	return false
}

// diplomats reports whether people who come and go for talks are spoken of among
// tokens [i, j).
func (d *document) diplomats(i, j int) bool {
	for k := i; k < j; k++ {
		if d.isAny(k, "delegation", "delegations", "delegates", "negotiators", "negotiator", "envoy", "envoys", "diplomats", "ministers", "mediators") {
			return true
		}
	}
	return false
}

// civilians reports whether people who are no soldiers are spoken of among tokens
// [i, j).
func (d *document) civilians(i, j int) bool {
	for k := i; k < j; k++ {
		if d.has(k, peopleWord|witnessWord|firstName) || d.isAny(k, "no", "nobody", "everyone", "everybody", "anyone", "most", "many", "thousands", "hundreds", "dozens") || d.toks[k].kind == numberToken && !d.isYear(k) {
			return true
		}
	}
	return false
}
