package gui

import (
	"cmp"
	"fmt"

	"github.com/paulmach/orb"

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

// extentOf is what is shown of a place: a region whole, a settlement with its neighbours.
func extentOf(p geo.Place) orb.Bound {
	if p.Bound.Max != p.Bound.Min {
		return p.Bound
	}
	return p.Point.Bound()
}

// fitSelection shows the selected place, or all places of the selected claim or of the
// article that is read.
func (w *Window) fitSelection() {
	if w.state == nil {
		return
	}
	var ids []geo.PlaceID
	sel := w.state.Selected
	switch c := w.state.Claim(sel.Claim); {
	case c != nil:
		for _, m := range c.Places {
			ids = append(ids, m.Place)
		}
	case sel.Place != "":
		ids = append(ids, sel.Place)
	default:
		for _, c := range w.state.ClaimsOf(cmp.Or(sel.Article, w.reading)) {
			for _, m := range c.Places {
				ids = append(ids, m.Place)
			}
		}
	}
	var all orb.Bound
	found := false
	for _, id := range ids {
		p, ok := w.state.Place(id)
		if !ok {
			continue
		}
		if b := extentOf(p); found {
			all = all.Union(b)
		} else {
			all, found = b, true
		}
	}
	if !found {
		w.say("Nothing is selected that has a place: click a symbol, a claim or an article first.")
		return
	}
	w.chart.Fit(all)
}

// goTo shows a place.
func (w *Window) goTo(p geo.Place) {
	w.chart.Fit(extentOf(p))
	if len(w.state.ClaimsAt(p.ID)) > 0 {
		w.selectPlace(p.ID)
		return
	}
	w.say("%s. No claim that is shown is about it.", p.Name)
}
