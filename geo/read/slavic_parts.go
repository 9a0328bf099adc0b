package read

// The parts of a wire story that are labelled: "Джерело: X", "Дослівно: «Q»", "Деталі: C".

var (
	sourceLabels = listOf("джерело источник")
	quoteLabels  = listOf("дослівно дословно цитата пряма прямая")
	detailLabels = listOf("деталі подробиці детали подробности")
	directSpeech = listOf("мова речь")
)

// maxPartTokens is how long a label is with its name: "Пряма мова начальника ОВА Івана Ткача:".
const maxPartTokens = 9

// part handles a sentence that starts with a label of a part, and reports whether it does.
func (s *slavic) part(n int) bool {
	d := s.d
	st := &d.sents[n]
	i := st.first
	source, quote, detail := d.isOf(i, &sourceLabels), d.isOf(i, &quoteLabels), d.isOf(i, &detailLabels)
	if !source && !quote && !detail {
		return false
	}
	colon := i + 1
	for colon < st.end && colon < i+maxPartTokens && !s.isMark(colon, ':') {
		colon++
	}
	if colon+1 >= st.end || !s.isMark(colon, ':') {
		return false
	}
	switch {
	case source && colon == i+1:
		s.source(n, colon)
	case quote:
		return s.literally(n, colon)
	case detail && colon == i+1 && !s.told.empty():
		s.list = slavicList{source: s.told, cue: run{i, colon + 1}, verb: i, block: st.block, items: 1}
		return false // it may have a speaker of its own
	default:
		return false
	}
	return true
}

// source: "Джерело: X" names who told what the paragraph before says.
func (s *slavic) source(n, colon int) {
	d := s.d
	st := &d.sents[n]
	p := s.narrow(colon+1, st.end)
	if s.told = p; p.empty() || !s.named(p) {
		s.told = np{}
		return
	}
	if n == 0 || d.sents[n-1].block != st.block-1 || d.blocks[st.block-1].kind != paragraph || s.sourced(n-1) {
		return
	}
	before := &d.sents[n-1]
	s.add(attribution{rule: "attr.A-this", source: p, subject: p, cue: run{st.first, colon + 1}, verb: st.first, content: append(s.lead(n-1), run{before.first, before.end})})
}

// literally: "Дослівно: «Q»", "Пряма мова X: «Q»".
func (s *slavic) literally(n, colon int) bool {
	d := s.d
	st := &d.sents[n]
	from := st.first + 1
	if d.isOf(from, &directSpeech) {
		from++
	}
	p := s.narrow(from, colon)
	if p.empty() || !s.named(p) && p.first != from {
		p = s.told
	}
	if p.empty() && len(d.attrs) > 0 {
		p = d.attrs[len(d.attrs)-1].source
	}
	if p.empty() {
		return false
	}
	end := d.blocks[st.block].end
	if q := d.speechAt(colon + 1); q >= 0 && d.quotes[q].closed {
		end = d.quotes[q].last + 1
	}
	s.add(attribution{rule: "attr.J-label", source: p, subject: p, cue: run{st.first, colon + 1}, verb: st.first, content: []run{{colon + 1, end}}, speech: true})
	return true
}

// maxSpeech is how many paragraphs a quotation may have.
const maxSpeech = 6

// opened adds to attribution a, whose words end with a closing mark that nothing in its paragraph
// opens, those of the paragraphs before, back to the one that opens with a mark and leaves it open.
func (s *slavic) opened(a *attribution, n int) {
	d := s.d
	if a.rule != "attr.A-inverted" || len(a.content) == 0 {
		return
	}
	k := a.content[0].end
	if k >= len(d.toks) || d.toks[k].kind != punctToken || d.mark(k) == 0 && !(d.endsSentence(k) && d.mark(k+1) != 0) {
		return
	}
	b := d.sents[n].block
	first := b - 1
	for ; first >= 0 && b-first <= maxSpeech; first-- {
		f := d.blocks[first].first
		if d.toks[f].kind == openToken && !d.quotes[d.toks[f].quote-1].closed {
			break
		}
	}
	if first < 0 || b-first > maxSpeech {
		return
	}
	var words []run
	for m := d.blocks[first].sent; m < n; m++ {
		if !s.sourced(m) {
			words = append(words, run{d.sents[m].first, d.sents[m].end})
		}
	}
	a.content, a.speech = append(words, a.content...), true
}

// speechAbove is where the words begin that the paragraph before sentence n says, when it ends with
// a comma and the sentence, behind a dash, names who says it; lo otherwise: "Ворог тисне на N, ¶ –
// зазначив X."
func (s *slavic) speechAbove(n, lo int) int {
	d := s.d
	st := &d.sents[n]
	cue := d.blocks[st.block].first + 1
	if n > 0 && d.sents[n-1].label && d.sents[n-1].block == st.block {
		n-- // the dash
	}
	if n == 0 || !s.isDash(cue-1) || cue < st.first || cue > st.first+1 || d.sents[n-1].block != st.block-1 || !s.isMark(d.sents[n-1].end-1, ',') || !s.isCue(cue) {
		return lo
	}
	b := &d.blocks[st.block-1]
	if b.sents-b.sent > maxItemSentences+1 {
		return lo
	}
	for k := n - 1; k >= b.sent; k-- {
		if s.sourced(k) {
			break
		}
		lo = d.sents[k].first
	}
	return lo
}
