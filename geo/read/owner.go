package read

import "contested/geo"

// subjectNote is a subject that the text has named: whom "its spokesman" and
// "one of them" may mean.
type subjectNote struct {
	phrase np
	sent   int
	who    actor
}

// maxOwnerGap is how many sentences back an owner may stand.
const maxOwnerGap = 3

// maxSides bounds how many mentions of sides in a sentence are looked at.
const maxSides = 40

// noteSubject takes the subject of sentence s into mind with its side, for what
// is said of "its" people later. It returns what it knows of the phrase.
func (r *Reader) noteSubject(d *document, p np, s int) actor {
	a := attribution{source: p, subject: p}
	e := r.describe(d, &a, p)
	known := e
	if k := r.sameActor(d, &e, p); k > 0 && e.party == geo.UnknownParty {
		known = d.actors[k-1]
	}
	if known.party == geo.UnknownParty && d.plural(p.head) && !e.named && d.has(p.head, roleWord|troopsWord|unitWord) {
		f := e
		if r.byDefault(d, &a, &f, p) {
			known = f
		}
	}
	if known.party != geo.UnknownParty {
		known.plural = d.plural(p.head) && !e.named
		d.subjects = append(d.subjects, subjectNote{p, s, known})
	}
	return e
}

// owned is which pronoun or partitive word a phrase hangs on.
type owned uint8

const (
	notOwned owned = iota
	ofThing        // its, of it
	ofMany         // their, one of them, both
	ofMan          // his, to him
	ofWoman        // her, to her
)

// townsPeople are those whom towns have.
var townsPeople = listOf("mayor governor council residents prosecutors prosecutor")

// townBefore reports whether sentence s names a place before token i as where something happens.
func (d *document) townBefore(i, s int) bool {
	const near = 24 // tokens
	list := d.mentionsIn(max(d.sents[s].first, i-near), i)
	for k := range list {
		if d.isSpot(&list[k]) && list[k].Use == geo.Literal {
			return true
		}
	}
	return false
}

// ownedBy finds what a phrase hangs on: "its spokesman", "one of them", "both".
func (d *document) ownedBy(p np) owned {
	at := p.first
	for k := p.first + 2; k < p.end-1; k++ {
		if (d.isOf(k, &itsOrTheir) || d.isAny(k, "his", "her")) && d.tagAt(k-1) == prepTag {
			at = k // "the head of its press service"
			break
		}
	}
	if last := p.end - 1; last > p.first+1 && d.tagAt(last-1) == prepTag && d.has(last, objPron|demWord) {
		at = last
	}
	switch {
	case d.is(p.end-1, "whom") && p.end-p.first == 3 && d.partitive(p.first):
		return ofMany // "one of whom"
	case d.isOf(at, &itsOrIt) && at < p.end-1 || d.is(at, "it") && at > p.first:
		return ofThing
	case d.is(at, "their") && at < p.end-1, d.isOf(at, &themOrThose) && at > p.first:
		return ofMany
	case d.is(at, "his") && at < p.end-1, d.is(at, "him") && at > p.first:
		return ofMan
	case d.is(at, "her") && (at < p.end-1 || at > p.first):
		return ofWoman
	case p.end-p.first == 1 && (d.partitive(p.first) || d.is(p.first, "they")):
		return ofMany
	case p.end-p.first == 1 && d.is(p.first, "it"):
		return ofThing
	case p.end-p.first <= 2 && d.isOf(p.first, &theOrA) && d.isOf(p.head, &spokespeople),
		p.end-p.first == 2 && d.is(p.first, "the") && d.isAny(p.head, "inquiry", "investigation", "probe", "investigators"), // of the prosecutors named before
		d.isOf(p.first, &spokespeople) && p.end-p.first > 1 && d.toks[p.head].tag == nameTag,                                // "spokesman Martin X"
		p.end-p.first <= 3 && d.isOf(p.first, &aOrOne) && d.is(p.head, "head") && d.is(p.head-1, "deputy"):
		return ofThing
	case p.end-p.first == 2 && d.isOf(p.first, &theOrA) && d.isAny(p.head, "other", "others", "first", "second", "third", "fourth", "fifth", "two", "pair", "older", "younger", "elder", "eldest", "oldest", "youngest"),
		p.end-p.first == 3 && d.is(p.first, "the") && d.is(p.head, "one"):
		return ofMany
	}
	return notOwned
}

// oneLeft is the pronoun at token j, with what stands before "one": "the older one".
func (d *document) oneLeft(j, lo int) np {
	if d.is(j, "one") && j-2 >= lo && (d.toks[j-1].tag == adjTag || d.toks[j-1].tag == nounTag) && d.is(j-2, "the") {
		return np{j - 2, j + 1, j}
	}
	return np{j, j + 1, j}
}

