package read

import "unicode/utf8"

// findBlocks cuts the text into paragraphs and says what each is for.
func (d *document) findBlocks() {
	i, lines := 0, 1
	paragraph := func(end int) {
		if lines == 1 {
			d.addEntries(i, end)
		} else {
			d.splitLines(i, end)
		}
		i, lines = end, 1
	}
	for _, n := range d.lines {
		switch breaks := d.toks[n].breaks; {
		case n == 0: // before the text
		case breaks >= 2:
			paragraph(int(n))
		default:
			lines++
		}
	}
	if i < len(d.toks) {
		paragraph(len(d.toks))
	}
	for k := range d.blocks {
		d.classify(k)
		d.blocks[k].titled = d.isTitled(&d.blocks[k])
	}
	d.speakerLabels()
}

// addEntries makes a block of the paragraph of tokens [i, j), or, where it starts with a time
// stamp, one for every stamp in it: "14:20 — A bomb hit X. 14:45 — The toll has risen."
func (d *document) addEntries(i, j int) {
	first := i
	if e := d.timestamp(i, j); e > i {
		for k := e; k+1 < j; k++ {
			if d.closesSentence(k) && d.timestamp(k+1, j) > k+1 {
				d.blocks = append(d.blocks, block{first: first, end: k + 1, body: first})
				first = k + 1
			}
		}
	}
	d.blocks = append(d.blocks, block{first: first, end: j, body: first})
}

// closesSentence reports whether a mark that ends a sentence stands at token k, or before the
// closing quotation mark there.
func (d *document) closesSentence(k int) bool {
	return d.endsSentence(k) || k > 0 && d.mark(k) != 0 && d.endsSentence(k-1)
}

// splitLines makes blocks of the paragraph of tokens [i, j): one, when its line
// breaks only wrap it, else one for every line.
func (d *document) splitLines(i, j int) {
	wrapped := d.isWrapped(i, j)
	first := i
	for k := i + 1; k < j; k++ {
		if d.toks[k].breaks == 0 {
			continue
		}
		if wrapped && !d.startsItem(k, j) {
			continue
		}
		d.blocks = append(d.blocks, block{first: first, end: k, body: first})
		first = k
	}
	d.blocks = append(d.blocks, block{first: first, end: j, body: first})
}

// isWrapped reports whether the line breaks among tokens [i, j) only wrap the
// text: three lines or more, all but the last about equally long.
func (d *document) isWrapped(i, j int) bool {
	lines, longest, shortest := 0, 0, 1<<30
	start := int(d.toks[i].start)
	for k := i + 1; k < j; k++ {
		if d.toks[k].breaks == 0 {
			continue
		}
		length := utf8.RuneCountInString(d.text[start:d.toks[k-1].end])
		lines++
		longest, shortest = max(longest, length), min(shortest, length)
		start = int(d.toks[k].start)
	}
	if lines == 0 {
		return false
	}
	last := utf8.RuneCountInString(d.text[start:d.toks[j-1].end])
	if lines == 1 {
		// Two lines wrap when the second goes on in the middle of a sentence.
		return longest <= 100 && longest >= 40 && last <= longest+12 && d.toks[d.lineStart(i, j)].caps == lowerCase &&
			d.toks[d.lineStart(i, j)].kind == wordToken
	}
	return longest <= 110 && shortest*10 >= longest*6 && last <= longest+12
}

// lineStart is the first token after the first line break among (i, j).
func (d *document) lineStart(i, j int) int {
	for k := i + 1; k < j; k++ {
		if d.toks[k].breaks > 0 {
			return k
		}
	}
	return i
}

// startsItem reports whether a list item, time stamp or label starts at k.
func (d *document) startsItem(k, end int) bool {
	return d.bullet(k, end) > k || d.timestamp(k, end) > k
}

// classify finds what stands before the body of a block and what it is for.
func (d *document) classify(k int) {
	b := &d.blocks[k]
	if e := d.timestamp(b.first, b.end); e > b.first {
		b.kind, b.body = liveEntry, e
	} else if e := d.bullet(b.first, b.end); e > b.first {
		b.kind, b.body = listItem, e
	}
	if b.kind == paragraph || b.kind == listItem {
		if e := d.dateline(b.body, b.end); e > b.body {
			b.kind, b.dateline, b.body = paragraph, true, e
		}
	}
	if b.kind != paragraph || b.dateline {
		return
	}
	if e := d.partLabel(b.body, b.end); e > b.body {
		b.body, b.labelled = e, true
	}
	switch {
	case d.char(b.first) == '[' && d.char(b.end-1) == ']':
		b.kind = notice
	case d.has(b.first, captionWord) && b.first+1 < b.end && (d.char(b.first+1) == ':' || d.char(b.first+1) == '/'):
		b.kind = caption
	case k+1 < len(d.blocks) && d.isHeading(b.first, b.end):
		b.kind = heading
	}
}

