package read

import "contested/geo"

// maxProfile is how many sentences behind the one that names somebody are looked at for
// what he or she does.
const maxProfile = 3

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
		behind := d.pastAsides(int(i)+1, st.end)
		for m := int(i) + 1; m < behind; m++ {
			if d.toks[m].tag == relTag && r.holds(d, e, m+1, behind) {
				return true // ", a Swede who works for the UN,"
			}
		}
		if r.occupied(d, e, st.first, int(i), behind, st.end) {
			return true
		}
		for n := s + 1; n < len(d.sents) && n <= s+maxProfile && d.sents[n].block == st.block; n++ {
			next := &d.sents[n]
			k := d.takesUp(next)
			if k < 0 {
				if q := d.baseRight(next.first, next.end); !q.empty() && q.end-q.first == 2 && d.is(q.first, "the") && !d.plural(q.head) && (d.isOf(q.head, &armedHeads) || d.has(q.head, rankWord)) && !d.has(q.head, unitWord|troopsWord|orgWord) && n == s+1 {
					e.class = geo.Military // "The lieutenant has been on the line for forty days"
				}
				continue
			}
			if e.male && d.isOf(k, &femaleWords) || e.female && d.isAny(k, "he", "his") {
				break
			}
			behind := k + 1
			if d.isAny(k, "his", "her") {
				behind = k // "His unit holds the road"
			}
			if r.occupied(d, e, next.first, k, behind, next.end) {
				return true
			}
		}
	}
	return false
}

var (
	singleWords = listOf("he she his her")
	singleSet   = setOf(&singleWords)
)

