package read

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"contested/geo"
)

// FuzzRead holds the laws of reading: the tokens follow one another through the
// text, sentences and blocks through the tokens, spans lie in the text on rune
// boundaries, every claim and attribution is valid, and the same article is read
// the same way again.
func FuzzRead(f *testing.F) {
	for _, h := range hostile {
		f.Add("Kyiv says the town holds", h.text(200))
	}
	for _, s := range []string{talks,
		"KYIV, Ukraine (TN) — Gen. Oleh Ivanenko said \"we hold Pokrovsk,\" adding that “nobody left.”",
		"CLAIM: Lyman has fallen.\n\nFACT: No evidence of it.\n\nQ: Is it so?\n\nA: No — not yet.",
		"\"We hold,\n\n\"and we stay,\" said one.\r\n\r\n09:12\tTASS: Lyman taken (UNIAN)",
		"- the mayor: two killed\n* Moscow denied that; \"nobody\" - says Kyiv -",
		"the village of the town of, according to. He. said? that! \u00ad\u200b\ufeff’s '' \"\"",
	} {
		f.Add("", s)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) || len(text) > 1<<14 {
			t.Skip()
		}
		a := &geo.Article{ID: "fuzz", Title: title, Text: text, Publisher: geo.Publisher{Name: "a test", Party: geo.Press}}
		checkTokens(t, r.parse(a))
		got := r.Read(a)
		for i := range got.Claims {
			c := &got.Claims[i]
			if err := c.Validate(a); err != nil {
				t.Fatal(err)
			}
			if len(c.Why) == 0 {
				t.Fatalf("no reason for the claim %q", c.Excerpt.Of(text))
			}
			for _, w := range c.Why {
				if w.Rule == "" || w.Span != (geo.Span{}) && w.Span.In(text) != nil {
					t.Fatalf("%q: evidence %v", c.Excerpt.Of(text), w)
				}
			}
		}
		for _, x := range got.Attributions {
			for _, list := range [][]geo.Span{x.Source, x.Cue, x.Content} {
				for _, s := range list {
					if err := s.In(text); err != nil {
						t.Fatalf("%s: %v", x.Rule, err)
					}
				}
			}
		}
		for _, s := range got.Speakers {
			if err := s.Span.In(text); err != nil {
				t.Fatal(err)
			}
		}
		if again := r.Read(a); !reflect.DeepEqual(got, again) {
			t.Fatal("the same article was read differently")
		}
	})
}

// checkTokens holds the laws of the first stages.
func checkTokens(t *testing.T, d *document) {
	t.Helper()
	last := 0
	for i := range d.toks {
		s := d.span(i, i+1)
		if err := s.In(d.text); err != nil {
			t.Fatal(err)
		}
		if s.Start < last {
			t.Fatalf("token %d starts at %d, before %d", i, s.Start, last)
		}
		gap := d.text[last:s.Start]
		if strings.ContainsFunc(gap, func(r rune) bool {
			return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
		}) {
			t.Fatalf("%q stands between tokens", gap)
		}
		last = s.End
	}
	next := 0
	for _, b := range d.blocks {
		if b.first < next || b.body < b.first || b.end < b.body {
			t.Fatalf("block %+v after token %d", b, next)
		}
		next = b.end
	}
	next = 0
	for i, s := range d.sents {
		if s.first != next || s.end <= s.first {
			t.Fatalf("sentence %d is %+v after token %d", i, s, next)
		}
		for k := s.first; k < s.end; k++ {
			if int(d.toks[k].sent) != i {
				t.Fatalf("token %d of sentence %d says %d", k, i, d.toks[k].sent)
			}
		}
		next = s.end
	}
	if next != len(d.toks) {
		t.Fatalf("the sentences end at token %d of %d", next, len(d.toks))
	}
	for i, q := range d.quotes {
		if q.last < q.first || q.parent > int32(i) {
			t.Fatalf("quotation %d: %+v", i, q)
		}
	}
}