// isHeading: a short line without a full stop at its end.
func (d *document) isHeading(i, j int) bool {
	if j-i > 24 {
		return false
	}
	words := 0
	for k := i; k < j; k++ {
		if d.toks[k].kind == wordToken || d.toks[k].kind == numberToken {
			words++
		}
	}
	if d.toks[j-1].kind == punctToken {
		if d.mark(j-1) != 0 {
			return words <= 14 && j-2 > i && !d.endsSentence(j-2) && d.mark(i) == 0
		}
		c := d.char(j - 1)
		return words <= 14 && (c == '?' || c == ')' || c == '%')
	}
	return words <= 18
}

// partLabel returns the first token after a word that labels a part of the text
// ("Details:", "Quote from the brigade:", "Background."), or i.
func (d *document) partLabel(i, end int) int {
	if !d.has(i, labelWord) || d.toks[i].caps == lowerCase {
		return i
	}
	for k := i + 1; k < end && k < i+12; k++ {
		switch {
		case d.char(k) == ':' && k+1 < end:
			return k + 1
		case d.str(k) == "." && k == i+1 && k+1 < end && d.toks[k+1].kind == wordToken:
			return k + 1
		case d.toks[k].kind != wordToken && d.toks[k].kind != numberToken && d.toks[k].kind != hyphenToken:
			return i
		}
	}
	return i
}

// isTitled reports whether a short block is in title case: four of five of its
// words are capitalised.
func (d *document) isTitled(b *block) bool {
	if b.end-b.body > 30 {
		return false
	}
	words, capital := 0, 0
	for i := b.body; i < b.end; i++ {
		if t := &d.toks[i]; t.kind == wordToken && (t.end-t.start > 3 || t.caps != lowerCase) {
			words++
			if t.caps != lowerCase {
				capital++
			}
		}
	}
	return words >= 3 && capital*5 >= words*4
}

// bullet returns the first token after a bullet or item number at i, or i.
func (d *document) bullet(i, end int) int {
	if i+1 >= end {
		return i
	}
	s := d.str(i)
	if s == "*" && !d.toks[i+1].spaced {
		return i // opens bold or slanted words
	}
	switch s {
	case "•", "*", "·", "▪", "■", "●", "◦", "➤", "▶", "→", "⚡", "❗", "‼":
		return i + 1
	}
	if d.toks[i].kind == dashToken && d.toks[i+1].spaced {
		return i + 1
	}
	if d.toks[i].kind == numberToken && len(s) <= 2 && (d.str(i+1) == "." || d.str(i+1) == ")") && i+2 < end && d.toks[i+2].spaced {
		return i + 2
	}
	return i
}

var datelineWords = listOf("of the oblast region on de г обл січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев дек")

