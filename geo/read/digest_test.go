package read

import (
	"strings"
	"testing"

	"contested/geo"
)

// digestCases are invented texts: words of a claim and whose claim it is.
var digestCases = []struct {
	text string
	want []string // "words = party"
}{
	{"Two people died and six were hurt in the Kharkiv region over the past day, the regional police reported.\n\nIziumskyi district\n\nA drone struck a grain store in Barvinkove.\n\nBohodukhivskyi district\n\nFour guided bombs were dropped on Zolochiv. A house burned down in Odnorobivka.",
		[]string{"A drone struck = UA", "Four guided bombs = UA", "A house burned down = UA"}},
	{"The enemy fired on the region 40 times in the past 24 hours, the governor, Oleh Syniehubov, said.\n\nKupiansk direction. The Russians shelled Kurylivka with artillery.\n\nMerefa community: a shop was destroyed in Merefa.\n\nIn Kyiv, a drone struck a hotel on Saturday.",
		[]string{"The Russians shelled = UA", "a shop was destroyed = UA", "a drone struck a hotel = PRESS"}},
	// no span of time is reported on: the parts are the paper's own
	{"The war has reached new villages, the governor said.\n\nKupiansk direction. The Russians shelled Kurylivka with artillery.\n\nLyman direction. A drone struck a school in Lyman.",
		[]string{"The Russians shelled = PRESS", "A drone struck a school = PRESS"}},
	// nobody but experts report on the day
	{"Russian troops advanced in the past day, according to analysts.\n\nKupiansk direction\n\nA drone struck a school in Kurylivka.\n\nLyman direction\n\nThe Russians shelled Lyman.",
		[]string{"A drone struck a school = PRESS", "The Russians shelled Lyman = PRESS"}},
}

// TestDigest holds whose the items of a digest are.
func TestDigest(t *testing.T) {
	r := reader(t)
	for _, c := range digestCases {
		a, err := geo.NewArticle(geo.Article{Ref: "digest", Text: c.text, Publisher: geo.Publisher{Name: "A regional site", Party: geo.Press}})
		if err != nil {
			t.Fatal(err)
		}
		got := r.Read(&a)
		for _, w := range c.want {
			words, party, _ := strings.Cut(w, " = ")
			at := strings.Index(c.text, words)
			found := "no claim"
			for _, x := range got.Claims {
				if x.Content[0].Start <= at && at < x.Content[0].End {
					found = x.Source.Party.String()
				}
			}
			if found != party {
				t.Errorf("%q is %s's, want %s", words, found, party)
			}
		}
	}
}
