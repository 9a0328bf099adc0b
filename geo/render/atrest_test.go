package render

import (
	"context"
	"fmt"
	"image"
	"math"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/basemap"
	"contested/geo/view"
)

// restingScene crowds places and names against all edges of the view.
func restingScene(t *testing.T, seed int64) *Scene {
	s := randomScene(seed, 40, orb.Point{37.6, 48.2}, 1.1)
	s.Ground = shippedGround(t)
	region := claim("adm:UA-14", "Donetsk Oblast", 37.8, 48, share(geo.RussianVoice, Claimed))
	region.Place.Kind = geo.Region
	s.Places = append(s.Places, region)
	s.Furniture = Furniture{Legend: true, ScaleBar: true, Attribution: true, Title: "A title"}
	return s
}

// At rest no name of the ground is cut by an edge or by the furniture, the names
// of symbols only where all their positions are taken; names do not overlap; and
// whatever stood whole before stands where it stood.
func TestNamesAtRestAreWhole(t *testing.T) {
	p := newPainter(t)
	cutBefore, cutAfter, whole := 0, 0, 0
	for seed := range int64(6) {
		s := restingScene(t, seed)
		for _, size := range [][2]float64{{900, 600}, {500, 900}, {1300, 420}} {
			v := view.Viewport{Centre: orb.Point{37.6, 48.2}, Zoom: 6.2 + float64(seed)*0.7, Width: size[0], Height: size[1], Density: 1 + float64(seed%2)}
			what := fmt.Sprintf("seed %d %v zoom %g", seed, size, v.Zoom)
			names := func(rest bool) (c *picture, cut, stands map[string]image.Rectangle, near map[string]bool) {
				c, _, err := p.begin(context.Background(), s, v, 60, rest)
				if err != nil {
					t.Fatal(err)
				}
				w, h := v.PixelSize()
				near = map[string]bool{}
				cut, stands = map[string]image.Rectangle{}, map[string]image.Rectangle{}
				for _, k := range c.names {
					at := c.anchor(k.label, k.shift)
					key := fmt.Sprint(lines(k.label), k.label.x, k.label.y)
					for i, b := range k.label.text.boxes {
						out := c.boxPixels(at, b) // rounded outwards
						r := out.Inset(2)
						if i == 0 {
							stands[key] = r
						}
						if !out.In(image.Rect(0, 0, w, h)) || slices.ContainsFunc(c.furniture(), func(q piece) bool { return out.Overlaps(q.rect()) }) {
							near[key] = true
						}
						if !r.Overlaps(image.Rect(0, 0, w, h)) {
							continue
						}
						if !r.In(image.Rect(0, 0, w, h)) || slices.ContainsFunc(c.furniture(), func(q piece) bool { return r.Overlaps(q.rect()) }) {
							cut[key] = r
							if rest && k.label.symbol < 0 {
								t.Errorf("%s: %s is cut at %v", what, key, r)
							}
						}
					}
				}
				return c, cut, stands, near
			}
			c, before, stood, touched := names(false)
			p.scratch.Put(c)
			c, after, stand, _ := names(true)
			cutBefore, cutAfter = cutBefore+len(before), cutAfter+len(after)
			for key, r := range stood {
				if touched[key] {
					continue
				}
				whole++
				now, is := stand[key]
				if is && now != r {
					t.Errorf("%s: %s jumped from %v to %v", what, key, r, now)
				}
			}
			for i, a := range c.names {
				at := c.anchor(a.label, a.shift)
				for _, b := range c.names[:i] {
					if _, is := after[fmt.Sprint(lines(a.label), a.label.x, a.label.y)]; is {
						continue
					}
					if _, is := after[fmt.Sprint(lines(b.label), b.label.x, b.label.y)]; is {
						continue
					}
					bt := c.anchor(b.label, b.shift)
					for _, q := range a.label.text.needs() {
						for _, r := range b.label.text.needs() {
							x, y := q.pixels(at, c.unit), r.pixels(bt, c.unit)
							if math.Min(x.x1, y.x1)-math.Max(x.x0, y.x0) > 1 && math.Min(x.y1, y.y1)-math.Max(x.y0, y.y0) > 1 {
								t.Errorf("%s: %s and %s overlap", what, lines(a.label), lines(b.label))
							}
						}
					}
				}
			}
			p.scratch.Put(c)
		}
	}
	if cutBefore < 50 || whole < 200 || cutAfter*10 > cutBefore {
		t.Errorf("%d names were cut before, %d at rest, %d were whole", cutBefore, cutAfter, whole)
	}
	t.Logf("%d names were cut before, %d at rest, %d were whole", cutBefore, cutAfter, whole)
}

// What is painted beyond the edges and how many paint it changes nothing within.
func TestRestKnowsNoMargin(t *testing.T) {
	s := restingScene(t, 3)
	v := view.Viewport{Centre: orb.Point{37.6, 48.2}, Zoom: 7.7, Width: 700, Height: 500, Density: 1}
	want := render(t, newPainter(t), s, v, Options{Rest: true, Workers: 1}).Compose()
	p := newPainter(t)
	render(t, p, s, v.Pan(90, 40), Options{Rest: true, Margin: 30})
	for _, margin := range []float64{0, 100, 333} {
		sameImage(t, "at rest with a margin", render(t, p, s, v, Options{Rest: true, Margin: margin}).Compose(), image.Point{}, want)
	}
}

