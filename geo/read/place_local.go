package read

import (
	"strings"

	"contested/geo"
)

// nearScale and nearPoints are what "near", "west of" and the like say for a place by its
// distance from the one behind: the most up to 19 km.
const (
	nearScale  = 0.8
	nearPoints = 45
)

// local adds what the words beside spot p say for its candidate c, and calls
// note for each rule.
func (s *placeScan) local(p *spot, c *candidate, note func(p *spot, rule string, on geo.Span, n int)) int {
	sum := 0
	add := func(rule string, on geo.Span, n int) {
		sum += n
		if note != nil {
			note(p, rule, on, n)
		}
	}
	pl := &c.place
	switch h := p.head; {
	case h.class == noHead:
	case h.class == headArea:
		if pl.Kind == geo.Region || pl.Kind == geo.Country {
			add("resolve.kind", p.headSpan, -10)
		}
	case h.kinds.has(pl.Kind):
		add("resolve.kind", p.headSpan, 40)
	default:
		add("resolve.kind", p.headSpan, -40)
	}
	if c.adjective {
		switch p.head.class {
		case headArea, headRaion, headCity:
			add("resolve.adjective", p.name0(s), 20)
		default:
			add("resolve.adjective", p.name0(s), -60)
		}
	}
	switch {
	case p.small && pl.Kind == geo.Settlement && pl.Population >= 20_000:
		add("resolve.village", p.name0(s), -35)
	case p.small && pl.Kind == geo.Settlement && pl.Population < 5_000:
		add("resolve.village", p.name0(s), 10)
	}
	if p.definite && pl.Kind == geo.River && p.head.class != headArea {
		add("resolve.the-river", p.name0(s), 40)
	} else if pl.Kind == geo.River && s.d.lang != geo.English {
		if s.atWater(p) {
			add("resolve.the-river", p.name0(s), 60)
		}
	} else if pl.Kind == geo.River && p.head.class == noHead {
		add("resolve.no-article", p.name0(s), -20)
	}
	switch {
	case pl.Kind == geo.Region && p.head.class == noHead && s.governed(p):
		add("resolve.governor", p.name0(s), 40)
	case c.namesake && p.head.class == noHead:
		add("resolve.no-head", p.name0(s), -15)
	}
	for _, at := range [2]int32{p.inside, p.under} {
		if at == 0 || s.spots[at-1].rejected {
			continue
		}
		q := &s.spots[at-1]
		larger := s.names[q.name].candidates
		for i := range larger[:min(len(larger), 6)] {
			b := &larger[i].place
			if (b.Kind == geo.Settlement || b.Kind == geo.River) && !p.nearer || !within(c, &larger[i]) {
				continue
			}
			if b.Kind == geo.Region && at == p.inside && pl.Kind == geo.Settlement && s.peer(p, b) {
				break // "Vermont, Wisconsin and Florida": a list of states
			}
			n := 60
			switch {
			case b.Kind == geo.Settlement || b.Kind == geo.River:
				n = closeness(c.near(&larger[i])*nearScale, nearPoints)
			case b.Kind == geo.Region && b.ID != geo.PlaceID("adm:"+b.Admin1):
				n = 20 + closeness(c.near(&larger[i]), 40) // a raion is as large as its neighbours' villages are far
			}
			add("resolve.within", q.name0(s), n)
			break
		}
	}
	if p.list > 0 && pl.Kind == geo.Region && p.head.class == noHead {
		if q := &s.spots[p.list-1]; len(q.best) > 0 && s.placeOf(q).Kind == geo.Region && s.placeOf(q).Country == pl.Country {
			add("resolve.list", q.name0(s), 20)
		}
	}
	if o := p.offset; o.of > 0 {
		if q := s.likely(&s.spots[o.of-1]); q != nil && o.fits(q.Point, pl.Point) {
			n := 30
			if o.km == 0 {
				n = 15
			}
			add("resolve.offset", o.span, n)
		}
	}
	return sum
}

// town is what the text says for a place of some size by calling the name a town's:
// "the town of X". It is no word on other mentions of the name.
func (s *placeScan) town(p *spot, c *candidate) int {
	if p.head.class != headCity || p.headSpan.Empty() || c.place.Kind != geo.Settlement || c.place.Population < 3_000 {
		return 0
	}
	switch strings.ToLower(p.headSpan.Of(s.d.text)) {
	case "town", "city", "місто", "міста", "місті", "город", "города", "городе":
		return 12
	}
	return 0
}

// peer reports whether the name can mean a first-level unit of b's country as
// well, which makes "X, B" a list.
func (s *placeScan) peer(p *spot, b *geo.Place) bool {
	for i := range s.names[p.name].candidates {
		if a := &s.names[p.name].candidates[i].place; a.Kind == geo.Region && a.Country == b.Country && a.Admin1 != b.Admin1 && bigUnits[a.Country] && a.ID == geo.PlaceID("adm:"+a.Admin1) {
			return true
		}
	}
	return false
}

// governed reports whether a governor stands with the name: "Zaporizhzhia
// Governor Ivan Winter", "the governor of Kursk". Governors have regions.
func (s *placeScan) governed(p *spot) bool {
	d := s.d
	if k := int(p.to); k < len(d.toks) && d.isOf(k, &governorWords) {
		return true
	}
	k := int(p.first) - 1
	return k > 0 && d.is(k, "of") && d.is(k-1, "governor")
}
