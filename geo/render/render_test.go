package render

import (
	"context"
	"errors"
	"math"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// views are viewports that between them see everything: the world that repeats,
// the antimeridian, the region, a town; whole and broken densities and zooms.
var views = []view.Viewport{
	{Centre: orb.Point{37.6, 48.3}, Zoom: 8, Width: 320, Height: 240, Density: 1},
	{Centre: orb.Point{37.21, 48.27}, Zoom: 10.37, Width: 301.3, Height: 233.7, Density: 1.5},
	{Centre: orb.Point{31, 49}, Zoom: 5.5, Width: 330, Height: 250, Density: 2},
	{Centre: orb.Point{179.3, 66}, Zoom: 3.2, Width: 300, Height: 240, Density: 1},
	{Centre: orb.Point{20, 30}, Zoom: 1, Width: 700, Height: 500, Density: 1},
	{Centre: orb.Point{37.5, 47.1}, Zoom: 14.2, Width: 300, Height: 200, Density: 1.25},
}

// fullScene is claims of every kind on the shipped ground, regions too.
func fullScene(t testing.TB) *Scene {
	s := randomScene(3, 60, orb.Point{37.5, 48.3}, 0.6)
	s.Ground = shippedGround(t)
	for i, id := range []string{"adm:UA-14", "reg:donbas", "reg:crimea"} {
		pc := claim(id, "Region "+id[4:], 37.8+float64(i)/3, 48.1, share(geo.RussianVoice, Claimed), share(geo.UkrainianVoice, Look(i)))
		pc.Place.Kind = geo.Region
		s.Places = append(s.Places, pc)
	}
	s.Selected = "ct:7"
	return s
}

// A margin shifts the picture and changes nothing else in it.
func TestMarginChangesNothing(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	for i, v := range views {
		plain := render(t, p, s, v, Options{Workers: 1})
		for _, margin := range []float64{7, 63.4, 200} {
			wide := render(t, newPainter(t), s, v, Options{Workers: 3, Margin: margin})
			if wide.Inner().Size() != plain.Image.Rect.Size() {
				t.Fatalf("view %d: the inner part is %v, the frame without margin %v", i, wide.Inner(), plain.Image.Rect)
			}
			sameImage(t, "margin", wide.Image, wide.Inner().Min, plain.Image)
			sameImage(t, "composed", wide.Compose(), wide.Compose().Rect.Min, plain.Compose())
		}
	}
}

// Nothing but scene and viewport may change a pixel: not the number of workers,
// not the order of places, not what was painted before.
func TestPictureIsAFunction(t *testing.T) {
	s := fullScene(t)
	s.Furniture = Furniture{Title: "Title", AsOf: "As of today", Legend: true, ScaleBar: true, Attribution: true}
	shuffled := *s
	shuffled.Places = slices.Clone(s.Places)
	rng := rand.New(rand.NewSource(1))
	rng.Shuffle(len(shuffled.Places), func(i, j int) {
		shuffled.Places[i], shuffled.Places[j] = shuffled.Places[j], shuffled.Places[i]
	})
	used := newPainter(t)
	for _, v := range views {
		render(t, used, s, v.Pan(130, -77), Options{})
		render(t, used, &shuffled, v.ZoomAt(3, 4, 0.3), Options{})
	}
	for _, v := range views {
		want := render(t, newPainter(t), s, v, Options{Workers: 1})
		sameImage(t, "used painter, many workers", render(t, used, s, v, Options{Workers: 7}).Compose(), want.Image.Rect.Min, want.Compose())
		sameImage(t, "other order", render(t, used, &shuffled, v, Options{}).Compose(), want.Image.Rect.Min, want.Compose())
		other := *s
		other.Selected, other.Furniture.Title = "ct:9", "Another title"
		sameImage(t, "selected elsewhere", render(t, used, &other, v, Options{}).Compose(), want.Image.Rect.Min, render(t, newPainter(t), &other, v, Options{}).Compose())
		reused := render(t, used, s, v, Options{Reuse: want.Image})
		if reused.Image != want.Image {
			t.Error("a picture of the right size was not reused")
		}
		sameImage(t, "reused", reused.Compose(), want.Image.Rect.Min, render(t, used, s, v, Options{}).Compose())
	}
}

// What is seen twice while the map is moved stands in the same place: panning by
// whole pixels shifts the picture.
func TestPanShiftsThePicture(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	for _, v := range views[:3] {
		a := render(t, p, s, v, Options{})
		for _, d := range [][2]int{{40, 0}, {-31, 57}, {120, -90}} {
			b := render(t, newPainter(t), s, v.Pan(float64(d[0]), float64(d[1])), Options{})
			diff := 0
			for y := range a.Image.Rect.Dy() {
				for x := range a.Image.Rect.Dx() {
					if q := b.Image.RGBAAt(x+d[0], y+d[1]); q.A != 0 {
						p := a.Image.RGBAAt(x, y)
						if absDiff(p.R, q.R)+absDiff(p.G, q.G)+absDiff(p.B, q.B) > 12 {
							diff++
						}
					}
				}
			}
			// A coordinate may round to the other side; a label that jumped is
			// hundreds of pixels.
			if diff > 30 {
				t.Errorf("view %+v moved by %v: %d pixels changed", v, d, diff)
			}
		}
	}
}

func absDiff(a, b uint8) int { return int(max(a, b)) - int(min(a, b)) }

// The same labels and symbols at every density.
func TestLayoutKnowsNoDensity(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	v := view.Viewport{Centre: orb.Point{37.6, 48.3}, Zoom: 8.2, Width: 640, Height: 480}
	at := func(density float64) (out []Hit) {
		v := v
		v.Density = density
		for _, h := range render(t, p, s, v, Options{}).Hits() {
			h.X, h.Y, h.Radius = h.X/density, h.Y/density, h.Radius/density
			out = append(out, h)
		}
		return
	}
	one := at(1)
	for _, density := range []float64{1.3, 2, 3} {
		other := at(density)
		if len(one) != len(other) {
			t.Fatalf("%d symbols at 1, %d at %g", len(one), len(other), density)
		}
		for i := range one {
			if !slices.Equal(one[i].Places, other[i].Places) || math.Hypot(one[i].X-other[i].X, one[i].Y-other[i].Y) > 1.01 {
				t.Errorf("density %g: %v at %g,%g; at 1 %v at %g,%g", density, other[i].Places, other[i].X, other[i].Y, one[i].Places, one[i].X, one[i].Y)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	p := newPainter(t)
	good := view.Viewport{Centre: orb.Point{37, 48}, Zoom: 7, Width: 40, Height: 30, Density: 1}
	for _, c := range []struct {
		name   string
		change func(v *view.Viewport, o *Options)
		want   string
	}{
		{"too wide", func(v *view.Viewport, o *Options) { v.Width = MaxSide + 1 }, "too large"},
		{"no width", func(v *view.Viewport, o *Options) { v.Width = 0 }, "size"},
		{"no number", func(v *view.Viewport, o *Options) { v.Centre[0] = math.NaN() }, "numbers"},
		{"endless", func(v *view.Viewport, o *Options) { v.Height = math.Inf(1) }, "numbers"},
		{"zoom", func(v *view.Viewport, o *Options) { v.Zoom = 40 }, "range"},
		{"margin", func(v *view.Viewport, o *Options) { o.Margin = -1 }, "range"},
		{"density", func(v *view.Viewport, o *Options) { v.Density = 99 }, "range"},
	} {
		v, o := good, Options{}
		c.change(&v, &o)
		if f, err := p.Render(context.Background(), &Scene{}, v, o); err == nil || f != nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: frame %v, error %v", c.name, f != nil, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if f, err := p.Render(ctx, &Scene{}, good, Options{}); !errors.Is(err, context.Canceled) || f != nil {
		t.Errorf("cancelled: frame %v, error %v", f != nil, err)
	}
}

func TestMissingFont(t *testing.T) {
	if _, err := NewPainter(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "NotoSans-Regular.ttf") {
		t.Errorf("without fonts: %v", err)
	}
	bad := fstest.MapFS{}
	for _, name := range fontFiles {
		bad[name] = &fstest.MapFile{Data: []byte("this is not a font")}
	}
	if _, err := NewPainter(bad); err == nil || !strings.Contains(err.Error(), "NotoSans-Regular.ttf") {
		t.Errorf("with a broken font: %v", err)
	}
}

// Places with odd contents neither panic nor vanish without a trace.
func TestOddPlaces(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Ground: inventedGround(), TextScale: math.NaN(), Labels: "xx", Style: 99, Selected: "nowhere"}
	odd := []PlaceClaims{
		claim("", "", 30, 50, share(99, 77)),
		claim("ct:1", "", 30.1, 50),
		claim("ct:2", strings.Repeat("Long name ", 60), 30.2, 50, share(0, Solid), share(0, Solid), share(1, 2), share(2, 2), share(3, 2), share(4, 2), share(5, 2), share(5, 1)),
		claim("ct:3", "Pole", 30.2, 90, share(0, 0)),
		claim("ct:3", "Again", 30.2, 90, share(0, 0)),
		claim("ct:4", "Beyond", 400, -95, share(0, 0)),
		claim("ct:5", "NaN", math.NaN(), math.Inf(1), share(0, 0)),
		claim("reg:none", "No such region", 30, 50, share(0, 0)),
	}
	odd[7].Place.Kind = geo.Region
	odd[0].Origins = -4
	s.Places = odd
	for _, z := range []float64{1, 5, 9} {
		f := render(t, p, s, view.Viewport{Centre: orb.Point{30.1, 50}, Zoom: z, Width: 300, Height: 200, Density: 1}, Options{})
		if len(f.Hits()) == 0 {
			t.Errorf("zoom %g: nothing is drawn", z)
		}
	}
}

func FuzzViewport(f *testing.F) {
	f.Add(37.0, 48.0, 8.0, 60.0, 40.0, 1.0, 9.0)
	f.Add(-180.0, 90.0, 1.0, 1.0, 1.0, 0.0, 0.0)
	p := newPainter(f)
	s := fullScene(f)
	s.Furniture = Furniture{Title: "T", Legend: true, ScaleBar: true, Attribution: true}
	f.Fuzz(func(t *testing.T, lon, lat, zoom, w, h, density, margin float64) {
		if w > 200 || h > 200 || density > 3 || margin > 60 {
			return
		}
		v := view.Viewport{Centre: orb.Point{lon, lat}, Zoom: zoom, Width: w, Height: h, Density: density}
		fr, err := p.Render(context.Background(), s, v, Options{Margin: margin})
		if (fr == nil) == (err == nil) {
			t.Fatalf("frame %v with error %v", fr != nil, err)
		}
		if fr != nil {
			for i := 3; i < len(fr.Image.Pix); i += 4 {
				if fr.Image.Pix[i] != 255 {
					t.Fatal("the picture is not opaque")
				}
			}
			fr.At(w/2, h/2)
			fr.Compose()
		}
	})
}
