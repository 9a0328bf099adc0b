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
