package read

import "contested/geo"

// homeIn notes the place that tokens [i, j), which say who a person is or what he or she
// did, name as where the person is from or has left: "a nurse from X", "who fled X".
func (e *actor) homeIn(d *document, i, j int) {
	if e.home != 0 || !e.human {
		return
	}
	for n := d.mentionIndex(i); n < len(d.mentions) && d.mentions[n].end <= j; n++ {
		m := &d.mentions[n]
		if m.Use != geo.Literal || m.Place == "" || m.first < 2 {
			continue
		}
		if k := m.first - 1; d.is(k, "from") && (d.toks[k-1].tag != verbTag || d.isOf(k-1, &leaveWords) || d.has(k-1, beWord)) || k >= i && d.isOf(k, &quitWords) && !d.is(k+1, "to") {
			e.home = n + 1
			return
		}
	}
}

var quitWords = listOf("fled flee left escaped abandoned")

// cameFrom notes where the person came from whose sentence st goes on behind the subject
// p: "Halyna left X in May", "The 70-year-old had walked from X".
func (e *actor) cameFrom(d *document, p np, st *sentence) {
	if !e.human || e.home != 0 || len(d.mentionsIn(p.end, st.end)) == 0 || d.quoted(p.first) {
		return
	}
	const near = 5 // tokens: "had been brought out"
	for k := p.end; k < st.end && k < p.end+near; k++ {
		if d.isOf(k, &leaveWords) && (d.toks[k].tag == verbTag || d.toks[k].tag == partTag) {
			e.homeIn(d, k, min(st.end, k+near))
			return
		}
	}
}

// yearOld reports whether a person is called by age alone: "the 71-year-old".
func (d *document) yearOld(p np) bool {
	return p.end-p.first >= 5 && d.isAny(p.head, "old", "year") && d.is(p.end-1, "old") && d.kindAt(p.end-2) == hyphenToken && d.isAny(p.end-3, "year", "years")
}

// aforesaid is who "the 71-year-old" is: the person of whom the text spoke last; 1 + the
// index, 0 for none.
func (d *document) aforesaid(p np) int {
	const near = 4 // sentences
	for _, k := range d.lately(new([maxRecent]int)) {
		if o := &d.actors[k-1]; o.human && !o.plural && o.class != geo.Media && o.last < p.first && d.toks[p.first].sent-d.toks[o.last].sent <= near {
			return k
		}
	}
	return 0
}

// homeOf is the mention of where a witness is from when that is what the claim c is about,
// which names no place: what somebody tells in the town of the dateline of "our street",
// or of what was done at all, is of the place he or she has left. What others add to it
// is, too. Mention sal is the place in mind, near says that this paragraph has named it;
// -1 for none.
func (d *document) homeOf(c *draft, a *attribution, sal int, near bool) int {
	if a == nil || a.who.actor == 0 {
		return -1
	}
	o := &d.actors[a.who.actor-1]
	if o.class != geo.Witness && (o.class != geo.UnknownClass || !o.human) {
		return -1
	}
	for _, x := range c.runs {
		if d.anyOf(x.first, x.end, &onSpotWords) {
			return -1
		}
	}
	elsewhere := sal >= 0 && near && (d.focus == 0 || d.mentions[sal].Place != d.mentions[d.focus-1].Place)
	if o.home > 0 && o.home-1 < len(d.mentions) {
		ours := false
		for _, x := range c.runs {
			ours = ours || d.theirHome(x)
		}
		if ours || c.find.weight > 0 && !elsewhere {
			return o.home - 1
		}
		return -1
	}
	if c.find.weight == 0 || elsewhere {
		return -1
	}
	const soon = 3 // sentences
	if n := len(d.drafts) - 1; n >= 0 && d.drafts[n].sent < c.sent && c.sent-d.drafts[n].sent <= soon && d.drafts[n].home > 0 {
		return d.drafts[n].home - 1
	}
	return d.arrival(c.sent)
}

// arrival is the mention of where those have come from whom sentence s or the paragraph
// before it tells of in the town of the dateline: "The bus from X comes at six."; -1 for none.
func (d *document) arrival(s int) int {
	block := d.sents[s].block
	if d.focus == 0 || block == 0 {
		return -1
	}
	const far = 6 // mentions
	last := d.mentionIndex(d.sents[s].first) - 1
	for n := last; n >= 0 && n > last-far && d.mentions[n].first >= d.blocks[block-1].first; n-- {
		if m := &d.mentions[n]; m.Use == geo.Literal && m.Place != "" && m.Place != d.mentions[d.focus-1].Place {
			if d.leftFor(m) {
				return n
			}
			return -1
		}
	}
	return -1
}

var onSpotWords = listOf("here hither")
