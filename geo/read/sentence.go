package read

import (
	"unicode/utf8"

	"contested/geo"
)

// maxSentence bounds a sentence, in tokens, so that no text makes the stages
// after this one slow. A longer one is cut at the next mark.
const maxSentence = 300

// findSentences cuts each block into sentences.
func (d *document) findSentences() {
	stops := d.stops
	for k := range d.blocks {
		b := &d.blocks[k]
		b.sent = len(d.sents)
		if b.body > b.first {
			d.addSentence(b.first, b.body, k, true)
		}
		start := b.body
		for i := b.body; i < b.end; i++ {
			for len(stops) > 0 && int(stops[0]) < i {
				stops = stops[1:]
			}
			next := b.end // where one may end
			if len(stops) > 0 {
				next = min(next, int(stops[0]))
			}
			if i = min(next, max(i, start+maxSentence)); i >= b.end {
				break
			}
			end := d.sentenceEnd(i, start, b.end)
			if end == 0 && i-start >= maxSentence && (d.toks[i].kind == punctToken || i-start >= maxSentence+50) {
				end = i + 1
			}
			if end > 0 && end < b.end {
				d.addSentence(start, end, k, false)
				start, i = end, end-1
			}
		}
		if start < b.end {
			d.addSentence(start, b.end, k, false)
		}
		b.sents = len(d.sents)
	}
}

// addSentence enters a sentence and notes which lists and anchors its words stand in,
// and which marks.
func (d *document) addSentence(i, j, block int, label bool) {
	st := sentence{first: i, end: j, block: block, label: label}
	for set := range st.anchors {
		st.anchors[set] = firstAnchor
	}
	for k := i; k < j; k++ {
		t := &d.toks[k]
		t.sent = int32(len(d.sents))
		if t.starts&gateWord != 0 {
			st.lists.add(d.listsOf(k))
		}
		if t.opens(statusSet) {
			st.checks |= d.lex.opens[statusSet][t.patterns].anchors
		}
		if t.starts&anchorWord != 0 {
			st.anchors.add(&d.lex.anchors[t.patterns])
		}
		st.classes |= t.classes
		if t.char == ':' || t.char == ';' {
			st.colon = st.colon || t.kind == punctToken
		}
		st.dash = st.dash || t.kind == dashToken || t.char == '('
		st.quoted = st.quoted || t.quote != 0
	}
	d.sents = append(d.sents, st)
}

// endsSentence reports whether token i is a mark that can end a sentence.
func (d *document) endsSentence(i int) bool {
	switch d.char(i) {
	case '.', '!', '?':
		return d.toks[i].kind == punctToken
	case 0xe2:
		r, _ := utf8.DecodeRuneInString(d.str(i))
		return r == '…'
	}
	return false
}

// sentenceEnd returns the token after the sentence when token i ends one, else
// 0. The closing quotation marks and brackets behind the mark belong to it.
func (d *document) sentenceEnd(i, start, end int) int {
	t := &d.toks[i]
	if t.kind == wordToken {
		// "… in the U.S. The …": a dotted word before a word that starts sentences
		if d.text[t.end-1] == '.' && i+1 < end && d.toks[i+1].spaced && d.toks[i+1].caps == titleCase && d.has(i+1, starter) {
			return i + 1
		}
		return 0
	}
	if t.kind != punctToken || !d.endsSentence(i) {
		return 0
	}
	j := i + 1
	for j < end && (d.toks[j].kind == closeToken || (d.char(j) == ')' || d.char(j) == ']') && !d.toks[j].spaced || d.endsSentence(j) && !d.toks[j].spaced) {
		j++
	}
	if j >= end {
		return end
	}
	next := &d.toks[j]
	if !next.spaced && next.kind != openToken {
		return 0
	}
	stop := d.text[t.start] == '.' && t.end-t.start == 1
	if stop && j == i+1 && d.abbreviates(i, start) && !(d.has(j, starter) && next.caps == titleCase && !d.has(i-1, titleWord|rankWord)) {
		return 0
	}
	switch next.kind {
	case wordToken:
		if next.caps == lowerCase {
			// "'… road?' he asked": the sentence goes on; a text all in lower
			// case still ends its sentences at full stops.
			if stop && j == i+1 && t.end-t.start == 1 && !d.abbreviates(i, start) && d.toks[start].caps == lowerCase && d.toks[start].kind != openToken {
				return j
			}
			return 0
		}
	case numberToken, openToken, dashToken:
	case punctToken:
		if c := d.char(j); c == ',' || c == ';' || c == ':' || c == ')' {
			return 0
		}
	default:
		return 0
	}
	// "'Stop!' Zelensky said." is one sentence.
	if !stop && j > i+1 && d.toks[j-1].kind == closeToken && d.cueFollows(j, end) {
		return 0
	}
	return j
}

// abbreviates reports whether the full stop at i belongs to the word before it.
func (d *document) abbreviates(i, start int) bool {
	if i == start {
		return false
	}
	p := &d.toks[i-1]
	if p.kind == numberToken {
		return false
	}
	if p.kind != wordToken || d.toks[i].spaced {
		return false
	}
	if d.has(i-1, abbreviation) {
		if d.lang == geo.English && p.caps == lowerCase && d.isAny(i-1, "no", "nos", "art", "fig") && d.kindAt(i+1) != numberToken {
			return false // "The council says no. Petrenko …"
		}
		return d.lang == geo.English || i < 2 || i-1 == start || d.toks[i-2].kind != numberToken // "у 2022 г. Россия", "за 300 м. Удар"
	}
	// an initial: "J. Smith", "О. Петренко"
	_, size := utf8.DecodeRuneInString(d.text[p.start:])
	return p.caps == titleCase && int(p.end-p.start) == size
}

// cueFollows reports whether a name and a reporting verb follow at i, before
// any mark.
func (d *document) cueFollows(i, end int) bool {
	for k := i; k < end && k < i+8; k++ {
		t := &d.toks[k]
		if t.kind != wordToken && t.kind != hyphenToken && t.kind != cliticToken {
			return false
		}
		if k > i && d.has(k, sayWord) {
			return true
		}
	}
	return false
}
