package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// field is an entry of one line from which Esc leaves the form.
type field struct {
	widget.Entry
	OnCancel func()
}

func newField() *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey leaves on Esc.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		call(f.OnCancel)
		return
	}
	f.Entry.TypedKey(ev)
}

// form asks for some values. Enter in first, which has the focus, submits.
func (w *Window) form(title, yes string, items []*widget.FormItem, first *field, then func()) {
	d := dialog.NewForm(title, yes, "Cancel", items, func(ok bool) {
		if ok {
			then()
		}
	}, w.win)
	first.OnSubmitted = func(string) { d.Submit() }
	first.OnCancel = d.Hide
	d.Resize(fyne.NewSize(min(560, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(first)
}
