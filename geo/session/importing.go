package session

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
)

// ErrBusy is returned when a job is asked for while another is in progress.
var ErrBusy = errors.New("an import is in progress; wait for it or cancel it first")

// ImportReport says what an import brought in and what it did not.
type ImportReport struct {
	ingest.Report
	New    int   // articles that were not in the document before
	Claims int   // claims read in the new articles
	Placed int   // of these, about at least one place
	Err    error // why the import as a whole failed; what had come in by then stays
}

// Summary is the report in one line: "3 articles, 14 claims, 2 skipped".
func (r ImportReport) Summary() string {
	skipped := 0
	for _, it := range r.Items {
		if it.Err != nil || it.Skipped != "" {
			skipped++
		}
	}
	parts := []string{count(r.New, "new article", "new articles"), count(r.Claims, "claim", "claims")}
	if skipped > 0 {
		parts = append(parts, count(skipped, "input not read", "inputs not read"))
	}
	return strings.Join(parts, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// job is the one goroutine that a session runs beside its callers: it imports.
// It ends when its work is done or its context ends, and Close waits for it.
type job struct {
	cancel context.CancelFunc
	done   chan struct{}
}

// batch is how many articles are brought into the document in one action, so
// that a long import is on disk as it goes and a cancelled one keeps what came.
const batch = 200

// Import brings inputs (files, folders, addresses, "-") into the document in
// the background. report is called once, on the job's goroutine, when it ends.
func (s *Session) Import(inputs []string, report func(ImportReport)) error {
	return s.start(importName(inputs), func(ctx context.Context) {
		r := s.ImportNow(ctx, inputs)
		if report != nil {
			report(r)
		}
	})
}

// Cancel ends the job in progress, if any, without waiting for it.
func (s *Session) Cancel() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.job != nil {
		s.job.cancel()
	}
}

func (s *Session) start(name string, work func(context.Context)) error {
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{cancel: cancel, done: make(chan struct{})}
	s.mu.Lock()
	if s.job != nil || s.closed {
		s.mu.Unlock()
		cancel()
		return ErrBusy
	}
	s.job = j
	s.mu.Unlock()
	s.publish(func(st *State) { st.Busy = &Progress{Name: name} })
	go func() {
		defer close(j.done)
		defer cancel()
		work(ctx)
		s.mu.Lock()
		s.job = nil
		s.mu.Unlock()
		s.publish(func(st *State) { st.Busy = nil })
	}()
	return nil
}

func importName(inputs []string) string {
	if len(inputs) == 1 {
		return "Import " + filepath.Base(inputs[0])
	}
	return fmt.Sprintf("Import %d inputs", len(inputs))
}

// ImportNow is [Session.Import] on the caller's goroutine.
func (s *Session) ImportNow(ctx context.Context, inputs []string) ImportReport {
	var out ImportReport
	reader, err := s.engine.Reader()
	if err != nil {
		out.Err = err
		return out
	}
	known := map[geo.ArticleID]bool{}
	for _, a := range s.State().Articles {
		known[a.ID] = true
	}
	name := importName(inputs)
	var articles []geo.Article
	var readings []*geo.Reading
	flush := func() error {
		if len(articles) == 0 {
			return nil
		}
		err := s.act(func(p *project.Project) error { return p.Import(name, articles, readings) })
		articles, readings = nil, nil
		return err
	}
	options := s.config.Ingest
	options.Progress = func(n int, _ ingest.Item) {
		s.publish(func(st *State) {
			if st.Busy != nil {
				p := *st.Busy
				p.Done = n
				st.Busy = &p
			}
		})
	}
	out.Report, out.Err = ingest.Open(ctx, inputs, options, func(a geo.Article) error {
		if known[a.ID] {
			return nil
		}
		known[a.ID] = true
		r := reader.Read(&a)
		articles, readings = append(articles, a), append(readings, r)
		out.New++
		out.Claims += len(r.Claims)
		for i := range r.Claims {
			if len(r.Claims[i].Places) > 0 {
				out.Placed++
			}
		}
		if len(articles) >= batch {
			return flush()
		}
		return nil
	})
	if err := flush(); err != nil && out.Err == nil {
		out.Err = err
	}
	return out
}
