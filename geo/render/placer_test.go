package render

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"

	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/view"
)

// meets against its definition: boxes that overlap at some moment.
func TestMeets(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	for range 20000 {
		rect := func() box {
			x, y := rng.Float64()*20-10, rng.Float64()*20-10
			return box{x, y, x + rng.Float64()*10, y + rng.Float64()*10}
		}
		a, b := rect(), rect()
		dx, dy, grow := rng.Float64()*30-15, rng.Float64()*30-15, 1+rng.Float64()
		slack := math.Inf(-1) // how deep they overlap at best
		for k := range 2001 {
			s := 1 + (grow-1)*float64(k)/2000
			o := b.shifted(dx*s, dy*s)
			slack = math.Max(slack, math.Min(math.Min(a.x1, o.x1)-math.Max(a.x0, o.x0), math.Min(a.y1, o.y1)-math.Max(a.y0, o.y0)))
		}
		if got := meets(a, b, dx, dy, grow); got != (slack > 0) && math.Abs(slack) > 0.02 {
			t.Fatalf("meets(%v, %v, %g, %g, %g) = %v, they overlap by %g", a, b, dx, dy, grow, got, slack)
		}
	}
}

// The lazy placement must give what one run over all labels in their order
// gives.
func TestPlacementIsGreedy(t *testing.T) {
	p := newPainter(t)
	for seed := range int64(4) {
		s := randomScene(seed, 150, orb.Point{37.5, 48.3}, 1.2)
		s.Ground = shippedGround(t)
		s.TextScale = 1 + float64(seed)/3
		zoom := 5 + 1.5*float64(seed)
		// Naive: every label in order, against everything that stands.
		all := p.newLayout(s, newRoster(s), zoom, nil)
		pl := &all.placer
		type standing struct {
			x, y  float64
			boxes []box
		}
		var before []standing
		for i := range all.symbols {
			sy := &all.symbols[i]
			r := sy.radius + haloWidth*all.scale
			before = append(before, standing{sy.x * all.d, sy.y * all.d, []box{{sy.dx - r, sy.dy - r, sy.dx + r, sy.dy + r}}})
		}
		inner := view.Viewport{Centre: orb.Point{37.5, 48.3}, Zoom: zoom, Width: 900, Height: 700}
		x0, y0, x1, y1 := inner.Expand(2500).WorldBound()
		naive := map[int]*setting{}
		for i := range pl.labels {
			b := &pl.labels[i]
			if b.x < x0*all.d || b.x > x1*all.d || b.y < y0*all.d || b.y > y1*all.d {
				continue
			}
			w, ok := pl.measure(b)
			if !ok {
				continue
			}
			w.positions(pl, func(pos *position) bool {
				for _, o := range before {
					for _, r := range o.boxes {
						for _, q := range pos.needs() {
							if meets(q, r, o.x-b.x, o.y-b.y, pl.grow) {
								return true
							}
						}
					}
				}
				for _, q := range pos.boxes {
					if !pos.loose && (q.union(w.reach.grown(1e-6)) != w.reach.grown(1e-6)) {
						t.Fatalf("label %d: a position at %v lies beyond its reach %v", i, q, w.reach)
					}
				}
				set := w.setting
				set.position = *pos
				naive[i] = &set
				before = append(before, standing{b.x, b.y, slices.Clone(pos.boxes)})
				return false
			})
		}
		// Lazy: from views that come from different sides.
		lazy := p.newLayout(s, newRoster(s), zoom, nil)
		lp := &lazy.placer
		a, b, c, d := inner.WorldBound()
		cx := (a + c) / 2
		count, dropped := 0, 0
		check := func(i int32) bool {
			lp.decide(i)
			l := &lp.labels[i]
			want := naive[int(i)]
			count++
			if (l.state == placed) != (want != nil) {
				t.Fatalf("seed %d zoom %g: label %d: lazily placed %v, naively %v", seed, zoom, i, l.state == placed, want != nil)
			}
			if want != nil && (l.text.dx != want.dx || l.text.dy != want.dy) {
				t.Fatalf("seed %d zoom %g: label %d stands at %g,%g, naively at %g,%g", seed, zoom, i, l.text.dx, l.text.dy, want.dx, want.dy)
			}
			if want == nil {
				dropped++
			}
			return true
		}
		lp.anchors.near(cx*all.d, b*all.d, c*all.d, d*all.d, math.MaxInt32, check)
		lp.anchors.near(a*all.d, b*all.d, cx*all.d, d*all.d, math.MaxInt32, check)
		if count < 20 || dropped == 0 {
			t.Errorf("seed %d: only %d labels compared, %d of them without room", seed, count, dropped)
		}
	}
}

