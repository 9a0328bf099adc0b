package session

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"contested/geo"
	"contested/geo/project"
)

// inventedDocument is n articles of a few claims each, some of them versions of
// others, some in the same words.
func inventedDocument(t *testing.T, r *rand.Rand, n int) *project.Contents {
	t.Helper()
	doc := &project.Contents{Readings: map[geo.ArticleID]*geo.Reading{}}
	for i := range n {
		var b strings.Builder
		var claims []geo.Claim
		for range r.IntN(5) {
			start := b.Len()
			place := fmt.Sprintf("Place%d", r.IntN(6))
			fmt.Fprintf(&b, "It was said on day %d that the bridge at ", r.IntN(4))
			at := b.Len()
			b.WriteString(place)
			named := geo.Span{Start: at, End: b.Len()}
			b.WriteString(" was closed to all but carts. ")
			c := geo.Claim{Content: []geo.Span{{Start: start, End: b.Len() - 2}}, Excerpt: geo.Span{Start: start, End: b.Len() - 1},
				Type: []geo.ClaimType{geo.Captured, geo.Attack, geo.Control, geo.Other}[r.IntN(4)], Polarity: geo.Polarity(r.IntN(2)), Status: geo.Status(r.IntN(4)),
				Confidence: r.Float64(), Places: []geo.PlaceRef{{Place: geo.PlaceID(place), Span: named, Ambiguous: r.IntN(5) == 0, Precision: geo.Precision(r.IntN(3))}}}
			if who := r.IntN(5); who > 0 {
				c.Source = geo.Source{Key: fmt.Sprint("source ", who), Name: fmt.Sprint("Source ", who), Party: geo.Party(r.IntN(4)), Class: geo.Military}
			} else {
				c.Source.Class = geo.Narrator
			}
			if r.IntN(4) == 0 {
				c.Places = append(c.Places, geo.PlaceRef{Place: geo.PlaceID(fmt.Sprintf("Place%d", r.IntN(6))), Span: named})
			}
			claims = append(claims, c)
		}
		fmt.Fprintf(&b, "End of %d.", i)
		a, err := geo.NewArticle(geo.Article{Text: b.String(), Title: fmt.Sprint("Invented ", i), Publisher: geo.Publisher{Name: fmt.Sprint("Paper ", r.IntN(3))},
			Published: geo.Day(2025, 3, 1+r.IntN(60)), URL: fmt.Sprintf("https://example.org/%d", r.IntN(n))})
		if err != nil {
			t.Fatal(err)
		}
		for k := range claims {
			claims[k].Article, claims[k].ID = a.ID, geo.NewClaimID(a.ID, claims[k].Content)
		}
		doc.Articles, doc.Readings[a.ID] = append(doc.Articles, &a), &geo.Reading{Article: a.ID, Claims: claims}
	}
	return doc
}

// inventedCorrection corrects some claim, adds one, or corrects what is not there.
func inventedCorrection(r *rand.Rand, doc *project.Contents, number int) geo.Correction {
	a := doc.Articles[r.IntN(len(doc.Articles))]
	k := geo.Correction{ID: fmt.Sprint(number), Article: a.ID, Content: []geo.Span{{Start: 0, End: 3}}}
	if list := doc.Readings[a.ID].Claims; len(list) > 0 {
		k.Content = list[r.IntN(len(list))].Content
	}
	place := geo.PlaceID(fmt.Sprintf("Place%d", r.IntN(8)))
	switch r.IntN(8) {
	case 0:
		k.Reject = true
	case 1:
		k.Accept = true
	case 2:
		k.Places = &[]geo.PlaceRef{{Place: place}}
	case 3:
		k.Source = &geo.Source{Key: fmt.Sprint("source ", r.IntN(6)), Party: geo.Party(r.IntN(4)), Class: geo.SourceClass(r.IntN(3))}
	case 4:
		p := geo.Polarity(r.IntN(2))
		k.Polarity = &p
	case 5:
		k.Span = &[]geo.Span{{Start: r.IntN(5), End: 8}}
	case 6:
		k.Content = []geo.Span{{Start: r.IntN(4), End: 6}}
		k.Added = &geo.Claim{Article: a.ID, Content: k.Content, Excerpt: geo.Span{Start: 0, End: 7}, Type: geo.Captured, Source: geo.Source{Key: "source 1", Party: geo.Russia},
			Places: []geo.PlaceRef{{Place: place}}}
	default:
		s := geo.Confirmed
		k.Status = &s
	}
	return k
}

