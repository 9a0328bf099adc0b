package read

import (
	"slices"

	"contested/geo"
)

// findSpeakers finds who speaks in every attribution.
func (r *Reader) findSpeakers(d *document) {
	for i := range d.attrs {
		a := &d.attrs[i]
		a.who = r.resolveSpeaker(d, a)
		if a.who.actor > 0 {
			d.actors[a.who.actor-1].said = true
		}
	}
	r.soldierly(d)
	for i := range d.attrs {
		a := &d.attrs[i]
		if a.relay.empty() {
			continue
		}
		b := *a
		b.source, b.subject = a.relay, a.relay
		a.via = r.resolveSpeaker(d, &b)
		d.sideOfRelay(a)
	}
}

// sideOfRelay: the ministry that TASS cites is the one of TASS's side.
func (d *document) sideOfRelay(a *attribution) {
	if a.who.actor == 0 || a.via.actor == 0 {
		return
	}
	o, by := &d.actors[a.who.actor-1], &d.actors[a.via.actor-1]
	if o.party != geo.UnknownParty && o.weight >= wStance || by.party != geo.Russia && by.party != geo.Ukraine || by.class != geo.Media {
		return
	}
	o.set(d, by.party, d.classOf(a.source.head, o.class), wStance, "party.relay", a.relay.first, a.relay.end, by.name)
	a.who.weight, a.who.why = o.weight, o.why
}

// resolveSpeaker finds the actor that the source phrase of an attribution names.
func (r *Reader) resolveSpeaker(d *document, a *attribution) speaker {
	p := a.source
	if p.empty() && a.rule != "attr.K-noun" && len(d.recent) > 0 { // a report is of whoever spreads it
		k := int(d.recent[len(d.recent)-1])
		return speaker{actor: k, weight: d.actors[k-1].weight, why: d.actors[k-1].why}
	}
	if p.empty() {
		return speaker{}
	}
	r.noteSubjects(d, int(d.toks[p.first].sent))
	if d.isPronoun(p) {
		if w, ok := d.resolved[p.first]; ok {
			return w
		}
		r.noteOwnSubject(d, p)
		w, ok := d.pictured(a, p)
		if !ok {
			w = r.resolvePronoun(d, a, p)
		}
		if d.resolved == nil {
			d.resolved = map[int]speaker{}
		}
		d.resolved[p.first] = w
		return w
	}
	if w, ok := d.shownBy(a, p); ok {
		return w
	}
	if k := d.calledSo(p); k > 0 {
		o := &d.actors[k-1]
		o.last, o.nested, o.aside = p.first, a.parent != 0, false
		d.recent = append(d.recent, int32(k))
		return speaker{actor: k, weight: o.weight, why: append([]geo.Evidence{{Rule: "source.alias", Span: d.span(p.first, p.end), Note: o.name}}, o.why...)}
	}
	e := r.describe(d, a, p)
	// the answers of an interview are those of the person it introduces
	if a.block && d.isAny(p.first, "a", "answer") && p.end-p.first == 1 {
		for n := 0; n < len(d.actors) && n < 100; n++ {
			if o := &d.actors[n]; o.human && o.named && o.class != geo.Media && o.last < p.first {
				return speaker{actor: n + 1, weight: o.weight, why: append([]geo.Evidence{{Rule: "source.interview", Span: d.span(p.first, p.end), Note: o.name}}, o.why...)}
			}
		}
	}
	if d.isOf(p.first, &itsOrTheir) && e.party == geo.UnknownParty && d.has(p.head, roleWord) {
		r.byOwner(d, &e, p) // of another side than the last one so called
	}
	if e.party == geo.UnknownParty && !e.named {
		d.byEpithet(a, &e, p) // "the occupiers' ministry" is none of those before
	}
	// the same actor as one before it
	k := r.sameActor(d, &e, p)
	for n := len(d.actors); k == 0 && n > 0 && n > len(d.actors)-4; n-- {
		if d.actors[n-1].last == p.first {
			k = n // noted in passing
		}
	}
	if k > 0 {
		old := &d.actors[k-1]
		old.learn(&e)
		old.last, old.nested, old.aside = p.first, a.parent != 0, false
		d.recent = append(d.recent, int32(k))
		office := old.party == geo.Civilians && old.weight <= wStance && (d.classOf(p.head, geo.UnknownClass) == geo.Authority || d.classOf(p.head, geo.UnknownClass) == geo.Military)
		if old.party == geo.UnknownParty || old.weight < wStance || office {
			f := *old
			f.party = geo.UnknownParty
			if r.byDefault(d, a, &f, p) && f.weight > old.weight {
				old.party, old.class, old.weight, old.why = f.party, f.class, f.weight, f.why
			}
		}
		w := speaker{actor: k, weight: min(old.weight, max(e.weight, wEarlier)), why: e.why}
		if e.weight < wEarlier && old.party != geo.UnknownParty {
			w.why = append(w.why, geo.Evidence{Rule: "source.earlier", Span: d.span(p.first, p.end), Note: old.name})
		}
		if len(w.why) == 0 {
			w.why = old.why
		}
		return w
	}
	if e.party == geo.UnknownParty {
		r.byDefault(d, a, &e, p)
	}
	e.last, e.nested = p.first, a.parent != 0
	k = d.addActor(e)
	return speaker{actor: k, weight: e.weight, why: e.why}
}

