package read

import (
	"os"
	"strings"
	"testing"

	"contested/geo"
)

// side is a speaker whom a text of a battery (testdata/sides.txt, voices.txt) must show with a party.
type side struct{ words, party string }

// sideCase is a text of a battery.
type sideCase struct {
	line      int
	class     string
	publisher geo.Publisher
	text      string
	want      []side
}

func readSides(t testing.TB, name string) []sideCase {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []sideCase
	class := ""
	c := sideCase{publisher: geo.Publisher{Name: "Reuters", Party: geo.Press}}
	none := c
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "== "); ok {
			class = rest
			continue
		}
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			if c.text != "" {
				out = append(out, c)
			}
			c = none
		case strings.HasPrefix(line, "@ "):
			party, name, _ := strings.Cut(line[2:], " ")
			c.publisher.Name = name
			if err := c.publisher.Party.UnmarshalText([]byte(party)); err != nil {
				t.Fatalf("%s:%d: %v", name, n, err)
			}
		case strings.HasPrefix(line, "> "):
			i := strings.LastIndex(line, " = ")
			c.want = append(c.want, side{line[2:i], line[i+3:]})
		default:
			c.line, c.class, c.text = n, class, strings.ReplaceAll(line, " ¶ ", "\n\n")
		}
	}
	if c.text != "" {
		out = append(out, c)
	}
	return out
}

// TestSides holds that of a hundred speakers of each battery as many are of their
// sides as the last change of the reader reached.
func TestSides(t *testing.T) {
	for _, b := range []struct {
		file  string
		right int // of a hundred
	}{{"sides.txt", 93}, {"voices.txt", 71}} {
		t.Run(b.file, func(t *testing.T) { checkSides(t, b.file, b.right) })
	}
}

func checkSides(t *testing.T, file string, least int) {
	r := reader(t)
	right, all := 0, 0
	byClass := map[string][2]int{}
	for _, c := range readSides(t, "testdata/"+file) {
		a, err := geo.NewArticle(geo.Article{Ref: "side", Text: c.text, Publisher: c.publisher})
		if err != nil {
			t.Fatal(err)
		}
		got := r.Read(&a)
		for _, w := range c.want {
			at := -1 // where it stands last
			for i := indexWord(c.text, w.words, 0); i >= 0; i = indexWord(c.text, w.words, i+1) {
				at = i
			}
			if at < 0 {
				t.Errorf("%s:%d: %q is not in the text", file, c.line, w.words)
				continue
			}
			all++
			n := byClass[c.class]
			n[1]++
			found := ""
			why := ""
			for _, s := range got.Speakers {
				if s.Span.Start < at+len(w.words) && at < s.Span.End {
					found = s.Source.Party.String()
					for _, e := range s.Why {
						why += " " + e.Rule + "(" + e.Note + ")"
					}
					break
				}
			}
			if found == w.party {
				right++
				n[0]++
			} else {
				t.Logf("%s:%d: %q is %s, want %s;%s", file, c.line, w.words, found, w.party, why)
			}
			byClass[c.class] = n
		}
	}
	t.Logf("%d of %d speakers right: %v", right, all, byClass)
	if right*100 < all*least {
		t.Errorf("%d of %d speakers have their side, want %d in a hundred", right, all, least)
	}
}

// Bodies of one line of parties.tsv are sources of their own, and a body with two names
// is one.
func TestBodiesByTheirNames(t *testing.T) {
	r := reader(t)
	key := func(who string) (key, name string) {
		got := r.Read(article(t, who+" said that Russian troops had entered Sloviansk in Donetsk region."))
		if len(got.Claims) != 1 {
			t.Errorf("%s: %d claims", who, len(got.Claims))
			return "", ""
		}
		return got.Claims[0].Source.Key, got.Claims[0].Source.Name
	}
	seen := map[string]string{}
	for _, who := range []string{"The BBC", "CNN", "Rybar", "Readovka", "London", "Paris", "Minsk", "UNICEF", "Caritas", "The FSB", "Rosatom", "DTEK", "Ukrenergo", "Bellingcat", "Oryx"} {
		k, name := key(who)
		if other, ok := seen[k]; ok {
			t.Errorf("%s and %s are one source", who, other)
		}
		if seen[k] = who; name != strings.TrimPrefix(who, "The ") {
			t.Errorf("%s is called %q", who, name)
		}
	}
	for _, pair := range [][2]string{{"The BBC", "BBC News"}, {"AP", "The Associated Press"}, {"OCHA", "UNOCHA"}, {"HRW", "Human Rights Watch"}} {
		a, _ := key(pair[0])
		if b, _ := key(pair[1]); a != b {
			t.Errorf("%s is %s, %s is %s", pair[0], a, pair[1], b)
		}
	}
}
