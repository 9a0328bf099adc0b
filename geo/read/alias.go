package read

var (
	aliasWords = listOf("himself herself sign callsign nicknamed alias called call as by is")
	aliasSet   = setOf(&aliasWords)

	// one of which stands there, too, since "as", "by" and "is" need another
	aliasSigns   = listOf("himself herself sign callsign nicknamed alias called call known goes go went name")
	aliasSignSet = setOf(&aliasSigns)
)

// noteAliases gives the person whom a sentence has spoken of the name that it says he or
// she is called by: "its commander, call sign Boatman", "the man they call Professor",
// "Her name is Nelia Koval".
func (d *document) noteAliases(st *sentence) {
	if d.lacks(st.first, st.end, &aliasSignSet) {
		return
	}
	for i := d.nextOf(st.first+1, st.end, &aliasSet); i < st.end; i = d.nextOf(i+1, st.end, &aliasSet) {
		k := -1
		switch d.word(i) {
		case "sign", "callsign":
			if k = i + 1; d.isAny(k, "of", "is", "was") || d.char(k) == ':' {
				k++
			}
		case "nicknamed", "alias":
			k = i + 1
		case "called":
			if d.isAny(i-1, "be", "is", "was") {
				k = i + 1
			}
		case "call":
			if d.toks[i-1].tag == pronTag {
				k = i + 1
			}
		case "himself", "herself":
			if d.isAny(i-1, "calls", "called", "call", "names") && !d.is(i+1, "as") {
				k = i + 1
			}
		case "as":
			if d.isAny(i-1, "known", "himself", "herself") || d.is(i-1, "name") && d.isAny(i-2, "his", "her", "their") {
				k = i + 1
			}
		case "by":
			if d.isAny(i-1, "goes", "go", "went") {
				k = i + 1
			}
		case "is":
			if d.is(i-1, "name") && d.isAny(i-2, "his", "her") || d.is(i-1, "sign") {
				k = i + 1
			}
		}
		if k < 0 || k >= st.end {
			continue
		}
		if d.toks[k].kind == openToken {
			k++
		}
		end := k
		for end < st.end && end < k+3 && d.toks[end].kind == wordToken && d.toks[end].caps != lowerCase {
			end++
		}
		if end == k || len(d.recent) == 0 {
			continue
		}
		n := int(d.recent[len(d.recent)-1])
		if o := &d.actors[n-1]; o.human && !o.plural && d.toks[o.last].sent >= d.toks[k].sent-1 {
			d.bySurname[d.hashOf(end-1)] = n
		}
	}
}

// calledSo is the person whom a single capitalised word names that is an alias: 1 + its
// index, 0 for none.
func (d *document) calledSo(p np) int {
	k := p.first
	if d.toks[k].kind == openToken {
		k++
	}
	if p.head != k || d.toks[k].caps == lowerCase || len(d.bySurname) == 0 {
		return 0
	}
	n := d.bySurname[d.hashOf(k)]
	if n == 0 || d.hashOf(k) == d.actors[n-1].surname {
		return 0
	}
	return n
}
