package read

import (
	"strings"

	"contested/geo"
)

// behindColon is the token behind the last colon of tokens [lo, j), where a clause with a verb of
// its own stands before it; 0 when there is none: "Комбат дістає мапу: до окопів, за його словами, …".
func (s *slavic) behindColon(lo, j int) int {
	for k := j - 1; k > lo; k-- {
		if s.isMark(k, ':') {
			if k == j-1 || s.anyFinite(lo, k) {
				return k + 1
			}
			return 0
		}
	}
	return 0
}

// phrase: "за словами X, C", "C, по данным X", "C1, по словам X, C2". It returns
// the token after the phrase and its source.
func (s *slavic) phrase(h slavicHit, lo, hi int) (attribution, int) {
	d := s.d
	a := attribution{rule: "attr.E-according", cue: run{h.first, h.end}, verb: h.first, stance: h.p.stance}
	if s.x.is(h.end, slavicRelative) {
		return s.asItShows(a, lo, hi)
	}
	end := h.end
	for end < hi && !d.endsClause(end) && end-h.end < 14 {
		end++
	}
	if !s.isMark(end, ',') && !s.isDash(end) && end < hi-1 || end-h.end >= 14 || s.anyFinite(h.end, end) {
		// no comma: the source ends with what names it
		end = h.end
		for _, g := range s.x.in(h.end, min(hi, h.end+8)) {
			if end > h.end && g.p.kind == slavicParty && g.p.class == geo.Media && s.x.is(h.end-2, slavicCiting) {
				break // "со ссылкой на источники издание N пишет"
			}
			if (g.p.kind == slavicParty || g.p.kind == slavicRole) && g.first <= end+2 {
				end = max(end, g.end)
			}
		}
	}
	end = s.pastApposition(end, hi)
	for k := h.first; k < h.end; k++ {
		if s.x.is(k, slavicPronoun) || strings.HasPrefix(s.x.str(d, k), "наш") { // "за його словами", "по нашим данным"
			a.source, end = np{k, k + 1, k}, h.end
		}
	}
	if a.source.empty() {
		a.source = s.narrow(h.end, end)
	}
	if a.source.empty() {
		a.source = s.wide(h.end, end)
	}
	if a.subject = a.source; a.source.empty() {
		return a, 0
	}
	if s.x.is(h.end-2, slavicCiting) || s.x.is(h.end-1, slavicCiting) {
		if n := int(d.toks[h.first].sent); n > 0 && lo == d.sents[n].first && h.first-lo <= 3 && s.aboutThis(lo, h.first) {
			// "Об этом со ссылкой на X пишет N"
			b, ok := s.pointing(a, n, h.end, end)
			if !ok {
				return attribution{}, hi // it has been said already
			}
			b.relay = s.narrow(end, hi)
			return b, hi
		}
	}
	left := run{lo, h.first}
	if k := s.parted(lo, h.first); k > 0 {
		left.first = k // "C1, але, за даними X, C2": C1 is not X's
	}
	if k := s.behindColon(lo, h.first); k > 0 {
		left.first = k // "Це неправда: за даними X, C"
	}
	if k := s.trim(left); k.first >= k.end || s.onlyFiller(k) {
		a.content = []run{{end, hi}}
	} else {
		a.content = []run{left}
		if s.isMark(end, ',') && end+1 < hi {
			a.content = append(a.content, run{end + 1, hi})
		} else if end+1 < hi {
			a.content = []run{left, {end, hi}}
		}
	}
	return a, end
}

// asItShows: "X показал карту, согласно которой C": what the clause before tells that X has put out says C.
func (s *slavic) asItShows(a attribution, lo, hi int) (attribution, int) {
	from := a.cue.first - 1
	for from > lo && !s.edge(from-1) {
		from--
	}
	verb := from
	for verb < a.cue.first && !s.finite(verb) {
		verb++
	}
	if !s.isMark(a.cue.first-1, ',') || verb >= a.cue.first {
		return a, 0
	}
	p := s.narrow(from, verb)
	if p.empty() || !s.named(p) {
		p = s.narrow(verb+1, a.cue.first-1)
	}
	if p.empty() || !s.named(p) {
		return a, 0
	}
	a.cue.end++
	a.source, a.subject, a.content = p, p, []run{{a.cue.end, hi}}
	return a, a.cue.end
}
