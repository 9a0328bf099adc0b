package read

import (
	"strings"

	"contested/geo"
)

// acceptAt is the score from which a name is taken for a place's.
const acceptAt = 15

// judge decides which names are places at all. Every rule adds or takes points;
// the rules that fired are the evidence of the mention.
func (s *placeScan) judge() {
	s.ukraine = s.aboutUkraine()
	for i := range s.spots {
		p := &s.spots[i]
		if p.use == geo.Demonym {
			continue
		}
		s.recognise(p)
		if p.score >= acceptAt {
			s.names[p.name].accepted++
		}
	}
	// What is a place elsewhere in the text, or stands in a list of places, is
	// more likely one here.
	for i := range s.spots {
		p := &s.spots[i]
		if p.use == geo.Demonym {
			continue
		}
		if p.score < acceptAt && p.score > -30 {
			if s.names[p.name].accepted > 0 {
				s.add(p, "place.elsewhere", p.name0(s), 20)
			}
			if p.list > 0 && s.spots[p.list-1].score >= acceptAt || s.leadsList(i) {
				s.add(p, "place.list", p.name0(s), 20)
			}
		}
		p.rejected = p.score < acceptAt
	}
}

// leadsList reports whether the spot after i stands in a list with it and is a
// place.
func (s *placeScan) leadsList(i int) bool {
	return i+1 < len(s.spots) && int(s.spots[i+1].list) == i+1 && s.spots[i+1].score >= acceptAt
}

// name0 is the span of the name itself.
func (p *spot) name0(s *placeScan) geo.Span { return s.d.span(int(p.first), int(p.end)) }

// add notes that a rule fired, on what, and for how many points.
func (s *placeScan) add(p *spot, rule string, on geo.Span, n int) {
	p.score += int16(n)
	p.why = append(p.why, geo.Evidence{Rule: rule, Span: on, Note: points(n)})
}

// aboutUkraine reports whether the text is about Ukraine: it is in Ukrainian or
// Russian, or names Ukraine, Ukrainians or several Ukrainian places, or no place
// but of Ukraine.
func (s *placeScan) aboutUkraine() bool {
	if s.d.lang != geo.English {
		return true
	}
	n, all, abroad := 0, 0, 0
	for i := range s.spots {
		p := &s.spots[i]
		c := s.names[p.name].candidates
		if p.label || len(c) == 0 {
			continue
		}
		all++
		switch {
		case c[0].place.Country != "UA" && borderland(&c[0].place):
			n++ // the war is there, too
		case c[0].place.Country != "UA":
			if s.role[p.first] == noRole && !(c[0].place.Country == "RU" && c[0].place.Kind == geo.Country) {
				abroad++
			}
		case c[0].place.Kind == geo.Country || c[0].place.Kind == geo.Region:
			n += 3
		case p.head.class == headArea || c[0].place.Population >= 100_000, c[0].place.Population >= 10_000 && s.onlyIn(c, "UA"):
			n += 2
		case s.onlyIn(c, "UA") && s.signs(int(p.first))&(signOrdinary|signFirstName) == 0:
			n++
		}
	}
	return n >= 2 && n*4 >= all || n > 0 && abroad == 0
}

func (s *placeScan) onlyIn(c []candidate, country string) bool {
	for i := range c {
		if c[i].place.Country != country {
			return false
		}
	}
	return true
}

// borderTown reports whether a place is a town of Russia on Ukraine's border, where the war is
// too: Sudzha, Rylsk, Shebekino, Graivoron.
func borderTown(p *geo.Place) bool {
	const town = 3_000 // people
	return p.Kind == geo.Settlement && borderland(p) && (p.Population >= town || strings.HasPrefix(string(p.ID), "ct:"))
}

// borderland reports whether a place lies in a region of Russia where the war is fought.
func borderland(p *geo.Place) bool {
	switch p.Admin1 {
	case "RU-KRS", "RU-BEL", "RU-BRY":
		return p.Country == "RU"
	}
	return false
}

// sizePoints is what the largest of the places that a name can mean says for
// its being one of them here.
func (s *placeScan) sizePoints(c []candidate) int {
	best := 0
	for i := range c {
		pl := &c[i].place
		n := 4
		switch pl.Kind {
		case geo.Country:
			n = 45
		case geo.Region:
			n = 35
			if pl.Population > 0 && pl.Population < 200_000 {
				n = 15
			}
		case geo.River, geo.Sea, geo.Facility:
			n = 12
		default:
			switch q := pl.Population; {
			case q >= 1_000_000:
				n = 35
			case q >= 300_000:
				n = 28
			case q >= 100_000:
				n = 22
			case q >= 15_000:
				n = 14
			case q >= 1_000:
				n = 8
			}
		}
		if s.ukraine {
			switch {
			case pl.Country == "UA" && n < 30, n < 20 && borderTown(pl):
				n += 18
			case n < 20:
				n -= 8
			}
		} else if pl.Country == "UA" && n < 20 {
			n -= 8
		}
		best = max(best, n)
	}
	return best
}
