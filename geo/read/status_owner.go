package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// farNamed is how many sentences back somebody may have said what is checked by his name.
const farNamed = 12

// ofNamed gives the status to what somebody said of whose words alone the clause speaks:
// "could not verify Saldo's account", "The Russian claim is unconfirmed".
func (c *checking) ofNamed() (found bool) {
	d := c.d
	x := c.clauseOf()
	src := c.ownerIn(x)
	if src.empty() {
		return false
	}
	side := d.sideIn(src.first, src.end)
	last := -1
	for n := d.behind(c.next, x.first) - 1; n >= 0 && d.drafts[n].sent >= c.sent-farNamed; n-- {
		y := &d.drafts[n]
		if last >= 0 && y.sent != last {
			break
		}
		if y.attr == 0 || y.who.actor == 0 || y.modality == geo.Demand || !d.saidByNamed(y, src, side) {
			continue
		}
		if last = y.sent; c.give(n) {
			found = true
		}
	}
	return found
}

// ownerIn is whose claim clause x speaks of, where it does not say itself what is claimed.
func (c *checking) ownerIn(x run) np {
	d := c.d
	for k := x.first; k < x.end; k++ {
		if d.toks[k].tag != nounTag || !d.has(k, claimNoun) && !d.isAny(k, "account", "accounts", "version") {
			continue
		}
		if d.tagAt(k+1) == thatTag || d.isAny(k+1, "that", "to") {
			return np{}
		}
		src, rest := d.nounOwner(k, d.baseLeft(k, x.first), x.end)
		if src.empty() || d.has(src.first, possWord) || d.tagAt(rest) == thatTag || d.isAny(rest, "that", "to", "of", "about") {
			return np{}
		}
		return src
	}
	return np{}
}

// saidByNamed reports whether a claim is that of whoever phrase src names, or of the side that
// it names alone.
func (d *document) saidByNamed(y *draft, src np, side geo.Party) bool {
	named, names := false, strings.Fields(d.actors[y.who.actor-1].name)
	for k := src.first; k < src.end; k++ {
		if d.toks[k].tag != nameTag || d.has(k, demonymWord) || d.placeAt(k) {
			continue
		}
		named = true
		if slices.Contains(names, d.str(k)) {
			return true
		}
	}
	return !named && side != geo.UnknownParty && d.partyOf(y) == side
}

// farOwner is how many claims back somebody may have said what he takes back.
const farOwner = 60

// ofOwner gives a status to what whoever is named before the words said
// before: "The blogger has taken the post down".
func (c *checking) ofOwner() (found bool) {
	d := c.d
	for n := c.next - 1; n >= 0 && n >= c.next-farOwner; n-- {
		x := &d.drafts[n]
		if x.attr == 0 || x.polarity != geo.Affirmed {
			continue
		}
		src := d.attrs[x.attr-1].source
		var names []string // of who said it
		if x.who.actor > 0 {
			names = strings.Fields(d.actors[x.who.actor-1].name)
		}
		for k := d.sents[c.sent].first; k < c.first; k++ {
			if t := d.toks[k].tag; t != nameTag && t != nounTag || d.has(k, demonymWord) {
				continue
			}
			if d.toks[k].tag == nameTag && slices.Contains(names, d.str(k)) || d.wordAmong(k, src) {
				found = c.give(n) || found
				break
			}
		}
	}
	return found
}

// wordAmong reports whether phrase p has the name or noun that stands at token k.
func (d *document) wordAmong(k int, p np) bool {
	for m := p.first; m < p.end; m++ {
		if t := d.toks[m].tag; (t == nameTag || t == nounTag) && d.word(m) == d.word(k) {
			return true
		}
	}
	return false
}