// oneRight is the phrase of tokens [first, end), with "one" behind it.
func (d *document) oneRight(first, end, head, hi int) np {
	if end < hi && d.is(end, "one") && end-first == 2 && d.is(first, "the") {
		return np{first, end + 1, end}
	}
	return np{first, end, head}
}

// partitive words mean some of those named before.
func (d *document) partitive(i int) bool {
	return isPartitive(d.word(i))
}

// isPartitive lists the words that can mean some of those named before.
func isPartitive(w string) bool {
	switch w {
	case "one", "both", "another", "neither", "some", "two", "three", "four", "five", "six", "several", "others", "many", "most", "either", "all":
		return true
	}
	return false
}

// owner finds whom a phrase hangs on: the nearest subject or speaker before it
// that agrees with the pronoun, the side of which is known.
func (r *Reader) owner(d *document, p np) (*actor, run) {
	how := d.ownedBy(p)
	if how == notOwned {
		return nil, run{}
	}
	s := int(d.toks[p.first].sent)
	if how == ofThing && p.end-p.first == 2 && d.isOf(p.head, &townsPeople) && d.townBefore(p.first, s) {
		return nil, run{} // "drones struck X, its mayor said": the town's
	}
	// the subject of its own sentence, unless it stands in what is said
	if st := &d.sents[s]; len(d.subjects) == 0 || d.subjects[len(d.subjects)-1].sent != s {
		if q := d.subjectOf(st); !q.empty() && q.end <= p.first && !d.saidIn(q.first, p.first, how) {
			r.noteSubject(d, q, s)
		}
	}
	fits := func(o *actor) bool {
		switch how {
		case ofThing:
			return !o.plural && (!o.human || o.body) && o.class != geo.Witness
		case ofMany:
			return o.plural || o.body
		case ofMan:
			return o.human && !o.plural && !o.female
		}
		return o.human && !o.plural && !o.male
	}
	var best *actor
	var at run
	if how == ofMany && d.has(p.end-1, objPron) {
		if o, on := d.groupBefore(p, s); o != nil {
			return o, on // "one of them": of people rather than of a government
		}
	}
	for n := len(d.subjects) - 1; n >= 0 && d.subjects[n].sent >= s-maxOwnerGap; n-- {
		if x := &d.subjects[n]; x.phrase.end <= p.first && fits(&x.who) && !(x.sent == s && d.isMatter(x.phrase)) {
			best, at = &x.who, run{x.phrase.first, x.phrase.end}
			break
		}
	}
	if how == ofThing && (best == nil || int(d.toks[at.first].sent) < s) {
		if o, on := r.facilityBefore(d, p, s); o != nil && int(d.toks[on.first].sent) == s {
			return o, on // of its own sentence before whoever spoke in others
		}
	}
	for _, k := range d.lately(new([maxRecent]int)) {
		o := &d.actors[k-1]
		gap := maxOwnerGap
		if how == ofMan || how == ofWoman {
			gap *= 4 // the man or woman whom a passage is about
		}
		if o.last >= p.first || int(d.toks[o.last].sent) < s-gap || best != nil && o.last <= at.first || gap > maxOwnerGap && o.class == geo.Media {
			continue
		}
		if o.party != geo.UnknownParty && fits(o) {
			best, at = o, run{o.last, o.last + 1}
			break
		}
	}
	if best == nil && how == ofThing {
		best, at = r.facilityBefore(d, p, s)
	}
	if best != nil || how != ofThing && how != ofMany {
		return best, at
	}
	if how == ofMany && d.has(p.end-1, objPron) {
		if o, on := r.groupNamed(d, p, s); o != nil {
			return o, on
		}
	}
	// no subject: the last body or group of a side that is named
	for n := s; n >= 0 && n >= s-2; n-- {
		list := d.parties[d.partyAt[n]:d.partyAt[n+1]]
		for k := len(list) - 1; k >= 0 && k >= len(list)-maxSides; k-- {
			h := &list[k]
			if h.end > p.first || h.entry.kind == hintKind || h.entry.kind == personKind || h.entry.kind == demonymKind && how == ofThing || n == s && d.saidIn(h.first, p.first, how) {
				continue
			}
			if (how == ofMany) != (h.entry.kind == demonymKind || h.entry.kind == witnessKind || h.entry.kind == unitKind) {
				continue
			}
			return &actor{name: d.nameOfHit(h), party: h.entry.party, class: h.entry.class, weight: wUnit, body: true}, run{h.first, h.end}
		}
	}
	return nil, run{}
}

// groupBefore is the group of people who spoke last before a phrase of sentence s or
// the one before, where a capital or another body was named since.
func (d *document) groupBefore(p np, s int) (*actor, run) {
	list := d.lately(new([maxRecent]int))
	if len(list) == 0 || d.actors[list[0]-1].plural {
		return nil, run{}
	}
	for _, k := range list {
		o := &d.actors[k-1]
		if o.last >= p.first || int(d.toks[o.last].sent) < s-1 || !o.body && !o.plural {
			return nil, run{}
		}
		if o.plural && o.human && o.party != geo.UnknownParty {
			return o, run{o.last, o.last + 1}
		}
	}
	return nil, run{}
}

