package export

import (
	"fmt"
	"io"
	"strings"
	"time"

	"contested/geo"
)

// cslItem is an article in CSL-JSON.
type cslItem struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title,omitempty"`
	Container string   `json:"container-title,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	Accessed  *cslDate `json:"accessed,omitempty"`
	URL       string   `json:"URL,omitempty"`
	Language  string   `json:"language,omitempty"`
	Note      string   `json:"note"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

func writeCSL(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, "["); err != nil {
		return err
	}
	sep := "\n"
	for e := range d.Entries {
		a := e.Article
		it := cslItem{ID: string(a.ID[:min(16, len(a.ID))]), Type: "article-newspaper", Title: a.Title, Container: a.Publisher.Name,
			URL: a.URL, Language: string(a.Language), Note: "text sha256:" + a.TextHash()}
		if a.Published.Known() {
			it.Issued = &cslDate{[][]int{dateParts(a.Published)}}
		}
		if !a.Fetched.IsZero() && a.URL != "" {
			it.Accessed = &cslDate{[][]int{dateParts(geo.Moment(a.Fetched.UTC()))}}
		}
		if err := writeItem(w, &sep, it); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "\n]\n")
	return err
}

// dateParts are year, month and day, as far as they are known.
func dateParts(iv geo.Interval) []int {
	y, m, d := iv.From.Date()
	if iv.To.Sub(iv.From) > 24*time.Hour+time.Second {
		return []int{y, int(m)}
	}
	return []int{y, int(m), d}
}

// writeBibTeX writes the articles as BibLaTeX entries in UTF-8.
func writeBibTeX(w io.Writer, d *Document) error {
	used := map[string]int{}
	for e := range d.Entries {
		a := e.Article
		key := citeKey(a)
		if used[key]++; used[key] > 1 {
			key += fmt.Sprintf("-%d", used[key])
		}
		var b strings.Builder
		fmt.Fprintf(&b, "@online{%s,\n", key)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
			}
		}
		field("title", tex(a.Title))
		field("organization", tex(a.Publisher.Name))
		if y := dateParts(a.Published); a.Published.Known() {
			s := fmt.Sprintf("%04d-%02d", y[0], y[1])
			if len(y) == 3 {
				s += fmt.Sprintf("-%02d", y[2])
			}
			field("date", s)
		}
		field("url", strings.NewReplacer("{", "%7B", "}", "%7D", "\\", "%5C", "\n", "").Replace(a.URL))
		if !a.Fetched.IsZero() && a.URL != "" {
			field("urldate", a.Fetched.UTC().Format("2006-01-02"))
		}
		field("langid", map[geo.Language]string{geo.English: "english", geo.Ukrainian: "ukrainian", geo.Russian: "russian"}[a.Language])
		field("note", "text sha256:"+a.TextHash())
		b.WriteString("}\n\n")
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}

// citeKey is a key such as "example-wire-2025-trains": ASCII letters, figures
// and hyphens.
func citeKey(a *geo.Article) string {
	var parts []string
	if s := ascii(a.Publisher.Name); s != "" {
		parts = append(parts, s)
	}
	if a.Published.Known() {
		parts = append(parts, a.Published.From.Format("2006"))
	}
	for _, word := range strings.Fields(a.Title) {
		if s := ascii(word); len(s) > 3 {
			parts = append(parts, s)
			break
		}
	}
	if len(parts) < 2 {
		parts = append(parts, string(a.ID[:min(8, len(a.ID))]))
	}
	return strings.Join(parts, "-")
}

func ascii(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == ' ' || r == '-':
			return '-'
		}
		return -1
	}, s)
	return strings.Trim(s, "-")
}

var texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "$", `\$`,
	"_", `\_`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func tex(s string) string { return texEscapes.Replace(visible(oneLine(s))) }
