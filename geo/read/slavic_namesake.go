package read

import (
	"strings"

	"contested/geo"
)

// givenLetters are the first letters of given names in Ukrainian or Russian, each with those that the name of a
// listed person may begin with in Latin letters: Александр is Oleksandr, Николай Mykola.
var givenLetters = map[string]string{"а": "AO", "о": "OA", "б": "B", "в": "VW", "г": "GH", "д": "D", "е": "EYO", "є": "YE", "ж": "Z", "з": "Z", "и": "IY", "і": "I", "й": "Y", "к": "KC",
	"л": "L", "м": "MN", "н": "NM", "п": "P", "р": "R", "с": "S", "т": "T", "ф": "FTP", "э": "E", "ю": "YJ", "я": "YJ"}

// otherGiven reports whether the surname of a listed person stands behind a given name that is not that
// person's: "эксперт Павел Аксёнов".
func (s *slavic) otherGiven(h *slavicHit) bool {
	i := h.first - 1
	if h.end != h.first+1 || i < 0 || !s.x.is(i, slavicGiven) || s.d.toks[i].caps != titleCase || s.d.toks[i].sent != s.d.toks[h.first].sent || !strings.Contains(h.p.name, " ") {
		return false
	}
	w := s.x.str(s.d, i)
	may, ok := givenLetters[w[:min(2, len(w))]]
	return ok && !strings.Contains(may, h.p.name[:1])
}

// ownChief reports whether an office that the list gives to Ukraine's commander is named by a publisher of
// Russia's side, which means its own.
func (s *slavic) ownChief(h *slavicHit) bool {
	return s.d.article.Publisher.Party == geo.Russia && h.end == h.first+1 && h.p.party == geo.Ukraine && s.d.toks[h.first].caps == lowerCase
}

// enemyOf is the side of those whom a publisher of one side calls the enemy's at token i or before it:
// "вражеские каналы".
func (s *slavic) enemyOf(i int) geo.Party {
	if !startsWithAny(s.x.str(s.d, i), hostileStems) && (i == 0 || !startsWithAny(s.x.str(s.d, i-1), hostileStems)) {
		return geo.UnknownParty
	}
	switch s.d.article.Publisher.Party {
	case geo.Russia:
		return geo.Ukraine
	case geo.Ukraine, geo.Press:
		return geo.Russia
	}
	return geo.UnknownParty
}

var (
	hostileStems  = []string{"вражеск", "вражьи", "ворож", "неприятельск", "хохлятск", "укропск"}
	localStems    = []string{"местн", "місцев"}
	audienceStems = []string{"подписчи", "читател", "зрител", "слушател", "підписни", "читач", "глядач", "слухач"}
)

// soCalled reports whether the office at token i stands in quotation marks alone, as nobody's whom the writer
// would call so: "«мэр» N".
func (s *slavic) soCalled(i int) bool {
	d := s.d
	return i > 0 && i+1 < len(d.toks) && d.toks[i-1].kind == openToken && d.toks[i+1].kind == closeToken && d.toks[i].caps == lowerCase
}
