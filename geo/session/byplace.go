package session

import (
	"cmp"
	"slices"

	"contested/geo"
	"contested/geo/render"
)

// ByPlace is the shown claims by place, ordered by place id. They are
// gathered once for each change of what is shown, and not to be changed.
func (s *State) ByPlace() []render.PlaceClaims {
	if s.passed == nil {
		return nil // of a state that was never filtered
	}
	s.passed.gather.Do(func() { s.passed.places = s.gathered(nil) })
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
		p.coloured = s.gathered(p.colouring)
	}
	return p.coloured, p.colouring
}

// gathered goes through the shown claims in their order, as they lie in memory: first
// to count, then to put each into its row.
func (s *State) gathered(k *Colouring) []render.PlaceClaims {
	const classes = render.MaxClasses
	newest, fresh := s.AsOf(), make([]bool, len(s.Articles)) // not superseded
	for r := range s.Articles {
		a := &s.Articles[r]
		fresh[r] = !a.Published.Known() || newest.To.Sub(a.Published.To) <= superseded
	}
	type sum struct {
		vague  geo.Precision // of the most exact claim, which decides the outline
		voices uint8         // a bit for each
		fresh  bool
		looks  [classes]render.Look
	}
	sums := make([]sum, len(s.placeIDs))
	// Row n*classes+c is the claims of class c about place n: begin says where it
	// begins.
	begin := make([]int32, len(s.placeIDs)*classes+1)
	class := make([]render.Class, len(s.passed.at))
	for j, i := range s.passed.at {
		f := &s.facts[i]
		c := render.Class(f.voice)
		if k != nil {
			c = k.class(f, &s.Articles[f.article])
		}
		class[j] = c
		look, places := f.look(), s.placesAt(f)
		for p := range places {
			if metBefore(places, p) {
				continue
			}
			x := &sums[places[p].place]
			if x.voices == 0 || places[p].precision < x.vague {
				x.vague = places[p].precision
			}
			row := int(places[p].place)*classes + int(c) + 1
			if begin[row] == 0 || lookRank(look) > lookRank(x.looks[c]) {
				x.looks[c] = look
			}
			begin[row]++
			x.voices |= 1 << f.voice
			x.fresh = x.fresh || fresh[f.article]
		}
	}
	for n := range begin[1:] {
		begin[n+1] += begin[n]
	}
	all := begin[len(begin)-1]
	ids, origins, next := make([]geo.ClaimID, all), make([]int32, all), slices.Clone(begin)
	most := int32(0)
	for j, i := range s.passed.at {
		f := &s.facts[i]
		most = max(most, f.origin)
		places := s.placesAt(f)
		for p := range places {
			if metBefore(places, p) {
				continue
			}
			at := &next[int(places[p].place)*classes+int(class[j])]
			ids[*at], origins[*at] = s.ids[i], f.origin
			*at++
		}
	}
	gaps := s.gaps(k)
	counted := make([]int32, most+1) // by origin: 1 and the place at which it was counted last
	var out []render.PlaceClaims
	for n, name := range s.placeIDs {
		x := &sums[n]
		place, ok := s.places[geo.PlaceID(name)]
		if !ok || x.voices == 0 {
			continue
		}
		pc := render.PlaceClaims{Place: place, Precision: x.vague, Between: gaps[place.ID], Faded: !x.fresh}
		for _, o := range origins[begin[n*classes]:begin[(n+1)*classes]] {
			if counted[o] != int32(n)+1 {
				counted[o] = int32(n) + 1
				pc.Origins++
			}
		}
		for c := range classes {
			if from, to := begin[n*classes+c], begin[n*classes+c+1]; from < to {
				pc.Shares = append(pc.Shares, render.Share{Class: render.Class(c), Looks: x.looks[c], Claims: ids[from:to:to]})
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
	for k, i := range s.passed.at {
		if s.facts[i].marks&isBetween == 0 {
			continue
		}
		if id, g, ok := s.gap(s.Shown[k], key); ok && !slices.Contains(gaps[id], g) {
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
