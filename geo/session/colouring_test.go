package session

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"contested/geo"
	"contested/geo/render"
)

// Whatever the colours stand for, every claim on the map has one of the colours
// that the legend names; a filter changes none; and the picture that carries it
// is drawn again byte for byte, though only the shown claims are in it.
func TestColourings(t *testing.T) {
	s := open(t, Config{Example: true})
	whole := s.State()
	s.ToggleVoice(geo.RussianVoice)
	some := s.State()
	classes := func(st *State, look Appearance) map[geo.ClaimID]render.Class {
		sc := st.Scene(nil, look)
		out := map[geo.ClaimID]render.Class{}
		_, k := st.coloured(look)
		for _, i := range st.passed.at {
			if f := &st.facts[i]; f.places > 0 {
				out[st.ids[i]] = st.classOf(f, k)
			}
		}
		for _, p := range sc.Places {
			drawn := st.Tally([]geo.PlaceID{p.Place.ID}, look)
			for _, sh := range p.Shares {
				if sh.Claims == 0 || sh.Claims != drawn[sh.Class] {
					t.Errorf("by %v: at %s %d claims of class %d are drawn, of %d", look.Colour, p.Place.Name, sh.Claims, sh.Class, drawn[sh.Class])
				}
				if letter, name := render.ClassLabel(sc.Key, sh.Class, geo.English); letter == "" || name == "" {
					t.Errorf("by %v: class %d has the letter %q and the name %q", look.Colour, sh.Class, letter, name)
				}
			}
		}
		return out
	}
	for _, by := range Colourings() {
		if got, ok := ParseColourBy(by.String()); !ok || got != by {
			t.Errorf("%v is read as %v", by, got)
		}
		for _, l := range []geo.Language{geo.English, geo.Ukrainian, geo.Russian} {
			look := Appearance{Colour: by, Language: l, Legend: true}
			all, few := classes(whole, look), classes(some, look)
			if len(all) == 0 || len(few) == 0 || len(few) >= len(all) {
				t.Fatalf("by %v: %d and %d claims", by, len(all), len(few))
			}
			seen := map[render.Class]bool{}
			for id, c := range all {
				seen[c] = true
				if k, ok := few[id]; ok && k != c {
					t.Errorf("by %v: a filter changes the colour of %s from %d to %d", by, id, c, k)
				}
			}
			if len(seen) < 3 {
				t.Errorf("by %v: only %d colours", by, len(seen))
			}
		}
		p := Picture{Width: 700, Height: 600, Appearance: Appearance{Colour: by, Legend: true}}
		for _, layout := range []Layout{MapLayout, SheetLayout} {
			p.Layout = layout
			first := paint(t, some, p)
			snap := again(t, first)
			if snap.Picture.Colour != by {
				t.Errorf("by %v: the picture says %v", by, snap.Picture.Colour)
			}
			if !bytes.Equal(first, paint(t, snap.State, snap.Picture)) {
				t.Errorf("by %v, %v: drawn again it is another file", by, layout)
			}
		}
	}
	if _, ok := ParseColourBy("mood"); ok {
		t.Error("there are colours by mood")
	}
}

// All pictures of a series have one set of colours.
func TestSeriesHasOneColouring(t *testing.T) {
	s := open(t, Config{Example: true})
	k, err := engine().Series(context.Background(), s.State(), Picture{Width: 400, Height: 300, Appearance: Appearance{Colour: ByPublisher, Legend: true}}, 7*24*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	st, p := k.at(0)
	want := fmt.Sprint(k.state.Scene(nil, Appearance{Colour: ByPublisher}).Key)
	if got := fmt.Sprint(st.Scene(nil, p.Appearance).Key); got != want {
		t.Errorf("the first picture's key is %s, the document's %s", got, want)
	}
}

// The most frequent publishers have colours, and the legend says how many have not.
func TestPublishers(t *testing.T) {
	for n, want := range map[int]int{1: 1, 6: 6, 7: 6, 40: 6} {
		st := &State{}
		st.first = []int32{0}
		for i := range n {
			st.Articles = append(st.Articles, &geo.Article{Publisher: geo.Publisher{Name: fmt.Sprintf("Example %c Paper", 'A'+i)}})
			st.first = append(st.first, st.first[i]+int32(n-i))
		}
		k := st.Colouring(ByPublisher)
		key := k.key(geo.English)
		if len(key.Names) != want || len(key.Letters) != want {
			t.Fatalf("%d publishers: %q %q", n, key.Names, key.Letters)
		}
		if others := n - 5; n > 6 && key.Names[5] != fmt.Sprintf("%d other publishers", others) {
			t.Errorf("%d publishers: the last is %q", n, key.Names[5])
		}
		letters := slices.Clone(key.Letters)
		slices.Sort(letters)
		if len(slices.Compact(letters)) != want {
			t.Errorf("%d publishers: letters %q", n, key.Letters)
		}
		if got := k.class(&facts{}, st.Articles[0]); got != 0 {
			t.Errorf("%d publishers: the most frequent has class %d", n, got)
		}
	}
	// Names that share their letters.
	for _, names := range [][]string{{"Aa", "Aa a", "aA", "a"}, {"", "!", "Її", "ї"}, {"7", "77", "777"}} {
		if got := initials(names); len(slices.Compact(slices.Sorted(slices.Values(got)))) != len(names) {
			t.Errorf("%q have the letters %q", names, got)
		}
	}
}

// Stretches of time follow each other without a gap, are of the calendar, and are
// as many as there are colours for; one early article does not take them all.
func TestStretches(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	r := rand.New(rand.NewPCG(1, 2))
	for _, span := range []int{1, 2, 5, 9, 20, 40, 200, 900, 4000, 40000, 700000} {
		var days []time.Time
		for range 200 {
			days = append(days, day(2025, 11, 30).AddDate(0, 0, -r.IntN(span)))
		}
		begins, _ := stretches(days)
		n := len(begins) - 1
		if n < 1 || n > mostStretches || !slices.IsSortedFunc(begins, time.Time.Compare) || !begins[n].After(days[len(days)-1]) {
			t.Errorf("%d days: %v", span, begins)
		}
		if span > 5 && n < 2 {
			t.Errorf("%d days: one stretch only: %v", span, begins)
		}
	}
	var days []time.Time
	for i := range 60 {
		days = append(days, day(2025, 11, 1+i%30))
	}
	begins, open := stretches(append(days, day(1998, 2, 3)))
	if len(begins) < 5 || !open || begins[0].Before(day(2025, 10, 1)) {
		t.Errorf("with an early article: %v, open %v", begins, open)
	}
	k := &Colouring{By: ByDate, Days: begins, Open: open}
	key := k.key(geo.English)
	if key.Names[0] != "Before 10 Nov 2025" && key.Names[0] != "Before 3 Nov 2025" {
		t.Errorf("the first stretch is %q of %q", key.Names[0], key.Names)
	}
	last := render.Class(0)
	for _, d := range []time.Time{day(1998, 2, 3), day(2025, 11, 4), day(2025, 11, 12), day(2025, 11, 20), day(2025, 11, 30)} {
		c := k.class(&facts{}, &geo.Article{Published: geo.Moment(d)})
		if c < last || c >= othersClass {
			t.Errorf("%v has class %d after %d", d, c, last)
		}
		last = c
	}
	if last != mostStretches-1 {
		t.Errorf("the newest has class %d", last)
	}
	if k.class(&facts{}, &geo.Article{}) != othersClass {
		t.Error("what has no date has a stretch")
	}
	if b, _ := stretches(nil); b != nil {
		t.Error("no days have stretches")
	}
}
