package read

import "contested/geo"

// What is said of a capital, from its verb on: of the town, "Kyiv has no power", "Kyiv is
// dark", or of the government there, "Kyiv has no plans", "Kyiv is wary".

// predicateOf reads the verb right behind the name, adverbs aside: "Moscow is under
// pressure", "In return Moscow would freeze the front", "Washington played down the report".
func (s *placeScan) predicateOf(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	joined := p.before == signPair && d.is(int(p.first)-1, "and")
	if k >= end || d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase {
		return government{}
	}
	if !s.opensClause(p) && !joined && (p.before&^signOf != 0 || !d.has(k, modalWord)) {
		return government{}
	}
	g := s.predicated(p, k, end)
	g.shared = g.rule == "metonym.subject" && joined || g.rule != "" && p.list > 0 && d.is(int(p.first)-1, "and")
	return g
}

// predicated reads the verb at token k as that of the name, whatever stands between.
func (s *placeScan) predicated(p *spot, k, end int) government {
	d := s.d
	from := k
	for k+1 < end && d.has(k, advWord) && !d.has(k, verbWord) {
		k++ // "Kyiv then pulled its men out"
	}
	if d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase {
		return government{}
	}
	if s.idiom(k, end) {
		return government{rule: "metonym.subject", from: from, to: k + 2}
	}
	if s.townFate(k, end) || d.has(k, haveWord) && s.townLives(s.mainVerb(k, end), end) {
		return government{town: true}
	}
	if d.has(k, beWord) || d.lang == geo.English && d.isOf(k, &copularVerbs) {
		return s.isSaidOf(p, k, end)
	}
	verb := k
	if d.has(k, modalWord) {
		for verb++; verb < end && d.has(verb, advWord|negWord); verb++ {
		}
	}
	switch {
	case verb >= end || d.toks[verb].kind != wordToken && !d.has(verb-1, negWord) || d.has(verb, beWord) || s.signs(verb)&signPlight != 0 || s.townFate(verb, end):
	case verb > k && d.toks[verb].kind == punctToken && d.has(verb-1, negWord):
		return government{rule: "metonym.modal", from: from, to: verb} // "Kyiv would not."
	case verb > k && (!d.has(verb, haveWord) || d.is(verb+1, "to")):
		return government{rule: "metonym.modal", from: from, to: verb + 1}
	case verb == k && (d.has(k, modalWord) || d.has(k, haveWord) || s.acts(k)):
		return government{rule: "metonym.subject", from: from, to: k + 1}
	}
	return government{}
}

// townLives reports whether the verb at token k, a participle behind "has", tells what a town and
// those in it go through: "has slept three hours", "has learned to sleep in corridors".
func (s *placeScan) townLives(k, end int) bool {
	if k+2 < end && s.d.toks[k+1].tag == toTag {
		k += 2
	}
	return k < end && s.signs(k)&signPlight != 0 && !s.gains(k, end) && !s.idiom(k, end) && !s.rulesOver(k, end)
}

// dealtWith are participles of what is done to governments and to no town.
var dealtWith = listOf("drawn dragged sidelined isolated consulted informed notified briefed courted snubbed bypassed cornered rewarded punished emboldened appeased humiliated pressured pressed urged asked told warned blamed accused represented")

// copularVerbs tell what something is, becomes or seems.
var copularVerbs = listOf("remain remains remained stay stays stayed seem seems seemed look looks looked sound sounds sounded feel feels felt grew become becomes became")

// isSaidOf reads what the name "is", behind the copular verb at token k: most adjectives
// are said of governments, "Kyiv is wary", and those of towns are listed.
func (s *placeScan) isSaidOf(p *spot, k, end int) government {
	d := s.d
	if d.lang != geo.English {
		return government{}
	}
	j, quoted := k+1, false
	for j < end && (d.has(j, advWord|negWord) && d.toks[j].tag != adjTag || d.isAny(j, "less", "more", "half") || d.toks[j].kind == openToken) {
		quoted = quoted || d.toks[j].kind == openToken
		j++
	}
	g := government{rule: "metonym.mood", from: k, to: j + 1}
	v := j
	if d.is(v, "being") {
		v++ // "is being sidelined"
	}
	if v < end && d.isOf(v, &dealtWith) && (d.toks[v].tag == partTag || d.toks[v].tag == adjTag) {
		return g
	}
	switch {
	case j >= end || d.toks[j].kind != wordToken:
	case s.complement(k, end), quoted && d.is(int(p.first)-1, "that"):
		return g
	case s.townIs(j, end) || s.signs(j)&(signPlight|signStrike|signScene|signWar|signCompass) != 0:
		return government{town: true}
	case s.quality(j, end), s.signs(j)&signMood != 0:
		return g
	case d.is(j, "to") && j+1 < end && d.has(j+1, verbWord) && !d.has(j+1, beWord|haveWord) && d.has(k, beWord):
		g.rule = "metonym.modal" // "Kyiv is to receive more jets"
		return g
	}
	return government{}
}

