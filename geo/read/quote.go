package read

import "unicode/utf8"

// maxDepth bounds how deep quotations nest; marks beyond it are plain marks.
const maxDepth = 3

// findQuotes pairs the quotation marks of each block. A quotation that a block
// leaves open is one only when the next block starts with a mark again; other
// unpaired marks are plain marks.
func (d *document) findQuotes() {
	marks := d.marks
	for k := range d.blocks {
		for len(marks) > 0 && int(marks[0]) < d.blocks[k].first {
			marks = marks[1:]
		}
		d.quoteBlock(k, marks)
	}
	for i := range d.quotes {
		q := &d.quotes[i]
		words := 0
		for j := q.first; j <= q.last && words < 6; j++ {
			if d.toks[j].kind == wordToken {
				words++
			}
		}
		q.speech = q.depth == 1 && (words >= 6 || q.continues || q.continued || words >= 2 && d.wholeSentence(q))
	}
}

// wholeSentence reports whether a quotation is a sentence of its own: it ends with
// a full stop inside and stands where a sentence starts.
func (d *document) wholeSentence(q *quotation) bool {
	if !q.closed || !d.endsSentence(q.last-1) || q.first == 0 || d.toks[q.first].breaks > 0 {
		return q.closed && d.endsSentence(q.last-1)
	}
	return d.endsSentence(q.first-1) || d.kindAt(q.first-1) == closeToken && d.endsSentence(q.first-2)
}

// quoteBlock finds the quotations of block k; marks are those of the text from there on.
func (d *document) quoteBlock(k int, marks []int32) {
	b := &d.blocks[k]
	var open []int32 // indices into d.quotes
	start := len(d.quotes)
	for i := b.first; i < b.end; i++ {
		if len(open) == 0 { // as in most of the text
			for len(marks) > 0 && int(marks[0]) < i {
				marks = marks[1:]
			}
			if len(marks) == 0 || int(marks[0]) >= b.end {
				break
			}
			i = int(marks[0])
		}
		t := &d.toks[i]
		if t.kind == punctToken || t.kind == cliticToken {
			switch d.quoteMark(i, open) {
			case opening:
				if len(open) < maxDepth {
					q := quotation{first: i, last: b.end - 1, depth: uint8(len(open) + 1)}
					if len(open) > 0 {
						q.parent = open[len(open)-1] + 1
					}
					d.quotes = append(d.quotes, q)
					open = append(open, int32(len(d.quotes)-1))
					t.kind = openToken
					t.quote = int32(len(d.quotes))
					continue
				}
			case closing:
				n := len(open)
				for n > 1 && d.mark(d.quotes[open[n-1]].first) != d.mark(i) {
					n-- // an inner mark that nothing closes
					d.dropQuote(open[n], i)
				}
				open = open[:n]
				q := &d.quotes[open[n-1]]
				q.last, q.closed = i, true
				t.kind = closeToken
				t.quote = open[n-1] + 1
				open = open[:n-1]
				continue
			case noMark:
				if d.pluralOwner(i) {
					t.kind = cliticToken
				}
			}
		}
		if n := len(open); n > 0 {
			t.quote = open[n-1] + 1
		}
	}
	if len(open) > 0 {
		d.leaveOpen(k, open)
	}
	// A block that goes on with the speech of the one before starts with a mark.
	if k > 0 && start < len(d.quotes) && d.quotes[start].first == b.body && start > 0 {
		prev := &d.quotes[d.lastOuter(start)]
		if prev.continues && prev.last == d.blocks[k-1].end-1 {
			d.quotes[start].continued = true
		}
	}
}

// lastOuter is the last outermost quotation before index i.
func (d *document) lastOuter(i int) int {
	for i--; i > 0 && d.quotes[i].depth > 1; i-- {
	}
	return i
}

// leaveOpen decides what becomes of the quotations that block k leaves open.
func (d *document) leaveOpen(k int, open []int32) {
	b := &d.blocks[k]
	first := d.quotes[open[0]].first
	goesOn := false
	if k+1 < len(d.blocks) {
		n := d.blocks[k+1].first
		goesOn = d.mark(n) == d.mark(first) || d.mark(n) != 0 && d.mark(first) != 0 && first == b.first
	}
	if goesOn {
		d.quotes[open[0]].continues = true
		return
	}
	// Not a quotation: give its tokens back to the one around it.
	for _, o := range open {
		if first == b.first && o == open[0] {
			// A whole paragraph after an opening mark is speech whose closing
			// mark was forgotten.
			continue
		}
		d.dropQuote(o, d.quotes[o].last+1)
	}
}

