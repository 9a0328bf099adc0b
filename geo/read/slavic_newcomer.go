package read

import (
	"strings"

	"contested/geo"
)

// slavicGender is what a word shows of whether it means a man or a woman.
type slavicGender uint8

const (
	eitherGender slavicGender = iota
	manGender
	womanGender
)

// maxNewcomer is how many sentences back a pronoun finds somebody who has not spoken yet.
const maxNewcomer = 2

// newcomer is the person that a pronoun stands for, or that is left out before a verb, when the
// sentences since somebody last spoke tell of one: "Нас зустрічає комбат. Ворог, каже він, …".
func (s *slavic) newcomer(a *attribution, g slavicGender) np {
	d := s.d
	sent := int(d.toks[a.cue.first].sent)
	for n := sent - 1; n >= max(0, sent-maxNewcomer, s.spokeIn+1); n-- {
		if d.sents[n].block != d.sents[sent].block {
			break
		}
		if p := s.personIn(&d.sents[n], g); !p.empty() {
			return p
		}
	}
	return np{}
}

// beforeColonOf is whom the clause before the colon tells of behind which an attribution stands:
// "Комбат дістає мапу: до окопів, за його словами, …".
func (s *slavic) beforeColonOf(a *attribution) np {
	st := &s.d.sents[s.d.toks[a.cue.first].sent]
	k := s.behindColon(st.first, a.cue.first)
	if k == 0 || s.spokeIn >= int(s.d.toks[a.cue.first].sent) {
		return np{}
	}
	verb := st.first
	for verb < k && !s.finite(verb) && !s.edge(verb) {
		verb++
	}
	if p := s.narrow(st.first, verb); !p.empty() && s.named(p) && s.canSpeak(p) {
		if h, ok := s.x.find(slavicParty, p.first); ok && h.p.class == geo.Media {
			return np{} // whom it talked to
		}
		return p
	}
	before := sentence{first: st.first, end: k - 1}
	return s.personIn(&before, eitherGender)
}

// personIn is the first person of sentence st whom the text tells of, not those who were hurt.
func (s *slavic) personIn(st *sentence, g slavicGender) np {
	d := s.d
	hits := s.x.in(st.first, st.end)
	for _, h := range hits {
		if h.p.kind == slavicType && h.p.typ == geo.Casualties {
			return np{}
		}
	}
	for _, h := range hits {
		if d.quoted(h.first) || !s.onePerson(&h) || g != eitherGender && s.genderOf(h.first) != eitherGender && s.genderOf(h.first) != g {
			continue
		}
		end := h.end
		for end < st.end && !s.edge(end) && !s.finite(end) && !s.x.is(end, slavicAbout) {
			end++
		}
		if p := s.narrow(h.first, end); p.first == h.first {
			return p
		}
	}
	return np{}
}

// bodiesAmongRoles begin the words among those for people who speak that mean many or a body.
var bodiesAmongRoles = [...]string{"бригад", "батальйон", "батальон", "корпус", "штаб", "прес", "лікарн", "больниц", "адміністр", "администр", "прокурат", "поліці", "полици", "мері", "мэри",
	"громад", "виконком", "міськрад", "горсовет", "служб", "влад", "власт", "підрозділ", "подразд", "загін", "загон", "екіпаж", "піхот", "дивізіон", "полк", "суд", "семь", "люд", "правитель",
	"парламент", "муніципал", "муницип", "старостат", "подружж", "супруги", "осбб", "госпітал", "джерел", "источник", "представ", "чинов", "посад", "совет", "мчс"}

// onePerson reports whether a hit names one person: by an office, a trade or a given name.
func (s *slavic) onePerson(h *slavicHit) bool {
	switch {
	case h.p.kind == slavicWord:
		if h.p.words&slavicGiven == 0 || s.d.toks[h.first].caps != titleCase || s.x.is(h.first-1, slavicIn|slavicAgainst|slavicAbout) {
			return false
		}
		if m := s.d.mentionIndex(h.first); m < len(s.d.mentions) && s.d.mentions[m].first == h.first {
			return false
		}
		return true
	case h.p.kind == slavicParty:
		return h.p.person
	case h.p.kind != slavicRole:
		return false
	}
	w := s.x.str(s.d, h.first)
	for _, b := range bodiesAmongRoles {
		if strings.HasPrefix(w, b) {
			return false
		}
	}
	for _, e := range [...]string{"и", "і", "ы", "ів", "ов", "ей", "їв", "ам", "ами", "ях", "ах"} {
		if strings.HasSuffix(w, e) {
			return false // several
		}
	}
	return !s.x.is(h.first-1, slavicAbout)
}

// genderOf is the gender that the word at token i, for a person, shows by its end.
func (s *slavic) genderOf(i int) slavicGender {
	w := s.x.str(s.d, i)
	switch w {
	case "голова", "староста", "суддя", "судья", "глава", "посадова", "військова":
		return eitherGender
	case "микола", "ілля", "илья", "лука", "сава", "савва", "никита", "мужчина", "чоловіка", "дядя", "тато", "папа", "дедушка", "саша", "женя":
		return manGender
	case "мати", "мать", "дочь", "пані":
		return womanGender
	}
	for _, e := range [...]string{"ка", "иця", "ица", "ина", "иня", "жена", "дова", "стра", "уся", "ша", "тя", "ня", "ма"} {
		if strings.HasSuffix(w, e) {
			return womanGender
		}
	}
	if strings.HasSuffix(w, "а") || strings.HasSuffix(w, "я") {
		if s.x.is(i, slavicGiven) {
			return womanGender
		}
		return eitherGender // "командира"
	}
	return manGender
}

