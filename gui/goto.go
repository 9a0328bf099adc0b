package gui

import (
	"fmt"

	"contested/geo"
	"contested/geo/gazetteer"
)

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
