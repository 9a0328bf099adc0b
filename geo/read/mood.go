package read

import "contested/geo"

// judgeMood finds polarity and modality of a draft.
func (d *document) judgeMood(c *draft, a *attribution) {
	// the clause that gives the type decides
	part := c.runs[0]
	for _, x := range c.runs {
		if x.first <= c.find.first && c.find.first < x.end {
			part = x
		}
	}
	lo, hi := part.first, part.end
	at, end := c.find.first, c.find.end
	plain := c.find.weight == 0 || c.find.typ == geo.Other && c.find.weight == plainWeight // of no kind
	if plain {
		at, end = hi, hi
	}
	// bounds of the clause around the finding
	for k := at - 1; k >= lo; k-- {
		if d.toks[k].sent != d.toks[min(at, hi-1)].sent || d.char(k) == ';' {
			lo = k + 1
			break
		}
	}
	negated, hedged, conditional, future, demand := false, false, false, false, false
	for k := lo; k < hi; k++ {
		if k > end && (d.toks[k].sent != d.toks[min(at, hi-1)].sent || d.char(k) == ',' && d.clauseAt(k+1, hi)) {
			break
		}
		t := &d.toks[k]
		if p, e := d.longest(modalSet, k, hi); p != nil {
			near := k < end+6
			// an event that is the subject has its verb behind it
			verb := k < end || near && d.toks[at].tag == nounTag
			switch mood(p.value) {
			case hedgedMood:
				hedged = hedged || near && (t.tag == auxTag || t.classes&monthWord == 0) // not "in May"
			case conditionalMood:
				conditional = conditional || verb
			case futureMood:
				future = future || verb
			case demandMood:
				demand = demand || verb && t.tag == auxTag
			case negatedMood:
				if d.conditionEnds(k, lo, hi) && (k < at || at == lo) {
					break // "If heating fails, people will leave"
				}
				if near && (c.find.typ == geo.Attack || c.find.typ == geo.Defended) && d.isAny(k, "failed", "fail", "fails", "unsuccessful", "unsuccessfully") {
					c.find.typ = geo.Defended // a failed attack took place
				} else if near && !(k >= at && e <= end && (c.find.negative || c.find.denied || c.find.typ == geo.Ceasefire)) && !d.hasTag(end, k, relTag) && !d.hasTag(end, k, subTag) {
					negated = true
					if k < at && e > at {
						continue
					}
				}
			}
			switch mood(p.value) {
			case negatedMood, plainMood:
				k = e - 1
				continue
			case hedgedMood:
				if d.has(k, negWord) {
					k = e - 1 // "cannot be ruled out"
					continue
				}
			}
		}
		if !d.has(k, negWord) || c.find.negative && (c.find.denied || k >= at && k < end) {
			continue // a negation of the pattern's own says nothing
		}
		if k >= end && !(c.find.weight > 0 && d.toks[end-1].tag == auxTag && k == d.pastAdverbs(end, hi)) {
			negated = negated || d.eventDenied(lo, at, end, k) || d.objectDenied(k, at, end, lo)
			continue // but "would not", where "would" is all there is
		}
		if plain && !d.plainNegation(k, lo, hi) {
			continue
		}
		if d.negates(k, at, end, lo) {
			negated = true
			c.why = append(c.why, geo.Evidence{Rule: "polarity.negation", Span: d.span(k, k+1)})
		}
	}
	// "'Nobody,' he said, 'has left'": the subject stands in a run of its own
	for _, x := range c.runs {
		if x.end > part.first || d.toks[x.first].sent != d.toks[part.first].sent || d.hasFinite(x.first, x.end) {
			continue
		}
		for k := x.first; k < x.end; k++ {
			if d.has(k, negWord) && !d.is(k, "without") {
				negated = true
				c.why = append(c.why, geo.Evidence{Rule: "polarity.negation", Span: d.span(k, k+1)})
			}
		}
	}
	if a != nil {
		switch a.stance {
		case denyStance:
			if !a.negated {
				negated = !negated
				c.why = append(c.why, geo.Evidence{Rule: "polarity.denial", Span: d.span(a.cue.first, a.cue.end)})
			}
			if d.isAny(a.verb, "doubt", "doubts", "doubted", "doubting") {
				hedged = true
			}
		case admitStance:
			if a.denies() {
				negated = !negated
			}
		case warnStance:
			switch c.find.typ {
			case geo.Attack, geo.Captured, geo.Advance, geo.Encircled, geo.Withdrawal:
				if (conditional || hedged || future) && d.imagined(c, lo, hi) {
					c.find.typ = geo.Forecast
				}
			}
		case believeStance, hedgeStance:
			hedged = true
			if a.denies() {
				negated = !negated
			}
			switch d.lex.lemmas[d.toks[a.verb].lemma].text {
			case "predict", "forecast", "expect", "anticipate", "foresee":
				hedged = !future && !conditional
			}
			if d.isAny(a.verb, "judged", "assessed", "concluded", "estimated", "assess", "assesses", "judges", "estimates", "argues", "argued") {
				hedged = hedgedByWord(d, lo, hi)
			}
		case askStance:
			demand = a.demand
		case wantStance:
			demand = a.rule == "attr.G-urge" // "wants Ukraine to leave"
		case demandStance, proposeStance:
			demand = true
		case claimStance:
			demand = demand || d.subjunctive(lo, hi, d.lex.lemmas[d.toks[a.verb].lemma].text == "insist")
		}
	}
	if (c.find.weight == 0 || imaginable(c.find.typ)) && d.likelyTo(lo, min(hi, at+1)) {
		c.find.typ, hedged = geo.Forecast, true
	}
	if c.find.typ == geo.Evacuation && negated != c.find.denied && d.toks[at].tag == nounTag && d.mayBe(at, hi) {
		c.find.typ, c.find.denied, negated = geo.Forecast, false, false // "evacuation could be suspended"
	}
	if negated != c.find.denied {
		c.polarity = geo.Negated
	}
	switch {
	case demand:
		c.modality = geo.Demand
	case conditional && (d.hypothetical(c, lo) || hedged && c.find.typ == geo.Forecast):
		c.modality = geo.Conditional
	case conditional:
		c.modality = geo.Future
	case hedged:
		c.modality = geo.Hedged
	case future:
		c.modality = geo.Future
	}
	if (c.modality == geo.Conditional || c.modality == geo.Future) && c.find.weight > 0 && d.underPlan(part.first) {
		if c.find.typ == geo.Withdrawal {
			c.find.typ = geo.WithdrawalDemanded
		}
		return // what is agreed or proposed, not what is to be expected
	}
	if c.modality == geo.Conditional && c.find.weight == 0 && a != nil {
		c.find.typ = geo.Forecast
	}
	if !negated && (hedged || conditional) && imaginable(c.find.typ) && d.mayHappen(lo, at, end) {
		c.find.typ = geo.Forecast // "the town could fall", "would have to retreat"
	}
	// an event that is only imagined is a forecast
	if (c.modality == geo.Conditional || c.modality == geo.Hedged && conditional) && c.find.weight > 0 && !settled(c.find.typ) && d.imagined(c, lo, hi) {
		c.find.typ = geo.Forecast
	}
	if a == nil && (c.modality == geo.Conditional || c.modality == geo.Future || c.modality == geo.Hedged) && d.imagined(c, lo, hi) {
		switch c.find.typ {
		case geo.Attack, geo.Captured, geo.Advance, geo.Encircled, geo.Withdrawal:
			c.find.typ = geo.Forecast // what the writer expects
		}
	}
	if a != nil && c.modality == geo.Future && !negated && imaginable(c.find.typ) && c.find.typ != geo.Withdrawal && d.adversaryActs(lo, at, a) {
		c.find.typ = geo.Forecast // "they'll try to go round the town"
	}
	if !demand && d.foretold(c, a, lo, hi, future || conditional) {
		c.find.typ = geo.Forecast
	}
	if demand && d.leaves(lo, hi) && (d.soldiers(lo, hi) || d.states(lo, hi)) {
		c.find.typ = geo.WithdrawalDemanded
	}
	if a != nil && (a.stance == demandStance || demand) && (c.find.typ == geo.Withdrawal || c.find.typ == geo.Evacuation && d.soldiers(lo, hi)) {
		c.find.typ = geo.WithdrawalDemanded
	}
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

func hedgedByWord(d *document, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if p, _ := d.longest(modalSet, k, hi); p != nil && mood(p.value) == hedgedMood {
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

// subjunctive reports whether the clause is a demand in form: a singular subject
// with the plain form of its verb ("that Ukraine hand over"), "be" ("that X be handed
// over"); of those who are to leave a plural one will do where it is insisted on.
func (d *document) subjunctive(lo, hi int, insists bool) bool {
	p := d.phraseRight(lo, hi)
	if p.empty() || p.end >= hi {
		return false
	}
	if k := p.end; d.is(k, "be") || d.is(k, "not") && d.is(k+1, "be") {
		return true
	}
	if d.toks[p.head].tag == pronTag || d.plural(p.head) && !(insists && d.leaves(p.end, p.end+1)) {
		return false
	}
	e := &d.toks[p.end]
	return d.toks[p.end].tag == verbTag && e.verb&baseForm != 0 && e.verb&pastForm == 0
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

var ifWords = listOf("if unless potentially")

// likelyTo reports whether the clause [lo, hi) says how likely something is to happen: "is
// unlikely to fall".
func (d *document) likelyTo(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if d.toks[k+1].tag == toTag && d.isAny(k, "likely", "unlikely") {
			return true
		}
	}
	return false
}

// hypothetical reports whether "would" and "could" in the clause speak of a
// case that is only imagined, not of the future seen from the past: its subject
// is an event or "if" stands by it.
func (d *document) hypothetical(c *draft, lo int) bool {
	for _, x := range c.runs {
		for k := x.first; k < x.end; k++ {
			if d.isOf(k, &ifWords) {
				return true
			}
		}
	}
	if d.toks[lo].tag == auxTag && d.isAny(lo, "were", "had", "should") {
		return true // "Were X to fall, …"
	}
	for k := lo; k < len(d.toks) && k < lo+14; k++ {
		switch {
		case d.toks[k].tag == auxTag:
			return false
		case d.toks[k].tag == ingTag, d.isAny(k, "capture", "loss", "fall", "seizure", "breakthrough", "withdrawal", "encirclement", "taking", "losing", "holding", "surrender", "collapse", "advance", "retreat", "liberation", "pullback", "pullout", "handover", "cession", "concession", "concessions", "recognition", "defeat", "it", "this", "that"):
			return true
		}
	}
	return false
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

// conditionEnds reports whether token k stands in a condition that a comma closes before
// token at: in "if X fails, Y will happen", X.
func (d *document) conditionEnds(k, lo, at int) bool {
	closed := false
	for m := k + 1; m < at && !closed; m++ {
		closed = d.char(m) == ',' && d.toks[m].kind == punctToken
	}
	for m := k - 1; closed && m >= lo && !d.endsClause(m); m-- {
		if d.isAny(m, "if", "unless", "should") {
			return true
		}
	}
	return false
}
