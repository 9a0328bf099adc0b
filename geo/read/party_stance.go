package read

import "contested/geo"

// byEpithet: whom a side calls its enemy is the other side.
func (d *document) byEpithet(a *attribution, e *actor, p np) bool {
	for k := p.first; k <= p.head; k++ {
		if !d.has(k, ourWord|theirWord|enemyWord) {
			continue
		}
		class := d.classOf(p.head, geo.Military)
		side := d.article.Publisher.Party
		if a.parent > 0 && d.attrs[a.parent-1].who.actor > 0 {
			side = d.actors[d.attrs[a.parent-1].who.actor-1].party
		}
		party := side.Adversary()
		switch {
		case party != geo.UnknownParty:
		case d.has(k, theirWord):
			party = geo.Ukraine
		case d.has(k, ourWord) && d.toks[k].caps == lowerCase:
			party = geo.Russia
		default:
			continue
		}
		return e.set(d, party, class, wUnit, "party.epithet", k, k+1, "")
	}
	return false
}

// otherSide: "the other side" is the adversary of whoever the text has named last.
func (d *document) otherSide(e *actor, p np) bool {
	if p.end-p.first != 3 || !d.is(p.head, "side") || !d.isAny(p.first+1, "other", "opposing", "opposite") {
		return false
	}
	for _, k := range d.lately(new([maxRecent]int)) {
		if o := &d.actors[k-1]; o.party.Adversary() != geo.UnknownParty {
			return e.set(d, o.party.Adversary(), geo.Government, wStance, "party.adversary", p.first, p.end, o.name)
		}
	}
	return false
}

// byStance: what the speaker calls the other side shows the own one.
func (r *Reader) byStance(d *document, a *attribution, e *actor, class geo.SourceClass) bool {
	for _, c := range a.content {
		for k := c.first; k < c.end; k++ {
			if d.has(k, ourWord) && d.article.Publisher.Party == geo.Russia {
				continue // there, the enemy is another
			}
			if !d.has(k, ourWord|theirWord) {
				continue
			}
			side := geo.Ukraine
			if d.has(k, theirWord) {
				side = geo.Russia
			} else if own := d.ownTroops(c.first, k); own != geo.UnknownParty {
				side = own // "units of the Sever grouping drove the enemy out"
			}
			return e.set(d, side, class, wStance, "party.stance", k, k+1, "")
		}
	}
	return false
}

// ownTroops is the side of the unit that stands before the enemy in what somebody says.
func (d *document) ownTroops(i, j int) geo.Party {
	for _, h := range d.partiesIn(i, j) {
		if (h.entry.kind == unitKind || h.entry.kind == bodyKind && h.entry.class == geo.Military) && h.first > 0 && !d.isAny(h.first-1, "against", "by", "from") {
			return h.entry.party
		}
	}
	return geo.UnknownParty
}