// pronounGender is the gender of the pronoun at token i; ok only for those of one person.
func (s *slavic) pronounGender(i int) (g slavicGender, ok bool) {
	switch s.x.str(s.d, i) {
	case "він", "он", "ним", "нього", "его", "його":
		return manGender, true
	case "вона", "она", "її", "ее", "неї", "нею":
		return womanGender, true
	}
	return eitherGender, false
}

// metSince is the speaker that the pronoun of phrase p stands for when the text has told of
// somebody new since anybody spoke.
func (s *slavic) metSince(a *attribution, p np) speaker {
	for i := p.first; i < p.end; i++ {
		if !s.x.is(i, slavicPronoun) {
			continue
		}
		n := s.beforeColonOf(a)
		if g, ok := s.pronounGender(i); ok && n.empty() {
			n = s.newcomer(a, g)
		} else if !ok && n.empty() {
			continue
		}
		if n.empty() {
			return speaker{}
		}
		by := attribution{cue: a.cue, verb: a.verb, source: n, subject: n, content: a.content}
		w := s.speaker(&by)
		w.why = append(w.why[:len(w.why):len(w.why)], geo.Evidence{Rule: "source.pronoun", Span: s.d.span(p.first, p.end), Note: s.d.span(n.first, n.end).Of(s.d.text)})
		return w
	}
	return speaker{}
}

// stateSince is the government that "there" means when the text has named one since anybody
// spoke: "А Москва? Там настаивают".
func (s *slavic) stateSince(a *attribution, p np) speaker {
	d := s.d
	if w := s.x.str(d, p.head); w != "там" {
		return speaker{}
	}
	sent := int(d.toks[a.cue.first].sent)
	first := max(0, sent-1, s.spokeIn+1)
	if first >= sent {
		return speaker{}
	}
	list := d.mentionsIn(d.sents[first].first, d.sents[sent-1].end)
	for k := len(list) - 1; k >= 0; k-- {
		m := &list[k]
		if h, ok := s.x.find(slavicParty, m.first); m.Use == geo.Metonym && ok && h.p.country {
			by := attribution{cue: a.cue, verb: a.verb, source: np{m.first, m.end, m.first}, content: a.content}
			return s.speaker(&by)
		}
	}
	return speaker{}
}

// maxFamilies bounds how many surnames a name is compared with.
const maxFamilies = 20

// calledBySurname reports whether a mention is the surname of somebody whom the text has named in
// full, beside a verb of saying: "лагодить мережу Борис Одеса. «Світло буде», – обіцяє Одеса".
func (s *slavic) calledBySurname(m *mention) bool {
	w := s.x.str(s.d, m.first)
	for k := len(s.families) - 1; k >= max(0, len(s.families)-maxFamilies); k-- {
		f := s.families[k]
		if n := min(len(f), len(w)) - 4; n < 6 || w[:n] != f[:n] || len(w)-len(f) > 6 || len(f)-len(w) > 6 {
			continue
		}
		return f == w && !s.x.is(m.first-1, slavicIn|slavicAgainst) || s.isCue(m.end) || s.isCue(m.first-1) || m.first > 0 && s.x.is(m.first-1, slavicSaying)
	}
	return false
}

// nameOfOffice reports whether a mention of one word is the given name of who holds the office right
// before it, with a surname behind: "начальниця міської адміністрації Зоряна Кульбачна".
func (s *slavic) nameOfOffice(m *mention) bool {
	d := s.d
	st := &d.sents[d.toks[m.first].sent]
	if m.first-1 < st.first || m.end >= st.end || d.toks[m.first-1].kind != wordToken || d.toks[m.first-1].caps == titleCase || d.toks[m.end].kind != wordToken || d.toks[m.end].caps != titleCase || s.placeAt(m.end) || s.regionAt(m.end) {
		return false
	}
	const near = 5 // tokens
	office := false
	for k := m.first - 1; k >= st.first && k >= m.first-near && d.toks[k].kind == wordToken; k-- {
		if h, ok := s.x.find(slavicRole, k); ok && s.onePerson(&h) && h.p.class != geo.Witness {
			office = true
			break
		}
	}
	return office && !d.isOf(m.first-1, &ofVillage) && s.genderOf(m.first) == s.genderOf(m.end)
}

// presented reports whether what stands from token i on, behind a name and a comma, says of somebody what he is
// or how old.
func (s *slavic) presented(i int) bool {
	if i >= len(s.d.toks) {
		return false
	}
	if h, ok := s.x.find(slavicRole, i); ok && s.onePerson(&h) && s.caseOf(i) == subjectCase {
		return true
	}
	if s.d.toks[i].kind != numberToken || i+1 >= len(s.d.toks) {
		return false
	}
	switch s.x.str(s.d, i+1) {
	case "років", "роки", "рік", "лет", "года", "год", ",", ".":
		return true
	}
	return false
}
