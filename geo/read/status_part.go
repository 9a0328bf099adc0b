package read

import (
	"slices"

	"contested/geo"
)

// What is checked may be a part of what was said before: "The strike on X was confirmed by its
// mayor; the casualty figures could not be verified."

var (
	moreWords     = listOf("other additional further separate subsequent")
	lossNouns     = listOf("casualty casualties death deaths dead toll fatalities injuries injured wounded victims losses")
	firstOfTwo    = listOf("first former")
	secondOfTwo   = listOf("second latter")
	aboutOrFrom   = listOf("about from on of regarding concerning in at near against over")
	happenedNouns = listOf("strike strikes attack attacks shelling explosion explosions blast blasts hit loss losses capture fall seizure fire landing advance crossing incident withdrawal retreat death deaths")
	clauseJoiners = listOf("but while whereas though although however and")
)

// nearPart is how many sentences back those claims stand of which a sentence may mean a part.
const nearPart = 3

// clauseOf is the clause of the words, between the marks or conjunctions around them.
func (c *checking) clauseOf() run {
	d := c.d
	st := &d.sents[c.sent]
	x := run{c.first, c.end}
	for x.first > st.first && d.char(x.first-1) != ';' && !(d.char(x.first-1) == ',' && d.toks[x.first-1].kind == punctToken) && !(d.isOf(x.first-1, &clauseJoiners) && d.finite(x.first)) {
		x.first--
	}
	for x.end < st.end && !d.endsClause(x.end) {
		x.end++
	}
	return x
}

// narrow finds of which of the claims before them alone the words speak, and reports false
// where it is of none: "Other claims could not be verified."
func (c *checking) narrow() bool {
	d := c.d
	x := c.clauseOf()
	var before []int
	for n := d.behind(c.next, x.first) - 1; n >= 0 && d.drafts[n].sent >= c.sent-nearPart && len(before) < 12; n-- {
		before = append(before, n)
	}
	if len(before) == 0 {
		return true
	}
	if first := d.sents[c.sent].first; c.ofOthers(x) || d.isAny(first+1, "second", "third", "fourth") && d.char(first+2) == ',' && x.first > first+2 {
		return false // "The second, that C, we could not check": of what it tells itself
	}
	if n := c.ordinal(x); n > 0 && len(before) == 2 {
		c.only = []int{before[2-n]}
		return true
	}
	if d.anyOf(x.first, c.first, &lossNouns) || d.anyOf(c.end, x.end, &lossNouns) {
		c.keep(before, func(y *draft) bool { return y.find.typ == geo.Casualties })
	}
	if len(c.named) > 0 {
		return true
	}
	named := c.placesOf(x)
	if len(named) == 0 && c.status == geo.Confirmed {
		named = d.mentionsIn(c.end, x.end) // by whoever is there
	}
	if len(named) > 0 {
		of := func(y *draft) bool {
			return slices.ContainsFunc(y.places, func(p geo.PlaceRef) bool {
				return slices.ContainsFunc(named, func(m mention) bool { return m.Place == p.Place })
			})
		}
		if c.status == geo.Unverified && !slices.ContainsFunc(before, func(n int) bool {
			return of(&d.drafts[n]) && d.sents[d.drafts[n].sent].block >= d.sents[c.sent].block-1
		}) {
			return !c.farther(of)
		}
		c.keep(before, of)
	}
	return true
}

// farther gives the status to claims further back that fit, where none of those right before
// does: "The capture of the two villages could not be verified", behind other news.
func (c *checking) farther(of func(*draft) bool) (found bool) {
	d := c.d
	for n := c.next - 1; n >= 0 && d.drafts[n].sent >= c.sent-farBoth; n-- {
		if x := &d.drafts[n]; x.attr > 0 && x.polarity == geo.Affirmed && of(x) {
			found = c.give(n) || found
		}
	}
	return found
}

// keep narrows what is meant to those of the drafts that fit, where some do.
func (c *checking) keep(before []int, fits func(*draft) bool) {
	var some []int
	for _, n := range before {
		if fits(&c.d.drafts[n]) && (c.only == nil || slices.Contains(c.only, n)) {
			some = append(some, n)
		}
	}
	if len(some) > 0 && len(some) < len(before) {
		c.only = some
	}
}

// ofOthers reports whether clause x speaks of other claims than those told before.
func (c *checking) ofOthers(x run) bool {
	d := c.d
	for k := x.first; k < x.end; k++ {
		if !d.has(k, claimNoun) || d.toks[k].tag != nounTag || !d.plural(k) {
			continue
		}
		for m := k - 1; m >= x.first && m > k-4 && d.nominal(m); m-- {
			if d.isOf(m, &moreWords) {
				return !d.isAny(m-1, "no", "and", "or", "any", "without") // "these and other claims"
			}
		}
	}
	return false
}

// ordinal is 1 or 2 where clause x speaks of the first or the second of two claims, else 0.
func (c *checking) ordinal(x run) int {
	d := c.d
	for k := x.first; k < x.end; k++ {
		one, two := d.isOf(k, &firstOfTwo), d.isOf(k, &secondOfTwo)
		if !one && !two || d.tagAt(k-1) != detTag {
			continue
		}
		if m := k + 1; m < x.end && d.toks[m].kind == wordToken && d.toks[m].tag != auxTag && !d.has(m, claimNoun) && !d.isOf(m, &happenedNouns) && !d.isAny(m, "of", "one", "part", "half", "point") {
			continue
		}
		if one {
			return 1
		}
		return 2
	}
	return 0
}

// placesOf lists the places of what clause x says was checked: "The report from X could not".
func (c *checking) placesOf(x run) (out []mention) {
	d := c.d
	for k := x.first; k+1 < c.first; k++ {
		if d.toks[k].tag != nounTag || !d.has(k, claimNoun) && !d.isOf(k, &happenedNouns) || !d.isOf(k+1, &aboutOrFrom) {
			continue
		}
		for _, m := range d.mentionsIn(k+2, c.first) {
			if m.Use != geo.Literal && m.Use != geo.Anaphor || !d.isSpot(&m) {
				continue
			}
			for i := k + 2; i < m.first; i++ {
				if d.has(i, roleWord|orgWord|titleWord|mediaWord) {
					return out // "claims by the governor of X"
				}
			}
			out = append(out, m)
		}
		return out
	}
	return nil
}

// placesReported lists the places of what a noun before the words, or their last, reports:
// "reports about the capture of X were premature", "dismissed reports of fighting at X".
func (c *checking) placesReported() (out []mention) {
	d := c.d
	if d.has(c.end-1, claimNoun) && d.isAny(c.end, "of", "about", "on", "from", "that") {
		for _, m := range d.mentionsIn(c.end, d.clauseEnd(c.end, d.sents[c.sent].end)) {
			if m.Use == geo.Literal && d.isSpot(&m) {
				out = append(out, m)
			}
		}
		return out
	}
	for k := c.first - 1; k >= d.sents[c.sent].first; k-- {
		if d.has(k, claimNoun) && d.toks[k].tag == nounTag {
			for _, m := range d.mentionsIn(k+1, c.first) {
				if m.Use == geo.Literal && d.isSpot(&m) {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return nil
}
