package read

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"contested/geo"
)

// TestSlavicBattery holds what is read of everyday sentences of Ukrainian and Russian
// outlets; all are invented. A case of testdata/slavic.txt is a text, whose paragraphs are
// parted by " / ", and its claims: party, type, polarity, modality, status; speaker;
// places; content. A line "@ UA" before the text gives the publisher's side.
func TestSlavicBattery(t *testing.T) {
	r := reader(t)
	data, err := os.ReadFile("testdata/slavic.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		lines := strings.Split(block, "\n")
		if lines[0][0] == '#' {
			continue
		}
		party := geo.Press
		if side, ok := strings.CutPrefix(lines[0], "@ "); ok {
			if err := party.UnmarshalText([]byte(side)); err != nil {
				t.Fatal(err)
			}
			lines = lines[1:]
		}
		a, err := geo.NewArticle(geo.Article{Text: strings.ReplaceAll(lines[0], " / ", "\n\n"), Publisher: geo.Publisher{Name: "x", Party: party}})
		if err != nil {
			t.Fatal(err)
		}
		g := r.Read(&a)
		var got []string
		for i := range g.Claims {
			c := &g.Claims[i]
			var places []string
			for _, p := range c.Places {
				q, _ := r.gaz.Place(p.Place)
				places = append(places, q.Name)
			}
			sign := "+"
			if c.Polarity == geo.Negated {
				sign = "-"
			}
			got = append(got, fmt.Sprintf("> %s %s %s %s %s | %s | %s | %s", c.Source.Party, c.Type, sign, c.Modality, c.Status, c.Source.Name, strings.Join(places, ", "), c.Content[0].Of(a.Text)))
		}
		if want := strings.Join(lines[1:], "\n"); strings.Join(got, "\n") != want {
			t.Errorf("%s\n got\n%s\nwant\n%s", lines[0], strings.Join(got, "\n"), want)
		}
	}
}
