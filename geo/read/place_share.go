package read

import "contested/geo"

// Regions that go by the name of their capital alone: "the rest of Donetsk", "Donetsk, Luhansk,
// Zaporizhzhia and Kherson", "a freeze along the line in Zaporizhzhia and Kherson".

var (
	claimedRegions = listOf("donetsk luhansk lugansk zaporizhzhia zaporizhia zaporozhye kherson")
	heldCapitals   = listOf("donetsk luhansk lugansk") // nobody parts them
	restWords      = listOf("rest remainder remaining")
	shareWords     = listOf("percent per cent whole entirety part parts portion half third quarter fifth sixth tenth areas sliver share chunk slice")
	heldStill      = listOf("still that which it they not under ukraine kyiv russia moscow controlled held occupied unoccupied")
	cessionWords   = listOf("cede ceded ceding cession annex annexed annexation recognise recognises recognised recognize recognizes recognized recognition freeze freezes freezing frozen constitution withdraw withdraws withdrawal withdrawing pullout regions territory territories swap concede conceding concessions")
)

// shared takes the names that mean regions, though no noun beside them says so.
func (s *placeScan) shared() {
	d := s.d
	if d.lang != geo.English {
		return
	}
	for i := range s.spots {
		p := &s.spots[i]
		if p.use == geo.Demonym || p.label || p.head.class != noHead || p.end-p.first != 1 || !d.isOf(int(p.first), &claimedRegions) {
			continue
		}
		if s.partOf(p) {
			s.asRegion(p)
		} else if p.list > 0 && (i+1 == len(s.spots) || int(s.spots[i+1].list) != i+1) {
			s.claimedTogether(i)
		}
	}
}

// partOf: "cede the rest of Kherson", "a fifth of Donetsk", "the part of Donetsk still in their hands".
func (s *placeScan) partOf(p *spot) bool {
	d, k := s.d, int(p.first)-2
	if k < d.sents[p.sent].first || !d.is(k+1, "of") {
		return false
	}
	rest := d.isOf(k, &restWords) || k > 0 && d.isAny(k, "part", "parts", "portion", "areas") && d.isOf(k-1, &restWords)
	if !d.isOf(int(p.first), &heldCapitals) {
		st := &d.sents[p.sent]
		return rest && d.anyOf(st.first, st.end, &cessionWords) // else the rest of the city
	}
	if rest {
		return true
	}
	switch {
	case d.isAny(k, "part", "parts", "areas", "portion"):
		return d.isOf(int(p.end), &heldStill)
	case d.char(k) == '%':
		return true
	}
	return d.isOf(k, &shareWords)
}

// claimedTogether: the list that ends at spot i, where it names the four regions that Russia
// claims, or some of them in a sentence on whom they belong to.
func (s *placeScan) claimedTogether(i int) {
	d, n, first := s.d, 1, i
	for p := &s.spots[i]; p.list > 0; n++ {
		first = int(p.list) - 1
		if p = &s.spots[first]; p.head.class == noHead && d.is(int(p.first), "crimea") && p.list == 0 {
			first++
			break
		}
		if p.head.class != noHead || p.end-p.first != 1 || !d.isOf(int(p.first), &claimedRegions) {
			return
		}
	}
	st := &d.sents[s.spots[i].sent]
	if n < 4 && !d.anyOf(st.first, st.end, &cessionWords) || n > 4 || d.anyOf(st.first, st.end, &cityWords) {
		return
	}
	for ; first <= i; first++ {
		s.asRegion(&s.spots[first])
	}
}

// cityWords say that names are those of cities.
var cityWords = listOf("city cities town towns mayor mayors airport capital")

// asRegion takes a name for that of the region, if there is one of the name.
func (s *placeScan) asRegion(p *spot) bool {
	h := regionHead{class: headOblast, kinds: kindSet(geo.Region), after: true}
	for j := range headWords[headOblast] {
		if s.tryName(p, s.d.words[p.row:p.row+p.rows], headWords[headOblast][j:j+1], 0, h) {
			return true
		}
	}
	return false
}
