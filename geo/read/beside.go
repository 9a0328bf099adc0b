package read

import "contested/geo"

// pastimes are what the items at the end of a broadcast are about.
var pastimes = listOf("sport sports football tennis basketball hockey chess boxing athletics cricket culture music business entertainment showbiz")

// besidePoint reports whether a clause of the narrator's tells of something else
// than the situation that its words suggest: where the reporter goes, whom it
// addresses, what should be done, what used to be, what prosecutors or editors do
// about it.
func (d *document) besidePoint(p *clause, issued bool) bool {
	x := p.runs[0]
	first := x.first
	for first < x.end-1 && (d.toks[first].tag == advTag || d.toks[first].tag == coordTag) {
		first++
	}
	spoken := d.blocks[d.sents[d.toks[first].sent].block].kind == speech
	press := !issued && d.article.Publisher.Party == geo.Press && (!spoken || d.reporterSpeaks(first))
	if press && d.isAny(first, "we", "i") && (d.travels(p.find) && !spoken || d.triesTo(first+1, p.find)) && !d.anyOf(first+1, p.find.end, &watchVerbs) {
		return true // "We reach X at noon", "We tried to get closer"
	}
	if !issued && d.is(first, "you") {
		return true
	}
	if !issued && d.is(x.first, "in") && (d.isOf(x.first+1, &pastimes) || d.is(x.first+1, "other") && d.is(x.first+2, "news")) {
		return true // "In sport, X have won again": another item
	}
	for k := x.first; k < x.end; k++ {
		switch d.word(k) {
		case "should":
			if !issued && k > x.first && k < p.find.first && d.toks[k].tag == auxTag {
				return true // what somebody ought to do
			}
		case "met", "meets", "meet":
			if !issued && k < p.find.first && d.isAny(k+1, "us", "me") {
				return true // "He met us at a burnt-out shop"
			}
		case "used":
			if k < p.find.end && d.is(k+1, "to") && d.tagAt(k+2) == baseTag && k > x.first && !d.has(k-1, beWord) {
				return true
			}
		case "proceedings", "investigation", "investigations", "inquiry", "probe":
			if d.opens(x.first, k) {
				return true // "opened proceedings over the strike on X"
			}
		case "verified", "corroborated":
			if d.toks[k].tag == partTag && d.negatedBefore(k, x.first) {
				return true
			}
		}
	}
	return false
}

// reporterSpeaks reports whether the turn of a transcript that token i stands in is a
// correspondent's.
func (d *document) reporterSpeaks(i int) bool {
	who, ok := d.blockSpeaker(i)
	return ok && who.actor > 0 && d.actors[who.actor-1].class == geo.Media
}

// triesTo reports whether the verb at token k is one of trying that leads to the finding:
// "tried to get closer".
func (d *document) triesTo(k int, f finding) bool {
	return d.isAny(k, "tried", "try", "attempted", "hoped", "wanted", "managed", "planned") && f.first-k <= 4
}

// travels reports whether a finding is one that a journey has the words of.
func (d *document) travels(f finding) bool {
	switch f.typ {
	case geo.Advance, geo.Captured, geo.Withdrawal, geo.Evacuation:
		return true
	}
	return false
}

// opens reports whether a verb of opening a case stands among tokens [i, k).
func (d *document) opens(i, k int) bool {
	for k--; k >= i; k-- {
		if d.isAny(k, "opened", "launched", "started", "initiated", "begun", "began", "conducting", "continues", "underway") {
			return true
		}
	}
	return false
}

// negatedBefore reports whether a negation stands a few tokens before token k.
func (d *document) negatedBefore(k, first int) bool {
	for m := k - 1; m >= first && m > k-6; m-- {
		if d.has(m, negWord) || d.tagAt(m) == negTag {
			return true
		}
	}
	return false
}
