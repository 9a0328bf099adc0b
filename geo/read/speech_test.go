package read

import (
	"os"
	"strings"
	"testing"

	"contested/geo"
)

// speechCase is a text of testdata/speech.txt with what is said in it.
type speechCase struct {
	group, text string
	want        []wantedClaim
}

type wantedClaim struct {
	line, source string
	content      string
	open         bool // not read yet
}

func speechCases(t *testing.T) (out []speechCase) {
	t.Helper()
	b, err := os.ReadFile("testdata/speech.txt")
	if err != nil {
		t.Fatal(err)
	}
	group := ""
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "## "):
			group = line[3:]
		case strings.HasPrefix(line, "> "):
			out = append(out, speechCase{group: group, text: line[2:]})
		default:
			w := wantedClaim{line: line}
			rest, open := strings.CutPrefix(line, "? ")
			source, content, ok := strings.Cut(rest, "|")
			if !ok || len(out) == 0 {
				t.Fatalf("testdata/speech.txt: %q: want source | content", line)
			}
			w.source, w.content, w.open = strings.TrimSpace(source), strings.TrimSpace(content), open
			c := &out[len(out)-1]
			c.want = append(c.want, w)
		}
	}
	return out
}

// spansOf are the bytes of the text that the pieces of s stand on.
func spansOf(t *testing.T, text, s string) (out []goldPlace) {
	t.Helper()
	from := 0
	for _, piece := range strings.Split(s, "…") {
		piece = strings.TrimSpace(piece)
		if piece == "" {
			continue
		}
		i := strings.Index(text[from:], piece)
		for i > 0 && len(piece) < 5 && text[from+i-1] >= 'A' { // a pronoun, not the end of a word
			n := strings.Index(text[from+i+1:], piece)
			if n < 0 {
				break
			}
			i += 1 + n
		}
		if i < 0 {
			t.Fatalf("%q is not in %q", piece, text)
		}
		out = append(out, goldPlace{BStart: from + i, BEnd: from + i + len(piece)})
		from += i + len(piece)
	}
	return out
}

// alike reports whether a claim that was read is the one wanted: the same words
// but for one in eight, and a speaker who overlaps.
func (w *wantedClaim) alike(t *testing.T, text string, c *geo.Claim) bool {
	gold := spansOf(t, text, w.content)
	n := 0
	for _, g := range gold {
		n += g.BEnd - g.BStart
	}
	o := overlap(gold, c.Content)
	if 8*o < 7*max(n, length(c.Content)) {
		return false
	}
	if w.source == "" {
		return len(c.Speaker) == 0
	}
	s := spansOf(t, text, w.source)
	return overlap(s, c.Speaker) > 0
}

// TestSpeech reads single sentences: who says what in them, and nobody says
// anything else.
func TestSpeech(t *testing.T) {
	r := reader(t)
	total, reached := map[string]int{}, map[string]int{}
	for _, c := range speechCases(t) {
		a, err := geo.NewArticle(geo.Article{Text: c.text + "\n", Publisher: geo.Publisher{Name: "a paper", Party: geo.Press}})
		if err != nil {
			t.Fatal(err)
		}
		got := r.Read(&a).Claims
		used := map[int]bool{}
		var missing []string
		for i := range c.want {
			w := &c.want[i]
			total[c.group]++
			found := false
			for k := range got {
				if !used[k] && w.alike(t, c.text, &got[k]) {
					used[k], found = true, true
					break
				}
			}
			switch {
			case found:
				reached[c.group]++
			case !w.open:
				missing = append(missing, w.line)
			}
		}
		extra := false
		open := false
		for _, w := range c.want {
			open = open || w.open
		}
		for k := range got {
			extra = extra || !used[k] && len(got[k].Speaker) > 0 && !open
		}
		if len(missing) == 0 && !extra {
			continue
		}
		var b strings.Builder
		for k := range got {
			b.WriteString("\n  read ")
			if used[k] {
				b.WriteString("(right) ")
			}
			for _, s := range got[k].Speaker {
				b.WriteString(s.Of(c.text))
			}
			b.WriteString(" |")
			for _, s := range got[k].Content {
				b.WriteString(" … " + s.Of(c.text))
			}
			if len(got[k].Why) > 0 {
				b.WriteString(" [" + got[k].Why[0].Rule + "]")
			}
		}
		t.Errorf("%s\n  %s\n  missing %s%s", c.group, c.text, strings.Join(missing, "\n          "), b.String())
	}
	for g, n := range total {
		t.Logf("%s: %d of %d", g, reached[g], n)
	}
}
