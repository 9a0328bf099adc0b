package read

import (
	"math/bits"
	"slices"

	"contested/geo"
)

// noteSubjects takes the subjects of the sentences before sentence s into mind
// as far as they are people by name, or actors that have spoken: "she" and "it"
// may mean them.
func (r *Reader) noteSubjects(d *document, s int) {
	for ; d.noted < s; d.noted++ {
		st := &d.sents[d.noted]
		if st.label {
			continue
		}
		r.notePeople(d, st)
		r.noteSubjectOf(d, st)
		d.noteAliases(st)
	}
}

// noteSubjectOf takes the subject of a sentence into mind.
func (r *Reader) noteSubjectOf(d *document, st *sentence) {
	p := d.subjectOf(st)
	if p.empty() || d.has(p.head, weaponWord|buildingWord|vehicleWord) {
		return
	}
	e := r.noteSubject(d, p, d.noted)
	if d.toks[p.first].quote != 0 && d.quoted(p.first) && d.quotes[d.toks[p.first].quote-1].last < st.end {
		return // of whom somebody speaks
	}
	r.enlist(d, &e, p, st.end)
	names := 0
	for k := p.first; k < p.end; k++ {
		if d.toks[k].tag == nameTag {
			names++
		}
	}
	known := e.named && !e.body && d.byKey[e.key] > 0 && !d.has(p.first, possWord) // whatever else is found
	if e.party == geo.UnknownParty && e.named && e.human && !known {
		r.profiled(d, &e, p) // what somebody does now, before what he was
	}
	if e.party == geo.UnknownParty && !e.body && e.class != geo.Military && !known {
		r.predicated(d, &e, p, st.end)
	}
	human := d.has(p.head, roleWord|witnessWord|rankWord) && !d.plural(p.head) && !e.body && e.human || e.human && e.weight > 0 && !e.plural && !e.named
	person := human || d.toks[p.head].tag == nameTag && (names >= 2 || d.has(p.first, titleWord|rankWord) || d.has(p.head, firstName) || d.knownVoice(p)) && len(d.mentionsIn(p.head, p.head+1)) == 0
	if !person && !d.isDefinite(p) && names == 0 {
		return
	}
	if k := r.sameActor(d, &e, p); k > 0 {
		if d.actors[k-1].last <= p.first {
			if d.actors[k-1].last < p.first && !e.named {
				d.actors[k-1].learn(&e)
			}
			d.actors[k-1].last, d.actors[k-1].aside = p.first, false
			d.recent = append(d.recent, int32(k))
		} else if d.actors[k-1].last < st.end {
			d.actors[k-1].aside = false // "The deputy mayor, Iryna Sych, buys bread"
		}
		d.actors[k-1].cameFrom(d, p, st)
		d.putOut(k, p, st.end)
		return
	}
	if d.has(p.head, docWord) && e.party == geo.UnknownParty && r.byPossessor(d, &e, p) {
		e.body = true // "Zorkin's summary went further. It says …"
	} else if (!person || e.body) && !d.speakingBody(&e, p) {
		return
	}
	if e.party == geo.UnknownParty {
		r.byDefault(d, &attribution{source: p, subject: p}, &e, p)
	}
	e.last = p.first
	e.cameFrom(d, p, st)
	d.putOut(d.addActor(e), p, st.end)
}

// enlist makes a soldier of somebody's relative of whom the sentence says so: "Her father serves
// near X".
func (r *Reader) enlist(d *document, e *actor, p np, end int) {
	if e.party != geo.Civilians || e.named || e.plural || !d.servesArmy(p.end, end) {
		return
	}
	f := *e
	f.party, f.class, f.weight, f.why = geo.UnknownParty, geo.Military, 0, nil
	if r.bySurroundings(d, &attribution{source: p, subject: p}, &f, p, geo.Military) {
		*e = f
	}
}

// servesArmy reports whether the verb at token k says that somebody is a soldier: "serves near",
// "is fighting at", "has been at the front".
func (d *document) servesArmy(k, end int) bool {
	for k < end && (d.toks[k].tag == auxTag || d.toks[k].tag == advTag) {
		k++
	}
	return k+1 < end && d.isAny(k, "serves", "serving", "fights", "fighting") && d.isAny(k+1, "in", "near", "at", "on", "with", "outside", "there", "around") && !d.isAny(k+2, "survival", "tea", "a", "prison")
}

