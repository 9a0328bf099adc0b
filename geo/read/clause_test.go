package read

import (
	"slices"
	"strings"
	"testing"
)

// How what is said or told is cut into claims; all texts, people and events
// invented. Each line after the text is the whole content of one claim, and a line
// in brackets words that are in none.
func TestClausesOfClaims(t *testing.T) {
	r := reader(t)
	for _, c := range []string{
		// a contrast and a clause with its own subject say another thing
		"The ministry said that small groups enter Siversk under fog but are unable to consolidate.\n> small groups enter Siversk under fog\n> are unable to consolidate",
		"The southern half of Lyman is ours and the clearing of the centre has begun, the sergeant said.\n> The southern half of Lyman is ours\n> the clearing of the centre has begun",
		"The mayor said the bridge in Izium was blown up and it had to be done.\n> the bridge in Izium was blown up and it had to be done",
		// the dead and the wounded of one event are one claim
		"Four people were killed and nineteen injured in the Donetsk region, prosecutors said.\n> Four people were killed and nineteen injured in the Donetsk region",
		"Two women were killed in Izium and three men were wounded in Lyman, the police said.\n> Two women were killed in Izium\n> three men were wounded in Lyman",
		// a condition without "if" belongs to what follows from it
		"Partners warn that, should Lyman and Izium lose their heating, thousands would leave Sloviansk.\n> should Lyman and Izium lose their heating, thousands would leave Sloviansk",
		"Kupiansk was shelled. Should Shevchenkove come under fire, supply to Kupiansk would be at risk.\n> Kupiansk was shelled\n> Should Shevchenkove come under fire, supply to Kupiansk would be at risk",
		// who strikes is listed before the verb
		"Tactical aviation, attack drones, rocket troops and artillery struck an airfield at Izium.\n> Tactical aviation, attack drones, rocket troops and artillery struck an airfield at Izium",
		// remarks that name neither place nor situation
		"\"Lyman is holding,\" said Major Petro Hrushko. \"Panic is also a weapon,\" he said. \"You'd need a bigger bus,\" he added.\n> Lyman is holding\n[Panic]\n[bigger bus]",
		"Lyman was shelled at night, the mayor said. The governor confirmed the account.\n> Lyman was shelled at night\n[the account]",
		// what a text tells of besides the situation
		"Russian troops reached Siversk. We reach Izium at noon. Prosecutors have opened proceedings over the strike on Lyman. Donors should pay for the damage in Izium. The reports on the attack on Lyman could not be verified.\n> Russian troops reached Siversk\n[We reach]\n[proceedings]\n[Donors]\n[be verified]",
		// in a turn, what another said is that other's
		"ANCHOR: Good evening.\n\nKRAVETS: General Sydorenko told the committee that Lyman would hold. Siversk has been lost since May.\n\nANCHOR: Thank you.\n\nKRAVETS: Thank you.\n> Lyman would hold\n> Siversk has been lost since May",
	} {
		lines := strings.Split(c, "\n> ")
		text := lines[0]
		var want, none []string
		for _, l := range lines[1:] {
			for n, w := range strings.Split(l, "\n[") {
				if n == 0 {
					want = append(want, w)
				} else {
					none = append(none, strings.TrimSuffix(w, "]"))
				}
			}
		}
		var got []string
		for _, cl := range r.Read(article(t, text)).Claims {
			var parts []string
			for _, s := range cl.Content {
				parts = append(parts, s.Of(text))
			}
			got = append(got, strings.Join(parts, " … "))
		}
		for _, w := range want {
			if !slices.Contains(got, w) {
				t.Errorf("%s\n  no claim %q in %q", text, w, got)
			}
		}
		for _, w := range none {
			if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, w) }) {
				t.Errorf("%s\n  a claim with %q: %q", text, w, got)
			}
		}
	}
}
