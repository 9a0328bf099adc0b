package gui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/paulmach/orb"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
)

// somewhere is a place with shown claims, and its newest claim.
func somewhere(t *testing.T, w *Window) (geo.PlaceID, *geo.Claim) {
	t.Helper()
	for _, c := range w.state.Shown() {
		for _, r := range c.Places {
			if p, ok := w.state.Place(r.Place); ok && p.Kind == geo.Settlement {
				return r.Place, w.state.ClaimsAt(r.Place)[0]
			}
		}
	}
	t.Skip("the reader found no claim about a settlement in the example")
	return "", nil
}

func TestOpensOnTheExample(t *testing.T) {
	w := open(t, 1280, 800)
	if n := len(w.state.Articles); n < 5 {
		t.Fatalf("%d articles", n)
	}
	if !strings.Contains(w.win.Title(), "example") {
		t.Errorf("the title is %q", w.win.Title())
	}
	text := says(w.win.Content())
	if !strings.Contains(text, "built-in example") {
		t.Error("the example is not labelled as such")
	}
	if got := len(w.lists.value.Articles); got != len(w.state.Articles) {
		t.Errorf("%d articles are listed of %d", got, len(w.state.Articles))
	}
	if got := w.lists.value.Claims; got != w.state.CountShown() {
		t.Errorf("%d claims are listed of %d", got, w.state.CountShown())
	}
	if w.chart.Frame() == nil {
		t.Error("no map is shown")
	}
}

// Marker, inspector, excerpt, article: the way of issue 2.
func TestFromMarkerToWords(t *testing.T) {
	w := open(t, 1280, 800)
	id, claim := somewhere(t, w)
	w.selectPlace(id)
	p, _ := w.state.Place(id)
	text := strings.ReplaceAll(says(w.inspector), "\n", " ")
	if !w.inspector.Visible() || !strings.Contains(text, p.Name) || (p.NameUK != "" && !strings.Contains(text, p.NameUK)) {
		t.Fatalf("the inspector says: %s", text)
	}
	if w.scene.Selected != id {
		t.Error("the map does not show what is selected")
	}
	card := w.inspector.cards[claim.ID]
	if card == nil {
		t.Fatal("the newest claim has no card")
	}
	if got := card.quote.Text(); got != claim.Excerpt.Of(w.state.Article(claim.Article).Text) {
		t.Errorf("the excerpt is not verbatim: %q", got)
	}
	card.quote.OnTapped(0)
	if !w.reader.Visible() || w.inspector.Visible() {
		t.Fatal("the article is not open")
	}
	if w.reader.value.ID != claim.Article || w.reader.value.Focus != claim.ID {
		t.Error("it is another article, or another claim")
	}
	y, h := w.reader.text.LineAt(claim.Content[0].Start)
	top := w.reader.scroll.scroll.Offset.Y
	if y+10 < top || y+h+10 > top+w.reader.scroll.Size().Height {
		t.Errorf("the sentence is at %v, in sight is %v…%v", y, top, top+w.reader.scroll.Size().Height)
	}
	w.reader.OnBack()
	if !w.inspector.Visible() || w.state.Selected.Place != id {
		t.Error("back does not lead back to the place")
	}
	w.clear()
	if w.state.Selected != (session.Selection{}) {
		t.Error("the selection is still there")
	}
}

// A claim without a place is listed, says that it is not drawn, and opens its article.
func TestUnplacedClaimsAreListed(t *testing.T) {
	w := open(t, 1280, 800)
	for i := range w.lists.value.Claims {
		c := w.lists.value.Claim(i)
		if c.Placed {
			continue
		}
		if r := claimRow(c); r.Note != "not drawn" {
			t.Errorf("its row is %+v", r)
		}
		w.lists.OnClaim(c.ID)
		if !w.reader.Visible() || w.reader.value.Focus != c.ID {
			t.Error("its article is not open")
		}
		return
	}
	t.Skip("every claim of the example has a place")
}

func TestNarrowAndWide(t *testing.T) {
	w := open(t, 900, 600)
	if !w.shell.narrow() || w.chart.Size().Width < mapLeast-1 {
		t.Fatalf("the map has %v", w.chart.Size())
	}
	if !w.lists.Visible() || w.switches[0].Hidden {
		t.Error("the lists or their switch are not in sight")
	}
	id, _ := somewhere(t, w)
	w.selectPlace(id)
	if !w.shell.shows(rightSide) || w.shell.shows(leftSide) {
		t.Error("the place did not take the lists' place")
	}
	w.win.Resize(fyne.NewSize(1280, 800))
	if !w.shell.shows(leftSide) || !w.shell.shows(rightSide) || !w.switches[0].Hidden {
		t.Error("wide again, not everything is in sight")
	}
}

