package read

// clause is a part of a content with its own predicate.
type clause struct {
	runs   []run
	joint  joint // how it is joined to the clause before it
	find   finding
	agree  int
	places int  // places named in it
	echo   bool // it leaves out what it tells of: "It has not"
	tells  bool // it states something of others; see tells
}

// splitClauses cuts a content run into its clauses. The list lives as long as the
// document.
func (d *document) splitClauses(r run) []clause {
	before := len(d.clauses)
	start, how := r.first, firstClause
	cut := func(end int, next joint, from int) {
		if x := d.trimRun(run{start, end}); x.end > x.first {
			d.clauses = append(d.clauses, clause{runs: d.runsOf(x), joint: how})
		}
		start, how = from, next
	}
	for k := r.first; k < r.end; k++ {
		t := &d.toks[k]
		if k > r.first && t.sent != d.toks[k-1].sent {
			cut(k, sentenceJoint, k)
		}
		if t.kind == openToken && k > r.first {
			if q := &d.quotes[t.quote-1]; q.closed && q.last < r.end && d.toks[q.last].sent == t.sent && !q.speech {
				k = q.last
				continue
			}
		}
		if t.kind == punctToken {
			if next, from := d.markJoint(start, k, r.end); next != firstClause && !(d.char(k) == ',' && d.sharesCopula(k)) {
				cut(k, next, from)
			}
			continue
		}
		if (t.tag == coordTag || t.tag == subTag && d.isAny(k, "while", "whereas", "although", "though")) && !(r.end-k < 6 && d.is(r.end-1, "combined")) && !d.harmList(start, k, r.end) && !d.invertedIf(start, k) && !d.betweenTwo(start, k) && !d.sharesCopula(k) {
			if m, j := d.newClause(k+1, r.end); j != firstClause && d.hasFinite(start, k) {
				cut(k, j, m)
				continue
			} else if d.secondParticiple(start, k, r.end) {
				cut(k, verbJoint, m)
				continue
			}
		}
	}
	cut(r.end, firstClause, r.end)
	return d.clauses[before:len(d.clauses):len(d.clauses)]
}

// sharesCopula reports whether a bare "is" stands before the "and" or comma at token k: "was,
// is and will be Ukrainian" and "is and remains ours" are one clause.
func (d *document) sharesCopula(k int) bool {
	return k > 0 && k+1 < len(d.toks) && d.toks[k-1].tag == auxTag && d.has(k-1, beWord) && (d.has(k+1, beWord) || d.isAny(k+1, "remains", "remain", "remained", "stays") && d.toks[k+1].tag == verbTag || d.has(k+1, modalWord) && d.has(d.pastAdverbs(k+2, len(d.toks)), beWord))
}

// measure types a clause and counts the places it names.
func (d *document) measure(c *clause) {
	for i := range c.runs {
		c.runs[i] = d.cutApposition(c.runs[i])
		f, n := d.typesIn(c.runs[i].first, c.runs[i].end)
		if f.weight > c.find.weight {
			c.find, c.agree = f, n
		}
		for _, m := range d.mentionsIn(c.runs[i].first, c.runs[i].end) {
			if d.isSpot(&m) {
				c.places++
			}
		}
	}
	if c.find.weight == 0 {
		c.find = d.echoed(c.runs)
		c.echo = c.find.weight > 0
	}
	c.tells = d.tells(c.runs)
}

// mergeClauses joins clauses that say one thing: those that have no type of
// their own, and those that name no place of their own.
func (d *document) mergeClauses(list []clause, a *attribution) []clause {
	out := list[:0]
	for _, c := range list {
		n := len(out)
		if n == 0 {
			out = append(out, c)
			continue
		}
		p := &out[n-1]
		if d.standsAlone(p, &c, a) {
			out = append(out, c)
			continue
		}
		last := &p.runs[len(p.runs)-1]
		if first := c.runs[0]; c.joint != goesOnJoint && d.toks[first.first].sent == d.toks[last.end-1].sent && first.first-last.end <= 4 && !d.attributedBetween(last.end, first.first) {
			last.end = first.end
			p.runs = append(p.runs, c.runs[1:]...)
		} else {
			p.runs = append(p.runs, c.runs...)
		}
		if c.find.weight > p.find.weight && (p.find.weight < 66 || c.places > 0 || c.joint != sentenceJoint && c.joint != firstClause) {
			p.find, p.agree = c.find, c.agree
		}
		p.places += c.places
		p.tells = p.tells || c.tells
	}
	return out
}

// attributedBetween reports whether words stand between tokens i and j.
func (d *document) attributedBetween(i, j int) bool {
	for ; i < j; i++ {
		if k := d.toks[i].kind; k == openToken || k == closeToken {
			return true
		}
	}
	return false
}
