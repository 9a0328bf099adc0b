package read

// account: "By the mayor's count, C", "C1, in his telling, C2", "in the estimate of
// the mapping group, C": the source is the owner of the account.
func (d *document) account(i, s int) bool {
	if !d.isOf(i, &accountPreps) {
		return false
	}
	lo, hi := d.bounds(i, s)
	if i > lo && !d.endsClause(i-1) && d.toks[i-1].tag != coordTag {
		return false
	}
	p := d.baseRight(i+1, hi)
	if p.empty() || !isAccount(d.word(p.head)) {
		return false
	}
	src, end := d.possessor(p), p.end
	if src.empty() && d.has(p.first, possWord) && d.toks[p.first].tag == detTag {
		src = np{p.first, p.first + 1, p.first}
	}
	if src.empty() && end+1 < hi && d.is(end, "of") {
		src = d.phraseRight(end+1, hi)
		end = src.end
	}
	if src.empty() || d.isTime(src.head) {
		return false
	}
	return d.according(cuePhrase{kind: "account"}, src, i, end, lo, hi)
}

// accountPreps are the prepositions before an account.
var accountPreps = listOf("by in on from to")

// isAccount lists what somebody gives a view by.
func isAccount(w string) bool {
	switch w {
	case "count", "account", "accounts", "estimate", "estimates", "estimation", "reckoning", "tally", "telling", "retelling", "assessment", "calculation", "calculations", "figures",
		"admission", "version", "view", "opinion", "words", "word", "judgement", "judgment", "reading", "eyes", "mind", "interpretation", "narrative", "phrase", "description", "recollection", "estimations", "counting", "map", "maps":
		return true
	}
	return false
}

// What clauses start with that say whether to believe somebody, and the verbs behind "to".
var (
	concedingWords = listOf("to if per")
	concedingVerbs = listOf("quote believe cite trust echo hear")
)

// conceded handles sources named in a clause that says whether to believe them:
// "If Moscow is to be believed, C", "To hear the governor tell it, C".
func (d *document) conceded(i, s int) bool {
	if !d.isOf(i, &concedingWords) || d.is(i, "to") && !d.isOf(i+1, &concedingVerbs) {
		return false
	}
	lo, hi := d.bounds(i, s)
	var src np
	end := 0
	switch {
	case d.is(i, "if") && i+5 < hi && d.isAny(i+1, "one", "you", "we"):
		// "if one is to believe the commander"
		for k := i + 2; k+1 < hi && k < i+6; k++ {
			if d.isAny(k, "believe", "believes", "trust", "trusts") {
				src = d.phraseRight(k+1, hi)
				end = src.end
				break
			}
		}
	case d.is(i, "if"):
		src, end = d.trusted(i+1, hi)
	case d.is(i, "to") && i+2 < hi && d.isOf(i+1, &quoteVerbs):
		// "has, to quote its mayor, no roof left"
		if i > lo && !d.endsClause(i-1) {
			return false
		}
		src = d.phraseRight(i+2, hi)
		if end = src.end; src.empty() || end < hi && !d.endsClause(end) || !d.mayTell(src) {
			return false
		}
	case d.is(i, "to") && i+1 < hi && d.is(i+1, "hear"):
		for k := i + 3; k+1 < hi && k < i+12; k++ {
			if d.is(k, "tell") && d.is(k+1, "it") {
				src, end = np{i + 2, k, k - 1}, k+2
				break
			}
		}
	case d.is(i, "per") && i+1 < hi && (d.is(i+1, "the") || d.toks[i+1].tag == nameTag) && (i == lo || d.endsClause(i-1) || d.is(i-1, "as")):
		src = d.phraseRight(i+1, hi)
		if i > lo && d.is(i-1, "as") {
			i--
		}
		end = src.end
	}
	if end == 0 || src.empty() {
		return false
	}
	return d.according(cuePhrase{kind: "account"}, src, i, end, lo, hi)
}

// trueWords say of what somebody tells, or of who tells it, that it is so.
var trueWords = listOf("right correct accurate true truthful reliable honest believable")

// trusted is the source that a condition from token i on trusts, and the end of it: "if the
// commander, X, is to be believed", "if the priest is right", "if the mayor's figures are correct".
func (d *document) trusted(i, hi int) (np, int) {
	src := d.phraseRight(i, hi)
	if src.empty() {
		return np{}, 0
	}
	k := d.pastAside(src.end, hi)
	if k+1 >= hi || !d.has(k, beWord) {
		return np{}, 0
	}
	end := 0
	switch {
	case k+3 < hi && d.is(k+1, "to") && d.is(k+2, "be") && d.isAny(k+3, "believed", "trusted"):
		end = k + 4
	case d.isOf(k+1, &trueWords):
		end = k + 2
	case k+3 < hi && d.is(k+1, "telling") && d.is(k+3, "truth"):
		end = k + 4
	default:
		return np{}, 0
	}
	if own := d.possessor(src); !own.empty() && own.end < src.head && (isAccount(d.word(src.head)) || d.has(src.head, claimNoun|docWord)) {
		return own, end
	}
	if d.isOf(k+1, &trueWords) && (!d.mayTell(src) || end < hi && !d.endsClause(end)) {
		return np{}, 0 // "if the map is right about that"
	}
	return src, end
}