// speakingBody reports whether the phrase p names a body that may speak, and its
// side: "The Russian ministry goes further. It says …".
func (d *document) speakingBody(e *actor, p np) bool {
	return e.body && !e.plural && e.weight >= wOwnWords && e.party != geo.UnknownParty && (d.has(p.head, orgWord|mediaWord) || e.paper != 0) && !d.has(p.head, unitWord) && !d.isAny(p.head, "army", "forces", "military")
}

// noteOwnSubject takes the subject of the sentence into mind in which the pronoun
// p stands, where it is a body, or somebody by name: "Petrenko called that a lie:
// the town, he said, was quiet".
func (r *Reader) noteOwnSubject(d *document, p np) {
	q := d.subjectOf(&d.sents[d.toks[p.first].sent])
	if q.empty() || q.end >= p.first || d.quoted(q.first) || d.has(q.head, weaponWord) {
		return
	}
	if d.isAny(p.head, "it", "its") {
		if o := d.possessor(q); !o.empty() && !d.has(q.head, orgWord) {
			q = o // "The ministry's briefing left out X, which it had called lost"
		}
	} else if d.toks[q.head].tag == nameTag && !d.has(q.first, titleWord|rankWord|roleWord) && !d.has(q.head, firstName) && d.byKey[keyOf(d.nameOf(q))] == 0 && d.bySurname[d.hashOf(q.head)] == 0 && q.end-q.first < 2 {
		return
	} else if d.toks[q.head].tag != nameTag && (!d.has(q.head, roleWord|witnessWord|rankWord) || d.plural(q.head)) {
		return
	}
	parted := false
	for k := q.end; k < p.first && !parted; k++ {
		c := d.char(k)
		parted = d.toks[k].kind == punctToken && (c == ':' || c == ';' || c == ',' && d.hasFinite(q.end, k)) || d.toks[k].tag == subTag
	}
	if !parted {
		return
	}
	a := attribution{source: q, subject: q}
	e := r.describe(d, &a, q)
	if e.body != d.isAny(p.head, "it", "its") {
		return
	}
	r.enlist(d, &e, q, d.sents[d.toks[p.first].sent].end)
	if k := r.sameActor(d, &e, q); k > 0 {
		d.actors[k-1].last = max(d.actors[k-1].last, q.first)
		d.recent = append(d.recent, int32(k))
		return
	}
	if e.party == geo.UnknownParty {
		r.byDefault(d, &a, &e, q)
	}
	if e.body && e.party == geo.UnknownParty {
		return
	}
	e.last = q.first
	d.addActor(e)
}

// ageOf is where the words on somebody's age begin behind "of" whose number stands at token
// i, -1 for another number: "a girl of about fifteen with a dog".
func (d *document) ageOf(i, lo int) int {
	if i-1 > lo && d.toks[i-1].tag == advTag {
		i--
	}
	if i-2 < lo || !d.is(i-1, "of") || !d.has(i-2, witnessWord) {
		return -1
	}
	return i
}

// namesLike lists where the name at token i stands in the text, at most eight
// places.
func (d *document) namesLike(i int) []int32 {
	if !d.named {
		d.findNames()
	}
	n := d.nameSlot(d.hashOf(i))
	return d.names[d.nameAt[n]:min(d.nameAt[n]+8, d.nameAt[n+1])]
}

// findNames lists where names stand, those that are alike together.
func (d *document) findNames() {
	d.named = true
	list := d.nameTokens
	size := 1 << bits.Len(uint(2*len(list)))
	d.nameKeys, d.nameAt, d.names = zeroed(d.nameKeys, size), zeroed(d.nameAt, size+1), zeroed(d.names, len(list))
	for _, i := range list {
		hash := d.hashOf(int(i))
		n := d.nameSlot(hash)
		d.nameKeys[n] = hash
		d.nameAt[n]++
	}
	for n := range size {
		d.nameAt[n+1] += d.nameAt[n]
	}
	for _, i := range slices.Backward(list) {
		n := d.nameSlot(d.hashOf(int(i)))
		d.nameAt[n]--
		d.names[d.nameAt[n]] = i
	}
}

// nameSlot is where a name's hash stands in nameKeys, or would stand.
func (d *document) nameSlot(hash uint64) int {
	n := int((hash^formSeed)*0x9e3779b97f4a7c15>>32) & (len(d.nameKeys) - 1)
	for d.nameKeys[n] != 0 && d.nameKeys[n] != hash {
		n = (n + 1) & (len(d.nameKeys) - 1)
	}
	return n
}

