package ingest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode"

	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"
	"golang.org/x/net/html"
)

// parseFeed reads an RSS, Atom or JSON feed: each entry is an article, with the
// text that the feed carries.
func parseFeed(b []byte, label, address string) ([]draft, error) {
	if label == "" {
		label = declaredCharset(b)
	}
	s, _, err := decode(b, label)
	if err != nil {
		return nil, err
	}
	f, err := parseFeedTree(s)
	if err != nil {
		return nil, err
	}
	base, _ := url.Parse(address)
	if base == nil || address == "" {
		base, _ = url.Parse(webAddress(f.Link))
	}
	if base == nil {
		base = &url.URL{}
	}
	feedTitle, _, _ := strings.Cut(f.Title, " | ") // "Example Wire | News"
	out := make([]draft, 0, len(f.Items))
	for _, it := range f.Items {
		var d draft
		d.Title = strings.Join(strings.Fields(markup(it.Title)), " ")
		d.Text = markup(first(it.Content, it.Description))
		if d.Text == "" {
			d.Text = d.Title // a headline is a claim too
		}
		if u, err := base.Parse(strings.TrimSpace(it.Link)); err == nil {
			d.URL = webAddress(u.String())
		}
		d.Ref = first(it.GUID, d.URL, it.Link)
		d.Language = languageOf(d.Title+"\n"+d.Text, languageNamed(f.Language))
		switch {
		case it.PublishedParsed != nil:
			d.Published = moment(*it.PublishedParsed)
		case it.Published != "":
			d.Published = parseDate(it.Published)
		case it.UpdatedParsed != nil:
			d.Published = moment(*it.UpdatedParsed)
		}
		d.Publisher.Name = first(sourceOf(it.Extensions), feedTitle)
		if d.Text != "" {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		return nil, errNoEntries
	}
	return out, nil
}

var errNoEntries = errors.New("the feed has no entries")

// parseFeedTree reads a feed that is UTF-8 already, whatever its declaration says.
func parseFeedTree(s string) (*gofeed.Feed, error) {
	s = undeclare(strings.TrimSpace(s))
	if strings.HasPrefix(s, "<") {
		if err := checkDepth(s); err != nil {
			return nil, err
		}
	}
	f, err := gofeed.NewParser().Parse(strings.NewReader(s))
	if err != nil {
		if errors.Is(err, gofeed.ErrFeedTypeNotDetected) {
			return nil, errors.New("it is XML, but neither an RSS nor an Atom feed")
		}
		return nil, fmt.Errorf("the feed is broken: %s", short(strings.ReplaceAll(err.Error(), "\n", " ")))
	}
	return f, nil
}

// sourceOf is the name that an entry of an aggregated feed gives its origin.
func sourceOf(e ext.Extensions) string {
	for _, x := range e["dc"]["publisher"] {
		if x.Value != "" {
			return x.Value
		}
	}
	return ""
}

// markup is the text of an HTML fragment, as feeds carry it.
func markup(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return strings.TrimSpace(lineEnds(s))
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil || countElements(doc, maxElements) >= maxElements {
		return ""
	}
	return blocks(doc, false)
}

// undeclare takes the XML declaration off, whose encoding is no longer true.
func undeclare(s string) string {
	if strings.HasPrefix(s, "<?xml") {
		if i := strings.Index(s, "?>"); i > 0 {
			return strings.TrimSpace(s[i+2:])
		}
	}
	return s
}

// checkDepth refuses XML nested deeper than MaxDepth, before a recursive parser
// sees it, and declarations of entities, which no feed needs.
func checkDepth(s string) error {
	depth := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '<' || i+1 == len(s) {
			continue
		}
		rest := s[i+1:]
		switch {
		case strings.HasPrefix(rest, "![CDATA["):
			end := strings.Index(rest, "]]>")
			if end < 0 {
				return nil // the parser will say so
			}
			i += end + 3
		case strings.HasPrefix(rest, "!--"):
			end := strings.Index(rest, "-->")
			if end < 0 {
				return nil
			}
			i += end + 3
		case strings.HasPrefix(rest, "!ENTITY"):
			return errors.New("it declares entities, which are not read; save it without them")
		case rest[0] == '/':
			depth--
		case rest[0] == '!' || rest[0] == '?':
		case unicode.IsLetter(rune(rest[0])) || rest[0] == '_' || rest[0] >= 0x80:
			end := strings.IndexByte(rest, '>')
			if end < 0 {
				return nil
			}
			if rest[max(end-1, 0)] != '/' {
				depth++
			}
			if depth > MaxDepth {
				return fmt.Errorf("it is nested deeper than %d elements, which no feed or map is", MaxDepth)
			}
		}
	}
	return nil
}

// feedLike reports whether XML is a feed, by its root element.
func feedLike(b []byte) bool {
	x := xml.NewDecoder(io.LimitReader(bytes.NewReader(b), 64<<10))
	x.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		t, err := x.Token()
		if err != nil {
			return false
		}
		if e, ok := t.(xml.StartElement); ok {
			switch strings.ToLower(e.Name.Local) {
			case "rss", "feed", "rdf":
				return true
			}
			return false
		}
	}
}
