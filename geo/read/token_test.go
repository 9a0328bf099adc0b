package read

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/gazetteer"
)

// reader is a reader with the built-in data.
func reader(t testing.TB) *Reader {
	t.Helper()
	g, err := gazetteer.Load(os.DirFS("../../assets"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(os.DirFS("../../assets"), g)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func article(t testing.TB, text string) *geo.Article {
	t.Helper()
	a, err := geo.NewArticle(geo.Article{Text: text, Publisher: geo.Publisher{Name: "a test", Party: geo.Press}})
	if err != nil {
		t.Fatal(err)
	}
	return &a
}

func TestTokens(t *testing.T) {
	r := reader(t)
	for _, c := range []struct{ text, want string }{
		{"Kyiv's men, the U.S. said.", "Kyiv|'s|men|,|the|U.S.|said|."},
		{"He didn’t see Slov’yansk’s walls", "He|didn’t|see|Slov’yansk|’s|walls"},
		{"Kupiansk-Vuzlovyi — 4,000 at 14:30...", "Kupiansk|-|Vuzlovyi|—|4,000|at|14:30|..."},
		{"the 54th Brigade (3.5 km)", "the|54th|Brigade|(|3.5|km|)"},
		{"м. Слов'янськ та «ДНР»", "м|.|Слов'янськ|та|«|ДНР|»"},
	} {
		d := r.parse(article(t, c.text))
		var got []string
		for i := range d.toks {
			got = append(got, d.str(i))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: %s, want %s", c.text, s, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"KYIV, Ukraine (TN) — Gen. Oleh Ivanenko spoke. \"We hold. We stay,\" he said.",
			[]string{"KYIV, Ukraine (TN) —", "Gen. Oleh Ivanenko spoke.", "\"We hold.", "We stay,\" he said."}},
		{"09:12 — Two people died, X. Yarema says.\n\n10:00 — Calm.", []string{"09:12 —", "Two people died, X. Yarema says.", "10:00 —", "Calm."}},
		{"He flew to the U.S. The talks failed.", []string{"He flew to the U.S.", "The talks failed."}},
		{"MOSCOW, November 5. /TASS/. Troops moved.", []string{"MOSCOW, November 5. /TASS/.", "Troops moved."}},
		{"ANCHOR: Is it so?\n\nSOMMER: It is.\n\nANCHOR: Thanks.\n", []string{"ANCHOR:", "Is it so?", "SOMMER:", "It is.", "ANCHOR:", "Thanks."}},
	} {
		d := r.parse(article(t, c.text))
		var got []string
		for _, s := range d.sents {
			got = append(got, d.span(s.first, s.end).Of(d.text))
		}
		if g, w := strings.Join(got, "¶"), strings.Join(c.want, "¶"); g != w {
			t.Errorf("%q:\n got %s\nwant %s", c.text, g, w)
		}
	}
}

// TestFormsApart: words that begin and end alike are still known apart, and so
// are more of them than are kept.
func TestFormsApart(t *testing.T) {
	l := reader(t).lex[geo.English]
	f := l.forms.Get().(*forms)
	rows := map[string]int32{}
	taken := map[int32]string{}
	check := func(w string) {
		of, _ := f.of(w, 0, len(w))
		n := of.form
		switch old, ok := rows[w]; {
		case n == 0 && len(w) > maxForm:
		case ok && n != old:
			t.Fatalf("%q is in rows %d and %d", w, old, n)
		case !ok && taken[n] != "":
			t.Fatalf("%q is taken for %q", w, taken[n])
		default:
			rows[w], taken[n] = n, w
		}
	}
	for range 2 {
		for n := 1; n <= maxForm+8; n++ {
			for _, w := range []string{strings.Repeat("a", n), strings.Repeat("a", n-1) + "b", "b" + strings.Repeat("a", n-1), strings.Repeat("a", n/2) + "b" + strings.Repeat("a", n-n/2)} {
				check(w)
			}
		}
		for n := range maxForms {
			check("word" + strconv.Itoa(n))
		}
	}
}
