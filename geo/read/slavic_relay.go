package read

import (
	"strings"

	"contested/geo"
)

// citing splits "ТАСС со ссылкой на Минобороны" into who says it and who passes
// it on.
func (s *slavic) citing(a *attribution) {
	p := a.source
	for i := p.first; i+1 < p.end; i++ {
		if !s.x.is(i, slavicCiting) {
			continue
		}
		from := i + 1
		for from < p.end && s.x.is(from, slavicIn) {
			from++
		}
		to := i
		for to > p.first && s.x.is(to-1, slavicIn) {
			to--
		}
		if said := s.narrow(from, p.end); !said.empty() {
			if to > p.first {
				a.relay = np{p.first, to, p.first}
			}
			a.source, a.subject = said, said
		}
		return
	}
}

// quoted is who is quoted in a clause that ends before token to: "Агентство цитирует дипломата:
// «Q»".
func (s *slavic) quoted(h slavicHit, to int) np {
	if w := s.x.str(s.d, h.first); !strings.HasPrefix(w, "цит") && !strings.HasPrefix(w, "процит") {
		return np{}
	}
	i := h.end
	for i < to && (s.x.is(i, slavicSaying) || s.x.is(i, slavicFiller)) {
		i++
	}
	p := s.narrow(i, to)
	if p.empty() || !s.named(p) {
		return np{}
	}
	return p
}

// passOn makes of "C, за словами X, передає Y" one attribution, to X by way of Y;
// start is the first of the sentence's attributions.
func (s *slavic) passOn(start int) {
	d := s.d
	for k := start; k < len(d.attrs); k++ {
		a := &d.attrs[k]
		if a.source.empty() || !s.relays(a) && !(k > start && s.citesFirst(start) && s.medium(a)) {
			continue
		}
		for m := start; m < len(d.attrs); m++ {
			b := &d.attrs[m]
			if m == k || b.source.empty() || !b.relay.empty() || s.relays(b) || !touches(a.content, b) && !(m == start && s.citesFirst(m)) {
				continue
			}
			b.relay = a.source
			own := run{min(a.cue.first, a.source.first), max(a.cue.end, a.source.end)}
			if len(b.content) == 0 || b.content[0].first >= own.first {
				b.content = a.content // "ссылаясь на двух офицеров, N сообщает, что C"
			}
			b.content, a.content = cutRuns(b.content, own), nil
			break
		}
	}
}

// relays reports whether an attribution only passes on: by its verb, or behind the words of
// another because a medium says so: "X заявив, що C, повідомляє Reuters".
func (s *slavic) relays(a *attribution) bool {
	if s.x.is(a.verb, slavicRelaying) {
		return true
	}
	return a.rule == "attr.A-inverted" && s.medium(a)
}

// medium reports whether the source of an attribution is a medium.
func (s *slavic) medium(a *attribution) bool {
	if a.source.empty() {
		return false
	}
	h, ok := s.x.find(slavicParty, a.source.first)
	return ok && h.p.class == geo.Media && h.end == a.source.end
}

// citesFirst reports whether attribution k is made by words for citing: "Ссылаясь на двух
// офицеров, N сообщает".
func (s *slavic) citesFirst(k int) bool { return s.x.is(s.d.attrs[k].cue.end-2, slavicCiting) }

// touches reports whether one of the runs overlaps the content, the cue or the
// source of an attribution.
func touches(runs []run, b *attribution) bool {
	meets := func(x, y run) bool { return x.first < y.end && y.first < x.end }
	for _, x := range runs {
		if meets(x, b.cue) || meets(x, run{b.source.first, b.source.end}) {
			return true
		}
		for _, y := range b.content {
			if meets(x, y) {
				return true
			}
		}
	}
	return false
}
