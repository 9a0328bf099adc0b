package read

import "contested/geo"

// speechStarts reports whether the quotation that opens at token i is speech
// rather than a name or a borrowed word: it is long, or a clause.
func (d *document) speechStarts(i int) bool {
	q := &d.quotes[d.toks[i].quote-1]
	if q.speech {
		return true
	}
	for k := q.first + 1; k < q.last; k++ {
		if d.finite(k) {
			return true
		}
	}
	// a whole sentence has its own full stop or comma inside
	if q.last-1 > q.first {
		if c := d.char(q.last - 1); c == '.' || c == '!' || c == '?' || c == ',' {
			return true
		}
	}
	return i > 0 && (d.char(i-1) == ',' || d.char(i-1) == ':')
}

// speechAfter adds the speech that goes on behind "…," X said: in the same
// sentence, and in the sentences that follow in the paragraph.
func (d *document) speechAfter(a *attribution, rest, hi int) {
	k := rest
	for k < hi && d.toks[k].kind != openToken {
		// only marks, adverbials and short phrases before the speech goes on
		if d.finite(k) && d.toks[k].quote == 0 {
			return
		}
		k++
	}
	if k < hi {
		if k > rest && (d.char(k-1) == ',' || d.char(k-1) == ':' || d.endsSentence(k-1)) || k == rest {
			q := &d.quotes[d.toks[k].quote-1]
			if q.first == k {
				a.content = append(a.content, run{k, q.last + 1})
			}
		}
		return
	}
}

// continueSpeech gives speech without a cue to the speaker before it: quotations
// that follow in the same paragraph, and paragraphs that go on with speech.
func (d *document) continueSpeech() {
	if len(d.quotes) == 0 {
		return
	}
	// what is attributed as speech is speech, however short
	for n := range d.attrs {
		for _, c := range d.attrs[n].content {
			if t := &d.toks[c.first]; d.attrs[n].speech && t.kind == openToken {
				d.quotes[t.quote-1].speech = true
			}
		}
	}
	taken := make([]int, len(d.quotes)) // 1 + attribution of each outer quotation
	for n := range d.attrs {
		for _, c := range d.attrs[n].content {
			for k := c.first; k < c.end && k < c.first+3; k++ {
				if q := d.toks[k].quote; q != 0 && d.toks[k].kind == openToken && d.attrs[n].speech {
					taken[q-1] = n + 1
				}
			}
		}
	}
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.depth != 1 || !q.speech || taken[i] != 0 || q.last <= q.first {
			continue
		}
		owner := 0
		if p := d.prevOuter(i); p >= 0 && taken[p] != 0 {
			switch {
			case q.continued && d.quotes[p].continues:
				owner = taken[p]
			case d.sameBlock(p, i) && d.startsSentence(q.first) && (d.sentenceIsSpeech(q) || d.toks[q.first].sent != d.toks[q.last].sent) && d.onlySpeechBetween(d.quotes[p].last, q.first):
				owner = taken[p]
			}
		}
		if owner == 0 && d.startsSentence(q.first) && d.sentenceIsSpeech(q) && d.toks[q.first].breaks == 0 {
			owner = d.spokeBefore(q.first)
		}
		if owner == 0 {
			continue
		}
		taken[i] = owner
		a := &d.attrs[owner-1]
		a.content = append(a.content, run{q.first, q.last + 1})
	}
}

// spokeBefore is 1 + the attribution with which the sentence before token i ends:
// "The road is cut, he said. '…'", or 0.
func (d *document) spokeBefore(i int) int {
	n := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= i })
	s := int(d.toks[i].sent)
	for n--; n >= 0 && int(d.toks[d.attrs[n].cue.first].sent) >= s-4; n-- {
		a := &d.attrs[n]
		if from := int(d.toks[a.cue.first].sent); from != s-1 && (from == s || d.sents[from].block != d.sents[s].block || d.othersBetween(from+1, s)) {
			return 0
		}
		if a.weak || a.inner || a.negated || len(a.content) == 0 || a.subject.empty() || d.sents[s-1].block != d.sents[s].block {
			continue
		}
		switch a.rule {
		case "attr.E-after", "attr.A-inverted", "attr.B-that", "attr.C-bare", "attr.D-told-that", "attr.D-told-bare", "attr.E-according", "attr.B-that-phrase", "attr.B-wh", "attr.G-urge", "attr.G-to", "attr.B-quote", "attr.A-quote", "attr.E-as":
			if a.rule != "attr.E-after" && a.rule != "attr.A-inverted" && !d.person(a.subject) && !d.has(a.subject.head, witnessWord|peopleWord) {
				continue
			}
			return n + 1
		}
	}
	return 0
}

