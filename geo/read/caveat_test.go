package read

import (
	"os"
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

// summary is what the tests below look at of a claim.
type summary struct {
	party  geo.Party
	places string
	typ    geo.ClaimType
}

// gist reads a text and sums its claims up, with the claims themselves.
func gist(t *testing.T, text string) (map[summary]geo.Claim, []geo.Claim) {
	t.Helper()
	r := reader(t)
	out := map[summary]geo.Claim{}
	claims := r.Read(article(t, text)).Claims
	for _, c := range claims {
		var names []string
		for _, p := range c.Places {
			if place, ok := r.gaz.Place(p.Place); ok {
				names = append(names, place.Name)
			}
		}
		slices.Sort(names)
		out[summary{c.Source.Party, strings.Join(names, " "), c.Type}] = c
	}
	return out, claims
}

// An invented article of the shape that news of peace talks has: demands without
// a place, a claim with the writer's caveat, a forecast, towns named in passing,
// and third states that speak of other things.
const talks = `Lavrov repeated on Tuesday that Ukrainian forces must pull out and disarm before any talks with the American envoys in Moscow.

Foreign Minister Andrii Sybiha told a newspaper that Kyiv would never cede territory. "Nobody here will sign that," he added.

Lavrov claimed Russian troops had encircled the railway town of Kupiansk, though this could not be independently verified. The loss of the junction would open the way to Izium and Barvinkove, the last Ukrainian-held towns on that road.

Ukrainian officers countered that their brigades were still defending Kupiansk, with heavy fighting reportedly under way near the station.

Meanwhile several capitals are preparing a mission to watch over a ceasefire. Ankara announced that it was ready to join such an initiative.
`

func TestTalks(t *testing.T) {
	got, claims := gist(t, talks)
	want := func(p geo.Party, places string, typ geo.ClaimType) geo.Claim {
		t.Helper()
		c, ok := got[summary{p, places, typ}]
		if !ok {
			t.Errorf("missing: %s · %s · %s", p, places, typ)
		}
		return c
	}
	if c := want(geo.Russia, "Kupiansk", geo.Encircled); c.Status != geo.Unverified {
		t.Errorf("the writer's caveat is not the claim's status: %s", c.Status)
	}
	want(geo.Ukraine, "Kupiansk", geo.Defended)
	if c := want(geo.Ukraine, "Kupiansk", geo.Fighting); c.Modality != geo.Hedged {
		t.Errorf("\"reportedly\" is not a hedge: %s", c.Modality)
	}
	want(geo.Press, "Barvinkove Izium", geo.Control)
	want(geo.Russia, "", geo.WithdrawalDemanded)
	for _, c := range claims {
		content := ""
		for _, s := range c.Content {
			content += s.Of(talks)
		}
		if strings.Contains(content, "verified") {
			t.Errorf("the caveat is part of what is claimed: %q", content)
		}
		if party := c.Source.Party; party == geo.Turkey && len(c.Places) > 0 {
			t.Errorf("a third state's readiness is drawn at %v", c.Places)
		}
		for _, p := range c.Places {
			if place, _ := reader(t).gaz.Place(p.Place); place.Name == "Moscow" || place.Name == "Kyiv" || place.Name == "Ankara" {
				t.Errorf("%s is drawn for %q", place.Name, content)
			}
		}
	}
}

// The article that the project was begun for, where a checkout of it lies beside.
func TestTheArticleOfTheBrief(t *testing.T) {
	b, err := os.ReadFile("../../../shared/articles/putin-demands-ukrainian-territory.txt")
	if err != nil {
		t.Skip("the article is not beside this checkout")
	}
	got, claims := gist(t, string(b))
	for _, s := range []summary{
		{geo.Russia, "Pokrovsk", geo.Encircled}, {geo.Ukraine, "Pokrovsk", geo.Defended}, {geo.Ukraine, "Pokrovsk", geo.Fighting},
		{geo.Press, "Kramatorsk Sloviansk", geo.Control}, {geo.Russia, "", geo.WithdrawalDemanded}, {geo.Ukraine, "", geo.TerritoryClaimed},
	} {
		if _, ok := got[s]; !ok {
			t.Errorf("missing: %s · %s · %s", s.party, s.places, s.typ)
		}
	}
	if s := got[summary{geo.Russia, "Pokrovsk", geo.Encircled}].Status; s != geo.Unverified {
		t.Errorf("Pokrovsk encircled is %s", s)
	}
	if m := got[summary{geo.Ukraine, "Pokrovsk", geo.Fighting}].Modality; m != geo.Hedged {
		t.Errorf("the fighting is %s", m)
	}
	forecast := false
	for s := range got {
		forecast = forecast || s.typ == geo.Forecast && s.party == geo.Press && strings.Contains(s.places, "Kramatorsk") && strings.Contains(s.places, "Sloviansk")
		for _, capital := range []string{"Moscow", "Kyiv", "Washington"} {
			if strings.Contains(s.places, capital) {
				t.Errorf("%s is drawn: %v", capital, s)
			}
		}
	}
	if !forecast {
		t.Error("the forecast for Kramatorsk and Sloviansk is missing")
	}
	if len(claims) < 9 {
		t.Errorf("only %d claims", len(claims))
	}
}

// Reports mean the town of the Donetsk region, not the city on the Volga that
// once bore its name, with or without a Ukrainian place beside it.
func TestPokrovskIsInUkraine(t *testing.T) {
	r := reader(t)
	for _, text := range []string{
		"Russia said its troops had captured Pokrovsk.",
		"The mayor of Pokrovsk said two people had died.",
		"Росія заявила про захоплення Покровська.",
	} {
		found := false
		for _, m := range r.Read(article(t, text)).Mentions {
			switch m.Place {
			case "gn:704422":
				found = true
			case "gn:563464":
				t.Errorf("%q: Engels", text)
			}
		}
		if !found {
			t.Errorf("%q: no Pokrovsk", text)
		}
	}
}
