package read

import "contested/geo"

var noneWords = listOf("neither nobody none no")

var toldWords = listOf("reported reports confirmed confirms commented comments announced mentioned mentions said says claimed claims acknowledged admitted published")

var agoWords = listOf("ago formerly pre")

var hasWords = listOf("has have")

var respondWords = listOf("respond responds responded comment comments commented reply replies replied react reacts reacted")

var predictedWords = listOf("predicted forecast expected anticipated feared")

// noSituation is the weight from which a pattern of no type says that a clause tells of
// something else than of the ground: "held talks", "a heart attack".
const noSituation = 95

// narratable reports whether a clause tells of a situation now, rather than of
// background: what was long ago, what somebody was, what stands in a relative
// clause.
func (d *document) narratable(p *clause, s int, issued bool) bool {
	x := p.runs[0]
	finite := false
	for _, y := range p.runs {
		finite = finite || d.hasFinite(y.first, y.end)
	}
	if !finite && !(len(p.runs) == 1 && d.elliptic(x, s, issued)) || p.find.typ == geo.Other && p.find.weight >= noSituation && !d.failsToCome(x) {
		return false
	}
	if k := x.first; k > 0 && d.isAny(k, "a", "an") && d.char(k-1) == ',' && d.kindAt(d.sents[s].first) == openToken {
		return false // "'…,' said Andrii, 29, a gunner wounded near X": who he is
	}
	if d.isOf(x.first, &noneWords) && d.anyOf(x.first, p.find.first, &toldWords) {
		return false // "Neither side has reported the loss of X"
	}
	if d.is(x.first, "the") && d.isAny(x.first+1, "first", "second", "third", "fourth", "other") && d.char(x.first+2) == ',' && d.is(x.first+3, "that") {
		return false // "The second, that C, we could not check"
	}
	if d.knownByAll(x, p.find.first) {
		return false // "everybody in the queue knew that X had been given up"
	}
	if d.misused(x, p.find.first) {
		return false // "Old footage is being passed off as proof of an attack"
	}
	if d.is(x.first, "whoever") || d.keepsQuiet(x, p.find.first) {
		return false // "whoever holds it can fire on X": of nobody's holding it
	}
	if d.isAny(x.first, "his", "her", "my") && !d.ofMany(x) || d.besidePoint(p, issued) {
		return false // family: background
	}
	if !issued && d.article.Publisher.Party == geo.Press && !d.sees(p.find) && d.scenery(p, s) {
		return false
	}
	if d.is(x.first, "for") && x.first+2 < x.end && (d.tagAt(x.first+1) == numTag || d.isAny(x.first+1, "more", "over", "almost", "nearly", "several", "many")) {
		return false // "for three months": background
	}
	if p.find.typ == geo.Advance && d.liesThere(p) {
		return false
	}
	finding := p.find.typ == geo.Other && p.find.weight < 90 // of what a picture shows
	lasting := false                                         // "has been closed since May", "have slipped in since": holds now
	perfect := false                                         // "has"
	for k := x.first; k < x.end; k++ {
		if d.isOf(k, &hasWords) && k+1 < x.end {
			m := d.pastAdverbs(k+1, x.end)
			perfect = true
			lasting = lasting || d.is(m, "been") || d.tagAt(m) == partTag && ofTheFront(p.find.typ)
		}
		switch {
		case d.is(k, "since") && (lasting || !finite), finding && d.isYear(k):
			k += 3
		case d.is(k, "last") && k+1 < x.end && d.is(k+1, "year"):
			return false
		case d.isYear(k) && k > x.first+1 && d.isAny(k-1, "in", "and") && d.isAny(k-2, "born"), d.isYear(k) && d.is(k-1, "and") && k > 1 && d.isYear(k-2):
			// people's ages
		case d.isYear(k) && k > x.first && d.isAny(k-1, "in", "since", "until", "before", "of"):
			return false
		case d.is(k, "since") && k+1 < x.end && d.has(k+1, monthWord):
			if perfect && d.isOf(x.first, &noneWords) {
				continue // "No convoy has reached X since July": none does now
			}
			return false
		case d.isOf(k, &agoWords):
			return false
		case d.is(k, "before") && k+2 < x.end && d.isAny(k+1, "the", "this") && d.isAny(k+2, "war", "invasion"):
			return false
		}
	}
	// what somebody says is not the narrator's
	for k := x.first; k < x.end; k++ {
		if d.has(k, claimNoun) && d.toks[k].tag == nounTag && d.isAny(k, "claim", "claims", "allegation", "allegations", "statement", "statements", "report", "reports", "announcement", "rumour", "rumours") {
			return false
		}
	}
	for k := x.first; k < p.find.first; k++ {
		if k == x.end && len(p.runs) > 1 && p.runs[1].first <= p.find.first {
			k = p.runs[1].first // past a relative clause
		}
		if d.is(k, "silent") && d.isAny(k-1, "stayed", "remained", "kept", "been", "remains") && d.isAny(k+1, "on", "about") {
			return false // "have stayed silent on the strike"
		}
		if d.is(k, "no") && d.isAny(k+1, "word", "comment", "reaction", "response", "statement", "immediate") && d.is(x.first, "there") {
			return false // "There was no word from X about the attack"
		}
		if d.article.Publisher.Party == geo.Press && d.isOf(k, &respondWords) && (d.toks[k].tag == verbTag || d.toks[k].tag == baseTag || d.toks[k].tag == partTag) {
			return false // "did not respond to a request for comment on the strike"
		}
		if t := &d.toks[k]; d.has(k, sayWord) && (t.tag == verbTag || t.tag == partTag) && k > x.first {
			if l, _ := d.cueLemma(k, x.end); l.stance != showStance && (d.attributes(k) || d.isOf(k+1, &muchOrLittle) || k+1 < x.end && (d.tagAt(k+1) == thatTag || d.char(k+1) == ':')) {
				return false
			}
		}
	}
	// nor what is expected of it
	for k := p.find.end; k < x.end; k++ {
		if d.isOf(k, &predictedWords) && d.toks[k].tag == partTag {
			return false
		}
	}
	// the finding must not hang on "who", "which", "when", "after"
	for k := x.first; k < p.find.first; k++ {
		if d.is(k, "what") && d.isAny(k+1, "is", "was", "remains") {
			continue // "what is left of the town is being fought over"
		}
		if k > x.first && ofHarm(p.find.typ) && d.is(k, "when") || d.is(k, "so") && d.is(k-1, "even") {
			continue // "Three men were waiting for a bus when a shell landed"
		}
		if t := &d.toks[k]; k < x.end && (t.tag == relTag || t.tag == subTag && k > x.first) {
			if t.tag == relTag {
				if m := d.relativeClosed(k, p.find.first); m > 0 {
					k = m
					continue
				}
				if d.pastRestrictive(k, x.first, p.find) {
					break
				}
			}
			return false
		}
	}
	return true
}