// served is whom the speaker works for or is close to: "an aide to President X",
// "a source close to the Kremlin".
func (d *document) served(p np) np {
	end := d.sents[d.toks[p.head].sent].end
	for k := p.first + 1; k <= p.end && k+2 < end; k++ {
		if d.is(k, "close") && d.is(k+1, "to") {
			return d.phraseRight(k+2, end)
		}
	}
	k := p.head + 1
	if k+1 >= p.end || !d.isOf(k, &toOrOf) || !d.isAny(k-1, "aide", "aides", "adviser", "advisers", "advisor", "advisors", "ally", "allies", "assistant", "confidant", "counsel") {
		return np{}
	}
	return d.phraseRight(k+1, p.end)
}

// maker is who made what the phrase names: "a post of 3 May by the channel X".
func (d *document) maker(p np) np {
	if !d.has(p.head, docWord) && !d.has(p.first, docWord) && !(p.end > p.first+1 && d.has(p.first+1, docWord)) {
		return np{}
	}
	end := d.sents[d.toks[p.head].sent].end
	for k := p.head + 1; k < end && k < p.end+5; k++ {
		if d.is(k, "by") {
			return d.phraseRight(k+1, end)
		}
		if k >= p.end && (d.endsClause(k) || d.toks[k].kind == openToken || d.toks[k].tag == auxTag || d.toks[k].tag == thatTag) {
			break
		}
	}
	return np{}
}

// isPronoun reports whether the phrase is a pronoun, alone.
func (d *document) isPronoun(p np) bool {
	return p.end-p.first == 1 && (d.toks[p.head].tag == pronTag || d.has(p.head, subjPron|objPron|possWord)) && d.toks[p.head].caps != upperCase || p.end-p.first == 1 && d.is(p.head, "it")
}

// description is the actor that a noun phrase describes.
type description struct {
	phrase np
	actor
}

// maxDescribed is how many descriptions are kept.
const maxDescribed = 16

// describe makes an actor of a noun phrase, with its party by the evidence of
// READER section 4.5, in order. Most speakers are asked for again when the people and the
// subject of their sentence are taken into mind.
func (r *Reader) describe(d *document, a *attribution, p np) actor {
	if a.rule == "attr.J-interview" || a.stance == showStance || a.parent != 0 && d.article.Publisher.Party == geo.International {
		return r.describeFor(d, a, p) // it depends on more than the phrase
	}
	for n := range d.described {
		if d.described[n].phrase == p {
			return d.described[n].actor
		}
	}
	e := r.describeFor(d, a, p)
	e.heads, e.why = slices.Clip(e.heads), slices.Clip(e.why) // whoever adds to them has them for himself
	if len(d.described) < maxDescribed {
		d.described = append(d.described, description{p, e})
	} else {
		d.described[d.forgotten%maxDescribed] = description{p, e}
		d.forgotten++
	}
	return e
}

