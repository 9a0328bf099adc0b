package read

import (
	"contested/geo"
)

// fromNeighbours: a capitalised word beside the name makes it part of another
// name, unless it is known to stand before or behind places.
func (s *placeScan) fromNeighbours(p *spot) {
	d := s.d
	if d.lang != geo.English {
		return
	}
	loud := s.loud[p.sent] // capitals tell little there
	first, k := int(p.from), int(p.to)
	st := &d.sents[p.sent]
	if j := first - 1; j >= st.first && (d.toks[j].kind == wordToken || d.toks[j].kind == hyphenToken) && d.toks[first].breaks == 0 {
		hyphen := d.toks[j].kind == hyphenToken
		if hyphen {
			j--
		}
		if d.toks[j].caps != lowerCase && d.toks[j].kind == wordToken && !s.spotEnds(p, j+1) {
			n := -35
			switch {
			case s.signs(j)&signClub != 0, s.signs(j)&(signPress|signCompany) != 0 && j > st.first:
				n = -70 // "Dynamo Kyiv", "Radio Donetsk", "Hotel Ukraine"
			case loud:
				n = 0
			case hyphen:
				n = -50
			case s.neutralBefore(j, st.first), j > st.first && d.isOf(j-1, &givingVerbs):
				n = 0 // "hand Putin Sloviansk"
			case j == st.first || d.toks[j-1].kind == openToken:
				n = -12
			case p.head.class == headOblast || p.head.class == headCounty:
				n = -5
			}
			if n != 0 {
				s.add(p, "place.name-before", d.span(j, j+1), n)
			}
		}
	}
	given := first > st.first && d.isOf(first-1, &givingVerbs) // "give Moscow Kramatorsk"
	if j := first - 1; j > st.first && d.toks[j].caps == lowerCase && d.isOf(j, &nobleWords) && d.toks[j-1].caps != lowerCase && d.toks[j-1].kind == wordToken {
		s.add(p, "place.name-before", d.span(j-1, first), -60) // "Cuhurestii de Jos"
	}
	if s.doubled(p) && !loud && !given {
		s.add(p, "place.name-after", d.span(k, k+1), -60) // "Adelaide Whitfield", two towns and no comma
	}
	if !loud && !given && k < st.end && p.after == 0 && (d.toks[k].kind == wordToken && d.toks[k].breaks == 0 || d.toks[k].kind == hyphenToken) {
		j := k
		hyphen := d.toks[k].kind == hyphenToken
		if hyphen {
			j++
		}
		if j < st.end && d.toks[j].caps != lowerCase && d.toks[j].kind == wordToken && !s.spotStarts(p, j) && (hyphen || !s.neutralAfter(j)) {
			n := -35
			switch {
			case hyphen:
				n = -50
			case s.isCountry(p):
				n = -20 // "U.S. Army"
			case p.before&placing == 0 && p.head.class == noHead:
				n = -60 // "Odessa Whitfield", "the Nikopol Kitchen": a name that nothing places
			}
			s.add(p, "place.name-after", d.span(j, j+1), n)
		}
	}
}

// placing are the signs before a name that only a place follows.
const placing = signIn | signNear | signToward | signFrom | signTold | signBetween | signStrike

// doubled reports whether another town's name follows without a comma, in a place
// where nothing asks for one: so stand the two names of a person.
func (s *placeScan) doubled(p *spot) bool {
	i := int(p.index)
	if p.before&placing != 0 || p.dateline || p.head.class != noHead || i+1 >= len(s.spots) || s.spots[i+1].first != p.to || s.d.toks[p.to].breaks != 0 {
		return false
	}
	q := &s.spots[i+1]
	return q.use != geo.Demonym && q.head.class == noHead && s.onlyTowns(q)
}

// neutralBefore reports whether the capitalised word at j says nothing against
// a place's name behind it.
func (s *placeScan) neutralBefore(j, sentence int) bool {
	d := s.d
	sg := s.phrase(j).signs
	if sg&signDemonym != 0 || sg&(signCompass|signCalendar|signIn|signNear|signToward|signFrom|signBetween|signOf) != 0 {
		return true
	}
	if d.has(j, detWord|possWord|demWord|prepWord|coordWord|subordWord|whWord|beWord|haveWord|modalWord|advWord|sayWord|cueWord|weekdayWord|monthWord|timeWord) {
		return true
	}
	// Any known word that starts a sentence: "Besieged Mariupol", "Why Kyiv …".
	return (j == sentence || d.toks[j-1].kind == openToken) && (sg&(signOrdinary|signStrike|signAgent|signNoun) != 0 || d.toks[j].word != 0 || s.participle(j))
}

// participle reports whether token j ends as participles and adverbs do.
func (s *placeScan) participle(j int) bool {
	w := s.d.str(j)
	if len(w) < 5 {
		return false
	}
	switch w[len(w)-2:] {
	case "ed", "ly":
		return true
	}
	return w[len(w)-3:] == "ing"
}

// neutralAfter reports whether the capitalised word at j says nothing against a
// place's name before it.
func (s *placeScan) neutralAfter(j int) bool {
	d := s.d
	sg := s.phrase(j).signs
	if s.role[j] == titleRole || sg&signDemonym != 0 || sg&(signCalendar|signTitle|signHead|signOffice|signSchool|signIn|signNear|signFrom|signOf) != 0 {
		return true
	}
	return d.has(j, detWord|prepWord|coordWord|subordWord|beWord|haveWord|modalWord|sayWord|weekdayWord|monthWord|timeWord)
}

// spotEnds reports whether a spot before p ends at token k.
func (s *placeScan) spotEnds(p *spot, k int) bool {
	i := int(p.index)
	return i > 0 && int(s.spots[i-1].to) == k && s.spots[i-1].score >= acceptAt
}

// spotStarts reports whether the spot after p starts at token k.
func (s *placeScan) spotStarts(p *spot, k int) bool {
	i := int(p.index)
	return i+1 < len(s.spots) && int(s.spots[i+1].first) == k && s.spots[i+1].use != geo.Demonym && s.signs(k)&signFirstName == 0
}
