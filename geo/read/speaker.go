package read

import (
	"strings"

	"contested/geo"
)

// actor is a person or body that speaks in the text.
type actor struct {
	key, name string
	party     geo.Party
	class     geo.SourceClass
	weight    float64 // log-odds of the party
	surname   uint64  // of a person: the hash of the last word of the name
	heads     []int32 // the nouns by which it is called: entries
	male      bool
	female    bool
	plural    bool
	human     bool
	body      bool
	named     bool
	last      int // the token where it was mentioned last
	nested    bool
	place     int // 1 + the mention of the place of its office: "mayor of X"
	why       []geo.Evidence
}

// speaker is who makes an attribution: an index into document.actors, or the
// narrator.
type speaker struct {
	actor    int // 1 + index into document.actors; 0 for none
	narrator bool
	why      []geo.Evidence
	weight   float64
}

// The weights of the evidence for a party, in log-odds; see READER section 4.5.
const (
	wOwnWords  = 2.0
	wTable     = 2.0
	wApposed   = 1.8
	wEarlier   = 1.5
	wOffice    = 1.5
	wUnit      = 1.2
	wPublisher = 1.0
	wStance    = 0.8
	wSoldier   = 0.4
	wName      = 0.3
)

// partyHit is a pattern of parties.tsv found at tokens [first, end).
type partyHit struct {
	first, end int
	entry      *partyEntry
	proper     bool // a name, not a word for a kind
}

