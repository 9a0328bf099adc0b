package read

import (
	"sort"

	"contested/geo"
)

var aboutWords = listOf("about of on")

// inheritPlace gives a claim that names no place the one it must be about: a
// place that stands in front of it in the sentence, the place of the speaker's
// office, the one most in mind, or the town the article is datelined from.
func (d *document) inheritPlace(r *Reader, c *draft, a *attribution) {
	st := &d.sents[c.sent]
	typed := c.find.weight > 0
	ground := onTheGround(c.find.typ) || c.find.typ == geo.Other && c.find.weight > 66 // "people remain"
	take := func(n int, rule string) bool {
		m := &d.mentions[n]
		p, ok := r.gaz.Place(m.Place)
		if !ok || m.Place == "" || p.Kind == geo.Country {
			return false
		}
		c.places = append(c.places, geo.PlaceRef{Place: m.Place, Span: m.Span, Precision: m.precision, Anaphor: true, Ambiguous: m.ambiguous})
		c.why = append(c.why, geo.Evidence{Rule: rule, Span: m.Span})
		return true
	}
	if d.everywhere(c.runs) {
		return
	}
	if d.sequel(c, a) {
		return
	}
	// "…," X writes about Y
	if a != nil {
		for _, k := range []int{a.cue.end - 1, a.cue.end, a.source.end} {
			if k+1 < st.end && k > 0 && d.isOf(k, &aboutWords) {
				if n := d.mentionIndex(k + 1); n < len(d.mentions) && d.mentions[n].first <= k+2 && d.isSpot(&d.mentions[n]) && take(n, "place.subject") {
					return
				}
			}
		}
	}
	if n := d.wherePlace(c, a, st.first); n >= 0 && take(n, "place.same-sentence") {
		d.takeList(r, c, n)
		return
	}
	// in front of it in the same sentence: "In X, the ministry said, …"
	wide := -1
	for n := d.mentionIndex(c.runs[0].first) - 1; n >= 0 && d.mentions[n].first >= st.first; n-- {
		m := &d.mentions[n]
		if !d.isSpot(m) || m.weight <= 30 && m.Use != geo.Anaphor || a != nil && d.ownedByOther(m, a) || d.is(m.first-1, "not") {
			continue
		}
		if a != nil && !a.source.empty() && m.first >= a.source.first && m.first < d.afterApposition(a.source.end, st.end) {
			continue
		}
		if a != nil && m.first >= a.cue.end && a.cue.first > st.first && !a.speech && d.venueIn(m) {
			continue // "told a conference in X that"
		}
		if p, ok := r.gaz.Place(m.Place); ok && p.Kind != geo.Settlement && p.Kind != geo.Facility {
			wide = n
			continue
		}
		if m.precision == geo.Near && n > 0 && m.first-d.mentions[n-1].end <= 2 && d.mentions[n-1].first >= st.first && d.isSpot(&d.mentions[n-1]) {
			continue // "another X near Y": X
		}
		if take(n, "place.same-sentence") {
			d.takeList(r, c, n)
			return
		}
	}
	if wide >= 0 && a != nil && a.covers(run{d.mentions[wide].first, d.mentions[wide].end}) && take(wide, "place.same-sentence") {
		return // "X and Y were regions of Russia, he said, and nobody could give them up"
	}
	// "the council of X said 'they are shelling us'"
	if a != nil && typed && a.who.actor > 0 && d.local(a) && d.ofUs(c.runs) {
		if o := d.actors[a.who.actor-1].place - 1; o >= 0 && d.mentions[o].first >= st.first && d.mentions[o].end <= st.end {
			if p, ok := r.gaz.Place(d.mentions[o].Place); ok && p.Kind == geo.Settlement && !r.places.metonyms[p.ID] && take(o, "place.office") {
				return
			}
		}
	}
	// "our reporter in X says he has heard explosions"
	if a != nil && typed && !a.source.empty() && a.who.actor > 0 && d.actors[a.who.actor-1].class == geo.Media {
		for n := d.mentionIndex(a.source.first); n < len(d.mentions) && d.mentions[n].end <= max(a.source.end, a.cue.first); n++ {
			if m := &d.mentions[n]; d.isSpot(m) && d.isAny(m.first-1, "in", "near", "outside") && take(n, "place.office") {
				return
			}
		}
	}
	// "families from X said their village had been shelled"
	if a != nil && !a.source.empty() && d.theirHome(c.runs[0]) {
		for n := d.mentionIndex(a.source.first); n < len(d.mentions) && d.mentions[n].first < a.source.end; n++ {
			if m := &d.mentions[n]; m.Use == geo.Literal && d.isAny(m.first-1, "from", "of", "in") && take(n, "place.office") {
				return
			}
		}
	}
	sal := int(d.salient[c.sent]) - 1
	near := sal >= 0 && (d.sents[d.toks[d.mentions[sal].first].sent].block == st.block || d.inQuestion(&d.mentions[sal], st.block))
	if n := d.homeOf(c, a, sal, near); n >= 0 && take(n, "place.home") {
		c.home = n + 1
		return
	}
	office := -1
	if a != nil && a.who.actor > 0 && d.local(a) {
		office = d.actors[a.who.actor-1].place - 1
		if office >= 0 && r.places.metonyms[d.mentions[office].Place] {
			office = -1 // a ministry in the capital
		} else if office >= 0 {
			for k, n := d.mentions[office].end, 0; k < len(d.toks) && n < 3; k, n = k+1, n+1 {
				if d.has(k, regionWord) && !d.isAny(k, "district", "raion") || d.isAny(k, "regional", "directorate", "republic", "railway", "railways") {
					if sal >= 0 && c.sent-int(d.toks[d.mentions[sal].first].sent) <= 3 {
						office = -1 // of a whole region: rather the town that is spoken of
					}
					break
				}
			}
		}
	}
	// "the authorities in Tokmak said": named with the speaker, in this sentence
	if a != nil && a.who.actor > 0 && office >= 0 && d.mentions[office].Use == geo.Literal && d.mentions[office].first >= a.source.first && d.mentions[office].end <= a.source.end &&
		!(near && typed && d.wideSpot(r, office)) && take(office, "place.office") {
		return
	}
	// "destroyed a school and cut the power in X": behind it in the same sentence
	for n := d.mentionIndex(c.runs[len(c.runs)-1].end); n < len(d.mentions) && d.mentions[n].end <= st.end; n++ {
		m := &d.mentions[n]
		if !d.isSpot(m) || m.weight <= 30 && m.Use != geo.Anaphor || !typed {
			continue
		}
		coord := false
		for k := c.runs[len(c.runs)-1].end; k < m.first; k++ {
			if t := &d.toks[k]; t.tag == coordTag {
				coord = true
			} else if d.endsClause(k) || t.tag == relTag || t.tag == subTag || t.tag == thatTag {
				coord = false
				break
			}
		}
		if coord && (a == nil || !d.ownedByOther(m, a) && !d.saidByOther(m, a)) && take(n, "place.same-sentence") {
			return
		}
	}
	if typed && near && (a != nil || c.find.weight > 60) && take(sal, "place.salient") {
		return
	}
	if d.sameEvent(c) {
		return
	}
	if office >= 0 && take(office, "place.office") {
		return
	}
	if wide >= 0 && take(wide, "place.same-sentence") {
		return
	}
	// a region that heads the paragraph
	if typed && !near {
		b := &d.blocks[st.block]
		for n := d.mentionIndex(b.first); n < len(d.mentions) && d.mentions[n].first < c.runs[0].first; n++ {
			m := &d.mentions[n]
			if d.isSpot(m) && m.weight > 30 && take(n, "place.paragraph") {
				return
			}
		}
	}
	if near && a != nil && a.who.actor > 0 && d.local(a) && take(sal, "place.salient") {
		return
	}
	if d.onTheSpot(c, a, sal) && take(d.focus-1, "place.dateline") {
		return
	}
	if typed && a != nil && sal >= 0 && ground && d.sentencesBetween(int(d.toks[d.mentions[sal].first].sent), c.sent) <= 2 && !d.abroad(a) && take(sal, "place.salient") {
		return
	}
	if d.focus > 0 && (a == nil && c.find.weight > 60 || a != nil && a.who.actor > 0 && d.local(a)) && take(d.focus-1, "place.dateline") {
		return
	}
	if sal < 0 {
		// "Mayor X said 14 people were hurt. Three districts of Y were hit.": behind it
		if next := c.sent + 1; typed && a != nil && ground && next < len(d.sents) && d.sents[next].block == st.block {
			for _, m := range d.mentionsIn(d.sents[next].first, d.sents[next].end) {
				if d.isSpot(&m) && m.weight > 30 && take(d.mentionIndex(m.first), "place.next-sentence") {
					return
				}
			}
		}
		return
	}
	gap := d.sentencesBetween(int(d.toks[d.mentions[sal].first].sent), c.sent)
	if !near && typed && !ground || d.abroad(a) && !(near && typed) {
		return
	}
	if a == nil {
		harm := c.find.typ == geo.Casualties || c.find.typ == geo.Damage
		if gap <= 3 && c.find.weight >= 62 && (d.article.Publisher.Party == geo.Press || harm) && (d.blocks[st.block].kind == paragraph || d.blocks[st.block].kind == speech) {
			take(sal, "place.salient")
		}
		return
	}
	switch {
	case typed && gap <= 6, near && gap <= 2, a.who.actor > 0 && gap <= 3 && d.local(a):
		take(sal, "place.salient")
	}
}

