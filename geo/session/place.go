package session

import (
	"errors"
	"fmt"

	"contested/geo"
	"contested/geo/project"
)

// PutPlace moves or renames a place for this document alone, as one action with a
// name such as "Move Myrnohrad" and the reason, which may be empty.
func (s *Session) PutPlace(place geo.Place, reason string) error {
	was, ok := s.State().Place(place.ID)
	if !ok {
		return errors.New("this place is not known, so it cannot be moved or renamed")
	}
	if place.Name == "" {
		return fmt.Errorf("a place needs a name; %s keeps its own", was.Name)
	}
	moved, renamed := place.Point != was.Point, place.Name != was.Name
	name := "Move " + was.Name
	switch {
	case moved && renamed:
		name += " and rename it to " + place.Name
	case renamed:
		name = "Rename " + was.Name + " to " + place.Name
	case !moved:
		return nil
	}
	if moved {
		place.Approx = false
	}
	return s.act(func(p *project.Project) error { return p.PutPlace(name, place, reason) })
}

// ForgetPlace gives a place back its name and point, as an action.
func (s *Session) ForgetPlace(id geo.PlaceID) error {
	p, _ := s.State().Place(id)
	return s.act(func(doc *project.Project) error {
		return doc.ForgetPlace("Put "+p.Name+" back to where the gazetteer has it", id)
	})
}

// OwnPlace reports whether the user moved or renamed the place in this document.
func (s *State) OwnPlace(id geo.PlaceID) bool {
	if s.contents == nil {
		return false
	}
	_, ok := s.contents.Places[id]
	return ok
}
