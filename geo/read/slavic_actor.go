package read

import (
	"strings"

	"contested/geo"
)

// slavicCase is as much of the case of a word as its ending shows.
type slavicCase uint8

const (
	subjectCase slavicCase = iota // nominative, or an accusative that looks like one
	agentCase                     // instrumental
	otherCase
)

// The endings that show a case, the longest first where one ends in another.
var (
	agentEndings = []string{"ами", "ями", "ими", "ом", "ем", "єм", "ею", "єю", "ією", "ией", "ью", "ою"}
	otherEndings = []string{"ів", "їв", "ов", "ев", "их", "ої", "ого", "ому", "ій", "ії", "ии", "ах", "ях", "ам", "ям", "ян", "ей", "ой", "ини", "ині", "ины", "ине", "ину", "ию", "ію", "ові"}
)

// caseOf is the case that a word's ending shows. Words in capitals (ЗСУ, ВСУ) do
// not change and count as subjects.
func (s *slavic) caseOf(i int) slavicCase {
	if s.d.toks[i].caps == upperCase {
		return subjectCase
	}
	w := s.x.str(s.d, i)
	for _, e := range agentEndings {
		if strings.HasSuffix(w, e) {
			return agentCase
		}
	}
	for _, e := range otherEndings {
		if strings.HasSuffix(w, e) {
			return otherCase
		}
	}
	if len(w) > 6 && (strings.HasSuffix(w, "у") || strings.HasSuffix(w, "ю")) {
		if h, ok := s.x.find(slavicParty, i); ok && h.p.country {
			return otherCase // "Києву", "Москву"
		}
	}
	if s.x.is(i, slavicEnemy) && (strings.HasSuffix(w, "а") || strings.HasSuffix(w, "у")) {
		return otherCase // "ворога", "противнику"
	}
	return subjectCase
}

// actorOf is the side that acts in a claim: the subject before the words that
// give the type ("російські війська захопили"), an agent behind them in the
// instrumental ("захоплено російськими військами"), or a subject right behind a
// verb ("обстріляли окупанти"). Words such as "the enemy" and "our troops" are
// seen from the speaker's side. Unknown when no form tells.
func (s *slavic) actorOf(c *draft) geo.Party {
	if c.find.weight == 0 {
		return geo.UnknownParty
	}
	d := s.d
	x := run{c.find.first, c.find.end}
	for _, y := range c.runs {
		if y.first <= c.find.first && c.find.first < y.end {
			x = y
		}
	}
	for i := x.first; i < c.find.end; i++ { // a pattern may begin with its subject
		if p := s.sideAt(i, c); p != geo.UnknownParty && s.caseOf(i) == subjectCase && !s.governed(i, x.first) {
			return p
		}
	}
	for i := c.find.first; i < x.end; i++ {
		if i > c.find.first && d.endsClause(i) {
			break
		}
		p := s.sideAt(i, c)
		if p == geo.UnknownParty || s.governed(i, c.find.first) {
			continue
		}
		switch s.caseOf(i) {
		case agentCase:
			return p
		case subjectCase:
			// "українські війська" is subject and object alike; people are not
			if i == c.find.end && s.finite(i-1) && (s.x.is(i, slavicEnemy) || strings.HasSuffix(s.x.str(d, i), "яни") || strings.HasSuffix(s.x.str(d, i), "яне")) {
				return p
			}
		}
	}
	return geo.UnknownParty
}

// sideAt is the fighting side that the word at token i names, for the speaker of
// the claim.
func (s *slavic) sideAt(i int, c *draft) geo.Party {
	if s.d.toks[i].kind != wordToken {
		return geo.UnknownParty
	}
	by := s.d.sourceOf(c.who).Party
	if c.who.actor == 0 {
		by = s.d.article.Publisher.Party
	}
	switch {
	case s.x.is(i, slavicEnemy):
		if by == geo.Russia {
			return geo.Ukraine
		}
		if by == geo.Ukraine || s.d.lang == geo.Ukrainian {
			return geo.Russia
		}
		return geo.UnknownParty
	case s.x.is(i, slavicOurs):
		if by == geo.Russia || by == geo.Ukraine {
			return by
		}
		return geo.UnknownParty
	}
	var best slavicHit
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicParty && !h.p.person && h.p.class != geo.Media && h.end > best.end && (h.p.party == geo.Russia || h.p.party == geo.Ukraine) {
			best = h
		}
	}
	if best.p == nil {
		return geo.UnknownParty
	}
	return best.p.party
}

// governed reports whether a preposition stands before token i: "по позиціях
// ЗСУ", "против российских войск".
func (s *slavic) governed(i, lo int) bool {
	for k := i - 1; k >= lo && k >= i-2; k-- {
		if s.d.toks[k].kind != wordToken {
			return false
		}
		if k == i-2 && s.x.is(i, slavicEnemy) && s.caseOf(i) == subjectCase {
			return false // "на деле противник"
		}
		if s.x.is(k, slavicIn|slavicAbout|slavicAgainst) {
			return true
		}
	}
	return false
}
