package read

import "contested/geo"

// namedThing reports whether a mention belongs to the name of something else than a place: of what
// stands in quotation marks with other words, of a street, of an institution.
func (s *slavic) namedThing(m *mention) bool {
	return m.Use == geo.Literal && (s.quotedName(m) || s.streetName(m) || s.institution(m))
}

// maxQuotedName is how many tokens a name in quotation marks may take.
const maxQuotedName = 6

// quotedName: a place among other words in quotation marks that are no speech and say nothing: "радіо
// «Голос N»", "кафе «Вкус N»".
func (s *slavic) quotedName(m *mention) bool {
	d := s.d
	n := d.toks[m.first].quote
	if n == 0 {
		return false
	}
	q := &d.quotes[n-1]
	first, last := q.first+1, q.last
	if q.speech || last-first > maxQuotedName || m.first < first || m.end > last || d.toks[first].kind != wordToken || d.toks[first].caps == lowerCase {
		return false
	}
	if m.end-m.first == last-first {
		return s.bearsName(q.first - 1)
	}
	other := false
	for i := first; i < last; i++ {
		if d.toks[i].kind == wordToken && (i < m.first || i >= m.end) {
			other = true
			if d.toks[i].caps == lowerCase && !s.bearsName(q.first-1) && !startsWithAny(s.x.str(d, i), paperStems) {
				return false // "«N наш повністю»"
			}
			if s.x.is(i, slavicIn|slavicAgainst|slavicAbout|slavicAnd) && i > first && !s.bearsName(q.first-1) {
				return false
			}
		} else if d.toks[i].kind == punctToken {
			return false
		}
	}
	return other && !s.typed(first, last) && s.oursAt(run{first, last}) == 0 && !s.anyFinite(first+1, last) && !s.x.is(first, slavicVerb)
}

// bearsName reports whether the noun at token i is one for things that are called by a name in
// quotation marks.
func (s *slavic) bearsName(i int) bool {
	return i >= 0 && s.d.toks[i].kind == wordToken && startsWithAny(s.x.str(s.d, i), bearingStems)
}

// paperStems begin words in the names of papers and sites: "«N новини»".
var paperStems = []string{"новин", "новост", "інфо", "инфо", "онлайн", "вісник", "вестник"}

// bearingStems begin nouns for what is called by a name in quotation marks, in both languages.
var bearingStems = []string{"кафе", "ресторан", "бар", "готел", "отел", "гостиниц", "магазин", "супермаркет", "крамниц", "аптек", "радіо", "радио", "портал", "сайт", "журнал", "газет", "видан", "издани", "телеканал", "агентств",
	"клуб", "фк", "команд", "гурт", "групп", "ансамбл", "хор", "театр", "кінотеатр", "кинотеатр", "музе", "виставк", "выставк", "фестивал", "санатор", "пансіонат", "пансионат", "фірм", "фирм", "компані", "компани", "тов", "ооо", "агрофірм", "агрофирм",
	"крейсер", "корабл", "катер", "теплохід", "теплоход", "судн", "танкер", "паром", "пором", "потяг", "поїзд", "поезд", "дрон", "безпілотник", "беспилотник", "ракет", "орден", "медал", "операці", "операци", "марш", "торт", "пив", "салат", "сир", "сыр",
	"жк", "квартал", "ринк", "ринок", "рынок", "рынк", "метро", "мотел", "хостел", "фонд", "премі", "преми", "конкурс", "турнір", "турнир", "кубок", "роман", "повіст", "повест", "пісн", "песн"}

// slavicStreets are the cases of words for streets and squares.
var slavicStreets = listOf("вулиця вулиці вулицю вулицею вулиць вулицях площа площі площу площею проспект проспекті проспекту проспектом бульвар бульварі бульвару бульваром провулок провулку набережна набережній шосе узвіз узвозі сквер сквері улица улицы улице улицу улицей улицах площадь площади площадью проспекте проспекта бульваре бульвара переулок переулке набережная набережной сквере вул ул пл просп")

// streetName: "вулиця Героїв N", "Її вулиця, N-ська, веде".
func (s *slavic) streetName(m *mention) bool {
	d := s.d
	i := m.first
	lo := d.sents[d.toks[i].sent].first
	if i-2 < lo {
		return false
	}
	if s.isMark(i-1, ',') && s.isMark(m.end, ',') && m.end == i+1 && d.isOf(i-2, &slavicStreets) {
		return adjectiveEnd(s.x.str(d, i))
	}
	return d.toks[i-1].kind == wordToken && d.toks[i-1].caps == titleCase && d.isOf(i-2, &slavicStreets) && startsWithAny(s.x.str(d, i-1), honouredStems)
}

// honouredStems begin words for whom streets honour, with a place behind them: "вулиця Героїв N".
var honouredStems = []string{"геро", "захисник", "защитник", "оборонц", "воїн", "воин", "дружб", "ветеран", "десантник", "визволител", "освободител", "партизан", "льотчик", "летчик", "моряк", "бійц", "бойц", "пам'ят", "памят", "жертв", "козак", "казак"}

// adjectiveEnd reports whether a word has the ending of an adjective in the nominative.
func adjectiveEnd(w string) bool {
	for _, e := range [...]string{"ська", "цька", "зька", "ский", "ская", "цкая", "цкий", "ський", "цький", "ское", "ське"} {
		if len(w) > len(e) && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}

// institution: an adjective of a place before other adjectives and the noun of an institution that
// may be anywhere: "Донецький національний університет", "Киевский вокзал".
func (s *slavic) institution(m *mention) bool {
	d := s.d
	if m.end != m.first+1 || !adjectiveEnd(s.x.str(d, m.first)) && adjectiveStem(d.str(m.first)) == "" {
		return false
	}
	const near = 4 // tokens
	for k := m.end; k < len(d.toks) && k < m.end+near && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase; k++ {
		if startsWithAny(s.x.str(d, k), institutionStems) {
			return true
		}
		if _, ok := s.x.find(slavicRole, k); ok || s.finite(k) || s.x.is(k, slavicIn) {
			return false
		}
	}
	return false
}

// institutionStems begin nouns for institutions that bear the adjective of a place.
var institutionStems = []string{"університет", "университет", "інститут", "институт", "академі", "академи", "театр", "філармон", "филармон", "консерватор", "музе", "вокзал", "єпархі", "епархи", "митропол", "гімназі", "гимнази", "коледж", "колледж", "зоопарк", "цирк", "бібліотек", "библиотек", "апеляційн", "апелляционн"}

// namedAfter reports whether a name is that of whom something is named after: "больница имени N".
func (s *slavic) namedAfter(m *mention) bool {
	if m.first == 0 || m.Use == geo.Anaphor || s.d.toks[m.first-1].sent != s.d.toks[m.first].sent {
		return false
	}
	k := m.first - 1
	if s.isMark(k, '.') && k > 0 {
		k--
	}
	switch s.x.str(s.d, k) {
	case "имени", "імені", "им", "ім":
		return s.d.toks[k].caps == lowerCase
	}
	return false
}
