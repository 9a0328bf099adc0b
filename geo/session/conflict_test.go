package session

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"contested/geo"
)

// claimed makes a claim about one place; the tests below need no text.
func claimed(id string, by, actor geo.Party, t geo.ClaimType, pol geo.Polarity, place geo.PlaceID) geo.Claim {
	return geo.Claim{ID: geo.ClaimID(id), Article: geo.ArticleID("a-" + id), Type: t, Polarity: pol, Actor: actor,
		Source: geo.Source{Key: id, Party: by}, Places: []geo.PlaceRef{{Place: place}}}
}

// conflicts are what the search finds in claims of articles published at the given
// times.
func conflicts(claims []geo.Claim, when map[geo.ArticleID]geo.Interval) (map[geo.PlaceID]Conflict, map[geo.ClaimID]bool) {
	s := &State{Conflicts: map[geo.PlaceID]Conflict{}}
	s.numbers = newNumbers()
	for i := range claims {
		s.Articles = append(s.Articles, &geo.Article{ID: claims[i].Article, Published: when[claims[i].Article]})
		s.ids = append(s.ids, claims[i].ID)
		s.Claims, s.facts = append(s.Claims, &claims[i]), append(s.facts, s.factsOf(&claims[i], int32(i)))
	}
	s.placeIDs = s.numbers.places.names
	s.findConflicts(nil)
	contradicted := map[geo.ClaimID]bool{}
	for i := range s.facts {
		if s.facts[i].marks&isContradicted != 0 {
			contradicted[claims[i].ID] = true
		}
	}
	return s.Conflicts, contradicted
}

func TestConflicts(t *testing.T) {
	day := func(d int) geo.Interval { return geo.Day(2025, time.November, d) }
	const p, q = geo.PlaceID("gn:1"), geo.PlaceID("gn:2")
	demand := claimed("b", geo.Ukraine, geo.Ukraine, geo.Defended, geo.Affirmed, p)
	demand.Modality = geo.Demand
	sector := claimed("b", geo.Ukraine, geo.Ukraine, geo.Defended, geo.Affirmed, p)
	sector.Places[0].Precision = geo.Direction
	for _, c := range []struct {
		name string
		a, b geo.Claim
		days [2]int
		rule string
	}{
		{"captured against denied", claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, p), claimed("b", geo.Ukraine, geo.UnknownParty, geo.Captured, geo.Negated, p), [2]int{1, 2}, "conflict.hold"},
		{"encircled against defended", claimed("a", geo.Russia, geo.Russia, geo.Encircled, geo.Affirmed, p), claimed("b", geo.Ukraine, geo.Ukraine, geo.Defended, geo.Affirmed, p), [2]int{1, 1}, "conflict.hold"},
		{"captured, actor only implied", claimed("a", geo.Russia, geo.UnknownParty, geo.Captured, geo.Affirmed, p), claimed("b", geo.Press, geo.Ukraine, geo.Control, geo.Affirmed, p), [2]int{1, 1}, "conflict.hold"},
		{"attack against no attack", claimed("a", geo.Ukraine, geo.Russia, geo.Attack, geo.Affirmed, p), claimed("b", geo.Russia, geo.Russia, geo.Attack, geo.Negated, p), [2]int{1, 1}, "conflict.denied"},
		{"one party changing its mind", claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, p), claimed("b", geo.Russia, geo.Russia, geo.Captured, geo.Negated, p), [2]int{1, 2}, ""},
		{"both say the same", claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, p), claimed("b", geo.Press, geo.Russia, geo.Control, geo.Affirmed, p), [2]int{1, 1}, ""},
		{"two places", claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, p), claimed("b", geo.Ukraine, geo.Ukraine, geo.Control, geo.Affirmed, q), [2]int{1, 1}, ""},
		{"attack and fighting do not contradict", claimed("a", geo.Russia, geo.Russia, geo.Attack, geo.Affirmed, p), claimed("b", geo.Ukraine, geo.Ukraine, geo.Fighting, geo.Affirmed, p), [2]int{1, 1}, ""},
		{"a demand is no statement of fact", claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, p), demand, [2]int{1, 1}, ""},
		{"a sector is no town", claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, p), sector, [2]int{1, 1}, ""},
		{"nobody knows who says it", claimed("a", geo.UnknownParty, geo.Russia, geo.Captured, geo.Affirmed, p), claimed("b", geo.Ukraine, geo.Ukraine, geo.Control, geo.Affirmed, p), [2]int{1, 1}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			when := map[geo.ArticleID]geo.Interval{c.a.Article: day(c.days[0]), c.b.Article: day(c.days[1])}
			got, said := conflicts([]geo.Claim{c.a, c.b}, when)
			if c.rule == "" {
				if len(got) != 0 || len(said) != 0 {
					t.Fatalf("found %v, want no conflict", got)
				}
				return
			}
			if got[p].Rule != c.rule || !said["a"] || !said["b"] {
				t.Fatalf("got %+v and contradicted %v, want rule %s for both", got, said, c.rule)
			}
		})
	}
}

