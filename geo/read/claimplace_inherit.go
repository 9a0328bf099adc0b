package read

import (
	"contested/geo"
)

// inheritPlace gives a claim that names no place the one it must be about: a
// place that stands by it in the sentence, the place of the speaker's office, the
// one most in mind, or the town the article is datelined from.
func (d *document) inheritPlace(r *Reader, c *draft, a *attribution) {
	if d.everywhere(c.runs) || d.countsRaid(c, a) || a != nil && d.standingDenial(a.verb, d.sents[c.sent].first) || d.sequel(c, a) {
		return
	}
	h := heir{document: d, r: r, c: c, a: a, st: &d.sents[c.sent], typed: c.find.weight > 0, wide: -1}
	if h.headed() || h.about() || h.where() || h.fled() || h.visited() || h.inFront() || h.council() || h.reporter() || h.home() {
		return
	}
	h.sal = int(d.salient[c.sent]) - 1
	h.near = h.sal >= 0 && (d.sents[d.toks[d.mentions[h.sal].first].sent].block == h.st.block || d.inQuestion(&d.mentions[h.sal], h.st.block))
	if n := d.homeOf(c, a, h.sal, h.near); n >= 0 && h.take(n, "place.home") {
		c.home = n + 1
		return
	}
	h.office = h.officePlace()
	switch {
	case d.thatEvent(c), d.thatPlan(c), h.namedOffice(), h.behind(), h.wideLeads() && h.take(h.wide, "place.same-sentence"):
	case h.typed && h.near && (a != nil || c.find.weight > 60) && h.take(h.sal, "place.salient"):
		h.withList()
	case d.sameEvent(c):
	case h.office >= 0 && h.take(h.office, "place.office"):
	case h.wide >= 0 && h.take(h.wide, "place.same-sentence"):
	case h.typed && !h.near && h.paragraph():
	default:
		h.farther()
	}
}

// heir is a claim that looks for its place.
type heir struct {
	*document
	r     *Reader
	c     *draft
	a     *attribution // nil for the narrator
	st    *sentence    // the claim's
	typed bool
	wide  int // the mention of a region in front of it, -1 for none

	sal    int  // the mention most in mind, -1 for none
	near   bool // it stands in the same paragraph
	office int  // the mention of the place the speaker holds office in, -1 for none
}

// take gives the claim the place of mention n, unless that is a country or unknown.
func (h *heir) take(n int, rule string) bool {
	m := &h.mentions[n]
	p, ok := h.r.gaz.Place(m.Place)
	if !ok || m.Place == "" || p.Kind == geo.Country {
		return false
	}
	h.c.places = append(h.c.places, geo.PlaceRef{Place: m.Place, Span: m.Span, Precision: m.precision, Anaphor: true, Ambiguous: m.ambiguous})
	h.c.why = append(h.c.why, geo.Evidence{Rule: rule, Span: m.Span})
	return true
}

// byOffice reports whether the speaker holds a local office.
func (h *heir) byOffice() bool {
	return h.a != nil && h.a.who.actor > 0 && h.local(h.a)
}

// where: "the villages of X, where Y says its forces are advancing".
func (h *heir) where() bool {
	n := h.wherePlace(h.c, h.a, h.st.first)
	if n < 0 || !h.take(n, "place.same-sentence") {
		return false
	}
	h.takeList(h.r, h.c, n)
	return true
}

// fled: "a nurse from X, now in Y, said", "a man who left X in May told us": named with the
// witness, in this sentence.
func (h *heir) fled() bool {
	if h.a == nil || h.a.who.actor == 0 || h.a.source.empty() {
		return false
	}
	o := &h.actors[h.a.who.actor-1]
	if o.home == 0 || o.class != geo.Witness || o.home > len(h.mentions) {
		return false
	}
	m := &h.mentions[o.home-1]
	return m.first >= h.a.source.first && m.end <= h.a.source.end && h.take(o.home-1, "place.home")
}

