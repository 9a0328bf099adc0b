package read

import "contested/geo"

// notePeople takes into mind the people whom a sentence names or introduces, whatever
// part they have in it: "For eleven months Ihor Stasenko has flown drones", "I met a
// nurse who left", "in Viktor Sazonov's office". Who is not its subject is meant by
// "he" and "she" less readily.
func (r *Reader) notePeople(d *document, st *sentence) {
	offices := st.classes&(witnessWord|roleWord|rankWord) != 0 || !d.lacks(st.first, st.end, &kinSet)
	for next := st.first; d.people < len(d.peopleStarts) && int(d.peopleStarts[d.people]) < st.end; d.people++ {
		i := int(d.peopleStarts[d.people])
		if i < next {
			continue
		}
		t := &d.toks[i]
		if t.caps == lowerCase && t.classes&(detWord|demWord|possWord) == 0 && t.signs&anArticle == 0 {
			if t.tag == nounTag && (t.classes&(witnessWord|roleWord|rankWord) != 0 && d.plural(i) || d.isOf(i, &crewNouns)) && !d.quoted(i) {
				r.noteSeveral(d, i, st)
			}
			continue
		}
		if t.signs&anArticle == 0 && !d.isOf(i, &definiteWords) && t.classes&(firstName|rankWord|titleWord) == 0 && !d.aged(np{i, i + 1, i}) && (t.tag != nameTag || d.tagAt(i+1) != nameTag || d.tagAt(i-1) == nameTag) || t.quote != 0 && d.quoted(i) {
			continue
		}
		p := np{}
		switch {
		case !offices && (t.signs&anArticle != 0 || d.isOf(i, &definiteWords)):
			continue // who is introduced so has an office, a trade or a rank
		case t.signs&anArticle != 0:
			if i-2 >= st.first && d.char(i-1) == ',' && (d.toks[i-2].tag == nameTag || d.toks[i-2].kind == numberToken) {
				continue // what a name before it is
			}
			p = d.introducedAt(i, st)
		case d.isOf(i, &definiteWords):
			if p = d.baseRight(i, st.end); p.end-p.first < 3 || !d.has(p.head, witnessWord|roleWord|rankWord) || d.plural(p.head) || d.toks[p.head].tag != nounTag || !d.sided(p) {
				p = np{}
			}
		case t.caps != lowerCase:
			p = d.personAt(i, st)
		}
		if p.empty() {
			continue
		}
		r.notePerson(d, p)
		next = p.end
	}
}

// noteSeveral takes several people into mind, whose plural stands at token i, when the
// sentence is about them or somebody speaks to them: "Two soldiers drank coffee", "she
// spoke to medics who had come out of X".
func (r *Reader) noteSeveral(d *document, i int, st *sentence) {
	p := d.baseLeft(i, st.first)
	if p.empty() || p.head != i || d.has(p.first, possWord) || d.isDefinite(p) {
		return
	}
	k := p.first - 1
	met := d.meets(p, st)
	if !met && (!d.plural(i) || k >= st.first && !(d.char(k) == ',' && d.toks[st.first].tag == prepTag) || !d.finite(d.pastAdverbs(p.end, st.end)) && d.tagAt(p.end) != prepTag) {
		return
	}
	if d.plural(i) {
		r.notePerson(d, p)
		return
	}
	a := attribution{source: p, subject: p}
	e := r.describe(d, &a, p)
	if e.party == geo.UnknownParty && !d.isOf(i-1, &civilCrews) {
		r.bySurroundings(d, &a, &e, p, geo.Military)
	}
	if e.party != geo.UnknownParty {
		e.plural = true // "one of them"
		d.subjects = append(d.subjects, subjectNote{p, d.noted, e})
	}
}

// civilCrews are what crews are of that serve in no army.
var civilCrews = listOf("rescue emergency ambulance fire repair film television tv camera medical railway tram ship bus")

