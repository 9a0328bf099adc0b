package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"contested/geo"
)

// press types characters where nothing has the focus.
func press(w *Window, runes string) {
	for _, r := range runes {
		w.win.Canvas().OnTypedRune()(r)
	}
}

func pressKey(w *Window, k fyne.KeyName) { w.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: k}) }

// The whole queue by keys alone, up to the calm end, and back by undo.
func TestReviewByKeys(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 900, Height: 600}} {
		w := open(t, size.Width, size.Height)
		n := w.state.Review.ToCheck
		if n < 3 {
			t.Fatalf("only %d claims to check in the example", n)
		}
		if !strings.Contains(says(w.status), "To check: "+thousands(n)) {
			t.Errorf("the status bar says: %s", says(w.status))
		}
		if w.menu.check.Label != "To check: "+thousands(n) || w.lists.toReview.Text != w.menu.check.Label {
			t.Errorf("the menu says %q, the panel %q", w.menu.check.Label, w.lists.toReview.Text)
		}
		w.menu.check.Action()
		if !w.reviewBar.Visible() || !w.reader.Visible() || w.review.at != w.state.Review.Queue[0].ID || w.reader.value.Focus != w.review.at {
			t.Fatal("the first of the queue is not shown in its article")
		}
		first := w.review.at
		press(w, "a")
		if w.state.Review.ToCheck != n-1 || !w.state.Claim(first).Checked || w.review.at == first {
			t.Errorf("after A: %d to check, at the same: %v", w.state.Review.ToCheck, w.review.at == first)
		}
		second := w.review.at
		press(w, "к") // R on a Ukrainian keyboard
		if w.state.Claim(second) != nil || w.menu.undo.Label != "Undo “Mark as no claim”" {
			t.Errorf("after R the claim is there: %v; %s", w.state.Claim(second) != nil, w.menu.undo.Label)
		}
		w.menu.undo.Action()
		if w.review.at != second || w.state.Claim(second) == nil {
			t.Error("undo does not lead back to the claim")
		}
		press(w, "p")
		if w.review.at != first || !strings.Contains(says(w.reviewBar), "has been checked") {
			t.Errorf("P does not lead back to the first: %s", says(w.reviewBar))
		}
		press(w, "n")
		for range n {
			if w.state.Review.ToCheck == 0 {
				break
			}
			press(w, "A")
		}
		if text := says(w.reviewBar); w.state.Review.ToCheck != 0 || !strings.Contains(text, "Nothing left to check") {
			t.Errorf("%d left; the bar says: %s", w.state.Review.ToCheck, text)
		}
		if w.menu.check.Label != "Nothing to check" || w.status.check.Visible() {
			t.Errorf("the menu says %q, the status bar %s", w.menu.check.Label, says(w.status))
		}
		w.reviewAct(actAll)
		if c := w.state.Claim(w.review.at); c == nil || c.Checked {
			t.Error("the others are not gone through")
		}
		pressKey(w, fyne.KeyEscape)
		if w.review.on || w.reviewBar.Visible() {
			t.Error("Esc does not leave")
		}
		at := w.state.Review
		press(w, "ar")
		if w.state.Review.Checked != at.Checked {
			t.Error("the keys do something while nothing is checked")
		}
		w.closeDown()
	}
}

