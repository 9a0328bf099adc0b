package read

import "sort"

var (
	soWords = listOf("so")
	soSet   = setOf(&soWords)
)

// verbless finds the attributions of sentence s that have lost their verb: "Moscow says
// C1, Kyiv that C2", "C, so the ministry", "The brigade: C".
func (d *document) verbless(start, s int) {
	lo, hi := d.sents[s].first, d.sents[s].end
	d.gapped(start)
	for k := d.nextOf(lo+2, hi-1, &soSet); k < hi-1; k = d.nextOf(k+1, hi-1, &soSet) {
		if d.soSource(k, lo, hi) {
			return
		}
	}
}

// gapped cuts the content of a cue before somebody else of whom the verb is not said
// again: "Moscow says that C1, Kyiv that C2".
func (d *document) gapped(start int) {
	for n, end := start, len(d.attrs); n < end; n++ {
		a := &d.attrs[n]
		if a.rule != "attr.B-that" && a.rule != "attr.C-bare" || a.weak || a.subject.empty() {
			continue
		}
		c := &a.content[len(a.content)-1]
		for k := c.first + 2; k+3 < c.end; k++ {
			if d.char(k) != ',' || d.toks[k].kind != punctToken {
				continue
			}
			i := k + 1
			for i < c.end && (d.toks[i].tag == coordTag || d.toks[i].tag == subTag && d.isAny(i, "while", "whereas")) {
				i++
			}
			p := d.phraseRight(i, c.end)
			if p.empty() || p.end+2 >= c.end || !d.is(p.end, "that") || !d.mayTell(p) && d.toks[p.head].tag != nameTag || !d.hasFinite(p.end+1, c.end) || d.toks[p.first].tag == pronTag {
				continue
			}
			if f := d.firstFinite(p.end+1, c.end); f <= p.end+1 {
				continue // "Izium, a town that holds"
			}
			b := *a
			b.source, b.subject, b.rule, b.that = p, p, "attr.B-that", false
			b.content = []run{{p.end + 1, c.end}}
			c.end = k
			d.addAttribution(b)
			break
		}
	}
}

// firstFinite is the first finite verb of [i, end), or end.
func (d *document) firstFinite(i, end int) int {
	for ; i < end; i++ {
		if d.finite(i) {
			return i
		}
	}
	return end
}

// soSource: "C: so the ministry on Friday", "C, so X", "'C1,' so X, 'C2'": the "so" at
// token k names who said what stands before it.
func (d *document) soSource(k, lo, hi int) bool {
	if !d.endsClause(k-1) && d.kindAt(k-1) != closeToken || d.kindAt(k+1) != wordToken {
		return false
	}
	p := d.phraseRight(k+1, hi)
	if p.empty() || !d.mayTell(p) || d.toks[p.head].tag == pronTag {
		return false
	}
	rest := d.afterCue(d.afterApposition(p.end, hi), hi)
	if rest < hi && !d.endsClause(rest) && d.kindAt(rest) != openToken {
		return false
	}
	a := attribution{source: p, subject: p, cue: run{k, k + 1}, verb: k}
	l := lemma{frames: quoteFrame | thatFrame | bareFrame | invertFrame}
	if c := d.char(k - 1); c == ':' || c == ';' {
		first := d.clauseStart(lo, k-2)
		if !d.hasFinite(first, k-1) && !d.newsStyle(first, k-1) {
			return false
		}
		a.content = []run{{first, k - 1}}
	} else if !d.contentLeft(&a, &l, k, rest, lo, hi) {
		return false
	}
	a.rule = "attr.A-inverted"
	d.addAttribution(a)
	return true
}

