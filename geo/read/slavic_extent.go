package read

import "contested/geo"

// How far what somebody is named for reaches beyond the sentence that names him: back over the
// lead, on over the items of a list, back to where a quotation of several paragraphs opened.

// maxLead is how many sentences "this" may take in: "Росіяни вдарили по N. Загинули двоє. Про це
// повідомив X."
const maxLead = 4

// lead are the sentences before sentence n in its paragraph, back to the first that somebody is
// named for, as stretches in their order.
func (s *slavic) lead(n int) []run {
	d := s.d
	first := n
	for k := n - 1; k >= 0 && n-k < maxLead; k-- {
		st := &d.sents[k]
		if st.block != d.sents[n].block || st.label || d.char(st.end-1) == '?' || s.sourced(k) {
			break
		}
		first = k
	}
	var out []run
	for k := first; k < n; k++ {
		out = append(out, run{d.sents[k].first, d.sents[k].end})
	}
	return out
}

// sourced reports whether an attribution found so far stands in sentence n or takes it in.
func (s *slavic) sourced(n int) bool {
	d := s.d
	const near = 12 // attributions
	st := &d.sents[n]
	for k := len(d.attrs) - 1; k >= 0 && k > len(d.attrs)-near; k-- {
		a := &d.attrs[k]
		if a.cue.first >= st.first && a.cue.first < st.end {
			return true
		}
		for _, c := range a.content {
			if c.first < st.end && st.first < c.end {
				return true
			}
		}
	}
	return false
}

// isAsked reports whether the verb at token i tells what is asked of somebody, not by whom: "от
// Киева требуется вывод войск".
func (s *slavic) isAsked(i int) bool {
	switch s.x.str(s.d, i) {
	case "требуется", "требовалось", "потребуется", "вимагається", "вимагалося", "вимагалось":
		return true
	}
	return false
}

// askedFor reports whether a clause tells what is asked of somebody.
func (s *slavic) askedFor(x run) bool {
	for i := x.first; i < x.end; i++ {
		if s.isAsked(i) {
			return true
		}
	}
	return false
}

// asTold: "Мовляв, …" goes on with what the sentence before says that somebody tells.
func (s *slavic) asTold(n int) bool {
	d := s.d
	st := &d.sents[n]
	if len(d.attrs) == 0 || !d.isOf(st.first, &asTheySay) {
		return false
	}
	a := &d.attrs[len(d.attrs)-1]
	if k := int(d.toks[a.cue.first].sent); k != n-1 || d.sents[k].block != st.block {
		return false
	}
	s.add(attribution{rule: "attr.H-continued", cue: a.cue, verb: a.verb, source: a.source, subject: a.source, content: []run{{st.first + 1, st.end}}})
	return true
}

// countedOpeners open a sentence that names what the one before has counted.
var countedOpeners = listOf("речь йдеться ідеться мовиться среди серед")

// settlementsCounted are words for several settlements.
var settlementsCounted = listOf("пункт пункта пунктов пункты пункти пунктів пунктами сел сёл села сіл поселка поселков посёлка селища селищ города городов міста міст")

// namedNext gives a claim of settlements that it only counts those that the next sentence names:
// "За неделю взяты два села. Речь идет о N и M."
func (s *slavic) namedNext(c *draft) {
	d := s.d
	next := c.sent + 1
	if c.find.weight == 0 || next >= len(d.sents) || d.sents[next].block != d.sents[c.sent].block || !d.isOf(d.sents[next].first, &countedOpeners) {
		return
	}
	for _, p := range c.places {
		if q, ok := s.r.gaz.Place(p.Place); c.given && !p.Anaphor && !(ok && q.Kind == geo.Region) {
			return
		}
	}
	counted := false
	for i := c.runs[0].first; i < c.runs[0].end && !counted; i++ {
		counted = d.isOf(i, &settlementsCounted)
	}
	if !counted {
		return
	}
	var named []geo.PlaceRef
	list := d.mentionsIn(d.sents[next].first, d.sents[next].end)
	for k := range list {
		m := &list[k]
		if len(named) > 0 && s.relativeBetween(list[k-1].end, m.first) {
			break // "село N, що біля M"
		}
		if m.Use == geo.Literal && d.isSpot(m) {
			named = append(named, geo.PlaceRef{Place: m.Place, Span: m.Span, Precision: m.precision, Anaphor: true, Ambiguous: m.ambiguous})
		}
	}
	if len(named) > 0 {
		c.places, c.given = named, true
		c.why = append(c.why, geo.Evidence{Rule: "place.next-sentence", Span: named[0].Span})
	}
}

// statementStems begin the words for what somebody has put out.
var statementStems = []string{"заявлен", "заяв", "сообщен", "повідомлен", "допис", "публикац", "публікац", "пост", "отчет", "звіт", "релиз", "реліз", "сводк", "зведен", "обращен", "зверненн", "комментари", "коментар"}

// ofStatement reports whether an attribution behind its words only says that they stand in what
// somebody has put out: "«Q», – йдеться в повідомленні", "C, говорится в заявлении". Whoever spoke last
// has.
func (s *slavic) ofStatement(a *attribution) bool {
	d := s.d
	const far = 4 // sentences
	if a.rule != "attr.A-quote" && a.rule != "attr.A-inverted" || !s.impersonal(a) && !s.x.is(a.cue.end, slavicIn) || int(d.toks[a.cue.first].sent)-s.spokeIn > far {
		return false
	}
	k := a.cue.end
	if !s.x.is(k, slavicIn) {
		return false
	}
	for k++; k < len(d.toks) && (d.isOf(k, &itsOwn) || d.toks[k].kind == hyphenToken); k++ {
	}
	if k >= len(d.toks) || !startsWithAny(s.x.str(d, k), statementStems) {
		return false
	}
	k++
	return k >= len(d.toks) || d.toks[k].kind != wordToken && d.toks[k].kind != numberToken && d.toks[k].kind != openToken || d.toks[k].sent != d.toks[a.cue.first].sent
}

// itsOwn stand before a word for a statement that has been spoken of.
var itsOwn = listOf("этом цьому его своем своєму його її ее пресс прес официальном офіційному")

// relativeBetween reports whether a relative clause opens among tokens [i, j).
func (s *slavic) relativeBetween(i, j int) bool {
	for ; i < j; i++ {
		if s.x.is(i, slavicThat|slavicRelative) {
			return true
		}
	}
	return false
}
