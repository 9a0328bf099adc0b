package main

import (
	"fmt"
	"path/filepath"

	"contested/geo/project"
	"contested/geo/session"
)

// feeds lists the feeds of a project, adds some and removes some. Nothing is
// fetched.
func (p *program) feeds(c *command, args []string) error {
	o := newOptions(c)
	remove := o.yes("remove", "remove the feeds with these addresses; their articles stay")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 || !isProject(names[0]) || *remove && len(names) == 1 {
		return usageError{c, "a project (.gpkg) is needed, and the addresses of feeds to add or remove"}
	}
	var s *session.Session
	if len(names) > 1 && !*remove {
		s, _, err = p.openOrMake(names[0])
	} else {
		s, err = p.open(names[0])
	}
	if err != nil {
		return err
	}
	defer s.Close()
	for _, address := range names[1:] {
		change := s.AddFeed
		if *remove {
			change = s.RemoveFeed
		}
		if err := change(address); err != nil {
			return err
		}
	}
	for _, f := range s.State().Feeds {
		fmt.Fprintln(p.stdout, feedLine(f))
	}
	return nil
}

// feedLine is a feed on one line: address, name, when it was asked, and what was
// wrong then.
func feedLine(f project.Feed) string {
	line := f.Address
	if f.Title != "" {
		line += "\t" + f.Title
	}
	if !f.Checked.IsZero() {
		line += "\t" + f.Checked.Format("2006-01-02 15:04 MST")
	}
	if f.Error != "" {
		line += "\t" + f.Error
	}
	return oneLine(line)
}

// refresh asks the feeds of a project for new articles.
func (p *program) refresh(c *command, args []string) error {
	o := newOptions(c)
	verbose := o.yes("verbose v", "tell of feeds without anything new, too")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 || !isProject(names[0]) {
		return usageError{c, "a project (.gpkg) is needed, and which of its feeds to ask, if not all"}
	}
	s, err := p.open(names[0])
	if err != nil {
		return err
	}
	defer s.Close()
	known := map[string]bool{}
	for _, f := range s.State().Feeds {
		known[f.Address] = true
	}
	for _, address := range names[1:] {
		if !known[address] {
			return fmt.Errorf("%s: the project has no such feed; \"contestedctl feeds\" adds one", address)
		}
	}
	if len(known) == 0 {
		return fmt.Errorf("%s: the project has no feeds; \"contestedctl feeds %s ADDRESS\" adds one", names[0], filepath.Base(names[0]))
	}
	r := s.RefreshFeedsNow(p.ctx, names[1:])
	failed := 0
	for _, f := range r.Feeds {
		switch {
		case f.Err != nil:
			failed++
			p.errorf("%s", oneLine(f.Feed.Address+": "+f.Err.Error()))
		case f.New > 0 || *verbose:
			p.donef("%s", oneLine(f.String()))
		}
		for _, it := range f.Skipped {
			p.warnf("%s", oneLine(it.String()))
		}
	}
	p.donef("%s: %s", filepath.Base(names[0]), r.Summary())
	if r.Err == nil && failed == len(r.Feeds) {
		return errReported
	}
	return r.Err
}
