package read

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"contested/geo"
)

var wiresFlag = flag.Bool("write-wires", false, "write testdata/wires.txt, turns.txt, reportage.txt and russian.txt anew, as the texts are read now")

// wireLine is a claim as testdata/wires.txt and reportage.txt have it.
func wireLine(r *Reader, text string, c *geo.Claim) string {
	speaker, pieces, places := "", []string{}, []string{}
	for _, s := range c.Speaker {
		speaker = s.Of(text)
	}
	for _, s := range c.Content {
		pieces = append(pieces, s.Of(text))
	}
	for _, p := range c.Places {
		if q, ok := r.gaz.Place(p.Place); ok {
			places = append(places, q.Name)
		}
	}
	sign := "+"
	if c.Polarity == geo.Negated {
		sign = "-"
	}
	return fmt.Sprintf("%s %s %s %s %s | %s | %s | %s", c.Source.Party, c.Type, sign, c.Modality, c.Status, speaker, strings.Join(pieces, " … "), strings.Join(places, ", "))
}

// TestWires reads short texts as wires, diplomatic wires, assessments and fact checks
// write them: every claim with its side, kind, polarity, modality, status and places.
func TestWires(t *testing.T) { readWires(t, "testdata/wires.txt") }

// TestTurns does the same for turns that news text takes less often: answers that leave
// out their verb, counts, notes in brackets, what holds after a semicolon.
func TestTurns(t *testing.T) { readWires(t, "testdata/turns.txt") }

// TestReportage reads paragraphs as reporters and analysts write them: who was met where,
// what they speak of, what the writer saw.
func TestReportage(t *testing.T) { readWires(t, "testdata/reportage.txt") }

// TestRussian reads texts as Russian-language outlets of all sides write them.
func TestRussian(t *testing.T) { readWires(t, "testdata/russian.txt") }

// TestSlavicWires reads how wires of both languages name who tells what: before, behind, between
// and over several paragraphs.
func TestSlavicWires(t *testing.T) { readWires(t, "testdata/wires_slavic.txt") }

// TestSlavicTurns reads turns of Ukrainian and Russian outlets in which the speaker is no plain subject before "що": rumours
// that spread, what is called something, several who admit one thing, guests of talks.
func TestSlavicTurns(t *testing.T) { readWires(t, "testdata/slavic_turns.txt") }

// readWires reads the texts of a file and compares their claims with those written there.
func readWires(t *testing.T, file string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t)
	var out strings.Builder
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		lines := strings.Split(block, "\n")
		if strings.HasPrefix(lines[0], "#") {
			out.WriteString(block + "\n\n")
			continue
		}
		text := strings.ReplaceAll(strings.TrimPrefix(lines[0], "> "), " ¶ ", "\n\n")
		a, err := geo.NewArticle(geo.Article{Text: text + "\n", Publisher: geo.Publisher{Name: "a paper", Party: geo.Press}})
		if err != nil {
			t.Fatal(err)
		}
		got := lines[0]
		for _, c := range r.Read(&a).Claims {
			got += "\n" + strings.TrimSpace(strings.ReplaceAll(wireLine(r, text, &c), "\n\n", " ¶ "))
		}
		out.WriteString(got + "\n\n")
		if got != block && !*wiresFlag {
			t.Errorf("read %s\n\nwant %s", got, block)
		}
	}
	if *wiresFlag {
		if err := os.WriteFile(file, []byte(strings.TrimSpace(out.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
