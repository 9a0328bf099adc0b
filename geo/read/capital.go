package read

import "contested/geo"

// byCapital: "In Berlin, a government spokesman said": a state's own people, by
// the capital that their sentence starts with.
func (r *Reader) byCapital(d *document, a *attribution, e *actor, p np) bool {
	class := d.classOf(p.head, geo.UnknownClass)
	if e.named || class != geo.Government && class != geo.Military || d.has(p.head, mediaWord) || d.isAny(p.head, "diplomat", "diplomats", "source", "sources", "ambassador", "envoy", "president") {
		return false
	}
	st := &d.sents[d.toks[p.first].sent]
	// "On the Russian side, the ministry said"
	if d.is(st.first, "on") && p.first > st.first+3 {
		for k := st.first + 1; k < st.first+5 && k < p.first; k++ {
			if !d.isAny(k, "side", "part") {
				continue
			}
			for _, h := range d.partiesIn(st.first, k) {
				if h.entry.kind == demonymKind {
					return e.set(d, h.entry.party, class, wStance, "party.side", h.first, k+1, d.nameOfHit(&h))
				}
			}
		}
	}
	// "a ministry spokesman said in Moscow"
	from := st.first
	if a.cue.first >= p.end && !a.cue.empty() {
		if k := a.cue.end; k+1 < st.end && d.is(k, "in") {
			from = k
		} else if k+2 < st.end && d.isAny(k, "reporters", "journalists") && d.is(k+1, "in") {
			from = k + 1
		}
	}
	for k := d.mentionIndex(from); k < len(d.mentions) && (d.mentions[k].end <= p.first || from > p.first); k++ {
		m := &d.mentions[k]
		if m.first > from+2 {
			break
		}
		if !r.places.metonyms[m.Place] || m.first == st.first || d.toks[m.first-1].tag != prepTag {
			continue
		}
		if pl, ok := r.gaz.Place(m.Place); ok {
			if party := partyOfCountry(pl.Country); party != geo.UnknownParty {
				return e.set(d, party, class, wStance, "party.capital", m.first, m.end, pl.Name)
			}
		}
	}
	return false
}

