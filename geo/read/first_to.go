package read

var firstWords = listOf("first last only earliest")

// firstTo: "The first to report that C was the channel X", "Among the first to write of C were
// two bloggers": who speaks stands behind the content.
func (d *document) firstTo(a *attribution, g verbGroup, after, lo, hi int) bool {
	const far = 50 // tokens of the content
	k := g.first - 1
	if !g.infinitive || k < lo || !d.leadsFirst(k, lo) {
		return false
	}
	for k = after + 1; k+1 < hi && k < after+far; k++ {
		if !d.has(k, beWord) || d.toks[k].tag != auxTag && d.toks[k].tag != verbTag || d.tagAt(k-1) == auxTag || d.quoted(k) != d.quoted(after) {
			continue
		}
		p := d.phraseRight(k+1, hi)
		if !d.mayTell(p) || p.end < hi && !d.endsClause(p.end) && d.toks[p.end].verb&(partForm|ingForm) == 0 {
			continue
		}
		that, finite := d.toks[after].tag == thatTag, d.hasFinite(after, k)
		if that && !finite {
			continue // the clause has no verb yet
		}
		a.rule, a.source, a.subject, a.that = "attr.B-that", p, p, that
		if !finite {
			a.rule = "attr.F-object"
		}
		a.content = []run{{after, k}}
		return true
	}
	return false
}

// leadsFirst reports whether the words from the start of a sentence or clause to token k say
// that somebody was the first: "Among the first", "The only account".
func (d *document) leadsFirst(k, lo int) bool {
	if !d.isOf(k, &firstWords) {
		if d.toks[k].tag != nounTag || k-1 < lo || !d.isOf(k-1, &firstWords) {
			return false
		}
		k--
	}
	for k--; k >= lo && d.isAny(k, "the", "among", "very"); k-- {
	}
	return k < lo || d.endsClause(k) || d.toks[k].tag == coordTag
}
