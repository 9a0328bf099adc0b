package session

import (
	"context"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
)

// Gather reads inputs, and the built-in example if that is wanted, into a state
// without a document: what a picture is drawn from when nothing is to be kept. What
// had come in by an error is in the state.
func (e *Engine) Gather(ctx context.Context, inputs []string, example bool, o ingest.Options) (*State, ImportReport) {
	var out ImportReport
	doc := &project.Contents{Readings: map[geo.ArticleID]*geo.Reading{}}
	take := func(a geo.Article, r *geo.Reading) {
		doc.Articles, doc.Readings[a.ID] = append(doc.Articles, &a), r
		out.New++
		out.Claims += len(r.Claims)
		for i := range r.Claims {
			if len(r.Claims[i].Places) > 0 {
				out.Placed++
			}
		}
	}
	if example {
		x, err := e.readTheExample()
		if err != nil {
			out.Err = err
		}
		for i, a := range x.articles {
			take(a, x.readings[i])
		}
	}
	if len(inputs) > 0 && out.Err == nil {
		reader, err := e.Reader()
		if err != nil {
			out.Err = err
			return derive(doc, nil, e.Place, held), out
		}
		o.Assets = e.assets
		out.Report, out.Err = ingest.Open(ctx, inputs, o, func(a geo.Article) error {
			if doc.Readings[a.ID] == nil {
				take(a, reader.Read(&a))
			}
			return nil
		})
	}
	s := derive(doc, nil, e.Place, held)
	s.filtered(geo.Filter{})
	s.Serial = 1
	return s, out
}
