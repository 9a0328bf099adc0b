package read

// What keeps places of one name apart.
var (
	namedApart   = listOf("meant named mentioned")
	apartSigns   = listOf("namesake namesakes same confused mistaken mixed village town settlement city one place hamlet")
	explainSigns = listOf("meant named mentioned one confused")
	apartSet     = setOf(&apartSigns)
	explainSet   = setOf(&explainSigns)
	compassWords = listOf("east west north south near in of outside northeast northwest southeast southwest beyond on")
)

// apart reports whether sentence k only keeps places of one name apart, so that none of
// them is what the text goes on about: "The X of the bulletins is the village east of Y; the
// other X lies 170 kilometres to the south".
func (a *anaphors) apart(k int) bool {
	if a.namesIn != k+1 {
		a.namesIn, a.names = k+1, a.d.keepsApart(run{a.d.sents[k].first, a.d.sents[k].end})
	}
	return a.names
}

// keepsApart reports whether a sentence only keeps places of one name apart.
func (d *document) keepsApart(x run) bool {
	if len(d.mentionsIn(x.first, x.end)) < 2 {
		return false
	}
	if d.explainsName(x) {
		return true
	}
	if d.lacks(x.first, x.end, &apartSet) {
		return false
	}
	for k := x.first + 1; k+3 < x.end; k++ {
		switch {
		case d.isOf(k, &namesakeWords), d.is(k, "same") && d.is(k+1, "name"), d.is(k, "be") && d.isAny(k+1, "confused", "mistaken", "mixed"):
			return true
		case d.is(k, "is") && d.is(k+1, "the") && d.isAny(k+2, "village", "town", "settlement", "city", "one", "place", "hamlet") && d.isOf(k+3, &compassWords):
			m := d.baseRight(x.first, x.end)
			return !m.empty() && m.end <= k && len(d.mentionsIn(x.first, k)) > 0
		}
	}
	return false
}

// explainsName reports whether the clause x only keeps places of one name apart: "The X
// meant here is not the one near Y".
func (d *document) explainsName(x run) bool {
	if d.lacks(x.first, x.end, &explainSet) {
		return false
	}
	for k := x.first + 1; k+2 < min(x.end, x.first+12); k++ {
		switch {
		case d.isOf(k, &namedApart) && d.isAny(k+1, "here", "above", "below") && d.has(k+2, beWord):
			return true
		case d.has(k, beWord) && d.is(k+1, "not") && (d.is(k+2, "the") && d.is(k+3, "one") && d.isAny(k+4, "near", "in", "of", "outside", "by") || d.is(k+2, "to") && d.is(k+4, "confused")):
			return len(d.mentionsIn(x.first, x.end)) > 0
		}
	}
	return false
}
