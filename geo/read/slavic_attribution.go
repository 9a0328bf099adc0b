package read

import "strings"

// attribute finds every attribution of the document, in order of cues.
func (s *slavic) attribute() {
	d := s.d
	for n := range d.sents {
		st := &d.sents[n]
		b := &d.blocks[st.block]
		if st.label && b.kind != caption && b.kind != notice {
			s.labelled(n)
		}
		if st.label || b.kind == caption || b.kind == notice {
			continue
		}
		lo := st.first
		// "«Q!» — сказав X": the dash starts a sentence of its own
		if s.isDash(lo) && n > 0 && d.sents[n-1].block == st.block && d.toks[lo-1].kind == closeToken {
			lo = d.sents[n-1].first
		}
		lo = s.speechAbove(n, lo)
		before := len(d.attrs)
		if s.part(n) || b.kind != heading && s.suchStatement(n) {
			s.list = slavicList{}
			continue
		}
		if b.kind == heading || len(d.sents) > 0 && st.end-st.first < 3 {
			continue
		}
		s.attributeSentence(n, lo, st.end)
		if len(d.attrs) > before {
			s.opened(&d.attrs[len(d.attrs)-1], n)
		}
		if len(d.attrs) == before {
			s.label(st)
		}
		if len(d.attrs) == before {
			s.signed(lo, st)
		}
		if len(d.attrs) == before {
			s.expounded(st)
		}
		if len(d.attrs) == before {
			s.continued(n)
		}
		s.announce(n, before)
		if len(d.attrs) == before {
			s.listItem(n)
		}
	}
	s.interview()
	for k := range d.blocks {
		if b := &d.blocks[k]; b.kind == speech && b.body < b.end && b.body-b.first >= 2 {
			p := np{b.first, b.body - 1, b.body - 2}
			d.attrs = append(d.attrs, attribution{rule: "attr.J-label", cue: run{b.body - 1, b.body}, verb: b.body - 1, source: p, subject: p, content: []run{{b.body, b.end}}})
		}
	}
	d.sortAttributions()
}

// maxSlavicCues bounds the attributions of one sentence, so that no text takes
// more than its share of time.
const maxSlavicCues = 8

// attributeSentence finds the attributions whose cues stand in tokens [lo, hi).
func (s *slavic) attributeSentence(n, lo, hi int) {
	d := s.d
	start := len(d.attrs)
	from := max(lo, d.sents[n].first)
	for i := from; i < hi && len(d.attrs)-start < maxSlavicCues; i++ {
		if d.toks[i].kind != wordToken || d.quoted(i) && !s.interrupts(i, lo) {
			continue
		}
		if h, ok := s.x.find(slavicPhrase, i); ok && !s.relayed(h, lo) {
			if a, end := s.phrase(h, lo, hi); end > 0 {
				s.add(a)
				i = end - 1
			}
			continue
		}
		h, ok := s.x.find(slavicCue, i)
		if !ok && !s.finite(i) {
			continue
		}
		if a, end, ok := s.captioned(i, lo, hi); ok {
			s.add(a)
			i = end
			continue
		}
		if a, ok := s.labels(i, lo, hi); ok {
			s.add(a)
			i = a.content[0].end - 1
			continue
		}
		if !ok {
			if a, ok := s.renamed(i, lo, hi); ok {
				s.add(a)
				continue
			}
		}
		if ok && s.throwsBack(i) {
			continue
		}
		if !ok && (s.speaking(i, lo) || s.unlisted(i, lo, hi) || s.goesOn(i, lo, hi) || s.follows(i, lo, hi)) {
			h, ok = slavicHit{i, i + 1, &sayingVerb}, true // "«Q», — плаче вона"
		}
		if ok {
			if a, ok := s.verb(h, n, lo, hi, start); ok {
				if s.partOfReport(&a, start) {
					continue
				}
				s.add(a)
				i = h.end - 1 // "не підтвердив" is one cue
			}
		}
	}
	s.ownWords(start)
	// what a later cue of the sentence says is not what an earlier one says
	for k := start; k < len(d.attrs); k++ {
		for m := k + 1; m < len(d.attrs); m++ {
			if d.attrs[k].cue == d.attrs[m].cue {
				continue // what is asked for, and why
			}
			d.attrs[k].content = s.without(d.attrs[k].content, &d.attrs[m], d.attrs[k].cue.end)
		}
		for m := start; m < k; m++ {
			a := &d.attrs[m]
			own := run{a.cue.first, a.cue.end}
			if !a.source.empty() {
				own = run{min(own.first, a.source.first), max(own.end, a.source.end)}
			}
			if d.attrs[k].rule == "attr.A-inverted" && s.vague(d.attrs[k].source) && strings.HasPrefix(a.rule, "attr.F-") && !a.source.empty() && len(a.content) > 0 {
				own.end = max(own.end, a.content[len(a.content)-1].end) // "Москва настаивает на выводе, сказал дипломат"
			}
			d.attrs[k].content = cutRuns(d.attrs[k].content, own)
		}
	}
	s.passOn(start)
	s.nominal(start, lo, hi)
	// a cue whose content went to others says nothing of its own
	kept := d.attrs[:start]
	for _, a := range d.attrs[start:] {
		for k, c := range a.content {
			if c = s.trim(c); c.first < c.end {
				a.content[k] = c // what was cut off may leave a mark at its start
			}
		}
		if len(a.content) > 0 {
			kept = append(kept, a)
		}
	}
	d.attrs = kept
}

