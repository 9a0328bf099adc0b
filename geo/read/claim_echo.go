package read

import "contested/geo"

// echoWeight is that of a type taken over from what an elliptic clause answers: too little
// for the clause to stand beside one that has a type of its own unless it names a place.
const echoWeight = 62

// echoWords is how many words an elliptic clause has at most.
const echoWords = 7

// echoed is the type of an elliptic clause x, which it takes from what it answers, corrects
// or goes on with: "It has not", "Not in the town", "The eastern part is", "The market, no".
func (d *document) echoed(runs []run) finding {
	x := runs[0]
	if len(runs) > 1 || x.end-x.first > echoWords+2 || d.contentLength(runs) > echoWords {
		return finding{}
	}
	verb, ok := d.elides(x)
	if !ok {
		return finding{}
	}
	s := int(d.toks[x.first].sent)
	f := d.elided(d.sents[s].first, x.first, verb)
	const back = 2 // sentences
	for k := s - 1; f.weight <= echoWeight && k >= 0 && k >= s-back; k-- {
		if st := &d.sents[k]; !st.label {
			f = d.elided(st.first, st.end, verb)
		}
	}
	if f.weight <= echoWeight || f.typ == geo.Other {
		return finding{}
	}
	return finding{typ: f.typ, weight: echoWeight, first: x.end - 1, end: x.end}
}

// elided is the type of tokens [i, j), if they hold an auxiliary of the same verb: "The east
// has" takes up "has fallen", not "is being shelled".
func (d *document) elided(i, j int, verb class) finding {
	if verb != 0 {
		for k := i; !d.has(k, verb); k++ {
			if k >= j {
				return finding{}
			}
		}
	}
	f, _ := d.typesIn(i, j)
	return f
}

var portionWords = listOf("part parts half rest side centre center bank there here")

var answerWords = listOf("yes no too either maybe perhaps again also neither")

// elides reports whether the clause x leaves out its verb for one said before: it ends with
// the auxiliary, of which it gives the class if it is a form of "be" or "have", or is a
// place or phrase with "not" before or "yes" or "no" behind.
func (d *document) elides(x run) (class, bool) {
	k := x.first
	for k < x.end-1 && (d.toks[k].tag == advTag || d.toks[k].tag == coordTag) {
		k++
	}
	if d.bareCount(k, x.end) {
		return 0, true // "the hospital says six", "officials speak of at least 21"
	}
	if d.is(k, "not") && k+1 < x.end {
		return 0, !d.hasFinite(k+1, x.end) && d.somewhere(run{k + 1, x.end})
	}
	if d.isOf(x.end-1, &answerWords) && x.end-x.first > 1 && !d.hasFinite(x.first, x.end) {
		return 0, d.somewhere(run{k, x.end})
	}
	first := k
	for ; k < x.end; k++ {
		if d.toks[k].tag != auxTag {
			if d.finite(k) || d.endsClause(k) {
				return 0, false
			}
			continue
		}
		if k == first || !d.isAny(k-1, "it", "they", "that", "we") && !d.mayElide(run{first, k}) || d.isAny(k, "should", "could", "must", "can") {
			return 0, false // "Are they?", "You should not"
		}
		verb := d.toks[k].classes & (beWord | haveWord)
		for k++; k < x.end && (d.toks[k].tag == negTag || d.toks[k].tag == advTag || d.toks[k].tag == auxTag); k++ {
		}
		if k+1 < x.end && d.toks[k].tag == prepTag && d.isAny(first, "it", "they") {
			for k++; k < x.end && (d.toks[k].tag == numTag || d.has(k, timeWord|weekdayWord|monthWord)); k++ {
			}
		}
		return verb, k >= x.end
	}
	return 0, false
}

// somewhere reports whether a place or part of one stands in x.
func (d *document) somewhere(x run) bool {
	for k := x.first; k < x.end; k++ {
		if d.has(k, settlementWord|compassWord|buildingWord|areaWord) || d.isOf(k, &portionWords) {
			return true
		}
	}
	return len(d.mentionsIn(x.first, x.end)) > 0
}

// denial reports whether there is a negation in the clause x.
func (d *document) denial(x run) bool {
	for k := x.first; k < x.end; k++ {
		if d.has(k, negWord) || d.toks[k].tag == negTag {
			return true
		}
	}
	return false
}

// mayElide reports whether the subject x may be that of an elliptic clause: a place by its
// name, or in the answers of a talk part of one: "The eastern part has".
func (d *document) mayElide(x run) bool {
	return d.somewhere(x) && (d.toks[x.first].tag == nameTag || d.blocks[d.sents[d.toks[x.first].sent].block].kind == speech)
}

// bareCount reports whether tokens [k, end) are a number and no more.
func (d *document) bareCount(k, end int) bool {
	for k < end-1 && (d.isAny(k, "at", "least", "over", "about", "some", "more", "than", "up", "to") || d.toks[k].tag == advTag) {
		k++
	}
	for n := k; n < end; n++ {
		if d.toks[n].tag != numTag && d.toks[n].kind != hyphenToken {
			return false
		}
	}
	return k < end && d.toks[k].kind != punctToken
}

var countVerbs = listOf("say says said speak speaks spoke report reports reported give gives gave count counts counted")

// givesCount reports whether an attribution gives another number for what was counted
// before: "the hospital says six".
func (d *document) givesCount(a *attribution) bool {
	if a.rule != "attr.F-object" || len(a.content) != 1 || a.negated || !d.isOf(a.verb, &countVerbs) {
		return false
	}
	c := a.content[0]
	return d.bareCount(c.first, d.dropMarks(c.first, c.end)) && ofHarm(d.echoed(a.content).typ)
}
