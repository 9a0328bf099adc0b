package read

import (
	"strings"

	"contested/geo"
)

// speaker finds who makes attribution a.
func (s *slavic) speaker(a *attribution) speaker {
	d := s.d
	p := a.source
	if p.empty() && !s.impersonal(a) {
		if n := s.newcomer(a, eitherGender); !n.empty() {
			p = n
		}
	}
	if s.ofStatement(a) {
		if n := s.newcomer(a, eitherGender); !n.empty() {
			p = n
		} else if s.last == 0 {
			p = np{}
		}
	}
	if s.last > 0 && (p.empty() || p == a.source) && s.ofStatement(a) {
		o := &d.actors[s.last-1]
		return speaker{actor: s.last, weight: min(o.weight, wEarlier), why: []geo.Evidence{{Rule: "source.omitted", Span: d.span(a.cue.first, a.cue.end), Note: o.name}}}
	}
	if p.empty() {
		if s.last > 0 && !s.impersonal(a) {
			o := &d.actors[s.last-1]
			return speaker{actor: s.last, weight: min(o.weight, wEarlier), why: []geo.Evidence{{Rule: "source.omitted", Span: d.span(a.cue.first, a.cue.end), Note: o.name}}}
		}
		if p = s.toldOf(a); p.empty() {
			return speaker{narrator: true, why: []geo.Evidence{{Rule: "source.narrator"}}}
		}
	}
	if s.x.is(p.first, slavicSaying) {
		return speaker{narrator: true, why: []geo.Evidence{{Rule: "source.narrator"}}} // "сообщения о прорыве не подтвердились"
	}
	if s.ourselves(p) {
		return s.publisher(p)
	}
	if w := s.anaphoric(a, p); w.actor > 0 {
		s.remember(w.actor)
		return w
	}
	e := s.describe(a, p)
	if e.party == geo.UnknownParty {
		s.amongThem(p, &e)
	}
	k := d.byKey[e.key]
	if e.human && e.surname == 0 && !e.named {
		// a role without a name: whoever had it before
		k = 0
	}
	if k == 0 && e.named && e.human {
		k = s.bySurname(p)
	}
	if k > 0 {
		o := &d.actors[k-1]
		if e.weight > o.weight && e.party != geo.UnknownParty {
			o.party, o.class, o.weight, o.why = e.party, e.class, e.weight, e.why
		}
		w := speaker{actor: k, weight: o.weight, why: o.why}
		if e.weight < wEarlier {
			w.why = append(w.why[:len(w.why):len(w.why)], geo.Evidence{Rule: "source.earlier", Span: d.span(p.first, p.end), Note: o.name})
		}
		s.remember(k)
		return w
	}
	k = d.addActor(e)
	if e.named && (e.human || p.end == p.first+1 && e.party == geo.UnknownParty) {
		for i := p.end - 1; i >= p.first; i-- {
			if st := s.surname(i); st != "" {
				s.stems[st] = k
				break
			}
		}
	}
	s.remember(k)
	return speaker{actor: k, weight: e.weight, why: e.why}
}

// ourselves reports whether a source is who publishes the text: "ми", "по нашим данным".
func (s *slavic) ourselves(p np) bool {
	if p.end != p.first+1 || s.x.is(p.first, slavicWe) {
		return p.end == p.first+1
	}
	before := s.x.is(p.first-1, slavicAgainst|slavicIn) || p.first > 0 && s.x.str(s.d, p.first-1) == "за"
	return before && strings.HasPrefix(s.x.str(s.d, p.first), "наш")
}

// publisher is who publishes the text, as the speaker of phrase p.
func (s *slavic) publisher(p np) speaker {
	d := s.d
	b := d.article.Publisher
	why := []geo.Evidence{{Rule: "party.publisher", Span: d.span(p.first, p.end), Note: b.Name}}
	e := actor{name: b.Name, key: keyOf(b.Name), party: b.Party, class: geo.Media, weight: wPublisher, last: p.first, why: why}
	k := d.byKey[e.key]
	if k == 0 {
		k = d.addActor(e)
	}
	return speaker{actor: k, weight: wPublisher, why: why}
}

