package read

import "contested/geo"

// settleFall tells the fall of a place from that of things: "the lift shaft fell in",
// "the tenth bomb has just fallen".
func (d *document) settleFall(c *draft) {
	if c.find.typ != geo.Captured || c.find.weight > 86 {
		return
	}
	v := -1
	for k := c.find.first; k < c.find.end; k++ {
		if text := d.lex.lemmas[d.toks[k].lemma].text; text == "fall" && d.toks[k].tag != nounTag || text == "lose" && d.toks[k].tag == partTag {
			v = k
		}
	}
	if v < 0 {
		return
	}
	first := c.runs[0].first
	for _, x := range c.runs {
		if x.first <= v && v < x.end {
			first = x.first
		}
	}
	g := d.verbGroupAt(v, first)
	if g.first <= first {
		return
	}
	k := g.first - 1
	for k > first && (d.toks[k].tag == advTag || d.has(k, advWord)) {
		k--
	}
	if d.landsOn(v, k) {
		c.find.typ = geo.Attack
		return
	}
	p := d.phraseLeft(k, first)
	for !p.empty() && p.first-1 > first && d.toks[p.first-1].tag == prepTag {
		p = d.phraseLeft(p.first-2, first) // "the bomb in X"
	}
	if !p.empty() && d.isOf(p.head, &fallingStructures) && !d.is(v+1, "to") {
		c.find.typ = geo.Damage
		return
	}
	if p.empty() || d.toks[p.head].tag != nounTag || len(d.mentionsIn(p.head, p.head+1)) > 0 || d.has(p.head, settlementWord|hubWord|regionWord|buildingWord|areaWord|compassWord) {
		return
	}
	switch {
	case d.has(p.head, weaponWord):
		c.find.typ = geo.Attack
	case d.isOf(p.head, &fallers):
		c.find = finding{}
	}
}

// fallingStructures are what a blast brings down rather than an army.
var fallingStructures = listOf("tower chimney chimneys mast masts pylon pylons roof wall walls facade balcony dome spire steeple")

// fallers are things that fall without being taken.
var fallers = listOf("shaft lift ceiling tree trees crane pole poles antenna statue monument cross plaster glass leaves apples soldier soldiers man woman child people price prices temperature rouble hryvnia government share numbers number rain snow hail medicine medicines goods cargo grain harvest documents records archives data contact signal books belongings animals livestock jobs night dusk darkness silence curtain light body bodies")

// settleGoingOn tells the taking of a place from what goes on there: who is clearing it or
// squeezing the enemy out of it, or continues to, gets forward.
func (d *document) settleGoingOn(c *draft) {
	if c.find.typ != geo.Captured {
		return
	}
	k := c.find.first
	if d.toks[k].tag != ingTag && d.toks[k].tag != baseTag {
		return
	}
	lo := max(c.partOfFinding().first, k-4)
	m := k - 1
	for m > lo && (d.toks[m].tag == advTag || d.toks[m].tag == toTag) {
		m--
	}
	if m >= lo && (d.isOf(m, &goOnWords) || d.toks[k].tag == ingTag && d.has(m, beWord)) {
		c.find.typ = geo.Advance
	}
}

var goOnWords = listOf("continue continues continued continuing keep keeps kept keeping begin begins began begun beginning start starts started starting")

var (
	landedOnes  = listOf("it they one both two three four five several some others another most all")
	landedPreps = listOf("in on into onto near between behind beside outside short")
	fellWhen    = listOf("spring summer autumn winter fall night morning evening battle siege war end hands course face")
)

// landsOn reports whether what falls at token v, by the pronoun or number at token k, comes down on something:
// "It fell in a park", not "It fell in the spring".
func (d *document) landsOn(v, k int) bool {
	if !d.isOf(k, &landedOnes) || !d.isOf(v+1, &landedPreps) || d.tagAt(v+2) != detTag {
		return false
	}
	p := d.baseRight(v+2, d.sents[d.toks[v].sent].end)
	return !p.empty() && !d.isTime(p.head) && !d.isOf(p.head, &fellWhen) && !d.has(p.head, timeWord|monthWord|weekdayWord)
}
