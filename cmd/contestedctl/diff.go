package main

import (
	"fmt"
	"strings"

	"contested/geo"
	"contested/geo/session"
)

// diff lists the articles of a project that have several versions, or says what
// changed between two of them: [-taken out-] {+put in+}.
func (p *program) diff(c *command, args []string) error {
	o := newOptions(c)
	number := o.text("version", "", "N", "compare this version with the one before; the newest, if not given")
	names, err := o.parse(p, args)
	if err != nil {
		return err
	}
	if len(names) == 0 || len(names) > 2 || !isProject(names[0]) {
		return usageError{c, "a project (.gpkg) is needed, and the address, title or id of an article"}
	}
	s, err := p.open(names[0])
	if err != nil {
		return err
	}
	defer s.Close()
	st := s.State()
	if len(names) == 1 {
		return p.listVersions(st)
	}
	list, err := versionsNamed(st, names[1])
	if err != nil {
		return fmt.Errorf("%s: %w", names[0], err)
	}
	n := len(list)
	if *number != "" {
		if _, err := fmt.Sscanf(*number, "%d", &n); err != nil || n < 2 || n > len(list) {
			return usageError{c, fmt.Sprintf("--version %s: choose 2 to %d", *number, len(list))}
		}
	}
	before, after := st.Article(list[n-2]), st.Article(list[n-1])
	fmt.Fprintf(p.stdout, "Version %d of %d: %s\n%s against %s\n\n", n, len(list), oneLine(after.Title), fetched(after), fetched(before))
	fmt.Fprintln(p.stdout, changed(before.Title, after.Title))
	fmt.Fprintln(p.stdout)
	fmt.Fprintln(p.stdout, changed(before.Text, after.Text))
	if offers := st.Offered(after.ID); len(offers) > 0 {
		p.donef("%s of an older version would fit this one; take them over in the window", count(len(offers), "correction", "corrections"))
	}
	return nil
}

func fetched(a *geo.Article) string {
	if a.Fetched.IsZero() {
		return "of " + a.Published.String()
	}
	return "imported " + a.Fetched.UTC().Format("2006-01-02 15:04 MST")
}

func (p *program) listVersions(st *session.State) error {
	for i := range st.Articles {
		a := st.Articles[i]
		if list, at := st.Versions(a.ID); at == len(list)-1 && at > 0 {
			fmt.Fprintf(p.stdout, "%d versions\t%s\t%s\n", len(list), oneLine(a.Title), oneLine(a.URL))
		}
	}
	return nil
}

// versionsNamed are the versions of the article that is meant.
func versionsNamed(st *session.State, name string) ([]geo.ArticleID, error) {
	found := false
	for i := range st.Articles {
		a := st.Articles[i]
		if a.URL != name && a.Title != name && a.Ref != name && !(len(name) >= 8 && strings.HasPrefix(string(a.ID), name)) {
			continue
		}
		found = true
		if list, at := st.Versions(a.ID); at >= 0 {
			return list, nil
		}
	}
	if found {
		return nil, fmt.Errorf("there is one version of %q only", name)
	}
	return nil, fmt.Errorf("there is no article with the address, title or id %q; without one, those with several versions are listed", name)
}

// changed is a text with its changes marked, fit for a terminal.
func changed(before, after string) string {
	var b strings.Builder
	for _, c := range session.CompareTexts(before, after) {
		switch c.Kind {
		case session.Removed:
			b.WriteString("[-" + c.Old.Of(before) + "-]")
		case session.Added:
			b.WriteString("{+" + c.New.Of(after) + "+}")
		default:
			b.WriteString(c.New.Of(after))
		}
	}
	return plainText(b.String())
}

// plainText takes out what could steer a terminal: an article is foreign text.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\ufffd'
		}
		return r
	}, s)
}