// toldOf is the person that the sentence before tells of, when a verb has no subject
// and nobody has spoken yet: "Волонтерка Ірина їздить у місто. Каже, що …".
func (s *slavic) toldOf(a *attribution) np {
	d := s.d
	n := int(d.toks[a.cue.first].sent) - 1
	if n < 0 || s.impersonal(a) || d.sents[n].block != d.sents[n+1].block || d.sents[n+1].first != a.cue.first {
		return np{}
	}
	st := &d.sents[n]
	verb := st.first
	for verb < st.end && !s.finite(verb) && !s.edge(verb) {
		verb++
	}
	p := s.narrow(st.first, verb)
	if p.empty() || !s.named(p) {
		return np{}
	}
	return p
}

// amongThem gives soldiers and pronouns that nothing names the side of who spoke
// before them, or of the person that the sentences before told of.
func (s *slavic) amongThem(p np, e *actor) {
	d := s.d
	if e.class == geo.Military && s.last > 0 {
		if o := &d.actors[s.last-1]; o.party == geo.Russia || o.party == geo.Ukraine {
			e.party, e.weight = o.party, wStance
			e.why = append(e.why, geo.Evidence{Rule: "party.before", Span: d.span(p.first, p.end), Note: o.name})
		}
		return
	}
	if !s.x.is(p.first, slavicPronoun) {
		return
	}
	// "Пенсіонер Степан виїхав учора. Він каже …"
	sent := int(d.toks[p.first].sent)
	for n := sent - 1; n >= max(0, sent-2); n-- {
		st := &d.sents[n]
		for _, h := range s.x.in(st.first, st.end) {
			if h.p.kind == slavicWord && h.p.words&slavicGiven != 0 && (s.privatePerson(h.first) || h.first == st.first && h.end < st.end && s.finite(h.end)) {
				e.party, e.class, e.weight, e.human = geo.Civilians, geo.Witness, wStance, true
				e.why = append(e.why, geo.Evidence{Rule: "party.private", Span: d.span(h.first, h.first+1)})
				return
			}
			if h.p.kind == slavicRole && h.p.party != geo.UnknownParty || h.p.kind == slavicParty && (h.p.person || !h.p.country && s.x.is(h.end, slavicGiven)) {
				e.party, e.class, e.weight, e.human = h.p.party, h.p.class, wStance, true
				e.why = append(e.why, geo.Evidence{Rule: "party.before", Span: d.span(h.first, h.end)})
				return
			}
		}
	}
}

// privatePerson reports whether a given name stands with another name and no office
// before it: "Світлана Андріївна підмітає скло".
func (s *slavic) privatePerson(i int) bool {
	d := s.d
	if d.toks[i].caps != titleCase || i+1 >= len(d.toks) || d.toks[i+1].kind != wordToken || d.toks[i+1].caps != titleCase {
		return false
	}
	for _, h := range s.x.in(max(d.sents[d.toks[i].sent].first, i-4), i) {
		if h.p.kind == slavicRole || h.p.kind == slavicParty {
			return false
		}
	}
	return true
}

// impersonal: "повідомляється, що", "сообщается, что" and "просимо" have no source.
func (s *slavic) impersonal(a *attribution) bool {
	w := s.x.str(s.d, a.verb)
	return a.rule == "attr.F-announced" || s.byUs(a.verb) || strings.HasSuffix(w, "ться") || strings.HasSuffix(w, "тся") || strings.HasSuffix(w, "лено") || strings.HasSuffix(w, "лось")
}

