package read

import (
	"contested/geo"
	"contested/geo/gazetteer"
)

// findContext looks at the words around each name: the noun that says what kind
// of place it is, the preposition before it, the list it stands in, the larger
// place named behind it.
func (s *placeScan) findContext() {
	for i := range s.spots {
		p := &s.spots[i]
		if p.use == geo.Demonym || p.label {
			continue
		}
		p.definite = p.first > 0 && s.d.is(int(p.first)-1, "the") && s.d.toks[p.first-1].sent == p.sent
		s.headBefore(p)
		s.headAfter(p)
		s.described(p)
		p.after |= s.nameAfter(int(p.end))
		if b, at := s.phraseBefore(int(p.first), int(p.row), placeBefore); b != 0 {
			p.before, p.beforeAt = b, int32(at)
		}
	}
	for i := 1; i < len(s.spots); i++ {
		s.listed(i)
	}
	for i := range s.spots {
		s.contained(i)
		s.containedBefore(i)
	}
	s.shareHeads()
}

// placeBefore are the signs that matter before a name.
const placeBefore = signIn | signNear | signToward | signFrom | signBetween | signOf | signTold | signPair | signStrike | signLead | signCalled

// next is the token after i when it goes on in the same sentence without a mark
// between, else -1.
func (s *placeScan) next(i, sent int) int {
	if i < len(s.d.toks) && int(s.d.toks[i].sent) == sent && s.d.toks[i].kind == wordToken {
		return i
	}
	return -1
}

// phraseAt is the longest phrase of the lists at word token i and the token
// after it. The clitic of "People's Republic" does not count.
func (s *placeScan) phraseAt(i int) (*phrase, int) {
	d := s.d
	var words [5]uint64
	var ends [5]int
	n := 0
	for k := i; k < len(d.toks) && n < len(words); k++ {
		if t := &d.toks[k]; t.kind == wordToken || t.kind == numberToken {
			words[n], ends[n] = d.words[s.rows[k]], k+1
			n++
		} else if t.kind != hyphenToken && t.kind != cliticToken {
			break
		}
	}
	got, p := s.w.longest(words[:n])
	return p, ends[got-1]
}

// headAfter finds the noun behind a name: "Kherson region", "the Pokrovsk
// direction", "Oskil river", "the Zaporizhzhia nuclear power plant".
func (s *placeScan) headAfter(p *spot) {
	d := s.d
	k := s.next(int(p.end), int(p.sent))
	if k < 0 {
		return
	}
	ph, end := s.phraseAt(k)
	capital := d.toks[k].caps != lowerCase
	if ph.signs&signHead == 0 || !ph.head.after || ph.signs&signOffice != 0 && capital {
		// "Pokrovsk tactical direction", "Donetsk operational area"
		if !capital && end < len(d.toks) && d.isAny(k, "operational", "tactical", "strategic", "оперативному", "тактичному", "оперативный", "оперативном") {
			if k2 := s.next(end, int(p.sent)); k2 > 0 {
				if ph2, end2 := s.phraseAt(k2); ph2.head.class == headArea {
					p.head, p.headSpan = ph2.head, d.span(k2, end2)
				}
			}
		}
		return
	}
	if capital && !s.loud[p.sent] && end < len(d.toks) && d.toks[end].caps != lowerCase && d.toks[end].kind == wordToken && int(d.toks[end].sent) == int(p.sent) {
		// The noun is not the last word of a longer name: "Kherson City Council".
		if after := s.nameAfter(end); after&(signOffice|signSchool|signClub|signPress|signCompany|signEvent|signUnit) != 0 {
			return
		}
	}
	switch ph.head.class {
	case headArea:
		p.head, p.headSpan = ph.head, d.span(k, end)
		return
	case headCity, headPart:
		p.head = regionHead{class: ph.head.class, kinds: kindSet(geo.Settlement), after: true}
		return
	}
	p.headSpan = d.span(k, end)
	if s.compound(p, k, end, ph.head) {
		return
	}
	p.head = ph.head
	if s.anyKindOf(p, ph.head.kinds) {
		if s.singularHead(p) {
			p.to = int32(end)
		}
		s.takeArticle(p)
		return
	}
	switch ph.head.class {
	case headRelief, headWater, headSite, headCounty:
		if capital || ph.head.class == headCounty {
			// "Squirrel Hill" is not Squirrel: another place, which is not known.
			p.to = int32(end)
			s.forget(p)
			return
		}
		p.head = regionHead{}
	case headRaion, headOblast, headState:
		p.to = int32(end)
		s.forget(p)
		s.takeArticle(p)
	}
}

