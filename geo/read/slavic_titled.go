package read

import "strings"

// titledNouns begin the nouns behind which a name in quotation marks is that of a work, in
// Ukrainian and Russian.
var titledNouns = [...]string{"фільм", "фильм", "стрічк", "кіно", "кино", "книг", "книж", "роман", "вистав", "спектакл", "пісн", "песн", "виставк", "выставк", "проєкт", "проект", "картин", "альбом", "поем", "поэм", "серіал", "сериал"}

// titled reports whether token i stands in the title of a work: "фільм «20 днів у N»".
func (s *slavic) titled(i int) bool {
	d := s.d
	q := d.toks[i].quote
	if q == 0 {
		return false
	}
	first := d.quotes[q-1].first
	if first == 0 || d.toks[first-1].kind != wordToken || d.toks[first-1].sent != d.toks[i].sent {
		return false
	}
	w := s.x.str(d, first-1)
	for _, n := range titledNouns {
		if strings.HasPrefix(w, n) {
			return true
		}
	}
	return false
}
