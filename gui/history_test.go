package gui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"contested/geo"
	"contested/geo/gpkg"
	"contested/geo/session"
)

// dialogText is what the uppermost dialog says.
func dialogText(t *testing.T, w *Window) string {
	t.Helper()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog is open")
	}
	return strings.ReplaceAll(says(top), "\n", " ")
}

func TestHistoryDialogLeadsBack(t *testing.T) {
	w := open(t, 1280, 800)
	_, c := somewhere(t, w)
	all := len(w.state.Claims)
	w.correct(c.ID, "Mark as no claim", func(k *geo.Correction) { k.Reject, k.Reason = true, "a joke" })
	if got := w.state.About()[2]; !strings.HasPrefix(got, "“") {
		t.Errorf("it does not say what was no claim: %v", w.state.About())
	}
	w.removeArticle(w.state.Articles[0])
	w.showHistory()
	text := dialogText(t, w)
	for _, want := range []string{"Remove article", "Mark as no claim", "a joke"} {
		if !strings.Contains(text, want) {
			t.Errorf("the history does not say %q: %s", want, text)
		}
	}
	var h *historyList
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if x, ok := o.(*historyList); ok {
			h = x
		}
	}
	if !h.revert.Disabled() {
		t.Error("one can go back to nothing in particular")
	}
	h.list.Select(len(h.entries) - 1)
	h.revert.OnTapped()
	if len(w.state.Claims) != all || w.menu.undo.Label != "Undo “Go back to: "+session.ExampleName+"”" {
		t.Errorf("%d claims, want %d; %s", len(w.state.Claims), all, w.menu.undo.Label)
	}
	w.menu.undo.Action()
	if w.state.Claim(c.ID) != nil || len(w.state.Claims) >= all {
		t.Error("going back is not undone")
	}
}

func TestFiltersAreKept(t *testing.T) {
	w := open(t, 1280, 800)
	all := w.state.CountShown()
	labels := func() (out []string) {
		for _, i := range w.menu.filters.ChildMenu.Items {
			out = append(out, i.Label)
		}
		return out
	}
	if !w.menu.filters.ChildMenu.Items[0].Disabled {
		t.Error("no filter can be kept while there is none")
	}
	w.lists.filter.SetText("pokrovsk")
	some := w.state.CountShown()
	w.session.SaveFilter("Pokrovsk", &w.state.Filter)
	w.clearFilter()
	if got := labels(); !slices.Contains(got, "Pokrovsk") || w.state.CountShown() != all {
		t.Fatalf("the menu offers %q, %d shown", got, w.state.CountShown())
	}
	w.menu.filters.ChildMenu.Items[0].Action()
	if w.state.CountShown() != some || w.lists.filter.Text != "pokrovsk" {
		t.Errorf("%d shown, want %d; the box says %q", w.state.CountShown(), some, w.lists.filter.Text)
	}
	w.deleteFilter(w.state.Filters[0])
	if slices.Contains(labels(), "Pokrovsk") || w.menu.undo.Label != "Undo “Delete filter “Pokrovsk””" {
		t.Errorf("the menu offers %q; %s", labels(), w.menu.undo.Label)
	}
	w.menu.undo.Action()
	if !slices.Contains(labels(), "Pokrovsk") {
		t.Error("undo does not bring it back")
	}
}

func TestPastedArticleAndAddresses(t *testing.T) {
	w := open(t, 1280, 800)
	n := len(w.state.Articles)
	w.paste(session.Pasted{Text: "A spokesman said that Siversk was quiet. This is invented.", Title: "Quiet", Publisher: "Example Post", Date: "2025-11-20"}, func() { t.Error("asked again") })
	w.wait(t)
	if len(w.state.Articles) != n+1 || w.menu.undo.Label != "Undo “Paste article”" {
		t.Fatalf("%d articles; %s; %s", len(w.state.Articles), w.menu.undo.Label, w.status.message)
	}
	again := false
	w.paste(session.Pasted{Text: "A spokesman said so.", Date: "some time"}, func() { again = true })
	w.wait(t)
	if !again || !w.status.failed {
		t.Errorf("a date that is none: asked again %v; %s", again, w.status.message)
	}
	fyne.CurrentApp().Clipboard().SetContent("https://example.invalid/a\nhttps://example.invalid/b\n")
	w.askPaste()
	if text := dialogText(t, w); !strings.Contains(text, "2 web addresses") {
		t.Errorf("the dialog says: %s", text)
	}
}

func TestArticleRenamedAndRemoved(t *testing.T) {
	w := open(t, 1280, 800)
	a := w.state.Articles[0]
	title := a.Title
	if err := w.session.Label(a.ID, "The first one"); err != nil {
		t.Fatal(err)
	}
	if got := w.lists.value.Article(0).Title; got != "The first one" {
		t.Errorf("the list says %q", got)
	}
	if w.state.Article(a.ID).Title != title {
		t.Error("the article's own title was changed")
	}
	w.menu.undo.Action()
	if got := w.lists.value.Article(0).Title; got != title {
		t.Errorf("after undo the list says %q", got)
	}
	n := len(w.state.Articles)
	w.removeArticle(a)
	if len(w.state.Articles) != n-1 {
		t.Fatal("it is still there")
	}
	w.menu.undo.Action()
	if len(w.state.Articles) != n {
		t.Error("undo does not bring it back")
	}
}

