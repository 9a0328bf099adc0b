package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"contested/geo"
)

func TestLookup(t *testing.T) {
	g := builtIn(t)
	for query, want := range map[string]geo.PlaceID{
		"Pokrovsk": "gn:704422", "покровськ": "gn:704422", "KRAMATORSK": "gn:704508", "Krasnoarmiisk": "gn:704422",
		"Chasov Yar": "gn:710915", "Часового Яру": "gn:710915", "chasivyar": "", "Kostantynivka": "gn:705104", "Kramatosrk": "gn:704508",
		"Donetsk, Rostov Oblast": "gn:565348", "Donetsk, Russia": "gn:565348", "Donetsk, Ukraine": "gn:709717", "Shevchenko, Kazakhstan": "gn:610612",
		"Paris, Texas": "gn:4717560", "Київ": "gn:703448", "donetsk region": "adm:UA-14",
		"Izium (Kharkiv region)": "gn:707292", "Kyiv, Borodianka": "gn:711635", "Saltivka district, Kharkiv": "ct:saltivka", "Unheardof district, Kharkiv": "gn:706483",
		"Donetsk City": "gn:709717", "Northern part/Kherson": "gn:706448", "Odessa": "gn:698740", "Zelenodolsk": "cj:zelenodolsk-475-336", "Novobudy area of Mykolaiv": "gn:700569", "Zaporizhzhia nuclear plant": "ct:znpp", "Novoekonomichnoye": "ct:novoekonomichne",
	} {
		got := g.Lookup(query)
		if want == "" {
			continue
		}
		if len(got) == 0 || got[0].ID != want {
			t.Errorf("%s: %v first, not %s", query, got[:min(len(got), 1)], want)
		}
	}
	for _, none := range []string{"", " ", ",", "…", strings.Repeat("x", 10_000), "one two three four five six seven eight nine ten", "qqqqqqqqqqqq"} {
		if got := g.Lookup(none); len(got) > 0 {
			t.Errorf("%.20q: %v", none, got[0])
		}
	}
	got := g.Lookup("Springfield")
	if len(got) > maxMatches || !slices.IsSortedFunc(got, func(a, b Match) int {
		if a.Score > b.Score {
			return -1
		}
		if a.Score < b.Score {
			return 1
		}
		return 0
	}) {
		t.Errorf("%d matches of Springfield, or not in order", len(got))
	}
	for _, m := range got {
		if !(m.Score > 0 && m.Score <= 1) {
			t.Errorf("%s has the score %v", m.ID, m.Score)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"abc", "abd", 1}, {"kitten", "sitting", 3}, {"покровськ", "покровск", 1}, {"abcdef", "", 4}, {"ab", "ba", 1}} {
		if got := editDistance([]rune(c.a), []rune(c.b), 3); got != min(c.want, 4) {
			t.Errorf("%s, %s: %d, not %d", c.a, c.b, got, c.want)
		}
		if back := editDistance([]rune(c.b), []rune(c.a), 3); back != min(c.want, 4) {
			t.Errorf("%s, %s: %d the other way", c.a, c.b, back)
		}
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Pokrovsk", "Донецьк, Україна", "'", "a,b,c,,", "\xff", "Saint St. Mount"} {
		f.Add(s)
	}
	g := small(f, Entry{Place: geo.Place{ID: "gn:704422", Name: "Pokrovsk", NameUK: "Покровськ", NameRU: "Покровск", Country: "UA"}, Forms: true},
		Entry{Place: geo.Place{ID: "ct:a", Name: "Saint-Just-sur-Loire", Country: "FR"}})
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range g.Lookup(s) {
			if !(m.Score > 0 && m.Score <= 1) {
				t.Errorf("%q: %s has the score %v", s, m.ID, m.Score)
			}
		}
		words := Words(s)
		for i := range words {
			if n, hits := g.Longest(words[i:]); n > len(words)-i || (n == 0) != (len(hits) == 0) {
				t.Errorf("%q: %d words, %d hits", s, n, len(hits))
			}
		}
	})
}
