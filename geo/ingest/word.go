package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// parseWord reads a .docx (ECMA-376) or .odt (OASIS OpenDocument) file: its
// paragraphs as blocks joined by blank lines. Deleted words, field codes,
// comments, notes and pictures are left out. Nothing is unpacked to disk.
func parseWord(b []byte) (draft, error) {
	var d draft
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return d, errors.New("the file is damaged: its parts cannot be found; save it anew")
	}
	if len(z.File) > 10_000 {
		return d, errors.New("the file holds more than 10000 parts and is no text document")
	}
	part := func(name string) (io.ReadCloser, bool) {
		for _, f := range z.File {
			if f.Name == name {
				r, err := f.Open()
				return r, err == nil
			}
		}
		return nil, false
	}
	dialect := docx
	body, ok := part("word/document.xml")
	if !ok {
		dialect = odt
		if body, ok = part("content.xml"); !ok {
			return d, errors.New("it is an archive or an office file without text; unpack it, or save the article as .docx, .html or .txt")
		}
	}
	defer body.Close()
	// The size in the archive's directory is the writer's word only; what is
	// unpacked is counted.
	p := paragraphs{dialect: dialect}
	if err := p.read(&budget{r: body, left: MaxDocument}); err != nil {
		if errors.Is(err, errLimit) {
			return d, tooLarge(-1, MaxDocument, "save the article alone")
		}
		if len(p.list) == 0 {
			return d, errors.New("the file is damaged: its text cannot be read; save it anew")
		}
	}
	d.Title = p.title
	d.Text = untitled(strings.Join(p.list, "\n\n"), d.Title)
	if d.Title == "" {
		d.Title = heading(d.Text)
	}
	if strings.TrimSpace(d.Text) == "" {
		return d, errors.New("the document has no text; it may hold a picture of a page only")
	}
	return d, nil
}

// budget fails with errLimit once more than left bytes were read.
type budget struct {
	r    io.Reader
	left int64
}

func (b *budget) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errLimit
	}
	return n, err
}

// wordDialect names the elements of one document format.
type wordDialect struct {
	paragraph map[string]bool
	text      string // the only element whose characters count; empty: all
	skip      map[string]bool
	styleAttr string
}

var (
	docx = wordDialect{
		paragraph: map[string]bool{"p": true},
		text:      "t",
		skip:      map[string]bool{"del": true, "moveFrom": true, "txbxContent": true, "drawing": true, "pict": true, "object": true, "Fallback": true},
		styleAttr: "val",
	}
	odt = wordDialect{
		paragraph: map[string]bool{"p": true, "h": true},
		skip: map[string]bool{"tracked-changes": true, "annotation": true, "note": true, "frame": true, "table-of-content": true,
			"automatic-styles": true, "font-face-decls": true, "scripts": true},
		styleAttr: "style-name",
	}
)

// paragraphs gathers the paragraphs of a document.
type paragraphs struct {
	dialect wordDialect
	list    []string
	title   string
}

// read reads the XML stream of a document. Depth costs nothing here: there is
// no recursion; entities other than XML's own are an error of encoding/xml.
func (p *paragraphs) read(r io.Reader) error {
	x := xml.NewDecoder(r)
	var b strings.Builder
	inText, inParagraph, style := false, 0, ""
	for {
		t, err := x.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			name := t.Name.Local
			switch {
			case p.dialect.skip[name]:
				if err := skipElement(x); err != nil {
					return err
				}
			case p.dialect.paragraph[name]:
				if inParagraph++; inParagraph == 1 {
					b.Reset()
					style = ""
				}
				for _, a := range t.Attr {
					if a.Name.Local == "style-name" {
						style = a.Value
					}
				}
				if name == "h" {
					style = "Heading"
				}
			case name == "pStyle":
				for _, a := range t.Attr {
					if a.Name.Local == p.dialect.styleAttr {
						style = a.Value
					}
				}
			case inParagraph > 0 && (name == "tab" || name == "s" && p.dialect.text == ""):
				b.WriteByte(' ')
			case inParagraph > 0 && (name == "br" || name == "cr" || name == "line-break"):
				b.WriteByte('\n')
			case inParagraph > 0 && name == "noBreakHyphen":
				b.WriteByte('-')
			case name == p.dialect.text:
				inText = true
			}
		case xml.EndElement:
			switch {
			case p.dialect.paragraph[t.Name.Local]:
				if inParagraph--; inParagraph == 0 {
					p.end(strings.TrimSpace(b.String()), style)
				}
			case t.Name.Local == p.dialect.text:
				inText = false
			}
		case xml.CharData:
			if inParagraph > 0 && (inText || p.dialect.text == "") {
				b.Write(t)
			}
		}
	}
}

// skipElement reads to the end of the element that was just begun, without the
// recursion that xml.Decoder.Skip had.
func skipElement(x *xml.Decoder) error {
	for depth := 1; depth > 0; {
		t, err := x.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// end keeps a paragraph. The first one in the style of a title, or else of a
// heading before any text, is the document's title too.
func (p *paragraphs) end(s, style string) {
	if s == "" {
		return
	}
	style = strings.ToLower(style)
	if p.title == "" && (style == "title" || len(p.list) == 0 && (strings.HasPrefix(style, "heading") || style == "1")) {
		p.title = strings.Join(strings.Fields(s), " ")
	}
	p.list = append(p.list, s)
}

// errScan is what a document without words gets.
func errScan(pages int) error {
	if pages == 1 {
		return errors.New("its page holds no text: it is a scan or a picture; run text recognition (OCR) over it first")
	}
	return fmt.Errorf("none of its %d pages holds text: it is a scan or a picture; run text recognition (OCR) over it first", pages)
}
