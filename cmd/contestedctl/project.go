package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"contested/geo/export"
	"contested/geo/session"
)

// importInto adds articles to a project file.
func (p *program) importInto(c *command, args []string) error {
	o := newOptions(c)
	strict := o.yes("strict", "fail if any input, or line of one, cannot be read")
	verbose := o.yes("verbose v", "tell of every input what came of it")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) < 2 || !isProject(names[0]) {
		return usageError{c, "a project (.gpkg) and inputs are needed"}
	}
	file, names := names[0], names[1:]
	for _, n := range names {
		if isProject(n) {
			return usageError{c, fmt.Sprintf("%s: a project cannot be imported into another", n)}
		}
		if session.IsSnapshot(n) {
			return usageError{c, fmt.Sprintf("%s: a picture holds excerpts, not articles, and cannot be imported; \"contestedctl compare\" sets it against a project", n)}
		}
	}
	s, fresh, err := p.openOrMake(file)
	if err != nil {
		return err
	}
	r := s.ImportNow(p.ctx, names)
	err = s.Close()
	p.items(r.Report, *verbose)
	switch {
	case r.Err != nil:
		err = r.Err
	case err != nil:
	case r.Report.Articles() == 0 && r.Failed() > 0, *strict && r.Failed() > 0:
		err = errReported
	}
	if err != nil && fresh && r.New == 0 {
		os.Remove(file) // made for nothing
	}
	p.donef("%s: %s, %s", filepath.Base(file), count(r.New, "new article", "new articles"), count(r.Claims, "claim", "claims"))
	return err
}

// export writes the claims of a project in another format.
func (p *program) export(c *command, args []string) error {
	o := newOptions(c)
	name := o.text("format f", "", "NAME", "how to write them; by the output's extension if not given")
	file := o.target("", `where to; "-" is standard output, a .gpkg a copy of the project with its history`)
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) != 1 || !isDocument(names[0]) {
		return usageError{c, "one project (.gpkg) or picture is needed"}
	}
	if *file == "" {
		return usageError{c, `no output is given; -o FILE, or -o - for standard output`}
	}
	copied := *name == "" && strings.EqualFold(filepath.Ext(*file), ".gpkg")
	var f export.Format
	if !copied {
		if f, err = format(c, *name, *file, "table"); err != nil {
			return err
		}
	}
	s, err := p.open(names[0])
	if err != nil {
		return err
	}
	defer s.Close()
	if copied {
		if err := p.mayWrite(*file); err != nil {
			return err
		}
		return s.SaveCopy(*file)
	}
	return p.output(*file, func(w io.Writer) error { return p.start().Export(p.ctx, w, s.State(), f) })
}