// takesUp is where a sentence takes up a person of the sentence before: the "he" or "she"
// that is its subject, also past an opener, or the "his" that it starts with; -1 for none.
func (d *document) takesUp(st *sentence) int {
	const far = 16
	if d.lacks(st.first, st.end, &singleSet) {
		return -1
	}
	opened := d.toks[st.first].tag == prepTag || d.toks[st.first].tag == coordTag // "From a cellar near X she flies drones"
	for k := st.first; k < min(st.end, st.first+far); k++ {
		switch {
		case d.toks[k].kind == openToken:
			return -1
		case d.isOf(k, &singleWords) && (d.isOf(k, &heOrShe) && (k == st.first || d.char(k-1) == ',' || d.toks[k-1].tag == advTag || d.toks[k-1].tag == coordTag || d.isTime(k-1) || opened) ||
			d.isAny(k, "his", "her") && k == st.first):
			return k
		case d.finite(k) && d.toks[st.first].tag != partTag && d.toks[st.first].tag != prepTag:
			return -1
		}
	}
	return -1
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

// The verbs of what somebody holds, leads or does.
var (
	officeVerbs  = listOf("is became remains been leads led heads headed runs run chairs chaired directs directed manages managed governs governed oversees supervises administers represents advises elected appointed")
	commandVerbs = listOf("commands commanded")
	servingAux   = listOf("now has had is was") // before what somebody does
	workVerbs    = listOf("serves served serving fights fought fighting enlisted works worked working speaks answers sits coordinates organises organizes repairs handles")

	holdSet = setOf(&officeVerbs, &commandVerbs, &workVerbs)
)

// occupied takes the side from what a sentence says of the person at token who: from the
// opener before it ("Appointed by Moscow to run the district, X …"), and from the
// predicates that begin at token k: an office held, a unit served in, a body led.
func (r *Reader) occupied(d *document, e *actor, first, who, k, end int) bool {
	if first < who && d.toks[who-1].kind == punctToken && d.char(who-1) == ',' && r.opener(d, e, first, who-1) {
		return true
	}
	idle := d.lacks(k, end, &holdSet)
	for m := k; m+1 < end && !(idle && !d.sents[d.toks[k].sent].quoted); m++ {
		switch t := &d.toks[m]; {
		case t.quote != 0 && d.quoted(m):
			return false
		case idle:
			continue
		case m > k && !(t.tag == auxTag && d.isOf(m-1, &heOrShe)) && t.tag != verbTag && t.tag != partTag && t.tag != ingTag:
			continue
		case m > k && !d.isOf(m-1, &beforeOccupation) && t.tag != partTag && d.toks[m-1].tag != advTag:
			continue
		}
		if r.holds(d, e, m, end) {
			return true
		}
	}
	if d.taken(e, k, end) || d.watches(e, k, end) {
		return true
	}
	at := d.service(k, end)
	return !at.empty() && r.soldierOf(d, e, at)
}

var (
	takenWords = listOf("captured taken caught seized detained")
	takenSet   = setOf(&takenWords)
)

// taken takes the side from what was done to somebody: "was taken near X by Ukrainian
// paratroopers".
func (d *document) taken(e *actor, k, end int) bool {
	if d.lacks(k, end, &takenSet) {
		return false
	}
	for ; k+2 < end && !(d.toks[k].quote != 0 && d.quoted(k)); k++ {
		if !d.isOf(k, &takenWords) || d.toks[k].tag != partTag && !d.has(k-1, beWord) {
			continue
		}
		for m := k + 1; m < min(k+10, end); m++ {
			if !d.is(m, "by") {
				continue
			}
			for _, h := range d.partiesIn(m+1, min(m+6, end)) {
				if party := h.entry.party.Adversary(); party != geo.UnknownParty {
					return e.set(d, party, geo.Military, wEarlier, "party.captive", h.first, h.end, d.nameOfHit(&h))
				}
			}
		}
	}
	return false
}

var appointWords = listOf("appointed installed named sent chosen picked placed backed imposed supported selected controlled paid")

// appointedBy takes the side from whoever has put somebody into office, where token k says so.
func (d *document) appointedBy(e *actor, k, end int) bool {
	const far = 6 // tokens
	if k+2 >= end || !d.isOf(k, &appointWords) || !d.is(k+1, "by") {
		return false
	}
	if d.is(k+2, "the") && d.has(k+3, enemyWord) && d.article.Publisher.Party != geo.Russia {
		return e.set(d, geo.Russia, geo.Authority, wApposed, "party.profile", k, k+4, "")
	}
	for _, h := range d.partiesIn(k, min(end, k+far)) {
		if h.entry.party.Adversary() != geo.UnknownParty {
			return e.set(d, h.entry.party, geo.Authority, wApposed, "party.profile", h.first, h.end, d.nameOfHit(&h))
		}
	}
	return false
}

// appointed: "The mayor of Enerhodar, installed by Russia, said", "an official in Tokmak, who
// was appointed by Moscow": token i is the comma.
func (d *document) appointed(e *actor, i int) bool {
	if i+3 >= len(d.toks) || d.char(i) != ',' {
		return false
	}
	if i++; d.is(i, "who") && d.toks[i+1].tag == auxTag {
		i += 2
	}
	return d.toks[i].verb&partForm != 0 && d.appointedBy(e, i, d.sents[d.toks[i].sent].end)
}

// opener takes the side from what stands before a subject: who appointed it, what it is.
func (r *Reader) opener(d *document, e *actor, first, end int) bool {
	for k := first; k+2 < end && k < first+4; k++ {
		if d.appointedBy(e, k, end) {
			return true
		}
	}
	if d.isAny(first, "for", "at", "with") {
		// "For the Red Cross, X has crossed the front three times"
		f := *e
		if y := d.phraseRight(first+1, end); !y.empty() && d.partyOfPhrase(r, &f, y.first, y.end, y.head, wEarlier, "party.elsewhere") && f.party == geo.International {
			return e.set(d, f.party, f.class, f.weight, "party.profile", y.first, y.end, "")
		}
	}
	if d.toks[first].tag == detTag && !d.hasFinite(first, end) {
		// "The elected mayor of Tokmak, she now works from Zaporizhzhia"
		y := d.phraseRight(first, end)
		f := *e
		if !y.empty() && d.has(d.baseRight(first, end).head, roleWord|rankWord|titleWord) && !d.retired(first, end) &&
			(d.partyOfPhrase(r, &f, y.first, y.end, d.baseRight(first, end).head, wEarlier, "party.elsewhere") || r.byLocality(d, &f, y)) {
			return e.set(d, f.party, f.class, f.weight, "party.profile", y.first, y.end, "")
		}
	}
	if d.taken(e, first, end) {
		return true
	}
	at := d.service(first, end)
	return !at.empty() && r.soldierOf(d, e, at)
}

// holds takes the side from the predicate that begins at token k: an office held, a body
// led or served.
func (r *Reader) holds(d *document, e *actor, k, end int) bool {
	for k+1 < end && (d.toks[k].tag == advTag || d.isOf(k, &servingAux) && (d.isAny(k, "has", "had") && d.is(k+1, "been") || d.toks[k+1].tag == partTag || d.toks[k+1].tag == ingTag || d.toks[k+1].tag == advTag)) {
		k++
	}
	if k+1 >= end {
		return false
	}
	obj := k + 1
	armed := false
	switch {
	case d.isOf(k, &officeVerbs):
		if d.isAny(obj, "in") && d.isAny(obj+1, "charge", "command") && d.is(obj+2, "of") {
			obj += 3
		} else if d.is(obj, "responsible") && d.is(obj+1, "for") {
			obj += 2
			armed = d.is(obj, "the") && d.isAny(obj+1, "defence", "defense") && d.is(obj+2, "of")
		} else if d.isAny(obj, "one") && d.is(obj+1, "of") {
			obj += 2
		}
	case d.isOf(k, &commandVerbs):
		armed = true
	case d.isOf(k, &workVerbs):
		for obj < end && obj < k+8 && !d.isAny(obj, "in", "with", "for", "at", "as", "on") {
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
	if r.governs(d, e, k, head) {
		return true
	}
	armed = armed || f.class == geo.Military
	for m := y.first; m < y.end; m++ {
		armed = armed || d.has(m, unitWord) && !d.isOf(m-1, &civilUnits) || d.isAny(m, "army", "infantry", "artillery", "marines", "crew", "garrison")
	}
	return (armed || d.isOf(head, &armedHeads)) && r.soldierOf(d, e, run{y.first, y.end})
}

// governs takes the side of a place from who leads it: "has headed the town since 2020".
func (r *Reader) governs(d *document, e *actor, k, head int) bool {
	if !d.has(head, settlementWord|regionWord) || !d.isAny(k, "heads", "headed", "leads", "led", "runs", "run", "governs", "governed", "administers") {
		return false
	}
	m := d.nearPlace(k)
	if m == nil {
		m = d.placeAhead(k)
	}
	if m == nil {
		return false
	}
	pl, ok := r.gaz.Place(m.Place)
	if party := d.sideOf(pl); ok && party != geo.UnknownParty {
		return e.set(d, party, geo.Authority, wOffice, "party.profile", m.first, m.end, pl.Name)
	}
	return false
}

// soldierOf gives somebody in arms the side that the words which say so name; where they
// name none, the surroundings may show it.
func (r *Reader) soldierOf(d *document, e *actor, at run) bool {
	for _, h := range d.partiesIn(at.first, at.end) {
		if h.entry.kind != hintKind && h.entry.kind != personKind && h.entry.party.Adversary() != geo.UnknownParty && !(h.first > at.first && d.isAny(h.first-1, "against", "by", "from", "to")) {
			return e.set(d, h.entry.party, geo.Military, wEarlier, "party.profile", h.first, h.end, d.nameOfHit(&h))
		}
	}
	e.class = geo.Military
	return false
}
