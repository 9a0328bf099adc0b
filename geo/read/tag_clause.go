package read

// pluralSubject reports whether the name that ends at p is coordinated ("Kyiv
// and Moscow agree") or a plural.
func (d *document) pluralSubject(p, first int) bool {
	if d.plural(p) {
		return true
	}
	for k := p - 1; k >= first && k > p-5; k-- {
		if d.is(k, "and") {
			return true
		}
		if d.toks[k].tag != nameTag {
			return false
		}
	}
	return false
}

// quoteFollows reports whether a quotation opens right behind token i, or
// behind a comma or colon.
func (d *document) quoteFollows(i, end int) bool {
	k := i + 1
	if k < end && (d.char(k) == ',' || d.char(k) == ':') {
		k++
	}
	return k < end && d.toks[k].kind == openToken
}

// clauseFollows reports whether a finite verb may follow within a few words.
func (d *document) clauseFollows(i, end int) bool {
	for k := i; k < end && k < i+14; k++ {
		if d.has(k, beWord|haveWord|modalWord|doWord) || d.toks[k].verb&(pastForm|sForm) != 0 {
			return true
		}
	}
	return false
}

// demanded reports whether token i stands in a clause that a demanding verb
// opens, with no finite verb in it yet: "insisted that Ukraine …".
func (d *document) demanded(i, first int) bool {
	for k := i - 1; k > first && k > i-10; k-- {
		if d.toks[k].tag == thatTag {
			l := &d.lex.lemmas[d.toks[k-1].lemma]
			return l.stance == demandStance || l.stance == proposeStance || l.text == "insist"
		}
		if d.endsClause(k) || d.finite(k) {
			return false
		}
	}
	return false
}

// finiteAhead reports whether another verb that must be finite follows in the
// clause, from token i on.
func (d *document) finiteAhead(i, end int) bool {
	for k := i; k < end && k < i+25; k++ {
		if d.endsClause(k) || d.has(k, coordWord|subordWord) && !d.has(k, prepWord) || d.has(k, whWord) {
			return false
		}
		if d.has(k, beWord|haveWord|modalWord|doWord) {
			return true
		}
		if e := &d.toks[k]; d.toks[k].caps == lowerCase && e.verb&(pastForm|sForm) != 0 && e.classes&(nounWord|adjWord) == 0 && (k == i || d.kindAt(k-1) == wordToken && !d.has(k-1, detWord|possWord|adjWord)) {
			return true
		}
	}
	return false
}

// commaAhead reports whether a comma, and a clause behind it, ends what token i stands in:
// "In a video filmed near X, he said".
func (d *document) commaAhead(i, end int) bool {
	for k := i; k < end && k < i+25; k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken {
			return d.finiteAhead(k+1, end)
		}
		if d.endsClause(k) || d.has(k, beWord|haveWord|modalWord|doWord|whWord) {
			return false
		}
	}
	return false
}

// finiteBase reports whether a finite verb in its plain form stands before i in
// the clause.
func (d *document) finiteBase(i, first int) bool {
	for k := i - 1; k >= first && k > i-20; k-- {
		if d.endsClause(k) {
			return false
		}
		if d.toks[k].tag == verbTag {
			return d.toks[k].verb&baseForm != 0
		}
	}
	return false
}

// finiteBefore reports whether a finite verb stands before i in its clause.
func (d *document) finiteBefore(i, first int) bool {
	for k := i - 1; k >= first && k > i-25; k-- {
		switch d.toks[k].tag {
		case verbTag:
			return !d.has(k, sayWord) // what it says may start without "that"
		case partTag, baseTag, ingTag:
			if d.has(k, sayWord) {
				return false
			}
		case auxTag:
			return true
		case subTag, thatTag, relTag, coordTag:
			return false
		}
		if d.endsClause(k) {
			return false
		}
	}
	return false
}

// attributive reports whether token p is an adjective, or one of several, that a
// determiner opens: what follows it belongs to the same phrase.
func (d *document) attributive(p, first int) bool {
	for k := p; k >= first && k > p-6; k-- {
		switch {
		case d.toks[k].tag == detTag:
			return k < p
		case d.toks[k].tag == adjTag, d.kindAt(k) == hyphenToken, d.kindAt(k-1) == hyphenToken, d.kindAt(k+1) == hyphenToken && k < p:
		default:
			return false
		}
	}
	return false
}

// anyFinite reports whether a finite verb stands among tokens [i, end), relative
// clauses and quotations apart.
func (d *document) anyFinite(i, end int) bool {
	for end = min(end, i+60); i < end; i++ {
		switch d.toks[i].tag {
		case verbTag, auxTag:
			return true
		case relTag:
			for i < end && !d.endsClause(i) {
				i++
			}
		}
	}
	return false
}

