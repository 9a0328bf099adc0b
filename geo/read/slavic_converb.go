package read

import (
	"strings"

	"contested/geo"
)

// converbEnds are the ends of converbs, with those of the finite forms by which the lists have
// their verbs: "зазначивши" is of "зазначив", "додаючи" of "додає", "сообщая" of "сообщает".
var converbEnds = map[geo.Language][]struct{ of, to string }{
	geo.Ukrainian: {{"вши", "в"}, {"вшись", "вся"}, {"ючи", "є"}},
	geo.Russian:   {{"вши", "л"}, {"ив", "ил"}, {"ав", "ал"}, {"ая", "ает"}, {"яя", "яет"}},
}

// converb adds the cue that the word at token i is as a converb.
func (x *slavicText) converb(l *slavicLexicon, i int, w string) {
	for _, e := range converbEnds[l.lang] {
		stem, ok := strings.CutSuffix(w, e.of)
		if !ok || len(stem) < 6 {
			continue
		}
		for _, id := range l.words[stem+e.to] {
			if p := &l.patterns[id]; p.kind == slavicCue && len(p.items) == 1 {
				x.hits = append(x.hits, slavicHit{i, i + 1, p})
				return
			}
		}
	}
}

// isConverb reports whether the cue at token i is a converb: "…, зазначивши, що C".
func (s *slavic) isConverb(i int) bool {
	if i >= len(s.d.toks) || s.d.toks[i].kind != wordToken || !s.isCue(i) {
		return false
	}
	w := s.x.str(s.d, i)
	for _, e := range converbEnds[s.l.lang] {
		if strings.HasSuffix(w, e.of) && len(w) > len(e.of)+5 {
			return true
		}
	}
	return false
}

// gerund reports whether a clause opens with a converb of any verb at token i: "коментуючи
// ситуацію під N".
func (s *slavic) gerund(i int) bool {
	if i >= len(s.d.toks) || s.d.toks[i].kind != wordToken {
		return false
	}
	w := s.x.str(s.d, i)
	for _, e := range [...]string{"ючи", "ячи", "вши", "вшись", "чись", "ая", "яя", "уя"} {
		if strings.HasSuffix(w, e) && len(w) > len(e)+6 && s.d.toks[i].caps == lowerCase && (len(e) > 4 || s.l.lang == geo.Russian) {
			return true
		}
	}
	return false
}

// adding is what a converb says, of whom the sentence has as its speaker or its subject:
// "не підтвердив прорив, зазначивши, що ДРГ знищено". It stands in the clause that ends before
// token to; from is its first token and start the first of the sentence's attributions.
func (s *slavic) adding(a attribution, h slavicHit, from, to, lo, hi, start int) (attribution, bool) {
	a.source = s.shared(start)
	if a.source.empty() {
		end := lo
		for end < from && !s.finite(end) {
			end++
		}
		a.source = s.narrow(lo, end)
	}
	if that := s.that(h.end, hi); that >= 0 {
		a.rule, a.content = "attr.B-that", []run{{that + 1, hi}}
	} else if !s.object(&a, h, to, hi) {
		return a, false
	}
	a.subject = a.source
	return a, true
}
