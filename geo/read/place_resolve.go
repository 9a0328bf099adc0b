package read

import (
	"math"

	"contested/geo"

	"github.com/paulmach/orb"
)

// resolve chooses, for every name that is a place, which place it is. Scores
// are whole points; the terms of the best are the evidence of the mention.
func (s *placeScan) resolve() {
	for i := range s.spots {
		if p := &s.spots[i]; !p.rejected {
			s.explicit(p)
		}
	}
	s.support()
	sector, block := (*spot)(nil), -1
	for i := range s.spots {
		p := &s.spots[i]
		if p.rejected {
			continue
		}
		if b := s.d.sents[p.sent].block; b != block {
			sector, block = nil, b
		}
		s.choose(p, sector)
		if p.head.class == headArea && len(p.best) > 0 {
			sector = p
		}
	}
}

// kilometres is the great-circle distance (haversine formula, mean radius).
func kilometres(a, b orb.Point) float64 {
	const rad = math.Pi / 180
	u := math.Sin((b[1] - a[1]) * rad / 2)
	v := math.Sin((b[0] - a[0]) * rad / 2)
	x := u*u + math.Cos(a[1]*rad)*math.Cos(b[1]*rad)*v*v
	return 2 * 6371.0088 * math.Asin(math.Sqrt(min(1, x)))
}

// within reports whether place a lies in b: in its country, its first-level
// unit, or, for other regions and for towns, close to it.
func within(a, b *geo.Place) bool {
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
		if b.ID == geo.PlaceID("adm:"+b.Admin1) {
			return a.Admin1 == b.Admin1 && a.Country == b.Country
		}
		return a.Country == b.Country && kilometres(a.Point, b.Point) < 90
	case geo.Settlement:
		return a.Kind == geo.Settlement && kilometres(a.Point, b.Point) < 60
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
			if within(&a[j].place, &b[i].place) {
				return true
			}
		}
	}
	return false
}

