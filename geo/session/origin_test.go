package session

import (
	"testing"

	"contested/geo"
)

func TestOrigins(t *testing.T) {
	// Invented sentences.
	texts := []string{
		"Smoke rose over the grain store in the east of the town on Monday morning, and trains stood still.",
		"Smoke rose over the grain store in the east of the town on Monday morning, and the trains stood still.",
		"A quiet night in the town, apart from one drone that fell into the pond behind the old mill.",
	}
	var claims []geo.Claim
	articles := map[geo.ArticleID]*geo.Article{}
	for i, text := range texts {
		a, err := geo.NewArticle(geo.Article{Text: text, Publisher: geo.Publisher{Name: string(rune('A' + i))}})
		if err != nil {
			t.Fatal(err)
		}
		articles[a.ID] = &a
		claims = append(claims, geo.Claim{ID: geo.ClaimID(text), Article: a.ID, Excerpt: geo.Span{End: len(text)}, Source: geo.Source{Class: geo.Narrator}})
	}
	first := articles[claims[0].Article]
	for i := range 3 { // one ministry, quoted by three outlets
		claims = append(claims, geo.Claim{ID: geo.ClaimID(rune('x' + i)), Article: first.ID, Excerpt: geo.Span{End: 5}, Source: geo.Source{Key: "ministry", Class: geo.Government}})
	}
	got := origins(claims, articles)
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
