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
	if d.lang != geo.Ukrainian || s.d.sents[t.sent].first == i {
		return nil
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
var toRussian = strings.NewReplacer("ськ", "ск", "цьк", "цк", "зьк", "зск", "йо", "е", "ьо", "е", "ї", "и", "і", "и", "є", "е", "ґ", "г", "'", "ъ", "’", "ъ")

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
