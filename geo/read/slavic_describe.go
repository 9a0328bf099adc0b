package read

import "contested/geo"

// occupation is the name in the lists of whoever holds office by Russia's hand.
const occupation = "Donetsk People's Republic"

// closeToArmy is the name in the lists of channels that are said to be near Russia's
// army.
const closeToArmy = "pro-war channel"

// closeToUkraine is the name in the lists of channels that are said to be near Ukraine's.
const closeToUkraine = "channel close to Ukraine's forces"

// describe makes an actor of a source phrase, with the party that its words show.
func (s *slavic) describe(a *attribution, p np) actor {
	d := s.d
	e := actor{name: d.span(p.first, p.end).Of(d.text), last: p.first}
	var person, body, role, country slavicHit
	var have, haveBody, haveRole, haveCountry, occupied bool
	hits := s.x.in(p.first, p.end)
	if s.isMark(p.end, ',') && p.end+1 < len(d.toks) {
		// "власти области, назначенные Москвой, ": what stands behind tells whose they are
		for _, h := range s.x.starting(p.end + 1) {
			if h.p.kind == slavicParty && (h.p.name == occupation || h.p.name == closeToArmy || h.p.name == closeToUkraine) && h.end > h.first+1 {
				hits = append(hits[:len(hits):len(hits)], h)
			}
		}
	}
	for _, h := range hits {
		switch {
		case h.p.kind == slavicRole:
			if !haveRole || h.first == role.first && h.end > role.end || h.p.party == geo.Civilians && role.p.party != geo.Civilians && h.first <= role.end && h.first != role.first ||
				h.p.class == geo.Military && h.p.party != geo.UnknownParty && (role.p.class == geo.Military && role.p.party == geo.UnknownParty || h.first == role.end && s.serves(role.first)) || h.p.class == geo.Military && role.p.party == geo.Civilians && s.ofUnit(role.end, h.first) {
				role, haveRole = h, true // "боец 54-й бригады"
			}
		case h.p.kind == slavicParty && (h.p.name == closeToArmy || h.p.name == closeToUkraine) && (!haveBody || body.p.name == "" || body.p.class != geo.Analyst):
			body, haveBody, occupied = h, true, true
		case h.p.kind != slavicParty || h.end > p.end+2 && h.p.name != occupation:
		case h.p.person && (s.otherSurname(&h) || s.otherGiven(&h) || s.ownChief(&h)):
		case h.p.person:
			person, have = h, true
		case h.p.name == occupation:
			occupied = true
			if !haveBody || h.end-h.first >= body.end-body.first {
				body, haveBody = h, true
			}
		case h.p.country:
			if !haveCountry {
				country, haveCountry = h, true
			}
		default:
			if !occupied && (!haveBody || h.p.class == geo.Analyst && h.first <= body.end || h.p.class == geo.Media && h.p.name != "" && body.p.class == geo.Media && body.p.name == "" && h.first <= body.end+1 || s.sidedMedium(&h, &body) || h.end-h.first > body.end-body.first && h.first <= body.end) {
				body, haveBody = h, true
			}
		}
	}
	caps := 0
	for i := p.first; i < p.end; i++ {
		if t := &d.toks[i]; t.kind == wordToken && t.caps == titleCase && (i > d.sents[t.sent].first || !haveRole) && !s.covered(i, p) {
			caps++
		}
	}
	for k := d.mentionIndex(p.first); k < len(d.mentions) && d.mentions[k].first < p.end; k++ {
		if m := &d.mentions[k]; m.Place != "" && e.place == 0 && m.Use != geo.Metonym {
			e.place = k + 1
		}
	}
	if haveRole && role.p.party == geo.Civilians && s.soldierly(p) {
		role.p = &soldierRole // "механік на псевдо Скиба"
	}
	set := func(party geo.Party, class geo.SourceClass, w float64, rule string, h run, note string) {
		e.party, e.class, e.weight = party, class, w
		e.why = append(e.why, geo.Evidence{Rule: rule, Span: d.span(h.first, h.end), Note: note})
	}
	e.human = have || haveRole || caps >= 2
	e.named = have || caps > 0
	switch {
	case have:
		set(person.p.party, person.p.class, wTable, "party.person", run{person.first, person.end}, s.called(&person))
		e.name, e.key = s.called(&person), person.p.key
	case haveBody && haveCountry && (country.first == body.end || country.first == body.end+1 && d.isOf(body.end, &withinWords)) && country.p.party != body.p.party && (body.p.class != geo.Media || country.p.party == geo.Russia || country.p.party == geo.Ukraine):
		// "the Defence Ministry of Britain"
		set(country.p.party, body.p.class, wTable, "party.country", run{body.first, country.end}, s.called(&country))
	case haveBody && haveCountry && country.end == body.first && body.p.class == geo.Military && country.p.party != body.p.party:
		// "украинская группировка войск"
		set(country.p.party, body.p.class, wTable, "party.country", run{country.first, body.end}, d.span(country.first, body.end).Of(d.text))
	case haveBody && haveCountry && country.first < body.first && (body.p.party == geo.International || body.p.name == "NATO"):
		// "the Russian envoy to the UN"
		set(country.p.party, country.p.class, wApposed, "party.country", run{country.first, country.end}, s.called(&country))
		e.human = true
	case haveBody && haveCountry && body.p.class == geo.Media && body.p.name == "" && country.p.party == geo.Russia && country.end == body.first:
		// "російські пабліки"
		set(geo.Russia, geo.Media, wTable, "party.country", run{country.first, body.end}, s.called(&country))
	case haveRole && haveBody && role.first < body.first && body.p.class == geo.Media && body.p.name == "" && !haveCountry && s.unnamed(a, &e, p, false):
	case haveBody && body.p.class == geo.Media && s.enemyOf(p.first) != geo.UnknownParty:
		set(s.enemyOf(p.first), geo.Media, wOwnWords, "party.kind", run{p.first, body.end}, "")
	case haveBody && body.p.class == geo.Media && body.p.name == "" && d.article.Publisher.Party == geo.Russia && !haveCountry && s.posts(body.first):
		set(geo.Russia, geo.Media, wPublisher, "party.publisher", run{body.first, body.end}, d.article.Publisher.Name)
	case haveBody && !haveCountry && !occupied && s.eitherSide(&body) && s.sideAsked(p.first) != geo.UnknownParty && s.sideAsked(p.first) != body.p.party:
		set(s.sideAsked(p.first), body.p.class, wTable, "party.asked", run{body.first, body.end}, "")
		e.human, e.name, e.key = haveRole, d.span(p.first, p.end).Of(d.text), ""
	case haveBody && body.p.class == geo.Media && body.p.name == "" && body.p.party == geo.Press && d.article.Publisher.Party == geo.Press && !haveCountry && s.posts(body.first) && s.channelSide(p.first) != geo.UnknownParty:
		set(s.channelSide(p.first), geo.Media, wStance, "party.channels", run{body.first, body.end}, "")
	case haveBody && d.article.Publisher.Party == geo.Russia && !haveCountry && body.p.party == geo.Ukraine && s.eitherSide(&body):
		set(geo.Russia, body.p.class, wPublisher, "party.publisher", run{body.first, body.end}, d.article.Publisher.Name)
	case haveBody && body.p.name == "analysts" && d.article.Publisher.Party == geo.Russia:
		set(geo.Russia, geo.Analyst, wPublisher, "party.publisher", run{body.first, body.end}, d.article.Publisher.Name)
	case haveBody && (occupied || !haveRole || body.p.party == geo.International && body.first <= role.end+1 || role.p.party != geo.Civilians || body.first <= role.first || body.first == role.end && startsWithAny(s.x.str(d, role.first), localStems) || body.p.class == geo.Media && ((body.first == role.end || body.first == role.end+1 && d.toks[role.end].kind == hyphenToken) && !startsWithAny(s.x.str(d, role.first), audienceStems) || s.x.is(role.end, slavicIn) && body.p.name != "" && body.first <= role.end+2)):
		set(body.p.party, body.p.class, wTable, "party.body", run{body.first, body.end}, s.called(&body))
		if e.human && e.named {
			e.body = false
		} else {
			e.name, e.key, e.body = s.called(&body), body.p.key, true
			e.human = haveRole
			if e.human {
				e.name, e.key = d.span(p.first, p.end).Of(d.text), ""
			}
		}
	case !haveBody && !have && !haveCountry && s.ofPublisher(p):
		set(d.article.Publisher.Party, geo.Media, wPublisher, "party.publisher", run{p.first, p.end}, d.article.Publisher.Name)
	case haveRole && role.p.party == geo.Civilians && !occupied:
		set(geo.Civilians, role.p.class, wOwnWords, "party.kind", run{role.first, role.end}, "")
		if k := d.mentionIndex(role.end); e.place == k+1 && k < len(d.mentions) && d.mentions[k].first <= role.end+1 {
			e.home = k + 1 // "жителька N"
		}
	case haveRole && d.article.Publisher.Party == geo.Russia && !haveCountry && startsWithAny(s.x.str(d, role.first), captiveStems):
		set(geo.Ukraine, geo.Military, wOwnWords, "party.captive", run{role.first, role.end}, "")
	case haveRole && s.unnamed(a, &e, p, haveBody || haveCountry):
	case haveRole && s.office(&e, p, haveCountry):
	case haveCountry:
		set(country.p.party, country.p.class, wTable, "party.country", run{country.first, country.end}, s.called(&country))
		if !haveRole {
			e.name, e.key, e.human = s.called(&country), country.p.key, false
		}
	case s.x.is(p.first, slavicEnemy) && (startsWithAny(s.x.str(d, p.first), invaderStems) && d.article.Publisher.Party != geo.Russia || d.lang == geo.Ukrainian && d.article.Publisher.Party != geo.Russia || d.article.Publisher.Party == geo.Ukraine):
		set(geo.Russia, geo.Military, wOwnWords, "party.kind", run{p.first, p.first + 1}, "")
	case s.x.is(p.first, slavicEnemy) && d.article.Publisher.Party == geo.Russia:
		set(geo.Ukraine, geo.Military, wOwnWords, "party.kind", run{p.first, p.first + 1}, "")
	case haveRole && s.ownedBy(a, &e, p):
	case s.introduced(&e, p):
	case haveRole && role.p.party == geo.Ukraine && role.p.class == geo.Authority && !s.vague(p) && s.overTheBorder(a, &e):
	case haveRole && role.p.party != geo.UnknownParty && d.article.Publisher.Party != geo.Russia:
		set(role.p.party, role.p.class, wSoldier, "party.role", run{role.first, role.end}, "")
	default:
		if haveRole {
			e.class = role.p.class
		}
		if haveRole && e.class == geo.Authority && s.vague(p) && s.saysOwnSide(a, &e) {
			break // "чиновник", by the words that only one side uses
		}
		if side := s.sideAsked(p.first); haveRole && side != geo.UnknownParty && e.class != geo.Analyst {
			e.party, e.weight = side, wStance
			e.why = append(e.why, geo.Evidence{Rule: "party.asked", Span: d.span(p.first, p.end)})
			break
		}
		if haveRole && e.class == geo.Authority && s.local(a, &e) {
			break
		}
		if e.named && !haveRole && s.serving(&e, p) {
			break
		}
		from := d.sents[d.toks[p.first].sent].first
		for _, c := range a.content {
			if c.first < p.first {
				from = max(from, c.end)
			}
		}
		if d.article.Publisher.Party == geo.Press && s.takeParty(&e, from, p.first, "party.sentence") {
			e.weight = wStance
			break
		}
		if s.latinPaper(p) {
			set(geo.Press, geo.Media, wStance, "party.kind", run{p.first, p.first + 1}, "")
			break
		}
		if !haveRole && e.named && s.residentOf(p) {
			set(geo.Civilians, geo.Witness, wStance, "party.private", run{p.first, p.end}, "")
			e.human = true
			break
		}
		if !haveRole && e.named && p.end == p.first+1 && s.givenName(p) && (d.article.Publisher.Party == geo.Press || d.article.Publisher.Party == geo.International) {
			set(geo.Civilians, geo.Witness, wStance, "party.private", run{p.first, p.end}, "")
			e.human = true
			break
		}
		if s.byWords(a, &e); e.party == geo.UnknownParty && haveRole && e.class == geo.Military && s.soldierly(p) && s.amongResidents() && s.local(a, &e) {
			break
		}
		if e.party == geo.UnknownParty && e.named && !haveRole && s.givenName(p) {
			// whom no office introduces speaks for nobody else
			e.party, e.class, e.weight, e.human = geo.Civilians, geo.Witness, wStance, true
			e.why = append(e.why, geo.Evidence{Rule: "party.private", Span: d.span(p.first, p.end)})
		}
	}
	if e.key == "" {
		e.key = keyOf(e.name)
	}
	if e.key == "" {
		e.key = "unknown"
	}
	return e
}

