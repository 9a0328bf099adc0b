package read

import (
	"strings"

	"contested/geo"
)

// unlisted reports whether a finite verb that no list has tells at token i what somebody says, because a
// speaker is its subject and a clause of speech follows: "паблики разгоняют, будто N пал",
// "блогер глузує, що N здали", "канал ликує: «N наш»". The sentence ends before token hi.
func (s *slavic) unlisted(i, lo, hi int) bool {
	d := s.d
	const near = 6 // tokens
	if i == 0 || s.typedVerb(i) || s.isNot(i-1) || s.x.is(i, slavicSaying) || d.toks[i].caps == titleCase && d.sents[d.toks[i].sent].first != i {
		return false
	}
	k, bare := i+1, true
	for ; k < hi && k < i+near && !s.edge(k); k++ {
		if s.finite(k) {
			return false
		}
		bare = bare && (s.x.is(k, slavicFiller) || s.toWhom(k) || d.isOf(k, &givenToKnow))
	}
	if k >= hi-1 {
		return false
	}
	switch {
	case s.isMark(k, ','):
		switch s.x.str(d, k+1) {
		case "що", "что":
			if !bare && !s.subjectBehind(i+1, k) {
				return false
			}
		case "будто", "якобы", "нібито", "начебто", "ніби", "мол", "мовляв", "дескать":
		default:
			return false
		}
	case s.isMark(k, ':'):
		if k+1 >= hi || d.toks[k+1].kind != openToken && !d.isOf(k+1, &asTheySay) && !(startsWithAny(s.x.str(d, i), gestureStems) && (s.anyFinite(k+1, hi) || s.tells(run{k + 1, hi}))) {
			return false
		}
	default:
		return false
	}
	from := i
	for from > lo && !s.edge(from-1) {
		from--
	}
	return s.subjectBefore(from, i) || s.subjectBehind(i+1, k)
}

// follows reports whether the verb at token i tells what something that was said comes to: "Из сводки
// Генштаба следует, что".
func (s *slavic) follows(i, lo, hi int) bool {
	if i+2 >= hi || !s.isMark(i+1, ',') || !s.x.is(i+2, slavicThat) || !startsWithAny(s.x.str(s.d, i), followingStems) {
		return false
	}
	from := i
	for from > lo && !s.edge(from-1) {
		from--
	}
	return s.d.isOf(from, &outOf) && !s.narrow(from, i).empty()
}

var (
	followingStems = []string{"следует", "явству", "вытека", "видно", "ясно", "понятно", "слідує", "виплива", "видно", "зрозуміло", "узнали", "известно", "відомо", "стало"}
	outOf          = listOf("из с со з із зі")
)

// givenToKnow are infinitives that stand between a verb and what somebody lets others know: "дали
// понять, что".
var givenToKnow = listOf("понять знать зрозуміти знати")

// gestureStems begin verbs for joy, grief and gestures, which speak where a colon follows: "каналы ликуют: N взят",
// "фермер машет рукой: поля заминированы".
var gestureStems = []string{"ликую", "ликов", "тріумф", "триумф", "раді", "радую", "торжеств", "святку", "праздну", "сурмл", "трубят", "трубл", "маха", "маше", "машет", "махну", "знизу", "знизав", "пожима", "пожал", "розвод", "розвів", "розвел", "развод", "развел", "кива", "кивну", "хитає", "качает",
	"зітха", "зітхн", "вздыха", "вздохну", "усміха", "улыба", "улыбн", "плаче", "плакал", "сміє", "смеет", "засміяв", "засмеял", "бурчить", "ворчит", "відріза", "отреза", "відрубав", "парир", "відмовив", "відмовила", "отмахива", "відмаху"}

// asTheySay open what somebody else is made to say.
var asTheySay = listOf("мовляв мол дескать")

// subjectBefore reports whether somebody who can speak stands before the verb at token j, in its
// clause from token i, in a case of subjects.
func (s *slavic) subjectBefore(i, j int) bool {
	p := s.narrow(i, j)
	if p.empty() || !s.named(p) || s.anyFinite(i, j) || s.x.is(p.first-1, slavicAgainst|slavicAbout) {
		return false
	}
	if s.x.is(p.first-1, slavicIn) {
		return s.ofMany(j) && (s.government(p) || s.speaks(p.first)) // "в Вашингтоне дали понять"
	}
	return s.canSpeak(p)
}

// ofMany reports whether the verb at token i has a form of many: "дали", "считают".
func (s *slavic) ofMany(i int) bool {
	w := s.x.str(s.d, i)
	for _, e := range [...]string{"ли", "лись", "лися", "ють", "уть", "ать", "ять", "ют", "ут", "ат", "ят"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// subjectBehind reports whether the words in tokens [i, j) behind a verb are who speaks.
func (s *slavic) subjectBehind(i, j int) bool {
	p := s.narrow(i, j)
	return !p.empty() && p.first == i && s.named(p) && s.canSpeak(p)
}

// canSpeak reports whether a phrase starts with a word for somebody who speaks, a name or an
// adjective of it, in a case of subjects.
func (s *slavic) canSpeak(p np) bool {
	for _, h := range s.x.in(p.first, p.end) {
		switch h.p.kind {
		case slavicRole:
			return s.caseOf(h.first) == subjectCase
		case slavicParty:
			if h.p.country || h.p.class == geo.Military && h.p.name != "" && !h.p.person && h.end == h.first+1 {
				continue // "росіяни помітили, що": who fights
			}
			return true
		case slavicWord:
			if h.p.words&(slavicPronoun|slavicWe) != 0 {
				return true
			}
		}
	}
	return false
}

// goesOn reports whether somebody goes on to say what stands before the verb at token i: "З околиць
// N ворога вибили, продовжив речник".
func (s *slavic) goesOn(i, lo, hi int) bool {
	if !startsWithAny(s.x.str(s.d, i), []string{"продовж", "продолж"}) || i-2 <= lo || !s.isMark(i-1, ',') && !s.isDash(i-1) || !s.finite(i) {
		return false
	}
	return s.anyFinite(lo, i-1) && s.subjectBehind(i+1, s.clauseEnd(i+1, hi))
}
