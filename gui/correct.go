package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/session"
)

// correctMenu offers to correct a claim in one step. What the user says is
// data: it is kept in the document, replayed on every reading, and undone as
// any other action.
func (w *Window) correctMenu(v claimValue, at fyne.Position) {
	c := w.state.Claim(v.ID)
	if c == nil {
		return
	}
	do := func(label, name string, change func(*geo.Correction)) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { w.correct(v.ID, name, change) })
	}
	choice := func(label string, items []*fyne.MenuItem) *fyne.MenuItem {
		i := fyne.NewMenuItem(label, nil)
		i.ChildMenu = fyne.NewMenu("", items...)
		return i
	}
	var parties, types []*fyne.MenuItem
	for _, p := range geo.Parties() {
		i := do(partyName(p), "Change party to "+partyName(p), func(k *geo.Correction) {
			s := c.Source
			s.Party = p
			k.Source = &s
		})
		i.Checked = c.Source.Party == p
		parties = append(parties, i)
	}
	for _, t := range geo.ClaimTypes() {
		name := typeWords(&geo.Claim{Type: t})
		i := do(name, "Change type to "+name, func(k *geo.Correction) { k.Type = &t })
		i.Checked = c.Type == t
		types = append(types, i)
	}
	status := func(label string, s geo.Status) *fyne.MenuItem {
		i := do(label, "Change status to "+s.String(), func(k *geo.Correction) { k.Status = &s })
		if s == geo.Confirmed {
			i.Action = func() { w.confirmStatus(v.ID) }
		}
		i.Checked = c.Status == s
		return i
	}
	polarity, label := geo.Negated, "The source denies this"
	if c.Polarity == geo.Negated {
		polarity, label = geo.Affirmed, "The source affirms this"
	}
	menu := fyne.NewMenu("",
		do("This is no claim", "Mark as no claim", func(k *geo.Correction) { k.Reject = true }),
		do("This is right", "Mark as right", func(k *geo.Correction) { k.Accept = true }),
		fyne.NewMenuItemSeparator(),
		choice("Said by", parties),
		choice("It says", types),
		do(label, "Change to "+polarity.String(), func(k *geo.Correction) { k.Polarity = &polarity }),
		choice("Status", []*fyne.MenuItem{
			status("Verification not mentioned", geo.NoStatus),
			status("Not independently verified", geo.Unverified),
			status("Disputed", geo.Disputed),
			status("Independently confirmed…", geo.Confirmed),
		}),
	)
	widget.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), at)
}

// confirmStatus asks why a claim is to count as confirmed: nothing gets that
// look on the map without a reason.
func (w *Window) confirmStatus(id geo.ClaimID) {
	reason := widget.NewEntry()
	reason.SetPlaceHolder("two independent reports, geolocated footage, …")
	d := dialog.NewForm("Independently confirmed?", "Confirm", "Cancel", []*widget.FormItem{{Text: "Because of", Widget: reason}}, func(ok bool) {
		if !ok {
			return
		}
		if reason.Text == "" {
			w.say("A claim is marked as confirmed only with a reason.")
			return
		}
		w.correct(id, "Change status to confirmed", func(k *geo.Correction) {
			s := geo.Confirmed
			k.Status, k.Reason = &s, reason.Text
		})
	}, w.win)
	reason.OnSubmitted = func(string) { d.Submit() }
	d.Resize(fyne.NewSize(min(520, w.win.Canvas().Size().Width-40), 0))
	d.Show()
	w.win.Canvas().Focus(reason)
}

// correct records one correction as one action.
func (w *Window) correct(id geo.ClaimID, name string, change func(*geo.Correction)) {
	c := w.state.Claim(id)
	if c == nil {
		return
	}
	k := geo.Correction{Article: c.Article, Content: c.Content}
	// A correction names the claim by the words as they were read, which an
	// earlier correction may have moved.
	if r := w.state.Reading(c.Article); r != nil {
		for _, read := range r.Claims {
			if read.ID == id {
				k.Content = read.Content
			}
		}
	}
	change(&k)
	w.with(func(s *session.Session) {
		if err := s.Correct(name, k); err != nil {
			w.fail(err)
			return
		}
		w.say("%s. Ctrl+Z takes it back.", name)
		w.trace.Event("corrected", map[string]any{"claim": id, "name": name})
	})
}
