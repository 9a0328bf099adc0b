package read

import "contested/geo"

// waterside are words for what is on or at a river itself.
var waterside = listOf("bank banks shore bridgehead crossing crossings pontoon pontoons ferry boat boats island islands islet")

// findSalience finds, for the start of each sentence, the settlement that the
// text has most in mind, as 1 + the index of a mention of it.
func (r *Reader) findSalience(d *document) {
	d.salient = zeroed(d.salient, len(d.sents))
	a := &anaphors{r: r, d: d, w: r.places, mind: d.mind[:0]}
	defer func() { d.mind = a.mind }()
	a.title()
	last := map[geo.PlaceID]int32{}
	next := 0
	for n := range d.mentions {
		m := &d.mentions[n]
		if b := &d.blocks[d.sents[d.toks[m.first].sent].block]; !b.dateline || m.first >= b.body {
			continue
		}
		if p, ok := r.gaz.Place(m.Place); ok && p.Kind == geo.Settlement && !r.places.metonyms[p.ID] && d.focus == 0 {
			d.focus = n + 1
		}
	}
	for k := range d.sents {
		a.resume(k)
		best, score := geo.PlaceID(""), 150
		for i := range a.mind {
			m := &a.mind[i]
			if m.place.Kind == geo.Country || m.place.Kind == geo.Region {
				continue
			}
			s := a.fade(m, k)
			if s <= score || last[m.place.ID] == 0 || r.places.metonyms[m.place.ID] {
				continue
			}
			if (m.place.Kind == geo.River || m.place.Kind == geo.Sea) && !d.anyOf(d.sents[k].first, d.sents[k].end, &waterside) {
				s /= 2 // what is told of lies by it, in a place with a name
			}
			if s > score {
				best, score = m.place.ID, s
			}
		}
		d.salient[k] = last[best]
		if n := a.asked(k); n > 0 && last[d.mentions[n-1].Place] > 0 {
			d.salient[k] = int32(n)
		}
		for next < len(d.mentions) && d.mentions[next].first < d.sents[k].end {
			m := &d.mentions[next]
			next++
			if m.Place == "" || m.Use == geo.Embedded && len(d.mentions) > 1 || d.sents[k].label && d.blocks[d.sents[k].block].kind != liveEntry {
				continue // whose office it is, where it was written
			}
			if m.Use == geo.Anaphor {
				a.recall(m, k)
			} else {
				a.see(next-1, k)
			}
			if m.Use != geo.Metonym && m.Use != geo.Demonym {
				last[m.Place] = int32(next)
			}
		}
	}
}

// asked is 1 + the mention of the settlement that the question before the turn of
// sentence k asks about, when the turn has not named another yet; 0 for none.
func (a *anaphors) asked(k int) int {
	d := a.d
	b := d.sents[k].block
	const short = 6 // "And what about X?"
	if b == 0 || d.blocks[b].kind != speech || d.blocks[b-1].kind != speech || d.char(d.blocks[b-1].end-1) != '?' || d.blocks[b-1].end-d.blocks[b-1].body > short {
		return 0
	}
	const far = 20 // mentions: a turn that has named as many has a topic of its own
	last := d.mentionIndex(d.sents[k].first) - 1
	for n := last; n >= 0; n-- {
		m := &d.mentions[n]
		if m.first < d.blocks[b-1].first || last-n > far {
			return 0
		}
		if m.first >= d.blocks[b].first && d.isSpot(m) {
			return 0
		}
		if p, ok := a.r.gaz.Place(m.Place); ok && d.isSpot(m) && p.Kind == geo.Settlement {
			return n + 1
		}
	}
	return 0
}

// resume brings back to mind, in a turn that answers a question which names no place, the
// town that the question before it was about and that its answer spoke of, too: "Has X been
// entered? – Not X; groups were seen near Y. – And the civilians? – 900 are still there."
func (a *anaphors) resume(k int) {
	d := a.d
	b := d.sents[k].block
	const again = 500
	if b < 3 || !d.sents[k].label || d.blocks[b].kind != speech || d.toks[d.blocks[b].first].sent != int32(k) || d.blocks[b-1].kind != speech || d.char(d.blocks[b-1].end-1) != '?' {
		return
	}
	for _, m := range d.mentionsIn(d.blocks[b-1].body, d.blocks[b-1].end) {
		if d.isSpot(&m) {
			return
		}
	}
	best, weight := geo.Place{}, 30
	for _, m := range d.mentionsIn(d.blocks[b-3].body, d.blocks[b-3].end) {
		if p, ok := a.r.gaz.Place(m.Place); ok && m.weight > weight && p.Kind == geo.Settlement && d.isSpot(&m) {
			best, weight = p, m.weight
		}
	}
	answered := a.now(int(d.toks[d.blocks[b-2].first].sent))
	for i := range a.mind {
		if m := &a.mind[i]; m.place.ID == best.ID && m.at >= answered {
			a.keep(best, again, k)
			return
		}
	}
}

