package gui

import (
	"fmt"
	"strings"

	"contested/geo"
	"contested/geo/session"
)

// typeWords says what a claim asserts, with who acts where that is known:
// "captured by Russia", "fighting".
func typeWords(c *geo.Claim) string {
	by := map[geo.Party]string{geo.Russia: " by Russia", geo.Ukraine: " by Ukraine"}[c.Actor]
	switch c.Type {
	case geo.Captured:
		return "captured" + by
	case geo.Control:
		return "controlled" + by
	case geo.Encircled:
		return "encircled" + by
	case geo.Advance:
		return "advance" + by
	case geo.Attack:
		return "attack" + by
	case geo.Defended:
		return "defended" + by
	case geo.Withdrawal:
		return "withdrawal" + by
	case geo.WithdrawalDemanded:
		return "withdrawal demanded"
	case geo.TerritoryClaimed:
		return "territory claimed"
	case geo.Other:
		return "statement"
	}
	return c.Type.String()
}

// mannerWords says how a claim is put forward, or is empty for a plain assertion.
func mannerWords(c *geo.Claim) string {
	var parts []string
	if c.Polarity == geo.Negated {
		parts = append(parts, "denied")
	}
	switch c.Modality {
	case geo.Hedged:
		parts = append(parts, "hedged")
	case geo.Conditional:
		parts = append(parts, "conditional")
	case geo.Future:
		parts = append(parts, "about the future")
	case geo.Demand:
		parts = append(parts, "a demand")
	}
	return strings.Join(parts, ", ")
}

// statusWords says what is known of a claim's verification. Another party's
// contradiction is a fact about the document, not about the article.
func statusWords(s geo.Status, contradicted bool) string {
	var w string
	switch s {
	case geo.Confirmed:
		w = "independently confirmed"
	case geo.Disputed:
		w = "disputed, says the article"
	case geo.Unverified:
		w = "not independently verified"
	default:
		w = "claimed; verification not mentioned"
	}
	if contradicted {
		w += " · contradicted by another side"
	}
	return w
}

func partyName(p geo.Party) string {
	switch p {
	case geo.Russia:
		return "Russia"
	case geo.Ukraine:
		return "Ukraine"
	case geo.UnitedStates:
		return "United States"
	case geo.Europe:
		return "Europe"
	case geo.Turkey:
		return "Turkey"
	case geo.International:
		return "International"
	case geo.Press:
		return "Press and analysts"
	case geo.Civilians:
		return "Civilians"
	case geo.OtherParty:
		return "Another party"
	}
	return "Unattributed"
}

func precisionWords(p geo.Precision) string {
	switch p {
	case geo.Near:
		return "near "
	case geo.Direction:
		return "in the direction of "
	case geo.Between:
		return "between "
	}
	return ""
}

func kindWords(p geo.Place) string {
	switch p.Kind {
	case geo.Region:
		return "Region"
	case geo.Country:
		return "Country"
	case geo.Facility:
		return "Facility"
	case geo.River:
		return "River"
	case geo.Sea:
		return "Sea"
	}
	return "Settlement"
}

// dateWords is an article's date as people write it.
func dateWords(iv geo.Interval) string {
	switch {
	case !iv.Known():
		return "undated"
	case iv.From.Equal(iv.To):
		return iv.From.Format("2 January 2006, 15:04 MST")
	case iv.From.AddDate(0, 0, 1).Equal(iv.To):
		return iv.From.Format("2 January 2006")
	}
	return iv.String()
}

// shortDate is dateWords for a narrow row.
func shortDate(iv geo.Interval) string {
	if !iv.Known() {
		return "undated"
	}
	return iv.From.Format("2 Jan 2006")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %s", thousands(n), many)
}

// thousands writes a number with thin spaces between its thousands.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u2009" + s[i:]
	}
	return s
}

// sentence joins parts to one that begins with a capital.
func sentence(parts []string) string {
	s := strings.Join(parts, "; ")
	if r := []rune(s); len(r) > 0 {
		s = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return s
}

// colourNames are what the map's colours may stand for.
var colourNames = map[session.ColourBy]string{
	session.ByParty: "Who claims it", session.ByPublisher: "Who published it", session.ByType: "What it is about",
	session.ByStatus: "What the article says of proof", session.ByDate: "When it was published",
}
