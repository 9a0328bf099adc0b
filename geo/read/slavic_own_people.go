package read

import "contested/geo"

// ofPublisher reports whether a speaker works for the organisation that publishes the text: "юрист организации
// Марта N", "наш координатор", where an aid or rights organisation does.
func (s *slavic) ofPublisher(p np) bool {
	if s.d.article.Publisher.Party != geo.International {
		return false
	}
	for i := max(p.first-2, s.d.sents[s.d.toks[p.first].sent].first); i < p.end; i++ {
		if i < p.first && !startsWithAny(s.x.str(s.d, i), staffStems) {
			continue
		}
		if startsWithAny(s.x.str(s.d, i), ownStems) && i+1 < p.end {
			return true
		}
		if startsWithAny(s.x.str(s.d, i), organisationStems) && s.d.toks[i].caps == lowerCase && (i > p.first || startsWithAny(s.x.str(s.d, max(0, i-1)), staffStems)) {
			return i+1 >= len(s.d.toks) || s.d.toks[i+1].kind != openToken
		}
	}
	return false
}

var (
	ownStems          = []string{"наш"}
	organisationStems = []string{"организаци", "організаці", "фонда", "фонду", "миссии", "місії", "объединени", "об'єднан", "движени", "программы", "програми"}
	staffStems        = []string{"юрист", "координатор", "директор", "руководител", "керівни", "сотрудни", "співробітни", "представител", "представни", "глава", "голова", "аналитик", "аналітик", "медик", "врач", "лікар", "психолог", "волонтер", "менеджер", "специалист", "фахів", "адвокат", "эксперт", "експерт", "документатор", "наблюдател", "спостеріга", "сапер", "логист", "логіст", "пресс", "прес"}
)
