package read

import "contested/geo"

// A government is what a context tells of the name of a capital or country: by which rule
// it stands for the government there, and the words that say so. Without a rule the
// context tells nothing, or that the town is meant.
type government struct {
	rule     string
	from, to int  // tokens
	shared   bool // the names listed before it are governments as well
	town     bool // it is the town, whatever else stands there
	open     bool // its role tells neither
}

// metonym decides whether the name of a capital or country stands for its
// government: "Kyiv said", "Moscow's demand", "talks between Ankara and
// Riyadh" do, "in Kyiv", "a drone hit Kyiv" do not.
func (s *placeScan) metonym(i int) {
	p := &s.spots[i]
	end := s.d.sents[p.sent].end
	if s.ownTown(p) || s.attributive(p, end) && s.signs(int(p.to))&(signNoun|signDealing) == 0 {
		return
	}
	var g government
	if k := int(p.to); k < end && s.d.toks[k].kind == cliticToken {
		g = s.possessed(p, end)
	} else if g = s.addressedBy(p, end); g.rule == "" && s.onGround(i) {
		if g = s.byPreposition(p, end); g.rule == "" {
			g = s.gapped(p, end)
		}
	} else if g.rule == "" {
		for _, context := range [...]func(*placeScan, *spot, int) government{
			(*placeScan).coupled, (*placeScan).headed, (*placeScan).among, (*placeScan).explained, (*placeScan).subject, (*placeScan).object, (*placeScan).aloneIn,
			(*placeScan).predicateOf, (*placeScan).byPreposition, (*placeScan).gapped,
		} {
			if g = context(s, p, end); g.rule != "" || g.town {
				break
			}
		}
	}
	if g.rule == "" && !g.town {
		if g = s.byRole(p, end); g.open && !g.town {
			s.open = append(s.open, int32(i))
		}
	}
	if g.rule == "" {
		return
	}
	p.use = geo.Metonym
	p.why = append(p.why, geo.Evidence{Rule: g.rule, Span: s.d.span(g.from, min(g.to, len(s.d.toks)))})
	if g.shared {
		s.partners(i)
	}
}

// ownTown reports whether the words around the name make a town of it from the start: its
// dateline, its noun, the larger place behind it, those who live there.
func (s *placeScan) ownTown(p *spot) bool {
	if p.dateline || p.head.class != noHead || p.inside > 0 && s.spots[p.inside-1].head.class != noHead && s.fitsInside(p, &s.spots[p.inside-1]) {
		return true
	}
	return p.before&signOf != 0 && s.d.isAny(max(int(p.beforeAt)-1, 0), "mayor", "resident", "residents", "governor", "people", "outskirts", "centre", "center", "streets")
}

// possessed reads what the name has, behind its possessive: "Moscow's demand", "Kyiv's
// artillery", not "Kyiv's central railway station".
func (s *placeScan) possessed(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	if s.inItsName(p, k, end) {
		return government{rule: "metonym.possessive", from: k, to: k + 2}
	}
	j := k + 1
	for n := 0; n < 3 && j < end && d.toks[j].kind == wordToken; n++ {
		if s.ofTown(j) || d.has(j, buildingWord) || d.isAny(j, "station", "stations", "airport", "metro") || s.signs(j)&signCompass != 0 && d.isOf(j+1, &ofTown) {
			break
		}
		if s.signs(j)&signNoun != 0 || d.isAny(j, "man", "woman", "men", "court") || d.has(j, sayWord|claimNoun|orgWord|docWord) && s.signs(j)&signOffice == 0 || d.isAny(j, "newspaper", "newspapers", "broadcaster", "daily") && s.capital(p) {
			return government{rule: "metonym.possessive", from: k, to: j + 1}
		}
		j++
	}
	if s.capital(p) && d.lang == geo.English && d.isAny(int(p.first)-1, "by") && d.isAny(k+1, "lights", "standards", "reckoning", "own") {
		return government{rule: "metonym.possessive", from: k, to: k + 2} // "by Moscow's lights"
	}
	if s.capital(p) && k+1 < end && (d.toks[k+1].tag == detTag || d.toks[k+1].tag == verbTag || d.toks[k+1].tag == auxTag || d.toks[k+1].kind == punctToken) && s.governmentBefore(p) {
		return government{rule: "metonym.possessive", from: k, to: k + 1} // "Kyiv's forces pulled back; Moscow's advanced"
	}
	if p.before&(signIn|signNear|signToward|signFrom|signStrike) == 0 && (s.isCountry(p) || s.capital(p)) && s.ofState(k, end) {
		return government{rule: "metonym.possessive", from: k, to: min(k+2, end)}
	}
	return government{}
}

