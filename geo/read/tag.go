package read

import (
	"strings"

	"contested/geo"
)

// tag is a token's part of speech, as far as the reader needs it.
type tag uint8

const (
	noTag  tag = iota // a mark, or nothing known
	detTag            // the, a, this, his
	adjTag
	nounTag
	nameTag // capitalised inside a sentence
	numTag
	pronTag  // he, who
	possTag  // 's of a possessive
	verbTag  // finite: said, says, are
	baseTag  // infinitive, after to or a modal or do
	ingTag   // saying
	partTag  // taken: after be or have, or attributive
	auxTag   // is, has, did and modals before another verb
	toTag    // to + infinitive
	prepTag  //
	coordTag // and, or, but
	subTag   // while, because, if
	thatTag  // that, opening a clause
	relTag   // who, which, that: opening a relative clause; how, whether
	advTag
	negTag
)

// tagSentences gives every word its part of speech: what the word lists know
// of it, decided by its neighbours.
func (d *document) tagSentences() {
	if d.lang != geo.English {
		return // endings and lists say what a word is
	}
	for s := range d.sents {
		first, end := d.sents[s].first, d.sents[s].end
		toks := d.toks[:end]
		for i := first; i < len(toks); i++ {
			switch t := &toks[i]; {
			case t.settled != noTag && (i == first || toks[i-1].kind != hyphenToken):
				t.tag = t.settled
			case t.kind <= cliticToken:
				t.tag = d.tagOf(i, first, end)
			}
			if toks[i].tag == nameTag && d.words[toks[i].row] != 0 {
				d.nameTokens = append(d.nameTokens, int32(i))
			}
		}
	}
}

// settledTag is the tag of a word, folded, that it has whatever stands around it but
// for a hyphen before it, noTag when there is none: most words are settled by that.
func (t *token) settledTag(word string) tag {
	c := t.classes
	if t.kind == numberToken {
		return numTag
	}
	if t.caps != lowerCase || c == 0 {
		return noTag
	}
	switch word {
	case "longer", "that", "so", "only", "to", "no", "neither", "without", "might", "her", "one", "half", "all", "both", "either", "past",
		"about", "around", "over", "under", "up", "like", "following", "including", "regarding", "concerning", "first", "last", "next", "overnight", "nearby", "long", "yet":
		return noTag
	case "none", "nobody":
		return pronTag
	case "most", "such", "many", "several":
		if c&(negWord|modalWord|beWord|haveWord|doWord|whWord|subjPron|objPron) != 0 || c&(possWord|detWord) == 0 {
			return noTag
		}
		return adjTag
	}
	switch {
	case c&negWord != 0 && c&(modalWord|haveWord|beWord|doWord) == 0:
		return negTag
	case c&(modalWord|beWord|haveWord|doWord) != 0:
		return auxTag
	case c&whWord != 0:
		return relTag
	case c&(subjPron|objPron) != 0:
		return pronTag
	case c&(possWord|detWord) != 0:
		return detTag
	case c&demWord != 0:
		return noTag
	case c&coordWord != 0:
		return coordTag
	case c&(subordWord|prepWord) != 0:
		if c&(subordWord|advWord) == 0 {
			return prepTag
		}
		return noTag
	case c&numWord != 0:
		return numTag
	case c&verbWord != 0:
		return noTag
	case c&(advWord|hedgeWord) != 0:
		return advTag
	case c&adjWord != 0:
		if c&(rankWord|titleWord|roleWord|orgWord|nounWord|witnessWord|mediaWord) == 0 {
			return adjTag
		}
		return noTag
	case c&demonymWord != 0:
		return noTag
	case c&(nounWord|roleWord|orgWord) == 0 && len(word) > 5 && strings.HasSuffix(word, "ly"):
		return advTag
	case c&(weekdayWord|monthWord) != 0:
		return nameTag
	}
	return nounTag
}

// prevWord is the token before i that is not a quotation mark, hyphen or
// adverb, or -1 at the start of the sentence.
func (d *document) prevWord(i, first int, skipAdverbs bool) int {
	for i--; i >= first; i-- {
		switch k := d.toks[i].kind; {
		case k == openToken || k == closeToken:
		case skipAdverbs && (d.toks[i].tag == advTag || d.toks[i].tag == negTag):
		default:
			return i
		}
	}
	return -1
}

// nextWord is the token after i that is not a quotation mark, or end.
func (d *document) nextWord(i, end int) int {
	for i++; i < end; i++ {
		if k := d.toks[i].kind; k != openToken && k != closeToken {
			return i
		}
	}
	return end
}

var speakWords = listOf("speak spoke spoken talk talked")

// opensClause reports whether token i, with p before it, starts a sentence or what is
// like one: a quotation, what stands behind a colon or a dash.
func (d *document) opensClause(i, p int) bool {
	return p < 0 || d.toks[p].kind == punctToken && d.endsSentence(p) || d.toks[p].kind == dashToken || d.char(p) == ':' || i > 0 && d.kindAt(i-1) == openToken
}

