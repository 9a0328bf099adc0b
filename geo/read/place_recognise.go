package read

import "contested/geo"

// recognise adds up what speaks for and against a spot being a place's name.
func (s *placeScan) recognise(p *spot) {
	d := s.d
	on := p.name0(s)
	c := s.names[p.name].candidates
	first, end := int(p.first), int(p.end)
	if p.label {
		s.add(p, "place.label", on, -100)
		return
	}
	if len(c) > 0 {
		s.add(p, "place.known", on, s.sizePoints(c))
	}
	if p.rows > 1 {
		s.add(p, "place.words", on, 10)
	}
	for i := first; i < end; i++ {
		if s.role[i] == personRole {
			s.add(p, "place.person", on, -90)
			return
		}
	}
	if row := s.w.signsOf(d.toks[p.first].phrase, d.words[p.row:p.row+p.rows]); row&signNever != 0 {
		s.add(p, "place.never", on, -90)
	}
	if s.role[first] == titleRole && p.rows == 1 {
		s.add(p, "place.title", on, -60)
	}
	if len(c) > 0 && p.head.class == noHead && (p.after&signOffice == 0 && adjectives(c) || d.lang != geo.English && s.ofBodyBehind(p)) {
		s.add(p, "place.adjective", on, -90)
	}
	if k := s.beforeStop(first); k >= 0 && d.lang != geo.English && s.signs(k)&signStreet != 0 && d.toks[k].sent == p.sent && !s.streetOf(k) {
		s.add(p, "place.street", d.span(k, first), -90)
	}
	if d.lang != geo.English && s.partOfCity(p) {
		s.add(p, "place.part-of-city", on, -200)
	}
	if p.head.class == headArea && d.lang != geo.English && s.namedByLand(end-1) {
		s.add(p, "place.never", on, -90)
	}
	s.fromHeads(p)
	s.fromBefore(p)
	s.fromAfter(p)
	s.fromNeighbours(p)
	s.fromWord(p)
	s.fromNaming(p)
	if p.dateline {
		s.add(p, "place.dateline", on, 50)
	}
	if g := s.signs(first) & signGroup; g != 0 && s.nearGroup(first, end) {
		s.add(p, "place.group", on, -80)
	}
	if d.toks[first].quote != 0 && first > 0 && d.toks[first-1].kind == openToken && end < len(d.toks) && d.toks[end].kind == closeToken {
		if k := first - 2; k >= 0 && s.signs(k)&(signLead|signUnit|signCompany|signSchool) != 0 {
			s.add(p, "place.title-of", d.span(k, k+1), -60)
		}
	}
}

// adjectives reports whether the word can only be the adjective of places.
func adjectives(c []candidate) bool {
	for i := range c {
		if !c[i].adjective {
			return false
		}
	}
	return true
}

// fromHeads: "Kherson region", "the city of Kherson".
func (s *placeScan) fromHeads(p *spot) {
	n := 0
	switch p.head.class {
	case headOblast, headRaion, headCounty, headArea, headState:
		n = 50
	case headCity, headPart:
		n = 40
	case headWater, headRelief, headSite:
		n = 30
	}
	if n > 0 {
		s.add(p, "place.head", p.headSpan, n)
	}
}

// fromBefore: "in Kherson", "towards Lyman", "the charity Lyman".
func (s *placeScan) fromBefore(p *spot) {
	if p.before == 0 {
		return
	}
	on := s.d.span(int(p.beforeAt), int(p.first))
	switch b := p.before; {
	case b&(signNear|signToward) != 0:
		s.add(p, "place.near", on, 30)
	case b&(signIn|signTold) != 0:
		s.add(p, "place.in", on, 25)
	case b&signBetween != 0:
		s.add(p, "place.between", on, 20)
	case b&(signFrom|signStrike) != 0:
		s.add(p, "place.from", on, 15)
	case b&signLead != 0:
		s.add(p, "place.lead", on, -60)
	case b&signCalled != 0 && s.calledOther(int(p.beforeAt)):
		s.add(p, "place.called", on, -60)
	case b&signOf != 0:
		s.add(p, "place.of", on, 8)
	}
}

// calledOther reports whether what is "called" or "named" at token i is no
// place: "a dog called Berlin".
func (s *placeScan) calledOther(i int) bool {
	d := s.d
	return i > 1 && d.isOf(i, &calledPlain) && d.toks[i-1].kind == wordToken && d.toks[i-1].caps == lowerCase && s.signs(i-1)&signHead == 0 &&
		!d.has(i-1, advWord|beWord|subjPron) && d.has(i-2, detWord|possWord|adjWord)
}