// inFront looks in front of the claim in its sentence: "In X, the ministry said, …". A
// region there is kept for want of a town.
func (h *heir) inFront() bool {
	d, a, st := h.document, h.a, h.st
	for n := d.mentionIndex(h.c.runs[0].first) - 1; n >= 0 && d.mentions[n].first >= st.first; n-- {
		m := &d.mentions[n]
		if !d.isSpot(m) || m.weight <= 30 && m.Use != geo.Anaphor && !h.cityNews(m) || d.frontLies(m) || a != nil && d.ownedByOther(m, a) || d.is(m.first-1, "not") {
			continue
		}
		if a != nil && !a.source.empty() && m.first >= a.source.first && (m.first < d.afterApposition(a.source.end, st.end) || m.first < a.cue.first && d.toks[a.source.end].kind == dashToken) {
			continue // "X – an exile in Y – says"
		}
		if a != nil && m.first >= a.cue.end && a.cue.first > st.first && !a.speech && d.venueIn(m) {
			continue // "told a conference in X that"
		}
		if p, ok := h.r.gaz.Place(m.Place); ok && p.Kind != geo.Settlement && p.Kind != geo.Facility {
			h.wide = n
			continue
		}
		if h.lang != geo.English && d.isOf(m.first-1, &fromSide) {
			continue // "зайшли в N з боку M, але закріпитися не змогли"
		}
		if m.precision == geo.Near && n > 0 && m.first-d.mentions[n-1].end <= 2 && d.mentions[n-1].first >= st.first && d.isSpot(&d.mentions[n-1]) {
			continue // "another X near Y": X
		}
		if n > 0 && d.tellsWhere(&d.mentions[n-1], m) {
			continue // "X, a settlement north of Y": X
		}
		if h.take(n, "place.same-sentence") {
			d.takeList(h.r, h.c, n)
			return true
		}
	}
	// "X and Y were regions of Russia, he said, and nobody could give them up"
	return h.wide >= 0 && a != nil && a.covers(run{d.mentions[h.wide].first, d.mentions[h.wide].end}) && h.take(h.wide, "place.same-sentence")
}

var fromSide = listOf("боку сторони стороны")

// council: "the council of X said 'they are shelling us'".
func (h *heir) council() bool {
	if !h.typed || !h.byOffice() || !h.ofUs(h.c.runs) {
		return false
	}
	o := h.actors[h.a.who.actor-1].place - 1
	if o < 0 || h.mentions[o].first < h.st.first || h.mentions[o].end > h.st.end {
		return false
	}
	p, ok := h.r.gaz.Place(h.mentions[o].Place)
	return ok && p.Kind == geo.Settlement && !h.r.places.metonyms[p.ID] && h.take(o, "place.office")
}

// reporter: "our reporter in X says he has heard explosions".
func (h *heir) reporter() bool {
	a := h.a
	if a == nil || !h.typed || a.source.empty() || a.who.actor == 0 || h.actors[a.who.actor-1].class != geo.Media {
		return false
	}
	for n := h.mentionIndex(a.source.first); n < len(h.mentions) && h.mentions[n].end <= max(a.source.end, a.cue.first); n++ {
		if m := &h.mentions[n]; h.isSpot(m) && h.isAny(m.first-1, "in", "near", "outside") && h.take(n, "place.office") {
			return true
		}
	}
	return false
}

// home: "families from X said their village had been shelled".
func (h *heir) home() bool {
	a := h.a
	if a == nil || a.source.empty() || !h.theirHome(h.c.runs[0]) {
		return false
	}
	for n := h.mentionIndex(a.source.first); n < len(h.mentions) && h.mentions[n].first < a.source.end; n++ {
		if m := &h.mentions[n]; m.Use == geo.Literal && h.isAny(m.first-1, "from", "of", "in") && h.take(n, "place.office") {
			return true
		}
	}
	return false
}

// officePlace is the mention of the place the speaker holds office in, -1 when there is
// none, when it is the seat of a ministry, and when it is a whole region while a town is
// spoken of.
func (h *heir) officePlace() int {
	if !h.byOffice() {
		return -1
	}
	office := h.actors[h.a.who.actor-1].place - 1
	if office < 0 || h.r.places.metonyms[h.mentions[office].Place] || h.ofRepublic(&h.mentions[office]) {
		return -1
	}
	for k, n := h.mentions[office].end, 0; k < len(h.toks) && n < 3; k, n = k+1, n+1 {
		if h.has(k, regionWord) && !h.isAny(k, "district", "raion") || h.isAny(k, "regional", "directorate", "republic", "railway", "railways") {
			if h.sal >= 0 && h.c.sent-int(h.toks[h.mentions[h.sal].first].sent) <= 3 {
				return -1
			}
			break
		}
	}
	return office
}

