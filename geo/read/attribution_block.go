package read

import "contested/geo"

import "sort"

// attributeBlocks finds what the form of a block attributes: the lines of a
// transcript, and headlines ("Mayor: two killed in X").
func (d *document) attributeBlocks() {
	ofSents := d.attrs[:len(d.attrs):len(d.attrs)]
	for k := range d.blocks {
		b := &d.blocks[k]
		switch {
		case b.kind == speech && b.body < b.end:
			a := attribution{rule: "attr.J-label", cue: run{b.body - 1, b.body}, verb: b.body - 1, block: true}
			name := d.labelName(b.first, b.body-1)
			a.source = np{b.first, name, name - 1}
			a.subject = a.source
			a.content = []run{{b.body, b.end}}
			a.weak = d.contentLength(a.content) < 5
			d.attrs = append(d.attrs, a)
		case b.labelled && d.toks[b.body].kind == openToken:
			d.attributeLabel(b, ofSents)
		case b.kind == heading || b.first == 0 && !d.namedLine(b) && (b.kind != paragraph || b.sents-b.sent <= 1):
			d.attributeHeadline(b)
		case k > 0 && d.signedBy(k):
		case b.kind == paragraph || b.kind == listItem || b.kind == liveEntry:
			d.attributeLine(b)
		}
		if b.kind == paragraph || b.kind == listItem || b.kind == liveEntry {
			d.attributeLabels(b, ofSents)
		}
	}
}

// attributeLabel: "Quote from the brigade: '…'"; without a name the speaker is
// the one before ("Literally: '…'"). ofSents are the attributions of sentences,
// in their order.
func (d *document) attributeLabel(b *block, ofSents []attribution) {
	q := d.quotes[d.toks[b.body].quote-1]
	a := attribution{rule: "attr.J-quote-label", cue: run{b.first, b.body}, verb: b.first, speech: true}
	for i := b.first + 1; i < b.body; i++ {
		if d.isAny(i, "from", "by", "of") {
			a.source = d.phraseRight(i+1, b.body)
			a.subject = a.source
			a.cue.end = i + 1
			break
		}
	}
	at := d.toks[b.body].sent
	n := sort.Search(len(ofSents), func(n int) bool { return d.toks[ofSents[n].cue.first].sent >= at })
	for ; n < len(ofSents) && d.toks[ofSents[n].cue.first].sent == at; n++ {
		if ofSents[n].covers(run{b.body, b.body + 1}) {
			return // the speech has its own cue
		}
	}
	a.content = []run{{b.body, q.last + 1}}
	d.attrs = append(d.attrs, a)
}

// attributeLine: a paragraph that starts with who speaks and a colon: "Rybar:
// the assault has begun", "Mayor X: fires in two districts".
func (d *document) attributeLine(b *block) {
	aside := false // the label says more than who speaks
	for i := b.body; i < b.end && i < b.body+farLabel; i++ {
		t := &d.toks[i]
		if d.char(i) == ':' && t.kind == punctToken {
			if i == b.body || i+2 >= b.end {
				return
			}
			p := d.phraseLeft(i-1, b.body)
			if aside || i >= b.body+8 {
				p = d.labelBefore(b.body, i)
			}
			if p.first > b.body && d.toks[b.body].kind == openToken && p.first == b.body+1 {
				p.first = b.body
			}
			named := d.namedLine(b)
			if p.empty() || d.isAny(p.head, "note", "notes") || p.first != b.body || !named && !d.has(p.first, titleWord|rankWord|roleWord) && !d.has(p.head, roleWord|witnessWord|rankWord) && !d.knownVoice(p) {
				return
			}
			a := attribution{rule: "attr.J-line", source: p, subject: p, cue: run{i, i + 1}, verb: i}
			a.content = []run{{i + 1, d.lineEnd(i+1, b.end)}}
			d.addAttribution(a)
			return
		}
		if aside = aside || i > b.body && d.char(i) == ',' && t.kind == punctToken; d.char(i) == ',' && aside {
			continue
		}
		if t.kind != wordToken && t.kind != hyphenToken && t.kind != cliticToken && t.kind != openToken && t.kind != closeToken && d.str(i) != "." || t.tag == verbTag || t.tag == auxTag {
			return
		}
	}
}

