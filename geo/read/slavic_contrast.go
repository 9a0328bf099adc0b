package read

import "strings"

// aside reports whether "not" belongs to a word that only tells how: "следует, не мешкая, отвести",
// "не дуже добре".
func (s *slavic) aside(not *slavicHit) bool {
	if not.end != not.first+1 || not.end+1 >= len(s.d.toks) || s.x.str(s.d, not.first) != "не" {
		return false
	}
	w := s.x.str(s.d, not.end)
	switch w {
	case "дуже", "очень", "совсем", "зовсім", "надто", "слишком", "менш", "менее", "більш", "более", "так":
		return true
	}
	if !s.isMark(not.first-1, ',') || !s.isMark(not.end+1, ',') {
		return false
	}
	for _, e := range [...]string{"ючи", "ячи", "вши", "уя", "ая", "яя"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// maxContrast is how many tokens may stand between "not" and what is so instead.
const maxContrast = 14

// contrasted reports whether "not" only says which of two it is, of a kind of claim that holds of
// the other one: "наступає не на саме N, а на північ від нього", "речь не о штурме N, а об атаках".
func (s *slavic) contrasted(not *slavicHit, c *draft, x run) bool {
	d := s.d
	if not.end != not.first+1 || not.end >= x.end || s.x.str(d, not.first) != "не" || s.finite(not.end) && s.caseOf(not.end) != otherCase {
		return false
	}
	for k := not.end; k+1 < x.end && k < not.end+maxContrast; k++ {
		if !s.isMark(k, ',') || s.x.str(d, k+1) != "а" {
			continue
		}
		if c.find.weight == 0 || c.find.first < not.first || c.find.first > k {
			return true
		}
		for _, h := range s.x.in(k+2, x.end) {
			if h.p.kind == slavicType && h.p.typ == c.find.typ {
				return true
			}
		}
		return false
	}
	return false
}
