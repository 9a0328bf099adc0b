package read

import "contested/geo"

// retold: what was said before is denied or confirmed in a word that points to it: "Київ це
// заперечує", "Минобороны эту информацию опровергло", "назвав це брехнею". The clause of the
// cue is tokens [from, to).
func (s *slavic) retold(a *attribution, h slavicHit, from, to int) bool {
	if a.stance != denyStance && a.stance != confirmStance {
		return false
	}
	this := run{}
	for k := from; k < to && this.end == 0; k++ {
		if k >= h.first && k < h.end && h.end-h.first == 1 || !s.pointsBack(k) {
			continue
		}
		if this = (run{k, k + 1}); k+1 < to && s.x.is(k+1, slavicSaying) {
			this.end = k + 2
		}
	}
	if this.end == 0 || s.typed(from, to) {
		return false
	}
	if a.source = s.narrow(from, min(this.first, h.first)); a.source.empty() {
		a.source = s.narrow(this.end, h.first)
	}
	if a.source.empty() {
		a.source = s.narrow(max(this.end, h.end), to)
	}
	if a.source.empty() || !s.named(a.source) {
		return false
	}
	a.rule, a.content = "attr.F-this", []run{this}
	return true
}

// pointsBack reports whether token i is "this" and stands for what was said, or before a
// word for what is said: "це", "эти заявления".
func (s *slavic) pointsBack(i int) bool {
	switch s.x.str(s.d, i) {
	case "це", "это", "цього", "этого":
		return true
	case "цю", "ці", "цих", "таку", "такі", "эту", "эти", "этих", "такую", "такие":
		return s.x.is(i+1, slavicSaying)
	}
	return false
}

// notSo reports whether tokens [i, hi) only say that what was said before is not so: "це не
// так", "это ложь".
func (s *slavic) notSo(i, hi int) bool {
	const short = 5 // tokens
	for i < hi && s.d.toks[i].kind != wordToken {
		i++
	}
	if i >= hi || hi-i > short || !s.pointsBack(i) || s.typed(i, hi) {
		return false
	}
	for k := i + 1; k < hi; k++ {
		if s.isNot(k) || s.x.is(k, slavicVerdict) {
			return true
		}
	}
	return false
}

// maxRetold is how many sentences back what is denied in a word may have been said.
const maxRetold = 2

// retell makes the claim of "this": that of whoever spoke last, the other way round when it
// is denied.
func (s *slavic) retell(n int) {
	d := s.d
	a := &d.attrs[n]
	sent := int(d.toks[a.content[0].first].sent)
	for k := len(d.drafts) - 1; k >= 0; k-- {
		b := &d.drafts[k]
		if sent-b.sent > maxRetold || d.sents[sent].block-d.sents[b.sent].block > 1 || b.sent > sent {
			break
		}
		if b.find.weight == 0 || len(b.places) == 0 || b.who.actor == a.who.actor {
			continue
		}
		c := draft{attr: n + 1, runs: a.content, who: a.who, sent: sent, find: b.find, agree: b.agree, actor: b.actor, polarity: b.polarity}
		for _, p := range b.places {
			p.Anaphor = true
			c.places = append(c.places, p)
		}
		if a.stance == denyStance && !a.negated {
			c.polarity = geo.Negated
			if b.polarity == geo.Negated && !s.anyVerdict(b.runs[0]) {
				c.polarity = geo.Affirmed
			}
			c.why = append(c.why, geo.Evidence{Rule: "polarity.denied", Span: d.span(a.cue.first, a.cue.end)})
		}
		a.used = true
		d.drafts = append(d.drafts, c)
		return
	}
	s.retellQuestion(n, sent)
}

// retellQuestion: "N вийшла з M? У бригаді назвали це фейком": what the sentence before asks is
// denied or confirmed by attribution n.
func (s *slavic) retellQuestion(n, sent int) {
	d := s.d
	a := &d.attrs[n]
	if sent == 0 || d.char(d.sents[sent-1].end-1) != '?' || d.sents[sent-1].block != d.sents[sent].block {
		return
	}
	st := &d.sents[sent-1]
	c := draft{attr: n + 1, runs: []run{s.trim(run{st.first, st.end - 1})}, who: a.who}
	if c.runs[0].first >= c.runs[0].end {
		return
	}
	s.draft(&c, nil)
	if c.find.weight == 0 || len(c.places) == 0 {
		return
	}
	c.dropped = false
	if a.stance == denyStance && !a.negated {
		c.polarity = geo.Negated
	}
	a.used = true
	d.drafts = append(d.drafts, c)
}

// aboutThis reports whether tokens [i, j) say "about this": the content stands
// in the sentence before.
func (s *slavic) aboutThis(i, j int) bool {
	for k := i; k+1 < j; k++ {
		if s.x.is(k, slavicAbout) && s.x.is(k+1, slavicThis) {
			return true
		}
	}
	return false
}

// saysSo reports whether tokens [i, j) before a cue say only "so": "Так вважає X", "Так ситуацию описал X".
func (s *slavic) saysSo(i, j int) bool {
	if i >= j || s.d.sents[s.d.toks[i].sent].first != i || s.x.str(s.d, i) != "так" {
		return false
	}
	return j == i+1 || j == i+2 && (s.x.is(i+1, slavicThis) || startsWithAny(s.x.str(s.d, i+1), situationStems))
}

// situationStems begin words for how things stand, which somebody describes.
var situationStems = []string{"ситуац", "обстанов", "стан", "положен", "події", "событи"}

// pointing: "Про це повідомив X": what the sentence before says is said by X.
func (s *slavic) pointing(a attribution, n, from, to int) (attribution, bool) {
	d := s.d
	p := &d.sents[n-1]
	content := []run{{p.first, p.end}}
	for k := len(d.attrs) - 1; k >= 0 && d.attrs[k].cue.first >= p.first; k-- {
		b := &d.attrs[k]
		if b.rule != "attr.C-noun" {
			return a, false
		}
		content = cutRuns(content, run{b.cue.first, b.content[0].end}) // "…, попри заяви N про …"
	}
	if p.label {
		return a, false
	}
	if k := d.blocks[p.block].kind; k == heading || k == caption {
		return a, false
	}
	a.rule, a.source = "attr.A-this", s.narrow(from, to)
	if p := s.betweenThis(a.cue.first); !p.empty() {
		a.source = p
	}
	a.subject = a.source
	a.content = append(s.lead(n-1), content...)
	return a, !a.source.empty()
}

// betweenThis is who speaks between "about this" and the verb at token j: "Про це президент розповів
// на зустрічі".
func (s *slavic) betweenThis(j int) np {
	const far = 14 // tokens
	first := s.d.sents[s.d.toks[j].sent].first
	for k := first; k+2 < j && k < first+3; k++ {
		if s.x.is(k, slavicAbout) && s.x.is(k+1, slavicThis) && j-k <= far {
			if e := s.pastMedium(k+2, j); e > 0 {
				k = e - 2 // "Об этом в своем канале сообщил X"
			}
			if p := s.narrow(k+2, j); !p.empty() && s.named(p) {
				return p
			}
			if p := s.narrow(k+2, j); !p.empty() && p.end-p.first <= 2 && s.spoke(np{p.end - 1, p.end, p.end - 1}) {
				return p
			}
		}
	}
	return np{}
}
