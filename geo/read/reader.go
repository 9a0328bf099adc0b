package read

import (
	"sync"

	"contested/geo"
	"contested/geo/gazetteer"
)

// Version changes whenever the same article may be read differently.
const Version = "4"

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
	r.finish(d)
	for i := range d.attrs {
		if d.attrs[i].weak || d.attrs[i].parent != 0 {
			continue // what stands in another's content belongs to it; claims keep both
		}
		d.reading.Attributions = append(d.reading.Attributions, d.attributionOf(&d.attrs[i]))
	}
	out := d.reading
	out.Article, out.Language = a.ID, d.lang
	if len(d.mentions) > 0 {
		out.Mentions = make([]geo.Mention, 0, len(d.mentions))
	}
	for i := range d.mentions {
		out.Mentions = append(out.Mentions, d.mentions[i].Mention)
	}
	d.release(&r.documents)
	return out
}

// understand runs every stage but the last, which writes the reading.
func (r *Reader) understand(a *geo.Article) *document {
	d := r.parse(a)
	r.mentions(d)
	if d.lang != geo.English {
		r.anaphora(d)
		r.understandSlavic(d)
		return d
	}
	d.findAttributions()
	r.anaphora(d)
	r.findSalience(d)
	d.findParties()
	r.findSpeakers(d)
	r.findClaims(d)
	d.findStatus()
	r.judgements(d)
	return d
}

// parse runs the stages that need nothing but the words.
func (r *Reader) parse(a *geo.Article) *document {
	d := r.documents.Get().(*document)
	d.article, d.text, d.lang, d.reading = a, a.Text, a.Language, new(geo.Reading)
	if _, ok := r.lex[d.lang]; !ok {
		d.lang = detectLanguage(a.Text)
	}
	d.lex = r.lex[d.lang]
	d.tokenise()
	d.findBlocks()
	d.findQuotes()
	d.findSentences()
	d.joinAnchors()
	d.tagSentences()
	return d
}
