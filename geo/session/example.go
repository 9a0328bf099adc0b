package session

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
	"contested/geo/read"
)

// ExampleName is what the action that brought in the built-in example is called.
const ExampleName = "Open the built-in example"

const (
	exampleArticles = "example/articles.jsonl"
	exampleReadings = "example/readings.json"
)

// Example is the built-in example: articles that we wrote, marked as such.
func (e *Engine) Example() ([]geo.Article, error) {
	f, err := e.assets.Open(exampleArticles)
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

// readExample is the file of what the reader says of the example, so that the
// program need not load reader and gazetteer to show it. A test holds it to what
// they say now.
type readExample struct {
	Reader   string // its version
	Articles string // hash of their file
	Readings []*geo.Reading
	Places   []geo.Place // that the readings name
}

// loadReadExample reads the file; nil if there is none for these articles.
func (e *Engine) loadReadExample() *readExample {
	b, err := fs.ReadFile(e.assets, exampleReadings)
	if err != nil {
		return nil
	}
	var x readExample
	if json.Unmarshal(b, &x) != nil || x.Reader != read.Version || x.Articles != e.exampleHash() {
		return nil
	}
	return &x
}

func (e *Engine) exampleHash() string {
	b, err := fs.ReadFile(e.assets, exampleArticles)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// EncodeExample reads the built-in example with the reader and writes what the
// assets hold of it (example/readings.json).
func (e *Engine) EncodeExample() ([]byte, error) {
	articles, err := e.Example()
	if err != nil {
		return nil, err
	}
	reader, err := e.Reader()
	if err != nil {
		return nil, err
	}
	g, err := e.Gazetteer()
	if err != nil {
		return nil, err
	}
	x := readExample{Reader: read.Version, Articles: e.exampleHash()}
	known := map[geo.PlaceID]bool{"": true}
	remember := func(id geo.PlaceID) {
		if known[id] {
			return
		}
		known[id] = true
		if p, ok := g.Place(id); ok {
			x.Places = append(x.Places, p)
		}
	}
	for i := range articles {
		r := reader.Read(&articles[i])
		x.Readings = append(x.Readings, r)
		for _, m := range r.Mentions {
			remember(m.Place)
		}
		for _, c := range r.Claims {
			for _, p := range c.Places {
				remember(p.Place)
			}
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err = enc.Encode(x)
	return b.Bytes(), err
}

// exampleAsRead is the example with its readings. They are shared and never changed.
type exampleAsRead struct {
	articles []geo.Article
	readings []*geo.Reading
}

func (e *Engine) readTheExample() (exampleAsRead, error) {
	articles, err := e.Example()
	if err != nil {
		return exampleAsRead{}, err
	}
	if x := e.example(); x != nil && len(x.Readings) == len(articles) && e.words().mark == "" {
		return exampleAsRead{articles, x.Readings}, nil
	}
	reader, err := e.Reader()
	if err != nil {
		return exampleAsRead{}, err
	}
	readings := make([]*geo.Reading, len(articles))
	for i := range articles {
		readings[i] = reader.Read(&articles[i])
	}
	return exampleAsRead{articles, readings}, nil
}

// Warm makes the built-in example ready, for whoever knows early that it will be
// wanted.
func (e *Engine) Warm() { _, _ = e.asRead() }

// previewExample publishes the example before there is a document that it is
// kept in.
func (s *Session) previewExample() {
	x, err := s.engine.asRead()
	if err != nil {
		return // Open will say so
	}
	c := &project.Contents{Readings: make(map[geo.ArticleID]*geo.Reading, len(x.readings))}
	for i, r := range x.readings {
		a := &x.articles[i]
		c.Articles, c.Readings[a.ID] = append(c.Articles, a), r
	}
	st := derive(c, nil, s.engine.Place, held)
	st.filtered(geo.Filter{})
	s.config.Preview(st)
}

// openExample brings the built-in example into the document.
func (s *Session) openExample() error {
	x, err := s.engine.asRead()
	if err != nil {
		return err
	}
	return s.act(func(p *project.Project) error { return p.Import(ExampleName, x.articles, x.readings) })
}
