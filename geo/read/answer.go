package read

import (
	"slices"

	"contested/geo"
)

// What a word says in answer to a question: "Has X fallen?" — "Not yet."

var (
	noWords     = listOf("no not never nowhere")
	yesWords    = listOf("yes absolutely correct indeed exactly right")
	stillWords  = listOf("yet so far at all really quite sir they it he we has have had did is are was were do does that true right of course near hasn't haven't isn't aren't didn't wasn't weren't not no yes 's 've 're 'm i am afraid unfortunately sadly there")
	askingVerbs = listOf("has have is are did was were do does had")
)

// longAnswer is how many words an answer may have that says no more than yes or no.
const longAnswer = 6

// answers makes the claims of those who answer a question that can be answered with yes or
// no in hardly more than that: they say of what is asked that it is so, or that it is not.
func (r *Reader) answers(d *document) {
	w := answering{r: r, d: d}
	for s := range d.sents {
		st := &d.sents[s]
		i := st.first
		if st.label || i >= st.end {
			continue
		}
		if d.toks[i].kind == openToken {
			i++
		}
		if d.is(i, "asked") && d.isAny(i+1, "whether", "if") {
			w.askedWhether(s)
			continue
		}
		no := d.isOf(i, &noWords)
		if !no && !d.isOf(i, &yesWords) || d.toks[i].caps != titleCase {
			w.saysNo(s)
			continue
		}
		x, ok := d.questionBefore(s)
		if !ok {
			continue
		}
		w.answer(s, i, x, no)
	}
}

// answering is the search for answers in a document.
type answering struct {
	r    *Reader
	d    *document
	told map[int][]int // the drafts of each sentence, once they are asked for
}

// toldIn lists the drafts that sentence s had when the search began.
func (w *answering) toldIn(s int) []int {
	if w.told == nil {
		w.told = map[int][]int{}
		for k := range w.d.drafts {
			n := w.d.drafts[k].sent
			w.told[n] = append(w.told[n], k)
		}
	}
	return w.told[s]
}

// askedWhether: "Asked whether X had fallen, the commander said no", "…, he replied: “Yes.”"
func (w *answering) askedWhether(s int) {
	r, d := w.r, w.d
	st := &d.sents[s]
	comma := st.first + 3
	for comma < st.end && !(d.char(comma) == ',' && d.toks[comma].kind == punctToken) {
		comma++
	}
	i := st.end - 1
	for i > comma && d.toks[i].kind != wordToken {
		i--
	}
	p := d.phraseRight(comma+1, st.end)
	if i <= comma || p.empty() || p.end >= i {
		return
	}
	no := d.isAny(i, "no", "negative")
	if !no && !d.isAny(i, "yes", "affirmative") {
		w.askedShort(s, comma)
		return
	}
	v := d.pastAdverbs(p.end, i)
	if d.toks[v].tag != verbTag || !d.has(v, cueWord) {
		return
	}
	if d.ownerOf(i) == 0 {
		a := attribution{rule: "attr.F-object", source: p, subject: p, cue: run{v, v + 1}, verb: v, content: []run{{v + 1, i + 1}}, used: true}
		if a.who = r.resolveSpeaker(d, &a); a.who.actor == 0 {
			return
		}
		d.attrs = append(d.attrs, a)
		w.answerBy(s, run{v + 1, i + 1}, run{st.first + 2, comma}, no, len(d.attrs))
		return
	}
	w.answer(s, i, run{st.first + 2, comma}, no)
}

// askedShort: "Asked if X might fall, he replied: “Not this year.”"
func (w *answering) askedShort(s, comma int) {
	d := w.d
	st := &d.sents[s]
	for k := comma + 2; k+1 < st.end; k++ {
		if d.toks[k].kind != openToken {
			continue
		}
		if no := d.isOf(k+1, &noWords); (no || d.isOf(k+1, &yesWords)) && d.quotes[d.toks[k].quote-1].last >= st.end-2 {
			w.answer(s, k+1, run{st.first + 2, comma}, no)
		}
		return
	}
}

// askedAbout is what the speaker of attribution a, who answers at the end of the sentence,
// is asked about at its head, as a claim of nobody's: "Asked about reports that X had
// fallen, she said that was not true". nil where there is none, or none of a kind and a place.
func (r *Reader) askedAbout(d *document, a *attribution) *draft {
	const near = 6 // tokens: "asked by a reporter about"
	st := &d.sents[d.toks[a.cue.first].sent]
	if !d.isOf(st.first, &askedVerbs) || a.source.empty() {
		return nil
	}
	about := st.first + 1
	for about < st.end && about < st.first+near && !d.isOf(about, &aboutWords) {
		about++
	}
	comma := about + 2
	for comma < a.source.first && !(d.char(comma) == ',' && d.toks[comma].kind == punctToken) {
		comma++
	}
	if comma >= a.source.first || !d.isOf(about, &aboutWords) || a.content[0].first < comma {
		return nil
	}
	x := run{about + 1, comma}
	c := draft{runs: []run{x}, sent: int(d.toks[x.first].sent), who: speaker{narrator: true}}
	if c.find, c.agree = d.typesIn(x.first, x.end); c.find.weight == 0 || c.find.typ == geo.Other {
		return nil
	}
	d.placeClaim(r, &c, nil)
	d.settleType(&c)
	if len(c.places) == 0 || c.find.weight == 0 {
		return nil
	}
	if c.find.denied {
		c.polarity = geo.Negated
	}
	return &c
}

