package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// partyHit is a pattern of parties.tsv found at tokens [first, end).
type partyHit struct {
	first, end int
	entry      *partyEntry
	proper     bool // a name, not a word for a kind
}

// nameOfHit is the name of whom a hit means, as the table or, where it has a list of
// bodies, the text gives it.
func (d *document) nameOfHit(h *partyHit) string {
	if h.entry.name != "" {
		return h.entry.name
	}
	return d.nameOf(np{h.first, h.end, h.end - 1})
}

// findParties finds every mention of a side in the text.
func (d *document) findParties() {
	d.partyAt = zeroed(d.partyAt, len(d.sents)+1)
	var others []int32 // surnames that the text gives to others than the table's
	for s := range d.sents {
		d.partyAt[s] = int32(len(d.parties))
		for i := d.sents[s].first; i < d.sents[s].end; i++ {
			t := &d.toks[i]
			if t.signs&numbersUnit == 0 && !t.opens(partySet) {
				continue
			}
			if t.signs&numbersUnit != 0 {
				if h, ok := d.unitAt(i, d.sents[s].end); ok {
					d.parties = append(d.parties, h)
					i = h.end - 1
					continue
				}
			}
			if p, end := d.longest(partySet, i, d.sents[s].end); p != nil {
				if e := &d.lex.parties[p.value]; e.kind == personKind && end == i+1 && d.isNamesake(i, e, &others) {
					continue
				}
				d.parties = append(d.parties, partyHit{i, end, &d.lex.parties[p.value], p.proper()})
				i = end - 1
			}
		}
	}
	d.partyAt[len(d.sents)] = int32(len(d.parties))
}

// soundOf is the first consonant of a given name, which it keeps from one language to
// another: Aleksandr and Oleksandr, Sergei and Serhii, Nikolai and Mykola.
func soundOf(name string) rune {
	for _, c := range strings.ToLower(name) {
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j':
		case 'g':
			return 'h'
		case 'n':
			return 'm'
		case 'c':
			return 'k'
		case 'w':
			return 'v'
		case 't':
			return 'f' // Timofey and Fedir
		default:
			return c
		}
	}
	return 0
}

// isNamesake reports whether the surname at token i is that of another than the person e
// of the table, by the given name before it here or where it stood first.
func (d *document) isNamesake(i int, e *partyEntry, others *[]int32) bool {
	known, _, two := strings.Cut(e.name, " ")
	if !two || known == "" {
		return false
	}
	if p := i - 1; p >= d.sents[d.toks[i].sent].first && d.toks[p].caps == titleCase && d.has(p, firstName) && !d.has(p, titleWord|rankWord|roleWord) {
		if soundOf(d.str(p)) == soundOf(known) {
			return false
		}
		*others = append(*others, d.toks[i].word)
		return true
	}
	return slices.Contains(*others, d.toks[i].word)
}

// partiesIn lists the mentions of sides within tokens [i, j).
func (d *document) partiesIn(i, j int) []partyHit {
	if i >= j {
		return nil
	}
	list := d.parties[d.partyAt[d.toks[i].sent]:d.partyAt[d.toks[j-1].sent+1]]
	for len(list) > 0 && list[0].first < i {
		list = list[1:]
	}
	for len(list) > 0 && list[len(list)-1].end > j {
		list = list[:len(list)-1]
	}
	return list
}

// hitPlace is where a mention of a side stands in a phrase.
type hitPlace uint8

const (
	behindHead hitPlace = iota // "the head of the Russian delegation"
	beforeHead                 // "the Russian delegation"
	atHead                     // "the Russians", "Moscow"
)

// strengths says how much a mention of a side shows of the side of a phrase, of
// 100, by where it stands: behind its head, before it, at it. The strongest one
// decides.
var strengths = map[partyKind][3]int{
	hintKind:    {70, 70, 70},
	personKind:  {40, 40, 66},
	witnessKind: {34, 34, 58},
	bodyKind:    {36, 42, 52},
	metonymKind: {30, 45, 60},
	countryKind: {30, 48, 55},
	demonymKind: {28, 50, 54},
	unitKind:    {35, 35, 35},
}

