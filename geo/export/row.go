package export

import (
	"iter"
	"math"
	"strings"

	"contested/geo"
)

// row is one claim at one place; a claim without a place has one row too.
type row struct {
	article *geo.Article
	claim   *geo.Claim
	ref     geo.PlaceRef // empty when the claim names no place
	place   geo.Place    // empty when it names none, or none that is known
	located bool
}

// rows are the rows of an entry, in order of its claims and their places.
func (d *Document) rows(e Entry) iter.Seq[row] {
	return func(yield func(row) bool) {
		for i := range e.Claims {
			c := &e.Claims[i]
			if len(c.Places) == 0 && !yield(row{article: e.Article, claim: c}) {
				return
			}
			for _, ref := range c.Places {
				r := row{article: e.Article, claim: c, ref: ref}
				r.place, r.located = d.place(ref.Place)
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (d *Document) place(id geo.PlaceID) (geo.Place, bool) {
	if d.Place == nil || id == "" {
		return geo.Place{}, false
	}
	return d.Place(id)
}

// placeName is what the row's place is called, or empty.
func (r row) placeName() string {
	if r.located {
		return r.place.Name
	}
	return string(r.ref.Place)
}

// where names the places of a claim, with how exactly the text says so.
func (d *Document) where(c *geo.Claim) string {
	var names []string
	for _, ref := range c.Places {
		name := string(ref.Place)
		if p, ok := d.place(ref.Place); ok {
			name = p.Name
		}
		if ref.Precision != geo.At {
			name += " (" + ref.Precision.String() + ")"
		}
		if ref.Ambiguous {
			name += " (?)"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// excerpt is the sentence that the claim stands in, on one line.
func excerpt(a *geo.Article, c *geo.Claim) string { return oneLine(quote(a, c.Excerpt)) }

// segment is a stretch of an excerpt, on one line.
type segment struct {
	Text  string
	Claim bool // these are the claim's own words, the rest is the sentence around them
}

// segments are the excerpt of a claim with its own words told apart.
func segments(a *geo.Article, c *geo.Claim) []segment {
	if quote(a, c.Excerpt) == "" {
		return nil
	}
	var out []segment
	add := func(from, to int, claim bool) {
		s := visible(quote(a, geo.Span{Start: from, End: to}))
		for strings.Contains(s, "  ") {
			s = strings.ReplaceAll(s, "  ", " ")
		}
		if s != "" {
			out = append(out, segment{s, claim})
		}
	}
	at := c.Excerpt.Start
	for _, s := range c.Content {
		if s.Start < at || !c.Excerpt.Covers(s) {
			continue
		}
		add(at, s.Start, false)
		add(s.Start, s.End, true)
		at = s.End
	}
	add(at, c.Excerpt.End, false)
	return out
}

// content is the claim's own words, its parts joined by an ellipsis.
func content(a *geo.Article, c *geo.Claim) string {
	parts := make([]string, 0, len(c.Content))
	for _, s := range c.Content {
		parts = append(parts, oneLine(quote(a, s)))
	}
	return strings.Join(parts, " … ")
}

// quote is the text of a span, or nothing for a span that lies outside: an
// export never fails on a document that the checker will complain about.
func quote(a *geo.Article, s geo.Span) string {
	if s.In(a.Text) != nil {
		return ""
	}
	return s.Of(a.Text)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// rules lists the ids of the rules that fired, each once, in order.
func rules(why []geo.Evidence) []string {
	out := []string{}
	seen := map[string]bool{}
	for _, e := range why {
		if !seen[e.Rule] {
			seen[e.Rule] = true
			out = append(out, e.Rule)
		}
	}
	return out
}

// round keeps confidences to what they can mean.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// lonLat is where a place is, to six decimals (a decimetre): more would be the
// rounding of binary fractions (RFC 7946, section 11.2).
func lonLat(p geo.Place) [2]float64 {
	return [2]float64{math.Round(p.Point[0]*1e6) / 1e6, math.Round(p.Point[1]*1e6) / 1e6}
}

// date writes a time as precisely as it is known, in ISO 8601: a day, a month,
// a moment, or an interval of two days; empty when unknown.
func date(iv geo.Interval) string {
	switch {
	case !iv.Known():
		return ""
	case iv.From.Equal(iv.To):
		return iv.From.UTC().Format("2006-01-02T15:04:05Z07:00")
	case iv.From.AddDate(0, 0, 1).Equal(iv.To):
		return iv.From.Format("2006-01-02")
	case iv.From.Day() == 1 && iv.From.AddDate(0, 1, 0).Equal(iv.To):
		return iv.From.Format("2006-01")
	}
	return iv.From.Format("2006-01-02") + "/" + iv.To.Add(-1).Format("2006-01-02")
}

// articleRef is the id under which an article is known outside.
func articleRef(a *geo.Article) string {
	if a.Ref != "" {
		return a.Ref
	}
	return string(a.ID)
}

// voiceStyle is how a voice is named and coloured (DESIGN section 7).
type voiceStyle struct{ name, colour string } // colour: RRGGBB

var voiceStyles = map[geo.Voice]voiceStyle{
	geo.RussianVoice:       {"Russia", "AA0E0C"},
	geo.UkrainianVoice:     {"Ukraine", "002D98"},
	geo.AnalystVoice:       {"Analysts", "B09300"},
	geo.PressVoice:         {"Journalists and witnesses", "02816A"},
	geo.InternationalVoice: {"International and third states", "8B7AC0"},
	geo.UnattributedVoice:  {"Unattributed", "321A25"},
}

// speaker names the source of a claim, and who relays it.
func speaker(a *geo.Article, c *geo.Claim) string {
	name := c.Source.Name
	if name == "" && c.Narrated() {
		name = a.Publisher.Name
	}
	if name == "" {
		name = "unnamed source"
	}
	if c.Via != nil && c.Via.Name != "" {
		name += ", via " + c.Via.Name
	}
	return name
}

// said sums a claim up in a few words: "not: captured, hedged, disputed".
func said(c *geo.Claim) string {
	s := strings.ReplaceAll(c.Type.String(), "_", " ")
	if c.Type == geo.Other {
		s = "other statement"
	}
	if c.Polarity == geo.Negated {
		s = "not: " + s
	}
	if c.Modality != geo.Asserted {
		s += ", " + c.Modality.String()
	}
	if c.Status != geo.NoStatus {
		s += ", " + c.Status.String()
	}
	return s
}
