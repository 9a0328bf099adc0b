package read

import (
	"strings"

	"contested/geo"
)

// struck reports whether a capital stands where something happens to it: behind a
// word for attacks, or behind a preposition of place.
func (s *slavic) struck(i int) bool {
	d := s.d
	if s.acts(i) {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-4 && d.toks[k].sent == d.toks[i].sent; k-- {
		if d.endsClause(k) {
			return k == i-1 && i > 1 && !s.isMark(k, ':') && s.placeAt(i-2)
		}
		switch s.x.str(d, k) {
		case "по", "над", "під", "под", "біля", "возле", "около", "поблизу", "вблизи", "навколо", "вокруг", "місто", "город", "місті", "городе", "мер", "мэр", "мера", "мэра":
			return true
		}
		if s.happens(k) {
			return true
		}
	}
	return false
}

// acts reports whether a capital is the subject of the verb behind it: "обстрелы N Киев продолжит", "вывод войск Москва
// больше не обсуждает".
func (s *slavic) acts(i int) bool {
	d := s.d
	k := i + 1
	for k < len(d.toks) && k < i+4 && (s.x.is(k, slavicFiller) || s.isNot(k) || d.isOf(k, &noLonger)) {
		k++
	}
	if i == 0 || k >= len(d.toks) || d.toks[k].sent != d.toks[i].sent || s.caseOf(i) != subjectCase || !s.finite(k) || s.ofMany(k) || s.isCue(i-1) {
		return false
	}
	return k == i+1 && s.caseOf(i-1) == otherCase || startsWithAny(s.x.str(d, k), mindStems)
}

// noLonger stand between a subject and its verb.
var noLonger = listOf("больше більше уже вже пока поки теперь тепер")

// happens reports whether a word for what happens to a place stands at token i, no verb by which
// somebody is asked for something: "закликав Москву вивести війська".
func (s *slavic) happens(i int) bool {
	if s.isCue(i) {
		return false
	}
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicType && h.p.typ != geo.WithdrawalDemanded {
			return true
		}
	}
	return false
}

// suffers reports whether what stands from token i on, behind a capital, is told of a town: "Київ
// без світла", "Киев под ударом".
func (s *slavic) suffers(i int) bool {
	d := s.d
	for k := 0; k < 2 && i < len(d.toks) && s.x.is(i, slavicFiller); k++ {
		i++
	}
	if i >= len(d.toks) || d.toks[i].kind != wordToken {
		return false
	}
	switch w := s.x.str(d, i); w {
	case "без":
		return s.typed(i, min(i+3, len(d.toks)))
	case "під", "под":
		return s.typed(i, min(i+3, len(d.toks)))
	default:
		for _, p := range [...]string{"атакован", "обстрілян", "обстрелян", "знеструм", "обесточ", "прокину", "проснул", "засипа", "затян"} {
			if strings.HasPrefix(w, p) {
				return true
			}
		}
	}
	return false
}

// maxDealing is how many tokens before or behind a capital what is done with its government stands.
const maxDealing = 4

// dealtWith reports whether a capital behind a preposition is the government with which somebody
// deals: "вимагає від Києва", "переговори з Москвою", "тиск на Київ", "в Києві чекають".
func (s *slavic) dealtWith(m *mention, before []mention) bool {
	d := s.d
	h, ok := s.x.find(slavicParty, m.first)
	if !ok || !s.state(h.p) || !s.r.places.metonyms[m.Place] || m.first < 1 {
		return false
	}
	st := &d.sents[d.toks[m.first].sent]
	near := func(stems []string) bool {
		for k := max(st.first, m.first-maxDealing); k < min(st.end, m.end+maxDealing); k++ {
			if k >= m.first-1 && k < m.end || d.toks[k].kind != wordToken {
				continue
			}
			if startsWithAny(s.x.str(d, k), stems) {
				return true
			}
		}
		return false
	}
	switch s.x.str(d, m.first-1) {
	case "від", "от":
		return near(askedStems)
	case "на":
		return near(pressureStems)
	case "з", "із", "зі", "с", "со":
		if n := len(before); n > 0 && before[n-1].Use == geo.Metonym && before[n-1].end == m.first-1 {
			return s.caseOf(m.first) != subjectCase
		}
		return near(talkStems)
	case "до", "к", "ко":
		return near(appealStems)
	case "для":
		return true
	case "в", "у":
		const reach = 8 // tokens
		for k := m.end; k < st.end && k < m.end+reach && !s.edge(k); k++ {
			if _, ok := s.x.find(slavicRole, k); ok {
				return false // "в Киеве люди ждут"
			}
			if s.finite(k) || s.infinitive(k) {
				if s.ofMany(k) && startsWithAny(s.x.str(d, k), mindStems) || s.infinitive(k) && startsWithAny(s.x.str(d, k), answerStems) {
					return true
				}
			}
		}
	}
	return false
}

// startsWithAny reports whether a word begins with one of the stems.
func startsWithAny(w string, stems []string) bool {
	for _, p := range stems {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// The beginnings of words, of both languages, that stand by a government that somebody deals with.
var (
	askedStems    = []string{"вимаг", "вимог", "требу", "требов", "потреб", "чека", "очіку", "жду", "ждёт", "ждет", "ожида", "добива", "домага", "добьет", "отрима", "получ", "хоч", "хот", "залеж", "завис"}
	pressureStems = []string{"тиск", "тисн", "давл", "дави", "давя", "надав", "вплив", "вплин", "влия", "повлия", "натисн", "поклада", "возлаг", "санкц"}
	talkStems     = []string{"переговор", "контакт", "діалог", "диалог", "домов", "договор", "угод", "сделк", "соглаш", "стосунк", "відносин", "отношен", "узгод", "соглас", "консульт", "обмін", "обмен", "перемир", "розмов"}
	appealStems   = []string{"зверн", "обращ", "обрат", "претенз", "вимог", "требов", "апел", "закли", "призыв", "прозв"}
	answerStems   = []string{"коменту", "комментир", "прокоменту", "прокомментир", "відповіда", "отвеча", "підтверджу", "подтвержда", "спростову", "опроверга"}
	mindStems     = []string{"чека", "жд", "ожида", "сподіва", "надею", "побою", "опаса", "вважа", "счита", "вір", "вер", "готов", "пропону", "предлага", "вимага", "требу", "обіця", "обеща", "наполяг", "настаив", "реагу", "молч", "мовч", "кажу", "говор", "заяв", "назва", "назыв", "заперечу", "отриц", "зна", "розумі", "поним", "хоч", "хот", "намага", "стремя", "прагну", "визна", "призна", "обговор", "обсужд", "боя", "гада", "сумніва", "сомнева", "радію", "рад", "отреаг", "відреаг", "відкину", "отверг", "підтверд", "подтверд", "спрост", "опроверг"}
)