func TestLegendAndMenuToggleAVoice(t *testing.T) {
	w := open(t, 1280, 800)
	all := w.state.CountShown()
	_, claim := somewhere(t, w)
	v := claim.Source.Voice()
	w.chart.OnVoice(v)
	if w.state.CountShown() >= all || w.status.value.Filters == "" {
		t.Errorf("%d of %d claims are shown; filters: %q", w.state.CountShown(), all, w.status.value.Filters)
	}
	if w.menu.voices[v].Checked {
		t.Error("the menu does not say so")
	}
	w.menu.voices[v].Action()
	if w.state.CountShown() != all {
		t.Errorf("%d of %d claims are shown again", w.state.CountShown(), all)
	}
}

func TestFilterBox(t *testing.T) {
	w := open(t, 1280, 800)
	all := w.state.CountShown()
	w.lists.filter.SetText("zzzz-not-a-word")
	if w.state.CountShown() != 0 || !w.lists.emptyC.Visible() || len(w.lists.value.Articles) != 0 {
		t.Errorf("%d claims, %d articles", w.state.CountShown(), len(w.lists.value.Articles))
	}
	w.status.OnClear()
	if w.state.CountShown() != all || w.lists.filter.Text != "" {
		t.Errorf("%d of %d claims; the box says %q", w.state.CountShown(), all, w.lists.filter.Text)
	}
}

// What cannot be read is said once each, and the rest comes in all the same.
func TestBadInput(t *testing.T) {
	good := write(t, "good.txt", "The mayor of Pokrovsk said on Thursday that the town was under fire. This is invented.")
	empty := write(t, "empty.txt", "")
	binary := write(t, "binary.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\xff\xfe\x00\x01\x02")
	w := open(t, 1280, 800, empty, binary, good, filepath.Join(t.TempDir(), "missing.txt"))
	if n := len(w.state.Articles); n != 1 {
		t.Fatalf("%d articles came in", n)
	}
	if w.status.more.text == "" || !strings.Contains(w.status.message, "1 new article") {
		t.Errorf("the status bar says %q", w.status.message)
	}
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no report is shown")
	}
	text := strings.ReplaceAll(says(top), "\n", " ")
	for _, name := range []string{"empty.txt", "binary.txt", "missing.txt"} {
		if strings.Count(text, name) == 0 {
			t.Errorf("%s is not in the report: %s", name, text)
		}
	}
}

func TestDropImports(t *testing.T) {
	w := open(t, 1280, 800)
	n := len(w.state.Articles)
	w.take([]string{write(t, "dropped.txt", "A spokesman said that Kramatorsk was quiet on Friday. This is invented.")})
	w.wait(t)
	if len(w.state.Articles) != n+1 {
		t.Errorf("%d articles, want %d", len(w.state.Articles), n+1)
	}
}

func TestThemes(t *testing.T) {
	w := open(t, 1280, 800)
	for a, style := range map[Appearance]render.StyleName{DarkAppearance: render.Dark, LightAppearance: render.Light} {
		w.setAppearance(a)
		if w.scene.Style != style {
			t.Errorf("%s: the map's style is %v", a, w.scene.Style)
		}
		if w.menu.appearances[a] == nil || !w.menu.appearances[a].Checked {
			t.Errorf("%s is not checked in the menu", a)
		}
	}
	w.setTextScale(2)
	if w.scene.TextScale != 2 {
		t.Error("the map's letters do not grow")
	}
}

// The preview of another sight changes the map's pixels and says so in the menu.
func TestColourBlindPreview(t *testing.T) {
	w := open(t, 1280, 800)
	before := w.chart.Frame().Compose()
	w.menu.sights[render.Deuteranopia].Action()
	if slices.Equal(before.Pix, w.chart.Frame().Compose().Pix) {
		t.Error("the map looks the same")
	}
	if !w.menu.sights[render.Deuteranopia].Checked || w.menu.sights[render.NormalSight].Checked {
		t.Error("the menu does not say so")
	}
	w.menu.sights[render.NormalSight].Action()
	if !slices.Equal(before.Pix, w.chart.Frame().Compose().Pix) {
		t.Error("the map does not look as before")
	}
}

// Size and panes are there again at the next start.
func TestRemembersItsSize(t *testing.T) {
	app := test.NewTempApp(t)
	dir := t.TempDir()
	w := openIn(t, app, dir, 1280, 800)
	w.win.Resize(fyne.NewSize(1150, 760))
	w.shell.leftGrip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(33, 0)})
	left := w.shell.leftWidth
	w.closeDown()
	if got := w.prefs.size(); got != fyne.NewSize(1150, 760) {
		t.Errorf("the size kept is %v", got)
	}
	if got, _ := w.prefs.panes(); got != left {
		t.Errorf("the width kept is %v, want %v", got, left)
	}
}

func TestCopyQuote(t *testing.T) {
	w := open(t, 1280, 800)
	_, claim := somewhere(t, w)
	w.selectClaim(claim.ID)
	w.copySomething()
	if !strings.Contains(w.status.message, "clipboard") {
		t.Errorf("the status bar says %q", w.status.message)
	}
}

