package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"slices"
	"syscall"
	"time"

	"contested/assets"
	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/view"
)

// tries is how often each filter is tried. The worst counts.
const tries = 10

var filters = []struct {
	name   string
	filter geo.Filter
}{
	{"a voice hidden", geo.Filter{Hidden: map[geo.Voice]bool{geo.RussianVoice: true}}},
	{"a type", geo.Filter{Types: []geo.ClaimType{geo.Captured}}},
	{"a status", geo.Filter{Statuses: []geo.Status{geo.NoStatus}}},
	{"a month", geo.Filter{Time: geo.Interval{From: time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)}}},
	{"contested places", geo.Filter{OnlyContested: true}},
	{"a common word", geo.Filter{Words: "said"}},
	{"two words", geo.Filter{Words: "school kramatorsk"}},
	{"part of a word, contested, a year", geo.Filter{Words: "ussia", OnlyContested: true, Time: geo.Interval{From: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), To: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)}}},
	{"none", geo.Filter{}},
}

// open opens a document as the window does, and writes how many seconds it took
// to its first painted map, to filter it, and to correct a claim.
func open(path string, w io.Writer) error {
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
	say := func(what string, took time.Duration) { fmt.Fprintf(w, "%s\t%.4f\n", what, took.Seconds()) }
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
		say(firstMap, time.Since(start))
	}
	s, err := session.Open(session.Config{Engine: engine, Document: path})
	if err != nil {
		return err
	}
	defer s.Close()
	say(opened, time.Since(start))
	fmt.Fprintf(w, "%s\t%d\n%s\t%d\n", articles, len(s.State().Articles), claims, len(s.State().Claims))
	v, _ := s.State().Fit(frame)
	paint := func() error { return draw(s.State().Scene(ground, session.Appearance{Legend: true}), v) }
	if err := paint(); err != nil {
		return err
	}
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
	defer s.Subscribe(func(*session.State) {})() // as a window does: what it shows is gathered, too
	for _, f := range filters {
		var took, painted, worked []time.Duration
		for range tries {
			s.SetFilter(geo.Filter{MinConfidence: 2}) // so that each finds another before it
			t, before := time.Now(), processor()
			s.SetFilter(f.filter)
			took, worked = append(took, time.Since(t)), append(worked, processor()-before)
			if err := paint(); err != nil {
				return err
			}
			painted = append(painted, time.Since(t))
		}
		slices.Sort(took)
		slices.Sort(painted)
		slices.Sort(worked)
		say(filtered+f.name, took[tries-1])
		say(median+filtered+f.name, took[tries/2])
		say(painting+f.name, painted[tries/2])
		say(working+filtered+f.name, worked[tries/2])
	}
	timed := func(what string, do func() error) error {
		t, before := time.Now(), processor()
		err := do()
		say(what, time.Since(t))
		say(working+what, processor()-before)
		return err
	}
	undo := func() error { _, err := s.Undo(); return err }
	c := s.State().Claims[len(s.State().Claims)/2]
	negated := geo.Negated
	article := filepath.Join(filepath.Dir(path), "one.txt")
	text := "Title: One more\nDate: 2025-10-01\n\nThe mayor of Lyman said that an attack had been repelled on Monday. Residents of Izium said that a school had been damaged." + fmt.Sprintf(" Invented at %d.", time.Now().UnixNano()) // so that it is in no document yet
	if err := os.WriteFile(article, []byte(text), 0o600); err != nil {
		return err
	}
	defer os.Remove(article)
	if _, err := engine.Reader(); err != nil { // it is loaded once
		return err
	}
	var first geo.ArticleID
	for _, step := range []struct {
		what string
		do   func() error
	}{
		{corrected, func() error {
			return s.Correct("mark as denied", geo.Correction{Article: c.Article, Content: c.Content, Polarity: &negated})
		}},
		{undone, undo},
		{imported, func() error {
			r := s.ImportNow(context.Background(), []string{article})
			if r.Err == nil && r.New != 1 {
				return fmt.Errorf("%d articles came in", r.New)
			}
			return r.Err
		}},
		{"(a step between)", func() error { first = s.State().Articles[len(s.State().Articles)/2].ID; return nil }},
		{removed, func() error { return s.Remove(first) }},
		{restored, undo},
		{"(and as it was)", undo},
	} {
		if err := timed(step.what, step.do); err != nil {
			return err
		}
	}
	return nil
}

// processor is the processor time that the process has used, on all of them.
func processor() time.Duration {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
