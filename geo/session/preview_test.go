package session

import (
	"slices"
	"testing"

	"contested/geo"
	"contested/geo/render"
)

// A large document leaves its map for the next opening; one that was changed since
// by somebody who did not leave a newer one, and a small one, leave none.
func TestPreview(t *testing.T) {
	s, path := openTown(t)
	if _, ok := OpenPreview(path); ok {
		t.Error("a small document has a preview")
	}
	if err := s.doc.KeepOverview(s.preview()); err != nil {
		t.Fatal(err)
	}
	if !s.doc.HasOverview() {
		t.Error("what was just kept is out of date")
	}
	st := s.State()
	want := st.ByPlace()
	p, ok := OpenPreview(path)
	if !ok || p.Articles != 1 || p.Claims != st.CountShown() {
		t.Fatalf("%+v, %v", p, ok)
	}
	same := slices.EqualFunc(p.places, want, func(a, b render.PlaceClaims) bool {
		return a.Place == b.Place && a.Precision == b.Precision && a.Origins == b.Origins && a.Contested == b.Contested && a.Faded == b.Faded &&
			slices.EqualFunc(a.Shares, b.Shares, func(a, b render.Share) bool {
				return a.Class == b.Class && a.Looks == b.Looks && a.Claims == b.Claims
			})
	})
	if !same {
		t.Errorf("the preview shows\n%+v\ninstead of\n%+v", p.places, want)
	}
	if len(must(s.History())) != 1 {
		t.Error("keeping the map is in the history")
	}
	denied := geo.Negated
	if err := s.Correct("mark as denied", geo.Correction{Article: st.Claims[0].Article, Content: st.Claims[0].Content, Polarity: &denied}); err != nil {
		t.Fatal(err)
	}
	if _, ok := OpenPreview(path); ok || s.doc.HasOverview() {
		t.Error("a preview that is out of date was shown")
	}
	for _, bad := range []string{"", "nowhere.gpkg", t.TempDir()} {
		if _, ok := OpenPreview(bad); ok {
			t.Errorf("%q has a preview", bad)
		}
	}
}

// Evidence and mentions are there when they are asked for, and in exports.
func TestWholeReadings(t *testing.T) {
	s := open(t, Config{})
	importLines(t, s, page("https://example.org/a", "A town", firstText))
	st := s.State()
	c := st.Claims[0]
	if c.Why != nil || len(st.Why(c)) == 0 || len(st.Reading(c.Article).Mentions) == 0 {
		t.Errorf("evidence: held %d, asked for %d", len(c.Why), len(st.Why(c)))
	}
	e := st.Entry(st.Article(c.Article))
	if len(e.Claims) != len(st.Claims) || len(e.Claims[0].Why) != len(st.Why(c)) || c.Why != nil {
		t.Errorf("exported: %+v", e.Claims)
	}
	// Of an article that is deleted meanwhile, what is held is left.
	if err := s.Remove(c.Article); err != nil {
		t.Fatal(err)
	}
	if r := st.Reading(c.Article); r == nil || len(r.Claims) != len(st.Claims) {
		t.Errorf("of a deleted article: %+v", r)
	}
}
