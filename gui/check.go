package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"contested/geo/session"
	"contested/gui/prose"
)

// showCheck lists what a careful desk would look at before a picture leaves.
// Each finding leads to its claim, its place or the field of the dialog that mends
// it, and can be let pass with a reason, which is kept. changed is called when one
// was; leave, before the map is shown.
func (w *Window) showCheck(p session.Picture, changed, leave func(), mend func(rule string) func()) {
	body := column(12, 6, 6)
	var d *dialog.CustomDialog
	var scroll *scroller
	var fill func([]session.Finding)
	again := func() {
		w.check(p, fill)
		changed()
	}
	fill = func(found []session.Finding) {
		body.Objects = nil
		for _, f := range found {
			var field func()
			if do := mend(f.Rule); do != nil {
				field = func() { d.Hide(); do() }
			}
			body.Add(w.findingRow(f, func() { d.Hide(); leave() }, field, again))
		}
		if len(body.Objects) == 0 {
			body.Add(prose.New(prose.Content{Text: "Nothing was found that would have to be looked at."}))
		}
		scroll.fit()
	}
	scroll = newScroller(body)
	d = w.telling("Before it leaves", scroll)
	body.Add(prose.New(prose.Content{Text: "Looking it over…"}))
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(620, size.Width-40), min(460, size.Height-60)))
	d.Show()
	w.check(p, fill)
}

func (w *Window) findingRow(f session.Finding, leave, mend, changed func()) fyne.CanvasObject {
	text := prose.New(prose.Content{Text: f.Text})
	var links []fyne.CanvasObject
	switch {
	case f.Claim != "":
		links = append(links, newLink("Show the claim", func() {
			leave()
			w.selectClaim(f.Claim)
		}))
	case f.Place != "":
		links = append(links, newLink("Show the place", func() {
			leave()
			w.selectPlace(f.Place)
			w.revealPlace(f.Place)
		}))
	case mend != nil:
		links = append(links, newLink("Change it", mend))
	}
	if f.Waived != "" {
		text.Set(prose.Content{Text: f.Text + "\nLet pass: " + f.Waived, Colour: theme.ColorNamePlaceHolder})
		links = append(links, newLink("Take back", func() {
			w.edit("", func(s *session.Session) error { return s.Unwaive(f) }, w.done(changed))
		}))
	} else {
		links = append(links, newLink("Let it pass…", func() { w.askWaiver(f, changed) }))
	}
	return column(2, 0, 0, text, container.NewHBox(links...))
}

// askWaiver asks for the reason for which a finding may pass.
func (w *Window) askWaiver(f session.Finding, done func()) {
	reason := newField()
	d := w.askingForm("Let it pass?", "Let pass", "Cancel", []*widget.FormItem{{Text: "Because", Widget: reason}}, func(ok bool) {
		if !ok {
			return
		}
		w.edit("", func(s *session.Session) error { return s.Waive(f, reason.Text) }, w.done(done))
	})
	reason.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(min(520, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(reason)
}
