package main

import (
	"fmt"

	"contested/geo/session"
)

// check verifies projects: every quote stands in its article as stored, every
// article is the one it says it is, and the file keeps to its format.
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
		s, err := p.open(n)
		if err != nil {
			p.errorf("%v", err)
			bad = true
			continue
		}
		found := quotes(s.State())
		st := s.State()
		if err := s.Close(); err != nil {
			found = append(found, err.Error())
		}
		for _, f := range found {
			bad = true
			fmt.Fprintf(p.stdout, "%s: %s\n", n, oneLine(f))
		}
		if len(found) == 0 {
			fmt.Fprintf(p.stdout, "%s: %s of %s found in %s, byte for byte; nothing is wrong\n", n,
				count(len(st.Claims), "quote", "quotes"), fmt.Sprint(len(st.Claims)), count(len(st.Articles), "article", "articles"))
		}
	}
	if bad {
		return errReported
	}
	return nil
}

// quotes checks the claims of a state against its articles.
func quotes(st *session.State) []string {
	var out []string
	for i := range st.Articles {
		a := &st.Articles[i]
		for _, c := range st.ClaimsOf(a.ID) {
			if err := c.Validate(a); err != nil {
				out = append(out, fmt.Sprintf("article %.12s (%q), claim %s: %v", a.ID, a.Title, c.ID, err))
			}
		}
	}
	for i := range st.Claims {
		if c := &st.Claims[i]; st.Article(c.Article) == nil {
			out = append(out, fmt.Sprintf("claim %s belongs to an article that is not in the project", c.ID))
		}
	}
	return out
}
