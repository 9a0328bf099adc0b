package read

import (
	"os"
	"strings"
	"testing"
)

// What kind of claim a clause makes, and whether it says that it holds; all
// clauses invented. A line is "kind polarity clause"; several kinds may do. The plain
// clauses are in testdata/kinds_plain.txt.
func TestKindsOfClaims(t *testing.T) { readKinds(t, "testdata/kinds_plain.txt", 100) }

// Further lots, in testdata/kinds.txt.
func TestFurtherKindsOfClaims(t *testing.T) { readKinds(t, "testdata/kinds.txt", 100) }

// A third lot, hard on purpose, in testdata/situations.txt: as many of a hundred are
// read rightly as the last change of the reader reached.
func TestKindsOfSituations(t *testing.T) { readKinds(t, "testdata/situations.txt", 76) }

// Everyday and figurative words, in testdata/kinds_turns.txt.
func TestKindsInOtherWords(t *testing.T) { readKinds(t, "testdata/kinds_turns.txt", 100) }

// readKinds reads the clauses of a file, of which so many of a hundred must be right.
func readKinds(t *testing.T, name string, least int) {
	t.Helper()
	list, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	wrong, all := 0, 0
	for line := range strings.Lines(string(list)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		all++
		want, rest, _ := strings.Cut(line, " ")
		polarity, clause, _ := strings.Cut(rest, " ")
		text := "Officers near Lyman said on Monday that " + clause + "."
		got := r.Read(article(t, text))
		if len(got.Claims) == 0 {
			t.Logf("%s: no claim", line)
			wrong++
			continue
		}
		c := got.Claims[0]
		p := "+"
		if c.Polarity.String() == "negated" {
			p = "-"
		}
		ok := false
		for _, k := range strings.Split(want, ",") {
			ok = ok || k == c.Type.String()
		}
		if !ok || p != polarity && polarity != "=" {
			t.Logf("%s: got %s %s", line, c.Type, p)
			wrong++
		}
	}
	t.Logf("%d of %d right", all-wrong, all)
	if (all-wrong)*100 < all*least {
		t.Errorf("%d of %d are read rightly, want %d in a hundred", all-wrong, all, least)
	}
}
