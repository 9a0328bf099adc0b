package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"contested/geo/project"
	"contested/geo/session"
)

// check verifies projects and pictures: every quote stands in its article as stored, every
// article is the one that was imported, the layers show what is true, and the
// file keeps to its format. What is wrong is the result, on standard output.
func (p *program) check(c *command, args []string) error {
	o := newOptions(c)
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError{c, "no project or picture is given"}
	}
	bad := false
	for _, n := range names {
		if err := there(n); err != nil {
			p.errorf("%v", err)
			bad = true
			continue
		}
		if session.IsSnapshot(n) {
			bad = !p.checkSnapshot(n) || bad
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
		a := st.Articles[i]
		for _, c := range st.ClaimsOf(a.ID) {
			quotes++
			if c.Validate(a) == nil {
				found++
			}
		}
	}
	return fmt.Sprintf("%d of %s found in %s, byte for byte; ", found, count(quotes, "quote", "quotes"), count(len(st.Articles), "article", "articles"))
}

// checkSnapshot verifies a picture: that its parts belong together, and that what
// it carries, drawn anew, is the same picture.
func (p *program) checkSnapshot(name string) (clean bool) {
	s, err := session.OpenSnapshot(name)
	if err != nil {
		p.errorf("%v", err)
		return false
	}
	for _, f := range s.Problems {
		fmt.Fprintf(p.stdout, "%s: %s\n", name, oneLine(f.String()))
	}
	same, drawn := false, strings.EqualFold(filepath.Ext(name), ".png")
	if drawn && len(s.Problems) == 0 {
		if same, err = p.start().Redraw(p.ctx, s); err != nil {
			p.errorf("%s: %v", name, err)
			return false
		}
	}
	switch {
	case len(s.Problems) > 0:
	case same:
		fmt.Fprintf(p.stdout, "%s: code %s; drawn anew from its %s it is the same picture, pixel for pixel\n", name, s.Code, count(len(s.State.Claims), "claim", "claims"))
	case drawn:
		fmt.Fprintf(p.stdout, "%s: drawn anew it is another picture: another version of the program made it, or someone changed it\n", name)
	default:
		fmt.Fprintf(p.stdout, "%s: code %s, %s; compare the code with the one in the picture's corner\n", name, s.Code, count(len(s.State.Claims), "claim", "claims"))
		same = true
	}
	return same
}
