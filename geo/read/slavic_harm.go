package read

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
