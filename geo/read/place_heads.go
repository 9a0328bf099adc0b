package read

import (
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

var sectorWords = listOf("operational tactical strategic оперативному тактичному оперативный оперативном")

// headAfter finds the noun behind a name: "Kherson region", "the Pokrovsk
// direction", "Oskil river", "the Zaporizhzhia nuclear power plant".
func (s *placeScan) headAfter(p *spot) {
	d := s.d
	if s.headInside(p) {
		return
	}
	k := s.next(int(p.end), int(p.sent))
	if k < 0 {
		return
	}
	if d.isOf(k, &governorWords) {
		// Governors have regions: "Zaporozhye Governor Ivan Winter".
		if s.asRegion(p) {
			p.headSpan = d.span(k, k+1)
			return
		}
	}
	ph, end := s.phraseAt(k)
	capital := d.toks[k].caps != lowerCase
	if ph.signs&signHead == 0 || !ph.head.after || ph.signs&signOffice != 0 && capital {
		// "Pokrovsk tactical direction", "Donetsk operational area"
		if !capital && end < len(d.toks) && d.isOf(k, &sectorWords) {
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
		if d.lang != geo.English {
			p.headSpan = d.span(k, end) // "Нікопольську та Марганецьку громади"
		}
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
		if !capital {
			// "the Pokrovsk district": the parts around it; "in control of
			// Horlivka state that …": no noun of its at all.
			p.head = regionHead{}
			if ph.head.class == headRaion && s.adjectival(p) {
				p.after |= signStreet // "the Saltivskyi district": a part of a city
			}
			return
		}
		if ph.head.class == headState {
			p.after |= signClub // "the Sunshine State"
			return
		}
		p.to = int32(end)
		s.forget(p)
		s.takeArticle(p)
	}
}

// adjectival reports whether the name is an adjective's form, which districts of cities
// are called by.
func (s *placeScan) adjectival(p *spot) bool {
	name := s.d.str(int(p.end) - 1)
	for _, e := range [...]string{"ky", "kyi", "kyy", "kiy", "kii", "nyi", "nyy"} {
		if strings.HasSuffix(name, e) {
			return true
		}
	}
	return false
}

// headInside notes the noun that is the last word of the name itself, as the
// gazetteer has it: "Kharkiv Oblast", "Донецької області".
func (s *placeScan) headInside(p *spot) bool {
	if p.rows < 2 {
		return false
	}
	h := s.phrase(int(s.d.wordToken[p.row+p.rows-1])).head
	switch h.class {
	case headOblast, headRaion, headCounty, headWater, headSite:
	default:
		return false
	}
	if !h.after || !s.anyKindOf(p, h.kinds) {
		return false
	}
	p.head, p.headSpan = h, s.d.span(int(p.end)-1, int(p.end))
	if h.class == headOblast || h.class == headRaion {
		s.takeArticle(p)
	}
	return true
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
	headOblast: gazetteer.Words("oblast region province krai republic область області областю області области областью край краю крае"),
	headRaion:  gazetteer.Words("raion district район району районі районом района районе"),
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
	own := d.words[d.toks[k].row : int(d.toks[k].row)+1]
	for r := int(d.toks[k].row) + 1; r < len(d.words) && int(d.wordToken[r]) < end; r++ {
		own = d.words[d.toks[k].row : r+1]
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
		all := s.candidates(key, hits)
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
	} else if d.isOf(k, &ofOrFor) && same(k-1) {
		named := d.is(k, "for")
		k--
		if named {
			if k > 0 && d.toks[k].kind == wordToken && d.toks[k].caps != lowerCase && s.signs(k-1)&signLead != 0 && d.toks[k-1].sent == p.sent {
				p.after |= signClub // "the charity Hope for Kherson"
			}
			return
		}
		if d.toks[k].kind == wordToken {
			if ph := s.phrase(k); ph.head.class != noHead && ph.head.before {
				p.head, p.headSpan = ph.head, d.span(k, k+1)
				if ph.head.class == headRaion && s.anyKindOf(p, kindSet(geo.Settlement)) {
					p.head = regionHead{class: headPart, kinds: kindSet(geo.Settlement), before: true} // "two districts of Kharkiv"
				}
				return
			}
			if k > 0 && d.toks[k].caps != lowerCase && s.signs(k-1)&(signLead|signUnit) != 0 && d.toks[k-1].sent == p.sent {
				p.after |= signClub // "the charity Light of Kherson"
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
	ph := s.phrase(k)
	if ph.head.class == noHead && d.lang != geo.English && same(k-1) && d.toks[k-1].kind == wordToken {
		ph, _ = s.phraseAt(k - 1) // "в населённом пункте Суджа"
		if ph.words != 0 || ph.head.class != headCity {
			return
		}
	}
	if ph.head.class == noHead || !ph.head.before || ph.signs&signOffice != 0 {
		return
	}
	capital := d.toks[k].caps != lowerCase
	switch {
	case ph.head.class == headCity && s.speaks(p) && int(p.to) < len(d.toks) && d.toks[p.to].tag == verbTag:
		// "the village Moscow says it took" is none called Moscow
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

// shareHeads gives the noun of the last of a list to those before it: "Donetsk
// and Luhansk regions", "Clay and Otter Tail counties".
func (s *placeScan) shareHeads() {
	for i := len(s.spots) - 1; i > 0; i-- {
		p := &s.spots[i]
		if p.list == 0 || p.head.class == noHead || p.head.before && !p.head.after || p.headSpan.Empty() {
			continue
		}
		q := &s.spots[p.list-1]
		if q.head.class != noHead && !(q.head.class == headCity && q.head.before) || s.singularHead(p) {
			continue
		}
		switch p.head.class {
		case headArea, headCity:
			q.head, q.headSpan = p.head, p.headSpan
		case headOblast, headRaion, headCounty, headState, headWater:
			q.headSpan = p.headSpan
			h := p.head
			name := s.d.words[q.row : q.row+q.rows]
			found := false
			for j := range headWords[h.class] {
				if found = s.tryName(q, name, headWords[h.class][j:j+1], 0, h); found {
					break
				}
			}
			if !found && q.head.class == noHead {
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
	if w[0] >= 0x80 {
		return !pluralHeads[w]
	}
	last := w[len(w)-1]
	return last != 's' && last != 'S' || w == "axis"
}

// pluralHeads are the plurals of the Ukrainian and Russian nouns, in the cases
// that no singular shares.
var pluralHeads = map[string]bool{"областей": true, "областях": true, "областями": true, "областям": true, "районів": true, "районах": true,
	"районами": true, "районов": true, "напрямках": true, "напрямки": true, "напрямків": true, "направлениях": true, "направлений": true,
	"напрямах": true, "громад": true, "громадах": true, "громади": true, "громадам": true, "громадами": true, "общинах": true, "общины": true}