// byUs reports whether the cue at token i is said by who publishes it: "спростовуємо",
// "призываем".
func (s *slavic) byUs(i int) bool {
	w := s.x.str(s.d, i)
	switch w {
	case "прошу", "закликаю", "раджу", "рекомендую", "вимагаю", "призываю", "советую", "требую":
		return true
	}
	for _, e := range [...]string{"ємо", "имо", "аем", "яем", "уем", "сим"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// theOfficial are words that, alone, mean the person who has spoken.
var theOfficial = listOf("чиновник чиновница чиновника политик политика політик посадовець урядовець градоначальник парламентарий")

// theChannel are words for a channel that, alone, mean the one that has been named.
var theChannel = listOf("канал паблік паблик блогер агентства агентство агентству агентстве агентстві агенції видання издания издание газети газеты")

func (s *slavic) remember(k int) {
	s.last = k
	if s.d.actors[k-1].class == geo.Media {
		s.lastMedia = k
	}
	if s.d.actors[k-1].human {
		s.lastPerson = k
	} else {
		s.lastBody = k
	}
}

// anaphoric resolves pronouns and words such as "в ведомстве".
func (s *slavic) anaphoric(a *attribution, p np) speaker {
	d := s.d
	if s.lastMedia > 0 && (s.poster(p.first) && p.end-p.first <= 2 || p.end-p.first == 1 && d.isOf(p.first, &theChannel)) {
		o := &d.actors[s.lastMedia-1]
		return speaker{actor: s.lastMedia, weight: min(o.weight, wEarlier), why: []geo.Evidence{{Rule: "source.pronoun", Span: d.span(p.first, p.end), Note: o.name}}}
	}
	if s.lastPerson > 0 && p.end == p.first+1 && d.isOf(p.first, &theOfficial) {
		o := &d.actors[s.lastPerson-1]
		return speaker{actor: s.lastPerson, weight: min(o.weight, wEarlier), why: []geo.Evidence{{Rule: "source.pronoun", Span: d.span(p.first, p.end), Note: o.name}}}
	}
	pron, body := false, false
	for i := p.first; i < p.end; i++ {
		t := &d.toks[i]
		pron = pron || s.x.is(i, slavicPronoun)
		body = body || s.x.is(i, slavicBody)
		for _, h := range s.x.starting(i) {
			if h.p.kind == slavicParty || h.p.kind == slavicRole {
				return speaker{}
			}
		}
		if t.kind == wordToken && t.caps != lowerCase && !s.x.is(i, slavicPronoun|slavicIn) && i > d.sents[t.sent].first && !s.x.is(i, slavicBody) {
			return speaker{}
		}
	}
	k := 0
	switch {
	case pron:
		if w := s.metSince(a, p); w.actor > 0 {
			return w
		}
		k = s.lastPerson
		for i := a.cue.first; i < a.cue.end; i++ {
			if w := s.x.str(d, i); w == "данным" || w == "даними" {
				k = 0 // "по его данным": what has data is rather a body
			}
		}
		if w := s.x.str(d, p.head); k == 0 || w == "вони" || w == "они" || w == "їхніми" || w == "їх" || w == "их" {
			k = s.last
		}
	case body:
		if w := s.stateSince(a, p); w.actor > 0 {
			return w
		}
		if k = s.lastBody; k == 0 && s.last > 0 && d.actors[s.last-1].surname == 0 && !d.actors[s.last-1].named {
			k = s.last // "у пресслужбі … Там уточнили"
		}
	}
	if k == 0 {
		return speaker{}
	}
	o := &d.actors[k-1]
	return speaker{actor: k, weight: min(o.weight, wEarlier), why: []geo.Evidence{{Rule: "source.pronoun", Span: d.span(p.first, p.end), Note: o.name}}}
}

// surname is the start of a capitalised word that is the same in every case of
// a surname; "" when the word is too short or no name.
func (s *slavic) surname(i int) string {
	t := &s.d.toks[i]
	w := s.x.str(s.d, i)
	if s.signs[w] && t.caps == titleCase {
		return w
	}
	if t.kind != wordToken || t.caps != titleCase || t.end-t.start < 8 || s.placeAt(i) || s.x.is(i, slavicIn) {
		return ""
	}
	return w[:max(8, len(w)-4)]
}

// bySurname is 1 + the actor whose surname stands in the phrase, 0 for none.
func (s *slavic) bySurname(p np) int {
	for i := p.end - 1; i >= p.first; i-- {
		if st := s.surname(i); st != "" {
			if k := s.stems[st]; k > 0 {
				return k
			}
			w := s.x.str(s.d, i)
			for n := 8; n < len(w) && n < 40; n += 2 {
				if k := s.stems[w[:n]]; k > 0 && len(w)-n <= 8 {
					return k
				}
			}
			return 0
		}
	}
	return 0
}
