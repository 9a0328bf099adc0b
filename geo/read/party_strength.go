package read

import "contested/geo"

// hitPlace is where a mention of a side stands in a phrase.
type hitPlace uint8

const (
	behindHead hitPlace = iota // "the head of the Russian delegation"
	beforeHead                 // "the Russian delegation"
	atHead                     // "the Russians", "Moscow"
)

// strengths says how much a mention of a side shows of the side of a phrase, of
// 100, by where it stands: behind its head, before it, at it. The strongest one
// decides.
var strengths = map[partyKind][3]int{
	hintKind:    {70, 70, 70},
	personKind:  {40, 40, 66},
	witnessKind: {34, 34, 58},
	bodyKind:    {36, 42, 52},
	metonymKind: {30, 45, 60},
	countryKind: {30, 48, 55},
	demonymKind: {28, 50, 54},
	unitKind:    {35, 35, 35},
}

// strengthOf is how much hit h shows of the side of a phrase with that head.
func (d *document) strengthOf(h *partyHit, i, head int, apposed, callSign bool) int {
	at := behindHead
	switch {
	case h.first <= head && head < h.end:
		at = atHead
	case h.end <= head:
		at = beforeHead
	}
	e := h.entry
	s := strengths[e.kind][at]
	if h.first > 0 && d.isOf(h.first-1, &callSignWords) {
		return 0 // what somebody is called
	}
	switch {
	case e.kind == hintKind && e.party == geo.International:
		s = [3]int{35, 35, 55}[at]
	case e.kind == hintKind && e.party == geo.Ukraine:
		s = 60
	case e.kind == hintKind && d.aside(h):
		return 0
	case e.kind == witnessKind && callSign, e.kind == witnessKind && d.isAny(head, "worker", "workers") && head > i && d.isAny(head-1, "rescue", "emergency"):
		return 0
	case e.kind == witnessKind && at != atHead && d.isAny(head, "spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "officer", "commander", "minister", "mayor", "governor"):
		return 10 // "a spokesman for the emergency workers"
	case e.class == geo.Media && apposed:
		s = [3]int{30, 30, 53}[at]
	case e.class == geo.Analyst && apposed:
		s = 53
	case e.class == geo.Media || e.class == geo.Analyst:
		s = [3]int{20, 42, 56}[at]
		if e.name == "journalists" && at == atHead {
			s = 51
		}
	}
	if at == behindHead && h.first > head && d.notOffice(h.first, head) {
		s -= 25
	}
	if s > 0 && (e.kind == demonymKind || e.kind == bodyKind) && at != atHead && d.studies(h.first, h.end) {
		return 0
	}
	if s > 0 && at != atHead && (d.isResearch(i, head) || at == behindHead && d.ofInstitute(head, h.first)) && (e.kind == metonymKind || e.kind == demonymKind || e.kind == countryKind) {
		return 0 // the "Warsaw Institute" is nobody's government
	}
	return s
}

// aside reports whether a hint of occupation only says when or how somebody
// lives: "elected before the occupation", "a village under occupation".
func (d *document) aside(h *partyHit) bool {
	if h.end-h.first != 1 || !d.isAny(h.first, "occupation", "annexed") {
		return false
	}
	if h.end < len(d.toks) && d.nominal(h.end) {
		return false
	}
	k := h.first - 1
	for k > 0 && (d.toks[k].tag == detTag || d.toks[k].tag == adjTag) {
		k--
	}
	return k >= 0 && d.isAny(k, "before", "since", "under", "during", "until", "from", "after", "fled", "survived", "left")
}

// notOffice reports whether a side named behind the head is not the one the
// head speaks for: "ambassador to Ukraine", "war with Russia".
func (d *document) notOffice(i, head int) bool {
	for k := i - 1; k > head && k > i-4; k-- {
		if d.toks[k].tag == prepTag {
			if d.is(k, "with") && k == head+1 && d.has(head, roleWord|witnessWord) && !d.isAny(head, "negotiator", "negotiators", "mediator", "mediators") {
				return false // "an official with the OSCE"
			}
			return d.isAny(k, "to", "against", "on", "with", "about", "into", "towards", "over")
		}
	}
	return false
}
