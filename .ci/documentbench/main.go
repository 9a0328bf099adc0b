// Command documentbench makes a large document of invented articles and measures
// what is done with it. Each measured step is a whole process (.ci/bench-document
// runs them), whose time and memory the caller takes.
//
//	documentbench corpus OUT.jsonl ARTICLES     invented articles of about 3 KB with five claims each
//	documentbench open   DOC.gpkg               opens, paints the first map, filters, corrects; prints what each took
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"strconv"
	"strings"
	"time"

	"contested/assets"
	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/view"
)

func main() {
	var err error
	switch {
	case len(os.Args) == 4 && os.Args[1] == "corpus":
		var n int
		if n, err = strconv.Atoi(os.Args[3]); err == nil {
			err = corpus(os.Args[2], n)
		}
	case len(os.Args) == 3 && os.Args[1] == "open":
		err = open(os.Args[2])
	default:
		err = fmt.Errorf("usage: documentbench corpus OUT.jsonl ARTICLES | open DOC.gpkg")
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

// open opens a document as the window does, and says how long it took to its
// first painted map, to filter it, and to correct a claim.
func open(path string) error {
	if name := os.Getenv("CPUPROFILE"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	start := time.Now()
	engine := session.NewEngine(assets.FS, "")
	painter, err := engine.Painter()
	if err != nil {
		return err
	}
	ground, err := engine.Ground()
	if err != nil {
		return err
	}
	draw := func(scene *render.Scene, v view.Viewport) error {
		_, err := painter.Render(context.Background(), scene, v, render.Options{})
		return err
	}
	frame := view.Viewport{Width: 1280, Height: 800, Density: 1}
	if p, ok := session.OpenPreview(path); ok {
		if err := draw(p.Scene(ground, session.Appearance{Legend: true}), p.Fit(frame)); err != nil {
			return err
		}
		fmt.Printf("first map: %.2f s (preview of %d articles, %d claims)\n", time.Since(start).Seconds(), p.Articles, p.Claims)
	}
	s, err := session.Open(session.Config{Engine: engine, Document: path})
	if err != nil {
		return err
	}
	defer s.Close()
	fmt.Printf("opened: %.2f s\n", time.Since(start).Seconds())
	v, _ := s.State().Fit(frame)
	paint := func() error { return draw(s.State().Scene(ground, session.Appearance{Legend: true}), v) }
	if err := paint(); err != nil {
		return err
	}
	fmt.Printf("map of everything: %.2f s (%d articles, %d claims)\n", time.Since(start).Seconds(), len(s.State().Articles), len(s.State().Claims))
	if name := os.Getenv("MEMPROFILE"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			return err
		}
		defer f.Close()
		runtime.GC()
		if err := pprof.Lookup("heap").WriteTo(f, 0); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		name   string
		filter geo.Filter
	}{
		{"one voice hidden", geo.Filter{Hidden: map[geo.Voice]bool{geo.RussianVoice: true}}},
		{"one type", geo.Filter{Types: []geo.ClaimType{geo.Captured}}},
		{"one month", geo.Filter{Time: geo.Interval{From: time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}}},
		{"only contested", geo.Filter{OnlyContested: true}},
		{"words", geo.Filter{Words: "school kramatorsk"}},
		{"none", geo.Filter{}},
	} {
		var took []time.Duration
		for range 5 {
			t := time.Now()
			s.SetFilter(f.filter)
			took = append(took, time.Since(t))
		}
		slices.Sort(took)
		t := time.Now()
		if err := paint(); err != nil {
			return err
		}
		fmt.Printf("filter, %s: %.0f ms (worst %.0f), map painted in %.0f ms more; %d claims\n", f.name, took[2].Seconds()*1000, took[4].Seconds()*1000, time.Since(t).Seconds()*1000, len(s.State().Shown))
	}
	if os.Getenv("CORRECT") == "" {
		return nil
	}
	t := time.Now()
	c := s.State().Claims[len(s.State().Claims)/2]
	denied := geo.Negated
	if err := s.Correct("mark as denied", geo.Correction{Article: c.Article, Content: c.Content, Polarity: &denied}); err != nil {
		return err
	}
	fmt.Printf("one correction: %.2f s\n", time.Since(t).Seconds())
	t = time.Now()
	if _, err := s.Undo(); err != nil {
		return err
	}
	fmt.Printf("undone: %.2f s\n", time.Since(t).Seconds())
	return nil
}