var fromWords = listOf("from of at with")

// introduced looks for the name elsewhere in the text, where it may stand with
// its office.
func (r *Reader) introduced(d *document, e *actor, p np) bool {
	for _, i := range d.namesLike(p.head) {
		st := &d.sents[d.toks[i].sent]
		q := d.baseLeft(int(i), st.first)
		if q.empty() || q.head != int(i) || st.label {
			continue
		}
		if o := d.before(q, st.first); !o.empty() {
			f := *e
			if d.partyOfPhrase(r, &f, o.first, o.end, o.head, wEarlier, "party.elsewhere") || r.byOwner(d, &f, o) || r.byLocality(d, &f, o) {
				*e = f
				return true
			}
		}
		if int(i) >= p.first && int(i) < p.end {
			continue // its own words have been looked at
		}
		q = d.phraseLeft(int(i), st.first)
		f := *e
		if d.partyOfPhrase(r, &f, q.first, q.end, q.head, wEarlier, "party.elsewhere") {
			*e = f
			return true
		}
		a, b := d.apposition(q)
		if a < b && d.partyOfPhrase(r, &f, a, b, d.phraseHead(a, b), wEarlier, "party.elsewhere") {
			*e = f
			return true
		}
		if a < b && r.byOwner(d, &f, np{a, b, d.phraseHead(a, b)}) {
			*e = f
			return true
		}
		if k := int(i) + 1; k+1 < st.end && d.isOf(k, &fromWords) {
			// "with us is X from the Centre for Y"
			if y := d.phraseRight(k+1, st.end); !y.empty() && d.partyOfPhrase(r, &f, y.first, y.end, d.baseRight(y.first, y.end).head, wEarlier, "party.elsewhere") {
				e.set(d, f.party, f.class, wEarlier, "party.elsewhere", y.first, y.end, "")
				return true
			}
		}
		if d.classOf(q.head, geo.UnknownClass) == geo.Military && r.bySurroundings(d, &attribution{source: q}, &f, q, geo.Military) {
			*e = f
			return true
		}
	}
	return false
}

// before is the phrase that the name q stands beside: the office in front of it,
// "the head of the council, Petro Hrushko", or what it is short for, "the Ministry
// of Defence (MoD)".
func (d *document) before(q np, lo int) np {
	k := q.first - 1
	if k <= lo {
		return np{}
	}
	switch {
	case d.char(k) == '(' && d.char(q.end) == ')' && q.end-q.first == 1:
	case d.char(k) == ',' && d.toks[k].kind == punctToken && q.end < len(d.toks) && (d.endsClause(q.end) || d.toks[q.end].tag == verbTag):
	default:
		return np{}
	}
	p := d.phraseLeft(k-1, lo)
	if p.empty() || d.char(k) == ',' && (d.toks[p.head].tag == nameTag || !d.has(p.head, roleWord|titleWord|rankWord) || d.plural(p.head)) {
		return np{}
	}
	return p
}

// predicated finds the side of a subject by what its sentence says it is: "The sixth
// was a Russian", "Petro is a sapper of the 81st Brigade".
func (r *Reader) predicated(d *document, e *actor, p np, end int) bool {
	k := p.end
	if k+2 >= end || !d.has(k, beWord) || d.toks[k].tag != auxTag && d.toks[k].tag != verbTag || !d.isOf(k+1, &aOrAn) || d.quoted(k) {
		return false
	}
	for m := k + 2; m < end; m++ {
		if d.isAny(m, "until", "before", "now", "then") {
			return false // what somebody was
		}
	}
	q := d.phraseRight(k+1, end)
	if q.empty() || !d.has(q.head, roleWord|witnessWord|rankWord|demonymWord) || d.plural(q.head) {
		return false
	}
	for m := q.end; m < end && d.is(k, "was"); m++ {
		if d.isAny(m, "until", "before", "when") {
			return false // "was a teacher until he enlisted"
		}
	}
	f := *e
	f.named = true
	if !d.partyOfPhrase(r, &f, q.first, q.end, q.head, wApposed, "party.apposition") {
		return false
	}
	e.party, e.class, e.weight, e.why, e.human = f.party, f.class, f.weight, f.why, true
	return true
}
