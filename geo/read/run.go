package read

// run is a stretch of tokens [first, end).
type run struct{ first, end int }

func (r run) empty() bool { return r.end <= r.first }

// runsOf is a list of one run. It lives as long as the document.
func (d *document) runsOf(r run) []run {
	d.arena = append(d.arena, r)
	n := len(d.arena)
	return d.arena[n-1 : n : n]
}

// trimRun drops what does not belong to a proposition from its ends: marks,
// quotation marks around the whole, "that", conjunctions.
func (d *document) trimRun(r run) run {
	for r.first < r.end {
		t := &d.toks[r.first]
		switch {
		case t.kind == closeToken, t.kind == punctToken && d.char(r.first) != '(' && d.char(r.first) != '$' && d.char(r.first) != '#', t.kind == dashToken, t.tag == coordTag:
			r.first++
			continue
		case t.tag == thatTag && r.end-r.first > 1:
			r.first++
			continue
		case t.kind == openToken:
			q := &d.quotes[t.quote-1]
			if q.last >= r.end-2 {
				r.first++
				continue
			}
		}
		break
	}
	for r.first < r.end {
		t := &d.toks[r.end-1]
		switch {
		case t.tag == subTag && r.end-r.first > 2 && d.char(r.end-2) == ',' && d.isAny(r.end-1, "while", "whereas", "although", "though"):
			r.end-- // another speaker's clause follows
			continue
		case d.isOf(r.end-1, &sentenceLinks) && r.end-r.first > 1, t.kind == openToken, t.kind == dashToken, t.kind == punctToken && d.char(r.end-1) != ')' && d.char(r.end-1) != '%' && d.char(r.end-1) != '$':
			r.end--
			continue
		case t.kind == closeToken:
			q := &d.quotes[t.quote-1]
			if q.first < r.first {
				r.end--
				continue
			}
		}
		break
	}
	return r
}

func (d *document) inRuns(i int, runs []run) bool {
	for _, r := range runs {
		if r.first <= i && i < r.end {
			return true
		}
	}
	return false
}

// hasQuote reports whether a quotation opens in the run.
func (d *document) hasQuote(r run) bool {
	for i := r.first; i < r.end; i++ {
		if d.toks[i].kind == openToken {
			return true
		}
	}
	return false
}
