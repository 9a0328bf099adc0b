package read

import (
	"slices"
	"sort"
	"strings"

	"contested/geo"
)

// slavic is the work on one Ukrainian or Russian document. The two languages
// share their rules; what differs is in their lists. Its stages fill the parts
// of the document that the English ones fill, so that status by contradiction,
// confidence and the writing of the reading are the same.
type slavic struct {
	r *Reader
	d *document
	l *slavicLexicon
	x *slavicText
	// stems are the surnames of actors, 1 + the actor by the first letters.
	stems map[string]int
	// last are 1 + the actors that spoke last: a person, a body, a medium, anybody.
	lastPerson, lastBody, lastMedia, last int
	// spokeIn is the sentence in which somebody spoke last, -1 before.
	spokeIn int
	list    slavicList // the list that goes on
	told    np         // whom a label has named as the source of what the text tells
	// signs are the call signs of the text.
	signs map[string]bool
	// families are the surnames of the text that are spelt as places are.
	families []string
	// channels are where the text speaks of the channels of a side, in order.
	channels []channelGroup
}

// understandSlavic finds attributions, speakers, claims and status.
func (r *Reader) understandSlavic(d *document) {
	l := r.slavic[d.lang]
	s := &slavic{r: r, d: d, l: l, x: l.match(d), stems: map[string]int{}, spokeIn: -1}
	s.signs = s.callSigns()
	s.findChannelGroups()
	s.dropNames()
	s.attribute()
	s.governments()
	s.reanchor()
	r.findSalience(d)
	d.findParties()
	for n := range d.attrs {
		a := &d.attrs[n]
		if !a.relay.empty() {
			by := attribution{cue: a.cue, verb: a.verb, source: a.relay, subject: a.relay}
			a.via = s.speaker(&by)
		}
		a.who = s.speaker(a)
		s.spokeIn = int(d.toks[a.cue.first].sent)
	}
	for n := range d.attrs {
		s.claimsOf(n)
	}
	s.narrate()
	sort.SliceStable(d.drafts, func(i, j int) bool { return d.drafts[i].runs[0].first < d.drafts[j].runs[0].first })
	s.dropDoubles()
	s.status()
	s.verdicts()
	d.findContradictions()
}

// dropNames takes out of the mentions what belongs to people and bodies:
// «Хортиця» is no place in "ОСУВ «Хортиця»", nor Владимир in "Владимиру Путину".
// Countries and capitals that act are governments.
func (s *slavic) dropNames() {
	d := s.d
	kept := d.mentions[:0]
	for k := range d.mentions {
		m := d.mentions[k]
		if m.Use == geo.Literal && s.titled(m.first) {
			continue // "фільм «20 днів у N»"
		}
		if s.namedThing(&m) || s.namedAfter(&m) {
			continue
		}
		if s.x.str(d, m.first) == "запоріжжі" && m.end == m.first+1 && m.first > 0 && s.x.str(d, m.first-1) == "на" {
			m.Place = "adm:UA-23" // "на Запоріжжі" is the land, "у Запоріжжі" the city
		}
		if m.Use == geo.Unresolvable && s.x.is(m.first, slavicGiven) {
			continue // "голова Ради оборони міста Олександр N"
		}
		if m.end == m.first+1 && (m.Use == geo.Anaphor && s.x.is(m.first, slavicBody) && (s.isCue(m.end) || s.isCue(m.first-1)) || s.x.is(m.first, slavicPronoun) || s.newYear(m.end) || m.Use != geo.Anaphor && s.kindOfPlace(m.first)) || s.withinName(&m) || s.restOfName(&m) {
			continue
		}
		if m.Use == geo.Literal && s.x.is(m.first-1, slavicIn) && s.dealtWith(&m, kept) {
			m.Use = geo.Metonym
			m.Why = append(m.Why[:len(m.Why):len(m.Why)], geo.Evidence{Rule: "place.government", Span: m.Span})
		}
		if m.Use == geo.Literal && !s.x.is(m.first-1, slavicIn) && !s.dateline(&m) {
			if s.callSign(m.first) || s.isCallSign(m.first) || s.person(&m) || s.inName(&m) {
				continue
			}
			if p, ok := s.r.gaz.Place(m.Place); ok && p.Kind == geo.Country {
				m.Use = geo.Metonym
				m.Why = append(m.Why[:len(m.Why):len(m.Why)], geo.Evidence{Rule: "place.country", Span: m.Span})
			} else if h, ok := s.x.find(slavicParty, m.first); ok && s.state(h.p) && s.r.places.metonyms[m.Place] && !s.struck(m.first) && !s.suffers(m.end) && (s.acts(m.first) || !d.isOf(m.first-1, &partsOfTowns)) {
				m.Use = geo.Metonym
				m.Why = append(m.Why[:len(m.Why):len(m.Why)], geo.Evidence{Rule: "place.government", Span: m.Span})
			}
		}
		kept = append(kept, m)
	}
	d.mentions = kept
}

