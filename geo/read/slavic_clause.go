package read

import (
	"strings"

	"contested/geo"
)

// vague reports whether a source is somebody whom nothing names: "источник", "дипломати".
func (s *slavic) vague(p np) bool {
	for i := p.first; i < p.end; i++ {
		w := s.x.str(s.d, i)
		for _, stem := range [...]string{"источник", "собеседник", "дипломат", "чиновник", "джерел", "співрозмовник", "посадов"} {
			if strings.HasPrefix(w, stem) {
				return true
			}
		}
	}
	return false
}

// calls reports whether the verb at token i says what something is: "назвав … брехнею",
// "считает невозможным …".
func (s *slavic) calls(i int) bool {
	w := s.x.str(s.d, i)
	for _, p := range [...]string{"наз", "счи", "соч", "сче", "вва"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// aboutEnd is where the noun phrase that starts at token i and tells what somebody spoke
// about ends before hi: at a clause that goes against it.
func (s *slavic) aboutEnd(i, hi int) int {
	for k := i; k < hi; k++ {
		if s.isMark(k, ',') && k+1 < hi && s.x.is(k+1, slavicThat|slavicRelative) && s.placeAt(k-1) {
			return k // "про взяття N, що на півночі"
		}
		if s.isMark(k, ',') && s.x.is(k+1, slavicAnd) && (k+2 < hi && s.x.is(k+2, slavicThis) || s.anyFinite(k+1, s.clauseEnd(k+2, hi))) || s.isMark(k, ';') {
			return k
		}
	}
	return hi
}

// pastRelative reports whether the clause before token from, behind a comma, is a relative
// one about the subject of the next: "57-ма бригада, яка тримає ділянку, спростувала".
func (s *slavic) pastRelative(lo, from int) bool {
	k := from - 1
	if !s.isMark(k, ',') {
		return false
	}
	for k > lo && !s.edge(k-1) {
		k--
	}
	if !s.x.is(k, slavicRelative) && !(s.x.is(k, slavicIn) && s.x.is(k+1, slavicRelative)) && !s.isParticiple(k) || !s.isMark(k-1, ',') {
		return false
	}
	left := k - 1
	for left > lo && !s.edge(left-1) {
		left--
	}
	p := s.narrow(left, k-1)
	return !p.empty() && s.named(p) && !s.anyFinite(left, k-1)
}

// nominalContent reports whether what is told of up to token j is a noun behind "про" or
// "о" that is of a kind: "сообщил об ударе по N, погиб мужчина".
func (s *slavic) nominalContent(first, j int) bool {
	return first > 0 && s.x.is(first-1, slavicAbout) && s.typed(first, j)
}

// slavicModality is the modality that a word of mood gives.
func slavicModality(m mood) geo.Modality {
	switch m {
	case hedgedMood:
		return geo.Hedged
	case conditionalMood:
		return geo.Conditional
	case futureMood:
		return geo.Future
	case demandMood:
		return geo.Demand
	}
	return geo.Asserted
}

// clauses splits a content run into propositions: at marks and conjunctions, when
// both sides have a predicate of their own.
func (s *slavic) clauses(c run) []run {
	d := s.d
	var out []run
	first := c.first
	cut := func(end, next int) {
		if x := s.trim(run{first, end}); x.end-x.first > 1 || x.end-x.first == 1 && s.typed(x.first, x.end) && x == s.trim(c) {
			out = append(out, x)
		}
		first = next
	}
	for i := c.first; i < c.end; i++ {
		t := &d.toks[i]
		if t.kind == punctToken && (d.endsSentence(i) || d.char(i) == ';') && (i+1 >= c.end || d.toks[i+1].sent != t.sent || d.char(i) == ';') {
			cut(i, i+1)
			continue
		}
		if i > c.first && t.sent != d.toks[i-1].sent {
			cut(i, i)
		}
		if k := s.pastAsides(i, c.end); k > i {
			i = k
			continue
		}
		comma := s.isMark(i, ',') || s.isMark(i, ':') || t.kind == dashToken
		if !comma && (!s.x.is(i, slavicAnd) || s.particle(i, c)) || i == first {
			continue
		}
		next := i + 1
		if comma && next < c.end && s.x.is(next, slavicAnd) {
			next++
		}
		if s.isMark(i, ':') && (s.notSo(first, i) || i <= first+2 && i > first && s.x.is(i-1, slavicVerdict)) {
			cut(i, next) // "Это не так: пограничники контролируют N"
			continue
		}
		if comma && s.d.isOf(next, &although) && next+1 < c.end {
			next++ // "N держится, хотя бои на окраинах идут"
		}
		if next >= c.end || s.x.is(next, slavicRelative) && !s.because(next, c.end) || comma && (s.x.is(next, slavicThat) || s.x.is(next, slavicIn) && s.x.is(next+1, slavicRelative)) {
			continue
		}
		if comma && (s.shareOf(next, c.end) || s.dashed(next, c.end) && s.predicate(first, i)) {
			cut(i, next)
			i = next
			continue
		}
		if s.x.is(next, slavicAbout) && s.nominalContent(first, i) && s.typed(next+1, c.end) {
			cut(i, next+1) // "о продвижении к N и о боях в M"
			i = next
			continue
		}
		// the clause after must have a predicate, as has the one before
		end := next
		for end < c.end && !s.isMark(end, ',') && !s.isMark(end, ';') && d.toks[end].kind != dashToken && d.toks[end].sent == t.sent && !(end > next && s.x.is(end, slavicAnd)) {
			end++
			end = s.behindAside(end, c.end)
		}
		if !comma && !s.finite(next) && s.sharedSubject(first, i) {
			continue // "звідки поліцейські та волонтери вивозять людей"
		}
		if comma && end < c.end && s.isMark(end, ',') && !s.predicate(next, end) {
			end = s.pastInsertion(end, c.end)
		}
		if s.d.isOf(i-1, &beingVerbs) && (s.finite(next) || s.d.isOf(next, &beingVerbs)) {
			continue // "N был и останется российским"
		}
		if s.x.is(first, slavicSaying) && s.untrue(run{next, end}) {
			continue // "Сообщения о взятии N не соответствуют действительности"
		}
		if (s.predicate(first, i) || comma && s.nominalContent(first, i)) && s.predicate(next, end) && !s.startsRelative(first, i) {
			cut(i, next)
			i = next - 1
		}
	}
	cut(c.end, c.end)
	return out
}

// because reports whether a clause that gives the reason for the one before it opens at token i, and tells of a
// kind itself: "вывоз приостановлен, поскольку дорогу обстреливают".
func (s *slavic) because(i, hi int) bool {
	if !s.d.isOf(i, &reasons) {
		return false
	}
	end := s.clauseEnd(i+1, hi)
	return s.typed(i+1, end) && s.anyFinite(i+1, end)
}

// reasons open clauses that give the reason for the one before.
var reasons = listOf("поскольку оскільки")

// although open clauses that stand beside the one before them.
var although = listOf("хоча хотя хоч")

// particle reports whether the conjunction at token i only stresses the verb behind it: "то ми й поїхали", "вот я и
// собралась".
func (s *slavic) particle(i int, c run) bool {
	if i-2 < c.first || i+1 >= c.end || !s.finite(i+1) {
		return false
	}
	switch s.x.str(s.d, i) {
	case "й", "і", "и", "та":
	default:
		return false
	}
	return s.x.is(i-1, slavicPronoun|slavicWe) || s.d.isOf(i-1, &speakerWords)
}

// speakerWords are what the speaker is called by himself.
var speakerWords = listOf("я ми мы")

// maxBrokenBy is how many tokens a phrase between commas within a clause may have.
const maxBrokenBy = 6

// pastInsertion is where the clause that is broken off by a phrase at the comma of token end, "а мерія, попри чутки,
// не готує", ends before hi; end itself where none is.
func (s *slavic) pastInsertion(end, hi int) int {
	d := s.d
	if end+1 >= hi || s.x.is(end+1, slavicAnd|slavicThat|slavicRelative) {
		return end
	}
	to := s.clauseEnd(end+1, min(hi, end+maxBrokenBy+2))
	if to >= hi-1 || !s.isMark(to, ',') || s.anyFinite(end+1, to) || s.x.is(to+1, slavicAnd|slavicThat|slavicRelative) {
		return end
	}
	after := to + 1
	for after < hi && !s.isMark(after, ',') && !s.isMark(after, ';') && d.toks[after].kind != dashToken && d.toks[after].sent == d.toks[end].sent && !s.x.is(after, slavicAnd) {
		after++
	}
	if !s.predicate(to+1, after) {
		return end
	}
	return after
}

// dashed reports whether a place stands at token i before a dash in place of a verb: "M позначене сірим, N – як
// захоплене".
func (s *slavic) dashed(i, hi int) bool {
	k := s.d.mentionIndex(i)
	if k >= len(s.d.mentions) || s.d.mentions[k].first != i {
		return false
	}
	end := s.d.mentions[k].end
	return end+1 < hi && s.isDash(end) && s.typed(end+1, s.clauseEnd(end+1, hi))
}

// beingVerbs are verbs that say nothing without what follows.
var beingVerbs = listOf("был была было были есть остается остаётся був була було були є лишається залишається")

// startsRelative reports whether the last clause of tokens [i, j) is a relative
// one that the next goes on from. Its own main clause stands around it.
func (s *slavic) startsRelative(i, j int) bool {
	for i < j && s.d.toks[i].kind != wordToken {
		i++
	}
	if s.x.is(i, slavicRelative) {
		return true
	}
	for k := j - 1; k > i; k-- {
		if s.isMark(k, ',') {
			return s.x.is(k+1, slavicRelative) && !s.predicate(i, k)
		}
	}
	return false
}

// predicate reports whether tokens [i, j) have a finite verb outside what hangs
// on a relative word at their start.
func (s *slavic) predicate(i, j int) bool {
	return s.anyFinite(i, j) || s.lacking(i) || i < j && s.placeAt(i) && (s.typed(i+1, j) || s.longType(i)) || s.already(i, j) || s.isUnder(i, j) || s.isState(i, j) || s.isToll(i, j) || s.participial(i, j, false) || s.thereWas(run{i, j}) || s.cannotBe(i, j) // "Родинское в мешке, N взят"
}

// lacking reports whether a clause without a verb starts at token i with what there is none of: "без
// світла половина міста".
func (s *slavic) lacking(i int) bool {
	return s.x.str(s.d, i) == "без" && s.longType(i)
}

// wantingWords say, before an infinitive or behind it, that nothing or nobody is there to do something with.
var wantingWords = listOf("нечем нечего некому некуда негде незачем рано преждевременно передчасно ничем нічим нікому нікуди ніде нема")

// cannotBe reports whether tokens [i, j) say with an infinitive that something cannot be done: "снабжать их нечем".
func (s *slavic) cannotBe(i, j int) bool {
	lacks, does := false, false
	for ; i < j; i++ {
		lacks = lacks || s.d.isOf(i, &wantingWords)
		does = does || s.infinitive(i)
	}
	return lacks && does
}

// isState reports whether tokens [i, j) say without a verb what the situation is like: "в N обстановка
// спокойная", "ситуація контрольована".
func (s *slavic) isState(i, j int) bool {
	for k := i; k+1 < j; k++ {
		if !startsWithAny(s.x.str(s.d, k), stateStems) {
			continue
		}
		for m := k + 1; m < j && m < k+4; m++ {
			w := s.x.str(s.d, m)
			for _, e := range [...]string{"ая", "на", "ана", "ена", "ою", "ой"} {
				if strings.HasSuffix(w, e) && s.d.toks[m].caps == lowerCase && len(w) > 8 {
					return true
				}
			}
		}
	}
	return false
}

// isToll reports whether tokens [i, j) count those who were hurt, without a verb: "двое раненых".
func (s *slavic) isToll(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if s.d.isOf(k, &hurtWords) && (s.d.toks[k-1].kind == numberToken || s.d.isOf(k-1, &fewNumerals)) {
			return true
		}
	}
	return false
}

var (
	hurtWords   = listOf("раненых погибших пострадавших поранених загиблих постраждалих убитых вбитих")
	fewNumerals = listOf("двое трое четверо пятеро шестеро семеро двоє троє п'ятеро")
)

var stateStems = []string{"обстановк", "ситуаци", "ситуаці"}

// longType reports whether words for a kind, more than one, start at token i: "посёлок наш".
func (s *slavic) longType(i int) bool {
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicType && h.end > i+1 {
			return true
		}
	}
	return false
}