// partOfReport reports whether a cue without a speaker of its own stands within what
// another of the sentence reports: "X пише, що кадри вказують на просування".
func (s *slavic) partOfReport(a *attribution, start int) bool {
	for k := start; k < len(s.d.attrs); k++ {
		b := &s.d.attrs[k]
		if b.rule != "attr.B-that" || a.cue.first < b.cue.end || s.x.is(a.cue.first-1, slavicAnd) || !a.source.empty() && a.source.first > b.cue.end && s.named(a.source) {
			continue
		}
		for _, c := range b.content {
			if c.first < a.cue.first && a.cue.end <= c.end && s.anyWord(c.first, a.cue.first) && (a.rule == "attr.F-object" || a.rule == "attr.F-promise") {
				return true
			}
			if s.isDenial(b) && a.cue.first == c.first && a.rule == "attr.F-object" {
				return true // "заперечує, що наказував бити по N"
			}
		}
	}
	return false
}

// anyWord reports whether a word that is no pronoun or conjunction stands in tokens
// [i, j): a subject.
func (s *slavic) anyWord(i, j int) bool {
	for ; i < j; i++ {
		if s.d.toks[i].kind == wordToken && !s.x.is(i, slavicPronoun|slavicAnd|slavicThat|slavicFiller) && !s.finite(i) {
			return true
		}
	}
	return false
}

// sayingVerb stands for verbs that no list has, where their place says that they
// report.
var sayingVerb = slavicPattern{kind: slavicCue, stance: claimStance}

// without takes the territory of attribution b out of the content runs.
func (s *slavic) without(runs []run, b *attribution, after int) []run {
	lo, hi := b.cue.first, b.cue.end
	if !b.source.empty() && b.source.first > after {
		lo, hi = min(lo, b.source.first), max(hi, b.source.end)
	}
	for _, c := range b.content {
		if c.first >= after {
			lo, hi = min(lo, c.first), max(hi, c.end)
		}
	}
	return cutRuns(runs, run{lo, hi})
}

// cutRuns takes x out of the runs.
func cutRuns(runs []run, x run) []run {
	var out []run
	for _, c := range runs {
		if x.end <= c.first || c.end <= x.first {
			out = append(out, c)
			continue
		}
		if x.first-c.first > 1 {
			out = append(out, run{c.first, x.first})
		}
		if c.end-x.end > 1 {
			out = append(out, run{x.end, c.end})
		}
	}
	return out
}

func (s *slavic) add(a attribution) {
	var runs []run
	for _, c := range a.content {
		if c = s.trim(c); c.end-c.first > 0 {
			runs = append(runs, c)
		}
	}
	if a.content = runs; len(runs) > 0 {
		s.citing(&a)
		s.d.attrs = append(s.d.attrs, a)
	}
}

// relayed reports whether a phrase of citing stands behind who passes on what follows:
// "Reuters со ссылкой на двух военных сообщило, что".
func (s *slavic) relayed(h slavicHit, lo int) bool {
	cites := false
	for k := h.first; k < h.end; k++ {
		cites = cites || s.x.is(k, slavicCiting)
	}
	if !cites || s.anyFinite(lo, h.first) {
		return false
	}
	p := s.narrow(lo, h.first)
	return !p.empty() && p.end == h.first && s.named(p)
}

