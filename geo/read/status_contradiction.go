package read

import (
	"slices"

	"contested/geo"
)

// findContradictions marks claims that another source of the article contradicts:
// the same type at the same place with the other polarity, or a place that one
// side says it has taken and the other that it holds. Of two accounts that cannot
// both hold, either is disputed.
func (d *document) findContradictions() {
	byPlace := map[geo.PlaceID][]int{}
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.modality == geo.Demand {
			continue
		}
		for _, p := range x.places {
			if len(byPlace[p.Place]) < 60 {
				byPlace[p.Place] = append(byPlace[p.Place], k)
			}
		}
	}
	for k := range d.drafts {
		x := &d.drafts[k]
		party := d.partyOf(x)
		if x.status != geo.NoStatus || x.polarity == geo.Negated && x.find.typ != geo.Forecast || x.attr == 0 || x.who.narrator || x.modality == geo.Demand || x.modality == geo.Conditional || party == geo.Press && d.isEvidence(x) || d.admits(x) {
			continue
		}
		for _, p := range x.places {
			for _, n := range byPlace[p.Place] {
				y := &d.drafts[n]
				if party == geo.Press && !d.deniesPress(x, y) && !d.foretellsOtherwise(x, y) {
					continue
				}
				if x.polarity == geo.Negated && !d.foretellsOtherwise(x, y) {
					continue
				}
				if n == k || d.partyOf(y) == party && !(n > k && d.deniedBy(x, y) || d.foretellsOtherwise(x, y) || d.ownDoubt(x, y)) || !d.opposed(x, y) && !d.rivals(x, y) && !d.blamesBack(x, y) && !(n > k && (d.retorted(x, y) || d.present(x, y) || d.repeats(x, y) || d.unharmed(x, y) || d.letThrough(x, y))) && !d.setAgainst(x, y) && !d.foretellsOtherwise(x, y) && !d.belies(x, y) && (x.find.typ != geo.Control || n < k || !d.rivals(y, x)) {
					continue
				}
				x.status = geo.Disputed
				x.why = append(x.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
				break
			}
			if x.status != geo.NoStatus {
				break
			}
		}
	}
}

// deniedBy reports whether y, of the same side, is somebody else's denial: one blogger
// says a village has fallen and another that it has not.
func (d *document) deniedBy(x, y *draft) bool {
	return y.attr > 0 && y.polarity == geo.Negated && (x.who.actor == 0 || x.who.actor != y.who.actor) && d.attrs[y.attr-1].stance == denyStance
}

// ownDoubt reports whether y is what a publisher of one side says itself against what others of that side have said
// in x: a blogger against the ministry.
func (d *document) ownDoubt(x, y *draft) bool {
	const near = 4 // sentences
	return y.attr == 0 && y.sent > x.sent && y.sent-x.sent <= near && d.article.Publisher.Party == d.partyOf(x) && d.partyOf(x).Adversary() != geo.UnknownParty && y.modality == geo.Asserted
}

// deniesPress reports whether y is what one of the two sides says next against what the press
// or an analyst has reported in x: "DeepState said that C. The brigade denied it."
func (d *document) deniesPress(x, y *draft) bool {
	return y.attr > 0 && y.sent >= x.sent && y.sent-x.sent <= farRetort && d.partyOf(y).Adversary() != geo.UnknownParty
}

// farRetort is how many sentences behind a claim somebody may answer it.
const farRetort = 2

var retortVerbs = listOf("counter countered counters retort retorted retorts rebut rebutted rebuts contradict contradicted contradicts object objected objects disagree disagreed disagrees dispute disputed disputes riposte riposted scoff scoffed scoffs protest protested protests")

