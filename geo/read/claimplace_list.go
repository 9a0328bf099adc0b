package read

import "contested/geo"

// takeList adds to the places of c, one of which is mention n, those that are named
// with it in one list: "Near X, Y and Z the enemy advanced, but was driven back".
func (d *document) takeList(r *Reader, c *draft, n int) {
	of, ok := r.gaz.Place(d.mentions[n].Place)
	if !ok {
		return
	}
	for _, step := range []int{-1, 1} {
		for k := n; ; k += step {
			next := k + step
			if next < 0 || next >= len(d.mentions) || !d.isSpot(&d.mentions[next]) || !d.listed(min(k, next), max(k, next)) {
				break
			}
			if p, ok := r.gaz.Place(d.mentions[next].Place); !ok || p.Kind != of.Kind {
				break
			}
			m := d.mentions[next]
			m.Use = geo.Anaphor // not named in the claim itself
			c.addPlace(&m)
		}
	}
}

var listWords = listOf("area areas vicinity direction towards toward village villages town towns settlement settlements city cities")

// listed reports whether mention j follows mention i in a list: nothing but commas,
// "and" and prepositions stands between them.
func (d *document) listed(i, j int) bool {
	const far = 7 // tokens: ", and in the direction of"
	from, to := d.mentions[i].end, d.mentions[j].first
	if to <= from || to-from > far || d.toks[from].sent != d.toks[to].sent {
		return false
	}
	joined := false
	for k := from; k < to; k++ {
		switch {
		case d.char(k) == ',' && d.toks[k].kind == punctToken, d.toks[k].tag == coordTag && !d.isAny(k, "but", "yet"), d.isOf(k, &slavicAnds):
			joined = true
		case d.toks[k].tag == prepTag, d.toks[k].tag == detTag, d.isOf(k, &listWords):
		default:
			return false
		}
	}
	return joined
}

// slavicAnds join names in a list in Ukrainian and Russian.
var slavicAnds = listOf("та і й и")

var sequelWords = listOf("both all these those them it")

// sequel gives a claim of a bulletin that names no place those of the item it goes on
// with, in a paragraph that a sector of the front opens: "In the X direction, the enemy
// attacked near Y and Z. Five clashes continue." Losses are counted for the sector.
func (d *document) sequel(c *draft, a *attribution) bool {
	if a != nil || len(d.drafts) == 0 || c.find.weight == 0 {
		return false
	}
	b := &d.blocks[d.sents[c.sent].block]
	n := d.mentionIndex(b.body)
	last := &d.drafts[len(d.drafts)-1]
	for k := len(d.drafts) - 2; k >= 0 && !last.given && c.sent-d.drafts[k].sent <= 2 && d.sents[d.drafts[k].sent].block == d.sents[c.sent].block; k-- {
		last = &d.drafts[k]
	}
	if n >= len(d.mentions) || d.mentions[n].Use != geo.AreaUse || d.mentions[n].first > b.body+6 || !d.isSpot(&d.mentions[n]) ||
		d.sents[last.sent].block != d.sents[c.sent].block || last.attr != c.attr || !last.given || c.sent-last.sent > 2 {
		return false
	}
	own := c.runs[0]
	points := d.anyOf(own.first, min(own.end, own.first+4), &sequelWords)
	if ofLosses := c.find.typ == geo.Casualties || c.find.typ == geo.Damage; ofLosses && !points || d.anyOf(own.first, own.end, &hereaboutWords) {
		return false
	}
	for _, p := range last.places {
		p.Anaphor = true
		c.places = append(c.places, p)
	}
	c.why = append(c.why, geo.Evidence{Rule: "place.event", Span: c.places[0].Span})
	if sector := d.mentions[n]; !points && sector.Place != "" {
		sector.Use = geo.Anaphor
		c.addPlace(&sector)
	}
	return true
}

var hereaboutWords = listOf("direction directions sector sectors axis here")

// withList adds to the place in mind, in Ukrainian and Russian, those that the sentence before
// named with it in one list.
func (h *heir) withList() {
	m := &h.mentions[h.sal]
	if len(h.c.places) == 0 {
		return
	}
	if h.lang != geo.English && m.Use == geo.Literal && h.c.sent-int(h.toks[m.first].sent) == 1 {
		h.takeList(h.r, h.c, h.sal)
	}
}
