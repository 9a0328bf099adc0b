package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/session"
	"contested/gui/prose"
)

// refreshFeeds asks feeds for new articles; without addresses, all of them.
func (w *Window) refreshFeeds(addresses ...string) {
	if w.state != nil && len(w.state.Feeds) == 0 {
		w.showFeeds()
		return
	}
	w.with(func(s *session.Session) {
		err := s.RefreshFeeds(addresses, func(r session.FeedReport) { w.post(func() { w.refreshed(r) }) })
		if err != nil {
			w.fail(err)
		}
	})
}

func (w *Window) refreshed(r session.FeedReport) {
	if w.closed {
		return
	}
	w.trace.Event("refreshed", map[string]any{"summary": r.Summary()})
	w.status.say(r.Summary(), r.Err != nil, "details", func() {
		var b strings.Builder
		if r.Err != nil {
			b.WriteString("It " + ended(r.Err) + ".\n\n")
		}
		for _, f := range r.Feeds {
			b.WriteString("• " + f.String() + "\n")
			for _, it := range f.Skipped {
				b.WriteString("    " + it.String() + "\n")
			}
		}
		w.showText("Feeds", b.String())
	})
}

// showFeeds lists the feeds of the document, to add, ask and remove.
func (w *Window) showFeeds() {
	if w.state == nil {
		return
	}
	rows := container.NewVBox()
	var fill func()
	do := func(f func(s *session.Session) error, then func()) {
		w.edit("", f, func(err error) {
			if err != nil {
				w.fail(err)
				w.showText("That did not work", err.Error())
				return
			}
			fill()
			call(then)
		})
	}
	fill = func() {
		rows.RemoveAll()
		if len(w.state.Feeds) == 0 {
			rows.Add(widget.NewLabel("There are none yet. A feed is asked only when you say so."))
		}
		for _, f := range w.state.Feeds {
			text := f.Name()
			marks := []prose.Mark{{Span: geo.Span{End: len(text)}, Style: prose.Style{Bold: true}}}
			if f.Title != "" {
				text += "\n" + f.Address
			}
			switch {
			case f.Error != "":
				text += "\n" + f.Checked.Local().Format("2 Jan 15:04") + ": " + f.Error
			case f.Checked.IsZero():
				text += "\nnot asked yet"
			default:
				text += "\nasked " + f.Checked.Local().Format("2 January 2006, 15:04")
			}
			about := prose.New(prose.Content{Text: text, Marks: marks})
			buttons := container.NewHBox(
				newButton("", theme.ViewRefreshIcon(), func() { w.refreshFeeds(f.Address) }),
				newButton("", theme.DeleteIcon(), func() { do(func(s *session.Session) error { return s.RemoveFeed(f.Address) }, nil) }))
			rows.Add(container.NewBorder(nil, nil, nil, buttons, container.New(&flow{}, about)))
		}
		rows.Refresh()
	}
	address := newField()
	address.SetPlaceHolder("https://… (RSS, Atom or JSON Feed)")
	add := func() {
		if a := strings.TrimSpace(address.Text); a != "" {
			do(func(s *session.Session) error { return s.AddFeed(a) }, func() { address.SetText("") })
		}
	}
	address.OnSubmitted = func(string) { add() }
	var d *dialog.CustomDialog
	all := newButton("Refresh all", theme.ViewRefreshIcon(), func() { d.Hide(); w.refreshFeeds() })
	top := container.NewBorder(nil, nil, nil, container.NewHBox(newButton("Add", nil, add), all), address)
	fill()
	d = w.telling("Feeds", container.NewBorder(top, nil, nil, nil, container.NewVScroll(rows)))
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(720, size.Width-40), min(460, size.Height-60)))
	d.Show()
	w.win.Canvas().Focus(address)
}
