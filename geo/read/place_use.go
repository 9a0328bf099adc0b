package read

import (
	"strings"

	"contested/geo"
)

// decideUse says how each name that is a place is used, and how exactly it says
// where.
func (s *placeScan) decideUse() {
	for i := range s.spots {
		p := &s.spots[i]
		if p.rejected || p.use == geo.Demonym {
			continue
		}
		switch {
		case p.before&signToward != 0, p.head.class == headArea:
			p.precision = geo.Direction
		case p.before&signNear != 0:
			p.precision = geo.Near
		case p.before&signBetween != 0:
			p.precision = geo.Between
		}
		switch {
		case p.head.class == headArea:
			p.use = geo.AreaUse
			p.why = append(p.why, geo.Evidence{Rule: "use.area", Span: p.headSpan})
		case s.speaks(p) && int(p.to) < len(s.d.toks) && s.d.isAny(int(p.to), "regime", "government", "authorities", "junta", "leadership"):
			p.use = geo.Metonym
			p.why = append(p.why, geo.Evidence{Rule: "metonym.noun", Span: s.d.span(int(p.to), int(p.to)+1)})
		case s.speaks(p) && p.before&signIn != 0 && p.first > 1 && s.d.is(int(p.first)-1, "in") && s.d.isAny(int(p.first)-2, "regime", "junta", "leadership"):
			p.use = geo.Metonym // "the regime in Kyiv"
			p.why = append(p.why, geo.Evidence{Rule: "metonym.noun", Span: s.d.span(int(p.first)-2, int(p.first))})
		case p.after&(signOffice|signSchool|signEvent) != 0 && p.head.class == noHead && !s.lendsPlace(p):
			p.use = geo.Embedded
			p.why = append(p.why, geo.Evidence{Rule: "use.embedded", Span: s.d.span(int(p.to), min(int(p.to)+1, len(s.d.toks)))})
		case s.likened(p):
			p.use = geo.Embedded
			p.why = append(p.why, geo.Evidence{Rule: "use.likeness", Span: s.d.span(int(p.first)-2, int(p.first))})
		case s.qualifies(p):
			p.use = geo.Embedded
			p.why = append(p.why, geo.Evidence{Rule: "use.qualifier", Span: s.d.span(int(p.to), int(p.to)+1)})
		case s.isCountry(p) && (s.ofBody(p) || p.rows > 1 && p.before&(signIn|signNear|signFrom|signToward) == 0 && s.d.is(int(p.end)-1, "federation")):
			p.use = geo.Embedded // "the Ministry of Defence of Ukraine", "the Russian Federation guarantees"
			p.why = append(p.why, geo.Evidence{Rule: "use.embedded", Span: s.d.span(int(p.beforeAt), int(p.first))})
		case s.attached(p):
			p.use = geo.Embedded
			p.why = append(p.why, geo.Evidence{Rule: "use.attached", Span: s.d.span(int(p.to), min(int(p.to)+2, len(s.d.toks)))})
		case s.speaks(p):
			s.metonym(i)
		}
	}
	s.settle()
}

var capitalHeads = listOf("time talks summit institute newspaper think daily bureau correspondent office analysts analyst sources source negotiations conference paper papers stock exchange")

// qualifies: "a Berlin institute", "a Kyiv newspaper": who somebody is, not where
// something happens.
func (s *placeScan) qualifies(p *spot) bool {
	d := s.d
	k := int(p.to)
	if k < d.sents[p.sent].end && s.speaks(p) && d.isOf(k, &capitalHeads) && !d.isOf(int(p.first)-1, &givingVerbs) {
		return true // "10 p.m. Kyiv time", "the Moscow talks"
	}
	if k >= d.sents[p.sent].end || d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase {
		return false
	}
	if p.definite && d.isAny(k, "company", "firm", "newspaper", "paper", "broadcaster", "channel", "agency", "magazine", "daily") {
		return true // "the Amsterdam company"
	}
	return p.first > 0 && d.isOf(int(p.first)-1, &aOrAn) && (s.signs(k)&signOffice != 0 || d.isAny(k, "institute", "newspaper", "paper", "broadcaster", "channel", "company", "firm", "bank", "official",
		"diplomat", "analyst", "researcher", "professor", "lawyer", "businessman", "think", "source", "magazine", "agency", "daily", "university", "based"))
}

// ofBody reports whether a country is named as the one of a body: "of the Armed
// Forces of Ukraine".
func (s *placeScan) ofBody(p *spot) bool {
	d := s.d
	k := int(p.beforeAt) - 1
	return p.before&signOf != 0 && k > 0 && d.toks[k].kind == wordToken && d.toks[k].caps != lowerCase && d.toks[k].sent == p.sent && d.is(k+1, "of")
}

// attached: "Georgia-registered", "Moscow-installed".
func (s *placeScan) attached(p *spot) bool {
	d := s.d
	k := int(p.to)
	return k+1 < len(d.toks) && d.toks[k].kind == hyphenToken && (strings.HasSuffix(d.str(k+1), "ated") || d.isAny(k+1, "listed", "registered", "flagged", "made", "style", "born", "installed", "backed", "appointed",
		"controlled", "led", "brokered", "sponsored", "friendly", "imposed", "aligned", "supplied", "trained", "built", "funded", "mediated", "based", "held", "run", "ruled", "occupied", "dominated", "loyal"))
}

// likeWords stand before the name of what something else will be like: "a second Bakhmut".
var likeWords = listOf("second new third next modern")

// likened reports whether another place or happening is likened to the name: "a second
// Bakhmut", "a new Bucha", "the next Avdiivka".
func (s *placeScan) likened(p *spot) bool {
	d := s.d
	first, k := int(p.first), int(p.to)
	if first-2 < d.sents[p.sent].first || !d.isOf(first-1, &likeWords) || !d.isAny(first-2, "a", "the", "another") {
		return false
	}
	if p.inside > 0 && d.char(k) == ',' {
		return false // "a second Kostiantynivka, in Sumy region"
	}
	return k >= d.sents[p.sent].end || d.toks[k].kind != wordToken && d.toks[k].kind != hyphenToken || d.toks[k].tag == prepTag || d.toks[k].tag == verbTag || d.toks[k].tag == auxTag || d.toks[k].tag == coordTag
}
