package read

import (
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// respelled finds the place of a name of one word that the gazetteer has in another
// spelling only: towns of Russia as Ukrainian texts write them ("у Рильську"), and
// regions and districts by their short names ("Брянщина", "Нікопольщина").
func (s *placeScan) respelled(i int) []gazetteer.Hit {
	d := s.d
	t := &d.toks[i]
	if d.lang == geo.English || t.caps != titleCase || t.end-t.start < 8 {
		return nil
	}
	w := lowerSlavic(d.str(i))
	if hits := s.shortRegion(w); len(hits) > 0 {
		return hits
	}
	if d.sents[t.sent].first == i {
		return nil
	}
	if stem, ok := strings.CutSuffix(w, "ок"); ok {
		if hits := s.townNamed(stem + "ки"); len(hits) > 0 {
			return hits // "біля П'ятихаток", "в районе Бударок"
		}
	}
	if d.lang == geo.Russian {
		return s.ukrainian(w)
	}
	for _, v := range russianSpellings(w) {
		_, hits := s.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(v))})
		var out []gazetteer.Hit
		for _, h := range hits {
			if p, ok := s.r.gaz.Place(h.Place); ok && p.Country == "RU" && h.Form != gazetteer.Adjectival {
				out = append(out, h)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// ukrainianEndings are endings of Russian forms of village names, with those of the
// Ukrainian nominatives; endings that surnames have too are left out.
var ukrainianEndings = []struct{ ru, uk string }{
	{"ка", "ка"}, {"ки", "ка"}, {"ке", "ка"}, {"ку", "ка"}, {"кой", "ка"}, {"ово", "ове"}, {"ево", "еве"}, {"ино", "ине"}, {"ое", "е"}, {"ое", "є"},
	{"ном", "не"}, {"ном", "нє"}, {"ного", "не"}, {"ного", "нє"}, {"ском", "ське"}, {"ского", "ське"}, {"ая", "а"}, {"цы", "ці"}, {"цах", "ці"}, {"лы", "ли"}, {"лах", "ли"},
}

// maxVowels bounds the vowels of a word that are tried in several spellings.
const maxVowels = 4

// ukrainian finds a village by the front that the gazetteer has by its Ukrainian name
// only: "Кондрашовка" is Кіндрашівка, "Звирово" Звірове.
func (s *placeScan) ukrainian(w string) []gazetteer.Hit {
	for _, e := range ukrainianEndings {
		stem, ok := strings.CutSuffix(w, e.ru)
		if !ok || len(stem) < 6 {
			continue
		}
		stem = fromRussian.Replace(stem)
		forms := []string{""}
		open := 0
		for _, c := range stem {
			alt := ""
			if open < maxVowels {
				switch c {
				case 'и', 'о', 'е':
					alt = "і"
					open++
				}
			}
			n := len(forms)
			for k := range n {
				if alt != "" {
					forms = append(forms, forms[k]+alt)
				}
				forms[k] += string(c)
			}
		}
		for _, f := range forms {
			_, hits := s.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(f + e.uk))})
			for _, h := range hits {
				if p, ok := s.r.gaz.Place(h.Place); ok && p.Kind == geo.Settlement && frontRegions[p.Admin1] && h.Form != gazetteer.Adjectival {
					return []gazetteer.Hit{h}
				}
			}
		}
	}
	return nil
}

// frontRegions are the oblasts along the front and the border.
var frontRegions = map[string]bool{"UA-09": true, "UA-12": true, "UA-14": true, "UA-23": true, "UA-59": true, "UA-63": true, "UA-65": true}

// fromRussian turns Russian letters into the Ukrainian ones of names.
var fromRussian = strings.NewReplacer("ск", "ськ", "ы", "и", "э", "е", "ъ", "")

// shortRegion: "Брянщина" is the Bryansk oblast, "Нікопольщина" the Nikopol raion.
func (s *placeScan) shortRegion(w string) []gazetteer.Hit {
	at := max(strings.LastIndex(w, "щин"), strings.LastIndex(w, "чин"))
	if at < 6 || len(w)-at > 10 {
		return nil
	}
	stem := w[:at]
	type unit struct{ ending, noun string }
	units := []unit{{"ська", "область"}, {"ський", "район"}}
	if s.d.lang == geo.Russian {
		units = []unit{{"ская", "область"}, {"ский", "район"}}
	}
	for _, u := range units {
		for _, v := range []string{stem, stem + "ь"} {
			n, hits := s.r.gaz.Longest([]uint64{gazetteer.HashWord([]byte(v + u.ending)), gazetteer.HashWord([]byte(u.noun))})
			if n == 2 {
				return hits
			}
		}
	}
	return nil
}

// toRussian turns Ukrainian letters into the Russian ones that names of Russia have.
var toRussian = strings.NewReplacer("росій", "россий", "ськ", "ск", "цьк", "цк", "зьк", "зск", "йо", "е", "ьо", "е", "ї", "и", "і", "и", "є", "е", "ґ", "г", "'", "ъ", "’", "ъ")

// russianEndings are endings of Ukrainian cases, with those of the Russian ones that
// they may stand for.
var russianEndings = []struct{ uk, ru string }{
	{"ому", "о"}, {"ого", "о"}, {"им", "о"}, {"і", "е"}, {"і", "и"}, {"зі", "ге"}, {"ці", "ке"}, {"ці", "цы"}, {"ею", "ей"}, {"єю", "ей"}, {"ою", "ой"},
	{"ове", "ово"}, {"еве", "ево"}, {"єве", "ево"}, {"ине", "ино"}, {"іне", "ино"}, {"цях", "цах"}, {"", ""},
}

// russianSpellings are the ways in which a Ukrainian form of the name of a Russian
// town may be spelled in Russian, the likeliest last.
func russianSpellings(w string) []string {
	var out []string
	for _, e := range russianEndings {
		stem, ok := strings.CutSuffix(w, e.uk)
		if !ok || len(stem) < 6 {
			continue
		}
		v := toRussian.Replace(stem)
		if e.uk == "" {
			v = toRussian.Replace(w)
		}
		v += e.ru
		out = append(out, v)
		// и stands for both и and ы
		for k := 2; k < len(stem) && k < len(v); k += 2 {
			if strings.HasPrefix(v[k:], "и") {
				out = append(out, v[:k]+"ы"+v[k+2:])
			}
		}
		if strings.HasPrefix(v, "е") {
			out = append(out, "э"+v[2:])
		}
	}
	return out
}

// inRussia reports whether the block of a Ukrainian or Russian text in which spot p
// stands names an oblast of Russia and none of Ukraine: its villages are there.
func (s *placeScan) inRussia(p *spot) bool {
	if s.d.lang == geo.English || !s.ukraine {
		return false
	}
	if s.russian == nil {
		s.russian = map[int]bool{}
		for i := range s.spots {
			q := &s.spots[i]
			if q.rejected {
				continue
			}
			b := s.d.sents[q.sent].block
			for k := range s.names[q.name].candidates {
				if c := &s.names[q.name].candidates[k].place; c.Kind == geo.Region && c.ID == geo.PlaceID("adm:"+c.Admin1) {
					in, seen := s.russian[b]
					s.russian[b] = c.Country == "RU" && (in || !seen)
					break
				}
			}
		}
	}
	return s.russian[s.d.sents[p.sent].block]
}
