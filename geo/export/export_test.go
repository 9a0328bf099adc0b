package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"

	"contested/geo"
	"contested/geo/export"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The articles are invented for these tests.
var (
	places = map[geo.PlaceID]geo.Place{
		"gn:704422":  {ID: "gn:704422", Name: "Pokrovsk", NameUK: "Покровськ", NameRU: "Покровск", Point: orb.Point{37.17585, 48.28198}, Country: "UA"},
		"gn:704508":  {ID: "gn:704508", Name: "Kramatorsk", NameUK: "Краматорськ", Point: orb.Point{37.5844, 48.72305}, Country: "UA"},
		"adm:UA-14":  {ID: "adm:UA-14", Kind: geo.Region, Name: "Donetsk Oblast", Point: orb.Point{37.8, 48.0}},
		"ct:kotlyne": {ID: "ct:kotlyne", Name: "Kotlyne", Point: orb.Point{37.08, 48.26}, Approx: true},
	}
	lookup = func(id geo.PlaceID) (geo.Place, bool) { p, ok := places[id]; return p, ok }
)

// span finds words in a text.
func span(t testing.TB, text, words string) geo.Span {
	t.Helper()
	i := strings.Index(text, words)
	if i < 0 {
		t.Fatalf("%q does not occur in the text", words)
	}
	return geo.Span{Start: i, End: i + len(words)}
}

