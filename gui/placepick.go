package gui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"contested/geo"
	"contested/geo/gazetteer"
)

// placesMost is how many places a search offers.
const placesMost = 9

// placeOption is a place that can be chosen; without an ID: no place.
type placeOption struct {
	option
	place geo.Place
}

// placeSearch looks places up by name, in any script or spelling, as one types.
type placeSearch struct {
	widget.Entry
	list  *choice
	found []placeOption
	first []placeOption // what is offered before anything is typed

	lookUp  func(name string, found func([]gazetteer.Match))
	serial  int
	waiting bool // for the answer to what was typed last
	wanted  bool // Enter was pressed before it was there

	OnChoose func(placeOption)
	OnCancel func()
}

func newPlaceSearch(first []placeOption, lookUp func(string, func([]gazetteer.Match))) *placeSearch {
	s := &placeSearch{list: newChoice(), first: first, lookUp: lookUp}
	s.ExtendBaseWidget(s)
	s.SetPlaceHolder("Name of a place, in any script")
	s.OnChanged = s.search
	s.list.OnChoose = s.choose
	s.offer(first)
	return s
}

func (s *placeSearch) offer(list []placeOption) {
	s.found = list
	options := make([]option, len(list))
	for i, p := range list {
		options[i] = p.option
	}
	s.list.set(options)
}

func (s *placeSearch) choose(i int) {
	if i < len(s.found) && s.OnChoose != nil {
		s.OnChoose(s.found[i])
	}
}

func (s *placeSearch) search(name string) {
	s.serial++
	asked := s.serial
	s.wanted, s.waiting = false, false
	if strings.TrimSpace(name) == "" {
		s.offer(s.first)
		return
	}
	s.waiting = true
	s.lookUp(strings.TrimSpace(name), func(found []gazetteer.Match) {
		if asked != s.serial {
			return // more was typed since
		}
		s.waiting = false
		var list []placeOption
		for _, m := range found[:min(len(found), placesMost)] {
			list = append(list, placeOption{option{Label: m.Name, Detail: strings.TrimLeft(strings.TrimPrefix(matchWords(m), m.Name), " ·")}, m.Place})
		}
		s.offer(list)
		if s.wanted {
			s.choose(s.list.at)
		}
	})
}

// TypedKey moves in the list and chooses from it without leaving the entry.
func (s *placeSearch) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		s.list.move(1)
	case fyne.KeyUp:
		s.list.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.waiting {
			s.wanted = true
		} else {
			s.choose(s.list.at)
		}
	case fyne.KeyEscape:
		call(s.OnCancel)
	default:
		s.Entry.TypedKey(ev)
	}
}

// pickPlace asks for a place by name.
func (w *Window) pickPlace(title string, first []placeOption, then func(placeOption)) {
	s := newPlaceSearch(first, func(name string, found func([]gazetteer.Match)) {
		w.background(func(context.Context) func() {
			g, err := w.config.Engine.Gazetteer()
			var list []gazetteer.Match
			if err == nil {
				list = g.Lookup(name)
			}
			return func() {
				if err != nil {
					w.fail(err)
				}
				found(list)
			}
		})
	})
	size := w.win.Canvas().Size()
	tall := min(float32(max(len(first), placesMost))*s.list.rowHeight()+4, size.Height-s.MinSize().Height-130)
	room := newMinimum(fyne.NewSize(min(460*w.shell.wider(), size.Width-80), tall), container.NewVScroll(s.list))
	p := w.popUp(title, container.NewBorder(s, nil, nil, nil, room))
	s.OnCancel = p.Hide
	s.OnChoose = func(o placeOption) {
		p.Hide()
		then(o)
	}
	s.list.OnCancel = p.Hide
	w.win.Canvas().Focus(s)
}

// newMinimum gives an object room to grow into.
func newMinimum(size fyne.Size, o fyne.CanvasObject) *fyne.Container {
	return container.New(&atLeast{size}, o)
}

type atLeast struct{ size fyne.Size }

func (a *atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}
func (a *atLeast) MinSize([]fyne.CanvasObject) fyne.Size { return a.size }

// askPlace looks a place up and shows it on the map.
func (w *Window) askPlace() {
	w.pickPlace("Go to a place", nil, func(o placeOption) { w.goTo(o.place) })
}

// askClaimPlace asks where what a claim says is to be.
func (w *Window) askClaimPlace(c *geo.Claim) {
	if len(c.Places) < 2 {
		w.askPlaceInstead(c, 0)
		return
	}
	var options []option
	for _, r := range c.Places {
		options = append(options, option{Label: w.placeName(r.Place), Detail: strings.TrimSpace(precisionWords(r.Precision))})
	}
	options = append(options, option{Label: "Another place besides"})
	w.ask("Which place is wrong?", options, func(i int) { w.askPlaceInstead(c, i) })
}

func (w *Window) placeName(id geo.PlaceID) string {
	if p, ok := w.state.Place(id); ok && p.Name != "" {
		return p.Name
	}
	return string(id)
}

// askPlaceInstead asks for the place that is to stand instead of the claim's
// i-th, which may be one more than there are.
func (w *Window) askPlaceInstead(c *geo.Claim, i int) {
	title, first := "Where is it?", w.candidates(c, i)
	if i < len(c.Places) {
		title = "Where, if not at " + w.placeName(c.Places[i].Place) + "?"
	}
	w.pickPlace(title, first, func(o placeOption) {
		places := slices.Clone(c.Places)
		name := "Change place to " + o.Label
		switch {
		case o.place.ID == "" && i < len(places):
			places, name = slices.Delete(places, i, i+1), "Mark as naming no place"
		case o.place.ID == "":
			return
		case i < len(places):
			places[i].Place, places[i].Ambiguous = o.place.ID, false
		default:
			places = append(places, geo.PlaceRef{Place: o.place.ID})
			name = "Add the place " + o.Label
		}
		w.correct(c.ID, name, func(k *geo.Correction) { k.Places = &places })
	})
}

// candidates are the places that were weighed when the claim's i-th place was
// read, with their scores, and that it names none.
func (w *Window) candidates(c *geo.Claim, i int) []placeOption {
	var out []placeOption
	if i >= len(c.Places) {
		return nil
	}
	for _, m := range w.state.Mentions(c) {
		if m.Span != c.Places[i].Span {
			continue
		}
		for _, k := range m.Candidates {
			p, ok := w.config.Engine.Place(k.Place)
			if !ok || len(out) == placesMost-1 {
				continue
			}
			out = append(out, placeOption{option{Label: p.Name, Detail: fmt.Sprintf("%s · score %d", whereWords(p), k.Score), Now: k.Place == c.Places[i].Place}, p})
		}
	}
	return append(out, placeOption{option: option{Label: "No place is named", Detail: "listed, not drawn"}})
}

// whereWords tells a place from its namesakes.
func whereWords(p geo.Place) string {
	var parts []string
	if p.Admin1 != "" {
		parts = append(parts, p.Admin1)
	} else if p.Country != "" {
		parts = append(parts, p.Country)
	}
	if p.Kind != geo.Settlement {
		parts = append(parts, strings.ToLower(kindWords(p)))
	}
	if p.Population > 0 {
		parts = append(parts, thousands(p.Population)+" inhabitants")
	}
	return strings.Join(parts, ", ")
}