// answer makes the claim of the answer at token i of sentence s to the question x.
func (w *answering) answer(s, i int, x run, no bool) {
	d := w.d
	st := &d.sents[s]
	n := d.ownerOf(i)
	if who, ok := d.blockSpeaker(i); n == 0 && ok && who.actor > 0 && d.actors[who.actor-1].party != geo.UnknownParty {
		n = d.blocks[st.block].label
	}
	end := i
	for end < st.end && !d.endsSentence(end) && d.toks[end].kind != closeToken && (n == 0 || d.attrs[n-1].block || d.attrs[n-1].covers(run{end, end + 1})) {
		end++
	}
	words := 0
	for k := i; k < end; k++ {
		if d.toks[k].kind != wordToken && d.toks[k].kind != cliticToken {
			continue
		}
		if words++; words > longAnswer || n == 0 && !d.isOf(k, &stillWords) && !d.isOf(k, &noWords) {
			return
		}
	}
	w.answerBy(s, run{i, d.dropMarks(i, end)}, x, no, n)
}

// answerBy makes the claim of the answer at tokens words of sentence s, which belongs to
// attribution n - 1, to the question x; the writer answers where n is 0.
func (w *answering) answerBy(s int, words, x run, no bool, n int) {
	d := w.d
	c := draft{runs: []run{x}, sent: s, attr: n, who: speaker{narrator: true}}
	if c.find, c.agree = d.typesIn(x.first, x.end); c.find.weight == 0 || c.find.typ == geo.Other || c.find.typ == geo.Forecast {
		return
	}
	if w.tells(s) || s+1 < len(d.sents) && d.sents[s+1].block == d.sents[s].block && w.tells(s+1) {
		return // it goes on to say so itself
	}
	var a *attribution
	if n > 0 {
		a = &d.attrs[n-1]
		c.who = a.who
	}
	d.placeClaim(w.r, &c, a)
	d.settleType(&c)
	if len(c.places) == 0 || c.find.weight == 0 {
		return
	}
	if no != c.find.denied {
		c.polarity = geo.Negated
	}
	c.runs = d.runsOf(words)
	for k := range c.places {
		c.places[k].Anaphor = true
	}
	c.why = append(c.why, geo.Evidence{Rule: "claim.answer", Span: d.span(x.first, x.end)})
	for _, k := range w.toldIn(s) {
		if o := &d.drafts[k]; o.find.weight == 0 && o.runs[0].first <= words.first+1 {
			*o = c // "Yes, but only in small groups"
			return
		}
	}
	d.drafts = append(d.drafts, c)
}

// tells reports whether a claim of some kind stands in sentence s.
func (w *answering) tells(s int) bool {
	return slices.ContainsFunc(w.toldIn(s), func(k int) bool {
		o := &w.d.drafts[k]
		return o.find.weight > 0 && o.find.typ != geo.Other
	})
}

// questionBefore is the question that sentence s follows, if yes or no may answer it.
func (d *document) questionBefore(s int) (run, bool) {
	k := s - 1
	for k >= 0 && d.sents[k].label && d.sents[k].block >= d.sents[s].block-1 {
		k--
	}
	if k < 0 || d.sents[k].block < d.sents[s].block-1 {
		return run{}, false
	}
	st := &d.sents[k]
	end := st.end - 1
	for end > st.first && d.char(end) != '?' {
		end--
	}
	x := run{st.first, end}
	if d.toks[x.first].kind == openToken {
		x.first++
	}
	if d.is(x.first, "so") || d.is(x.first, "and") || d.is(x.first, "but") {
		x.first++
	}
	if x.end-x.first < 3 || d.char(end) != '?' || !d.isOf(x.first, &askingVerbs) {
		return run{}, false
	}
	if d.is(x.first, "is") && d.is(x.first+1, "it") && d.isAny(x.first+2, "true", "correct", "right") {
		return x, true
	}
	n := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= x.first })
	for ; n < d.ordered && d.attrs[n].cue.first < x.end; n++ {
		if !d.attrs[n].block {
			return run{}, false // "Has Kyiv confirmed that C?"
		}
	}
	return x, true
}

// askedOf reports whether the sentence asks whether somebody says so: "Has Kyiv confirmed
// that X has fallen?"
func (d *document) askedOf(a *attribution) bool {
	if a.subject.empty() || a.subject.first == 0 || d.toks[a.subject.first-1].tag != auxTag {
		return false
	}
	st := &d.sents[d.toks[a.subject.first].sent]
	return a.subject.first-1 <= st.first+1 && a.cue.first >= a.subject.end && d.asksAt(st.end-1)
}
