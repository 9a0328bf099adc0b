package read

import "strings"

// verb applies the frames of a reporting verb.
func (s *slavic) verb(h slavicHit, n, lo, hi, start int) (attribution, bool) {
	d := s.d
	a := attribution{cue: run{h.first, h.end}, verb: h.first, stance: h.p.stance}
	for k := h.first - 1; k >= lo && k >= h.first-2; k-- {
		for _, g := range s.x.starting(k) {
			if g.p.kind == slavicNot {
				a.negated = true
			}
		}
	}
	if startsWithAny(s.x.str(d, h.first), []string{"йдеться", "ідеться", "мовиться"}) && h.first == d.sents[n].first && s.x.is(h.end, slavicAbout) {
		return a, false // "Йдеться про село N"
	}
	if a.negated && strings.Contains(s.x.str(d, h.first), "комент") || s.turnsDown(h.first, lo, hi) || a.stance == demandStance && s.isAsked(h.first) {
		return a, false
	}
	if s.calls(h.first) && h.end < hi && d.isOf(h.end, &standingOf) {
		return a, false // "канал, який вважають близьким до військових"
	}
	if s.byNobody(h.first, lo) || h.first > lo && s.d.isOf(h.first-1, &thanWords) {
		return a, false
	}
	// where the clause of the cue begins and ends
	from := h.first
	for from > lo && !s.edge(from-1) {
		from--
	}
	from = s.pastAside(from, lo)
	to := h.end
	for to < hi && !s.edge(to) {
		to++
	}
	if s.isConverb(h.first) {
		return s.adding(a, h, from, to, lo, hi, start)
	}
	// "як повідомив X"
	as := -1
	for k := from; k < h.first && k < from+4; k++ {
		if s.x.is(k, slavicAs) {
			as = k
			break
		}
	}
	if as >= 0 {
		a.rule = "attr.E-as"
		a.cue.first = as
		a.source = s.narrow(h.end, to)
		if a.source.empty() {
			a.source = s.narrow(as+1, h.first)
		}
		left := run{lo, as}
		if k := s.trim(left); k.first < k.end && !s.onlyFiller(k) {
			a.content = append(a.content, left)
		}
		if to < hi {
			a.content = append(a.content, run{to, hi})
		}
		a.subject = a.source
		return a, true
	}
	if b, ok := s.spread(a, lo, from, h, to); ok {
		return b, true
	}
	if s.shownBy(lo, from, h.end, to, hi) {
		return a, false
	}
	if s.fronted(&a, h, from, to, hi) {
		a.subject = a.source
		if s.isMark(to, ':') && to+1 < hi && !s.notSo(to+1, hi) {
			b := a // "Чутки про вихід до N мер назвав фейком: «До міста ворог не дійшов»"
			b.rule, b.stance, b.content = "attr.B-colon", claimStance, []run{{to + 1, hi}}
			s.add(b)
		}
		return a, true
	}
	// speech or a clause before: "«Q», — сказав X", "C, повідомив X"
	for k := from; k < h.first; k++ {
		// "про захоплення Y заявив X"
		if s.x.is(k, slavicAbout) && s.typed(k+1, h.first) && s.that(h.end, hi) < 0 {
			a.source = s.narrow(h.end, to)
			if a.source.empty() {
				a.source = s.narrow(from, k)
			}
			if a.subject = a.source; !a.source.empty() {
				if a.negated && a.stance == claimStance {
					return a, false // "об ударах не сообщали"
				}
				a.rule, a.content = "attr.F-about", []run{{k + 1, h.first}}
				if s.isMark(to, ':') && to+1 < hi && !s.notSo(to+1, hi) {
					b := a // "Про спробу зайти в N розповіли в бригаді: групу знищили"
					b.rule, b.stance, b.content = "attr.B-colon", claimStance, []run{{to + 1, hi}}
					s.add(b)
				}
				return a, true
			}
		}
	}
	if from > lo && s.listStart(from, lo) == from && !s.x.is(from, slavicThat) && (s.isDash(from-1) || s.isMark(from-1, ',') || d.toks[from-1].kind == closeToken) {
		if that := s.that(h.end, hi); that < 0 && !s.asksHimself(h.first) && !(a.negated && s.x.is(from, slavicAnd)) && !s.isMark(to, ':') && !s.tellsOf(h.end, to) && !s.pastRelative(lo, from) && !(startsWithAny(s.x.str(d, h.first), countingStems) && s.typed(h.end, to) && !s.narrow(from, h.first).empty()) {
			if a, ok := s.inverted(a, from, to, lo, hi); ok {
				return a, true
			}
		}
	}
	a.source = s.narrow(from, h.first)
	if s.x.is(from, slavicAbout) && s.isMark(to, ':') {
		a.source = s.narrow(h.end, to) // "Про ситуацію в N розповів X: …"
	}
	if a.source.empty() && from-1 > lo && s.isMark(from-1, ',') {
		// an apposition before the cue: "X, голова Y, заявив"
		k := from - 1
		for k > lo && !s.edge(k-1) {
			k--
		}
		// "Двоє солдатів, з якими ми говорили, підтвердили"
		if relative := s.isParticiple(k) || s.x.is(k, slavicRelative|slavicThat) || s.x.is(k, slavicIn) && s.x.is(k+1, slavicRelative) || s.gerund(k); !relative {
			a.source = s.narrow(k, from-1)
		}
		for k-1 > lo && s.isMark(k-1, ',') {
			m := k - 1
			for m > lo && !s.edge(m-1) {
				m--
			}
			p := s.narrow(m, k-1)
			if p.empty() || s.anyFinite(k, from-1) && !s.gerund(k) && !s.isParticiple(k) && !s.x.is(k, slavicRelative|slavicThat) && !(s.x.is(k, slavicIn) && s.x.is(k+1, slavicRelative)) {
				break
			}
			a.source, k = p, m
		}
	} else if !a.source.empty() && from-1 > lo && s.isMark(from-1, ',') && !s.named(a.source) {
		a.source = np{}
	}
	if !a.source.empty() && s.addressed(a.source) {
		a.source = np{}
	}
	that := s.that(h.end, hi)
	switch {
	case that >= 0:
		if a.source.empty() {
			a.source = s.narrow(h.end, s.clauseEnd(h.end, that))
		}
		if a.source.empty() && !s.pro(h.first) {
			if a.source = s.wide(from, h.first); a.source.empty() && from-1 > lo && s.isMark(from-1, ',') {
				a.source = np{}
			}
		}
		if w := s.x.str(d, that); a.stance == claimStance && (w == "щоб" || w == "чтобы" || w == "аби") {
			a.stance = demandStance // "наполягає, щоб"
		}
		a.rule, a.content = "attr.B-that", []run{{that + 1, hi}}
	case s.isMark(to, ':') && s.notSo(to+1, hi) && !(s.isDenial(&a) && !a.source.empty() && s.typed(h.end, to)):
		a.rule, a.stance, a.content = "attr.F-this", denyStance, []run{{to + 1, to + 2}} // "запевняють: це не так"
	case s.isMark(to, ':') || d.toks[min(to, hi-1)].kind == openToken && d.speechAt(min(to, hi-1)) >= 0:
		if said := s.quoted(h, to); !said.empty() && !a.source.empty() {
			a.relay, a.source = a.source, said
		} else if s.byUs(h.first) {
			a.source = np{}
		} else if p := s.narrow(h.end, to); a.source.empty() || !s.named(a.source) && !p.empty() && s.named(p) {
			a.source = p // "Наслідки удару показав мер N: …"
		}
		if a.stance == denyStance || a.stance == confirmStance {
			s.beforeVerb(a, from, h.first)
		}
		if a.stance == denyStance || a.stance == demandStance {
			s.beforeColon(a, h, to)
			if !s.imperative(to+1, hi) {
				a.stance = claimStance // what follows is what is set against it, or why
			}
		}
		if a.stance == claimStance && !a.negated && !a.source.empty() && s.x.is(h.end, slavicAbout) && s.typed(h.end+1, to) {
			b := a // "сообщил о гибели двух человек в N: бомба попала в дом"
			b.rule, b.subject, b.content = "attr.F-about", a.source, []run{{h.end + 1, to}}
			s.add(b)
		}
		a.rule, a.content = "attr.B-colon", []run{{to + 1, hi}}
		if to+1 < hi && d.toks[to+1].kind == openToken {
			if q := d.speechAt(to + 1); q >= 0 {
				a.content = []run{{to + 1, d.quotes[q].last + 1}}
				a.speech = true
			}
		}
	default:
		if n > 0 && (s.aboutThis(from, h.first) || s.saysSo(from, h.first)) {
			return s.pointing(a, n, h.end, to)
		}
		if s.retold(&a, h, from, to) {
			a.subject = a.source
			return a, true
		}
		if a.stance == demandStance && !a.source.empty() && a.source.first == from {
			from = s.listStart(from, lo) // "Мешканцям N, M та K радять виїхати"
		}
		if a.stance == demandStance && !a.source.empty() && a.source.first >= from && (a.source.end == h.first && s.caseOf(from) == otherCase || s.residents(from)) && !s.anyFinite(from, h.first) && s.typed(h.end, to) {
			// "Жителів N просять виїхати"
			a.rule, a.content, a.source = "attr.F-object", []run{{from, h.first}, {h.end, s.clauseEnd(h.end, hi)}}, np{}
			return a, true
		}
		if !a.source.empty() && s.scene(a.source, lo) {
			return s.announced(a, lo, h.end, to)
		}
		if !s.object(&a, h, to, hi) || s.isDenial(&a) && a.rule != "attr.F-about" && s.x.is(h.end, slavicThis) {
			return a, false
		}
		if a.source.empty() && !s.byUs(h.first) {
			a.source = s.narrow(h.end, a.content[0].first)
		}
	}
	if a.source.empty() && !s.byUs(h.first) {
		a.source = s.shared(start)
	}
	a.subject = a.source
	return a, true
}

