package read

import (
	"slices"
	"sync"

	"contested/geo"
	"contested/geo/gazetteer"
)

// Version changes whenever the same article may be read differently.
const Version = "9"

// Reader reads articles. It is safe for concurrent use.
type Reader struct {
	gaz    *gazetteer.Gazetteer
	lex    map[geo.Language]*lexicon
	slavic map[geo.Language]*slavicLexicon
	places *placeWords
	times  *timeWords

	documents sync.Pool // of *document, whose memory is used again
}

// Read reads one article. It never fails and never panics; what it cannot make
// sense of it leaves out. The same article always gives the same reading.
func (r *Reader) Read(a *geo.Article) *geo.Reading {
	d := r.understand(a)
	r.write(d)
	out := d.reading
	d.release(&r.documents)
	return out
}

// At most so many articles, and so many bytes of text, are read together.
const (
	Together    = 16
	maxTogether = 1 << 16
)

// ReadAll reads articles as Read reads each of them, but some at a time, stage by stage.
// The rules and lists of all stages are several times what the processor has at hand: it
// must fetch those of a stage anew for every article when stages take turns. More than
// Together articles at a time would themselves be too much.
func (r *Reader) ReadAll(articles []*geo.Article) []*geo.Reading {
	out := make([]*geo.Reading, 0, len(articles))
	for len(articles) > 0 {
		n, size := 1, len(articles[0].Text)
		for n < min(len(articles), Together) && size+len(articles[n].Text) <= maxTogether {
			size += len(articles[n].Text)
			n++
		}
		docs := make([]*document, n)
		for i := range docs {
			docs[i] = r.parse(articles[i], docs[:i]...)
		}
		for _, stage := range stages {
			for _, d := range docs {
				stage(r, d)
			}
		}
		for _, d := range docs {
			r.write(d)
			out = append(out, d.reading)
		}
		for _, d := range slices.Backward(docs) { // the first owns what the others borrow
			d.release(&r.documents)
		}
		articles = articles[n:]
	}
	return out
}

// understand runs every stage but the last, which writes the reading.
func (r *Reader) understand(a *geo.Article) *document {
	d := r.parse(a)
	for _, stage := range stages {
		stage(r, d)
	}
	return d
}

// stages are what is done between the parsing of an article and the writing of its
// reading, in order. Each needs nothing of other articles.
var stages = []func(r *Reader, d *document){
	(*Reader).mentions,
	func(_ *Reader, d *document) {
		if d.lang == geo.English {
			d.findAttributions()
		}
	},
	(*Reader).anaphora,
	func(r *Reader, d *document) {
		if d.lang == geo.English {
			r.findSalience(d)
			d.findParties()
		}
	},
	func(r *Reader, d *document) {
		if d.lang == geo.English {
			r.findSpeakers(d)
		}
	},
	func(r *Reader, d *document) {
		if d.lang == geo.English {
			r.findClaims(d)
		} else {
			r.understandSlavic(d)
		}
	},
	func(r *Reader, d *document) {
		if d.lang == geo.English {
			d.findStatus()
			r.judgements(d)
		}
	},
}

// write completes the reading of a document that has been understood.
func (r *Reader) write(d *document) {
	r.finish(d)
	count := 0
	for i := range d.attrs {
		if d.attrs[i].written() {
			count++
		}
	}
	if count > 0 {
		d.reading.Attributions = make([]geo.Attribution, 0, count)
	}
	for i := range d.attrs {
		if !d.attrs[i].written() {
			continue
		}
		d.reading.Attributions = append(d.reading.Attributions, d.attributionOf(&d.attrs[i]))
	}
	out := d.reading
	out.Article, out.Language = d.article.ID, d.lang
	if len(d.mentions) > 0 {
		out.Mentions = make([]geo.Mention, 0, len(d.mentions))
	}
	for i := range d.mentions {
		out.Mentions = append(out.Mentions, d.mentions[i].Mention)
	}
}

// parse runs the stages that need nothing but the words. What is known of words is
// borrowed from those of the documents beside it that are in the same language.
func (r *Reader) parse(a *geo.Article, beside ...*document) *document {
	d := r.documents.Get().(*document)
	d.article, d.text, d.lang, d.reading = a, a.Text, a.Language, new(geo.Reading)
	if _, ok := r.lex[d.lang]; !ok {
		d.lang = detectLanguage(a.Text)
	}
	d.lex = r.lex[d.lang]
	for _, o := range beside {
		if o.lex == d.lex {
			d.known, d.borrows = o.known, true
			break
		}
	}
	d.tokenise()
	d.findBlocks()
	d.findQuotes()
	d.findSentences()
	d.joinAnchors()
	d.tagSentences()
	return d
}
