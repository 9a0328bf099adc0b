package read

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"contested/geo"
)

var updateScore = flag.Bool("update-score", false, "write testdata/score.txt anew")

// tally counts what the measures are made of.
type tally struct {
	placeTP, placeRight, placeFP, placeGold int
	sourceTP, sourceParty, sourcePred       int
	sourceGold                              int
	claimGold, claimPred, claimSpan         int
	claimFull, claimStrict                  int
	typeOK, polarityOK, modalityOK          int
	status, statusOK                        int
	confident, confidentOK                  int // predictions of 0.8 and more, those that match
}

// overlap is the number of bytes that two lists of spans have in common.
func overlap(a []goldPlace, b []geo.Span) (n int) {
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.BEnd, y.End)-max(x.BStart, y.Start))
		}
	}
	return n
}

func length(a []geo.Span) (n int) {
	for _, s := range a {
		n += s.End - s.Start
	}
	return n
}

// same reports whether a gold place and a place of the gazetteer are the same:
// alike in kind and no farther apart than the gold allows.
func same(g goldPlace, p geo.Place) bool {
	class := func(k string) string {
		switch k {
		case "settlement", "facility":
			return "point"
		case "river", "sea":
			return "water"
		}
		return k
	}
	if k := p.Kind.String(); class(k) != class(g.Kind) && g.Kind != "" {
		return false
	}
	rad := math.Pi / 180
	x := math.Pow(math.Sin((p.Point.Lat()-g.Lat)*rad/2), 2) + math.Cos(g.Lat*rad)*math.Cos(p.Point.Lat()*rad)*math.Pow(math.Sin((p.Point.Lon()-g.Lon)*rad/2), 2)
	return 12742*math.Asin(math.Min(1, math.Sqrt(x))) <= g.Tol
}

// pairing is one way to match a claim of the gold with one that was read.
type pairing struct {
	jaccard    float64
	gold, pred int
}

