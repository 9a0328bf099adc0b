package read

import (
	"strings"

	"contested/geo"
)

// sideTally weighs what the surroundings of a speaker show of its side, where
// nothing that is said of the speaker itself does.
type sideTally struct {
	ua, ru int
	why    []geo.Evidence
}

func (t *sideTally) add(party geo.Party, n int, e geo.Evidence) {
	switch party {
	case geo.Ukraine:
		t.ua += n
	case geo.Russia:
		t.ru += n
	default:
		return
	}
	t.why = append(t.why, e)
}

// verdict is the heavier side and by how much it is.
func (t *sideTally) verdict() (geo.Party, int) {
	switch {
	case t.ua > t.ru:
		return geo.Ukraine, t.ua - t.ru
	case t.ru > t.ua:
		return geo.Russia, t.ru - t.ua
	}
	return geo.UnknownParty, 0
}

// The weights of what surrounds a speaker.
const (
	tallyAdversary = 2 // what is said tells of the other side's troops
	tallyName      = 3 // the given name is of one country's form
	tallySurname   = 1
	tallyCapital   = 3 // "In Moscow, officials said"
	tallyRelay     = 4 // "the agency RIA reported, citing the ministry"
	tallyPlace     = 1 // the place spoken of
	tallyDateline  = 1
	tallyReach     = 1 // a soldier in the press: whom reporters can reach
)

// surroundings weighs the words around a speaker.
func (r *Reader) surroundings(d *document, a *attribution, p np, class geo.SourceClass) sideTally {
	var t sideTally
	st := &d.sents[d.toks[p.first].sent]
	// what is said tells of the other side
	seen := [geo.OtherParty + 1]bool{}
	for _, c := range a.content {
		for n, h := range d.partiesIn(c.first, min(c.end, c.first+25)) {
			if n > 6 || seen[h.entry.party] || h.entry.kind == personKind || h.entry.class == geo.Media || h.entry.kind == demonymKind && h.end < len(d.toks) && d.isAny(h.end, "control", "hands", "rule") {
				continue // "under Ukrainian control" either may say of the town
			}
			seen[h.entry.party] = true
			if d.defends(h.first, h.end, c) {
				t.add(h.entry.party, tallyAdversary, geo.Evidence{Rule: "party.gains", Span: d.span(h.first, h.end), Note: d.nameOfHit(&h)})
				continue
			}
			if d.anyOf(p.first, p.end, &warOffices) && d.gains(h.first, c, h.entry.class == geo.Military) {
				t.add(h.entry.party, tallyAdversary, geo.Evidence{Rule: "party.gains", Span: d.span(h.first, h.end), Note: d.nameOfHit(&h)})
				continue
			}
			t.add(h.entry.party.Adversary(), tallyAdversary, geo.Evidence{Rule: "party.adversary", Span: d.span(h.first, h.end), Note: d.nameOfHit(&h)})
		}
	}
	if t.ua == 0 && t.ru == 0 && d.anyOf(p.first, p.end, &warOffices) && d.proclaims(a) {
		t.add(geo.Russia, tallyAdversary, geo.Evidence{Rule: "party.gains", Span: d.span(a.cue.first, a.cue.end)})
	}
	if d.toks[p.head].tag == nameTag {
		if party := d.lean(p); party != geo.UnknownParty {
			t.add(party, tallyName, geo.Evidence{Rule: "party.name", Span: d.span(p.first, p.end)})
		} else {
			t.add(surnameLean(d.str(p.head)), tallySurname, geo.Evidence{Rule: "party.surname", Span: d.span(p.head, p.head+1)})
		}
	}
	if !a.relay.empty() {
		for _, h := range d.partiesIn(a.relay.first, a.relay.end) {
			t.add(h.entry.party, tallyRelay, geo.Evidence{Rule: "party.relay", Span: d.span(h.first, h.end), Note: d.nameOfHit(&h)})
		}
	}
	// "In Moscow, officials said"
	for k := d.mentionIndex(st.first); k < len(d.mentions) && d.mentions[k].end <= p.first; k++ {
		m := &d.mentions[k]
		if m.first > st.first+3 {
			break
		}
		if !r.places.metonyms[m.Place] {
			continue
		}
		if pl, ok := r.gaz.Place(m.Place); ok {
			t.add(partyOfCountry(pl.Country), tallyCapital, geo.Evidence{Rule: "party.capital", Span: m.Span, Note: pl.Name})
		}
	}
	if d.isOf(p.head, &stateBodyHeads) {
		d.tallyState(&t, p)
	}
	if m := d.nearPlace(p.first); m != nil {
		if pl, ok := r.gaz.Place(m.Place); ok {
			t.add(d.sideOf(pl), tallyPlace, geo.Evidence{Rule: "party.place", Span: m.Span, Note: pl.Name})
		}
	}
	if d.focus > 0 {
		if pl, ok := r.gaz.Place(d.mentions[d.focus-1].Place); ok {
			t.add(d.sideOf(pl), tallyDateline, geo.Evidence{Rule: "party.dateline", Span: d.mentions[d.focus-1].Span, Note: pl.Name})
		}
	}
	if class == geo.Military {
		t.add(geo.Ukraine, tallyReach, geo.Evidence{Rule: "party.soldier", Span: d.span(p.first, p.end)})
	}
	return t
}

// stateBodyHeads are bodies of which a state has one.
var stateBodyHeads = listOf("ministry ministries staff presidency")

