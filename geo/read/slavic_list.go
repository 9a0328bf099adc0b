package read

// slavicList is what somebody announces before a colon at the end of a paragraph, or what a word
// that points back has announced before items that are labelled with where.
type slavicList struct {
	source np
	cue    run
	verb   int
	block  int  // the paragraph that it reaches so far
	items  int  // how many paragraphs it took in
	placed bool // its items are labelled with where
}

const (
	maxItems         = 12 // paragraphs of a list
	maxItemSentences = 3  // sentences of one of its paragraphs
)

// announce remembers whom the items behind sentence n belong to; from is how many attributions
// had been found before it.
func (s *slavic) announce(n, from int) {
	d := s.d
	st := &d.sents[n]
	if len(d.attrs) > from {
		s.list = slavicList{}
	}
	if s.isMark(st.end-1, ':') && st.end == d.blocks[st.block].end {
		s.list = s.announcer(st, from)
		return
	}
	if len(d.attrs) > from && d.attrs[len(d.attrs)-1].rule == "attr.A-this" {
		a := &d.attrs[len(d.attrs)-1]
		s.list = slavicList{source: a.source, cue: a.cue, verb: a.verb, block: st.block, placed: true}
	}
}

// announcer is who tells what stands behind the colon at the end of sentence st.
func (s *slavic) announcer(st *sentence, from int) slavicList {
	d := s.d
	if len(d.attrs) > from {
		a := &d.attrs[len(d.attrs)-1]
		if a.stance != claimStance {
			return slavicList{}
		}
		return slavicList{source: a.source, cue: a.cue, verb: a.verb, block: st.block}
	}
	for i := st.first; i < st.end; i++ {
		h, ok := s.x.find(slavicCue, i)
		if !ok || h.p.stance != claimStance || !s.finite(i) || d.quoted(i) {
			continue
		}
		p := s.narrow(st.first, i)
		if p.empty() {
			p = s.narrow(h.end, s.clauseEnd(h.end, st.end))
		}
		if !p.empty() && s.named(p) {
			return slavicList{source: p, cue: run{i, h.end}, verb: i, block: st.block}
		}
	}
	return slavicList{}
}

// listItem gives a sentence of a list that has no speaker of its own to who announced the list.
func (s *slavic) listItem(n int) bool {
	d := s.d
	l := &s.list
	if l.source.empty() {
		return false
	}
	st := &d.sents[n]
	first := st.first
	if d.isOf(first, &detailLabels) && s.isMark(first+1, ':') {
		first += 2
	} else if !l.placed && l.items == 0 && st.block == l.block {
		return false // the sentence that announces it
	}
	if next := st.block - l.block; next > 0 {
		l.block = st.block
		if l.items++; next > 1 {
			l.items = maxItems + 1
		}
	}
	b := &d.blocks[st.block]
	if l.items > maxItems || l.placed && !s.inPlacedItem(n) || !l.placed && b.sents-b.sent > maxItemSentences {
		*l = slavicList{}
		return false
	}
	s.add(attribution{rule: "attr.H-continued", cue: l.cue, verb: l.verb, source: l.source, subject: l.source, content: []run{{first, st.end}}})
	return true
}

// inPlacedItem reports whether sentence n, or one before it in its paragraph, is labelled with
// where: "Покровський район: загинули двоє".
func (s *slavic) inPlacedItem(n int) bool {
	for k := n; k >= 0 && n-k <= maxLead && s.d.sents[k].block == s.d.sents[n].block; k-- {
		if s.placedItem(&s.d.sents[k]) {
			return true
		}
	}
	return false
}

// placedItem reports whether a sentence starts with where, and a colon.
func (s *slavic) placedItem(st *sentence) bool {
	const far = 5 // tokens
	for k := st.first + 1; k < st.end-1 && k < st.first+far; k++ {
		if s.isMark(k, ':') {
			return s.placeAt(k-1) || s.regionAt(k-1)
		}
	}
	return false
}
