package raster

import (
	"context"
	"image"
	"image/color"
	"math"
	"math/rand"
	"os"
	"testing"
)

var (
	white = color.NRGBA{255, 255, 255, 255}
	black = color.NRGBA{0, 0, 0, 255}
)

// face is the font that tests set text in.
func face(t testing.TB, name string) *Face {
	t.Helper()
	b, err := os.ReadFile("../../../assets/fonts/NotoSans-" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := ParseFace(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// painted paints what add puts into a list of the given clip.
func painted(t testing.TB, clip image.Rectangle, workers int, add func(l *List)) *image.RGBA {
	t.Helper()
	var l List
	l.Reset(clip)
	l.Rect(clip, Solid(white))
	add(&l)
	img := image.NewRGBA(clip)
	if err := l.Paint(context.Background(), img, workers); err != nil {
		t.Fatal(err)
	}
	return img
}

// darkness is how black a pixel is, 0…255.
func darkness(img *image.RGBA, x, y int) int { return 255 - int(img.RGBAAt(x, y).R) }

// area is the exact area of a convex polygon within a pixel, by clipping it to
// the four sides: the definition that the rasteriser must meet.
func area(poly []Point, x, y float64) float64 {
	cut := func(in []Point, inside func(Point) float64) (out []Point) {
		for i, p := range in {
			q := in[(i+1)%len(in)]
			a, b := inside(p), inside(q)
			if a >= 0 {
				out = append(out, p)
			}
			if (a < 0) != (b < 0) {
				out = append(out, lerp(p, q, a/(a-b)))
			}
		}
		return
	}
	p := cut(poly, func(p Point) float64 { return p.X - x })
	p = cut(p, func(p Point) float64 { return x + 1 - p.X })
	p = cut(p, func(p Point) float64 { return p.Y - y })
	p = cut(p, func(p Point) float64 { return y + 1 - p.Y })
	s := 0.0
	for i := range p {
		q := p[(i+1)%len(p)]
		s += p[i].X*q.Y - q.X*p[i].Y
	}
	return math.Abs(s) / 2
}

func TestFillIsExactArea(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for n := range 300 {
		tri := make([]Point, 3)
		for i := range tri {
			tri[i] = Point{rng.Float64()*60 - 14, rng.Float64()*60 - 14}
		}
		clip := image.Rect(0, 0, 32, 32)
		img := painted(t, clip, 1, func(l *List) { l.Ring(tri); l.Fill(NonZero, Solid(black)) })
		for y := range 32 {
			for x := range 32 {
				want := area(tri, float64(x), float64(y)) * 255
				if got := float64(darkness(img, x, y)); math.Abs(got-want) > 2.5 {
					t.Fatalf("triangle %d %v: pixel %d,%d is %v, its area says %.2f", n, tri, x, y, got, want)
				}
			}
		}
	}
}

func TestRules(t *testing.T) {
	outer := []Point{{2, 2}, {18, 2}, {18, 18}, {2, 18}}
	same := []Point{{6, 6}, {14, 6}, {14, 14}, {6, 14}}
	hole := []Point{{6, 6}, {6, 14}, {14, 14}, {14, 6}}
	for _, c := range []struct {
		name  string
		inner []Point
		rule  Rule
		want  int
	}{
		{"a ring that winds the same way adds nothing", same, NonZero, 255},
		{"a ring that winds against is a hole", hole, NonZero, 0},
		{"even-odd makes every second ring a hole", same, EvenOdd, 0},
	} {
		img := painted(t, image.Rect(0, 0, 20, 20), 1, func(l *List) {
			l.Ring(outer)
			l.Ring(c.inner)
			l.Fill(c.rule, Solid(black))
		})
		if got := darkness(img, 10, 10); got != c.want {
			t.Errorf("%s: the middle is %d, want %d", c.name, got, c.want)
		}
		if got := darkness(img, 4, 10); got != 255 {
			t.Errorf("%s: the ring is %d, want 255", c.name, got)
		}
	}
}

// medley adds a little of everything, much of it beyond the clip.
func medley(f *Face, seed int64) func(l *List) {
	return func(l *List) {
		rng := rand.New(rand.NewSource(seed))
		point := func() Point { return Point{rng.Float64()*500 - 130, rng.Float64()*400 - 110} }
		hatch := Hatch(7, 2, true, color.NRGBA{200, 220, 255, 90}, color.NRGBA{0, 45, 152, 255}, color.NRGBA{170, 14, 12, 200})
		stamp := image.NewRGBA(image.Rect(0, 0, 15, 15))
		for i := range stamp.Pix {
			stamp.Pix[i] = uint8(i * 7 % 120)
			if i%4 == 3 {
				stamp.Pix[i] = 128
			}
		}
		run := f.Shape("Покровськ Pokrovsk")
		for i := range 40 {
			ink := color.NRGBA{uint8(rng.Intn(256)), uint8(rng.Intn(256)), uint8(rng.Intn(256)), uint8(55 + rng.Intn(201))}
			c := point()
			var line []Point
			for k := range 3 + rng.Intn(30) {
				s, cs := math.Sincos(float64(k))
				line = append(line, Point{c.X + s*rng.Float64()*120, c.Y + cs*rng.Float64()*120})
			}
			switch i % 8 {
			case 0:
				l.Ring(line)
				l.Fill(EvenOdd, Solid(ink))
			case 1:
				l.Ring(line)
				l.Fill(NonZero, Patterned(hatch, 3, -5))
			case 2:
				l.Line(line, i%3 == 0, Pen{Width: rng.Float64() * 9, Cap: RoundCap})
				l.Fill(NonZero, Solid(ink))
			case 3:
				l.Line(line, i%3 == 0, Pen{Width: rng.Float64() * 5, Dash: []float64{9, 4, 2, 4}, Join: Mitre})
				l.Fill(NonZero, Solid(ink))
			case 4:
				l.Text(run, c.X, c.Y, Type{Size: 10 + rng.Float64()*9, Ink: ink, Halo: white, Width: 1.5})
			case 5:
				l.Image(stamp, int(c.X), int(c.Y))
			case 6:
				l.Circle(c, 5)
				l.Fill(NonZero, Solid(ink))
			case 7:
				l.Line([]Point{{c.X - 1e7, c.Y - 3e6}, {c.X + 1e7, c.Y + 2e6}, {c.X, c.Y + 4e8}}, true, Pen{Width: 3, Dash: []float64{7, 5}, Join: Bevel, Cap: Square})
				l.Ring([]Point{{c.X - 2e6, c.Y}, {c.X, c.Y - 3e9}, {c.X + 2e6, c.Y + 60}})
				l.Fill(NonZero, Solid(color.NRGBA{ink.R, ink.G, ink.B, 40}))
			}
		}
	}
}

// Where a picture is cut must not change a pixel: not into bands and strips,
// not by its margin, not by how many paint it.
func TestCutsChangeNothing(t *testing.T) {
	f := face(t, "Regular")
	for seed := range int64(6) {
		add := medley(f, seed)
		whole := painted(t, image.Rect(-64, -50, 300, 250), 1, add)
		same := func(what string, img *image.RGBA) {
			t.Helper()
			for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
				for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
					if img.RGBAAt(x, y) != whole.RGBAAt(x, y) {
						t.Fatalf("seed %d, %s: pixel %d,%d is %v, was %v", seed, what, x, y, img.RGBAAt(x, y), whole.RGBAAt(x, y))
					}
				}
			}
		}
		same("five workers", painted(t, whole.Rect, 5, add))
		same("no margin", painted(t, image.Rect(0, 0, 237, 200), 3, add))
		same("a single column", painted(t, image.Rect(77, 3, 78, 200), 1, add))
		var l List
		l.Reset(whole.Rect)
		l.Rect(whole.Rect, Solid(white))
		add(&l)
		for y := whole.Rect.Min.Y; y < whole.Rect.Max.Y; y += 13 {
			strip := image.NewRGBA(image.Rect(-64, y, 300, min(y+13, whole.Rect.Max.Y)))
			if err := l.Paint(context.Background(), strip, 2); err != nil {
				t.Fatal(err)
			}
			same("strips", strip)
		}
	}
}

// A shape beyond every bound paints what falls into the clip, and nothing that
// is no number paints anything.
func TestFarAndNoNumbers(t *testing.T) {
	clip := image.Rect(0, 0, 20, 20)
	img := painted(t, clip, 1, func(l *List) {
		l.Ring([]Point{{-1e12, -1e12}, {1e12, -1e12}, {1e12, 1e12}, {-1e12, 1e12}})
		l.Fill(NonZero, Solid(black))
	})
	for y := range 20 {
		for x := range 20 {
			if darkness(img, x, y) != 255 {
				t.Fatalf("pixel %d,%d of a shape that covers everything is %d", x, y, darkness(img, x, y))
			}
		}
	}
	nan, inf := math.NaN(), math.Inf(1)
	f := face(t, "Regular")
	img = painted(t, clip, 1, func(l *List) {
		for _, bad := range []Point{{nan, 5}, {5, nan}, {inf, 5}, {5, -inf}, {nan, nan}} {
			l.Ring([]Point{bad, bad, bad})
			l.Line([]Point{bad, {nan, 8}, bad}, true, Pen{Width: 2, Dash: []float64{1, 2}})
			l.Line([]Point{bad, bad}, false, Pen{Width: nan})
			l.Line([]Point{{1, 1}, {1, 1}, {1, 1}}, true, Pen{Width: inf, Dash: []float64{nan, -1}})
			l.Circle(bad, 4)
			l.Circle(Point{5, 5}, nan)
			l.Text(f.Shape("a"), bad.X, bad.Y, Type{Size: 10, Ink: black})
			l.Text(f.Shape("a"), 5, 5, Type{Size: nan, Ink: black})
			l.Fill(NonZero, Solid(black))
		}
	})
	for y := range 20 {
		for x := range 20 {
			if darkness(img, x, y) != 0 {
				t.Fatalf("pixel %d,%d was painted by something that has no place", x, y)
			}
		}
	}
}

// A stroke is what lies within half its width of the line, by distance.
func TestStrokeIsADistance(t *testing.T) {
	line := []Point{{8, 30}, {20, 8}, {30, 40}, {44, 12}, {52, 20}, {52, 44}}
	dist := func(p Point) float64 {
		d := math.Inf(1)
		for i := range line[1:] {
			a, b := line[i], line[i+1]
			u := Point{b.X - a.X, b.Y - a.Y}
			s := ((p.X-a.X)*u.X + (p.Y-a.Y)*u.Y) / (u.X*u.X + u.Y*u.Y)
			q := lerp(a, b, math.Max(0, math.Min(1, s)))
			d = math.Min(d, math.Hypot(p.X-q.X, p.Y-q.Y))
		}
		return d
	}
	for _, width := range []float64{0.7, 1, 2.5, 6} {
		img := painted(t, image.Rect(0, 0, 60, 52), 1, func(l *List) {
			l.Line(line, false, Pen{Width: width, Cap: RoundCap, Join: RoundJoin})
			l.Fill(NonZero, Solid(black))
		})
		sum := 0.0
		for y := range 52 {
			for x := range 60 {
				in := 0
				for k := range 64 {
					if dist(Point{float64(x) + (float64(k%8)+0.5)/8, float64(y) + (float64(k/8)+0.5)/8}) <= width/2 {
						in++
					}
				}
				d := float64(darkness(img, x, y)) - float64(in)*255/64
				sum += d * d
				if math.Abs(d) > 90 { // where the sides of a sharp corner overlap, both count
					t.Errorf("width %g: pixel %d,%d is %d, by distance %d", width, x, y, darkness(img, x, y), in*255/64)
				}
			}
		}
		if rms := math.Sqrt(sum / (52 * 60)); rms > 3 {
			t.Errorf("width %g: differs by %.2f levels (root mean square)", width, rms)
		}
	}
}

func TestDashes(t *testing.T) {
	// 10 on, 6 off along a line with a corner: count the drawn length.
	img := painted(t, image.Rect(0, 0, 120, 60), 1, func(l *List) {
		l.Line([]Point{{5, 10.5}, {105, 10.5}, {105, 55}}, false, Pen{Width: 1, Dash: []float64{10, 6}, Join: Mitre})
		l.Fill(NonZero, Solid(black))
	})
	for x := range 100 {
		want := 0
		if x%16 < 10 {
			want = 255
		}
		if got := darkness(img, 5+x, 10); got != want {
			t.Fatalf("%d along the line it is %d, want %d", x, got, want)
		}
	}
}

// A pattern stays with its anchor when the clip or the shape moves.
func TestPatternIsAnchored(t *testing.T) {
	p := Hatch(6, 2, false, color.NRGBA{}, black)
	shape := func(dx, dy float64) []Point {
		return []Point{{4 + dx, 4 + dy}, {40 + dx, 4 + dy}, {40 + dx, 40 + dy}, {4 + dx, 40 + dy}}
	}
	a := painted(t, image.Rect(0, 0, 60, 60), 1, func(l *List) { l.Ring(shape(0, 0)); l.Fill(NonZero, Patterned(p, 5, 7)) })
	b := painted(t, image.Rect(-9, -3, 60, 60), 2, func(l *List) { l.Ring(shape(11, 3)); l.Fill(NonZero, Patterned(p, 16, 10)) })
	seen := map[uint8]bool{}
	for y := range 45 {
		for x := range 45 {
			if a.RGBAAt(x, y) != b.RGBAAt(x+11, y+3) {
				t.Fatalf("pixel %d,%d changed from %v to %v when shape and anchor moved together", x, y, a.RGBAAt(x, y), b.RGBAAt(x+11, y+3))
			}
			seen[a.RGBAAt(x, y).R] = true
		}
	}
	if len(seen) < 3 {
		t.Errorf("the hatch has only the levels %v", seen)
	}
}

func TestHatchInk(t *testing.T) {
	// The mean ink of a hatch is width·√2/spacing.
	for _, c := range []struct{ spacing, width float64 }{{8, 1.5}, {6, 2}, {12, 3}} {
		p := Hatch(c.spacing, c.width, false, color.NRGBA{}, black)
		sum := 0.0
		for _, v := range p.pixels {
			sum += float64(v >> 24)
		}
		got := sum / float64(len(p.pixels)) / 255
		if want := c.width * math.Sqrt2 / c.spacing; math.Abs(got-want) > 0.01 {
			t.Errorf("hatch %v covers %.3f, want %.3f", c, got, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var l List
	l.Reset(image.Rect(0, 0, 10, 10))
	l.Rect(image.Rect(0, 0, 10, 10), Solid(black))
	img := image.NewRGBA(image.Rect(0, 0, 10, 10))
	if err := l.Paint(ctx, img, 2); err != context.Canceled {
		t.Errorf("painting after cancellation returned %v", err)
	}
	if img.Pix[3] != 0 {
		t.Error("painted after cancellation")
	}
}

func TestBlendIsExact(t *testing.T) {
	for d := range 256 {
		for a := range 256 {
			s := premultiply(color.NRGBA{200, 31, 255, uint8(a)})
			got := over(uint32(d)|uint32(255-d)<<8|uint32(d)<<16|255<<24, s)
			for i, v := range []int{d, 255 - d, d, 255} {
				want := int(s>>(8*i)&255) + int(math.Round(float64(v)*float64(255-a)/255))
				if g := int(got >> (8 * i) & 255); g != want {
					t.Fatalf("%d under alpha %d gives %d in channel %d, want %d", v, a, g, i, want)
				}
			}
		}
	}
}

func TestShape(t *testing.T) {
	f := face(t, "Regular")
	av, a, v := f.Shape("AV"), f.Shape("A"), f.Shape("V")
	if !(av.Width < a.Width+v.Width-0.01) {
		t.Errorf("A and V are not kerned: %g together, %g apart", av.Width, a.Width+v.Width)
	}
	if r := f.Shape("Покровськ Київ"); len(r.glyphs) != 14 {
		t.Errorf("Cyrillic gave %d glyphs", len(r.glyphs))
	} else {
		for _, g := range r.glyphs {
			if g.id == 0 {
				t.Error("the font lacks a Cyrillic letter")
			}
		}
	}
	if first := f.Shape("Київ"); f.Shape("Київ") != first {
		t.Error("shaped twice")
	}
	for _, s := range []string{"", "\n\t", "\xff\xfe", "👩‍👩‍👧 日本語", "a\u0301"} {
		f.Shape(s) // must not panic
	}
	if c := f.CapHeight(); c < 0.6 || c > 0.8 {
		t.Errorf("cap height %g", c)
	}
}

func FuzzList(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 200, 11, 12})
	f.Fuzz(func(t *testing.T, b []byte) {
		var l List
		l.Reset(image.Rect(-3, -2, 30, 20))
		var pts []Point
		for i := 0; i+3 < len(b) && i < 400; i += 4 {
			x := int32(b[i])<<8 | int32(b[i+1])
			y := int32(b[i+2])<<8 | int32(b[i+3])
			pts = append(pts, Point{float64(x-32768) / 97, float64(y-32768) * float64(x) / 977})
			switch b[i] % 7 {
			case 0:
				l.Ring(pts)
				l.Fill(EvenOdd, Solid(black))
			case 1:
				l.Line(pts, b[i+1]%2 == 0, Pen{Width: float64(b[i+2]) / 9, Cap: Cap(b[i+3] % 4), Join: Join(b[i+1] % 4), Dash: []float64{float64(b[i+2] % 5), float64(b[i+3]) / 20}})
				l.Fill(NonZero, Solid(color.NRGBA{9, 9, 9, 99}))
			case 2:
				pts = pts[:0]
			}
		}
		one, many := image.NewRGBA(l.Clip()), image.NewRGBA(l.Clip())
		if err := l.Paint(context.Background(), one, 1); err != nil {
			t.Fatal(err)
		}
		for y := many.Rect.Min.Y; y < many.Rect.Max.Y; y += 3 {
			strip := many.SubImage(image.Rect(-3, y, 30, y+3)).(*image.RGBA)
			if err := l.Paint(context.Background(), strip, 2); err != nil {
				t.Fatal(err)
			}
		}
		if string(one.Pix) != string(many.Pix) {
			t.Error("strips differ from the whole")
		}
	})
}
