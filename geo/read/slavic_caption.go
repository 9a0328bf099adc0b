package read

// captionStems begin the words, in the case of what something comes with, behind which a caption
// is quoted: "ролик із підписом «N наш»", "фото с пометкой «N взят»", "зі словами «N»".
var captionStems = []string{"підписом", "написом", "заголовком", "коментарем", "поміткою", "титром", "титрами", "словами", "подписью", "надписью", "комментарием", "пометкой"}

// captioned reads what somebody shows with a caption behind the verb at token i; end is the
// caption's word, right before the first words in quotation marks.
func (s *slavic) captioned(i, lo, hi int) (a attribution, end int, ok bool) {
	const near = 9 // tokens
	quote := i + 1
	for quote < hi && quote < i+near && s.d.toks[quote].kind != openToken {
		quote++
	}
	if end = quote - 1; quote < hi && s.isMark(end, ':') {
		end--
	}
	if quote >= hi || end <= i || s.d.toks[quote].kind != openToken {
		return a, i, false
	}
	a, ok = s.caption(end, quote, lo, hi)
	return a, end, ok
}

// caption reads what somebody shows with a caption, whose word stands at token i and whose
// quotation opens at token quote.
func (s *slavic) caption(i, quote, lo, hi int) (attribution, bool) {
	d := s.d
	if !startsWithAny(s.x.str(d, i), captionStems) {
		return attribution{}, false
	}
	last := d.quotes[d.toks[quote].quote-1].last
	if last >= hi || !d.anyPlace([]run{{quote, last}}) {
		return attribution{}, false
	}
	from := s.clauseStart(i, lo)
	verb := from
	for verb < i && !s.finite(verb) {
		verb++
	}
	if verb == i {
		return attribution{}, false
	}
	p := s.narrow(from, verb)
	if p.empty() || !s.named(p) {
		p = s.narrow(verb+1, i)
	}
	if (p.empty() || !s.named(p)) && from-1 > lo && s.isMark(from-1, ',') {
		p = s.apposed(from, lo)
	}
	if p.empty() || !s.named(p) {
		return attribution{}, false
	}
	return attribution{rule: "attr.D-caption", cue: run{verb, verb + 1}, verb: verb, stance: claimStance, source: p, subject: p, content: []run{{quote + 1, last}}, speech: true}, true
}

// apposed is the speaker before the apposition that ends at the comma before token from: "канал
// «N», близький до армії, оприлюднив".
func (s *slavic) apposed(from, lo int) np {
	k := from - 1
	for k > lo && !s.edge(k-1) {
		k--
	}
	if k-1 <= lo || !s.isMark(k-1, ',') {
		return np{}
	}
	m := k - 1
	for m > lo && !s.edge(m-1) {
		m--
	}
	return s.narrow(m, k-1)
}
