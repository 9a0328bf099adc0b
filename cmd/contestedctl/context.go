package main

import (
	"os"
	"path/filepath"

	"contested/geo/ingest"
	"contested/geo/project"
	"contested/geo/session"
)

// addContext adds others' events to a project, as layers beside its claims.
func (p *program) addContext(c *command, args []string) error {
	o := newOptions(c)
	name := o.text("name", "", "N", "what to call the layer; as the file says, if not given")
	publisher := o.text("publisher", "", "P", "who published the events; named in every picture")
	licence := o.text("licence", "", "L", "on what terms they may be used")
	verbose := o.yes("verbose v", "tell of every event that was left out")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) < 2 || !isProject(names[0]) {
		return usageError{c, "a project (.gpkg) and files or addresses of events are needed"}
	}
	if len(names) > 2 && *name != "" {
		return usageError{c, "one name is given to several layers"}
	}
	s, fresh, err := p.openOrMake(names[0])
	if err != nil {
		return err
	}
	added, failed := 0, false
	for _, input := range names[1:] {
		r := s.AddContextNow(p.ctx, input, ingest.ContextOptions{Name: *name, Publisher: *publisher, Licence: *licence, Now: p.now})
		if r.Err != nil {
			p.errorf("%v", r.Err)
			failed = true
			continue
		}
		for i, it := range r.Skipped {
			if i == 5 && !*verbose {
				p.warnf("%s: and %d more; --verbose lists them", input, len(r.Skipped)-i)
				break
			}
			p.warnf("%s", oneLine(it.String()))
		}
		what := "is there already"
		if r.New {
			added++
			what = count(len(r.Layer.Events), "event", "events") + " of " + r.Layer.Credit()
		}
		p.donef("%s: context “%s”, %s (%s)", filepath.Base(names[0]), r.Layer.Name, what, r.Layer.Format)
	}
	if err := s.Close(); err != nil {
		return err
	}
	if failed {
		if fresh && added == 0 {
			os.Remove(names[0]) // made for nothing
		}
		return errReported
	}
	return nil
}

// openOrMake opens a project, which is made when it is not there.
func (p *program) openOrMake(file string) (s *session.Session, fresh bool, err error) {
	if _, err := os.Stat(file); os.IsNotExist(err) {
		if err := p.mayWrite(file); err != nil {
			return nil, false, err
		}
		doc, err := project.Create(file, project.Options{Now: p.now})
		if err != nil {
			return nil, false, err
		}
		if err := doc.Close(); err != nil {
			return nil, false, err
		}
		fresh = true
	}
	s, err = session.Open(session.Config{Engine: p.start(), Document: file, Now: p.now, Ingest: ingest.Options{Stdin: p.stdin}})
	if err != nil {
		return nil, fresh, err
	}
	return s, fresh, nil
}
