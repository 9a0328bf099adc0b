package session

import (
	"context"
	"fmt"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
)

// ExampleName is what the action that brought in the built-in example is called.
const ExampleName = "Open the built-in example"

// Example is the built-in example: articles that we wrote, marked as such.
func (e *Engine) Example() ([]geo.Article, error) {
	f, err := e.assets.Open("example/articles.jsonl")
	if err != nil {
		return nil, fmt.Errorf("the built-in example is missing: %w", err)
	}
	defer f.Close()
	var out []geo.Article
	report, err := ingest.Open(context.Background(), []string{"-"}, ingest.Options{Assets: e.assets, Stdin: f}, func(a geo.Article) error {
		a.Example, a.Path = true, ""
		out = append(out, a)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("the built-in example: %w", err)
	}
	for _, it := range report.Items {
		if it.Err != nil {
			return nil, fmt.Errorf("the built-in example: %w", it.Err)
		}
	}
	return out, nil
}

// openExample reads the built-in example into the document.
func (s *Session) openExample() error {
	reader, err := s.engine.Reader()
	if err != nil {
		return err
	}
	articles, err := s.engine.Example()
	if err != nil {
		return err
	}
	readings := make([]*geo.Reading, len(articles))
	for i := range articles {
		readings[i] = reader.Read(&articles[i])
	}
	return s.act(func(p *project.Project) error { return p.Import(ExampleName, articles, readings) })
}