// pairUp matches claims whose contents overlap by at least half of the shorter
// one and that pass the test, the best overlap first, each claim once.
func pairUp(gold []goldClaim, pred []geo.Claim, test func(g *goldClaim, p *geo.Claim) bool) map[int]int {
	var list []pairing
	for a := range gold {
		for b := range pred {
			o, n, m := overlap(gold[a].Content, pred[b].Content), 0, length(pred[b].Content)
			for _, c := range gold[a].Content {
				n += c.BEnd - c.BStart
			}
			if o > 0 && 2*o >= min(n, m) && test(&gold[a], &pred[b]) {
				list = append(list, pairing{float64(o) / float64(n+m-o), a, b})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y pairing) int { return cmp.Compare(y.jaccard, x.jaccard) })
	out, taken := map[int]int{}, map[int]bool{}
	for _, p := range list {
		if _, ok := out[p.gold]; !ok && !taken[p.pred] {
			out[p.gold], taken[p.pred] = p.pred, true
		}
	}
	return out
}

// count scores one article by the rules of the annotation guideline that the
// README beside the gold sums up.
func (t *tally) count(r *Reader, g *gold, got *geo.Reading) {
	t.countPlaces(r, g, got)
	t.countSources(g, got)

	at := func(p geo.PlaceRef) geo.Place { q, _ := r.gaz.Place(p.Place); return q }
	var placed, bare []goldClaim
	for _, c := range g.Claims {
		if len(c.Places) > 0 {
			placed = append(placed, c)
		} else {
			bare = append(bare, c)
		}
	}
	pred := slices.DeleteFunc(slices.Clone(got.Claims), func(c geo.Claim) bool { return len(c.Places) == 0 })
	span := pairUp(placed, pred, func(*goldClaim, *geo.Claim) bool { return true })
	full := pairUp(placed, pred, func(x *goldClaim, y *geo.Claim) bool {
		return x.Party == y.Source.Party.String() && slices.ContainsFunc(x.Places, func(p goldPlace) bool {
			return slices.ContainsFunc(y.Places, func(q geo.PlaceRef) bool { return same(p, at(q)) })
		})
	})
	matched, spanned := map[int]bool{}, map[int]bool{}
	for _, b := range full {
		matched[b] = true
	}
	for _, b := range span {
		spanned[b] = true
	}
	t.claimGold += len(placed)
	t.claimSpan += len(span)
	t.claimFull += len(full)
	for b := range pred {
		// what only matches a claim without a place is neither right nor wrong
		if !matched[b] && !spanned[b] && len(pairUp(bare, pred[b:b+1], func(*goldClaim, *geo.Claim) bool { return true })) > 0 {
			continue
		}
		t.claimPred++
		if pred[b].Confidence >= 0.8 {
			t.confident++
			if matched[b] {
				t.confidentOK++
			}
		}
	}
	for a, b := range full {
		x, y := &placed[a], &pred[b]
		one := func(ok bool) int {
			if ok {
				return 1
			}
			return 0
		}
		typ := slices.Contains(x.Types, y.Type.String())
		polarity := x.Polarity == "either" || x.Polarity == y.Polarity.String()
		t.typeOK += one(typ)
		t.polarityOK += one(polarity)
		t.claimStrict += one(typ && polarity)
		t.modalityOK += one(slices.Contains(x.Moods, y.Modality.String()))
		if x.Status != "none" {
			t.status++
			t.statusOK += one(slices.Contains(x.Statuses, y.Status.String()))
		}
	}
}

func (t *tally) countPlaces(r *Reader, g *gold, got *geo.Reading) {
	counts := func(use string) bool { return use == "literal" || use == "area" }
	used := map[int]bool{}
	best := func(p goldPlace) int {
		at, most := -1, 0
		for i, m := range got.Mentions {
			if o := overlap([]goldPlace{p}, []geo.Span{m.Span}); m.Place != "" && counts(m.Use.String()) && !used[i] && o >= max(1, most) {
				at, most = i, o
			}
		}
		return at
	}
	for _, p := range g.Places {
		if !counts(p.Use) {
			continue
		}
		t.placeGold++
		if i := best(p); i >= 0 {
			used[i] = true
			t.placeTP++
			if q, _ := r.gaz.Place(got.Mentions[i].Place); same(p, q) {
				t.placeRight++
			}
		}
	}
	for i, m := range got.Mentions {
		if m.Place == "" || !counts(m.Use.String()) || used[i] {
			continue
		}
		if p, _ := r.gaz.Place(m.Place); p.Kind == geo.Country {
			continue
		}
		if !slices.ContainsFunc(g.Places, func(p goldPlace) bool { return overlap([]goldPlace{p}, []geo.Span{m.Span}) > 0 }) {
			t.placeFP++
		}
	}
}

func (t *tally) countSources(g *gold, got *geo.Reading) {
	used := map[int]bool{}
	for _, s := range g.Sources {
		if len(s.Claims) == 0 {
			continue
		}
		t.sourceGold++
		at, most := -1, 0
		for i, x := range got.Speakers {
			if o := overlap([]goldPlace{s.goldPlace}, []geo.Span{x.Span}); !used[i] && o > most {
				at, most = i, o
			}
		}
		if at >= 0 {
			used[at] = true
			t.sourceTP++
			if got.Speakers[at].Source.Party.String() == s.Party {
				t.sourceParty++
			}
		}
	}
	for i, x := range got.Speakers {
		if used[i] || !slices.ContainsFunc(g.Sources, func(s goldSource) bool { return overlap([]goldPlace{s.goldPlace}, []geo.Span{x.Span}) > 0 }) {
			t.sourcePred++
		}
	}
}

// figures are the measures of a tally, in per cent, by name.
func (t *tally) figures() []float64 {
	f1 := func(tp, pred, gold int) float64 { return 100 * ratio(2*tp, pred+gold) }
	return []float64{
		f1(t.placeRight, t.placeTP+t.placeFP, t.placeGold),
		f1(t.sourceParty, t.sourcePred, t.sourceGold),
		f1(t.claimSpan, t.claimPred, t.claimGold),
		f1(t.claimFull, t.claimPred, t.claimGold),
		f1(t.claimStrict, t.claimPred, t.claimGold),
		100 * ratio(t.typeOK, t.claimFull),
		100 * ratio(t.polarityOK, t.claimFull),
		100 * ratio(t.modalityOK, t.claimFull),
		100 * ratio(t.statusOK, t.status),
		100 * ratio(t.confidentOK, t.confident),
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

const scoreHead = `The reader on our own annotated articles (testdata/gold), in per cent.
Written by: go test ./geo/read -run TestScore -update-score

places   F1 of places recognised and resolved
sources  F1 of source mentions with the right party
content  F1 of claims by their content alone
claims   F1 of claims by content, party and place: the main figure
strict   the same with type and polarity
type, polarity, modality, status: right among the matched claims (status: of
those that have one); sure: right among the claims with a confidence of 0.8 and
more

`

// TestScore reads our own gold and prints the figures. It fails where the main
// figure of a set has fallen by more than a point below the committed table.
func TestScore(t *testing.T) {
	r := reader(t)
	names := []string{"places", "sources", "content", "claims", "strict", "type", "polarity", "modality", "status", "sure"}
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s %8s", "set", "articles")
	for _, n := range names {
		fmt.Fprintf(&b, " %8s", n)
	}
	b.WriteByte('\n')
	before := committedScores(t)
	for _, set := range goldSets {
		var sum tally
		list := readGold(t, set)
		for i := range list {
			sum.count(r, &list[i], r.Read(list[i].article(t)))
		}
		f := sum.figures()
		fmt.Fprintf(&b, "%-18s %8d", set, len(list))
		for _, x := range f {
			fmt.Fprintf(&b, " %8.1f", x)
		}
		b.WriteByte('\n')
		if old, ok := before[set]; ok && f[3] < old-1 && !*updateScore {
			t.Errorf("%s: claims %.1f, they were %.1f", set, f[3], old)
		}
	}
	t.Logf("\n%s", b.String())
	if *updateScore {
		if err := os.WriteFile("testdata/score.txt", []byte(scoreHead+b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// committedScores are the main figures of testdata/score.txt.
func committedScores(t *testing.T) map[string]float64 {
	t.Helper()
	b, err := os.ReadFile("testdata/score.txt")
	if err != nil {
		return nil
	}
	out := map[string]float64{}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) == 12 && slices.Contains(goldSets, f[0]) {
			if out[f[0]], err = strconv.ParseFloat(f[5], 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out
}

// article is the article that the gold is about.
func (g *gold) article(t testing.TB) *geo.Article {
	t.Helper()
	a := geo.Article{Ref: g.ID, Title: g.Title, Text: g.Text, Publisher: geo.Publisher{Name: g.Publisher["name"]}}
	if err := a.Publisher.Party.UnmarshalText([]byte(g.Publisher["party"])); err != nil {
		t.Fatal(err)
	}
	a.Published, _ = geo.ParseDate(g.Date)
	a, err := geo.NewArticle(a)
	if err != nil {
		t.Fatal(err)
	}
	return &a
}
