package read

// Where another speaker begins: the content of the one before ends there.

// reportVerbs are verbs of saying with what happened as their object.
var reportVerbs = listOf("reported reports announced announces confirmed confirms")

// pastSetting is the token behind where or when something is said, at token k: "while in
// Moscow the mayor said", "and on Friday the ministry said".
func (d *document) pastSetting(k, end int) int {
	if k+2 >= end || d.toks[k].tag != prepTag || !d.isAny(k, "in", "on", "at") || k > 0 && d.toks[k-1].tag != subTag && d.toks[k-1].tag != coordTag {
		return k
	}
	p := d.baseRight(k+1, end)
	if n := d.mentionIndex(k + 1); n < len(d.mentions) && d.mentions[n].first == k+1 && d.mentions[n].end < p.end {
		p = np{k + 1, d.mentions[n].end, d.mentions[n].end - 1} // "in Sumy region Oleh X said"
	}
	if p.empty() || p.end >= end || !d.isTime(p.head) && d.toks[p.head].tag != nameTag && !d.has(p.head, regionWord) {
		return k
	}
	if d.char(p.end) == ',' && d.toks[p.end].kind == punctToken {
		return p.end + 1
	}
	return p.end
}

// pastRelative is the verb of saying behind the clause with "who" at token k, end where there
// is none: "a soldier in the area who writes under the name Y disputed this".
func (d *document) pastRelative(k, end int) int {
	const far = 16 // tokens
	finite := false
	for m := k + 1; m < end && m < k+far && !d.endsClause(m) && d.toks[m].kind != openToken && d.toks[m].tag != thatTag; m++ {
		if finite && d.toks[m].tag == verbTag && d.has(m, cueWord) {
			return m
		}
		finite = finite || d.finite(m) && d.toks[m].tag == verbTag
	}
	return end
}

// assaultVerbs are those of blaming that tell of blows as well.
var assaultVerbs = listOf("attacked attacks attack blasted blasts blast slammed slams slam")

// strikesAt reports whether the verb at token k tells of a blow rather than of words: "attacked a
// pipeline", not "attacked the mayor".
func (d *document) strikesAt(k, end int) bool {
	if !d.isOf(k, &assaultVerbs) {
		return false
	}
	p := d.baseRight(k+1, end)
	return !p.empty() && !d.has(p.head, roleWord|titleWord|orgWord|claimNoun|mediaWord) && (d.toks[p.head].tag != nameTag || d.placeAt(p.head))
}

// insideWords begin what says how somebody comes to know.
var insideWords = listOf("familiar briefed close involved aware present privy with in at from")

// pastRelation is the verb of saying behind such words at token k, k where there is none: "two
// people familiar with the matter said".
func (d *document) pastRelation(k, end int) int {
	const far = 10 // tokens
	for m := k + 1; m < end && m < k+far && !d.endsClause(m) && d.toks[m].kind != openToken; m++ {
		if d.toks[m].tag == verbTag && d.has(m, sayWord) {
			return m
		}
		if d.finite(m) {
			break
		}
	}
	return k
}

// whereAside ends what is said in a clause with "where" behind the place that the sentence starts
// with: "In X, where residents said the night was quiet, a drone hit a minibus".
func (d *document) whereAside(a *attribution, lo int) {
	k := a.subject.first - 1
	if a.subject.empty() || k <= lo || !d.is(k, "where") || d.char(k-1) != ',' || d.toks[lo].tag != prepTag || len(a.content) != 1 || a.content[0].first < k {
		return
	}
	c := &a.content[0]
	for m := c.first + 1; m < c.end; m++ {
		if d.char(m) != ',' || d.toks[m].kind != punctToken {
			continue
		}
		if p := d.phraseRight(m+1, c.end); !p.empty() && p.end < c.end && d.finite(d.pastAdverbs(p.end, c.end)) {
			c.end = m
			return
		}
	}
}

