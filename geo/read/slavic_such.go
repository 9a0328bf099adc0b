package read

import "strings"

// suchWords point from a word for what was said to the sentence before: "С соответствующим
// заявлением выступили в ведомстве", "Эту информацию обнародовал X".
var suchWords = listOf("соответствующим таким подобным этим похожим соответствующее такое подобное похожее это соответствующую такую подобную похожую эту соответствующие такие подобные похожие эти відповідною такою подібною цією відповідну таку подібну цю відповідні такі подібні ці")

// statementMade are verbs of making a statement, beside those of reporting.
var statementMade = listOf("сделал сделала сделали выступил выступила выступили прозвучало опубликовал опубликовала обнародовал обнародовала распространил распространила распространили разместил разместила выложил зробив зробила зробили виступив виступила виступили оприлюднив оприлюднила опублікував опублікувала поширив поширила поширили")

// newsStems begin words for what somebody has learnt, beside those for statements.
var newsStems = []string{"информац", "інформац", "данны", "дані", "новост", "новин", "сведени", "відомост", "цифр", "детал", "подробност"}

// suchStatement: "З такою заявою виступив X", "Эти данные подтвердил X": what the sentence before says
// is said by X.
func (s *slavic) suchStatement(n int) bool {
	d := s.d
	st := &d.sents[n]
	i := st.first
	if n == 0 || i+2 >= st.end {
		return false
	}
	if s.x.is(i, slavicIn) && d.isOf(i+1, &suchWords) && s.x.is(i+2, slavicSaying) && i+4 < st.end && s.finite(i+3) {
		return s.suchOf(n, i+3)
	}
	if !d.isOf(i, &suchWords) {
		return false
	}
	if !startsWithAny(s.x.str(d, i+1), statementStems) && !startsWithAny(s.x.str(d, i+1), newsStems) {
		return s.bears(i, st.end) && !s.sourced(n-1) && s.suchOf(n, i+1)
	}
	const near = 3 // tokens of a medium or of adverbs
	for k := i + 2; k+1 < st.end && k <= i+2+near; k++ {
		if d.isOf(k, &statementMade) {
			return s.suchOf(n, k)
		}
		if h, ok := s.x.find(slavicCue, k); ok && s.finite(k) {
			return h.p.stance != denyStance && (h.p.stance != confirmStance || !s.sourced(n-1)) && s.suchOf(n, k)
		}
	}
	return false
}

// bears reports whether a sentence opens at token i with "this", which stands for what was said, and with
// who confirms it or what it follows from: "Это подтвердил X", "Это следует из сводки".
func (s *slavic) bears(i, hi int) bool {
	if !s.pointsBack(i) {
		return false
	}
	if h, ok := s.x.find(slavicCue, i+1); ok && h.end < hi {
		return h.p.stance == confirmStance || h.end == i+3 && s.x.is(i+2, slavicIn)
	}
	return false
}

// suchOf is the speaker behind the verb at token k of sentence n, when nothing else is told there.
func (s *slavic) suchOf(n, k int) bool {
	d := s.d
	st := &d.sents[n]
	to := s.clauseEnd(k+1, st.end)
	if s.isMark(to, ':') || to < st.end && s.x.is(to+1, slavicThat) {
		return false
	}
	a, ok := s.pointing(attribution{cue: run{st.first, k + 1}, verb: k}, n, k+1, to)
	if ok {
		s.add(a)
	}
	return ok
}

// isParticiple reports whether the word at token i has an ending of a participle in the nominative, which opens a
// phrase about the speaker: "Совет, работающий в N, сообщает".
func (s *slavic) isParticiple(i int) bool {
	w := s.x.str(s.d, i)
	if s.d.toks[i].caps != lowerCase || len(w) < 14 {
		return false
	}
	for _, e := range [...]string{"щий", "щая", "щее", "щие", "щийся", "щаяся", "щееся", "щиеся", "вший", "вшая", "вшее", "вшие", "вшийся", "вшаяся", "вшиеся"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