// retorted reports whether y answers x, of the same place, in a word that says it is
// not so: "has fallen", "countered that its pilots flew from its cellars".
func (d *document) retorted(x, y *draft) bool {
	if y.attr == 0 || y.sent-x.sent > farRetort || y.who.actor == x.who.actor || x.find.weight == 0 || !onTheGround(x.find.typ) && x.find.typ != geo.Forecast {
		return false
	}
	a := &d.attrs[y.attr-1]
	return a.verb > 0 && !a.negated && d.isOf(a.verb, &retortVerbs)
}

// blamesBack reports whether x and y lay an attack on the same place at each other's
// door, near each other in the text: either account is disputed.
func (d *document) blamesBack(x, y *draft) bool {
	far := y.sent - x.sent
	if far < -farRetort || far > farRetort || x.polarity != geo.Affirmed || y.polarity != geo.Affirmed || event(x.find.typ) != geo.Attack || event(y.find.typ) != geo.Attack {
		return false
	}
	side := d.partyOf(x)
	if side.Adversary() == geo.UnknownParty || d.partyOf(y) != side.Adversary() || d.attackerOf(y) != side {
		return false
	}
	by := d.attackerOf(x)
	return by == side.Adversary() || by == geo.UnknownParty && far >= 0 && far <= 1 // "a shell hit it", "it was they who shelled it"
}

// attackerOf is the side that a claim says has attacked: the one that acts, or that it
// blames, "by Ukrainian artillery", "Moscow of shelling".
func (d *document) attackerOf(x *draft) geo.Party {
	side := x.actor
	if side == geo.UnknownParty {
		side = d.actorOf(x)
	}
	if side != geo.UnknownParty || x.attr == 0 {
		return side
	}
	first, end := x.runs[0].first, x.runs[len(x.runs)-1].end
	if d.attrs[x.attr-1].rule == "attr.F-accuse" {
		end = min(end, first+3)
	} else {
		for first < end && !d.is(first, "by") {
			first++
		}
	}
	for _, h := range d.partiesIn(first, end) {
		if h.entry.party.Adversary() != geo.UnknownParty {
			return h.entry.party
		}
	}
	return geo.UnknownParty
}

// hasOf reports whether one of the words stands in the runs.
func (d *document) hasOf(runs []run, l *wordList) bool {
	return slices.ContainsFunc(runs, func(x run) bool { return d.anyOf(x.first, x.end, l) })
}

// admits reports whether a claim is admitted by its source, or tells of the other
// side's success: what is said against one's own interest stands.
func (d *document) admits(x *draft) bool {
	if a := &d.attrs[x.attr-1]; a.stance == admitStance && !a.denies() {
		return true
	}
	if x.polarity != geo.Affirmed || group(x.find.typ) != geo.Control {
		return false
	}
	side := d.partyOf(x).Adversary()
	return side != geo.UnknownParty && (x.actor == side || x.actor == geo.UnknownParty && d.actorOf(x) == side)
}

// wholeWords tell that a side has all of a place.
var wholeWords = listOf("all whole entire full fully entirely completely complete")

// openCityWords tell that a place is nobody's.
var openCityWords = listOf("contested disputed grey gray")

// nobodyThere reports whether a claim says that nobody of a side is in a place: "there are
// no Russian soldiers in X".
func (d *document) nobodyThere(x *draft) bool {
	const near = 5 // tokens
	for _, r := range x.runs {
		for i := r.first; i < r.end; i++ {
			if d.isOf(i, &nobodyWords) && x.find.typ != geo.Other {
				return true
			}
			if !d.isAny(i, "no", "single") {
				continue
			}
			for k := i + 1; k < min(r.end, i+near); k++ {
				if d.has(k, demonymWord|enemyWord) || d.isAny(k, "soldiers", "soldier", "troops", "forces", "tanks", "units", "invaders") {
					return true
				}
			}
		}
	}
	return false
}

