package read

import (
	"strings"

	"contested/geo"
)

// section is the side that the heading above token i names: "RUSSIAN SOURCES".
func (d *document) section(i int) geo.Party {
	for k, n := d.sents[d.toks[i].sent].block, 0; k >= 0 && n < 12; k, n = k-1, n+1 {
		b := &d.blocks[k]
		if b.kind != heading {
			continue
		}
		for m := b.first; m < b.end; m++ {
			if !d.isOf(m, &sectionWords) {
				continue
			}
			for _, h := range d.partiesIn(b.first, b.end) {
				return h.entry.party
			}
		}
		return geo.UnknownParty
	}
	return geo.UnknownParty
}

var commandWords = listOf("command military army garrison grouping")

// byDefault finds a party where neither the words nor the table show one: by the
// unit, by what the speaker says, by the publisher, by the sound of the name.
func (r *Reader) byDefault(d *document, a *attribution, e *actor, p np) bool {
	head := p.head
	if a.rule == "attr.C-purport" && (d.isPicture(head) || d.isOf(head, &postHeads)) {
		return d.ofPosters(e, p) // what a picture is only to show is nobody's word known
	}
	if d.otherSide(e, p) {
		return true
	}
	if d.captive(a, e, p) || r.ofThose(d, e, p) || d.byEpithet(a, e, p) || r.byOwner(d, e, p) || r.byPossessor(d, e, p) || r.byCapital(d, a, e, p) {
		return true
	}
	if r.byStance(d, a, e, d.classOf(head, e.class)) || d.ofPlan(a, e, p) || d.ofPosters(e, p) || r.bySpelling(d, a, e, d.classOf(head, e.class)) || d.homeOffice(r, e, a, p) {
		return true
	}
	if d.bySame(e, p) {
		return true
	}
	if d.isAny(head, "sides", "belligerents") && d.isAny(p.first, "both", "the", "neither") && head-p.first <= 2 {
		return e.set(d, geo.OtherParty, geo.Government, wStance, "party.sides", p.first, p.end, "") // neither one's
	}
	if d.insideBody(e, p) {
		return true
	}
	class := d.classOf(head, geo.UnknownClass)
	if (class == geo.UnknownClass || e.class == geo.Military) && e.class != geo.Media {
		class = e.class
	}
	if e.named && !e.body && e.party == geo.UnknownParty && e.class != geo.Media && d.aged(p) && r.introduced(d, e, p) {
		return true // "the head of the district, X, 41, receives us"
	}
	if e.named && e.party == geo.UnknownParty && e.class != geo.Media && r.profiled(d, e, p) {
		return true
	}
	if e.named && e.party == geo.UnknownParty && r.namedNext(d, e, p) {
		return true
	}
	if e.class == geo.Military && class == geo.UnknownClass {
		class = geo.Military
	}
	if e.named && e.party == geo.UnknownParty {
		if k := d.officeBeside(p); k >= 0 && class == geo.UnknownClass && d.classOf(k, geo.UnknownClass) == geo.Military {
			class = geo.Military // "Ruslan, 24, a sapper"
		}
	}
	if d.ofHouse(a, e, p, class) {
		return true
	}
	if e.named && p.end-p.head == 1 && d.toks[p.head].caps != titleCase && r.introduced(d, e, p) {
		return true // "the MoD", behind "the Russian Ministry of Defence (MoD)"
	}
	if r.byName(d, e, p) || r.byInner(d, e, p) {
		return true
	}
	if pub := d.article.Publisher.Party; (pub != geo.Russia && pub != geo.Ukraine) && r.byLocality(d, e, p) {
		return true
	}
	if pub := d.article.Publisher.Party; pub != geo.Press && pub != geo.UnknownParty && (!e.named || d.classOf(head, geo.UnknownClass) != geo.UnknownClass) {
		class := d.classOf(head, e.class)
		abroad := pub == geo.International && (d.isOf(head, &armedHeads) && !d.has(head, orgWord) || d.is(head, "army") || d.isAny(head, "minister", "ministers", "governor", "mayor", "senator", "police")) // in an aid organisation's note
		if class != geo.Witness && !abroad && (class != geo.Media || d.isDefinite(p)) {
			return e.set(d, pub, class, wPublisher, "party.publisher", p.first, p.end, d.article.Publisher.Name)
		}
	}
	if party := d.section(p.first); party != geo.UnknownParty && class != geo.Witness && class != geo.Media {
		return e.set(d, party, class, wUnit, "party.section", p.first, p.end, "")
	}
	for k := p.first; k < p.end; k++ {
		if class != geo.Military && d.has(k, roleWord|rankWord) && k != head && d.classOf(k, geo.UnknownClass) == geo.Military {
			class = geo.Military // "a soldier who gives his name as X"
		}
		if d.has(k, unitWord) || d.isOf(k, &commandWords) || d.is(k, "staff") && d.is(k-1, "general") {
			class = geo.Military // "the press service of the 81st Brigade"
		}
	}
	if r.byLocality(d, e, p) {
		return true
	}
	if (class == geo.Media || d.has(head, docWord)) && r.byChannelOf(d, a, e, p) {
		return true
	}
	if r.byTelling(d, a, e, p) || d.has(head, docWord) && r.byIssuer(d, a, e, p) {
		return true
	}
	if class == geo.Media && e.named || d.has(head, mediaWord) && (e.named || d.isAny(head, "channel", "channels", "newspaper", "newspapers", "website", "outlet", "outlets", "daily", "tabloid")) {
		return e.set(d, geo.Press, geo.Media, wUnit, "party.media", head, head+1, "")
	}
	if b := d.blocks[d.sents[d.toks[p.first].sent].block]; b.kind == speech && p.first == b.first && p.end == d.labelName(b.first, b.body-1) {
		return r.byVoice(d, a, e, p)
	}
	if d.isPicture(head) || d.isOf(head, &evidenceHeads) {
		// what pictures show is told by whoever shows them
		return e.set(d, d.article.Publisher.Party, geo.Media, wStance, "party.pictures", head, head+1, "")
	}
	if e.named && r.introduced(d, e, p) {
		return true
	}
	if r.byTurn(d, a, e, p) {
		return true
	}
	if d.isOf(head, &lookerWords) && p.first < head && d.is(p.first, "the") && d.is(p.first+1, "mission") {
		return e.set(d, geo.International, geo.Organisation, wStance, "party.mission", p.first, p.end, "") // "the mission's patrol"
	}
	if d.is(head, "mission") && d.is(p.first, "the") && (!e.named || p.end-p.first == 2) {
		return e.set(d, geo.International, geo.Organisation, wStance, "party.mission", p.first, p.end, "")
	}
	if e.named && !e.body && class == geo.UnknownClass && d.serves(p) {
		class = geo.Military
	}
	if e.named && !e.body && class == geo.UnknownClass {
		if k := d.officeBeside(p); k >= 0 {
			if class = d.classOf(k, geo.Government); class == geo.Witness || class == geo.Media || class == geo.Analyst {
				class = geo.UnknownClass
			} else if r.byLocality(d, e, np{k, k + 1, k}) {
				return true
			}
		}
	}
	if e.named && d.isPrivate(a, e, p, class) {
		return true
	}
	if class == geo.Government && !d.anonymous(p) {
		// "the deputy minister said" of a place of a third country
		if m := d.nearPlace(p.first); m != nil && d.toks[m.first].sent == d.toks[p.first].sent {
			if pl, ok := r.gaz.Place(m.Place); ok {
				if party := partyOfCountry(pl.Country); party != geo.UnknownParty && party.Adversary() == geo.UnknownParty {
					return e.set(d, party, class, wStance, "party.place", m.first, m.end, pl.Name)
				}
			}
		}
	}
	if d.isOf(head, &medicWords) && class != geo.Military && !d.isAny(head-1, "combat", "army", "military", "battlefield", "field", "frontline") && !d.armed(p.end, min(p.end+8, len(d.toks))) {
		if d.is(p.end, "with") && d.isAny(p.end+2, "call", "callsign") {
			return r.bySurroundings(d, a, e, p, geo.Military)
		}
		return e.set(d, geo.Civilians, geo.Witness, wStance, "party.witness", head, head+1, "")
	}
	if (class == geo.Government && !e.named || d.isOf(p.head, &stateBodyHeads) || d.isOf(p.first+1, &stateBodyHeads)) && r.byState(d, e, p) {
		return true
	}
	switch {
	case class == geo.Military, (class == geo.Government || class == geo.Authority) && !d.anonymous(p):
		if r.bySurroundings(d, a, e, p, class) {
			return true
		}
	}
	if e.named {
		if party := d.lean(p); party != geo.UnknownParty {
			return e.set(d, party, e.class, wName, "party.name", p.first, p.end, "")
		}
	}
	return false
}

