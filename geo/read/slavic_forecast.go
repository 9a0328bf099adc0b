package read

import "contested/geo"

// foretell makes a forecast of an event on the ground that is put as something to come:
// "враг может атаковать N", "войска возьмут N к весне", "если N падёт, откроется дорога".
// What will not come keeps its kind. ahead says that a word of the future or a condition
// stands in the claim.
func (s *slavic) foretell(c *draft, ahead bool) {
	if c.find.weight == 0 || c.polarity == geo.Negated {
		return
	}
	switch c.find.typ {
	case geo.Captured, geo.Encircled, geo.Advance, geo.Attack:
	case geo.Control, geo.Fighting, geo.Defended:
		if c.modality != geo.Conditional {
			return
		}
	default:
		return
	}
	if ahead && c.modality != geo.Demand || c.modality == geo.Hedged && s.mayCome(c) {
		c.find.typ = geo.Forecast
	}
}

// mayCome reports whether "may" or "can" stands in the claim, and not of what has happened:
// "удар может быть преступлением".
func (s *slavic) mayCome(c *draft) bool {
	for _, x := range c.runs {
		for i := x.first; i < x.end; i++ {
			if s.may(i) && (c.find.first > i || i+1 < x.end && s.x.str(s.d, i+1) != "быть" && s.x.str(s.d, i+1) != "бути") {
				return true
			}
		}
	}
	return false
}

// may reports whether token i is "may" or "can" in the present tense.
func (s *slavic) may(i int) bool {
	switch s.x.str(s.d, i) {
	case "может", "могут", "сможет", "смогут", "способен", "способна", "способны", "може", "можуть", "зможе", "зможуть", "здатен", "здатна", "здатні":
		return true
	}
	return false
}

// doubts reports whether the negation at token i is a doubt: "вряд ли возьмут".
func (s *slavic) doubts(i int) bool {
	switch s.x.str(s.d, i) {
	case "вряд", "едва", "навряд", "маловероятно", "малоймовірно", "ледве":
		return true
	}
	return false
}
