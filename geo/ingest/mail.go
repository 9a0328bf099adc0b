package ingest

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// parseMail reads an e-mail or a page saved as MHTML. Of a mail it takes the
// plain text, or the page when that says more; of a saved page the page.
func parseMail(b []byte, saved bool) (draft, string, error) {
	var d draft
	msg, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(b, "\r\n \t")))
	if err != nil {
		return d, "", errors.New("it is no e-mail: its header cannot be read; save the message anew as .eml")
	}
	var parts mailParts
	if err := parts.read(msg.Header, msg.Body, 0); err != nil {
		return d, "", err
	}
	location := webAddress(first(msg.Header.Get("Snapshot-Content-Location"), msg.Header.Get("Content-Location")))
	subject := words(msg.Header.Get("Subject"))
	published := parseDate(stripComment(msg.Header.Get("Date")))
	if saved && parts.page != nil {
		d, note, err := parsePage(parts.page, parts.pageCharset, first(parts.location, location))
		if err != nil {
			return d, "", err
		}
		if d.Title == "" {
			d.Title = subject
		}
		return d, note, nil // the date of a saved page is that of saving
	}
	d.Title, d.Published = subject, published
	for {
		t, cut := strings.CutPrefix(strings.TrimSpace(d.Title), "Fwd:")
		if !cut {
			if t, cut = strings.CutPrefix(t, "FW:"); !cut {
				break
			}
		}
		d.Title = strings.TrimSpace(t)
	}
	d.Ref = strings.Trim(msg.Header.Get("Message-Id"), "<> ")
	// A mailing list's "Name <a@b> via list" and broken addresses are common;
	// only what parses is used.
	if from, err := (&mail.AddressParser{WordDecoder: &decoder}).Parse(msg.Header.Get("From")); err == nil {
		d.Publisher.Name, d.address = from.Name, from.Address
	}
	text, note, err := decode(parts.text, parts.textCharset)
	if err != nil {
		text, note = "", ""
	}
	d.Text = strings.Trim(lineEnds(text), "\n")
	if parts.page != nil {
		page, pageNote, err := mailPage(parts.page, parts.pageCharset)
		// Newsletters send a plain text that only says "view in browser".
		if err == nil && letters(page) > 2*letters(d.Text) {
			d.Text, note = page, pageNote
		}
	}
	if len(parts.attached) > 0 {
		note = strings.TrimPrefix(note+"; not read: the attached "+strings.Join(parts.attached, ", "), "; ")
	}
	if strings.TrimSpace(d.Text) == "" {
		if len(parts.attached) > 0 {
			return d, "", fmt.Errorf("the message has no text; save its attachment (%s) and open that", strings.Join(parts.attached, ", "))
		}
		return d, "", errors.New("the message has no text")
	}
	return d, note, nil
}

// mailPage is the text of a mail's HTML part.
func mailPage(b []byte, label string) (string, string, error) {
	if label == "" {
		label = declaredCharset(b)
	}
	s, note, err := decode(b, label)
	if err != nil {
		return "", "", err
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil || countElements(doc, maxElements) >= maxElements {
		return "", "", errors.New("the page in the message is too deep or too large")
	}
	return blocks(doc, false), note, nil
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// mailParts are the parts of a message that are read.
type mailParts struct {
	text, page               []byte
	textCharset, pageCharset string
	location                 string // of the page
	attached                 []string
	count                    int
}

// mailHeader is the header of a message or of one part.
type mailHeader interface{ Get(string) string }

const maxParts = 2000 // a saved page has a part for each picture

// read takes the parts of a body, and of the bodies inside it.
func (p *mailParts) read(h mailHeader, body io.Reader, depth int) error {
	if p.count++; p.count > maxParts || depth > MaxDepth/8 {
		return nil
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	disposition, dparams, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, &base64Only{r: body})
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	name := words(first(dparams["filename"], params["name"]))
	switch {
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		parts := multipart.NewReader(body, params["boundary"])
		for {
			// Raw: the transfer encoding is taken off above, once.
			part, err := parts.NextRawPart()
			if err != nil {
				return nil // a message cut short keeps what came before
			}
			if err := p.read(part.Header, part, depth+1); err != nil {
				return err
			}
		}
	case kind == "message/rfc822":
		if inner, err := mail.ReadMessage(body); err == nil {
			return p.read(inner.Header, inner.Body, depth+1)
		}
	case disposition == "attachment" || name != "" && !strings.HasPrefix(kind, "text/"):
		if name != "" && len(p.attached) < 10 {
			p.attached = append(p.attached, short(name))
		}
	case kind == "text/html" || kind == "application/xhtml+xml":
		if p.page == nil {
			p.pageCharset = params["charset"]
			p.location = webAddress(h.Get("Content-Location"))
			p.page, err = partBytes(body)
			return err
		}
	case kind == "text/plain" || kind == "":
		if p.text == nil {
			p.textCharset = params["charset"]
			p.text, err = partBytes(body)
			return err
		}
	}
	return nil
}

// partBytes reads a part. One that breaks off keeps what came before.
func partBytes(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxText+1))
	if len(b) > MaxText {
		return nil, tooLarge(-1, MaxText, "save the message's text as .txt")
	}
	if err != nil && len(b) == 0 {
		return []byte{}, nil
	}
	return b, nil
}

// base64Only passes on what belongs to base64: mails have line ends and stray
// marks between.
type base64Only struct{ r io.Reader }

func (b *base64Only) Read(p []byte) (int, error) {
	for {
		n, err := b.r.Read(p)
		kept := p[:0]
		for _, c := range p[:n] {
			if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
				kept = append(kept, c)
			}
		}
		if len(kept) > 0 || err != nil || n == 0 {
			return len(kept), err
		}
	}
}

var decoder = mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
	return charset.NewReaderLabel(name, r)
}}

// words decodes a header field (RFC 2047); one in bare 8-bit letters is decoded
// like a text.
func words(s string) string {
	if d, err := decoder.DecodeHeader(s); err == nil {
		s = d
	}
	if s, _, err := decode([]byte(s), ""); err == nil {
		return strings.Join(strings.Fields(s), " ")
	}
	return ""
}

// stripComment takes a comment such as "(UTC)" off a date field.
func stripComment(s string) string {
	s, _, _ = strings.Cut(s, "(")
	return s
}