// A correction is one step, changes what is shown, and can be undone.
func TestCorrectAndUndo(t *testing.T) {
	w := open(t, 1280, 800)
	id, claim := somewhere(t, w)
	w.selectPlace(id)
	n := w.state.CountShown()
	w.correct(claim.ID, "Mark as no claim", func(k *geo.Correction) { k.Reject = true })
	if w.state.CountShown() != n-1 || w.state.Claim(claim.ID) != nil {
		t.Fatalf("%d claims, want %d; the status bar says %q", w.state.CountShown(), n-1, w.status.message)
	}
	if w.menu.undo.Label != "Undo “Mark as no claim”" || w.menu.undo.Disabled {
		t.Errorf("the menu offers %q", w.menu.undo.Label)
	}
	w.menu.undo.Action()
	if w.state.CountShown() != n || w.state.Claim(claim.ID) == nil {
		t.Errorf("%d claims after undo, want %d", w.state.CountShown(), n)
	}
	w.correct(claim.ID, "Change status to disputed", func(k *geo.Correction) { s := geo.Disputed; k.Status = &s })
	if c := w.state.Claim(claim.ID); c == nil || c.Status != geo.Disputed {
		t.Error("the status was not changed")
	}
}

// The menu of corrections offers every party, type and status.
func TestCorrectMenu(t *testing.T) {
	w := open(t, 1280, 800)
	id, claim := somewhere(t, w)
	w.selectPlace(id)
	card := w.inspector.cards[claim.ID]
	card.correct.Tapped(nil)
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no menu")
	}
	if text := says(top); !strings.Contains(text, "This is no claim") || !strings.Contains(text, "Said by") {
		t.Errorf("the menu says: %s", text)
	}
}

// A place is found by its name in any script, and shown.
func TestGoToPlace(t *testing.T) {
	w := open(t, 1280, 800)
	g, err := engine.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	found := g.Lookup("Бахмут")
	if len(found) == 0 {
		t.Skip("the gazetteer does not know Bakhmut yet")
	}
	w.goTo(found[0].Place)
	v := w.chart.Viewport()
	if x, y := v.Pixel(found[0].Point); x < 0 || y < 0 || x > v.Width || y > v.Height {
		t.Errorf("%s is at %v, %v", found[0].Name, x, y)
	}
}

// Every shortcut is used once.
func TestShortcutsAreDistinct(t *testing.T) {
	w := open(t, 1280, 800)
	seen := map[string]string{}
	var look func(m *fyne.Menu)
	look = func(m *fyne.Menu) {
		for _, i := range m.Items {
			if i.ChildMenu != nil {
				look(i.ChildMenu)
			}
			if i.Shortcut == nil {
				continue
			}
			if other, ok := seen[i.Shortcut.ShortcutName()]; ok {
				t.Errorf("%s: both %q and %q", i.Shortcut.ShortcutName(), other, i.Label)
			}
			seen[i.Shortcut.ShortcutName()] = i.Label
		}
	}
	for _, m := range w.menu.main.Items {
		look(m)
	}
}

// What is selected is fitted into the view: a place, or all places of a claim.
func TestFitSelection(t *testing.T) {
	w := open(t, 1280, 800)
	w.fitSelection() // nothing yet
	if text := says(w.status); !strings.Contains(text, "Nothing is selected") {
		t.Errorf("the status bar says %q", text)
	}
	seen := func(id geo.PlaceID) bool {
		p, ok := w.state.Place(id)
		v := w.chart.Target()
		x, y := v.Pixel(p.Point)
		return ok && x > 0 && y > 0 && x < v.Width && y < v.Height
	}
	var two *geo.Claim
	for _, c := range w.state.Shown() {
		if len(c.Places) > 1 {
			two = c
		}
	}
	if two == nil {
		t.Fatal("no claim of the example is about two places")
	}
	w.selectClaim(two.ID)
	w.chart.Look(orb.Point{10, 50}, 6)
	w.fitSelection()
	for _, m := range two.Places {
		if _, known := w.state.Place(m.Place); known && !seen(m.Place) {
			t.Errorf("%s is out of sight", m.Place)
		}
	}
	id := w.state.Shown()[0].Places[0].Place
	w.selectPlace(id)
	w.chart.Look(orb.Point{10, 50}, 6)
	w.fitSelection()
	if !seen(id) {
		t.Errorf("%s is out of sight", id)
	}
}

// A document that cannot be opened leaves a window that works, and says why.
func TestUnreadableDocument(t *testing.T) {
	app := test.NewTempApp(t)
	path := write(t, "broken.gpkg", "this is no database")
	w := New(Config{App: app, Engine: engine, DataDir: t.TempDir(), Open: path,
		Go: func(f func()) { f() }, Do: func(f func()) { f() }})
	t.Cleanup(w.closeDown)
	if w.session == nil {
		t.Fatal("nothing is open")
	}
	if !w.status.failed || !strings.Contains(w.status.message, "broken.gpkg") {
		t.Errorf("the status bar says %q", w.status.message)
	}
}
