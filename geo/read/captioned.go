package read

var (
	captionNouns = listOf("caption captions words comment comments remark text title headline message legend note hashtag inscription commentary line")
	sharingVerbs = listOf("shared shares share posted posts post uploaded published reposted retweeted circulated tweeted forwarded ran aired used illustrated put accompanied broadcast signed spread")
	sharingSet   = setOf(&sharingVerbs)
)

// captioned handles the words that somebody puts beside what he shares: "X shared a photograph
// with the caption 'C'", "The photo was posted by X with the words 'C'".
func (d *document) captioned(s int) {
	st := &d.sents[s]
	if !st.quoted || d.lacks(st.first, st.end, &sharingSet) {
		return
	}
	for k := st.first + 2; k+2 < st.end; k++ {
		if d.kindAt(k) != openToken || !d.isOf(d.beforeMark(k), &captionNouns) {
			continue
		}
		q := &d.quotes[d.toks[k].quote-1]
		if q.last >= st.end || q.last-q.first < 4 || d.quotedAlready(s, k) {
			continue
		}
		if v := d.sharedBefore(k, st.first); v > 0 {
			d.addCaption(v, d.beforeMark(k), run{k, q.last + 1}, st.first)
			return
		}
	}
}

// beforeMark is the token before the quotation mark at token k, past a colon.
func (d *document) beforeMark(k int) int {
	if d.char(k-1) == ':' {
		k--
	}
	return k - 1
}

// quotedAlready reports whether an attribution of sentence s says the words in marks at token k.
func (d *document) quotedAlready(s, k int) bool {
	for n := len(d.attrs) - 1; n >= 0 && int(d.toks[d.attrs[n].cue.first].sent) == s; n-- {
		if a := &d.attrs[n]; a.covers(run{k, k + 1}) {
			return true
		}
	}
	return false
}

// sharedBefore is the last verb of sharing before token k; 0 for none.
func (d *document) sharedBefore(k, first int) int {
	const far = 30 // tokens
	for v := k - 1; v > first && v > k-far; v-- {
		if d.isOf(v, &sharingVerbs) && (d.toks[v].tag == verbTag || d.toks[v].tag == partTag) {
			return v
		}
	}
	return 0
}

// addCaption enters what the caption c says, whose noun stands at token noun, for whoever
// shared it by the verb at token v.
func (d *document) addCaption(v, noun int, c run, lo int) {
	g := d.verbGroupAt(v, lo)
	var p np
	if g.passive || g.reduced {
		for k := v + 1; k < noun && k < v+8; k++ {
			if d.is(k, "by") {
				p = d.phraseRight(k+1, noun)
				break
			}
		}
	} else {
		p, _ = d.subject(g, lo, noun)
	}
	if p.empty() {
		return
	}
	d.addAttribution(attribution{rule: "attr.K-caption", source: p, subject: p, cue: run{noun, noun + 1}, verb: noun, stance: claimStance, speech: true, content: []run{c}})
}
