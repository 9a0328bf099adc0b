package read

// Two claims that a sentence sets beside each other: "Neither X's claim that C nor Y's that D
// could be checked", "both the Russian claim that C and the Ukrainian one that D".

var (
	besideClaims = listOf("nor and or versus than")
	oneOrThat    = listOf("one that denial counterclaim")
)

// thatAsideEnd is the comma that closes the clause with "that" which the comma at token k opens,
// before the verb of the clause around it: "the claim, that C, is false"; 0 for none.
func (d *document) thatAsideEnd(k, hi int) int {
	const far = 30 // tokens
	for m := k + 3; m+1 < min(hi, k+far); m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && d.finite(d.pastAdverbs(m+1, hi)) && d.hasFinite(k+2, m) {
			return m
		}
		if d.endsSentence(m) || d.char(m) == ';' {
			return 0
		}
	}
	return 0
}

// oneOfSome reports whether a phrase names one of several claims: "the second claim".
func (d *document) oneOfSome(p np) bool {
	return !p.empty() && (d.isAny(p.first, "another") || p.first+1 < p.end && d.isAny(p.first+1, "first", "second", "third", "fourth", "other", "last", "main", "central", "final"))
}

// rivalClaim is the conjunction in the content c of a noun of claiming behind which another
// claim is named beside it; 0 for none.
func (d *document) rivalClaim(c run) int {
	for k := c.first + 2; k+2 < c.end; k++ {
		if !d.isOf(k, &besideClaims) {
			continue
		}
		if h := d.rivalHead(k+1, c.end); h > 0 {
			return k
		}
	}
	return 0
}

// rivalHead is the noun of the claim that begins at token i, "the Ukrainian one", "Kyiv's
// claim", "Kyiv's"; 0 where none does.
func (d *document) rivalHead(i, hi int) int {
	const longest = 6 // tokens
	owned := false
	for k := i; k < hi && k < i+longest; k++ {
		switch {
		case d.toks[k].tag == possTag:
			if owned = true; d.tagAt(k+1) == thatTag || d.is(k+1, "that") {
				return k
			}
		case d.has(k, demonymWord):
			owned = true
		case owned && (d.isOf(k, &oneOrThat) || d.has(k, claimNoun)) && d.toks[k].tag != verbTag:
			return k
		case d.toks[k].tag == detTag, d.toks[k].tag == nameTag, d.toks[k].tag == adjTag, d.toks[k].tag == nounTag:
		default:
			return 0
		}
	}
	return 0
}

// restOfRivals enters the second claim, behind the conjunction at token m, where its noun is
// left out: "nor the Ukrainian one that D".
func (d *document) restOfRivals(m, hi int) {
	h := d.rivalHead(m+1, hi)
	if h == 0 || d.has(h, claimNoun) || d.tagAt(h+1) != thatTag && !d.is(h+1, "that") && d.tagAt(h+1) != toTag {
		return
	}
	src := np{m + 1, h, h - 1}
	if d.is(src.first, "the") {
		src.first++
	}
	end := d.firstPredicate(h+1, d.clauseEnd(h+2, hi))
	d.addAttribution(attribution{rule: "attr.K-noun", source: src, subject: src, cue: run{h, h + 1}, verb: h, that: true, stance: claimStance, content: []run{{h + 1, end}}})
}