// Within a picture nothing overlaps: no label another, no symbol another, no
// label a symbol but its own.
func TestNothingOverlaps(t *testing.T) {
	p := newPainter(t)
	type piece struct {
		what string
		r    box
	}
	for seed := range int64(12) {
		rng := rand.New(rand.NewSource(seed))
		s := randomScene(seed, 20+rng.Intn(200), orb.Point{37.5, 48.3}, 0.2+rng.Float64()*2)
		s.Ground = shippedGround(t)
		s.TextScale = 0.8 + rng.Float64()*1.4
		pc := claim("adm:UA-14", "Donetsk Oblast", 37.8, 48, share(geo.RussianVoice, Claimed))
		pc.Place.Kind = geo.Region
		s.Places = append(s.Places, pc)
		v := view.Viewport{Centre: orb.Point{37.5, 48.3}, Zoom: 4.5 + rng.Float64()*7, Width: 1000, Height: 700, Density: 1}
		c, _, err := p.begin(t.Context(), s, v, 0, false)
		if err != nil {
			t.Fatal(err)
		}
		var all []piece
		for _, k := range c.names {
			at := c.anchor(k.label, k.shift)
			for _, b := range k.label.text.needs() {
				all = append(all, piece{fmt.Sprintf("label %d (%s)", k.order, k.label.text.lines[0].run.Text), b.shifted(at.X, at.Y)})
			}
		}
		names := len(all)
		for _, h := range c.hits {
			all = append(all, piece{fmt.Sprintf("symbol of %v", h.of.places[0]), box{h.X - h.Radius, h.Y - h.Radius, h.X + h.Radius, h.Y + h.Radius}})
		}
		for i, a := range all {
			for _, b := range all[:i] {
				if i >= names && b.what[0] == 's' { // circles
					ra, rb := (a.r.x1-a.r.x0)/2, (b.r.x1-b.r.x0)/2
					if math.Hypot((a.r.x0+ra)-(b.r.x0+rb), (a.r.y0+ra)-(b.r.y0+rb)) < ra+rb {
						t.Errorf("seed %d zoom %g: %s and %s overlap", seed, v.Zoom, a.what, b.what)
					}
					continue
				}
				if a.what == b.what {
					continue
				}
				// Symbols stand on whole pixels: allow for one.
				if math.Min(a.r.x1, b.r.x1)-math.Max(a.r.x0, b.r.x0) > 1 && math.Min(a.r.y1, b.r.y1)-math.Max(a.r.y0, b.r.y0) > 1 {
					t.Errorf("seed %d zoom %g: %s and %s overlap: %v %v", seed, v.Zoom, a.what, b.what, a.r, b.r)
				}
			}
		}
	}
}

// Every symbol gets its name as long as there is room for all.
func TestClaimedPlacesAreNamed(t *testing.T) {
	p := newPainter(t)
	for seed := range int64(5) {
		s := randomScene(seed, 40, orb.Point{37.5, 48.3}, 0.5)
		s.Ground = shippedGround(t)
		for _, zoom := range []float64{5, 7, 8.4, 10} {
			l := p.newLayout(s, newRoster(s), zoom, nil)
			for i := range l.placer.labels {
				if b := &l.placer.labels[i]; b.symbol >= 0 {
					if l.placer.decide(int32(i)); b.state != placed {
						t.Errorf("seed %d zoom %g: %v has no name", seed, zoom, l.symbols[b.symbol].ids(s.Places))
					}
				}
			}
		}
	}
}

// Symbols keep their distance, every place is in exactly one of them, and which
// places share one does not depend on the order in which they come.
func TestGather(t *testing.T) {
	s := randomScene(9, 3000, orb.Point{37, 48}, 3)
	for _, zoom := range []float64{3, 6, 9, 13} {
		d := dpPerWorld(zoom)
		symbols := newRoster(s).gather(d)
		seen := map[int]bool{}
		for i := range symbols {
			a := &symbols[i]
			for _, k := range a.places {
				if seen[k] {
					t.Fatalf("zoom %g: place %d is in two symbols", zoom, k)
				}
				seen[k] = true
			}
			for j := range i {
				b := &symbols[j]
				if math.Hypot(a.x-b.x, a.y-b.y)*d < a.radius+b.radius+symbolGap {
					t.Fatalf("zoom %g: %v and %v are too near", zoom, s.Places[a.places[0]].Place.Name, s.Places[b.places[0]].Place.Name)
				}
			}
		}
		if len(seen) != len(s.Places) {
			t.Fatalf("zoom %g: %d of %d places are drawn", zoom, len(seen), len(s.Places))
		}
	}
}

func TestClusterKeepsTheSplit(t *testing.T) {
	places := []PlaceClaims{
		claim("ct:1", "A", 30, 50, share(geo.RussianVoice, Claimed), share(geo.PressVoice, Solid)),
		claim("ct:2", "B", 30.001, 50, share(geo.UkrainianVoice, Denied), share(geo.PressVoice, Claimed)),
		claim("ct:3", "C", 30.002, 50, share(geo.RussianVoice, Conflicted)),
	}
	places[1].Contested = true
	places[2].Faded = true
	got := newRoster(&Scene{Places: places}).gather(dpPerWorld(6))
	if len(got) != 1 {
		t.Fatalf("%d symbols", len(got))
	}
	s := got[0]
	want := []segment{{0, Conflicted}, {1, Denied}, {3, Claimed}}
	if fmt.Sprint(s.segments) != fmt.Sprint(want) {
		t.Errorf("segments %v, want %v", s.segments, want)
	}
	if s.places[0] != 1 || len(s.places) != 3 || !s.contested || s.faded || s.kind != ClusterHit {
		t.Errorf("cluster %+v", s)
	}
}
