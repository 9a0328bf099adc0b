package read

import (
	"math"

	"contested/geo"
)

// confidence is the sum of the evidence for a claim in log-odds, as a
// probability; see READER section 4.7. It adds what counted to the reasons.
func (d *document) confidence(c *draft) float64 {
	s := -0.6
	if c.attr > 0 {
		switch d.attrs[c.attr-1].rule {
		case "attr.A-quote", "attr.A-inverted", "attr.B-quote", "attr.B-that", "attr.D-told-that":
			s += 1.4
		case "attr.C-bare", "attr.E-after", "attr.E-according", "attr.B-colon":
			s += 1.0
		default:
			s += 0.5
		}
	} else {
		s += 0.3
	}
	switch {
	case c.who.narrator:
		s += 0.8
	case c.who.weight >= wOwnWords:
		s += 1.2
	case c.who.weight >= wOffice:
		s += 0.8
	case c.who.weight >= wStance:
		s += 0.2
	default:
		s -= 0.8
	}
	switch {
	case len(c.places) == 0:
		s -= 0.2
	case c.given && !c.places[0].Ambiguous:
		s += 1.2
	case c.given:
		s += 0.3
	default:
		s -= 0.4
	}
	if c.agree >= 2 {
		s += 0.4
	}
	if c.find.weight == 0 {
		s -= 0.6
	}
	if c.heading {
		s -= 0.5
	}
	p := 1 / (1 + math.Exp(-s))
	return math.Round(p*100) / 100
}

var _ = geo.Claim{}
