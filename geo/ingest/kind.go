package ingest

import (
	"bytes"
	"path"
	"slices"
	"strings"
)

// kind is the form that an input has.
type kind uint8

const (
	unknownKind kind = iota
	plainText
	page // HTML
	savedPage
	mailMessage
	portableDoc
	wordDoc
	feed
	jsonLines
	jsonFile
	table
	addresses
	refused // known, and not read
)

// extensions tells kinds by the end of a file name.
var extensions = map[string]kind{
	".txt": plainText, ".text": plainText, ".md": plainText, ".markdown": plainText,
	".html": page, ".htm": page, ".xhtml": page,
	".mhtml": savedPage, ".mht": savedPage,
	".eml": mailMessage, ".pdf": portableDoc, ".docx": wordDoc, ".odt": wordDoc,
	".xml": feed, ".rss": feed, ".atom": feed, ".rdf": feed,
	".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonFile,
	".csv": table, ".tsv": table, ".urls": addresses,
	".doc": refused, ".rtf": refused, ".pages": refused, ".epub": refused, ".msg": refused,
	".kml": refused, ".kmz": refused, ".geojson": refused,
	".warc": refused, ".wacz": refused, ".webarchive": refused, ".xls": refused, ".xlsx": refused,
}

// Extensions are the ends of the names of files that are read, in order.
func Extensions() []string {
	var out []string
	for ext, k := range extensions {
		if k != refused {
			out = append(out, ext)
		}
	}
	slices.Sort(out)
	return out
}

// advice says what to do with kinds that are known and not read.
var advice = map[string]string{
	".doc": "save it as .docx", ".rtf": "save it as .docx", ".pages": "export it as .docx",
	".epub": "convert it to .html", ".msg": "save the message as .eml",
	".warc": "save the page as .html", ".wacz": "save the page as .html", ".webarchive": "save the page as .html",
	".kml": eventsAdvice, ".kmz": eventsAdvice, ".geojson": eventsAdvice,
	".xls": "save it as .csv", ".xlsx": "save it as .csv",
}

const eventsAdvice = "they hold others' events: add the file as context"

// HoldsEvents reports whether a file of this name holds others' events, which
// [Context] reads, and no articles.
func HoldsEvents(name string) bool { return advice[strings.ToLower(path.Ext(name))] == eventsAdvice }

// kindOfName tells the kind by the extension of a name.
func kindOfName(name string) kind { return extensions[strings.ToLower(path.Ext(name))] }

// mediaKinds tells kinds by what a server calls them.
var mediaKinds = map[string]kind{
	"text/plain": plainText, "text/markdown": plainText,
	"text/html": page, "application/xhtml+xml": page,
	"multipart/related": savedPage, "message/rfc822": mailMessage,
	"application/pdf": portableDoc,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": wordDoc,
	"application/vnd.oasis.opendocument.text":                                 wordDoc,
	"application/rss+xml": feed, "application/atom+xml": feed, "application/rdf+xml": feed,
	"application/xml": feed, "text/xml": feed,
	"application/feed+json": jsonFile, "application/json": jsonFile,
	"application/jsonl": jsonLines, "application/x-ndjson": jsonLines, "application/jsonlines": jsonLines,
	"text/csv": table, "text/tab-separated-values": table,
}

// sniff tells the kind by the first bytes, for standard input, for servers and
// names that say nothing, and for files whose name says the wrong thing.
func sniff(b []byte) kind {
	head := b[:min(len(b), 1024)]
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return portableDoc
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return wordDoc
	}
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	head = bytes.ToLower(bytes.TrimLeft(head, " \t\r\n"))
	switch {
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		return page
	case bytes.HasPrefix(head, []byte("<rss")), bytes.HasPrefix(head, []byte("<feed")), bytes.HasPrefix(head, []byte("<rdf:rdf")):
		return feed
	case bytes.HasPrefix(head, []byte("<?xml")):
		if bytes.Contains(head, []byte("<html")) {
			return page
		}
		return feed
	case bytes.HasPrefix(head, []byte("{\"")), bytes.HasPrefix(head, []byte("{ \"")):
		return jsonLines
	case bytes.HasPrefix(head, []byte("[{")), bytes.HasPrefix(head, []byte("[ {")),
		bytes.HasPrefix(head, []byte("[\n")), bytes.HasPrefix(head, []byte("{\n")), bytes.HasPrefix(head, []byte("{\r\n")):
		return jsonFile
	case mailHead(head):
		return mailMessage
	}
	return plainText
}

// mailHead reports whether lower-cased bytes begin like an e-mail as it was
// transported: only such a message has these fields.
func mailHead(head []byte) bool {
	for _, f := range []string{"return-path:", "received:", "delivered-to:", "mime-version:", "message-id:", "from: <saved by"} {
		if bytes.HasPrefix(head, []byte(f)) {
			return true
		}
	}
	return bytes.HasPrefix(head, []byte("from:")) && bytes.Contains(head, []byte("\nmime-version:"))
}