// inQuestion reports whether a mention stands in the question that the turn of
// block b answers, or in what it is reminded of: "You were in X yesterday."
func (d *document) inQuestion(m *mention, b int) bool {
	if b == 0 || d.blocks[b].kind != speech || d.blocks[b-1].kind != speech {
		return false
	}
	const short = 16
	q := &d.blocks[b-1]
	return m.first >= q.first && m.end <= q.end && (d.char(q.end-1) == '?' || q.end-q.body <= short && d.is(q.body, "you"))
}

// placeClaim finds the places that a draft is about.
func (d *document) placeClaim(r *Reader, c *draft, a *attribution) {
	var venue *mention
	for _, x := range c.runs {
		list := d.mentionsIn(x.first, x.end)
		for i := range list {
			m := &list[i]
			if !d.isSpot(m) {
				continue
			}
			p, ok := r.gaz.Place(m.Place)
			if i > 0 && len(c.places) > 0 && r.onlyLocates(d, &list[i-1], m) {
				continue
			}
			if !ok || p.Kind == geo.Country || d.containerOf(r, m, p, list[:i]) || d.originOf(m, x, c.find.typ) && len(list) > 1 || m.end <= c.find.first && d.helpFrom(m, x) || r.farSeat(m, p, c.find.typ) {
				continue
			}
			if d.venueOf(m, x) || venue == nil && d.ofMeeting(x.first, m.first) {
				venue = m
				continue
			}
			if len(c.places) > 0 && d.insteadOf(m) {
				continue
			}
			c.addPlace(m)
		}
	}
	if venue != nil && len(c.places) == 0 && d.ofMeeting(c.runs[0].first, venue.first) && !r.partysSeat(venue) {
		c.addPlace(venue)
	}
	if n := d.mentionIndex(c.runs[0].first); len(c.places) > 1 && n < len(d.mentions) && c.places[0].Span == d.mentions[n].Span && d.leadingRegion(r, n, c.runs[0].first) {
		c.places = c.places[1:] // "In the X region, units took Y and Z"
	}
	// an area at the front only says where to look for the others
	if len(c.places) > 1 {
		kept := c.places[:0:0]
		for _, p := range c.places {
			if p.Precision != geo.Direction || !d.frontArea(p.Span, c) || d.lang != geo.English && !d.sectorAt(p.Span, c) {
				kept = append(kept, p)
			}
		}
		if len(kept) > 0 {
			c.places = kept
		}
	}
	if len(c.places) > 0 {
		c.given = true
		named := geo.Evidence{Rule: "place.named", Span: c.places[0].Span}
		if !d.onlyWater(r, c) {
			c.why = append(c.why, named)
			return
		}
		// "crossed the X river": at the town that is spoken of
		water, why := c.places, len(c.why)
		c.places = nil
		d.inheritPlace(r, c, a)
		if len(c.places) == 0 || c.places[0].Place == water[0].Place {
			c.places, c.why = water, append(c.why[:why], named)
		} else {
			c.places = append(c.places, water...)
		}
		return
	}
	d.inheritPlace(r, c, a)
}

// insteadOf reports whether a mention is of a place where something is not: "in X, not in Y".
func (d *document) insteadOf(m *mention) bool {
	k := m.first - 1
	if k > 0 && d.toks[k].tag == prepTag {
		k--
	}
	if k > 1 && d.is(m.first-1, "with") && d.isAny(m.first-2, "confused", "mistaken") {
		return true // "(not to be confused with X)"
	}
	return k > 0 && (d.is(k, "not") && d.char(k-1) == ',' || d.is(k, "than") && d.is(k-1, "rather"))
}

// leadingRegion reports whether mention n is a region that only says, in front of the
// clause that starts at token first, where the places named in it lie.
func (d *document) leadingRegion(r *Reader, n, first int) bool {
	m := &d.mentions[n]
	p, ok := r.gaz.Place(m.Place)
	if !ok || p.Kind != geo.Region || !d.is(first, "in") || m.first > first+2 || d.tagAt(m.end) == coordTag || n+1 >= len(d.mentions) {
		return false
	}
	q, ok := r.gaz.Place(d.mentions[n+1].Place)
	return ok && (q.Kind == geo.Settlement || q.Kind == geo.Facility) && d.isSpot(&d.mentions[n+1])
}

// farSeat reports whether a place is the seat of a third state's government and the
// claim is of the front, which is never there: "a withdrawal drafted in Washington".
func (r *Reader) farSeat(m *mention, p geo.Place, typ geo.ClaimType) bool {
	switch typ {
	case geo.Captured, geo.Control, geo.Encircled, geo.Advance, geo.Defended, geo.Fighting, geo.Withdrawal, geo.WithdrawalDemanded, geo.TerritoryClaimed:
		return p.Country != "UA" && r.places.metonyms[m.Place]
	}
	return false
}

