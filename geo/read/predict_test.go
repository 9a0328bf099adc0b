package read

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"

	"contested/geo"
)

// Flags for measuring on texts outside the project:
//
//	go test ./geo/read -run TestPredict -input articles.jsonl -form claims|attributions|toponyms|show -pred out.jsonl
var (
	inputFlag = flag.String("input", "", "articles to read, JSON Lines")
	formFlag  = flag.String("form", "claims", "claims, attributions, toponyms or show")
	predFlag  = flag.String("pred", "/dev/stdout", "where predictions go")
	onlyFlag  = flag.String("only", "", "the id of one article to show")
)

// input is one line of an articles file.
type input struct {
	ID        string        `json:"id"`
	Title     string        `json:"title"`
	Date      string        `json:"date"`
	Publisher any           `json:"publisher"`
	Text      string        `json:"text"`
	pub       geo.Publisher `json:"-"`
}

func readInput(t testing.TB, name string) []input {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	var out []input
	for sc.Scan() {
		var in input
		if err := json.Unmarshal(sc.Bytes(), &in); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		in.pub.Party = geo.Press
		switch p := in.Publisher.(type) {
		case string:
			in.pub.Name = p
		case map[string]any:
			in.pub.Name, _ = p["name"].(string)
			s, _ := p["party"].(string)
			if err := in.pub.Party.UnmarshalText([]byte(s)); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, in)
	}
	return out
}

func (in *input) article(t testing.TB) *geo.Article {
	a := geo.Article{Ref: in.ID, Title: in.Title, Text: in.Text, Publisher: in.pub}
	a.Published, _ = geo.ParseDate(in.Date)
	a, err := geo.NewArticle(a)
	if err != nil {
		t.Fatal(err)
	}
	return &a
}

func pairs(spans []geo.Span) [][2]int {
	out := [][2]int{}
	for _, s := range spans {
		out = append(out, [2]int{s.Start, s.End})
	}
	return out
}

func TestPredict(t *testing.T) {
	if *inputFlag == "" {
		t.Skip("no -input")
	}
	r := reader(t)
	w, err := os.Create(*predFlag)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	out := bufio.NewWriter(w)
	defer out.Flush()
	for _, in := range readInput(t, *inputFlag) {
		if *onlyFlag != "" && in.ID != *onlyFlag {
			continue
		}
		a := in.article(t)
		switch *formFlag {
		case "claims":
			writeLine(t, out, claimsForm(r, a, r.Read(a)))
		case "attributions":
			var list []map[string]any
			for _, x := range r.Read(a).Attributions {
				list = append(list, map[string]any{"bsource": pairs(x.Source), "bcue": pairs(x.Cue), "bcontent": pairs(x.Content), "rule": x.Rule})
			}
			writeLine(t, out, map[string]any{"id": in.ID, "attributions": list})
		case "toponyms":
			writeLine(t, out, toponymsForm(r, a, r.Read(a)))
		case "show":
			show(out, r, a)
		default:
			t.Fatalf("no form %q", *formFlag)
		}
	}
}

func writeLine(t testing.TB, w *bufio.Writer, v any) {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(b)
	w.WriteByte('\n')
}

// claimsForm is the form that score_claims.py reads.
func claimsForm(r *Reader, a *geo.Article, g *geo.Reading) map[string]any {
	place := func(id geo.PlaceID) map[string]any {
		p, _ := r.gaz.Place(id)
		return map[string]any{"name": p.Name, "lat": p.Point.Lat(), "lon": p.Point.Lon(), "kind": p.Kind.String()}
	}
	places, sources, claims := []any{}, []any{}, []any{}
	for _, m := range g.Mentions {
		if m.Place == "" {
			continue
		}
		p := place(m.Place)
		p["start"], p["end"], p["use"] = m.Span.Start, m.Span.End, m.Use.String()
		places = append(places, p)
	}
	for _, s := range g.Speakers {
		sources = append(sources, map[string]any{"start": s.Span.Start, "end": s.Span.End, "party": s.Source.Party.String(), "key": s.Source.Key})
	}
	for i := range g.Claims {
		c := &g.Claims[i]
		pl := []any{}
		for _, p := range c.Places {
			pl = append(pl, place(p.Place))
		}
		claims = append(claims, map[string]any{"content": c.Content, "source": c.Speaker, "party": c.Source.Party.String(), "places": pl,
			"type": c.Type.String(), "polarity": c.Polarity.String(), "modality": c.Modality.String(), "status": c.Status.String(),
			"confidence": c.Confidence})
	}
	return map[string]any{"id": a.Ref, "unit": "byte", "places": places, "sources": sources, "claims": claims}
}