// parted is the token after the comma before a conjunction that stands, alone or with
// adverbs, right before the phrase at token j; 0 when there is none.
func (s *slavic) parted(lo, j int) int {
	i, and := j-1, false
	if i > lo && s.isMark(i, ',') {
		i--
	}
	for ; i > lo && s.d.toks[i].kind == wordToken && (s.x.is(i, slavicAnd|slavicFiller) || s.d.isOf(i, &whenWords)); i-- {
		and = and || s.x.is(i, slavicAnd) || s.d.isOf(i, &whenWords)
	}
	if and && s.isMark(i, ',') {
		return i + 1
	}
	return 0
}

// whenWords open a clause of time or of reason: "уехала, когда, по её словам, C".
var whenWords = listOf("когда потому поскольку коли оскільки бо")

// onlyFiller reports whether a run holds nothing but words such as "also" and
// "yesterday".
func (s *slavic) onlyFiller(x run) bool {
	for i := x.first; i < x.end; i++ {
		if s.d.toks[i].kind == wordToken && !s.x.is(i, slavicFiller) && !s.x.is(i, slavicIn) {
			return false
		}
	}
	return true
}

// edge reports whether token i parts clauses.
func (s *slavic) edge(i int) bool {
	d := s.d
	if s.dotWithin(i) || s.isDash(i) && d.toks[i].quote != 0 && !d.quotes[d.toks[i].quote-1].speech {
		return false
	}
	return d.endsClause(i) && !(d.char(i) == '(' || d.char(i) == ')' || d.char(i) == '.' && i > 0 && d.has(i-1, abbreviation) && i+1 < len(d.toks) && d.toks[i+1].sent == d.toks[i].sent) || (d.toks[i].kind == closeToken || d.toks[i].kind == openToken) && d.quotes[d.toks[i].quote-1].speech
}

// dotWithin reports whether token i is the dot within a name: "в эфире Радио.Восток".
func (s *slavic) dotWithin(i int) bool {
	d := s.d
	return d.char(i) == '.' && i+1 < len(d.toks) && !d.toks[i+1].spaced && d.toks[i+1].kind == wordToken && d.toks[i+1].sent == d.toks[i].sent
}

// clauseEnd is the first edge in tokens [i, j), or j.
func (s *slavic) clauseEnd(i, j int) int {
	for ; i < j && !s.edge(i); i++ {
	}
	return i
}

func (s *slavic) isCue(i int) bool {
	if i < 0 || i >= len(s.d.toks) {
		return false
	}
	_, ok := s.x.find(slavicCue, i)
	return ok
}

// pro reports whether the verb at token i has no subject by its form.
func (s *slavic) pro(i int) bool {
	w := s.x.str(s.d, i)
	return strings.HasSuffix(w, "ся") || strings.HasSuffix(w, "лено")
}

// isNot reports whether token i negates.
func (s *slavic) isNot(i int) bool {
	for _, h := range s.x.starting(i) {
		if h.p.kind == slavicNot {
			return true
		}
	}
	return false
}

func (s *slavic) anyFinite(i, j int) bool {
	for ; i < j; i++ {
		if s.finite(i) {
			return true
		}
	}
	return false
}

// continued: a sentence that is all quotation goes on with the speech before it.
func (s *slavic) continued(n int) {
	d := s.d
	st := &d.sents[n]
	if s.resumed(st) {
		return
	}
	if s.asTold(n) {
		return
	}
	q := d.speechAt(st.first)
	if q < 0 || len(d.attrs) == 0 || d.quotes[q].last < st.end-3 {
		return
	}
	p := &d.attrs[len(d.attrs)-1]
	for _, c := range p.content {
		if c.first < st.end && st.first < c.end {
			return // it has been said already
		}
	}
	// speech whose cue follows it in a later sentence
	for k := d.quotes[q].last + 1; k < len(d.toks) && k < d.quotes[q].last+4; k++ {
		if s.isDash(k) || s.isCue(k) {
			return
		}
	}
	if b := d.sents[d.toks[p.cue.first].sent].block; st.block-b > 1 {
		return
	}
	s.add(attribution{rule: "attr.H-continued", cue: p.cue, verb: p.verb, source: p.source, subject: p.source, content: []run{{st.first, st.end}}, speech: true})
}
