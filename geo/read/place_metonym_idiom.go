package read

import "contested/geo"

// Turns of speech that are used of those who govern: "stood by its account", "looked the
// other way", "lost patience", "in Moscow's interest", "a gesture towards Kyiv".

var (
	firmVerbs = listOf("stand stands stood standing")
	firmWays  = listOf("by behind firm pat aloof accused")
	gazeVerbs = listOf("look looks looked looking")
	gazeWays  = listOf("away on set askance at to for forward into")
	stayVerbs = listOf("stay stays stayed staying keep keeps kept keeping steer steers steered")
	holdVerbs = listOf("hold holds held holding keep keeps kept keeping")
	heldOwn   = listOf("breath nerve fire tongue ground course own distance counsel word promise options promises cool peace silence")
	loseVerbs = listOf("lose loses lost losing")
	lostOwn   = listOf("patience nerve faith trust interest appetite temper bet argument gamble initiative ally allies support confidence will hope vote case leverage momentum face war")
	ownOrThe  = listOf("its their the all any a an some")
)

// idiom reports whether the verb at token k, with what follows it, is said of a government
// where the verb alone could be said of a town.
func (s *placeScan) idiom(k, end int) bool {
	d := s.d
	if d.lang != geo.English || k+1 >= end {
		return false
	}
	j := k + 1
	own := j
	for own < end && d.isOf(own, &ownOrThe) {
		own++
	}
	switch {
	case d.isOf(k, &firmVerbs):
		return d.isOf(j, &firmWays)
	case d.isOf(k, &gazeVerbs):
		return d.isOf(j, &gazeWays) || d.is(j, "the") && d.is(j+1, "other")
	case d.isOf(k, &loseVerbs):
		return d.isOf(own, &lostOwn)
	case d.isOf(k, &stayVerbs) && d.isAny(j, "out", "clear") && d.is(j+1, "of"):
		return !d.isAny(j+2, "reach", "range", "action", "bounds")
	case d.isOf(k, &stayVerbs) && d.isAny(j, "aloof", "neutral", "mum"), d.isOf(k, &stayVerbs) && d.is(j, "on") && d.is(j+1, "the"):
		return true
	}
	return d.isOf(k, &holdVerbs) && d.isOf(own, &heldOwn)
}

var (
	heldInName  = listOf("interest interests hands favour favor court gift eyes telling reading view sights orbit camp pocket debt calculus estimation opinion grip power line way shoes")
	towardsWord = listOf("towards toward")
	bearingOn   = listOf("gesture gestures step steps overture overtures tone stance attitude attitudes policy policies hostility obligations line softness goodwill signal signals tilt leaning sympathy sympathies concession concessions turn shift move moves coolness warmth")
	sharedWords = listOf("shared resented dismissed rejected welcomed believed acknowledged debated discussed drafted echoed supported opposed")
	viewWords   = listOf("view views idea ideas assessment proposal position reading opinion demand argument analysis worry sentiment plan draft")
)

// wordsSent are what comes from a government.
var wordsSent = listOf("silence word words answer reply response threats threat assurances assurance denial denials protest protests praise condemnation congratulations signals hints warnings warning")

// inItsName reports whether what the capital before the possessive at token k has, behind
// "in", is its government's: "in Washington's interest".
func (s *placeScan) inItsName(p *spot, k, end int) bool {
	d := s.d
	if d.lang != geo.English || !s.capital(p) {
		return false
	}
	if d.isAny(int(p.first)-1, "over", "behind", "on", "at") {
		return d.isAny(k+1, "head", "heads", "back", "terms", "behest", "expense", "request", "insistence", "watch")
	}
	if p.before&signIn == 0 || !d.is(int(p.first)-1, "in") {
		return false
	}
	return k+1 < end && d.isOf(k+1, &heldInName) || k+1 < end && d.toks[k+1].kind == punctToken && p.index > 0 && s.governmentBefore(p)
}

// turnedTo reports whether the words up to the preposition at token k, before the name of a
// capital, are those of dealing with who governs there: "a gesture towards", "It was left to",
// "a view widely shared in", "met with silence in".
func (s *placeScan) turnedTo(p *spot, k, to, st int) bool {
	const far = 6 // tokens
	d := s.d
	switch {
	case d.is(k, "from") && k == st && d.isAny(to, "came", "comes", "come"):
		return d.anyOf(to+1, min(to+far, len(d.toks)), &wordsSent) // "From Moscow came only silence"
	case k <= st:
		return false
	case d.isAny(k, "does", "do", "did", "has", "is", "was", "will", "would"):
		return d.isAny(k-1, "so", "nor", "neither") && s.governmentBefore(p) // "so does Warsaw"
	case d.is(k, "for"):
		return d.char(k-1) == ';' && d.char(to) == ',' && s.governmentBefore(p) // "For Moscow, X is a symbol; for Kyiv, it was a junction"
	case d.is(k, "on"):
		for j := k - 1; j >= st && j > k-far; j-- {
			if d.isAny(j, "pressure", "onus", "burden", "blame") {
				return true // "Pressure is mounting on Kyiv"
			}
		}
	case d.isOf(k, &towardsWord):
		return d.isOf(k-1, &bearingOn)
	case d.is(k, "to"):
		return d.isAny(k-1, "left", "falls", "fell") && (d.is(to, "to") || d.is(k-2, "it")) || d.is(k-1, "goes") && d.isAny(k-2, "bill", "credit", "blame", "thanks")
	case d.is(k, "in") && d.is(k-1, "silence") && d.is(k-2, "with"):
		return true
	case d.is(k, "in") && d.isOf(k-1, &sharedWords):
		for j := k - 2; j >= st && j > k-far; j-- {
			if d.isOf(j, &viewWords) {
				return true
			}
		}
	}
	return false
}

// spotNouns are what lies "close to" a town.
var spotNouns = listOf("spot point area airfield depot base field flat fell landed is are was were")

// besideTown reports whether "close" at token k says how near something lies: "a village close to
// Minsk", not "a diplomat close to Paris".
func (s *placeScan) besideTown(k, st int) bool {
	d := s.d
	return d.is(k, "close") && k > st && (d.has(k-1, settlementWord|buildingWord) || d.isOf(k-1, &spotNouns))
}
