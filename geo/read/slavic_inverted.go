package read

// before is the subject right before the cue at token j, in a tag that starts at
// token i: "— так генерал отчитался перед президентом".
func (s *slavic) before(i, j int) np {
	p := s.narrow(i, j)
	if p.empty() || p.end != j || !s.named(p) || s.x.is(p.first-1, slavicIn) {
		return np{}
	}
	return p
}

// pastSubject is where the speaker may begin behind the place that is spoken of at token i: "«Q», –
// каже про N боєць".
func (s *slavic) pastSubject(i, to int) int {
	if !s.x.is(i, slavicAbout) || i+1 >= to {
		return i
	}
	if k := s.d.mentionIndex(i + 1); k < len(s.d.mentions) && s.d.mentions[k].first == i+1 {
		return min(s.d.mentions[k].end, to)
	}
	return i
}

// spokenOf is 1 + the mention of the place that an attribution behind its content speaks about: "«Село
// наше», – каже про N боєць"; 0 for none.
func (s *slavic) spokenOf(a *attribution) int {
	if a == nil || a.rule != "attr.A-quote" && a.rule != "attr.A-inverted" || !s.x.is(a.cue.end, slavicAbout) {
		return 0
	}
	if k := s.d.mentionIndex(a.cue.end + 1); k < len(s.d.mentions) && s.d.mentions[k].first == a.cue.end+1 && s.d.isSpot(&s.d.mentions[k]) {
		return k + 1
	}
	return 0
}

// besides open a clause that goes on with what is told before the cue: "C1, сказав X, причому C2".
var besides = listOf("причому причем причём")

// cites reports whether the verb at token i tells of words that somebody passes on.
func (s *slavic) cites(i int) bool {
	return startsWithAny(s.x.str(s.d, i), []string{"цит", "процит"})
}

// inverted: what stands before the cue is its content.
func (s *slavic) inverted(a attribution, from, to, lo, hi int) (attribution, bool) {
	d := s.d
	mark := from - 1
	a.source = s.before(from, a.cue.first)
	if a.source.empty() && s.x.is(a.cue.end, slavicPronoun) && s.cites(a.cue.first) {
		a.source = np{a.cue.end, a.cue.end + 1, a.cue.end} // "цитирует его агентство"
	}
	if a.source.empty() {
		a.source = s.narrow(s.pastSubject(a.cue.end, to), to)
	}
	if a.source.empty() && (s.isDash(mark) || d.toks[mark].kind == closeToken || to-a.cue.end < 4) {
		a.source = s.wide(a.cue.end, to)
	}
	if a.source.empty() {
		a.source = s.narrow(from, a.cue.first)
		if a.source.empty() && !s.isDash(mark) && d.toks[mark].kind != closeToken && to > a.cue.end {
			return a, false
		}
	}
	if a.source.empty() && to < hi && !s.isMark(to, '.') && !s.isDash(mark) && !(to == a.cue.end && s.insertion(lo, mark, to, hi)) {
		return a, false
	}
	if p := s.wordsOf(a.cue.first, a.cue.end, to); !p.empty() {
		if a.source.end > p.first {
			a.source.end = 0
		}
		a.relay, a.source = s.narrow(a.cue.end, p.first), p
	}
	inserted := s.insertion(lo, mark, to, hi)
	if !inserted && s.isMark(mark, ',') && s.x.is(lo, slavicIn) && !s.typed(lo, mark) && !s.anyFinite(lo, mark) && !s.isState(lo, mark) {
		return a, false // "У N, M й K оголосили евакуацію"
	}
	left := mark
	for left > lo && d.toks[left].kind != wordToken && d.toks[left].kind != closeToken && d.toks[left].kind != numberToken {
		left--
	}
	a.rule, a.content = "attr.A-inverted", []run{{lo, left + 1}}
	if d.toks[left].kind == closeToken {
		if q := &d.quotes[d.toks[left].quote-1]; q.first < left {
			first := q.first
			if !q.speech && first > lo {
				first = lo
			}
			a.rule, a.speech, a.content = "attr.A-quote", true, []run{{first, left + 1}}
		}
	}
	if len(s.d.attrs) > 0 {
		// not what another attribution of the sentence has said already
		if p := &d.attrs[len(d.attrs)-1]; p.cue.first >= lo && p.cue.end <= left && p.rule == "attr.B-that" && !s.relays(&a) {
			return a, false
		}
	}
	// the speech goes on: "«Q1, — сказав X, — Q2»"
	if inserted || s.isDash(to) && to+1 < hi || s.isMark(to, ',') && (s.isDash(to+1) || d.isOf(to+1, &besides)) {
		a.content = append(a.content, run{to + 1, hi})
	}
	a.subject = a.source
	return a, true
}

// wordsOf is whose words the clause of the verb at token i passes on, behind it in tokens [from, to): "«Q», –
// приводит агентство слова губернатора".
func (s *slavic) wordsOf(i, from, to int) np {
	if !s.cites(i) && !s.x.is(i, slavicRelaying) && !startsWithAny(s.x.str(s.d, i), adducingStems) {
		return np{}
	}
	for k := from; k+1 < to; k++ {
		if !s.x.is(k, slavicSaying) && s.x.str(s.d, k) != "слова" {
			continue
		}
		if p := s.narrow(k+1, to); !p.empty() && s.named(p) {
			return p
		}
	}
	return np{}
}

// adducingStems begin verbs by which a paper gives what somebody has said.
var adducingStems = []string{"привод", "приводи", "привел", "наводи", "навів", "навел"}
