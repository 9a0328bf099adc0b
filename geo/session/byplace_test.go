package session

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"contested/geo"
	"contested/geo/render"
)

// What is gathered in parts, by columns, is what looking at each claim gives.
func TestGatheringAgainstEachClaim(t *testing.T) {
	places := func(id geo.PlaceID) (geo.Place, bool) { return geo.Place{ID: id, Name: string(id)}, id != "Place5" }
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := derive(inventedDocument(t, r, 40), nil, places, held)
		for _, f := range []geo.Filter{{}, {MinConfidence: 0.5}, {OnlyContested: true}, {MinConfidence: 2}} {
			s.filtered(f)
			var keys = []*Colouring{nil, s.Colouring(ByType), s.Colouring(ByDate)}
			for _, k := range keys {
				want := eachGathered(s, k)
				for parts := 1; parts <= 4; parts++ {
					got := map[geo.PlaceID]render.PlaceClaims{}
					for _, p := range s.gathered(k, parts) {
						p.Between = nil // is not gathered in parts
						got[p.Place.ID] = p
					}
					if !reflect.DeepEqual(got, want) {
						t.Fatalf("seed %d, %+v, %d parts:\n%+v\nlooking at each claim gives\n%+v", seed, f, parts, got, want)
					}
				}
			}
		}
	}
}

// eachGathered is the slow twin of gathered.
func eachGathered(s *State, k *Colouring) map[geo.PlaceID]render.PlaceClaims {
	out := map[geo.PlaceID]render.PlaceClaims{}
	shown := s.Shown()
	var newest geo.Interval
	for _, c := range shown {
		if a := s.Article(c.Article); a.Published.To.After(newest.To) {
			newest = a.Published
		}
	}
	origins := map[geo.PlaceID]map[int32]bool{}
	voices := map[geo.PlaceID]map[geo.Voice]bool{}
	for _, c := range shown {
		met := map[geo.PlaceID]bool{}
		for _, ref := range c.Places {
			place, ok := s.lookUp(ref.Place)
			if !ok || met[ref.Place] {
				continue
			}
			met[ref.Place] = true
			p, there := out[ref.Place]
			if !there {
				p = render.PlaceClaims{Place: place, Precision: ref.Precision, Faded: true}
				origins[ref.Place], voices[ref.Place] = map[int32]bool{}, map[geo.Voice]bool{}
			}
			p.Precision = min(p.Precision, ref.Precision)
			origins[ref.Place][s.fact(c).origin], voices[ref.Place][c.Source.Voice()] = true, true
			p.Origins = len(origins[ref.Place])
			_, p.Contested = s.Conflicts[ref.Place]
			p.Contested = p.Contested && len(voices[ref.Place]) > 1
			p.Faded = p.Faded && newest.To.Sub(s.Article(c.Article).Published.To) > superseded
			class, at := s.class(c, k), 0
			for at < len(p.Shares) && p.Shares[at].Class < class {
				at++
			}
			if at == len(p.Shares) || p.Shares[at].Class != class {
				p.Shares = append(p.Shares[:at:at], append([]render.Share{{Class: class, Looks: render.Denied}}, p.Shares[at:]...)...)
			}
			sh := &p.Shares[at]
			sh.Claims++
			if l := s.Look(c); lookRank(l) > lookRank(sh.Looks) {
				sh.Looks = l
			}
			out[ref.Place] = p
		}
	}
	return out
}
