// Command documentbench makes a large document of invented articles, measures what
// is done with it, and prints that beside what is required. What is measured are
// whole processes.
//
//	documentbench all    CONTESTEDCTL ARTICLES  everything, in a folder of its own under TMPDIR
//	documentbench corpus OUT.jsonl ARTICLES     invented articles of about 2 KB with five claims each
//	documentbench open   DOC.gpkg               opens, paints, filters and corrects; prints the figures, one a line
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"time"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 4 && os.Args[1] == "corpus":
		var n int
		if n, err = strconv.Atoi(os.Args[3]); err == nil {
			err = corpus(os.Args[2], n)
		}
	case len(os.Args) == 4 && os.Args[1] == "all":
		var n int
		if n, err = strconv.Atoi(os.Args[3]); err == nil {
			err = all(os.Args[2], n)
		}
	case len(os.Args) == 3 && os.Args[1] == "open":
		err = open(os.Args[2], os.Stdout)
	default:
		err = errors.New("usage: documentbench all CONTESTEDCTL ARTICLES | corpus OUT.jsonl ARTICLES | open DOC.gpkg")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "documentbench:", err)
		os.Exit(1)
	}
}

// What the invented articles are put together from. Nobody said any of it.
var (
	towns = []string{"Pokrovsk", "Kramatorsk", "Sloviansk", "Kostiantynivka", "Bakhmut", "Myrnohrad", "Druzhkivka", "Toretsk", "Chasiv Yar",
		"Lyman", "Siversk", "Selydove", "Kurakhove", "Vuhledar", "Dobropillia", "Avdiivka", "Kupiansk", "Izium", "Vovchansk", "Robotyne",
		"Orikhiv", "Huliaipole", "Mariupol", "Melitopol", "Kherson", "Zaporizhzhia", "Kharkiv", "Sumy", "Chernihiv", "Mykolaiv"}
	said = []string{
		"The Russian Ministry of Defence said on %[2]s that its troops had captured %[1]s.",
		"The Ukrainian General Staff denied on %[2]s that %[1]s had fallen.",
		"The head of the military administration of %[1]s said that two people had been wounded by shelling.",
		"The Institute for the Study of War said that Russian forces had advanced near %[1]s.",
		"A spokesperson of the Ukrainian army said that fighting went on in %[1]s.",
		"Residents of %[1]s said that a school had been damaged on %[2]s.",
		"The United Nations said that the evacuation of %[1]s had begun.",
		"Russian officials said that %[1]s was under their control.",
		"The mayor of %[1]s said that an attack had been repelled on %[2]s.",
	}
	filler = []string{
		"Nobody could say how long it would take to mend the pipes, and the shops along the market opened for an hour in the morning only.",
		"The trains, which had been late all week, were late again; a notice in the hall asked passengers to be patient.",
		"Prices for firewood have gone up by a third since the spring, and many families share one stove.",
		"The weather has turned cold, with fog in the valleys and rain that does not stop for days.",
		"A teacher who had come back for her books found the library dry and the shelves as she had left them.",
	}
	days = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)

// corpus writes n articles, the same ones every time.
func corpus(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	e := json.NewEncoder(w)
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	for i := range n {
		var b strings.Builder
		for range 5 {
			fmt.Fprintf(&b, pick(said), pick(towns), pick(days))
			for range 3 {
				b.WriteString(" " + pick(filler))
			}
			b.WriteString("\n\n")
		}
		fmt.Fprintf(&b, "This is invented article number %d.", i)
		day := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%1000)
		err := e.Encode(map[string]any{"id": i, "title": fmt.Sprintf("Day %d, report %d", i%1000, i), "date": day.Format("2006-01-02"),
			"publisher": map[string]string{"name": fmt.Sprintf("Invented Wire %d", i%40)}, "url": fmt.Sprintf("https://example.org/%d", i), "text": b.String()})
		if err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
