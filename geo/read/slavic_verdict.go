package read

import "contested/geo"

// refuted is what the text itself says is not so in sentence n, a report of which it judges: "Інформація
// про прорив до N не відповідає дійсності", "Сообщение о взятии N оказалось ложью"; empty runs when it
// judges none. All of the sentence up to the verdict's end is judged.
func (s *slavic) refuted(n int) (reports []run, judged run) {
	d := s.d
	st := &d.sents[n]
	first := st.first
	for k := st.end - 1; k > first; k-- {
		if s.isMark(k, ';') {
			first = k + 1
		}
	}
	say := first
	for ; say < st.end && !s.saidThing(say, first); say++ {
		if say-first > maxNounSource || s.edge(say) && !s.isMark(say, ':') || s.finite(say) {
			return nil, run{}
		}
	}
	about := say + 1
	for about < st.end && about-say <= maxNounSource && !s.x.is(about, slavicAbout) && !s.edge(about) && !s.finite(about) {
		about++
	}
	if about >= st.end || !s.x.is(about, slavicAbout) {
		return nil, run{}
	}
	verdict := s.verdictFrom(about+1, st.end)
	if verdict.end == 0 {
		return nil, run{}
	}
	for k := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= first }); k < len(d.attrs) && d.attrs[k].cue.first < st.end; k++ {
		if a := &d.attrs[k]; a.rule != "attr.C-noun" && !(a.cue.first > about && a.cue.end < verdict.first) {
			return nil, run{} // somebody judges it
		}
	}
	end := about + 1
	for end < verdict.first && !(s.isMark(end, ',') && s.x.is(end+1, slavicRelative)) {
		end++ // "Чутки про прорив, які ширять канали, не відповідають дійсності"
	}
	return s.listed(about+1, end), run{first, verdict.end}
}

// saidThing reports whether the word at token i is a noun for what is said, as what the sentence is
// about and not as what something hangs on.
func (s *slavic) saidThing(i, lo int) bool {
	return s.x.is(i, slavicSaying) && (i == lo || !s.x.is(i-1, slavicIn|slavicAgainst|slavicAbout))
}

// verdictFrom is the words in tokens [i, j) that say that a report is not true.
func (s *slavic) verdictFrom(i, j int) run {
	for _, h := range s.x.in(i, j) {
		if h.p.kind == slavicCheck && h.p.status == geo.Disputed && h.end <= j {
			first := h.first
			for first > i && s.d.toks[first-1].kind != wordToken {
				first--
			}
			return run{first, h.end}
		}
	}
	for k := i; k < j; k++ {
		if !s.x.is(k, slavicVerdict) && !startsWithAny(s.x.str(s.d, k), untrueStems) {
			continue
		}
		first := k
		for first > i && (s.isDash(first-1) || s.x.is(first-1, slavicFiller) || s.d.isOf(first-1, &turningOut)) {
			first--
		}
		if first < k || startsWithAny(s.x.str(s.d, k), untrueStems) {
			return run{first, k + 1}
		}
	}
	return run{}
}

var (
	// untrueStems begin the words by which a report is called untrue.
	untrueStems = []string{"неправдив", "недостовірн", "безпідставн", "недостоверн", "ложны", "ложно", "беспочвен", "необоснован", "вигадан", "вымышлен", "сфальшован", "сфабрикован"}
	// turningOut are verbs between a report and the verdict on it.
	turningOut = listOf("оказалось оказалась оказались оказался виявилося виявилось виявилася виявились виявилися є это це")
)

// listed parts what a report tells of, tokens [i, j), into its items: "про втрату N, евакуацію M та
// полонених під K".
func (s *slavic) listed(i, j int) []run {
	var out []run
	first := i
	for k := i; k < j; k++ {
		if !s.isMark(k, ',') && !s.x.is(k, slavicAnd) || k == first {
			continue
		}
		next := k + 1
		for next < j && (s.x.is(next, slavicAnd) || s.x.is(next, slavicAbout)) {
			next++
		}
		if s.typed(first, k) && s.d.anyPlace([]run{{first, k}}) && next < j && s.typed(next, min(next+3, j)) {
			out, first = append(out, s.trim(run{first, k})), next
		}
	}
	return append(out, s.trim(run{first, j}))
}

// refuteReports makes the claims of whoever tells the text that the reports of sentence n are not true, and
// returns what it has judged.
func (s *slavic) refuteReports(n int, attr int, who speaker) run {
	reports, judged := s.refuted(n)
	for _, x := range reports {
		if x.first >= x.end {
			continue
		}
		c := draft{attr: attr, runs: []run{x}, who: who}
		s.draft(&c, nil)
		if c.find.weight == 0 || len(c.places) == 0 {
			continue
		}
		c.dropped, c.modality = false, geo.Asserted
		c.polarity = geo.Negated
		c.verdict = true
		c.why = append(c.why, geo.Evidence{Rule: "polarity.denied", Span: s.d.span(judged.first, judged.end)})
		s.d.drafts = append(s.d.drafts, c)
	}
	return judged
}
