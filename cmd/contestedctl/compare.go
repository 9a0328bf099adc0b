package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"contested/geo/session"
)

// compare says what became of the claims between two pictures or projects. The
// exit status is 0 whether they differ or not.
func (p *program) compare(c *command, args []string) error {
	o := newOptions(c)
	format := o.text("format f", "text", "NAME", "text or json")
	file := o.target("", "where to; standard output if not given")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) != 2 || !isDocument(names[0]) || !isDocument(names[1]) {
		return usageError{c, "two pictures (.png) or projects (.gpkg) are needed"}
	}
	if *format != "text" && *format != "json" {
		return usageError{c, fmt.Sprintf("there is no format %q; the formats are text and json", *format)}
	}
	var states [2]*session.State
	for i, n := range names {
		s, err := p.open(n)
		if err != nil {
			return err
		}
		states[i] = s.State()
		if err := s.Close(); err != nil {
			return err
		}
	}
	d := session.Compare(states[0], states[1])
	return p.output(*file, func(w io.Writer) error {
		if *format == "json" {
			return comparisonJSON(w, d)
		}
		return comparisonText(w, d)
	})
}

func comparisonText(w io.Writer, d *session.Comparison) error {
	var b strings.Builder
	list := func(sign string, s session.Side, what []string) {
		a := s.Article()
		fmt.Fprintf(&b, "%s %s: “%s” (%s, %s)\n", sign, oneLine(s.Claim.Source.Name), oneLine(s.Quote()), oneLine(a.Publisher.Name), a.Published)
		for _, x := range what {
			fmt.Fprintf(&b, "    %s\n", oneLine(x))
		}
	}
	for _, s := range d.Added {
		list("+", s, nil)
	}
	for _, s := range d.Gone {
		list("-", s, nil)
	}
	for _, k := range d.Changed {
		list("~", k.After, k.What)
	}
	fmt.Fprintf(&b, "%d added, %d gone, %d changed, %d the same\n", len(d.Added), len(d.Gone), len(d.Changed), d.Same)
	_, err := io.WriteString(w, b.String())
	return err
}

// sideJSON is a claim as `compare --format json` writes it.
type sideJSON struct {
	ID        string   `json:"id"`
	Source    string   `json:"source"`
	Party     string   `json:"party"`
	Type      string   `json:"type"`
	Quote     string   `json:"quote"`
	Publisher string   `json:"publisher"`
	Title     string   `json:"title"`
	URL       string   `json:"url,omitempty"`
	Published string   `json:"published"`
	Changes   []string `json:"changes,omitempty"`
}

func comparisonJSON(w io.Writer, d *session.Comparison) error {
	side := func(s session.Side, what []string) sideJSON {
		a, c := s.Article(), s.Claim
		return sideJSON{string(c.ID), c.Source.Name, c.Source.Party.String(), c.Type.String(), s.Quote(), a.Publisher.Name, a.Title, a.URL, a.Published.String(), what}
	}
	out := struct {
		Added   []sideJSON `json:"added"`
		Gone    []sideJSON `json:"gone"`
		Changed []sideJSON `json:"changed"`
		Same    int        `json:"same"`
	}{[]sideJSON{}, []sideJSON{}, []sideJSON{}, d.Same}
	for _, s := range d.Added {
		out.Added = append(out.Added, side(s, nil))
	}
	for _, s := range d.Gone {
		out.Gone = append(out.Gone, side(s, nil))
	}
	for _, k := range d.Changed {
		out.Changed = append(out.Changed, side(k.After, k.What))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
