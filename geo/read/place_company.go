package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// companyPoints is what the other places of the paragraph say for a place near
// them, and companyReach how many names before and behind are asked. A place that
// is far from all of them loses what its fame gave it to one that is among them.
const (
	companyPoints = 14
	famedPoints   = 30
	companyReach  = 6
	amidCompany   = 20.0 // km
	farFromIt     = 40.0 // km
	byCompany     = 45.0 // km
	worldsApart   = 90.0 // km
)

// companyOf lets the other places of its paragraph decide between the likeliest
// meanings of spot i when its own words and the rest of the text leave it nearly
// open: among villages by Huliaipole, Zarichne is the one by Huliaipole.
func (s *placeScan) companyOf(i int) {
	p := &s.spots[i]
	famed, heard := s.chosen(p).fame >= 20, s.chosen(p).fame >= townFame
	margin := int32(companyPoints)
	if heard {
		margin = famedPoints
	}
	people := s.placeOf(p).Population
	if !s.ukraine || (people >= 2_000 && famed || people >= 200_000) && !s.rival(p) || p.best[0].score-p.best[1].score >= margin || p.head.class == headArea || p.inside > 0 || s.placeOf(p).Kind != geo.Settlement {
		return
	}
	c := s.names[p.name].candidates
	best := slices.Clone(p.best)
	first := s.companyKm(i, &c[best[0].candidate])
	for k := range best {
		km := s.companyKm(i, &c[best[k].candidate])
		switch {
		case heard && k > 0 && (km < amidCompany && first > farFromIt || km < byCompany && first > worldsApart):
			best[k].score += famedPoints
		case !famed || c[best[k].candidate].fame >= 20: // among namesakes that are known alike
			best[k].score += int32(closeness(km, companyPoints))
		}
	}
	slices.SortStableFunc(best, func(a, b scored) int { return int(b.score - a.score) })
	if best[0].candidate == p.best[0].candidate {
		return
	}
	was := int32(0)
	for _, b := range p.best {
		if b.candidate == best[0].candidate {
			was = b.score
		}
	}
	p.best = best
	p.why = slices.DeleteFunc(p.why, func(e geo.Evidence) bool { return strings.HasPrefix(e.Rule, "resolve.") })
	s.explain(p, nil, nil, nil)
	s.note(p, "resolve.company", p.name0(s), int(best[0].score-was))
}

// rival reports whether a known place of the front bears the name of the town that
// spot p is taken for: Kamianske by Stepnohirsk, that of the city on the Dnipro.
func (s *placeScan) rival(p *spot) bool {
	for _, b := range p.best[1:] {
		if s.w.known[s.names[p.name].candidates[b.candidate].place.ID] {
			return true
		}
	}
	return false
}

// companyKm is the distance from a meaning of spot i to the nearest settlement
// named around it in its paragraph; far more than any when there is none.
func (s *placeScan) companyKm(i int, c *candidate) float64 {
	const none = 1e6
	nearest := none
	if c.place.Kind != geo.Settlement {
		return none
	}
	p := &s.spots[i]
	block := s.d.sents[p.sent].block
	for j := max(0, i-companyReach); j < min(len(s.spots), i+companyReach+1); j++ {
		q := &s.spots[j]
		if j == i || q.rejected || len(q.best) == 0 || q.name == p.name || s.d.sents[q.sent].block != block || q.use == geo.Metonym {
			continue
		}
		if o := s.placeOf(q); o.Kind == geo.Settlement && (len(q.best) == 1 || q.best[0].score-q.best[1].score >= companyPoints/2) {
			nearest = min(nearest, c.near(s.chosen(q)))
		}
	}
	return nearest
}

// besideOblast is the oblast of Ukraine named in the sentence of a spot, and by which spot.
type besideOblast struct {
	region int32 // its code; 0 for none
	spot   int
	n      int // what it says for a place in it
}

// points is what the oblast says for a place.
func (o besideOblast) points(c *candidate) int {
	if o.region == 0 || c.region != o.region || c.place.Kind != geo.Settlement {
		return 0
	}
	return o.n
}

// What the oblast named in the sentence says for a place in it, more than the fame of a
// village of the front, and what it says against a town that everybody knows.
const (
	oblastPoints = 32
	besideTown   = 12
	townsfolk    = 15_000
)

