package read

// oursWeight is the weight of "N is ours" as a claim that it was taken.
const oursWeight = 84

// oursAt is the word of a clause without a verb by which it says whose a place is: "Яблунівка –
// наша", "Хотень уже наш"; 0 for none.
func (s *slavic) oursAt(x run) int {
	d := s.d
	last := x.end - 1
	for last > x.first && (d.toks[last].kind != wordToken || d.isOf(last, &byNow)) {
		last--
	}
	switch s.x.str(d, last) {
	case "наш", "наша", "наше", "наші", "наши", "своїм", "своєю", "своим", "своей", "їхній", "їхня", "їхнє":
	case "російський", "російська", "російське", "український", "українська", "українське", "российский", "российская", "российское", "украинский", "украинская", "украинское":
		if !s.x.is(last-1, slavicFiller) && !s.isDash(last-1) {
			return 0
		}
	default:
		return 0
	}
	k := last - 1
	for k > x.first && !s.placeAt(k) && (d.toks[k].kind != wordToken || s.x.is(k, slavicFiller) || d.isOf(k, &byNow)) {
		k--
	}
	if k < x.first || !s.placeAt(k) || s.anyFinite(x.first, last) {
		return 0
	}
	return last
}

// byNow are words between a place and whose it is.
var byNow = listOf("уже теперь тепер снова знову полностью повністю весь вся все наконец нарешті целиком")
