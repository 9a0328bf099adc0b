package read

import "contested/geo"

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
			if e.class = h.p.class; h.p.party == geo.UnknownParty || h.p.kind == slavicRole && s.d.article.Publisher.Party == geo.Russia {
				return h.p.kind == slavicRole && s.local(a, e)
			}
			e.party, e.weight = h.p.party, wStance
			e.why = append(e.why, geo.Evidence{Rule: "party.owner", Span: s.d.span(h.first, h.end), Note: s.called(&h)})
			return true
		}
	}
	return false
}

var possessives = listOf("її його їх їхній їхня їхні ее её его их")