// byNobody reports whether the verb at token i is denied of everybody, or open to anybody: "никто не объявлял", "что
// бы ни рассказывали в N".
func (s *slavic) byNobody(i, lo int) bool {
	const near = 4 // tokens
	for k := i - 1; k >= lo && k >= i-near && !s.edge(k); k-- {
		switch s.x.str(s.d, k) {
		case "никто", "ніхто":
			return true
		case "ни", "не":
			for m := max(lo, k-near); m < k; m++ {
				if w := s.x.str(s.d, m); (w == "бы" || w == "б") && m > lo && s.x.is(m-1, slavicThat|slavicAs|slavicRelative|slavicPronoun|slavicThis) {
					return true
				}
			}
		}
	}
	return false
}

// thanWords open what something is compared with: "скрывают больше, чем сообщают".
var thanWords = listOf("чем ніж")

// asksHimself reports whether the cue at token i is in the first person singular: "прошу", "закликаю".
func (s *slavic) asksHimself(i int) bool {
	w := s.x.str(s.d, i)
	return s.byUs(i) && (strings.HasSuffix(w, "у") || strings.HasSuffix(w, "ю"))
}

// shownBy reports whether the clause in tokens [from, to), whose cue ends at token end, only tells of
// a thing who shows or spreads it: "На відео, яке оприлюднило міністерство, видно прапор".
func (s *slavic) shownBy(lo, from, end, to, hi int) bool {
	for k := max(lo, from-maxNounSource); k < from; k++ {
		if s.x.is(k, slavicSaying) {
			return false // "Інформація про загибель, яку поширили пабліки, не підтвердилася"
		}
	}
	if lo < from && s.isMark(from-1, ',') && from+2 < to && s.d.isOf(from+2, &ofWhich) && s.that(end, to) < 0 {
		return true // "запись, место съёмки которой установлено"
	}
	if lo < from && s.isMark(from-1, ',') && from+1 < to && s.d.isOf(from+1, &ofWhich) && s.that(end, to) < 0 {
		return true
	}
	return (s.d.isOf(from, &shownWhich) || s.x.is(from, slavicAbout) && s.x.is(from+1, slavicRelative) && lo < from) && !s.isMark(to, ':') && s.that(end, to) < 0 && !s.tellsOf(end, to) && !s.typed(end, to) && to < hi && !s.x.is(to+1, slavicThat) && !s.isDash(to)
}