// findParties finds every mention of a side in the text.
func (d *document) findParties() {
	d.partyAt = make([]int32, len(d.sents)+1)
	for s := range d.sents {
		d.partyAt[s] = int32(len(d.parties))
		for i := d.sents[s].first; i < d.sents[s].end; i++ {
			if d.toks[i].word == 0 {
				continue
			}
			if p, end := d.longest(partySet, i, d.sents[s].end); p != nil {
				d.parties = append(d.parties, partyHit{i, end, &d.lex.parties[p.value], p.proper()})
				i = end - 1
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

// findSpeakers finds who speaks in every attribution.
func (r *Reader) findSpeakers(d *document) {
	for i := range d.attrs {
		a := &d.attrs[i]
		a.who = r.resolveSpeaker(d, a)
	}
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
	if p.empty() && a.rule == "attr.J-quote-label" && len(d.recent) > 0 {
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
		w := d.resolvePronoun(a, p)
		if d.resolved == nil {
			d.resolved = map[int]speaker{}
		}
		d.resolved[p.first] = w
		return w
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
	// the same actor as one before it
	k := d.sameActor(&e, p)
	for n := len(d.actors); k == 0 && n > 0 && n > len(d.actors)-4; n-- {
		if d.actors[n-1].last == p.first {
			k = n // noted in passing
		}
	}
	if k > 0 {
		old := &d.actors[k-1]
		if e.weight > old.weight && e.party != geo.UnknownParty {
			old.party, old.class, old.weight, old.why = e.party, e.class, e.weight, e.why
		}
		if old.class == geo.UnknownClass {
			old.class = e.class
		}
		for _, h := range e.heads {
			old.addHead(h)
		}
		old.male, old.female = old.male || e.male, old.female || e.female
		old.last, old.nested = p.first, a.parent != 0
		d.recent = append(d.recent, int32(k))
		if old.party == geo.UnknownParty || old.weight < wStance {
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

// addActor enters a new actor and returns 1 + its index.
func (d *document) addActor(e actor) int {
	d.actors = append(d.actors, e)
	k := len(d.actors)
	if d.byKey == nil {
		d.byKey, d.bySurname = map[string]int{}, map[uint64]int{}
	}
	d.byKey[e.key] = k
	if e.surname != 0 {
		d.bySurname[e.surname] = k
	}
	d.recent = append(d.recent, int32(k))
	return k
}

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
		i := st.first
		for i < st.end && (d.toks[i].kind == openToken || d.toks[i].tag == advTag || d.toks[i].tag == coordTag) {
			i++
		}
		p := d.phraseRight(i, st.end)
		if p.empty() || d.toks[p.head].tag == pronTag || p.end >= st.end {
			continue
		}
		names := 0
		for k := p.first; k < p.end; k++ {
			if d.toks[k].tag == nameTag {
				names++
			}
		}
		person := d.toks[p.head].tag == nameTag && (names >= 2 || d.has(p.first, titleWord|rankWord)) && len(d.mentionsIn(p.first, p.end)) == 0
		if !person && !d.isDefinite(p) && names == 0 {
			continue
		}
		a := attribution{source: p, subject: p}
		e := r.describe(d, &a, p)
		if k := d.sameActor(&e, p); k > 0 {
			if d.actors[k-1].last < p.first {
				d.actors[k-1].last = p.first
				d.recent = append(d.recent, int32(k))
			}
			continue
		}
		if !person || e.body {
			continue
		}
		if e.party == geo.UnknownParty {
			r.byDefault(d, &a, &e, p)
		}
		e.last = p.first
		d.addActor(e)
	}
}

// notePeople takes into mind the people whom a sentence introduces: "I met a
// nurse who left", "a man called Petro".
func (r *Reader) notePeople(d *document, st *sentence) {
	for i := st.first; i+1 < st.end; i++ {
		if !d.is(i, "a") && !d.is(i, "an") || d.toks[i].quote != 0 {
			continue
		}
		p := d.baseRight(i, st.end)
		if p.empty() || !d.has(p.head, witnessWord|roleWord) || d.plural(p.head) {
			continue
		}
		k := p.end
		introduced := k < st.end && (d.toks[k].tag == relTag || d.isAny(k, "called", "named") || d.is(k, "with") || d.char(k) == ',')
		if !introduced && p.first > st.first && !d.isAny(p.first-1, "to", "met", "interviewed", "meet", "sits", "stands", "is", "was", "sat", "stood") {
			continue
		}
		if p.end+1 < st.end && d.isAny(p.end, "called", "named") && d.tagAt(p.end+1) == nameTag {
			if q := d.baseRight(p.end+1, st.end); !q.empty() {
				p = np{p.first, q.end, q.head}
			}
		}
		a := attribution{source: p, subject: p}
		e := r.describe(d, &a, p)
		if d.sameActor(&e, p) > 0 {
			continue
		}
		if e.party == geo.UnknownParty {
			r.byDefault(d, &a, &e, p)
		}
		e.last = p.first
		d.addActor(e)
	}
}

func (e *actor) addHead(h int32) {
	if h == 0 {
		return
	}
	for _, x := range e.heads {
		if x == h {
			return
		}
	}
	if len(e.heads) < 8 {
		e.heads = append(e.heads, h)
	}
}

// isPronoun reports whether the phrase is a pronoun, alone.
func (d *document) isPronoun(p np) bool {
	return p.end-p.first == 1 && (d.toks[p.head].tag == pronTag || d.has(p.head, subjPron|objPron|possWord)) && d.toks[p.head].caps != upperCase || p.end-p.first == 1 && d.is(p.head, "it")
}

// describe makes an actor of a noun phrase, with its party by the evidence of
// READER section 4.5, in order.
func (r *Reader) describe(d *document, a *attribution, p np) actor {
	e := actor{}
	e.name = d.nameOf(p)
	e.key = keyOf(e.name)
	e.named = d.toks[p.head].tag == nameTag
	e.plural = d.plural(p.head) && !e.named
	e.addHead(d.toks[p.head].word)
	for i := p.first; i < p.end; i++ {
		e.male = e.male || d.has(i, maleWord)
		e.female = e.female || d.has(i, femaleWord)
		if d.has(i, roleWord|orgWord|mediaWord|witnessWord) {
			e.addHead(d.toks[i].word)
		}
	}
	if e.male && e.female {
		e.male = d.has(p.head, maleWord)
		e.female = d.has(p.head, femaleWord)
	}
	switch {
	case d.has(p.head, roleWord|witnessWord|rankWord|titleWord):
		e.human = true
	case d.has(p.head, orgWord|mediaWord|docWord):
		e.body = true
	case e.named:
		e.human = true
	}
	e.placeIn(d, p.first, p.end)
	// what is said of it beside its name
	i, j := d.apposition(p)
	if i < j {
		e.placeIn(d, i, j)
		for k := i; k < j; k++ {
			if d.has(k, roleWord|orgWord|mediaWord|witnessWord) {
				e.addHead(d.toks[k].word)
			}
			e.male = e.male || d.has(k, maleWord) && !d.has(k, possWord)
			e.female = e.female || d.has(k, femaleWord) && !d.has(k, possWord)
		}
	}
	if !d.partyOfPhrase(r, &e, p.first, p.end, p.head, wOwnWords, "party.own-words") && i < j {
		d.partyOfPhrase(r, &e, i, j, d.phraseHead(i, j), wApposed, "party.apposition")
	}
	return e
}

// placeIn notes the place of the actor's office in tokens [i, j).
func (e *actor) placeIn(d *document, i, j int) {
	if e.place != 0 {
		return
	}
	lo := d.mentionIndex(i)
	for k := lo; k < len(d.mentions) && d.mentions[k].end <= j; k++ {
		if m := &d.mentions[k]; m.Place != "" && m.Use != geo.Metonym && m.Use != geo.Demonym && !(m.first > i && d.is(m.first-1, "from")) {
			e.place = k + 1
			return
		}
	}
}

// nameOf is the text of a phrase without its article.
func (d *document) nameOf(p np) string {
	first := p.first
	for first < p.end-1 && (d.toks[first].tag == detTag && !d.has(first, possWord) || d.toks[first].kind == openToken) {
		first++
	}
	// a name stands without its titles
	if d.toks[p.head].tag == nameTag {
		i := p.head
		for i > first && d.tagAt(i-1) == nameTag && !d.has(i-1, roleWord|titleWord|rankWord|demonymWord|orgWord) {
			i--
		}
		if i > first && d.kindAt(i-1) != hyphenToken && d.toks[i].tag == nameTag {
			first = i
		}
	}
	return strings.Join(strings.Fields(d.span(first, p.end).Of(d.text)), " ")
}

func (d *document) isDefinite(p np) bool {
	return d.isAny(p.first, "the", "this", "that", "his", "her", "its", "their")
}

// phraseHead is the head noun of an apposition in tokens [i, j).
func (d *document) phraseHead(i, j int) int {
	if q := d.baseRight(i, j); !q.empty() {
		return q.head
	}
	return i
}

// apposition is what stands beside a name and says who it is: ", a spokesman for
// Y," or ", who speaks for Y,".
func (d *document) apposition(p np) (int, int) {
	end := d.sents[d.toks[p.end-1].sent].end
	i := p.end
	if i+1 >= end || d.char(i) != ',' && d.char(i) != '(' && d.toks[i].tag != relTag {
		return 0, 0
	}
	if d.toks[i].tag != relTag {
		i++
	}
	switch d.toks[i].tag {
	case detTag, adjTag, nounTag, nameTag, relTag, numTag:
	case prepTag:
		if !d.isAny(i, "of", "from", "with", "at") {
			return 0, 0
		}
	default:
		return 0, 0
	}
	j := i
	rel := false
	verbs := 0
	for j < end && j < i+30 {
		t := &d.toks[j]
		if t.kind == openToken || t.kind == dashToken || t.kind == punctToken && (d.char(j) == ',' && !d.agesOn(j) || d.char(j) == ')' || d.endsSentence(j) || d.char(j) == ';') {
			break
		}
		if d.toks[j].tag == relTag {
			rel = true
		}
		if rel && d.finite(j) && d.char(p.end) != ',' {
			// "an officer who follows the war said": the second verb is the main one
			if verbs++; verbs > 1 && d.tagAt(j-1) != auxTag && d.tagAt(j-1) != advTag {
				break
			}
		}
		if !rel && d.finite(j) {
			return 0, 0 // no apposition: a clause of its own
		}
		j++
	}
	return i, j
}

// agesOn: ", 71," belongs to what follows.
func (d *document) agesOn(j int) bool {
	return j > 0 && d.tagAt(j-1) == numTag && j >= 2 && d.char(j-2) == ','
}

// set gives the actor a party with its evidence.
func (e *actor) set(d *document, party geo.Party, class geo.SourceClass, weight float64, rule string, i, j int, note string) bool {
	e.party, e.weight = party, weight
	if class != geo.UnknownClass {
		e.class = class
	}
	e.why = append(e.why, geo.Evidence{Rule: rule, Span: d.span(i, j), Note: note})
	return true
}

// partyOfPhrase finds the party that the words of a phrase show.
func (d *document) partyOfPhrase(r *Reader, e *actor, i, j, head int, weight float64, rule string) bool {
	hits := d.partiesIn(i, j)
	callSign := false
	for k := i; k+1 < j; k++ {
		callSign = callSign || d.is(k, "call") && d.is(k+1, "sign") || d.is(k, "callsign")
	}
	if callSign {
		e.class = geo.Military
	}
	var best *partyHit
	score := 0
	for k := range hits {
		h := &hits[k]
		s := 0
		atHead := h.first <= head && head < h.end
		before := h.end <= head
		switch h.entry.kind {
		case hintKind:
			s = 70
			if h.entry.party == geo.International {
				s = 35
				if atHead {
					s = 55
				}
			}
			if h.entry.party == geo.Ukraine {
				s = 60
			}
		case personKind:
			s = 40
			if atHead {
				s = 66
			}
		case witnessKind:
			s = 34
			if atHead {
				s = 58
			}
			if callSign {
				s = 0
			}
		case bodyKind:
			s = 36
			switch {
			case atHead:
				s = 52
			case before:
				s = 42
			}
			if (h.entry.class == geo.Media || h.entry.class == geo.Analyst) && rule == "party.apposition" {
				s = 53
				if h.entry.class == geo.Media && !atHead {
					s = 30
				}
			} else if h.entry.class == geo.Media || h.entry.class == geo.Analyst {
				if atHead {
					s = 56
				} else if !before {
					s = 20
				}
				if h.entry.name == "journalists" && atHead {
					s = 51
				}
			}
		case metonymKind:
			s = 30
			if atHead {
				s = 60
			} else if before {
				s = 45
			}
		case countryKind:
			s = 30
			if atHead {
				s = 55
			} else if before {
				s = 48
			}
		case demonymKind:
			s = 28
			if before {
				s = 50
			}
			if atHead {
				s = 54
			}
		}
		if h.first > head && d.notOffice(h.first, head) {
			s -= 25
		}
		if s > score {
			best, score = h, s
		}
	}
	if best == nil || score < 18 {
		if r.partyOfOffice(d, e, i, j, head, weight) {
			return true
		}
		return d.partyOfKind(e, i, j, head)
	}
	entry := best.entry
	// the table knows the person or body by name
	if (entry.kind == personKind || entry.kind == bodyKind && best.proper || entry.kind == metonymKind) && best.first <= head && head < best.end && rule == "party.own-words" {
		e.key, e.name = entry.key, entry.name
		e.human, e.body = entry.kind == personKind, entry.kind != personKind
		return e.set(d, entry.party, entry.class, wTable, "party.table", best.first, best.end, entry.name)
	}
	class := entry.class
	if entry.kind != witnessKind && class != geo.Media && class != geo.Analyst {
		class = d.classOf(head, class)
	}
	// independent analysts and journalists of any nation are press
	if entry.kind == demonymKind || entry.kind == countryKind || entry.kind == metonymKind {
		if class == geo.Witness {
			return e.set(d, geo.Civilians, class, weight, rule, head, head+1, "")
		}
		if class == geo.Analyst || class == geo.Media && entry.party != geo.Russia {
			return e.set(d, geo.Press, class, weight, rule, head, head+1, "")
		}
	}
	return e.set(d, entry.party, class, weight, rule, best.first, best.end, entry.name)
}

// notOffice reports whether a side named behind the head is not the one the
// head speaks for: "ambassador to Ukraine", "war with Russia".
func (d *document) notOffice(i, head int) bool {
	for k := i - 1; k > head && k > i-4; k-- {
		if d.toks[k].tag == prepTag {
			return d.isAny(k, "to", "against", "on", "with", "about", "into", "towards", "over")
		}
	}
	return false
}

// classOf is the class of source that a head noun shows.
func (d *document) classOf(head int, otherwise geo.SourceClass) geo.SourceClass {
	if d.toks[head].tag == nameTag && !d.has(head, orgWord|unitWord|mediaWord) {
		// a name: its rank or office before it
		st := d.sents[d.toks[head].sent].first
		for k := head - 1; k >= st && k > head-14; k-- {
			if d.char(k) == ',' && d.tagAt(k+1) == nameTag && k+4 > head {
				continue // "the governor of X, Mykola Y"
			}
			if d.toks[k].kind == punctToken || !d.nominal(k) && d.toks[k].tag != prepTag && d.toks[k].kind != hyphenToken {
				break
			}
			if d.has(k, rankWord) && d.toks[k].caps != lowerCase && !d.is(k, "general") {
				return geo.Military
			}
			if d.has(k, roleWord|titleWord) && !d.has(k, firstName) {
				head = k
				break
			}
		}
	}
	switch {
	case d.isAny(head, "analyst", "analysts", "expert", "experts", "historian", "researcher", "researchers", "observer", "observers"):
		return geo.Analyst
	case d.has(head, unitWord), d.isAny(head, "soldier", "soldiers", "commander", "commanders", "brigade", "battalion", "regiment", "troops", "forces", "army", "military", "general", "colonel", "officer", "officers", "marine", "marines", "gunner", "pilot", "fighter", "fighters", "serviceman", "servicemen", "command", "staff", "sergeant", "captain", "major", "lieutenant", "unit"):
		return geo.Military
	case d.has(head, witnessWord) && !d.has(head, roleWord):
		return geo.Witness
	case d.has(head, mediaWord):
		return geo.Media
	case d.isAny(head, "police", "service", "services", "mayor", "governor", "administration", "council", "authority", "authorities", "prosecutor", "prosecutors"):
		return geo.Authority
	case d.has(head, roleWord|orgWord|titleWord):
		if otherwise != geo.UnknownClass {
			return otherwise
		}
		return geo.Government
	}
	return otherwise
}

// partyOfOffice: "mayor of Lyman", "the Kherson city council", "an official in
// Washington": the country of the place speaks.
func (r *Reader) partyOfOffice(d *document, e *actor, i, j, head int, weight float64) bool {
	if !d.has(head, roleWord|orgWord|titleWord|rankWord) && !d.isAny(head, "office", "bloggers", "blogger") || d.has(head, mediaWord) && !d.isAny(head, "blogger", "bloggers") {
		return false
	}
	if d.isAny(head, "diplomat", "diplomats", "correspondent", "reporter", "source", "sources", "ambassador", "envoy", "analyst", "analysts", "expert", "experts", "volunteer", "volunteers") {
		return false
	}
	for _, m := range d.mentionsIn(i, j) {
		if m.Place == "" {
			continue
		}
		p, ok := r.gaz.Place(m.Place)
		if !ok {
			continue
		}
		if party := partyOfCountry(p.Country); party != geo.UnknownParty {
			e.human = d.has(head, roleWord|titleWord|rankWord)
			e.body = !e.human
			return e.set(d, party, d.classOf(head, geo.Authority), min(weight, wOffice), "party.office-place", m.first, m.end, p.Name)
		}
	}
	return false
}

// partyOfCountry is the party of a country, by ISO 3166-1.
func partyOfCountry(iso string) geo.Party {
	switch iso {
	case "UA":
		return geo.Ukraine
	case "RU":
		return geo.Russia
	case "US":
		return geo.UnitedStates
	case "TR":
		return geo.Turkey
	case "GB", "FR", "DE", "PL", "IT", "ES", "NL", "BE", "SE", "FI", "DK", "NO", "LT", "LV", "EE", "CZ", "SK", "HU", "RO", "BG", "GR",
		"AT", "CH", "IE", "PT", "HR", "SI", "MD", "RS", "LU", "IS":
		return geo.Europe
	case "":
		return geo.UnknownParty
	}
	return geo.OtherParty
}

// partyOfKind: what the head noun is says enough: residents, journalists.
func (d *document) partyOfKind(e *actor, i, j, head int) bool {
	switch {
	case d.isAny(head, "bloggers", "blogger") && head > i && d.isAny(head-1, "military", "war"):
		return e.set(d, geo.Russia, geo.Analyst, wUnit, "party.bloggers", i, j, "")
	case d.has(head, witnessWord) && !d.has(head, roleWord):
		return e.set(d, geo.Civilians, geo.Witness, wOwnWords, "party.witness", head, head+1, "")
	}
	return false
}

// maxRecent bounds how many mentions back a description may reach.
const maxRecent = 40

// lately lists the actors mentioned last, the latest first, each once.
func (d *document) lately() []int {
	var out []int
next:
	for n := len(d.recent) - 1; n >= 0 && n >= len(d.recent)-maxRecent; n-- {
		for _, k := range out {
			if k == int(d.recent[n]) {
				continue next
			}
		}
		out = append(out, int(d.recent[n]))
	}
	return out
}

// sameActor finds the earlier actor that a new description means: by key, by
// surname, or by "the" and a noun that it was called by. It returns 1 + its
// index, or 0.
func (d *document) sameActor(e *actor, p np) int {
	if e.named && !e.body {
		e.surname = d.hashOf(p.head)
	}
	if k := d.byKey[e.key]; k > 0 && (e.named || e.weight >= wTable || d.isDefinite(p) || !d.has(p.first, detWord)) {
		return k
	}
	if e.named && e.surname != 0 {
		if k := d.bySurname[e.surname]; k > 0 {
			if o := &d.actors[k-1]; e.party == geo.UnknownParty || o.party == e.party || e.weight < wTable {
				return k
			}
		}
	}
	if e.named || !d.isDefinite(p) || p.end-p.first > 4 {
		return 0
	}
	for k := p.first; k < p.end; k++ {
		if d.toks[k].tag == nameTag && !d.has(k, demonymWord) || d.toks[k].tag == prepTag {
			return 0 // "the head of X" is said in full
		}
	}
	if p.end-p.first >= 3 && d.is(p.first+1, "same") {
		for _, k := range d.lately() {
			if d.actors[k-1].human == e.human || d.isAny(p.head, "person", "source", "people", "sources") {
				return k
			}
		}
	}
	// "the ministry", "the adviser": the last actor so called
	head := d.toks[p.head].word
	for _, k := range d.lately() {
		o := &d.actors[k-1]
		if e.party != geo.UnknownParty && o.party != e.party {
			continue
		}
		for _, h := range o.heads {
			if h == head && head != 0 {
				return k
			}
		}
		if e.weight == 0 && o.human && !o.plural && e.human && !e.plural && d.isAny(p.head, "official", "politician", "officer", "commander", "minister", "diplomat", "spokesman", "spokeswoman", "spokesperson", "leader", "expert", "analyst", "man", "woman", "author", "general", "colonel", "captain", "major", "serviceman", "soldier") &&
			!(d.isAny(p.head, "analyst", "expert") && o.class != geo.Analyst) && !(d.isAny(p.head, "man", "woman") && o.class != geo.Witness) && p.end-p.first <= 2 && o.class != geo.Media {
			return k
		}
		if e.weight == 0 && e.body && o.body && (d.fitsBody(o, p.head) || d.has(p.head, docWord) && !d.has(p.head, mediaWord) && (o.class == geo.Government || o.class == geo.Military)) {
			return k
		}
	}
	return 0
}

// fitsBody reports whether "the agency" and the like can mean the actor.
func (d *document) fitsBody(o *actor, head int) bool {
	switch {
	case d.isAny(head, "agency", "watchdog", "organisation", "organization", "body"):
		return o.class == geo.Organisation || o.class == geo.Media
	case d.isAny(head, "channel", "newspaper", "outlet"):
		return o.class == geo.Media
	case d.isAny(head, "institute", "group", "team"):
		return o.class == geo.Analyst
	case d.isAny(head, "brigade", "unit", "staff"):
		return o.class == geo.Military
	case d.isAny(head, "ministry"):
		return o.class == geo.Government || o.class == geo.Military
	}
	return false
}

func (d *document) hashOf(i int) uint64 { return d.words[d.toks[i].row] }

// resolvePronoun finds the actor that a pronoun means.
func (d *document) resolvePronoun(a *attribution, p np) speaker {
	h := p.head
	switch {
	case d.isAny(h, "i", "we", "my", "our", "me", "us"):
		if a.inner {
			// the speaker of the quotation it stands in
			if a.parent != 0 {
				return d.attrs[a.parent-1].who
			}
			return speaker{}
		}
		if s, ok := d.blockSpeaker(p.first); ok {
			s.why = append([]geo.Evidence{{Rule: "source.line", Span: d.span(p.first, p.end)}}, s.why...)
			return s
		}
		return speaker{narrator: true, why: []geo.Evidence{{Rule: "source.narrator-pronoun", Span: d.span(p.first, p.end)}}}
	case d.isAny(h, "who", "which", "that", "one", "you", "everyone", "someone", "nobody", "anyone"):
		return speaker{}
	}
	own := 0
	if s, ok := d.blockSpeaker(p.first); ok {
		own = s.actor
	}
	male, female := d.isAny(h, "he", "his", "him"), d.isAny(h, "she", "her")
	singular := d.isAny(h, "it", "its")
	best, bestScore := -1, -1<<30
	for _, k := range d.lately() {
		k--
		o := &d.actors[k]
		if o.last >= p.first || k+1 == own {
			continue
		}
		switch {
		case male && (o.female || o.body || o.plural), female && (o.male || o.body || o.plural):
			continue
		case (male || female) && !o.human, singular && (o.human || o.plural):
			continue
		case !male && !female && !singular && !o.plural && !o.body:
			continue
		}
		gap := int(d.toks[p.first].sent - d.toks[o.last].sent)
		if gap > 8 {
			continue
		}
		score := o.last - 1000*gap
		if o.nested {
			score -= 1500
		}
		if (male && o.male) || (female && o.female) {
			score += 300
		}
		if d.sents[d.toks[o.last].sent].block != d.sents[d.toks[p.first].sent].block {
			score -= 200
		}
		if score > bestScore {
			best, bestScore = k, score
		}
	}
	if best < 0 {
		return speaker{}
	}
	o := &d.actors[best]
	o.last = p.first
	d.recent = append(d.recent, int32(best+1))
	if male {
		o.male = true
	}
	if female {
		o.female = true
	}
	return speaker{actor: best + 1, weight: o.weight - 0.3, why: append([]geo.Evidence{{Rule: "source.pronoun", Span: d.span(p.first, p.end), Note: o.name}}, o.why...)}
}

// blockSpeaker is the speaker of a transcript's line.
func (d *document) blockSpeaker(i int) (speaker, bool) {
	b := &d.blocks[d.sents[d.toks[i].sent].block]
	if b.kind != speech || b.label == 0 {
		return speaker{}, false
	}
	return d.attrs[b.label-1].who, true
}

// section is the side that the heading above token i names: "RUSSIAN SOURCES".
func (d *document) section(i int) geo.Party {
	for k, n := d.sents[d.toks[i].sent].block, 0; k >= 0 && n < 12; k, n = k-1, n+1 {
		b := &d.blocks[k]
		if b.kind != heading {
			continue
		}
		for m := b.first; m < b.end; m++ {
			if !d.isAny(m, "sources", "claims", "side", "channels", "view", "statements", "says") {
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

// captive: a captured soldier of whom one side speaks is of the other.
func (d *document) captive(a *attribution, e *actor, p np) bool {
	for k := p.first; k < p.end; k++ {
		if !d.isAny(k, "captured", "captive", "surrendered") && !(d.is(k, "prisoner") && d.nextIsWord(k) && d.is(k+1, "of")) {
			continue
		}
		side := d.article.Publisher.Party
		if a.parent > 0 && d.attrs[a.parent-1].who.actor > 0 {
			side = d.actors[d.attrs[a.parent-1].who.actor-1].party
		}
		switch side {
		case geo.Russia:
			return e.set(d, geo.Ukraine, geo.Military, wUnit, "party.captive", k, k+1, "")
		case geo.Ukraine:
			return e.set(d, geo.Russia, geo.Military, wUnit, "party.captive", k, k+1, "")
		}
	}
	return false
}

// byDefault finds a party where neither the words nor the table show one: by the
// unit, by what the speaker says, by the publisher, by the sound of the name.
func (r *Reader) byDefault(d *document, a *attribution, e *actor, p np) bool {
	head := p.head
	if d.captive(a, e, p) {
		return true
	}
	// what the speaker says shows the side
	for _, c := range a.content {
		for k := c.first; k < c.end; k++ {
			if d.has(k, ourWord) {
				return e.set(d, geo.Ukraine, d.classOf(head, e.class), wStance, "party.stance", k, k+1, "")
			}
			if d.has(k, theirWord) {
				return e.set(d, geo.Russia, d.classOf(head, e.class), wStance, "party.stance", k, k+1, "")
			}
		}
	}
	class := d.classOf(head, geo.UnknownClass)
	if class == geo.UnknownClass && e.class != geo.Media {
		class = e.class
	}
	if e.named && e.party == geo.UnknownParty {
		// an age stands beside the names of people without office
		if d.aged(p) && !d.has(p.first, titleWord|rankWord) && class != geo.Military && class != geo.Authority {
			return e.set(d, geo.Civilians, geo.Witness, wStance, "party.age", p.first, p.end, "")
		}
	}
	if d.isAny(p.first, "our", "my") && !a.inner {
		return e.set(d, d.article.Publisher.Party, d.classOf(head, geo.Media), wPublisher, "party.own", p.first, p.end, d.article.Publisher.Name)
	}
	if d.has(p.first, possWord) {
		// "The hospital …, its director said": who it belongs to
		for _, c := range a.content {
			for _, h := range d.partiesIn(c.first, min(c.end, c.first+8)) {
				if h.entry.kind == witnessKind || h.entry.kind == bodyKind || h.entry.kind == countryKind {
					return e.set(d, h.entry.party, h.entry.class, wStance, "party.owner", h.first, h.end, h.entry.name)
				}
			}
		}
	}
	if pub := d.article.Publisher.Party; (pub != geo.Russia && pub != geo.Ukraine) && r.byLocality(d, e, p) {
		return true
	}
	if pub := d.article.Publisher.Party; pub != geo.Press && pub != geo.UnknownParty && (!e.named || d.classOf(head, geo.UnknownClass) != geo.UnknownClass) {
		class := d.classOf(head, e.class)
		if class != geo.Witness && (class != geo.Media || d.isDefinite(p)) {
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
		if d.has(k, unitWord) || d.isAny(k, "command", "military", "army", "garrison", "grouping") {
			class = geo.Military // "the press service of the 81st Brigade"
		}
	}
	if r.byLocality(d, e, p) {
		return true
	}
	if class == geo.Media && e.named || d.has(head, mediaWord) && e.named {
		return e.set(d, geo.Press, geo.Media, wUnit, "party.media", head, head+1, "")
	}
	if b := d.blocks[d.sents[d.toks[p.first].sent].block]; b.kind == speech && p.first == b.first && p.end == b.body-1 {
		// a voice in a programme: its maker's, unless the text knows better
		if r.introduced(d, e, p) {
			return true
		}
		return e.set(d, d.article.Publisher.Party, geo.Media, wPublisher, "party.line", p.first, p.end, "")
	}
	if d.has(head, docWord) && d.isAny(head, "footage", "video", "videos", "image", "images", "imagery", "photo", "photos", "photographs", "pictures", "satellite") {
		// what pictures show is told by whoever shows them
		return e.set(d, d.article.Publisher.Party, geo.Media, wStance, "party.pictures", head, head+1, "")
	}
	if e.named && r.introduced(d, e, p) {
		return true
	}
	if e.named && e.weight == 0 && !e.body && class == geo.UnknownClass && d.article.Publisher.Party == geo.Press && !d.has(p.first, titleWord|rankWord) &&
		(d.focus > 0 || d.lean(p) == geo.Ukraine) && d.blocks[d.sents[d.toks[p.first].sent].block].kind == paragraph {
		// somebody of whom the text says no office
		return e.set(d, geo.Civilians, geo.Witness, wName, "party.private", p.first, p.end, "")
	}
	if class == geo.Military && (!e.named || d.has(head, orgWord|unitWord) || e.weight == 0 && e.class == geo.Military) {
		// a soldier without a nation, in a text about Ukraine, is on the side that
		// reporters can reach
		return e.set(d, geo.Ukraine, class, wSoldier, "party.soldier", head, head+1, "")
	}
	if e.named {
		if party := d.lean(p); party != geo.UnknownParty {
			return e.set(d, party, e.class, wName, "party.name", p.first, p.end, "")
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

// namesLike lists where the name at token i stands in the text, at most eight
// places.
func (d *document) namesLike(i int) []int32 {
	if d.names == nil {
		d.names = map[uint64][]int32{}
		for i := range d.toks {
			if d.toks[i].tag == nameTag {
				if h := d.hashOf(i); h != 0 && len(d.names[h]) < 8 {
					d.names[h] = append(d.names[h], int32(i))
				}
			}
		}
	}
	return d.names[d.hashOf(i)]
}

// nearPlace is the place named in the sentence of token i, or the one most in
// mind there.
func (d *document) nearPlace(i int) *mention {
	s := int(d.toks[i].sent)
	st := &d.sents[s]
	for k := d.mentionIndex(st.first); k < len(d.mentions) && d.mentions[k].first < st.end; k++ {
		if m := &d.mentions[k]; d.isSpot(m) {
			return m
		}
	}
	if n := d.salient[s]; n > 0 {
		return &d.mentions[n-1]
	}
	for k := d.mentionIndex(st.first) - 1; k >= 0 && int(d.toks[d.mentions[k].first].sent) >= s-4; k-- {
		if m := &d.mentions[k]; d.isSpot(m) {
			return m
		}
	}
	return nil
}

// introduced looks for the name elsewhere in the text, where it may stand with
// its office.
func (r *Reader) introduced(d *document, e *actor, p np) bool {
	for _, i := range d.namesLike(p.head) {
		if int(i) >= p.first && int(i) < p.end {
			continue
		}
		st := &d.sents[d.toks[i].sent]
		q := d.baseLeft(int(i), st.first)
		if q.empty() || q.head != int(i) || st.label {
			continue
		}
		q = d.phraseLeft(int(i), st.first)
		f := *e
		if d.partyOfPhrase(r, &f, q.first, q.end, q.head, wEarlier, "party.elsewhere") {
			*e = f
			return true
		}
		if a, b := d.apposition(q); a < b && d.partyOfPhrase(r, &f, a, b, d.phraseHead(a, b), wEarlier, "party.elsewhere") {
			*e = f
			return true
		}
	}
	return false
}

// byLocality: a local body speaks for the country of the place that is spoken of.
func (r *Reader) byLocality(d *document, e *actor, p np) bool {
	head := p.head
	class := d.classOf(head, geo.UnknownClass)
	if class != geo.Authority && !(d.has(head, roleWord|orgWord) && !d.has(head, mediaWord) && (d.isAny(p.first, "local", "regional") || head > p.first && d.isAny(head-1, "local", "regional", "city", "town", "village", "emergency", "rescue", "district"))) {
		return false
	}
	m := d.nearPlace(p.first)
	if m == nil {
		return false
	}
	pl, ok := r.gaz.Place(m.Place)
	if !ok {
		return false
	}
	if party := partyOfCountry(pl.Country); party != geo.UnknownParty {
		return e.set(d, party, geo.Authority, wOffice-0.3, "party.local", m.first, m.end, pl.Name)
	}
	return false
}

// aged reports whether an age stands behind the name: "X, 71,".
func (d *document) aged(p np) bool {
	if p.end+1 >= len(d.toks) || d.char(p.end) != ',' {
		return false
	}
	t := &d.toks[p.end+1]
	if t.kind != numberToken || t.end-t.start > 2 {
		return false
	}
	return p.end+2 >= len(d.toks) || d.kindAt(p.end+2) == punctToken
}
