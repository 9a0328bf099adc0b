package read

import (
	"strings"

	"contested/geo"
)

// onlyPlace reports whether a phrase is the name of a place and nothing else.
func (s *slavic) onlyPlace(p np) bool {
	for i := p.first; i < p.end; i++ {
		if !s.placeAt(i) {
			return false
		}
	}
	return true
}

// vague reports whether a source is somebody whom nothing names: "источник", "дипломати".
func (s *slavic) vague(p np) bool {
	for i := p.first; i < p.end; i++ {
		w := s.x.str(s.d, i)
		for _, stem := range [...]string{"источник", "собеседник", "дипломат", "чиновник", "джерел", "співрозмовник", "посадов"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// calls reports whether the verb at token i says what something is: "назвав … брехнею",
// "считает невозможным …".
func (s *slavic) calls(i int) bool {
	w := s.x.str(s.d, i)
	for _, p := range [...]string{"наз", "счи", "соч", "сче", "вва"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// aboutEnd is where the noun phrase that starts at token i and tells what somebody spoke
// about ends before hi: at a clause that goes against it.
func (s *slavic) aboutEnd(i, hi int) int {
	for k := i; k < hi; k++ {
		if s.isMark(k, ',') && s.x.is(k+1, slavicAnd) && (k+2 < hi && s.x.is(k+2, slavicThis) || s.anyFinite(k+1, s.clauseEnd(k+2, hi))) || s.isMark(k, ';') {
			return k
		}
	}
	return hi
}

// pastRelative reports whether the clause before token from, behind a comma, is a relative
// one about the subject of the next: "57-ма бригада, яка тримає ділянку, спростувала".
func (s *slavic) pastRelative(lo, from int) bool {
	k := from - 1
	if !s.isMark(k, ',') {
		return false
	}
	for k > lo && !s.edge(k-1) {
		k--
	}
	if !s.x.is(k, slavicRelative) && !(s.x.is(k, slavicIn) && s.x.is(k+1, slavicRelative)) || !s.isMark(k-1, ',') {
		return false
	}
	left := k - 1
	for left > lo && !s.edge(left-1) {
		left--
	}
	p := s.narrow(left, k-1)
	return !p.empty() && s.named(p) && !s.anyFinite(left, k-1)
}

// nominalContent reports whether what is told of up to token j is a noun behind "про" or
// "о" that is of a kind: "сообщил об ударе по N, погиб мужчина".
func (s *slavic) nominalContent(first, j int) bool {
	return first > 0 && s.x.is(first-1, slavicAbout) && s.typed(first, j)
}

// slavicModality is the modality that a word of mood gives.
func slavicModality(m mood) geo.Modality {
	switch m {
	case hedgedMood:
		return geo.Hedged
	case conditionalMood:
		return geo.Conditional
	case futureMood:
		return geo.Future
	case demandMood:
		return geo.Demand
	}
	return geo.Asserted
}
