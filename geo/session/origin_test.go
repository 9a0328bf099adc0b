package session

import (
	"testing"

	"contested/geo"
	"contested/geo/project"
)

func TestOrigins(t *testing.T) {
	// Invented sentences.
	texts := []string{
		"Smoke rose over the grain store in the east of the town on Monday morning, and trains stood still.",
		"Smoke rose over the grain store in the east of the town on Monday morning, and the trains stood still.",
		"A quiet night in the town, apart from one drone that fell into the pond behind the old mill.",
	}
	doc := &project.Contents{Readings: map[geo.ArticleID]*geo.Reading{}}
	var ids []geo.ClaimID
	add := func(r *geo.Reading, c geo.Claim) {
		c.Article, c.Content = r.Article, []geo.Span{c.Excerpt}
		c.ID = geo.NewClaimID(c.Article, c.Content)
		ids, r.Claims = append(ids, c.ID), append(r.Claims, c)
	}
	for i, text := range texts {
		a, err := geo.NewArticle(geo.Article{Text: text, Publisher: geo.Publisher{Name: string(rune('A' + i))}})
		if err != nil {
			t.Fatal(err)
		}
		doc.Articles, doc.Readings[a.ID] = append(doc.Articles, &a), &geo.Reading{Article: a.ID}
		add(doc.Readings[a.ID], geo.Claim{Excerpt: geo.Span{End: len(text)}, Source: geo.Source{Class: geo.Narrator}})
	}
	for i := range 3 { // one ministry, quoted three times
		add(doc.Readings[doc.Articles[0].ID], geo.Claim{Excerpt: geo.Span{End: 5 + i}, Source: geo.Source{Key: "ministry", Class: geo.Government}})
	}
	s := derive(doc, nil, func(geo.PlaceID) (geo.Place, bool) { return geo.Place{}, false }, held)
	var got []int32
	for _, id := range ids {
		got = append(got, s.fact(s.Claim(id)).origin)
	}
	if got[0] != got[1] {
		t.Errorf("the syndicated sentence counts twice: %v", got)
	}
	if got[0] == got[2] {
		t.Errorf("two different sentences count as one: %v", got)
	}
	if got[3] != got[4] || got[4] != got[5] || got[3] == got[0] {
		t.Errorf("the ministry should be one origin of its own: %v", got)
	}
}