// crewNouns are a few people who serve together.
var crewNouns = listOf("crew team patrol squad platoon detachment")

// sided reports whether a phrase with "the" says of which side its person is: "the Russian
// major", "the battalion's surgeon".
func (d *document) sided(p np) bool {
	return d.unitBefore(p.first, p.head) || len(d.partiesIn(p.first+1, p.head)) > 0
}

// notePerson takes the person whom phrase p means into mind, as one whom the
// sentence is not about.
func (r *Reader) notePerson(d *document, p np) {
	if d.has(p.head, weaponWord) {
		return
	}
	a := attribution{source: p, subject: p}
	e := r.describe(d, &a, p)
	if !e.human && e.named || e.body {
		return
	}
	if o := d.before(p, d.sents[d.toks[p.first].sent].first); e.named && e.weight < wEarlier && !o.empty() {
		// "the head of the council, Petro Hrushko": the name is that of the office
		f := r.describe(d, &attribution{source: o, subject: o}, o)
		if f.party == geo.UnknownParty {
			r.byDefault(d, &a, &f, o)
		}
		if f.party != geo.UnknownParty {
			e.party, e.class, e.weight, e.why = f.party, f.class, f.weight, f.why
		}
		for _, h := range f.heads {
			e.addHead(h)
		}
	}
	if k := r.sameActor(d, &e, p); k > 0 {
		d.glimpse(k, p.first)
		return
	}
	if e.party == geo.UnknownParty {
		r.byDefault(d, &a, &e, p)
	}
	e.last, e.aside = p.first, !d.inverted(p) && !d.metInPerson(p)
	d.addActor(e)
}

// meets reports whether the person of phrase p is whom somebody meets or speaks to: "met a
// pilot", "spoke to a nurse".
func (d *document) meets(p np, st *sentence) bool {
	k := p.first - 1
	return k > st.first && (d.isOf(k, &meetForms) || d.isOf(k, &toOrWith) && d.isOf(k-1, &talkForms))
}

// metInPerson reports whether whoever writes or speaks has met the person of phrase p: the
// next "he" is that person, whoever was spoken of before.
func (d *document) metInPerson(p np) bool {
	st := &d.sents[d.toks[p.first].sent]
	k := p.first - 1
	if !d.meets(p, st) && !(k > st.first && d.isOf(k, &reachForms)) {
		return false
	}
	if d.isOf(k, &toOrWith) {
		k--
	}
	for k--; k > st.first && (d.toks[k].tag == auxTag || d.toks[k].tag == advTag); k-- {
	}
	return d.isAny(k, "i", "we")
}

var (
	talkForms  = listOf("spoke spoken talked speak talking speaking")
	reachForms = listOf("asked reached phoned called rang contacted found telephoned messaged")
)

// inverted reports whether the person of phrase p is the subject behind its verb: "In the
// doorway stands a sergeant".
func (d *document) inverted(p np) bool {
	st := &d.sents[d.toks[p.first].sent]
	k := p.first - 1
	return k > st.first && d.toks[k].tag == verbTag && d.isAny(k, "stands", "stood", "sits", "sat", "lies", "lay", "waits", "waited", "comes", "came", "lives", "lived", "works", "worked", "is", "was", "appears", "appeared", "walks", "walked", "leans", "leaned", "sleeps") && (d.toks[st.first].tag == prepTag || d.toks[st.first].tag == advTag || d.has(st.first, prepWord|advWord))
}

// glimpse notes that actor k is mentioned at token i in a sentence that is about
// something else. Who was the subject just before stays that.
func (d *document) glimpse(k, i int) {
	o := &d.actors[k-1]
	if o.last >= i || !o.aside && d.toks[i].sent <= d.toks[o.last].sent+1 {
		return
	}
	o.last, o.aside = i, true
	d.recent = append(d.recent, int32(k))
}