func TestConflictWindow(t *testing.T) {
	a := claimed("a", geo.Russia, geo.Russia, geo.Captured, geo.Affirmed, "p")
	b := claimed("b", geo.Ukraine, geo.Ukraine, geo.Control, geo.Affirmed, "p")
	for _, c := range []struct {
		days int
		want bool
	}{{0, true}, {30, true}, {31, false}, {400, false}} {
		when := map[geo.ArticleID]geo.Interval{a.Article: geo.Day(2025, time.March, 1), b.Article: geo.Day(2025, time.March, 1+c.days)}
		for _, pair := range [][]geo.Claim{{a, b}, {b, a}} {
			got, _ := conflicts(pair, when)
			if (len(got) > 0) != c.want {
				t.Errorf("%d days apart: contested is %v, want %v", c.days, len(got) > 0, c.want)
			}
		}
	}
}

// The search by sorted lists finds what comparing every pair finds.
func TestConflictsAgainstEveryPair(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	types := []geo.ClaimType{geo.Captured, geo.Control, geo.Encircled, geo.Defended, geo.Attack, geo.Forecast}
	sides := []geo.Party{geo.Russia, geo.Ukraine, geo.Press, geo.UnknownParty}
	for range 300 {
		var claims []geo.Claim
		when := map[geo.ArticleID]geo.Interval{}
		for i := range 2 + r.IntN(12) {
			c := claimed(fmt.Sprint(i), sides[r.IntN(4)], sides[r.IntN(4)], types[r.IntN(len(types))], geo.Polarity(r.IntN(2)), geo.PlaceID(fmt.Sprint(r.IntN(2))))
			if r.IntN(3) == 0 {
				c.When = geo.Day(2025, time.January, 1+r.IntN(90))
			}
			claims = append(claims, c)
			if r.IntN(6) > 0 {
				when[c.Article] = geo.Day(2025, time.January, 1+r.IntN(90))
			}
		}
		want := map[geo.ClaimID]bool{}
		for i := range claims {
			for j := range claims {
				a, b := &claims[i], &claims[j]
				p, okA := propositionOf(a, a.Places[0])
				q, okB := propositionOf(b, b.Places[0])
				if !okA || !okB || a.Source.Party == b.Source.Party || a.Source.Party == geo.UnknownParty || b.Source.Party == geo.UnknownParty {
					continue
				}
				x, y := when[a.Article], when[b.Article]
				if !p.holds && a.When.Known() {
					x = a.When
				}
				if !q.holds && b.When.Known() {
					y = b.When
				}
				near := !x.Known() || !y.Known() || x.From.Sub(y.From).Abs() <= ConflictWindow
				if a.Places[0].Place == b.Places[0].Place && p.subject == q.subject && p.denies != q.denies && near {
					want[a.ID] = true
				}
			}
		}
		_, got := conflicts(claims, when)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %v, every pair gives %v for %+v", got, want, claims)
		}
	}
}
