package render

import (
	"context"
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/view"
)

// stillScene is a scene whose names stand to all sides of a picture.
func stillScene(t *testing.T) *Scene {
	s := *fullScene(t)
	s.Still = true
	s.Furniture = Furniture{Title: "A title", AsOf: "As of a day", Legend: true, ScaleBar: true, Attribution: true, Code: "ABCD-EFGH-JKMN"}
	return &s
}

// In a picture that is not going to be moved no name is cut by an edge, and none
// lies beneath the furniture.
func TestNamesOfAStillPictureAreWhole(t *testing.T) {
	p := newPainter(t)
	s := stillScene(t)
	names := 0
	for _, size := range [][2]float64{{900, 600}, {500, 900}, {1300, 420}} {
		for _, d := range []float64{1, 2.5} {
			v := views[0]
			v.Width, v.Height, v.Density = size[0], size[1], d
			c, _, err := p.begin(context.Background(), s, v, 0, false)
			if err != nil {
				t.Fatal(err)
			}
			w, h := v.PixelSize()
			whole := image.Rect(0, 0, w, h)
			for _, k := range c.names {
				at := c.anchor(k.label, k.shift)
				for _, b := range k.label.text.boxes {
					names++
					r := c.boxPixels(at, b).Inset(2) // it is rounded outwards
					if !r.In(whole) {
						t.Errorf("%v ×%v: %q is cut: %v", size, d, lines(k.label), r)
					}
					for _, q := range c.furniture() {
						if r.Overlaps(q.rect()) {
							t.Errorf("%v ×%v: %q lies beneath the %s", size, d, lines(k.label), q.name)
						}
					}
				}
			}
			p.scratch.Put(c)
		}
	}
	if names < 20 {
		t.Errorf("only %d names were looked at", names)
	}
}

func lines(b *label) string {
	var out []string
	for _, l := range b.text.lines {
		out = append(out, l.run.Text)
	}
	return strings.Join(out, " ")
}

// A still picture is as reproducible as others: what was painted before does not
// matter.
func TestStillPictureIsReproducible(t *testing.T) {
	s := stillScene(t)
	v := views[0]
	p := newPainter(t)
	first := render(t, p, s, v, Options{}).Compose()
	render(t, p, s, v.Pan(40, 25), Options{})
	if string(first.Pix) != string(render(t, p, s, v, Options{Workers: 1}).Compose().Pix) {
		t.Error("the second picture is another one")
	}
}

// Pictures with one room have one legend, whatever they show.
func TestRoom(t *testing.T) {
	p := newPainter(t)
	all := stillScene(t)
	few := *all
	few.Places = few.Places[:1]
	few.Furniture.AsOf = "As of a day that is a good deal longer than the other"
	v := views[0]
	room := &Room{}
	for _, s := range []*Scene{all, &few} {
		if err := room.Measure(p, s, v); err != nil {
			t.Fatal(err)
		}
	}
	var seen [2]string
	for i, s := range []*Scene{all, &few} {
		k := *s
		k.Furniture.Room = room
		for _, in := range render(t, p, &k, v, Options{}).Insets {
			seen[i] += fmt.Sprint(in.Name, in.X, in.Y, in.Image.Rect)
		}
	}
	if seen[0] != seen[1] {
		t.Errorf("the furniture moves:\n%s\n%s", seen[0], seen[1])
	}
	if got := (present{}).with(room); got.bits() != room.Signs {
		t.Errorf("%b becomes %b", room.Signs, got.bits())
	}
}

