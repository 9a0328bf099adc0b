package gazetteer

import (
	"strings"
	"unicode"
)

// Romanise writes a Ukrainian name in Latin letters as Ukraine does officially
// (Cabinet of Ministers, resolution 55 of 27 January 2010).
func Romanise(ukrainian string) string {
	var out strings.Builder
	start := true
	runes := []rune(ukrainian)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		low := unicode.ToLower(r)
		var s string
		switch {
		case low == 'з' && i+1 < len(runes) && unicode.ToLower(runes[i+1]) == 'г':
			s = "zgh"
			i++
		case start && official2010.initial[low] != "":
			s = official2010.initial[low]
		case isApostrophe(low) || low == 'ь':
		case official2010.letters[low] != "":
			s = official2010.letters[low]
		default:
			s = string(r)
		}
		if low != r && s != "" {
			s = strings.ToUpper(s[:1]) + s[1:]
		}
		out.WriteString(s)
		if !isApostrophe(low) {
			start = !unicode.IsLetter(low)
		}
	}
	return out.String()
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

// scheme is a way to write Cyrillic in Latin letters, folded: lower case, no
// apostrophes. initial holds for the start of a word; for Russian also after
// vowels and signs.
type scheme struct {
	letters, initial map[rune]string
}

// common is what all schemes share.
var common = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "h", 'ґ': "g", 'д': "d", 'е': "e", 'ж': "zh", 'з': "z", 'и': "y", 'і': "i",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
	'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch",
}

func newScheme(initial map[rune]string, letters map[rune]string) scheme {
	s := scheme{map[rune]string{}, initial}
	for r, v := range common {
		s.letters[r] = v
	}
	for r, v := range letters {
		s.letters[r] = v
	}
	return s
}

var official2010 = newScheme(
	map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya"},
	map[rune]string{'є': "ie", 'ї': "i", 'й': "i", 'ю': "iu", 'я': "ia"})

// fromUkrainian are the schemes that Ukrainian names are met in: the official
// one; BGN/PCGN 1965; with j as in scholarly and many European languages;
// German.
var fromUkrainian = []scheme{
	official2010,
	newScheme(nil, map[rune]string{'є': "ye", 'ї': "yi", 'й': "y", 'ю': "yu", 'я': "ya"}),
	newScheme(nil, map[rune]string{'є': "je", 'ї': "ji", 'й': "j", 'ю': "ju", 'я': "ja"}),
	newScheme(nil, map[rune]string{'є': "je", 'ї': "ji", 'й': "j", 'ю': "ju", 'я': "ja", 'в': "w", 'ж': "sch", 'з': "s",
		'х': "ch", 'ц': "z", 'ч': "tsch", 'ш': "sch", 'щ': "schtsch"}),
}

// fromRussian are those of Russian names: BGN/PCGN 1947; press style with e and
// y; with i for й and soft vowels; with j.
var fromRussian = []scheme{
	newScheme(map[rune]string{'е': "ye"}, map[rune]string{'ё': "yo", 'й': "y", 'ю': "yu", 'я': "ya", 'и': "i", 'ы': "y", 'э': "e", 'г': "g"}),
	newScheme(nil, map[rune]string{'ё': "yo", 'й': "y", 'ю': "yu", 'я': "ya", 'и': "i", 'ы': "y", 'э': "e", 'г': "g"}),
	newScheme(nil, map[rune]string{'ё': "e", 'й': "i", 'ю': "iu", 'я': "ia", 'и': "i", 'ы': "y", 'э': "e", 'г': "g"}),
	newScheme(map[rune]string{'е': "ie"}, map[rune]string{'ё': "io", 'й': "i", 'ю': "iu", 'я': "ia", 'и': "i", 'ы': "y", 'э': "e", 'г': "g"}),
	newScheme(map[rune]string{'е': "ye"}, map[rune]string{'ё': "e", 'й': "i", 'ю': "yu", 'я': "ya", 'и': "i", 'ы': "y", 'э': "e", 'г': "g"}),
	newScheme(map[rune]string{'е': "je"}, map[rune]string{'ё': "jo", 'й': "j", 'ю': "ju", 'я': "ja", 'и': "i", 'ы': "y", 'э': "e", 'г': "g"}),
}

