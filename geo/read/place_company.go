package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// companyPoints is what the other places of the paragraph say for a place near
// them, and companyReach how many names before and behind are asked. A place that
// is far from all of them loses what its fame gave it to one that is among them.
const (
	companyPoints = 14
	famedPoints   = 26
	companyReach  = 6
	amidCompany   = 20.0 // km
	farFromIt     = 40.0 // km
	byCompany     = 45.0 // km
	worldsApart   = 90.0 // km
)

// companyOf lets the other places of its paragraph decide between the likeliest
// meanings of spot i when its own words and the rest of the text leave it nearly
// open: among villages by Huliaipole, Zarichne is the one by Huliaipole.
func (s *placeScan) companyOf(i int) {
	p := &s.spots[i]
	famed := s.chosen(p).fame >= 20
	margin := int32(companyPoints)
	if famed {
		margin = famedPoints
	}
	people := s.placeOf(p).Population
	if !s.ukraine || (people >= 2_000 && famed || people >= 200_000) && !s.rival(p) || p.best[0].score-p.best[1].score >= margin || p.head.class == headArea || p.inside > 0 || s.placeOf(p).Kind != geo.Settlement {
		return
	}
	c := s.names[p.name].candidates
	best := slices.Clone(p.best)
	first := s.companyKm(i, &c[best[0].candidate])
	for k := range best {
		km := s.companyKm(i, &c[best[k].candidate])
		switch {
		case famed && k > 0 && (km < amidCompany && first > farFromIt || km < byCompany && first > worldsApart):
			best[k].score += famedPoints
		case !famed || c[best[k].candidate].fame >= 20: // among namesakes that are known alike
			best[k].score += int32(closeness(km, companyPoints))
		}
	}
	slices.SortStableFunc(best, func(a, b scored) int { return int(b.score - a.score) })
	if best[0].candidate == p.best[0].candidate {
		return
	}
	was := int32(0)
	for _, b := range p.best {
		if b.candidate == best[0].candidate {
			was = b.score
		}
	}
	p.best = best
	p.why = slices.DeleteFunc(p.why, func(e geo.Evidence) bool { return strings.HasPrefix(e.Rule, "resolve.") })
	s.explain(p, nil, nil, nil)
	s.note(p, "resolve.company", p.name0(s), int(best[0].score-was))
}

// rival reports whether a known place of the front bears the name of the town that
// spot p is taken for: Kamianske by Stepnohirsk, that of the city on the Dnipro.
func (s *placeScan) rival(p *spot) bool {
	for _, b := range p.best[1:] {
		if s.w.known[s.names[p.name].candidates[b.candidate].place.ID] {
			return true
		}
	}
	return false
}

// companyKm is the distance from a meaning of spot i to the nearest settlement
// named around it in its paragraph; far more than any when there is none.
func (s *placeScan) companyKm(i int, c *candidate) float64 {
	const none = 1e6
	nearest := none
	if c.place.Kind != geo.Settlement {
		return none
	}
	p := &s.spots[i]
	block := s.d.sents[p.sent].block
	for j := max(0, i-companyReach); j < min(len(s.spots), i+companyReach+1); j++ {
		q := &s.spots[j]
		if j == i || q.rejected || len(q.best) == 0 || q.name == p.name || s.d.sents[q.sent].block != block || q.use == geo.Metonym {
			continue
		}
		if o := s.placeOf(q); o.Kind == geo.Settlement && (len(q.best) == 1 || q.best[0].score-q.best[1].score >= companyPoints/2) {
			nearest = min(nearest, c.near(s.chosen(q)))
		}
	}
	return nearest
}

// acrossPoints is what an oblast of Russia named before in the sentence says for a place
// in it: more than all that is known of its namesake in Ukraine.
const acrossPoints = 60

// oblastAcross is the oblast of Russia that the sentence names last before spot p when
// nothing of Ukraine stands between: "the governor of Rostov region said a drone had fallen
// in Donetsk". It is 0 where there is none, or where no meaning of the name lies in it.
func (s *placeScan) oblastAcross(p *spot) int32 {
	if s.d.lang != geo.English || p.head.class == headArea || p.use != geo.Literal {
		return 0
	}
	const far = 8 // names
	for i := int(p.index) - 1; i >= max(0, int(p.index)-far) && s.spots[i].sent == p.sent; i-- {
		q := &s.spots[i]
		if q.rejected || q.use == geo.Demonym || len(q.best) == 0 {
			continue
		}
		switch a := s.chosen(q); {
		case a.place.Country != "RU" && a.place.Kind != geo.Country:
			return 0
		case a.place.Country == "RU" && a.place.Kind == geo.Region && q.head.class == headOblast:
			for k := range s.names[p.name].candidates {
				if c := &s.names[p.name].candidates[k]; c.region == a.region && c.place.Kind == geo.Settlement {
					return a.region
				}
			}
			return 0
		}
	}
	return 0
}
