package read

import "contested/geo"

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

// opensSide reports whether a mention of a side may start with the word: a pattern of the
// table, or the number of a unit.
func (t *token) opensSide() bool { return t.signs&numbersUnit != 0 || t.opens(partySet) }

// findParties finds every mention of a side in the text.
func (d *document) findParties() {
	d.partyAt = zeroed(d.partyAt, len(d.sents)+1)
	starts := d.sideStarts
	var others []int32 // surnames that the text gives to others than the table's
	for s := range d.sents {
		d.partyAt[s] = int32(len(d.parties))
		for next := d.sents[s].first; len(starts) > 0 && int(starts[0]) < d.sents[s].end; starts = starts[1:] {
			i := int(starts[0])
			if i < next {
				continue // part of the mention before
			}
			if d.toks[i].signs&numbersUnit != 0 {
				if h, ok := d.unitAt(i, d.sents[s].end); ok {
					d.parties = append(d.parties, h)
					next = h.end
					continue
				}
			}
			if p, end := d.longest(partySet, i, d.sents[s].end); p != nil {
				if e := &d.lex.parties[p.value]; e.kind == personKind && end == i+1 && d.isNamesake(i, e, &others) {
					continue
				}
				d.parties = append(d.parties, partyHit{i, end, &d.lex.parties[p.value], p.proper})
				next = end
			}
		}
	}
	d.partyAt[len(d.sents)] = int32(len(d.parties))
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

var (
	personHeads = listOf("people persons individuals person")
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
			if h := &hits[k]; h.first > head && h.entry.party.Adversary() != geo.UnknownParty {
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
		if h := &hits[k]; h.first > head && d.is(h.first-1, "in") && d.has(h.first, demonymWord) && h.end == h.first+1 && !d.nominal(h.end) {
			continue // "posts in Polish": a language
		}
		if s := d.strengthOf(&hits[k], i, head, rule == "party.apposition", callSign); s > score {
			best, score = &hits[k], s
		}
	}
	if best != nil && (best.entry.kind == bodyKind && !best.proper || best.entry.kind == unitKind) {
		if h, party := d.ofOtherState(r, best, hits, j); party != geo.UnknownParty {
			return e.set(d, party, d.classOf(head, best.entry.class), weight, rule, h.first, h.end, "")
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
	if best != nil && best.entry.party == geo.Press && best.entry.class == geo.Media && !best.proper && best.first <= head && head < best.end {
		if h := d.ofOutlet(best, hits); h != nil {
			return e.set(d, h.entry.party, geo.Media, weight, "party.outlet", h.first, h.end, d.nameOfHit(h))
		}
		if h := d.onAir(i, head); h != nil {
			return e.set(d, h.entry.party, geo.Media, wEarlier, "party.outlet", h.first, h.end, d.nameOfHit(h))
		}
		if pub := d.article.Publisher; pub.Party == geo.Russia && best.first > i+1 && d.toks[best.first-1].tag == possTag && d.isAny(best.first-2, "agency", "channel", "newspaper", "broadcaster", "station") {
			return e.set(d, pub.Party, geo.Media, wPublisher, "party.publisher", i, best.end, pub.Name)
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
	if rule == "party.apposition" && entry.kind == demonymKind && best.first <= head && head < best.end && entry.party.Adversary() == geo.UnknownParty && d.isOf(i, &aOrAn) {
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
		if entry.party.Adversary() == geo.UnknownParty && d.ofCharity(i, j) {
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
			if h := &hits[k]; (h.entry.kind == demonymKind || h.entry.kind == countryKind || h.entry.kind == hintKind) && h.entry.party == geo.Russia && h.end <= best.first+2 && d.isAny(best.end-1, "correspondent", "correspondents", "blogger", "bloggers", "journalist", "presenter", "anchor", "reporter", "reporters", "editor") && d.isAny(best.end-2, "war", "military", "state", "television", "tv") {
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
		if d.isOf(k, &charityWords) || d.isOf(k, &reliefWords) && d.isAny(k+1, "group", "groups", "organisation", "organisations", "organization", "organizations", "agency", "worker", "workers", "mission", "convoy", "team") {
			return true
		}
	}
	return false
}