// addressedBy reads what stands before the name, up to the preposition: "a statement from
// Kyiv", "pressure on Moscow", "a gain for Moscow"; its allies, its part in a question,
// the verb of saying before it.
func (s *placeScan) addressedBy(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	if at := int(p.beforeAt); p.before != 0 && at > d.sents[p.sent].first && p.before&signStrike == 0 &&
		d.isAny(at, "from", "to", "on", "for", "between", "with", "against") && p.beforeAt == p.first-1 && s.toGovernment(at-1) && !(d.is(at, "to") && d.anyOf(max(d.sents[p.sent].first, at-4), at-1, &fromWord)) {
		return government{rule: "metonym.noun-before", from: at - 1, to: int(p.first)}
	}
	// "protests from Warsaw and Vilnius": the list shares what stands before it.
	if p.list > 0 && p.before != 0 && s.spots[p.list-1].use == geo.Metonym && p.beforeAt == s.spots[p.list-1].beforeAt {
		return government{rule: "metonym.list", from: int(s.spots[p.list-1].first), to: int(p.first)}
	}
	if at, ok := s.forGovernment(p); ok {
		return government{rule: "metonym.for", from: at, to: int(p.first)}
	}
	if to := s.backers(p, end); to > 0 {
		return government{rule: "metonym.backers", from: k, to: to, shared: true}
	}
	if s.asked(p, end) {
		return government{rule: "metonym.question", from: int(p.first) - 1, to: k + 1}
	}
	if j := int(p.first) - 1; j > d.sents[p.sent].first && d.char(j) == ',' && s.capital(p) && k < end && d.has(k, sayWord) && d.toks[k].caps == lowerCase && (k+1 >= end || d.toks[k+1].kind == punctToken) {
		return government{rule: "metonym.agent", from: k, to: k + 1} // "sent soldiers to Kursk, Seoul says."
	}
	// "…, says Seoul.", "So says Seoul."
	if j := int(p.first) - 1; j > d.sents[p.sent].first && d.has(j, sayWord) && d.toks[j].caps == lowerCase && (d.char(j-1) == ',' || d.toks[j-1].kind == closeToken || d.isAny(j-1, "so", "thus")) && (k >= end || d.toks[k].kind == punctToken) {
		return government{rule: "metonym.inverted", from: j, to: int(p.first)}
	}
	return government{}
}

var fromWord = listOf("from")

// onGround reports whether the name stands where places do: after a preposition of
// place, as the object of a strike, as an end of a road.
func (s *placeScan) onGround(i int) bool {
	b := s.spots[i].before
	return b&(signIn|signNear|signToward|signFrom|signTold|signStrike) != 0 || b&signBetween != 0 && !s.betweenGovernments(i)
}

// coupled reads what a hyphen ties to the name: "Moscow-led", "the Moscow-Kyiv talks".
func (s *placeScan) coupled(p *spot, end int) government {
	d := s.d
	k, i := int(p.to), int(p.index)
	if k+1 >= end || d.toks[k].kind != hyphenToken {
		return government{}
	}
	if s.signs(k+1)&signNoun != 0 {
		return government{rule: "metonym.attached", from: k, to: k + 2}
	}
	if i+1 < len(s.spots) && int(s.spots[i+1].first) == k+1 && s.speaks(&s.spots[i+1]) && s.dealBehind(int(s.spots[i+1].to), end) {
		return government{rule: "metonym.attached", from: k, to: int(s.spots[i+1].to)}
	}
	return government{}
}

// dealBehind reports whether a noun stands at token k, behind two capitals tied by a
// hyphen, that governments share: "talks", "deal", not "train".
func (s *placeScan) dealBehind(k, end int) bool {
	d := s.d
	return k < end && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase && !d.isOf(k, &wayNouns) && (d.toks[k].tag == nounTag || d.toks[k].tag == adjTag || d.isOf(k, &capitalHeads))
}

// wayNouns are what runs between two towns.
var wayNouns = listOf("bridge van road roads highway line train trains railway motorway route routes way halfway distance flight flights somewhere corridor bus buses service services leg stretch border")

// among reads the name as one of those that the noun before it counts: "both capitals,
// Moscow and Kyiv", "its allies, London above all"; and as what a cleft sentence brings
// out: "it is Moscow that gains".
func (s *placeScan) among(p *spot, end int) government {
	d := s.d
	st, b, k := d.sents[p.sent].first, int(p.first)-1, int(p.to)
	if d.lang != geo.English || b <= st {
		return government{}
	}
	switch {
	case d.char(b) == ',' || d.toks[b].kind == dashToken:
		if d.isOf(b-1, &stateNouns) && (s.leadsList(int(p.index)) || d.isAny(k, "above", "foremost", "especially") || d.is(k, "in") && d.is(k+1, "particular")) {
			return government{rule: "metonym.among", from: b - 1, to: int(p.first), shared: true}
		}
	case d.has(b, beWord) && d.is(b-1, "it") && k+1 < end && d.isAny(k, "that", "which", "who"):
		if g := s.predicated(p, k+1, end); g.rule != "" {
			return g
		}
	}
	return government{}
}

// stateNouns are the plurals that governments are counted by.
var stateNouns = listOf("capitals sides governments powers rivals neighbours neighbors allies partners parties belligerents mediators guarantors countries states members backers donors supporters")

