package session

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
)

// page is an invented article as a line of JSON Lines.
func page(url, title, text string) string {
	return fmt.Sprintf(`{"title":%q,"date":"2025-11-10","publisher":"Example Wire","url":%q,"text":%q}`+"\n", title, url, text)
}

func importLines(t testing.TB, s *Session, lines string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := s.ImportNow(context.Background(), []string{path}); r.Err != nil || r.Failed() > 0 {
		t.Fatalf("%+v", r)
	}
}

const (
	firstText  = "The Russian Ministry of Defence said on Monday that its troops had captured Pokrovsk. Ukrainian officials said that fighting went on in Myrnohrad."
	secondText = "Correction: an earlier version was shorter.\n\nThe Russian Ministry of Defence said on Monday that its troops had captured Pokrovsk. Ukrainian officials said that fighting had ended in Myrnohrad."
)

// A changed article is another version beside the old; what both say is shown
// once, what was corrected is offered to the newer one.
func TestVersions(t *testing.T) {
	s := open(t, Config{})
	importLines(t, s, page("https://www.example.org/a/?utm_source=x", "A town", firstText)+page("https://example.org/b", "Elsewhere", "The mayor said that Kramatorsk was calm."))
	first := s.State().Articles
	old := first[0]
	if old.Title != "A town" {
		old = first[1]
	}
	if list, _ := s.State().Versions(old.ID); list != nil {
		t.Fatalf("one version: %v", list)
	}
	shown := s.State().CountShown()
	captured := s.State().ClaimsOf(old.ID)[0]
	if captured.Type != geo.Captured {
		t.Fatalf("the first claim is %+v", captured)
	}
	importLines(t, s, page("http://example.org/a", "A town (updated)", secondText))
	st := s.State()
	list, at := st.Versions(old.ID)
	if len(list) != 2 || list[0] != old.ID || at != 0 {
		t.Fatalf("the versions are %v, %d", list, at)
	}
	newer := list[1]
	if !st.Repeated(captured.ID) {
		t.Error("a claim that stands in both is shown twice")
	}
	// Of the older version only what the newer does not say is left.
	for _, c := range st.Shown() {
		if c.Article == old.ID && c.Excerpt.Of(old.Text) != "Ukrainian officials said that fighting went on in Myrnohrad." {
			t.Errorf("shown of the older version: %s", c.Excerpt.Of(old.Text))
		}
	}
	if len(st.Claims) <= shown {
		t.Error("the older version lost its claims")
	}
	// It is corrected in the older version: the correction stays there, and is offered.
	advance := geo.Advance
	k := geo.Correction{Article: old.ID, Content: captured.Content, Type: &advance, Reason: "a test"}
	if err := s.Correct("mark as advance", k); err != nil {
		t.Fatal(err)
	}
	st = s.State()
	offers := st.Offered(newer)
	if len(offers) != 1 || offers[0].From != old.ID || *offers[0].Correction.Type != geo.Advance || len(st.Offered(old.ID)) != 0 {
		t.Fatalf("offered: %+v", offers)
	}
	if st.Repeated(captured.ID) {
		t.Error("a corrected claim is hidden although its correction was not taken over")
	}
	if n, err := s.TakeOver(newer); n != 1 || err != nil {
		t.Fatalf("taken over: %d, %v", n, err)
	}
	st = s.State()
	if c := st.ClaimsOf(newer)[0]; c.Type != geo.Advance || c.Excerpt.Of(st.Article(newer).Text) != captured.Excerpt.Of(old.Text) {
		t.Errorf("corrected: %+v", c)
	}
	if len(st.Offered(newer)) != 0 {
		t.Error("it is offered again")
	}
	if name, err := s.Undo(); err != nil || name != "take over 1 correction of an older version" || len(s.State().Offered(newer)) != 1 {
		t.Errorf("undone %q, %v", name, err)
	}
}