func sample(t testing.TB) *export.Document {
	t.Helper()
	text := "Москва — The ministry said its troops had “entered” Pokrovsk, near Kotlyne. Trains to Kramatorsk no longer run.\n\nThe mayor denied it."
	a, err := geo.NewArticle(geo.Article{Ref: "t-1", Title: "Two accounts of one <station> & a {brace}", Text: text, Published: geo.Day(2025, 11, 8),
		Publisher: geo.Publisher{Name: "Example Wire", Party: geo.Press}, Language: geo.English, URL: "https://example.org/a?b=1&c=2",
		Fetched: time.Date(2025, 11, 9, 10, 0, 0, 0, time.UTC), Example: true})
	if err != nil {
		t.Fatal(err)
	}
	sentence := span(t, text, "Москва — The ministry said its troops had “entered” Pokrovsk, near Kotlyne.")
	ministry := geo.Source{Key: "ru-mod", Name: "Ministry of Defence of Russia", Party: geo.Russia, Class: geo.Government}
	claim := func(c geo.Claim) geo.Claim {
		c.Article, c.ID = a.ID, geo.NewClaimID(a.ID, c.Content)
		if err := c.Validate(&a); err != nil {
			t.Fatal(err)
		}
		return c
	}
	claims := []geo.Claim{
		claim(geo.Claim{Content: []geo.Span{span(t, text, "its troops had “entered” Pokrovsk"), span(t, text, "near Kotlyne")}, Excerpt: sentence,
			Cue: []geo.Span{span(t, text, "said")}, Speaker: []geo.Span{span(t, text, "The ministry")}, Source: ministry,
			Via: &geo.Source{Name: "a news agency", Party: geo.Russia, Class: geo.Media},
			Places: []geo.PlaceRef{{Place: "gn:704422", Span: span(t, text, "Pokrovsk")},
				{Place: "ct:kotlyne", Span: span(t, text, "Kotlyne"), Precision: geo.Near, Ambiguous: true}},
			Type: geo.Advance, Actor: geo.Russia, Status: geo.Disputed, Confidence: 0.87654321,
			Why: []geo.Evidence{{Rule: "attr.C-bare", Span: sentence}, {Rule: "type.advance"}, {Rule: "attr.C-bare"}}}),
		claim(geo.Claim{Content: []geo.Span{span(t, text, "Trains to Kramatorsk no longer run")}, Excerpt: span(t, text, "Trains to Kramatorsk no longer run."),
			Source: geo.Source{Name: "Example Wire", Party: geo.Press, Class: geo.Narrator}, Places: []geo.PlaceRef{{Place: "gn:704508", Span: span(t, text, "Kramatorsk")}},
			Type: geo.Other, Polarity: geo.Negated, Status: geo.Confirmed, Confidence: 0.5}),
		claim(geo.Claim{Content: []geo.Span{span(t, text, "denied it")}, Excerpt: span(t, text, "The mayor denied it."),
			Speaker: []geo.Span{span(t, text, "The mayor")}, Source: geo.Source{Name: "=cmd|' /C calc'!A0", Party: geo.Ukraine, Class: geo.Authority},
			Type: geo.Advance, Polarity: geo.Negated, Modality: geo.Hedged, Confidence: 0.4}),
	}
	reading := &geo.Reading{Article: a.ID, Language: geo.English, Claims: claims,
		Mentions: []geo.Mention{
			{Span: span(t, text, "Москва"), Use: geo.Unresolvable},
			{Span: span(t, text, "Pokrovsk"), Place: "gn:704422", Why: []geo.Evidence{{Rule: "place.exact"}}},
			{Span: span(t, text, "it."), Use: geo.Anaphor, Place: "gn:704422"},
		},
		Speakers:     []geo.SpeakerMention{{Span: span(t, text, "The ministry"), Source: ministry}},
		Attributions: []geo.Attribution{{Source: []geo.Span{span(t, text, "The ministry")}, Cue: []geo.Span{span(t, text, "said")}, Content: claims[0].Content, Rule: "attr.C-bare"}},
	}
	b, err := geo.NewArticle(geo.Article{Title: "Bell \x07 and \x1b[31mcolour", Text: "Погода \x1b[2J\x01 <script>alert(1)</script> у Покровську.", Language: geo.Ukrainian})
	if err != nil {
		t.Fatal(err)
	}
	c := geo.Claim{Article: b.ID, Content: []geo.Span{{Start: 0, End: len(b.Text)}}, Excerpt: geo.Span{Start: 0, End: len(b.Text)},
		Places: []geo.PlaceRef{{Place: "gn:000000"}, {Place: "adm:UA-14", Span: geo.Span{Start: 0, End: 2}}}, Type: geo.Damage}
	c.ID = geo.NewClaimID(b.ID, c.Content)
	reviews := map[geo.ClaimID]export.Review{claims[1].ID: {Status: geo.Confirmed, Reason: "Two of us saw the timetable.", At: time.Date(2025, 11, 10, 8, 0, 0, 0, time.UTC)}}
	return &export.Document{Entries: slices.Values([]export.Entry{{Article: &a, Reading: reading, Claims: claims, Reviews: reviews}, {Article: &b, Claims: []geo.Claim{c}}}), Place: lookup}
}

func write(t testing.TB, name string, d *export.Document) []byte {
	t.Helper()
	f, ok := export.Named(name)
	if !ok {
		t.Fatalf("there is no format %q", name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, d); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.Bytes()
}

// Every format gives the bytes of its golden file, twice.
func TestGolden(t *testing.T) {
	for _, f := range export.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			got := write(t, f.Name, sample(t))
			if again := write(t, f.Name, sample(t)); !bytes.Equal(got, again) {
				t.Fatal("two writings differ")
			}
			if !utf8.Valid(got) {
				t.Error("the output is not valid UTF-8")
			}
			file := filepath.Join("testdata", f.Name+".golden")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("the output differs from %s; it is\n%s", file, got)
			}
		})
	}
}

func TestFormatsAreNamedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range export.Formats() {
		if seen[f.Name] || f.Extension != "" && seen[f.Extension] {
			t.Errorf("%s: its name or extension stands twice in the table", f.Name)
		}
		seen[f.Name], seen[f.Extension] = true, true
		if f.Name == "" || f.About == "" || f.MediaType == "" {
			t.Errorf("%q: the table's line is incomplete", f.Name)
		}
		if f.Extension == "" {
			continue
		}
		if g, ok := export.ForFile("/tmp/Out" + strings.ToUpper(f.Extension)); !ok || g.Name != f.Name {
			t.Errorf("a file ending in %s is taken for %q, want %q", f.Extension, g.Name, f.Name)
		}
	}
	if _, ok := export.ForFile("map.png"); ok {
		t.Error("a picture is taken for a format of claims")
	}
}

// The JSON Lines form carries spans that lead back to the words.
func TestJSONLinesSpans(t *testing.T) {
	d := sample(t)
	lines := bytes.Split(bytes.TrimSpace(write(t, "jsonl", d)), []byte("\n"))
	var i int
	for e := range d.Entries {
		var l export.Line
		if err := json.Unmarshal(lines[i], &l); err != nil {
			t.Fatal(err)
		}
		i++
		if l.Unit != "byte" || len(l.Claims) != len(e.Claims) {
			t.Fatalf("unit %q, %d claims, want byte and %d", l.Unit, len(l.Claims), len(e.Claims))
		}
		runes := []rune(e.Article.Text)
		for k, c := range l.Claims {
			for j, s := range c.Content {
				if s != e.Claims[k].Content[j] {
					t.Errorf("content %v, want %v", s, e.Claims[k].Content[j])
				}
			}
			if c.Party != e.Claims[k].Source.Party || c.Type != e.Claims[k].Type || c.Polarity != e.Claims[k].Polarity {
				t.Errorf("claim %d: %v %v %v", k, c.Party, c.Type, c.Polarity)
			}
		}
		for _, p := range l.Places {
			if got := p.Span.Of(e.Article.Text); got != p.Text {
				t.Errorf("place %q stands at the span of %q", p.Text, got)
			}
		}
		for _, p := range l.Toponyms {
			if got, want := string(runes[p.Start:p.End]), e.Article.Text[p.ByteStart:p.ByteEnd]; got != want {
				t.Errorf("toponym: code points give %q, bytes %q", got, want)
			}
		}
	}
	if i != 2 {
		t.Fatalf("%d lines, want 2", i)
	}
	// The second article has no reading: its lists are there and empty.
	for _, want := range []string{`"places":[]`, `"sources":[]`, `"attributions":[]`, `"toponyms":[]`} {
		if !bytes.Contains(lines[1], []byte(want)) {
			t.Errorf("%s is missing in %s", want, lines[1])
		}
	}
}

// An independent reader of GeoJSON finds every claim at every place.
func TestGeoJSONReads(t *testing.T) {
	fc, err := geojson.UnmarshalFeatureCollection(write(t, "geojson", sample(t)))
	if err != nil {
		t.Fatal(err)
	}
	if len(fc.Features) != 6 {
		t.Fatalf("%d features, want 6", len(fc.Features))
	}
	f := fc.Features[0]
	if p, ok := f.Geometry.(orb.Point); !ok || p != places["gn:704422"].Point {
		t.Errorf("the first feature lies at %v, want %v", f.Geometry, places["gn:704422"].Point)
	}
	if got := f.Properties["claim"]; got != "its troops had “entered” Pokrovsk … near Kotlyne" {
		t.Errorf("claim is %q", got)
	}
	ids := map[any]bool{}
	for _, f := range fc.Features {
		if ids[f.ID] {
			t.Errorf("the id %v stands twice", f.ID)
		}
		ids[f.ID] = true
	}
	if fc.Features[3].Geometry != nil {
		t.Error("a claim without a place has a geometry")
	}
}

