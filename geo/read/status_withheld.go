package read

import "contested/geo"

// Sentences that look like verification and are none: nobody has contradicted what was said, or
// one of the sides does not speak of it.

var denyingVerbs = listOf("deny denied denies denying dispute disputed disputes contradict contradicted contradicts reject rejected rejects dismiss dismissed dismisses refute refuted refutes challenge challenged rule")

// undenied reports whether a verb of denying among tokens [i, end) is denied itself: "no government has
// contradicted them", "has not denied it".
func (d *document) undenied(i, end int, st *sentence) bool {
	const near = 4 // tokens
	for i < end && !d.isOf(i, &denyingVerbs) {
		i++
	}
	if i == end {
		return false
	}
	for k := i - 1; k >= st.first && k > i-near && d.toks[k].kind == wordToken; k-- {
		if d.has(k, negWord) && !d.is(k+1, "only") {
			return true
		}
	}
	first := i
	for first > st.first && !d.endsClause(first-1) && d.toks[first-1].tag != coordTag && d.toks[first-1].tag != subTag {
		first--
	}
	return d.isAny(first, "no", "nobody", "nothing", "neither", "none", "nor") || d.isAny(first+1, "no", "nobody", "neither") && d.toks[first].tag == advTag
}

// withholds reports whether words of not confirming, at tokens [i, end), only tell that one of
// the two sides has not confirmed what the other said, "Kyiv did not confirm this", or that who
// spoke has not confirmed something else.
func (d *document) withholds(i, end int, st *sentence) bool {
	k := i
	for k < end && !d.isAny(k, "confirm", "confirmed") {
		k++
	}
	if k == end {
		return false
	}
	n := d.unable(k, true, st)
	if n < 0 || d.anyOf(max(st.first, n-2), k, &couldWords) || d.is(n, "nothing") {
		return false
	}
	for m := n; m < k; m++ {
		if d.isAny(m, "independent", "independently", "been", "be", "immediately") {
			return false
		}
	}
	if d.tagAt(k+1) == thatTag || d.is(k+1, "that") && !d.endsClause(k+2) {
		return true // "did not confirm that C": of C, not of what was told before
	}
	for m := n - 1; m >= st.first && m > n-4; m-- {
		if d.isAny(m, "he", "she") {
			return true // "What he would not confirm was": of something else than he said before
		}
	}
	return d.sideIn(st.first, n) != geo.UnknownParty
}

// openClaims marks the claims of the block of sentence s, whose first sentence it is, that a
// label calls unconfirmed: "Unconfirmed claims: Russian sources claimed that C."
func (d *document) openClaims(s, next int) {
	const far = 4 // tokens of the label
	b := d.sents[s].block
	k := d.blocks[b].first
	if !d.isAny(k, "unconfirmed", "unverified", "unsubstantiated", "uncorroborated") || !d.has(k+1, claimNoun) {
		return
	}
	colon := k + 2
	for colon < k+far && d.char(colon) != ':' {
		colon++
	}
	if d.char(colon) != ':' {
		return
	}
	for n := next; n < len(d.drafts) && d.sents[d.drafts[n].sent].block == b; n++ {
		if x := &d.drafts[n]; x.attr > 0 && x.status == geo.NoStatus {
			x.status, x.checked = geo.Unverified, s
			x.why = append(x.why, geo.Evidence{Rule: "status.words", Span: d.span(k, colon)})
		}
	}
}