// failsToCome reports whether the clause says that none of something has come: "No convoy
// has reached X", which tells of X, unlike the convoy that has.
func (d *document) failsToCome(x run) bool {
	return d.isAny(x.first, "no", "none") && x.first+2 < x.end && d.isOf(d.firstFinite(x.first, x.end), &hasWords)
}

// ofTheFront reports whether claims of the type tell where the front runs.
func ofTheFront(t geo.ClaimType) bool {
	switch t {
	case geo.Captured, geo.Control, geo.Advance, geo.Defended, geo.Encircled:
		return true
	}
	return false
}

// ofMany reports whether the clause x is about somebody's troops: "His company withdrew".
func (d *document) ofMany(x run) bool {
	q := d.baseRight(x.first, x.end)
	return !q.empty() && d.has(q.head, troopsWord|unitWord|assaultWord|weaponWord)
}

// pastRestrictive reports whether a finding is that of the clause around the relative
// clause that opens at token k without a comma: "Nine people who were waiting there died",
// "The station where we had stopped was hit".
func (d *document) pastRestrictive(k, first int, f finding) bool {
	if k == first || !d.nominal(k-1) || !d.isAny(k, "who", "where", "that", "which") || d.finite(k-1) {
		return false
	}
	for m := first; m < k; m++ {
		if d.finite(m) {
			return false
		}
	}
	groups := 0
	for m := k + 1; m < f.end; m++ {
		if t := d.toks[m].tag; d.char(m) == ',' || t == relTag || t == subTag || t == coordTag || t == thatTag {
			return false
		}
		if !d.finite(m) {
			continue
		}
		if groups++; groups == 2 {
			return m >= f.first-3
		}
		for m+1 < f.end && (d.toks[m].tag == auxTag || d.toks[m+1].tag == auxTag) && (d.toks[m+1].tag == auxTag || d.toks[m+1].tag == partTag || d.toks[m+1].tag == ingTag || d.toks[m+1].tag == advTag) {
			m++
		}
	}
	return false
}

