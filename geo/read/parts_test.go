package read

import (
	"strings"
	"testing"

	"contested/geo"
)

// partCases are invented texts: words of a claim and whose claim it is.
var partCases = []struct {
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
	// a document quoted piece by piece
	{"Every week we print a post of the 157th Brigade. Our remarks follow each passage.\n\n\"The enemy has been storming the mine at Toretsk since dawn.\"\n\nThe mine has been shut for years.\n\n\"We hold the market and the school in Toretsk.\"\n\nNobody else says so.\n\n\"Two shells hit the bakery in Druzhkivka.\"\n\nThat is new.",
		[]string{"The enemy has been storming = UA", "We hold the market = UA", "Two shells hit = UA"}},
	// a paragraph of speech behind the speaker's words
	{"The market is open again, Mayor Petro Kravets said on Friday.\n\n\"A shell hit the school in Lozova on Monday.\"\n\nTrains run.",
		[]string{"A shell hit the school = UA"}},
	// behind those of two nobody knows whose it is
	{"The market is open, Mayor Petro Kravets said, but Russian officials said that it was shut.\n\n\"A shell hit the school in Lozova on Monday.\"\n\nTrains run.",
		[]string{"A shell hit the school = PRESS"}},
	// voices below lines that name them
	{"They came out of the line in March.\n\n“SCHOLAR”, 29, drone operator, formerly a student\n\nWe took the school in Toretsk back in January.\n\n“TULIP”, 23, assault trooper, speaks little\n\nWe lost the market in Toretsk on the 8th. Our commander says that Toretsk is not lost.",
		[]string{"We took the school = UA", "We lost the market = UA", "Toretsk is not lost = UA"}},
}

// TestParts holds whose the claims are that parts of a text make by their form.
func TestParts(t *testing.T) {
	r := reader(t)
	for _, c := range partCases {
		a, err := geo.NewArticle(geo.Article{Ref: "parts", Text: c.text, Publisher: geo.Publisher{Name: "A regional site", Party: geo.Press}})
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