// newYear reports whether the word for a year stands at token i: "до Нового року".
func (s *slavic) newYear(i int) bool {
	if i >= len(s.d.toks) {
		return false
	}
	switch s.x.str(s.d, i) {
	case "року", "рік", "роком", "році", "год", "года", "году", "годом":
		return true
	}
	return false
}

// inName reports whether a mention is part of a listed name.
func (s *slavic) inName(m *mention) bool {
	d := s.d
	quoted := m.first > 0 && m.end < len(d.toks) && d.toks[m.first-1].kind == openToken && d.toks[m.end].kind == closeToken
	for _, h := range s.x.in(max(0, m.first-5), min(len(d.toks), m.end+1)) {
		if h.p.kind != slavicParty && h.p.kind != slavicRole || d.toks[h.first].sent != d.toks[m.first].sent {
			continue
		}
		within := h.first <= m.first && m.end <= h.end && h.p.kind == slavicParty && !s.state(h.p)
		if within && s.governsTown(&h, m) {
			continue
		}
		if h.p.kind == slavicRole && h.end == m.first && m.end == h.end+1 && m.Span.End-m.Span.Start <= 12 && s.x.is(m.first, slavicGiven) {
			return true // "побратим Артем"
		}
		if within || quoted && h.first < m.first && h.end >= m.first-1 || h.p.person && h.p.kind == slavicParty && h.first == m.end {
			return true
		}
	}
	return false
}

// governsTown reports whether a mention is the town that a listed office governs: "мэр Воронежа",
// "мэр Горловки".
func (s *slavic) governsTown(h *slavicHit, m *mention) bool {
	return h.p.class == geo.Authority && (h.p.name == "" || h.p.name == occupation || h.p.person) && m.first == h.first+1 && m.end == h.end && m.Use == geo.Literal && s.d.toks[m.first].caps == titleCase
}

// kindOfPlace reports whether the first word of a sentence only says what kind of place
// is meant: "Селище контролюють".
func (s *slavic) kindOfPlace(i int) bool {
	if s.d.sents[s.d.toks[i].sent].first != i && s.d.toks[i-1].kind != openToken {
		return false
	}
	switch s.x.str(s.d, i) {
	case "селище", "місто", "село", "хутір", "станція", "слобода", "поселок", "город", "хутор", "станция", "деревня", "станица", "партизани", "партизаны":
		return true
	}
	return false
}

// restOfName reports whether a mention is the second word of a name whose first, an
// adjective, no list knows: "Луки" of "Кривої Луки".
func (s *slavic) restOfName(m *mention) bool {
	d := s.d
	adjective := func(i int) bool {
		w := s.x.str(d, i)
		for _, e := range []string{"ої", "ого", "ому", "ій", "их", "им", "ий", "ой", "ом", "ых", "ым", "ый", "ая", "ое", "ую", "ые", "ие"} {
			if strings.HasSuffix(w, e) && len(w) > len(e)+4 {
				return true
			}
		}
		return false
	}
	// "Красный Хутор", where only the first word is the name of a place
	if k := m.end; m.Use == geo.Literal && m.end == m.first+1 && k < len(d.toks) && d.toks[k].kind == wordToken && d.toks[k].caps == titleCase && d.toks[k].sent == d.toks[m.first].sent &&
		adjective(m.first) && !s.placeAt(k) && !adjective(k) && len(s.x.starting(k)) == 0 {
		return true
	}
	i := m.first - 1
	if i < 1 || m.Use != geo.Literal || d.toks[i].kind != wordToken || d.toks[i].caps != titleCase || d.sents[d.toks[i].sent].first == i || d.toks[i].sent != d.toks[m.first].sent || s.placeAt(i) {
		return false
	}
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicParty || h.p.kind == slavicRole {
			return false
		}
	}
	return adjective(i)
}

