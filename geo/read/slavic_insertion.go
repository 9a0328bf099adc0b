package read

// insertion reports whether the cue between the commas of tokens mark and to stands in the middle
// of a clause: "Росіяни, розповідає він, зайшли в N", "До села, каже офіцер, піхота не дійшла".
func (s *slavic) insertion(lo, mark, to, hi int) bool {
	if !s.isMark(mark, ',') || !s.isMark(to, ',') || to+2 >= hi {
		return false
	}
	if s.anyFinite(lo, mark) {
		return s.whither(to+1, hi)
	}
	if next := to + 1; s.x.is(next, slavicThat|slavicAs|slavicRelative) || s.x.is(next, slavicIn) && s.x.is(next+1, slavicRelative) {
		return false
	}
	return s.anyFinite(to+1, s.clauseEnd(to+1, hi)) && !s.isCueIn(run{to + 1, s.clauseEnd(to+1, hi)})
}

// whither reports whether what follows at token i, up to the next mark, only tells to or from which place: "Отходят
// они, добавил X, в сторону N".
func (s *slavic) whither(i, hi int) bool {
	end := s.clauseEnd(i, hi)
	return s.d.isOf(i, &directions) && !s.anyFinite(i, end) && s.d.anyPlace([]run{{i, end}}) && s.caseOf(i+1) != subjectCase || s.d.isOf(i, &directions) && s.placeAt(i+1)
}

// directions are the prepositions of where something moves to or from.
var directions = listOf("к ко до из з із зі от від в у со с через")

// continuedClaims makes the claims of attribution n, whose cue stands in the middle of the first
// of them: "Росіяни, пояснює він, зайшли в N, але M не взяли".
func (s *slavic) continuedClaims(n int) {
	d := s.d
	a := &d.attrs[n]
	parts := s.clauses(a.content[1])
	if len(parts) == 0 {
		parts = a.content[1:] // a word: "Лиман, за словами речника, взято"
	}
	for k, x := range parts {
		dr := draft{attr: n + 1, runs: []run{x}, who: a.who}
		if k == 0 {
			dr.runs = []run{a.content[0], x}
		}
		s.draft(&dr, a)
		dr.dropped = dr.dropped && (k > 0 || dr.find.weight > 0 || s.checks(a.content[0]) || s.checks(x))
		if a.used = a.used || !dr.dropped; !dr.dropped {
			d.drafts = append(d.drafts, dr)
		}
	}
}
