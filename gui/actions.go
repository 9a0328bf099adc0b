package gui

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"contested/geo"
	"contested/geo/render"
	"contested/geo/session"
	"contested/gui/prose"
)

// What the user does, as calls of the session.

// selectPlace opens the inspector on a place.
func (w *Window) selectPlace(id geo.PlaceID) {
	w.stopReview()
	w.reading = ""
	w.with(func(s *session.Session) {
		s.Select(session.Selection{Place: id})
		w.shell.show(rightSide, true)
		w.trace.Event("selected", map[string]any{"place": id})
	})
}

// revealPlace moves the map only when the place is out of sight.
func (w *Window) revealPlace(id geo.PlaceID) {
	if w.state == nil {
		return
	}
	if p, ok := w.state.Place(id); ok {
		w.chart.Reveal(p.Point)
	}
}

// selectClaim shows a claim picked from the list: at its place or, when it has
// none, in its article.
func (w *Window) selectClaim(id geo.ClaimID) {
	c := w.state.Claim(id)
	if c == nil {
		return
	}
	if _, placed := placeWords(w.state, c); !placed {
		w.openArticle(c.Article, id)
		return
	}
	w.stopReview()
	w.reading = ""
	w.with(func(s *session.Session) {
		s.Select(session.Selection{Claim: id})
		w.shell.show(rightSide, true)
		w.trace.Event("selected", map[string]any{"claim": id, "place": c.Places[0].Place})
	})
	w.revealPlace(c.Places[0].Place)
}

// openClaim looks at another claim of the article that is read.
func (w *Window) openClaim(id geo.ClaimID) {
	c := w.state.Claim(id)
	switch {
	case c == nil:
	case w.review.words:
		w.reader.text.Select(geo.Span{Start: c.Content[0].Start, End: c.Content[len(c.Content)-1].End})
	case w.review.on:
		w.turnTo(c)
	default:
		w.openArticle(c.Article, id)
	}
}

// openArticle opens the reader, scrolled to the claim when there is one.
func (w *Window) openArticle(id geo.ArticleID, claim geo.ClaimID) {
	w.stopReview()
	w.reading = id
	sel := session.Selection{Article: id, Claim: claim}
	if w.state != nil {
		if c := w.state.Claim(claim); c != nil {
			sel.Place = ""
			for _, r := range c.Places {
				if r.Place == w.state.Selected.Place {
					sel.Place = r.Place
				}
			}
		} else {
			sel.Place = w.state.Selected.Place
		}
	}
	w.with(func(s *session.Session) {
		s.Select(sel)
		w.shell.show(rightSide, true)
		w.showDetails()
		w.trace.Event("article", map[string]any{"article": id, "claim": claim})
	})
}

// openFirst opens the newest claim of a symbol in its article.
func (w *Window) openFirst(h render.Hit) {
	if w.state == nil || len(h.Places) == 0 {
		return
	}
	if list := w.state.ClaimsAt(h.Places[0]); len(list) > 0 {
		w.openArticle(list[0].Article, list[0].ID)
	}
}

// backToPlace closes the reader.
func (w *Window) backToPlace() {
	w.stopReview()
	w.reading = ""
	w.with(func(s *session.Session) {
		s.Select(session.Selection{Place: w.state.Selected.Place, Claim: ""})
		w.showDetails()
	})
}

// key answers the function keys, which Fyne's menus do not: it takes a key
// without Ctrl or Alt for no shortcut.
func (w *Window) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyF1:
		w.showKeys()
	case fyne.KeyF11:
		w.win.SetFullScreen(!w.win.FullScreen())
	}
}

// typedKey answers keys while nothing has the focus: they are the map's, but for
// what lies over it and what is being done in the article.
func (w *Window) typedKey(ev *fyne.KeyEvent) {
	if w.win.Canvas().Overlays().Top() != nil {
		if ev.Name == fyne.KeyEscape {
			dismiss(w.win.Canvas())
		}
		return
	}
	if w.wordsKey(ev, shiftHeld()) {
		return
	}
	w.chart.TypedKey(ev)
}

// typedRune answers characters while nothing has the focus.
func (w *Window) typedRune(r rune) {
	if w.win.Canvas().Overlays().Top() == nil && !w.reviewRune(r) {
		w.chart.TypedRune(r)
	}
}

