package read

import "strings"

// What a capital is as the object of a verb: who is threatened, courted, left uneasy is the
// government; what is struck, left and loved is the town.

// asObject reads a capital as the object of the verb at token k.
func (s *placeScan) asObject(p *spot, k, st, end int) government {
	d := s.d
	to := int(p.to)
	g := government{rule: "metonym.object", from: k, to: int(p.first)}
	switch {
	case d.isOf(k, &namingVerbs), d.toks[k].tag == ingTag && d.isOf(k, &ingPrepositions):
		return government{open: !d.is(k, "surrounding")}
	case s.asCity(to, end), d.isOf(to, &townAdjectives), d.isOf(k, &fondVerbs), d.isOf(k, &shakingVerbs) && s.sceneDoes(k, st):
	case d.toks[k].tag == partTag && !(k > st && d.has(k-1, haveWord|advWord)):
		return government{open: true} // "a weakened Moscow"
	case p.before&(signStrike|signFrom) == 0 && s.signs(k)&(signStrike|signScene|signWar) == 0:
		return g
	case s.signs(k)&signScene == 0 && s.wordsDo(k, st), s.heldTo(k, to, end):
		return g
	}
	return government{town: true}
}

var (
	namingVerbs     = listOf("linked named called include includes included renamed resemble resembles")
	ingPrepositions = listOf("including excluding surrounding following regarding concerning involving neighbouring neighboring")
)

// fondVerbs are what one does to a town that one knows.
var fondVerbs = listOf("love loves loved miss misses missed missing remember remembers remembered explore explored discover discovered paint painted photograph photographed photographing film filmed filming roam roamed adore adored")

// shakingVerbs are what blasts and weather do to a town; what is no blast does it to those who govern.
var shakingVerbs = listOf("shake shakes shook rattle rattles rattled wake wakes woke jolt jolts jolted rock rocks rocked light lit deafen deafens deafened cripple cripples crippled paralyse paralyses paralysed paralyze paralyzes paralyzed choke chokes choked coat coats coated bury buried hammer hammers hammered batter batters battered circle circles circled ring ringed pepper peppered stun stuns stunned protect protects protected split splits")

// asCity reports whether what stands from token k on calls a capital a town: "the undivided capital",
// "as the venue".
func (s *placeScan) asCity(k, end int) bool {
	d := s.d
	const far = 5
	if d.is(k, "as") {
		k++
	}
	if d.tagAt(k) != detTag && d.tagAt(k) != possTag {
		return false
	}
	for j := k + 1; j < min(end, k+far) && d.toks[j].kind == wordToken; j++ {
		switch {
		case d.has(j, settlementWord), d.isOf(j, &cityNouns):
			return true
		case d.toks[j].tag == prepTag, d.toks[j].tag == verbTag:
			return false
		}
	}
	return false
}

// cityNouns are what a town is made or said to be.
var cityNouns = listOf("capital capitals venue venues site location destination target targets hub home host hometown birthplace centre center metropolis stop city place")

// wordsDo reports whether what strikes or reaches the capital, by the verb at token k, is a
// measure or word: "the cuts hit Moscow", "the scandal has shaken Kyiv".
func (s *placeScan) wordsDo(k, st int) bool {
	const near = 3 // tokens: "sanctions have already hit"
	for j := k - 1; j >= st && j >= k-near && s.d.toks[j].kind == wordToken; j-- {
		if s.d.toks[j].tag == nounTag {
			return (s.signs(j)&signDealing != 0 || s.d.has(j, claimNoun)) && !s.ofScene(j)
		}
	}
	return false
}

// heldTo reports whether the verb at token k goes on behind the capital with what one makes of
// somebody: "left Warsaw uneasy", "held Moscow responsible", "took Kyiv to task".
func (s *placeScan) heldTo(k, to, end int) bool {
	d := s.d
	if to >= end || d.toks[to].kind != wordToken && d.toks[to].kind != numberToken || d.toks[to].caps != lowerCase {
		return false
	}
	switch {
	case d.isOf(k, &placingWords), d.isOf(k, &deemWords), d.isAny(k, "take", "takes", "took", "taking", "holding", "keeping", "keep", "keeps", "kept", "attack", "attacks", "attacked", "attacking"):
	default:
		return false
	}
	return d.isOf(to, &heldComplements) || d.isAny(k, "took", "takes", "take") && d.is(k-1, "it") || s.signs(to)&signMood != 0 || (d.isAny(to, "to", "over", "at", "for", "of") && (s.ofDealing(to+1) || d.tagAt(to+1) == possTag && s.ofDealing(to+2))) ||
		(d.toks[to].tag == adjTag || len(d.str(to)) > 4 && strings.HasPrefix(d.str(to), "un")) && !d.isOf(to, &townAdjectives) && s.signs(to)&signPlight == 0
}

var heldComplements = listOf("seriously responsible accountable hostage informed guessing waiting wondering exposed isolated alone uneasy cold scrambling little facing")

// sceneDoes reports whether it is of the scene on the ground what does something by the verb at
// token k: "An explosion shook Kyiv".
func (s *placeScan) sceneDoes(k, st int) bool {
	const near = 3 // tokens
	for j := k - 1; j >= st && j >= k-near && s.d.toks[j].kind == wordToken; j-- {
		if s.d.toks[j].tag == nounTag {
			return s.ofScene(j)
		}
	}
	return false
}