// dropQuote makes plain text of quotation o, whose tokens so far end before end.
func (d *document) dropQuote(o int32, end int) {
	q := &d.quotes[o]
	d.toks[q.first].kind = punctToken
	for i := q.first; i < end; i++ {
		if d.toks[i].quote == o+1 {
			d.toks[i].quote = q.parent
		}
	}
	q.last = q.first
}

// pluralOwner reports whether token i is the apostrophe behind owners in the plural:
// "the prosecutors' count".
func (d *document) pluralOwner(i int) bool {
	t := &d.toks[i]
	if t.kind != punctToken || t.spaced || i == 0 || i+1 >= len(d.toks) || d.mark(i) != '\'' {
		return false
	}
	p, n := &d.toks[i-1], &d.toks[i+1]
	return p.kind == wordToken && d.text[p.end-1]|0x20 == 's' && n.spaced && n.breaks == 0 && (n.kind == wordToken || n.kind == numberToken)
}

type quoteSide uint8

const (
	noMark quoteSide = iota
	opening
	closing
)

// mark is the quotation mark that token i consists of, or 0. Double marks of
// all kinds are '"', single ones the ASCII apostrophe.
func (d *document) mark(i int) rune {
	t := &d.toks[i]
	if t.end-t.start > 4 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(d.text[t.start:])
	if t.end-t.start == 2 && (r == '\'' || r == '`') {
		return '"'
	}
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return '"'
	case '\'', '‘', '’', '‚', '‹', '›', '`':
		return '\''
	}
	return 0
}

// quoteMark says what the mark at token i does, given the open quotations.
func (d *document) quoteMark(i int, open []int32) quoteSide {
	t := &d.toks[i]
	if c := d.text[t.start]; c != '"' && c != '\'' && c != '`' && c < utf8.RuneSelf {
		return noMark
	}
	r, size := utf8.DecodeRuneInString(d.text[t.start:])
	var top rune // the kind of the innermost open mark
	if n := len(open); n > 0 {
		top = d.mark(d.quotes[open[n-1]].first)
	}
	if s := d.str(i); s == "''" || s == "``" {
		r = '"' // two single marks
	} else if int(t.end-t.start) != size {
		return noMark // an apostrophe with its letters
	}
	nextSpaced := i+1 >= len(d.toks) || d.toks[i+1].spaced
	switch r {
	case '„', '‟', '«', '‚', '‹':
		return opening
	case '»', '›', '”':
		for _, o := range open {
			if d.mark(d.quotes[o].first) == d.mark(i) {
				return closing
			}
		}
		if r == '”' && top == 0 && t.spaced && !nextSpaced {
			return opening
		}
	case '“':
		// The closing mark of German and Ukrainian „…“.
		if top == '"' && d.openedBy(open, '„') && (!t.spaced || nextSpaced) {
			return closing
		}
		return opening
	case '"', '＂':
		if top == '"' && (!t.spaced || nextSpaced) {
			return closing
		}
		if top == '"' && t.spaced && !nextSpaced && d.isStraight(open) {
			// An opening mark inside an open quotation of the same mark: the
			// closing one was lost, or both stand apart; take it as closing
			// only when nothing else can be.
			return closing
		}
		return opening
	case '‘':
		if i+1 < len(d.toks) && !nextSpaced && d.char(i+1) >= '0' && d.char(i+1) <= '9' {
			return noMark // ‘90s
		}
		return opening
	case '\'', '’', '`':
		if top == '\'' && (nextSpaced || d.toks[i+1].kind == punctToken || d.mark(i+1) == '"') && !t.spaced {
			return closing
		}
		if r == '\'' && top != '\'' && (t.spaced || i == 0 || t.breaks > 0 || d.toks[i-1].kind == openToken) && !nextSpaced {
			if k := d.toks[i+1].kind; k == wordToken || k == numberToken {
				return opening
			}
		}
	}
	return noMark
}

func (d *document) openedBy(open []int32, r rune) bool {
	c, _ := utf8.DecodeRuneInString(d.text[d.toks[d.quotes[open[len(open)-1]].first].start:])
	return c == r
}

func (d *document) isStraight(open []int32) bool { return d.openedBy(open, '"') }
