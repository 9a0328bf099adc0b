package read

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"contested/geo"
)

// FuzzMentions holds the laws of place reading: spans lie in the text on rune
// boundaries and in order, what is placed has a place that the gazetteer knows
// and its candidates in order of their scores, and the same text gives the same
// mentions.
func FuzzMentions(f *testing.F) {
	for _, s := range []string{
		"In the Lyman direction, in Kramatorsk and the Donetsk region, the town held.",
		"KYIV, Ukraine (AP) — Moscow's \"answer\" came; St. Petersburg, Paris, Ill. and U.S. towns there.",
		"На Покровському напрямку, у місті Лиман Донецької області, там тихо. м. Київ.",
		"ВСУ оставили Часов Яр и Красный Лиман; в городе тихо, село Котлино.",
		"A: Kyiv.\n\nB: Lyman, 46, a village called Donetsk-\u00adOblast’s",
		strings.Repeat("Kyiv, and Moscow in ", 40),
	} {
		f.Add(s)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		read := func() []mention {
			d := r.parse(&geo.Article{Title: "Kyiv and the city", Text: text})
			r.mentions(d)
			r.anaphora(d)
			return d.mentions
		}
		got := read()
		last := 0
		for i := range got {
			m := &got[i]
			if err := m.Span.In(text); err != nil {
				t.Fatal(err)
			}
			if m.Span.Start < last {
				t.Fatalf("mention %d starts at %d, before %d", i, m.Span.Start, last)
			}
			last = m.Span.Start
			if m.Use != geo.Unresolvable {
				if _, ok := r.gaz.Place(m.Place); !ok {
					t.Fatalf("%q means %q, which is no place", m.Span.Of(text), m.Place)
				}
			}
			for k := 1; k < len(m.Candidates); k++ {
				if m.Candidates[k].Score > m.Candidates[k-1].Score {
					t.Fatalf("%q: candidates out of order: %v", m.Span.Of(text), m.Candidates)
				}
			}
			for _, w := range m.Why {
				if w.Rule == "" || w.Span != (geo.Span{}) && w.Span.In(text) != nil {
					t.Fatalf("%q: evidence %v", m.Span.Of(text), w)
				}
			}
		}
		if again := read(); !reflect.DeepEqual(got, again) {
			t.Fatal("the same text was read differently")
		}
	})
}