// lineEnd is the token behind what a line says from token i on: all of it, or its quotation, where
// the writer goes on behind that.
func (d *document) lineEnd(i, end int) int {
	if d.toks[i].kind == openToken && d.speechStarts(i) {
		q := &d.quotes[d.toks[i].quote-1]
		if k := q.last + 1; q.closed && k < end && d.startsSentence(k) && d.toks[k].kind != openToken && !d.hasQuote(run{k, end}) {
			return k
		}
	}
	return d.dropMarks(i, end)
}

// namedLine reports whether a paragraph starts with a whole name, a colon and speech:
// "Ivan Tkach: 'The town is holding. …'".
func (d *document) namedLine(b *block) bool {
	k := b.body + 2
	return b.kind != heading && k+1 < b.end && d.char(k) == ':' && d.has(b.body, firstName) && d.toks[b.body+1].caps == titleCase && d.toks[k+1].kind == openToken && d.speechStarts(k+1)
}

// knownVoice reports whether a person or body of parties.tsv is named at the
// head of the phrase.
func (d *document) knownVoice(p np) bool {
	for i := p.first; i < p.end; i++ {
		if q, end := d.longest(partySet, i, p.end); q != nil && q.proper && end > p.head {
			return d.lex.parties[q.value].kind == personKind || d.lex.parties[q.value].kind == bodyKind
		}
	}
	return false
}

// attributeHeadline: "Syrskyi: no encirclement of X".
func (d *document) attributeHeadline(b *block) {
	for i := b.first; i < b.end && i < b.first+8; i++ {
		t := &d.toks[i]
		if d.char(i) == ':' && t.kind == punctToken {
			if i == b.first || i+2 >= b.end || d.sents[t.sent].end < b.end {
				return
			}
			p := d.phraseLeft(i-1, b.first)
			if d.isAny(p.head, "note", "notes") || p.first != b.first || d.toks[p.head].tag != nameTag && !d.has(p.head, roleWord|orgWord|witnessWord|docWord) || d.has(b.first, captionWord) {
				return
			}
			if list := d.mentionsIn(p.first, p.end); len(list) > 0 && list[0].Use == geo.Literal && list[0].first == p.first && list[0].end == p.end {
				return // "Kharkiv: a warehouse hit": where, not who
			}
			a := attribution{rule: "attr.J-headline", source: p, subject: p, cue: run{i, i + 1}, verb: i}
			a.content = []run{{i + 1, d.dropMarks(i+1, b.end)}}
			d.addAttribution(a)
			return
		}
		if t.kind != wordToken && t.kind != hyphenToken && t.kind != cliticToken && d.str(i) != "." {
			return
		}
	}
}

// signedBy handles a line below a quotation that says whose it is: "— Maria X, on
// the radio".
func (d *document) signedBy(k int) bool {
	b, before := &d.blocks[k], &d.blocks[k-1]
	if b.first >= b.end || d.toks[b.first].kind != dashToken || before.end <= before.first || d.kindAt(before.end-1) != closeToken || b.end-b.first > 24 {
		return false
	}
	q := &d.quotes[d.toks[before.end-1].quote-1]
	if q.first > before.first+1 || d.hasFinite(b.first, b.end) {
		return false
	}
	p := d.phraseRight(b.first+1, b.end)
	if p.empty() || d.toks[p.head].tag != nameTag && !d.has(p.head, roleWord|titleWord|rankWord|witnessWord) {
		return false
	}
	q.speech = true
	d.addAttribution(attribution{rule: "attr.J-line", source: p, subject: p, cue: run{b.first, b.first + 1}, verb: b.first, speech: true, content: []run{{q.first, q.last + 1}}})
	return true
}