// ofWhich are relative pronouns in the genitive, behind what belongs to a thing.
var ofWhich = listOf("которого которой которых якого якої яких")

// shownWhich are relative pronouns in cases of what is done to a thing.
var shownWhich = listOf("який яке яку які котрий котре котру которое которую который которые")

// standingOf are what somebody is held to be, to whom or what he stands near.
var standingOf = listOf("близьким близькою близькими наближеним наближеною наближеними пов'язаним пов'язаними близким близкой близкими приближенным приближенными связанным связанными лояльним лояльным")

// beforeColon adds what is asked for or denied in tokens [i, to) before the colon behind which
// somebody says why: "призвал жителей N уехать: по городу бьют", "опроверг захват N: город наш".
func (s *slavic) beforeColon(a attribution, h slavicHit, to int) {
	i := h.end
	if k := s.promised(h, to); k > 0 && s.byUs(h.first) {
		a.rule, a.content = "attr.F-promise", []run{{k, to}}
		s.add(a)
		return
	}
	if !s.typed(i, to) || a.source.empty() || s.isDenial(&a) && s.x.is(i, slavicThis) || a.source.first >= i {
		return
	}
	a.rule, a.subject, a.content = "attr.F-object", a.source, []run{{i, to}}
	s.add(a)
}

// tellsOf reports whether what a verb is about stands right behind it: "сообщили о
// гибели", "вказують на просування".
func (s *slavic) tellsOf(i, to int) bool {
	return s.x.is(i, slavicAbout) && (s.typed(i, to) || s.ofRights(i+1, min(i+4, to))) || i < to && s.x.str(s.d, i) == "на" && s.typed(i, min(i+3, to))
}