// describeFor is describe for the speaker of attribution a.
func (r *Reader) describeFor(d *document, a *attribution, p np) actor {
	e := actor{}
	e.name = d.nameOf(p)
	e.key = keyOf(e.name)
	e.named = d.toks[p.head].tag == nameTag && !d.isNational(p)
	e.plural = d.plural(p.head) && !e.named
	e.addHead(d.toks[p.head].word)
	for i := p.first; i < p.end; i++ {
		if d.toks[i].caps != lowerCase || !d.has(i, firstName) { // "the lance corporal" is no Lance
			e.male = e.male || d.has(i, maleWord)
			e.female = e.female || d.has(i, femaleWord)
		}
		if d.has(i, roleWord|orgWord|mediaWord|witnessWord|rankWord) {
			e.addHead(d.toks[i].word)
		}
	}
	if e.male && e.female {
		e.male = d.has(p.head, maleWord)
		e.female = d.has(p.head, femaleWord)
	}
	switch {
	case d.has(p.head, roleWord|witnessWord|rankWord|titleWord), d.isNational(p), d.isOf(p.head, &kin):
		e.human = true
	case d.has(p.head, orgWord|mediaWord|docWord):
		e.body = true
		if d.isOf(p.head, &writtenWords) {
			e.paper = d.toks[p.head].word
		}
	case e.named && d.bodyNamed(p):
		e.body = true // "the operational command South"
	case e.named && len(d.mentionsIn(p.head, p.head+1)) > 0 && !(p.end == p.first+1 && d.bySurname[d.hashOf(p.head)] > 0):
		e.body = true // the town, the country or its government
	case e.named:
		e.human = true
	}
	e.placeIn(d, p.first, p.end)
	e.homeIn(d, p.first, p.end)
	// what is said of it beside its name
	i, j := d.apposition(p)
	if a.rule == "attr.C-purport" || i < j && a.cue.first < j && p.end <= a.cue.first && d.isOf(p.head, &postHeads) && !e.named {
		i, j = 0, 0 // "A video that purports to show Ukrainian tanks", "Posts that say C": what it is to show
	}
	if i < j && e.human {
		i, j = d.current(i, j)
	}
	if i < j {
		e.placeIn(d, i, j)
		e.homeIn(d, i, j)
		for k := i; k < j; k++ {
			if d.has(k, roleWord|orgWord|mediaWord|witnessWord) {
				e.addHead(d.toks[k].word)
			}
			if d.toks[k].caps == lowerCase {
				e.male = e.male || d.has(k, maleWord) && !d.has(k, possWord)
				e.female = e.female || d.has(k, femaleWord) && !d.has(k, possWord)
			}
		}
	}
	if a.rule == "attr.J-interview" && d.toks[p.first].kind == openToken {
		e.class = geo.Military // a call sign, whatever word it is
		return e
	}
	if a.stance == showStance && a.rule != "attr.C-purport" && d.pictures(p) {
		// who has published a record says nothing by it
		e.set(d, d.article.Publisher.Party, geo.Media, wOwnWords, "party.pictures", p.head, p.head+1, "")
		return e
	}
	if a.rule == "attr.J-label" && r.guest(d, &e, p) {
		return e
	}
	if d.article.Publisher.Party == geo.International && (d.is(p.first, "our") && d.isOf(p.head, &ownCrew) || d.ofOurs(p)) && a.parent == 0 && !d.quoted(p.first) {
		e.set(d, geo.International, geo.Organisation, wPublisher, "party.own", p.first, p.end, d.article.Publisher.Name)
		return e
	}
	if d.article.Publisher.Party == geo.International && !e.named && a.parent == 0 && d.isAny(p.head, "monitors", "monitor", "observers") && len(d.partiesIn(p.first, p.head)) == 0 {
		e.set(d, geo.International, geo.Organisation, wPublisher, "party.own", p.first, p.end, d.article.Publisher.Name)
		return e
	}
	if i < j && e.human && e.named && d.inCivilLife(i, j) {
		e.class = geo.Military // "a nurse in civilian life"
		return e
	}
	if (i == j || d.toks[i].tag == relTag) && d.appointed(&e, p.end) {
		return e
	}
	own := d.partyOfPhrase(r, &e, p.first, p.end, p.head, wOwnWords, "party.own-words") || e.named && d.publishes(&e, p) || e.named && d.aids(&e, p)
	if q := d.served(p); !own && !q.empty() {
		own = d.partyOfPhrase(r, &e, q.first, q.end, q.head, wApposed, "party.apposition")
	}
	if q := d.maker(p); !own && !q.empty() {
		own = d.partyOfPhrase(r, &e, q.first, q.end, q.head, wApposed, "party.apposition")
	}
	if own && i < j && e.named && !d.hopes(i, j) && (e.class == geo.Witness || e.party == geo.Europe && (e.class == geo.Military || e.class == geo.UnknownClass) || d.has(p.first, possWord)) {
		// "her son Artem, a sergeant of a brigade", "a retired officer, now a fellow"
		f := actor{named: true}
		if d.partyOfPhrase(r, &f, i, j, d.phraseHead(i, j), wApposed, "party.apposition") && (f.class == geo.Military || f.class == geo.Analyst) {
			e.party, e.class, e.weight, e.why = f.party, f.class, f.weight, f.why
		}
	}
	if own && (e.class == geo.Witness || e.party == geo.Europe || e.party == geo.UnitedStates || e.party == geo.OtherParty) {
		d.serving(r, &e, p, j)
	}
	if own && e.class == geo.Witness && (d.inService(&e, p, i, j) || !e.named && (d.soldierly(p, i, j) || d.ofRank(i, j))) {
		e.party, e.class, e.weight, e.why = geo.UnknownParty, geo.Military, 0, nil
	}
	if i < j && e.named && e.class != geo.Military && d.nowServes(i, j) {
		e.party, e.class, e.weight, e.why, own = geo.UnknownParty, geo.Military, 0, nil, true
	}
	if !own && i < j {
		office := d.classOf(p.head, geo.UnknownClass)
		if d.partyOfPhrase(r, &e, i, j, d.phraseHead(i, j), wApposed, "party.apposition") {
			if e.class == geo.Witness && d.classOf(d.phraseHead(i, j), geo.UnknownClass) == geo.Military && !d.retired(i, j) && !d.hopes(i, j) {
				e.party, e.class, e.weight, e.why = geo.UnknownParty, geo.Military, 0, nil // "an artilleryman who gave only his first name"
			} else if e.class == geo.Witness && (office == geo.Military || office == geo.Authority || d.isAny(p.head, "chief", "head", "deputy", "spokesman", "spokeswoman", "spokesperson", "official", "adviser", "aide")) {
				e.party, e.class, e.weight, e.why = geo.UnknownParty, office, 0, nil // "the chief of staff, a man with grey hair"
			}
		} else if e.class == geo.UnknownClass && e.named && (d.armed(i, j) || d.classOf(d.phraseHead(i, j), geo.UnknownClass) == geo.Military && !d.retired(i, j) && !d.hopes(i, j)) {
			e.class = geo.Military
		}
	}
	if i < j && e.named && (e.party == geo.UnknownParty || e.party == geo.Europe || e.party == geo.UnitedStates) && d.mapper(&e, i, j) {
		return e
	}
	if e.party == geo.UnknownParty && r.runAcross(d, &e, p) {
		return e
	}
	if i < j && e.human && e.named && e.class != geo.Military && (e.party == geo.UnknownParty || e.party == geo.Europe || e.party == geo.UnitedStates || e.party == geo.OtherParty) && !own {
		d.watches(&e, i, j) // "who follows the southern sectors for a consultancy in Warsaw"
	}
	if e.named && e.human && e.party == geo.Civilians {
		// "a former miner, X commands a company"
		f := actor{named: true, human: true}
		switch known := r.profiled(d, &f, p); {
		case known && (f.class == geo.Military || f.class == geo.Authority) && f.party.Adversary() != geo.UnknownParty:
			e.party, e.class, e.weight, e.why = f.party, f.class, f.weight, f.why
		case !known && f.class == geo.Military && d.retired(p.first, max(p.end, j)):
			e.party, e.class, e.weight, e.why = geo.UnknownParty, geo.Military, 0, nil
		}
	}
	if e.human && (e.party == geo.Europe || e.party == geo.UnitedStates || e.party == geo.OtherParty) && (e.class == geo.Military || e.class == geo.Government) && (d.retired(p.first, p.head) || i < j && d.retired(i, min(j, i+4)) && !d.holdsOffice(p)) {
		e.party, e.class = geo.Press, geo.Analyst
		e.why = append(e.why, geo.Evidence{Rule: "party.former", Span: d.span(p.first, p.end)})
	}
	return e
}

