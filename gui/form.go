package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
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

// roll is a list to go through with the arrows, from which Esc leaves the dialog.
type roll struct{ widget.List }

func newRoll(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *roll {
	r := &roll{}
	r.Length, r.CreateItem, r.UpdateItem = length, create, update
	r.ExtendBaseWidget(r)
	return r
}

// TypedKey leaves on Esc.
func (r *roll) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		leave(r, nil)
		return
	}
	r.List.TypedKey(ev)
}

// button is a button from which Esc leaves the dialog.
type button struct {
	widget.Button
	OnCancel func() // nil: the dialog that it stands in goes
}

func newButton(label string, icon fyne.Resource, tapped func()) *button {
	b := &button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey leaves on Esc.
func (b *button) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		leave(b, b.OnCancel)
		return
	}
	b.Button.TypedKey(ev)
}

// asking is a dialog that is answered with yes or no. Fyne's own have buttons that
// do nothing with Esc.
type asking struct {
	*dialog.CustomDialog
	yes    *button
	answer func(yes bool)
}

func (w *Window) asking(title, yes, no string, content fyne.CanvasObject, answer func(yes bool)) *asking {
	a := &asking{CustomDialog: dialog.NewCustomWithoutButtons(title, content, w.win), answer: answer}
	cancel := newButton(no, theme.CancelIcon(), a.Hide)
	a.yes = newButton(yes, theme.ConfirmIcon(), a.Confirm)
	a.yes.Importance = widget.HighImportance
	cancel.OnCancel, a.yes.OnCancel = a.Hide, a.Hide
	a.SetButtons([]fyne.CanvasObject{cancel, a.yes})
	return a
}

// Confirm answers yes, if that can be said.
func (a *asking) Confirm() {
	if !a.yes.Disabled() {
		a.CustomDialog.Hide()
		a.answer(true)
	}
}

// Hide answers no.
func (a *asking) Hide() {
	a.CustomDialog.Hide()
	a.answer(false)
}

// askingForm is asking for some values. Yes can be said when all of them will do.
func (w *Window) askingForm(title, yes, no string, items []*widget.FormItem, answer func(yes bool)) *asking {
	form := widget.NewForm(items...)
	a := w.asking(title, yes, no, form, answer)
	form.SetOnValidationChanged(func(err error) {
		if err != nil {
			a.yes.Disable()
		} else {
			a.yes.Enable()
		}
	})
	if form.Validate() != nil {
		a.yes.Disable()
	}
	return a
}

// telling is a dialog that is only closed.
func (w *Window) telling(title string, content fyne.CanvasObject) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	end := newButton("Close", nil, d.Hide)
	end.OnCancel = d.Hide
	d.SetButtons([]fyne.CanvasObject{end})
	return d
}

// form asks for some values. Enter in first, which has the focus, says yes.
func (w *Window) form(title, yes string, items []*widget.FormItem, first *field, then func()) *asking {
	d := w.askingForm(title, yes, "Cancel", items, func(ok bool) {
		if ok {
			then()
		}
	})
	first.OnSubmitted = func(string) { d.Confirm() }
	first.OnCancel = d.Hide
	d.Resize(fyne.NewSize(min(560, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(first)
	return d
}
