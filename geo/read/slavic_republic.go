package read

import (
	"strings"

	"contested/geo"
)

// republic places a claim that names no town in the oblast that Russia's "people's republic"
// claims, where its name says where something happens: "в ДНР ранены двое", "по территории
// Луганской Народной Республики". In the name of a body it is no place.
func (s *slavic) republic(c *draft) {
	d := s.d
	if c.given {
		return
	}
	for _, x := range c.runs {
		for i := x.first; i < x.end; i++ {
			id, end := s.republicAt(i, x.end)
			if end == 0 || !s.where(i, x.first) {
				continue
			}
			c.places = []geo.PlaceRef{{Place: id, Span: d.span(i, end)}}
			c.given = true
			c.why = append(c.why, geo.Evidence{Rule: "place.named", Span: d.span(i, end)})
			return
		}
	}
}

// republicAt is the oblast of the republic that is named at token i, before token hi, and the
// token after its name; 0 when there is none.
func (s *slavic) republicAt(i, hi int) (geo.PlaceID, int) {
	const donetsk, luhansk = geo.PlaceID("adm:UA-14"), geo.PlaceID("adm:UA-09")
	w := s.x.str(s.d, i)
	switch w {
	case "днр":
		return donetsk, i + 1
	case "лнр":
		return luhansk, i + 1
	}
	if i+2 >= hi || !strings.HasPrefix(s.x.str(s.d, i+1), "народн") || !strings.HasPrefix(s.x.str(s.d, i+2), "республик") && !strings.HasPrefix(s.x.str(s.d, i+2), "республік") {
		return "", 0
	}
	switch {
	case strings.HasPrefix(w, "донецк"), strings.HasPrefix(w, "донецьк"):
		return donetsk, i + 3
	case strings.HasPrefix(w, "луганс"):
		return luhansk, i + 3
	}
	return "", 0
}

// where reports whether "in", "on" or "on the territory of" stands before token i.
func (s *slavic) where(i, lo int) bool {
	if i > lo && strings.HasPrefix(s.x.str(s.d, i-1), "самопров") {
		i--
	}
	if i > lo && (strings.HasPrefix(s.x.str(s.d, i-1), "территори") || strings.HasPrefix(s.x.str(s.d, i-1), "територі")) {
		return true
	}
	if i <= lo {
		return false
	}
	switch s.x.str(s.d, i-1) {
	case "в", "во", "у", "по", "на", "над", "из", "із", "з", "со", "с", "и", "і", "й", "та":
		return true
	}
	return false
}

// ofRepublic reports whether a mention is the town in the name of a "people's republic", in which
// nothing is spoken of: "в Донецкой Народной Республике".
func (d *document) ofRepublic(m *mention) bool {
	if d.lang == geo.English || m.Use != geo.Embedded || m.end+1 >= len(d.toks) {
		return false
	}
	w := d.folded[d.toks[m.end].start:d.toks[m.end].end]
	return strings.HasPrefix(w, "народн")
}
