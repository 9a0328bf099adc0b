package read

import "contested/geo"

// What plans and drafts would have: "The draft, seen by reporters, would turn X into",
// "Kyiv's counter-proposal provides for". The document speaks, for whoever put it forward.

var (
	planNouns = listOf("plan plans proposal proposals draft drafts counterproposal counterproposals blueprint roadmap memorandum deal agreement accord treaty offer initiative package outline framework communique communiqué ultimatum document text version paper article clause")
	planVerbs = listOf("provides provide provided stipulates stipulated envisages envisage envisaged envisioned envisions foresees foresaw requires required obliges obliged includes included grants granted recognises recognizes recognised recognized leaves gives hands allows bars commits forces freezes places puts turns")
	planSet   = setOf(&planNouns)

	// putForward is what is done with plans by those whose they are, whichPlan say which of several it is.
	putForward = listOf("handed hand hands presented presents submitted submits tabled tables circulated circulates drafted drew drawn put sent sends delivered unveiled published proposed floated brought")
	whichPlan  = listOf("earlier early original initial revised updated previous later first second final new")
	wouldAux   = listOf("would will")
)

// planned handles a plan that is the subject of the verb, or of the auxiliary, at token i
// of sentence s.
func (d *document) planned(i, s int) bool {
	lo, hi := d.bounds(i, s)
	if d.lacks(lo, hi, &planSet) || d.speechAt(i) >= 0 {
		return false
	}
	v, first := i, i
	if d.toks[i].tag == partTag && !d.has(i-1, haveWord) {
		return false
	}
	if d.toks[i].tag == auxTag {
		if v = d.pastAdverbs(i+1, hi); v >= hi || d.toks[v].tag != baseTag || d.isAny(v, "say", "read", "mention") {
			return false
		}
	}
	g := d.verbGroupAt(v, lo)
	if g.passive || g.infinitive || g.reduced || g.negated {
		return false
	}
	sub, how := d.subject(g, lo, hi)
	if sub.empty() || how != subjectAdjacent && how != subjectAside || !d.isPlan(sub) {
		return false
	}
	if d.isAny(v, "provides", "provide", "provided") {
		if first = v + 2; !d.is(v+1, "for") {
			return false
		}
	} else if d.isAny(v, "envisages", "envisage", "envisaged", "envisions", "envisioned", "foresees", "foresaw", "stipulates", "stipulated", "includes", "included") && v == i {
		first = v + 1
	}
	end := d.clauseEnd(first, hi)
	if first >= end || d.toks[first].tag == thatTag || !d.anyPlace([]run{{first, end}}) {
		return false
	}
	d.addAttribution(attribution{rule: "attr.F-plan", source: sub, subject: sub, cue: run{sub.head, sub.head + 1}, verb: sub.head, stance: proposeStance, content: []run{{first, end}}})
	return true
}

// isPlan reports whether a phrase is one for a certain plan: "the draft", "Kyiv's offer",
// "the U.S. plan"; "any deal" is none.
func (d *document) isPlan(p np) bool {
	if !d.isOf(p.head, &planNouns) || p.end-p.first == 1 || d.plural(p.head) && d.toks[p.first].tag != detTag {
		return false
	}
	if d.isOf(p.head, &paperWords) && p.head+1 < p.end && d.is(p.head+1, "of") && !d.anyOf(p.head+2, p.end, &planNouns) {
		return false // "a version of events"
	}
	return d.isOf(p.first+1, &whichPlan) || !d.isAny(p.first, "a", "an", "any", "no", "such", "every", "another", "some", "each")
}

var paperWords = listOf("version text paper document article clause")

// recognisesInPlan reports whether what the verb at token i says is what a plan would bring: "The
// plan would freeze the line and recognise X as Russian".
func (d *document) recognisesInPlan(i int, sub np) bool {
	return d.toks[i].verb&baseForm != 0 && d.lex.lemmas[d.toks[i].lemma].stance == admitStance && !sub.empty() && d.isPlan(sub)
}