// fromAfter: "Lyman Street", "the Kharkiv Wings", "Lyman, 46,".
func (s *placeScan) fromAfter(p *spot) {
	d := s.d
	k := int(p.to)
	if p.after != 0 {
		on := d.span(k, min(k+1, len(d.toks)))
		switch a := p.after; {
		case a&(signPress|signClub|signStreet) != 0:
			s.add(p, "place.part-of-name", on, -80)
		case a&(signCompany|signUnit|signPerson) != 0:
			s.add(p, "place.part-of-name", on, -60)
		}
	}
	if k+2 < len(d.toks) && d.char(k) == ',' && d.toks[k+1].kind == numberToken && d.toks[k+1].end-d.toks[k+1].start == 2 &&
		(d.char(k+2) == ',' || d.char(k+2) == '.') && p.before == 0 && !p.dateline {
		s.add(p, "place.age", d.span(k+1, k+2), -40)
	}
	if p.inside > 0 {
		q := &s.spots[p.inside-1]
		if s.fitsInside(p, q) {
			s.add(p, "place.within", q.name0(s), 40)
			if s.names[q.name].short() {
				s.add(q, "place.contains", p.name0(s), 60)
			} else {
				s.add(q, "place.contains", p.name0(s), 15)
			}
		}
	}
	if p.inside > 0 && p.nearer && p.before == 0 && s.onlyTowns(p) {
		s.add(p, "place.beside", s.spots[p.inside-1].name0(s), 25) // "Stepove, north-west of Avdiivka,"
	}
	if p.before == 0 {
		s.fate(p)
	}
	if k < len(d.toks) && d.toks[k].kind == wordToken && int(d.toks[k].sent) == int(p.sent) && d.has(k, sayWord) &&
		!s.speaks(p) && p.before == 0 {
		s.add(p, "place.says", d.span(k, k+1), -25)
	}
}

var fateWords = listOf("fallen shelled bombed bombarded taken retaken recaptured liberated freed encircled besieged occupied contested lost evacuated depopulated flattened razed")

// fate adds what a name goes through that only places do: "X had fallen", "X was shelled",
// "X came under fire".
func (s *placeScan) fate(p *spot) {
	d := s.d
	k := int(p.to)
	if k >= len(d.toks) || int(d.toks[k].sent) != int(p.sent) || d.toks[k].kind != wordToken {
		return
	}
	if d.isOf(k, &comesUnder) && d.nextIsWord(k) && d.is(k+1, "under") {
		s.add(p, "place.fate", d.span(k, k+2), 20)
		return
	}
	const near = 4 // "has not yet been"
	for m := k; m < min(k+near, len(d.toks)); m++ {
		switch {
		case d.isOf(m, &fateWords) && m > k:
			s.add(p, "place.fate", d.span(m, m+1), 20)
			return
		case !d.has(m, beWord|haveWord|negWord|advWord) && !d.isOf(m, &remainsForms):
			return
		}
	}
}

// speaks reports whether the name can stand for a government.
func (s *placeScan) speaks(p *spot) bool {
	for i := range s.names[p.name].candidates {
		if c := &s.names[p.name].candidates[i]; c.place.Kind == geo.Country || c.metonym {
			return true
		}
	}
	return false
}

// hasWords reports whether what stands behind a name, from token k on, tells that it is somebody's
// who has words: a verb of saying, or words that are his.
func (s *placeScan) hasWords(k int) bool {
	d := s.d
	if k >= len(d.toks) {
		return false
	}
	return d.toks[k].tag == verbTag && d.has(k, cueWord) || d.toks[k].tag == possTag && d.isAny(k+1, "words", "view", "opinion", "account", "assessment", "estimate", "reading", "judgement", "judgment")
}

// capital reports whether the name is that of a seat of government.
func (s *placeScan) capital(p *spot) bool {
	for i := range s.names[p.name].candidates {
		if s.names[p.name].candidates[i].metonym {
			return true
		}
	}
	return false
}

// isCountry reports whether the name is first of all a country's.
func (s *placeScan) isCountry(p *spot) bool {
	c := s.names[p.name].candidates
	return len(c) > 0 && c[0].place.Kind == geo.Country
}

// short reports whether the name is an abbreviation.
func (n *placeName) short() bool { return len(n.candidates) > 0 && n.candidates[0].short }