// shape is everything that a state says, in a form that does not depend on the
// numbers that names were given.
func shape(s *State) string {
	var b strings.Builder
	origin := map[int32]int{}
	for _, c := range s.Claims {
		f := s.fact(c)
		n, ok := origin[f.origin]
		if !ok {
			n = len(origin)
			origin[f.origin] = n
		}
		fmt.Fprintf(&b, "%+v origin %d marks %b doubt %d again %v\n", *c, n, f.marks, s.Doubt(c), s.Claim(c.ID) == c)
		for _, r := range s.placesAt(&f) {
			fmt.Fprintf(&b, "  %s %v %v\n", s.placeIDs[r.place], r.precision, r.contradicted)
		}
	}
	for i := range s.Articles {
		list, at := s.Versions(s.Articles[i].ID)
		fmt.Fprintln(&b, s.Articles[i].ID, len(s.ClaimsOf(s.Articles[i].ID)), list, at)
	}
	for _, c := range s.Review.Queue {
		fmt.Fprintln(&b, "to check", c.ID)
	}
	fmt.Fprintln(&b, s.Review.ToCheck, s.Review.Checked, s.Document.Example)
	for _, id := range slices.Sorted(maps.Keys(s.Conflicts)) {
		fmt.Fprintf(&b, "%+v\n", s.Conflicts[id])
	}
	for _, k := range s.Orphans {
		fmt.Fprintln(&b, "orphan", k.ID)
	}
	for _, f := range []geo.Filter{{}, {Words: "day 1 source"}, {OnlyContested: true}, {Places: []geo.PlaceID{"Place1", "Place7"}}} {
		s.filtered(f)
		for _, c := range s.Shown() {
			fmt.Fprintln(&b, "shown", c.ID)
		}
		for _, p := range s.ByPlace() {
			fmt.Fprintf(&b, "%+v\n", p)
		}
	}
	return b.String()
}

// Whatever is corrected and taken back, the state that follows from the one before
// is the one that is derived from everything.
func TestFollowingIsDeriving(t *testing.T) {
	places := func(id geo.PlaceID) (geo.Place, bool) { return geo.Place{ID: id, Name: string(id)}, id != "Place5" }
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		doc := inventedDocument(t, r, 30)
		s := derive(doc, nil, places, held)
		before := shape(s)
		var list []geo.Correction
		for step := range 12 {
			switch {
			case len(list) > 0 && r.IntN(4) == 0:
				list = list[:r.IntN(len(list))] // undone
			case len(list) > 0 && r.IntN(6) == 0: // corrected in another program
				at := r.IntN(len(list))
				list = slices.Delete(slices.Clone(list), at, at+1)
			default:
				list = slices.Clone(list)
				for range 1 + r.IntN(3) {
					list = append(list, inventedCorrection(r, doc, 100*step+len(list)))
				}
			}
			next := *doc
			next.Corrections = list
			after, ok := s.follow(&next)
			if !ok {
				t.Fatal("corrections alone cannot be followed")
			}
			if want, got := shape(derive(&next, nil, places, held)), shape(after); got != want {
				t.Fatalf("seed %d, step %d: %s", seed, step, firstDifference(got, want))
			}
			s = after
		}
		none := *doc
		if s, ok := s.follow(&none); !ok || shape(s) != before {
			t.Fatal("taking everything back leaves something")
		}
	}
}