// withinName reports whether a mention is part of a longer listed name of a body, or
// stands in quotation marks that begin with a medium: "в Красном Кресте", "«Суспільне Донбас»".
func (s *slavic) withinName(m *mention) bool {
	d := s.d
	for _, h := range s.x.in(max(0, m.first-2), m.first+1) {
		if h.p.kind != slavicParty || h.p.country && (h.first != m.first || h.end-h.first < 2 || h.end == m.end) || h.p.person || d.toks[h.first].sent != d.toks[m.first].sent {
			continue
		}
		if h.first <= m.first && m.end <= h.end && h.end-h.first > m.end-m.first && (h.p.name != "" || h.p.country) && !s.governsTown(&h, m) {
			return true
		}
		if h.p.class == geo.Media && h.first < m.first && h.end == m.first && h.first > 0 && d.toks[h.first-1].kind == openToken && m.end < len(d.toks) && d.toks[m.end].kind == closeToken {
			return true
		}
	}
	return false
}

// dropSurname takes a surname at the end of a source that looks like a place out
// of the mentions: "Марьяна Львова".
func (s *slavic) dropSurname(p np) bool {
	d := s.d
	i := p.end - 1
	if i-1 < p.first || d.toks[i-1].kind != wordToken || d.toks[i-1].caps != titleCase || s.placeAt(i-1) || s.x.is(i-1, slavicIn|slavicFiller) {
		return false
	}
	for _, h := range s.x.starting(i - 1) {
		if h.p.kind == slavicParty || h.p.kind == slavicRole {
			return false
		}
	}
	if k := d.mentionIndex(i); k < len(d.mentions) && d.mentions[k].first == i && d.mentions[k].end == i+1 && d.mentions[k].Use == geo.Literal {
		d.mentions[k].Use = geo.Unresolvable
		d.mentions[k].Place, d.mentions[k].weight = "", -1
		return true
	}
	return false
}

// person reports whether a name of one word is a given name with a surname behind
// it, or a surname behind a given name.
func (s *slavic) person(m *mention) bool {
	d := s.d
	if m.end-m.first != 1 {
		return false
	}
	capital := func(i int) bool {
		return i >= 0 && i < len(d.toks) && d.toks[i].kind == wordToken && d.toks[i].caps == titleCase && d.toks[i].sent == d.toks[m.first].sent
	}
	if s.x.is(m.first, slavicGiven) && m.first > 1 && d.isOf(m.first-1, &ofVillage) {
		if _, ok := s.x.find(slavicRole, m.first-2); ok {
			return true // "староста села Надія"
		}
	}
	if s.nameOfOffice(m) || s.calledBySurname(m) {
		return true
	}
	if capital(m.first-1) && s.x.is(m.first-1, slavicGiven) {
		s.families = append(s.families, s.x.str(d, m.first))
		return true
	}
	if s.x.is(m.first, slavicGiven) && (s.isCue(m.end) && s.finite(m.end) || m.first > 0 && s.isCue(m.first-1) && s.finite(m.first-1) && m.end < len(d.toks) && d.toks[m.end].kind != wordToken || s.isMark(m.end, ',') && s.presented(m.end+1)) {
		return true // "Володимир, фермер із N", "Надія, 60 років", "каже Володимир"
	}
	// but "Надія Луганської області"
	return s.x.is(m.first, slavicGiven) && capital(m.end) && !s.regionAt(m.end)
}

// regionAt reports whether a region or a body of one is named at token i.
func (s *slavic) regionAt(i int) bool {
	k := s.d.mentionIndex(i)
	if k >= len(s.d.mentions) || s.d.mentions[k].first != i {
		return false
	}
	p, ok := s.r.gaz.Place(s.d.mentions[k].Place)
	return s.d.mentions[k].Use == geo.Embedded || ok && p.Kind == geo.Region
}

var ofVillage = listOf("села селища міста громади посёлка поселка города деревни")

