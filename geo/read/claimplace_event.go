package read

import "contested/geo"

// farEvent is how many sentences behind the first word of a strike its victims and
// its damage may still be told without its place.
const farEvent = 4

// sameEvent gives victims and damage that are told without a place the place of the
// strike that was told of last, by the same speaker if there is one: "A bomb hit X, the
// governor said, while troops spoke of assaults on Y. ¶ Two houses were destroyed, he
// added."
func (d *document) sameEvent(c *draft) bool {
	if c.find.typ != geo.Casualties && c.find.typ != geo.Damage {
		return false
	}
	best := -1
	last := d.lastDrafts()
	for k := len(last) - 1; k >= 0; k-- {
		x := &last[k]
		if x.sent >= c.sent || x.sent < c.sent-farEvent || len(x.places) == 0 || !ofHarm(x.find.typ) || x.polarity == geo.Negated || d.partyOf(x) != d.partyOf(c) {
			continue
		}
		if x.who.actor == c.who.actor {
			best = k
			break
		}
		if best < 0 && x.find.typ != geo.Attack {
			best = k
		}
	}
	if best < 0 {
		return false
	}
	p := last[best].places[0]
	p.Anaphor = true
	c.places = append(c.places, p)
	c.why = append(c.why, geo.Evidence{Rule: "place.event", Span: p.Span})
	return true
}

var (
	harmNouns = listOf("outage blackout explosion explosions blast blasts strike strikes attack fire blaze incident shelling bombardment hit deaths damage crash collapse accusation accusations allegation allegations")
	thatOrThe = listOf("the that this")
)

// thatEvent gives a claim that speaks of "the outage", "this strike" the place of the harm
// told of right before it, whoever told of it.
func (d *document) thatEvent(c *draft) bool {
	const near = 2 // sentences
	if !d.pointsAtEvent(c) {
		return false
	}
	var event *draft
	last := d.lastDrafts()
	for k := range last {
		if x := &last[k]; x.sent <= c.sent && x.sent >= c.sent-near && len(x.places) > 0 && ofHarm(x.find.typ) && (event == nil || x.runs[0].first > event.runs[0].first) && x.runs[0].first < c.runs[0].first {
			event = x
		}
	}
	if event == nil || event.sent < c.sent-1 {
		if d.placeToldBefore(c) {
			return true
		}
	}
	if event == nil {
		return false
	}
	p := event.places[0]
	p.Anaphor = true
	c.places = append(c.places, p)
	c.why = append(c.why, geo.Evidence{Rule: "place.event", Span: p.Span})
	return true
}

// pointsAtEvent: "confirmed the strike", "this explosion".
func (d *document) pointsAtEvent(c *draft) bool {
	for _, x := range c.runs {
		for k := x.first; k+1 < x.end; k++ {
			if d.isOf(k, &thatOrThe) && d.isOf(k+1, &harmNouns) && (k+2 >= x.end || d.toks[k+2].tag != nounTag && !d.is(k+2, "of") && !d.is(k+2, "on")) {
				return true
			}
		}
	}
	return false
}

var dealNouns = listOf("offer proposal plan deal demand ultimatum idea swap step truce ceasefire pause exchange concession bargain scheme arrangement")

// thatPlan gives a claim that begins with "the offer", "such a swap" the places of the withdrawal,
// the truce or the territory that was told of right before.
func (d *document) thatPlan(c *draft) bool {
	const (
		near = 2 // sentences
		most = 2 // places
	)
	k := c.runs[0].first
	switch {
	case d.isOf(k, &thatOrThe):
		k++
	case d.is(k, "such") && d.isAny(k+1, "a", "an"):
		k += 2
	default:
		return false
	}
	if !d.isOf(k, &dealNouns) || k+1 >= c.runs[0].end || d.tagAt(k+1) == prepTag || d.toks[k+1].tag == nounTag || d.toks[k+1].tag == nameTag {
		return false
	}
	last := d.lastDrafts()
	for n := len(last) - 1; n >= 0; n-- {
		x := &last[n]
		if x.sent > c.sent || x.sent < c.sent-near || len(x.places) == 0 || x.runs[0].first >= c.runs[0].first {
			continue
		}
		switch x.find.typ {
		case geo.Withdrawal, geo.WithdrawalDemanded, geo.Ceasefire, geo.TerritoryClaimed:
		default:
			continue
		}
		for i := 0; i < min(most, len(x.places)); i++ {
			p := x.places[i]
			p.Anaphor = true
			c.places = append(c.places, p)
			c.why = append(c.why, geo.Evidence{Rule: "place.event", Span: p.Span})
		}
		return true
	}
	return false
}

