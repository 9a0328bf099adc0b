package read

// verbless reports whether the clause in tokens [i, j) tells how things stand without a verb: what is at a
// place, "В N котёл", "У N 12 боестолкновений", or what a place is in, "N в окружении", "Гарнизон N в ловушке".
func (s *slavic) verbless(i, j int) bool {
	d := s.d
	for i < j && (d.toks[i].kind != wordToken || s.x.is(i, slavicAnd|slavicFiller)) {
		i++
	}
	if i >= j || j-i > maxVerbless || s.x.is(i, slavicCause|slavicRelative|slavicThat) {
		return false
	}
	if s.x.is(i, slavicIn|slavicAgainst) || d.isOf(i, &besidePlaces) {
		return s.standsAt(i, j)
	}
	const near = 2 // tokens before the place: "гарнизон N", "мы в N"
	at := i
	for at < j && at <= i+near && !s.placeAt(at) {
		if s.x.is(at, slavicIn|slavicAgainst) || d.toks[at].kind != wordToken {
			return false
		}
		at++
	}
	if at >= j || !s.placeAt(at) {
		return false
	}
	k := s.pastPlace(at)
	for k < j && (s.x.is(k, slavicFiller) || d.isOf(k, &byNow) || s.isDash(k)) {
		k++
	}
	if k+1 >= j || !s.x.is(k, slavicIn|slavicAgainst) && !d.isOf(k, &withinStates) {
		return false
	}
	for _, h := range s.x.in(k, k+2) {
		if h.p.kind == slavicType && h.end > k+1 && h.end <= j && !s.placeAt(h.first) {
			return true
		}
	}
	return false
}

// maxVerbless is how many tokens a clause without a verb may have.
const maxVerbless = 16

var (
	besidePlaces = listOf("під над поблизу біля под за возле близ вблизи южнее севернее западнее восточнее")
	withinStates = listOf("в у під под без за")
)

// pastPlace is the token behind the place at token i.
func (s *slavic) pastPlace(i int) int {
	k := s.d.mentionIndex(i)
	if k < len(s.d.mentions) && s.d.mentions[k].first <= i {
		return s.d.mentions[k].end
	}
	return i + 1
}

// standsAt reports whether a clause that opens at token i with where tells behind the place what is there.
func (s *slavic) standsAt(i, j int) bool {
	const near = 4 // tokens to the place: "на западной окраине N"
	at := i + 1
	for at < j && at <= i+near && !s.placeAt(at) && s.d.toks[at].kind == wordToken {
		at++
	}
	if at >= j || !s.placeAt(at) {
		return false
	}
	from := s.pastPlace(at)
	for _, h := range s.x.in(i, j) {
		if h.p.kind != slavicType || h.end > j || h.end <= from {
			continue
		}
		if h.first < from || !s.x.is(h.first-1, slavicIn|slavicAgainst|slavicCause) && s.x.str(s.d, h.first-1) != "за" {
			return true
		}
	}
	return false
}
