package read

import "contested/geo"

// scenery reports whether the clause p of the press's own words sets a scene rather than
// reports a situation: it tells what one person does or did, or what stands, hangs or lies
// where somebody is met; or what it has found hangs on a noun, or is a word spoken of.
//
//	"Valentyna left X with two bags", "She holds the phone to the window",
//	"By the pump stands a sergeant on leave from X",
//	"sells bread from behind a door with a hole in it", "does not like the word retreat"
func (d *document) scenery(p *clause, s int) bool {
	x := p.runs[0]
	switch p.find.typ {
	case geo.Control, geo.Captured, geo.Advance, geo.Withdrawal, geo.Evacuation, geo.Defended, geo.Damage:
	case geo.Casualties:
		return d.isAny(p.find.first, "buried", "burying", "bury", "buries") && d.ofOne(x, s)
	default:
		return false
	}
	if p.find.typ == geo.Damage && d.isAny(p.find.end-1, "close", "closes", "closed", "open", "opens") && d.isAny(p.find.end, "at", "on") {
		return true // "The shop closes at six"
	}
	if at := p.find.first; at > x.first && d.isAny(at-1, "word", "words", "term") {
		return true
	}
	if d.toks[x.first].tag == prepTag && d.inversion(x) {
		return true
	}
	if p.find.typ == geo.Damage && d.withThings(x, p.find.first) {
		return true
	}
	return d.ofOne(x, s)
}

// ofOne reports whether one person, who is no commander of troops, is the subject of the
// clause x of sentence s.
func (d *document) ofOne(x run, s int) bool {
	k := x.first
	for k < x.end-1 && (d.toks[k].tag == advTag || d.toks[k].tag == coordTag) {
		k++
	}
	if d.isAny(k, "he", "she", "someone", "somebody") {
		return true
	}
	st := sentence{first: k, end: x.end}
	if d.finite(k) {
		st = d.sents[s] // "lives in his cellar and is not going anywhere"
	}
	if k = st.first; d.isOf(k, &heOrShe) {
		return true
	}
	q := d.subjectOf(&st)
	if q.empty() || d.plural(q.head) || d.has(q.head, troopsWord|unitWord|orgWord) {
		return false
	}
	q = d.baseRight(q.first, st.end)
	if q.empty() {
		return false
	}
	if d.toks[q.head].tag == nameTag {
		return d.has(q.first, firstName|titleWord) && len(d.mentionsIn(q.first, q.end)) == 0 && len(d.partiesIn(q.first, q.end)) == 0 && d.tagAt(q.end) != possTag
	}
	return d.has(q.head, witnessWord|rankWord|roleWord) && d.toks[q.head].tag == nounTag && !d.isAny(q.head, "enemy", "opponent", "adversary", "occupier", "command", "president", "general", "leader") && d.tagAt(q.end) != possTag
}

var standVerbs = listOf("stands stood hangs hung sits sat lies lay waits waited leans leaned sleeps slept hang stand sit lie")

// inversion reports whether the clause x, which begins with where, goes on with what
// stands or hangs there: "Above the counter hangs a sign with three holes".
func (d *document) inversion(x run) bool {
	const far = 8 // tokens
	for k := x.first + 2; k < min(x.end-2, x.first+far); k++ {
		if !d.finite(k) {
			continue
		}
		return d.isOf(k, &standVerbs) && d.isAny(k+1, "a", "an", "one", "two", "three", "his", "her") && len(d.mentionsIn(x.first, k)) == 0
	}
	return false
}

// withThings reports whether what is found at token at only describes a noun of the clause
// x that has a verb before it: "a door with a hole in it".
func (d *document) withThings(x run, at int) bool {
	for k := at - 1; k > x.first; k-- {
		switch {
		case d.finite(k), d.endsClause(k):
			return false
		case d.is(k, "with"):
			return d.nominal(k-1) && d.hasFinite(x.first, k)
		}
	}
	return false
}