// Names keep clear of what lies over the map in the window, too.
func TestNamesAtRestKeepClearOfButtons(t *testing.T) {
	p := newPainter(t)
	s := restingScene(t, 2)
	v := view.Viewport{Centre: orb.Point{37.6, 48.2}, Zoom: 7, Width: 900, Height: 600, Density: 1}
	before := render(t, p, s, v, Options{Rest: true})
	over := image.Rect(300, 200, 620, 420)
	after := render(t, p, s, v, Options{Rest: true, Over: [2]image.Rectangle{over}})
	if string(before.Image.Pix) == string(after.Image.Pix) {
		t.Fatal("nothing has moved")
	}
	c, _, err := p.begin(context.Background(), s, v, 0, false)
	if err != nil {
		t.Fatal(err)
	}
	defer p.scratch.Put(c)
	c.rest, c.over = true, [2]image.Rectangle{over}
	c.list.Reset(c.clip)
	c.collect()
	for _, k := range c.names {
		at := c.anchor(k.label, k.shift)
		for _, b := range k.label.text.boxes {
			if r := c.boxPixels(at, b).Inset(2); r.Overlaps(over) && k.label.symbol < 0 {
				t.Errorf("%s lies beneath a button at %v", lines(k.label), r)
			}
		}
	}
	if moved := render(t, p, s, v, Options{Over: [2]image.Rectangle{over}}); string(moved.Image.Pix) != string(render(t, p, s, v, Options{}).Image.Pix) {
		t.Error("a view that passes by depends on what lies over it")
	}
}

// At rest the sign of a region that an edge or the furniture would cut stands whole
// within the region, over no other symbol, and has its name; while the map moves, and
// where nothing cuts it, it stays where it is.
func TestSignsAtRestAreWhole(t *testing.T) {
	p := newPainter(t)
	s := randomScene(3, 12, orb.Point{37.6, 48.2}, 0.8)
	s.Ground = shippedGround(t)
	region := claim("reg:donbas", "Donbas", 38.3, 48.6, share(geo.RussianVoice, Claimed))
	region.Place.Kind = geo.Region
	s.Places = append(s.Places, region)
	s.Furniture = Furniture{Legend: true, ScaleBar: true, Attribution: true}
	shape, _ := s.Ground.Region("reg:donbas")
	sign := func(f *Frame) Hit {
		t.Helper()
		for _, h := range f.Hits() {
			if h.Kind == RegionHit {
				return h
			}
		}
		t.Fatal("there is no sign of the region")
		return Hit{}
	}
	v := view.Viewport{Centre: orb.Point{38.3, 48.6}, Zoom: 8.2, Width: 800, Height: 600, Density: 1}
	at := sign(render(t, p, s, v, Options{Rest: true}))
	if still := sign(render(t, p, s, v, Options{})); still.X != at.X || still.Y != at.Y {
		t.Errorf("a sign that stands whole at %v, %v is moved to %v, %v", still.X, still.Y, at.X, at.Y)
	}
	moved := 0
	for k := range 60 {
		// The view is shifted so that an edge, or the legend, runs through the sign.
		var to view.Viewport
		along := float64(k/4)/15*0.8 + 0.1
		switch k % 4 {
		case 0:
			to = v.Pan(at.X-1, at.Y-along*v.Height)
		case 1:
			to = v.Pan(at.X-v.Width+2, at.Y-along*v.Height)
		case 2:
			to = v.Pan(at.X-along*v.Width, at.Y-3)
		case 3:
			to = v.Pan(at.X-40-float64(k), at.Y-v.Height+60+float64(k))
		}
		bare, rest := render(t, p, s, to, Options{}), render(t, p, s, to, Options{Rest: true})
		was, is := sign(bare), sign(rest)
		box := func(h Hit) image.Rectangle {
			return image.Rect(int(h.X-h.Radius), int(h.Y-h.Radius), int(h.X+h.Radius), int(h.Y+h.Radius))
		}
		cut := func(h Hit) bool {
			return !box(h).In(image.Rect(0, 0, 800, 600)) || slices.ContainsFunc(rest.Insets, func(in Inset) bool {
				return box(h).Overlaps(in.Image.Rect.Add(image.Pt(in.X, in.Y)))
			})
		}
		if !cut(was) {
			continue
		}
		moved++
		if cut(is) {
			t.Errorf("view %d: the sign is cut at %v", k, box(is))
		}
		if x, y := rest.Viewport.ToWorld(is.X, is.Y); !shape.Contains(basemap.Vertex{X: x, Y: y}) {
			t.Errorf("view %d: the sign stands outside its region, at %v, %v", k, is.X, is.Y)
		}
		for _, h := range rest.Hits() {
			if h.Kind != RegionHit && math.Hypot(h.X-is.X, h.Y-is.Y) < h.Radius+is.Radius {
				t.Errorf("view %d: the sign lies over %v", k, h.Places)
			}
		}
		if h, ok := rest.At(is.X, is.Y); !ok || h.Kind != RegionHit || len(h.Places) != 1 || h.Places[0] != "reg:donbas" {
			t.Errorf("view %d: a click on the sign hits %+v", k, h)
		}
		wide := render(t, p, s, to, Options{Rest: true, Margin: 150})
		if string(wide.Compose().Pix) != string(rest.Compose().Pix) {
			t.Errorf("view %d: what is painted beyond the edges changes what is seen", k)
		}
	}
	if moved < 40 {
		t.Errorf("only %d signs were to be moved", moved)
	}
}