// toponymsForm is the form that score_geo.py reads.
func toponymsForm(r *Reader, a *geo.Article, g *geo.Reading) map[string]any {
	type top struct {
		Start int     `json:"start"`
		End   int     `json:"end"`
		Lat   float64 `json:"lat"`
		Lon   float64 `json:"lon"`
	}
	list := []top{}
	runes := make([]int, len(a.Text)+1) // code points before a byte
	n := 0
	for i := range len(a.Text) {
		runes[i] = n
		if i+1 == len(a.Text) || a.Text[i+1]&0xC0 != 0x80 {
			n++
		}
	}
	runes[len(a.Text)] = n
	for _, m := range g.Mentions {
		if p, ok := r.gaz.Place(m.Place); ok && m.Use != geo.Anaphor {
			list = append(list, top{runes[m.Span.Start], runes[m.Span.End], p.Point.Lat(), p.Point.Lon()})
		}
	}
	return map[string]any{"id": a.Ref, "toponyms": list}
}

var tagNames = []string{"-", "DET", "ADJ", "N", "NAME", "NUM", "PRON", "POSS", "V", "BASE", "ING", "PART", "AUX", "TO", "PREP", "CC", "SUB", "THAT", "REL", "ADV", "NEG"}

// show writes what was read of an article for people.
func show(w *bufio.Writer, r *Reader, a *geo.Article) {
	d := r.parse(a)
	fmt.Fprintf(w, "##### %s %s\n", a.Ref, a.Title)
	for _, s := range d.sents {
		for i := s.first; i < s.end; i++ {
			fmt.Fprintf(w, "%s/%s ", d.str(i), tagNames[d.toks[i].tag])
		}
		fmt.Fprintln(w)
	}
	g := r.Read(a)
	dd := r.understand(a)
	for i, o := range dd.actors {
		fmt.Fprintf(w, "  ACTOR %d %s %q %s male=%v female=%v human=%v body=%v plural=%v named=%v last=%q\n", i+1, o.key, o.name, o.party, o.male, o.female, o.human, o.body, o.plural, o.named, dd.str(o.last))
	}
	for _, x := range dd.attrs {
		fmt.Fprintf(w, "  WHO %q %s %d weak=%v used=%v parent=%d\n", dd.span(x.source.first, x.source.end).Of(a.Text), x.rule, x.who.actor, x.weak, x.used, x.parent)
	}
	join := func(list []geo.Span) (s string) {
		for i, x := range list {
			if i > 0 {
				s += " … "
			}
			s += x.Of(a.Text)
		}
		return s
	}
	for _, x := range g.Attributions {
		fmt.Fprintf(w, "  ATTR %s\n     S=%s\n     Q=%s\n     C=%s\n", x.Rule, join(x.Source), join(x.Cue), join(x.Content))
	}
	for _, m := range g.Mentions {
		fmt.Fprintf(w, "  PLACE %s %s %s\n", m.Span.Of(a.Text), m.Use, m.Place)
	}
	for _, s := range g.Speakers {
		fmt.Fprintf(w, "  SPEAKER %s = %s %s %s\n", s.Span.Of(a.Text), s.Source.Key, s.Source.Party, s.Source.Class)
	}
	for i := range g.Claims {
		c := &g.Claims[i]
		var pl []geo.PlaceID
		for _, p := range c.Places {
			pl = append(pl, p.Place)
		}
		fmt.Fprintf(w, "  CLAIM %s %s %s %s %s %.2f %v\n     S=%s (%s) Q=%s\n     C=%s\n", c.Source.Party, c.Type, c.Polarity, c.Modality, c.Status, c.Confidence, pl,
			join(c.Speaker), c.Source.Key, join(c.Cue), join(c.Content))
		for _, e := range c.Why {
			fmt.Fprintf(w, "       %s %q %s\n", e.Rule, e.Span.Of(a.Text), e.Note)
		}
	}
}
