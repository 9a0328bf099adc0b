package project

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"contested/geo"

	"github.com/paulmach/orb"
)

// The texts in these tests are invented.

var gazetteer = map[geo.PlaceID]geo.Place{
	"gn:1":       {ID: "gn:1", Name: "Alphahrad", NameUK: "Альфаград", NameRU: "Альфаград", Point: orb.Point{37.1, 48.2}, Country: "UA", Admin1: "UA-14"},
	"gn:2":       {ID: "gn:2", Name: "Betamorsk", Point: orb.Point{37.5, 48.7}, Country: "UA"},
	"gn:3":       {ID: "gn:3", Name: "Gammansk", Point: orb.Point{37.9, 48.9}, Country: "UA", Approx: true},
	"adm:UA-14":  {ID: "adm:UA-14", Kind: geo.Region, Name: "Donetsk Oblast", Point: orb.Point{37.6, 48.1}},
	"reg:beyond": {ID: "reg:beyond", Kind: geo.Region, Name: "Beyond", Point: orb.Point{30, 50}},
}

// clock counts seconds, so that times in tests are the same every time.
func clock() func() time.Time {
	t := time.Date(2025, 11, 27, 18, 0, 0, 0, time.UTC)
	return func() time.Time { t = t.Add(time.Second); return t }
}

func options() Options {
	return Options{
		Now: clock(), Reader: "test 1",
		Places: func(id geo.PlaceID) (geo.Place, bool) { p, ok := gazetteer[id]; return p, ok },
		Region: func(id geo.PlaceID) (orb.MultiPolygon, bool) {
			if id != "adm:UA-14" {
				return nil, false
			}
			return orb.MultiPolygon{{{{36.5, 47}, {39, 47}, {39, 49}, {36.5, 49}, {36.5, 47}}}}, true
		},
	}
}

var parties = []geo.Source{
	{Key: "general-a", Name: "General A", Party: geo.Russia, Class: geo.Military},
	{Key: "staff-b", Name: "Staff B", Party: geo.Ukraine, Class: geo.Military},
	{Key: "institute-c", Name: "Institute C", Party: geo.Press, Class: geo.Analyst},
	{Key: "reporter-d", Name: "Reporter D", Party: geo.Press, Class: geo.Media},
	{Key: "envoy-e", Name: "Envoy E", Party: geo.Europe, Class: geo.Government},
	{Key: "unknown", Name: "someone", Party: geo.UnknownParty},
}

// article makes the i-th article and its reading, with one claim a sentence.
func article(t testing.TB, i, sentences int) (geo.Article, *geo.Reading) {
	t.Helper()
	r := rand.New(rand.NewPCG(uint64(i), 7))
	ids := []geo.PlaceID{"gn:1", "gn:2", "gn:3", "adm:UA-14", "reg:beyond"}
	var b strings.Builder
	type made struct{ whole, content, cue, place geo.Span }
	var list []made
	var placeIDs []geo.PlaceID
	for n := range sentences {
		id := ids[r.IntN(len(ids))]
		var m made
		m.whole.Start = b.Len()
		fmt.Fprintf(&b, "“Хтось” №%d ", n)
		m.cue.Start = b.Len()
		b.WriteString("заявив")
		m.cue.End = b.Len()
		b.WriteString(" that ")
		m.content.Start = b.Len()
		b.WriteString("the town of ")
		m.place.Start = b.Len()
		b.WriteString(gazetteer[id].Name)
		m.place.End = b.Len()
		fmt.Fprintf(&b, " was taken on day %d", r.IntN(1000))
		m.content.End = b.Len()
		b.WriteString(".")
		m.whole.End = b.Len()
		b.WriteString(" ")
		list, placeIDs = append(list, m), append(placeIDs, id)
	}
	a, err := geo.NewArticle(geo.Article{
		Ref: fmt.Sprint("ref-", i), Title: fmt.Sprintf("Invented article %d", i), Text: b.String(),
		Published: geo.Day(2025, time.November, 1+i%28), Publisher: geo.Publisher{Name: "The Example", Party: geo.Press},
		Language: geo.English, URL: fmt.Sprintf("https://example.org/%d", i), Path: "/tmp/a.txt",
		Fetched: time.Date(2025, 11, 27, 12, 0, 0, 123456789, time.FixedZone("", 7200)), Example: i%2 == 0,
	})
	if err != nil {
		t.Fatal(err)
	}
	reading := &geo.Reading{Article: a.ID, Language: geo.English}
	for n, m := range list {
		src := parties[r.IntN(len(parties))]
		c := geo.Claim{
			Article: a.ID, Content: []geo.Span{m.content}, Excerpt: m.whole, Cue: []geo.Span{m.cue}, Source: src,
			Type: geo.Captured, Actor: geo.Russia, Polarity: geo.Polarity(r.IntN(2)), Modality: geo.Modality(r.IntN(5)),
			Status: geo.Status(r.IntN(3)), When: geo.Day(2025, time.October, 1+r.IntN(28)), Confidence: 0.5,
			Why: []geo.Evidence{{Rule: "attr.said", Span: m.cue, Note: "cue"}, {Rule: "party.known"}},
		}
		if n%5 != 4 {
			c.Places = []geo.PlaceRef{{Place: placeIDs[n], Span: m.place, Precision: geo.Precision(r.IntN(4)), Ambiguous: n%3 == 0}}
		}
		if n%4 == 1 {
			c.Places = append(c.Places, geo.PlaceRef{Place: "gn:1", Span: m.place, Anaphor: true})
			c.Via = &geo.Source{Key: "agency", Name: "Agency", Party: geo.Press, Class: geo.Media}
		}
		c.ID = geo.NewClaimID(a.ID, c.Content)
		reading.Claims = append(reading.Claims, c)
		reading.Mentions = append(reading.Mentions, geo.Mention{Span: m.place, Place: placeIDs[n], Candidates: []geo.Candidate{{Place: placeIDs[n], Score: 90}, {Place: "gn:3", Score: -4}}})
		reading.Speakers = append(reading.Speakers, geo.SpeakerMention{Span: m.cue, Source: src, Why: []geo.Evidence{{Rule: "x"}}})
		reading.Attributions = append(reading.Attributions, geo.Attribution{Cue: []geo.Span{m.cue}, Content: []geo.Span{m.content}, Rule: "attr.said"})
	}
	return a, reading
}

func articles(t testing.TB, from, n, sentences int) (out []geo.Article, readings []*geo.Reading) {
	for i := from; i < from+n; i++ {
		a, r := article(t, i, sentences)
		out, readings = append(out, a), append(readings, r)
	}
	return out, readings
}

// create makes a new document that the test closes.
func create(t testing.TB, o Options) *Project {
	t.Helper()
	p, err := Create(filepath.Join(t.TempDir(), "document.gpkg"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

func contents(t testing.TB, p *Project) *Contents {
	t.Helper()
	c, err := p.Contents()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// clean fails the test for everything that Check finds.
func clean(t testing.TB, path string) {
	t.Helper()
	findings, err := Check(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Error("check: ", f)
	}
}

// pointers are the articles as Contents has them.
func pointers(list []geo.Article) []*geo.Article {
	out := make([]*geo.Article, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