// headed reads the name before the colon that its sentence starts with, as headlines and live
// pages give a statement: "Moscow: the town is ours". Of a town under fire, a colon tells
// what happens there.
func (s *placeScan) headed(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	if k+1 < end && d.char(k) == ':' && int(p.first) == d.sents[p.sent].first && (s.goesOn(p) || s.capital(p) && d.isOf(k+1, &statedWords)) && d.toks[k+1].kind != numberToken && d.toks[k+1].tag != numTag {
		return government{rule: "metonym.headed", from: int(p.first), to: k + 1}
	}
	return government{}
}

// statedWords open what a government says of itself: "Moscow: no damage", "Kyiv: we hold the town".
var statedWords = listOf("no not never we our us")

// explained reads the words right behind the name that say what it does: "Washington,
// which sent an envoy", "Paris and Rome at odds".
func (s *placeScan) explained(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	if k+2 < end && d.char(k) == ',' && d.is(k+1, "which") {
		v := k + 2
		for v < end && d.has(v, advWord|haveWord) {
			v++
		}
		if v < end && (s.signs(v)&signAgent != 0 || d.isAny(v, "sent", "sends", "wants", "backs", "supports", "calls", "sees", "insists", "hopes", "fears")) {
			return government{rule: "metonym.which", from: k, to: v + 1}
		}
	}
	if d.lang == geo.English && k+1 < end && d.isAny(k, "calls", "called", "terms", "termed", "brands", "branded") && s.capital(p) && (d.toks[k+1].tag == detTag || d.toks[k+1].kind == openToken) && d.toks[k].tag != partTag {
		return government{rule: "metonym.naming", from: k, to: k + 1} // "what Kyiv calls a retreat, Moscow calls a rout"
	}
	if j := int(p.first) - 1; d.lang == geo.English && j > d.sents[p.sent].first-1 && k+2 < end && s.capital(p) && d.has(j, beWord) && d.is(j-1, "it") && d.char(k) == ',' && d.is(k+1, "not") {
		return government{rule: "metonym.cleft", from: j - 1, to: k + 2, shared: true} // "it is Moscow, not Kyiv, that is stalling"
	}
	if k+1 < end && d.is(k, "at") && d.isAny(k+1, "odds", "loggerheads") {
		return government{rule: "metonym.mood", from: k, to: k + 2, shared: true}
	}
	if d.lang == geo.English && k+1 < end && s.isSubject(p) && (d.isOf(k, &leastOrMost) && d.is(k+1, "of") && d.is(k+2, "all") || (s.signs(k)&signMood != 0 || d.isAny(k, "no", "yes", "not")) && d.toks[k+1].kind == punctToken && s.governmentBefore(p)) {
		return government{rule: "metonym.mood", from: k, to: k + 1} // "Moscow was cool, Beijing warmer"
	}
	return government{}
}

// object reads the name as the object of what is done to governments, "talks with Kyiv",
// "accused Moscow", and as the last of a list that shares its verb: "Kyiv and Moscow agreed".
func (s *placeScan) object(p *spot, _ int) government {
	if p.before&signPair != 0 && !s.d.is(int(p.first)-1, "and") && !s.onTheWay(p) {
		return government{rule: "metonym.pair", from: int(p.beforeAt), to: int(p.first)}
	}
	if i := int(p.index); i > 0 && int(s.spots[i-1].to) == int(p.first)-1 && s.d.toks[p.first-1].kind == hyphenToken && s.spots[i-1].use == geo.Metonym {
		return government{rule: "metonym.attached", from: int(p.first) - 1, to: int(p.first)} // "the Moscow-Kyiv deal"
	}
	if to := int(p.to); s.d.lang == geo.English && s.capital(p) && s.d.is(int(p.first)-1, "and") && s.d.tagAt(to) == detTag && !s.d.has(to+1, timeWord) && s.governmentBefore(p) {
		return government{rule: "metonym.list", from: int(p.first) - 1, to: to} // "Kyiv holds the west and Moscow the east"
	}
	if p.list > 0 && s.spots[p.list-1].use == geo.Metonym {
		return government{rule: "metonym.list", from: int(s.spots[p.list-1].first), to: int(p.first)}
	}
	return s.receives(p)
}

// aloneIn reads a name that is all there is, "And Kyiv?", and one before people: "the Kiev
// regime", "Washington officials".
func (s *placeScan) aloneIn(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	switch {
	case k >= end:
	case s.capital(p) && d.char(k) == '?' && end-d.sents[p.sent].first <= 6:
		return government{rule: "metonym.question", from: k, to: k + 1}
	case d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase && d.isAny(k, "officials", "official", "delegation", "diplomats", "diplomat", "negotiators", "negotiator", "insider", "insiders"):
		return government{rule: "metonym.noun", from: k, to: k + 1}
	}
	return government{}
}

// partners makes the names listed before a metonym metonyms too.
func (s *placeScan) partners(i int) {
	for s.spots[i].list > 0 {
		q := &s.spots[s.spots[i].list-1]
		if q.rejected || q.use != geo.Literal || q.before&(signIn|signNear|signFrom|signStrike) != 0 || !s.speaks(q) {
			return
		}
		q.use = geo.Metonym
		q.why = append(q.why, geo.Evidence{Rule: "metonym.list", Span: s.spots[i].name0(s)})
		i = int(s.spots[i].list) - 1
	}
}
