package read

import "contested/geo"

// foretold reports whether what c tells of is put as something to come: an event
// of the ground that will be, what troops will do whatever it is, what would
// follow if a place were lost, what somebody expects. [lo, hi) is its clause.
func (d *document) foretold(c *draft, a *attribution, lo, hi int, ahead bool) bool {
	if a != nil && a.verb > 0 && c.modality != geo.Demand && (c.find.weight == 0 || imaginable(c.find.typ)) {
		switch d.lex.lemmas[d.toks[a.verb].lemma].text {
		case "expect", "anticipate", "foresee", "predict", "forecast":
			if c.find.weight > 0 || d.soldiers(lo, hi) || d.isAssault(lo, hi) || a.rule == "attr.G-urge" {
				return true
			}
		}
	}
	if a == nil && (imaginable(c.find.typ) || c.find.typ == geo.Fighting) && d.isAny(lo, "we", "i") && d.isOf(lo+1, &foreseeVerbs) {
		return true // "We expect the fight for X to begin"
	}
	if c.find.weight == 0 || c.find.typ == geo.Attack {
		for k := lo + 1; k < hi; k++ { // "they expected a push for the town"
			if d.toks[k].tag == verbTag && d.isOf(k, &expectForms) && d.isAssault(k, hi) {
				return true
			}
		}
	}
	if !ahead {
		return false
	}
	switch c.find.typ {
	case geo.Captured, geo.Control, geo.Advance, geo.Attack, geo.Defended, geo.Encircled, geo.Fighting:
		// past the verb "will" belongs to another
		for k := lo; k < hi; k++ {
			if d.comes(k) && (k < c.find.end || d.toks[c.find.first].tag == nounTag && !d.hasFinite(c.find.end, k)) {
				return true
			}
		}
		return d.supposed(lo)
	case geo.Damage:
		return d.supposed(lo)
	}
	if c.find.weight > 0 || a == nil {
		return false
	}
	for k := lo + 1; k < hi; k++ {
		if d.comes(k) {
			return d.adversaryActs(lo, k, a) || d.soldiers(lo, k) || d.warring(lo, k) || d.firstPlural(lo, k) && d.toks[k].tag == auxTag && d.isAny(k+1, "come", "reach", "return", "stand", "hold", "enter", "free", "liberate")
		}
	}
	return false
}

// comes reports whether token k puts its clause into the future.
func (d *document) comes(k int) bool {
	return d.toks[k].tag == auxTag && (d.isAny(k, "will", "would", "shall", "won't", "wouldn't", "'ll", "’ll") || d.is(k+1, "going") && d.is(k+2, "to") || d.is(k+1, "not") && d.is(k+2, "going") && d.is(k+3, "to"))
}

// supposed reports whether the clause [lo, hi) begins with what it is conditional
// on: "If the town falls, the road is lost".
func (d *document) supposed(lo int) bool {
	return d.isAny(lo, "if", "should", "unless", "were") || d.is(lo, "and") && d.is(lo+1, "if")
}

// isAssault reports whether a noun of assault stands among tokens [i, j).
func (d *document) isAssault(i, j int) bool {
	for ; i < j; i++ {
		if d.has(i, assaultWord) && d.toks[i].tag == nounTag {
			return true
		}
	}
	return false
}

// warring reports whether a people or army at war is named among tokens [i, j).
func (d *document) warring(i, j int) bool {
	for _, h := range d.partiesIn(i, j) {
		if h.entry.party.Adversary() != geo.UnknownParty && d.tagAt(h.end) != nounTag {
			return true
		}
	}
	return false
}

// firstPlural reports whether "we" stands among tokens [i, j).
func (d *document) firstPlural(i, j int) bool {
	for ; i < j; i++ {
		if d.is(i, "we") {
			return true
		}
	}
	return false
}

// imaginable reports whether an event of the type, put as something that may come,
// is a forecast.
func imaginable(t geo.ClaimType) bool {
	switch t {
	case geo.Captured, geo.Encircled, geo.Advance, geo.Attack, geo.Withdrawal:
		return true
	}
	return false
}

// mayHappen reports whether the finding at tokens [at, end) is the verb of "could",
// "might" or "may", or of "would have to" and "would be forced to".
func (d *document) mayHappen(lo, at, end int) bool {
	for k := max(lo, at-6); k < end; k++ {
		if d.toks[k].tag != auxTag {
			continue
		}
		m := d.pastAdverbs(k+1, len(d.toks))
		switch {
		case d.isAny(k, "could", "might", "may"):
			if d.toks[m].tag != baseTag && !d.is(m, "be") || d.is(m, "have") || d.isAny(m, "hear", "see", "feel") || d.isAny(m+1, "heard", "seen", "felt") {
				continue // "could be heard" was
			}
			return m >= at && m < end || m < at && at-m <= 2
		case d.is(k, "would"):
			return m+1 < at && (d.is(m, "have") && d.is(m+1, "to") || d.is(m, "be") && d.isAny(m+1, "forced", "able", "compelled")) && at-m <= 4
		}
	}
	return false
}

var mightWords = listOf("could might may")

// mayBe reports whether "could be", "might be" or "may be" stands among tokens [i, j).
func (d *document) mayBe(i, j int) bool {
	for ; i+1 < j; i++ {
		if d.toks[i].tag == auxTag && d.isOf(i, &mightWords) && d.is(i+1, "be") {
			return true
		}
	}
	return false
}