// callSign: "з позивним «Сокіл»", "батальон «Донбасс»".
func (s *slavic) callSign(i int) bool {
	if i > 0 && s.d.toks[i-1].kind == wordToken {
		w := s.x.str(s.d, i-1) // "боєць на позивний Дунай"
		return strings.HasPrefix(w, "позивн") || strings.HasPrefix(w, "позывн") || w == "псевдо"
	}
	if i < 2 || s.d.toks[i-1].kind != openToken {
		return false
	}
	w := s.x.str(s.d, i-2)
	for _, p := range []string{"позивн", "позывн", "батальйон", "батальон", "бригад", "загон", "отряд", "полк", "корпус", "газет", "канал", "видання", "издани", "груп", "фонд"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// state reports whether a listed name is that of a country or of its capital.
func (s *slavic) state(p *slavicPattern) bool { return p.country }

// governments marks capitals that speak as governments.
func (s *slavic) governments() {
	d := s.d
	dropped := false
	for n := range d.attrs {
		p := d.attrs[n].source
		dropped = s.dropSurname(p) || dropped
		for k := d.mentionIndex(p.first); k < len(d.mentions) && d.mentions[k].first < p.end; k++ {
			m := &d.mentions[k]
			for _, h := range s.x.starting(m.first) {
				// "у Києві заявили": the government, when nothing else is said of who speaks
				in := s.x.is(m.first-1, slavicIn) && (p.end > m.end || p.first < m.first-1)
				if h.p.kind == slavicParty && s.state(h.p) && m.Use == geo.Literal && !in {
					m.Use = geo.Metonym
					m.Why = append(m.Why[:len(m.Why):len(m.Why)], geo.Evidence{Rule: "place.speaks", Span: d.span(d.attrs[n].cue.first, d.attrs[n].cue.end)})
				}
			}
		}
	}
	if dropped {
		d.mentions = slices.DeleteFunc(d.mentions, func(m mention) bool { return m.Use == geo.Unresolvable && m.Place == "" && m.weight < 0 })
	}
}

// finite reports whether token i has the form of a finite verb. Ukrainian and
// Russian show it at the end of the word; what only looks so is listed.
func (s *slavic) finite(i int) bool {
	t := &s.d.toks[i]
	if t.kind != wordToken || t.caps == upperCase {
		return false
	}
	if s.x.is(i, slavicVerb) {
		return true
	}
	if w := s.x.str(s.d, i); (w == "було" || w == "было") && i > 0 && s.isNot(i-1) {
		return true
	}
	if s.x.is(i, slavicNoVerb) || t.caps == titleCase && s.d.sents[t.sent].first != i && i > 0 && s.d.toks[i-1].kind != openToken {
		return false
	}
	if _, ok := s.x.find(slavicCue, i); ok {
		return true
	}
	return s.endsAs(i, 8, 4, slavicEndsUK, slavicEndsRU)
}

// endsAs reports whether the word at token i, of at least so many bytes, has one of the endings of
// its language behind a stem of at least so many.
func (s *slavic) endsAs(i, least, stem int, uk, ru []string) bool {
	w := s.x.str(s.d, i)
	if len(w) < least {
		return false
	}
	ends := uk
	if s.l.lang == geo.Russian {
		ends = ru
	}
	for _, e := range ends {
		if len(w) >= len(e)+stem && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}

// The ends of finite verbs and of short participles that stand for them.
var (
	slavicEndsUK = []string{"ав", "ив", "ув", "яв", "ла", "ло", "ли", "лась", "лося", "лись", "лися", "вся", "лася", "ють", "уть", "ить", "ять", "ать", "яно", "ється", "иться",
		"ються", "яться", "аться", "ається", "ано", "ено", "ито", "уто", "ято", "ує", "ює", "ає", "яє", "іє", "їть", "тиме", "ємо", "їмо"}
	slavicEndsRU = []string{"ал", "ил", "ел", "ул", "ял", "ыл", "ла", "ло", "ли", "лась", "лось", "лись", "лся", "ает", "яет", "ует", "ит", "ют", "ут", "ят", "ется", "ится",
		"ются", "ятся", "утся", "ано", "аны", "ана", "ено", "ены", "ена", "ято", "ыто", "ыты", "ыта", "биты", "бита", "бито", "нуты", "нута", "нуто", "яты", "ята", "ован", "еван", "жден", "чен", "шен", "лен", "жен", "несен", "веден", "крыт", "рван", "резан", "держан", "еян", "релян"}
)

// isMark reports whether token i is the ASCII mark c.
func (s *slavic) isMark(i int, c byte) bool {
	return i >= 0 && i < len(s.d.toks) && s.d.toks[i].kind == punctToken && s.d.char(i) == c
}

func (s *slavic) isDash(i int) bool {
	return i >= 0 && i < len(s.d.toks) && s.d.toks[i].kind == dashToken
}
