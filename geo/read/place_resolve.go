package read

import "contested/geo"

// resolve chooses, for every name that is a place, which place it is. Scores
// are whole points; the terms of the best are the evidence of the mention.
func (s *placeScan) resolve() {
	for i := range s.spots {
		if p := &s.spots[i]; !p.rejected {
			s.explicit(p)
		}
	}
	s.support()
	sector, beside, block := (*spot)(nil), (*spot)(nil), -1
	for i := range s.spots {
		p := &s.spots[i]
		if p.rejected {
			continue
		}
		if b := s.d.sents[p.sent].block; b != block {
			sector, block = nil, b
		}
		if beside != nil && beside.sent != p.sent {
			beside = nil
		}
		s.choose(p, sector, beside)
		if len(p.best) == 0 {
			continue
		}
		if p.head.class == headArea {
			sector = p
		}
		if k := s.placeOf(p).Kind; k == geo.Settlement || k == geo.Facility {
			beside = p
		}
	}
	for i := range s.spots {
		if p := &s.spots[i]; !p.rejected && len(p.best) > 1 {
			s.companyOf(i)
		}
		if p := &s.spots[i]; !p.rejected && len(p.best) > 0 {
			s.ofNamedRaion(i)
		}
	}
}

// within reports whether place a lies in b: in its country, its first-level
// unit, or, for other regions and for towns, close to it.
func within(x, y *candidate) bool {
	a, b := &x.place, &y.place
	if a.ID == b.ID {
		return false
	}
	switch b.Kind {
	case geo.Country:
		return a.Country == b.Country && a.Kind != geo.Country
	case geo.Region:
		if a.Kind == geo.Country {
			return false
		}
		if b.ID == geo.PlaceID("adm:"+b.Admin1) && len(a.Admin1) > 2 {
			return a.Admin1 == b.Admin1 && a.Country == b.Country
		}
		return a.Country == b.Country && x.near(y) < 90
	case geo.Settlement:
		return a.Kind == geo.Settlement && x.near(y) < 60
	case geo.River:
		return a.Kind == geo.Settlement && x.near(y) < 40
	}
	return false
}

// fitsInside reports whether some meaning of p lies in some meaning of q.
func (s *placeScan) fitsInside(p, q *spot) bool {
	a, b := s.names[p.name].candidates, s.names[q.name].candidates
	for i := range b[:min(len(b), 6)] {
		if b[i].place.Kind == geo.Settlement {
			continue
		}
		for j := range a {
			if within(&a[j], &b[i]) {
				return true
			}
		}
	}
	return false
}

// likely is the place chosen for a spot, or, before the choice, the likeliest.
func (s *placeScan) likely(p *spot) *geo.Place {
	if len(p.best) > 0 {
		return s.placeOf(p)
	}
	var best *candidate
	for i := range s.names[p.name].candidates {
		if c := &s.names[p.name].candidates[i]; best == nil || s.base(c) > s.base(best) {
			best = c
		}
	}
	if best == nil {
		return nil
	}
	return &best.place
}

// explicit lets what one mention says of itself ("Lyman, Kharkiv region") speak
// for the other mentions of the same name.
func (s *placeScan) explicit(p *spot) {
	if p.other || p.inside == 0 && p.under == 0 && p.head.class != headCity && p.head.class != headArea {
		return
	}
	c := s.names[p.name].candidates
	best, at, second := 0, -1, 0
	for i := range c {
		n := s.local(p, &c[i], nil)
		if n > best {
			best, at, second = n, i, best
		} else if n > second {
			second = n
		}
	}
	if at < 0 || best < 30 {
		return
	}
	for i := range c {
		if s.local(p, &c[i], nil) == best && best > 0 {
			c[i].same = 25
		}
	}
}

// chosen is the candidate that was chosen for a spot.
func (s *placeScan) chosen(p *spot) *candidate {
	return &s.names[p.name].candidates[p.best[0].candidate]
}

// placeOf is the place that was chosen for a spot.
func (s *placeScan) placeOf(p *spot) *geo.Place { return &s.chosen(p).place }

// closeness is what a distance from a place just named says for a place: the
// most up to 15 km, nothing from 70 km on.
func closeness(km float64, most int) int {
	switch {
	case km < 15:
		return most
	case km < 35:
		return most * 2 / 3
	case km < 70:
		return most / 3
	}
	return 0
}

// What "In the Lyman direction" says for places near Lyman in the same
// paragraph, and what the place named last in the sentence says for its
// neighbours.
const (
	sectorPoints = 24
	besidePoints = 15
)