// othersBetween reports whether sentences [from, to) tell of people.
func (d *document) othersBetween(from, to int) bool {
	for ; from < to; from++ {
		if p := d.subjectOf(&d.sents[from]); d.person(p) || d.sents[from].label {
			return true
		}
	}
	return false
}

// person reports whether a phrase names somebody who speaks for himself.
func (d *document) person(p np) bool {
	if !p.empty() && d.isAny(p.first, "one", "another") && (p.end == p.first+1 || d.is(p.first+1, "of")) {
		return true // "One of them says"
	}
	return !p.empty() && (d.isAny(p.head, "he", "she", "him", "her", "his", "i") || d.toks[p.head].tag == nameTag && !d.has(p.head, orgWord|mediaWord|unitWord) || d.has(p.head, roleWord|witnessWord|rankWord|titleWord) && !d.plural(p.head))
}

func (d *document) prevOuter(i int) int {
	for i--; i >= 0; i-- {
		if d.quotes[i].depth == 1 && d.quotes[i].last > d.quotes[i].first && d.quotes[i].speech {
			return i
		}
	}
	return -1
}

func (d *document) sameBlock(p, i int) bool {
	return d.sents[d.toks[d.quotes[p].last].sent].block == d.sents[d.toks[d.quotes[i].first].sent].block
}

func (d *document) startsSentence(i int) bool { return d.sents[d.toks[i].sent].first == i }

// sentenceIsSpeech reports whether the sentence in which the quotation ends
// ends with it.
func (d *document) sentenceIsSpeech(q *quotation) bool {
	return d.sents[d.toks[q.last].sent].end == q.last+1
}

// onlySpeechBetween reports whether two quotations stand so near each other that no more
// than who speaks stands between them.
func (d *document) onlySpeechBetween(i, j int) bool {
	return j-i <= 40 && d.toks[j].sent-d.toks[i].sent <= 1
}

// freeSpeech gives a sentence in "would" or the past perfect to whoever spoke in the sentence
// before it in indirect speech: "The town, he said, was quiet. It would stay quiet.", "She told
// us X was bombed. Her neighbour had been killed."
func (d *document) freeSpeech() {
	last := make([]int, len(d.sents)) // 1 + the last attribution of a sentence
	note := func(at run, n int) {
		for s := d.toks[at.first].sent; s <= d.toks[at.end-1].sent; s++ {
			last[s] = n + 1
		}
	}
	for n := range d.attrs {
		for _, c := range d.attrs[n].content {
			note(c, n)
		}
		note(d.attrs[n].cue, n)
	}
	for s := 1; s < len(d.sents); s++ {
		p := &d.sents[s]
		if who, v := d.bluntly(s - 1); last[s] == 0 && last[s-1] == 0 && !who.empty() && p.block == d.sents[s-1].block && !d.quoted(p.first) && d.hasFinite(p.first, p.end) {
			d.attrs = append(d.attrs, attribution{rule: "attr.L-free", source: who, subject: who, cue: run{v, d.sents[s-1].end}, verb: v, stance: claimStance, content: []run{{p.first, d.dropMarks(p.first, p.end)}}})
			last[s] = len(d.attrs)
			continue
		}
		n := d.partisanOf(s, last)
		if n == 0 {
			n = d.retoldOf(s, last)
		}
		if n > 0 {
			b := d.attrs[n-1]
			b.rule, b.speech, b.that, b.negated, b.stance = "attr.L-free", false, false, false, neutralStance
			b.content = []run{{p.first, d.dropMarks(p.first, p.end)}}
			d.attrs = append(d.attrs, b)
			last[s] = len(d.attrs)
			continue
		}
		if last[s] != 0 || last[s-1] == 0 || p.block != d.sents[s-1].block || d.quoted(p.first) {
			continue
		}
		a := &d.attrs[last[s-1]-1]
		if a.weak || a.speech || a.inner || a.subject.empty() || d.toks[a.verb].verb&pastForm == 0 && a.rule != "attr.L-free" || a.rule != "attr.E-after" && a.rule != "attr.B-that" && a.rule != "attr.C-bare" && a.rule != "attr.D-told-that" && a.rule != "attr.D-told-bare" && a.rule != "attr.L-free" {
			continue
		}
		k := p.first
		for k < p.end && !d.finite(k) && d.toks[k].kind != openToken && d.toks[k].tag != subTag {
			k++
		}
		if k >= p.end || k == p.first || !d.toldOn(k, p.end) || d.promised(p, k) || d.tellsItself(p) {
			continue
		}
		b := *a
		b.rule = "attr.L-free"
		b.content = []run{{p.first, d.dropMarks(p.first, p.end)}}
		d.attrs = append(d.attrs, b)
		last[s] = len(d.attrs)
	}
}

