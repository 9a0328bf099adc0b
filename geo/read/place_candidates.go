package read

import (
	"math"
	"strings"

	"contested/geo"
	"contested/geo/gazetteer"
)

// maxMeanings bounds the places that a name is thought to mean: the largest.
const maxMeanings = 24

// candidates lists the places of the name with that key, largest first: those of
// hits.
func (s *placeScan) candidates(key uint64, hits []gazetteer.Hit) []candidate {
	from := len(s.found)
	kept, ok := s.d.known.meanings[key]
	if !ok {
		kept = s.lookUp(hits)
		s.d.known.meanings[key] = kept
	}
	s.found = append(s.found, kept...)
	return s.found[from:len(s.found):len(s.found)]
}

// townFame is what being a town of some size says for a place among villages of its name.
const townFame = 6

// lookUp finds what a name can mean in any text.
func (s *placeScan) lookUp(hits []gazetteer.Hit) []candidate {
	out := make([]candidate, 0, min(len(hits), maxMeanings))
	own := false                           // a town of Ukraine bears the name today
	exact := false                         // a place of Ukraine has the word for its name as it stands
	aliases := make([]int, 0, maxMeanings) // those that it is another name of
	cases := make([]int, 0, maxMeanings)   // … a case of whose name it is
	for _, h := range hits {
		if len(out) == maxMeanings {
			break
		}
		pl, ok := s.r.gaz.Place(h.Place)
		if !ok {
			continue
		}
		c := candidate{place: pl, cos: math.Cos(pl.Point[1] * math.Pi / 180), prior: int16(sizePrior(&pl)), short: h.Form == gazetteer.Abbreviation,
			cell: cell(pl.Point, 1), fine: cell(pl.Point, fineness), country: s.d.known.code(pl.Country), region: s.d.known.code(pl.Admin1)}
		switch h.Form {
		case gazetteer.Preferred:
			c.prior += 5
			exact = exact || pl.Country == "UA" && pl.Kind == geo.Settlement
			own = own || pl.Country == "UA" && pl.Kind == geo.Settlement && pl.Population >= 1000
		case gazetteer.Alias:
			c.prior += 3
			aliases = append(aliases, len(out))
			if pl.Country != "UA" && pl.Country != "RU" && pl.Kind == geo.Settlement && pl.Population < 100_000 {
				c.prior -= 9 // most are names in other languages
			}
		case gazetteer.Abbreviation:
			c.prior += 3
		case gazetteer.Variant, gazetteer.Inflected:
			c.prior++
			cases = append(cases, len(out))
		case gazetteer.Adjectival:
			c.adjective = true
		case gazetteer.Skeleton:
			c.prior -= 5
		}
		if c.metonym = s.w.metonyms[pl.ID]; c.metonym {
			c.fame = 8
		}
		c.front = strings.HasPrefix(string(pl.ID), "ct:")
		out = append(out, c)
	}
	for i := range out {
		// "Florida" is the state, not the village in another.
		if a := &out[i].place; a.Kind == geo.Region && bigUnits[a.Country] && a.ID == geo.PlaceID("adm:"+a.Admin1) && a.Country != "UA" {
			for j := range out {
				if b := &out[j].place; b.Kind == geo.Settlement && b.Country == a.Country && b.Population < 100_000 {
					out[j].prior -= 20
				}
			}
		}
		if s.w.known[out[i].place.ID] {
			out[i].fame = 22
		}
		if p := &out[i].place; p.Country == "UA" && p.Kind == geo.Settlement && p.Population >= 100_000 {
			out[i].fame = 22
		} else if p.Country == "UA" && p.Kind == geo.Settlement && p.Population >= 30_000 {
			out[i].fame = max(out[i].fame, townFame)
		}
		for j := range out {
			if a, b := &out[i].place, &out[j].place; a.Kind == geo.Region && b.Kind == geo.Settlement && a.Country == b.Country && (b.Population >= 50_000 || b.Country == "UA" && b.Population >= 10_000) && (a.Admin1 == b.Admin1 || out[i].near(&out[j]) < 80) {
				out[i].namesake = true
			}
		}
	}
	if s.d.lang != geo.English && len(out) > 1 {
		nearBy(out)
	}
	if exact {
		for _, i := range cases {
			out[i].fame = min(out[i].fame, townFame) // Львове is a village by the Dnipro before a case of Львов
		}
	}
	if s.d.lang == geo.Ukrainian && len(out) > 1 {
		for _, i := range aliases {
			out[i].fame = 0 // who writes Ukrainian calls no town by its former name: Красний Лиман is the village by Myrnohrad
		}
	}
	if own {
		for _, i := range aliases {
			out[i].fame = 0 // Stanislav is a town by the Dnipro before the old name of a city
			if out[i].place.Population >= 100_000 {
				out[i].prior -= 15
			}
		}
	}
	return out
}

// nearBy takes points from provinces of other countries whose name a town of Ukraine or Russia
// bears, too: Луга is a town, not a region of Senegal.
func nearBy(list []candidate) {
	own := false
	for i := range list {
		p := &list[i].place
		own = own || p.Kind == geo.Settlement && (p.Country == "UA" || p.Country == "RU")
	}
	for i := range list {
		if p := &list[i].place; own && p.Kind == geo.Region && p.Country != "UA" && p.Country != "RU" {
			list[i].prior -= 20
		}
	}
}

// sizePrior is what the size of a place says for it when nothing else is known:
// 0 to 32 points.
func sizePrior(p *geo.Place) int {
	switch p.Kind {
	case geo.Country:
		return 32
	case geo.Region:
		switch {
		case p.ID != geo.PlaceID("adm:"+p.Admin1):
			return 10
		case bigUnits[p.Country]:
			return 22
		}
		return 14
	case geo.River, geo.Sea:
		return 12
	case geo.Facility:
		return 8
	}
	for _, step := range sizeSteps {
		if p.Population >= step.people {
			return step.points
		}
	}
	return 0
}

// bigUnits are the countries whose first-level units are known by name as
// countries are: states, provinces, oblasts.
var bigUnits = map[string]bool{"US": true, "CA": true, "AU": true, "IN": true, "BR": true, "MX": true, "DE": true, "RU": true, "UA": true, "CN": true, "AR": true}

var sizeSteps = []struct{ people, points int }{
	{5_000_000, 24}, {1_000_000, 20}, {300_000, 16}, {100_000, 13}, {50_000, 10}, {15_000, 8}, {5_000, 5}, {1_000, 3}, {1, 1},
}

// near is the distance of two candidates in kilometres, good enough below a few
// hundred: what the scores ask for.
func (c *candidate) near(o *candidate) float64 {
	x := (c.place.Point[0] - o.place.Point[0]) * c.cos
	y := c.place.Point[1] - o.place.Point[1]
	return 111.2 * math.Sqrt(x*x+y*y)
}
