package session

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"contested/geo"
	"contested/geo/ingest"
	"contested/geo/project"
	"contested/geo/read"
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

// An import is brought into the document in batches, each one action, so that a
// long one is on the disk as it goes and a cancelled one keeps what came. Batches
// grow with the import, because each costs a little for every article that is
// there already.
const (
	firstBatch = 200
	largeBatch = 2000
)

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
	in := importing{s: s, name: importName(inputs), read: reader.ReadAll, report: &out, shown: len(known)}
	options := s.config.Ingest
	told := 0
	options.Progress = func(n int, _ ingest.Item) {
		if n-told < n/200 {
			return // a long import is not told of article by article
		}
		told = n
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
		return in.take(a)
	})
	if err := in.finish(); err != nil && out.Err == nil {
		out.Err = err
	}
	return out
}

// importing is one import in progress.
type importing struct {
	s        *Session
	name     string
	read     func([]*geo.Article) []*geo.Reading
	report   *ImportReport
	articles []geo.Article // not in the document yet
	shown    int           // articles that the newest state was derived from
	behind   int           // articles that came in since
}

func (in *importing) take(a geo.Article) error {
	in.articles = append(in.articles, a)
	if len(in.articles) < max(firstBatch, min(largeBatch, in.report.New/4)) {
		return nil
	}
	return in.flush(false)
}

func (in *importing) finish() error {
	var err error
	if len(in.articles) > 0 {
		err = in.flush(true)
	}
	if in.behind > 0 { // what came in before the import ended early is to be seen
		err = errors.Join(err, in.s.act(func(*project.Project) error { return nil }))
	}
	if in.report.New > 0 {
		err = errors.Join(err, in.s.keepImported())
	}
	return err
}

// keepImported keeps the map for the next opening, should the program not come to
// close the document.
func (s *Session) keepImported() error {
	s.edit.Lock()
	defer s.edit.Unlock()
	if s.doc == nil || s.doc.ReadOnly() {
		return nil
	}
	return s.keepPreview()
}

// flush reads the batch, on every processor, and brings it into the document.
// What follows from the document is derived anew only when it has grown by half:
// then the whole import takes a time in proportion to its length.
func (in *importing) flush(last bool) error {
	articles := in.articles
	in.articles = nil
	readings := make([]*geo.Reading, len(articles))
	toRead := make([]*geo.Article, len(articles))
	for i := range articles {
		toRead[i] = &articles[i]
	}
	processors := min(runtime.GOMAXPROCS(0), len(articles))
	some := read.Together
	if processors > 0 { // a few articles are shared out, not left to one processor
		some = min(some, (len(articles)+processors-1)/processors)
	}
	var taken atomic.Int64
	var readers sync.WaitGroup
	for range processors {
		readers.Go(func() {
			for {
				end := int(taken.Add(int64(some)))
				first := end - some
				if first >= len(articles) {
					return
				}
				copy(readings[first:], in.read(toRead[first:min(end, len(articles))]))
			}
		})
	}
	readers.Wait()
	do := in.s.actUnseen
	if last || 2*(in.behind+len(articles)) >= in.shown {
		do = in.s.act
	}
	if err := do(func(p *project.Project) error { return p.Import(in.name, articles, readings) }); err != nil {
		return err
	}
	if in.behind += len(articles); last || 2*in.behind >= in.shown {
		in.shown, in.behind = in.shown+in.behind, 0
	}
	in.report.New += len(articles)
	for _, r := range readings {
		in.report.Claims += len(r.Claims)
		for i := range r.Claims {
			if len(r.Claims[i].Places) > 0 {
				in.report.Placed++
			}
		}
	}
	return nil
}
