package read

import "contested/geo"

var (
	bloggerWords = listOf("bloggers blogger")
	anyoneHeads  = listOf("those ones anyone everyone")
	crewHeads    = listOf("worker workers crews")
	employees    = listOf("employee employees")
	operators    = listOf("operator")
	kindHeads    = setOf(&bloggerWords, &anyoneHeads, &crewHeads, &employees, &operators)
)

// partyOfKind: what the head noun is says enough: residents, journalists.
func (d *document) partyOfKind(e *actor, i, j, head int) bool {
	if k := head + 3; k < j && d.is(head+1, "of") && d.is(head+2, "the") && d.partitive(head) && d.has(k, witnessWord) && !d.has(k, roleWord) && (k+1 >= j || d.toks[k+1].tag != nounTag) {
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, k+1, "") // "one of the drivers"
	}
	if !d.isIn(head, &kindHeads) && !d.has(head, witnessWord) && d.toks[head].tag != nameTag {
		return false
	}
	switch {
	case d.isOf(head, &bloggerWords) && (head > i && d.isAny(head-1, "military", "war") || head == i+1 && d.is(i, "the") && d.is(head, "bloggers")):
		return e.set(d, geo.Russia, geo.Analyst, wUnit, "party.bloggers", i, j, "")
	case d.isOf(head, &operators) && head > i && d.isAny(head-1, "points", "crane", "lift", "switchboard", "telephone", "tram", "machine", "forklift", "pump", "boiler", "excavator", "tractor"):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head-1, head+1, "")
	case d.isOf(head, &anyoneHeads) && d.staysBehind(head):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, head+1, "")
	case d.toks[head].tag == nameTag && d.callingOf(i, head):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", i, head, "")
	case d.isOf(head, &employees) && head+2 < j && d.isAny(head+1, "of", "at", "with") && d.isAny(j-1, "plant", "railway", "factory", "mine", "hospital", "company", "shop", "port", "school", "bank", "utility", "enterprise", "clinic", "museum", "market"):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, j, "")
	case d.isOf(head, &crewHeads) && head > i && d.isAny(head-1, "rescue", "emergency"):
		return false // the emergency service's
	case d.has(head, witnessWord) && !d.has(head, roleWord):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, head+1, "")
	}
	return false
}

// staysBehind reports whether the words behind a pronoun are those for people of a place:
// "those still living in Hirnyk", "those who stayed".
func (d *document) staysBehind(head int) bool {
	for k := head + 1; k < head+5; k++ {
		if d.isAny(k, "living", "live", "lived", "staying", "stayed", "stay", "remaining", "remain", "remained", "sheltering", "hiding", "fled", "fleeing", "evacuated", "left", "leaving", "arriving", "arrived", "escaping", "escaped", "returning", "returned", "displaced", "queueing", "queuing") {
			return !d.is(k, "left") || d.is(k+1, "in") || d.is(k-1, "who")
		}
	}
	return false
}

var callings = listOf("driver drivers cook mechanic doctor surgeon nurse medic medics paramedic paramedics engineer engineers electrician chaplain miner")

// ofUnit reports whether the trade at head is plied in a unit: "a driver with a
// drone battalion", "a surgeon of the 93rd Brigade".
func (d *document) ofUnit(head, j int) bool {
	if !d.isOf(head, &callings) {
		return false
	}
	for k := head + 1; k+1 < j; k++ {
		if d.endsClause(k) {
			return false
		}
		if !d.isAny(k, "with", "in", "of", "from", "at") {
			continue
		}
		for m := k + 1; m < min(k+7, j) && !d.endsClause(m) && d.toks[m].tag != prepTag; m++ {
			if d.has(m, unitWord) || d.isAny(m, "army", "infantry", "artillery", "marines", "unit", "crew") || d.isAny(m, "stabilisation", "stabilization") && d.is(m+1, "point") || d.isAny(m, "field", "military") && d.is(m+1, "hospital") {
				return true
			}
		}
	}
	return false
}

// unitBefore reports whether the trade at head is plied in the unit named before it: "the
// brigade's surgeon", "a company medic".
func (d *document) unitBefore(i, head int) bool {
	if !d.has(head, witnessWord) && !d.isOf(head, &callings) {
		return false
	}
	for k := i; k < head; k++ {
		if d.isAny(k, "brigade", "battalion", "regiment", "platoon", "unit", "squad", "garrison", "army") && (d.toks[k+1].tag == possTag || k+1 == head) {
			return true
		}
	}
	return false
}

// callingOf reports whether what stands before a name says that it is somebody's
// who has no office: "a relative, Inna", "Dr Maria X, who runs the ward".
func (d *document) callingOf(i, head int) bool {
	comma := i + 1
	for comma < head && d.char(comma) != ',' {
		comma++
	}
	if comma < head {
		if q := d.baseRight(i, head); !q.empty() && q.end < head && d.char(q.end) == ',' && d.toks[q.head].tag == nounTag && d.has(q.head, witnessWord) && !d.has(q.head, roleWord) {
			return true
		}
	}
	if !d.is(i, "dr") && !d.is(i, "doctor") {
		return false
	}
	end := d.sents[d.toks[head].sent].end
	for k := head + 1; k < end && k < head+14; k++ {
		if d.isAny(k, "ward", "clinic", "hospital", "surgeon", "neurology", "surgery", "paediatrician", "physician", "trauma", "maternity", "anaesthetist", "polyclinic", "medicine", "psychiatrist", "neurologist", "cardiologist") {
			return true
		}
	}
	return false
}

// ofOtherState is what shows that a body with a common name is a third state's, and its
// party: "Kazakhstan's presidential office", "the operational command in Warsaw".
func (d *document) ofOtherState(r *Reader, best *partyHit, hits []partyHit, end int) (run, geo.Party) {
	if c := best.entry.class; c != geo.Government && c != geo.Military && c != geo.Authority {
		return run{}, geo.UnknownParty
	}
	for k := range hits {
		h := &hits[k]
		if (h.entry.kind == countryKind || h.entry.kind == demonymKind) && h.entry.party != best.entry.party && (h.end == best.first || h.end+1 == best.first && d.toks[h.end].tag == possTag) {
			return run{h.first, h.end}, h.entry.party
		}
	}
	for k := best.end; k+1 < end && k < best.end+2; k++ {
		if !d.is(k, "in") {
			continue
		}
		for _, m := range d.mentionsIn(k+1, end) {
			if pl, ok := r.gaz.Place(m.Place); ok && r.places.metonyms[m.Place] && m.first == k+1 {
				if party := partyOfCountry(pl.Country); party != best.entry.party {
					return run{m.first, m.end}, party
				}
			}
		}
	}
	return run{}, geo.UnknownParty
}