// newAttribution reports whether a noun phrase and a reporting verb with content
// of its own start at token i: "Kyiv denied that", "officials said". With shared
// the subject may be missing ("and warned that").
func (d *document) newAttribution(i, end int, shared bool) bool {
	k := i
	for k < end && (d.toks[k].tag == advTag || d.toks[k].tag == coordTag || d.toks[k].tag == subTag && d.is(k, "while")) {
		k++
	}
	if k = d.pastSetting(k, end); k >= end {
		return false
	}
	if shared && d.toks[k].tag == auxTag && (d.has(k, negWord) || d.tagAt(k+1) == negTag) {
		// "but would not say what"
	} else if d.toks[k].tag != verbTag {
		p := d.phraseRight(k, end)
		if p.empty() {
			return false
		}
		if (d.pictures(p) || d.isOf(p.head, &evidenceNouns)) && (d.is(i, "but") || d.is(i-1, "but")) && p.end < end && d.isOf(p.end, &inferVerbs) {
			return true // "but subsequently released footage shows soldiers in X"
		}
		k = p.end
		if k < end && d.char(k) == ',' {
			e := d.asideEnd(k, end)
			if e == 0 {
				return false
			}
			k = e + 1
		}
	} else if !shared {
		// ", said X": inverted
		if d.has(k, sayWord) && d.toks[k].tag == verbTag {
			p := d.phraseRight(k+1, end)
			return !p.empty() && (p.end >= end || d.endsClause(p.end))
		}
		return false
	}
	if k < end && d.toks[k].tag == relTag && d.is(k, "who") {
		k = d.pastRelative(k, end)
	} else if k < end && !shared && d.isOf(k, &insideWords) {
		k = d.pastRelation(k, end)
	}
	for k < end && (d.toks[k].tag == advTag || d.toks[k].tag == auxTag || d.toks[k].tag == negTag) {
		if d.toks[k].tag == auxTag && !d.has(k, haveWord|doWord) && !(shared && (d.has(k, negWord) || d.tagAt(k+1) == negTag)) {
			return false
		}
		k++
	}
	if shared && k+2 < end && d.toks[k].tag == verbTag {
		// "went on to claim that", "refused to say"
		m := k + 1
		for m < end && m < k+3 && d.toks[m].tag == advTag || d.is(m, "on") {
			m++
		}
		if m+1 < end && d.toks[m].tag == toTag && d.toks[m+1].tag == baseTag && d.has(m+1, sayWord) {
			k = m + 1
		}
	}
	if k >= end || !d.has(k, cueWord) || d.toks[k].tag != verbTag && d.toks[k].tag != partTag && d.toks[k].tag != baseTag {
		return false
	}
	l, after := d.cueLemma(k, end)
	if e := d.afterCue(after, end); after >= end || !shared && d.has(k, sayWord) && e > after && (e >= end || d.char(e) == ',' && d.tagAt(e+1) == coordTag) {
		return l.frames&invertFrame != 0 // ", officials said on Monday"
	}
	if shared && k < i+3 && d.toks[k].tag == verbTag && !d.strikesAt(k, end) && (d.has(k, namingWord) || l.stance == blameStance || l.stance == accuseStance || l.stance == praiseStance) {
		return true // "and called it nonsense"
	}
	if l.frames&(thatFrame|bareFrame|quoteFrame|whFrame) == 0 {
		if l.frames == infinitiveFrame && d.tagAt(i) == verbTag {
			return false // "and refused to drop the gun"
		}
		return l.stance == denyStance || l.stance == demandStance || (l.stance == blameStance || l.stance == accuseStance) && !d.strikesAt(k, end)
	}
	if after > k+1 && k > i && (d.is(after-1, "of") || d.isTyped(after, end)) {
		return true // "and mothers in X wrote of the first quiet morning"
	}
	if l.frames&addresseeFrame != 0 {
		// "told X that"
		if p := d.phraseRight(after, end); !p.empty() && p.end < end && (d.toks[p.end].tag == thatTag || d.toks[p.end].kind == openToken) {
			return true
		}
	}
	if shared && l.frames&(complementFrame|asFrame) != 0 && d.tagAt(i) == verbTag {
		// "and judged it capable", "but expect the fighting to move"
		if p := d.phraseRight(after, end); !p.empty() && p.end < end && (l.frames&asFrame != 0 && d.is(p.end, "as") || l.frames&complementFrame != 0 && d.complementStarts(p.end, p, end)) {
			return true
		}
	}
	switch t := &d.toks[after]; {
	case t.tag == thatTag, t.kind == openToken, d.char(after) == ':':
		return true
	case t.tag == relTag:
		return l.frames&whFrame != 0
	case t.kind == punctToken:
		return l.frames&invertFrame != 0
	case l.stance == denyStance || l.stance == demandStance:
		return true
	case t.tag == prepTag || t.tag == advTag || d.isTime(after):
		for m := after + 1; m < end && m < after+12 && !d.endsClause(m); m++ {
			if d.toks[m].tag == thatTag || d.toks[m].kind == openToken {
				return true
			}
		}
	}
	if l.frames&objectFrame != 0 && d.has(k, sayWord) && i > 0 && (d.toks[i-1].tag == subTag || shared) && d.isOf(k, &reportVerbs) && d.isTyped(after, end) {
		return true // "while his counterpart reported three deaths in X"
	}
	return d.bareFollows(after, end) || !shared && i > 0 && d.toks[i-1].tag == subTag && d.has(k, sayWord) && l.frames&bareFrame != 0 && d.hasFinite(after, end)
}