func (s *slavic) isDenial(a *attribution) bool { return a.stance == denyStance }

// that is the conjunction that opens what the cue before token i reports: the
// first one in its clause or right after a comma of it; -1 for none.
func (s *slavic) that(i, hi int) int {
	commas := 0
	for k := i; k < hi && k < i+30; k++ {
		if s.isMark(k, ',') {
			if s.x.is(k+1, slavicThat) && s.placeAt(k-1) && s.aboutWithin(i, k) {
				return -1 // "про взяття N, що на півночі"
			}
			// "розповів, як штурмували"
			if s.x.is(k+1, slavicThat) || s.x.is(k+1, slavicAs) && commas == 0 {
				return k + 1
			}
			// "вимагає, щоб"
			if w := s.x.str(s.d, min(k+1, hi-1)); w == "щоб" || w == "чтобы" || w == "аби" {
				return k + 1
			}
			if commas++; commas > 2 || s.isConverb(k+1) {
				return -1
			}
			continue
		}
		if s.isMark(k, ':') || s.isMark(k, ';') || s.isDash(k) || s.d.toks[k].kind == openToken && s.d.speechAt(k) >= 0 {
			return -1
		}
		if k > i && s.isCue(k) {
			return -1
		}
	}
	return -1
}

// aboutWithin reports whether what somebody speaks about stands in tokens [i, j).
func (s *slavic) aboutWithin(i, j int) bool {
	for ; i < j; i++ {
		if s.x.is(i, slavicAbout) {
			return s.typed(i, j)
		}
	}
	return false
}

