package read

import (
	"strings"

	"contested/geo"
)

// reanchor gives words such as "в городе" another place when the one that they were taken
// to mean turned out to be a government or a person: "В Киеве утверждают … в городе".
func (s *slavic) reanchor() {
	d := s.d
	real := map[geo.PlaceID]bool{}
	last := -1 // the first settlement of the last sentence that names one
	for k := range d.mentions {
		m := &d.mentions[k]
		switch m.Use {
		case geo.Literal, geo.Embedded:
			if h, ok := s.x.find(slavicParty, m.first); ok && s.state(h.p) && s.dateline(m) {
				continue // where the report was written
			}
			real[m.Place] = true
			if p, ok := s.r.gaz.Place(m.Place); ok && p.Kind == geo.Settlement && m.Use == geo.Literal &&
				(last < 0 || d.toks[d.mentions[last].first].sent != d.toks[m.first].sent) {
				last = k
			}
		case geo.AreaUse:
			real[m.Place] = true
		case geo.Anaphor:
			if real[m.Place] || last < 0 || m.Place == "" {
				continue
			}
			if p, ok := s.r.gaz.Place(m.Place); ok && p.Kind == geo.Settlement {
				m.Place = d.mentions[last].Place
			}
		}
	}
}

// dateline reports whether a name in capitals opens a report: "МОСКВА/КИЕВ, 17 декабря —".
func (s *slavic) dateline(m *mention) bool {
	d := s.d
	first := d.sents[d.toks[m.first].sent].first
	if d.toks[m.first].caps != upperCase || m.first > first+4 {
		return false
	}
	if h, ok := s.x.find(slavicParty, m.first); ok && !s.state(h.p) {
		return false // "ОВА — про наслідки"
	}
	for k := m.end; k < len(d.toks) && k < first+14; k++ {
		if s.isDash(k) {
			return true
		}
	}
	return false
}

// ofPast reports whether a kind of claim is shown by a participle alone that says what
// somebody or something went through before: "имени погибшего офицера".
func (s *slavic) ofPast(f *finding) bool {
	if w := s.x.str(s.d, f.first); f.typ == geo.Captured && (strings.HasPrefix(w, "окупован") || strings.HasPrefix(w, "оккупирован")) && !s.finite(f.first) && s.placeAt(f.first+1) {
		return true // "Тимчасово окупований N."
	}
	if f.typ != geo.Casualties && f.typ != geo.Damage || f.end != f.first+1 {
		return false
	}
	w := s.x.str(s.d, f.first)
	for _, e := range [...]string{"ого", "ому", "ої", "его", "ему"} {
		if len(w) > len(e)+8 && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}
