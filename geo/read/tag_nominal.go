package read

import "strings"

// startsNominal reports whether token i can begin a noun phrase, as far as its
// word alone says.
func (d *document) startsNominal(i, end int) bool {
	if i >= end {
		return false
	}
	t := &d.toks[i]
	if t.kind == numberToken {
		return true
	}
	if t.kind != wordToken {
		return false
	}
	if d.has(i, detWord|possWord|demWord|subjPron|objPron|numWord) && !d.is(i, "no") {
		return true
	}
	return t.caps != lowerCase || d.is(i, "no")
}

// nominalNext reports whether token n goes on with a noun phrase.
func (d *document) nominalNext(n, end int) bool {
	return n < end && (d.nominalWord(n) || d.toks[n].kind == hyphenToken)
}

// nominalWord reports whether token i can be part of a noun phrase after an
// adjective, as far as its word alone says.
func (d *document) nominalWord(i int) bool {
	if d.kindAt(i) != wordToken {
		return false
	}
	return !d.has(i, prepWord|coordWord|subordWord|beWord|haveWord|modalWord|doWord|detWord|possWord|demWord|subjPron|objPron|whWord|negWord|advWord) &&
		(!d.has(i, verbWord) || d.has(i, nounWord|roleWord|orgWord|claimNoun|docWord))
}

func (d *document) tagUnknown(i, p int, prev tag, n, first, end int) tag {
	t := &d.toks[i]
	s := d.str(i)
	if q := d.prevWord(i, first, true); q >= 0 && t.caps == lowerCase && !(strings.HasSuffix(s, "ly") && len(s) > 4) {
		if d.toks[q].tag == toTag || d.toks[q].tag == auxTag && (d.has(q, modalWord|doWord) || d.isLL(q) && !d.is(q, "'s")) {
			return baseTag
		}
	}
	if t.caps != lowerCase {
		if len(s) > 5 && strings.HasSuffix(s, "ly") && d.opensClause(i, p) {
			return advTag
		}
		if n < end && d.is(n, "of") && d.opensClause(i, p) && (strings.HasSuffix(s, "tion") || strings.HasSuffix(s, "sion") || strings.HasSuffix(s, "ment") || strings.HasSuffix(s, "ance") || strings.HasSuffix(s, "ence")) {
			return nounTag // "Recognition of X as Russian"
		}
		return nameTag
	}
	switch {
	case strings.HasSuffix(s, "ly") && len(s) > 4:
		return advTag
	case strings.HasSuffix(s, "ing") && len(s) > 5:
		if prev == detTag || prev == adjTag || prev == possTag {
			return nounTag
		}
		if prev == prepTag && d.nominalNext(n, end) {
			return adjTag
		}
		return ingTag
	case strings.HasSuffix(s, "ed") && len(s) > 4:
		switch prev {
		case detTag, adjTag, possTag, numTag:
			return adjTag
		case auxTag:
			return partTag
		}
		if strings.HasPrefix(s, "un") && d.nominalNext(n, end) {
			return adjTag // "fired unguided rockets"
		}
		return d.pastOrParticiple(i, prev, p, n, first, end)
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && len(s) > 4 && p >= 0 && n < end && d.has(n, detWord|possWord) && (prev == nounTag && d.has(p, roleWord|witnessWord|rankWord) && !d.plural(p) || d.isOf(p, &heOrShe)):
		return verbTag // "The sergeant unrolls a map"
	case prev == auxTag && p >= 0 && d.has(p, beWord) && !d.plural(i) && !d.nominalNext(n, end):
		return adjTag // "was intact"
	case strings.HasSuffix(s, "ful"), strings.HasSuffix(s, "ous"), strings.HasSuffix(s, "ive") && len(s) > 5 && (d.nominalNext(n, end) || prev == auxTag || prev == advTag),
		strings.HasSuffix(s, "ible"), strings.HasSuffix(s, "able"), strings.HasSuffix(s, "less"),
		strings.HasSuffix(s, "ical"), strings.HasSuffix(s, "ish") && len(s) > 5, strings.HasSuffix(s, "ic") && len(s) > 5:
		return adjTag
	}
	return nounTag
}

// plural reports whether the noun at i looks plural.
func (d *document) plural(i int) bool {
	s := d.str(i)
	switch d.word(i) {
	case "people", "police", "troops", "media", "men", "women", "children", "data", "imagery", "infantry", "personnel", "cavalry":
		return true
	}
	if strings.HasSuffix(s, "men") && d.has(i, roleWord|witnessWord|troopsWord|peopleWord) {
		return true // "railwaymen"
	}
	return len(s) > 3 && (s[len(s)-1] == 's' || s[len(s)-1] == 'S') && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is")
}

// countedCompound reports whether the word is what a number above one counts, since the
// nouns between them are singular: "two artillery guns".
func (c *verbContext) countedCompound() bool {
	k := c.left
	for k > c.first && (c.toks[k].tag == nounTag && !c.plural(k) || c.toks[k].tag == adjTag) {
		k--
	}
	if k == c.left || k < c.first || c.toks[k].tag != numTag || c.toks[c.left].tag == adjTag || c.has(k+1, monthWord|timeWord) || k > c.first && c.has(k-1, monthWord) {
		return false
	}
	return c.kindAt(k) == wordToken && !c.is(k, "one") || c.kindAt(k) == numberToken && c.toks[k].end-c.toks[k].start < 4 && !c.is(k, "1")
}

// secondObject reports whether the word ends a noun phrase without article that "and" joins
// to what a verb before it has: "suffered from artillery fire and air strikes".
func (c *verbContext) secondObject() bool {
	const longest = 4 // words of the phrase
	if c.right < c.end && (c.startsNominal(c.right, c.end) || c.toks[c.right].caps != lowerCase || c.nominalWord(c.right)) {
		return false
	}
	for k := c.left; k > c.first && k > c.left-longest; k-- {
		switch c.toks[k].tag {
		case nounTag, adjTag, numTag:
		case coordTag:
			return c.is(k, "and") && c.finiteBefore(k, c.first)
		default:
			return false
		}
	}
	return false
}