// givenName reports whether a phrase begins with a given name, as those of private
// persons do: "Оксана", "65-річний Микола".
func (s *slavic) givenName(p np) bool {
	for i := p.first; i < p.end && i < p.first+4; i++ {
		if s.x.is(i, slavicGiven) {
			return true
		}
	}
	return false
}

// called is the name of whom a hit means, as the list or, where each of its forms is a
// body of its own, the text gives it.
func (s *slavic) called(h *slavicHit) string {
	if h.p.name != "" {
		return h.p.name
	}
	return s.d.span(h.first, h.end).Of(s.d.text)
}

// covered reports whether token i of a phrase belongs to a listed name.
func (s *slavic) covered(i int, p np) bool {
	for _, h := range s.x.in(p.first, i+1) {
		if (h.p.kind == slavicParty || h.p.kind == slavicRole) && h.end > i {
			return true
		}
	}
	return s.d.toks[i].quote != 0 && s.d.toks[p.first].quote != s.d.toks[i].quote || s.placeAt(i)
}

func (s *slavic) placeAt(i int) bool {
	for _, m := range s.d.mentionsIn(max(0, i-2), i+3) {
		if m.first <= i && i < m.end {
			return true
		}
	}
	return false
}

// office: "мер Краматорська", "губернатор Белгородской области": the country of
// the place.
func (s *slavic) office(e *actor, p np, country bool) bool {
	d := s.d
	if country {
		return false
	}
	for k := d.mentionIndex(max(0, p.first)); k < len(d.mentions) && d.mentions[k].first < p.end; k++ {
		m := &d.mentions[k]
		q, ok := s.r.gaz.Place(m.Place)
		if !ok {
			continue
		}
		party := partyOfCountry(q.Country)
		if party == geo.UnknownParty {
			continue
		}
		if held(q) || s.soCalled(p.first) {
			party = geo.Russia
		}
		if d.article.Publisher.Party == geo.Russia && party == geo.Ukraine {
			// who a Russian agency calls the head of a town there holds it for Russia
			party = geo.Russia
		}
		e.place = k + 1
		e.party, e.class, e.weight = party, geo.Authority, wOffice
		e.why = append(e.why, geo.Evidence{Rule: "party.office-place", Span: m.Span, Note: q.Name})
		return true
	}
	return false
}

