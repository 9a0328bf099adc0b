package read

import "contested/geo"

// What a text measures the distance to from where it is set.
var (
	frontHeads  = listOf("front frontline line guns artillery trenches border fighting war russians enemy positions")
	whereToLook = listOf("at near beyond outside past around by behind in")
	frontSet    = setOf(&awayWords)
)

// frontLies reports whether mention m only tells where the front lies, seen from a place that is spoken
// of: "The front runs nine kilometres to the east, near X", not "nine kilometres from X".
func (d *document) frontLies(m *mention) bool {
	const far = 16 // tokens
	if m.Use != geo.Literal || d.lang != geo.English || m.first < 4 {
		return false
	}
	st := &d.sents[d.toks[m.first].sent]
	if d.lacks(st.first, st.end, &frontSet) {
		return false
	}
	k := m.first - 1
	for k > st.first && d.tagAt(k) != prepTag && m.first-k < 5 {
		k-- // "near the village of X"
	}
	if !d.isOf(k, &whereToLook) {
		return false
	}
	measured := -1
	for k--; k >= st.first && k > m.first-far; k-- {
		switch t := &d.toks[k]; {
		case d.isOf(k, &awayWords):
			measured = k
			for n := k + 1; n < m.first; n++ {
				if d.is(n, "from") || d.is(n, "of") && !d.is(n-1, "village") && !d.is(n-1, "town") && n < m.first-2 {
					return false // "twenty kilometres from here, near X": X is there
				}
			}
		case d.isOf(k, &frontHeads) && measured >= 0 && d.tagAt(k+1) != nounTag:
			return true
		case t.kind == punctToken && d.char(k) != ',', t.tag == thatTag, t.tag == subTag:
			return false
		case d.isOf(k, &frontHeads):
			// "The guns are at X, twenty kilometres from here"
			for n := m.end; n < min(st.end, m.end+5); n++ {
				if d.isOf(n, &awayWords) && d.isAny(n+1, "away", "from", "to") {
					return true
				}
			}
		}
	}
	return false
}
