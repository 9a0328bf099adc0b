package read

import "strings"

// fronted: what is denied or confirmed stands before the verb, beside who denies it:
// "У Генштабі втрату міста спростували", "Дані про втрату міста в бригаді спростували".
// The clause of the cue is tokens [from, to).
func (s *slavic) fronted(a *attribution, h slavicHit, from, to, hi int) bool {
	seen := a.stance == claimStance && a.negated && s.x.is(h.first, slavicSeeing)
	confirms := a.stance == confirmStance || a.stance == claimStance && s.admits(h.first)
	if a.stance != denyStance && !confirms && !seen || h.first-from < 2 || h.end < to && s.finite(h.end) || s.typed(h.end, to) {
		return false
	}
	typed := -1 // where what is denied starts
	for _, g := range s.x.in(from, h.first) {
		if g.p.kind == slavicType && (typed < 0 || g.first < typed) {
			typed = g.first
		}
	}
	if typed < 0 && seen && h.end == to && s.d.toks[from].kind == wordToken && !s.x.is(from, slavicIn) && s.d.anyPlace([]run{{from, h.first}}) {
		typed = from // "Флага в центре N наблюдатели не увидели"
	}
	if typed < 0 || s.anyFinite(from, h.first) {
		return false
	}
	for k := from; k < typed; k++ {
		if s.x.is(k, slavicAbout) {
			from = k + 1 // "чутки про втрату": the loss is denied
		}
	}
	if s.byUs(h.first) {
		a.rule, a.content = "attr.F-object", []run{{from, h.first}}
		return true
	}
	for k := h.first - 1; k > typed; k-- { // the body right before the verb
		if !s.x.is(k, slavicIn) || s.placeAt(k+1) && !s.government(np{k + 1, k + 2, k + 1}) {
			continue
		}
		if p := s.narrow(k, h.first); !p.empty() && p.end == h.first && s.named(p) && (s.speaks(p.first) || s.speaks(p.end-1)) {
			a.rule, a.source, a.content = "attr.F-object", p, []run{{from, k}}
			return true
		}
	}
	end := h.first
	for end > typed && s.isNot(end-1) {
		end--
	}
	for k := typed + 1; k < end; k++ { // "ознак наступу на N аналітики не бачать"
		if s.placeAt(k) {
			continue
		}
		if p := s.narrow(k, end); p.first == k && p.end == end && s.named(p) && (seen || s.speaks(k) || s.x.is(k, slavicGiven)) && s.caseOf(k) == subjectCase {
			a.rule, a.source, a.content = "attr.F-object", p, []run{{from, k}}
			return true
		}
	}
	p := s.narrow(from, typed)
	if p.empty() || !s.named(p) || s.x.is(p.first, slavicSaying) {
		return s.vouchers(a, h, from, end, hi)
	}
	a.rule, a.source, a.content = "attr.F-object", p, []run{{p.end, end}}
	return true
}

// beforeVerb adds what is confirmed or denied in tokens [i, j) before the verb and who speaks:
// "Удар по вокзалу N подтвердил X: повреждены пути".
func (s *slavic) beforeVerb(a attribution, i, j int) {
	if a.source.empty() || a.source.first < j || !s.typed(i, j) || s.anyFinite(i, j) {
		return
	}
	a.rule, a.subject, a.content = "attr.F-object", a.source, []run{{i, j}}
	s.add(a)
}

// admits reports whether the verb at token i says that somebody admits something.
func (s *slavic) admits(i int) bool {
	w := s.x.str(s.d, i)
	return strings.HasPrefix(w, "визна") || strings.HasPrefix(w, "призна")
}

// maxVouchers is how many speakers may confirm or deny one thing.
const maxVouchers = 4

// vouchers are those behind a verb who deny or confirm what stands in tokens [from, end) before it: "Втрату N
// визнають і в штабі, і аналітики", "Потерю N подтверждает карта". The first makes attribution a.
func (s *slavic) vouchers(a *attribution, h slavicHit, from, end, hi int) bool {
	if s.isMark(s.clauseEnd(h.end, hi), ':') {
		return false // "Удар по N подтвердил X: повреждены пути"
	}
	n := 0
	first := *a
	for k := h.end; k < hi && n < maxVouchers; k++ {
		to := k
		for to < hi && !s.edge(to) && !(to > k && s.x.is(to, slavicAnd)) {
			to++
		}
		p := s.narrow(k, to)
		if p.empty() && n > 0 && to-k < 2 {
			k = to // "и, неофициально, офицеры"
			continue
		}
		if p.empty() || !(s.named(p) || s.shows(p.first)) || s.anyFinite(k, to) || p.first > k && !s.x.is(p.first-1, slavicAnd|slavicIn|slavicFiller) && p.first > k+2 {
			break
		}
		b := first
		b.rule, b.source, b.subject, b.content = "attr.F-object", p, p, []run{{from, end}}
		if n++; n == 1 {
			*a = b
		} else {
			s.add(b)
		}
		if k = to; k < hi && !s.isMark(k, ',') && !s.x.is(k, slavicAnd) {
			break
		}
	}
	return n > 0
}

// shows reports whether the word at token i is one for what shows something to all: "карта", "ролики".
func (s *slavic) shows(i int) bool { return startsWithAny(s.x.str(s.d, i), showingStems) }

var showingStems = []string{"карт", "мап", "ролик", "відео", "видео", "кадр", "знімк", "снимк"}
