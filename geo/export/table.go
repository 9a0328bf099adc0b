package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"contested/geo"
)

// writeTable writes the claims for reading in a terminal: under each article
// its claims, with who, what, where and the sentence, in which the claim's own
// words stand in brackets.
func writeTable(w io.Writer, d *Document) error {
	blank := ""
	for e := range d.Entries {
		if _, err := fmt.Fprintf(w, "%s%s\n", blank, visible(articleLine(e.Article))); err != nil {
			return err
		}
		blank = "\n"
		if len(e.Claims) == 0 {
			if _, err := io.WriteString(w, "  no claims found\n"); err != nil {
				return err
			}
		}
		for i := range e.Claims {
			c := &e.Claims[i]
			where := d.where(c)
			if where == "" {
				where = "no place"
			}
			who := speaker(e.Article, c)
			if c.Narrated() {
				who = "the article"
			}
			if _, err := fmt.Fprintf(w, "  %-5s  %s · %s · %s\n         “%s”\n", c.Source.Party, visible(where), visible(said(c)), visible(who), bracketed(e.Article, c)); err != nil {
				return err
			}
		}
	}
	return nil
}

// bracketed is the excerpt of a claim with its own words in brackets.
func bracketed(a *geo.Article, c *geo.Claim) string {
	var b strings.Builder
	for _, s := range segments(a, c) {
		if s.Claim {
			b.WriteString("[" + s.Text + "]")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// visible replaces what could steer a terminal: an article is foreign text.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, s)
}
