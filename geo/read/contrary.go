package read

import (
	"slices"

	"contested/geo"
)

// beforeContrary cuts a clause of the text's own before what it contradicts: "X has
// not fallen, contrary to a claim by Y".
func (d *document) beforeContrary(x run) run {
	for k := x.first + 3; k+3 < x.end; k++ {
		if d.is(k, "contrary") && d.is(k+1, "to") && d.char(k-1) == ',' {
			return run{x.first, k - 1}
		}
		if d.is(k, "as") && d.isOf(k+1, &claimedWords) && d.is(k+2, "by") && d.denied(k, x.first) {
			return run{x.first, k}
		}
	}
	return x
}

var claimedWords = listOf("claimed alleged asserted announced reported stated maintained")

// contraryTo is whose words the clause that ends before token i contradicts: "…, contrary to X's
// claim", "… not so, as claimed by X"; empty for none. It returns the words that say so as well.
func (d *document) contraryTo(i, end int) (src np, cue run) {
	if i+3 < end && d.is(i, "contrary") && d.is(i+1, "to") {
		if p := d.baseRight(i+2, end); !p.empty() && d.has(p.head, claimNoun) {
			var k int
			if src, k = d.nounOwner(p.head, p, end); d.tagAt(d.pastOwnersName(src, k, end)) == thatTag {
				return np{}, run{} // whose own words follow
			}
		}
		return src, run{i, i + 2}
	}
	if i > 0 && i+2 < end && d.is(i-1, "as") && d.isOf(i, &claimedWords) && d.is(i+1, "by") {
		return d.phraseRight(i+2, end), run{i - 1, i + 2}
	}
	return np{}, run{}
}

// dropContrary drops from the front of a clause of the text's own what it contradicts:
// "Contrary to what the post says, C", "Despite Moscow's claims, C".
func (d *document) dropContrary(x run) run {
	const far = 24 // tokens
	if !(d.is(x.first, "contrary") && d.is(x.first+1, "to")) && !d.isOf(x.first, &despiteWords) {
		return x
	}
	said := false
	for k := x.first + 1; k < x.end && k < x.first+far; k++ {
		said = said || d.has(k, claimNoun) && d.toks[k].tag == nounTag || d.has(k, sayWord) && d.toks[k].tag == verbTag
		if d.char(k) == ',' && d.toks[k].kind == punctToken && said && k+1 < x.end {
			return run{k + 1, x.end}
		}
	}
	return x
}

var (
	fictionWords = listOf("false fiction myth fake wrong untrue")
	truthLabels  = listOf("fact true correct reality truth")
)

// dropTruth drops the label of a fact check's sentence, and tells whether it says that what
// follows is not so: "Fiction: C", "Fact: C".
func (d *document) dropTruth(x run) (run, bool) {
	k := x.first
	if x.end-k < 4 || d.char(k+1) != ':' {
		return x, false
	}
	fiction := d.isOf(k, &fictionWords)
	if !fiction && !d.isOf(k, &truthLabels) {
		return x, false
	}
	if k += 2; d.tagAt(k) == thatTag || d.is(k, "that") {
		k++
	}
	return run{k, x.end}, fiction
}

// untrueThat reports whether what begins at token i is said not to be so right before it: "It
// isn't true that".
func (d *document) untrueThat(i int) bool {
	st := &d.sents[d.toks[i].sent]
	k := i - 1
	return k-2 > st.first && k-st.first < 8 && d.is(k, "that") && d.is(st.first, "it") && reportStance(d, st.first+1, k) == denyStance
}

// contradicted lists the claims that the text's own contradict: what Y claims where
// "X has not fallen, contrary to a claim by Y", and the text's own beside Y's where it "has
// not fallen, as Y claims".
func (r *Reader) contradicted(d *document) (made []draft) {
	for k := range d.drafts {
		c := d.drafts[k]
		if c.attr > 0 && d.attrs[c.attr-1].rule == "attr.E-as" && (d.attrs[c.attr-1].stance == denyStance || d.untrueThat(c.runs[0].first)) {
			d.drafts[k].status = geo.Disputed
			c.attr, c.who, c.places, c.split = 0, speaker{narrator: true}, slices.Clone(c.places), false
			c.runs = d.runsOf(run{c.runs[0].first, c.runs[0].end + 1}) // a span of its own
			c.polarity = opposite(c.polarity)
			made = append(made, c)
			continue
		}
		i := c.runs[len(c.runs)-1].end + 1
		src, cue := d.contraryTo(i, d.sents[c.sent].end)
		if src.empty() || d.ofSide(&c) {
			continue
		}
		a := attribution{rule: "attr.E-contrary", source: src, subject: src, cue: cue, verb: i}
		if a.who = r.resolveSpeaker(d, &a); a.who.actor == 0 {
			continue
		}
		d.attrs = append(d.attrs, a)
		c.attr, c.who, c.places = len(d.attrs), a.who, slices.Clone(c.places)
		c.runs = d.runsOf(run{c.runs[0].first, c.runs[len(c.runs)-1].end + 1}) // a span of its own
		c.status = geo.Disputed
		c.why = []geo.Evidence{{Rule: "polarity.denial", Span: d.span(i, i+2)}}
		c.polarity = opposite(c.polarity)
		made = append(made, c)
	}
	return made
}

// truthOf: "It is not true that C, X said": X denies C.
func (d *document) truthOf(a *attribution) {
	c := &a.content[0]
	k := c.first
	for k < c.end && (d.toks[k].kind == openToken || d.toks[k].tag == thatTag) {
		k++
	}
	if !d.is(k, "it") || k+3 >= c.end || !d.has(k+1, beWord) && d.kindAt(k+1) != cliticToken {
		return
	}
	for m := k + 2; m < c.end && m < k+7; m++ {
		if d.toks[m].tag == coordTag {
			return // "it is a forgery and that C"
		}
		if d.toks[m].tag != thatTag && !d.is(m, "that") {
			continue
		}
		st := reportStance(d, k+1, m)
		if st == neutralStance || m+1 >= c.end {
			return
		}
		c.first = m + 1
		switch {
		case a.rule != "attr.E-as":
			a.stance = st
		case st == denyStance:
			a.stance = claimStance // "It isn't true that C, as X says": X says C
		}
		return
	}
}
