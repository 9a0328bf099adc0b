package project

import (
	"contested/geo"
)

// cleanReading takes out whatever does not stand in the article's text, and
// says how many claims were lost. What is left can be sliced out of the text
// without a further look.
func cleanReading(r *geo.Reading, a *geo.Article) (lost int) {
	in := func(s geo.Span) bool { return s.In(a.Text) == nil }
	all := func(list []geo.Span) bool {
		for _, s := range list {
			if !in(s) {
				return false
			}
		}
		return true
	}
	why := func(list []geo.Evidence) bool {
		for _, w := range list {
			if w.Span != (geo.Span{}) && !in(w.Span) {
				return false
			}
		}
		return true
	}
	r.Mentions = keep(r.Mentions, func(m *geo.Mention) bool { return in(m.Span) && why(m.Why) })
	r.Speakers = keep(r.Speakers, func(s *geo.SpeakerMention) bool { return in(s.Span) && why(s.Why) })
	r.Attributions = keep(r.Attributions, func(t *geo.Attribution) bool { return all(t.Source) && all(t.Cue) && all(t.Content) })
	n := len(r.Claims)
	r.Claims = keep(r.Claims, func(c *geo.Claim) bool {
		if c.Validate(a) != nil || !why(c.Why) {
			return false
		}
		for _, p := range c.Places {
			if p.Span != (geo.Span{}) && !in(p.Span) {
				return false
			}
		}
		return true
	})
	return n - len(r.Claims)
}

// keep is the items that pass; the list itself when all of them do.
func keep[T any](list []T, ok func(*T) bool) []T {
	for i := range list {
		if !ok(&list[i]) {
			out := append([]T(nil), list[:i]...)
			for j := i + 1; j < len(list); j++ {
				if ok(&list[j]) {
					out = append(out, list[j])
				}
			}
			return out
		}
	}
	return list
}