// A choice by key: the popup has the focus, a digit chooses, the next claim is
// shown, and what is identical is offered and corrected by one key.
func TestReviewChoicesAndIdenticalCases(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"one.txt":   "General Testov said that Myrnohrad had been captured. This is invented.\n",
		"two.txt":   "General Testov said that Myrnohrad had been captured. Nothing else was known, and this is invented too.\n",
		"three.txt": "General Testov said that Pokrovsk had been shelled, without any proof. This is invented.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w := open(t, 1280, 800, dir)
	w.win.Canvas().Overlays().Remove(w.win.Canvas().Overlays().Top())
	w.startReview()
	w.reviewAct(actAll) // whatever the reader thinks of them
	c := w.state.Claim(w.review.at)
	if c == nil || c.Source.Party == geo.Russia {
		t.Fatalf("the speaker should not be taken for Russia's yet: %+v", c)
	}
	press(w, "s")
	popup, ok := w.win.Canvas().Focused().(*choice)
	if !ok {
		t.Fatal("no choice has the focus")
	}
	press(w, "a") // not while something is asked
	if w.state.Claim(c.ID).Checked {
		t.Error("a key went through the popup")
	}
	popup.TypedRune('2')
	if got := w.state.Claim(c.ID).Source.Party; got != geo.Russia {
		t.Fatalf("the party is %s", got)
	}
	if w.offer == nil || len(w.offer.corrections) != 2 || !strings.Contains(strings.ReplaceAll(says(w.reviewBar), "\n", " "), "2 more claims") {
		t.Fatalf("the identical cases are not offered: %s", says(w.reviewBar))
	}
	press(w, "i")
	for _, x := range w.state.Claims {
		if x.Source.Party != geo.Russia {
			t.Errorf("%s is still said by %s", x.ID, x.Source.Party)
		}
	}
	if w.menu.undo.Label != "Undo “Change party to Russia in 2 more claims”" {
		t.Errorf("undo is named %q", w.menu.undo.Label)
	}
	w.menu.undo.Action()
	n := 0
	for _, x := range w.state.Claims {
		if x.Source.Party == geo.Russia {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d claims by Russia after one undo, want 1", n)
	}
}

// A place by its name, typed into the search.
func TestReviewPlace(t *testing.T) {
	w := open(t, 1280, 800)
	var c *geo.Claim
	for _, x := range w.state.Shown() {
		if len(x.Places) == 1 {
			c = x
			break
		}
	}
	w.askClaimPlace(c)
	s, ok := w.win.Canvas().Focused().(*placeSearch)
	if !ok {
		t.Fatal("no search has the focus")
	}
	if len(s.found) < 2 || s.found[len(s.found)-1].place.ID != "" {
		t.Errorf("the candidates are %+v", s.found)
	}
	test.Type(s, "Сіверськ")
	if len(s.found) == 0 || s.found[0].Label != "Siversk" {
		t.Fatalf("found %+v", s.found)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := w.state.Claim(c.ID).Places; len(got) != 1 || w.placeName(got[0].Place) != "Siversk" || got[0].Ambiguous {
		t.Errorf("its places are %+v", got)
	}
	if w.menu.undo.Label != "Undo “Change place to Siversk”" {
		t.Errorf("undo is named %q", w.menu.undo.Label)
	}
}

// The words of a claim: chosen with the arrows, and by selecting in the text.
func TestReviewWords(t *testing.T) {
	w := open(t, 1280, 800)
	w.startReview()
	c := w.state.Claim(w.review.at)
	was := c.Content[len(c.Content)-1].End
	press(w, "e")
	if !w.review.words || w.reader.text.Selection().End != was {
		t.Fatalf("the claim's words are not selected: %+v", w.reader.text.Selection())
	}
	press(w, "a") // does nothing now
	pressKey(w, fyne.KeyLeft)
	shorter := w.reader.text.Selection()
	if shorter.End >= was || shorter.Empty() {
		t.Fatalf("← does not move the end: %+v", shorter)
	}
	pressKey(w, fyne.KeyReturn)
	got := w.state.Claim(c.ID)
	if len(got.Content) != 1 || got.Content[0].End > shorter.End || !got.Checked || w.review.at == c.ID {
		t.Errorf("its words are %+v", got.Content)
	}
	press(w, "p")
	text := w.state.Article(c.Article).Text
	whole := geo.Span{Start: got.Excerpt.Start, End: got.Excerpt.End}
	w.reader.text.Select(whole)
	if !w.reader.chosen.Visible() {
		t.Error("nothing is offered for the selected words")
	}
	press(w, "e")
	if now := w.state.Claim(c.ID).Content[0]; now != wholeWords(text, whole) {
		t.Errorf("its words are %q", now.Of(text))
	}
	press(w, "e")
	pressKey(w, fyne.KeyEscape)
	if w.review.words || !w.review.on {
		t.Error("Esc does not only leave the words")
	}
}

func TestWholeWords(t *testing.T) {
	text := "the town’s east, and more"
	for words, want := range map[string]string{"own’s ea": "town’s east", " east": "east", ", ": ",", " ": "", "more": "more", "e": "the"} {
		i := strings.Index(text, words)
		s := wholeWords(text, geo.Span{Start: i, End: i + len(words)})
		if got := text[s.Start:s.End]; got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

// A selection outlives what else happens to the document meanwhile.
func TestSelectionStays(t *testing.T) {
	w := open(t, 1280, 800)
	a := w.state.Articles[0]
	w.openArticle(a.ID, "")
	s := geo.Span{Start: 0, End: strings.IndexByte(a.Text, ' ')}
	w.reader.text.Select(s)
	w.correct(w.state.ClaimsOf(w.state.Articles[1].ID)[0].ID, "Mark as right", func(*geo.Correction) {})
	if got := w.reader.text.Selection(); got != s || !w.reader.chosen.Visible() {
		t.Errorf("selected is %+v, want %+v", got, s)
	}
	w.openArticle(w.state.Articles[1].ID, "")
	if !w.reader.text.Selection().Empty() || w.reader.chosen.Visible() {
		t.Error("something is selected in another article")
	}
}

func TestWordEdge(t *testing.T) {
	text := "Вони узяли «Піски», кажуть."
	var ends []string
	for at := 0; at < len(text); {
		at = wordEdge(text, at, 1)
		ends = append(ends, text[:at])
	}
	if len(ends) < 4 || ends[0] != "Вони" || ends[2] != "Вони узяли «Піски" {
		t.Errorf("%q", ends)
	}
	if at := wordEdge(text, len(text), -1); text[at:] != "кажуть." {
		t.Errorf("%q", text[at:])
	}
	if wordEdge("", 0, 1) != 0 || wordEdge("", 0, -1) != 0 {
		t.Error("an empty text has edges")
	}
}

// A claim added by hand of selected words stands in its sentence, and is undone.
func TestAddClaim(t *testing.T) {
	w := open(t, 1280, 800, write(t, "one.txt", "The mayor of Siversk opened the school. It was a warm day in spring. Nobody was hurt. This is invented.\n"))
	a := w.state.Articles[0]
	w.askAddClaim()
	if !strings.Contains(w.status.message, "article") {
		t.Errorf("without an article it says %q", w.status.message)
	}
	w.openArticle(a.ID, "")
	i := strings.Index(a.Text, "a warm day")
	w.reader.text.Select(geo.Span{Start: i, End: i + len("a warm day")})
	w.askAddClaim()
	if w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("nothing is asked")
	}
	n := len(w.state.Claims)
	w.addClaim(a, geo.Claim{Article: a.ID, Content: []geo.Span{{Start: i, End: i + len("a warm day")}}, Type: geo.Other,
		Source: sourceNamed("The mayor", geo.Ukraine), Places: []geo.PlaceRef{{Place: "gn:692087"}}}, "heard it")
	if len(w.state.Claims) != n+1 {
		t.Fatalf("%d claims; %s", len(w.state.Claims), w.status.message)
	}
	c := w.state.Claim(w.state.Selected.Claim)
	if c == nil || !c.Manual || c.Excerpt.Of(a.Text) != "It was a warm day in spring." || len(c.Speaker) != 0 {
		t.Errorf("%+v", c)
	}
	if text := reasonsFrom(w.state, c).text(); !strings.Contains(text, "Added by hand") || !strings.Contains(text, "heard it") {
		t.Errorf("why: %s", text)
	}
	w.menu.undo.Action()
	if len(w.state.Claims) != n {
		t.Error("undo leaves it there")
	}
}

// The reason that is given beforehand goes with the next correction, and into
// the history.
func TestReasonGoesWithTheCorrection(t *testing.T) {
	w := open(t, 1280, 800)
	w.startReview()
	w.reason = "heard on the radio"
	c := w.state.Claim(w.review.at)
	press(w, "d")
	if w.reason != "" || w.menu.undo.Label != "Undo “Mark as denied”" && w.menu.undo.Label != "Undo “Mark as not denied”" {
		t.Errorf("undo is named %q", w.menu.undo.Label)
	}
	if k := w.state.CorrectionsOf(c.ID); len(k) != 1 || k[0].Reason != "heard on the radio" {
		t.Errorf("%+v", k)
	}
	h, err := w.session.History()
	if err != nil || h[len(h)-1].Reason != "heard on the radio" {
		t.Errorf("the history's last entry is %+v, %v", h[len(h)-1], err)
	}
}

func TestWhy(t *testing.T) {
	w := open(t, 1280, 800)
	_, claim := somewhere(t, w)
	text := reasonsFrom(w.state, claim).text()
	for _, want := range []string{"confidence of", "It is made of:", "was weighed as", "• "} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said:\n%s", want, text)
		}
	}
}

// The queue can be held to what the filter shows; how much there is to check stays
// said of all.
func TestReviewOfWhatIsShown(t *testing.T) {
	w := open(t, 1280, 800)
	whole := w.state.Review.ToCheck
	w.session.SetFilter(geo.Filter{Hidden: map[geo.Voice]bool{geo.RussianVoice: true}})
	shown := w.state.ShownToCheck()
	if shown == 0 || shown >= whole {
		t.Fatalf("%d of %d claims to check are shown", shown, whole)
	}
	w.startReview()
	press(w, "f")
	if said := says(w.reviewBar); !strings.Contains(said, "To check: "+thousands(whole)) || !strings.Contains(said, "Only what the filter shows: "+thousands(shown)) {
		t.Errorf("the bar says: %s", said)
	}
	for n := range shown {
		if w.review.at == "" || w.state.ShownIndex(w.review.at) < 0 {
			t.Fatalf("claim %d of the queue is not shown", n)
		}
		press(w, "a")
	}
	if w.review.at != "" || !strings.Contains(says(w.reviewBar), "none is left to check") {
		t.Errorf("after %d claims the bar says: %s", shown, says(w.reviewBar))
	}
	if got := w.state.Review.ToCheck; got != whole-shown {
		t.Errorf("%d to check, want %d", got, whole-shown)
	}
	press(w, "f")
	if w.review.at == "" || w.state.ShownIndex(w.review.at) >= 0 {
		t.Error("beyond the filter nothing is found")
	}
}
