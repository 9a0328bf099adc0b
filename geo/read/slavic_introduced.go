package read

import (
	"strings"

	"contested/geo"
)

// slavicReach is how far back, in bytes, a name may have been introduced.
const slavicReach = 20000

// introduced: the name stands with its office elsewhere in the text before: the
// sentence in which the surname occurs first gives the party.
func (s *slavic) introduced(e *actor, p np) bool {
	d := s.d
	if !e.named {
		return false
	}
	for i := p.first; i < p.end; i++ {
		st := s.surname(i)
		if st == "" || s.placeAt(i) {
			continue
		}
		// not from further back than linear time allows
		start := int(d.toks[p.first].start)
		from := max(0, start-slavicReach)
		at := strings.Index(s.x.low[from:start], st)
		if at < 0 {
			// an apposition behind the name: "X, голова Y, ", "X из прокуратуры"
			if k := p.end; k < len(d.toks) && d.toks[k].sent == d.toks[p.first].sent && (s.isMark(k, ',') || s.x.is(k, slavicIn)) && !s.x.is(k+1, slavicThat) {
				end := s.clauseEnd(k+1, d.sents[d.toks[k].sent].end)
				if (!s.anyFinite(k+1, end) || s.x.is(k+1, slavicRelative) || strings.HasPrefix(s.x.str(d, k+1), "чь")) && s.takeParty(e, k+1, min(end, k+12), "party.apposition") {
					return true
				}
			}
			continue
		}
		k := s.tokenAt(from + at)
		return s.takeParty(e, max(d.sents[d.toks[k].sent].first, k-8), min(d.sents[d.toks[k].sent].end, k+9), "party.introduced")
	}
	return false
}

// takeParty takes the party of the first listed body or person in tokens [i, j).
func (s *slavic) takeParty(e *actor, i, j int, rule string) bool {
	for _, h := range s.x.in(i, j) {
		if h.p.kind == slavicRole && h.p.party == geo.UnknownParty && s.office(e, np{h.first, j, h.first}, false) {
			e.human = true
			return true
		}
		if rule == "party.sentence" && h.p.class == geo.Media {
			continue // whom somebody talks to
		}
		if h.p.kind == slavicParty || h.p.kind == slavicRole && h.p.party != geo.UnknownParty {
			e.party, e.class, e.weight = h.p.party, h.p.class, wApposed
			e.human = true
			e.why = append(e.why, geo.Evidence{Rule: rule, Span: s.d.span(h.first, h.end), Note: s.called(&h)})
			return true
		}
	}
	return false
}

// tokenAt is the token at a byte of the text.
func (s *slavic) tokenAt(at int) int {
	lo, hi := 0, len(s.d.toks)
	for lo+1 < hi {
		if m := (lo + hi) / 2; int(s.d.toks[m].start) <= at {
			lo = m
		} else {
			hi = m
		}
	}
	return lo
}
