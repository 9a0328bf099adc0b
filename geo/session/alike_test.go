package session

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/project"
)

// syndicated are invented articles that repeat each other.
var syndicated = map[string]string{
	"one.txt":   "General Testov said that Myrnohrad had been captured. A resident of Kramatorsk said the night had been loud.\n",
	"two.txt":   "General Testov said that Myrnohrad had been captured. Nothing else was known.\n",
	"three.txt": "General Testov said that Pokrovsk had been shelled, without giving any proof. Rain fell on Monday.\n",
}

func withSyndicated(t *testing.T) *Session {
	t.Helper()
	s := open(t, Config{})
	dir := t.TempDir()
	for name, text := range syndicated {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	s.ImportNow(context.Background(), []string{dir})
	return s
}

// with is the claims with these words.
func with(st *State, words string) (out []*geo.Claim) {
	for i := range st.Claims {
		c := st.Claims[i]
		if strings.Contains(c.Excerpt.Of(st.Article(c.Article).Text), words) {
			out = append(out, c)
		}
	}
	return out
}

func TestAlike(t *testing.T) {
	s := withSyndicated(t)
	st := s.State()
	testov, myrnohrad := with(st, "Testov"), with(st, "Myrnohrad")
	if len(testov) != 3 || len(myrnohrad) != 2 {
		t.Fatalf("%d claims by Testov, %d about Myrnohrad", len(testov), len(myrnohrad))
	}
	c := myrnohrad[0]

	// The party of a speaker, in every claim of his.
	src := c.Source
	src.Party = geo.Russia
	found, ok := st.Alike(c, geo.Correction{Source: &src, Reason: "his office"})
	if !ok || found.Reason != SameSpeaker || len(found.Corrections) != 2 || found.Corrections[0].Reason != "his office" {
		t.Errorf("same speaker: %v %+v", ok, found)
	}
	// The place, where the same words were read as the same place.
	other := []geo.PlaceRef{{Place: "gn:700646"}}
	found, ok = st.Alike(c, geo.Correction{Places: &other})
	if !ok || found.Reason != SamePlaceName || found.Words != "Myrnohrad" || len(found.Corrections) != 1 {
		t.Errorf("same place: %v %+v", ok, found)
	}
	if p := *found.Corrections[0].Places; len(p) != 1 || p[0].Place != "gn:700646" || p[0].Span == (geo.Span{}) {
		t.Errorf("its place becomes %+v", p)
	}
	// The type, for the same statement of the same source alone.
	damage := geo.Damage
	found, ok = st.Alike(c, geo.Correction{Type: &damage})
	if !ok || found.Reason != SameStatement || len(found.Corrections) != 1 || *found.Corrections[0].Type != damage {
		t.Errorf("same statement: %v %+v", ok, found)
	}
	// What only concerns the one claim concerns no other.
	if _, ok := st.Alike(c, geo.Correction{Accept: true}); ok {
		t.Error("that a claim is right says nothing about others")
	}
	if _, ok := st.Alike(c, geo.Correction{Span: &[]geo.Span{c.Excerpt}}); ok {
		t.Error("a claim's words are its own")
	}
	// What was checked is left alone.
	k := st.Correction(myrnohrad[1])
	k.Accept = true
	if err := s.Correct("accept", k); err != nil {
		t.Fatal(err)
	}
	if found, ok := s.State().Alike(s.State().Claim(c.ID), geo.Correction{Type: &damage}); ok {
		t.Errorf("a checked claim would be changed: %+v", found)
	}
}

// All identical cases are one action, and come back by one undo.
func TestAlikeIsOneAction(t *testing.T) {
	s := withSyndicated(t)
	st := s.State()
	c := with(st, "Pokrovsk")[0]
	src := c.Source
	src.Party = geo.Turkey
	found, ok := st.Alike(c, geo.Correction{Source: &src})
	if !ok {
		t.Fatal("nothing is alike")
	}
	n := len(mustHistory(t, s))
	if err := s.Correct("Change party in 2 more claims", found.Corrections...); err != nil {
		t.Fatal(err)
	}
	if got := len(mustHistory(t, s)); got != n+1 {
		t.Errorf("%d entries in the history, want %d", got, n+1)
	}
	for _, x := range with(s.State(), "Myrnohrad") {
		if x.Source.Party != geo.Turkey || x.Checked {
			t.Errorf("%+v", x.Source)
		}
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	for _, x := range with(s.State(), "Myrnohrad") {
		if x.Source.Party == geo.Turkey {
			t.Error("one undo did not take it back")
		}
	}
}

func mustHistory(t *testing.T, s *Session) []project.Entry {
	t.Helper()
	h, err := s.History()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestHistoryAndRevert(t *testing.T) {
	s := withSyndicated(t)
	before := s.State()
	seq := mustHistory(t, s)[0].Seq
	c := before.Claims[0]
	status := geo.Confirmed
	k := before.Correction(c)
	k.Status, k.Reason = &status, "two reports"
	if err := s.Correct("Mark as confirmed", k); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveFilter("mine", &geo.Filter{Words: "rain"}); err != nil {
		t.Fatal(err)
	}
	if err := s.RenameFilter("mine", "rain"); err != nil {
		t.Fatal(err)
	}
	if err := s.Label(c.Article, "The first"); err != nil {
		t.Fatal(err)
	}
	if s.State().Label(c.Article) != "The first" || len(s.State().Filters) != 1 || s.State().Filters[0].Name != "rain" {
		t.Errorf("filters %+v", s.State().Filters)
	}
	if err := s.Revert(seq); err != nil {
		t.Fatal(err)
	}
	if s.State().Claim(c.ID).Status == geo.Confirmed || len(s.State().Filters) > 0 || s.State().Label(c.Article) != "" {
		t.Error("going back did not take everything back")
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if s.State().Claim(c.ID).Status != geo.Confirmed || len(s.State().Filters) != 1 {
		t.Error("going back cannot be undone")
	}
	path := filepath.Join(t.TempDir(), "history.txt")
	if err := s.SaveHistory(path); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Mark as confirmed: “", "” – two reports", "2025-12-01 12:00:00 UTC", "Rename filter “mine” to “rain”", "Go back to"} {
		if !strings.Contains(string(b), want) {
			t.Errorf("the text does not say %q:\n%s", want, b)
		}
	}
}

func TestPaste(t *testing.T) {
	s := open(t, Config{})
	text := "A spokesman said that Pokrovsk had been shelled. This is invented."
	r := s.PasteNow(Pasted{Text: text, Title: "Shelling", Publisher: "Example Post", Date: "27 November 2025", URL: "https://example.org/a"})
	if r.Err != nil || r.New != 1 {
		t.Fatalf("%+v", r)
	}
	a := s.State().Articles[0]
	if a.Title != "Shelling" || a.Publisher.Name != "Example Post" || a.Published.String() != "2025-11-27" || a.URL != "https://example.org/a" || strings.TrimSpace(a.Text) != text || a.Path != "" {
		t.Errorf("%+v", a)
	}
	if s.State().Document.Undo != "Paste article" {
		t.Errorf("undo is named %q", s.State().Document.Undo)
	}
	if again := s.PasteNow(Pasted{Text: text, Title: "Shelling", Publisher: "Example Post", Date: "2025-11-27", URL: "https://example.org/a"}); again.New != 0 || again.Err != nil || again.Items[0].Skipped == "" {
		t.Errorf("the same again: %+v", again)
	}
	// What the text says of itself is not asked for again.
	if r := s.PasteNow(Pasted{Text: "Title: A night\nSource: Other Post\nDate: 2025-11-20\n\nNothing happened in Kramatorsk, the mayor said.\n"}); r.New != 1 {
		t.Fatalf("%+v", r)
	}
	for _, a := range s.State().Articles {
		if a.Title == "A night" && (a.Publisher.Name != "Other Post" || a.Published.String() != "2025-11-20") {
			t.Errorf("%+v", a)
		}
	}
	if r := s.PasteNow(Pasted{Text: text, Date: "some day"}); r.Err == nil || !strings.Contains(r.Err.Error(), "2025-11-27") {
		t.Errorf("a date that is none: %v", r.Err)
	}
	if r := s.PasteNow(Pasted{Text: " \n"}); r.Err == nil {
		t.Error("nothing was pasted, and nothing is said")
	}
	// Only a publisher, no title.
	if r := s.PasteNow(Pasted{Text: "The mayor said Siversk was quiet.", Publisher: "Lone Post"}); r.New != 1 {
		t.Errorf("%+v", r)
	}
}

func TestAddresses(t *testing.T) {
	if got := Addresses(" https://example.org/a\n\nhttp://example.org/b\n"); len(got) != 2 {
		t.Errorf("%q", got)
	}
	for _, text := range []string{"", "See https://example.org/a", "https://example.org/a and more", "ftp://example.org/a", "example.org"} {
		if got := Addresses(text); got != nil {
			t.Errorf("%q: %q", text, got)
		}
	}
}
