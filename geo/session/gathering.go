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
	reader, err := e.Reader()
	if err != nil {
		out.Err = err
		return derive(doc, e.Place), out
	}
	add := func(a geo.Article) error {
		if doc.Readings[a.ID] != nil {
			return nil
		}
		r := reader.Read(&a)
		doc.Articles, doc.Readings[a.ID] = append(doc.Articles, a), r
		out.New++
		out.Claims += len(r.Claims)
		for i := range r.Claims {
			if len(r.Claims[i].Places) > 0 {
				out.Placed++
			}
		}
		return nil
	}
	if example {
		articles, err := e.Example()
		if err != nil {
			out.Err = err
		}
		for _, a := range articles {
			_ = add(a) // it does not fail
		}
	}
	if len(inputs) > 0 && out.Err == nil {
		o.Assets = e.assets
		out.Report, out.Err = ingest.Open(ctx, inputs, o, add)
	}
	s := derive(doc, e.Place)
	s.filtered(geo.Filter{})
	s.Serial = 1
	return s, out
}