// local adds what the words beside spot p say for its candidate c, and calls
// note for each rule.
func (s *placeScan) local(p *spot, c *candidate, note func(p *spot, rule string, on geo.Span, n int)) int {
	sum := 0
	add := func(rule string, on geo.Span, n int) {
		sum += n
		if note != nil {
			note(p, rule, on, n)
		}
	}
	pl := &c.place
	switch h := p.head; {
	case h.class == noHead:
	case h.class == headArea:
		if pl.Kind == geo.Region || pl.Kind == geo.Country {
			add("resolve.kind", p.headSpan, -10)
		}
	case h.kinds.has(pl.Kind):
		add("resolve.kind", p.headSpan, 40)
	default:
		add("resolve.kind", p.headSpan, -40)
	}
	switch {
	case p.small && pl.Kind == geo.Settlement && pl.Population >= 20_000:
		add("resolve.village", p.name0(s), -35)
	case p.small && pl.Kind == geo.Settlement && pl.Population < 5_000:
		add("resolve.village", p.name0(s), 10)
	}
	if p.definite && pl.Kind == geo.River {
		add("resolve.the-river", p.name0(s), 40)
	} else if pl.Kind == geo.River && p.head.class == noHead {
		add("resolve.no-article", p.name0(s), -20)
	}
	if c.namesake && p.head.class == noHead {
		add("resolve.no-head", p.name0(s), -15)
	}
	for _, at := range [2]int32{p.inside, p.under} {
		if at == 0 || s.spots[at-1].rejected {
			continue
		}
		q := &s.spots[at-1]
		larger := s.names[q.name].candidates
		for i := range larger[:min(len(larger), 6)] {
			b := &larger[i].place
			if b.Kind == geo.Settlement && !p.nearer || !within(pl, b) {
				continue
			}
			n := 40
			if b.Kind == geo.Settlement {
				n = 30
			}
			add("resolve.within", q.name0(s), n)
			break
		}
	}
	return sum
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

// doubling is 16·2^(n/3) for n from 0: the weight of a candidate with n points.
var doubling = func() (out [61]int32) {
	for i := range out {
		out[i] = int32(math.Round(16 * math.Pow(2, float64(i)/3)))
	}
	return out
}()

// support counts, for each meaning of each name, how many of the text's other
// names can mean a place near it, in its region, in its country.
func (s *placeScan) support() {
	for round := 0; round < 2; round++ {
		cells, regions, countries := map[[2]int16]int32{}, map[string]int32{}, map[string]int32{}
		for i := range s.names {
			n := &s.names[i]
			if n.accepted == 0 && !n.people {
				continue
			}
			if len(n.candidates) == 0 {
				continue
			}
			s.weigh(n)
			for j := range n.candidates {
				c := &n.candidates[j]
				if c.place.Kind != geo.Country && c.place.Kind != geo.Region {
					cells[cell(c.place.Point)] += c.weight
				}
				if c.place.Kind != geo.Country {
					regions[c.place.Admin1] += c.weight
				}
				w := c.weight
				if c.place.Kind == geo.Country {
					w /= 2
				}
				countries[c.place.Country] += w
			}
		}
		for i := range s.names {
			n := &s.names[i]
			if n.people {
				continue
			}
			for j := range n.candidates {
				c := &n.candidates[j]
				own := func(f func(*candidate) bool) (sum int32) {
					if n.accepted == 0 {
						return 0
					}
					for k := range n.candidates {
						if o := &n.candidates[k]; f(o) {
							sum += o.weight
						}
					}
					return sum
				}
				pts := int32(0)
				if c.place.Kind != geo.Country {
					if c.place.Admin1 != "" {
						w := regions[c.place.Admin1] - own(func(o *candidate) bool {
							return o.place.Kind != geo.Country && o.place.Admin1 == c.place.Admin1
						})
						pts += min(18, w*9/1000)
					}
					if c.place.Kind != geo.Region {
						var w int32
						at := cell(c.place.Point)
						for dx := int16(-1); dx <= 1; dx++ {
							for dy := int16(-1); dy <= 1; dy++ {
								w += cells[[2]int16{at[0] + dx, at[1] + dy}]
							}
						}
						w -= own(func(o *candidate) bool {
							b := cell(o.place.Point)
							return o.place.Kind != geo.Country && o.place.Kind != geo.Region && abs16(b[0]-at[0]) <= 1 && abs16(b[1]-at[1]) <= 1
						})
						pts += min(20, w*10/1000)
					}
				}
				w := countries[c.place.Country] - own(func(o *candidate) bool { return o.place.Country == c.place.Country })
				pts += min(10, w*3/1000)
				c.nearby = int16(pts)
			}
		}
	}
}

func abs16(n int16) int16 {
	if n < 0 {
		return -n
	}
	return n
}

// cell is the square degree of a point.
func cell(p orb.Point) [2]int16 {
	return [2]int16{int16(math.Floor(p[0])), int16(math.Floor(p[1]))}
}

// weigh shares 1000 among the candidates of a name by their points so far.
func (s *placeScan) weigh(n *placeName) {
	top := int16(math.MinInt16)
	for i := range n.candidates {
		top = max(top, s.base(&n.candidates[i]))
	}
	var sum int32
	for i := range n.candidates {
		c := &n.candidates[i]
		c.weight = doubling[max(0, min(60, 48+int(s.base(c)-top)))]
		sum += c.weight
	}
	for i := range n.candidates {
		n.candidates[i].weight = n.candidates[i].weight * 1000 / sum
	}
}

// base is the part of a candidate's score that all mentions of the name share.
func (s *placeScan) base(c *candidate) int16 {
	n := c.prior + c.nearby + c.same
	if s.ukraine && c.place.Country == "UA" {
		n += focusPoints
	}
	return n
}

// focusPoints is the prior of a Ukrainian place in a text about Ukraine.
const focusPoints = 12

// sectorPoints is what "In the Lyman direction" says for places near Lyman in
// the same paragraph.
const sectorPoints = 20

// choose scores the candidates of a spot, keeps the best, and writes down the
// terms of the first. sector is the front sector that the paragraph is about,
// or nil.
func (s *placeScan) choose(p *spot, sector *spot) {
	c := s.names[p.name].candidates
	if len(c) == 0 {
		return
	}
	var centre *geo.Place
	if sector != nil && sector.name != p.name && p.head.class != headArea {
		centre = &s.names[sector.name].candidates[sector.best[0].candidate].place
	}
	bySector := func(i int) bool {
		return centre != nil && kilometres(c[i].place.Point, centre.Point) < 70
	}
	keep := min(len(c), maxCandidates)
	from := len(s.scores)
	for i := range c {
		n := s.local(p, &c[i], nil) + int(c[i].prior+c[i].nearby)
		if !p.other {
			n += int(c[i].same)
		}
		if s.ukraine && c[i].place.Country == "UA" {
			n += focusPoints
		}
		if bySector(i) {
			n += sectorPoints
		}
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
	b := &c[p.best[0].candidate]
	s.note(p, "resolve.size", geo.Span{}, int(b.prior))
	s.note(p, "resolve.nearby", geo.Span{}, int(b.nearby))
	if !p.other {
		s.note(p, "resolve.same-name", geo.Span{}, int(b.same))
	}
	if s.ukraine && b.place.Country == "UA" {
		s.note(p, "resolve.focus", geo.Span{}, focusPoints)
	}
	if bySector(int(p.best[0].candidate)) {
		s.note(p, "resolve.sector", sector.name0(s), sectorPoints)
	}
	s.local(p, b, s.note)
}

// note writes down a rule that spoke for the place chosen.
func (s *placeScan) note(p *spot, rule string, on geo.Span, n int) {
	if n != 0 {
		p.why = append(p.why, geo.Evidence{Rule: rule, Span: on, Note: points(n)})
	}
}
