package read

import (
	"slices"

	"contested/geo"
)

// What is said of all that one person has told: "his account could not be verified".

// talesTold are what somebody has told, on the whole.
var talesTold = listOf("account accounts story testimony version words narrative description recollection clip video footage recording film interview claims statements allegations")

// ofAccount reports whether a sentence speaks of all that somebody has told: "his account",
// "the clip".
func (d *document) ofAccount(st *sentence) bool {
	for k := st.first; k+1 < st.end; k++ {
		if d.isOf(k+1, &talesTold) && (d.isAny(k, "his", "her", "their") || d.is(k, "the") && k == st.first) {
			return true
		}
	}
	return false
}

// farAccount is how many sentences back somebody may have begun an account.
const farAccount = 8

// accountsOf are what several have said.
var accountsOf = listOf("claims statements reports accounts assertions figures numbers")

// names reports whether the place is among those named.
func (c *checking) names(p geo.PlaceRef) bool {
	return slices.ContainsFunc(c.named, func(m mention) bool { return m.Place == p.Place })
}

// rivalTales are what a side gives instead of what the other told.
var rivalTales = listOf("version account story tale picture")

// ofAnAccount reports whether the words set one account against another: "gave a different
// version".
func (c *checking) ofAnAccount() bool {
	return c.status == geo.Disputed && c.d.anyOf(c.first, c.end, &rivalTales)
}

// besideAccount reports whether draft k is a number of losses that somebody adds to the account
// that he gave in the sentences right before: that is the one which the other side tells otherwise.
func (c *checking) besideAccount(k int) bool {
	d := c.d
	x := &d.drafts[k]
	if x.find.typ != geo.Casualties || !d.hasNumber(x.runs) {
		return false
	}
	for n := k - 1; n >= 0 && d.drafts[n].sent >= x.sent-nearPart; n-- {
		if y := &d.drafts[n]; y.who.actor == x.who.actor && y.who.actor > 0 && !d.hasNumber(y.runs) && d.sents[y.sent].block == d.sents[x.sent].block {
			return true
		}
	}
	return false
}

// ofFigure reports whether it is a figure that the words say was not checked: "The figure could
// not be verified".
func (c *checking) ofFigure() bool {
	d := c.d
	first := d.sents[c.sent].first
	if first < c.first && d.toks[first].kind == openToken {
		first++
	}
	return d.tagAt(first) == detTag && d.isAny(first+1, "figure", "number", "toll", "figures", "numbers") && first+2 >= c.first-1
}

// ofOwnSide reports whether it is somebody of the side of claim k, or nobody else, who confirms it:
// "The mayor confirmed this", of what the governor said.
func (c *checking) ofOwnSide(k int) bool {
	d := c.d
	side := geo.UnknownParty
	st := &d.sents[c.sent]
	first := c.first
	for first > st.first && d.char(first-1) != ';' {
		first--
	}
	for _, h := range d.partiesIn(first, c.first) {
		side = h.entry.party
	}
	return side == geo.UnknownParty || side == d.partyOf(&d.drafts[k])
}

// bringsIn reports whether the sentence brings in itself what it calls untrue: "Assertions in the
// media that C do not correspond to reality".
func (c *checking) bringsIn() bool {
	const far = 6 // tokens
	d := c.d
	if c.status != geo.Disputed {
		return false
	}
	for k := d.sents[c.sent].first; k < c.first; k++ {
		if !d.has(k, claimNoun) || d.toks[k].tag != nounTag {
			continue
		}
		for m := k + 1; m < min(c.first, k+far) && !d.endsClause(m); m++ {
			if d.toks[m].tag == thatTag {
				return true
			}
		}
	}
	return false
}
