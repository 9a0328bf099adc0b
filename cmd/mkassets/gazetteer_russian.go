package main

import (
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// addRussian gives places in Ukraine without a Russian name one that is likely,
// as another name: from our tables where a place of the same Ukrainian name has
// one, else by the endings that correspond.
func addRussian(p *places, ours []curated) {
	known := map[string]string{}
	for i := range ours {
		if q := &ours[i].place; q.Country == "UA" && q.Kind == geo.Settlement && q.NameUK != "" {
			known[q.NameUK] = q.NameRU
		}
	}
	for i := range p.entries {
		e := &p.entries[i]
		q := &e.Place
		if q.Country != "UA" || q.Kind != geo.Settlement || q.NameRU != "" {
			continue
		}
		uk := q.NameUK
		for _, n := range e.Names {
			if uk == "" && n.Language == geo.Ukrainian && n.Kind == gazetteer.Other {
				uk = n.Text
			}
		}
		if ru := russianOf(uk, known); ru != "" {
			e.Names = append(e.Names, gazetteer.Name{Text: ru, Language: geo.Russian, Kind: gazetteer.Other})
		}
	}
}

func russianOf(uk string, known map[string]string) string {
	if ru := known[uk]; ru != "" || uk == "" {
		return ru
	}
	for _, prefix := range [][2]string{{"Ново", "Ново"}, {"Старо", "Старо"}, {"Верхньо", "Верхне"}, {"Нижньо", "Нижне"},
		{"Мало", "Мало"}, {"Велико", "Велико"}, {"Нова ", "Новая "}, {"Стара ", "Старая "}, {"Мала ", "Малая "}, {"Велика ", "Великая "},
		{"Верхня ", "Верхняя "}, {"Нижня ", "Нижняя "}, {"Новий ", "Новый "}, {"Старий ", "Старый "}, {"Великий ", "Великий "}, {"Малий ", "Малый "}} {
		if rest, ok := strings.CutPrefix(uk, prefix[0]); ok && rest != "" {
			first := []rune(rest)
			capital := strings.ToUpper(string(first[0])) + string(first[1:])
			if ru := known[capital]; ru != "" {
				if strings.HasSuffix(prefix[1], " ") {
					return prefix[1] + ru
				}
				return prefix[1] + strings.ToLower(ru)
			}
		}
	}
	words := strings.Fields(uk)
	for i, w := range words {
		for _, end := range russianEndings {
			if stem, ok := strings.CutSuffix(w, end[0]); ok {
				w = stem + end[1]
				break
			}
		}
		words[i] = toRussian.Replace(w)
	}
	return strings.Join(words, " ")
}

var russianEndings = [][2]string{
	{"іївка", "еевка"}, {"ївка", "евка"}, {"івка", "овка"}, {"ський", "ский"}, {"цький", "цкий"}, {"ське", "ское"}, {"цьке", "цкое"},
	{"ськ", "ск"}, {"цьк", "цк"}, {"ове", "ово"}, {"еве", "ево"}, {"єве", "ево"}, {"ине", "ино"}, {"не", "ное"}, {"піль", "поль"},
	{"пілля", "полье"}, {"ий", "ый"}, {"на", "ная"},
}

var toRussian = strings.NewReplacer("Олекс", "Алекс", "Микола", "Никола", "Андрі", "Андре", "Сергі", "Серге", "'я", "ья", "і", "и", "І", "И",
	"ї", "и", "Ї", "И", "є", "е", "Є", "Е", "ґ", "г", "Ґ", "Г", "ьо", "ё", "'", "")

// ukrainianOf writes a Russian name of a place in Ukraine as a Ukrainian one, by
// the endings that correspond: good for the young villages of Crimea, whose names
// are the same words in both languages.
func ukrainianOf(ru string) string {
	words := strings.Fields(ru)
	for i, w := range words {
		for _, end := range ukrainianEndings {
			if stem, ok := strings.CutSuffix(w, end[0]); ok {
				w = stem + end[1]
				break
			}
		}
		words[i] = fromRussianLetters.Replace(w)
	}
	return strings.Join(words, " ")
}

var ukrainianEndings = [][2]string{
	{"ское", "ське"}, {"цкое", "цьке"}, {"ский", "ський"}, {"цкий", "цький"}, {"ск", "ськ"}, {"ое", "е"}, {"ее", "є"}, {"ая", "а"}, {"ый", "ий"},
	{"еевка", "іївка"}, {"овка", "івка"}, {"евка", "івка"}, {"ёвка", "івка"}, {"ово", "ове"}, {"ево", "еве"}, {"ёво", "йове"}, {"ино", "ине"}, {"ье", "я"},
}

var fromRussianLetters = strings.NewReplacer("ы", "и", "э", "е", "Э", "Е", "ъ", "'", "ё", "ьо", "Ё", "Йо")
