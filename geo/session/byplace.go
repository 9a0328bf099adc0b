package session

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"time"

	"contested/geo"
	"contested/geo/render"
)

// ByPlace is the shown claims by place, ordered by place id. They are
// gathered once for each change of what is shown, and not to be changed.
func (s *State) ByPlace() []render.PlaceClaims {
	if s.passed == nil {
		return nil // of a state that was never filtered
	}
	s.passed.gather.Do(func() { s.passed.places = s.gathered(nil, partsOf(len(s.passed.at))) })
	return s.passed.places
}

// coloured is the shown claims by place in the colours that are wanted, and what
// these stand for; nil: parties. They are not to be changed.
func (s *State) coloured(look Appearance) ([]render.PlaceClaims, *Colouring) {
	p := s.passed
	if look.Colour == ByParty || p == nil {
		return s.ByPlace(), nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.colouring == nil || p.colouring.By != look.Colour || look.Key != nil && p.colouring != look.Key {
		p.colouring = look.Key
		if p.colouring == nil || p.colouring.By != look.Colour {
			p.colouring = s.Colouring(look.Colour)
		}
		p.coloured = s.gathered(p.colouring, partsOf(len(p.at)))
	}
	return p.coloured, p.colouring
}

// placeSum is what the shown claims of a part say about a place.
type placeSum struct {
	vague  geo.Precision // of the most exact claim, which decides the outline
	voices uint8         // a bit for each
	fresh  bool          // not superseded
	looks  [render.MaxClasses]render.Look
	claims [render.MaxClasses]int32
}

func (x *placeSum) add(y *placeSum) {
	if y.voices == 0 {
		return
	}
	if x.voices == 0 || y.vague < x.vague {
		x.vague = y.vague
	}
	for c := range x.claims {
		if y.claims[c] > 0 && (x.claims[c] == 0 || lookRank(y.looks[c]) > lookRank(x.looks[c])) {
			x.looks[c] = y.looks[c]
		}
		x.claims[c] += y.claims[c]
	}
	x.voices |= y.voices
	x.fresh = x.fresh || y.fresh
}

// gathered goes through the shown claims in their order, as they lie in memory, every
// processor through a part of them: first to count what is about each place, then to
// put the origins of these beside each other, so that they can be counted.
func (s *State) gathered(k *Colouring, parts int) []render.PlaceClaims {
	at, places := s.passed.at, len(s.placeIDs)
	scratch := scratches.Get().(*scratch)
	defer scratches.Put(scratch)
	sums := make([]placeSum, parts*places) // of each part
	part := func(i int) ([]int32, []placeSum) {
		return at[len(at)*i/parts : len(at)*(i+1)/parts], sums[i*places : (i+1)*places]
	}
	newest := s.AsOf()
	most := make([]int32, parts) // the greatest number of an origin
	inParts(parts, func(i int) {
		some, sums := part(i)
		most[i] = s.sumUp(some, sums, k, newest)
	})
	// The origins of place n begin at begin[n]; those of a part at next.
	begin, next := make([]int32, places+1), make([]int32, parts*places)
	for n := range places {
		begin[n+1] = begin[n]
		for i := range parts {
			next[i*places+n] = begin[n+1]
			for _, claims := range sums[i*places+n].claims {
				begin[n+1] += claims
			}
		}
	}
	origins := grown(&scratch.origins, int(begin[places]))
	inParts(parts, func(i int) {
		some, _ := part(i)
		next := next[i*places : (i+1)*places]
		for _, j := range some {
			f := &s.facts[j]
			refs := s.placesAt(f)
			for p := range refs {
				if !metBefore(refs, p) {
					origins[next[refs[p].place]] = f.origin
					next[refs[p].place]++
				}
			}
		}
	})
	different := make([]int32, places)
	top := int(slices.Max(most)) + 1
	seen := grown(&scratch.at, parts*top)
	inParts(parts, func(i int) {
		seen := seen[i*top : (i+1)*top] // by origin: 1 and the place at which it was counted last
		clear(seen)
		for n := range places {
			if middle := int(begin[n]+begin[n+1]) / 2; middle*parts/max(1, len(origins)) != i {
				continue
			}
			for _, o := range origins[begin[n]:begin[n+1]] {
				if seen[o] != int32(n)+1 {
					seen[o] = int32(n) + 1
					different[n]++
				}
			}
		}
	})
	gaps := s.gaps(k)
	var out []render.PlaceClaims
	for n, name := range s.placeIDs {
		x := &sums[n]
		for i := 1; i < parts; i++ {
			x.add(&sums[i*places+n])
		}
		place, ok := s.places[geo.PlaceID(name)]
		if !ok || x.voices == 0 {
			continue
		}
		pc := render.PlaceClaims{Place: place, Precision: x.vague, Between: gaps[place.ID], Faded: !x.fresh, Origins: int(different[n])}
		for c, claims := range x.claims {
			if claims > 0 {
				pc.Shares = append(pc.Shares, render.Share{Class: render.Class(c), Looks: x.looks[c], Claims: int(claims)})
			}
		}
		_, disputed := s.Conflicts[place.ID]
		// Whether the sides disagree is a fact about the document, but a ring
		// with one voice left in view has nobody to disagree with.
		pc.Contested = disputed && x.voices&(x.voices-1) != 0
		out = append(out, pc)
	}
	slices.SortFunc(out, func(a, b render.PlaceClaims) int { return cmp.Compare(a.Place.ID, b.Place.ID) })
	return out
}

// sumUp sums up what some of the claims say about each place, and returns the greatest
// number of their origins.
func (s *State) sumUp(at []int32, sums []placeSum, k *Colouring, newest geo.Interval) (most int32) {
	const limit = int64(superseded / time.Second)
	last, fresh := int32(-1), false
	for _, i := range at {
		f := &s.facts[i]
		most = max(most, f.origin)
		if f.article != last {
			last, fresh = f.article, s.dates[f.article] == unknownSeconds
			if !fresh {
				age := secondsOf(newest) - s.dates[f.article]
				fresh = age < limit || age == limit && newest.To.Sub(s.Articles[f.article].Published.To) <= superseded
			}
		}
		c, look, refs := s.classOf(f, k), f.look(), s.placesAt(f)
		for p := range refs {
			if metBefore(refs, p) {
				continue
			}
			x := &sums[refs[p].place]
			if x.voices == 0 || refs[p].precision < x.vague {
				x.vague = refs[p].precision
			}
			if x.claims[c] == 0 || lookRank(look) > lookRank(x.looks[c]) {
				x.looks[c] = look
			}
			x.claims[c]++
			x.voices |= 1 << f.voice
			x.fresh = x.fresh || fresh
		}
	}
	return most
}

// partsOf is how many parts so many claims are gone through in at once.
func partsOf(claims int) int { return min(runtime.GOMAXPROCS(0), 1+claims/filterPart) }

// inParts does something for each of so many parts, the last of them itself.
func inParts(parts int, do func(i int)) {
	var others sync.WaitGroup
	for i := range parts - 1 {
		others.Go(func() { do(i) })
	}
	do(parts - 1)
	others.Wait()
}

// Tally counts the shown claims about any of the places by what their colours stand
// for, each once.
func (s *State) Tally(places []geo.PlaceID, look Appearance) (claims [render.MaxClasses]int) {
	if s.passed == nil {
		return claims
	}
	_, k := s.coloured(look)
	wanted := make([]bool, len(s.placeIDs))
	for n, id := range s.placeIDs {
		wanted[n] = slices.Contains(places, geo.PlaceID(id))
	}
	for _, i := range s.passed.at {
		if f := &s.facts[i]; s.anyOf(wanted, f) {
			claims[s.classOf(f, k)]++
		}
	}
	return claims
}

// classOf is the class of a claim by its facts; a nil key is that of parties.
func (s *State) classOf(f *facts, k *Colouring) render.Class {
	if k == nil {
		return render.Class(f.voice)
	}
	return k.class(f, s.Articles[f.article])
}

// metBefore reports whether a claim's place stands among its places before.
func metBefore(places []placeAt, p int) bool {
	for k := range p {
		if places[k].place == places[p].place {
			return true
		}
	}
	return false
}

// gaps are what claims between two places span, by the first of them.
func (s *State) gaps(key *Colouring) map[geo.PlaceID][]render.Gap {
	gaps := map[geo.PlaceID][]render.Gap{}
	for _, i := range s.passed.at {
		if s.facts[i].marks&isBetween == 0 {
			continue
		}
		if id, g, ok := s.gap(s.Claims[i], key); ok && !slices.Contains(gaps[id], g) {
			gaps[id] = append(gaps[id], g)
		}
	}
	return gaps
}

// class is the class of a claim; a nil key is that of parties.
func (s *State) class(c *geo.Claim, k *Colouring) render.Class {
	a := s.Article(c.Article)
	if k == nil || a == nil {
		return render.Class(c.Source.Voice())
	}
	return k.class(&facts{kind: c.Type, status: c.Status}, a)
}

// gap is what a claim between two places spans, kept at the first of them.
func (s *State) gap(c *geo.Claim, k *Colouring) (at geo.PlaceID, g render.Gap, ok bool) {
	var ends []geo.Place
	for _, ref := range c.Places {
		if p, known := s.places[ref.Place]; known && ref.Precision == geo.Between && !slices.ContainsFunc(ends, func(e geo.Place) bool { return e.ID == p.ID }) {
			ends = append(ends, p)
		}
	}
	if len(ends) != 2 || c.Polarity == geo.Negated {
		return "", render.Gap{}, false
	}
	return ends[0].ID, render.Gap{To: ends[1].Point, Class: s.class(c, k)}, true
}