// bodyNamed reports whether a phrase that a name ends calls a body or a unit by it.
func (d *document) bodyNamed(p np) bool {
	body := false
	for k := p.first; k < p.head; k++ {
		if d.has(k, roleWord|rankWord|titleWord|firstName) || d.toks[k].tag == possTag {
			return false
		}
		body = body || d.has(k, orgWord|unitWord)
	}
	return body
}

// holdsOffice reports whether a phrase calls somebody by an office that one holds, "the Czech
// president", whatever he was before.
func (d *document) holdsOffice(p np) bool {
	return d.anyOf(p.first, p.end, &soleOffices) || d.isAny(p.head, "spokesman", "spokeswoman", "spokesperson", "ministers")
}

// ownCrew are the people whom an aid organisation calls its own.
var ownCrew = listOf("driver drivers doctor doctors nurse nurses medic medics surgeon surgeons staff team teams volunteer volunteers engineer engineers psychologist psychologists worker workers deminers midwife midwives partner partners monitor monitors colleague colleagues logistician")

// serving: "an American volunteer who fights in the 25th Brigade" is one of the
// brigade; j is the end of what stands beside the phrase.
func (d *document) serving(r *Reader, e *actor, p np, j int) {
	end := max(p.end, j)
	for k := p.first + 1; k+2 < end; k++ {
		if d.toks[k].tag == ingTag && d.isAny(k, "fighting", "serving") && d.isAny(k+1, "in", "with", "for", "alongside") {
			k-- // "a Czech volunteer fighting in the International Legion"
		} else if d.toks[k].tag != relTag || !d.isAny(k+1, "fights", "fight", "serves", "serve", "fought", "served") || !d.armed(k, end) {
			continue
		}
		e.party, e.class, e.weight, e.why = geo.UnknownParty, geo.Military, 0, nil
		f := actor{named: true}
		if d.partyOfPhrase(r, &f, k+2, end, end-1, wApposed, "party.apposition") && f.party.Adversary() != geo.UnknownParty {
			e.party, e.weight, e.why = f.party, f.weight, f.why
		}
		return
	}
}
