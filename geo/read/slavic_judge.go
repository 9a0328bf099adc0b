package read

import (
	"strings"

	"contested/geo"
)

// judge finds polarity and modality.
func (s *slavic) judge(c *draft, a *attribution) {
	d := s.d
	x := c.runs[0]
	not, plain := run{}, run{-1, -1}
	for _, h := range s.x.in(x.first, x.end) {
		if h.p.kind == slavicNot && h.p.mood == plainMood {
			plain = run{h.first, h.end}
		}
	}
	hits := s.x.in(x.first, x.end)
	for _, y := range c.runs[1:] {
		hits = append(hits[:len(hits):len(hits)], s.x.in(y.first, y.end)...)
	}
	for _, h := range hits {
		switch h.p.kind {
		case slavicNot:
			if h.first >= plain.first && h.first < plain.end || h.p.mood == plainMood || s.ownDenial(c, &h) || s.aside(&h) || s.contrasted(&h, c, x) {
				continue
			}
			switch w := s.x.str(d, h.first); {
			case (w == "ні" || w == "ни") && (not.end > 0 || plain.first >= 0):
				continue // the second half of one negation
			case (w == "ні" || w == "нет") && h.first == x.first && s.isMark(h.end, ','):
				continue // "Ні, ми тримаємо N": what was asked is not so
			}
			if not.end == 0 && (c.find.weight == 0 || h.first < c.find.end || s.clauseEnd(c.find.end, h.first) == h.first || s.x.is(h.first, slavicVerdict) ||
				len(c.runs) > 1 && h.first >= c.runs[1].first && s.clauseEnd(c.runs[1].first, h.first) == h.first) {
				not = run{h.first, h.end}
			}
		case slavicMood:
			if m := slavicModality(h.p.mood); (m > c.modality || c.modality == geo.Asserted) && !(m == geo.Future && c.modality == geo.Conditional) {
				c.modality = m
				c.why = append(c.why, geo.Evidence{Rule: "modality." + m.String(), Span: d.span(h.first, h.end)})
			}
		}
	}
	ahead := c.modality == geo.Future || c.modality == geo.Conditional
	neg := not.end > 0
	if neg && c.modality == geo.Future && s.doubts(not.first) {
		c.modality = geo.Hedged
	}
	if neg {
		c.why = append(c.why, geo.Evidence{Rule: "polarity.negated", Span: d.span(not.first, not.end)})
	}
	if a != nil {
		if a.stance == denyStance && !a.negated || a.stance == claimStance && a.negated && s.x.is(a.verb, slavicSeeing) {
			neg = !neg
			c.why = append(c.why, geo.Evidence{Rule: "polarity.denied", Span: d.span(a.cue.first, a.cue.end)})
		}
		switch {
		case a.stance == demandStance:
			c.modality = geo.Demand
		case a.rule == "attr.F-promise":
			c.modality = geo.Future
		case a.stance == denyStance && s.doubting(a) && c.modality == geo.Future:
			c.modality = geo.Hedged
		case a.stance == believeStance && (c.modality == geo.Asserted || c.modality == geo.Future):
			c.modality = geo.Hedged
		}
		if a.verb+1 < len(d.toks) {
			// "нібито" in place of "що"
			switch s.x.str(d, max(0, x.first-1)) {
			case "нібито", "начебто", "якобы", "будто":
				c.modality = geo.Hedged
			}
		}
	}
	if a != nil && a.stance == claimStance && c.modality == geo.Asserted && s.demands(x) {
		c.modality = geo.Demand
		if c.find.typ == geo.Withdrawal && s.askedFor(x) {
			c.find.typ = geo.WithdrawalDemanded
		}
	}
	if a != nil && a.stance == demandStance && !neg && c.find.typ == geo.Withdrawal {
		c.find.typ = geo.WithdrawalDemanded
	}
	if c.find.typ == geo.WithdrawalDemanded && s.agrees(c, a) {
		c.find.typ, c.modality = geo.Withdrawal, geo.Future
	} else if c.find.typ == geo.WithdrawalDemanded && c.find.weight > 0 {
		c.modality = geo.Demand
	}
	if neg && !(a != nil && a.rule == "attr.F-promise" && a.stance == demandStance) { // "просит не ездить"
		c.polarity = geo.Negated
	}
	s.foretell(c, ahead)
}

// agrees reports whether whoever speaks agrees or is ready to do what claim c tells of: "согласилась
// на вывод войск из N", "готов вивести підрозділи".
func (s *slavic) agrees(c *draft, a *attribution) bool {
	if a != nil && startsWithAny(s.x.str(s.d, a.verb), []string{"погод", "соглас", "соглаша"}) {
		return true
	}
	const near = 3 // tokens
	for k := max(c.runs[0].first, c.find.first-near); k < c.find.first; k++ {
		if strings.HasPrefix(s.x.str(s.d, k), "готов") {
			return true
		}
	}
	return false
}

// demands reports whether a clause has a verb by which somebody who is not named asks for
// something: "Жителям N радять виїхати".
func (s *slavic) demands(x run) bool {
	for _, h := range s.x.in(x.first, x.end) {
		if h.p.kind == slavicCue && h.p.stance == demandStance && h.end <= x.end && s.finite(h.first) && !s.typedVerb(h.first) {
			w := s.x.str(s.d, h.first)
			return strings.HasSuffix(w, "ть") || strings.HasSuffix(w, "ют") || strings.HasSuffix(w, "ят") || strings.HasSuffix(w, "ли")
		}
	}
	return false
}

// ownDenial reports whether a negation is one of the words that tell the kind of claim:
// "немає світла", "не пройшли".
func (s *slavic) ownDenial(c *draft, not *slavicHit) bool {
	if c.find.weight == 0 || not.first < c.find.first || not.end > c.find.end {
		return false
	}
	for _, h := range s.x.starting(c.find.first) {
		if h.p.kind == slavicType && h.p.denies && h.end == c.find.end && h.p.typ == c.find.typ {
			return true
		}
	}
	return false
}

// doubting reports whether the cue of an attribution only holds something to be unlikely: "сочла маловероятным,
// что", "сомневаются, что".
func (s *slavic) doubting(a *attribution) bool {
	for k := a.cue.first; k < a.cue.end; k++ {
		if startsWithAny(s.x.str(s.d, k), doubtStems) {
			return true
		}
	}
	return false
}

var doubtStems = []string{"маловероят", "малоймовірн", "сомнев", "сомнит", "сумнів"}
