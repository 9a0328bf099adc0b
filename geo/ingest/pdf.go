package ingest

import (
	"errors"
	"strings"

	"contested/geo/ingest/pdf"
)

// parsePDF reads the text of a PDF file: its paragraphs as blocks joined by
// blank lines.
func parsePDF(b []byte) (draft, error) {
	var d draft
	doc, err := pdf.Read(b, pdf.Limits{Unpacked: 4 * MaxDocument})
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return d, errors.New("the PDF is protected by a password; open it, print it to a new PDF, and take that")
	case errors.Is(err, pdf.ErrLimit):
		return d, errors.New("the PDF unpacks to more than the limits allow; save the article alone, or as text")
	case err != nil:
		return d, errors.New("it is no PDF file, or a damaged one; save it anew, or as text")
	case len(doc.Paragraphs) == 0:
		return d, errScan(doc.Pages)
	case doc.Unknown > 0.3:
		return d, errors.New("the fonts of the PDF do not say which letters they show; copy the text from a viewer, or run text recognition (OCR) over it")
	}
	d.Title = doc.Title
	d.Text = untitled(strings.Join(doc.Paragraphs, "\n\n"), d.Title)
	if d.Title == "" {
		d.Title = heading(d.Text)
	}
	return d, nil
}
