package ingest

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxElements keeps pages that are nothing but markup from taking minutes.
const maxElements = 150_000

// leastText is how many letters a main text has at least; with fewer the whole
// body is taken instead.
const leastText = 140

// parsePage reads an HTML page: its main text as blocks joined by blank lines,
// and title, date, publisher and canonical address from what the page says of
// itself. No script is run, nothing is loaded.
func parsePage(b []byte, label, address string) (draft, string, error) {
	if label == "" {
		label = declaredCharset(b)
	}
	s, note, err := decode(b, label)
	if err != nil {
		return draft{}, "", err
	}
	d, err := pageArticle(s, first(address, savedFrom(s)))
	return d, note, err
}

var savedNote = regexp.MustCompile(`(?s)<!--.{0,200}?(?:saved from url=\(\d+\)|\burl:\s*)(https?://\S+)`)

// savedFrom is the address that browsers (and SingleFile) note in a comment at
// the top of a page that they save.
func savedFrom(s string) string {
	if m := savedNote.FindStringSubmatch(s[:min(len(s), 2048)]); m != nil {
		return webAddress(m[1])
	}
	return ""
}

func pageArticle(s, address string) (draft, error) {
	var d draft
	doc, err := html.Parse(strings.NewReader(lineEnds(s)))
	if err != nil {
		return d, errors.New("the page is nested too deep to be read; save it as text")
	}
	if n := countElements(doc, maxElements); n >= maxElements {
		return d, errors.New("the page has too many elements to be read; save its article as text")
	}
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = &url.URL{Scheme: "http", Host: "page.invalid", Path: "/"}
	}
	m := metadata(doc, base)
	d.Title, d.Published, d.Publisher.Name, d.URL = m.title, m.published, m.publisher, m.canonical
	if d.URL == "" {
		d.URL = webAddress(address)
	}
	// The body is kept as it was: the extraction below works on its own copy.
	whole := blocks(findElement(doc, atom.Body), true)
	p := readability.NewParser()
	p.MaxElemsToParse = maxElements
	p.Logger = slog.New(slog.NewTextHandler(io.Discard, nil))
	if a, err := p.ParseDocument(doc, base); err == nil {
		if a.Node != nil {
			d.Text = blocks(a.Node, false)
		}
		if d.Title == "" {
			d.Title = a.Title
		}
	}
	d.Title = strings.Join(strings.Fields(d.Title), " ")
	if len(d.Text) < leastText {
		d.Text = first(longer(m.body, whole), d.Text)
	}
	d.Text = untitled(d.Text, d.Title)
	// What a language tag says is the language of the site's frame on many a
	// page; the letters know better.
	d.Language = languageOf(d.Text, languageNamed(m.language))
	if strings.TrimSpace(d.Text) == "" {
		return d, errors.New("no text was found in the page; it may be drawn by a script: save the article as text or PDF from the browser")
	}
	return d, nil
}

// untitled takes a heading that repeats the title off a text made of blocks.
func untitled(s, title string) string {
	if head, rest, ok := strings.Cut(s, "\n\n"); ok && head == title {
		return rest
	}
	return s
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// declaredCharset is the character set that a page names in its first
// kilobyte, or empty.
func declaredCharset(b []byte) string {
	head := bytes.ToLower(b[:min(len(b), 2048)])
	i := bytes.Index(head, []byte("charset="))
	if i < 0 {
		if i = bytes.Index(head, []byte("encoding=")); i < 0 || !bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
			return ""
		}
		i++ // "encoding" has one letter more than "charset"
	}
	v := bytes.TrimLeft(head[i+len("charset="):], `"' `)
	if j := bytes.IndexAny(v, "\"' />;?\r\n"); j >= 0 {
		v = v[:j]
	}
	return string(v)
}

// countElements counts the nodes under n, up to the limit.
func countElements(n *html.Node, limit int) int {
	count := 0
	for range n.Descendants() {
		if count++; count >= limit {
			break
		}
	}
	return count
}

func findElement(n *html.Node, tag atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.DataAtom == tag {
			return c
		}
	}
	return n
}

// blocks is the text under n: one line for each block element, joined by blank
// lines, white space as a browser shows it. With frame, what stands around an
// article (navigation, header, footer, forms) is left out.
func blocks(n *html.Node, frame bool) string {
	w := blockWriter{frame: frame}
	w.walk(n)
	w.flush()
	return w.out.String()
}

type blockWriter struct {
	out   strings.Builder
	line  strings.Builder
	space bool // white space is due before the next word
	frame bool
	pre   int
}

func (w *blockWriter) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Video, atom.Audio,
			atom.Canvas, atom.Select, atom.Button, atom.Textarea, atom.Input, atom.Head, atom.Math, atom.Map:
			return
		case atom.Figcaption: // what a picture shows is no part of the account
			return
		case atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form:
			if w.frame {
				return
			}
		case atom.Br:
			if w.pre == 0 {
				w.newline()
			}
			return
		case atom.Pre:
			w.pre++
			defer func() { w.pre-- }()
		}
		for _, a := range n.Attr {
			if a.Key == "hidden" || a.Key == "aria-hidden" && a.Val == "true" {
				return
			}
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	block := n.Type == html.ElementNode && blockElements[n.DataAtom]
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if block {
		w.flush()
	}
	if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
		w.space = true
	}
}

// text appends words; runs of white space become one space.
func (w *blockWriter) text(s string) {
	if w.pre > 0 {
		w.line.WriteString(s)
		return
	}
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			w.space = true
		case '\u00ad', '\u200b', '\ufeff': // soft hyphens and zero widths split names that are searched
		default:
			if w.space && w.line.Len() > 0 && !strings.HasSuffix(w.line.String(), "\n") {
				w.line.WriteByte(' ')
			}
			w.space = false
			w.line.WriteRune(r)
		}
	}
}

// newline breaks the line inside a block.
func (w *blockWriter) newline() {
	if w.line.Len() > 0 {
		w.line.WriteByte('\n')
	}
	w.space = false
}

// flush ends the block.
func (w *blockWriter) flush() {
	s := strings.Trim(w.line.String(), " \n\t\u00a0")
	w.line.Reset()
	w.space = false
	if s == "" {
		return
	}
	if w.out.Len() > 0 {
		w.out.WriteString("\n\n")
	}
	w.out.WriteString(s)
}

var blockElements = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Center: true,
	atom.Dd: true, atom.Details: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true,
	atom.Figcaption: true, atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true,
	atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Header: true, atom.Hr: true, atom.Li: true,
	atom.Main: true, atom.Nav: true, atom.Ol: true, atom.P: true, atom.Pre: true, atom.Section: true,
	atom.Summary: true, atom.Table: true, atom.Tr: true, atom.Ul: true, atom.Caption: true, atom.Title: true,
}
