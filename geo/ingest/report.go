package ingest

import (
	"fmt"
	"strings"

	"contested/geo"
)

// Item is what became of one input: a file, a page, a line of a collection.
// Exactly one of Articles, Skipped and Err says so; a note may come with it.
type Item struct {
	Input    string          // as the user named it, or the path below the folder named
	Line     int             // of the input, from 1; 0 when it concerns the input as a whole
	Articles []geo.ArticleID // what came in, in order
	Skipped  string          // why nothing came in although nothing is wrong
	Err      error           // what is wrong, and what to do about it
	Note     string          // what else is worth knowing, such as damaged characters
}

// name is the input with its line.
func (it Item) name() string {
	if it.Line > 0 {
		return fmt.Sprintf("%s, line %d", it.Input, it.Line)
	}
	return it.Input
}

// String words the item in one line.
func (it Item) String() string {
	var s string
	switch n := len(it.Articles); {
	case it.Err != nil:
		s = it.Err.Error()
	case it.Skipped != "":
		s = it.Skipped
	case n == 1:
		s = "1 article"
	default:
		s = fmt.Sprintf("%d articles", n)
	}
	if it.Note != "" {
		s += " (" + it.Note + ")"
	}
	return it.name() + ": " + strings.ReplaceAll(s, "\n", " ")
}

// Report says what became of every input, in order.
type Report struct {
	Items      []Item
	Validators map[string]Validator // of the pages and feeds that were fetched, by address
}

// Articles counts the articles that came in.
func (r Report) Articles() int {
	n := 0
	for _, it := range r.Items {
		n += len(it.Articles)
	}
	return n
}

// Failed counts the items that could not be read.
func (r Report) Failed() int {
	n := 0
	for _, it := range r.Items {
		if it.Err != nil {
			n++
		}
	}
	return n
}
