package read

import "strings"

var showWords = listOf("show shows")

// tagVerb decides what a word that can be a verb is.
func (d *document) tagVerb(i, p int, prev tag, n, first, end int) tag {
	e := &d.toks[i]
	v := e.verb
	if d.is(i, "armed") && n < end && d.isAny(n, "forces", "men", "groups", "group", "formations", "services") {
		return adjTag // "the Ukrainian armed forces"
	}
	if d.is(i, "lives") && (prev == nameTag || prev == relTag || prev == nounTag && d.has(p, witnessWord|roleWord)) && n < end && d.isAny(n, "in", "on", "near", "with", "at", "alone", "here", "there") {
		return verbTag // "Natalia lives in a cellar"
	}
	if d.is(i, "services") && p >= first && d.isAny(p, "emergency", "rescue", "security", "intelligence", "utility", "medical", "border", "secret", "ambulance", "fire", "communal", "operational", "special") {
		return nounTag
	}
	if d.is(i, "geolocated") && n < end && d.has(n, docWord|nounWord) && d.toks[n].caps == lowerCase {
		return adjTag // "has not observed geolocated evidence"
	}
	if d.isAny(i, "drones", "troops", "pilots", "channels") {
		return nounTag // "aviation, strike drones and missile troops hit"
	}
	if v&baseForm != 0 && i+2 < end && d.kindAt(i+1) == hyphenToken && d.kindAt(i+2) == wordToken && !d.toks[i+1].spaced && !d.toks[i+2].spaced && e.caps == lowerCase {
		return adjTag // "counter-attacks", "cease-fire"
	}
	if i > 0 && d.kindAt(i-1) == hyphenToken && v&(partForm|ingForm) != 0 {
		return adjTag // "Moscow-appointed"
	}
	if p < 0 && e.caps == titleCase && v == baseForm && n+1 < end && d.toks[n].caps == titleCase && d.has(n, orgWord|nounWord) && !d.has(n, demonymWord) && (d.has(n+1, sayWord) || d.toks[n+1].verb&(sForm|pastForm) != 0) {
		return nameTag // "Harbour Aid warns"
	}
	noun := e.classes&(nounWord|roleWord|orgWord|claimNoun|docWord|witnessWord|mediaWord|titleWord|rankWord|timeWord) != 0
	adj := e.classes&adjWord != 0
	// the token before, past adverbs
	q := d.prevWord(i, first, true)
	var before tag
	if q >= 0 {
		before = d.toks[q].tag
	}
	if d.is(i, "own") && (prev == detTag || prev == possTag) {
		return adjTag
	}
	if v&partForm != 0 && n == i+1 && n < end && e.caps == lowerCase && before != nounTag && before != nameTag && before != pronTag && before != auxTag && before != relTag && d.isAny(i, "verified", "authenticated", "unverified", "leaked", "edited", "published", "released", "shared", "confirmed") && d.has(n, docWord) {
		return adjTag // "However, verified footage shows"
	}
	switch {
	case before == toTag:
		return baseTag
	case before == auxTag && q >= 0:
		switch {
		case d.has(q, modalWord|doWord) || d.isLL(q):
			if v&baseForm != 0 {
				return baseTag
			}
		case d.has(q, haveWord) || d.is(q, "'ve") || d.is(q, "’ve"):
			if v&partForm != 0 {
				return partTag
			}
		}
		if v&ingForm != 0 {
			return ingTag
		}
		if v&partForm != 0 {
			return partTag
		}
		if noun {
			return nounTag
		}
		if d.has(q, doWord|modalWord|haveWord) {
			return partTag
		}
		if adj {
			return adjTag
		}
		return nounTag
	}
	if j := i - 1; e.classes&sayWord != 0 && v&(sForm|pastForm) != 0 && j > first && d.startsNominal(n, end) && (d.kindAt(j) == closeToken || d.char(j) == ',' && d.kindAt(j-1) == closeToken) {
		return verbTag // "'…,' replies Lieutenant X"
	}
	if e.classes&cueWord != 0 && p > first && d.char(p) == ',' && d.mayFollow(i) && (v&(sForm|pastForm) != 0 && d.startsNominal(n, end) || v&baseForm != 0 && n < end && d.has(n, adjWord|roleWord|witnessWord|demonymWord)) && !d.has(n, subjPron) && !d.finiteAhead(n, end) && d.finiteBefore(p, first) {
		return verbTag // "no shell has fallen, boasts the mayor"
	}
	if v&ingForm != 0 && v&^ingForm == 0 {
		switch {
		case noun && (prev == detTag || prev == adjTag || prev == possTag || prev == prepTag && !d.startsNominal(n, end) || prev == nameTag && (n >= end || d.toks[n].kind == punctToken || d.has(n, prepWord) || d.has(n, sayWord)) || d.opensClause(i, p) && n < end && (d.has(n, prepWord|verbWord|beWord|haveWord|modalWord) || d.toks[n].verb&(pastForm|sForm) != 0)):
			return nounTag
		case noun && prev != subTag && (prev == nounTag || prev == coordTag || prev == verbTag || prev == ingTag || prev == partTag || prev == baseTag) && !d.startsNominal(n, end) && !(n < end && d.has(n, whWord)):
			return nounTag
		case prev == detTag && n < end && (d.nominalWord(n) || d.toks[n].kind == numberToken):
			return adjTag
		case prev == detTag || prev == possTag:
			return nounTag
		case n < end && d.nominalWord(n) && d.attributive(p, first):
			return adjTag // "an independent mapping group"
		case prev == nameTag && n < end && d.nominalWord(n) && d.toks[n].caps == lowerCase && d.isAny(i, "monitoring", "mapping", "checking", "tracking", "demining", "reporting", "consulting", "broadcasting", "coordinating", "investigating", "governing", "ruling", "publishing", "trading", "training", "manufacturing", "engineering", "mining", "shipping"):
			return adjTag // "the Delta monitoring project"
		}
		return ingTag
	}
	nounBefore := prev == detTag || prev == adjTag || prev == possTag || prev == numTag && !(p > first && (d.has(p-1, monthWord) || d.numbered(p, first)))
	if v&(pastForm|partForm) != 0 && v&baseForm == 0 {
		switch {
		case nounBefore && (prev != numTag || n < end && d.nominalWord(n)):
			if (prev == adjTag || prev == numTag) && d.has(i, sayWord) && !d.has(i, nounWord) && v&pastForm != 0 && !(n < end && d.nominalWord(n) && d.toks[n].caps == lowerCase && !d.has(n, roleWord)) {
				return verbTag // "the wounded said"
			}
			if noun {
				return nounTag
			}
			if prev == numTag && v&pastForm != 0 && n < end && d.toks[n].caps != lowerCase && (p == first || d.toks[p-1].kind == punctToken) && !d.finiteAhead(n, end) {
				return verbTag // "of ninety men, eleven reached Kupiansk"
			}
			if prev == detTag && n < end && !d.nominalWord(n) && d.toks[n].caps == lowerCase && p >= 0 && !d.has(p, detWord|possWord) {
				return verbTag // "this showed", "all said"
			}
			if (d.is(p, "all") || d.is(p, "both") || d.is(p, "some") || d.is(p, "many") || d.is(p, "few") || d.is(p, "several") || d.is(p, "others")) && v&pastForm != 0 && !d.nominalWord(n) {
				return verbTag
			}
			if prev == adjTag && v&pastForm != 0 && (d.has(p, demonymWord) && !d.nominalWord(n) || n < end && (d.has(n, detWord|possWord) || d.is(n, "that"))) {
				return verbTag
			}
			return adjTag
		case v&pastForm == 0:
			return partTag
		case v&partForm == 0:
			return verbTag
		}
		return d.pastOrParticiple(i, prev, p, n, first, end)
	}
	if noun && v&sForm != 0 && e.classes&claimNoun != 0 && prev == nameTag && d.has(p, demonymWord) && !d.plural(p) && d.is(n, "that") && !(p > first && d.has(p-1, detWord)) {
		return nounTag // "denied Russian reports that"
	}
	if noun && v&sForm != 0 && prev == verbTag && d.has(p, sayWord) && n < end && (d.startsNominal(n, end) || d.nominalWord(n)) && d.relativeNear(p, first) {
		return verbTag // "a clip that it says shows"
	}
	// base or -s forms (and those that are past as well: hit, cut, put, read)
	if e.classes&cueWord != 0 && !nounBefore && n < end && p >= 0 && (d.toks[p].tag != prepTag || d.particleEnd(p, first)) && (d.is(n, "that") || d.char(n) == ':') && (v&sForm != 0 || v&baseForm != 0 && (prev != nounTag || d.plural(p))) &&
		(d.is(n, "that") && d.clauseFollows(n+1, end) && !(noun && prev == nameTag && n+1 < end && d.has(n+1, modalWord|beWord|haveWord|doWord))) && (prev == nounTag || prev == nameTag || prev == pronTag || prev == advTag || d.char(p) == ',' || d.particleEnd(p, first)) {
		return verbTag // "X, the head of Y, posts that", "the authorities state that"
	}
	if e.classes&cueWord != 0 && v&baseForm != 0 && p > first && d.char(p) == ',' && d.is(n, "to") && n+1 < end && d.isAny(n+1, "have", "be", "know", "hold", "control") && !d.finiteAhead(n+2, end) {
		return verbTag // "the pilots, who go by X and Y, claim to have"
	}
	if noun && v&sForm != 0 && p-1 > first && d.char(p) == ',' && d.toks[p-1].tag == verbTag && d.has(p-1, sayWord) && d.startsNominal(n, end) && !d.finiteAhead(n, end) {
		return verbTag // "The enemy, the officer conceded, controls the south"
	}
	if e.classes&cueWord != 0 && v&sForm != 0 && (prev == nounTag || prev == nameTag) && d.mayFollow(i) && ((n >= end || d.endsSentence(n)) && d.behindComma(p, first) || d.insertedAt(p, n, first, end)) {
		return verbTag // ", the operational headquarters reports.", ", the police of Ukraine reports."
	}
	if e.classes&cueWord != 0 && v&sForm != 0 && p-1 > first && d.char(p) == ',' && d.nominal(p-1) && d.mayFollow(i) && d.startsNominal(n, end) && !d.anyFinite(first, i) {
		return verbTag // "Colonel X, the commander of Y, claims a bridge has gone"
	}
	if e.classes&cueWord != 0 && v&sForm != 0 && p-1 > first && d.char(p) == ',' && d.nominal(p-1) && d.mayFollow(i) && (n >= end || d.endsSentence(n) || d.char(n) == ':' || d.char(n) == ',' && n+1 < end && d.has(n+1, beWord|haveWord|modalWord)) {
		return verbTag // "C, Colonel X, the commander of Y, reports."
	}
	if e.classes&sayWord != 0 && v&sForm != 0 && (prev == nameTag || prev == nounTag && !d.plural(p)) && n < end && d.char(n) == ':' && (n+1 >= end || d.kindAt(n+1) == openToken) {
		return verbTag // "The Herald reports: '…'"
	}
	if e.classes&sayWord != 0 && v&baseForm != 0 && (prev == nounTag || prev == nameTag) && n < end && (d.startsNominal(n, end) || d.nominalWord(n) || d.is(n, "that")) && !d.has(n, prepWord) && d.pluralBefore(p, first) {
		return verbTag // "partisans of the movement claim they", "doctors in the town report"
	}
	if e.classes&sayWord != 0 && v&baseForm != 0 && prev == nounTag && d.plural(p) && d.has(p, roleWord|witnessWord|mediaWord|orgWord|demonymWord|docWord|troopsWord) {
		return verbTag // "officials claim air defences destroyed"
	}
	if e.classes&cueWord != 0 && v&sForm != 0 && (prev == nameTag || prev == nounTag && !d.plural(p)) && n+1 < end {
		if _, after := d.cueLemma(i, end); after == n+1 && d.is(after, "that") {
			return verbTag // "the project X points out that"
		}
		if e.classes&sayWord != 0 && d.char(n) == ',' && d.isAny(n+1, "citing", "quoting", "referring") {
			return verbTag // "Mash reports, citing a source, that"
		}
	}
	if noun && d.isOf(i, &showWords) && n < end && d.toks[n].kind == wordToken && (d.startsNominal(n, end) || d.nominalWord(n)) && d.documentBefore(i, first) {
		return verbTag // "drone footage shows waves of", "pictures reviewed by this paper show trenches"
	}
	if nounBefore {
		if prev == adjTag && p >= 0 && d.has(p, demonymWord) && v&sForm != 0 && !noun {
			return verbTag
		}
		if noun || prev == detTag || prev == possTag || adj {
			if adj && n < end && d.nominalWord(n) {
				return adjTag
			}
			if d.is(p, "both") && v&sForm != 0 && n < end && d.is(n, "that") && p > first && d.nominal(p-1) {
				return verbTag // "the staff both claims that … and concedes that"
			}
			if d.has(p, demWord) && !noun && v&sForm != 0 {
				return verbTag
			}
			if v&pastForm != 0 && !noun && !adj {
				return partTag
			}
			return nounTag
		}
		if prev == numTag || prev == adjTag {
			if v&sForm != 0 && p >= 0 && d.toks[p].kind == wordToken && (d.is(p, "one") || prev == numTag && n < end && !d.nominalWord(n)) {
				return verbTag // "one lorry in three gets through"
			}
			return nounTag
		}
	}
	if adj && !noun {
		if prev == pronTag && v&sForm != 0 {
			return verbTag
		}
		return adjTag
	}
	if prev == numTag && v&sForm != 0 && p-2 > first && e.classes&cueWord != 0 && n < end && (d.has(p-1, monthWord) || d.is(p-1, "and") && d.toks[p-2].tag == numTag) && d.toks[n].kind == wordToken && !d.has(n, prepWord|coordWord) && !d.anyFinite(first, i) {
		return verbTag // "footage published on October 25 and 26 shows soldiers"
	}
	if prev == numTag && v&sForm != 0 && p > first && d.has(p-1, monthWord) && (e.classes&cueWord != 0 || !noun) && n < end && (d.startsNominal(n, end) || d.is(n, "that") || d.has(n, adjWord)) {
		return verbTag // "footage published on February 16 shows"
	}
	if p >= 0 && d.is(p, "there") && v&sForm != 0 {
		return verbTag // "there needs to be"
	}
	switch prev {
	case pronTag, relTag:
		return verbTag
	case prepTag:
		if e.classes&sayWord != 0 && p > first && p == i-1 && (d.toks[p-1].tag == verbTag || d.toks[p-1].tag == partTag) && d.contactClause(p-1, first) {
			return verbTag // "the medics she works with say"
		}
		if noun {
			return nounTag
		}
		if v&pastForm != 0 {
			return partTag
		}
		return nounTag
	case negTag:
		if v&pastForm != 0 || v&sForm != 0 {
			return verbTag
		}
	}
	if x := &d.toks[min(n, len(d.toks)-1)]; noun && v&sForm != 0 && n < end && d.plural(i) && d.toks[n].caps == lowerCase && x.verb&baseForm != 0 && x.verb&pastForm == 0 && x.classes&(nounWord|adjWord|advWord|prepWord|coordWord|subordWord|roleWord) == 0 && d.char(n) != ',' {
		return nounTag // "assault groups keep seeping in"
	}
	if e.classes&cueWord != 0 && (v&sForm != 0 || v&baseForm != 0 && noun && d.pluralFirst(p, first)) && p > first && d.char(p) == ',' && n < end && (d.startsNominal(n, end) || d.is(n, "that") || d.nominalWord(n)) && !d.anyFinite(first, i) && !d.finiteAhead(n, end) {
		return verbTag // "footage, supplied by X, shows soldiers"
	}
	if noun && v&sForm != 0 && prev == advTag && d.isAny(p, "still", "already", "now", "also", "never", "always", "often") && n < end && (d.has(n, prepWord|advWord|detWord) || d.toks[n].kind == punctToken || d.has(n, beWord|modalWord) && before == nounTag) && q >= 0 && d.toks[q].tag != auxTag {
		return verbTag // "which residents swear still runs at night"
	}
	if v&sForm != 0 {
		// "the ministry claims", "Kyiv reports": singular subject before
		subject := prev == nounTag && !d.plural(p) || prev == nameTag || prev == pronTag
		if noun && (subject && prev != nameTag || prev == advTag && (before == nounTag && !d.plural(q) || before == nameTag)) && !(d.char(n) == ',' && d.behindPreposition(p, first)) && !d.finiteAhead(n, end) && !d.finiteBefore(i, first) {
			return verbTag // the clause has no other verb: "artillery falls on the town"
		}
		if subject && !noun {
			return verbTag
		}
		if subject && noun && prev == nameTag {
			if d.has(p, demonymWord) && !d.plural(p) {
				return nounTag // "Russian channels"
			}
			if d.nameVerb(i, p, n, first, end) {
				return verbTag
			}
		}
		if subject && noun {
			if n < end && d.is(n, "that") && e.classes&cueWord == 0 && d.cueBefore(p) {
				return nounTag // "told journalists on the embassy steps that"
			}
			if n < end && (d.startsNominal(n, end) || d.is(n, "that") || d.is(n, "to") || d.is(n, "how") || d.has(n, advWord)) || d.quoteFollows(i, end) {
				return verbTag
			}
			if (e.classes&cueWord != 0) && prev == nameTag && n < end && !d.has(n, verbWord|beWord|haveWord|modalWord|coordWord) && d.toks[n].kind == wordToken && !d.has(n, prepWord) {
				return verbTag
			}
			return nounTag
		}
		if before == advTag || before == negTag {
			return verbTag
		}
		if before == pronTag && prev == advTag {
			return verbTag // "he also claims"
		}
		if noun && prev == coordTag && d.finiteBefore(i, first) && n < end && (d.startsNominal(n, end) || d.is(n, "that") || e.classes&cueWord != 0 && d.has(n, prepWord|advWord)) {
			return verbTag // "denies it and points out that"
		}
		if noun {
			return nounTag
		}
		return verbTag
	}
	if v&pastForm != 0 { // hit, cut, put, read, set
		if e.classes&cueWord != 0 && prev == nounTag && n < end && d.isAny(n, "back", "out", "down", "forward") && !d.finiteBefore(i, first) {
			if _, after := d.cueLemma(i, end); after > n {
				return verbTag // "The governor hit back"
			}
		}
		if prev == nounTag || prev == nameTag {
			if noun && prev == nounTag && !(n < end && (d.startsNominal(n, end) || d.has(n, prepWord) || d.plural(p) && d.nominalWord(n) && !d.finiteBefore(i, first) && !d.finiteAhead(n, end))) {
				return nounTag
			}
			return verbTag
		}
		if noun && p < 0 {
			return nounTag
		}
		return verbTag
	}
	// plain base form
	if noun && prev == nameTag && d.has(p, demonymWord) && d.plural(p) && p > first && d.has(p-1, detWord) && n < end && d.toks[n].kind == wordToken && !d.finiteAhead(n, end) {
		return verbTag // "thinks the Ukrainians hold about a third"
	}
	if noun && (prev == nounTag && d.plural(p) || prev == advTag && before == nounTag && d.plural(q)) && !d.finiteAhead(n, end) && !d.finiteBefore(i, first) && n < end && d.toks[n].kind == wordToken {
		return verbTag // "small groups slip in through the ruins"
	}
	if noun && prev == coordTag && n < end && d.startsNominal(n, end) && d.finiteBase(i, first) {
		return verbTag // "control the heights and shell the town"
	}
	if p < 0 && n < end && (d.has(n, beWord|haveWord|modalWord|doWord) || d.toks[n].verb&(sForm|pastForm) != 0 && d.toks[n].caps == lowerCase) {
		return nounTag // "Supply runs along one road"
	}
	if (prev == nounTag || prev == nameTag) && n < end && (d.startsNominal(n, end) || d.isAny(n, "over", "up", "out", "from", "its", "their", "all")) && d.demanded(i, first) {
		return verbTag // "insisted that Ukraine hand over"
	}
	if prev == nounTag && !d.plural(p) && v&sForm == 0 && v&pastForm == 0 && (noun || e.classes&sayWord == 0) {
		return nounTag // "climate change": a singular takes no base form
	}
	if prev == nounTag && d.plural(p) || prev == coordTag || before == advTag || prev == nameTag && d.pluralSubject(p, first) {
		if noun {
			if n < end && (d.startsNominal(n, end) || d.is(n, "that")) && prev != coordTag {
				return verbTag
			}
			return nounTag
		}
		return verbTag
	}
	if noun {
		if p < 0 && n < end && d.startsNominal(n, end) && !d.has(n, subjPron) {
			return verbTag
		}
		return nounTag
	}
	if p < 0 || d.toks[p].kind == punctToken || prev == advTag || prev == thatTag || prev == subTag {
		return verbTag
	}
	return verbTag
}

// nameVerb reports whether a word that may be noun or verb is the verb of the
// name before it: ", Suspilne reports.", "insists Lyman stands".
func (d *document) nameVerb(i, p, n, first, end int) bool {
	q := p
	for q > first && d.toks[q-1].tag == nameTag {
		q--
	}
	if q--; q < first {
		return false
	}
	if d.judgedNoun(q) && q > first && d.has(q-1, detWord) && d.has(i, cueWord) {
		return n >= end || d.toks[n].kind == punctToken // "a figure Kyiv disputes"
	}
	if d.char(q) == ',' && d.has(i, sayWord) {
		return n >= end || d.endsSentence(n) || d.char(n) == ','
	}
	return (d.toks[q].tag == thatTag || d.toks[q].tag == verbTag && d.has(q, cueWord)) && !d.finiteAhead(n, end) && !(n < end && d.nominalWord(n) && !d.has(n, advWord))
}

func (d *document) isLL(i int) bool {
	s := d.str(i)
	return strings.HasSuffix(s, "ll") || strings.HasSuffix(s, "d")
}
