package read

// renamed reads turns of the finite verb at token i that no list has: what was said or seen is
// called something, or there is no evidence of it.
func (s *slavic) renamed(i, lo, hi int) (attribution, bool) {
	if a, ok := s.belittled(i, lo, hi); ok {
		return a, true
	}
	if a, ok := s.names(i, lo, hi); ok {
		return a, true
	}
	if a, ok := s.spreads(i, lo, hi); ok {
		return a, true
	}
	return s.noEvidence(i, lo)
}

// belittled reads who calls what is said something else than true in words that no list has:
// "назвав повідомлення про втрату N «черговою казкою»". The verb is token i.
func (s *slavic) belittled(i, lo, hi int) (attribution, bool) {
	d := s.d
	if !startsWithAny(s.x.str(d, i), callingStems) {
		return attribution{}, false
	}
	const near = 4 // tokens
	say := i + 1
	for say < hi && say < i+near && !s.x.is(say, slavicSaying) && !s.edge(say) {
		say++
	}
	if say >= hi || !s.x.is(say, slavicSaying) {
		return s.belittledBefore(i, lo, hi)
	}
	about := say + 1
	for about < hi && about <= say+maxNounSource && !s.x.is(about, slavicAbout) && !d.endsClause(about) {
		about++
	}
	if about >= hi || !s.x.is(about, slavicAbout) {
		return attribution{}, false
	}
	end := about + 1
	for end < hi && !s.edge(end) && d.toks[end].kind != openToken && !(end > about+2 && s.caseOf(end) == agentCase && !s.placeAt(end) && d.toks[end].caps == lowerCase) {
		end++
	}
	if end >= hi-1 || !s.typed(about+1, end) || s.edge(end) || startsWithAny(s.x.str(d, min(end+1, hi-1)), truthStems) || startsWithAny(s.x.str(d, end), truthStems) {
		return attribution{}, false
	}
	p := s.clauseSubject(i, lo)
	if p.empty() {
		return attribution{}, false
	}
	return attribution{rule: "attr.F-call", cue: run{i, i + 1}, verb: i, stance: denyStance, source: p, subject: p, content: []run{{about + 1, end}}}, true
}

// belittledBefore is belittled where what is called so stands before the verb: "В бригаде сообщения
// о захвате N назвали бредом".
func (s *slavic) belittledBefore(i, lo, hi int) (attribution, bool) {
	from := s.clauseStart(i, lo)
	say := from
	for say < i && !s.x.is(say, slavicSaying) {
		say++
	}
	about := say + 1
	for about < i && !s.x.is(about, slavicAbout) {
		about++
	}
	if about >= i || i+1 >= hi || s.edge(i+1) || !s.typed(about+1, i) || startsWithAny(s.x.str(s.d, i+1), truthStems) {
		return attribution{}, false
	}
	p := s.narrow(from, say)
	if p.empty() || !s.named(p) {
		return attribution{}, false
	}
	return attribution{rule: "attr.F-call", cue: run{i, i + 1}, verb: i, stance: denyStance, source: p, subject: p, content: []run{{about + 1, i}}}, true
}

// names reads what somebody calls what was told before, in a word for something else: "Москва
// називає це «повним оточенням» гарнізону". The verb is token i.
func (s *slavic) names(i, lo, hi int) (attribution, bool) {
	d := s.d
	if !startsWithAny(s.x.str(d, i), callingStems) || i+2 >= hi || !s.pointsBack(i+1) || s.x.is(i+2, slavicSaying) {
		return attribution{}, false
	}
	end := s.clauseEnd(i+2, hi)
	if !s.typed(i+2, end) {
		return attribution{}, false
	}
	for k := i + 2; k < end; k++ {
		if s.x.is(k, slavicVerdict) || s.isNot(k) {
			return attribution{}, false
		}
	}
	p := s.clauseSubject(i, lo)
	if p.empty() {
		return attribution{}, false
	}
	return attribution{rule: "attr.F-name", cue: run{i, i + 1}, verb: i, stance: claimStance, source: p, subject: p, content: []run{{i + 2, end}}, speech: true}, true
}

// clauseSubject is the speaker named before the verb at token i in its clause; empty when none is.
func (s *slavic) clauseSubject(i, lo int) np {
	p := s.narrow(s.clauseStart(i, lo), i)
	if p.empty() || !s.named(p) {
		return np{}
	}
	return p
}

// clauseStart is the first token of the clause of token i, at or behind token lo.
func (s *slavic) clauseStart(i, lo int) int {
	for i > lo && !s.edge(i-1) {
		i--
	}
	return i
}

// noEvidence reads who has no evidence of something: "Доказів контролю над N картографи не мають".
// The verb is token i.
func (s *slavic) noEvidence(i, lo int) (attribution, bool) {
	d := s.d
	if i < lo+3 || !s.isNot(i-1) || !startsWithAny(s.x.str(d, i), havingStems) {
		return attribution{}, false
	}
	from := s.clauseStart(i, lo)
	at := from
	for at < from+3 && at < i && !startsWithAny(s.x.str(d, at), evidenceStems) {
		at++
	}
	if at == i || at == from+3 {
		return attribution{}, false
	}
	for k := i - 2; k > at; k-- {
		if s.caseOf(k) != subjectCase || s.placeAt(k) {
			continue
		}
		if p := s.narrow(k, i-1); !p.empty() && p.first == k && p.end == i-1 && s.named(p) && s.typed(at+1, k) {
			return attribution{rule: "attr.F-object", cue: run{i, i + 1}, verb: i, stance: denyStance, source: p, subject: p, content: []run{{at + 1, k}}}, true
		}
	}
	if p := s.narrow(from, at); !p.empty() && s.named(p) && s.typed(at+1, i-1) {
		return attribution{rule: "attr.F-object", cue: run{i, i + 1}, verb: i, stance: denyStance, source: p, subject: p, content: []run{{at + 1, i - 1}}}, true
	}
	return attribution{}, false
}

var (
	evidenceStems = []string{"доказ", "ознак", "підтвердж", "доказат", "признак", "подтвержд", "свідчен", "свидетельств"}
	havingStems   = []string{"мают", "має", "мал", "име", "знаход", "знайш", "находят", "нашл", "нашё", "наше", "отрим", "получ", "навод", "навел", "привод", "привел"}
	placingStems  = []string{"назива", "назыв", "назва", "познач", "помеча", "помети", "обознач", "показу", "показыв"}
	callingStems  = []string{"назва", "назыв", "назив", "окрест", "охрест", "охарактериз"}
	truthStems    = []string{"правд", "достовір", "достовер", "підтвердж", "подтвержд", "точн", "справедлив"}
)

// posterStems begin the words for who posts, and postStems those for what, in "автор допису".
var (
	posterStems = []string{"автор", "адміністратор", "администратор", "адмін", "админ", "власник", "владел", "редактор", "ведуч", "ведущ"}
	postStems   = []string{"допис", "канал", "паблік", "паблик", "ролик", "відео", "видео", "пост", "публікац", "публикац", "сторінк", "страниц"}
)

// poster reports whether a phrase means who runs the channel that was named before: "автор
// допису", "адміністратор каналу".
func (s *slavic) poster(i int) bool {
	return i+1 < len(s.d.toks) && startsWithAny(s.x.str(s.d, i), posterStems) && startsWithAny(s.x.str(s.d, i+1), postStems) &&
		(i+2 >= len(s.d.toks) || s.d.toks[i+2].kind != openToken && s.d.toks[i+2].caps == lowerCase)
}
