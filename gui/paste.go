package gui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"contested/geo/session"
)

// askPaste takes an article from the clipboard, or addresses of articles, one a
// line, which are then fetched.
func (w *Window) askPaste() {
	if w.win.Canvas().Overlays().Top() != nil {
		return // something else is asked
	}
	text := newArea()
	text.Wrapping = fyne.TextWrapWord
	text.SetPlaceHolder("The article, or web addresses, one a line")
	if c := w.config.App.Clipboard(); c != nil {
		text.SetText(c.Content())
	}
	title, publisher, date, link := newField(), newField(), newField(), newField()
	title.SetPlaceHolder("as it stands over the article")
	publisher.SetPlaceHolder("who printed it")
	date.SetPlaceHolder("2025-11-27")
	link.SetPlaceHolder("https://…")
	form := widget.NewForm(
		&widget.FormItem{Text: "Title", Widget: title},
		&widget.FormItem{Text: "Publisher", Widget: publisher},
		&widget.FormItem{Text: "Date", Widget: date},
		&widget.FormItem{Text: "Address", Widget: link},
	)
	note := widget.NewLabel("")
	note.Wrapping = fyne.TextWrapWord
	follow := func(string) {
		if n := len(session.Addresses(text.Text)); n > 0 {
			note.SetText("These are " + count(n, "web address", "web addresses") + ": the pages are fetched now, and nothing else.")
			form.Hide()
		} else {
			note.SetText("What the text says of itself need not be filled in.")
			form.Show()
		}
	}
	text.OnChanged = follow
	follow("")
	var d *asking
	d = w.asking("Paste an article", "Import", "Cancel", container.NewBorder(container.NewVBox(form, note), nil, nil, nil, text), func(ok bool) {
		if !ok {
			return
		}
		if list := session.Addresses(text.Text); list != nil {
			w.importNow(list)
			return
		}
		p := session.Pasted{Text: text.Text, Title: title.Text, Publisher: publisher.Text, Date: strings.TrimSpace(date.Text), URL: strings.TrimSpace(link.Text)}
		w.paste(p, d.Show)
	})
	for _, f := range []*field{title, publisher, date, link} {
		f.OnCancel = d.Hide
	}
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(640, size.Width-40), min(620, size.Height-40)))
	d.Show()
	w.win.Canvas().Focus(title)
	w.trace.Event("dialog", map[string]any{"name": "paste"})
}

// paste imports a pasted article; when that fails, again is called, so that
// nothing that was typed is lost.
func (w *Window) paste(p session.Pasted, again func()) {
	w.with(func(s *session.Session) {
		err := s.Paste(p, func(r session.ImportReport) {
			w.post(func() {
				if r.Err != nil && !w.closed {
					w.fail(r.Err)
					again()
					return
				}
				w.imported(r)
			})
		})
		if err != nil {
			w.fail(err)
			again()
		}
	})
}
