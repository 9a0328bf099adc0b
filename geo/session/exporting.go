package session

import (
	"bytes"
	"context"
	"io"

	"contested/geo"
	"contested/geo/export"
	"contested/geo/project"
)

// exportPicture is the size in pixels of the map on an exported page.
var exportPicture = Picture{Width: 1600, Height: 1000, Density: 1.25, Bare: true, Appearance: Appearance{Legend: true}}

// pagePicture is the map at the head of an exported page, and its description.
func (e *Engine) pagePicture(ctx context.Context, s *State) (picture []byte, alt string, err error) {
	if s.CountShown() == s.Unplaced() {
		return nil, "", nil // there is nothing on it
	}
	var b bytes.Buffer
	done, err := e.writePicture(ctx, &b, s, exportPicture, PNG, nil)
	return b.Bytes(), done.alt, err
}

// PagePicture is the map, as PNG, that belongs at the head of a page of claims, and
// its description; nil when no claim has a place.
func (e *Engine) PagePicture(ctx context.Context, entries []export.Entry) (picture []byte, alt string, err error) {
	doc := &project.Contents{Readings: map[geo.ArticleID]*geo.Reading{}}
	for _, k := range entries {
		if doc.Readings[k.Article.ID] == nil {
			doc.Articles = append(doc.Articles, k.Article)
			doc.Readings[k.Article.ID] = &geo.Reading{Claims: k.Claims}
		}
	}
	s := derive(doc, nil, e.Place, held)
	s.filtered(geo.Filter{})
	return e.pagePicture(ctx, s)
}

// Export writes the shown claims of a state, with their articles, in a format. A web
// page begins with the map of them.
func (e *Engine) Export(ctx context.Context, w io.Writer, s *State, f export.Format) error {
	var picture []byte
	alt := ""
	if f.Pictured() {
		var err error
		if picture, alt, err = e.pagePicture(ctx, s); err != nil {
			return err
		}
	}
	shown := make(map[geo.ClaimID]bool, s.CountShown())
	for _, c := range s.Shown() {
		shown[c.ID] = true
	}
	return f.Write(w, &export.Document{
		Picture: picture,
		Alt:     alt,
		Entries: func(yield func(export.Entry) bool) {
			for i := range s.Articles {
				a := s.Articles[i]
				if !yield(s.entry(a, func(c *geo.Claim) bool { return shown[c.ID] })) {
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
func (s *Session) SaveExport(ctx context.Context, path string, f export.Format) error {
	return WriteFile(path, func(w io.Writer) error { return s.engine.Export(ctx, w, s.State(), f) })
}

// Entry is an article with everything that was read of it and all of its claims,
// for export.
func (s *State) Entry(a *geo.Article) export.Entry {
	return s.entry(a, func(*geo.Claim) bool { return true })
}

func (s *State) entry(a *geo.Article, wanted func(*geo.Claim) bool) export.Entry {
	e := export.Entry{Article: a, Reading: s.Reading(a.ID)}
	why := s.whys()
	for _, c := range s.ClaimsOf(a.ID) {
		if !wanted(c) {
			continue
		}
		if r, ok := s.judged(c); ok {
			if e.Reviews == nil {
				e.Reviews = map[geo.ClaimID]export.Review{}
			}
			e.Reviews[c.ID] = r
		}
		whole := *c
		whole.Why = why(c)
		e.Claims = append(e.Claims, whole)
	}
	return e
}

// judged is the status that the user gave the claim last; ok is false if nobody did,
// or took it back.
func (s *State) judged(c *geo.Claim) (r export.Review, ok bool) {
	for _, k := range s.CorrectionsOf(c.ID) {
		if k.Status != nil {
			r, ok = export.Review{Status: *k.Status, Reason: k.Reason, At: k.At}, *k.Status != geo.NoStatus
		}
	}
	return r, ok
}