// wherePlace is the mention right before a "where" that opens what is told: "the villages
// of X, where Y says its forces are advancing"; -1 for none.
func (d *document) wherePlace(c *draft, a *attribution, first int) int {
	k := c.runs[0].first
	if a != nil {
		k = min(k, a.cue.first)
		if !a.subject.empty() {
			k = min(k, a.subject.first)
		}
	}
	if k -= 2; k <= first || !d.is(k+1, "where") || d.char(k) != ',' {
		return -1
	}
	if n := d.mentionIndex(k) - 1; n >= 0 && d.mentions[n].end == k && d.isSpot(&d.mentions[n]) && !d.is(d.mentions[n].first-1, "not") {
		return n
	}
	return -1
}

// wideSpot reports whether mention n names a region: a governor has a whole one, what he
// tells of has a town in it.
func (d *document) wideSpot(r *Reader, n int) bool {
	p, ok := r.gaz.Place(d.mentions[n].Place)
	return ok && p.Kind == geo.Region
}

// everywhere reports whether a claim is of the whole front or country: of no
// place in particular.
func (d *document) everywhere(runs []run) bool {
	for _, x := range runs {
		for k := x.first; k+1 < x.end; k++ {
			far := false
			switch d.word(k) {
			case "entire", "whole", "all":
				far = d.isAny(k+1, "front", "frontline", "line", "country") || d.is(k+1, "of") && k+2 < x.end && d.is(k+2, "ukraine")
			case "line":
				far = d.is(k+1, "of") && k+2 < x.end && d.is(k+2, "contact")
			case "other", "remaining":
				far = d.isAny(k+1, "directions", "sectors", "axes")
			case "across", "throughout":
				far = k+2 < x.end && d.is(k+1, "the") && d.isAny(k+2, "country", "nation")
			case "nationwide", "countrywide":
				far = true
			case "in", "over":
				far = k+2 < x.end && (d.toks[k+1].tag == numTag || d.isAny(k+1, "several", "other", "many", "most", "various")) && d.isAny(k+2, "regions", "oblasts", "provinces") // "alerts in eight regions"
			case "total":
				far = d.is(k+1, "losses") // "the total losses of the enemy came to"

			}
			if far {
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
	k := sort.Search(len(d.attrs), func(k int) bool { return d.attrs[k].cue.first >= m.first-near })
	for ; k < len(d.attrs) && d.attrs[k].cue.first <= m.end+near; k++ {
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
	k := sort.Search(len(d.attrs), func(k int) bool { return d.attrs[k].cue.first >= m.first-near })
	for ; k < len(d.attrs) && d.attrs[k].cue.first <= m.first; k++ {
		if b := &d.attrs[k]; b != a && b.used && !b.block && b.cue != a.cue && b.covers(run{m.first, m.end}) && !a.covers(run{m.first, m.end}) {
			return true
		}
	}
	return false
}