// isMatter reports whether a phrase names neither people nor a body nor a thing that has
// people, so that nobody is its spokesman: "Russian pressure on X is growing, a spokesman said".
func (d *document) isMatter(p np) bool {
	const owns = orgWord | unitWord | troopsWord | mediaWord | docWord | roleWord | rankWord | titleWord | witnessWord | peopleWord | buildingWord | vehicleWord | settlementWord | regionWord | hubWord
	return d.toks[p.head].tag == nounTag && !d.has(p.head, owns) && d.has(p.first, demonymWord) && p.first < p.head
}

// saidIn reports whether token i stands in the speech of somebody, which token k, in the
// same sentence, does not; or in any words of somebody's, where "one of them" says them:
// "The brigade held the hill, its commander said" is of the brigade.
func (d *document) saidIn(i, k int, how owned) bool {
	st := &d.sents[d.toks[k].sent]
	n := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= st.first })
	for ; n < d.ordered && d.attrs[n].cue.first < st.end; n++ {
		if a := &d.attrs[n]; !a.weak && (a.speech || how == ofMany) && a.covers(run{i, i + 1}) && !a.covers(run{k, k + 1}) {
			return true
		}
	}
	return false
}

// facilityBefore is the plant or station that is the subject before a phrase, as
// one of the side that holds its place.
func (r *Reader) facilityBefore(d *document, p np, s int) (*actor, run) {
	for n := s; n >= 0 && n >= s-1; n-- {
		q := d.subjectOf(&d.sents[n])
		if q.empty() || q.end > p.first || !d.has(q.head, orgWord) && !d.isAny(q.head, "plant", "hospital", "school", "station", "port", "refinery", "mine") {
			continue
		}
		if d.isAny(q.head, "hospital", "clinic", "polyclinic", "school") {
			return &actor{name: d.nameOf(q), party: geo.Civilians, class: geo.Witness, weight: wStance, body: true}, run{q.first, q.end}
		}
		list := d.mentionsIn(q.first, q.end)
		if len(list) == 0 {
			continue
		}
		if pl, ok := r.gaz.Place(list[0].Place); ok {
			if party := d.sideOf(pl); party.Adversary() != geo.UnknownParty {
				return &actor{name: pl.Name, party: party, class: geo.Authority, weight: wStance, body: true}, run{q.first, q.end}
			}
		}
	}
	return nil, run{}
}

// subjectOf is the noun phrase that a sentence starts with, past adverbs.
func (d *document) subjectOf(st *sentence) np {
	i := st.first
	for i < st.end && (d.toks[i].kind == openToken || d.toks[i].tag == advTag || d.toks[i].tag == coordTag) {
		i++
	}
	if i < st.end && d.toks[i].tag == prepTag && !d.is(i, "of") {
		// "At city hall the deputy mayor …", "On Friday, X …"
		q := d.baseRight(i+1, st.end)
		for n := 0; n < 2 && !q.empty() && q.end+1 < st.end && d.toks[q.end].tag == prepTag && !d.is(q.end, "of"); n++ {
			r := d.baseRight(q.end+1, st.end) // "At the checkpoint outside X a policeman"
			if r.empty() {
				break
			}
			q = r
		}
		if !q.empty() && q.end < st.end {
			if k := q.end; d.char(k) == ',' {
				i = k + 1
			} else if d.toks[k].tag == detTag || d.toks[k].tag == nameTag {
				i = k
			}
		}
	}
	if i < st.end && d.isOf(i, &askedWords) {
		// "Asked whether X had fallen, the soldier nodded"
		for k := i + 2; k+2 < st.end && k < i+25; k++ {
			if d.char(k) == ',' && d.toks[k].kind == punctToken {
				if q := d.phraseRight(k+1, st.end); !q.empty() && q.end < st.end && d.finite(q.end) {
					i = k + 1
					break
				}
			}
		}
	}
	p := d.phraseRight(i, st.end)
	if p.empty() || d.toks[p.head].tag == pronTag || p.end >= st.end {
		return np{}
	}
	return p
}

var askedWords = listOf("asked questioned pressed quizzed told shown reached confronted speaking")

// some makes a speaker of a pronoun that means one or more of those named before.
func (r *Reader) some(d *document, p np) speaker {
	e := actor{name: d.nameOf(p), plural: !d.is(p.head, "one"), last: p.first}
	if !r.byOwner(d, &e, p) {
		return speaker{}
	}
	e.human = e.class != geo.Organisation
	e.key = keyOf(e.name + " " + e.why[0].Note)
	return speaker{actor: d.addActor(e), weight: e.weight, why: e.why}
}