// oblastBeside is the oblast that the sentence of spot p is about: the one named last before
// it, else whose authorities stand behind it, "In Sumy region, Mykolaivka was shelled", "two residents of Semenivka
// were killed, the Chernihiv regional administration said".
func (s *placeScan) oblastBeside(p *spot) besideOblast {
	c := s.names[p.name].candidates
	if !s.ukraine || len(c) < 2 || p.head.class == headArea || p.head.class == headOblast || p.inside > 0 || p.use != geo.Literal || c[0].place.Kind != geo.Settlement {
		return besideOblast{}
	}
	const far = 6 // names
	at := int(p.index)
	since := p.sent
	if s.d.lang != geo.English && p.sent > 0 && s.d.sents[p.sent-1].block == s.d.sents[p.sent].block {
		since-- // "На Сумщині поранено двох людей. У Миколаївці згоріла хата."
	}
	for n := 1; n <= far && at-n >= 0 && s.spots[at-n].sent >= since; n++ {
		q := &s.spots[at-n]
		if r := s.oblastOf(q); r != 0 && (q.head.class != headOblast || q.before&signIn != 0 || int(q.from) == s.d.sents[q.sent].first) {
			return s.saysOf(c, r, at-n)
		}
	}
	for n := 1; n <= far && at+n < len(s.spots) && s.spots[at+n].sent == p.sent; n++ {
		q := &s.spots[at+n]
		if r := s.oblastOf(q); r != 0 && q.head.class != headOblast {
			return s.saysOf(c, r, at+n)
		}
	}
	return besideOblast{}
}

// raionPoints is what a raion that the text has just named says for a place near its centre:
// more than the fame of a place of the front.
const raionPoints = 50

// raionBeside is the raion of Ukraine that a text of Ukrainian or Russian named last before
// spot p, in its sentence or the one before: "На Нікопольщині обстріляли … Покровську громаду".
func (s *placeScan) raionBeside(p *spot) *spot {
	if s.d.lang == geo.English || len(s.names[p.name].candidates) < 2 || p.head.class == headArea || p.use != geo.Literal {
		return nil
	}
	const far = 6 // names
	for i := int(p.index) - 1; i >= max(0, int(p.index)-far); i-- {
		q := &s.spots[i]
		if q.sent+1 < p.sent || s.d.sents[q.sent].block != s.d.sents[p.sent].block {
			return nil
		}
		if q.rejected || len(q.best) == 0 || q.name == p.name {
			continue
		}
		if r := s.placeOf(q); r.Kind == geo.Region {
			if r.Country == "UA" && r.ID != geo.PlaceID("adm:"+r.Admin1) {
				return q
			}
			return nil
		}
	}
	return nil
}

// saysOf weighs what an oblast named at a spot says among the meanings c of a name.
func (s *placeScan) saysOf(c []candidate, region int32, spot int) besideOblast {
	o, any := besideOblast{region, spot, oblastPoints}, false
	for i := range c {
		if c[i].place.Country != "UA" || c[i].place.Kind != geo.Settlement {
			continue
		}
		if c[i].region == region {
			any = true
		} else if c[i].place.Population >= townsfolk {
			o.n = besideTown
		}
	}
	if !any {
		return besideOblast{}
	}
	return o
}

// oblastOf is the code of the oblast of Ukraine that a spot names, as such or as that of its
// authorities; else 0.
func (s *placeScan) oblastOf(q *spot) int32 {
	if q.rejected || q.use == geo.Demonym || q.head.class != headOblast && !(q.after&signOffice != 0 && int(q.to) < len(s.d.toks) && s.d.isAny(int(q.to), "regional", "oblast", "region")) && !s.governed(q) && !s.onlyOblast(q) {
		return 0
	}
	for i := range s.names[q.name].candidates {
		c := &s.names[q.name].candidates[i]
		if c.place.Kind == geo.Region && c.place.Country == "UA" && c.place.ID == geo.PlaceID("adm:"+c.place.Admin1) {
			return c.region
		}
	}
	return 0
}

// onlyOblast reports whether a name of Ukrainian or Russian that stands alone is an oblast's:
// "на Сумщині".
func (s *placeScan) onlyOblast(q *spot) bool {
	c := s.names[q.name].candidates
	return s.d.lang != geo.English && q.head.class == noHead && len(c) == 1 && c[0].place.Kind == geo.Region
}

// acrossPoints is what an oblast of Russia named before in the sentence says for a place
// in it: more than all that is known of its namesake in Ukraine.
const acrossPoints = 60

// oblastAcross is the oblast of Russia that the sentence names last before spot p when
// nothing of Ukraine stands between: "the governor of Rostov region said a drone had fallen
// in Donetsk". It is 0 where there is none, or where no meaning of the name lies in it.
func (s *placeScan) oblastAcross(p *spot) int32 {
	if s.d.lang != geo.English || p.head.class == headArea || p.use != geo.Literal {
		return 0
	}
	const far = 8 // names
	for i := int(p.index) - 1; i >= max(0, int(p.index)-far) && s.spots[i].sent == p.sent; i-- {
		q := &s.spots[i]
		if q.rejected || q.use == geo.Demonym || len(q.best) == 0 {
			continue
		}
		switch a := s.chosen(q); {
		case a.place.Country != "RU" && a.place.Kind != geo.Country:
			return 0
		case a.place.Country == "RU" && a.place.Kind == geo.Region && q.head.class == headOblast:
			for k := range s.names[p.name].candidates {
				if c := &s.names[p.name].candidates[k]; c.region == a.region && c.place.Kind == geo.Settlement {
					return a.region
				}
			}
			return 0
		}
	}
	return 0
}
