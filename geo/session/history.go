package session

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"contested/geo"
	"contested/geo/project"
)

// History lists the document's actions, oldest first.
func (s *Session) History() ([]project.Entry, error) {
	s.edit.Lock()
	defer s.edit.Unlock()
	if s.doc == nil {
		return nil, errClosed
	}
	return s.doc.History(), nil
}

// Revert makes the document as it was after an entry of the history; 0 is the
// empty document. It is an action of its own, which can be undone.
func (s *Session) Revert(seq int64) error {
	return s.act(func(p *project.Project) error { return p.Revert(seq) })
}

// SaveHistory writes the history as plain text, whole or not at all: one line
// an entry, with its time, what was done, and why.
func (s *Session) SaveHistory(path string) error {
	entries, err := s.History()
	if err != nil {
		return err
	}
	about := s.State().About()
	return WriteFile(path, func(w io.Writer) error {
		for _, e := range entries {
			if _, err := fmt.Fprintln(w, historyLine(e, about[e.Seq])); err != nil {
				return err
			}
		}
		return nil
	})
}

// About says of the entries of the history which claims they corrected, as far as
// the corrections hold: the words of the claim, and how many more there are.
func (s *State) About() map[int64]string {
	out := map[int64]string{}
	more := map[int64]int{}
	for _, k := range s.corrections.list {
		number, _, _ := strings.Cut(k.ID, ".")
		seq, err := strconv.ParseInt(number, 10, 64)
		a := s.Article(k.Article)
		if err != nil || a == nil || k.Content[0].In(a.Text) != nil {
			continue
		}
		if _, ok := out[seq]; ok {
			more[seq]++
			continue
		}
		words := strings.Join(strings.Fields(k.Content[0].Of(a.Text)), " ")
		if r := []rune(words); len(r) > 80 {
			words = string(r[:79]) + "…"
		}
		out[seq] = "“" + words + "”"
	}
	for seq, n := range more {
		out[seq] += " and " + count(n, "more claim", "more claims")
	}
	return out
}

// historyLine is an entry of the history as one line of text.
func historyLine(e project.Entry, about string) string {
	line := e.At.UTC().Format("2006-01-02 15:04:05 UTC") + "  " + e.Name
	if about != "" {
		line += ": " + about
	}
	if e.Undone {
		line += " (undone)"
	}
	if e.Reason != "" {
		line += " – " + e.Reason
	}
	return line
}

// SaveFilter keeps a filter in the document under a name; nil forgets it.
func (s *Session) SaveFilter(name string, f *geo.Filter) error {
	return s.act(func(p *project.Project) error { return p.SaveFilter(name, f) })
}

// RenameFilter gives a kept filter another name.
func (s *Session) RenameFilter(from, to string) error {
	return s.act(func(p *project.Project) error { return p.RenameFilter(from, to) })
}

// Label gives an article a name of the user's own in this document; empty takes
// it back. Exports and citations keep the article's title.
func (s *Session) Label(id geo.ArticleID, name string) error {
	return s.act(func(p *project.Project) error { return p.Label(id, name) })
}
