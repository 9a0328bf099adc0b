package read

// viewedWords are what many do with pictures; viewsLength is how many tokens say how many.
var viewedWords = listOf("viewed watched seen shared reposted forwarded liked retweeted posted played clicked downloaded")

const viewsLength = 6

// handedWords are how pictures come into the hands of who writes of them.
var handedWords = listOf("sent supplied handed passed forwarded given shown provided")

// pastOrParticiple decides for "said", "pushed": finite after its subject,
// participle in a reduced clause ("officials quoted by", "troops pushed back by").
func (d *document) pastOrParticiple(i int, prev tag, p, n, first, end int) tag {
	if p > first && d.char(p) == ',' && d.has(i, sayWord) && n+1 < end && d.is(n, "by") && d.toks[i].verb&partForm != 0 && (d.has(n+1, detWord) && !d.has(n+2, timeWord) || d.toks[n+1].caps != lowerCase) && !d.anyFinite(d.behindThat(p, first), p) && d.finiteAhead(n+1, end) {
		return partTag // "the capture of X, claimed by the ministry, has not been confirmed"
	}
	if prev == nounTag && n < end && (d.has(n, prepWord) || d.isTime(n)) && d.toks[first].tag == prepTag && i-first < 14 && d.toks[i].verb&partForm != 0 && d.onePhrase(first+1, i) && (d.finiteAhead(n, end) || d.has(p, docWord) && d.commaAhead(n, end)) {
		return partTag // "In an interview published on Sunday the minister ruled out"
	}
	if n < end && d.is(n, "by") && prev != pronTag && !(d.has(i, sayWord) && n+1 < end && d.isAny(n+1, "radio", "phone", "telephone", "messenger", "email", "e", "sms", "whatsapp", "telegram", "signal", "cable", "voice", "text", "letter", "video", "fax", "satellite", "message", "mail", "post", "way")) && !(d.has(i, sayWord) && (p < 0 || d.toks[p].kind == punctToken)) {
		// "quoted by Tass": reduced, when a finite verb follows later
		return partTag
	}
	if (d.has(i, adjWord) || d.isOf(i, &sufferedWords)) && n < end && (d.nominalWord(n) && d.toks[n].caps == lowerCase || d.has(n, demonymWord)) && (p < 0 || d.toks[p].kind == punctToken && (d.anyFinite(first, p) || d.finiteAhead(n, end))) {
		return adjTag // ", retired air force general X said"
	}
	if prev == nounTag && d.isPicture(p) && d.isOf(i, &viewedWords) && n < end && d.finiteAhead(n+1, end) {
		for k := n; k < min(end, n+viewsLength); k++ {
			if d.isAny(k, "times", "people", "users", "accounts") {
				return partTag // "A clip viewed millions of times shows"
			}
		}
	}
	if (prev == nounTag || prev == nameTag) && d.is(i, "dated") && n < end && (d.toks[n].kind == numberToken || d.has(n, monthWord|weekdayWord)) {
		return partTag // "Images from Planet Labs dated 9 January show"
	}
	if prev == nounTag && d.isPicture(p) && d.isOf(i, &handedWords) && d.is(n, "to") {
		return partTag // "Photos sent to us by residents show"
	}
	switch prev {
	case verbTag, baseTag:
		if n < end && d.nominalWord(n) && d.toks[n].caps == lowerCase {
			return adjTag // "made confirmed gains"
		}
	case pronTag, relTag, nounTag, nameTag, negTag, advTag:
		if prev == advTag && p > first && n < end && (d.nominalWord(n) || d.toks[n].caps != lowerCase) {
			switch d.tagAt(p - 1) {
			case prepTag, detTag, possTag:
				return adjTag // "in the temporarily occupied town", "in recently liberated X"
			}
		}
		if prev == nounTag || prev == nameTag {
			// a finite verb before it in the clause makes it a reduced clause
			if d.finiteBefore(i, d.joinedClause(i, first, n, end)) && !d.has(i, sayWord) && !d.behindRelative(i, n, first, end) {
				return partTag
			}
		}
		return verbTag
	case prepTag:
		return adjTag
	case coordTag:
		if n < end && d.has(n, docWord) && d.toks[n].caps == lowerCase && !d.has(i, sayWord) && d.finiteAhead(n+1, end) {
			return adjTag // "and geolocated imagery of 2 May shows"
		}
		// like the verb before: "took and held"
		return verbTag
	}
	if p < 0 && n < end && d.nominalWord(n) && d.toks[n].caps == lowerCase && !d.has(i, sayWord) && !d.has(n, detWord) {
		return adjTag // "Geolocated footage"
	}
	if p < 0 || d.toks[p].kind == punctToken {
		// ", said X", or a participle phrase: ", backed by armour,"
		if d.has(i, sayWord) {
			return verbTag
		}
		if p < 0 || p-2 > first && d.toks[p-1].kind == numberToken && d.char(p-2) == ',' && d.isOf(n, &byOrFrom) && d.anyFinite(first, p-2) {
			return partTag // "says Halyna, 71, evacuated from X"
		}
		return verbTag
	}
	return verbTag
}

// behindThat is where the clause of token p begins when "that" opens it, first otherwise.
func (d *document) behindThat(p, first int) int {
	const far = 14 // tokens
	for k := p; k > first && k > p-far; k-- {
		if d.toks[k].tag == thatTag {
			return k + 1
		}
	}
	return first
}

// behindRelative reports whether token i is the verb of a subject whose relative clause, with a verb
// of its own, stands before it, and an object follows: "The brigade that holds the town called C".
func (d *document) behindRelative(i, n, first, end int) bool {
	const far = 16 // tokens
	if n >= end || !d.startsNominal(n, end) && !d.nominalWord(n) && d.toks[n].caps == lowerCase {
		return false
	}
	stop := n
	for stop < end && !d.is(stop, "as") {
		stop++ // "described the trenches as flooded"
	}
	if d.finiteAhead(n, stop) {
		return false
	}
	verbs := 0
	for k := i - 1; k > first && k > i-far && !d.endsClause(k); k-- {
		switch {
		case d.toks[k].tag == verbTag || d.toks[k].tag == auxTag && d.toks[k+1].tag != verbTag && d.toks[k+1].tag != partTag:
			verbs++
		case d.isAny(k, "who", "that", "which"):
			if verbs != 1 || d.anyFinite(first, k) || d.tagAt(k-1) != nounTag && d.tagAt(k-1) != nameTag {
				return false
			}
			return d.toks[first].tag != prepTag && d.toks[first].tag != subTag
		case d.toks[k].tag == coordTag || d.toks[k].tag == subTag:
			return false
		}
	}
	return false
}

// joinedClause is where the clause of token i begins: behind ", and" or ", but", where its
// object follows and no other verb: "hit X, and aviation struck a crossing".
func (d *document) joinedClause(i, first, n, end int) int {
	if n >= end || !d.startsNominal(n, end) && !d.nominalWord(n) || d.finiteAhead(n, end) {
		return first
	}
	for k := i - 1; k > first && k > i-8; k-- {
		if d.has(k, coordWord) && d.char(k-1) == ',' {
			return k + 1
		}
	}
	return first
}

// sufferedWords are what people who then speak may have been: "'…,' captured soldier X said".
var sufferedWords = listOf("captured wounded injured detained displaced evacuated surrendered exiled arrested freed released rescued mobilised mobilized demobilised conscripted")
