package session

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"contested/geo"
)

// A picture carries of an article only the excerpts that it shows. What stands in the
// whole text is found in these again, and the other way round.

func known(iv geo.Interval) *geo.Interval {
	if !iv.Known() {
		return nil
	}
	return &iv
}

// spansOf is every stretch of its article that a claim refers to.
func spansOf(c *geo.Claim, why []geo.Evidence) []geo.Span {
	out := slices.Concat([]geo.Span{c.Excerpt}, c.Content, c.Cue, c.Speaker)
	for _, r := range c.Places {
		out = append(out, r.Span)
	}
	for _, e := range why {
		out = append(out, e.Span)
	}
	return out
}

// pieces are the stretches of the whole that an article's text consists of.
func pieces(a *geo.Article) []geo.Piece {
	if a.Cut != nil {
		return a.Cut.Pieces
	}
	return []geo.Piece{{Span: geo.Span{End: len(a.Text)}}}
}

// wholeOf turns spans of an article's text into spans of the whole.
func wholeOf(a *geo.Article) func(geo.Span) carriedSpan {
	all := pieces(a)
	return func(s geo.Span) carriedSpan {
		i, _ := slices.BinarySearchFunc(all, s.Start, func(p geo.Piece, at int) int {
			if p.Span.End <= at {
				return -1
			}
			return 1
		})
		p := all[min(i, len(all)-1)]
		d := p.Offset - p.Span.Start
		return carriedSpan{s.Start + d, s.End + d}
	}
}

// excerpts are the stretches of an article that the spans lie in, put together
// where nothing but space is between them.
func excerpts(a *geo.Article, spans []geo.Span) []carriedText {
	spans = slices.DeleteFunc(spans, func(s geo.Span) bool { return s.In(a.Text) != nil }) // a rule about the whole article, a place added by hand
	slices.SortFunc(spans, func(x, y geo.Span) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
	whole := wholeOf(a)
	var out []carriedText
	for i := 0; i < len(spans); {
		cur := spans[i]
		i++
		for i < len(spans) && (spans[i].Start <= cur.End || strings.TrimSpace(a.Text[cur.End:spans[i].Start]) == "") {
			cur = cur.Union(spans[i])
			i++
		}
		out = append(out, carriedText{whole(cur)[0], cur.Of(a.Text)})
	}
	return out
}

// gap stands between excerpts that do not follow each other in the article.
const gap = "\n\n[…]\n\n"

// article is the article as far as it was carried.
func (c *carriedArticle) article() (geo.Article, error) {
	a := geo.Article{ID: c.ID, Title: c.Title, Publisher: c.Publisher, Published: when(c.Published), Language: c.Language, URL: c.URL, Example: c.Example,
		Cut: &geo.Cut{Hash: c.Hash}}
	if c.ID == "" || len(c.Excerpts) == 0 {
		return a, errors.New("an article in it has no excerpt")
	}
	var b strings.Builder
	last := -1
	for i, e := range c.Excerpts {
		if e.Start <= last || e.Text == "" || e.Start > 1<<40 {
			return a, errors.New("the excerpts of an article are out of order")
		}
		last = e.Start + len(e.Text)
		if i > 0 {
			b.WriteString(gap)
		}
		a.Cut.Pieces = append(a.Cut.Pieces, geo.Piece{Span: geo.Span{Start: b.Len(), End: b.Len() + len(e.Text)}, Offset: e.Start})
		b.WriteString(e.Text)
	}
	a.Text = b.String()
	return a, nil
}

// cutSpan turns a span of the whole into one of the cut text; it is empty when the
// stretch was not carried.
func cutSpan(a *geo.Article, s carriedSpan) geo.Span {
	i, ok := slices.BinarySearchFunc(a.Cut.Pieces, s[0], func(p geo.Piece, at int) int { return cmp.Compare(p.Offset, at) })
	if !ok {
		i--
	}
	if i < 0 {
		return geo.Span{}
	}
	p := a.Cut.Pieces[i]
	d := p.Span.Start - p.Offset
	out := geo.Span{Start: s[0] + d, End: s[1] + d}
	if !p.Span.Covers(out) {
		return geo.Span{}
	}
	return out
}

// when is a carried time, in a zone that does not depend on the machine.
func when(iv *geo.Interval) geo.Interval {
	if iv == nil {
		return geo.Interval{}
	}
	zone := func(t time.Time) time.Time {
		if _, offset := t.Zone(); offset != 0 {
			return t.In(time.FixedZone("", offset))
		}
		return t.UTC()
	}
	return geo.Interval{From: zone(iv.From), To: zone(iv.To)}
}
