package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"contested/geo"
)

// Options say how [Open] reads. The zero Options read files and folders within
// the limits; they know no publishers and have no standard input.
type Options struct {
	// Assets holds "lexicon/publishers.tsv", the table of known publishers.
	// Nil: publishers keep the name they give themselves, and the party PRESS
	// unless their article says otherwise.
	Assets fs.FS
	// Stdin is what the input "-" stands for. Nil: "-" is reported as failed.
	Stdin io.Reader
	// Now is the time of import that articles get; nil: [time.Now].
	Now func() time.Time
	// Progress, if not nil, is called after each article and each item of the
	// report with the number of articles so far and the item that is in hand.
	Progress func(articles int, item Item)
	// Validators are those of an earlier [Report], by address: a feed or page
	// that has not changed since is then not sent again.
	Validators map[string]Validator
}

// Validator is what a server gave to recognise the version of a page or feed
// that it sent (RFC 9110, section 8.8).
type Validator struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// Open reads the inputs in order and hands each article to yield as soon as it
// is read. An input is a file, a folder, a web address or "-".
//
// What cannot be read is an [Item] of the report and never stops the others.
// The error is the first one of yield, or that of a cancelled context; the
// report then covers what was read until then.
func Open(ctx context.Context, inputs []string, o Options, yield func(geo.Article) error) (Report, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	pubs, err := loadPublishers(o.Assets)
	if err != nil {
		return Report{}, err
	}
	r := run{ctx: ctx, o: o, yield: yield, publishers: pubs, seen: map[string]string{}}
	for _, in := range inputs {
		if r.stopped() != nil {
			break
		}
		r.input(in)
	}
	return r.report, r.stopped()
}

// Text makes an article of pasted or typed words, by the same rules as a .txt
// file: a header block and a heading are recognised. name stands for a file
// name in messages.
func Text(name, words string, o Options) (geo.Article, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	pubs, err := loadPublishers(o.Assets)
	if err != nil {
		return geo.Article{}, err
	}
	var got geo.Article
	r := run{ctx: context.Background(), o: o, publishers: pubs, seen: map[string]string{},
		yield: func(a geo.Article) error { got = a; return nil }}
	r.document(document{input: name, name: name, kind: plainText, data: []byte(words)})
	if it := r.report.Items[0]; it.Err != nil {
		return got, it.Err
	}
	return got, nil
}

// run is one call of Open: what it was asked for and what became of it.
type run struct {
	ctx        context.Context
	o          Options
	yield      func(geo.Article) error
	publishers *publishers
	seen       map[string]string // articles that came in, to the input they came from
	count      int               // articles that came in
	report     Report
	failed     error // of yield
	max        int64 // bytes that are fetched at most; 0: by kind
}

// stopped is the error that ends the run, or nil.
func (r *run) stopped() error {
	if r.failed != nil {
		return r.failed
	}
	return r.ctx.Err()
}

// add appends an item to the report.
func (r *run) add(it Item) {
	r.report.Items = append(r.report.Items, it)
	if r.o.Progress != nil {
		r.o.Progress(r.count, it)
	}
}

// draft is an article as its format gave it, before anything is looked up.
type draft struct {
	geo.Article
	line    int    // of the input, for formats with several articles
	party   bool   // the article itself says its publisher's party
	address string // of the sender, of mail
}

// take completes a draft, hands it on, and notes its id in the item. A draft
// that is no article sets the item's error or reason.
func (r *run) take(d draft, it *Item) {
	a := d.Article
	if a.Fetched.IsZero() {
		a.Fetched = r.o.Now()
	}
	if a.Language == "" {
		a.Language = languageOf(a.Title+"\n"+a.Text, "")
	}
	a.Publisher = r.publishers.resolve(a.Publisher, d.party, a.URL, d.address)
	a, err := geo.NewArticle(a)
	switch {
	case errors.Is(err, geo.ErrNoText):
		it.Err = errors.New("there is no text in it")
		return
	case err != nil:
		it.Err = err
		return
	}
	// Lines of a collection are told apart by their id: whoever wrote two
	// lines with the same words wants an answer to both.
	key := string(a.ID)
	if d.line > 0 {
		key += "\n" + a.Ref
	}
	if from, ok := r.seen[key]; ok {
		it.Skipped = fmt.Sprintf("the same article came in already from %s", from)
		return
	}
	r.seen[key] = it.name()
	if err := r.yield(a); err != nil {
		r.failed = err
		return
	}
	it.Articles = append(it.Articles, a.ID)
	r.count++
	if r.o.Progress != nil {
		r.o.Progress(r.count, *it)
	}
}
