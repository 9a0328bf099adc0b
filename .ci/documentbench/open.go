package main

import (
	"context"
	"fmt"
	"io"
	"os"
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

// filters are those that are tried, each five times.
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
		for range 5 {
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
		say(filtered+f.name, took[2])
		say(painting+f.name, painted[2])
		say(working+filtered+f.name, worked[2])
	}
	c := s.State().Claims[len(s.State().Claims)/2]
	negated := geo.Negated
	t, before := time.Now(), processor()
	if err := s.Correct("mark as denied", geo.Correction{Article: c.Article, Content: c.Content, Polarity: &negated}); err != nil {
		return err
	}
	say(corrected, time.Since(t))
	say(working+corrected, processor()-before)
	t, before = time.Now(), processor()
	if _, err := s.Undo(); err != nil {
		return err
	}
	say(undone, time.Since(t))
	say(working+undone, processor()-before)
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
