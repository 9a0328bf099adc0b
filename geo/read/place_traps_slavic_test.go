package read

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"contested/geo"
)

// TestSlavicTraps holds that Ukrainian and Russian names of places in the names of other things
// are no places, and that those beside them are.
func TestSlavicTraps(t *testing.T) {
	r := reader(t)
	data, err := os.ReadFile("testdata/slavic_traps.txt")
	if err != nil {
		t.Fatal(err)
	}
	mark := regexp.MustCompile(`\[([!=])([^\]]+)\]`)
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if line[0] == '#' {
			continue
		}
		text := mark.ReplaceAllString(line, "$2")
		g := r.Read(article(t, text))
		gone := 0 // bytes of marks before
		for _, m := range mark.FindAllStringSubmatchIndex(line, -1) {
			from := m[0] - gone
			to := from + m[5] - m[4]
			gone += len("[!]")
			fired := false
			for _, p := range g.Mentions {
				if (p.Use == geo.Literal || p.Use == geo.AreaUse) && p.Span.Start < to && from < p.Span.End {
					fired = true
				}
			}
			if trap := line[m[2]] == '!'; fired == trap {
				t.Errorf("%s in %q: a place %v, want %v", line[m[4]:m[5]], text, fired, !trap)
			}
		}
	}
}
