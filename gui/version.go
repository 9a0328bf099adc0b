package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"contested/geo"
	"contested/geo/session"
	"contested/gui/prose"
)

// versionValue says which of several versions of an article is read.
type versionValue struct {
	At, Of       int // 1 is the oldest
	Older, Newer geo.ArticleID
	Offered      int                     // corrections of older versions that fit this one
	Changes      func() []changedStretch // against the version before; nil: there is none
}

// changedStretch is a stretch of the text with what was taken out left in.
type changedStretch struct {
	Text           string
	Removed, Added bool
}

// versionFrom is nil for an article that has one version.
func versionFrom(st *session.State, a *geo.Article) *versionValue {
	list, at := st.Versions(a.ID)
	if at < 0 {
		return nil
	}
	v := &versionValue{At: at + 1, Of: len(list), Offered: len(st.Offered(a.ID))}
	if at+1 < len(list) {
		v.Newer = list[at+1]
	}
	if at > 0 {
		v.Older = list[at-1]
		before := st.Article(v.Older)
		v.Changes = func() []changedStretch { return changesBetween(before.Title+"\n\n"+before.Text, a.Title+"\n\n"+a.Text) }
	}
	return v
}

func changesBetween(before, after string) []changedStretch {
	var out []changedStretch
	for _, c := range session.CompareTexts(before, after) {
		s := changedStretch{Removed: c.Kind == session.Removed, Added: c.Kind == session.Added}
		if s.Text = c.New.Of(after); s.Removed {
			s.Text = c.Old.Of(before)
		}
		out = append(out, s)
	}
	return out
}

// versionLine is "Version 2 of 3 — show changes", with the ways to the versions
// beside it.
func (r *reader) versionLine(v *versionValue) []fyne.CanvasObject {
	which := fmt.Sprintf("Version %d of %d", v.At, v.Of)
	var line []fyne.CanvasObject
	row := container.NewHBox()
	if v.Changes == nil {
		line = append(line, prose.New(prose.Content{Text: which}))
	} else {
		words := which + " — show changes"
		if r.changes {
			words = which + " — hide changes"
		}
		row.Add(newLink(words, func() {
			r.changes = !r.changes
			r.build()
			r.scroll.toTop()
		}))
	}
	goTo := func(words string, id geo.ArticleID) {
		if id != "" {
			row.Add(newLink(words, func() {
				if r.OnVersion != nil {
					r.OnVersion(id)
				}
			}))
		}
	}
	goTo("‹ older", v.Older)
	goTo("newer ›", v.Newer)
	line = append(line, row)
	if v.Offered > 0 {
		words := "Take over " + count(v.Offered, "correction", "corrections") + " of an older version"
		line = append(line, container.NewHBox(newLink(words, func() { call(r.OnTakeOver) })))
	}
	return line
}

// changedContent is the text with the changes since the version before: what was
// taken out struck through, what came in underlined.
func changedContent(list []changedStretch) prose.Content {
	c := prose.Content{Size: theme.TextSize() * 15 / 14, Leading: 1.28}
	out, in := theme.Color(theme.ColorNamePlaceHolder), theme.Color(theme.ColorNamePrimary)
	for _, s := range list {
		span := geo.Span{Start: len(c.Text), End: len(c.Text) + len(s.Text)}
		c.Text += s.Text
		switch {
		case s.Removed:
			c.Marks = append(c.Marks, prose.Mark{Span: span, Style: prose.Style{Ink: out, Strike: out}})
		case s.Added:
			c.Marks = append(c.Marks, prose.Mark{Span: span, Style: prose.Style{Bold: true, Line: in}})
		}
	}
	return c
}

// takeOver applies the corrections that are offered for the article that is read.
func (w *Window) takeOver() {
	n, id := 0, w.reading
	w.edit("", func(s *session.Session) (err error) {
		n, err = s.TakeOver(id)
		return err
	}, w.done(func() { w.say("Taken over: %s.", count(n, "correction", "corrections")) }))
}