// anyKindOf reports whether the name can mean a place of one of the kinds.
func (s *placeScan) anyKindOf(p *spot, k kinds) bool {
	for i := range s.names[p.name].candidates {
		if k.has(s.names[p.name].candidates[i].place.Kind) {
			return true
		}
	}
	return false
}

// takeArticle takes "the" before a region's or plant's name into its span.
func (s *placeScan) takeArticle(p *spot) {
	if p.definite {
		p.from = p.first - 1
	}
}

// forget makes the spot one of a place that the gazetteer does not know: its
// name is not that of the places found.
func (s *placeScan) forget(p *spot) {
	key := joinWords(s.names[p.name].key, uint64(p.head.class)+1)
	name, ok := s.byKey[key]
	if !ok {
		name = s.newName(key)
	}
	p.name = name
}

// headWords are the words by which the gazetteer may call a region or plant,
// by class of head; they are tried when the text uses another.
var headWords = map[headClass][]uint64{
	headOblast: gazetteer.Words("oblast region province krai republic"),
	headRaion:  gazetteer.Words("raion district"),
	headCounty: gazetteer.Words("county parish borough"),
	headState:  gazetteer.Words("state"),
	headWater:  gazetteer.Words("river lake reservoir sea"),
	headSite:   gazetteer.Words("airport npp"),
}

var nuclearPlant = gazetteer.Words("nuclear power plant")

// compound looks for a place that bears the name and the head together, the
// head at tokens [k, end): "Kherson region" as Kherson Oblast.
func (s *placeScan) compound(p *spot, k, end int, h regionHead) bool {
	d := s.d
	name := d.words[p.row : p.row+p.rows]
	own := d.words[s.rows[k] : int(s.rows[k])+1]
	for r := int(s.rows[k]) + 1; r < len(d.words) && int(d.wordToken[r]) < end; r++ {
		own = d.words[s.rows[k] : r+1]
	}
	if s.tryName(p, name, own, end, h) {
		return true
	}
	for i := range headWords[h.class] {
		if s.tryName(p, name, headWords[h.class][i:i+1], end, h) {
			return true
		}
	}
	return h.class == headSite && s.tryName(p, name, nuclearPlant, end, h)
}

// tryName gives the spot the places called name + tail, if there are any of
// the head's kinds.
func (s *placeScan) tryName(p *spot, name, tail []uint64, end int, h regionHead) bool {
	s.space = append(append(s.space[:0], name...), tail...)
	n, hits := s.r.gaz.Longest(s.space)
	if n != len(s.space) {
		return false
	}
	key := s.space[0]
	for _, w := range s.space[1:] {
		key = joinWords(key, w)
	}
	id, ok := s.byKey[key]
	if !ok {
		all := s.candidates(hits)
		c := all[:0]
		for i := range all {
			if h.kinds.has(all[i].place.Kind) {
				c = append(c, all[i])
			}
		}
		if len(c) == 0 {
			return false
		}
		id = s.newName(key)
		s.names[id].candidates = c
	}
	p.name, p.head = id, h
	if end > 0 {
		if s.singularHead(p) {
			p.to = int32(end)
		}
		s.takeArticle(p)
	}
	return true
}

// headBefore finds the noun before a name: "the city of Kherson", "Lake
// Lanier", "м. Київ", "село Котлине".
func (s *placeScan) headBefore(p *spot) {
	d := s.d
	k := int(p.first) - 1
	same := func(k int) bool { return k >= 0 && d.toks[k].sent == p.sent }
	if !same(k) {
		return
	}
	if d.str(k) == "." && !d.toks[k].spaced && same(k-1) && d.toks[k-1].end-d.toks[k-1].start <= 6 && d.lang != geo.English {
		k-- // "м. Київ"
	} else if d.is(k, "of") && same(k-1) {
		k--
		if d.toks[k].kind == wordToken {
			if ph := s.w.word(s.hashOf(k)); ph.head.class != noHead && ph.head.before {
				p.head, p.headSpan = ph.head, d.span(k, k+1)
				return
			}
			// "University of X", "Bank of X", "Battle of X"
			if sg := s.signs(k); d.toks[k].caps != lowerCase && sg&(signSchool|signCompany|signOffice|signEvent|signUnit|signPress) != 0 && !s.loud[p.sent] {
				p.after |= sg & (signSchool | signCompany | signOffice | signEvent | signUnit | signPress)
			}
		}
		return
	}
	if d.toks[k].kind != wordToken {
		return
	}
	ph := s.w.word(s.hashOf(k))
	if ph.head.class == noHead || !ph.head.before || ph.signs&signOffice != 0 {
		return
	}
	capital := d.toks[k].caps != lowerCase
	switch {
	case ph.head.class == headCity && !capital, d.lang != geo.English && !capital:
		p.head, p.headSpan = ph.head, d.span(k, k+1)
	case capital && (ph.head.class == headWater || ph.head.class == headRelief):
		// "Lake Mary" is not Mary; a river is called either way.
		p.head, p.headSpan = ph.head, d.span(k, k+1)
		p.from = int32(k)
		if !s.anyKindOf(p, ph.head.kinds) || ph.head.class == headRelief {
			s.forget(p)
		}
	}
}

