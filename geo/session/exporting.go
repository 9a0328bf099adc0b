package session

import (
	"io"

	"contested/geo"
	"contested/geo/export"
)

// Export writes the shown claims of a state, with their articles, in a format.
func (e *Engine) Export(w io.Writer, s *State, f export.Format) error {
	shown := make(map[geo.ClaimID]bool, len(s.Shown))
	for _, c := range s.Shown {
		shown[c.ID] = true
	}
	return f.Write(w, &export.Document{
		Entries: func(yield func(export.Entry) bool) {
			for i := range s.Articles {
				a := &s.Articles[i]
				entry := export.Entry{Article: a, Reading: s.readings[a.ID]}
				for _, c := range s.byArticle[a.ID] {
					if shown[c.ID] {
						entry.Claims = append(entry.Claims, *c)
					}
				}
				if !yield(entry) {
					return
				}
			}
		},
		Place: func(id geo.PlaceID) (geo.Place, bool) {
			if p, ok := s.places[id]; ok {
				return p, true
			}
			return e.Place(id)
		},
	})
}

// SaveExport writes the shown claims to a file, whole or not at all.
func (s *Session) SaveExport(path string, f export.Format) error {
	return WriteFile(path, func(w io.Writer) error { return s.engine.Export(w, s.State(), f) })
}