var diplomatHeads = listOf("source sources diplomat diplomats envoy envoys mediator mediators negotiator negotiators lawyer lawyers economist economists activist activists critics critic judge author authors editor pollster candidate candidates politician politicians veteran veterans")

// anonymous reports whether a speaker is kept so unnamed that its surroundings
// show nothing of it: "a source", "a diplomat", "people familiar with the talks".
func (d *document) anonymous(p np) bool {
	if d.isOf(p.head, &sourceOrSources) {
		// "sources in the General Staff"
		for k := p.head + 1; k < p.end; k++ {
			if d.has(k, unitWord) || d.isAny(k, "staff", "command", "headquarters", "army", "military") {
				return false
			}
		}
	}
	for k := p.head + 1; k < p.end; k++ {
		if d.isAny(k, "briefed", "familiar", "privy") {
			return true
		}
	}
	return d.isOf(p.head, &diplomatHeads)
}

// alone reports whether a person is called by a first name only: nobody's
// official is.
func (d *document) alone(p np) bool {
	return p.head == p.first && d.has(p.head, firstName) && (p.end-p.first == 1 || d.isAny(p.first+1, "in", "from"))
}

// hosts reports whether a label of a programme is that of its makers.
func (d *document) hosts(p np) bool {
	for k := p.first; k < p.end; k++ {
		if d.has(k, mediaWord) || d.isAny(k, "anchor", "host", "presenter", "moderator", "interviewer", "question", "questioner", "narrator", "studio", "announcer", "voiceover") {
			return true
		}
	}
	return false
}