// attributeLabels: sentences within a paragraph that start with who speaks and a colon:
// "On X, three opinions. The brigade: 'contested.' The ministry: 'liberated.'"
func (d *document) attributeLabels(b *block, ofSents []attribution) {
	before := len(d.attrs)
	for s := b.sent; s < b.sents; s++ {
		st := &d.sents[s]
		if st.label || st.first == b.body && b.kind != liveEntry {
			continue
		}
		k := st.first
		for k < st.end && k < st.first+farLabel && (d.char(k) != ':' || d.toks[k].kind != punctToken) {
			if t := d.toks[k].tag; t == verbTag || t == auxTag || t == thatTag || d.toks[k].kind == openToken || d.toks[k].quote != 0 {
				break
			}
			k++
		}
		if k+2 >= st.end || k == st.first || d.char(k) != ':' || d.has(k-1, cueWord) {
			continue
		}
		p := d.phraseLeft(k-1, st.first)
		if d.is(p.head, "news") {
			continue // "In other news from X: C"
		}
		if d.toks[k-1].tag == possTag {
			p = np{st.first, k - 1, k - 2} // "The mayor's: C"
		} else if q := d.possessor(p); !q.empty() && d.has(p.head, claimNoun) {
			p = q
		} else if !p.empty() && d.has(p.head, claimNoun) && d.isAny(p.head+1, "of", "from", "in") {
			p = d.phraseRight(p.head+2, k) // "The view of the staff: C"
		}
		if q := d.labelBefore(st.first, k); !q.empty() && (p.empty() || p.first > q.first+1 || k > st.first+9) {
			p = q
		}
		if p.empty() || k > st.first+9 && p.end == k || p.first > st.first && !d.has(st.first, detWord) || !d.labels(p, b) {
			continue
		}
		a := attribution{rule: "attr.J-line", source: p, subject: p, cue: run{k, k + 1}, verb: k}
		a.content = []run{{k + 1, d.dropMarks(k+1, st.end)}}
		if d.toks[k+1].kind == openToken {
			a.content[0].end = max(a.content[0].end, min(b.end, d.quotes[d.toks[k+1].quote-1].last+1)) // speech of several sentences
		}
		n := sort.Search(len(ofSents), func(n int) bool { return ofSents[n].cue.first >= st.first })
		if n < len(ofSents) && ofSents[n].cue.first < st.end && !ofSents[n].weak {
			continue // the sentence says itself who speaks
		}
		if b.kind == liveEntry && st.first == b.body && a.content[0].end <= st.end {
			a.content[0].end = d.dropMarks(k+1, d.postEnd(s, b, ofSents[n:]))
		}
		if before > 0 {
			// who speaks from the start of the paragraph does so until here
			if o := &d.attrs[before-1]; o.rule == "attr.J-line" && o.covers(run{st.first, st.first + 1}) {
				o.content[0].end = d.dropMarks(o.content[0].first, st.first)
			}
		}
		d.addAttribution(a)
	}
}

// postEnd is where the words of whoever a post names in front end, which start in sentence
// s: with the post, or before a sentence that says itself who speaks, or speaks of the post.
func (d *document) postEnd(s int, b *block, attrs []attribution) int {
	for s++; s < b.sents; s++ {
		st := &d.sents[s]
		for len(attrs) > 0 && attrs[0].cue.first < st.first {
			attrs = attrs[1:]
		}
		if len(attrs) > 0 && attrs[0].cue.first < st.end || d.isAny(st.first, "we", "our", "this", "that", "it", "more", "there") || d.toks[st.first].kind == openToken || !d.isTyped(st.first, st.end) {
			return st.first
		}
	}
	return b.end
}

// farLabel bounds how far from its start the colon of a label may stand, in tokens.
const farLabel = 18

// labelBefore is who speaks in a label that says more than that before its colon, at
// token colon: "The ministry, in its daily briefing: C", "X, the governor, on Telegram: C".
func (d *document) labelBefore(lo, colon int) np {
	p := d.phraseRight(lo, colon)
	if p.empty() || d.toks[p.head].tag == pronTag || d.hasFinite(p.end, colon) {
		return np{}
	}
	if p.end >= colon {
		return p // "General Staff of the Armed Forces of Ukraine: C"
	}
	k := p.end
	if d.char(k) == ',' {
		if k = d.afterApposition(p.end, colon); k < colon && d.char(k) == ',' {
			k++
		}
	}
	if k < colon && (d.toks[k].tag != prepTag || d.is(k, "of")) {
		return np{}
	}
	if k >= colon && k == p.end {
		return np{}
	}
	return p
}

// labels reports whether a phrase before a colon can be who speaks behind it.
func (d *document) labels(p np, b *block) bool {
	if d.has(p.head, roleWord|witnessWord|rankWord|unitWord|orgWord|titleWord|mediaWord) || d.knownVoice(p) {
		return true
	}
	if d.toks[p.head].tag != nameTag || len(d.mentionsIn(p.first, p.end)) > 0 || d.has(p.head, labelWord|captionWord|docWord|areaWord|weekdayWord|monthWord|nounWord) {
		return false
	}
	return b.kind == liveEntry || d.has(p.first, firstName|rankWord|titleWord)
}
