package gui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo/project"
	"contested/geo/session"
)

// historyList shows what was done to the document, the newest first. It can be
// gone through with the arrows; the entry that is marked can be gone back to.
type historyList struct {
	widget.BaseWidget
	entries []project.Entry // newest first
	about   map[int64]string
	at      int

	list   *roll
	revert *button
	save   *button
	box    *fyne.Container

	OnRevert func(project.Entry)
	OnSave   func()
}

func newHistoryList(entries []project.Entry, about map[int64]string) *historyList {
	h := &historyList{entries: slices.Clone(entries), about: about, at: -1}
	slices.Reverse(h.entries)
	h.list = newRoll(func() int { return len(h.entries) }, func() fyne.CanvasObject { return newRow() }, func(i int, o fyne.CanvasObject) {
		o.(*row).set(historyRow(h.entries[i], h.about[h.entries[i].Seq]))
	})
	h.list.OnSelected = func(i int) {
		h.at = i
		if reachable(h.entries[i]) && i > 0 {
			h.revert.Enable()
		} else {
			h.revert.Disable()
		}
	}
	h.revert = newButton("Go back to here", theme.HistoryIcon(), func() {
		if h.at >= 0 && h.OnRevert != nil {
			h.OnRevert(h.entries[h.at])
		}
	})
	h.revert.Disable()
	h.save = newButton("Save as text…", theme.DocumentSaveIcon(), func() { call(h.OnSave) })
	h.box = container.NewBorder(nil, container.NewHBox(h.revert, h.save), nil, nil, h.list)
	h.ExtendBaseWidget(h)
	return h
}

// reachable reports whether the state after an entry may be gone back to.
func reachable(e project.Entry) bool {
	return e.Kind == project.Action || e.Kind == project.Outside
}

func historyRow(e project.Entry, about string) rowValue {
	v := rowValue{Title: e.Name, Below: [2]string{e.At.Local().Format("2 Jan 2006, 15:04:05"), e.Reason}, Strong: reachable(e) && !e.Undone}
	if about != "" {
		v.Title += ": " + about
	}
	switch {
	case e.Undone:
		v.Note = "undone"
	case e.Kind == project.Outside:
		v.Note = "by another program"
	}
	return v
}

func (h *historyList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.box) }

// showHistory shows what was done to the document, and leads back to any of it.
func (w *Window) showHistory() {
	var entries []project.Entry
	var about map[int64]string
	w.edit("", func(s *session.Session) (err error) {
		entries, err = s.History()
		about = s.State().About()
		return err
	}, w.done(func() {
		h := newHistoryList(entries, about)
		d := w.telling("History", h)
		h.OnRevert = func(e project.Entry) {
			d.Hide()
			w.edit("", func(s *session.Session) error { return s.Revert(e.Seq) }, w.done(func() {
				w.say("The document is as it was after: %s. Ctrl+Z takes that back.", e.Name)
				w.reviewUndone()
			}))
		}
		h.OnSave = func() {
			d.Hide()
			w.askTarget("Save the history", "history.txt", w.prefs.exportFolder(), func(path string) {
				if filepath.Ext(path) == "" {
					path += ".txt"
				}
				w.edit("", func(s *session.Session) error { return s.SaveHistory(path) }, w.done(func() { w.saved(path, "the history") }))
			})
		}
		size := w.win.Canvas().Size()
		d.Resize(fyne.NewSize(min(620, size.Width-40), min(560, size.Height-40)))
		d.Show()
		w.win.Canvas().Focus(h.list)
		w.trace.Event("dialog", map[string]any{"name": "history"})
	}))
}