// described notes that the name is said to be a village's, or that of another
// place than the one named so before: "another Lyman, a village in …", "a
// village called Kostiantynivka".
func (s *placeScan) described(p *spot) {
	d := s.d
	st := &d.sents[p.sent]
	village := func(i int) bool {
		return d.isAny(i, "village", "hamlet", "settlement", "villages") || d.lang != geo.English && s.w.word(s.hashOf(i)).head.class == headCity &&
			(d.toks[i].end-d.toks[i].start < 3 || d.str(i)[:2] == "с")
	}
	k := int(p.first) - 1
	if k < st.first || d.toks[k].kind != wordToken {
		return
	}
	switch {
	case d.isAny(k, "another", "different", "інший", "іншому", "другой", "другом", "другого", "іншого"):
		p.other = true
	case d.isAny(k, "called", "named") && k > st.first && s.signs(k-1)&signHead != 0:
		p.small = village(k - 1)
		for j := k - 2; j >= st.first && j > k-5; j-- {
			if d.isAny(j, "a", "another", "different", "small") {
				p.other = true
			}
		}
	case d.is(k, "of") && k > st.first:
		p.small = village(k - 1)
	default:
		p.small = village(k)
	}
	if e := int(p.to); e+2 < st.end && d.char(e) == ',' && d.isAny(e+1, "a", "an", "the") {
		for j := e + 2; j < st.end && j < e+6 && d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase; j++ {
			if village(j) {
				p.small = true
			}
		}
	}
}

// nameAfter looks at what follows a name at token k without a mark between:
// the signs of the longer name that the name begins, if it does.
//
//	"the Kharkiv Wings" · "Donetsk regional military administration"
func (s *placeScan) nameAfter(k int) sign {
	const heads = signStreet | signUnit | signPress | signClub | signCompany | signSchool | signOffice | signEvent | signPerson
	d := s.d
	if k >= len(d.toks) {
		return 0
	}
	sent := int(d.toks[k].sent)
	if k > 0 && int(d.toks[k-1].sent) != sent {
		return 0
	}
	if d.toks[k].kind == cliticToken {
		k++
	}
	var got sign
	for n := 0; n < 6; n++ {
		i := s.next(k, sent)
		if i < 0 {
			break
		}
		ph, end := s.phraseAt(i)
		if d.toks[i].caps == lowerCase {
			// In small letters only bodies of authority count.
			if ph.signs&signOffice != 0 && n == 0 {
				got |= signOffice
			}
			if !(n == 0 && d.isAny(i, "regional", "city", "town", "district", "oblast", "county", "military", "municipal", "state", "обласна", "обласної", "обласній", "міська", "міської", "міській", "областная", "областной", "городская", "городской")) {
				break
			}
			if k2 := s.next(end, sent); k2 > 0 {
				if ph2, _ := s.phraseAt(k2); ph2.signs&signOffice != 0 {
					got |= signOffice
				}
			}
			break
		}
		if s.role[i] == titleRole {
			break
		}
		if ph.signs&heads != 0 {
			got = got&^heads | ph.signs&heads // the last word decides
		} else if n > 0 && ph.signs&signHead != 0 {
			got &^= heads
		}
		k = end
	}
	return got
}

// listed finds the spot before spot i in the same list, and lets it say what
// stands before the list: "near Toretsk, Druzhba and Shcherbynivka".
func (s *placeScan) listed(i int) {
	d := s.d
	p, q := &s.spots[i], &s.spots[i-1]
	if q.sent != p.sent || q.use == geo.Demonym || p.use == geo.Demonym || p.label {
		return
	}
	joined := false
	k := int(q.to)
	if k < len(d.toks) && d.toks[k].kind == cliticToken {
		return
	}
	for ; k < int(p.from); k++ {
		switch {
		case d.char(k) == ',', d.char(k) == '/', d.isAny(k, "and", "or"), d.toks[k].kind == wordToken && isAndWord(d.str(k)):
			joined = true
		case d.isAny(k, "the", "both", "nearby", "village", "villages", "town", "towns", "of"):
		default:
			return
		}
	}
	if !joined {
		return
	}
	p.list = int32(i)
	if p.before&^(signOf|signPair) == 0 && q.before&^signPair != 0 {
		p.before |= q.before &^ signPair
		p.beforeAt = q.beforeAt
	}
}