// strengthOf is how much hit h shows of the side of a phrase with that head.
func (d *document) strengthOf(h *partyHit, i, head int, apposed, callSign bool) int {
	at := behindHead
	switch {
	case h.first <= head && head < h.end:
		at = atHead
	case h.end <= head:
		at = beforeHead
	}
	e := h.entry
	s := strengths[e.kind][at]
	if h.first > 0 && d.isAny(h.first-1, "sign", "callsign", "nicknamed", "nickname", "alias") {
		return 0 // what somebody is called
	}
	switch {
	case e.kind == hintKind && e.party == geo.International:
		s = [3]int{35, 35, 55}[at]
	case e.kind == hintKind && e.party == geo.Ukraine:
		s = 60
	case e.kind == hintKind && d.aside(h):
		return 0
	case e.kind == witnessKind && callSign, e.kind == witnessKind && d.isAny(head, "worker", "workers") && head > i && d.isAny(head-1, "rescue", "emergency"):
		return 0
	case e.kind == witnessKind && at != atHead && d.isAny(head, "spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "officer", "commander", "minister", "mayor", "governor"):
		return 10 // "a spokesman for the emergency workers"
	case e.class == geo.Media && apposed:
		s = [3]int{30, 30, 53}[at]
	case e.class == geo.Analyst && apposed:
		s = 53
	case e.class == geo.Media || e.class == geo.Analyst:
		s = [3]int{20, 42, 56}[at]
		if e.name == "journalists" && at == atHead {
			s = 51
		}
	}
	if at == behindHead && h.first > head && d.notOffice(h.first, head) {
		s -= 25
	}
	if s > 0 && at != atHead && (d.isResearch(i, head) || at == behindHead && d.ofInstitute(head, h.first)) && (e.kind == metonymKind || e.kind == demonymKind || e.kind == countryKind) {
		return 0 // the "Warsaw Institute" is nobody's government
	}
	return s
}

// aside reports whether a hint of occupation only says when or how somebody
// lives: "elected before the occupation", "a village under occupation".
func (d *document) aside(h *partyHit) bool {
	if h.end-h.first != 1 || !d.isAny(h.first, "occupation", "annexed") {
		return false
	}
	if h.end < len(d.toks) && d.nominal(h.end) {
		return false
	}
	k := h.first - 1
	for k > 0 && (d.toks[k].tag == detTag || d.toks[k].tag == adjTag) {
		k--
	}
	return k >= 0 && d.isAny(k, "before", "since", "under", "during", "until", "from", "after", "fled", "survived", "left")
}

// namesake reports whether a surname of the table is that of another: a given name of
// another initial stands before it, in the phrase that starts at token i.
func (d *document) namesake(h *partyHit, i int) bool {
	k := h.first - 1
	if h.entry.kind != personKind || h.end-h.first != 1 || k < i || !d.has(k, firstName) || h.entry.name == "" {
		return false
	}
	for ; k >= i && d.toks[k].tag == nameTag; k-- {
		if initialOf(d.str(k)[0]) == initialOf(h.entry.name[0]) {
			return false
		}
	}
	return true
}

// initialOf is the same for the initials that one given name has in different
// spellings: Oleksandr and Alexander, Mykola and Nikolai, Yevhen and Evgeny.
func initialOf(c byte) byte {
	switch c | 0x20 {
	case 'a', 'o':
		return 'a'
	case 'm', 'n':
		return 'm'
	case 'e', 'y', 'i', 'j':
		return 'e'
	case 'h', 'g':
		return 'g'
	case 'd', 't':
		return 'd'
	case 'p', 'f', 'v', 'w':
		return 'v'
	}
	return c | 0x20
}

var (
	personHeads = listOf("people persons individuals person")
	anyoneHeads = listOf("those ones anyone everyone")
	crewHeads   = listOf("worker workers crews")
	employees   = listOf("employee employees")
	operators   = listOf("operator")
	kindHeads   = setOf(&bloggerWords, &anyoneHeads, &crewHeads, &employees, &operators)
	tradeHeads  = listOf("medic medics doctor doctors surgeon surgeons nurse paramedic paramedics engineer driver drivers") // that are plied in arms as well
)

// partyOfPhrase finds the party that the words of a phrase show.
func (d *document) partyOfPhrase(r *Reader, e *actor, i, j, head int, weight float64, rule string) bool {
	if d.isOf(head, &personHeads) && head+1 < j+1 && head+1 < len(d.toks) && (d.isAny(head+1, "familiar", "briefed", "involved", "aware") || d.is(head+1, "with") && d.isAny(head+2, "knowledge", "direct", "access")) {
		return false // unnamed sources, not residents
	}
	hits := d.partiesIn(i, j)
	callSign := false
	for k := i; k+1 < j; k++ {
		callSign = callSign || d.is(k, "call") && d.is(k+1, "sign") || d.is(k, "callsign")
	}
	inUnit := d.ofUnit(head, j) || d.unitBefore(i, head)
	callSign = callSign || inUnit || head > i && d.isOf(head, &tradeHeads) && d.isAny(head-1, "combat", "military", "army", "battlefield", "brigade", "battalion")
	if callSign {
		e.class = geo.Military
	}
	if d.captor(e, i, j) {
		return true
	}
	if inUnit {
		for k := range hits {
			if h := &hits[k]; h.first > head && adversary(h.entry.party) != geo.UnknownParty {
				return e.set(d, h.entry.party, geo.Military, weight, rule, h.first, h.end, d.nameOfHit(h))
			}
		}
	}
	if h := d.colours(i, j, hits); h != nil {
		return e.set(d, h.entry.party, geo.Military, weight, rule, h.first, h.end+1, d.nameOfHit(h))
	}
	var best *partyHit
	score := 0
	for k := range hits {
		if s := d.strengthOf(&hits[k], i, head, rule == "party.apposition", callSign); s > score {
			best, score = &hits[k], s
		}
	}
	if best != nil && best.entry.party == geo.Press && !best.proper && best.first <= head && head < best.end {
		// "Rybar's analysts": the channel's
		for k := range hits {
			if h := &hits[k]; h.entry.kind == bodyKind && h.entry.party != geo.Press && h.end < best.first && d.toks[h.end].tag == possTag {
				best = h
				break
			}
		}
	}
	if best == nil || score < 18 {
		if d.isResearch(i, head) {
			if d.article.Publisher.Party == geo.Russia && head-i <= 1 && d.is(i, "the") && d.isAny(head, "expert", "analyst") {
				return e.set(d, geo.Russia, geo.Analyst, wPublisher, "party.publisher", head, head+1, d.article.Publisher.Name) // one that the agency has asked
			}
			return e.set(d, geo.Press, geo.Analyst, weight, "party.research", head, head+1, "")
		}
		if !d.is(head, "operator") && r.partyOfOffice(d, e, i, j, head, weight) {
			return true
		}
		if callSign {
			return false // a trade plied in arms
		}
		return d.partyOfKind(e, i, j, head)
	}
	entry := best.entry
	// the table knows the person or body by name
	if entry.kind == personKind && best.first <= head && head < best.end && rule == "party.own-words" && d.namesake(best, i) {
		return e.set(d, entry.party, entry.class, wStance, "party.name", best.first, best.end, "")
	}
	if (entry.kind == personKind || entry.kind == bodyKind && best.proper || entry.kind == metonymKind) && best.first <= head && head < best.end && rule == "party.own-words" {
		e.name = d.nameOfHit(best)
		if e.key = entry.key; e.key == "" {
			e.key = keyOf(e.name)
		}
		e.human, e.body = entry.kind == personKind, entry.kind != personKind
		return e.set(d, entry.party, entry.class, wTable, "party.table", best.first, best.end, e.name)
	}
	if rule == "party.apposition" && entry.kind == demonymKind && best.first <= head && head < best.end && adversary(entry.party) == geo.UnknownParty && d.isAny(i, "a", "an") {
		return e.set(d, geo.Civilians, geo.Witness, wStance, "party.private", head, head+1, "") // "Armen, an Armenian who came here as a boy"
	}
	if entry.kind == countryKind && best.first <= head && head < best.end && rule == "party.own-words" {
		e.human, e.body = false, true
	}
	class := entry.class
	if entry.kind != witnessKind && class != geo.Media && class != geo.Analyst {
		class = d.classOf(head, class)
	}
	if entry.party == geo.Press && entry.class == geo.Analyst && entry.kind == bodyKind && !best.proper && d.article.Publisher.Party == geo.Russia && d.isAny(head, "expert", "experts", "analyst", "analysts") || entry.party == geo.Press && !best.proper && d.article.Publisher.Party == geo.Russia && d.isAny(best.first, "military") && d.isAny(best.end-1, "expert", "experts", "analyst", "historian") {
		return e.set(d, geo.Russia, geo.Analyst, wPublisher, "party.publisher", best.first, best.end, d.article.Publisher.Name)
	}
	// independent analysts and journalists of any nation are press; what a side's
	// own bloggers and channels say is the side's
	if entry.kind == demonymKind || entry.kind == countryKind || entry.kind == metonymKind {
		if class == geo.Witness {
			return e.set(d, geo.Civilians, class, weight, rule, head, head+1, "")
		}
		if adversary(entry.party) == geo.UnknownParty && d.ofCharity(i, j) {
			return e.set(d, geo.International, geo.Organisation, weight, "party.charity", i, j, "")
		}
		partisan := entry.party == geo.Russia || entry.party == geo.Ukraine && d.isAny(head, "channel", "channels", "blogger", "bloggers")
		if class == geo.Analyst || class == geo.Media && !partisan {
			return e.set(d, geo.Press, class, weight, rule, head, head+1, "")
		}
	}
	if entry.kind == bodyKind && class == geo.Media && entry.party == geo.Press {
		if d.article.Publisher.Party == geo.Russia && d.isAny(best.end-1, "correspondent", "blogger") && d.isAny(best.end-2, "war", "military") {
			return e.set(d, geo.Russia, class, wPublisher, "party.publisher", best.first, best.end, d.article.Publisher.Name)
		}
		// "a Russian war correspondent"
		for k := range hits {
			if h := &hits[k]; (h.entry.kind == demonymKind || h.entry.kind == countryKind || h.entry.kind == hintKind) && h.entry.party == geo.Russia && h.end <= best.first+2 && d.isAny(best.end-1, "correspondent", "correspondents", "blogger", "bloggers", "journalist") && d.isAny(best.end-2, "war", "military", "state") {
				return e.set(d, geo.Russia, class, weight, rule, h.first, h.end, d.nameOfHit(h))
			}
		}
	}
	if entry.party == geo.International && best.first > head && d.has(head, witnessWord) && !d.has(head, roleWord|orgWord) && !d.isAny(head, "doctor", "doctors", "nurse", "nurses", "surgeon", "surgeons", "medics") {
		return e.set(d, geo.Civilians, geo.Witness, weight, "party.witness", head, head+1, "") // "a driver of the aid group"
	}
	if entry.kind == unitKind {
		weight, rule = min(weight, wUnit+0.4), "party.unit"
	}
	return e.set(d, entry.party, class, weight, rule, best.first, best.end, d.nameOfHit(best))
}

var callings = listOf("driver drivers cook mechanic doctor surgeon nurse medic medics paramedic paramedics engineer engineers electrician chaplain miner")

// ofUnit reports whether the trade at head is plied in a unit: "a driver with a
// drone battalion", "a surgeon of the 93rd Brigade".
func (d *document) ofUnit(head, j int) bool {
	if !d.isOf(head, &callings) {
		return false
	}
	for k := head + 1; k+1 < j; k++ {
		if d.endsClause(k) {
			return false
		}
		if !d.isAny(k, "with", "in", "of", "from", "at") {
			continue
		}
		for m := k + 1; m < min(k+7, j) && !d.endsClause(m) && d.toks[m].tag != prepTag; m++ {
			if d.has(m, unitWord) || d.isAny(m, "army", "infantry", "artillery", "marines", "unit", "crew") || d.isAny(m, "stabilisation", "stabilization") && d.is(m+1, "point") || d.isAny(m, "field", "military") && d.is(m+1, "hospital") {
				return true
			}
		}
	}
	return false
}

// unitBefore reports whether the trade at head is plied in the unit named before it: "the
// brigade's surgeon", "a company medic".
func (d *document) unitBefore(i, head int) bool {
	if !d.has(head, witnessWord) && !d.isOf(head, &callings) {
		return false
	}
	for k := i; k < head; k++ {
		if d.isAny(k, "brigade", "battalion", "regiment", "platoon", "unit", "squad", "garrison", "army") && (d.toks[k+1].tag == possTag || k+1 == head) {
			return true
		}
	}
	return false
}

// colours is the side under whose flag the phrase says that somebody is: "a Georgian on
// the Ukrainian side", "in Russian uniform"; nil for none.
func (d *document) colours(i, j int, hits []partyHit) *partyHit {
	for n := range hits {
		h := &hits[n]
		if h.entry.kind == demonymKind && h.end < j && h.first > i+1 && d.isAny(h.end, "side", "flag", "uniform", "colours", "ranks") && (d.toks[h.first-1].tag == prepTag || d.is(h.first-1, "the") && d.isAny(h.first-2, "on", "under", "in")) && !d.has(i, docWord) {
			return h
		}
	}
	return nil
}

// ofCharity reports whether tokens [i, j) name an aid group of some country: "the
// Danish charity X", "a Norwegian aid worker".
func (d *document) ofCharity(i, j int) bool {
	for k := i; k < j; k++ {
		if d.isAny(k, "charity", "charities", "ngo", "ngos", "nonprofit") || d.isAny(k, "aid", "relief", "humanitarian") && d.isAny(k+1, "group", "groups", "organisation", "organisations", "organization", "organizations", "agency", "worker", "workers", "mission", "convoy", "team") {
			return true
		}
	}
	return false
}

var capturedWords = listOf("captured held detained captive prisoner")

// captor: "a soldier captured by Russian troops" is none of theirs.
func (d *document) captor(e *actor, i, j int) bool {
	for k := i; k+2 < j; k++ {
		if !d.isOf(k, &capturedWords) || !d.isAny(k+1, "by", "of") || d.is(k+1, "of") && d.is(k+2, "war") {
			continue
		}
		for _, h := range d.partiesIn(k+2, j) {
			if party := adversary(h.entry.party); party != geo.UnknownParty {
				return e.set(d, party, geo.Military, wUnit, "party.captive", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	return false
}

// adversary is the other of the two sides at war.
func adversary(p geo.Party) geo.Party {
	switch p {
	case geo.Russia:
		return geo.Ukraine
	case geo.Ukraine:
		return geo.Russia
	}
	return geo.UnknownParty
}

// notOffice reports whether a side named behind the head is not the one the
// head speaks for: "ambassador to Ukraine", "war with Russia".
func (d *document) notOffice(i, head int) bool {
	for k := i - 1; k > head && k > i-4; k-- {
		if d.toks[k].tag == prepTag {
			if d.is(k, "with") && k == head+1 && d.has(head, roleWord|witnessWord) && !d.isAny(head, "negotiator", "negotiators", "mediator", "mediators") {
				return false // "an official with the OSCE"
			}
			return d.isAny(k, "to", "against", "on", "with", "about", "into", "towards", "over")
		}
	}
	return false
}

var bloggerWords = listOf("bloggers blogger")

// partyOfKind: what the head noun is says enough: residents, journalists.
func (d *document) partyOfKind(e *actor, i, j, head int) bool {
	if !d.isIn(head, &kindHeads) && !d.has(head, witnessWord) && d.toks[head].tag != nameTag {
		return false
	}
	switch {
	case d.isOf(head, &bloggerWords) && (head > i && d.isAny(head-1, "military", "war") || head == i+1 && d.is(i, "the") && d.is(head, "bloggers")):
		return e.set(d, geo.Russia, geo.Analyst, wUnit, "party.bloggers", i, j, "")
	case d.isOf(head, &operators) && head > i && d.isAny(head-1, "points", "crane", "lift", "switchboard", "telephone", "tram", "machine", "forklift", "pump", "boiler", "excavator", "tractor"):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head-1, head+1, "")
	case d.isOf(head, &anyoneHeads) && d.staysBehind(head):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, head+1, "")
	case d.toks[head].tag == nameTag && d.callingOf(i, head):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", i, head, "")
	case d.isOf(head, &employees) && head+2 < j && d.isAny(head+1, "of", "at", "with") && d.isAny(j-1, "plant", "railway", "factory", "mine", "hospital", "company", "shop", "port", "school", "bank", "utility", "enterprise", "clinic", "museum", "market"):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, j, "")
	case d.isOf(head, &crewHeads) && head > i && d.isAny(head-1, "rescue", "emergency"):
		return false // the emergency service's
	case d.has(head, witnessWord) && !d.has(head, roleWord):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, head+1, "")
	}
	return false
}

// staysBehind reports whether the words behind a pronoun are those for people of a place:
// "those still living in Hirnyk", "those who stayed".
func (d *document) staysBehind(head int) bool {
	for k := head + 1; k < head+5; k++ {
		if d.isAny(k, "living", "live", "lived", "staying", "stayed", "stay", "remaining", "remain", "remained", "sheltering", "hiding", "fled", "fleeing", "evacuated", "left") {
			return !d.is(k, "left") || d.is(k+1, "in") || d.is(k-1, "who")
		}
	}
	return false
}

// callingOf reports whether what stands before a name says that it is somebody's
// who has no office: "a relative, Inna", "Dr Maria X, who runs the ward".
func (d *document) callingOf(i, head int) bool {
	comma := i + 1
	for comma < head && d.char(comma) != ',' {
		comma++
	}
	if comma < head {
		if q := d.baseRight(i, head); !q.empty() && q.end < head && d.char(q.end) == ',' && d.toks[q.head].tag == nounTag && d.has(q.head, witnessWord) && !d.has(q.head, roleWord) {
			return true
		}
	}
	if !d.is(i, "dr") && !d.is(i, "doctor") {
		return false
	}
	end := d.sents[d.toks[head].sent].end
	for k := head + 1; k < end && k < head+14; k++ {
		if d.isAny(k, "ward", "clinic", "hospital", "surgeon", "neurology", "surgery", "paediatrician", "physician", "trauma", "maternity", "anaesthetist", "polyclinic", "medicine", "psychiatrist", "neurologist", "cardiologist") {
			return true
		}
	}
	return false
}