// quality reports whether token j is an adjective that stands alone behind its verb, "is
// wary of", "was no warmer", "remains unconvinced", with no noun behind it.
func (s *placeScan) quality(j, end int) bool {
	d := s.d
	switch w := d.str(j); {
	case j+1 < end && d.toks[j+1].tag == nounTag:
		return false
	case d.toks[j].tag == adjTag:
		return true
	default:
		return len(w) > 5 && (w[:2] == "un" && w[len(w)-2:] == "ed" || w[len(w)-2:] == "er" && d.has(j-1, advWord|negWord))
	}
}

// townIs reports whether the word at token j, behind "is", is said of towns: "far from the
// front", not "far from taking the town".
func (s *placeScan) townIs(j, end int) bool {
	d := s.d
	if j >= end || !d.isOf(j, &townAdjectives) {
		return false
	}
	return j+1 >= end || d.toks[j+1].tag != ingTag && !d.is(j+1, "apart") && !(j+2 < end && d.isAny(j+1, "to", "from") && (d.toks[j+2].tag == ingTag || d.isAny(j+2, "a", "an", "any") && d.isAny(j+3, "deal", "agreement", "compromise", "truce", "ceasefire", "breakthrough", "decision", "victory", "swap", "settlement", "accord", "pact", "understanding", "exchange")))
}

// townAdjectives are what a town is and a government is not.
var townAdjectives = listOf("dark quiet calm tense empty safe safer unsafe cold colder hot hotter busy hard harder easy easier strange expensive cheap lovely lonely large larger big bigger small smaller far close near nearby full peaceful dangerous deserted unrecognisable unrecognizable beautiful old grey gray foggy noisy loud alive home snowy rainy wet dry dusty smoky reachable unreachable accessible inaccessible intact unscathed untouched unharmed undamaged lively crowded next visible unprotected defenceless defenseless overcrowded famous known populous livable powerless asleep awake awash ablaze aflame afire alight warm without under")

// townFate reports whether the verb at token k, with what follows it, tells what happens to
// a town: "came under fire", "went dark", "has no heating", "saw its worst night".
func (s *placeScan) townFate(k, end int) bool {
	d := s.d
	if d.lang != geo.English || k+1 >= end || !d.isOf(k, &fateVerbs) {
		return false
	}
	if d.has(k, haveWord) && d.toks[k+1].tag == partTag && d.isOf(k+1, &undergone) {
		k++ // "has seen forty nights of protests"
	}
	switch j := k + 1; {
	case d.is(j, "back") && d.isAny(k, "get", "gets", "got", "gotten"):
		return false // "gets back the plant"
	case d.isAny(k, "come", "comes", "came"):
		return d.is(j, "under") && !d.isAny(j+1, "pressure", "criticism", "scrutiny", "suspicion")
	case d.isAny(k, "go", "goes", "went"):
		return d.isAny(j, "dark", "black", "quiet", "without", "to", "up", "silent") && !d.isAny(j+1, "war", "great")
	case d.is(k, "left"):
		return d.isOf(j, &townAdjectives) && d.has(k-1, beWord) // "was left without power"
	}
	const near = 5 // tokens: "its heaviest drone attack"
	for j := k + 1; j < min(end, k+1+near); j++ {
		switch t := &d.toks[j]; {
		case t.kind == numberToken && d.has(k, haveWord):
			return true // "has 2.9 million inhabitants"
		case d.isOf(j, &crossingNouns) && d.isAny(k, "shut", "shuts", "closed", "closes", "reopened", "reopens"):
			return false // "shut the bridge"
		case s.ofTown(j), d.has(j, buildingWord|peopleWord), d.isOf(j, &townEvents):
			return true
		case t.tag == prepTag && !d.is(j, "of"), t.tag == verbTag, t.kind == punctToken, t.tag == partTag:
			return false
		}
	}
	return false
}

// crossingNouns are what a state opens and shuts.
var crossingNouns = listOf("border borders frontier crossing crossings bridge bridges checkpoint checkpoints airspace embassy consulate consulates sky")

// undergone are participles of what a town goes through.
var undergone = listOf("seen had gone come received spent buried")

// fateVerbs are the verbs of townFate.
var fateVerbs = listOf("come comes came go goes went has have had see sees saw get gets got receive receives received spent counts counted buried buries left shut shuts closed closes reopened reopens restored restores seen gone")

// townEvents are what a town goes through.
var townEvents = listOf("attack attacks strike strikes shelling bombardment barrage explosion explosions blast blasts raid raids drones missiles outage outages blackout blackouts fire fires rain snow frost heatwave storm casualties dead inhabitants light supply heat gas alert alerts sirens destruction damage")