// isAndWord lists the words of Ukrainian and Russian for "and" and "or".
func isAndWord(w string) bool {
	switch w {
	case "і", "й", "та", "и", "або", "или", "чи", "да":
		return true
	}
	return false
}

// contained finds the larger place named right behind spot i: "Donetsk, Rostov
// Region", "Lyman, a village by a lake in Kharkiv region", "Lyman (Kharkiv
// region)", or a place near it: "Pavlivka near Vuhledar".
func (s *placeScan) contained(i int) {
	d := s.d
	p := &s.spots[i]
	if p.use == geo.Demonym || p.label || i+1 >= len(s.spots) {
		return
	}
	q := &s.spots[i+1]
	if q.sent != p.sent || q.use == geo.Demonym || int(q.from-p.to) > 12 {
		return
	}
	// What stands between: a comma or bracket, or an apposition ("a village by
	// a lake") and a preposition, or the preposition alone.
	k, end := int(p.to), int(q.from)
	comma := k < end && (d.char(k) == ',' || d.char(k) == '(')
	if comma {
		k++
	}
	if comma && k < end && d.isAny(k, "a", "an", "the") && k+1 < end {
		for k < end && d.toks[k].kind != punctToken && !s.placing(k) && (d.toks[k].kind != wordToken || d.toks[k].caps == lowerCase) {
			k++
		}
	}
	in, near := false, false
	for ; k < end; k++ {
		switch {
		case d.toks[k].kind != wordToken:
			return
		case s.signs(k)&signNear != 0:
			near = true
		case s.signs(k)&signIn != 0 || d.is(k, "of") && comma:
			in = true
		case d.isAny(k, "the", "a", "an", "of") || d.toks[k].caps == lowerCase && s.signs(k)&(signCompass|signHead) != 0:
		default:
			return
		}
	}
	if in || near || comma || p.to == q.from {
		p.inside, p.nearer = int32(i+2), near
	}
}

// containedBefore finds the larger place named right before the noun of spot i:
// "the Russian town of Donetsk", "the Texas city of Paris".
func (s *placeScan) containedBefore(i int) {
	d := s.d
	p := &s.spots[i]
	if i == 0 || p.use == geo.Demonym || p.head.class != headCity {
		return
	}
	q := &s.spots[i-1]
	if q.sent != p.sent || p.first-q.to > 5 {
		return
	}
	for k := int(q.to); k < int(p.first); k++ {
		if d.toks[k].kind == punctToken || d.toks[k].kind == wordToken && (d.toks[k].caps != lowerCase || s.placing(k) || d.has(k, coordWord)) {
			return
		}
	}
	p.under = int32(i)
}

// placing reports whether word token k is a preposition of place.
func (s *placeScan) placing(k int) bool { return s.signs(k)&(signIn|signNear) != 0 }

// shareHeads gives the noun of the last of a list to those before it: "Donetsk
// and Luhansk regions", "Clay and Otter Tail counties".
func (s *placeScan) shareHeads() {
	for i := len(s.spots) - 1; i > 0; i-- {
		p := &s.spots[i]
		if p.list == 0 || p.head.class == noHead || p.head.before && !p.head.after || p.headSpan.Empty() {
			continue
		}
		q := &s.spots[p.list-1]
		if q.head.class != noHead || s.singularHead(p) {
			continue
		}
		switch p.head.class {
		case headArea:
			q.head, q.headSpan = p.head, p.headSpan
		case headOblast, headRaion, headCounty, headState, headWater:
			q.headSpan = p.headSpan
			h := p.head
			name := s.d.words[q.row : q.row+q.rows]
			for j := range headWords[h.class] {
				if s.tryName(q, name, headWords[h.class][j:j+1], 0, h) {
					break
				}
			}
			if q.head.class == noHead {
				if s.anyKindOf(q, h.kinds) {
					q.head = h
				} else if h.class == headCounty {
					q.head = h
					s.forget(q)
				}
			}
		}
	}
}

// singularHead reports whether the noun behind a list names one thing only:
// "Kyiv and the Donetsk region".
func (s *placeScan) singularHead(p *spot) bool {
	w := p.headSpan.Of(s.d.text)
	switch w[len(w)-1] {
	case 's', 'S':
		return w == "axis"
	}
	return w[0] < 0x80 // Cyrillic plurals are in the list as words of their own
}