// choose scores the candidates of a spot, keeps the best, and writes down the
// terms of the first. sector is the front sector that the paragraph is about,
// beside the place named before in the sentence; either may be nil.
func (s *placeScan) choose(p *spot, sector, beside *spot) {
	c := s.names[p.name].candidates
	if len(c) == 0 {
		return
	}
	if p.head.class == headArea || sector != nil && sector.name == p.name {
		sector = nil
	}
	if beside != nil && beside.name == p.name {
		beside = nil
	}
	closeTo := func(q *spot, i, most int) int {
		if q == nil || c[i].place.Kind == geo.Region || c[i].place.Kind == geo.Country {
			return 0
		}
		return closeness(c[i].near(s.chosen(q)), most)
	}
	over, oblast, raion := s.oblastAcross(p), s.oblastBeside(p), s.raionBeside(p)
	// Mentions with nothing beside them that tells share one ranking.
	plain := sector == nil && beside == nil && p.plain() && !s.governed(p) && !s.inRussia(p) && over == 0 && oblast.region == 0 && raion == nil
	if ranked := s.names[p.name].plain; plain && ranked != nil {
		p.best = ranked
		s.explain(p, sector, beside, closeTo)
		return
	}
	keep := min(len(c), maxCandidates)
	from := len(s.scores)
	overBorder, community := s.inRussia(p), s.community(p)
	for i := range c {
		n := s.local(p, &c[i], nil) + s.town(p, &c[i]) + int(c[i].prior+c[i].fame+c[i].nearby)
		if community && c[i].front && c[i].place.Population < 1_000 {
			n -= int(c[i].fame) + frontPoints // villages by the front seldom give one its name
		}
		if !p.other {
			n += int(c[i].same)
		}
		if s.ukraine && c[i].place.Country == "UA" && !overBorder {
			n += focusPoints
			if c[i].front && s.d.lang != geo.English {
				n += frontPoints
			}
		}
		if over != 0 && c[i].region == over && c[i].place.Kind == geo.Settlement {
			n += acrossPoints
		}
		n += oblast.points(&c[i]) + closeTo(raion, i, raionPoints)
		n += closeTo(sector, i, sectorPoints) + closeTo(beside, i, besidePoints)
		// Insert in order; what comes first in the gazetteer stays before its
		// equals.
		list := s.scores[from:]
		at := len(list)
		for at > 0 && list[at-1].score < int32(n) {
			at--
		}
		switch {
		case at == keep:
		case len(list) < keep:
			s.scores = append(s.scores, scored{})
			list = s.scores[from:]
			fallthrough
		default:
			copy(list[at+1:], list[at:])
			list[at] = scored{int32(i), int32(n)}
		}
	}
	p.best = s.scores[from:len(s.scores):len(s.scores)]
	if plain {
		s.names[p.name].plain = p.best
	}
	s.explain(p, sector, beside, closeTo)
}

// plain reports whether no word beside the name says which place it means.
func (p *spot) plain() bool {
	return p.head.class == noHead && p.inside == 0 && p.under == 0 && p.list == 0 && p.offset.of == 0 && !p.definite && !p.small && !p.other &&
		p.before&signOf == 0
}

// explain writes down the terms of the choice.
func (s *placeScan) explain(p, sector, beside *spot, closeTo func(q *spot, i, most int) int) {
	at := int(p.best[0].candidate)
	b := s.chosen(p)
	s.note(p, "resolve.size", geo.Span{}, int(b.prior))
	s.note(p, "resolve.fame", geo.Span{}, int(b.fame))
	s.note(p, "resolve.nearby", geo.Span{}, int(b.nearby))
	if !p.other {
		s.note(p, "resolve.same-name", geo.Span{}, int(b.same))
	}
	if s.ukraine && b.place.Country == "UA" && !s.inRussia(p) {
		s.note(p, "resolve.focus", geo.Span{}, focusPoints)
	}
	if sector != nil {
		s.note(p, "resolve.sector", sector.name0(s), closeTo(sector, at, sectorPoints))
	}
	if beside != nil {
		s.note(p, "resolve.beside", beside.name0(s), closeTo(beside, at, besidePoints))
	}
	if over := s.oblastAcross(p); over != 0 && b.region == over {
		s.note(p, "resolve.across", geo.Span{}, acrossPoints)
	}
	if raion := s.raionBeside(p); raion != nil && closeTo != nil {
		s.note(p, "resolve.raion", raion.name0(s), closeTo(raion, at, raionPoints))
	}
	if o := s.oblastBeside(p); o.region != 0 {
		s.note(p, "resolve.oblast", s.spots[o.spot].name0(s), o.points(b))
	}
	s.note(p, "resolve.town", p.headSpan, s.town(p, b))
	s.local(p, b, s.note)
}

// note writes down a rule that spoke for the place chosen.
func (s *placeScan) note(p *spot, rule string, on geo.Span, n int) {
	if n != 0 {
		p.why = append(p.why, geo.Evidence{Rule: rule, Span: on, Note: points(n)})
	}
}