func (d *document) tagOf(i, first, end int) tag {
	if i == first && i+1 < end && d.toks[i].caps == titleCase && d.toks[i+1].caps == titleCase && d.is(i, "state") {
		return nameTag // "State Department spokesmen said"
	}
	t := &d.toks[i]
	switch t.kind {
	case numberToken:
		return numTag
	case cliticToken:
		return d.tagClitic(i, first, end)
	case wordToken:
	default:
		return noTag
	}
	c := t.classes
	// in a headline in title case, capitals say nothing of the words known
	headline := t.caps != lowerCase && d.blocks[d.sents[t.sent].block].titled && c&(verbWord|beWord|haveWord|modalWord|doWord|nounWord|roleWord|orgWord|docWord|claimNoun|adjWord|advWord|prepWord|coordWord|subordWord|detWord|possWord|whWord|negWord) != 0
	p := d.prevWord(i, first, false)
	var prev tag
	if p >= 0 {
		prev = d.toks[p].tag
	}
	n := d.nextWord(i, end)
	// Capitalised inside a sentence: a name, unless a title in running text.
	atStart := t.caps != lowerCase && d.opensClause(i, p)
	if t.caps == upperCase && c&whWord != 0 && d.is(i, "who") && !headline && (prev == detTag || n < end && d.toks[n].caps == lowerCase && d.has(n, sayWord)) {
		return nameTag // "the WHO told"
	}
	if t.caps == upperCase && t.end-t.start > 1 && (c&(detWord|prepWord|subjPron|beWord|modalWord|haveWord|coordWord) == 0 || t.end-t.start <= 3 && d.is(i, "us")) {
		if c&(verbWord|advWord|subordWord|whWord|possWord|demWord) == 0 || d.is(i, "us") {
			return nameTag
		}
	}
	if t.caps == titleCase && i-1 > first && i+1 < end && d.kindAt(i-1) == openToken && d.kindAt(i+1) == closeToken && c&(detWord|prepWord|subjPron|coordWord|beWord|modalWord|haveWord|subordWord|whWord|possWord|demWord|negWord) == 0 && d.kindAt(i-2) == wordToken {
		return nameTag // Sergeant "Bear", the group "East"
	}
	if t.caps == titleCase && !atStart && !headline && c&(detWord|prepWord|subjPron|coordWord|beWord|modalWord|haveWord|subordWord|whWord|possWord|demWord) == 0 {
		return nameTag
	}
	if (t.letter == 's' || t.letter == 't') && d.ofSaveTheChildren(i) {
		return nameTag
	}
	if c&prepWord != 0 && i > first && d.kindAt(i-1) == hyphenToken && i+1 < end && d.kindAt(i+1) == hyphenToken {
		return nounTag // "commander-in-chief"
	}
	if t.caps == titleCase && c&prepWord != 0 && i > first && i+1 < end && d.toks[i-1].tag == nameTag && d.toks[i-1].caps == titleCase && d.toks[i+1].caps == titleCase && !atStart && !headline && !d.blocks[d.sents[t.sent].block].titled {
		return nameTag // "Doctors Without Borders"
	}
	w := d.word(i)
	switch w {
	case "longer":
		if p >= 0 && d.is(p, "no") {
			return advTag // "no longer hold"
		}
	case "that":
		return d.tagThat(i, p, n, end)
	case "close":
		if n < end && d.is(n, "to") {
			return adjTag // "people close to the president say"
		}
	case "so":
		if i+2 < end && d.kindAt(i+1) == hyphenToken && d.is(i+2, "called") {
			return adjTag // "the so-called republic"
		}
		if i+1 < end && d.is(i+1, "far") {
			return advTag
		}
	case "only":
		if prev == detTag {
			return adjTag // "the only way"
		}
	case "to":
		if n < end && d.has(n, sayWord) && d.toks[n].verb&(baseForm|pastForm) != 0 && p > first && d.isOf(p, &speakWords) && d.contactClause(p, first) {
			return prepTag // "the soldiers we speak to say", "officials I've spoken to say"
		}
		if p >= 0 && d.is(p, "according") {
			return prepTag
		}
		if n < end && d.isBase(n) && d.toks[n].caps == lowerCase {
			// "to attack positions" against "to attacks": a base form that is a
			// noun as well is a verb when an object follows
			if !d.has(n, nounWord) || p >= 0 && d.is(p, "about") || d.verbAfterTo(n, end, prev) {
				return toTag
			}
		}
		if n+1 < end && d.isBase(n+1) && (d.has(n, advWord) || !d.has(n, nounWord|verbWord) && d.toks[n].caps == lowerCase && strings.HasSuffix(d.str(n), "ly")) {
			return toTag // "to independently verify"
		}
		if n+1 < end && d.toks[n].word == 0 && d.toks[n].kind == wordToken && d.toks[n].caps == lowerCase && d.startsNominal(n+1, end) && !strings.HasSuffix(d.str(n), "s") && !strings.HasSuffix(d.str(n), "ing") {
			return toTag // a verb that no list knows, with its object
		}
		return prepTag
	case "no", "neither":
		if n < end && d.is(n, "longer") {
			return advTag
		}
		return detTag
	case "none", "nobody":
		return pronTag
	case "another":
		if n < end && n == i+1 && d.has(n, sayWord) && d.toks[n].verb&(sForm|pastForm) != 0 {
			return pronTag // "Another says that"
		}
	}
	switch {
	case c&negWord != 0 && c&(modalWord|haveWord|beWord|doWord) == 0 && w != "without":
		return negTag
	case c&modalWord != 0:
		if w == "may" && t.caps == titleCase || w == "might" && prev == detTag {
			return nounTag
		}
		return auxTag
	case c&(beWord|haveWord|doWord) != 0:
		return auxTag
	case c&whWord != 0:
		return relTag
	case w == "her":
		if n < end && prev == prepTag && d.toks[n].verb&ingForm != 0 {
			return detTag // "by her reckoning"
		}
		if n < end && (d.startsNominal(n, end) || d.has(n, nounWord|adjWord|witnessWord|roleWord|rankWord|peopleWord) || d.toks[n].word == 0 && d.toks[n].kind == wordToken) && !d.has(n, detWord|advWord) && !d.isAny(n, "that", "to", "how", "why", "what") {
			return detTag
		}
		return pronTag
	case c&(subjPron|objPron) != 0:
		if w == "one" && n < end && (d.toks[n].caps != lowerCase || d.has(n, nounWord|roleWord|witnessWord|orgWord) || d.toks[n].word == 0 && d.toks[n].kind == wordToken) {
			return numTag
		}
		return pronTag
	case c&(possWord|detWord) != 0:
		if w == "most" || w == "such" || w == "many" || w == "several" {
			return adjTag
		}
		if w == "half" && (prev == adjTag || prev == detTag) && !d.nominalNext(n, end) {
			return nounTag // "the southern half"
		}
		if (w == "all" || w == "both" || w == "either") && n < end && d.has(n, prepWord) && !d.is(n, "of") {
			return pronTag
		}
		return detTag
	case c&demWord != 0:
		if n < end && (d.has(n, verbWord) && !d.has(n, nounWord|adjWord) || d.has(n, beWord|haveWord|modalWord|doWord|prepWord) || d.toks[n].kind == punctToken) {
			return pronTag
		}
		return detTag
	case w == "yet" && prev == auxTag && n < end && d.is(n, "to"):
		return advTag // "has yet to fall"
	case c&coordWord != 0:
		return coordTag
	case w == "past" && (prev == detTag || prev == adjTag):
		if n < end && d.nominalWord(n) && !d.has(n, verbWord) {
			return adjTag
		}
		return nounTag
	case c&(subordWord|prepWord) != 0:
		return d.tagPrep(i, c, n, end, first)
	case c&numWord != 0:
		return numTag
	case c&verbWord != 0:
		return d.tagVerb(i, p, prev, n, first, end)
	case (w == "overnight" || w == "nearby") && n == i+1 && n < end && d.toks[n].caps == lowerCase && d.nominalWord(n) && !d.has(n, timeWord):
		return adjTag // "the overnight strike", "a nearby village"
	case c&advWord != 0, c&hedgeWord != 0:
		return advTag
	case (w == "first" || w == "last" || w == "next") && n < end && d.toks[n].verb&(pastForm|sForm) != 0 && d.toks[n].caps == lowerCase && !d.has(n, nounWord) && prev != detTag:
		return advTag // "first reported"
	case w == "long" && prev == auxTag && d.has(p, haveWord) && n < end && (d.toks[n].verb&partForm != 0 || d.has(n, beWord)):
		return advTag // "has long demanded"
	case c&adjWord != 0 && c&(rankWord|titleWord) != 0 && n < end && d.toks[n].caps == titleCase:
		return nounTag // "general Lev Novak"
	case c&adjWord != 0 && (c&(roleWord|orgWord|nounWord|witnessWord|rankWord) != 0 || c&mediaWord != 0 && (prev == detTag || prev == adjTag || prev == nameTag)) && !d.nominalNext(n, end):
		return nounTag // "an official said", "an Italian daily that"
	case c&adjWord != 0, c&demonymWord != 0 && n < end && (d.toks[n].caps == lowerCase || d.has(n, orgWord|roleWord)) && d.nominalWord(n):
		return adjTag
	case c != 0:
		if c&(nounWord|roleWord|orgWord) == 0 && t.caps == lowerCase && strings.HasSuffix(d.str(i), "ly") && t.end-t.start > 5 {
			return advTag
		}
		if c&(weekdayWord|monthWord) != 0 {
			return nameTag
		}
		if t.caps != lowerCase && c&(firstName|maleWord|femaleWord|uaName|ruName) != 0 && c&(roleWord|orgWord|witnessWord|docWord|nounWord|titleWord|rankWord) == 0 {
			return nameTag
		}
		return nounTag
	}
	return d.tagUnknown(i, p, prev, n, first, end)
}
