package gui

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/project"
	"contested/geo/session"
)

// largeDocument makes a document of n invented articles of five claims each.
func largeDocument(t testing.TB, n int) string {
	t.Helper()
	g, err := engine.Gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	var places []geo.Place
	for p := range g.All {
		if p.Country == "UA" && p.Kind == geo.Settlement {
			if places = append(places, p); len(places) == 2000 {
				break
			}
		}
	}
	path := filepath.Join(t.TempDir(), "large.gpkg")
	doc, err := project.Create(path, project.Options{Places: engine.Place})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	var articles []geo.Article
	var readings []*geo.Reading
	for i := range n {
		var b strings.Builder
		var claims []geo.Claim
		for range 5 {
			p := places[r.IntN(len(places))]
			start := b.Len()
			fmt.Fprintf(&b, "Somebody said on day %d that ", r.IntN(3000))
			at := b.Len()
			b.WriteString(p.Name)
			named := geo.Span{Start: at, End: b.Len()}
			b.WriteString(" was quiet. ")
			who := fmt.Sprint("Speaker ", r.IntN(200))
			claims = append(claims, geo.Claim{Content: []geo.Span{named}, Excerpt: geo.Span{Start: start, End: b.Len() - 1},
				Source: geo.Source{Key: who, Name: who, Party: geo.Party(r.IntN(10)), Class: geo.Military}, Type: geo.ClaimType(r.IntN(16)),
				Confidence: r.Float64(), Places: []geo.PlaceRef{{Place: p.ID, Span: named}}})
		}
		a, err := geo.NewArticle(geo.Article{Title: fmt.Sprint("Invented ", i), Text: b.String(), Language: geo.English,
			Publisher: geo.Publisher{Name: fmt.Sprint("Paper ", i%50), Party: geo.Press}, Published: geo.Day(2025, 11, 1+i%28)})
		if err != nil {
			t.Fatal(err)
		}
		for k := range claims {
			claims[k].Article, claims[k].ID = a.ID, geo.NewClaimID(a.ID, claims[k].Content)
		}
		articles, readings = append(articles, a), append(readings, &geo.Reading{Article: a.ID, Claims: claims})
	}
	if err := doc.Import("import", articles, readings); err != nil {
		t.Fatal(err)
	}
	if err := doc.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// BenchmarkShow measures what is done on Fyne's goroutine for a state of
// 100,000 claims: anything above some tens of milliseconds would be felt.
func BenchmarkShow(b *testing.B) {
	s, err := session.Open(session.Config{Engine: engine, DataDir: b.TempDir(), Document: largeDocument(b, 20000)})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	st := s.State()
	ground, err := engine.Ground()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("lists", func(b *testing.B) {
		for b.Loop() {
			listsFrom(st)
		}
	})
	b.Run("overview", func(b *testing.B) {
		for b.Loop() {
			overviewFrom(st)
		}
	})
	b.Run("place", func(b *testing.B) {
		for b.Loop() {
			placeFrom(st, st.Claims[0].Places[0].Place, nil)
		}
	})
	b.Run("scene", func(b *testing.B) {
		for b.Loop() {
			st.Scene(ground, session.Appearance{})
		}
	})
}
