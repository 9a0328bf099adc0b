package read

import "strings"

// The least numbers of questions that make an interview, without a title that
// says so and with one, and how many paragraphs may stand before the first.
const (
	leastQuestions = 5
	fewQuestions   = 3
	maxIntroduced  = 4
)

// attributeInterview gives the answers of an interview without labels, paragraphs
// that ask and others that answer by turns, to the person it introduces.
func (d *document) attributeInterview() {
	var list []int // the blocks of running text
	for k := range d.blocks {
		switch b := &d.blocks[k]; b.kind {
		case speech:
			return // it has labels
		case paragraph:
			if !b.labelled {
				list = append(list, k)
			}
		case heading:
			if b.end > b.first && d.char(b.end-1) == '?' {
				list = append(list, k)
			}
		case listItem:
			if d.toks[b.first].kind == dashToken {
				list = append(list, k) // "— Is the town lost? ¶ — Not yet."
			}
		}
	}
	first, asked := -1, [2]int{}
	for n, k := range list {
		if !d.asks(&d.blocks[k]) {
			continue
		}
		if first < 0 {
			first = n
		}
		asked[(n-first)%2]++
	}
	least := leastQuestions
	title := strings.ToLower(d.article.Title)
	for _, w := range []string{"interview", "conversation with", "q&a", "questions to", "talks to"} {
		if strings.Contains(title, w) {
			least = fewQuestions
		}
	}
	strict := asked[1] == 0 && asked[0] >= 2 && len(list)-first <= 2*asked[0] // every other paragraph asks, and no other
	if first < 1 || first > maxIntroduced || asked[0]+asked[1] < least && !strict {
		return
	}
	turns := asked[1]*4 <= asked[0] && asked[0]*5 >= len(list)-first // by turns, whatever the mark
	if !turns && (asked[0]+asked[1])*6 < len(list)-first {
		return
	}
	who := d.interviewed(list[:first])
	if who.empty() {
		return
	}
	for n := first; n < len(list); n++ {
		b := &d.blocks[list[n]]
		switch {
		case b.labelled || b.kind == heading || d.toks[b.first].kind == openToken && n+1 == len(list):
			continue
		case turns && (n-first)%2 == 0, !turns && d.asks(b):
			continue
		}
		d.speaks(b, who)
	}
}

// speaks makes a paragraph the speech of somebody whom no cue names.
func (d *document) speaks(b *block, who np) {
	b.kind, b.body = speech, b.first
	if d.toks[b.first].kind == dashToken && b.first+1 < b.end {
		b.body++
	}
	a := attribution{rule: "attr.J-interview", source: who, subject: who, cue: run{b.first, b.first + 1}, verb: b.first, block: true}
	a.content = []run{{b.body, b.end}}
	a.weak = d.contentLength(a.content) < 5
	d.attrs = append(d.attrs, a)
}

// asks reports whether a short paragraph ends in a question.
func (d *document) asks(b *block) bool {
	last := b.end - 1
	for last > b.first && (d.char(last) == '*' || d.char(last) == '_') {
		last-- // set in bold
	}
	return b.end-b.first < 70 && b.end > b.first && d.char(last) == '?' && d.toks[last].quote == 0
}

// interviewed is the person whom paragraphs introduce: by name, by a first name
// alone, or as somebody who is not named.
func (d *document) interviewed(list []int) np {
	for _, full := range []bool{true, false} {
		for _, k := range list {
			b := &d.blocks[k]
			for i := b.first; i < b.end; i++ {
				st := &d.sents[d.toks[i].sent]
				if d.toks[i].tag != nameTag && i != b.first && i != st.first || !d.has(i, firstName|rankWord|titleWord) {
					continue
				}
				p := d.baseRight(i, st.end)
				if p.empty() || full && p.end-p.first < 2 || d.toks[p.head].tag != nameTag || len(d.mentionsIn(p.first, p.end)) > 0 {
					continue
				}
				if q := d.phraseLeft(p.head, st.first); !q.empty() && q.end == p.end {
					return q // "the analyst X"
				}
				return p
			}
		}
	}
	for _, k := range list {
		b := &d.blocks[k]
		for s := d.toks[b.first].sent; s <= d.toks[b.end-1].sent; s++ {
			if p := d.baseRight(d.sents[s].first, d.sents[s].end); !p.empty() && d.toks[p.first].tag == detTag && d.has(p.head, roleWord|rankWord|witnessWord) && !d.plural(p.head) {
				return p
			}
		}
	}
	return np{}
}

// leastVoices is how many lines that name a speaker make a text of voices.
const leastVoices = 2

// attributeVoices gives what people tell in the first person below a line that
// names them to them: "“Kum”, 51, machine-gunner", "Olena, 34, nurse".
func (d *document) attributeVoices() {
	who := make([]np, len(d.blocks)) // whom the line names
	n := 0
	for k := range d.blocks {
		if who[k] = d.voiceLine(&d.blocks[k]); !who[k].empty() {
			n++
		}
	}
	if n < leastVoices {
		return
	}
	var p np
	for k := range d.blocks {
		b := &d.blocks[k]
		switch {
		case !who[k].empty():
			p = who[k]
			continue
		case p.empty():
			continue
		case b.kind != paragraph || b.labelled || d.toks[b.first].kind == openToken || d.isAny(b.first, "from", "editor", "editors"):
			p = np{}
			continue
		}
		d.speaks(b, p)
	}
}

// voiceLine is the name in a line that has nothing but a name, an age and a
// calling.
func (d *document) voiceLine(b *block) np {
	if b.kind != heading && b.kind != paragraph || b.end-b.first > 20 || b.end-b.first < 4 || d.endsSentence(b.end-1) {
		return np{}
	}
	comma := b.first
	for comma < b.end && !(d.char(comma) == ',' && d.toks[comma].kind == punctToken) {
		comma++
	}
	if comma+2 >= b.end || comma-b.first > 6 || d.toks[comma+1].kind != numberToken || d.toks[comma+1].end-d.toks[comma+1].start != 2 {
		return np{}
	}
	end := comma + 3
	for end < b.end && d.toks[end].kind != punctToken {
		end++
	}
	if d.hasFinite(b.first, end) {
		return np{}
	}
	head := comma - 1
	for head > b.first && d.toks[head].kind != wordToken {
		head--
	}
	return np{b.first, comma, head}
}