// apply romanises a folded Cyrillic name. afterVowels says that initial holds
// after vowels and signs too.
func (s scheme) apply(name string, afterVowels bool) string {
	var out strings.Builder
	initial := true
	for _, r := range name {
		v, ok := s.initial[r]
		if !ok || !initial {
			v, ok = s.letters[r]
		}
		switch {
		case ok:
			out.WriteString(v)
		case r != 'ь' && r != 'ъ':
			out.WriteRune(r)
		}
		initial = r == ' ' || afterVowels && strings.ContainsRune("аеиоуыэюяіїєьъй", r)
	}
	return out.String()
}

// latinVariants are the Latin spellings, folded, in which a Cyrillic name is
// met.
func latinVariants(name string, russian bool) []string {
	folded := foldName(name)
	var out []string
	if russian {
		for _, withYo := range []string{lowerWords(name), folded} { // ё is read as yo and as e
			for _, s := range fromRussian {
				v := s.apply(withYo, true)
				out = append(out, v)
				for _, end := range [...][2]string{{"iy", "y"}, {"iy", "i"}, {"iy", "ii"}, {"ii", "y"}, {"yy", "yi"}, {"yy", "y"}, {"yi", "y"}, {"ij", "y"}} {
					if w, changed := replaceEndings(v, end[0], end[1]); changed {
						out = append(out, w)
					}
				}
			}
		}
		return out
	}
	for _, s := range fromUkrainian {
		v := s.apply(folded, false)
		out = append(out, v)
		out = append(out, strings.ReplaceAll(v, "h", "g"))
		out = append(out, yAsI.Replace(v), yAsI.Replace(strings.ReplaceAll(v, "h", "g")))
		for _, end := range [...][2]string{{"yi", "y"}, {"yi", "yy"}, {"yi", "iy"}, {"yi", "yj"}, {"skyi", "skiy"}, {"skyi", "ski"}, {"tskyi", "tski"}} {
			if w, changed := replaceEndings(v, end[0], end[1]); changed {
				out = append(out, w)
			}
		}
	}
	official := official2010.apply(folded, false)
	out = append(out, strings.ReplaceAll(official, "ii", "i"), strings.ReplaceAll(official, "ii", "iy"))
	for _, end := range [...][2]string{{"ivka", "ovka"}, {"ove", "ovo"}, {"eve", "evo"}, {"yne", "ino"}, {"yne", "yno"}, {"yne", "ine"}, {"ine", "ino"}, {"illia", "illya"}} {
		if w, changed := replaceEndings(official, end[0], end[1]); changed {
			out = append(out, w)
		}
	}
	for i, v := range out {
		out[i] = digraphs.Replace(v)
	}
	return out
}

// yAsI writes i for the y that stands for и alone.
var yAsI = strings.NewReplacer("iy", "iy", "yi", "yi", "ya", "ya", "ye", "ye", "yu", "yu", "y", "i")

// digraphs undoes what writing g for h does to letters of two.
var digraphs = strings.NewReplacer("kg", "kh", "sg", "sh", "cg", "ch", "zg", "zh")

// replaceEndings changes the ending of every word that has it.
func replaceEndings(name, from, to string) (string, bool) {
	words := strings.Split(name, " ")
	changed := false
	for i, w := range words {
		if stem, ok := strings.CutSuffix(w, from); ok && len(stem) > 1 {
			words[i], changed = stem+to, true
		}
	}
	return strings.Join(words, " "), changed
}

// lowerWords is foldName but for ё.
func lowerWords(name string) string {
	var words []string
	eachWord(name, func(w string) {
		words = append(words, strings.Map(func(r rune) rune {
			if isApostrophe(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, w))
	})
	return strings.Join(words, " ")
}

// isCyrillic reports whether most of a name's letters are Cyrillic.
func isCyrillic(s string) bool {
	for _, r := range s {
		if r >= 'Ѐ' && r <= 'ӿ' {
			return true
		}
		if unicode.IsLetter(r) {
			return false
		}
	}
	return false
}
