package gazetteer

import (
	"os"
	"slices"
	"testing"

	"contested/geo"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLongest(t *testing.T) {
	g := load(t)
	for _, c := range []struct {
		text string
		n    int
		want geo.PlaceID
	}{
		{"Pokrovsk has", 1, "gn:704422"},
		{"POKROVSK’s centre", 1, "gn:704422"},
		{"Chasiv Yar", 2, "gn:710915"},
		{"Donetsk region", 2, "adm:UA-14"},
		{"Slov'yansk", 1, "gn:693468"},
		{"Слов’янськ", 1, "gn:693468"},
		{"Артемовск", 1, "gn:713174"},
	} {
		n, hits := g.Longest(Words(c.text))
		if n != c.n || !slices.ContainsFunc(hits, func(h Hit) bool { return h.Place == c.want }) {
			t.Errorf("%s: %d words, %v; want %d, %s", c.text, n, hits, c.n, c.want)
		}
	}
}