// dateline returns the first token after a dateline at i, or i:
// "KYIV, Ukraine (AP) —", "LYMAN —", "MOSCOW, November 5. /TASS/.", "ДОНЕЦК, 20 дек —".
func (d *document) dateline(i, end int) int {
	if i+2 >= end || d.toks[i].kind != wordToken || d.toks[i].caps == lowerCase {
		return i
	}
	upper := d.toks[i].caps == upperCase
	dated, agency := false, false
	for k := i + 1; k < end && k < i+16; k++ {
		t := &d.toks[k]
		switch {
		case t.kind == dashToken && (t.spaced || upper):
			if upper || dated && k < i+8 || agency {
				return k + 1
			}
			return i
		case t.kind == numberToken || d.has(k, monthWord):
			dated = true
		case d.char(k) == '(' || d.char(k) == '/':
			agency = true
			// a closing mark ends the dateline where no dash does
			for m := k + 1; m < end && m < k+6; m++ {
				if c := d.char(m); c == ')' || c == '/' {
					k = m
					break
				}
			}
			if k+1 < end && d.char(k) == '/' && (upper || dated) {
				k++
				for k < end && (d.str(k) == "." || d.toks[k].kind == dashToken) {
					k++
				}
				return k
			}
		case d.str(k) == ".":
			if upper && !dated && k+2 < end && (d.has(k+1, monthWord) || d.toks[k+1].kind == numberToken && d.has(k+2, monthWord)) {
				continue // "BELGOROD. November 20."
			}
			if m := d.agencyDash(k+1, end); m > 0 && upper && dated {
				return m
			}
			if dated && upper && !(k+1 < end && (d.char(k+1) == '/' || d.toks[k+1].kind == dashToken)) && !d.has(k-1, monthWord) {
				return k + 1
			}
			if upper && dated && k+1 < end && d.toks[k+1].kind == wordToken && d.toks[k+1].caps == titleCase {
				return k + 1
			}
			if !dated {
				return i
			}
		case d.char(k) == ',' || t.kind == hyphenToken || t.kind == cliticToken:
		case t.kind == wordToken:
			if t.caps == lowerCase && !d.isOf(k, &datelineWords) {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// agencyDash is the token behind an agency's name and a dash, "Interfax-Ukraine - ", that
// start at token k; 0 where they do not.
func (d *document) agencyDash(k, end int) int {
	const far = 5 // tokens
	for m := k; m < min(end, k+far); m++ {
		switch t := &d.toks[m]; {
		case t.kind == dashToken && m > k:
			return m + 1
		case t.kind == hyphenToken && m > k:
		case t.kind != wordToken || t.caps == lowerCase:
			return 0
		}
	}
	return 0
}

// speakerLabels finds the blocks that start with a speaker's label: words in
// capitals and a colon ("MARLOW:"), or a name and a colon that two blocks or
// more start with.
func (d *document) speakerLabels() {
	counts := map[string]int{}
	type found struct{ block, colon, name int }
	var all []found
	for k := range d.blocks {
		b := &d.blocks[k]
		if b.kind != paragraph && b.kind != heading || b.dateline {
			continue
		}
		colon := -1
		for i := b.first; i < b.end && i < b.first+9; i++ {
			if d.char(i) == ':' || i == b.first+1 && d.char(i) == '.' && d.isAny(b.first, "q", "a") && d.toks[b.first].caps != lowerCase {
				colon = i // "Q:", "Q."
				break
			}
			if t := &d.toks[i]; t.kind != wordToken && t.kind != hyphenToken && t.kind != numberToken && d.char(i) != ',' && d.char(i) != '.' && d.char(i) != '(' && d.char(i) != ')' || t.kind == numberToken && i == b.first {
				break
			}
		}
		if colon <= b.first || colon+1 >= b.end {
			continue
		}
		upper, title, name := true, true, d.labelName(b.first, colon)
		for i := b.first; i < name; i++ {
			if t := &d.toks[i]; t.kind == wordToken {
				upper = upper && (t.caps == upperCase || t.end-t.start == 1 && t.caps == titleCase)
				title = title && t.caps != lowerCase
			}
		}
		if !title || d.has(b.first, captionWord) {
			continue
		}
		all = append(all, found{k, colon, name})
		n := 1
		if upper {
			n = 2
		}
		counts[d.span(b.first, name).Of(d.text)] += n
	}
	// what recurs are voices; labels that stand once head the parts of a text
	voices := false
	for _, f := range all {
		if b := &d.blocks[f.block]; counts[d.span(b.first, f.name).Of(d.text)] >= 4 || counts[d.span(b.first, f.name).Of(d.text)] == 2 && d.toks[b.first].caps != upperCase {
			voices = true
		}
	}
	if len(all) < 2 || !voices {
		for _, f := range all {
			if b := &d.blocks[f.block]; d.toks[b.first].caps == upperCase {
				b.kind, b.body = paragraph, f.colon+1
				b.reported = d.isAny(f.colon-1, "claim", "claims", "rumour", "rumor", "myth", "allegation", "fake")
			}
		}
		return
	}
	for _, f := range all {
		b := &d.blocks[f.block]
		if counts[d.span(b.first, f.name).Of(d.text)] >= 2 {
			b.kind, b.body = speech, f.colon+1
		}
	}
}

// labelName is the token behind the name in the label at tokens [i, colon):
// "QUESTION (Radio X)" is a voice whatever stands in brackets.
func (d *document) labelName(i, colon int) int {
	for k := i + 1; k < colon; k++ {
		if d.char(k) == '(' && d.char(colon-1) == ')' {
			return k
		}
	}
	return colon
}