// holder reports whether those who hold ground are named at token i in the case for it, behind "за".
func (s *slavic) holder(i int) bool {
	if s.x.is(i, slavicEnemy) {
		return s.instrumental(i)
	}
	h, ok := s.x.find(slavicParty, i)
	return ok && (h.p.party == geo.Russia || h.p.party == geo.Ukraine) && h.p.class == geo.Military
}

// already reports whether a clause without a verb tells where somebody is by now: "ворог уже
// в N".
func (s *slavic) already(i, j int) bool {
	for _, h := range s.x.in(i, j) {
		if h.p.kind == slavicType && h.end-h.first > 2 && h.end <= j && s.placeAt(h.end-1) {
			return true
		}
	}
	return false
}

// isUnder reports whether tokens [i, j) say without a verb what somebody or something is
// under: "ситуация под контролем", "дорога под огнём".
func (s *slavic) isUnder(i, j int) bool {
	for k := i + 1; k+1 < j; k++ {
		w := s.x.str(s.d, k)
		if w == "за" && (s.x.str(s.d, k+1) == "нами" || k+2 >= j && s.holder(k+1)) {
			return true // "западная окраина до сих пор за ВСУ"
		}
		if w == "без" && s.typedVerb(k) {
			return true // "N третий день без воды"
		}
		if w != "под" && w != "під" {
			continue
		}
		switch s.x.str(s.d, k+1) {
		case "контролем", "огнем", "обстрелом", "ударом", "угрозой", "вогнем", "обстрілом", "загрозою", "нашим", "противником", "врагом", "ворогом", "росіянами", "россиянами", "вогневим", "огневым", "полным", "повним":
			return true
		}
	}
	return false
}
