package read

import (
	"slices"
	"sort"

	"contested/geo"
)

// What those who have been to a place did not find there, where somebody has said that it
// was: "drove through X and met no Russian soldiers", "was there that night and saw only
// herons", "found no trace of this".

var (
	// lookVerbs are what those do who see for themselves.
	lookVerbs = listOf("found find finds saw see sees seen noticed notice discovered detected spotted observed")
	// watchVerbs are those of whoever keeps watch, or looks for something.
	watchVerbs = listOf("observe observed see seen notice noticed spot spotted detect detected record recorded register registered log logged document documented witness witnessed find found hear heard")
	// meetVerbs bring in what was there, or was not.
	meetVerbs   = listOf("saw sees see found finds met meets meet encountered noticed spotted heard hears counted passed")
	absentWords = listOf("no nobody nothing only neither")
	seersWords  = listOf("colleagues staff team we i they he she")
)

// absent handles the verb of seeing at token i of sentence s where its object says that
// something was not there.
func (d *document) absent(i, s int) bool {
	if !d.isOf(i+1, &absentWords) || d.speechAt(i) >= 0 {
		return false
	}
	lo, hi := d.bounds(i, s)
	if p := d.baseRight(i+1, hi); !p.empty() && (d.isOf(p.head, &evidenceNouns) || d.has(p.head, claimNoun)) {
		return false // see evidenced
	} else if !p.empty() && p.end < hi && d.toks[p.end].tag == relTag {
		return false // "found no one who could confirm this"
	}
	g := d.verbGroupAt(i, lo)
	if g.reduced && d.toks[i].tag == partTag {
		g.reduced = false // it has an object: "workers who drove through X on Tuesday met no soldiers"
	}
	if g.passive || g.negated || g.infinitive || g.modal {
		return false
	}
	sub, how := d.subject(g, lo, hi)
	if sub.empty() || !d.isOf(sub.head, &seersWords) && !d.mayTell(sub) && !d.has(sub.head, witnessWord|peopleWord|roleWord|rankWord) {
		return false
	}
	a := attribution{rule: "attr.K-absence", source: sub, subject: sub, cue: run{g.first, i + 1}, verb: i, stance: showStance, content: []run{{i + 1, d.objectEnd(i+1, hi)}}}
	d.fillSource(&a, how, lo)
	d.unseen = append(d.unseen, a) // apart: it says something only where it answers a claim
	return true
}

// sawNone turns "has not observed any presence in X" into a denial of what was looked for;
// frame is that of the content.
func (d *document) sawNone(a *attribution, frame frames) {
	if !a.negated || a.modal || frame != objectFrame || a.parent != 0 || a.inner || !d.isOf(a.verb, &watchVerbs) {
		return
	}
	x := a.content[0]
	if p := d.baseRight(x.first, x.end); p.empty() || d.has(p.head, claimNoun|docWord) || d.isDefinite(p) || d.toks[p.head].tag == pronTag || !d.isTyped(x.first, x.end) {
		return // "has not seen the report"
	}
	a.negated, a.stance = false, denyStance
}

// absences makes the claims of those who looked and did not find what a side has said:
// they say of it that it is not so.
func (r *Reader) absences(d *document) (made []draft) {
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.rule != "attr.K-evidence" || !d.isOf(a.verb, &lookVerbs) || a.echo || a.parent != 0 || len(a.content) != 1 {
			continue
		}
		c, ok := d.absence(a)
		if !ok {
			continue
		}
		if x := a.content[0]; !d.isAny(x.first, "this", "that", "it", "them", "such") {
			c.find, _ = d.typesIn(x.first, x.end)
		}
		c.attr = n + 1
		made = append(made, c)
	}
	for n := range d.unseen {
		a := d.unseen[n]
		if a.who = r.resolveSpeaker(d, &a); a.who.actor == 0 && !a.who.narrator {
			continue
		}
		c, ok := d.absence(&a)
		if !ok {
			continue
		}
		d.attrs = append(d.attrs, a)
		c.attr = len(d.attrs)
		made = append(made, c)
	}
	return made
}

// absence is the claim of attribution a that what a side has said last is not so; false
// when it answers nobody.
func (d *document) absence(a *attribution) (draft, bool) {
	x := a.content[0]
	if a.who.actor == 0 && !a.who.narrator {
		return draft{}, false
	}
	k := d.saidLast(a, run{a.cue.first, a.cue.first + 1})
	if k < 0 {
		return draft{}, false
	}
	said := &d.drafts[k]
	side := d.partyOf(said)
	if said.attr == 0 || said.polarity != geo.Affirmed || side.Adversary() == geo.UnknownParty || a.who.actor > 0 && d.actors[a.who.actor-1].party == side {
		return draft{}, false
	}
	if said.status == geo.NoStatus {
		said.status = geo.Disputed
		said.why = append(said.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(x.first, x.end)})
	}
	if d.drafted(x) {
		return draft{}, false // it is told already
	}
	c := draft{runs: d.runsOf(x), sent: int(d.toks[x.first].sent), find: said.find, who: a.who, polarity: geo.Negated, places: slices.Clone(said.places),
		why: []geo.Evidence{{Rule: "place.judged", Span: d.span(said.runs[0].first, said.runs[0].end)}, {Rule: "polarity.denial", Span: d.span(a.cue.first, a.cue.end)}}}
	for i := range c.places {
		c.places[i].Anaphor = true
	}
	return c, true
}

// drafted reports whether a draft that begins in the sentence of x, or in one of the few
// before, has words of x. Drafts stand in the order of their first words.
func (d *document) drafted(x run) bool {
	const back = 3 // sentences
	sent := int(d.toks[x.first].sent)
	k := sort.Search(len(d.drafts), func(k int) bool { return d.drafts[k].runs[0].first >= x.end })
	for k--; k >= 0 && d.drafts[k].sent >= sent-back; k-- {
		if runs := d.drafts[k].runs; x.first < runs[len(runs)-1].end {
			return true
		}
	}
	return false
}