// wideLeads: "In Sumy region, X spoke of nine attacks", of no town of the sentences before.
func (h *heir) wideLeads() bool {
	if h.wide < 0 || h.sal < 0 {
		return false
	}
	m := &h.mentions[h.wide]
	return m.Use == geo.Literal && m.first <= h.st.first+2 && h.is(h.st.first, "in") && h.mentions[h.sal].first < h.st.first
}

// namedOffice: "the authorities in Tokmak said": named with the speaker, in this sentence.
func (h *heir) namedOffice() bool {
	if h.office < 0 {
		return false
	}
	m := &h.mentions[h.office]
	return m.Use == geo.Literal && m.first >= h.a.source.first && m.end <= h.a.source.end && !(h.near && h.typed && h.wideSpot(h.r, h.office)) && h.take(h.office, "place.office")
}

// behind: "destroyed a school and cut the power in X": behind it in its sentence, in what
// "and" adds.
func (h *heir) behind() bool {
	if !h.typed {
		return false
	}
	d, from := h.document, h.c.runs[len(h.c.runs)-1].end
	for n := d.mentionIndex(from); n < len(d.mentions) && d.mentions[n].end <= h.st.end; n++ {
		m := &d.mentions[n]
		if !d.isSpot(m) || m.weight <= 30 && m.Use != geo.Anaphor {
			continue
		}
		coord := false
		for k := from; k < m.first; k++ {
			if t := &d.toks[k]; t.tag == coordTag {
				coord = true
			} else if coord && ofHarm(h.c.find.typ) && d.is(k, "when") {
				continue // "two died and a third was hurt when their car was hit in X"
			} else if d.endsClause(k) || t.tag == relTag || t.tag == subTag || t.tag == thatTag {
				coord = false
				break
			}
		}
		if coord && (h.a == nil || !d.ownedByOther(m, h.a) && !d.saidByOther(m, h.a)) && h.take(n, "place.same-sentence") {
			return true
		}
	}
	return false
}

// paragraph takes the place that heads the paragraph.
func (h *heir) paragraph() bool {
	const heads = 24 // mentions: what is named later does not head it
	first := h.mentionIndex(h.blocks[h.st.block].first)
	for n := first; n < min(len(h.mentions), first+heads) && h.mentions[n].first < h.c.runs[0].first; n++ {
		m := &h.mentions[n]
		if !h.isSpot(m) || m.weight <= 30 {
			continue
		}
		if p, ok := h.r.gaz.Place(m.Place); ok && p.Kind == geo.River {
			continue // guns fire from its bank: what they hit is elsewhere
		}
		if h.take(n, "place.paragraph") {
			return true
		}
	}
	return false
}

