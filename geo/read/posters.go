package read

import "contested/geo"

var (
	// postNouns are what is put on a network, and who puts it there.
	postNouns   = listOf("post posts caption captions repost reposts users user accounts account author authors reel thread message messages posters")
	posterNouns = listOf("accounts account channels channel users user bloggers blogger blogs pages page resources outlets posts post")
)

// ofPosters gives a post that is nobody's by its own words the side of the accounts that
// the text has said spread the story: "Pro-Kremlin accounts have shared a video. '…,'
// reads a post".
func (d *document) ofPosters(e *actor, p np) bool {
	if e.party != geo.UnknownParty || e.named || !d.isOf(p.head, &postNouns) {
		return false
	}
	first := max(0, int(d.toks[p.first].sent)-farPosters)
	for s := int(d.toks[p.first].sent); s >= first; s-- {
		st := &d.sents[s]
		for k := min(st.end, p.first) - 1; k >= st.first; k-- {
			if !d.isOf(k, &posterNouns) {
				continue
			}
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
	return false
}

// farPosters is how many sentences back those may be named who spread a story.
const farPosters = 8
