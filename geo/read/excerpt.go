package read

import "contested/geo"

// Excerpt is the whole sentences that a stretch of an article touches, as they
// are shown as evidence for a claim that is made of its words by hand. What
// touches none is its own excerpt.
func (r *Reader) Excerpt(a *geo.Article, words geo.Span) geo.Span {
	d := r.parse(a)
	defer d.release(&r.documents)
	out := words
	for _, s := range d.sents {
		if whole := d.span(s.first, s.end); !s.label && whole.Overlaps(words) {
			out = out.Union(whole)
		}
	}
	return out
}