// lean is the side that the given name leans to, here or where the surname
// stands elsewhere.
func (d *document) lean(p np) geo.Party {
	of := func(i, j int) geo.Party {
		for k := i; k < j; k++ {
			switch {
			case d.has(k, uaName):
				return geo.Ukraine
			case d.has(k, ruName):
				return geo.Russia
			}
		}
		return geo.UnknownParty
	}
	if party := of(p.first, p.end); party != geo.UnknownParty {
		return party
	}
	for _, i := range d.namesLike(p.head) {
		if party := of(max(0, int(i)-2), int(i)); party != geo.UnknownParty {
			return party
		}
	}
	return geo.UnknownParty
}

// insideBody gives the side of the body named last before to who speaks from within it: "a
// source in the agency", behind what the SBU has done.
func (d *document) insideBody(e *actor, p np) bool {
	const far = 80 // tokens
	if e.party != geo.UnknownParty || e.named {
		return false
	}
	for k := p.head + 1; k+2 < p.end; k++ {
		if d.toks[k].tag != prepTag || !d.isAny(k, "in", "at", "inside", "within", "from") || !d.is(k+1, "the") || !d.isAny(p.end-1, "agency", "service", "bureau", "directorate", "department", "force", "command", "corps", "navy") || k+2 != p.end-1 {
			continue
		}
		for _, at := range []run{{d.sents[d.toks[p.first].sent].first, p.first}, {max(0, p.first-far), p.first}} {
			list := d.partiesIn(at.first, at.end)
			for n := len(list) - 1; n >= 0; n-- {
				if h := &list[n]; h.proper && h.entry.kind == bodyKind && h.entry.party.Adversary() != geo.UnknownParty {
					return e.set(d, h.entry.party, h.entry.class, wEarlier, "party.same", h.first, h.end, d.nameOfHit(h))
				}
			}
		}
	}
	return false
}

// ownText reports whether a phrase means what the publisher wrote before: "an earlier
// version said", and "the article" in a text that corrects one.
func (d *document) ownText(p np) bool {
	switch d.word(p.head) {
	case "version", "post", "entry", "update", "item", "headline":
		return d.isAny(p.head-1, "earlier", "previous", "original", "online") || d.is(p.head+1, "at") && d.isClock(p.head+2)
	case "report", "article", "story":
		title := d.article.Title
		for _, w := range []string{"orrection", "larification", "ORRECTION", "LARIFICATION", "orrected", "pology"} {
			if strings.Contains(title, w) {
				return true
			}
		}
	}
	return false
}

// byIssuer gives words the side of the office that issued them, where its surroundings show
// that: "Russian troops took X, according to a statement from the defence ministry".
func (r *Reader) byIssuer(d *document, a *attribution, e *actor, p np) bool {
	for k := p.first; k < p.end; k++ {
		if k == p.head || !d.has(k, orgWord|roleWord) || d.toks[k].tag != nounTag && d.toks[k].tag != nameTag {
			continue
		}
		if class := d.classOf(k, geo.UnknownClass); class == geo.Government || class == geo.Authority || class == geo.Military {
			return r.bySurroundings(d, a, e, d.phraseLeft(k, p.first), class)
		}
	}
	return false
}
