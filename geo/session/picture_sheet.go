package session

import (
	"cmp"
	"slices"

	"contested/geo"
	"contested/geo/render"
)

// sheet is the quotes of a picture by place: contested places first, then those
// with more origins; of a place the newest quotes first. A sentence in which one
// speaker claims several things about a place stands there once.
func (s *State) sheet(p Picture) *render.Sheet {
	shared, k := s.coloured(p.Appearance)
	places := slices.Clone(shared)
	slices.SortStableFunc(places, func(a, b render.PlaceClaims) int {
		if a.Contested != b.Contested {
			if a.Contested {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.Origins, a.Origins)
	})
	out := &render.Sheet{}
	for _, pc := range places {
		x := render.SheetPlace{ID: pc.Place.ID, Name: pc.Place.NameIn(p.Labels), Contested: pc.Contested}
		type sentence struct {
			article geo.ArticleID
			span    geo.Span
			source  string
		}
		seen := map[sentence]bool{}
		for _, c := range s.ClaimsAt(pc.Place.ID) { // newest article first
			said := sentence{c.Article, c.Excerpt, c.Source.Key}
			if seen[said] {
				continue
			}
			seen[said] = true
			a := s.Article(c.Article)
			x.Quotes = append(x.Quotes, render.SheetQuote{Class: s.class(c, k), Quote: c.Excerpt.Of(a.Text), About: s.about(c, a, p.Language)})
		}
		out.Places = append(out.Places, x)
	}
	return out
}

// about is speaker, party, publisher, date and status of a claim in one line.
func (s *State) about(c *geo.Claim, a *geo.Article, l geo.Language) string {
	line := c.Source.Name
	if line == "" {
		line = render.VoiceName(c.Source.Voice(), l)
	}
	if c.Source.Party != geo.UnknownParty {
		line += " (" + c.Source.Party.String() + ")"
	}
	if a.Publisher.Name != "" && a.Publisher.Name != c.Source.Name {
		line += " · " + a.Publisher.Name
	}
	return line + " · " + a.Published.String() + " · " + render.LookName(s.Look(c), l)
}
