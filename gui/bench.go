package gui

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/geo/view"
	"contested/gui/mapview"
)

// Bench measures the map in a real window: it pans and zooms by itself over
// the built-in ground with claims spread over places, prints what it took to w,
// and quits the app. What a frame costs is the processor time of Fyne's thread
// from frame to frame, which leaves out what the graphics driver's own threads
// and the waiting for the screen take.
type Bench struct {
	App     fyne.App
	Engine  *session.Engine
	Out     io.Writer
	Started time.Time     // of the process
	Part    time.Duration // how long each part takes
	Places  int
	Claims  int                  // for each place
	CPU     func() time.Duration // processor time of the calling thread
	Size    fyne.Size            // of the window
}

// benchSeed makes every run the same.
const benchSeed = 1

// scene spreads the places over the east of Ukraine.
func (b *Bench) scene() (*render.Scene, error) {
	ground, err := b.Engine.Ground()
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(benchSeed, 0))
	s := &render.Scene{Ground: ground, Furniture: render.Furniture{Legend: true, ScaleBar: true, Attribution: true, Language: geo.English}}
	for i := range b.Places {
		p := render.PlaceClaims{Origins: 1 + i%5, Contested: i%3 == 0, Place: geo.Place{
			ID: geo.PlaceID(fmt.Sprint("bench:", i)), Name: fmt.Sprint("Place ", i), Country: "UA",
			Point: orb.Point{30 + 10*random.Float64(), 46 + 5*random.Float64()}, Population: random.IntN(200000)}}
		shares := map[geo.Voice]*render.Share{}
		for k := range b.Claims {
			v := geo.Voice((i + k%3) % len(geo.Voices()))
			if shares[v] == nil {
				shares[v] = &render.Share{Voice: v, Looks: render.Look(i % 4)}
			}
			shares[v].Claims = append(shares[v].Claims, geo.ClaimID(fmt.Sprint(i, "/", k)))
		}
		for _, v := range geo.Voices() {
			if shares[v] != nil {
				p.Shares = append(p.Shares, *shares[v])
			}
		}
		s.Places = append(s.Places, p)
	}
	return s, nil
}

// Run shows the window and returns when the figures are printed.
func (b *Bench) Run() error {
	painter, err := b.Engine.Painter()
	if err != nil {
		return err
	}
	scene, err := b.scene()
	if err != nil {
		return err
	}
	r := &benchRun{Bench: b, scene: scene, work: map[string][]time.Duration{}, gap: map[string][]time.Duration{}}
	r.m = mapview.New(mapview.Options{Paint: painter.Render})
	win := b.App.NewWindow("Contested: measuring")
	win.SetPadded(false)
	win.SetContent(r.m)
	win.Resize(b.Size)
	r.m.OnPainted = r.painted
	r.m.OnView = func(view.Viewport) { r.asked = time.Now() }
	r.m.SetScene(scene)
	r.flight = fyne.NewAnimation(time.Hour, func(float32) { r.frame() })
	b.App.Lifecycle().SetOnStarted(r.flight.Start)
	win.ShowAndRun()
	r.m.Close()
	return nil
}

type benchRun struct {
	*Bench
	m      *mapview.Map
	scene  *render.Scene
	flight *fyne.Animation

	begun    time.Time // the first frame
	frames   int
	cpu      time.Duration
	at       time.Time
	part     string
	work     map[string][]time.Duration // a frame's, by part
	gap      map[string][]time.Duration
	asked    time.Time
	exact    []time.Duration // from rest to the exact picture
	toggled  []time.Duration // from another scene to its picture
	changing bool
	pointer  fyne.Position
	held     bool
	memory   [2]uint64
}

func (r *benchRun) painted(*render.Frame) {
	if r.begun.IsZero() {
		r.begun = time.Now()
		fmt.Fprintf(r.Out, "first picture after %d ms\n", r.begun.Sub(r.Started).Milliseconds())
	}
	if r.asked.IsZero() {
		return
	}
	d := time.Since(r.asked)
	r.asked = time.Time{}
	if r.changing {
		r.toggled = append(r.toggled, d)
	} else {
		r.exact = append(r.exact, d)
	}
}