// rivals reports whether x and y cannot both hold: that one side has taken or
// holds the place, and that the other does or that they still fight for it.
func (d *document) rivals(x, y *draft) bool {
	if x.polarity != geo.Affirmed || y.polarity != geo.Affirmed || y.modality != geo.Asserted {
		return false
	}
	switch x.find.typ {
	case geo.Captured:
		if y.find.typ == geo.Fighting {
			return true
		}
	case geo.Control:
	case geo.Withdrawal:
		// the other side is said to have fled, and says that it is there
		return d.partyOf(x).Adversary() == d.partyOf(y) && d.partyOf(x) != geo.UnknownParty && (y.find.typ == geo.Control || y.find.typ == geo.Defended) && d.heldBy(y) == d.partyOf(y)
	default:
		return false
	}
	if y.find.typ == geo.Fighting && y.attr > 0 && x.find.typ == geo.Control && d.partyOf(x) != d.partyOf(y) && d.hasOf(y.runs, &openCityWords) {
		return true // "still show the village as contested"
	}
	if y.find.typ == geo.Fighting && x.find.typ == geo.Control && y.sent > x.sent && d.hasOf(x.runs, &wholeWords) && d.partyOf(x).Adversary() != geo.UnknownParty && d.partyOf(x) != d.partyOf(y) {
		return true // "held all of X"; "fighting goes on around its station"
	}
	side := d.heldBy(x)
	if y.find.typ == geo.Captured && y.sent > x.sent && !(y.attr > 0 && d.admits(y)) && !d.concedes(x, y) {
		return side != geo.UnknownParty && d.heldBy(y) == side.Adversary()
	}
	if y.find.typ != geo.Control && y.find.typ != geo.Defended {
		return false
	}
	return side != geo.UnknownParty && d.heldBy(y) == side.Adversary() || d.partyOf(x) != geo.UnknownParty && d.partyOf(x).Adversary() == d.partyOf(y)
}

// heldBy is the side that, as a claim has it, holds the place.
func (d *document) heldBy(x *draft) geo.Party {
	side := x.actor
	if side == geo.UnknownParty {
		side = d.actorOf(x)
	}
	if side == geo.UnknownParty && x.find.weight > 0 {
		// "is under Ukrainian control"
		for _, h := range d.partiesIn(x.find.first, x.runs[len(x.runs)-1].end) {
			if h.first > x.find.end+2 {
				break
			}
			if h.entry.party.Adversary() != geo.UnknownParty {
				return h.entry.party
			}
		}
	}
	if side == geo.UnknownParty && d.partyOf(x).Adversary() != geo.UnknownParty {
		return d.partyOf(x)
	}
	return side
}

// concedes reports whether y is what the other side admits or confirms of what x
// claims: "Kyiv confirmed the loss of the town".
func (d *document) concedes(x, y *draft) bool {
	if y.attr == 0 || x.who.narrator || x.attr == 0 || d.partyOf(x).Adversary() != d.partyOf(y) || d.partyOf(x) == geo.UnknownParty || y.modality != geo.Asserted {
		return false
	}
	a := &d.attrs[y.attr-1]
	return (a.stance == admitStance || a.stance == confirmStance) && !a.denies() && !a.negated
}

// attests reports whether y is what somebody else than the two sides confirms of what x
// claims: "The mayor said that …, and the mission confirmed …".
func (d *document) attests(x, y *draft) bool {
	if y.attr == 0 || x.who.actor == y.who.actor || y.modality != geo.Asserted {
		return false
	}
	a := &d.attrs[y.attr-1]
	if x.find.typ == geo.Casualties && d.hasNumber(x.runs) && d.hasNumber(y.runs) && d.firstNumber(x) != d.firstNumber(y) {
		return false // "22,000 were killed"; "has documented 1,348 deaths"
	}
	switch d.partyOf(y) {
	case geo.Press, geo.International, geo.Civilians:
		return a.stance == confirmStance && !a.denies() && !a.negated
	}
	return false
}

func sharePlace(x, y *draft) bool {
	for _, p := range x.places {
		for _, q := range y.places {
			if p.Place == q.Place {
				return true
			}
		}
	}
	return false
}

