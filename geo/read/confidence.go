package read

import (
	"fmt"
	"math"

	"contested/geo"
)

// ConfidenceRule is the rule whose evidence says what a claim's confidence is
// made of.
const ConfidenceRule = "confidence"

// ground is one thing that speaks for or against a claim's being read right: its
// words, its source's side and its place.
type ground uint8

// The signs, in groups of which a claim has one each, and single ones.
const (
	// how it is attributed
	frameQuoted ground = iota
	frameThat
	frameSaid
	frameList
	frameLoose
	frameNarrator
	// what tells the side
	sideNarrator
	sideTable
	sideWords
	sideOffice
	sideAgain
	sidePronoun
	sideGuess
	sideUnknown
	// what tells the place
	placeInWords
	placeTwo
	placeUnsure
	placeNear
	placeFar
	placeNone
	// what it tells of
	kindTwice
	kindOnce
	kindUnclear
	// single signs
	signNested
	signSplit
	signShort
	signLong
	signApart
	signHeading
	signs
)

// signTable says what each sign adds, in tenths of log-odds, and how the window
// calls it. The values are fitted to how often claims are right in the annotated
// sets that may be looked at ("go test ./geo/read -run TestCalibration -signs -v"
// prints the fit); testdata/calibration.txt holds what came of it.
var signTable = [signs]struct {
	points int
	words  string
}{
	frameQuoted:   {3, "a quotation"},
	frameThat:     {1, "“said that”"},
	frameSaid:     {2, "“said” or “according to”"},
	frameList:     {-3, "an item of a list or a bulletin"},
	frameLoose:    {-1, "a looser attribution"},
	frameNarrator: {0, "the article says it itself"},
	sideNarrator:  {-3, "the publisher speaks"},
	sideTable:     {7, "the speaker is known by name"},
	sideWords:     {5, "the speaker’s own words name the side"},
	sideOffice:    {8, "the speaker’s office or unit tells the side"},
	sideAgain:     {5, "the speaker is named again"},
	sidePronoun:   {1, "a pronoun means the speaker"},
	sideGuess:     {2, "only the surroundings tell the side"},
	sideUnknown:   {-23, "nothing tells the speaker’s side"},
	placeInWords:  {3, "the place is named in the claim"},
	placeTwo:      {8, "several places are named in the claim"},
	placeUnsure:   {-1, "the place is named and ambiguous"},
	placeNear:     {-3, "the place is taken from the same sentence or the speaker’s office"},
	placeFar:      {-6, "the place is taken from what the text speaks of"},
	placeNone:     {0, "no place"},
	kindTwice:     {6, "several words tell the kind of claim"},
	kindOnce:      {1, "words tell the kind of claim"},
	kindUnclear:   {-5, "no word tells the kind of claim"},
	signNested:    {-4, "somebody else relays it"},
	signSplit:     {-2, "the statement makes several claims"},
	signShort:     {-4, "a claim of a few words"},
	signLong:      {2, "a very long claim"},
	signApart:     {-2, "its words stand apart"},
	signHeading:   {-1, "a headline"},
}

// signBase is what a claim starts from, in tenths of log-odds: 8 less than the fit
// says, since a text that nobody has seen is read less well. With each set left
// out of the fit in turn, more than nine in ten of its claims of 0.8 and more are right then.
const signBase = 3

// signsOf lists what speaks for or against a claim.
func (d *document) signsOf(c *draft, out []ground) []ground {
	out = append(out, d.frameSign(c), d.sideSign(c), placeSign(c))
	switch {
	case c.find.weight == 0:
		out = append(out, kindUnclear)
	case c.agree >= 2:
		out = append(out, kindTwice)
	default:
		out = append(out, kindOnce)
	}
	if c.attr > 0 {
		a := &d.attrs[c.attr-1]
		if a.parent > 0 || !a.relay.empty() {
			out = append(out, signNested)
		}
		if c.split {
			out = append(out, signSplit)
		}
	}
	switch n := d.contentLength(c.runs); {
	case n <= 3:
		out = append(out, signShort)
	case n > 30:
		out = append(out, signLong)
	}
	if len(c.runs) > 1 {
		out = append(out, signApart)
	}
	if c.heading {
		out = append(out, signHeading)
	}
	return out
}

func (d *document) frameSign(c *draft) ground {
	if c.attr == 0 {
		return frameNarrator
	}
	switch d.attrs[c.attr-1].rule {
	case "attr.A-quote", "attr.A-inverted", "attr.B-quote", "attr.H-continued":
		return frameQuoted
	case "attr.B-that", "attr.D-told-that", "attr.B-colon":
		return frameThat
	case "attr.C-bare", "attr.E-after", "attr.E-according":
		return frameSaid
	case "attr.J-bulletin", "attr.J-label", "attr.J-line", "attr.J-quote-label":
		return frameList
	}
	return frameLoose
}

func (d *document) sideSign(c *draft) ground {
	if c.who.narrator || c.attr == 0 && c.who.actor == 0 {
		return sideNarrator
	}
	if c.who.actor == 0 || d.actors[c.who.actor-1].party == geo.UnknownParty {
		return sideUnknown
	}
	if c.who.weight < wOffice-0.6 {
		return sideGuess
	}
	for _, e := range c.who.why {
		switch e.Rule {
		case "source.pronoun", "party.owner":
			return sidePronoun
		case "source.earlier", "source.line":
			return sideAgain
		case "party.publisher", "party.stance", "party.private", "party.surroundings", "party.age", "party.name", "party.pictures", "party.own", "party.line":
			return sideGuess
		case "party.table":
			return sideTable
		case "party.own-words", "party.witness", "party.research":
			return sideWords
		}
	}
	return sideOffice
}

func placeSign(c *draft) ground {
	if len(c.places) == 0 {
		return placeNone
	}
	if c.given {
		for _, p := range c.places {
			if p.Ambiguous {
				return placeUnsure
			}
		}
		if len(c.places) > 1 {
			return placeTwo
		}
		return placeInWords
	}
	for _, e := range c.why {
		switch e.Rule {
		case "place.same-sentence", "place.office", "place.home", "place.next-sentence":
			return placeNear
		}
	}
	return placeFar
}

// confidence is the sum of the evidence for a claim in log-odds, as a
// probability, and what it is made of in words.
func (d *document) confidence(c *draft) (float64, string) {
	sum := signBase
	parts := make([]byte, 0, 256)
	var memory [signs]ground
	for _, x := range d.signsOf(c, memory[:0]) {
		sum += signTable[x].points
		if len(parts) > 0 {
			parts = append(parts, "; "...)
		}
		parts = append(parts, signTexts[x]...)
	}
	p := 1 / (1 + math.Exp(-float64(sum)/10))
	return math.Round(p*100) / 100, string(parts)
}

// signTexts are the signs in words, each with what it adds.
var signTexts = func() (out [signs]string) {
	for i, row := range signTable {
		out[i] = row.words + " " + signed(row.points)
	}
	return out
}()

// signed writes a weight as people do: "+6", "−3".
func signed(n int) string {
	if n < 0 {
		return fmt.Sprintf("−%d", -n)
	}
	return fmt.Sprintf("+%d", n)
}
