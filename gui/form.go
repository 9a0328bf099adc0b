package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// What has the focus is given every key first, and Fyne's own widgets do nothing with
// Esc. Those of our dialogs leave them on it.

// dismiss takes away what lies over the window, such as a dialog.
func dismiss(c fyne.Canvas) {
	if top := c.Overlays().Top(); top != nil {
		c.Overlays().Remove(top)
	}
}

// leave does what Esc does in a widget: cancel, or else dismiss the widget's dialog.
func leave(o fyne.CanvasObject, cancel func()) {
	if cancel != nil {
		cancel()
	} else if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		dismiss(c)
	}
}

// field is an entry from which Esc leaves the form.
type field struct {
	widget.Entry
	OnCancel func() // nil: the dialog that it stands in goes
}

func newField() *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	return f
}

// newArea is a field of several lines.
func newArea() *field {
	f := newField()
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	return f
}

// TypedKey leaves on Esc.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		leave(f, f.OnCancel)
		return
	}
	f.Entry.TypedKey(ev)
}

// dropdown is a choice among a few, from which Esc leaves the dialog.
type dropdown struct{ widget.Select }

func newDropdown(options []string, changed func(string)) *dropdown {
	d := &dropdown{}
	d.Options, d.OnChanged = options, changed
	d.ExtendBaseWidget(d)
	return d
}

// TypedKey leaves on Esc.
func (d *dropdown) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		leave(d, nil)
		return
	}
	d.Select.TypedKey(ev)
}

// tick is something to be had or not, from which Esc leaves the dialog.
type tick struct{ widget.Check }

func newTick(label string, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.OnChanged = label, changed
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey leaves on Esc.
func (t *tick) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		leave(t, nil)
		return
	}
	t.Check.TypedKey(ev)
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
