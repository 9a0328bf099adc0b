package read

// listedVerb reports whether the comma at k stands between two of three or more
// verbs of one subject.
func (d *document) listedVerb(start, k, end int) bool {
	if d.toks[k+1].tag != verbTag || d.has(k+1, sayWord|cueWord) || !d.hasFinite(start, k) {
		return false
	}
	for m := k + 2; m+1 < end && m < k+30; m++ {
		if d.toks[m].tag == coordTag {
			if _, j := d.newClause(m+1, end); j == verbJoint {
				return true
			}
		}
		if d.char(m) == ';' || d.toks[m].tag == relTag {
			return false
		}
	}
	return false
}

// clauseAt reports whether a subject and its verb start at token i.
func (d *document) clauseAt(i, end int) bool {
	p := d.phraseRight(i, end)
	return !p.empty() && p.end < end && d.finite(d.pastAdverbs(p.end, end))
}

// differ reports whether what stands before token k and behind it tells of
// situations of two kinds.
func (d *document) differ(first, k, end int) bool {
	a, _ := d.typesIn(first, k)
	b, _ := d.typesIn(k+1, end)
	return a.weight > 62 && b.weight > 62 && a.typ != b.typ
}

// bothTyped reports whether what stands before token k and what stands behind it
// each tell of a situation.
func (d *document) bothTyped(first, k, end int) bool {
	a, _ := d.typesIn(first, k)
	b, _ := d.typesIn(k+1, end)
	return a.weight > 62 && b.weight > 62
}
