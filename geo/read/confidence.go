package read

import "math"

// ConfidenceRule is the rule whose evidence says what a claim's confidence is
// made of.
const ConfidenceRule = "confidence"

// confidence is the sum of the evidence for a claim in log-odds, as a
// probability, and what it is made of in words; see READER section 4.7.
func (d *document) confidence(c *draft) (float64, string) {
	s, parts := -0.6, "to begin with −0.6"
	add := func(weight float64, what string) {
		s += weight
		parts += "; " + what
	}
	if c.attr > 0 {
		switch d.attrs[c.attr-1].rule {
		case "attr.A-quote", "attr.A-inverted", "attr.B-quote", "attr.B-that", "attr.D-told-that":
			add(1.4, "a quotation or “said that” +1.4")
		case "attr.C-bare", "attr.E-after", "attr.E-according", "attr.B-colon":
			add(1.0, "“said” or “according to” +1.0")
		default:
			add(0.5, "a looser attribution +0.5")
		}
	} else {
		add(0.3, "the article says it +0.3")
	}
	switch {
	case c.who.narrator:
		add(0.8, "the publisher speaks +0.8")
	case c.who.weight >= wOwnWords:
		add(1.2, "the text names the speaker’s side +1.2")
	case c.who.weight >= wOffice:
		add(0.8, "the speaker’s office tells the side +0.8")
	case c.who.weight >= wStance:
		add(0.2, "only the stance tells the side +0.2")
	default:
		add(-0.8, "nothing tells the speaker’s side −0.8")
	}
	switch {
	case len(c.places) == 0:
		add(-0.2, "no place −0.2")
	case c.given && !c.places[0].Ambiguous:
		add(1.2, "the place is named +1.2")
	case c.given:
		add(0.3, "the place is named and ambiguous +0.3")
	default:
		add(-0.4, "the place is taken from before −0.4")
	}
	if c.agree >= 2 {
		add(0.4, "several words tell the kind of claim +0.4")
	}
	if c.find.weight == 0 {
		add(-0.6, "no word tells the kind of claim −0.6")
	}
	if c.heading {
		add(-0.5, "a headline −0.5")
	}
	p := 1 / (1 + math.Exp(-s))
	return math.Round(p*100) / 100, parts
}
