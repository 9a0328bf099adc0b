package gazetteer

import (
	"strings"

	"contested/geo"
)

// nameForm is a form of a name that is made by rule, folded.
type nameForm struct {
	text string
	form Form
}

// formsOf is what a name becomes by rule: for a Cyrillic name its case forms and
// its Latin spellings, for a Latin one of Ukraine the usual other spellings;
// adjectives adds those made of the name. A form may come twice; the name itself
// may be among them.
func formsOf(name string, language geo.Language, forms, adjectives bool) []nameForm {
	var out []nameForm
	add := func(f Form, texts ...string) {
		for _, t := range texts {
			if t = foldName(t); len(t) > 3 { // "Яр", "Ріг": too short to be sure of
				out = append(out, nameForm{t, f})
			}
		}
	}
	if !isCyrillic(name) {
		if forms {
			add(Variant, respellings(foldName(name))...)
		}
		return out
	}
	russian := language == geo.Russian || language == "" && strings.ContainsAny(strings.ToLower(name), "ыэёъ")
	ukrainian := language == geo.Ukrainian || language == "" && !russian
	if language == "" && !strings.ContainsAny(strings.ToLower(name), "ыэёъіїєґ'’") {
		russian, ukrainian = true, true
	}
	lower := lowerWords(name)
	if ukrainian {
		if forms {
			add(Inflected, inflect(lower, &ukrainianCases)...)
			add(Variant, latinVariants(name, false)...)
		}
		if adjectives {
			add(Adjectival, adjectivesOf(lower, &ukrainianCases)...)
		}
	}
	if russian {
		if forms {
			add(Inflected, inflect(lower, &russianCases)...)
			add(Variant, latinVariants(name, true)...)
		}
		if adjectives {
			add(Adjectival, adjectivesOf(lower, &russianCases)...)
		}
	}
	return out
}

// derivedForms are the forms of adjectives given in the nominative.
func derivedForms(adjectives []Name) []nameForm {
	var out []nameForm
	for _, a := range adjectives {
		g := &ukrainianCases
		if a.Language == geo.Russian {
			g = &russianCases
		}
		for _, f := range g.adjective(strings.TrimSuffix(lowerWords(a.Text), "ий")) {
			out = append(out, nameForm{foldName(f), Adjectival})
		}
	}
	return out
}

// toBGN and fromBGN turn official romanisation into that of BGN/PCGN 1965, as far
// as letters tell, and back.
var (
	toBGN   = strings.NewReplacer("iia", "iya", "iie", "iye", "ia", "ya", "iu", "yu", "aiv", "ayiv", "iiv", "iyiv")
	fromBGN = strings.NewReplacer("yiv", "iv", "iye", "iie", "ya", "ia", "yu", "iu")
)

// respellings are the other Latin spellings of a Ukrainian name in folded Latin
// letters of which no Cyrillic is known.
func respellings(name string) []string {
	var out []string
	out = append(out, toBGN.Replace(name), fromBGN.Replace(name))
	for _, end := range [...][2]string{{"ivka", "ovka"}, {"ivka", "evka"}, {"ove", "ovo"}, {"eve", "evo"}, {"yne", "ino"}, {"skyi", "sky"},
		{"skyi", "skiy"}, {"skyi", "ski"}, {"yi", "y"}, {"yi", "iy"}, {"yi", "yy"}, {"yy", "yi"}, {"ske", "skoye"}, {"ske", "skoe"}, {"tske", "tskoye"}} {
		if w, changed := replaceEndings(name, end[0], end[1]); changed {
			out = append(out, w)
		}
	}
	return out
}