// tallyState weighs the capital that stands for its government right before a body that a
// state has one of: "Has Moscow said anything? The Defence Ministry says …".
func (d *document) tallyState(t *sideTally, p np) {
	const far = 2 // sentences
	s := int(d.toks[p.first].sent)
	for n := s - 1; n >= 0 && n >= s-far; n-- {
		for k := int(d.partyAt[n+1]) - 1; k >= int(d.partyAt[n]) && k >= int(d.partyAt[n+1])-maxSides; k-- {
			if h := &d.parties[k]; h.entry.kind == metonymKind && h.entry.party.Adversary() != geo.UnknownParty {
				t.add(h.entry.party, tallyCapital, geo.Evidence{Rule: "party.capital", Span: d.span(h.first, h.end), Note: d.nameOfHit(h)})
				return
			}
		}
	}
}

// proclaims reports whether what a ministry of war tells is that a place has been taken,
// which that of the attacker does: "the ministry announced the capture of X".
func (d *document) proclaims(a *attribution) bool {
	if len(a.content) == 0 || a.stance == denyStance || a.stance == admitStance || a.negated {
		return false
	}
	f, _ := d.typesIn(a.content[0].first, a.content[0].end)
	return f.typ == geo.Captured && f.weight > 0 && !f.denied && d.anyOf(f.first, f.end, &takingWords) && !d.negatedBefore(f.first, a.content[0].first)
}

// takingWords are those of who has taken a place.
var takingWords = listOf("capture captured captures capturing seizure seized seizing seize liberation liberated liberating taken taking took take takes")

// gains reports whether the clause c tells of what the troops named at token i, a unit or
// soldiers of a side, have achieved, which a ministry of war tells of its own.
func (d *document) gains(i int, c run, unit bool) bool {
	f, _ := d.typesIn(i, c.end)
	switch f.typ {
	case geo.Captured, geo.Advance, geo.Encircled, geo.Defended, geo.Control:
		return f.weight > 0 && !d.negatedBefore(f.first, i) && (unit || d.anyTroops(i, f.first))
	}
	return false
}

// defends reports whether the clause c tells of what the defenders named at tokens [i, j) have
// warded off, which their own side tells: "Ukrainian air defences downed 58 drones".
func (d *document) defends(i, j int, c run) bool {
	f, _ := d.typesIn(i, c.end)
	if f.typ != geo.Defended || f.weight == 0 || f.first < j || f.denied {
		return false
	}
	ours := false
	for k := j; k < f.end; k++ {
		if d.has(k, beWord) || d.endsClause(k) {
			return false // "Russian forces were thrown back"
		}
		ours = ours || d.has(k, troopsWord|unitWord) || d.isOf(k, &defenceWords)
	}
	return ours
}

// defenceWords are what shoots down drones.
var defenceWords = listOf("defence defences defense defenses defenders gunners crews")

// warOffices are those who tell what their own troops have gained.
var warOffices = listOf("ministry bulletin briefing")

// anyTroops reports whether soldiers are spoken of among tokens [i, j).
func (d *document) anyTroops(i, j int) bool {
	for ; i < j; i++ {
		if d.has(i, troopsWord|unitWord) {
			return true
		}
	}
	return false
}

// surnameLean is the side that the ending of a surname leans to.
func surnameLean(s string) geo.Party {
	s = strings.ToLower(s)
	for _, e := range []string{"enko", "chuk", "iuk", "yuk", "ishyn", "yshyn", "skyi", "tskyi", "ivskyi", "iuk", "ych", "iets", "ii"} {
		if strings.HasSuffix(s, e) && len(s) > len(e)+1 {
			return geo.Ukraine
		}
	}
	for _, e := range []string{"ov", "ev", "yov", "in", "ova", "eva", "ina"} {
		if strings.HasSuffix(s, e) && len(s) > len(e)+2 {
			return geo.Russia
		}
	}
	return geo.UnknownParty
}

// bySurroundings gives a speaker who has an office or arms the side that its
// surroundings show.
func (r *Reader) bySurroundings(d *document, a *attribution, e *actor, p np, class geo.SourceClass) bool {
	t := r.surroundings(d, a, p, class)
	party, margin := t.verdict()
	if margin < 1 {
		return false
	}
	e.set(d, party, class, min(wSoldier+0.2*float64(margin-1), wUnit), "party.surroundings", p.first, p.end, "")
	e.why = append(e.why, t.why...)
	return true
}

// serves reports whether the text tells of a person that he or she is in arms:
// in the sentences that name the person, or the ones that go on with "he".
func (d *document) serves(p np) bool {
	for _, i := range d.namesLike(p.head) {
		s := int(d.toks[i].sent)
		for n := s; n <= s+1 && n < len(d.sents); n++ {
			st := &d.sents[n]
			if n > s && !d.has(st.first, subjPron|possWord) {
				break
			}
			first := st.first
			if n == s {
				first = int(i)
			}
			if d.armed(first, min(st.end, first+60)) {
				return true
			}
		}
	}
	return false
}

// nowServes reports whether tokens [i, j) say that somebody of another calling is
// in arms now: "an analyst now serving in the army".
func (d *document) nowServes(i, j int) bool {
	for k := i; k+2 < j; k++ {
		if (d.is(k, "now") || d.is(k, "currently") || d.is(k, "who")) && d.isAny(k+1, "serving", "serves", "fighting", "fights", "enlisted") && d.armed(k, j) {
			return true
		}
	}
	return false
}

// retired reports whether tokens [i, j) say that an office is held no more.
func (d *document) retired(i, j int) bool {
	for k := i; k < j; k++ {
		if d.isOf(k, &formerWords) {
			return true
		}
	}
	return false
}

var wantWords = listOf("wants hopes dreams plans wanted hoped dreamed refused avoided")

// hopes reports whether tokens [i, j) say what somebody would be, not what he is:
// "who wants to join the army".
func (d *document) hopes(i, j int) bool {
	for k := i; k < j; k++ {
		if d.isOf(k, &wantWords) {
			return true
		}
	}
	return false
}
