package export

import (
	"io"
	"unicode/utf8"

	"contested/geo"
)

// The nodes of W3C Web Annotation: each claim is an annotation whose targets
// are its content spans, found again by their words and by their position.
type (
	annotation struct {
		ID         string   `json:"id"`
		Type       string   `json:"type"`
		Motivation string   `json:"motivation"`
		Body       []body   `json:"body"`
		Target     []target `json:"target"`
	}
	body struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Value   string `json:"value"`
	}
	target struct {
		Source   string     `json:"source"`
		Selector []selector `json:"selector"`
	}
	selector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact,omitempty"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
		Start  *int   `json:"start,omitempty"` // code points, as the standard counts
		End    *int   `json:"end,omitempty"`
	}
)

func writeAnnotations(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:contested:annotations","type":"AnnotationPage","items":[`); err != nil {
		return err
	}
	sep := "\n"
	for e := range d.Entries {
		points := codePoints{text: e.Article.Text}
		for i := range e.Claims {
			if err := writeItem(w, &sep, d.annotation(e.Article, &e.Claims[i], &points)); err != nil {
				return err
			}
		}
	}
	_, err := io.WriteString(w, "\n]}\n")
	return err
}

func (d *Document) annotation(a *geo.Article, c *geo.Claim, points *codePoints) annotation {
	out := annotation{ID: "urn:contested:claim:" + string(c.ID), Type: "Annotation", Motivation: "classifying"}
	out.Body = []body{{"TextualBody", "describing", speaker(a, c) + ": " + said(c)}}
	for _, tag := range []string{"party:" + c.Source.Party.String(), "type:" + c.Type.String(), "polarity:" + c.Polarity.String(),
		"modality:" + c.Modality.String(), "status:" + c.Status.String()} {
		out.Body = append(out.Body, body{"TextualBody", "tagging", tag})
	}
	for _, ref := range c.Places {
		name := string(ref.Place)
		if p, ok := d.place(ref.Place); ok {
			name = p.Name
		}
		out.Body = append(out.Body, body{"TextualBody", "tagging", "place:" + name})
	}
	source := a.URL
	if source == "" {
		source = articleIRI(a)
	}
	for _, s := range c.Content {
		exact := quote(a, s)
		if exact == "" {
			continue
		}
		start := points.at(s.Start)
		end := start + utf8.RuneCountInString(exact)
		out.Target = append(out.Target, target{source, []selector{
			{Type: "TextQuoteSelector", Exact: exact, Prefix: before(a.Text, s.Start), Suffix: after(a.Text, s.End)},
			{Type: "TextPositionSelector", Start: &start, End: &end},
		}})
	}
	return out
}

// context is how many characters stand with a quote on either side.
const context = 32

func before(s string, at int) string {
	i := at
	for n := 0; n < context && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:at]
}

func after(s string, at int) string {
	i := at
	for n := 0; n < context && i < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[at:i]
}