// alike reports whether claims of the two types may tell of one event.
func alike(t, u geo.ClaimType) bool { return event(t) == event(u) }

// event is the type that stands for all those that may tell of the same event.
func event(t geo.ClaimType) geo.ClaimType {
	switch t {
	case geo.Attack, geo.Damage, geo.Casualties, geo.Other:
		return geo.Attack
	}
	return group(t)
}

func (d *document) partyOf(c *draft) geo.Party {
	if c.who.actor > 0 {
		return d.actors[c.who.actor-1].party
	}
	return d.article.Publisher.Party
}

// opposed reports whether one of the claims denies what the other affirms. What
// is denied is itself disputed only where a side or a witness affirms it, not by
// what the writer tells.
func (d *document) opposed(x, y *draft) bool {
	if x.polarity == geo.Affirmed && y.polarity == geo.Negated && d.partyOf(x).Adversary() == d.partyOf(y) && d.partyOf(x) != geo.UnknownParty {
		switch t, u := x.find.typ, y.find.typ; {
		case t == geo.Captured && u == geo.Withdrawal, t == geo.Withdrawal && u == geo.Captured:
			return true // "has fallen" and "nobody has left it"
		}
	}
	if x.polarity == geo.Affirmed && y.polarity == geo.Negated && y.attr > 0 && y.sent == x.sent && y.runs[0].first > x.runs[0].first && d.attrs[y.attr-1].stance == denyStance && onTheGround(x.find.typ) && onTheGround(y.find.typ) && d.partyOf(x) != geo.UnknownParty && d.partyOf(x).Adversary() == d.partyOf(y) {
		return true // "had seized X, but the brigade denied having been driven out"
	}
	if x.polarity == geo.Affirmed && y.polarity == geo.Negated && y.attr > 0 && (y.sent == x.sent || y.sent == x.sent+1) && y.find.typ == geo.Other && onTheGround(x.find.typ) && d.partyOf(x) != geo.UnknownParty && d.partyOf(x).Adversary() == d.partyOf(y) {
		return true // "have crossed at X"; "there has been no crossing"
	}
	if x.polarity == geo.Affirmed && y.polarity == geo.Negated && y.attr > 0 && group(x.find.typ) == geo.Control && y.sent >= x.sent && d.partyOf(x) != geo.UnknownParty && d.partyOf(x) != d.partyOf(y) && d.nobodyThere(y) {
		return true // "has found no trace of Russian troops in the village"
	}
	if x.polarity == y.polarity || group(x.find.typ) != group(y.find.typ) {
		return false
	}
	if no, yes := x, y; no.find.typ != yes.find.typ {
		if no.polarity != geo.Negated {
			no, yes = yes, no
		}
		if yes.find.typ == geo.Advance && no.find.typ != geo.Advance && !d.nobodyThere(no) {
			return false // who has got nearer has not taken the place
		}
	}
	told := y.attr == 0 || y.who.narrator || d.partyOf(y) == geo.Press
	if told && x.polarity == geo.Negated {
		return false
	}
	switch group(x.find.typ) {
	case geo.Control, geo.Encircled, geo.Withdrawal, geo.Attack, geo.Defended, geo.TerritoryClaimed:
		return true
	case geo.Damage, geo.Evacuation:
		return !told || x.find.typ == geo.Damage && x.polarity == geo.Affirmed && y.sent == x.sent+1 // "Pictures show it intact"
	case geo.Casualties:
		// "40 soldiers were killed there", "we had no losses there"
		far := y.sent - x.sent
		return !told && far <= farRetort && far >= -farRetort && d.partyOf(x).Adversary() == d.partyOf(y) && d.partyOf(x) != geo.UnknownParty
	}
	return false
}

// group folds types that tell of the same thing: who has the place.
func group(t geo.ClaimType) geo.ClaimType {
	switch t {
	case geo.Captured, geo.Control, geo.Advance:
		return geo.Control
	}
	return t
}