// Whatever comes, goes, is read anew, corrected or moved, the state that follows from
// the one before is the one that is derived from everything.
func TestFollowingArticlesIsDeriving(t *testing.T) {
	places := func(id geo.PlaceID) (geo.Place, bool) { return geo.Place{ID: id, Name: string(id)}, id != "Place5" }
	followed := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 5))
		pool := inventedDocument(t, r, 40)
		all := pool.Articles // in the order in which they would have rows
		in := make([]bool, len(all))
		for i := range 25 {
			in[i] = r.IntN(3) > 0
		}
		versions := map[*geo.Article]*geo.Reading{} // as it is now
		for _, a := range all {
			versions[a] = pool.Readings[a.ID]
		}
		contents := func(k []geo.Correction, own map[geo.PlaceID]geo.Place) *project.Contents {
			c := &project.Contents{Readings: map[geo.ArticleID]*geo.Reading{}, Corrections: k, Places: own}
			for i, a := range all {
				if in[i] {
					c.Articles, c.Readings[a.ID] = append(c.Articles, a), versions[a]
				}
			}
			return c
		}
		var list []geo.Correction
		own := map[geo.PlaceID]geo.Place{}
		s := derive(contents(nil, nil), nil, places, held)
		for step := range 14 {
			did := ""
			for range 1 + r.IntN(2) {
				i := r.IntN(len(all))
				switch r.IntN(8) {
				case 0, 1: // more come in, at the end
					did += " in"
					last := len(in) - 1
					for last >= 0 && !in[last] {
						last--
					}
					for i := last + 1; i < min(len(in), last+4); i++ {
						in[i] = r.IntN(4) > 0
					}
				case 2, 3: // one goes, or comes back where it stood
					did += " turned"
					in[i] = !in[i]
				case 4: // the last goes
					did += " last"
					for k := len(in) - 1; k >= 0; k-- {
						if in[k] {
							in[k] = false
							break
						}
					}
				case 5: // one is read anew
					did += " read"
					was := versions[all[i]]
					next := &geo.Reading{Article: was.Article, Claims: slices.Clone(was.Claims)}
					if len(next.Claims) > 1 {
						next.Claims = slices.Delete(next.Claims, 0, 1)
					}
					versions[all[i]] = next
				case 6: // something of one is different
					did += " edited"
					a := *all[i]
					a.Published = geo.Day(2025, 4, 1+r.IntN(20))
					versions[&a] = versions[all[i]]
					all[i] = &a
				default:
					did += " moved"
					own = maps.Clone(own)
					own["Place2"] = geo.Place{ID: "Place2", Name: fmt.Sprint("Moved ", step)}
				}
			}
			if len(list) > 0 && r.IntN(4) == 0 {
				list = list[:r.IntN(len(list))]
			} else if r.IntN(2) == 0 {
				list = append(slices.Clone(list), inventedCorrection(r, &project.Contents{Articles: all, Readings: pool.Readings}, 100*step))
			}
			c := contents(list, own)
			after, ok := s.follow(c)
			if !ok {
				t.Fatal("it is not followed")
			}
			followed++
			if want, got := shape(derive(c, nil, places, held)), shape(after); got != want {
				t.Fatalf("seed %d, step %d:%s: %s", seed, step, did, firstDifference(got, want))
			}
			s = after
		}
	}
	if followed < 800 {
		t.Errorf("only %d states followed", followed)
	}
}

func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("line %d is\n%s\nand should be\n%s", i, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines and %d", len(a), len(b))
}

// A state that takes over what an older one has is the same as one that does not.
func TestDerivingWithWhatWasThere(t *testing.T) {
	places := func(id geo.PlaceID) (geo.Place, bool) { return geo.Place{ID: id, Name: string(id)}, true }
	r := rand.New(rand.NewPCG(9, 9))
	doc := inventedDocument(t, r, 60)
	some := *doc
	some.Articles = doc.Articles[:40]
	s := derive(&some, nil, places, held)
	for n := 40; n <= 60; n += 4 {
		next := *doc
		next.Articles = doc.Articles[n-40 : n]
		again := derive(&next, s, places, held)
		if got, want := shape(again), shape(derive(&next, nil, places, held)); got != want {
			t.Fatal(firstDifference(got, want))
		}
		s = again
	}
}

// The words of a filter are found where looking at every text finds them.
func TestWordsAgainstEveryText(t *testing.T) {
	places := func(id geo.PlaceID) (geo.Place, bool) {
		return geo.Place{ID: id, Name: string(id), NameUK: "Місто"}, true
	}
	r := rand.New(rand.NewPCG(4, 4))
	s := derive(inventedDocument(t, r, 200), nil, places, held)
	for _, words := range []string{"day 3", "ay 1 thE", "место", "місто ridge", "s", "paper source", "closed. ", "carts.", "nowhere", "place4 source paper bridge"} {
		s.filtered(geo.Filter{Words: words})
		var want []*geo.Claim
		for _, c := range s.Claims {
			if s.Repeated(c.ID) {
				continue
			}
			a := s.Article(c.Article)
			text := c.Excerpt.Of(a.Text) + "\n" + c.Source.Name + "\n" + a.Publisher.Name
			for _, p := range c.Places {
				place, _ := s.Place(p.Place)
				text += "\n" + place.Name + "\n" + place.NameUK
			}
			if !slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return !strings.Contains(strings.ToLower(text), w) }) {
				want = append(want, c)
			}
		}
		if !slices.Equal(s.Shown(), want) {
			t.Errorf("%q: %d claims, looking at every text gives %d", words, s.CountShown(), len(want))
		}
	}
}