func TestCSVReadsAndIsSafe(t *testing.T) {
	d := sample(t)
	d.BOM = true
	b := write(t, "csv", d)
	if !bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) {
		t.Error("the byte order mark is missing")
	}
	rows, err := csv.NewReader(bytes.NewReader(b[3:])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 7 {
		t.Fatalf("%d rows, want a head and 6", len(rows))
	}
	col := func(name string) int { return slices.Index(rows[0], name) }
	for _, name := range []string{"latitude", "longitude", "excerpt", "source", "place", "confidence"} {
		if col(name) < 0 {
			t.Fatalf("there is no column %s", name)
		}
	}
	if lat := rows[1][col("latitude")]; lat != "48.28198" {
		t.Errorf("latitude is %q", lat)
	}
	if s := rows[4][col("source")]; s != "'=cmd|' /C calc'!A0" {
		t.Errorf("a formula is written as %q", s)
	}
	for _, r := range rows[1:] {
		for i, cell := range r {
			if cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) {
				t.Errorf("the %s %q begins like a formula", rows[0][i], cell)
			}
		}
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	x := xml.NewDecoder(bytes.NewReader(write(t, "kml", sample(t))))
	marks, points := 0, 0
	for {
		tok, err := x.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := tok.(xml.StartElement); ok {
			switch e.Name.Local {
			case "Placemark":
				marks++
			case "coordinates":
				points++
			}
		}
	}
	if marks != 6 || points != 4 {
		t.Errorf("%d placemarks with %d points, want 6 with 4", marks, points)
	}
}

// The selectors of an annotation find its words again.
func TestAnnotationsFindTheirWords(t *testing.T) {
	d := sample(t)
	var page struct {
		Items []struct {
			Target []struct {
				Selector []struct {
					Exact, Prefix, Suffix string
					Start, End            int
				}
			}
		}
	}
	if err := json.Unmarshal(write(t, "annotations", d), &page); err != nil {
		t.Fatal(err)
	}
	i := 0
	for e := range d.Entries {
		runes := []rune(e.Article.Text)
		for range e.Claims {
			for _, target := range page.Items[i].Target {
				q, p := target.Selector[0], target.Selector[1]
				if got := string(runes[p.Start:p.End]); got != q.Exact {
					t.Errorf("the position gives %q, the quote %q", got, q.Exact)
				}
				if !strings.Contains(e.Article.Text, q.Prefix+q.Exact+q.Suffix) {
					t.Errorf("%q does not stand between %q and %q", q.Exact, q.Prefix, q.Suffix)
				}
			}
			i++
		}
	}
}

// What a foreign text contains cannot act: no markup in the page, no control
// characters in the terminal.
func TestForeignTextIsInert(t *testing.T) {
	if b := write(t, "html", sample(t)); bytes.Contains(b, []byte("<script")) {
		t.Error("the page contains a script")
	}
	for _, name := range []string{"table", "html", "csv", "kml", "bibtex"} {
		if b := write(t, name, sample(t)); bytes.ContainsAny(b, "\x1b\x07\x01") {
			t.Errorf("%s contains control characters: %q", name, b)
		}
	}
}

func TestJSONFormatsAreJSON(t *testing.T) {
	for _, name := range []string{"geojson", "jsonld", "annotations", "csl", "timemap"} {
		empty := &export.Document{Entries: slices.Values([]export.Entry(nil))}
		for _, d := range []*export.Document{sample(t), empty} {
			if b := write(t, name, d); !json.Valid(b) {
				t.Errorf("%s is no valid JSON:\n%s", name, b)
			}
		}
	}
}

func TestWriteErrorsAreReported(t *testing.T) {
	full := errors.New("disk full")
	for _, f := range export.Formats() {
		if err := f.Write(failing{full}, sample(t)); !errors.Is(err, full) {
			t.Errorf("%s: writing to a full disk gives %v", f.Name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestPageContainsThePicture(t *testing.T) {
	d := sample(t)
	d.Picture = []byte("\x89PNG and so on")
	if b := write(t, "html", d); !bytes.Contains(b, []byte(`<img src="data:image/png;base64,iVBORyBhbmQgc28gb24="`)) {
		t.Error("the picture is not in the page")
	}
}
