package read

import (
	"strings"

	"contested/geo"
)

// callSigns are the names that soldiers of the text are called by, in lower case, found behind the
// words for such a name: "на позивний Короп", "с позывным «Бук»", "на псевдо Тихий".
func (s *slavic) callSigns() map[string]bool {
	d := s.d
	var signs map[string]bool
	for i := range d.toks {
		if d.toks[i].kind != wordToken || !s.callSign(i) || d.toks[i].caps == lowerCase {
			continue
		}
		if q := d.toks[i].quote; q > 0 && d.toks[i-1].kind == openToken && !s.saysCallSign(i-2) {
			continue // a battalion's name
		}
		if signs == nil {
			signs = map[string]bool{}
		}
		signs[s.x.str(d, i)] = true
	}
	return signs
}

// saysCallSign reports whether token i is a word for a call sign.
func (s *slavic) saysCallSign(i int) bool {
	if i < 0 {
		return false
	}
	w := s.x.str(s.d, i)
	return strings.HasPrefix(w, "позивн") || strings.HasPrefix(w, "позывн") || w == "псевдо"
}

// isCallSign reports whether the word at token i is what a soldier of the text is called, not
// behind a preposition of place.
func (s *slavic) isCallSign(i int) bool {
	if len(s.signs) == 0 || s.d.toks[i].caps != titleCase || s.x.is(i-1, slavicIn) {
		return false
	}
	w := s.x.str(s.d, i)
	if s.signs[w] {
		return true
	}
	for _, e := range [...]string{"а", "у", "ом", "ем", "єм", "ові", "ою", "ой", "и", "ы", "і"} {
		if stem, ok := strings.CutSuffix(w, e); ok {
			if s.signs[stem] || s.signs[stem+"а"] {
				return true
			}
		}
	}
	return false
}

// serviceStems begin verbs that tell of somebody that he is a soldier, and leadingStems those behind
// which stands what somebody leads.
var (
	serviceStems = []string{"командує", "командував", "воює", "воював", "воювала", "служить", "служив", "служила", "мобілізув", "боронить", "командует", "командовал", "воюет", "воевал", "служит", "служил", "мобилизов"}
	leadingStems = []string{"очолює", "очолив", "керує", "возглав", "руковод"}
)

// serving gives somebody whom the text has introduced by a verb of service the side of the army: "Максим
// Черкаський командує батальйоном", "Оксана очолює громаду N".
func (s *slavic) serving(e *actor, p np) bool {
	d := s.d
	st := &d.sents[d.toks[p.first].sent]
	end := min(st.end, p.end+maxSigned)
	for k := p.end; k < end; k++ {
		w := s.x.str(d, k)
		leads := startsWithAny(w, leadingStems)
		if !leads && !startsWithAny(w, serviceStems) {
			continue
		}
		if s.takeParty(e, k+1, min(st.end, k+8), "party.service") {
			if e.party != geo.Civilians {
				return true
			}
			e.party, e.weight, e.why = geo.UnknownParty, 0, nil // "служить санітаркою в бригаді"
		}
		if leads {
			return false
		}
		e.human, e.class = true, geo.Military
		if e.party = geo.Ukraine; d.lang != geo.Ukrainian || d.article.Publisher.Party == geo.Russia {
			e.party = d.article.Publisher.Party
			if e.party != geo.Russia && e.party != geo.Ukraine {
				e.party = geo.UnknownParty
				return false
			}
		}
		e.weight = wStance
		e.why = append(e.why, geo.Evidence{Rule: "party.service", Span: d.span(k, k+1)})
		return true
	}
	return false
}

// soldierRole is that of whoever has a call sign, whatever trade the text names.
var soldierRole = slavicPattern{kind: slavicRole, party: geo.UnknownParty, class: geo.Military}

// soldierly reports whether a phrase gives a call sign.
func (s *slavic) soldierly(p np) bool {
	for i := p.first; i < p.end; i++ {
		if s.saysCallSign(i) {
			return true
		}
	}
	return false
}

// amongResidents reports whether residents have spoken before, as in reportage, where a soldier who is met is one of
// those who hold the town.
func (s *slavic) amongResidents() bool {
	const enough = 12 // actors
	for k := range s.d.actors[:min(len(s.d.actors), enough)] {
		if s.d.actors[k].party == geo.Civilians {
			return true
		}
	}
	return false
}
