package read

import (
	"sort"

	"contested/geo"
)

// status gives what the text says of verification to the claims before it.
func (s *slavic) status() {
	d := s.d
	for _, h := range s.x.hits {
		if h.p.kind != slavicCheck {
			continue
		}
		sent := int(d.toks[h.first].sent)
		block := d.sents[sent].block
		// the claims of the same sentence, else of the nearest one before
		last, attr := -1, 0
		if h.p.status == geo.Confirmed {
			// what is confirmed in so many words is the claim of the sentence itself
			st := &d.sents[sent]
			if d.anyPlace([]run{{st.first, st.end}}) {
				block = 1 << 30
			}
		}
		hi := sort.Search(len(d.drafts), func(k int) bool { return d.drafts[k].sent > sent })
		for k := hi - 1; k >= 0 && k >= hi-20; k-- {
			c := &d.drafts[k]
			b := d.sents[c.sent].block
			if c.sent < sent && b < block-1 || last >= 0 && (h.p.scope == nearScope && c.sent != last && (c.attr == 0 || c.attr != attr) || b != d.sents[last].block) {
				break
			}
			if h.p.status == geo.Disputed && c.sent == sent && (c.attr == 0 || c.runs[len(c.runs)-1].end > h.first) {
				continue // but "A says that P, B denies it"
			}
			if h.p.status == geo.Disputed && c.polarity == geo.Negated && s.saysIn(c.who.actor, sent) {
				continue // who has denied it goes on: "Це неправда"
			}
			if c.sent != sent && h.p.status == geo.Unverified && s.elsewhere(c, sent) {
				continue // "Подтверждений захвата M нет"
			}
			if c.status != geo.NoStatus || c.attr == 0 && h.p.status == geo.Unverified && c.sent != sent {
				continue
			}
			c.status, c.checked = h.p.status, sent
			c.why = append(c.why, geo.Evidence{Rule: "status." + h.p.status.String(), Span: d.span(h.first, h.end)})
			if last < 0 {
				last, attr = c.sent, c.attr
			}
		}
	}
}

// saysIn reports whether an actor speaks in sentence n.
func (s *slavic) saysIn(actor, n int) bool {
	d := s.d
	k := d.attributionFrom(func(a *attribution) bool { return int(d.toks[a.cue.first].sent) >= n })
	for ; k < d.ordered && int(d.toks[d.attrs[k].cue.first].sent) == n; k++ {
		if d.attrs[k].who.actor == actor && actor > 0 {
			return true
		}
	}
	return false
}