// object: "заявив про захоплення X", "спростував захоплення X", "вимагає вивести".
func (s *slavic) object(a *attribution, h slavicHit, to, hi int) bool {
	if s.isDenial(a) && s.calls(h.first) && !s.typed(h.first+1, h.end) && s.typed(h.end, to) {
		// "называет маловероятным взятие X"
		a.rule, a.content = "attr.F-call", []run{{h.end, s.clauseEnd(h.end, hi)}}
		return true
	}
	if h.end-h.first > 2 && s.calls(h.first) {
		// "назвав захоплення X брехнею"
		end := h.end - 1
		for k := end - 1; k > h.first+1 && k >= end-2; k-- {
			if s.isNot(k) {
				end = k // "назвал заявления о взятии N не соответствующими действительности"
			}
		}
		a.rule, a.cue, a.content = "attr.F-call", run{h.first, h.first + 1}, []run{{h.first + 1, end}}
		return s.typed(h.first+1, end)
	}
	for k := h.end; k < to && k < h.end+9; k++ {
		if s.x.is(k, slavicAbout) && k+1 < to && !s.x.is(k+1, slavicThis) {
			a.rule, a.content = "attr.F-about", []run{{k + 1, s.aboutEnd(k+1, hi)}}
			return (s.typed(k+1, hi) || s.ofRights(k+1, min(k+4, hi))) && !(a.negated && a.stance == claimStance) // "не сообщали об ударах"
		}
	}
	if a.stance == demandStance && !s.typed(h.end, to) && to+1 < hi && s.isMark(to, ',') && s.x.is(to+1, slavicRelative) {
		// "просить тих, хто лишився, виїхати"
		if k := s.clauseEnd(to+1, hi); k < hi && (s.isMark(k, ',') || s.isMark(k, ':')) {
			to = s.clauseEnd(k+1, hi)
			a.rule, a.content = "attr.F-object", []run{{h.end, to}}
			return s.typed(k, to)
		}
	}
	if w := s.x.str(s.d, h.first); (strings.HasPrefix(w, "наполя") || strings.HasPrefix(w, "наста") || strings.HasPrefix(w, "настоя")) && h.end < to && s.x.str(s.d, h.end) == "на" && s.typed(h.end, to) {
		a.rule, a.stance, a.content = "attr.F-object", demandStance, []run{{h.end + 1, s.clauseEnd(h.end, hi)}}
		return true
	}
	if startsWithAny(s.x.str(s.d, h.first), complainingStems) && h.end < to && s.x.str(s.d, h.end) == "на" && s.typed(h.end, to) {
		a.rule, a.content = "attr.F-object", []run{{h.end + 1, s.clauseEnd(h.end, hi)}}
		return true
	}
	if s.x.is(h.first, slavicAccusing) && s.typed(h.end, to) {
		a.rule, a.content = "attr.F-object", []run{{h.end, s.clauseEnd(h.end, hi)}}
		return true
	}
	if a.stance == believeStance && h.end-h.first > 1 && s.d.anyPlace([]run{{h.end, to}}) {
		// "не исключил переговоров в N"
		a.rule, a.content = "attr.F-object", []run{{h.end, s.clauseEnd(h.end, hi)}}
		return true
	}
	if k := s.promised(h, to); k > 0 {
		a.rule, a.content = "attr.F-promise", []run{{k, s.clauseEnd(k, hi)}}
		return true
	}
	reach := 3 // tokens to what is told
	if startsWithAny(s.x.str(s.d, h.first), countingStems) {
		reach = 9 // "насчитала за неделю 96 атак", "позначили північні квартали міста сірою зоною"
	}
	switch a.stance {
	case denyStance, confirmStance, demandStance, claimStance:
		if right := reach > 3 && s.ofRights(h.end, min(h.end+reach, to)); !right && (!s.typed(h.end, to) || a.stance == claimStance && !s.typed(h.end, min(h.end+reach, to))) {
			return false
		}
		a.rule, a.content = "attr.F-object", []run{{h.end, s.objectEnd(h.end, hi)}}
		return true
	}
	return false
}

// complainingStems begin verbs of complaining: "жалуются на отсутствие воды".
var complainingStems = []string{"скарж", "поскарж", "нарік", "жалу", "пожалова", "сетова", "сетует"}

// objectEnd is where the object that starts at token i ends before hi: at the clause's end, or
// before what the same speaker does next: "не подтверждает эвакуацию N и просит не верить".
func (s *slavic) objectEnd(i, hi int) int {
	end := s.pastPlaces(s.clauseEnd(i, hi), hi)
	for k := i + 1; k+1 < end; k++ {
		if s.x.is(k, slavicAnd) && s.isCue(k+1) && s.finite(k+1) && s.typed(i, k) {
			return k
		}
	}
	return end
}

// pastPlaces is where the list of places ends that goes on behind the comma at token end: "47 случаев в N, M и K".
func (s *slavic) pastPlaces(end, hi int) int {
	for end+1 < hi && s.isMark(end, ',') && s.placeAt(end-1) {
		next := end + 1
		if s.x.is(next, slavicIn|slavicAgainst) && next+1 < hi {
			next++
		}
		k := s.pastPlace(next)
		if !s.placeAt(next) || k < hi && !s.isMark(k, ',') && !s.x.is(k, slavicAnd) && s.d.toks[k].kind == wordToken {
			break
		}
		end = s.clauseEnd(k, hi)
	}
	return end
}

// countingStems begin verbs behind which what is counted or marked may stand further off.
var countingStems = []string{"познач", "закрас", "перекрас", "зафарб", "перефарб", "нарах", "насчит", "підрах", "подсчит", "зафікс", "зафикс", "зареєстр", "зарегистр", "задокумент"}

// typed reports whether tokens [i, j) tell of a situation on the ground.
func (s *slavic) typed(i, j int) bool {
	for _, h := range s.x.in(i, j) {
		if h.p.kind == slavicType {
			return true
		}
	}
	return false
}

// shared is the source of the attribution before in the same sentence.
func (s *slavic) shared(start int) np {
	if n := len(s.d.attrs); n > start {
		return s.d.attrs[n-1].source
	}
	return np{}
}
