package read

import "contested/geo"

var (
	ourArms  = listOf("positions position brigade battalion company platoon regiment squad artillery infantry drones mortar mortars gunners howitzer howitzers trench trenches dugout pilots sappers scouts crew crews flank tank tanks comrades unit lines")
	myArms   = listOf("brigade battalion company platoon regiment squad men soldiers crew comrades unit commander gunner gunners gun rifle trench dugout sector")
	weFought = listOf("hold held repelled repel destroyed fired fire shot attacked assaulted stormed retook recaptured captured cleared burned ambushed withdrew counterattacked defend defended fight fought engaged hit strike stop stopped entrenched mined")
)

// soldierly finds soldiers among speakers of whom the text says no more than a name or an
// age, by what they say of themselves: "our positions", "my platoon", "we repelled".
func (r *Reader) soldierly(d *document) {
	for i := range d.attrs {
		a := &d.attrs[i]
		if a.who.actor == 0 {
			continue
		}
		e := &d.actors[a.who.actor-1]
		if !e.human || e.plural || e.class == geo.Media || e.class == geo.Analyst || e.party != geo.UnknownParty && !(e.party == geo.Civilians && e.weight <= wStance) || a.parent > 0 {
			continue
		}
		at := d.ownArms(a)
		if at < 0 {
			continue
		}
		f := *e
		f.party, f.weight, f.why, f.class = geo.UnknownParty, 0, nil, geo.Military
		p := a.source
		if !r.byStance(d, a, &f, geo.Military) && !r.bySurroundings(d, a, &f, p, geo.Military) {
			continue
		}
		f.why = append([]geo.Evidence{{Rule: "party.first-person", Span: d.span(at, at+1)}}, f.why...)
		e.party, e.class, e.weight, e.why = f.party, geo.Military, f.weight, f.why
	}
}

// ownArms is the "we", "our" or "my" with which the speaker of a quotation tells of arms
// of his own; -1 for none.
func (d *document) ownArms(a *attribution) int {
	for _, c := range a.content {
		for k := c.first; k+1 < c.end; k++ {
			if !d.has(k, subjPron|possWord) || !a.block && !d.quoted(k) {
				continue
			}
			m := k + 1
			for m+1 < c.end && m < k+3 && (d.toks[m].tag == adjTag || d.toks[m].tag == advTag || d.toks[m].tag == auxTag || d.isAny(m, "own")) {
				m++
			}
			switch {
			case d.is(k, "our") && d.isOf(m, &ourArms), d.is(k, "my") && d.isOf(m, &myArms), d.is(k, "we") && d.isOf(m, &weFought) && !(d.isAny(m, "hold", "held", "fire") && d.isAny(m+1, "a", "services", "on", "out", "our")),
				d.is(k, "we") && d.isAny(m, "took", "taken", "lost", "left") && (d.has(m+1, unitWord|troopsWord|hubWord) || d.has(m+2, settlementWord|hubWord|unitWord|troopsWord) && d.is(m, "took")):
				return k
			}
		}
	}
	return -1
}
