package export

import (
	"bufio"
	"errors"
	"io"
	"iter"
	"path/filepath"
	"strings"
	"time"

	"contested/geo"
)

// Entry is one article with what was read out of it.
type Entry struct {
	Article *geo.Article
	Reading *geo.Reading // mentions, speakers, attributions; nil when not at hand
	Claims  []geo.Claim  // as corrected: the ones that count
	Reviews map[geo.ClaimID]Review
}

// Review is the status that a person gave a claim, and why. Claims that nobody
// judged have none.
type Review struct {
	Status geo.Status
	Reason string
	At     time.Time // zero: not known
}

// Document is what is exported. Entries are written in the order given.
type Document struct {
	Title   string
	Entries iter.Seq[Entry]
	Place   func(geo.PlaceID) (geo.Place, bool)
	BOM     bool   // CSV only: a byte order mark, by which spreadsheets know UTF-8
	Picture []byte // HTML only: the map as PNG, which the page then contains; may be empty
	Alt     string // HTML only: what the picture shows, for those who cannot see it
}

// Format is one way to write a document.
type Format struct {
	Name      string // as in --format
	Extension string // with the dot; empty when no extension stands for it
	MediaType string
	About     string // one line for help and menus
	write     func(io.Writer, *Document) error
}

// Pictured reports whether a document of the format shows its Picture.
func (f Format) Pictured() bool { return f.Name == "html" }

// Write writes d to w.
func (f Format) Write(w io.Writer, d *Document) error {
	if f.write == nil {
		return errors.New("no such format")
	}
	b := bufio.NewWriterSize(w, 64<<10)
	if err := f.write(b, d); err != nil {
		return err
	}
	return b.Flush()
}

var formats = []Format{
	{"table", "", "text/plain", "a list for reading in a terminal", writeTable},
	{"jsonl", ".jsonl", "application/jsonl", "JSON Lines: one article a line with its places, sources and claims", writeJSONL},
	{"geojson", ".geojson", "application/geo+json", "GeoJSON: one feature for each claim and place", writeGeoJSON},
	{"kml", ".kml", "application/vnd.google-earth.kml+xml", "KML: placemarks with time spans and excerpts", writeKML},
	{"csv", ".csv", "text/csv", "a table for spreadsheets: one row for each claim and place", writeCSV},
	{"html", ".html", "text/html", "a web page of the claims and their excerpts, in one file", writeHTML},
	{"jsonld", ".jsonld", "application/ld+json", "schema.org claims in JSON-LD, without ratings", writeJSONLD},
	{"annotations", ".anno.json", "application/ld+json", "W3C Web Annotations on the articles", writeAnnotations},
	{"csl", ".csl.json", "application/vnd.citationstyles.csl+json", "the articles as CSL-JSON, for Zotero and Pandoc", writeCSL},
	{"bibtex", ".bib", "application/x-bibtex", "the articles as BibLaTeX", writeBibTeX},
	{"timemap", ".timemap.json", "application/json", "events and sources for TimeMap", writeTimeMap},
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

// ForFile finds a format by the extension of a file name; of two that fit, the
// longer extension wins.
func ForFile(name string) (Format, bool) {
	name = strings.ToLower(filepath.Base(name))
	var best Format
	for _, f := range formats {
		if f.Extension != "" && strings.HasSuffix(name, f.Extension) && len(f.Extension) > len(best.Extension) {
			best = f
		}
	}
	return best, best.Name != ""
}
