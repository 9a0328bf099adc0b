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
		case p.after&(signOffice|signSchool|signEvent) != 0 && p.head.class == noHead:
			p.use = geo.Embedded
			p.why = append(p.why, geo.Evidence{Rule: "use.embedded", Span: s.d.span(int(p.to), min(int(p.to)+1, len(s.d.toks)))})
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
}

var capitalHeads = listOf("time talks summit institute newspaper think daily bureau correspondent office analysts analyst sources source negotiations conference paper papers stock exchange")

// qualifies: "a Berlin institute", "a Kyiv newspaper": who somebody is, not where
// something happens.
func (s *placeScan) qualifies(p *spot) bool {
	d := s.d
	k := int(p.to)
	if k < d.sents[p.sent].end && s.speaks(p) && d.isOf(k, &capitalHeads) {
		return true // "10 p.m. Kyiv time", "the Moscow talks"
	}
	return p.first > 0 && d.isAny(int(p.first)-1, "a", "an") && k < d.sents[p.sent].end && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase &&
		(s.signs(k)&signOffice != 0 || d.isAny(k, "institute", "newspaper", "paper", "broadcaster", "channel", "company", "firm", "bank", "official",
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
	return k+1 < len(d.toks) && d.toks[k].kind == hyphenToken && d.isAny(k+1, "registered", "flagged", "made", "style", "born", "installed", "backed", "appointed",
		"controlled", "led", "brokered", "sponsored", "friendly", "imposed", "aligned", "supplied", "trained", "built", "funded", "mediated", "based", "held", "run", "ruled", "occupied", "dominated", "loyal")
}

// metonym decides whether the name of a capital or country stands for its
// government: "Kyiv said", "Moscow's demand", "talks between Ankara and
// Riyadh" do, "in Kyiv", "a drone hit Kyiv" do not.
func (s *placeScan) metonym(i int) {
	d := s.d
	p := &s.spots[i]
	if p.dateline || p.head.class != noHead || p.inside > 0 && s.spots[p.inside-1].head.class != noHead {
		return
	}
	if p.before&signOf != 0 && d.isAny(max(int(p.beforeAt)-1, 0), "mayor", "resident", "residents", "governor", "people", "outskirts", "centre", "center", "streets") {
		return // whose name follows "the mayor of" is the town's
	}
	say := func(rule string, from, to int) {
		p.use = geo.Metonym
		p.why = append(p.why, geo.Evidence{Rule: rule, Span: d.span(from, min(to, len(d.toks)))})
	}
	k := int(p.to)
	end := d.sents[p.sent].end
	possessive := k < end && d.toks[k].kind == cliticToken
	if possessive {
		j := k + 1
		for n := 0; n < 3 && j < end && d.toks[j].kind == wordToken; n++ {
			if d.has(j, buildingWord) || d.isAny(j, "station", "stations", "airport", "metro") {
				break // "Kyiv's central railway station"
			}
			if s.signs(j)&signNoun != 0 || d.isAny(j, "man", "woman", "men", "court") || d.has(j, sayWord|claimNoun|orgWord|docWord) && s.signs(j)&signOffice == 0 {
				say("metonym.possessive", k, j+1)
				return
			}
			j++
		}
		if p.before&(signIn|signNear|signToward|signFrom|signStrike) == 0 && (s.isCountry(p) || s.names[p.name].candidates[0].metonym) && s.ofState(k, end) {
			say("metonym.possessive", k, min(k+2, end))
		}
		return
	}
	// "a statement from Kyiv", "pressure on Moscow", "talks between Ankara and
	// Riyadh": what stands before the preposition tells.
	if at := int(p.beforeAt); p.before != 0 && at > d.sents[p.sent].first && p.before&signStrike == 0 &&
		d.isAny(at, "from", "to", "on", "for", "between", "with", "against") && p.beforeAt == p.first-1 && s.toGovernment(at-1) {
		say("metonym.noun-before", at-1, int(p.first))
		return
	}
	// "protests from Warsaw and Vilnius": the list shares what stands before it.
	if p.list > 0 && p.before != 0 && s.spots[p.list-1].use == geo.Metonym && p.beforeAt == s.spots[p.list-1].beforeAt {
		say("metonym.list", int(s.spots[p.list-1].first), int(p.first))
		return
	}
	if at, ok := s.forGovernment(p); ok {
		say("metonym.for", at, int(p.first))
		return
	}
	if to := s.backers(p, end); to > 0 {
		say("metonym.backers", k, to)
		s.partners(i)
		return
	}
	if s.asked(p, end) {
		say("metonym.question", int(p.first)-1, k+1)
		return
	}
	// "…, says Seoul.", "So says Seoul."
	if j := int(p.first) - 1; j > d.sents[p.sent].first && d.has(j, sayWord) && d.toks[j].caps == lowerCase && (d.char(j-1) == ',' || d.toks[j-1].kind == closeToken || d.isAny(j-1, "so", "thus")) && (k >= end || d.toks[k].kind == punctToken) {
		say("metonym.inverted", j, int(p.first))
		return
	}
	// Places: after a preposition of place, or as the object of a strike.
	if b := p.before & (signIn | signNear | signToward | signFrom | signTold | signStrike); b != 0 {
		return
	}
	if p.before&signBetween != 0 && !s.betweenGovernments(i) {
		return
	}
	if k < end && d.toks[k].kind == hyphenToken && k+1 < end && s.signs(k+1)&signNoun != 0 {
		say("metonym.attached", k, k+2)
		return
	}
	if k+1 < end && d.toks[k].kind == hyphenToken && i+1 < len(s.spots) && int(s.spots[i+1].first) == k+1 && s.speaks(&s.spots[i+1]) && s.qualifies(&s.spots[i+1]) {
		say("metonym.attached", k, int(s.spots[i+1].to)) // "the Moscow-Kyiv talks"
		return
	}
	// "Washington, which sent an envoy, …"
	if k+2 < end && d.char(k) == ',' && d.is(k+1, "which") {
		v := k + 2
		for v < end && d.has(v, advWord|haveWord) {
			v++
		}
		if v < end && (s.signs(v)&signAgent != 0 || d.isAny(v, "sent", "sends", "wants", "backs", "supports", "calls", "sees", "insists", "hopes", "fears")) {
			say("metonym.which", k, v+1)
			return
		}
	}
	if k+1 < end && d.is(k, "at") && d.isAny(k+1, "odds", "loggerheads") {
		say("metonym.mood", k, k+2) // "Paris and Rome at odds over the plan"
		s.partners(i)
		return
	}
	// Subject of a verb by which governments act; adverbs and auxiliaries, and
	// an apposition between commas, may stand between.
	j := k
	for n := 0; n < 5 && j < end; n++ {
		if to := s.afterAdverbial(j, end); to > j {
			j = to // "Kyiv on Monday dismissed", "Moscow for its part says"
		}
		switch {
		case j >= end:
		case d.lang == geo.English && (j == k || !d.has(j-1, beWord) || d.toks[j].tag == ingTag) && s.gains(j, end):
			say("metonym.gains", k, j+1)
			s.partners(i)
			return
		case j > k && d.has(j-1, beWord) && s.signs(j)&signStrike != 0:
			return // "Kyiv was hit"
		case d.toks[j].kind == wordToken && (s.signs(j)&signAgent != 0 || d.has(j, sayWord|cueWord)) && d.toks[j].caps == lowerCase:
			say("metonym.agent", k, j+1)
			s.partners(i)
			return
		case j+2 < end && d.isAny(j+1, "its", "their", "no", "an", "any") && d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase && d.has(j, verbWord) && d.isAny(j+2, "demand", "demands", "claim", "claims", "position", "offer", "proposal", "stance", "objections", "opposition", "threat", "support", "ambassador", "envoy"):
			say("metonym.agent", k, j+3) // "Moscow had dropped its demand"
			s.partners(i)
			return
		case j > k && s.signs(j)&signMood != 0, j > k && s.progressive(j):
			say("metonym.mood", k, j+1)
			s.partners(i)
			return
		case d.toks[j].kind == openToken, d.has(j, advWord|haveWord|modalWord|doWord|negWord|beWord|subordWord) || s.participle(j) || d.isAny(j, "both", "also", "itself", "is", "has", "not"):
			j++
			continue
		case d.lang != geo.English && n < 4 && d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase && s.isSubject(p) && s.signs(j)&(signIn|signNear|signPlight) == 0:
			// "Киев эту информацию не подтвердил"
			j++
			continue
		case d.char(j) == ',' && n == 0 && j+1 < end && !s.spotStarts(p, j+1):
			// "Kyiv, which denies it, …", "Moscow, meanwhile, rejected"
			if m := s.closingComma(j+1, end); m > 0 {
				j = m + 1
				if j < end && d.has(j, modalWord) {
					say("metonym.modal", j, j+1) // "Washington, pressed for details, would not be drawn"
					return
				}
				if j < end && d.lang == geo.English && s.isSubject(p) && s.acts(j) {
					say("metonym.subject", j, j+1) // "Kyiv, short of men, pulled two brigades out"
					s.partners(i)
					return
				}
				continue
			}
		}
		break
	}
	// Object of what is done to governments: "talks with Kyiv", "accused Moscow".
	if p.before&signPair != 0 && !d.is(int(p.first)-1, "and") {
		say("metonym.pair", int(p.beforeAt), int(p.first))
		return
	}
	// "Kyiv and Moscow agreed": the list shares the verb of its last name.
	if p.list > 0 && s.spots[p.list-1].use == geo.Metonym {
		say("metonym.list", int(s.spots[p.list-1].first), int(p.first))
		return
	}
	// Alone in a question or an exclamation: "And Kyiv?", "So what would Moscow do?"
	if s.names[p.name].candidates[0].metonym && k < end && d.char(k) == '?' && end-d.sents[p.sent].first <= 6 {
		say("metonym.question", k, k+1)
		return
	}
	if k < end && d.toks[k].kind == wordToken && d.toks[k].caps == lowerCase {
		// "the Kiev regime", "Washington officials"
		if d.isAny(k, "officials", "delegation", "diplomats", "negotiators") {
			say("metonym.noun", k, k+1)
			return
		}
	}
	// "that Washington was not prepared to"
	if k < end && d.has(k, beWord) && s.isSubject(p) {
		j, quoted := k+1, false
		for j < end && (d.has(j, advWord|negWord) || d.toks[j].kind == openToken) {
			quoted = quoted || d.toks[j].kind == openToken
			j++
		}
		if j < end && d.isAny(j, "ready", "willing", "prepared", "open", "determined", "committed", "unwilling", "interested", "cautious", "sceptical", "skeptical", "optimistic", "furious", "alarmed", "concerned", "convinced", "silent") ||
			j < end && quoted && d.is(int(p.first)-1, "that") {
			say("metonym.mood", k, j)
			return
		}
	}
	joined := p.before == signPair && d.is(int(p.first)-1, "and")
	if s.complement(k, end) && s.isSubject(p) {
		say("metonym.mood", k, k+2)
		return
	}
	if p.before&^signOf != 0 && !joined || k >= end || d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase || d.has(k, beWord) && !d.is(k, "were") {
		return
	}
	// "In return Moscow would freeze the front": what would, could or must do
	// something acts. "Washington played down the report": so does the subject of
	// a verb of doing.
	verb := k
	for verb+1 < end && d.has(verb, advWord) && !d.has(verb, verbWord) {
		verb++ // "Kyiv then pulled its men out"
	}
	k = verb
	if d.is(k, "were") && k+1 < end && d.is(k+1, "to") {
		say("metonym.modal", k, k+2)
		return
	}
	if d.has(k, modalWord) {
		for verb++; verb < end && d.has(verb, advWord|negWord); verb++ {
		}
	}
	switch {
	case verb >= end || d.toks[verb].kind != wordToken || d.has(verb, beWord) || s.signs(verb)&signPlight != 0:
	case verb > k && (!d.has(verb, haveWord) || d.is(verb+1, "to")):
		say("metonym.modal", k, verb+1)
	case verb == k && s.isSubject(p) && (d.has(k, modalWord) || d.has(k, haveWord) && k+1 < end && d.toks[k+1].tag != numTag && d.toks[k+1].kind != numberToken || s.acts(k)):
		say("metonym.subject", k, k+1)
		if joined {
			s.partners(i)
		}
	}
}

// acts reports whether token j is a verb of doing in a form that has a subject: not a
// participle with "by", not what a town goes through.
func (s *placeScan) acts(j int) bool {
	d := s.d
	return d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase && !d.has(j, beWord|haveWord) && s.signs(j)&signPlight == 0 &&
		(d.has(j, verbWord) || strings.HasSuffix(d.str(j), "ed") && !d.is(j+1, "by"))
}

// progressive reports whether token j is the -ing form in "is buying", of a verb
// that says what somebody does rather than what a town goes through.
func (s *placeScan) progressive(j int) bool {
	d := s.d
	w := d.str(j)
	return len(w) > 5 && w[len(w)-3:] == "ing" && d.toks[j].caps == lowerCase && (d.has(j-1, beWord) || j > 1 && d.has(j-2, beWord)) && s.signs(j)&signPlight == 0
}

// isSubject reports whether the name stands where subjects do: first in the
// sentence or clause.
func (s *placeScan) isSubject(p *spot) bool {
	d := s.d
	k := int(p.first) - 1
	if k < d.sents[p.sent].first || d.toks[k].kind == openToken {
		return true
	}
	return d.char(k) == ',' || d.char(k) == ';' || d.has(k, coordWord|subordWord|whWord|timeWord|weekdayWord) || d.is(k, "that")
}

// closingComma finds the comma that closes an aside which starts at j, within
// ten tokens.
func (s *placeScan) closingComma(j, end int) int {
	for k := j; k < end && k < j+10; k++ {
		if s.d.char(k) == ',' {
			return k
		}
	}
	return 0
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
