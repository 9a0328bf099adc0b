package read

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"testing"
	"unicode/utf8"

	"contested/geo"
	"contested/geo/gazetteer"
)

var (
	predIn   = flag.String("places-in", "", "articles, one JSON object a line, to read for -places-pred")
	predOut  = flag.String("places-pred", "", "file to write the places that were read to, in the form of the scorers")
	predData = flag.String("places-data", "../../assets", "folder whose gazetteer/ is used for -places-pred")
)

// TestWritePlaces writes what is read of the articles in -places-in, for the scorers of
// places: "places" with bytes, "toponyms" with code points.
//
//	go test ./geo/read -run TestWritePlaces -places-in dev/input.jsonl -places-pred /tmp/pred.jsonl
func TestWritePlaces(t *testing.T) {
	if *predIn == "" || *predOut == "" {
		t.Skip("no -places-in and -places-pred")
	}
	g, err := gazetteer.Load(os.DirFS(*predData))
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(os.DirFS("../../assets"), g)
	if err != nil {
		t.Fatal(err)
	}
	in, err := os.Open(*predIn)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(*predOut)
	if err != nil {
		t.Fatal(err)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var line struct {
			ID, Title, Date, Domain, Text string
			Publisher                     geo.Publisher
		}
		if err := json.Unmarshal(sc.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		a := &geo.Article{Title: line.Title, Text: line.Text, Publisher: line.Publisher}
		d := r.parse(a)
		r.mentions(d)
		r.anaphora(d)
		type row struct {
			Start int             `json:"start"`
			End   int             `json:"end"`
			Text  string          `json:"text"`
			ID    geo.PlaceID     `json:"place,omitempty"`
			Name  string          `json:"name,omitempty"`
			Lat   *float64        `json:"lat,omitempty"`
			Lon   *float64        `json:"lon,omitempty"`
			Kind  string          `json:"kind,omitempty"`
			Use   geo.Use         `json:"use"`
			Next  []geo.Candidate `json:"candidates,omitempty"`
			Why   []geo.Evidence  `json:"why,omitempty"`
		}
		places, toponyms := []row{}, []row{}
		for _, m := range d.mentions {
			x := row{Start: m.Span.Start, End: m.Span.End, Text: m.Span.Of(a.Text), ID: m.Place, Use: m.Use, Next: m.Candidates, Why: m.Why}
			if p, ok := g.Place(m.Place); ok {
				x.Name, x.Kind = p.Name, p.Kind.String()
				x.Lat, x.Lon = &p.Point[1], &p.Point[0]
			}
			places = append(places, x)
			x.Start = utf8.RuneCountInString(a.Text[:m.Span.Start])
			x.End = x.Start + utf8.RuneCountInString(x.Text)
			x.Why, x.Next = nil, nil
			if m.Use != geo.Anaphor {
				toponyms = append(toponyms, x)
			}
		}
		if err := enc.Encode(map[string]any{"id": line.ID, "unit": "byte", "places": places, "toponyms": toponyms}); err != nil {
			t.Fatal(err)
		}
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
