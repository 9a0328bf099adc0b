package read

import "contested/geo"

// foreseen reports whether the event is only imagined or expected.
func (j *moodJudgement) foreseen() bool {
	d, c, a := j.document, j.c, j.a
	typ, m := c.find.typ, c.modality
	if m == geo.Conditional && c.find.weight == 0 && a != nil && !d.diplomats(j.lo, j.hi) {
		return true
	}
	if j.shared && !j.negated && (imaginable(typ) || c.find.weight == 0) {
		return true // "could take X and threaten Y"
	}
	if !j.negated && (j.hedged || j.conditional) && imaginable(typ) && d.mayHappen(j.lo, j.at, j.end) {
		return true // "the town could fall", "would have to retreat"
	}
	if (m == geo.Conditional || m == geo.Hedged && j.conditional) && c.find.weight > 0 && !settled(typ) && d.imagined(c, j.lo, j.hi) {
		return true
	}
	if a == nil && imaginable(typ) && (m == geo.Conditional || m == geo.Future || m == geo.Hedged) && d.imagined(c, j.lo, j.hi) {
		return true // what the writer expects
	}
	if a != nil && m == geo.Future && !j.negated && imaginable(typ) && typ != geo.Withdrawal && d.adversaryActs(j.lo, j.at, a) {
		return true // "they'll try to go round the town"
	}
	return !j.demand && d.foretold(c, a, j.lo, j.hi, j.future || j.conditional)
}

// asksToLeave reports whether troops are told to leave.
func (j *moodJudgement) asksToLeave() bool {
	typ := j.c.find.typ
	if j.demand && j.leaves(j.lo, j.hi) && (j.soldiers(j.lo, j.hi) || j.states(j.lo, j.hi)) {
		return true
	}
	return j.a != nil && (j.a.stance == demandStance || j.demand) && (typ == geo.Withdrawal || typ == geo.Evacuation && j.soldiers(j.lo, j.hi))
}

// settled reports whether claims of the type are of what should be, whoever puts
// them: "a draft that would stop strikes", "would have Kyiv leave".
func settled(t geo.ClaimType) bool {
	return t == geo.Ceasefire || t == geo.WithdrawalDemanded || t == geo.TerritoryClaimed
}

var enemyWords = listOf("they enemy occupiers invaders adversary he")

// adversaryActs reports whether who will do what the clause [lo, at) tells of is
// not the speaker of attribution a: "they", the enemy, a people of the other side.
func (d *document) adversaryActs(lo, at int, a *attribution) bool {
	side := geo.UnknownParty
	if a.who.actor > 0 {
		side = d.actors[a.who.actor-1].party
	}
	for k := lo; k < at; k++ {
		if d.isOf(k, &enemyWords) {
			return true
		}
	}
	for _, h := range d.partiesIn(lo, at) {
		if h.entry.party != side && (h.entry.party == geo.Russia || h.entry.party == geo.Ukraine) {
			return true
		}
	}
	return false
}

// states reports whether a state is spoken of.
func (d *document) states(i, j int) bool {
	for _, h := range d.partiesIn(i, j) {
		if h.entry.kind == countryKind || h.entry.kind == metonymKind {
			return true
		}
	}
	return false
}

var forcesWords = listOf("troops forces soldiers army units military")

// soldiers reports whether troops are spoken of.
func (d *document) soldiers(i, j int) bool {
	for ; i < j; i++ {
		if d.has(i, unitWord) || d.isOf(i, &forcesWords) {
			return true
		}
	}
	return false
}

// leaves reports whether somebody is to leave a place.
func (d *document) leaves(i, j int) bool {
	for ; i < j; i++ {
		switch d.lex.lemmas[d.toks[i].lemma].text {
		case "leave":
			return !d.leavesThem(i, j)
		case "withdraw", "retreat", "quit", "abandon", "vacate", "surrender", "pull", "cede", "hand":
			return true
		}
		if d.isAny(i, "withdrawal", "pullout", "retreat") {
			return true
		}
	}
	return false
}

// leavesThem reports whether somebody or something is left where it is by the verb at
// token i: "would leave Ukrainian troops in X".
func (d *document) leavesThem(i, j int) bool {
	p := d.baseRight(i+1, j)
	return !p.empty() && p.end < j && d.has(p.head, troopsWord|unitWord) && d.isAny(p.end, "in", "inside", "on", "at", "where")
}

// imagined reports whether the finding itself is what is only imagined: it
// stands before "would" as the subject, or right behind it.
func (d *document) imagined(c *draft, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if d.toks[k].tag == auxTag && d.isAny(k, "would", "could", "might", "may") {
			return c.find.end <= k || c.find.first >= k
		}
	}
	return false
}
