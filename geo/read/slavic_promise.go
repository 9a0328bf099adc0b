package read

import "strings"

// promised is the token at which what somebody promises, threatens or asks to do begins, an
// infinitive behind the cue h in a clause that ends before token to: "обіцяють до весни
// полагодити дорогу", "предлагает передать станцию"; 0 for none.
func (s *slavic) promised(h slavicHit, to int) int {
	const near = 5 // tokens
	if h.p.stance != demandStance && !s.promises(h.first) {
		return 0
	}
	for k := h.end; k < to && k < h.end+near; k++ {
		if s.infinitive(k) {
			if h.p.stance == demandStance && (s.typed(h.end, to) || !s.d.anyPlace([]run{{h.end, to}})) {
				return 0 // those of a kind are read as such
			}
			first := h.end
			for first < k && !s.isNot(first) {
				first++
			}
			return first
		}
		if s.finite(k) || s.x.is(k, slavicAbout) {
			return 0
		}
	}
	return 0
}

// promises reports whether the cue at token i is a verb of promising.
func (s *slavic) promises(i int) bool {
	w := s.x.str(s.d, i)
	for _, p := range [...]string{"обіця", "пообіця", "обеща", "пообеща"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// imperative reports whether the first word of tokens [i, j) tells people to do something:
// "виїжджайте", "уезжайте".
func (s *slavic) imperative(i, j int) bool {
	for i < j && s.d.toks[i].kind != wordToken {
		i++
	}
	if i >= j {
		return false
	}
	w := s.x.str(s.d, i)
	for _, e := range [...]string{"йте", "йтесь", "йтеся", "ьте", "дьте", "іть", "їдьте"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// infinitive reports whether token i has the ending of an infinitive.
func (s *slavic) infinitive(i int) bool {
	return s.d.toks[i].kind == wordToken && s.d.toks[i].caps == lowerCase && s.endsAs(i, 10, 0, infinitiveEndsUK, infinitiveEndsRU)
}

var (
	infinitiveEndsUK = []string{"ати", "яти", "ити", "іти", "їти", "ути", "ести", "езти", "істи", "ться", "тися", "тись", "гти", "йти", "сти", "оти"}
	infinitiveEndsRU = []string{"ать", "ять", "ить", "еть", "уть", "ыть", "оть", "ести", "езти", "ться", "тись", "чься", "йти"}
)

// asides are words that stand between commas without being a clause.
var asides = listOf("напомним напомню нагадаємо нагадаю кстати впрочем однако однак проте утім втім зокрема впрочім похоже схоже видимо вочевидь очевидно конечно звичайно звісно разумеется")

// pastAside is where the clause that starts at token from begins when only an aside stands before
// it: "Москва, напомним, требует".
func (s *slavic) pastAside(from, lo int) int {
	if from-3 < lo || !s.isMark(from-1, ',') || !s.isMark(from-3, ',') || !s.d.isOf(from-2, &asides) {
		return from
	}
	for from -= 3; from > lo && !s.edge(from-1); from-- {
	}
	return from
}