// farther takes what is in mind from earlier paragraphs, the town of the dateline, or,
// when nothing was named yet, the next sentence's.
func (h *heir) farther() {
	d, c, a, sal := h.document, h.c, h.a, h.sal
	ground := onTheGround(c.find.typ) || c.find.typ == geo.Other && c.find.weight > 66 // "people remain"
	gap := 0
	if sal >= 0 {
		gap = d.sentencesBetween(int(d.toks[d.mentions[sal].first].sent), c.sent)
	}
	switch {
	case h.near && h.byOffice() && h.take(sal, "place.salient"),
		!h.near && h.typed && h.metHere() && h.takeOnlyTown(),
		d.onTheSpot(c, a, sal) && h.take(d.focus-1, "place.dateline"),
		h.typed && a != nil && sal >= 0 && ground && gap <= 2 && !d.abroad(a) && h.take(sal, "place.salient"),
		d.focus > 0 && (a == nil && c.find.weight > 60 || h.byOffice()) && h.take(d.focus-1, "place.dateline"):
		if sal >= 0 && len(c.places) == 1 && c.places[0].Span == d.mentions[sal].Span {
			h.withList()
		}
		return
	case sal < 0:
		here := h.typed && ground || a != nil && a.who.actor > 0 && (d.actors[a.who.actor-1].class == geo.Witness || d.actors[a.who.actor-1].class == geo.Military)
		if n := d.whereStanding(c, a); here && n >= 0 && h.take(n, "place.same-sentence") {
			return
		}
		h.nextSentence(ground)
		return
	case !h.near && h.typed && !ground, d.abroad(a) && !(h.near && h.typed):
		return
	case a == nil:
		harm := c.find.typ == geo.Casualties || c.find.typ == geo.Damage
		if kind := d.blocks[h.st.block].kind; gap <= 3 && c.find.weight >= 62 && (d.article.Publisher.Party == geo.Press || harm) && (kind == paragraph || kind == speech) {
			h.take(sal, "place.salient")
			h.withList()
		}
	case h.typed && gap <= 6, h.near && gap <= 2, a.who.actor > 0 && gap <= 3 && d.local(a):
		h.take(sal, "place.salient")
		h.withList()
	}
}

// nextSentence: "Mayor X said 14 people were hurt. Three districts of Y were hit."
func (h *heir) nextSentence(ground bool) {
	next := h.c.sent + 1
	if !h.typed || h.a == nil || !ground || h.c.find.typ == geo.Forecast || h.elsewhere() || next >= len(h.sents) || h.sents[next].block != h.st.block {
		return
	}
	for _, m := range h.mentionsIn(h.sents[next].first, h.sents[next].end) {
		if first := h.sents[next].first; m.first <= first+2 && h.isAny(first, "in", "near") && h.office < 0 {
			return // "In X, a woman was hurt": elsewhere
		}
		if h.isSpot(&m) && m.weight > 30 && !h.r.places.metonyms[m.Place] && !h.ownedByOther(&m, h.a) && h.take(h.mentionIndex(m.first), "place.next-sentence") {
			return
		}
	}
}

// elsewhere reports whether the claim names where it is by a name that is unknown: "tried to
// land on Potomkin island".
func (h *heir) elsewhere() bool {
	for _, x := range h.c.runs {
		for k := x.first; k+1 < x.end; k++ {
			if h.isAny(k, "in", "on", "near", "at", "outside") && h.toks[k].tag == prepTag && h.toks[k+1].tag == nameTag && !h.isTime(k+1) && !h.has(k+1, weekdayWord|monthWord|mediaWord) {
				return true
			}
		}
	}
	return false
}

// venueIn reports whether a place is only where people met: "told a conference
// in X".
func (d *document) venueIn(m *mention) bool {
	k := m.first - 1
	if k < 1 || !d.isAny(k, "in", "at") {
		return false
	}
	return d.isAny(k-1, "conference", "roundtable", "forum", "briefing", "summit", "parliament", "meeting", "audience", "rally", "panel", "congress", "session",
		"hearing", "talks", "delegates")
}

// ownedByOther reports whether a mention stands in the content or source of
// another attribution of the sentence.
func (d *document) ownedByOther(m *mention, a *attribution) bool {
	const near = 300 // tokens between a source and its cue, at most
	k := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= m.first-near })
	for ; k < d.ordered && d.attrs[k].cue.first <= m.end+near; k++ {
		b := &d.attrs[k]
		if b == a || !b.used || b.cue == a.cue {
			continue
		}
		if !b.source.empty() && m.first >= b.source.first && m.end <= b.source.end {
			return true
		}
	}
	return false
}

// saidByOther reports whether a mention stands in what another attribution of the
// sentence says.
func (d *document) saidByOther(m *mention, a *attribution) bool {
	const near = 60 // tokens
	k := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= m.first-near })
	for ; k < d.ordered && d.attrs[k].cue.first <= m.first; k++ {
		if b := &d.attrs[k]; b != a && b.used && !b.block && b.cue != a.cue && b.covers(run{m.first, m.end}) && !a.covers(run{m.first, m.end}) {
			return true
		}
	}
	return false
}
