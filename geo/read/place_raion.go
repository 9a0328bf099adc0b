package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// ofRaionPoints is what the raion that a sentence names first says for a village in it, above
// whatever else was thought of.
const ofRaionPoints = 100

// raionReach is how far, in kilometres, a village may lie from the middle of its raion.
const raionReach = 90

// ofNamedRaion lets the raion that a sentence of Ukrainian or Russian names before a village
// decide which village is meant, or that none of those known is: "В Шебекинском округе по
// селу Мурому выпущено пять боеприпасов, в хуторе Панков …".
func (s *placeScan) ofNamedRaion(i int) {
	p := &s.spots[i]
	if s.d.lang == geo.English || p.inside > 0 || p.head.class != headCity && p.head.class != noHead || s.placeOf(p).Kind != geo.Settlement {
		return
	}
	const near = 6 // names between them
	for k := i - 1; k >= 0 && k >= i-near && s.spots[k].sent == p.sent; k-- {
		q := &s.spots[k]
		if q.rejected || len(q.best) == 0 {
			continue
		}
		r := s.placeOf(q)
		if r.Kind != geo.Region || r.ID == geo.PlaceID("adm:"+r.Admin1) {
			continue
		}
		middle := s.chosen(q)
		if s.chosen(p).near(middle) < raionReach && s.placeOf(p).Country == r.Country {
			return
		}
		c := s.names[p.name].candidates
		for j := range c {
			if c[j].place.Kind == geo.Settlement && c[j].place.Country == r.Country && c[j].near(middle) < raionReach {
				s.prefer(p, int32(j), ofRaionPoints)
				s.note(p, "resolve.raion", q.name0(s), ofRaionPoints)
				return
			}
		}
		if p.head.class == headCity {
			p.best = nil
		}
		return
	}
}

// prefer puts a candidate before those that a name was taken for, by so many points, and says
// anew what speaks for it.
func (s *placeScan) prefer(p *spot, candidate int32, by int) {
	top := p.best[0].score
	p.best = slices.DeleteFunc(slices.Clone(p.best), func(b scored) bool { return b.candidate == candidate })
	p.best = slices.Insert(p.best, 0, scored{candidate, top + int32(by)})
	p.why = slices.DeleteFunc(p.why, func(e geo.Evidence) bool { return strings.HasPrefix(e.Rule, "resolve.") })
	s.explain(p, nil, nil, nil)
}