// relativeClosed is the comma before token limit that closes the relative clause that
// opens behind a comma, at token k or one before it; 0 for none.
func (d *document) relativeClosed(k, limit int) int {
	if k < 2 || d.char(k-1) != ',' && d.char(k-2) != ',' {
		return 0
	}
	for m := k + 2; m < limit; m++ {
		if d.char(m) == ',' && d.toks[m].kind == punctToken && (d.hasFinite(k+1, m) || d.finite(m+1)) {
			return m
		}
	}
	return 0
}

// isYear reports whether token k is a year.
func (d *document) isYear(k int) bool {
	t := &d.toks[k]
	s := d.str(k)
	return t.kind == numberToken && len(s) == 4 && (s[:2] == "19" || s[:2] == "20")
}

var anyPeople = listOf("everybody everyone people somebody someone nobody")

// knownByAll reports whether the clause x tells, before token at, of what people know or have
// heard: a rumour, which is not the writer's.
func (d *document) knownByAll(x run, at int) bool {
	people := false
	for k := x.first; k+1 < at; k++ {
		people = people || d.isOf(k, &anyPeople)
		if people && d.isAny(k, "knew", "know", "knows", "heard", "believed", "thought") && d.toks[k+1].tag == thatTag {
			return true
		}
	}
	return false
}

var passedOff = listOf("passed presented touted billed portrayed shared circulated circulating offered sold misrepresented mislabelled described posted spread")

// misused reports whether the clause x tells of what something is only made out to be, before
// token at: "footage of a drill is being shared as proof of an attack on X".
func (d *document) misused(x run, at int) bool {
	const far = 8 // tokens
	for k := x.first + 2; k+2 < at; k++ {
		if !d.isOf(k, &passedOff) {
			continue
		}
		for m := k + 1; m < min(at, k+far); m++ {
			if d.is(m, "as") && d.isAny(m+1, "proof", "evidence", "a", "an", "the", "being", "footage", "pictures", "if") {
				return d.hasPicture(x.first, k)
			}
		}
	}
	return false
}

// landmarks do not move, or are where a reporter says how far he is from.
var landmarks = listOf("border bank river front line frontline sea coast shore crossing checkpoint bridge road hospital station shop house school mine plant town village city forest")

// liesThere reports whether a clause tells how far away a place itself is: "X itself lies
// seven kilometres away".
func (d *document) liesThere(p *clause) bool {
	x := p.runs[0]
	if q := d.baseRight(x.first, x.end); !q.empty() && d.isOf(q.head, &landmarks) && d.has(p.find.first, beWord|adjWord|advWord) {
		return true // "The border is sixteen kilometres away"
	}
	switch d.lex.lemmas[d.toks[p.find.first].lemma].text {
	case "lie", "stand", "sit":
	default:
		return false
	}
	q := d.baseRight(x.first, x.end)
	return !q.empty() && len(d.mentionsIn(q.first, q.end)) > 0 && !d.has(q.head, troopsWord|unitWord|demonymWord)
}