// handedOver is who puts the plan p forward: "Russian negotiators handed over a memorandum".
func (d *document) handedOver(p np) np {
	v, lo := p.first-1, d.sents[d.toks[p.first].sent].first
	if v > lo && d.isAny(v, "over", "forward", "up", "out") {
		v--
	}
	if v <= lo || !d.isOf(v, &putForward) || d.toks[v].tag != verbTag && d.toks[v].tag != partTag {
		return np{}
	}
	g := d.verbGroupAt(v, lo)
	if g.passive || g.reduced {
		return np{}
	}
	s, _ := d.subject(g, lo, d.sents[d.toks[p.first].sent].end)
	return s
}

// underPlan reports whether the clause from token lo on tells of what a plan would have:
// "Under the deal, Ukraine would withdraw from X".
func (d *document) underPlan(lo int) bool {
	if k := d.inReturn(lo); k > 0 && d.toks[k].sent > 0 {
		before := &d.sents[d.toks[k].sent-1]
		return d.sents[d.toks[k].sent].block == before.block && !d.lacks(before.first, before.end, &planSet)
	}
	if !d.isAny(lo, "under", "in", "by") {
		return false
	}
	p := d.baseRight(lo+1, min(len(d.toks), lo+12))
	return !p.empty() && d.isOf(p.head, &planNouns)
}

// inReturn is the token of "in return" behind the auxiliary of the clause from token lo on: "Russia
// would in turn leave X"; 0 for none.
func (d *document) inReturn(lo int) int {
	const far = 8 // tokens
	for k := lo; k+2 < len(d.toks) && k < lo+far && d.toks[k].sent == d.toks[lo].sent; k++ {
		if d.is(k, "in") && d.isAny(k+1, "turn", "return", "exchange") && (k == lo || d.toks[k-1].tag == auxTag) {
			return k
		}
	}
	return 0
}

// withPlan reports whether the sentence of a demand speaks of a plan as well.
func (d *document) withPlan(a *attribution) bool {
	st := &d.sents[d.toks[a.cue.first].sent]
	return !d.lacks(st.first, st.end, &planSet)
}

// ofPlan gives a plan the side of who put it forward: of whom the text has said so, or
// whose it was called before.
func (d *document) ofPlan(a *attribution, e *actor, p np) bool {
	const far = 400 // tokens
	if !d.isOf(p.head, &planNouns) || a.rule != "attr.F-plan" && d.isOf(p.head, &paperWords) || d.isOf(p.first, &aOrAn) && !d.isOf(p.first+1, &whichPlan) || e.party != geo.UnknownParty {
		return false
	}
	for k := p.first - 1; k > 0 && k > p.first-far; k-- {
		if !d.isOf(k, &planNouns) {
			continue
		}
		q := d.baseLeft(k, max(0, k-8))
		if q.empty() {
			continue
		}
		if s := d.handedOver(q); !s.empty() {
			q = s
			k = s.end
		}
		for _, h := range d.partiesIn(q.first, k) {
			if h.entry.party != geo.UnknownParty {
				return e.set(d, h.entry.party, geo.Government, wEarlier, "party.same", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	for n := d.attributionFrom(func(b *attribution) bool { return b.cue.first >= a.cue.first }) - 1; n >= 0 && d.attrs[n].cue.first >= a.cue.first-far; n-- {
		b := &d.attrs[n]
		if b.stance != proposeStance && !(b.stance == demandStance && d.withPlan(b)) || b.who.actor == 0 {
			continue
		}
		if o := &d.actors[b.who.actor-1]; o.party != geo.UnknownParty {
			return e.set(d, o.party, o.class, min(o.weight, wEarlier), "party.same", b.source.first, b.source.end, o.name)
		}
	}
	return false
}

// offersVenue: "offered Istanbul as the venue for talks".
func (d *document) offersVenue(a *attribution) bool {
	c := a.content[0]
	end := d.sents[d.toks[c.first].sent].end
	for k := c.first + 1; k+2 < min(end, c.first+5); k++ {
		if d.is(k, "as") {
			p := d.baseRight(k+1, end)
			return !p.empty() && d.isAny(p.head, "venue", "site", "place", "host", "location") && len(d.mentionsIn(c.first, k)) > 0
		}
	}
	return false
}
