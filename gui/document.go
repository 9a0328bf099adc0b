package gui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"contested/geo/session"
)

// openDocument opens a document, or a picture that carries one, in the
// background and shows it; articles are then imported into it.
func (w *Window) openDocument(path string, articles []string) {
	w.sayOpening()
	w.startOpening(path, articles)
}

func (w *Window) sayOpening() { w.status.say("Opening…", false, "", nil) }

// startOpening is openDocument without a word.
func (w *Window) startOpening(path string, articles []string) {
	first := w.session == nil
	w.background(func(context.Context) func() {
		if first {
			w.showKept(path)
		}
		s, err := session.Open(session.Config{Engine: w.config.Engine, DataDir: w.config.DataDir,
			Document: path, Example: len(articles) == 0, Now: w.config.Now, Preview: w.preview()})
		if err != nil {
			return func() { w.openFailed(path, err) }
		}
		if _, err := w.config.Engine.Ground(); err != nil {
			s.Close()
			return func() { w.openFailed(path, err) }
		}
		w.opened.Store(s)
		return func() {
			w.opened.Store(nil)
			w.bind(s)
			if len(articles) > 0 {
				w.importNow(articles)
			}
		}
	})
}

// preview shows the built-in example while the document that will hold it is
// being made, so that the first start shows a map at once.
func (w *Window) preview() func(*session.State) {
	if w.session != nil {
		return nil
	}
	return func(st *session.State) {
		if _, err := w.config.Engine.Ground(); err != nil {
			return // openDocument will say so
		}
		w.post(func() {
			if w.session == nil {
				w.show(st)
				w.previewed = true
			}
		})
		// The document is made once the window is there: both take all processors.
		<-w.early.released
	}
}

func (w *Window) openFailed(path string, err error) {
	w.fail(err)
	if w.session == nil && path != "" {
		w.openDocument("", nil) // something to work with all the same
		w.fail(err)
	}
}

// bind shows another session and closes the one before.
func (w *Window) bind(s *session.Session) {
	if w.session != nil {
		w.finishEdits()
		w.leave()
		if err := w.session.Close(); err != nil {
			w.fail(err)
		}
	}
	if !w.previewed { // which was the same, without a document to keep it in
		w.stopReview()
		w.reading = ""
		w.review, w.reason, w.offer, w.pending = review{}, "", nil, nil
	}
	w.session, w.state = s, nil
	w.leave = s.Subscribe(func(st *session.State) { w.post(func() { w.show(st) }) })
	st := s.State()
	w.greet(st)
	if v := st.View; v.Width > 0 {
		w.chart.Look(v.Centre, v.Zoom)
	}
	w.show(st)
	w.previewed = false
	for _, f := range w.later {
		f(s)
	}
	w.later = nil
	w.nextOf(&w.edits)
	w.nextOf(&w.sifts)
	w.giveBack()
	w.trace.Event("opened", map[string]any{"document": st.Document.Path, "articles": len(st.Articles), "claims": len(st.Claims)})
}

// greet says what is to be known of a document that was opened.
func (w *Window) greet(st *session.State) {
	d := st.Document
	said := ""
	if d.Recovered {
		said = "Your work from last time is here again. "
	}
	earlier := st.ReadEarlier()
	_, left := w.config.Engine.AddedLists()
	lists := leftOutWords(left)
	switch n := len(st.Problems); {
	case n > 0:
		w.status.say(lists+count(n, "problem", "problems")+" in "+filepath.Base(d.Path), true, "show", func() { w.showProblems(st, left) })
	case d.Code != "":
		w.say("This is a picture opened again: it can be looked at, not changed. File ▸ Close leads back.")
	case d.ReadOnly:
		w.say("%s cannot be written: changes are not kept. Save it under another name.", d.Path)
	case lists != "":
		w.status.say(said+strings.TrimSpace(lists), true, "show", func() { w.showProblems(st, left) })
	case earlier > 0:
		w.status.say(said+count(earlier, "article was", "articles were")+" read by another version of the program, or with other word lists", false, "read again", w.reread)
	default:
		w.say("%s", strings.TrimSpace(said))
	}
}

// leftOutWords says which of the user's word lists are left out, in a few words.
func leftOutWords(left []session.LeftOutList) string {
	switch len(left) {
	case 0:
		return ""
	case 1:
		return "Your word list " + filepath.Base(left[0].Path) + " is left out. "
	}
	return count(len(left), "word list", "word lists") + " of yours are left out. "
}

// showProblems lists what is wrong with the user's word lists and with the document.
func (w *Window) showProblems(st *session.State, left []session.LeftOutList) {
	var b strings.Builder
	title := "Word lists left out"
	for _, l := range left {
		fmt.Fprintf(&b, "• %s.\n", l)
	}
	if len(left) > 0 {
		b.WriteString("\nArticles are read with all other word lists.\n")
	}
	if len(st.Problems) > 0 {
		title = "Problems in " + filepath.Base(st.Document.Path)
		if len(left) > 0 {
			b.WriteString("\n")
		}
	}
	for _, p := range st.Problems {
		fmt.Fprintf(&b, "• %s: %s\n", p.Where, p.Text)
	}
	w.showText(title, b.String())
}

// title is the window's title.
func (w *Window) title() string {
	d := w.state.Document
	name := "unnamed map"
	if d.Named {
		name = filepath.Base(d.Path)
	} else if d.Example {
		name = "example"
	}
	switch {
	case d.Code != "":
		name = filepath.Base(d.Path) + " (picture)"
	case d.ReadOnly:
		name += " (read-only)"
	}
	return name + " – Contested"
}