// shiftHeld reports whether the Shift key is down.
func shiftHeld() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// refresh takes over what another program changed in the file while the window
// was not looked at.
func (w *Window) refresh() {
	if w.state == nil || w.state.Document.Code != "" || w.state.Document.ReadOnly || w.state.Busy != nil {
		return
	}
	changed := false
	w.edit("refresh", func(s *session.Session) (err error) {
		changed, err = s.Refresh()
		return err
	}, w.done(func() {
		if changed {
			w.status.say("Another program changed the document; that was taken over.", false, "history", w.showHistory)
		}
	}))
}

// clear takes back one thing at a time: the article, then the selection.
func (w *Window) clear() {
	if w.state == nil {
		return
	}
	if w.events.Visible() {
		w.showEvents(false)
		return
	}
	if w.review.on {
		w.reviewAct(actDone)
		return
	}
	if w.reading != "" && w.state.Selected.Place != "" {
		w.backToPlace()
		return
	}
	w.reading = ""
	w.with(func(s *session.Session) { s.Select(session.Selection{}) })
	w.trace.Event("cleared", nil)
}

func (w *Window) filterWords(words string) {
	w.typed = &words
	w.sift("words", func(s *session.Session) {
		f := s.State().Filter
		f.Words = words
		s.SetFilter(f)
	}, func(err error) {
		if w.typed == &words {
			w.typed = nil
		}
		w.done(nil)(err)
	})
}

func (w *Window) toggleVoice(v geo.Voice) {
	w.sift("", func(s *session.Session) { s.ToggleVoice(v) }, nil)
}

func (w *Window) clearFilter() {
	w.applyFilter(geo.Filter{})
	w.lists.setFilter("")
}

// selected remembers where text was selected last, so that Ctrl+C copies it.
func (w *Window) selected(t *prose.Text) {
	if w.selection != nil && w.selection != t {
		w.selection.Deselect()
	}
	w.selection = t
	w.reader.showSelection()
}

// wordsOfFocus makes the selected words those of the claim that is looked at.
func (w *Window) wordsOfFocus() {
	if c := w.state.Claim(w.reader.value.Focus); c != nil {
		w.chooseWords(c)
	}
}

// showWhy says why the claim that is looked at is there.
func (w *Window) showWhy() {
	if c := w.state.Claim(w.reader.value.Focus); c != nil {
		w.showText("Why this claim is here", reasonsFrom(w.state, c).text())
	}
}

// copySomething copies the selected words or, when there are none, the quote of
// the selected claim with its citation; with nothing selected, the picture of the map.
func (w *Window) copySomething() {
	if w.selection != nil && w.selection.SelectedText() != "" {
		w.toClipboard(w.selection.SelectedText())
		return
	}
	if w.state != nil && w.state.Selected == (session.Selection{}) {
		w.copyMap()
		return
	}
	w.copySelectedQuote()
}

func (w *Window) copySelectedQuote() {
	if w.state == nil {
		return
	}
	c := w.state.Claim(w.state.Selected.Claim)
	if c == nil {
		if list := w.state.ClaimsAt(w.state.Selected.Place); len(list) > 0 {
			c = list[0]
		}
	}
	if c == nil {
		w.say("Select a claim first; its quote is then copied with its citation.")
		return
	}
	w.copyQuote(claimFrom(w.state, c))
}

// copyQuote copies a claim's words with who said them, where and when.
func (w *Window) copyQuote(v claimValue) {
	link := ""
	if a := w.state.Article(v.Article); a != nil {
		link = a.URL
	}
	w.toClipboard(citation(v, link, w.config.Now()))
	w.say("The quote and its citation are on the clipboard.")
}

func (w *Window) toClipboard(s string) {
	if c := fyne.CurrentApp().Clipboard(); c != nil {
		c.SetContent(s)
	}
	w.trace.Event("copied", map[string]any{"text": s})
}

func (w *Window) openURL(address string) {
	u, err := url.Parse(address)
	if err != nil || !strings.HasPrefix(u.Scheme, "http") {
		w.say("%s is no web address.", address)
		return
	}
	if err := fyne.CurrentApp().OpenURL(u); err != nil {
		w.fail(err)
	}
}

// traceCards says where the first excerpts lie, for the test of the window.
func (w *Window) traceCards() {
	if w.trace == nil {
		return
	}
	var cards []map[string]any
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.inspector).SubtractXY(0, w.inspector.scroll.scroll.Offset.Y)
	for id, c := range w.inspector.cards {
		if at, ok := w.inspector.cardAt(id); ok {
			at = origin.Add(at).Add(c.quote.Position())
			cards = append(cards, map[string]any{"claim": id, "x": at.X + 20, "y": at.Y + 8})
		}
	}
	w.trace.Event("cards", map[string]any{"cards": cards})
}
