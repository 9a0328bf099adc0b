package read

import (
	"strings"

	"contested/geo"
)

// A denial takes up the words of what it denies: "has switched to diesel generators"; "the
// plant is not relying on diesels".

// farRepeat is how many tokens behind a negation a denial may take up a word, and how many
// of what it denies are looked at.
const (
	farRepeat  = 9
	mostOfThat = 40
)

// repeats reports whether y, next behind x and by a speaker of another side, says that something is
// not so in a word of x.
func (d *document) repeats(x, y *draft) bool {
	if x.polarity != geo.Affirmed || x.modality != geo.Asserted || y.modality != geo.Asserted || y.attr == 0 || y.who.narrator || y.sent < x.sent || y.sent > x.sent+1 || x.find.typ == geo.Casualties && y.find.typ == geo.Casualties {
		return false
	}
	if p := d.partyOf(y); p == d.partyOf(x) || p == geo.UnknownParty {
		return false
	}
	for _, r := range y.runs {
		for i := r.first; i < r.end; i++ {
			if !d.saysNot(i) {
				continue
			}
			for k := i + 1; k < min(r.end, i+farRepeat) && !d.endsClause(k); k++ {
				if d.againIn(k, x) {
					return true
				}
			}
		}
	}
	return false
}

// saysNot reports whether token i says "not" of the verb beside it: "is not relying", "has
// never left", "didn't cross".
func (d *document) saysNot(i int) bool {
	return d.isAny(i, "not", "never") && !d.isAny(i+1, "only", "just", "all", "every", "far") || d.has(i, negWord) && strings.HasSuffix(d.word(i), "t") && len(d.word(i)) > 4
}

// againIn reports whether the word at token k, of some weight of its own, stands in x as well,
// in whatever form.
func (d *document) againIn(k int, x *draft) bool {
	if !d.tellsMuch(k) {
		return false
	}
	w := stemOf(d.word(k))
	n := 0
	for _, r := range x.runs {
		for i := r.first; i < r.end && n < mostOfThat; i++ {
			n++
			if d.toks[i].letter == d.toks[k].letter && d.tellsMuch(i) && (d.toks[k].lemma > 0 && d.toks[i].lemma == d.toks[k].lemma || stemOf(d.word(i)) == w) {
				return true
			}
		}
	}
	return false
}

// tellsMuch reports whether token k is a noun, a verb or an adjective that says what an account
// is about: no name, no side, no place, no time, nobody.
func (d *document) tellsMuch(k int) bool {
	const short = 5 // letters
	t := &d.toks[k]
	switch t.tag {
	case nounTag, verbTag, partTag, ingTag, baseTag, adjTag:
	default:
		return false
	}
	return int(t.end-t.start) >= short && t.caps == lowerCase && !d.has(k, demonymWord|settlementWord|peopleWord|timeWord|haveWord|beWord|sayWord|cueWord|claimNoun|roleWord|orgWord)
}

// stemOf is a word without the ending of its plural or of a form of its verb.
func stemOf(w string) string {
	for _, end := range [...]string{"ing", "es", "ed", "s"} {
		if s, ok := strings.CutSuffix(w, end); ok && len(s) >= 4 {
			return s
		}
	}
	return w
}

// unharmedWords say that nothing was lost or hit.
var unharmedWords = listOf("losses loss damage damages damaged hit")

// unharmed reports whether y is what the side under attack says of it next: that it has lost
// nothing and nothing is damaged. That nobody was hurt takes nothing back.
func (d *document) unharmed(x, y *draft) bool {
	if x.polarity != geo.Affirmed || y.polarity != geo.Negated || y.attr == 0 || y.sent < x.sent || y.sent > x.sent+1 || event(x.find.typ) != geo.Attack || x.find.typ == geo.Other {
		return false
	}
	return d.partyOf(x) != geo.UnknownParty && d.partyOf(x).Adversary() == d.partyOf(y) && d.hasOf(y.runs, &unharmedWords)
}

// allWords count everything that came.
var allWords = listOf("all every")

// letThrough reports whether y tells of a hit where x says that all that came was stopped.
func (d *document) letThrough(x, y *draft) bool {
	return x.find.typ == geo.Defended && x.polarity == geo.Affirmed && (y.find.typ == geo.Attack || y.find.typ == geo.Damage) && y.polarity == geo.Affirmed && y.modality == geo.Asserted &&
		y.sent >= x.sent && y.sent <= x.sent+farRetort && d.partyOf(y) != d.partyOf(x) && d.hasOf(x.runs, &allWords)
}

// contrastWords set one account against another within a sentence.
var contrastWords = listOf("while whereas but though although")

// setAgainst reports whether one of the two sides gives in x and the other in y, side by side in
// one sentence, what happened at a place, where the second says what it was instead: "X believes
// that a barge was hit; Y says that the noise was air defence".
func (d *document) setAgainst(x, y *draft) bool {
	if x.sent != y.sent || d.partyOf(x) == geo.UnknownParty || d.partyOf(x).Adversary() != d.partyOf(y) || x.modality == geo.Demand || y.modality == geo.Demand || x.find.typ == geo.Forecast || y.find.typ == geo.Forecast {
		return false
	}
	first, second := x, y
	if y.runs[0].first < x.runs[0].first {
		first, second = y, x
	}
	if second.find.typ != geo.Other && (first.find.typ != geo.Damage || second.find.typ != geo.Damage) || first.attr == 0 || second.attr == 0 {
		return false
	}
	const far = 12 // tokens of who speaks
	k := first.runs[len(first.runs)-1].end
	for end := min(second.runs[0].first, k+far); k < end; k++ {
		if d.char(k) == ';' || d.isOf(k, &contrastWords) {
			return true
		}
	}
	return false
}

// foretellsOtherwise reports whether somebody else foretells in y, next, the contrary of x: "says that
// they will not reach X"; "says that they will be there by May".
func (d *document) foretellsOtherwise(x, y *draft) bool {
	return x.find.typ == geo.Forecast && y.find.typ == geo.Forecast && x.polarity != y.polarity && y.attr > 0 && x.who.actor != y.who.actor &&
		y.sent >= x.sent-1 && y.sent <= x.sent+1 && d.sents[x.sent].block == d.sents[y.sent].block
}
