package read

// farColon is how many tokens may stand between the verb of a clause and the colon
// behind it when it is no verb of saying.
const farColon = 6

// colonSpeech gives what stands behind a colon to whoever the clause before it tells
// of, where that has no content of its own: "The mayor bristles: C", "A soldier
// contradicts him: C", "The Kremlin put forward a condition: C".
func (d *document) colonSpeech(start, s int) {
	lo, hi := d.sents[s].first, d.sents[s].end
	k := lo + 2
	for k < hi && (d.toks[k].kind != punctToken || d.char(k) != ':' || d.toks[k].quote != 0) {
		k++
	}
	if k+2 >= hi || d.toks[k+1].quote != 0 && d.toks[k+1].kind != openToken {
		return
	}
	if !d.hasFinite(k+1, hi) && (d.kindAt(k+1) != openToken || !d.speechStarts(k+1)) {
		return
	}
	p, v := d.teller(lo, k)
	if p.empty() || k-1 > v+farColon {
		// "The envoys met, but the Kremlin left no doubt about its price: C"
		const near = 12 // tokens
		for m := k - 4; m > lo+2 && m > k-near; m-- {
			if d.toks[m].tag == coordTag && d.char(m-1) == ',' {
				if q, w := d.teller(m+1, k); !q.empty() {
					p, v = q, w
				}
				break
			}
		}
	}
	if p.empty() {
		return
	}
	last := k - 1
	for last > v && d.toks[last].tag == advTag {
		last--
	}
	speech := d.kindAt(k+1) == openToken
	if speech && !d.has(v, cueWord) {
		return // attributeBeats
	}
	if last > v && !speech && (last > v+farColon || d.toks[last].tag != pronTag && !d.has(last, claimNoun) && !d.isOf(last, &thoughtNouns)) {
		return // "The brigade took the village: C"
	}
	if !(speech && d.has(v, cueWord)) && (len(d.mentionsIn(v, k)) > 0 || d.isTyped(v, k)) {
		return
	}
	for n := start; n < len(d.attrs); n++ {
		a := &d.attrs[n]
		c := a.content[len(a.content)-1]
		if c.end <= k && a.cue.first < k && (a.rule == "attr.F-object" || speech && (a.rule == "attr.K-noun" || a.stance == denyStance)) || c.first > k && a.cue.first > k {
			continue
		}
		if speech && c.first < k && d.toks[c.first].quote == 0 && (a.rule == "attr.K-noun" || a.stance == denyStance) {
			a.content[len(a.content)-1].end = k // "dismissed claims that C: 'Q'"
			continue
		}
		if a.rule != "attr.F-object" || a.cue.first > v+2 || c.first > k {
			return // the sentence says itself who says what
		}
		a.content[len(a.content)-1].end = k
	}
	a := attribution{rule: "attr.B-colon", source: p, subject: p, cue: run{v, v + 1}, verb: v}
	if d.contentColon(&a, k, hi) {
		d.addAttribution(a)
	}
}

var thoughtNouns = listOf("reason reasons answer answers reply explanation argument arguments idea theory opinion opinions feeling point counterpoint compromise rule advice piece thing things picture verdict diagnosis formula price terms summary slogan reproach confession prognosis")

// teller is whoever the clause at tokens [lo, k) has as its subject, if they may have
// words, and its verb.
func (d *document) teller(lo, k int) (np, int) {
	i := lo
	for i < k && (d.toks[i].tag == advTag || d.toks[i].tag == coordTag) {
		i++
	}
	p := d.phraseRight(i, k)
	if p.empty() {
		return np{}, 0
	}
	if d.toks[p.first].kind == openToken && d.kindAt(p.end) == closeToken {
		p.end++ // “Handle” objects
	}
	v := p.end
	for v+1 < k && d.toks[v].tag == prepTag {
		q := d.phraseRight(v+1, k)
		if q.empty() {
			break
		}
		v = q.end
	}
	if d.char(v) == ',' {
		if e := d.asideEnd(v, k); e > 0 && d.asideBegins(v+1, e) {
			v = e + 1
		}
	}
	for v < k && d.toks[v].tag == advTag {
		v++
	}
	if v >= k || d.toks[v].tag != verbTag || d.has(v, beWord|haveWord|doWord|modalWord) || !d.mayTell(p) && d.toks[p.first].kind != openToken {
		return np{}, 0
	}
	if d.plural(p.head) && d.has(p.head, troopsWord|unitWord) || d.has(p.head, docWord) && !d.has(v, cueWord) {
		return np{}, 0
	}
	return p, v
}

