package read

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"contested/geo"
)

// capitalMark is a capital of testdata/capitals.txt: {Kyiv} is the government, [Kyiv] the town.
var capitalMark = regexp.MustCompile(`[{\[]([^}\]]+)[}\]]`)

// TestCapitalsInProse reads the texts of testdata/capitals.txt, a mix as the news has it, and
// asks of each marked capital whether it was read as the government or as the town.
func TestCapitalsInProse(t *testing.T) {
	data, err := os.ReadFile("testdata/capitals.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		var text strings.Builder
		governments := map[int]bool{} // by where the name starts
		last := 0
		for _, m := range capitalMark.FindAllStringSubmatchIndex(block, -1) {
			text.WriteString(block[last:m[0]])
			governments[text.Len()] = block[m[0]] == '{'
			text.WriteString(block[m[2]:m[3]])
			last = m[1]
		}
		text.WriteString(block[last:])
		for _, m := range readPlaces(t, r, text.String()).mentions {
			if government, marked := governments[m.Span.Start]; marked && government == (m.Use == geo.Literal) {
				t.Errorf("%s\n got %s as %s", block, text.String()[m.Span.Start:m.Span.End], m.Use)
			}
		}
	}
}