// documentBefore reports whether the clause of token i starts with a phrase for
// what shows something, footage or a map, and nothing but participles that tell of
// it stands between.
func (d *document) documentBefore(i, first int) bool {
	const far = 24 // tokens from the start of the clause to its verb
	lo := i
	for lo > first && i-lo < far && d.char(lo-1) != ';' && d.toks[lo-1].kind != openToken && d.toks[lo-1].kind != dashToken {
		lo--
	}
	if i-lo >= far {
		return false
	}
	for lo < i && (d.toks[lo].tag == coordTag || d.toks[lo].tag == advTag) {
		lo++
	}
	head := -1
	for k := lo; k < i; k++ {
		t := &d.toks[k]
		if t.tag == nounTag && d.has(k, docWord) && !d.has(k, orgWord|mediaWord) {
			head = k
			continue
		}
		if head >= 0 || t.kind == punctToken || t.tag != nounTag && t.tag != nameTag && t.tag != adjTag && t.tag != detTag && t.tag != numTag && t.tag != ingTag && t.tag != partTag && t.tag != possTag && t.kind != hyphenToken {
			break
		}
	}
	if head < 0 {
		return false
	}
	for k := head + 1; k < i; k++ {
		switch t := &d.toks[k]; t.tag {
		case verbTag:
			if t.verb&partForm == 0 || d.has(k, sayWord) && d.tagAt(k+1) != prepTag {
				return false
			}
		case auxTag, baseTag, relTag, thatTag, subTag, toTag:
			return false
		}
	}
	return true
}

// pluralFirst reports whether a plural noun stands before the first of two commas of
// which the second is at p: "Two projects, X and Y, show".
func (d *document) pluralFirst(p, first int) bool {
	for k := p - 1; k > first && k > p-12; k-- {
		if d.char(k) == ',' && d.toks[k].kind == punctToken {
			return d.toks[k-1].tag == nounTag && d.plural(k-1)
		}
	}
	return false
}

// contactClause reports whether the verb at token v stands in a clause without a relative
// pronoun right behind a person: "officials I've talked", "the medics she works".
func (d *document) contactClause(v, first int) bool {
	k := v - 1
	for k > first && (d.toks[k].tag == auxTag || d.toks[k].tag == advTag) {
		k--
	}
	return k > first && d.has(k, subjPron) && (d.nominal(k-1) || d.is(k-1, "whom"))
}

// asSaid reports whether the word ends a clause of "as", with its subject before it: "as the
// post claims,", "as X and Y both report".
func (c *verbContext) asSaid() bool {
	const far = 14 // tokens: "as DeepState and the Institute for the Study of War both report"
	if c.classes&(claimNoun|sayWord) == 0 || c.right < c.end && c.toks[c.right].kind != punctToken && c.toks[c.right].kind != closeToken {
		return false
	}
	last := c.left
	if c.isOf(last, &bothWords) {
		last--
	}
	if last <= c.first {
		return false
	}
	if c.forms&sForm != 0 && (!c.nominal(last) || c.plural(last)) || c.forms&baseForm != 0 && c.forms&sForm == 0 && !c.nominal(last) {
		return false
	}
	joined := false
	for k := last; k >= c.first && k > c.at-far; k-- {
		if c.is(k, "and") {
			joined = true
		}
		if c.is(k, "as") {
			return (c.forms&sForm != 0 || joined || c.plural(last)) && !c.isOf(k+1, &aOrAn) && c.char(k+1) != ',' && (k == c.first || c.toks[k-1].kind == punctToken || c.toks[k-1].kind == closeToken)
		}
		if c.toks[k].tag == verbTag || c.toks[k].tag == auxTag || c.endsClause(k) {
			return false
		}
	}
	return false
}

var bothWords = listOf("both also all")

// countedHits reports whether the word is what so many did of what has been told of, at the start of a
// clause: "One hit a block of flats".
func (c *verbContext) countedHits() bool {
	if c.forms&pastForm == 0 || c.left < 0 || c.leftTag != numTag && !c.isAny(c.left, "one", "another") || c.kindAt(c.left) != wordToken || c.right >= c.end || !c.has(c.right, detWord) {
		return false
	}
	return c.left == c.first || c.left == c.first+1 && c.is(c.first, "another") || c.toks[c.left-1].kind == punctToken || c.toks[c.left-1].tag == coordTag
}

// behindWhoItIs reports whether the word is the verb of a name behind what says who it is: "DeepState, a
// mapping project, marks half of the town".
func (c *verbContext) behindWhoItIs() bool {
	const long = 12 // tokens
	if c.forms&sForm == 0 || c.caps != lowerCase || c.left < 0 || c.char(c.left) != ',' || c.right >= c.end || !c.startsNominal(c.right, c.end) && !c.has(c.right, advWord) && c.toks[c.right].caps != titleCase {
		return false
	}
	for k := c.left - 1; k > c.first && k > c.left-long; k-- {
		if c.char(k) == ',' && c.toks[k].kind == punctToken {
			return c.toks[k+1].tag == detTag && c.toks[k-1].tag == nameTag && !c.anyFinite(c.first, c.at) && !c.finiteAhead(c.right, c.end)
		}
	}
	return false
}

// toAudience reports whether the word is what somebody does for those who listen: "an official briefing
// reporters".
func (c *verbContext) toAudience() bool {
	if c.left <= c.first || c.left != c.at-1 || !c.has(c.left, roleWord|rankWord|titleWord) || c.right >= c.end || c.right != c.at+1 || !c.has(c.right, mediaWord|witnessWord|peopleWord|troopsWord|roleWord) || !c.plural(c.right) {
		return false
	}
	if c.leftTag == adjTag && c.has(c.left-1, demonymWord) {
		c.toks[c.left].tag, c.leftTag = nounTag, nounTag // "A French official", "an American general"
	}
	return c.leftTag == nounTag
}
