package gazetteer

import (
	"strings"
	"unicode/utf8"
)

// The oblique cases that forms are made for. (The nominative is the name, the
// vocative does not occur.)
const (
	genitive = iota
	dative
	accusative
	instrumental
	locative
	cases
)

// declension says how words with an ending decline: cut is what is taken off,
// and each case has the endings, separated by slashes, that are put on instead;
// "0" is none. What may decline in two ways, as a noun or as an adjective, has
// both: a form that nobody writes does no harm.
type declension struct {
	ending, cut string
	endings     [cases]string
}

// grammar is the declensions of a language, the first that fits holding. first
// comes before them for a word with another one after it ("Часів Яр", "Велика
// Новосілка").
type grammar struct {
	nouns, first, adjectives []declension
	direction                []derivation
	joints                   []derivation // the ends of adjectives that begin a name, and what they become in a compound
	irregular                map[string][cases]string
	fixed                    map[string]bool // words that never change
}

// inflect gives the case forms of a name in lower case, its words declined
// together.
func inflect(name string, g *grammar) []string {
	words := strings.Split(name, " ")
	if len(words) > 3 {
		return nil
	}
	var forms [][cases][]string
	for i, w := range words {
		forms = append(forms, decline(w, g, i < len(words)-1))
	}
	var out []string
	for c := range cases {
		phrases := []string{""}
		for i, f := range forms {
			options := f[c]
			if len(options) == 0 {
				options = []string{words[i]}
			}
			var longer []string
			for _, p := range phrases {
				for _, o := range options {
					longer = append(longer, strings.TrimLeft(p+" "+o, " "))
				}
			}
			if phrases = longer; len(phrases) > 24 {
				phrases = phrases[:24]
			}
		}
		out = append(out, phrases...)
	}
	return out
}

// decline gives the case forms of one word; first says that another follows.
func decline(word string, g *grammar, first bool) (out [cases][]string) {
	if g.fixed[word] {
		return out
	}
	if f, ok := g.irregular[word]; ok {
		for c := range cases {
			if f[c] != "" {
				out[c] = strings.Split(f[c], "/")
			}
		}
		return out
	}
	lists := [2][]declension{g.nouns}
	if first {
		lists = [2][]declension{g.first, g.nouns}
	}
	for _, list := range lists {
		for _, d := range list {
			if !strings.HasSuffix(word, d.ending) || utf8.RuneCountInString(word) < utf8.RuneCountInString(d.cut)+2 {
				continue
			}
			out = d.apply(word)
			if last, _ := utf8.DecodeLastRuneInString(word); first && !strings.ContainsRune("аеиіїйоуюяєыэ", last) {
				for c := range cases { // Клебан-Бик – Клебан-Бика, but Лиман Перший – Лимана Першого
					out[c] = append(out[c], word)
				}
			}
			return out
		}
	}
	return out
}

func (d declension) apply(word string) (out [cases][]string) {
	stem := strings.TrimSuffix(word, d.cut)
	for c, endings := range d.endings {
		if endings == "" {
			continue
		}
		for _, e := range strings.Split(endings, "/") {
			switch e {
			case "0":
				e = ""
			case "+ю": // Умань – Уманню: the consonant before the sign doubles
				last, _ := utf8.DecodeLastRuneInString(stem)
				e = string(last) + "ю"
			}
			out[c] = append(out[c], stem+e)
		}
	}
	return out
}

// derivation makes the adjective of a place ("Покровськ" – "покровський").
type derivation struct{ ending, adjective string }

// adjectivesOf gives the adjectives made of a one-word name in lower case, in
// the cases and genders in which front sectors, districts and communities have
// them.
func adjectivesOf(name string, g *grammar) []string {
	prefix := ""
	if first, rest, two := strings.Cut(name, " "); two {
		if prefix = g.joined(first); prefix == "" || strings.Contains(rest, " ") {
			return nil
		}
		name = rest // Велика Писарівка – великописарівський
	}
	if g.fixed[name] {
		return nil
	}
	for _, d := range g.direction {
		stem, ok := strings.CutSuffix(name, d.ending)
		if !ok || utf8.RuneCountInString(stem) < 2 {
			continue
		}
		return g.adjective(prefix + stem + d.adjective)
	}
	return nil
}

// joined is an adjective in the nominative as the first part of a compound: "великий",
// "велика" and "великі" are "велико"; "" for other words.
func (g *grammar) joined(word string) string {
	for _, d := range g.joints {
		if stem, ok := strings.CutSuffix(word, d.ending); ok && utf8.RuneCountInString(stem) > 2 {
			return stem + d.adjective
		}
	}
	return ""
}

// adjective gives the forms of an adjective from its stem.
func (g *grammar) adjective(stem string) []string {
	var out []string
	for _, a := range g.adjectives {
		out = append(out, stem+a.ending)
		for _, forms := range a.apply(stem + a.ending) {
			out = append(out, forms...)
		}
	}
	return out
}
