package read

import "contested/geo"

// What is given, promised or owed to a capital is given to the government there.

// receives reads the name as that of who is given something: "promised Kyiv two batteries",
// "cost Moscow dearly".
func (s *placeScan) receives(p *spot) government {
	d := s.d
	k, to := int(p.first)-1, int(p.to)
	if d.lang != geo.English || k < d.sents[p.sent].first || to >= d.sents[p.sent].end {
		return government{}
	}
	if d.isOf(k, &givingVerbs) && d.toks[to].kind != punctToken && (d.toks[to].tag == detTag || d.toks[to].tag == numTag || d.toks[to].tag == advTag || s.spotStarts(p, to) || d.isAny(to, "time", "more", "some", "what", "nothing", "little", "room", "hope", "weapons", "missiles", "money")) {
		return government{rule: "metonym.pair", from: k, to: int(p.first)}
	}
	return government{}
}

// givingVerbs take somebody who receives before what is given.
var givingVerbs = listOf("give gives gave giving given promise promises promised promising offer offers offered offering sell sells sold selling send sends sent sending grant grants granted granting deny denies denied denying lend lends lent lending owe owes owed cost costs costing pledge pledges pledged pledging supply supplies supplied hand hands handed handing cede cedes ceded ceding concede concedes conceded buy buys bought buying win wins won deliver delivers delivered allow allows allowed allowing")

// What states give each other.
var (
	aidVerbs = listOf("deliver delivers delivered delivering supply supplies supplied supplying send sends sent sending donate donates donated donating transfer transfers transferred transferring provide provides provided providing sell sells sold selling ship ships shipped shipping pledge pledges pledged pledging hand hands handed handing give gives gave giving delivery deliveries sale sales shipment shipments lend lends lent promise promises promised allocate allocates allocated grant grants granted pass passes passed passing leak leaks leaked leaking feed feeds fed feeding relay relays relayed relaying forward forwards forwarded")
	aidNouns = listOf("battery promises help support shells missiles tanks jets fighters systems batteries weapons arms ammunition rounds aid billion billions million millions euros dollars money loan loans generators vehicles guns howitzers launchers interceptors deliveries shipments sales assets coordinates information data secrets intelligence documents files names")
)

// aidBefore reports whether arms or money go "to" the name behind token k: "would deliver
// 200,000 shells to Kyiv".
func (s *placeScan) aidBefore(k, st int) bool {
	const near = 9 // tokens
	d := s.d
	aid := false
	for j := k - 1; j >= st && j >= k-near && d.toks[j].kind != punctToken; j-- {
		if aid && d.isOf(j, &aidVerbs) {
			return true
		}
		aid = aid || d.isOf(j, &aidNouns)
	}
	return false
}
