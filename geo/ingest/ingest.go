// Package ingest turns files, folders, web pages and feeds into articles.
package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"time"

	"contested/geo"
)

// Options say how [Open] reads. The zero Options read files and folders within
// the default limits; they know no publishers, read no standard input and fetch
// with a client of their own.
type Options struct {
	// Assets holds "lexicon/publishers.tsv", the table of known publishers.
	// Nil: publishers keep the name they give themselves and the party PRESS.
	Assets fs.FS
	// Stdin is what the input "-" stands for. Nil: "-" is reported as failed.
	Stdin io.Reader
	// Transport carries requests for web addresses; nil: a transport that
	// refuses private addresses unless the user typed one.
	Transport http.RoundTripper
	// Now is the time of import that articles get; nil: [time.Now].
	Now func() time.Time
	// Progress, if not nil, is called after each input with the number of
	// articles that came in so far.
	Progress func(articles int, item Item)
}

// Item is what became of one input: a file, a page, a line of a JSON Lines file.
type Item struct {
	Input    string          // as the user named it, or the path below the folder named
	Line     int             // of the input, from 1; 0 when it concerns the input as a whole
	Articles []geo.ArticleID // what came in, in order
	Skipped  string          // why nothing was read, worded for people; not a failure
	Err      error           // why it failed, worded for people with what to do next
}

// Report says what became of every input, in order.
type Report struct {
	Items []Item
}

// Articles counts the articles that came in.
func (r Report) Articles() int {
	n := 0
	for _, it := range r.Items {
		n += len(it.Articles)
	}
	return n
}

// Open reads the inputs in order and hands each article to yield. An input is
// a file, a folder, a web address or "-". What cannot be read is an Item of the
// report and never stops the others; the error is yield's, or that of a
// cancelled context.
func Open(ctx context.Context, inputs []string, o Options, yield func(geo.Article) error) (Report, error) {
	var r Report
	for _, in := range inputs {
		r.Items = append(r.Items, Item{Input: in, Err: errors.New("not read yet: the importer is being written")})
	}
	return r, ctx.Err()
}
