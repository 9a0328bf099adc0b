package gui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/session"
)

// articleMenu offers what can be done with an article.
func (w *Window) articleMenu(id geo.ArticleID, at fyne.Position) {
	a := w.state.Article(id)
	if a == nil {
		return
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem("Rename here…", func() { w.askLabel(a) }),
		fyne.NewMenuItem("Remove from the document", func() { w.removeArticle(a) }),
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), at)
}

// askLabel asks for the user's own name for an article.
func (w *Window) askLabel(a *geo.Article) {
	name := newField()
	name.SetText(w.state.Label(a.ID))
	name.SetPlaceHolder(titleWords(a))
	w.form("Rename the article here", "Rename", []*widget.FormItem{{Text: "Name", Widget: name, HintText: "Its title stays in citations and exports. Empty: show the title again."}}, name, func() {
		w.edit("", func(s *session.Session) error { return s.Label(a.ID, strings.TrimSpace(name.Text)) }, nil)
	})
}

// removeArticle takes an article out of the document.
func (w *Window) removeArticle(a *geo.Article) {
	title := titleWords(a)
	w.edit("", func(s *session.Session) error { return s.Remove(a.ID) }, w.done(func() {
		w.say("“%s” is removed with its claims. Ctrl+Z brings it back.", title)
		w.trace.Event("removed", map[string]any{"article": a.ID})
	}))
}

// reread has every article read again.
func (w *Window) reread() {
	w.with(func(s *session.Session) {
		err := s.Reread(func(before, after int, err error) {
			w.post(func() {
				switch {
				case w.closed:
				case err != nil:
					w.fail(err)
				default:
					w.rereadDone(before, after)
				}
			})
		})
		if err != nil {
			w.fail(err)
		}
	})
}

// rereadDone says what came of reading again, and which corrections find no
// claim any more: these are kept, and apply again if it comes back.
func (w *Window) rereadDone(before, after int) {
	said := fmt.Sprintf("The articles are read again: %s, before %s. ", count(after, "claim", "claims"), thousands(before))
	lost := w.state.Orphans
	if len(lost) == 0 {
		w.say("%sYour corrections are applied to them.", said)
		return
	}
	w.status.say(said+count(len(lost), "correction finds", "corrections find")+" no claim any more", false, "show", func() {
		var b strings.Builder
		b.WriteString("These corrections are kept. They apply again should the claim be read again.\n\n")
		for i, k := range lost {
			if i == reportMost {
				fmt.Fprintf(&b, "… and %s more\n", thousands(len(lost)-i))
				break
			}
			words := ""
			if a := w.state.Article(k.Article); a != nil && k.Content[0].In(a.Text) == nil {
				words = k.Content[0].Of(a.Text)
			}
			fmt.Fprintf(&b, "• “%s”: %s\n", words, correctionText([]geo.Correction{k}))
		}
		w.showText("Corrections without a claim", b.String())
	})
}