// local: the head of an administration that is not named speaks for the country
// of the town that the text is about.
func (s *slavic) local(a *attribution, e *actor) bool {
	d := s.d
	if d.article.Publisher.Party == geo.Russia {
		return false
	}
	n := int(d.salient[d.toks[a.cue.first].sent]) - 1
	for _, c := range a.content {
		if list := d.mentionsIn(c.first, c.end); len(list) > 0 && d.isSpot(&list[0]) {
			n = d.mentionIndex(c.first)
			break
		}
	}
	for _, m := range d.mentionsIn(d.sents[d.toks[a.cue.first].sent].first, a.cue.first) {
		if n < 0 && m.Use == geo.Literal {
			n = d.mentionIndex(m.first)
		}
	}
	if n < 0 {
		return false
	}
	q, ok := s.r.gaz.Place(d.mentions[n].Place)
	party := partyOfCountry(q.Country)
	if held(q) {
		party = geo.Russia
	}
	if ok && party != geo.UnknownParty {
		e.party, e.weight, e.place = party, wStance, n+1
		e.why = append(e.why, geo.Evidence{Rule: "party.local", Span: d.mentions[n].Span, Note: q.Name})
		return true
	}
	return false
}

// overTheBorder: a governor or mayor who is not named, of a town in Russia.
func (s *slavic) overTheBorder(a *attribution, e *actor) bool {
	if s.local(a, e) && e.party == geo.Russia {
		return true
	}
	e.party, e.weight, e.place, e.why = geo.UnknownParty, 0, 0, nil
	return false
}

// held reports whether only Russia's officials hold office in a place.
func held(q geo.Place) bool {
	return slavicHeld[q.Name] || q.Admin1 == "UA-43" || q.Admin1 == "UA-40"
}

// slavicHeld are towns whose administrations have been Russia's since 2014.
var slavicHeld = map[string]bool{"Donetsk": true, "Luhansk": true, "Horlivka": true, "Makiivka": true, "Alchevsk": true, "Yenakiieve": true,
	"Sevastopol": true, "Simferopol": true, "Crimea": true}
