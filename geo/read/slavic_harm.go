package read

import "contested/geo"

// sameHarm reports whether two claims of harm of one sentence, the first without a place of its
// own, tell of one event, whose place the second names behind what it tells: "Двое погибли, трое
// ранены при обстреле N".
func (s *slavic) sameHarm(x, y *draft) bool {
	if x.given || !ofHarm(x.find.typ) || x.find.weight == 0 || !ofHarm(y.find.typ) || len(y.places) == 0 {
		return false
	}
	const apart = 4 // tokens between the two: a mark and "and"
	if y.runs[0].first-x.runs[len(x.runs)-1].end > apart {
		return false
	}
	list := s.d.mentionsIn(y.runs[0].first, y.runs[0].end)
	return len(list) > 0 && list[0].first > y.find.first
}

// maxInserted is how many tokens a relative clause between commas may have.
const maxInserted = 24

// mainPlaces takes out of the places of a claim those that only a relative clause within it names:
// "Армия, которая наступает на M, вошла в N".
func (s *slavic) mainPlaces(c *draft) {
	d := s.d
	x := c.runs[0]
	if len(c.places) < 2 || c.find.weight == 0 {
		return
	}
	for i := x.first + 1; i+2 < x.end; i++ {
		if !s.isMark(i, ',') || !s.x.is(i+1, slavicRelative) && !(s.x.is(i+1, slavicIn) && s.x.is(i+2, slavicRelative)) {
			continue
		}
		end := i + 1
		for end < x.end && end < i+maxInserted && !s.isMark(end, ',') {
			end++
		}
		if end >= x.end || !s.isMark(end, ',') || c.find.first < end || s.anyFinite(x.first, i) {
			return
		}
		in := d.span(i, end)
		kept := make([]geo.PlaceRef, 0, len(c.places))
		for _, p := range c.places {
			if p.Span.Start < in.Start || p.Span.Start >= in.End {
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			c.places = kept
		}
		return
	}
}