// placeToldBefore gives claim c the places of the sentence before where the writer tells of harm
// himself, whose claims are made last: "Drones struck a refinery in X. The army confirmed the strike."
func (d *document) placeToldBefore(c *draft) bool {
	const most = 2 // "between X and Y"
	if c.sent == 0 || d.sents[c.sent-1].block != d.sents[c.sent].block {
		return false
	}
	st := &d.sents[c.sent-1]
	if f, _ := d.typesIn(st.first, st.end); !ofHarm(f.typ) {
		return false
	}
	list := d.mentionsIn(st.first, st.end)
	for i := range list {
		m := &list[i]
		if len(c.places) == most {
			break
		}
		if !d.isSpot(m) {
			continue
		}
		c.places = append(c.places, geo.PlaceRef{Place: m.Place, Span: m.Span, Precision: m.precision, Anaphor: true, Ambiguous: m.ambiguous})
		c.why = append(c.why, geo.Evidence{Rule: "place.event", Span: m.Span})
	}
	return len(c.places) > 0
}

var raiders = listOf("drones drone missiles uavs targets weapons rockets projectiles")

// countsRaid reports whether a claim counts what was shot down of a whole raid, "88 of 112
// drones", which is of no single place unless a local authority says so.
func (d *document) countsRaid(c *draft, a *attribution) bool {
	if c.find.typ != geo.Defended && c.find.typ != geo.Attack && c.find.typ != geo.Damage || a != nil && a.who.actor > 0 && d.actors[a.who.actor-1].class == geo.Authority {
		return false
	}
	for _, x := range c.runs {
		if d.airDefence(x) {
			return true
		}
		for k := x.first + 1; k+2 < x.end; k++ {
			if d.is(k, "of") && (d.kindAt(k-1) == numberToken || d.is(k-1, "out") && k-2 >= x.first && d.kindAt(k-2) == numberToken) {
				n := k + 1
				if d.is(n, "the") {
					n++
				}
				if d.kindAt(n) == numberToken && (d.isOf(n+1, &raiders) || d.isOf(n+2, &raiders)) {
					return true
				}
			}
		}
	}
	return false
}

// airDefence reports whether the air defences of a country are said to have shot things down:
// "Russian air defence systems shot down 183 drones".
func (d *document) airDefence(x run) bool {
	const opening = 4 // tokens
	k := x.first
	for k < min(x.end, x.first+opening) && !d.is(k, "air") {
		k++
	}
	if !d.is(k, "air") || !d.isAny(k+1, "defence", "defense", "defences", "defenses", "force") {
		return false
	}
	number := false
	for k += 2; k < x.end; k++ {
		if d.kindAt(k) == numberToken && number {
			return d.anyOf(k, x.end, &raiders)
		}
		number = number || d.isAny(k, "down", "downed", "destroyed", "intercepted", "shot")
	}
	return false
}

// lastDrafts are those among which sameEvent looks for the strike.
func (d *document) lastDrafts() []draft { return d.drafts[max(0, len(d.drafts)-12):] }

// sentencesBetween is how many sentences lie between two; labels do not count.
func (d *document) sentencesBetween(i, j int) (n int) {
	for k := i + 1; k <= j && n < 50; k++ {
		if !d.sents[k].label {
			n++
		}
	}
	return n
}
