package render

import (
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// manyClaims is 10,000 places around the region with ten claims each.
func manyClaims(b testing.TB, places int) *Scene {
	s := randomScene(1, places, orb.Point{36, 48.6}, 3)
	s.Ground = shippedGround(b)
	for i := range s.Places {
		for k := range s.Places[i].Shares {
			sh := &s.Places[i].Shares[k]
			sh.Claims = max(1, 10/len(s.Places[i].Shares))
		}
	}
	s.Furniture = Furniture{Title: "Title", AsOf: "As of today", Legend: true, ScaleBar: true, Attribution: true}
	return s
}

var (
	hd   = view.Viewport{Centre: orb.Point{37.3, 48.4}, Width: 1920, Height: 1080, Density: 1}
	wide = view.Viewport{Centre: orb.Point{37.3, 48.4}, Width: 1280, Height: 800, Density: 1}
)

func frames(b *testing.B, s *Scene, v view.Viewport, o Options) {
	p := newPainter(b)
	img := render(b, p, s, v, o).Image
	var took []time.Duration
	b.ReportAllocs()
	cpu := cpuTime()
	for b.Loop() {
		start := time.Now()
		v = v.Pan(1, 1) // an exact new frame each time, from a layout that is known
		o.Reuse = img
		f, err := p.Render(context.Background(), s, v, o)
		if err != nil {
			b.Fatal(err)
		}
		img = f.Image
		took = append(took, time.Since(start))
	}
	b.ReportMetric(float64((cpuTime()-cpu).Microseconds())/1000/float64(len(took)), "cpu-ms")
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// Whole frames while the map is panned: the layout is known, all else is new.
func BenchmarkFrame(b *testing.B) {
	for _, size := range []struct {
		name string
		v    view.Viewport
	}{{"1280x800", wide}, {"1920x1080", hd}} {
		for _, places := range []int{100, 10000} {
			s := manyClaims(b, places)
			for _, zoom := range []float64{2, 5, 8, 10.3, 13} {
				size.v.Zoom = zoom
				b.Run(fmt.Sprintf("%s/%d/z%g", size.name, places, zoom), func(b *testing.B) { frames(b, s, size.v, Options{}) })
			}
		}
	}
}

// The first frame of a zoom step or of a changed scene: layout and labels too.
func BenchmarkFrameNewLayout(b *testing.B) {
	for _, places := range []int{100, 10000} {
		s := manyClaims(b, places)
		for _, zoom := range []float64{5, 8, 10.3} {
			b.Run(fmt.Sprintf("%d/z%g", places, zoom), func(b *testing.B) {
				p := newPainter(b)
				v := hd
				v.Zoom = zoom
				img := render(b, p, s, v, Options{}).Image
				b.ReportAllocs()
				for n := 0; b.Loop(); n++ {
					changed := *s
					changed.Places = slices.Clone(s.Places)
					changed.Places[0].Origins = n
					f, err := p.Render(context.Background(), &changed, v, Options{Reuse: img})
					if err != nil {
						b.Fatal(err)
					}
					img = f.Image
				}
			})
		}
	}
}

// windowsClaims is claims as the window's benchmark has them.
func windowsClaims(b *testing.B) *Scene {
	s := manyClaims(b, 10000)
	for i := range s.Places {
		shares := make([]Share, 0, 3)
		for k := range 3 {
			shares = append(shares, Share{Class: Class((i + k) % MaxClasses), Looks: Look(i % 4), Claims: 3})
		}
		slices.SortFunc(shares, func(a, b Share) int { return int(a.Class) - int(b.Class) })
		s.Places[i].Shares = shares
	}
	return s
}

// A voice is hidden and shown again: another scene in the same view.
func BenchmarkToggle(b *testing.B) {
	s := windowsClaims(b)
	p := newPainter(b)
	v := hd
	v.Zoom = 7.2
	img := render(b, p, s, v, Options{}).Image
	var took []time.Duration
	var cpu time.Duration
	for hide := true; b.Loop(); hide = !hide {
		b.StopTimer()
		other := *s
		if hide {
			other.Places = nil
			for _, k := range s.Places {
				k.Shares = slices.DeleteFunc(slices.Clone(k.Shares), func(sh Share) bool { return sh.Class == 3 })
				other.Places = append(other.Places, k)
			}
		}
		b.StartTimer()
		before, start := cpuTime(), time.Now()
		f, err := p.Render(context.Background(), &other, v, Options{Rest: true, Reuse: img})
		if err != nil {
			b.Fatal(err)
		}
		img = f.Image
		took = append(took, time.Since(start))
		cpu += cpuTime() - before
	}
	b.ReportMetric(float64(cpu.Microseconds())/1000/float64(len(took)), "cpu-ms")
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
}

// An exact frame somewhere else at another zoom each time, as the window paints it
// first: everything but fonts and the ground's data is new.
func BenchmarkJump(b *testing.B) {
	s := windowsClaims(b)
	p := newPainter(b)
	v := hd
	img := render(b, p, s, v, Options{}).Image
	var took []time.Duration
	k := 0.0
	cpu := cpuTime()
	for b.Loop() {
		k++
		v.Centre = orb.Point{31 + math.Mod(k*2.7, 8), 46.5 + math.Mod(k*1.3, 4)}
		v.Zoom = 6 + math.Mod(k*1.37, 6)
		start := time.Now()
		f, err := p.Render(context.Background(), s, v, Options{Rest: true, Reuse: img})
		if err != nil {
			b.Fatal(err)
		}
		img = f.Image
		took = append(took, time.Since(start))
	}
	b.ReportMetric(float64((cpuTime()-cpu).Microseconds())/1000/float64(len(took)), "cpu-ms")
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
}

// The parts of a frame.
func BenchmarkParts(b *testing.B) {
	s := manyClaims(b, 10000)
	p := newPainter(b)
	v := hd
	v.Zoom = 8
	b.Run("gather", func(b *testing.B) {
		for b.Loop() {
			newRoster(s).gather(dpPerWorld(8))
		}
	})
	b.Run("layout", func(b *testing.B) {
		for b.Loop() {
			p.newLayout(s, newRoster(s), 8, nil)
		}
	})
	b.Run("list", func(b *testing.B) {
		for b.Loop() {
			c, _, _ := p.begin(context.Background(), s, v, 0, false)
			p.scratch.Put(c)
		}
	})
	c, _, _ := p.begin(context.Background(), s, v, 0, false)
	img := image.NewRGBA(c.clip)
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("paint%d", workers), func(b *testing.B) {
			for b.Loop() {
				c.list.Paint(context.Background(), img, workers)
			}
		})
	}
	b.Run("furniture", func(b *testing.B) {
		for b.Loop() {
			p.furnish(c)
		}
	})
	f := render(b, p, s, v, Options{})
	b.Run("at", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i += 7
			f.At(float64(i%1920), float64(i*3%1080))
		}
	})
	b.Run("atNaive", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i += 7
			x, y := float64(i%1920), float64(i*3%1080)
			best := math.Inf(1)
			for _, h := range f.Hits() {
				if d := math.Hypot(x-h.X, y-h.Y); d <= h.Radius && d < best {
					best = d
				}
			}
		}
	})
}