// personAt is the person named at token i: "Ihor Stasenko", "Major Vadym Kostiv",
// "Colonel Sych", "Ruslan" beside an apposition.
func (d *document) personAt(i int, st *sentence) np {
	k := i
	for k < st.end && d.has(k, rankWord|titleWord) && d.toks[k].caps != lowerCase && !d.has(k, firstName) {
		k++
		if k < st.end && d.char(k) == '.' && !d.toks[k].spaced {
			k++
		}
	}
	titled := k > i
	first := k
	for k < st.end && k < first+4 && (d.toks[k].tag == nameTag && !d.has(k, orgWord|demonymWord|weekdayWord|monthWord) || d.toks[k].kind == hyphenToken) {
		k++
	}
	if k == first || d.toks[k-1].kind == hyphenToken || len(d.mentionsIn(first, k)) > 0 {
		return np{}
	}
	if !titled && !d.has(first, firstName) && !(k+1 < st.end && d.char(k) == ',' && (d.toks[k+1].tag == detTag && d.toks[k+1].signs&anArticle != 0 || d.toks[k+1].kind == numberToken) && len(d.partiesIn(first, k)) == 0) {
		return np{} // a name of another kind; "Inokenti Dolidze, a Georgian" is somebody's
	}
	p := np{i, k, k - 1}
	if k-first >= 2 || titled {
		return p
	}
	// a first name alone: "Beside him stands Ruslan, 24, a sapper"
	if x, y := d.apposition(p); x < y || k+2 < st.end && d.toks[k+1].kind == numberToken && d.toks[k+1].end-d.toks[k+1].start == 2 && d.char(k) == ',' && d.char(k+2) == ',' || first > st.first && d.tagAt(first-1) == coordTag && d.has(first-2, firstName) || d.tagAt(k) == coordTag && k+1 < st.end && d.has(k+1, firstName) {
		return p
	}
	return np{}
}

// kin are relatives whom people say they have: "has a son there".
var (
	kin    = listOf("son daughter brother sister husband wife mother father cousin nephew niece grandson granddaughter uncle aunt")
	kinSet = setOf(&kin)
)

// busyBehind reports whether the person of phrase p, behind what a sentence begins with, is
// whom it is about: "A mile away a woman in a headscarf is digging potatoes".
func (d *document) busyBehind(p np, st *sentence) bool {
	k := p.end
	if k+2 < st.end && d.isAny(k, "in", "from", "with") {
		if q := d.baseRight(k+1, st.end); !q.empty() {
			k = q.end
		}
	}
	k = d.pastAdverbs(k, st.end)
	t := d.tagAt(p.first - 1)
	return k < st.end && d.finite(k) && t != prepTag && t != verbTag && t != baseTag && t != thatTag
}

// introducedAt is the person whom a phrase with the article at token i introduces:
// "a nurse who left", "a man called Petro", "with a sergeant".
func (d *document) introducedAt(i int, st *sentence) np {
	p := d.baseRight(i, st.end)
	if p.empty() || !d.has(p.head, witnessWord|roleWord|rankWord) && !(d.isOf(p.head, &kin) && d.has(i-1, haveWord)) || d.plural(p.head) || d.toks[p.head].tag != nounTag {
		return np{}
	}
	k := p.end
	introduced := k < st.end && (d.toks[k].tag == relTag || d.isOf(k, &calledPlain) || d.is(k, "with") || d.char(k) == ',')
	if !introduced && p.first > st.first && !d.isAny(p.first-1, "to", "met", "interviewed", "meet", "meets", "sits", "stands", "is", "was", "sat", "stood", "with", "has", "have", "had") && !d.busyBehind(p, st) && !(d.isOf(p.first-1, &reachForms) && d.isAny(p.first-2, "i", "we")) {
		return np{}
	}
	if k+1 < st.end && d.isOf(k, &calledPlain) && d.tagAt(k+1) == nameTag {
		if q := d.baseRight(k+1, st.end); !q.empty() {
			p = np{p.first, q.end, q.head}
		}
	}
	return p
}
