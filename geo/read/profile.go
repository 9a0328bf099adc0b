package read

import "contested/geo"

// profiled finds a side in a sentence that says what somebody is or does: "X has
// led the military administration of Y for two years", "X, 29, flies drones for the
// 28th Brigade", "X used to mend lifts. He now commands eleven men". It looks at the
// sentences that name the person, and at those behind that go on with "he" or "she".
func (r *Reader) profiled(d *document, e *actor, p np) bool {
	for _, i := range d.namesLike(p.head) {
		s := int(d.toks[i].sent)
		st := &d.sents[s]
		if st.label || d.quoted(int(i)) {
			continue
		}
		if r.occupied(d, e, d.pastAsides(int(i)+1, st.end), st.end) {
			return true
		}
		for n := s + 1; n < len(d.sents) && n <= s+2 && d.sents[n].block == st.block; n++ {
			next := &d.sents[n]
			if !d.isAny(next.first, "he", "she") {
				break
			}
			if r.occupied(d, e, next.first+1, next.end) {
				return true
			}
		}
	}
	return false
}

// pastAsides skips what may stand between a name and its verb: an age, a call sign,
// appositions ("X, 41, a farmer until the invasion, is …"), a relative clause.
func (d *document) pastAsides(k, end int) int {
	const most, long = 3, 14 // asides, tokens of one
	comma := -1              // behind the last aside
	for n := 0; n < most && k+1 < end && d.char(k) == ','; n++ {
		m := k + 1
		for m < end && m < k+long && !d.endsClause(m) {
			m++
		}
		if m >= end || d.char(m) != ',' || d.toks[k+1].tag != relTag && d.hasFinite(k+1, m) {
			break
		}
		k, comma = m, m
	}
	if comma >= 0 {
		return comma + 1
	}
	return k
}

// occupied takes the side from the predicate that begins at token k: an office held,
// a unit served in, a body led.
func (r *Reader) occupied(d *document, e *actor, k, end int) bool {
	for k+1 < end && (d.toks[k].tag == advTag || d.isAny(k, "now", "has", "had", "is", "was") && (d.toks[k+1].tag == partTag || d.toks[k+1].tag == ingTag || d.toks[k+1].tag == advTag)) {
		k++
	}
	if k+1 >= end {
		return false
	}
	obj := k + 1
	armed := false
	switch d.word(k) {
	case "is", "became", "remains", "been", "leads", "led", "heads", "headed", "runs", "run", "chairs", "directs", "manages", "managed":
	case "commands", "commanded":
		armed = true
	case "serves", "served", "serving", "fights", "fought", "fighting", "enlisted", "works", "worked", "working", "flies", "operates", "pilots":
		if d.isAny(k, "flies", "operates", "pilots") && d.isAny(k+1, "reconnaissance", "drones", "drone", "attack", "fpv", "bombers", "heavy") {
			return r.soldierOf(d, e, k)
		}
		for obj < end && obj < k+8 && !d.isAny(obj, "in", "with", "for", "at", "as") {
			if d.endsClause(obj) {
				return false
			}
			obj++
		}
		obj++
	default:
		return false
	}
	if obj >= end {
		return false
	}
	y := d.phraseRight(obj, end)
	if y.empty() || d.retired(y.first, y.end) || d.isAny(y.first, "no", "not") {
		return false
	}
	head := d.baseRight(y.first, y.end).head
	f := *e
	if d.partyOfPhrase(r, &f, y.first, y.end, head, wEarlier, "party.elsewhere") || r.byLocality(d, &f, y) {
		return e.set(d, f.party, f.class, f.weight, "party.profile", y.first, y.end, "")
	}
	for m := y.first; m < y.end; m++ {
		armed = armed || d.has(m, unitWord) || d.isAny(m, "army", "infantry", "artillery", "marines", "crew", "garrison")
	}
	return (armed || isArmed(d.word(head))) && r.soldierOf(d, e, y.first)
}

// soldierOf gives somebody in arms the side that is around the words at token k.
func (r *Reader) soldierOf(d *document, e *actor, k int) bool {
	f := *e
	q := np{k, k + 1, k}
	return r.bySurroundings(d, &attribution{source: q, subject: q}, &f, q, geo.Military) &&
		e.set(d, f.party, geo.Military, f.weight, "party.profile", k, k+1, "")
}
