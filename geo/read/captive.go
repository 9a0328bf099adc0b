package read

import "contested/geo"

var capturedWords = listOf("captured held detained captive prisoner")

// captor: "a soldier captured by Russian troops" is none of theirs.
func (d *document) captor(e *actor, i, j int) bool {
	for k := i; k+2 < j; k++ {
		if !d.isOf(k, &capturedWords) || !d.isAny(k+1, "by", "of") || d.is(k+1, "of") && d.is(k+2, "war") {
			continue
		}
		for _, h := range d.partiesIn(k+2, j) {
			if party := h.entry.party.Adversary(); party != geo.UnknownParty {
				return e.set(d, party, geo.Military, wUnit, "party.captive", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	return false
}

var (
	captiveWords = listOf("captured captive surrendered deserter deserters")
	captiveHeads = listOf("captured captive surrendered deserter deserters prisoner prisoners captives")
)

// captive: a captured soldier of whom one side speaks is of the other.
func (d *document) captive(a *attribution, e *actor, p np) bool {
	for k := p.first; k < p.end; k++ {
		if !d.isOf(k, &captiveHeads) || !d.isOf(k, &captiveWords) && !(d.is(k, "prisoner") && d.nextIsWord(k) && d.is(k+1, "of")) && !(d.isAny(k, "prisoners", "captives", "prisoner") && (k == p.head && p.end-p.first <= 2 || k+1 < p.end && (d.toks[k+1].tag == pronTag || d.isAny(k+1, "taken", "whom", "who", "from")))) {
			continue
		}
		side := d.article.Publisher.Party
		if a.parent > 0 && d.attrs[a.parent-1].who.actor > 0 {
			side = d.actors[d.attrs[a.parent-1].who.actor-1].party
		}
		if sp, ok := d.blockSpeaker(p.first); ok && sp.actor > 0 && side.Adversary() == geo.UnknownParty {
			side = d.actors[sp.actor-1].party
		}
		switch side {
		case geo.Russia:
			return e.set(d, geo.Ukraine, geo.Military, wUnit, "party.captive", k, k+1, "")
		case geo.Ukraine:
			return e.set(d, geo.Russia, geo.Military, wUnit, "party.captive", k, k+1, "")
		}
	}
	return false
}
