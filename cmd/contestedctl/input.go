package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"contested/geo"
	"contested/geo/export"
	"contested/geo/ingest"
	"contested/geo/read"
	"contested/geo/session"
)

// dataDir is the user's data folder.
func (p *program) dataDir() string { return session.DataDir(p.getenv) }

func isProject(input string) bool {
	return strings.EqualFold(filepath.Ext(input), ".gpkg") && !strings.Contains(input, "://")
}

// isDocument reports whether an input is one that a session opens as it is: a
// project, or a picture that carries what it shows.
func isDocument(input string) bool { return isProject(input) || session.IsSnapshot(input) }

// inputs reads articles and documents for one command.
type inputs struct {
	p      *program
	names  []string
	all    bool // tell of every input, not of failures alone
	failed int  // inputs or lines that could not be read
	err    error
}

// entries reads the inputs in order, a few articles at a time. What cannot be read
// is told as it comes; in.err is what ended the reading, if not its end.
func (in *inputs) entries(yield func(export.Entry) bool) {
	for i := 0; i < len(in.names); {
		if isDocument(in.names[i]) {
			if !in.document(in.names[i], yield) {
				return
			}
			i++
			continue
		}
		j := i
		for j < len(in.names) && !isDocument(in.names[j]) {
			j++
		}
		if !in.articles(in.names[i:j], yield) {
			return
		}
		i = j
	}
}

var errStop = errors.New("stop")

// articles reads inputs that are no projects.
func (in *inputs) articles(names []string, yield func(export.Entry) bool) bool {
	e := in.p.start()
	reader, err := e.Reader()
	if err != nil {
		in.err = err
		return false
	}
	o := ingest.Options{Assets: e.Assets(), Stdin: in.p.stdin, Now: in.p.now}
	var some []*geo.Article // that are read together
	flush := func() error {
		for i, reading := range reader.ReadAll(some) {
			if !yield(export.Entry{Article: some[i], Reading: reading, Claims: reading.Claims}) {
				return errStop
			}
		}
		some = nil
		return nil
	}
	r, err := ingest.Open(in.p.ctx, names, o, func(a geo.Article) error {
		if some = append(some, &a); len(some) < read.Together {
			return nil
		}
		return flush()
	})
	if !errors.Is(err, errStop) {
		err = cmp.Or(flush(), err)
	}
	in.p.items(r, in.all)
	in.failed += r.Failed()
	if err != nil && !errors.Is(err, errStop) {
		in.err = err
	}
	return err == nil
}

// document reads the articles and claims of a project, as corrected, or of a
// picture.
func (in *inputs) document(name string, yield func(export.Entry) bool) bool {
	s, err := in.p.open(name)
	if err != nil {
		in.p.errorf("%v", err)
		in.failed++
		return true
	}
	defer s.Close()
	st := s.State()
	for i := range st.Articles { // those of a picture hold excerpts only
		a := st.Articles[i]
		if !yield(st.Entry(a)) {
			return false
		}
	}
	return true
}

// open opens a project or picture that is there already. What is wrong with a
// picture is told.
func (p *program) open(name string) (*session.Session, error) {
	if err := there(name); err != nil {
		return nil, err
	}
	s, err := session.Open(session.Config{Engine: p.start(), Document: name, Now: p.now, Ingest: ingest.Options{Stdin: p.stdin}})
	if err == nil && session.IsSnapshot(name) {
		for _, f := range s.State().Problems {
			p.warnf("%s: %s", name, f.Text)
		}
	}
	return s, err
}

// there reports that a project is missing.
func there(name string) error {
	if info, err := os.Stat(name); err != nil && session.IsSnapshot(name) {
		return fmt.Errorf("%s: there is no such picture", name)
	} else if err != nil {
		return fmt.Errorf("%s: there is no such project; \"contestedctl import\" makes one", name)
	} else if info.IsDir() {
		return fmt.Errorf("%s: it is a folder, not a file", name)
	}
	return nil
}

// nonEmpty passes entries on if there is at least one.
func nonEmpty(entries iter.Seq[export.Entry]) (iter.Seq[export.Entry], func(), bool) {
	next, stop := iter.Pull(entries)
	first, ok := next()
	return func(yield func(export.Entry) bool) {
		for e := first; ok; e, ok = next() {
			if !yield(e) {
				return
			}
		}
	}, stop, ok
}