// What another program changed is taken over when the window is looked at again.
func TestRefreshWhenLookedAtAgain(t *testing.T) {
	w := open(t, 1280, 800)
	path := filepath.Join(t.TempDir(), "map.gpkg")
	if err := w.session.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	w.refresh()
	if strings.Contains(w.status.message, "Another program") {
		t.Error("nothing was changed, and something is said")
	}
	_, c := somewhere(t, w)
	db, err := gpkg.Open(path, gpkg.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := geo.Disputed
	if c.Status == want {
		want = geo.Unverified
	}
	if err := db.Exec("UPDATE claims SET status = ? WHERE claim_id = ?", want.String(), string(c.ID)); err != nil {
		t.Fatal(err)
	}
	db.Close()
	w.refresh()
	if w.state.Claim(c.ID).Status != want || !strings.Contains(w.status.message, "Another program") {
		t.Errorf("its status is %s; it says %q", w.state.Claim(c.ID).Status, w.status.message)
	}
	w.menu.undo.Action()
	if w.state.Claim(c.ID).Status == want {
		t.Error("what was taken over cannot be undone")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	w.refresh()
	if !w.status.failed || !strings.Contains(w.status.message, "map.gpkg") {
		t.Errorf("the file is gone, and it says %q", w.status.message)
	}
}

// A second window on the same file is told, and has something to work with.
func TestDocumentOpenInAnotherWindow(t *testing.T) {
	w := open(t, 1280, 800)
	path := filepath.Join(t.TempDir(), "map.gpkg")
	if err := w.session.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	second := New(Config{App: fyne.CurrentApp(), Engine: engine, DataDir: t.TempDir(), Open: path,
		Go: func(f func()) { f() }, Do: func(f func()) { f() }})
	t.Cleanup(second.closeDown)
	if second.session == nil || !second.status.failed || !strings.Contains(second.status.message, "another window") {
		t.Errorf("the second window says %q", second.status.message)
	}
	_, c := somewhere(t, w)
	w.correct(c.ID, "Mark as right", func(*geo.Correction) {})
	if !w.state.Claim(c.ID).Checked {
		t.Errorf("the first cannot go on: %s", w.status.message)
	}
}

// What is typed into the filter while it is at work stays typed, and is looked
// for in the end.
func TestFilterTypedQuickly(t *testing.T) {
	w := open(t, 1280, 800)
	var later []func()
	w.config.Go = func(f func()) { later = append(later, f) }
	for _, words := range []string{"p", "po", "pok", "pokr"} {
		w.lists.filter.SetText(words)
		if len(later) > 0 && words == "pok" {
			f := later[0]
			later = later[1:]
			f()
			if w.lists.filter.Text != "pok" {
				t.Fatalf("the box says %q", w.lists.filter.Text)
			}
		}
	}
	for len(later) > 0 {
		f := later[0]
		later = later[1:]
		f()
	}
	if w.state.Filter.Words != "pokr" || w.lists.filter.Text != "pokr" || w.typed != nil {
		t.Errorf("looked for %q, the box says %q", w.state.Filter.Words, w.lists.filter.Text)
	}
}

// Edits that were asked for are done before the window closes.
func TestEditsAreFinishedAtTheEnd(t *testing.T) {
	w := open(t, 1280, 800)
	_, c := somewhere(t, w)
	s, id := w.session, c.ID
	w.edits.busy = true // one is in progress that never ends
	w.correct(id, "Mark as no claim", func(k *geo.Correction) { k.Reject = true })
	if s.State().Claim(id) == nil {
		t.Fatal("it was not queued")
	}
	w.closeDown()
	if s.State().Claim(id) != nil {
		t.Error("what was asked for is lost")
	}
}

// A document that was open is found again under File ▸ Open recent, and a copy of it
// is no other document to go on in.
func TestRecentDocuments(t *testing.T) {
	w := open(t, 1280, 800)
	if !w.menu.recent.Disabled {
		t.Error("an unnamed document is among the recent ones")
	}
	first, second := filepath.Join(t.TempDir(), "first.gpkg"), filepath.Join(t.TempDir(), "second.gpkg")
	for _, path := range []string{first, second} {
		w.edit("", func(s *session.Session) error { return s.SaveAs(path) }, nil)
	}
	w.edit("", func(s *session.Session) error { return s.SaveCopy(filepath.Join(t.TempDir(), "copy.gpkg")) }, nil)
	if got := w.prefs.recent(); !slices.Equal(got, []string{second, first}) || w.menu.recent.Disabled {
		t.Fatalf("recent are %q", got)
	}
	for _, i := range w.menu.recent.ChildMenu.Items {
		if strings.HasPrefix(i.Label, "first.gpkg") {
			i.Action()
		}
	}
	if w.state.Document.Path != first || w.prefs.recent()[0] != first {
		t.Errorf("%s is open; recent are %q", w.state.Document.Path, w.prefs.recent())
	}
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	w.menu.recent.ChildMenu.Items[1].Action()
	if !w.status.failed || !strings.Contains(w.status.message, "second.gpkg") || w.state.Document.Path != first {
		t.Errorf("a file that is gone: %s", w.status.message)
	}
}
