package read

// behindComma reports whether the noun phrase that token p ends stands behind a
// comma, and a clause before it.
func (d *document) behindComma(p, first int) bool {
	k := p
	for k > first && k > p-20 && (d.nominal(k) || d.toks[k].tag == possTag || d.toks[k].kind == hyphenToken || d.toks[k].tag == prepTag) {
		k--
	}
	if k <= first || k >= p {
		return false
	}
	return d.kindAt(k) == closeToken && (d.char(k-1) == ',' || d.char(k-1) == '?' || d.char(k-1) == '!') || d.char(k) == ',' && (d.kindAt(k-1) == closeToken || d.anyFinite(first, k))
}

// insertedAt reports whether token i, a verb of saying or a noun, stands between commas
// behind a phrase: "The bridge, the ministry reports, has gone". n is the token behind.
func (d *document) insertedAt(p, n, first, end int) bool {
	if n+1 >= end || d.char(n) != ',' || d.toks[n].kind != punctToken {
		return false
	}
	k := p
	for k > first && k > p-20 && (d.nominal(k) || d.toks[k].tag == possTag || d.toks[k].kind == hyphenToken || d.toks[k].tag == prepTag) {
		k--
	}
	if k <= first || k >= p || d.char(k) != ',' {
		return false
	}
	if d.anyFinite(first, k) {
		return d.has(k+1, detWord) || d.toks[k+1].caps != lowerCase
	}
	m := n + 1
	for m < end && m < n+4 && d.has(m, advWord|negWord) {
		m++
	}
	return m < end && (d.has(m, beWord|haveWord|modalWord|doWord) || d.toks[m].verb&(pastForm|sForm) != 0 && !d.has(m, nounWord|adjWord))
}

// onePhrase reports whether tokens [i, j) are a noun phrase of one noun or name.
func (d *document) onePhrase(i, j int) bool {
	for ; i < j; i++ {
		if !d.nominal(i) && d.toks[i].tag != possTag {
			return false
		}
	}
	return true
}

// particleEnd reports whether token p is a particle at the end of a relative
// clause: "those who have come out".
func (d *document) particleEnd(p, first int) bool {
	return p-1 > first && d.isAny(p, "out", "off", "up", "down", "away", "back", "over", "through", "in") &&
		(d.toks[p-1].tag == verbTag || d.toks[p-1].tag == partTag)
}

// pluralBefore reports whether the phrase that token p ends hangs on people or
// bodies in the plural: "partisans of the movement".
func (d *document) pluralBefore(p, first int) bool {
	const who = roleWord | witnessWord | mediaWord | orgWord | troopsWord
	if p-2 >= first && d.has(p, timeWord) && d.isAny(p-1, "this", "last") {
		if p -= 2; d.toks[p].tag == nounTag && d.plural(p) && d.has(p, who|docWord) {
			return true // "officials this week claim that"
		}
	}
	k := p
	for k > first && k > p-12 && (d.nominal(k) || d.toks[k].kind == hyphenToken) {
		k--
	}
	if k-2 >= first && d.is(k, "by") && d.toks[k-1].verb&partForm != 0 {
		return d.plural(k-2) && d.has(k-2, docWord) // "posts shared by pro-Russian accounts claim"
	}
	if k <= first || k == p || !d.isAny(k, "of", "in", "from", "at", "with", "near") {
		return false
	}
	k--
	return d.toks[k].tag == nounTag && d.plural(k) && d.has(k, who)
}

// behindPreposition reports whether the noun phrase that token p ends hangs on a
// preposition: "for the border" before "guards,".
func (d *document) behindPreposition(p, first int) bool {
	for n := 0; n < 12 && p > first && d.nominal(p) && d.toks[p].tag != numTag; n++ {
		p--
	}
	return d.toks[p].tag == prepTag
}

// numbered reports whether the number at p is that of the noun before it:
// "Article 4 says", "Resolution 12 demands".
func (d *document) numbered(p, first int) bool {
	return p > first && d.toks[p].kind == numberToken && d.kindAt(p-1) == wordToken && d.toks[p-1].caps == titleCase &&
		(d.has(p-1, docWord) || d.isAny(p-1, "article", "point", "paragraph", "clause", "section", "annex", "chapter", "resolution", "order", "decree"))
}

// relativeNear reports whether the verb at token v stands right behind a relative pronoun
// and its subject, "that it says", "which the ministry says", or behind a picture and its
// subject: "a clip the ministry says".
func (d *document) relativeNear(v, first int) bool {
	const far = 8 // tokens
	for k := v - 1; k > first && k > v-far; k-- {
		if d.isAny(k, "that", "which") {
			return k < v-1 && (d.nominal(k-1) || d.char(k-1) == ',')
		}
		if k < v-1 && d.isPicture(k) && d.toks[k+1].tag != nounTag {
			return true
		}
		if d.toks[k].kind != wordToken && d.toks[k].kind != hyphenToken || d.finite(k) {
			return false
		}
	}
	return false
}

// mayFollow reports whether a form of a verb that may follow its subject behind what
// is said stands at token i: "C, he says", "C, Kyiv fears".
func (d *document) mayFollow(i int) bool {
	return d.has(i, sayWord) || d.lex.lemmas[d.toks[i].lemma].frames&invertFrame != 0
}
