package read

// What an outlet takes back of what it wrote itself.
var (
	beforeWords     = listOf("earlier previously initially")
	reportingWords  = listOf("we our version post entry report item headline tweet update bulletin article story edition")
	versionWords    = listOf("version")
	correctionWords = listOf("correction corrected clarification clarified erratum")
	reportingSet    = setOf(&reportingWords)
	beforeSet       = setOf(&beforeWords)
	insteadWords    = listOf("wrong incorrect instead actually only mistaken mistake error inaccurate fact rather now")
)

// farCorrection is how many sentences behind the word "correction" its outlet tells what it
// wrote before.
const farCorrection = 3

// takesBack reports whether sentence s tells what the outlet itself wrote before and was
// wrong about: "Correction: we reported earlier that C.", "An earlier version said
// that C.", "Earlier we reported that C. Police now say it was not so."
func (d *document) takesBack(s int) bool {
	st := &d.sents[s]
	if d.lacks(st.first, st.end, &reportingSet) || d.lacks(st.first, st.end, &beforeSet) {
		return false
	}
	if !d.anyOf(st.first, st.end, &reportingWords) || !d.anyOf(st.first, st.end, &beforeWords) {
		return false
	}
	if d.anyOf(st.first, st.end, &versionWords) {
		return true // "An earlier version of this article said that C."
	}
	if !d.ofItsOwn(st) {
		return false
	}
	for k := s; k >= max(0, s-farCorrection) && d.sents[k].block == st.block; k-- {
		if d.anyOf(d.sents[k].first, min(d.sents[k].end, d.sents[k].first+4), &correctionWords) {
			return true
		}
	}
	if s+1 >= len(d.sents) || d.sents[s+1].block != st.block {
		return false
	}
	next := &d.sents[s+1]
	for i := next.first; i < next.end; i++ {
		if d.has(i, negWord) || d.isOf(i, &insteadWords) {
			return true
		}
	}
	return false
}

// ofItsOwn reports whether a sentence speaks of what the outlet has written: "we reported
// earlier", "An earlier post said".
func (d *document) ofItsOwn(st *sentence) bool {
	for k := st.first; k < st.end; k++ {
		if d.isAny(k, "we", "our") || d.isAny(k, "earlier", "previous") && d.isOf(k+1, &reportingWords) {
			return true
		}
	}
	return false
}