// frame is called once a frame: it books the one before and does the next step.
func (r *benchRun) frame() {
	cpu, now := r.CPU(), time.Now()
	if r.frames > 0 && r.part != "" {
		r.work[r.part] = append(r.work[r.part], cpu-r.cpu)
		r.gap[r.part] = append(r.gap[r.part], now.Sub(r.at))
	}
	r.cpu, r.at = cpu, now
	r.frames++
	if r.begun.IsZero() {
		return
	}
	t := now.Sub(r.begun) - time.Second // the first second is for warming up
	switch k := int(t / r.Part); {
	case t < 0:
	case k == 0:
		r.pan(t)
	case k == 1:
		r.zoom(15)
	case k == 2:
		r.zoom(60)
		r.part = "single zooms"
	case k == 3:
		r.toggle()
	case k == 4:
		r.part, r.changing = "rest", false
	default:
		r.flight.Stop()
		r.report()
		r.App.Quit()
	}
}

// pan drags the map in circles at 700 dp a second.
func (r *benchRun) pan(t time.Duration) {
	if r.part == "" {
		r.memory[0] = heap()
	}
	r.part = "pan"
	a := t.Seconds() * 700 / 300
	mid := fyne.NewPos(r.Size.Width/2, r.Size.Height/2)
	p := mid.AddXY(float32(300*math.Cos(a)), float32(300*math.Sin(a)))
	if !r.held {
		r.held, r.pointer = true, p
	}
	r.m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}, Dragged: fyne.NewDelta(p.X-r.pointer.X, p.Y-r.pointer.Y)})
	r.pointer = p
}

// zoom turns the wheel by one notch every so many frames.
func (r *benchRun) zoom(every int) {
	if r.held {
		r.held = false
		r.m.DragEnd()
	}
	r.part = "zoom"
	if r.frames%every == 0 {
		d := float32(25)
		if r.frames/every%8 >= 4 {
			d = -d
		}
		r.m.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(r.Size.Width/3, r.Size.Height/3)}, Scrolled: fyne.NewDelta(0, d)})
	}
}

// toggle hides one voice and shows it again.
func (r *benchRun) toggle() {
	if r.part != "toggle" {
		r.part, r.changing = "toggle", true
		r.asked = time.Time{}
	}
	if r.frames%40 != 0 {
		return
	}
	s := *r.scene
	if r.frames/40%2 == 0 {
		s.Places = nil
		for _, p := range r.scene.Places {
			p.Shares = slices.DeleteFunc(slices.Clone(p.Shares), func(sh render.Share) bool { return sh.Voice == geo.PressVoice })
			if len(p.Shares) > 0 {
				s.Places = append(s.Places, p)
			}
		}
		s.Furniture.HiddenVoice = []geo.Voice{geo.PressVoice}
	}
	r.asked = time.Now()
	r.m.SetScene(&s)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func (r *benchRun) report() {
	r.memory[1] = heap()
	fmt.Fprintf(r.Out, "%d claims at %d places, window of %v × %v dp\n", r.Places*r.Claims, r.Places, r.Size.Width, r.Size.Height)
	fmt.Fprintln(r.Out, "own work of a frame, ms        p50    p95    p99    frame after frame p50 / p95")
	for _, part := range []string{"pan", "zoom", "single zooms", "toggle", "rest"} {
		w, g := r.work[part], r.gap[part]
		fmt.Fprintf(r.Out, "  %-24s %7.2f %6.2f %6.2f    %.1f / %.1f\n", part, at(w, 0.5), at(w, 0.95), at(w, 0.99), at(g, 0.5), at(g, 0.95))
	}
	fmt.Fprintf(r.Out, "exact picture after rest, ms   %7.1f %6.1f\n", at(r.exact, 0.5), at(r.exact, 0.95))
	fmt.Fprintf(r.Out, "picture after a toggle, ms     %7.1f %6.1f\n", at(r.toggled, 0.5), at(r.toggled, 0.95))
	fmt.Fprintf(r.Out, "heap before and after, MB      %7.1f %6.1f\n", float64(r.memory[0])/1e6, float64(r.memory[1])/1e6)
}

// at is a quantile in milliseconds.
func at(d []time.Duration, q float64) float64 {
	if len(d) == 0 {
		return 0
	}
	sorted := slices.Clone(d)
	slices.SortFunc(sorted, func(a, b time.Duration) int { return cmp.Compare(a, b) })
	return sorted[int(q*float64(len(sorted)-1))].Seconds() * 1e3
}
