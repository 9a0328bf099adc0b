// Command peer measures two other windows in the way that `contested --bench`
// measures ours: an empty one of Fyne, and fyne-x's widget.Map with markers.
// It is a module of its own, so that the program depends on nothing of fyne-x.
//
//	peer empty            opens an empty window and waits for a signal
//	peer map 4s 10000     pans and zooms a map with so many markers
//
// The map's tiles come out of memory at once, which no network does.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strconv"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	xwidget "fyne.io/x/fyne/widget"
)

var started = time.Now()

func main() {
	a := app.NewWithID("org.contested.peer")
	w := a.NewWindow("peer")
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1920, 1080))
	run := &run{app: a}
	switch {
	case len(os.Args) == 2 && os.Args[1] == "empty":
		w.Resize(fyne.NewSize(1280, 800)) // as our window opens
		w.SetContent(container.NewWithoutLayout())
	case len(os.Args) == 4 && os.Args[1] == "map":
		var err error
		if run.long, err = time.ParseDuration(os.Args[2]); err != nil {
			panic(err)
		}
		n, err := strconv.Atoi(os.Args[3])
		if err != nil {
			panic(err)
		}
		run.m = fyneMap(n)
		w.SetContent(run.m)
	default:
		fmt.Fprintln(os.Stderr, "usage: peer empty | peer map LONG MARKERS")
		os.Exit(2)
	}
	run.flight = fyne.NewAnimation(time.Hour, func(float32) { run.frame() })
	a.Lifecycle().SetOnStarted(run.flight.Start)
	w.ShowAndRun()
}

func fyneMap(markers int) *xwidget.Map {
	m := xwidget.NewMapWithOptions(xwidget.WithHTTPClient(&http.Client{Transport: inMemory(tile())}),
		xwidget.WithTileSource("http://memory/%d/%d/%d.png"), xwidget.AtZoomLevel(7), xwidget.AtLatLon(48.4, 35))
	random := rand.New(rand.NewPCG(1, 0))
	var list []xwidget.MapMarker
	for i := range markers {
		lon, lat := 30+10*random.Float64(), 46+5*random.Float64()
		list = append(list, xwidget.NewMapMarker(lat, lon, fmt.Sprint("Place ", i)))
	}
	m.SetMarkers(list)
	return m
}

// inMemory answers every request with the same tile.
type inMemory []byte

func (b inMemory) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(b)), Request: r}, nil
}

func tile() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 256, 256))
	for i := range 256 * 256 {
		m.SetRGBA(i%256, i/256, color.RGBA{uint8(200 + i%37), uint8(200 + i/256%41), 190, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

type run struct {
	app    fyne.App
	m      *xwidget.Map
	long   time.Duration
	flight *fyne.Animation
	begun  time.Time
	frames int
	at     time.Time
	cpu    time.Duration
	part   string
	work   map[string][]time.Duration
	gap    map[string][]time.Duration
}

// frame is called once a frame, as the one of gui.Bench.
func (r *run) frame() {
	now, cpu := time.Now(), threadCPU()
	if r.frames++; r.frames == 2 { // the first has been painted
		fmt.Printf("first picture after %d ms\n", now.Sub(started).Milliseconds())
		r.begun, r.work, r.gap = now, map[string][]time.Duration{}, map[string][]time.Duration{}
		if r.m == nil {
			r.flight.Stop()
			return
		}
	}
	if r.part != "" {
		r.work[r.part] = append(r.work[r.part], cpu-r.cpu)
		r.gap[r.part] = append(r.gap[r.part], now.Sub(r.at))
	}
	r.at, r.cpu = now, cpu
	if r.begun.IsZero() {
		return
	}
	t := now.Sub(r.begun) - time.Second
	switch {
	case t < 0:
	case t < r.long:
		r.part = "pan" // at 700 dp a second, in circles
		a, d := t.Seconds()*700/300, 700*r.gapNow()
		r.m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(float32(-d*math.Sin(a)), float32(d*math.Cos(a)))})
	case t < 2*r.long:
		if r.part != "zoom" {
			r.part, r.frames = "zoom", 15
		}
		if r.frames%15 == 0 { // whole levels, which is all that it can
			if r.frames/15%8 >= 4 {
				r.m.ZoomOut()
			} else {
				r.m.ZoomIn()
			}
		}
	default:
		r.flight.Stop()
		r.report()
		r.app.Quit()
	}
}

// gapNow is how long the last frame took, in seconds.
func (r *run) gapNow() float64 {
	g := r.gap["pan"]
	if len(g) == 0 {
		return 1.0 / 60
	}
	return min(0.2, g[len(g)-1].Seconds())
}

func (r *run) report() {
	for _, part := range []string{"pan", "zoom"} {
		w, g := r.work[part], r.gap[part]
		fmt.Printf("  %-24s %7.2f %6.2f %6.2f    %.1f / %.1f\n", part, at(w, 0.5), at(w, 0.95), at(w, 0.99), at(g, 0.5), at(g, 0.95))
	}
}

func at(d []time.Duration, q float64) float64 {
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[int(q*float64(len(d)-1))].Seconds() * 1e3
}

// threadCPU is the processor time of this thread, which is Fyne's.
func threadCPU() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(1, &r) != nil { // RUSAGE_THREAD
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
