package read

import (
	"strings"

	"contested/geo"
)

// subject reads the name as the subject of a verb by which governments act; adverbs and
// auxiliaries, and an apposition between commas, may stand between: "Kyiv, which denies
// it, has never", "Moscow, meanwhile, rejected".
func (s *placeScan) subject(p *spot, end int) government {
	d := s.d
	k := int(p.to)
	if b := int(p.first) - 1; d.lang == geo.English && b >= d.sents[p.sent].first && d.toks[b].tag == prepTag && d.toks[b].caps == lowerCase && s.capital(p) {
		return government{} // "The summit planned for Budapest was called off"
	}
	j := k
	for n := 0; n < 5 && j < end; n++ {
		if to := s.afterAdverbial(j, end); to > j {
			j = to // "Kyiv on Monday dismissed", "Moscow for its part says"
		}
		if j >= end {
			break
		}
		if j > k && d.has(j-1, beWord) && !(d.is(j-1, "be") && j-1 == k) && (s.signs(j)&signStrike != 0 && d.toks[j].tag != ingTag && !s.winsGround(j, k, end) || s.townIs(j, end) && !s.complement(j-1, end)) || s.townFate(j, end) {
			return government{town: true} // "Kyiv was hit", "Kyiv came under fire"
		}
		if d.has(j, haveWord) && s.townLives(s.mainVerb(j, end), end) {
			return government{town: true}
		}
		if g := s.governs(p, j, k, end); g.rule != "" {
			return g
		}
		switch {
		case d.toks[j].kind == openToken, d.has(j, advWord|haveWord|modalWord|doWord|negWord|beWord|subordWord) || s.participle(j) || d.isAny(j, "both", "also", "itself", "is", "has", "not") || d.is(j, "no") && d.is(j+1, "longer") || d.is(j, "longer") && j > k:
			j++
			continue
		case d.lang != geo.English && n < 4 && d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase && s.isSubject(p) && s.signs(j)&(signIn|signNear|signPlight) == 0:
			// "Киев эту информацию не подтвердил"
			j++
			continue
		case (d.char(j) == ',' || d.toks[j].kind == dashToken && d.lang == geo.English) && n == 0 && j+1 < end && !s.spotStarts(p, j+1):
			m := s.asideEnd(j, end)
			if m == 0 {
				break
			}
			j = m + 1
			if j < end && d.has(j, modalWord) {
				return government{rule: "metonym.modal", from: j, to: j + 1, shared: true} // "Washington, pressed for details, would not be drawn"
			}
			if j < end && d.lang == geo.English && s.opensClause(p) {
				if g := s.predicated(p, j, end); g.rule != "" || g.town {
					g.shared = g.rule != ""
					return g // "Kyiv, short of men, pulled two brigades out"
				}
			}
			continue
		}
		break
	}
	return government{}
}

// governs reports whether token j, behind the name that ends at token k, is what a
// government does or is: "lost two villages", "rejected", "had dropped its demand", "is
// ready".
func (s *placeScan) governs(p *spot, j, k, end int) government {
	d := s.d
	switch {
	case s.idiom(j, end) && (j == k || !d.has(j-1, beWord)):
		return government{rule: "metonym.agent", from: k, to: j + 2, shared: true}
	case s.winsGround(j, k, end):
		return government{rule: "metonym.gains", from: k, to: j + 1, shared: true}
	case d.toks[j].kind == wordToken && (s.signs(j)&signAgent != 0 || d.has(j, sayWord|cueWord)) && (d.toks[j].caps == lowerCase || s.loud[p.sent]):
		return government{rule: "metonym.agent", from: k, to: j + 1, shared: true}
	case j+2 < end && d.isAny(j+1, "its", "their", "no", "an", "any") && d.toks[j].kind == wordToken && d.toks[j].caps == lowerCase && d.has(j, verbWord) && d.isAny(j+2, "demand", "demands", "claim", "claims", "position", "offer", "proposal", "stance", "objections", "opposition", "threat", "support", "ambassador", "envoy"):
		return government{rule: "metonym.agent", from: k, to: j + 3, shared: true}
	case j > k && s.signs(j)&signMood != 0, j > k && s.progressive(j):
		return government{rule: "metonym.mood", from: k, to: j + 1, shared: true}
	}
	return government{}
}

// winsGround reports whether the verb at token j, behind the name that ends at token k,
// gains or loses ground and is no passive.
func (s *placeScan) winsGround(j, k, end int) bool {
	d := s.d
	return d.lang == geo.English && (j == k || !d.has(j-1, beWord) || d.toks[j].tag == ingTag) && s.gains(j, end)
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
	return (len(w) > 5 && w[len(w)-3:] == "ing" || w == "using") && d.toks[j].caps == lowerCase && (d.has(j-1, beWord) || j > 1 && d.has(j-2, beWord) && d.toks[j-1].tag != prepTag) && s.signs(j)&signPlight == 0
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

// opensClause reports whether the name stands where the subject of an English clause does:
// also right behind a verb of saying or a noun, "a diplomat said Moscow appeared", "the line
// Kyiv drew", and in a comparison, "not as firm as Kyiv presents it".
func (s *placeScan) opensClause(p *spot) bool {
	d := s.d
	if s.isSubject(p) {
		return true
	}
	k, to := int(p.first)-1, int(p.to)
	if d.lang != geo.English || to >= d.sents[p.sent].end || d.toks[to].kind != wordToken || d.toks[to].caps != lowerCase || d.toks[k].kind != wordToken || d.toks[k].caps != lowerCase || p.before&^(signOf|signPair) != 0 {
		return d.toks[k].kind == dashToken
	}
	return d.isAny(k, "as", "than") || d.has(k, sayWord|cueWord) && d.toks[k].tag == verbTag ||
		d.toks[k].tag == nounTag && k > d.sents[p.sent].first && d.toks[k-1].tag == detTag && !d.has(k, settlementWord) && s.signs(k)&(signHead|signAnaphor|signTitle|signLead) == 0
}

// asideEnd finds the comma or dash that closes the aside which that at token j opens, within
// ten tokens.
func (s *placeScan) asideEnd(j, end int) int {
	for k := j + 1; k < end && k <= j+10; k++ {
		if s.d.char(k) == ',' && s.d.char(j) == ',' || s.d.toks[k].kind == dashToken && s.d.toks[j].kind == dashToken {
			return k
		}
	}
	return 0
}
