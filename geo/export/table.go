package export

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// writeTable writes the claims for reading in a terminal: under each article
// its claims, with who, what, where and the words.
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
			if _, err := fmt.Fprintf(w, "  %-5s  %s · %s · %s\n         “%s”\n", c.Source.Party, visible(where), visible(said(c)), visible(who), visible(excerpt(e.Article, c))); err != nil {
				return err
			}
		}
	}
	return nil
}

// visible replaces what could steer a terminal: an article is foreign text.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, s)
}