// saidFurther gives the clause behind "C1, X said; C2" and "C1, X explains: C2" to X.
func (d *document) saidFurther(start, s int) {
	hi := d.sents[s].end
	for n, end := start, len(d.attrs); n < end; n++ {
		a := &d.attrs[n]
		switch a.rule {
		case "attr.E-after", "attr.A-inverted", "attr.A-quote", "attr.E-according":
		default:
			continue
		}
		k := max(a.cue.end, a.source.end, a.subject.end)
		if a.inner || a.weak || a.subject.empty() || a.content[len(a.content)-1].first >= k {
			continue
		}
		for k < hi && !d.finite(k) && d.toks[k].kind != openToken && (d.char(k) != ';' && d.char(k) != ':' || d.toks[k].kind != punctToken) {
			k++
		}
		if k+2 >= hi || d.toks[k].kind != punctToken || !d.saidOn(k+1, d.dropMarks(k+1, hi)) || d.attributedWithin(start, k, hi) {
			continue
		}
		b := *a
		b.rule, b.speech, b.that, b.negated, b.stance = "attr.E-further", false, false, false, neutralStance
		b.content = []run{{k + 1, d.dropMarks(k+1, hi)}}
		d.addAttribution(b)
	}
}

// colonQuote parts what somebody says at a colon that leads over to his own words: "Mayor X
// admitted he could not say how long it would last: 'One hit and it's over.'"
func (d *document) colonQuote(start, s int) {
	hi := d.sents[s].end
	for n, end := start, len(d.attrs); n < end; n++ {
		a := &d.attrs[n]
		c := &a.content[len(a.content)-1]
		if a.speech || a.inner || a.weak || a.subject.empty() || c.first < a.cue.end {
			continue
		}
		switch a.rule {
		case "attr.B-that", "attr.C-bare", "attr.B-wh", "attr.D-told-that", "attr.D-told-bare":
		default:
			continue
		}
		for k := c.first + 3; k+1 < c.end; k++ {
			if d.char(k) != ':' || d.toks[k].kind != punctToken || d.toks[k].quote != 0 || d.kindAt(k+1) != openToken {
				continue
			}
			if q := &d.quotes[d.toks[k+1].quote-1]; q.last >= min(c.end, hi)-1 && d.speechStarts(k+1) {
				b := *a
				b.rule, b.speech, b.that, b.negated, b.stance = "attr.E-further", true, false, false, neutralStance
				b.content = []run{{k + 1, q.last + 1}}
				c.end = k
				d.addAttribution(b)
			}
			break
		}
	}
}

// attributedWithin reports whether an attribution since start has its cue or content
// behind token k.
func (d *document) attributedWithin(start, k, hi int) bool {
	for n := start; n < len(d.attrs); n++ {
		a := &d.attrs[n]
		if a.cue.first > k && a.cue.first < hi || a.content[len(a.content)-1].end > k+1 {
			return true
		}
	}
	return false
}

// contentColon: "X said: C" and "X said:" before a block of speech.
func (d *document) contentColon(a *attribution, k, hi int) bool {
	a.rule = "attr.B-colon"
	if a.stance == denyStance {
		a.stance = neutralStance // "contradicts him: C": what is the case instead
	}
	if k+1 < hi {
		end := hi
		if d.kindAt(k+1) == openToken && d.speechStarts(k+1) && !d.quotedPhrase(k+1, hi) {
			end = d.quotes[d.toks[k+1].quote-1].last + 1
			a.speech = true
		}
		a.content = []run{{k + 1, end}}
		return true
	}
	// the next block
	b := d.sents[d.toks[k].sent].block
	if d.blocks[b].end != k+1 || b+1 >= len(d.blocks) {
		if k+1 < len(d.toks) && d.kindAt(k+1) == openToken {
			a.speech = true
			a.content = []run{{k + 1, d.quotes[d.toks[k+1].quote-1].last + 1}}
			return true
		}
		return false
	}
	n := d.blocks[b+1].first
	if d.toks[n].kind == openToken {
		q := &d.quotes[d.toks[n].quote-1]
		a.speech = true
		a.content = []run{{n, q.last + 1}}
		return true
	}
	if d.blocks[b+1].kind == listItem {
		for k := b + 1; k < len(d.blocks) && d.blocks[k].kind == listItem; k++ {
			a.content = append(a.content, run{d.blocks[k].body, d.dropMarks(d.blocks[k].body, d.blocks[k].end)})
		}
		return true
	}
	if nb := &d.blocks[b+1]; nb.kind == paragraph && nb.end-nb.first > 8 && d.has(a.verb, sayWord) {
		a.content = []run{{n, nb.end}}
		return true
	}
	return false
}
