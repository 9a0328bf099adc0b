package read

import "contested/geo"

// ofLookers reports whether an attribution is that of a body that looks for itself on nobody's
// behalf: what monitors found, they tell.
func (d *document) ofLookers(a *attribution) bool {
	return a.who.actor > 0 && d.actors[a.who.actor-1].party == geo.International && d.actors[a.who.actor-1].class == geo.Organisation || d.anyOf(a.source.first, a.source.end, &lookerWords)
}

// whatItSays reports whether the content of an attribution begins with "what" and a cue of its
// own: "what it said were", "what he called".
func (d *document) whatItSays(a *attribution) bool {
	const near = 5 // tokens
	c := a.content[0]
	if !d.is(c.first, "what") {
		return false
	}
	for k := c.first + 2; k < min(c.end, c.first+near); k++ {
		if d.toks[k].tag == verbTag {
			return d.has(k, sayWord|namingWord) || d.has(k, cueWord) && d.has(k+1, beWord)
		}
	}
	return false
}

var silentWords = listOf("silent quiet mum comment commented mention mentioned")

// keepsQuiet reports whether a clause says before token end that somebody has said nothing of
// what follows: "The mayor said nothing about the strike", "was silent on the loss of X".
func (d *document) keepsQuiet(x run, end int) bool {
	for k := x.first + 1; k < min(x.end, end); k++ {
		if d.isOf(k, &toldWords) && d.is(k+1, "nothing") || d.isOf(k, &silentWords) && (d.isAny(k+1, "on", "about") || d.denied(k, x.first)) {
			return true
		}
	}
	return false
}

var provenanceWords = listOf("location date time place authenticity origin identity footage video clip images photograph photographs")

// ofProvenance reports whether the object x of checking is where and when a picture was made
// rather than what it shows.
func (d *document) ofProvenance(x run) bool {
	p := d.baseRight(x.first, x.end)
	return !p.empty() && d.isOf(p.head, &provenanceWords)
}

// vouchesNot reports whether a clause does no more than say that somebody cannot tell whether
// something is so: "it was unable to verify the report".
func (d *document) vouchesNot(x run) bool {
	const early = 8 // tokens
	able := false
	for k := x.first; k < min(x.end, x.first+early); k++ {
		if d.isOf(k, &couldWords) {
			able = true
		}
		if !able || !d.isOf(k, &checkWords) || !d.denied(k, x.first) && !d.isAny(k-1, "neither", "not") {
			continue
		}
		rest := k + 1
		if d.is(rest, "nor") || d.is(rest, "or") {
			for rest < x.end && d.toks[rest].tag != detTag && d.toks[rest].tag != pronTag {
				rest++
			}
		}
		if rest >= x.end || d.endsClause(rest) || d.isAny(rest, "it", "this", "that", "these", "them", "whether", "if") && d.tagAt(rest) != thatTag {
			return true
		}
		p := d.baseRight(rest, x.end)
		return !p.empty() && d.has(p.head, claimNoun)
	}
	return false
}

// notAble reports whether the words that end with token k say that somebody could not do
// what follows, or has not done it so far: "has not been able", "was unable", "has yet".
func (d *document) notAble(k, lo int) bool {
	switch {
	case d.isAny(k, "unable", "impossible"):
		return true
	case d.is(k, "yet"):
		return d.has(k-1, haveWord|beWord)
	case !d.isAny(k, "able", "possible"):
		return false
	}
	for m := k - 1; m >= lo && m > k-4; m-- {
		if d.has(m, negWord) {
			return true
		}
	}
	return false
}

// noLonger reports whether "no longer" stands in the verb group.
func (d *document) noLonger(g verbGroup) bool {
	for k := g.first; k+1 < g.verb; k++ {
		if d.is(k, "no") && d.is(k+1, "longer") {
			return true
		}
	}
	return false
}
