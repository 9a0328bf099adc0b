package read

import "contested/geo"

var guestWords = listOf("guest guests joined joining with")

// guest gives a voice that is labelled as a guest alone the side of whom the programme introduces: "Our
// guest is the Ukrainian colonel X", "With me is a former minister", "I'm joined by X of Y".
func (r *Reader) guest(d *document, e *actor, p np) bool {
	const last, far = 40, 6 // sentences; tokens
	if p.end-p.first != 1 || !d.isAny(p.head, "guest", "interviewee", "expert", "analyst", "commander", "soldier", "officer") {
		return false
	}
	for s := range d.sents[:min(len(d.sents), last)] {
		st := &d.sents[s]
		if st.label {
			continue
		}
		for k := st.first; k+2 < st.end; k++ {
			if !d.isOf(k, &guestWords) || d.is(k, "with") && !d.isAny(k+1, "me", "us") {
				continue
			}
			for m := k + 1; m+1 < min(st.end, k+far); m++ {
				if !(d.has(m, beWord) && d.tagAt(m) == auxTag || d.is(m, "by")) {
					continue
				}
				q := d.phraseRight(m+1, st.end)
				if q.empty() {
					break
				}
				f := actor{named: true, human: true}
				i, j := d.apposition(q)
				if d.partyOfPhrase(r, &f, q.first, q.end, q.head, wEarlier, "party.elsewhere") || i < j && d.partyOfPhrase(r, &f, i, j, d.phraseHead(i, j), wEarlier, "party.elsewhere") {
					if f.party == geo.Civilians && d.classOf(p.head, geo.UnknownClass) == geo.Military {
						break
					}
					return e.set(d, f.party, f.class, wEarlier, "party.elsewhere", q.first, q.end, "")
				}
				break
			}
		}
	}
	return false
}
