package read

import "contested/geo"

var caveatWords = listOf("though although but while albeit without which something")

// beforeCaveat cuts a content run before a clause that is the writer's own word
// on it: "they had taken the town, though this could not be confirmed". The
// caveat is no part of what is claimed; it gives the claim its status.
func (d *document) beforeCaveat(c run) run {
	for k := c.first + 3; k+2 < c.end; k++ {
		if d.char(k) != ',' {
			continue
		}
		if d.toks[k+1].tag == ingTag && d.toks[k+1].opens(statusSet) {
			if p, _ := d.longest(statusSet, k+1, c.end); p != nil && d.lex.checks[p.value].status == geo.Unverified {
				return run{c.first, k} // ", giving no details"
			}
		}
		if !d.isOf(k+1, &caveatWords) {
			continue
		}
		for i := k + 1; i < c.end; i++ {
			if p, _ := d.longest(statusSet, i, c.end); p != nil && (d.lex.checks[p.value].status != geo.Disputed || d.isAny(k+1, "which", "something")) {
				return run{c.first, k}
			}
		}
	}
	return c
}

// venueOf reports whether a place only says where people meet or speak: "talks
// with the envoys in X", "told a briefing in X". Nothing is claimed about it.
func (d *document) venueOf(m *mention, x run) bool {
	k := m.first - 1
	if k < x.first || !d.isAny(k, "in", "at") {
		return false
	}
	for n := 0; n < 8 && k > x.first; n++ {
		k--
		if d.char(k) == ',' || d.toks[k].tag == verbTag || d.isAny(k, "truce", "ceasefire", "situation", "fighting") {
			return false // "talks on a truce in X"
		}
		if d.isAny(k, "talks", "negotiations", "meeting", "meetings", "summit", "conference", "briefing", "interview", "speech", "consultations", "visit") {
			return !d.is(k+1, "of") // "hit a meeting of commanders in X"
		}
	}
	return false
}

var meetingNouns = listOf("talks negotiations meeting meetings summit consultations round session negotiation")

// ofMeeting reports whether the clause that begins at token i tells of a meeting, which is its subject
// and whose place the words before token end lead to: "The next meeting could take place in X".
func (d *document) ofMeeting(i, end int) bool {
	const far = 12 // tokens
	p := d.baseRight(i, end)
	if p.empty() || !d.isOf(p.head, &meetingNouns) || end-i > far || !d.isAny(end-1, "in", "at") {
		return false
	}
	for k := p.end; k < end-1; k++ {
		if d.char(k) == ',' {
			return false
		}
	}
	return true
}

// onTheGround reports whether claims of a type tell of something that happens at
// a place, so that the place last spoken of may be meant where none is named.
// What is demanded, agreed or expected needs its place in its own words.
func onTheGround(t geo.ClaimType) bool {
	switch t {
	case geo.Other, geo.Ceasefire, geo.TerritoryClaimed, geo.WithdrawalDemanded, geo.Forecast:
		return false
	}
	return true
}

// abroad reports whether the speaker of an attribution is the government of a
// third state or an organisation of such: it speaks of a front town only by name.
func (d *document) abroad(a *attribution) bool {
	if a == nil || a.who.actor == 0 {
		return false
	}
	o := &d.actors[a.who.actor-1]
	switch o.party {
	case geo.UnitedStates, geo.Europe, geo.Turkey, geo.OtherParty:
		return o.class == geo.Government || o.class == geo.Military || o.class == geo.UnknownClass
	}
	return false
}

// heldTowns makes the narrator's claims that stand in appositions: "X and Y, the
// two largest Ukrainian-controlled cities in the region" says who holds X and Y.
func (r *Reader) heldTowns(d *document) {
	for _, c := range d.marks {
		i := int(c)
		if d.toks[i].kind != hyphenToken || i < 2 || i+2 >= len(d.toks) {
			continue
		}
		if !d.isOf(i+1, &holdingForms) {
			continue
		}
		holder := geo.UnknownParty
		for _, h := range append(d.partiesIn(i-1, i), d.partiesIn(i-1, i+2)...) {
			holder = h.entry.party
		}
		if holder != geo.Ukraine && holder != geo.Russia {
			continue
		}
		// from the comma before the apposition to the noun at its head
		st := &d.sents[d.toks[i].sent]
		b := &d.blocks[st.block]
		if b.kind == heading || b.kind == caption || b.reported {
			continue
		}
		start := i - 1
		for start > st.first && d.char(start-1) != ',' && d.toks[start-1].tag != verbTag {
			start--
		}
		if start == st.first || d.char(start-1) != ',' || i-start > 8 {
			continue
		}
		head := -1
		for k := i + 2; k < st.end && k < i+6; k++ {
			if d.isAny(k, "city", "cities", "town", "towns", "settlement", "settlements", "village", "villages", "stronghold", "strongholds") {
				head = k
				break
			}
		}
		if head < 0 {
			continue
		}
		c := draft{who: speaker{narrator: true}, runs: []run{{start, head + 1}}, sent: int(d.toks[start].sent),
			find: finding{typ: geo.Control, weight: 88, first: i - 1, end: i + 2}}
		if n := d.ownerOf(start); n > 0 {
			c.attr, c.who = n, d.attrs[n-1].who
		}
		// the names it stands to: "X", "X and Y", "X, Y and Z"
		for k := start - 2; k >= st.first; {
			n := d.mentionIndex(k+1) - 1
			if n < 0 || d.mentions[n].end != k+1 {
				break
			}
			m := &d.mentions[n]
			if !d.isSpot(m) {
				break
			}
			ref := geo.PlaceRef{Place: m.Place, Span: m.Span, Precision: geo.At, Ambiguous: m.ambiguous}
			c.places = append([]geo.PlaceRef{ref}, c.places...)
			k = m.first - 1
			if k <= st.first || !d.is(k, "and") && d.char(k) != ',' {
				break
			}
			k--
		}
		if len(c.places) == 0 {
			continue
		}
		c.given = true
		c.why = []geo.Evidence{{Rule: "control.apposition", Span: d.span(i-1, i+2)}, {Rule: "place.named", Span: c.places[0].Span}}
		d.drafts = append(d.drafts, c)
	}
}

// ownerOf is 1 + the attribution whose content token i stands in, 0 for none.
func (d *document) ownerOf(i int) int {
	const near = 40 // attributions whose cues stand between token i and the cue, at most
	at := d.attributionFrom(func(a *attribution) bool { return a.cue.first > i })
	for n := max(0, at-near); n < min(d.ordered, at+near); n++ {
		if a := &d.attrs[n]; a.used && !a.block && a.covers(run{i, i + 1}) {
			return n + 1
		}
	}
	return 0
}