func TestExamine(t *testing.T) {
	p := newPainter(t)
	s := &Scene{Still: true, Furniture: Furniture{Title: strings.Repeat("A very long title ", 40), Legend: true, ScaleBar: true, Attribution: true}}
	v := view.Viewport{Centre: [2]float64{37.5, 48.3}, Zoom: 9, Width: 900, Height: 700, Density: 1}
	for i, at := range [][2]float64{{30, 20}, {450, 350}, {2000, 100}} { // beneath the title, in sight, outside
		q := v.LonLat(at[0], at[1])
		s.Places = append(s.Places, claim(fmt.Sprint("ct:", i), "Place", q[0], q[1], share(geo.RussianVoice, Claimed)))
	}
	got, err := p.Examine(context.Background(), s, v)
	if err != nil || !got.Cut || len(got.Left) != 0 || len(got.Hidden) != 1 || got.Hidden[0] != "ct:0" || len(got.Outside) != 1 || got.Outside[0] != "ct:2" {
		t.Errorf("%+v, %v", got, err)
	}
	v.Width, v.Height = 160, 120
	if got, err = p.Examine(context.Background(), s, v); err != nil || got.Size > 0.6 {
		t.Errorf("a tiny picture has room for all: %+v, %v", got, err)
	}
}

// A legend that would hide a claim stands elsewhere; that of a series stays.
func TestLegendHidesNothing(t *testing.T) {
	p := newPainter(t)
	v := view.Viewport{Centre: [2]float64{37.5, 48.3}, Zoom: 9, Width: 900, Height: 700, Density: 1}
	base := Scene{Still: true, Furniture: Furniture{Title: "A title", Legend: true, ScaleBar: true, Attribution: true, Locator: true}, Ground: shippedGround(t)}
	at := [][2]float64{{40, 640}, {40, 120}, {860, 150}, {800, 560}} // in each corner, the legend's own first
	for n := range 1 << len(at) {
		s := base
		for i, xy := range at {
			if n>>i&1 == 1 {
				q := v.LonLat(xy[0], xy[1])
				s.Places = append(s.Places, claim(fmt.Sprint("ct:", i), "Place", q[0], q[1], share(geo.RussianVoice, Claimed)))
			}
		}
		q := v.LonLat(450, 350)
		s.Places = append(s.Places, claim("ct:middle", "Place", q[0], q[1], share(geo.UkrainianVoice, Claimed)))
		got, err := p.Examine(t.Context(), &s, v)
		if err != nil || len(got.Left) != 0 {
			t.Fatalf("%+v, %v", got, err)
		}
		if len(got.Hidden) > 0 && n != 1<<len(at)-1 {
			t.Errorf("claims in corners %04b: %v hidden though a corner is free", n, got.Hidden)
		}
		s.Furniture.Room = &Room{}
		if got, _ := p.Examine(t.Context(), &s, v); n&1 == 1 && !slices.Contains(got.Hidden, "ct:0") {
			t.Errorf("claims in corners %04b: the legend of a series has moved", n)
		}
	}
}

// On pages every quote finds room, once.
func TestPagesHoldEveryQuote(t *testing.T) {
	p := newPainter(t)
	s := fullScene(t)
	for _, n := range []int{0, 1, 4, 30} {
		sh := quotes(s, n)
		for _, size := range [][4]float64{{420, 700, 900, 700}, {700, 400, 700, 900}} {
			pages := p.setPages(sh, &Furniture{Title: "T"}, styleOf(Light), &english, [2]float64{size[0], size[1]}, [2]float64{size[2], size[3]})
			if pages == nil {
				t.Fatalf("%d quotes on pages of %v: none", n, size)
			}
			all := ""
			for i, page := range pages {
				w, h := size[0], size[1]
				if i > 0 {
					w, h = size[2], size[3]
				}
				for _, m := range page.marks {
					if m.run == nil {
						continue
					}
					if e := m.x + m.run.Extent(m.size, 0); e > w+0.5 || m.y > h+0.5 {
						t.Fatalf("%d quotes on %v, page %d: %q stands at %.0f, %.0f", n, size, i+1, m.run.Text, e, m.y)
					}
					all += m.run.Text + " "
				}
			}
			for i := range sh.Places {
				for j := range n {
					if k := strings.Count(all, fmt.Sprintf("“Quote %d of %d:", j, i)); k != 1 {
						t.Errorf("%d quotes on %v: quote %d of place %d stands there %d times", n, size, j, i, k)
					}
				}
			}
		}
	}
	if p.setPages(quotes(s, 30), &Furniture{}, styleOf(Light), &english, [2]float64{200, 80}, [2]float64{200, 80}) != nil {
		t.Error("pages that are too small are filled")
	}
}