// byState: "London is watching too. The minister for the armed forces thinks": of the
// state whose capital is the subject of the sentence before, or that "there" means; of
// the third state that is its subject by another name: "Downing Street has dismissed
// the plan. The prime minister's spokesman said".
func (r *Reader) byState(d *document, e *actor, p np) bool {
	s := int(d.toks[p.first].sent)
	ministry := d.isOf(p.head, &stateBodyHeads) || d.isOf(p.first+1, &stateBodyHeads) // America has none
	there := d.is(p.end, "there") || d.is(p.end-1, "there")
	if !there && !d.isDefinite(p) {
		return false
	}
	for n := s; n >= 0 && n >= s-2; n-- {
		st := &d.sents[n]
		for k := d.mentionIndex(st.end) - 1; k >= 0 && d.mentions[k].first >= st.first; k-- {
			m := &d.mentions[k]
			if m.end > p.first || !r.places.metonyms[m.Place] || !there && (m.first != st.first || n == s) {
				continue
			}
			if pl, ok := r.gaz.Place(m.Place); ok {
				if party := partyOfCountry(pl.Country); party != geo.UnknownParty && (party != geo.UnitedStates || !ministry) {
					return e.set(d, party, d.classOf(p.head, geo.Government), wStance, "party.capital", m.first, m.end, pl.Name)
				}
			}
		}
		if n == s || there {
			continue
		}
		for _, h := range d.partiesIn(st.first, min(st.end, st.first+5)) {
			if h.first > st.first+2 || h.entry.party.Adversary() != geo.UnknownParty || h.entry.kind == bodyKind && h.entry.class != geo.Government || h.entry.kind == demonymKind && h.end < st.end && d.nominal(h.end) {
				continue
			}
			if ministry && h.entry.party == geo.UnitedStates {
				continue
			}
			switch h.entry.party {
			case geo.UnitedStates, geo.Europe, geo.Turkey:
				return e.set(d, h.entry.party, d.classOf(p.head, geo.Government), wStance, "party.capital", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	if d.is(p.head, "secretary") && d.is(p.head+1, "of") && d.isAny(p.head+2, "state", "war") || d.is(p.head, "president") && (d.is(p.head-1, "vice") || d.is(p.head-2, "vice")) {
		return e.set(d, geo.UnitedStates, geo.Government, wStance, "party.office", p.first, p.end, "") // neither army's state has one
	}
	return false
}

var (
	ministerHeads = listOf("minister premier chancellor ministry")
	policyVerbs   = listOf("accept agree allow back cede concede gift give hand hold keep negotiate offer pull recognise recognize reject send sign stay surrender swap take talk trade withdraw")
)

// byTurn: "Kyiv dismissed the terms. …, Deputy Foreign Minister X said": of the state that the
// paragraph has turned to, or that he speaks for: "Germany would send engineers, Foreign
// Minister X said".
func (r *Reader) byTurn(d *document, a *attribution, e *actor, p np) bool {
	const back = 2 // sentences
	if !d.anyOf(p.first, p.end, &ministerHeads) {
		return false
	}
	s := int(d.toks[p.first].sent)
	for _, c := range a.content {
		for _, h := range d.partiesIn(c.first, min(c.end, c.first+3)) {
			if (h.entry.kind == countryKind || h.entry.kind == metonymKind) && h.first == c.first && d.pledges(h.end, c.end) {
				return e.set(d, h.entry.party, geo.Government, wStance, "party.pledge", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	for n := s - 1; n >= 0 && n >= s-back && d.sents[n].block == d.sents[s].block; n-- {
		st := &d.sents[n]
		if d.quoted(st.first) {
			continue
		}
		for _, h := range d.partiesIn(st.first, min(st.end, st.first+3)) {
			if (h.entry.kind == countryKind || h.entry.kind == metonymKind) && h.first == st.first && h.end < st.end && d.toks[h.end].tag == verbTag {
				return e.set(d, h.entry.party, geo.Government, wStance, "party.capital", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	return false
}

// pledges reports whether the predicate at token k is what a state says of itself: "would not
// give up", "has no intention of", "will send".
func (d *document) pledges(k, end int) bool {
	if k+2 >= end || !d.isAny(k, "will", "would", "is", "has") {
		return false
	}
	for k++; k < end && (d.toks[k].tag == negTag || d.toks[k].tag == advTag || d.has(k, negWord)); k++ {
	}
	return k < end && (d.isOf(k, &policyVerbs) || d.isAny(k, "intention", "plans", "ready", "prepared", "willing"))
}

// homeTasks are what ministries do that speak of their own country alone.
var homeTasks = listOf("education health energy infrastructure agriculture culture restoration development reintegration welfare transport economy labour labor ecology environment")

// homeOffice: "Schools in Lozova will reopen, the education ministry announced": of the
// country whose towns it speaks of, whatever capital was named before.
func (d *document) homeOffice(r *Reader, e *actor, a *attribution, p np) bool {
	if e.named || p.head == p.first || !d.isOf(p.head-1, &homeTasks) || !d.isAny(p.head, "ministry", "minister", "department", "inspectorate", "service") {
		return false
	}
	for _, c := range a.content {
		for _, m := range d.mentionsIn(c.first, c.end) {
			pl, ok := r.gaz.Place(m.Place)
			if !ok || m.Use != geo.Literal {
				continue
			}
			if party := partyOfCountry(pl.Country); party.Adversary() != geo.UnknownParty {
				return e.set(d, party, geo.Government, wStance, "party.place", m.first, m.end, pl.Name)
			}
		}
	}
	return false
}

// capitalSays: "in Moscow they say": of the state whose capital stands right before "they".
func (r *Reader) capitalSays(d *document, p np) speaker {
	k := d.mentionIndex(p.first) - 1
	if k < 0 || d.mentions[k].end+1 < p.first || d.mentions[k].end > p.first || !r.places.metonyms[d.mentions[k].Place] || d.mentions[k].first == 0 || d.toks[d.mentions[k].first-1].tag != prepTag {
		return speaker{}
	}
	m := &d.mentions[k]
	pl, ok := r.gaz.Place(m.Place)
	party := partyOfCountry(pl.Country)
	if !ok || party == geo.UnknownParty {
		return speaker{}
	}
	e := actor{name: pl.Name, key: keyOf(pl.Name), body: true, plural: true, last: p.first}
	e.set(d, party, geo.Government, wStance, "party.capital", m.first, m.end, pl.Name)
	return speaker{actor: d.addActor(e), weight: e.weight, why: e.why}
}
