package main

import (
	"fmt"

	"contested/geo/project"
)

// check verifies projects: every quote stands in its article as stored, every
// article is the one that was imported, the layers show what is true, and the
// file keeps to its format. What is wrong is the result, on standard output.
func (p *program) check(c *command, args []string) error {
	o := newOptions(c)
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError{c, "no project is given"}
	}
	bad := false
	for _, n := range names {
		if err := there(n); err != nil {
			p.errorf("%v", err)
			bad = true
			continue
		}
		found, err := project.Check(n)
		if err != nil {
			p.errorf("%v", err)
			bad = true
			continue
		}
		for _, f := range found {
			bad = true
			fmt.Fprintf(p.stdout, "%s: %s\n", n, oneLine(f.String()))
		}
		if len(found) == 0 {
			fmt.Fprintf(p.stdout, "%s: %snothing is wrong\n", n, p.counted(n))
		}
	}
	if bad {
		return errReported
	}
	return nil
}

// counted says how much was checked. A project that is open in a window cannot
// be opened a second time; that is no fault of it.
func (p *program) counted(name string) string {
	s, err := p.open(name)
	if err != nil {
		return ""
	}
	defer s.Close()
	st := s.State()
	quotes, found := 0, 0
	for i := range st.Articles {
		a := &st.Articles[i]
		for _, c := range st.ClaimsOf(a.ID) {
			quotes++
			if c.Validate(a) == nil {
				found++
			}
		}
	}
	return fmt.Sprintf("%d of %s found in %s, byte for byte; ", found, count(quotes, "quote", "quotes"), count(len(st.Articles), "article", "articles"))
}
