package read

// enumerated is the subject of a verb in a list of cues: "denied that C1,
// acknowledged that C2, and predicted that C3".
func (d *document) enumerated(g verbGroup, j, lo, hi int) np {
	if d.char(j) != ',' || g.first != j+1 || g.end >= hi || d.toks[g.verb].tag != verbTag {
		return np{}
	}
	_, after := d.cueLemma(g.verb, hi)
	if after >= hi || d.toks[after].kind == punctToken {
		return np{}
	}
	if p := d.phraseRight(after, hi); d.toks[after].tag != thatTag && !p.empty() && (p.end >= hi || d.char(p.end) == ',' || d.char(p.end) == '.') {
		return np{} // ", said X"
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		a := &d.attrs[n]
		if a.weak || a.subject.empty() || a.inner != (d.speechAt(g.verb) >= 0) || d.toks[a.subject.head].tag == relTag {
			continue // "X, who calls himself Y, sees": who is in the aside only
		}
		for _, c := range a.content {
			if c.end == j && c.first >= a.cue.end {
				return a.subject
			}
		}
	}
	return np{}
}

// farBack bounds how many tokens back another subject is looked for.
const farBack = 120

// sharedSubject is the subject of the nearest finite verb before g in the
// sentence: for ", adding that", "and said", "refused to say".
func (d *document) sharedSubject(g verbGroup, lo int) (np, subjectKind) {
	// "X said C and warned that", ", adding that": who spoke before goes on
	from := lo
	for k := g.first - 1; k > lo && k > g.first-farBack; k-- {
		if d.char(k) == ';' && d.toks[k].kind == punctToken && d.hasFinite(k, g.first) {
			from = k // another clause has another subject
			break
		}
	}
	if j := g.first - 1; g.reduced && j-1 > lo && d.char(j) == ',' {
		// "…; a diplomat, asking not to be named, called it"
		if p := d.phraseLeft(j-1, lo); !p.empty() && p.first > lo && d.char(p.first-1) == ';' && d.toks[p.first-1].kind == punctToken {
			return p, subjectShared
		}
	}
	// "X claimed that C, but Y disputed this and noted that"
	for k := g.first - 1; k > from && k > g.first-farBack && d.tagAt(g.first-1) == coordTag; k-- {
		if d.toks[k].tag != verbTag || !d.has(k, cueWord) {
			continue
		}
		h := d.verbGroupAt(k, lo)
		if j := h.first - 1; !h.infinitive && !h.reduced && j > lo && (d.nominal(j) || d.toks[j].tag == pronTag) {
			if p := d.phraseLeft(j, lo); !p.empty() && p.first-1 > lo && d.isAny(p.first-1, "but", "while", "whereas", "although") {
				return d.relativeHead(p, lo), subjectShared
			}
		}
		break
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= from; n-- {
		if a := &d.attrs[n]; a.cue.end <= g.first && !a.subject.empty() && !d.isAny(a.subject.head, "what", "which") && a.rule != "attr.K-noun" && a.rule != "attr.E-according" && (a.inner == (d.speechAt(g.verb) >= 0)) {
			return a.subject, subjectShared
		}
	}
	for k := g.first - 1; k >= lo; k-- {
		t := &d.toks[k]
		if t.kind == closeToken && d.isSpeechEnd(k) && d.toks[g.verb].quote != t.quote {
			k = d.quotes[t.quote-1].first
			continue
		}
		if t.tag != verbTag && t.tag != auxTag {
			continue
		}
		h := d.verbGroupAt(k, lo)
		if h.infinitive || h.reduced {
			continue
		}
		j := h.first - 1
		if j < lo {
			continue
		}
		switch d.toks[j].tag {
		case pronTag, nounTag, nameTag, numTag, adjTag, detTag:
			if p := d.phraseLeft(j, lo); !p.empty() {
				if q := d.beforeCount(p, lo); !q.empty() {
					p = q
				}
				return d.relativeHead(p, lo), subjectShared
			}
		case relTag:
			return np{j, j + 1, j}, subjectWho
		}
		if c := d.char(j); c == ',' || c == ')' || d.toks[j].kind == dashToken {
			if p, ok := d.beforeAside(j, lo); ok {
				return p, subjectShared
			}
		}
	}
	// "X said Y", inverted: the subject behind a cue before it
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if a := &d.attrs[n]; a.cue.first < g.first && !a.subject.empty() {
			return a.subject, subjectShared
		}
	}
	// a phrase that stands alone before a participle: "Officials in Kyiv, citing …"
	if j := g.first - 1; j > lo && d.char(j) == ',' {
		if p := d.phraseLeft(j-1, lo); !p.empty() {
			return p, subjectShared
		}
	}
	// participles at the start of a sentence: "Speaking in Warsaw, X"
	return np{}, subjectShared
}