// partysSeat reports whether a place is the seat of a government that takes part in the war or its
// talks: that envoys meet there says nothing of the town.
func (r *Reader) partysSeat(m *mention) bool {
	p, ok := r.gaz.Place(m.Place)
	return ok && r.places.metonyms[m.Place] && (p.Country == "UA" || p.Country == "RU" || p.Country == "US")
}

// onlyWater reports whether a claim names nothing but rivers. What happens over or at a sea
// happens there.
func (d *document) onlyWater(r *Reader, c *draft) bool {
	for _, p := range c.places {
		if pl, ok := r.gaz.Place(p.Place); ok && pl.Kind != geo.River {
			return false
		}
	}
	return true
}

func (c *draft) addPlace(m *mention) {
	for i := range c.places {
		if p := &c.places[i]; p.Place == m.Place {
			if p.Precision == geo.Direction && m.precision != geo.Direction {
				p.Span, p.Precision = m.Span, m.precision // "in the direction of X … near Y and X"
			}
			return
		}
	}
	c.places = append(c.places, geo.PlaceRef{Place: m.Place, Span: m.Span, Precision: m.precision, Anaphor: m.Use == geo.Anaphor, Ambiguous: m.ambiguous})
}

// containerOf reports whether a region only says where a place named just before
// lies: "X, Kharkiv region", "X in Kharkiv region".
func (d *document) containerOf(r *Reader, m *mention, p geo.Place, before []mention) bool {
	if p.Kind != geo.Region || len(before) == 0 {
		return false
	}
	b := &before[len(before)-1]
	if m.first-b.end > 4 {
		return false
	}
	for k := b.end; k < m.first; k++ {
		if !(d.char(k) == ',' || d.isAny(k, "in", "the", "of", "both", "all", "also") || d.char(k) == '(' || d.toks[k].tag == possTag) {
			return false
		}
	}
	if q, ok := r.gaz.Place(b.Place); ok && q.Kind == geo.Country && len(before) > 1 {
		b = &before[len(before)-2] // "X in Ukraine's Kharkiv region"
	}
	q, ok := r.gaz.Place(b.Place)
	return ok && q.Kind != geo.Region && q.Kind != geo.Country
}

// fromThere are words before "from" of what is at the place itself, or leaves it: "the
// road from X", "residents from X".
var fromThere = listOf("withdrawal retreat pullout exit evacuation out withdraw withdrew withdrawn retreated withdrawing retreating evacuated residents families people advance kilometres kilometers km road roads route routes highway motorway track railway way corridor")

// originOf reports whether the claim only starts from the place: "drones flew
// from X".
func (d *document) originOf(m *mention, x run, typ geo.ClaimType) bool {
	switch typ {
	case geo.Withdrawal, geo.WithdrawalDemanded, geo.Evacuation, geo.Encircled, geo.Captured, geo.Advance:
		return false
	}
	k := m.first - 1
	if k >= x.first && d.is(k, "the") {
		k--
	}
	return k >= x.first && d.is(k, "from") && !(k > x.first && d.isOf(k-1, &fromThere))
}

// frontArea reports whether the area at span stands in front of the claim's
// clause.
func (d *document) frontArea(s geo.Span, c *draft) bool {
	return s.End <= int(d.toks[c.find.first].start)
}

// sectorAt reports whether what stands at a span of the claim is named as a sector of the
// front: "До N росіяни підходять з боку M" is about N.
func (d *document) sectorAt(on geo.Span, c *draft) bool {
	for _, x := range c.runs {
		for _, m := range d.mentionsIn(x.first, x.end) {
			if m.Span == on {
				return m.Use == geo.AreaUse
			}
		}
	}
	return false
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
			case "western", "eastern", "southern", "northern", "central":
				far = d.isAny(k+1, "ukraine", "russia")
			case "nationwide", "countrywide":
				far = true
			case "in", "over":
				far = k+2 < x.end && (d.toks[k+1].tag == numTag || d.isAny(k+1, "several", "other", "many", "most", "various")) && d.isAny(k+2, "regions", "oblasts", "provinces") // "alerts in eight regions"
			case "of":
				far = k > x.first && d.toks[k-1].tag == numTag && d.toks[k+1].tag == numTag && d.isAny(k+2, "drones", "missiles", "uavs", "shaheds") // "downed 58 of 81 drones"
			case "hit", "hits", "struck", "on":
				far = k+2 < x.end && (d.toks[k+1].tag == numTag || d.is(k+1, "several")) && d.isAny(k+2, "locations", "sites")
			case "total":
				far = d.is(k+1, "losses") // "the total losses of the enemy came to"
			case "at", "against":
				far = d.isAny(k+1, "ukraine", "russia") && (k+2 == x.end || d.toks[k+2].tag != possTag && d.toks[k+2].tag != nameTag && d.toks[k+2].tag != nounTag) // "launched 118 drones at Ukraine"
			}
			if far {
				return true
			}
		}
	}
	return false
}
