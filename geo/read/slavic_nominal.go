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
