package read

// leastPassages is how many paragraphs that are nothing but quotation make a
// text that quotes a document piece by piece.
const leastPassages = 3

// attributePassages gives paragraphs that are nothing but a quotation, and that no
// cue attributes, to whose words they are: those of a document that is quoted piece
// by piece to the one who made it ("we print the post of the brigade; our remarks
// follow each passage"), one that follows somebody's words to the same.
func (d *document) attributePassages() {
	if len(d.quotes) == 0 {
		return
	}
	var taken []bool // quotations that an attribution has; made when one is asked for
	var list []int
	for k := range d.blocks {
		if d.quotesAlone(k) {
			if taken == nil {
				taken = d.takenQuotes()
			}
			if !taken[d.toks[d.blocks[k].first].quote-1] {
				list = append(list, k)
			}
		}
	}
	if len(list) == 0 {
		return
	}
	apart := 0
	for n := 1; n < len(list); n++ {
		if list[n] > list[n-1]+1 {
			apart++
		}
	}
	who, at := np{}, 0
	if len(list) >= leastPassages && apart >= leastPassages-1 {
		who, at = d.documentMaker(d.blocks[list[0]].first)
	}
	last := d.lastWords()
	for _, k := range list {
		b := &d.blocks[k]
		a := attribution{rule: "attr.J-passage", source: who, subject: who, cue: run{at, at + 1}, verb: at, speech: true}
		if who.empty() {
			if k == 0 {
				continue
			}
			before := &d.blocks[k-1]
			if p, v := d.sends(before); !p.empty() {
				a.source, a.subject, a.cue, a.verb = p, p, run{v, v + 1}, v
				d.attributePassage(a, b)
				continue
			}
			if before.kind != paragraph || before.sents <= before.sent || last[before.sents-1] <= 0 {
				continue
			}
			o := &d.attrs[last[before.sents-1]-1]
			a.source, a.subject, a.cue, a.verb = o.source, o.subject, o.cue, o.verb
		}
		d.attributePassage(a, b)
	}
}

// attributePassage gives the quotation that block b is to the attribution.
func (d *document) attributePassage(a attribution, b *block) {
	q := &d.quotes[d.toks[b.first].quote-1]
	q.speech = true
	a.content = []run{{q.first, q.last + 1}}
	d.attrs = append(d.attrs, a)
}

var sendVerbs = listOf("sent sends filed files writes wrote reports reported has")

// sends is the reporter whose words a block announces that ends in a colon, and the verb: "My
// colleague X, who is in Y, has just sent this:".
func (d *document) sends(b *block) (np, int) {
	const far = 12 // tokens
	if b.sents <= b.sent || d.char(b.end-1) != ':' {
		return np{}, 0
	}
	st := &d.sents[b.sents-1]
	p := d.subjectOf(st)
	if p.empty() || !d.has(p.first, possWord) && !d.has(p.head, mediaWord) && d.toks[p.head].tag != nameTag {
		return np{}, 0
	}
	for k := p.end; k < min(st.end, p.end+far); k++ {
		if d.isOf(k, &sendVerbs) && (!d.is(k, "has") || d.isOf(k+1, &sendVerbs) || d.isOf(k+2, &sendVerbs)) {
			return p, k
		}
	}
	return np{}, 0
}

// quotesAlone reports whether a block is nothing but a quotation of some length.
func (d *document) quotesAlone(k int) bool {
	b := &d.blocks[k]
	if b.kind != paragraph || b.labelled || b.dateline || b.end-b.first < 8 || d.toks[b.first].kind != openToken {
		return false
	}
	q := &d.quotes[d.toks[b.first].quote-1]
	return q.first == b.first && q.depth == 1 && q.closed && !q.continued && q.last == b.end-1 && d.hasFinite(q.first, q.last)
}

// takenQuotes says of each quotation whether an attribution has its beginning.
func (d *document) takenQuotes() []bool {
	taken := make([]bool, len(d.quotes))
	for n := range d.attrs {
		for _, c := range d.attrs[n].content {
			for k := c.first; k < min(c.end, c.first+400); k++ {
				if t := &d.toks[k]; t.kind == openToken && t.quote != 0 && !d.attrs[n].inner {
					taken[t.quote-1] = true
				}
			}
		}
	}
	return taken
}

// documentMaker is whose document the text before token limit says that it quotes,
// and the word for the document.
func (d *document) documentMaker(limit int) (np, int) {
	for i := 0; i+2 < limit; i++ {
		if !d.isAny(i, "post", "posts", "channel", "letter", "statement", "speech", "message", "address", "diary", "order", "article", "essay", "entry", "blog") || d.toks[i].tag != nounTag || !d.isAny(i+1, "of", "by", "from") || d.toks[i].quote != 0 {
			continue
		}
		p := d.phraseRight(i+2, min(limit, d.sents[d.toks[i].sent].end))
		if !p.empty() && !d.isTime(p.head) && (d.toks[p.head].tag == nameTag || d.has(p.head, roleWord|orgWord|unitWord|mediaWord)) {
			return p, i
		}
	}
	return np{}, 0
}

// lastWords is 1 + the attribution of each sentence in which one person alone speaks;
// 0 for none, -1 where others speak, too.
func (d *document) lastWords() []int {
	last := make([]int, len(d.sents))
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.weak || a.inner || a.negated {
			continue
		}
		at := &last[d.toks[a.cue.first].sent]
		speaks := a.stance == neutralStance || a.stance == claimStance || a.stance == warnStance || a.stance == confirmStance
		if !d.person(a.subject) || !speaks || *at < 0 || *at > 0 && d.attrs[*at-1].subject.head != a.subject.head {
			*at = -1
			continue
		}
		*at = n + 1
	}
	return last
}
