package read

import (
	"strings"

	"contested/geo"
)

// ofUnit reports whether nothing but "from" and a number stands between a word for a person, which ends at
// token i, and a unit at token j: "колега з 7-го корпусу", "парень из роты".
func (s *slavic) ofUnit(i, j int) bool {
	const near = 5 // tokens
	if j-i > near || i >= j {
		return false
	}
	switch s.x.str(s.d, i) {
	case "з", "із", "зі", "из", "с", "со":
	default:
		return false
	}
	for k := i + 1; k < j; k++ {
		if t := &s.d.toks[k]; t.kind == punctToken || t.kind == wordToken && t.caps == lowerCase && k > i+1 && s.d.toks[k-1].kind == wordToken {
			return false
		}
	}
	return true
}

// ownedBy gives whose office is named with "її", "его" alone the side of the body that what it says begins
// with: "Мерія евакуації не готує, запевнив її речник".
func (s *slavic) ownedBy(a *attribution, e *actor, p np) bool {
	const near = 8 // tokens
	if !s.d.isOf(p.first, &possessives) || p.end == p.first+1 {
		return false
	}
	for _, c := range a.content {
		if c.first > p.first {
			break
		}
		for _, h := range s.x.in(c.first, min(c.end, c.first+near)) {
			if h.p.kind != slavicParty && h.p.kind != slavicRole || h.p.kind == slavicParty && h.p.person || s.caseOf(h.first) != subjectCase {
				continue
			}
			if !s.mayOwn(p.first, h.first) {
				continue
			}
			if e.class = h.p.class; h.p.party == geo.UnknownParty || h.p.kind == slavicRole && s.d.article.Publisher.Party == geo.Russia {
				return h.p.kind == slavicRole && s.local(a, e)
			}
			e.party, e.weight = h.p.party, wStance
			e.why = append(e.why, geo.Evidence{Rule: "party.owner", Span: s.d.span(h.first, h.end), Note: s.called(&h)})
			return true
		}
	}
	if k := s.last; k > 0 && (k == s.lastBody && s.d.actors[k-1].class != geo.Government || !s.d.actors[k-1].named && s.d.actors[k-1].party != geo.Russia) && s.d.actors[k-1].party != geo.UnknownParty && s.d.actors[k-1].party != geo.Civilians && s.spokeIn >= int(s.d.toks[p.first].sent)-2 {
		o := &s.d.actors[k-1]
		e.party, e.class, e.weight = o.party, o.class, min(o.weight, wStance)
		e.why = append(e.why, geo.Evidence{Rule: "party.owner", Span: s.d.span(p.first, p.first+1), Note: o.name})
		return true
	}
	return false
}

// mayOwn reports whether the possessive at token i may stand for the word at token k: "її" for a feminine, "його"
// for none, "їх" for many.
func (s *slavic) mayOwn(i, k int) bool {
	w := s.x.str(s.d, k)
	fem, many := false, false
	for _, e := range [...]string{"а", "я", "ь"} {
		fem = fem || strings.HasSuffix(w, e)
	}
	for _, e := range [...]string{"и", "і", "ы", "ї"} {
		many = many || strings.HasSuffix(w, e)
	}
	switch s.x.str(s.d, i) {
	case "її", "ее":
		return fem || s.d.toks[k].caps == upperCase
	case "його", "его":
		return !fem && !many
	}
	return many
}

var possessives = listOf("її його їх їхній їхня їхні ее её его их")

// withinWords stand between a body and the state that it is one of: "Міноборони в Москві".
var withinWords = listOf("в у во")

// latinPaper reports whether a phrase starts with the English article of a newspaper: "The Telegraph".
func (s *slavic) latinPaper(p np) bool {
	return p.end > p.first+1 && s.x.str(s.d, p.first) == "the" && s.d.toks[p.first+1].caps != lowerCase
}

// residentOf reports whether a phrase is a name alone with the town that somebody is from: "Люда з N".
func (s *slavic) residentOf(p np) bool {
	k := p.first + 1
	if k+1 >= len(s.d.toks) || s.d.toks[p.first].caps != titleCase || s.placeAt(p.first) {
		return false
	}
	switch s.x.str(s.d, k) {
	case "з", "із", "зі", "из", "с", "со":
		return s.placeAt(k + 1)
	}
	return false
}
