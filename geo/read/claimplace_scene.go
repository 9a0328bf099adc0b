package read

import "contested/geo"

// onTheSpot reports whether a claim that names no place, by somebody met in the town that
// the article is datelined from, is of that town rather than of mention sal, which another
// paragraph has named: in reportage people speak of where they are.
func (d *document) onTheSpot(c *draft, a *attribution, sal int) bool {
	if d.focus == 0 || a == nil || a.who.actor == 0 || d.actors[a.who.actor-1].class != geo.Witness || sal < 0 {
		return false
	}
	m := &d.mentions[sal]
	return d.sents[d.toks[m.first].sent].block != d.sents[c.sent].block && !d.leftFor(m)
}

// metHere reports whether somebody whom a press article has met speaks: a resident, a soldier,
// an official.
func (h *heir) metHere() bool {
	return h.a != nil && h.a.who.actor > 0 && h.article.Publisher.Party == geo.Press && h.actors[h.a.who.actor-1].human && h.local(h.a)
}

// takeOnlyTown gives the claim the town that is the only one the text has named so far, in another
// paragraph: what people say there is of it as well.
func (h *heir) takeOnlyTown() bool {
	const (
		many = 12 // mentions
		far  = 14 // sentences
	)
	town := -1
	last := h.mentionIndex(h.c.runs[0].first) - 1
	for n := last; n >= 0; n-- {
		m := &h.mentions[n]
		if last-n > many {
			return false
		}
		if m.Use != geo.Literal && m.Use != geo.Anaphor && m.Use != geo.AreaUse || m.Place == "" {
			continue
		}
		if p, ok := h.r.gaz.Place(m.Place); !ok || p.Kind != geo.Settlement && p.Kind != geo.Facility {
			continue
		}
		if town >= 0 && h.mentions[town].Place != m.Place {
			return false
		}
		if town < 0 {
			town = n
		}
	}
	return town >= 0 && h.c.sent-int(h.toks[h.mentions[town].first].sent) <= far && h.take(town, "place.salient")
}

// headed: "Bilozerka: a volunteer was wounded": the town with which its paragraph is labelled.
func (h *heir) headed() bool {
	b := &h.blocks[h.st.block]
	n := h.mentionIndex(b.first)
	if n >= len(h.mentions) || h.mentions[n].first > b.first+1 || h.mentions[n].end >= h.st.end || h.c.runs[0].first <= h.mentions[n].end {
		return false
	}
	m := &h.mentions[n]
	return m.Use == geo.Literal && h.char(m.end) == ':' && h.toks[m.end].kind == punctToken && h.take(n, "place.paragraph")
}

var leaveWords = listOf("fled flee left leave leaves escaped escape abandoned evacuated arrived walked driven drove come came comes got out away moved rescued brought bus buses minibus minibuses van vans train trains convoy convoys evacuees refugees arrivals")

// leftFor reports whether somebody has come from the place of a mention: "had walked from
// X", "fled X". What they then tell of is there.
func (d *document) leftFor(m *mention) bool {
	k := m.first - 1
	if k > 0 && d.is(k, "from") {
		k--
	}
	return k > 0 && d.isOf(k, &leaveWords)
}

var homeWords = listOf("village town city settlement home homes house houses street hometown school building block flat apartment yard garden roof windows neighbourhood neighborhood neighbours neighbors cellar basement district farm cottage")

// theirHome reports whether the clause x speaks of where those who tell of it are from:
// "their village", "her street".
func (d *document) theirHome(x run) bool {
	for k := x.first; k+1 < x.end; k++ {
		if d.toks[k].tag == detTag && d.isOf(k, &theirOwn) && d.isOf(k+1, &homeWords) {
			return true
		}
	}
	return false
}

// local reports whether the speaker of an attribution is somebody on the spot.
func (d *document) local(a *attribution) bool {
	switch o := &d.actors[a.who.actor-1]; o.class {
	case geo.Witness, geo.Authority, geo.Military:
		return true
	case geo.UnknownClass:
		return o.human && o.place > 0
	}
	return false
}

// ofUs reports whether a claim is told in the first person plural: "are shelling
// us", "our hospital".
func (d *document) ofUs(runs []run) bool {
	for _, x := range runs {
		for k := x.first; k < x.end; k++ {
			if d.isOf(k, &usOrOur) {
				return true
			}
		}
	}
	return false
}

var speakingWords = listOf("speaking talking addressing visiting citing quoting adding travelling traveling meeting")

// whereStanding is the place where somebody stands who tells of what he sees: "They are two
// kilometres away, an officer says, pointing east from the last house in X"; -1 for none.
func (d *document) whereStanding(c *draft, a *attribution) int {
	if a == nil || a.rule != "attr.E-after" && a.rule != "attr.A-quote" && a.rule != "attr.A-inverted" {
		return -1
	}
	at := max(a.cue.end, a.source.end)
	const far = 16 // tokens: "says X, the commander of a battalion, in a cellar in Y"
	for k := at; k+1 < d.sents[c.sent].end && k < at+far && d.char(at) == ',' && !d.finite(k); k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken && d.isAny(k+1, "in", "at", "near", "outside") {
			at = k
		}
	}
	if d.char(at) != ',' || d.tagAt(at+1) != ingTag && !d.isAny(at+1, "in", "at", "near", "outside") || d.isOf(at+1, &speakingWords) {
		return -1
	}
	for n := d.mentionIndex(at); n < len(d.mentions) && int(d.toks[d.mentions[n].first].sent) == c.sent; n++ {
		if m := &d.mentions[n]; d.isSpot(m) && m.Use == geo.Literal {
			return n
		}
	}
	return -1
}

var visitNouns = listOf("visit trip tour stop inspection walk")

// visited is the place of which somebody has just come back, or where he is, who speaks: "said the deputy
// governor, after visiting X", "the governor said on a trip to X".
func (h *heir) visited() bool {
	const far = 12 // tokens
	a := h.a
	if a == nil || a.who.actor == 0 || !h.actors[a.who.actor-1].human || a.source.empty() || !h.typed {
		return false
	}
	at := max(a.cue.end, a.source.end)
	for k := at; k+1 < min(h.st.end, at+far); k++ {
		went := k+1 < h.st.end && h.isAny(k, "after", "while", "on", "upon") && h.isAny(k+1, "visiting", "touring", "inspecting", "leaving")
		if !went && h.isAny(k, "after", "during", "on") {
			m := k + 1
			if h.tagAt(m) == detTag {
				m++
			}
			went = h.isOf(m, &visitNouns) && h.isAny(m+1, "to", "of", "in", "through")
		}
		if !went {
			continue
		}
		n := h.mentionIndex(k)
		return n < len(h.mentions) && h.mentions[n].first < min(h.st.end, k+7) && h.isSpot(&h.mentions[n]) && h.take(n, "place.same-sentence")
	}
	return false
}
