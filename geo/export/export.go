// Package export writes claims in the formats that other programs read.
package export

import (
	"errors"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"contested/geo"
)

// Entry is one article with what was read out of it.
type Entry struct {
	Article *geo.Article
	Reading *geo.Reading // mentions, speakers, attributions; nil when not at hand
	Claims  []geo.Claim  // as corrected, the ones that count
}

// Document is what is exported. Entries are written in the order given, so that
// the same document gives the same bytes.
type Document struct {
	Title   string
	Entries iter.Seq[Entry]
	Place   func(geo.PlaceID) (geo.Place, bool)
	BOM     bool // CSV only: a byte order mark, so that spreadsheets see UTF-8
}

// Format is one way to write a document.
type Format struct {
	Name      string // as in --format
	Extension string // with the dot; empty for a terminal
	MediaType string
	About     string // one line for help and menus
	write     func(io.Writer, *Document) error
}

// Write writes d to w. The same document gives the same bytes.
func (f Format) Write(w io.Writer, d *Document) error {
	if f.write == nil {
		return errors.New("no such format")
	}
	return f.write(w, d)
}

// Formats lists every format in the order of help and menus.
func Formats() []Format { return formats }

// Named finds a format by its name.
func Named(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// ForFile finds a format by the extension of a file name.
func ForFile(name string) (Format, bool) {
	ext := strings.ToLower(filepath.Ext(name))
	for _, f := range formats {
		if f.Extension != "" && f.Extension == ext {
			return f, true
		}
	}
	return Format{}, false
}

var formats = []Format{
	{"jsonl", ".jsonl", "application/jsonl", "JSON Lines, one article a line", writeJSONL},
}