// A sentence that stands twice, or not at all, takes no correction over.
func TestOffersAreCertain(t *testing.T) {
	s := open(t, Config{})
	importLines(t, s, page("https://example.org/a", "A town", firstText))
	old := s.State().Articles[0]
	c := s.State().ClaimsOf(old.ID)[0]
	if err := s.Correct("reject", geo.Correction{Article: old.ID, Content: c.Content, Reject: true}); err != nil {
		t.Fatal(err)
	}
	sentence := c.Excerpt.Of(old.Text)
	importLines(t, s, page("https://example.org/a", "A town", sentence+" "+sentence)+page("https://example.org/a", "A town", "Nothing of it is true, the mayor of Pokrovsk said."))
	list, _ := s.State().Versions(old.ID)
	if len(list) != 3 {
		t.Fatalf("%d versions", len(list))
	}
	for _, id := range list {
		if o := s.State().Offered(id); len(o) != 0 {
			t.Errorf("offered: %+v", o)
		}
	}
}

func TestCanonicalAddresses(t *testing.T) {
	same := []string{"https://www.example.org/a/b?id=7", "http://example.org/a/b/?utm_source=x&id=7&fbclid=y", "https://EXAMPLE.org/a/b?id=7#top"}
	for _, a := range same {
		if canonical(a) != "example.org/a/b?id=7" {
			t.Errorf("%s: %q", a, canonical(a))
		}
	}
	for _, a := range []string{"https://example.org/", "https://example.org", "", "::", "https://example.org/?utm_source=x"} {
		if canonical(a) != "" {
			t.Errorf("%s tells an article: %q", a, canonical(a))
		}
	}
	if canonical("https://example.org/?p=1") == canonical("https://example.org/?p=2") {
		t.Error("two articles are one")
	}
}

func TestCompareTexts(t *testing.T) {
	show := func(before, after string) string {
		var b strings.Builder
		for _, c := range CompareTexts(before, after) {
			switch c.Kind {
			case Kept:
				b.WriteString(c.New.Of(after))
			case Removed:
				b.WriteString("[-" + c.Old.Of(before) + "-]")
			case Added:
				b.WriteString("{+" + c.New.Of(after) + "+}")
			}
		}
		return b.String()
	}
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"a b c", "a b c", "a b c"},
		{"Troops took the town.", "Troops attacked the town.", "Troops [-took-]{+attacked+} the town."},
		{"one two three four", "one alpha beta four", "one [-two three-]{+alpha beta+} four"},
		{"Місто взято.", "Місто не взято.", "Місто {+не +}взято."},
		{"first\n\nsecond", "first\n\nnew\n\nsecond", "first\n\n{+new\n\n+}second"},
		{"gone", "", "[-gone-]"},
	} {
		if got := show(c.before, c.after); got != c.want {
			t.Errorf("%q, %q: %s instead of %s", c.before, c.after, got, c.want)
		}
	}
}

// The stretches make up both texts without a gap, whatever these are.
func TestCompareTextsLaws(t *testing.T) {
	words := []string{"місто", "was ", " ", "\n", "taken", ".", "\xff", "“", "said", "a"}
	r := rand.New(rand.NewPCG(4, 4))
	text := func() string {
		var b strings.Builder
		for range r.IntN(40) {
			b.WriteString(words[r.IntN(len(words))])
		}
		return b.String()
	}
	for range 500 {
		before, after := text(), text()
		var x, y strings.Builder
		i, k := 0, 0
		for _, c := range CompareTexts(before, after) {
			if c.Old.Start != i || c.New.Start != k {
				t.Fatalf("a gap at %+v", c)
			}
			i, k = c.Old.End, c.New.End
			x.WriteString(before[c.Old.Start:c.Old.End])
			y.WriteString(after[c.New.Start:c.New.End])
			if c.Kind == Kept && before[c.Old.Start:c.Old.End] != after[c.New.Start:c.New.End] {
				t.Fatalf("kept, and not the same: %+v", c)
			}
		}
		if x.String() != before || y.String() != after {
			t.Fatalf("%q and %q became %q and %q", before, after, x.String(), y.String())
		}
	}
}
