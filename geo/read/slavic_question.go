package read

import "contested/geo"

// answered makes the narrator's claim of a question that a check of facts asks in sentence n
// and answers itself in a word: "Правда, що окупанти захопили N? Ні, це маніпуляція."
func (s *slavic) answered(n int) {
	d := s.d
	if n+1 >= len(d.sents) || d.sents[n].block+1 < d.sents[n+1].block {
		return
	}
	x := s.asked(&d.sents[n])
	yes, no := s.answer(&d.sents[n+1])
	if x.first >= x.end || !yes && !no {
		return
	}
	c := draft{runs: []run{x}, who: speaker{narrator: true, why: []geo.Evidence{{Rule: "source.narrator"}}}}
	k := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= d.sents[n+1].first })
	if k < d.ordered && d.attrs[k].cue.first < d.sents[n+1].end {
		c.attr, c.who = k+1, d.attrs[k].who // "Ні, кажуть у Генштабі"
	}
	s.draft(&c, nil)
	if c.find.weight == 0 || len(c.places) == 0 {
		return
	}
	c.dropped = false
	if no {
		c.polarity = geo.Negated
	}
	d.drafts = append(d.drafts, c)
}

// asked is what a question asks to be true: what stands behind "Чи правда, що", "Действительно
// ли"; empty for other questions.
func (s *slavic) asked(st *sentence) run {
	const opening = 5 // tokens
	i, whether := st.first, false
	for ; i < min(st.end, st.first+opening); i++ {
		switch s.x.str(s.d, i) {
		case "чи", "ли", "правда", "справді", "действительно", "дійсно", "верно":
			whether = true
			continue
		case "що", "что":
			if whether {
				return s.trim(run{i + 1, st.end - 1})
			}
		case ",", "это", "це", "так":
			continue
		}
		break
	}
	if !whether {
		return run{}
	}
	return s.trim(run{i, st.end - 1})
}

// answer reports whether a sentence says yes or no to the question before it.
func (s *slavic) answer(st *sentence) (yes, no bool) {
	if st.end-st.first < 2 {
		return false, false
	}
	switch s.x.str(s.d, st.first) {
	case "так", "да":
		return s.d.toks[st.first+1].kind == punctToken, false
	case "ні", "нет":
		return false, s.d.toks[st.first+1].kind != wordToken
	case "це", "это":
		return false, s.anyVerdict(run{st.first + 1, min(st.end, st.first+3)})
	}
	return false, s.x.is(st.first, slavicVerdict)
}
