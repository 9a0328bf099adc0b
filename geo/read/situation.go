package read

import "contested/geo"

// situations cuts a clause of the narrator's into what tells of a situation by
// itself: the clause, and what its relative clauses tell of a place. Each is a
// list of runs.
//
//	"Two villages, where the power was cut, were shelled" → "Two villages … were
//	shelled", "the power was cut"
func (d *document) situations(x run) [][]run {
	var out [][]run
	main := []run{x}
	for k := x.first + 1; k+2 < x.end; k++ {
		if d.toks[k].kind == openToken {
			if q := &d.quotes[d.toks[k].quote-1]; q.last < x.end {
				k = q.last
			}
			continue
		}
		if d.char(k) != ',' || d.toks[k].kind != punctToken || !d.isAny(k+1, "where", "which") || !d.tellsOf(k, d.is(k+1, "where")) {
			continue
		}
		end := d.relativeEnd(k, x)
		if end == 0 {
			continue
		}
		out = append(out, []run{{k + 2, d.dropMarks(k+2, end)}})
		last := &main[len(main)-1]
		rest := run{min(end+1, x.end), x.end}
		last.end = k
		if !rest.empty() {
			main = append(main, rest)
		}
		k = end
	}
	return append([][]run{main}, out...)
}

// tellsOf reports whether the relative clause behind the comma at k tells of a
// place: the one named right before it.
func (d *document) tellsOf(k int, where bool) bool {
	n := d.mentionIndex(k) - 1
	if n < 0 {
		return false
	}
	m := &d.mentions[n]
	if m.end == k {
		return d.isSpot(m)
	}
	// "the Lyman direction, where"
	return where && k-m.end <= 2 && d.isSpot(m) && d.toks[m.first].sent == d.toks[k].sent
}

// relativeEnd is the comma that closes the relative clause behind the comma at
// k, or the end of x; 0 when it has no verb.
func (d *document) relativeEnd(k int, x run) int {
	const far = 80 // tokens
	x = run{max(x.first, k-far), min(x.end, k+far)}
	whole := d.hasFinite(x.first, k)
	for m := k + 2; m < x.end; m++ {
		if d.char(m) != ',' || d.toks[m].kind != punctToken || !d.hasFinite(k+2, m) {
			continue
		}
		if whole && (d.listGoesOn(m, x.end) || !d.isAny(m+1, "and", "but", "while")) {
			continue
		}
		return m
	}
	if !d.hasFinite(k+2, x.end) || !whole && !d.leadsIn(x.first, k) {
		return 0
	}
	return x.end
}

// leadsIn reports whether tokens [i, j) are an adverbial of place.
func (d *document) leadsIn(i, j int) bool { return i < j && d.toks[i].tag == prepTag }

// elliptic reports whether the clause x of sentence s tells of a situation
// without a finite verb: "Still no water in X.", "Two dead after a strike on X."
// It must be the whole of a short sentence, or, in what somebody issues, an
// item of its list.
func (d *document) elliptic(x run, s int, issued bool) bool {
	st := &d.sents[s]
	if n := d.contentLength([]run{x}); n > 22 || n < 2 && !issued || d.toks[x.first].tag == subTag || d.toks[x.first].tag == ingTag && !issued {
		return false
	}
	if issued {
		return true
	}
	if x.first > st.first+1 || d.dropMarks(x.first, st.end) != x.end && d.char(x.end) != ';' {
		return false
	}
	if d.blocks[st.block].kind == heading || d.toks[st.end-1].kind != punctToken || d.char(st.end-1) == ':' {
		return false
	}
	return true
}

// issuedLine reports whether a line that has the form of a heading is an item of
// what an issuer issues.
func (d *document) issuedLine(b *block) bool {
	if d.issuer == 0 || b.first <= d.attrs[d.issuer-1].cue.end || d.digest && !b.issued {
		return false
	}
	for _, m := range d.mentionsIn(b.body, b.end) {
		if m.Use == geo.Literal && m.Place != "" {
			return b.end-b.body > 4
		}
	}
	return false
}
