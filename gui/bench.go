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
	Process func() time.Duration // … and of the whole process; nil: not known
	Opened  func()               // called once the first picture is there; may be nil
	Soak    time.Duration        // pan for so long instead, and look at the memory; see [Bench.Run]
	Held    func() uint64        // bytes of the process in memory, the graphics driver's too; nil: not known
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
				shares[v] = &render.Share{Class: render.Class(v), Looks: render.Look(i % 4)}
			}
			shares[v].Claims++
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

// Run shows the window and returns when the figures are printed. It fails when no
// window can be made, and when a soak finds that memory grows.
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
	r.m.OnSettled = func() { r.soaking.settled = true }
	r.m.OnView = func(view.Viewport) { r.asked = time.Now() }
	r.m.SetScene(scene)
	r.flight = fyne.NewAnimation(time.Hour, func(float32) { r.frame() })
	r.flight.RepeatCount = fyne.AnimationRepeatForever // a soak may be longer
	b.App.Lifecycle().SetOnStarted(r.flight.Start)
	win.ShowAndRun()
	r.m.Close()
	return r.soaking.verdict
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
	exact    []time.Duration // from a jump to another view to its exact picture
	jumped   int
	jumping  bool
	done     bool
	toggled  []time.Duration // from another scene to its picture
	changing bool
	pointer  fyne.Position
	held     bool
	memory   [2]uint64
	soaking  soak
}

func (r *benchRun) painted(*render.Frame) {
	if r.begun.IsZero() {
		r.begun = time.Now()
		fmt.Fprintf(r.Out, "first picture after %d ms\n", r.begun.Sub(r.Started).Milliseconds())
		if r.Opened != nil {
			r.Opened()
		}
	}
	if r.asked.IsZero() {
		return
	}
	d := time.Since(r.asked)
	r.asked = time.Time{}
	switch {
	case r.changing:
		r.toggled = append(r.toggled, d)
	case r.jumping:
		r.exact = append(r.exact, d)
	}
}

// frame is called once a frame: it books the one before and does the next step.
func (r *benchRun) frame() {
	if r.done {
		r.flight.Stop()
		r.App.Quit()
		return
	}
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
	if r.Soak > 0 {
		r.soaking.frame(r, t)
		return
	}
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
		r.jump()
	default:
		r.flight.Stop()
		r.rest()
	}
}

// rest measures what the whole process does while nothing moves, once the last
// picture's surroundings have been painted, then reports.
func (r *benchRun) rest() {
	if r.Process == nil {
		r.finish(r.report)
		return
	}
	time.AfterFunc(time.Second, func() {
		begun, cpu := time.Now(), r.Process()
		time.AfterFunc(r.Part, func() {
			share := (r.Process() - cpu).Seconds() / time.Since(begun).Seconds()
			r.finish(func() {
				r.report()
				fmt.Fprintf(r.Out, "at rest the process takes     %7.2f %% of a processor\n", 100*share)
			})
		})
	})
}

// finish reports on Fyne's goroutine and quits.
func (r *benchRun) finish(report func()) {
	fyne.Do(func() {
		report()
		r.done = true // Fyne ends from within a frame only
		r.flight.Start()
	})
}

// jump shows another part of the map at another zoom, at once, and waits for its
// exact picture. Nothing of it has been painted before.
func (r *benchRun) jump() {
	r.part, r.changing, r.jumping = "jumps", false, true
	if r.frames%30 != 0 {
		return
	}
	r.jumped++
	k := float64(r.jumped)
	r.asked = time.Time{} // one that never came is not counted
	r.m.Look(orb.Point{31 + math.Mod(k*2.7, 8), 46.5 + math.Mod(k*1.3, 4)}, 6+math.Mod(k*1.37, 6))
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

// release lets go of the map.
func (r *benchRun) release() {
	if r.held {
		r.held = false
		r.m.DragEnd()
	}
}

// zoom turns the wheel by one notch every so many frames.
func (r *benchRun) zoom(every int) {
	r.release()
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
			p.Shares = slices.DeleteFunc(slices.Clone(p.Shares), func(sh render.Share) bool { return sh.Class == render.Class(geo.PressVoice) })
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
	runtime.GC() // what pools keep lives through one
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func (r *benchRun) report() {
	r.memory[1] = heap()
	fmt.Fprintf(r.Out, "%d claims at %d places, window of %v × %v dp\n", r.Places*r.Claims, r.Places, r.Size.Width, r.Size.Height)
	fmt.Fprintln(r.Out, "own work of a frame, ms        p50    p95    p99    frame after frame p50 / p95")
	for _, part := range []string{"pan", "zoom", "single zooms", "toggle", "jumps"} {
		w, g := r.work[part], r.gap[part]
		fmt.Fprintf(r.Out, "  %-24s %7.2f %6.2f %6.2f    %.1f / %.1f\n", part, at(w, 0.5), at(w, 0.95), at(w, 0.99), at(g, 0.5), at(g, 0.95))
	}
	fmt.Fprintf(r.Out, "exact picture after a jump, ms %7.1f %6.1f   (p50, p95 of %d)\n", at(r.exact, 0.5), at(r.exact, 0.95), len(r.exact))
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