// partisanOf is 1 + the attribution whose speaker goes on in sentence s of the press, which
// calls a side its own or the enemy as the press does not: "The staff said … Our defenders
// stopped 61 assaults"; 0 for none. last are the last attributions of the sentences.
func (d *document) partisanOf(s int, last []int) int {
	const far = 3 // sentences
	p := &d.sents[s]
	if last[s] != 0 || d.article.Publisher.Party != geo.Press || p.classes&(ourWord|troopsWord) == 0 || d.blocks[p.block].kind != paragraph || d.quoted(p.first) {
		return 0
	}
	partisan := false
	for k := p.first; k+1 < p.end && !partisan; k++ {
		if d.toks[k].kind == openToken {
			return 0
		}
		partisan = d.is(k, "our") && d.has(k+1, troopsWord) || d.is(k, "the") && d.is(k+1, "enemy") && d.tagAt(k+2) == verbTag
	}
	if !partisan {
		return 0
	}
	for n := s - 1; n >= 0 && n >= s-far && d.sents[n].block == p.block; n-- {
		if last[n] == 0 {
			continue
		}
		a := &d.attrs[last[n]-1]
		if a.weak || a.inner || a.subject.empty() || a.speech || !d.has(a.source.head, orgWord|unitWord|roleWord) && d.toks[a.source.head].tag != nameTag {
			return 0
		}
		switch a.rule {
		case "attr.E-after", "attr.B-that", "attr.C-bare", "attr.E-according", "attr.L-free", "attr.D-told-that", "attr.D-told-bare":
			return last[n]
		}
		return 0
	}
	return 0
}

// promised reports whether a sentence tells what somebody who speaks had said before, by its
// verb behind token k: "The same source had promised this a month ago".
func (d *document) promised(p *sentence, k int) bool {
	m := d.pastAdverbs(k+1, p.end)
	return m < p.end && d.has(m, cueWord) && d.is(p.first, "the") && d.is(p.first+1, "same")
}

// writerWords are those by which who writes speaks of himself.
var writerWords = listOf("we us our ours i my writing")

// tellsItself reports whether a sentence, which quotes nobody, names who writes it or the writing:
// "On the night before our visit, a bomb had hit X", "Power had returned by the time of writing".
func (d *document) tellsItself(p *sentence) bool {
	for k := p.first; k < p.end; k++ {
		if d.isOf(k, &writerWords) && !d.quoted(k) && (!d.is(k, "writing") || d.is(k-1, "of")) && !(d.is(k, "i") && d.toks[k].caps == lowerCase) {
			return true
		}
	}
	return false
}

// toldOn reports whether the first verb of a sentence, at token k, is put as that of speech
// which goes on: in the past perfect, or in "would" of a pronoun. With another subject "would"
// may be what the writer expects.
func (d *document) toldOn(k, end int) bool {
	if d.isAny(k, "would", "wouldn't") {
		return d.toks[k-1].tag == pronTag
	}
	if !d.isAny(k, "had", "hadn't") {
		return false
	}
	m := d.pastAdverbs(k+1, end)
	if m < end && d.toks[m].tag == negTag {
		m = d.pastAdverbs(m+1, end)
	}
	return m < end && d.toks[m].verb&partForm != 0
}
