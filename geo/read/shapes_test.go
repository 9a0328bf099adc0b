package read

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
)

// shapeFiles are the batteries whose texts BenchmarkShapes takes, and what the lines with
// a text begin with there; "" for every line that says nothing about what is to be found.
var shapeFiles = map[string]string{
	"sides": "", "voices": "", "speech": "", "standing": "", "slavic": "", "slavic_places": "",
	"wires": "> ", "russian": "> ", "turns": "> ", "reportage": "> ",
}

// shapeJoins are the ways in which BenchmarkShapes makes one long text of a short one.
var shapeJoins = []struct {
	name string
	long func(s string, n int) string
}{
	{"paragraph", func(s string, n int) string { return repeat(inOneLine(s)+" ", n) }},
	{"paragraphs", func(s string, n int) string { return repeat(strings.ReplaceAll(s, "¶", "\n\n")+"\n\n", n) }},
	{"sentence", func(s string, n int) string {
		ends := strings.NewReplacer(". ", ", ", "? ", ", ", "! ", ", ", ".”", ",”", ".\"", ",\"", "?”", ",”", "?\"", ",\"")
		return repeat(ends.Replace(strings.TrimRight(inOneLine(s), ".?!"))+"; ", n)
	}},
}

func inOneLine(s string) string { return strings.NewReplacer("¶", "", "\n", " ").Replace(s) }

// shapes lists the texts of the batteries and the articles of the sets, as they stand.
func shapes(t testing.TB) (texts []string) {
	for name, mark := range shapeFiles {
		f, err := os.Open(filepath.Join("testdata", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			l := lines.Text()
			if mark == "" && strings.ContainsAny(l[:min(1, len(l))], ">#=@") || !strings.HasPrefix(l, mark) || len(l) < 60 {
				continue
			}
			texts = append(texts, strings.TrimPrefix(l, mark))
		}
	}
	for _, set := range goldSets {
		for _, g := range readGold(t, set) {
			texts = append(texts, g.Text)
		}
	}
	return texts
}

// BenchmarkShapes reads each text of the batteries and the sets again and again, as one
// paragraph, as many, and as one sentence, and reports how many times its share the worst
// of them takes when it gets longer. More than three times fails.
func BenchmarkShapes(b *testing.B) {
	r := reader(b)
	texts := shapes(b)
	// share is how many times its share long(s) takes when n bytes of it become times as many
	share := func(long func(string, int) string, s string, n, times int) float64 {
		took := func(n int) float64 {
			a := geo.Article{Text: long(s, n), Publisher: geo.Publisher{Party: geo.Press}}
			from := cpuTime()
			r.Read(&a)
			return (cpuTime() - from).Seconds()
		}
		return took(n*times) / took(n) / float64(times)
	}
	for _, j := range shapeJoins {
		b.Run(j.name, func(b *testing.B) {
			worst, which := 0.0, ""
			for b.Loop() {
				for _, s := range texts {
					if share(j.long, s, 1<<13, 4) < 1.4 {
						continue
					}
					// whether it goes on like that; a collection that comes between is no shape
					x := min(share(j.long, s, 1<<15, 16), share(j.long, s, 1<<15, 16))
					if x > worst {
						worst, which = x, s
					}
				}
			}
			b.ReportMetric(worst, "times-its-share")
			b.Logf("worst: %.300q", which)
			if worst > 3 {
				b.Errorf("a longer %.300q takes %.1f times its share", which, worst)
			}
		})
	}
}
