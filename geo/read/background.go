package read

import "contested/geo"

// Words of what a text says about itself, about what it does not know yet, and of what
// is only being found out.
var (
	unknownWords = listOf("clarified clarifying released published disclosed specified established identified investigated determined known unknown unclear available awaited follow follows")
	factWords    = listOf("situation details detail names name circumstances circumstance cause causes consequences consequence results result information data figures figure identity identities extent origin type types exact precise whereabouts")
	textWords    = listOf("brief briefs annex section page article note notes bulletin newsletter appendix table chapter map contact contacts enquiries inquiries photographs reporting")
	ownWords     = listOf("we our us ours")
	streetWords  = listOf("street avenue boulevard lane square prospekt")
	articleWords = listOf("a an the its his her their another")
)

// background reports whether the clause p of sentence s, of the text's own words, does
// not report a situation but goes beside it: it says what could not be checked or is not
// known yet, speaks of the text or, where nothing is of a type, of who publishes it; or
// names something typed only to say what it is ("the collection point is a school").
func (d *document) background(p *clause, issued bool) bool {
	x := p.runs[0]
	if d.commentsIn(x, p.find.first) || d.ownAffairs(p) {
		return true
	}
	plain := p.find.weight == plainWeight && p.find.typ == geo.Other
	if plain && d.anyOf(x.first, min(x.end, x.first+6), &streetWords) {
		return true // "X Street in Y is closed for repairs"
	}
	fact, unknown := false, false
	for k := x.first; k < x.end; k++ {
		if k < x.first+9 {
			fact = fact || d.isOf(k, &factWords)
		}
		if d.is(k, "no") && d.isAny(k+1, "word", "information", "details", "news") && d.isAny(k+2, "on", "of", "about", "yet") {
			return true // "There is no word on casualties"
		}
		if d.isOf(k, &clearWords) && (d.isAny(k+1, "what", "how", "who", "whether", "if", "which", "where", "why") || d.is(k+1, "yet")) && (d.is(k, "unclear") || d.negatedBefore(k, x.first)) {
			return true // "It was not immediately clear what had been hit"
		}
		if d.isAny(k, "clear", "unclear") && k > x.first && k+1 >= x.end && (d.is(k, "unclear") || d.negatedBefore(k, x.first)) {
			return true // "The aim of the advance on X is not clear"
		}
		if d.is(k, "from") && p.find.typ == geo.Advance && k >= p.find.first-4 && k <= p.find.end && (d.isAny(k+2, "front", "frontline") || d.is(k+3, "front")) && !d.isAny(x.first+1, "front", "frontline", "line", "russians", "enemy") {
			return true // "The hotel stood 70 kilometres from the front": where something is
		}
		if d.isOf(k, &askedVerbs) && k+1 < x.end && k < p.find.first && d.anyOf(k+1, min(k+4, x.end), &aboutWords) {
			return true // "He was asked about the withdrawal from X"
		}
		if d.isOf(k, &talkOrHear) && d.isAny(k+1, "of", "about") && d.is(k-1, "to") && k < p.find.first {
			return true // "The mayor does not want to talk of evacuation"
		}
		unknown = unknown || fact && k > x.first && (d.isOf(k, &unknownWords) || d.is(k, "clear") && d.negatedBefore(k, x.first))
		if plain && (d.isOf(k, &ownWords) || d.isOf(k, &textWords)) {
			return true
		}
	}
	if unknown {
		return true
	}
	if !issued && d.article.Publisher.Party == geo.Press && d.isAny(x.first, "we", "i") {
		switch p.find.typ {
		case geo.Captured, geo.Control, geo.Defended, geo.Advance, geo.Evacuation:
			return !d.sees(p.find) // a reporter drives back, or goes over to the next item
		}
	}
	return d.identifies(p)
}

// sees reports whether a finding is what somebody has seen.
func (d *document) sees(f finding) bool {
	return d.isAny(f.first, "see", "saw", "seen", "met", "encountered", "spotted")
}

// commentsIn reports whether the clause x is a word on what is claimed rather than a
// claim: nobody could check it. That there is no evidence of what stands behind it, at
// token at, is a claim.
func (d *document) commentsIn(x run, at int) bool {
	for k := x.first; k < x.end; k++ {
		if d.toks[k].opens(statusSet) {
			if m, e := d.longest(statusSet, k, x.end); m != nil && d.lex.checks[m.value].status == geo.Unverified {
				for n := k; n < e; n++ {
					if d.isOf(n, &checkWords) && d.toks[n].tag == baseTag {
						return true // "could not verify reports of C"
					}
				}
				return at <= k
			}
		}
		if d.isOf(k, &checkWords) && d.toks[k].tag != nounTag && (k+1 >= x.end || d.toks[k+1].tag != nounTag) {
			st := sentence{first: x.first, end: x.end}
			if d.unable(k, true, &st) >= 0 {
				return true
			}
		}
	}
	return false
}

// identifies reports whether the clause p says what something is: its finding is part of
// the subject, and a form of "be" and a noun follow.
func (d *document) identifies(p *clause) bool {
	x := p.runs[len(p.runs)-1]
	for k := p.find.end; k+2 < x.end; k++ {
		if !d.finite(k) {
			if d.endsClause(k) {
				return false
			}
			continue
		}
		if !d.has(k, beWord) || p.find.typ == geo.Forecast {
			return false
		}
		m := d.pastAdverbs(k+1, x.end)
		if !d.isOf(m, &articleWords) {
			return false
		}
		for m++; m < x.end && !d.endsClause(m) && d.toks[m].tag != prepTag; m++ {
			if d.toks[m].tag == partTag || d.toks[m].tag == ingTag {
				return false
			}
		}
		return d.toks[m-1].tag == nounTag
	}
	return false
}
