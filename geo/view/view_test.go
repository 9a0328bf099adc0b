package view

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/flopp/go-staticmaps"
	"github.com/golang/geo/s2"
	"github.com/paulmach/orb"
)

func viewports(n int) []Viewport {
	r := rand.New(rand.NewPCG(7, 9))
	out := make([]Viewport, n)
	for i := range out {
		out[i] = Viewport{
			Centre:  orb.Point{r.Float64()*340 - 170, r.Float64()*150 - 75},
			Zoom:    MinZoom + r.Float64()*(MaxZoom-MinZoom),
			Width:   float64(100 + r.IntN(2000)),
			Height:  float64(100 + r.IntN(2000)),
			Density: []float64{0, 1, 1.3, 1.5, 2, 3}[r.IntN(6)],
		}
	}
	return out
}

func near(a, b, eps float64) bool { return math.Abs(a-b) <= eps }

func TestPixelAndBack(t *testing.T) {
	for _, v := range viewports(500) {
		for _, xy := range [][2]float64{{0, 0}, {17.5, 250}, {99, 3}} {
			p := v.LonLat(xy[0], xy[1])
			if math.Abs(p[1]) > 84 || math.Abs(p[0]) > 180 {
				continue
			}
			x, y := v.Pixel(p)
			if !near(x, xy[0], 1e-3) || !near(y, xy[1], 1e-3) {
				t.Fatalf("%+v: %v became %v and came back as %g %g", v, xy, p, x, y)
			}
		}
	}
}

func TestPanThereAndBack(t *testing.T) {
	for _, v := range viewports(500) {
		if b := v.Bound(); b.Min[1] < -80 || b.Max[1] > 80 {
			continue
		}
		p := v.LonLat(10, 20)
		w := v.Pan(33, -21)
		if x, y := w.Pixel(p); !near(x, 43, 1e-3) || !near(y, -1, 1e-3) {
			if math.Abs(w.Centre[0]-v.Centre[0]) < 180 { // not across the antimeridian
				t.Fatalf("%+v: what was at 10 20 is at %g %g after a pan by 33 -21", v, x, y)
			}
		}
		back := w.Pan(-33, 21)
		if !near(back.Centre[0], v.Centre[0], 1e-9) || !near(back.Centre[1], v.Centre[1], 1e-9) {
			t.Fatalf("%+v: panned there and back to %v", v, back.Centre)
		}
	}
}

// The law of the wheel: what lies under the pointer stays there.
func TestZoomKeepsThePointUnderThePointer(t *testing.T) {
	for i, v := range viewports(2000) {
		if b := v.Bound(); b.Min[1] < -75 || b.Max[1] > 75 || b.Min[0] < -170 || b.Max[0] > 170 {
			continue
		}
		dz := []float64{1, -1, 0.25, -0.4, 3}[i%5]
		p := v.LonLat(31, 47)
		w := v.ZoomAt(31, 47, dz)
		if b := w.Bound(); b.Min[1] < -80 || b.Max[1] > 80 {
			continue // held by the pole
		}
		if x, y := w.Pixel(p); !near(x, 31, 1e-3) || !near(y, 47, 1e-3) {
			t.Fatalf("%+v zoomed by %g: the point under 31 47 is at %g %g", v, dz, x, y)
		}
	}
}

func TestFitShowsAll(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, v := range viewports(300) {
		lon, lat := r.Float64()*300-150, r.Float64()*120-60
		b := orb.Bound{Min: orb.Point{lon, lat}, Max: orb.Point{lon + r.Float64()*20, lat + r.Float64()*10}}
		f := v.Fit(b, 20, 14)
		if f.Zoom <= MinZoom {
			continue
		}
		d := f.density()
		w, h := f.PixelSize()
		for _, c := range []orb.Point{b.Min, b.Max, {b.Min[0], b.Max[1]}} {
			x, y := f.Pixel(c)
			if x < 20*d-1 || y < 20*d-1 || x > float64(w)-20*d+1 || y > float64(h)-20*d+1 {
				t.Fatalf("%+v: %v lies at %g %g of %d×%d", f, c, x, y, w, h)
			}
		}
		if f.Zoom > 14 {
			t.Fatalf("zoom %g is closer than asked", f.Zoom)
		}
	}
}

