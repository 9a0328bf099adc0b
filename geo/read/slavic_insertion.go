package read

// insertion reports whether the cue between the commas of tokens mark and to stands in the middle
// of a clause: "Росіяни, розповідає він, зайшли в N", "До села, каже офіцер, піхота не дійшла".
func (s *slavic) insertion(lo, mark, to, hi int) bool {
	if !s.isMark(mark, ',') || !s.isMark(to, ',') || to+2 >= hi || s.anyFinite(lo, mark) {
		return false
	}
	if next := to + 1; s.x.is(next, slavicThat|slavicAs|slavicRelative) || s.x.is(next, slavicIn) && s.x.is(next+1, slavicRelative) {
		return false
	}
	return s.anyFinite(to+1, s.clauseEnd(to+1, hi)) && !s.isCueIn(run{to + 1, s.clauseEnd(to+1, hi)})
}

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
