package read

import "contested/geo"

// byWords gives a speaker whom nothing names a side by the words that it uses,
// or the publisher's when that is a side.
func (s *slavic) byWords(a *attribution, e *actor) {
	if s.saysOwnSide(a, e) {
		return
	}
	for _, h := range s.x.in(a.cue.end, min(a.cue.end+3, len(s.d.toks))) {
		if h.p.kind == slavicParty && h.p.class == geo.Media && h.p.name != "" && (h.p.party == geo.Russia || h.p.party == geo.Ukraine) {
			// "командир роты рассказал РИА Новости"
			e.party, e.weight = h.p.party, wStance
			e.why = append(e.why, geo.Evidence{Rule: "party.sentence", Span: s.d.span(h.first, h.end)})
			return
		}
	}
	if p := s.d.article.Publisher.Party; p == geo.Russia || p == geo.Ukraine {
		e.party, e.weight = p, wPublisher
		e.why = append(e.why, geo.Evidence{Rule: "party.publisher", Note: s.d.article.Publisher.Name})
	}
}

// saysOwnSide gives a speaker the side whose words it uses: "ворог", "бойовики".
func (s *slavic) saysOwnSide(a *attribution, e *actor) bool {
	runs := a.content
	if a.rule == "attr.J-interview" {
		runs = s.answersOf(a)
	}
	for _, c := range runs {
		for _, h := range s.x.in(c.first, c.end) {
			if h.p.kind == slavicSide {
				e.party, e.weight = h.p.party, wStance
				e.why = append(e.why, geo.Evidence{Rule: "party.stance", Span: s.d.span(h.first, h.end)})
				return true
			}
		}
	}
	return false
}

// answersOf is what somebody says in the first answers of a talk.
func (s *slavic) answersOf(a *attribution) []run {
	const enough = 12 // answers
	var runs []run
	n := 0
	for k := range s.d.attrs {
		if b := &s.d.attrs[k]; b.rule == a.rule && b.source == a.source {
			runs = append(runs, b.content...)
			if n++; n == enough {
				break
			}
		}
	}
	return runs
}
