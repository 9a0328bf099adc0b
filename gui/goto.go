package gui

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/gazetteer"
)

// matchesMost is how many places a search offers.
const matchesMost = 40

// askPlace looks a place up by name, in any script or spelling, and shows it.
func (w *Window) askPlace() {
	var matches []gazetteer.Match
	name := widget.NewEntry()
	name.SetPlaceHolder("Name of a place, then Enter")
	hint := widget.NewLabel("")
	var d *dialog.CustomDialog
	list := widget.NewList(func() int { return len(matches) }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(i int, o fyne.CanvasObject) {
		o.(*widget.Label).SetText(matchWords(matches[i]))
	})
	choose := func(i int) {
		if i < len(matches) {
			d.Hide()
			w.goTo(matches[i].Place)
		}
	}
	list.OnSelected = choose
	name.OnSubmitted = func(text string) {
		text = strings.TrimSpace(text)
		if text == "" {
			return
		}
		hint.SetText("Looking…")
		w.background(func(context.Context) func() {
			g, err := w.config.Engine.Gazetteer()
			var found []gazetteer.Match
			if err == nil {
				found = g.Lookup(text)
			}
			return func() {
				if err != nil {
					w.fail(err)
					return
				}
				if len(found) > matchesMost {
					found = found[:matchesMost]
				}
				matches = found
				hint.SetText(count(len(found), "place", "places"))
				if len(found) == 0 {
					hint.SetText("No place of that name is known. Try another spelling or script.")
				}
				list.UnselectAll()
				list.Refresh()
				if len(found) == 1 || len(found) > 0 && found[0].Score >= 1 && (len(found) == 1 || found[1].Score < 1) {
					choose(0)
				}
			}
		})
	}
	d = dialog.NewCustom("Go to a place", "Close", container.NewBorder(container.NewVBox(name, hint), nil, nil, nil, list), w.win)
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(480, size.Width-40), min(420, size.Height-60)))
	d.Show()
	w.win.Canvas().Focus(name)
}

// matchWords is a place with what tells it from its namesakes.
func matchWords(m gazetteer.Match) string {
	s := m.Name
	if m.NameUK != "" && m.NameUK != m.Name {
		s += " · " + m.NameUK
	}
	where := m.Admin1
	if where == "" {
		where = m.Country
	}
	if where != "" {
		s += " (" + where + ")"
	}
	if m.Population > 0 {
		s += fmt.Sprintf(", %s inhabitants", thousands(m.Population))
	}
	return s
}

// goTo shows a place: a region whole, a settlement with its neighbours.
func (w *Window) goTo(p geo.Place) {
	if p.Bound.Max != p.Bound.Min {
		w.chart.Fit(p.Bound)
	} else {
		w.chart.Fit(p.Point.Bound())
	}
	if len(w.state.ClaimsAt(p.ID)) > 0 {
		w.selectPlace(p.ID)
		return
	}
	w.say("%s. No claim that is shown is about it.", p.Name)
}
