package read

import "contested/geo"

// What a capital means behind prepositions that towns seldom stand behind, when nothing else
// has said: its government, unless somebody goes there or something strikes it.

var (
	linkWords   = listOf("connect connects connected connecting link links linked linking join joins joined joining twinned compared")
	departWords = listOf("summit summits meeting meetings round rounds conference ceremony signing session sessions visit visits scheduled slated pencilled penciled mooted planned discussed board boards boarded boarding embark embarked bags packed leave leaves left leaving bound depart departs departed departing head heads headed heading set sets made make train trains bus buses flight flights convoy battle battles fight fights fighting fought struggle defence defense defenders alert alerts alarm alarms siren sirens curfew forecast snow rain frost fog sun weather warning warnings ticket tickets road roads plane planes")
	strikeWords = listOf("attack attacks attacked strike strikes raid raids assault assaults barrage barrages bombardment bombardments bombing offensive march marched marching advance advances advanced advancing drive drives drove missile missiles drone drones bomb bombs rocket rockets shelling shells launched fired dropped fell fall falls falling rained rain snow fog smoke night descended siege salvo salvos hit hits landed sun light")
	tripWords   = listOf("travel travels travelled traveled travelling traveling fly flies flew flying drive drives drove driving shuttle shuttles shuttled shuttling ply plies commute commuted kilometres kilometers km miles hours")
)

// byPreposition reads a capital behind such a preposition: "impatience with Kyiv", "a choice for
// Moscow", "depends on Beijing", "nerves between Moscow and the West", "up to Kyiv".
func (s *placeScan) byPreposition(p *spot, end int) government {
	d := s.d
	k, st := int(p.first)-1, d.sents[p.sent].first
	if d.lang != geo.English || k <= st || d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase || !s.capital(p) {
		return government{}
	}
	ok := false
	switch {
	case d.isAny(k, "with", "without", "against"):
		ok = !d.anyNear(k, st, &linkWords) && !d.anyNear(k, st, &strikeWords)
	case d.is(k, "for"):
		ok = !d.anyNear(k, st, &departWords) && !(d.isAny(k-1, "meant", "intended", "destined") && d.anyNear(k, st, &strikeWords))
	case d.isAny(k, "on", "upon"):
		ok = !d.anyNear(k, st, &strikeWords)
	case d.is(k, "between"):
		ok = !d.anyNear(k, st, &wayNouns) && !d.anyNear(k, st, &tripWords) && !s.endsAtTown(p, end)
	case d.is(k, "to"):
		ok = k-2 >= st && d.is(k-1, "up") && d.has(k-2, beWord)
	}
	if !ok {
		return government{}
	}
	return government{rule: "metonym.preposition", from: k, to: int(p.first)}
}

// onTheWay reports whether somebody goes between the two towns of which this is one, or
// something joins them: "shuttled between Moscow", "links Warsaw with Kyiv".
func (s *placeScan) onTheWay(p *spot) bool {
	k, st := int(p.first), s.d.sents[p.sent].first
	return s.d.anyNear(k, st, &linkWords) || s.d.anyNear(k, st, &tripWords)
}

// anyNear reports whether one of the words stands a few tokens before token k, in its clause.
func (d *document) anyNear(k, st int, l *wordList) bool {
	const near = 6 // tokens
	for j := k - 1; j >= st && j >= k-near && !d.endsClause(j); j-- {
		if d.isOf(j, l) {
			return true
		}
	}
	return false
}

// endsAtTown reports whether the other of the two that a capital stands between is a place and
// no seat of government: "between Kyiv and Kharkiv".
func (s *placeScan) endsAtTown(p *spot, end int) bool {
	i, to := int(p.index)+1, int(p.to)
	if i >= len(s.spots) || to+1 >= end || !s.d.is(to, "and") || int(s.spots[i].first) != to+1 {
		return false
	}
	return !s.capital(&s.spots[i]) && !s.isCountry(&s.spots[i])
}

// gapped reads a capital as a government where its verb is that of the government before it:
// "Moscow spoke of a drone, Kyiv of a missile".
func (s *placeScan) gapped(p *spot, end int) government {
	d := s.d
	k, to := int(p.first)-1, int(p.to)
	if d.lang != geo.English || to >= end || k <= d.sents[p.sent].first || d.char(k) != ',' && d.char(k) != ';' || !d.isAny(to, "of", "about", "a", "an", "only") || !s.capital(p) || !s.governmentBefore(p) {
		return government{}
	}
	return government{rule: "metonym.gapping", from: k, to: to + 1}
}
