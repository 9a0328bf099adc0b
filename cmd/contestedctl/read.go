package main

import (
	"errors"
	"io"
	"slices"

	"contested/geo/export"
)

// read writes the claims of its inputs. Articles are read and written a few at a
// time, so that an input of any length needs little memory.
func (p *program) read(c *command, args []string) error {
	o := newOptions(c)
	name := o.text("format f", "", "NAME", "how to write them; by the output's extension, else table")
	file := o.target("", "where to; standard output if not given")
	title := o.text("title", "", "TEXT", "of formats that have one")
	bom := o.yes("bom", "csv: begin with a byte order mark, for spreadsheets")
	strict := o.yes("strict", "fail if any input, or line of one, cannot be read")
	verbose := o.yes("verbose v", "tell of every input what came of it")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError{c, `no input is given; "-" is standard input`}
	}
	f, err := format(c, *name, *file, "table")
	if err != nil {
		return err
	}
	in := &inputs{p: p, names: names, all: *verbose}
	return p.output(*file, func(w io.Writer) error {
		entries, stop, some := nonEmpty(in.entries)
		defer stop()
		if !some {
			return in.nothing()
		}
		d := export.Document{Title: *title, Entries: entries, Place: p.start().Place, BOM: *bom}
		if f.Pictured() { // its map comes before the articles
			all := slices.Collect(entries)
			d.Entries = slices.Values(all)
			if d.Picture, d.Alt, err = p.start().PagePicture(p.ctx, all); err != nil {
				return err
			}
		}
		if err := f.Write(w, &d); err != nil {
			return err
		}
		if in.err != nil {
			return in.err
		}
		if *strict && in.failed > 0 {
			return errReported
		}
		return nil
	})
}

// nothing is the error of a command that found no article in its inputs.
func (in *inputs) nothing() error {
	switch {
	case in.err != nil:
		return in.err
	case in.failed > 0:
		return errReported
	}
	return errors.New("there is no article in what was given")
}
