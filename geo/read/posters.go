package read

import "contested/geo"

var (
	// postNouns are what is put on a network, and who puts it there.
	postNouns   = listOf("post posts caption captions repost reposts users user accounts account author authors reel thread message messages posters administrator administrators admin admins moderator moderators editor owner")
	keeperNouns = listOf("administrator administrators admin admins moderator moderators editor owner")
	posterNouns = listOf("accounts account channels channel users user bloggers blogger blogs pages page resources outlets posts post")
)

// ofPosters gives a post that is nobody's by its own words the side of the accounts that
// the text has said spread the story: "Pro-Kremlin accounts have shared a video. '…,'
// reads a post".
func (d *document) ofPosters(e *actor, p np) bool {
	if e.party != geo.UnknownParty || e.named || !d.isOf(p.head, &postNouns) || d.isOf(p.head, &keeperNouns) && !d.isAny(p.first, "its", "their", "whose") {
		return false
	}
	first := max(0, int(d.toks[p.first].sent)-farPosters)
	near := false // a channel is named just before
	for s := int(d.toks[p.first].sent); s >= first; s-- {
		st := &d.sents[s]
		for k := min(st.end, p.first) - 1; k >= st.first; k-- {
			if !d.isOf(k, &posterNouns) {
				continue
			}
			near = near || int(d.toks[p.first].sent)-s <= 2
			q := d.baseLeft(k, st.first)
			if q.empty() || k+1 < len(d.toks) && d.toks[k+1].tag == possTag {
				continue
			}
			for _, h := range d.partiesIn(q.first, k+1) {
				if h.entry.party == geo.Russia || h.entry.party == geo.Ukraine {
					return e.set(d, h.entry.party, geo.Media, wEarlier, "party.same", h.first, h.end, d.nameOfHit(&h))
				}
			}
		}
	}
	if near && d.isOf(p.head, &keeperNouns) {
		// who keeps a channel that is talked about: most are Russian
		return e.set(d, geo.Russia, geo.Media, wName, "party.telling", p.first, p.end, "")
	}
	return false
}

// postersOf is the phrase for posts or accounts that ends at token j, right before what they
// claim of a picture q: "A video has been viewed a million times in pro-Kremlin posts claiming
// that C".
func (d *document) postersOf(g verbGroup, q np, j, lo int) np {
	if g.infinitive || !d.isOf(j, &posterNouns) && !d.isOf(j, &postNouns) && !d.isAny(j, "group", "groups", "chats", "feeds", "leaflets") || q.empty() || q.end > j || !d.isPicture(q.head) && !d.has(q.head, docWord) {
		return np{}
	}
	p := d.baseLeft(j, lo)
	if p.empty() || p.first <= q.end || d.toks[p.first-1].tag != prepTag {
		return np{}
	}
	return p
}

// chatWords are those of networks where anybody may write.
var chatWords = listOf("telegram account accounts blogger bloggers milblogger milbloggers user users vkontakte vk tiktok poster posters")

// byTelling takes for Russian an account or a channel of which the text says nothing, but
// that tells of what Russia has won: "a Telegram channel called X claims that the town is
// surrounded". Of a town that Ukraine has won it tells nothing: both sides' friends might.
func (r *Reader) byTelling(d *document, a *attribution, e *actor, p np) bool {
	if e.party != geo.UnknownParty || d.article.Publisher.Party == geo.Ukraine {
		return false
	}
	if !d.chats(p) || a.stance == denyStance {
		return false // what a clip does not show the text says of it
	}
	for _, c := range a.content {
		f, _ := d.typesIn(c.first, c.end)
		switch f.typ {
		case geo.Captured, geo.Encircled, geo.Control, geo.Withdrawal, geo.Advance:
		default:
			continue
		}
		side := d.sideBefore(c.first, f.first)
		if f.weight == 0 || f.typ == geo.Advance && side != geo.Russia || f.typ != geo.Withdrawal && f.typ != geo.Encircled && side == geo.Ukraine {
			continue
		}
		for _, m := range d.mentionsIn(c.first, c.end) {
			if pl, ok := r.gaz.Place(m.Place); ok && pl.Country == "UA" {
				return e.set(d, geo.Russia, geo.Media, wStance, "party.telling", f.first, f.end, "")
			}
		}
	}
	return false
}

// chats reports whether a phrase, or what stands before a name ("a user called X", "one of
// the channels, X"), is of a network where anybody may write, or of what is put there.
func (d *document) chats(p np) bool {
	const far = 6 // tokens
	if d.isOf(p.head, &postNouns) && !d.isOf(p.head, &keeperNouns) {
		return true
	}
	first := p.first
	if d.toks[p.head].tag == nameTag {
		first = max(d.sents[d.toks[p.first].sent].first, p.first-far)
	}
	for k := p.end - 1; k >= first; k-- {
		switch {
		case d.isOf(k, &chatWords), k != p.head && d.isAny(k, "channel", "channels"):
			return true
		case k < p.first && (d.finite(k) && !d.has(k, namingWord) || d.endsSentence(k)):
			return false
		}
	}
	return false
}

// sideBefore is the side that tokens [i, j) name first, as the subject of what follows.
func (d *document) sideBefore(i, j int) geo.Party {
	for _, h := range d.partiesIn(i, j) {
		if h.entry.party.Adversary() != geo.UnknownParty {
			return h.entry.party
		}
	}
	return geo.UnknownParty
}

// farPosters is how many sentences back those may be named who spread a story.
const farPosters = 8
