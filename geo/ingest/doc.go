// Package ingest turns files, folders, web pages and feeds into articles.
//
// # What is read
//
//	.txt .text .md        text; a heading and a "Title: …" block are recognised
//	.html .htm .xhtml     web pages: main text, title, date, publisher, address
//	.mhtml .mht           web pages saved in one file
//	.eml                  e-mail, its text or its page
//	.pdf                  text, with spaces rebuilt from positions; no scans
//	.docx .odt            word processor documents
//	.xml .rss .atom .rdf  feeds; each entry is an article
//	.jsonl .ndjson .json  articles, one object a line (DESIGN section 2), or a JSON Feed
//	.csv .tsv             articles, one a row, columns named in the first row
//	.urls                 web addresses, one a line; a .txt of nothing else, too
//
// A folder is read with the folders below it, hidden ones excepted, in the
// order of names. A web address (http or https) is fetched; what it answers is
// read by its type. "-" is standard input, read by its content.
//
// # The text
//
// The text of a plain file is stored as decoded: the byte order mark is taken
// off, line ends become "\n", and nothing else is touched. A text field of JSON
// or CSV is stored exactly as it stands there. From pages, mail and documents
// come text blocks, joined by a blank line. Every span of a reading points into
// the text as stored.
//
// # Limits
//
// See the constants. What is larger is refused with its size and the limit;
// nothing is cut off in silence. No script is run, no image and no external
// entity is loaded, no archive is unpacked to disk.
package ingest
