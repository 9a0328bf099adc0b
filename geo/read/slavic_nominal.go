package read

// maxNounSource is how many tokens may name whose words a noun tells of: "заяви
// начальника Генштабу ЗС РФ Валерія Герасимова про".
const maxNounSource = 8

// nominal finds what nouns tell that somebody has said: "попри заяви Москви про захоплення
// міста", "сообщения российских каналов о прорыве у N", where no verb of the sentence says
// it; start is the first of the sentence's attributions.
func (s *slavic) nominal(start, lo, hi int) {
	d := s.d
	for i := lo; i < hi; i++ {
		if d.toks[i].kind != wordToken || !s.x.is(i, slavicSaying) || d.quoted(i) {
			continue
		}
		about := i + 1
		for about < hi && about-i <= maxNounSource && !s.x.is(about, slavicAbout) && !d.endsClause(about) && !s.finite(about) {
			about++
		}
		if about == i+1 && s.x.is(about, slavicAbout) {
			if end := s.spreadBy(i, about, hi, start); end > 0 {
				i = end - 1
			}
			continue
		}
		if about >= hi || !s.x.is(about, slavicAbout) || about == i+1 {
			continue
		}
		p := s.narrow(i+1, about)
		end := s.clauseEnd(about+1, hi)
		if p.empty() || p.end != about || !s.named(p) || !s.typed(about+1, end) || s.said(start, run{about + 1, end}) {
			continue
		}
		for k := about + 1; k < end; k++ {
			if s.finite(k) || s.infinitive(k) && k+1 < end {
				end = k // "заяви про захоплення N не відповідають"
			}
		}
		for end > about+1 && s.isNot(end-1) {
			end--
		}
		s.add(attribution{rule: "attr.C-noun", cue: run{i, i + 1}, verb: i, source: p, subject: p, content: []run{{about + 1, end}}})
		i = end - 1
	}
}

// said reports whether an attribution of the sentence has a stretch already.
func (s *slavic) said(start int, x run) bool {
	for k := start; k < len(s.d.attrs); k++ {
		for _, c := range s.d.attrs[k].content {
			if c.first < x.end && x.first < c.end {
				return true
			}
		}
	}
	return false
}

// spreadBy finds what a relative clause says who spreads: "Информация о попадании в N, которую разгоняют каналы, не
// соответствует действительности". The noun is token i, "about" token about; it returns the token behind the
// clause, 0 where there is none.
func (s *slavic) spreadBy(i, about, hi, start int) int {
	d := s.d
	const far = 8 // tokens of the relative clause
	comma := s.clauseEnd(about+1, hi)
	if comma+2 >= hi || !s.isMark(comma, ',') || !d.isOf(comma+1, &shownWhich) || s.said(start, run{about + 1, comma}) {
		return 0
	}
	end := s.clauseEnd(comma+1, min(hi, comma+far))
	verb := comma + 2
	for verb < end && !s.finite(verb) {
		verb++
	}
	if verb == end {
		return 0
	}
	a, ok := s.spread(attribution{cue: run{verb, verb + 1}, verb: verb}, i, comma+1, slavicHit{verb, verb + 1, &sayingVerb}, end)
	if !ok {
		return 0
	}
	s.add(a)
	return end
}

// spread reads a relative clause, with its verb at hit h, that opens at token from and ends at token to, behind a noun
// for what is said and what it is about.
func (s *slavic) spread(a attribution, lo, from int, h slavicHit, to int) (attribution, bool) {
	const far = 14 // tokens back to the noun
	if from-1 <= lo || !s.isMark(from-1, ',') || !s.d.isOf(from, &shownWhich) {
		return a, false
	}
	for i := from - 2; i >= lo && i > from-far; i-- {
		if !s.x.is(i, slavicSaying) || !s.x.is(i+1, slavicAbout) || !s.typed(i+2, from-1) {
			continue
		}
		p := s.narrow(h.end, to)
		if p.empty() || !s.named(p) {
			p = s.narrow(from+1, h.first)
		}
		if p.empty() || !s.named(p) {
			return a, false
		}
		a.rule, a.source, a.subject, a.stance, a.content = "attr.C-noun", p, p, claimStance, []run{{i + 2, from - 1}}
		return a, true
	}
	return a, false
}
