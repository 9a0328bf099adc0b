// Command contested is the window: a map of who claims what, where.
//
//	contested [PROJECT.gpkg | PICTURE.png | ARTICLE…]
//
// Without arguments it opens the map as it was left or, the first time, the
// built-in example. A project is opened, and so is a picture that the program
// made; anything else is imported: files, folders, web addresses. Where no window can be opened, it says so and writes
// the same map to contested.png.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"contested/assets"
	"contested/geo/session"
	"contested/geo/tiles"
	"contested/gui"
)

// version is set when the program is built (-ldflags "-X main.version=…").
var version = "development"

func main() {
	start := time.Now()
	o, err := parse(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return
	case err != nil:
		os.Exit(2)
	case o.version:
		fmt.Println("contested", version)
		return
	}
	if err := run(o, start); err != nil {
		fmt.Fprintln(os.Stderr, "contested:", err)
		os.Exit(1)
	}
}

// options are the command line.
type options struct {
	version  bool
	trace    string
	bench    time.Duration
	soak     time.Duration
	dataDir  string
	tiles    string
	document string
	articles []string
}

func parse(args []string, stdout, stderr io.Writer) (options, error) {
	var o options
	f := flag.NewFlagSet("contested", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.BoolVar(&o.version, "version", false, "say which version this is")
	f.StringVar(&o.trace, "trace", "", "write what the program does to `FILE`, one JSON object a line (for tests)")
	f.DurationVar(&o.bench, "bench", 0, "measure the map in a window, each part for so `LONG` (say 10s), print the figures and end")
	f.DurationVar(&o.soak, "soak", 0, "pan the map in a window for so `LONG` (say 10m), print what that does to the memory and end")
	f.StringVar(&o.dataDir, "data", session.DataDir(os.Getenv), "`FOLDER` for the map without a name, added places and the crash report")
	f.StringVar(&o.tiles, "tiles", "", "show `MAP` as ground: FILE.mbtiles, FILE.pmtiles, or https://…/{z}/{x}/{y}.png")
	f.Usage = func() {
		w := stderr
		fmt.Fprintln(w, "usage: contested [PROJECT.gpkg | PICTURE.png | ARTICLE…]")
		fmt.Fprintln(w, "\nOpens a map of who claims what, where. Articles are files (.txt .md .html .eml")
		fmt.Fprintln(w, ".pdf .docx .xml .rss .jsonl), folders or web addresses.")
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		return o, err
	}
	for _, a := range f.Args() {
		if strings.EqualFold(filepath.Ext(a), ".gpkg") || session.IsSnapshot(a) {
			if o.document != "" || f.NArg() > 1 {
				err := errors.New("give one project or picture, or articles, not both")
				fmt.Fprintln(stderr, "contested:", err)
				return o, err
			}
			o.document = a
			continue
		}
		o.articles = append(o.articles, a)
	}
	return o, nil
}

// keptTiles are the tiles of a few windows, about 64 MB.
const keptTiles = 256

func run(o options, start time.Time) error {
	if err := os.MkdirAll(o.dataDir, 0o755); err != nil {
		return fmt.Errorf("the data folder cannot be made: %w; name another with --data", err)
	}
	crashFile(o.dataDir)
	var trace *gui.Trace
	if o.trace != "" {
		f, err := os.Create(o.trace)
		if err != nil {
			return fmt.Errorf("the trace cannot be written: %w", err)
		}
		defer f.Close()
		trace = gui.NewTrace(f, start)
	}
	engine := session.NewEngine(assets.FS, o.dataDir)
	var ground tiles.Source
	if o.tiles != "" {
		src, err := engine.OpenTiles(o.tiles, "Contested/"+version)
		if err != nil {
			return err
		}
		ground = tiles.Keep(src, keptTiles)
		defer ground.Close()
	}
	if why := noDisplay(); why != "" {
		return writePicture(engine, o, ground, why)
	}
	// What is allocated until the window is there is needed, nearly all of it.
	collect := func() {}
	if os.Getenv("GOGC") == "" {
		usual := debug.SetGCPercent(startGC)
		collect = func() { debug.SetGCPercent(usual) }
	}
	warm(engine)
	app.SetMetadata(fyne.AppMetadata{ID: "org.contested.map", Name: "Contested", Version: version, Icon: icon(),
		Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID("org.contested.map")
	if o.bench > 0 || o.soak > 0 {
		b := gui.Bench{App: a, Engine: engine, Out: os.Stdout, Started: start, Part: o.bench,
			Places: 10000, Claims: 10, CPU: threadCPU, Process: processCPU, Held: heldMemory, Soak: o.soak, Opened: func() { collect(); dropPages() }, Size: fyne.NewSize(1920, 1080)}
		return b.Run()
	}
	w := gui.New(gui.Config{App: a, Engine: engine, DataDir: o.dataDir, Open: o.document, Import: o.articles, Version: version, Trace: trace, Tiles: ground, Opened: dropPages})
	if shown, why := tryWindow(w, collect); !shown {
		return writePicture(engine, o, ground, why)
	}
	return nil
}

// startGC is how much the heap may grow, in percent, from one collection of garbage
// to the next until the window is shown: from 4 MB to 20, and then no more of it.
const startGC = 400

// warm reads what the first picture needs while the window is being opened.
// Whoever needs it first waits for what is left.
func warm(e *session.Engine) {
	go e.Painter() //nolint:errcheck // whoever asks next is told
	go func() {
		e.Warm()
		e.Ground() //nolint:errcheck // likewise
	}()
}

// crashFile has a crash leave its report where the user can find it.
func crashFile(dir string) {
	f, err := os.OpenFile(filepath.Join(dir, "crash.txt"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return // without a report, then
	}
	defer f.Close()
	_ = debug.SetCrashOutput(f, debug.CrashOptions{})
}

// icon is the program's icon, or nil while there is none.
func icon() fyne.Resource {
	b, err := assets.FS.ReadFile("icon/icon-512.png")
	if err != nil {
		return nil
	}
	return fyne.NewStaticResource("icon-512.png", b)
}
