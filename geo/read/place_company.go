package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// companyPoints is what the other places of the paragraph say for a place near
// them, and companyReach how many names before and behind are asked.
const (
	companyPoints = 14
	companyReach  = 6
)

// companyOf lets the other places of its paragraph decide between the likeliest
// meanings of spot i when its own words and the rest of the text leave it nearly
// open: among villages by Huliaipole, Zarichne is the one by Huliaipole.
func (s *placeScan) companyOf(i int) {
	p := &s.spots[i]
	if !s.ukraine || s.chosen(p).fame >= 20 || s.placeOf(p).Population >= 200_000 || p.best[0].score-p.best[1].score >= companyPoints || p.head.class == headArea || p.inside > 0 || s.placeOf(p).Kind != geo.Settlement {
		return
	}
	c := s.names[p.name].candidates
	block := s.d.sents[p.sent].block
	points := func(b scored) int32 {
		most := 0
		if c[b.candidate].place.Kind != geo.Settlement {
			return 0
		}
		for j := max(0, i-companyReach); j < min(len(s.spots), i+companyReach+1); j++ {
			q := &s.spots[j]
			if j == i || q.rejected || len(q.best) == 0 || q.name == p.name || s.d.sents[q.sent].block != block || q.use == geo.Metonym {
				continue
			}
			if o := s.placeOf(q); o.Kind == geo.Settlement && (len(q.best) == 1 || q.best[0].score-q.best[1].score >= companyPoints/2) {
				most = max(most, closeness(c[b.candidate].near(s.chosen(q)), companyPoints))
			}
		}
		return int32(most)
	}
	best := slices.Clone(p.best)
	for k := range best {
		best[k].score += points(best[k])
	}
	slices.SortStableFunc(best, func(a, b scored) int { return int(b.score - a.score) })
	if best[0].candidate == p.best[0].candidate {
		return
	}
	p.best = best
	p.why = slices.DeleteFunc(p.why, func(e geo.Evidence) bool { return strings.HasPrefix(e.Rule, "resolve.") })
	s.explain(p, nil, nil, nil)
	s.note(p, "resolve.company", p.name0(s), int(points(best[0])))
}