// fromWord: what the name itself is beside a place's.
func (s *placeScan) fromWord(p *spot) {
	d := s.d
	first := int(p.first)
	t := &d.toks[first]
	on := p.name0(s)
	// A name that no list of places has, "Market District", is none for its
	// noun alone.
	sure := (p.head.class != noHead || p.dateline) && len(s.names[p.name].candidates) > 0
	if s.names[p.name].short() {
		dotted := d.text[t.end-1] == '.' || p.to > p.end
		isCountry := s.names[p.name].candidates[0].place.Kind == geo.Country
		switch {
		case t.caps != upperCase && !dotted:
			s.add(p, "place.short", on, -90)
		case !isCountry && !dotted && t.end-t.start == 3:
			s.add(p, "place.short", on, -35)
		case !isCountry && !dotted:
			s.add(p, "place.short", on, -75)
		case int(p.end) < len(d.toks) && isMoney(d.text[t.end:]):
			s.add(p, "place.money", on, -90)
		case !isCountry && t.end-t.start <= 3:
			s.add(p, "place.short", on, -25)
		}
		return
	}
	if p.rows > 1 {
		if d.has(first, detWord) && s.signs(int(d.wordToken[p.row+1]))&(signOrdinary|signFirstName|signHead|signOffice|signCompany) != 0 {
			s.add(p, "place.ordinary", on, -40) // "The Bank", "The Hill"
		}
		return
	}
	if c := s.names[p.name].candidates; len(c) > 0 && c[0].place.Kind == geo.Country && t.caps == upperCase {
		return // "US", "UK", "GEORGIA"
	}
	if t.caps == upperCase && !s.loud[p.sent] && !p.dateline && t.end-t.start <= 5 {
		s.add(p, "place.acronym", on, -40)
	}
	if s.addressed(p) {
		s.add(p, "place.address", on, -60)
	}
	if s.persons[d.words[p.row]] > 0 && !sure {
		n := -45
		if s.hasWords(int(p.end)) {
			n = -90 // "Borova expects", "in Borova's words"
		} else if p.before&(signIn|signNear|signToward|signFrom) != 0 {
			n = -15
		}
		s.add(p, "place.surname", on, n)
	}
	sg := s.signs(first)
	if sg&signOrdinary != 0 && !sure && !s.speaks(p) {
		n := -25
		if first == d.sents[p.sent].first || d.toks[first-1].kind == openToken || s.loud[p.sent] {
			n = -40
		}
		s.add(p, "place.ordinary", on, n)
	}
	if sg&signCalendar != 0 {
		s.add(p, "place.calendar", on, -60)
	}
	if d.lang != geo.English && !sure && s.opensSentence(p, sg) {
		s.add(p, "place.opening", on, -60)
	}
	if sg&(signClub|signPress) != 0 && !sure {
		n := -40
		if i := int(p.index); i+1 < len(s.spots) && s.spots[i+1].first == p.to {
			n = -90 // "Vorskla Poltava"
		}
		s.add(p, "place.club", on, n)
	}
	if k := int(p.to); sg&signSchool != 0 && p.definite && k < len(d.toks) && d.isAny(k, "for", "of", "on") {
		s.add(p, "place.part-of-name", on, -60) // "the Centre for"
	}
	if sg&signCompass != 0 && !sure {
		s.add(p, "place.compass", on, -60)
	}
	if sg&signFirstName != 0 && sg&signFirstPlace == 0 && !sure {
		s.add(p, "place.first-name", on, -20)
	}
	if len([]rune(d.str(first))) < 3 {
		s.add(p, "place.two-letters", on, -25)
	}
}

// addressed reports whether a first name calls somebody in a talk: "Thank you,
// Jordan.", "Kent, what do you hear?"
func (s *placeScan) addressed(p *spot) bool {
	d := s.d
	first, k := int(p.first), int(p.to)
	st := &d.sents[p.sent]
	if d.blocks[st.block].kind != speech || s.signs(first)&signFirstName == 0 && s.persons[d.words[p.row]] == 0 {
		return false
	}
	if first > 0 && d.char(first-1) == ',' && k < len(d.toks) && d.endsSentence(k) {
		return true
	}
	return first == st.first && k < st.end && d.char(k) == ',' && d.char(st.end-1) == '?'
}

// isMoney reports whether a currency sign follows: "US$100 million".
func isMoney(rest string) bool { return rest != "" && rest[0] == '$' }

// nearGroup reports whether the name stands with the word for a group of
// forces: "the Zapad group", "battlegroup Yug".
func (s *placeScan) nearGroup(first, end int) bool {
	d := s.d
	k := end
	if k < len(d.toks) && d.toks[k].kind == closeToken {
		k++
	}
	for n := 0; n < 2 && k+n < len(d.toks); n++ {
		if s.signs(k+n)&signUnit != 0 {
			return true
		}
	}
	k = first - 1
	if k >= 0 && d.toks[k].kind == openToken {
		k--
	}
	for n := 0; n < 2 && k-n >= 0; n++ {
		if s.signs(k-n)&signUnit != 0 || d.isAny(k-n, "battlegroup", "grouping", "forces") {
			return true
		}
	}
	return false
}