// A picture with a margin has the same pixels where the picture without has its own.
func TestExpandKeepsPixels(t *testing.T) {
	for _, v := range viewports(300) {
		e := v.Expand(64)
		w, _ := v.PixelSize()
		ew, _ := e.PixelSize()
		m := float64(ew-w) / 2
		x, y := v.Pixel(v.Centre)
		ex, ey := e.Pixel(v.Centre)
		if !near(ex-x, m, 1e-6) || m != math.Trunc(m) || !near(ey-y, m, 1e-6) {
			t.Fatalf("%+v: shifted by %g %g, margin %g", v, ex-x, ey-y, m)
		}
		if !e.Contains(v) || v.Contains(e) {
			t.Fatalf("%+v: containment is wrong", v)
		}
	}
}

// go-staticmaps projects on its own; on screen, at whole zooms and even sizes,
// both must agree.
func TestAgreesWithStaticmaps(t *testing.T) {
	ctx := sm.NewContext()
	ctx.SetCache(nil)
	ctx.SetTileProvider(sm.NewTileProviderNone())
	ctx.SetSize(800, 600)
	ctx.SetZoom(9)
	ctx.SetCenter(s2.LatLngFromDegrees(48.3, 37.5))
	tr, err := ctx.Transformer()
	if err != nil {
		t.Fatal(err)
	}
	v := Viewport{Centre: orb.Point{37.5, 48.3}, Zoom: 9, Width: 800, Height: 600}
	// Its picture is larger by a margin that it crops: compare differences.
	cx, cy := tr.LatLngToXY(s2.LatLngFromDegrees(48.3, 37.5))
	for _, p := range []orb.Point{{37.2, 48.28}, {37.59, 48.73}, {37.9, 48.0}, {37.0, 48.6}} {
		x, y := tr.LatLngToXY(s2.LatLngFromDegrees(p[1], p[0]))
		gx, gy := v.Pixel(p)
		if !near(x-cx, gx-400, 1e-6) || !near(y-cy, gy-300, 1e-6) {
			t.Errorf("%v: staticmaps %g %g, ours %g %g", p, x-cx, y-cy, gx-400, gy-300)
		}
	}
}

func TestMetresPerDp(t *testing.T) {
	v := Viewport{Centre: orb.Point{37.5, 48.3}, Zoom: 8, Width: 500, Height: 500}
	// A thousandth of a degree of longitude at this latitude is 74.05 m.
	a, _ := v.Pixel(orb.Point{37.5, 48.3})
	b, _ := v.Pixel(orb.Point{37.501, 48.3})
	want := 0.001 * math.Pi / 180 * earthRadiusM * math.Cos(48.3*math.Pi/180)
	if got := (b - a) * v.MetresPerDp(); !near(got, want, 0.01) {
		t.Errorf("0.001° is %g m, want %g", got, want)
	}
}

func FuzzViewport(f *testing.F) {
	f.Add(37.5, 48.3, 8.0, 800.0, 600.0, 1.5, 3.0, 4.0, 0.7)
	f.Fuzz(func(t *testing.T, lon, lat, zoom, w, h, d, x, y, dz float64) {
		for _, n := range []float64{lon, lat, zoom, w, h, d, x, y, dz} {
			if math.IsNaN(n) || math.Abs(n) > 1e4 {
				t.Skip()
			}
		}
		if math.Abs(lat) > 90 {
			t.Skip()
		}
		v := Viewport{Centre: orb.Point{lon, lat}, Zoom: zoom, Width: w, Height: h, Density: d}
		for _, u := range []Viewport{v.ZoomAt(x, y, dz), v.Pan(x, y), v.Expand(math.Abs(x)), v.Fit(orb.Bound{Min: orb.Point{lon, lat}, Max: orb.Point{lon + 1, lat + 1}}, 5, 12)} {
			if math.IsNaN(u.Centre[0]) || math.IsNaN(u.Centre[1]) || u.Centre[1] < -90.001 || u.Centre[1] > 90.001 {
				t.Fatalf("%+v became %+v", v, u)
			}
			if pw, ph := u.PixelSize(); pw < 1 || ph < 1 {
				t.Fatalf("%+v has no pixels", u)
			}
		}
	})
}
