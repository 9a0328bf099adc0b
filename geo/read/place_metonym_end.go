package read

import "contested/geo"

// What a capital is behind "from", "to" and "of": an end of a way, or who words, money and duties
// come from, go to and belong to.

// asEnd reads a capital behind "from" or "to", at token k: "the loan from", "loyal to", "owed not
// to Gazprom but to".
func (s *placeScan) asEnd(p *spot, k, st int) government {
	d := s.d
	const far = 3
	if k > st && d.isAny(k-1, "but", "and", "or", "than") {
		for j := k - 2; j >= st && j > k-2-2*far; j-- {
			if d.toks[j].form == d.toks[k].form {
				k = j
				break
			}
		}
	}
	g := government{rule: "metonym.addressed", from: k, to: int(p.first)}
	if d.is(k, "to") && (s.cededTo(k, st) || s.wordsGo(k, st)) {
		return g
	}
	if i := int(p.index) - 1; i >= 0 && int(s.spots[i].to) == k && d.is(int(s.spots[i].first)-1, "from") && d.is(k, "to") {
		if s.spots[i].use == geo.Metonym {
			return g // "a message from Kyiv to Moscow"
		}
		return government{town: true}
	}
	for j := k - 1; j >= st && j >= k-far && d.toks[j].kind == wordToken; j-- {
		switch {
		case s.ofScene(j), d.is(k, "to") && d.is(j-1, "from"), d.is(k, "to") && d.is(j-2, "from"):
			return government{town: true}
		case s.ofDealing(j) && (d.toks[j].tag != verbTag || d.is(k, "to")):
			g.from = j
			return g
		case d.toks[j].tag == advTag || d.toks[j].tag == negTag || d.toks[j].tag == pronTag && j == k-1 || d.toks[j].tag == partTag || d.toks[j].tag == adjTag && j == k-1:
		default:
			return government{town: true}
		}
	}
	return government{town: true}
}

// wordsGo reports whether it is words or papers that go "to" whom token k goes on with: "The draft
// has gone back to", "The next call is to".
func (s *placeScan) wordsGo(k, st int) bool {
	d := s.d
	const near = 5 // tokens
	verb := false
	for j := k - 1; j >= st && j >= k-near && d.toks[j].kind == wordToken; j-- {
		switch t := d.toks[j].tag; {
		case t == auxTag, t == verbTag, t == partTag:
			verb = true
		case t == advTag, d.is(j, "back"):
		default:
			return verb && t == nounTag && (s.signs(j)&signDealing != 0 || d.has(j, docWord|claimNoun)) && !s.ofScene(j)
		}
	}
	return false
}

// cededTo reports whether something is owed, lost or left "to" whom token k goes on with: "owes his
// job to", "hand over powers to".
func (s *placeScan) cededTo(k, st int) bool {
	d := s.d
	const near = 7 // tokens
	for j := k - 1; j >= st && j >= k-near && d.toks[j].kind == wordToken; j-- {
		switch {
		case d.isOf(j, &cedingVerbs):
			return true
		case s.signs(j)&signScene != 0, d.has(j, peopleWord|roleWord), d.toks[j].caps != lowerCase, d.toks[j].tag == prepTag && !d.is(j, "of"):
			return false
		}
	}
	return false
}

var cedingVerbs = listOf("put puts putting owe owes owed owing cede cedes ceded ceding yield yields yielded yielding surrender surrenders surrendered concede concedes conceded hand hands handed handing lose loses lost losing entrust entrusts entrusted attribute attributes attributed credit credits credited leave leaves sell sells sold selling grant grants granted pay pays paid paying explain explains explained present presents presented submit submits submitted propose proposes proposed suggest suggests suggested offer offers offered dictate dictates dictated")

// asOwner reads a capital behind "of" at token k by the noun before it: "the consent of", "the
// streets of", with nouns in -tion, -ness and the like for what governments do and feel.
func (s *placeScan) asOwner(p *spot, k, st int) government {
	d := s.d
	if k <= st || d.toks[k-1].kind != wordToken {
		return government{open: true}
	}
	switch {
	case s.ofScene(k-1) || d.toks[k-1].caps != lowerCase || p.before&signStrike != 0 || d.has(k-1, peopleWord|buildingWord|settlementWord):
		return government{town: true}
	case d.is(k-1, "same"), s.ofDealing(k - 1), s.abstract(k - 1):
		return government{rule: "metonym.owner", from: k - 1, to: int(p.first)}
	}
	return government{open: true}
}