func BenchmarkLabels(b *testing.B) {
	s := manyClaims(b, 100)
	p := newPainter(b)
	x0, y0 := view.World(orb.Point{30, 52})
	x1, y1 := view.World(orb.Point{44, 44})
	b.Run("lazy", func(b *testing.B) {
		for b.Loop() {
			l := p.newLayout(s, newRoster(s), 8, nil)
			l.placer.anchors.near(x0*l.d, y0*l.d, x1*l.d, y1*l.d, all, func(i int32) bool {
				l.placer.decide(i)
				return true
			})
		}
	})
	b.Run("all", func(b *testing.B) { // the naive twin: every label of the world
		for b.Loop() {
			l := p.newLayout(s, newRoster(s), 8, nil)
			for i := range l.placer.labels {
				l.placer.decide(int32(i))
			}
		}
	})
}

func BenchmarkPNG(b *testing.B) {
	s := manyClaims(b, 1000)
	p := newPainter(b)
	for _, k := range []struct {
		name    string
		density float64
	}{{"1080p", 1}, {"4K", 2}, {"8K", 4}} {
		v := hd
		v.Zoom, v.Density = 8, k.density
		b.Run(k.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := p.WritePNG(context.Background(), io.Discard, s, v, PNGOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	v := hd
	v.Zoom = 8
	img := render(b, p, s, v, Options{}).Compose()
	b.Run("encode1080p", func(b *testing.B) {
		for b.Loop() {
			EncodePNG(io.Discard, img, PNGOptions{})
		}
	})
	b.Run("encode1080pImagePNG", func(b *testing.B) { // the twin
		for b.Loop() {
			png.Encode(io.Discard, img)
		}
	})
}

// A whole frame of a view that rests: the names at its edges are mended.
func BenchmarkFrameAtRest(b *testing.B) {
	s := manyClaims(b, 10000)
	for _, zoom := range []float64{5, 8, 10.3, 13} {
		hd.Zoom = zoom
		b.Run(fmt.Sprintf("1920x1080/10000/z%g", zoom), func(b *testing.B) { frames(b, s, hd, Options{Rest: true}) })
	}
}

// Soft areas about every one of 10,000 places, a lens at every tenth.
func BenchmarkSoftAreas(b *testing.B) {
	for _, soft := range []bool{false, true} {
		s := manyClaims(b, 10000)
		for i := range s.Places {
			p := &s.Places[i]
			p.Precision, p.Between = geo.At, nil
			if soft {
				p.Precision = [2]geo.Precision{geo.Near, geo.Direction}[i%2]
				if i%10 == 0 {
					p.Between = []Gap{{To: s.Places[(i+1)%len(s.Places)].Place.Point}}
				}
			}
		}
		for _, zoom := range []float64{8.5, 10.3, 12} {
			hd.Zoom = zoom
			b.Run(fmt.Sprintf("%v/z%g", map[bool]string{false: "without", true: "with"}[soft], zoom), func(b *testing.B) { frames(b, s, hd, Options{Rest: true}) })
		}
	}
}
