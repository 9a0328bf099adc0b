package read

import "contested/geo"

// What is told of a place that stands before the verb as its object or subject, with nothing behind the
// verb: "N мы потеряли", "N держится", "N здали".
var (
	takenStems = []string{"потерял", "теряем", "утратил", "забрал", "отбил", "вернул", "занял", "взял", "втратил", "втрачаємо", "відбил", "повернул", "зайнял"}
	leftStems  = []string{"оставил", "сдал", "покинул", "бросил", "отдал", "уступил", "залишил", "здал", "віддал", "кинул"}
	heldStems  = []string{"держ", "удерж", "стоит", "выстоял", "отстоял", "трима", "утрим", "стоїть", "вистоял", "вистояв", "відстоял"}
)

// orderedFinding is the kind of claim that the order of words gives clause x.
func (s *slavic) orderedFinding(x run) (finding, bool) {
	d := s.d
	i := x.first
	for i < x.end && (d.toks[i].kind != wordToken || s.x.is(i, slavicAnd)) {
		i++
	}
	k := d.mentionIndex(i)
	if k >= len(d.mentions) || d.mentions[k].first != i || d.mentions[k].Use != geo.Literal {
		return finding{}, false
	}
	const near = 3 // words between the place and its verb
	v := d.mentions[k].end
	for end := v + near; v < x.end && v < end && !s.finite(v); v++ {
		if d.toks[v].kind != wordToken || s.x.is(v, slavicIn|slavicAgainst|slavicAbout) {
			return finding{}, false
		}
	}
	if v >= x.end || !s.finite(v) {
		return finding{}, false
	}
	for m := v + 1; m < x.end; m++ {
		if d.toks[m].kind == wordToken && !s.x.is(m, slavicFiller|slavicPronoun|slavicWe|slavicOurs|slavicEnemy) {
			return finding{}, false
		}
	}
	w := s.x.str(d, v)
	f := finding{weight: oursWeight, first: v, end: v + 1}
	switch {
	case startsWithAny(w, takenStems):
		f.typ = geo.Captured
	case startsWithAny(w, leftStems):
		f.typ = geo.Withdrawal
	case startsWithAny(w, heldStems):
		f.typ = geo.Control
	default:
		return finding{}, false
	}
	return f, true
}
