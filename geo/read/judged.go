package read

import (
	"slices"
	"sort"

	"contested/geo"
)

// farJudged is how many sentences back what somebody judges may have been said.
const farJudged = 3

// judgements makes the claims of those who judge in a word what was said before:
// "Kyiv denied this", "The ministry calls such reports fake", "He confirmed the
// claim about X". What they speak of is what the claim before them tells of.
func (r *Reader) judgements(d *document) {
	var made []draft
	made = append(r.briefJudgements(d), r.absences(d)...)
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.used || a.block || a.inner || len(a.content) != 1 || a.who.actor == 0 || a.rule != "attr.F-object" && a.rule != "attr.H-complement" && (a.rule != "attr.H-as" || a.stance != denyStance && !d.isOf(a.verb, &portrayVerbs)) {
			continue
		}
		stance, naming := a.stance, d.has(a.verb, namingWord)
		if naming || a.rule == "attr.H-as" && stance != denyStance {
			stance = reportStance(d, a.content[0].first, a.content[0].end)
			if stance == neutralStance && naming && d.kindAt(a.content[0].end-1) == closeToken {
				stance = denyStance // "called the announcement “the fifth of its kind”"
			}
		}
		if a.negated || stance != denyStance && stance != confirmStance && stance != admitStance {
			continue
		}
		x, many, ok := d.meansSaid(a.content[0])
		if naming && !ok && a.content[0].end > a.content[0].first+1 && d.isAny(a.content[0].first, "this", "that", "it") {
			x, ok = run{a.content[0].first, a.content[0].first + 1}, true // "called that a lie"
		}
		if !ok || !d.is(x.first, "any") && d.reasons(n) {
			continue
		}
		k := d.saidLast(a, x)
		if k < 0 || a.weak && !d.ownsUp(a, &d.drafts[k]) {
			continue
		}
		c := d.drafts[k]
		if x.end == x.first+1 && !naming {
			a.content[0].end = min(a.content[0].end, x.end) // "denied this within hours"
		}
		if many {
			for m := k - 1; m >= 0 && c.attr > 0 && d.drafts[m].attr == c.attr; m-- {
				c.places = append(c.places[:len(c.places):len(c.places)], d.drafts[m].places...)
			}
		}
		c = draft{attr: n + 1, runs: d.runsOf(a.content[0]), sent: int(d.toks[a.cue.first].sent), find: c.find, who: a.who, polarity: c.polarity, places: slices.Clone(c.places),
			why: []geo.Evidence{{Rule: "place.judged", Span: d.span(d.drafts[k].runs[0].first, d.drafts[k].runs[0].end)}}}
		for i := range c.places {
			c.places[i].Anaphor = true
		}
		if stance == denyStance || d.ownsUp(a, &d.drafts[k]) {
			c.polarity = opposite(d.drafts[k].polarity)
			c.why = append(c.why, geo.Evidence{Rule: "polarity.denial", Span: d.span(a.cue.first, a.cue.end)})
		}
		made = append(made, c)
	}
	made = append(made, d.ownJudgements()...)
	made = append(made, r.contradicted(d)...)
	if len(made) > 0 {
		d.drafts = append(d.drafts, made...)
		sort.SliceStable(d.drafts, func(i, j int) bool { return d.drafts[i].runs[0].first < d.drafts[j].runs[0].first })
	}
}

// briefJudgements makes the claims of those all of whose words judge what somebody else
// has just said: "'That is a lie,' says a nurse", "The miner said this was not true". What
// they said was of no kind by itself.
func (r *Reader) briefJudgements(d *document) (made []draft) {
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.weak || a.block || a.negated || len(a.content) == 0 || a.who.actor == 0 {
			continue
		}
		x, stance := d.judgesBriefly(a)
		if stance == neutralStance {
			continue
		}
		said := r.askedAbout(d, a)
		if k := d.saidLast(a, run{x.first, x.first + 1}); said == nil && k >= 0 {
			said = &d.drafts[k]
		}
		if said == nil {
			continue
		}
		c := draft{attr: n + 1, runs: d.runsOf(x), sent: int(d.toks[x.first].sent), find: said.find, who: a.who, polarity: said.polarity, places: slices.Clone(said.places),
			why: []geo.Evidence{{Rule: "place.judged", Span: d.span(said.runs[0].first, said.runs[0].end)}}}
		for i := range c.places {
			c.places[i].Anaphor = true
		}
		if stance == denyStance {
			c.polarity = opposite(said.polarity)
			c.why = append(c.why, geo.Evidence{Rule: "polarity.denial", Span: d.span(x.first, x.end)})
		}
		d.dropAround(n+1, x)
		made = append(made, c)
	}
	if len(made) > 0 {
		d.drafts = slices.DeleteFunc(d.drafts, func(o draft) bool { return o.dropped })
	}
	return made
}

// dropAround drops the drafts of attribution attr (counted from 1) that begin in the
// sentence of x and touch it. Drafts stand in the order of their first words.
func (d *document) dropAround(attr int, x run) {
	from := d.sents[d.toks[x.first].sent].first
	k := sort.Search(len(d.drafts), func(k int) bool { return d.drafts[k].runs[0].first > x.end })
	for k--; k >= 0 && d.drafts[k].runs[0].first >= from; k-- {
		if o := &d.drafts[k]; o.attr == attr && x.first <= o.runs[0].end {
			o.dropped = true
		}
	}
}

// judgesBriefly is the first clause of what is said when it does no more than say whether
// something holds: "that is a lie", "it was not true".
func (d *document) judgesBriefly(a *attribution) (run, stance) {
	const short = 8 // tokens
	x := d.trimRun(a.content[0])
	if x.empty() || !d.isOf(x.first, &pointersAhead) {
		return x, neutralStance
	}
	at := x.first + 1 // "This information is untrue"
	if at+1 < x.end && d.toks[at].tag == nounTag && (d.has(at, claimNoun) || d.isOf(at, &toldNouns)) {
		at++
	} else if d.isAny(x.first, "the", "such") {
		return x, neutralStance
	}
	for k := x.first + 1; k < x.end; k++ {
		if d.endsClause(k) || d.toks[k].sent != d.toks[x.first].sent || d.toks[k].kind == closeToken {
			x.end = k
			break
		}
	}
	if x.end-x.first > short || d.tagAt(at) != auxTag || len(d.mentionsIn(x.first, x.end)) > 0 {
		return x, neutralStance
	}
	return x, reportStance(d, x.first, x.end)
}

// toldNouns are what was told, besides nouns of claiming.
var toldNouns = listOf("information news account accounts data message messages figure figures")

// reasons reports whether whoever judges in attribution n goes on with what there is
// instead: "dismissed the figures. 'They have taken it on paper,' he said". That is the
// claim then.
func (d *document) reasons(n int) bool {
	a := &d.attrs[n]
	s := d.toks[a.cue.first].sent
	for m := n + 1; m < len(d.attrs) && m < n+6; m++ {
		b := &d.attrs[m]
		if t := d.toks[b.cue.first].sent; t > s+1 || d.sents[t].block != d.sents[s].block {
			return false
		}
		if b.used && !b.block && b.who.actor == a.who.actor && b.parent == 0 {
			return true
		}
	}
	return false
}

// refutation is what the sentence says behind the content of a noun of saying when it is
// that it does not hold: "the claim that C [is not true]"; empty when it says something else.
func (d *document) refutation(a *attribution, st *sentence) run {
	const far = 24 // tokens
	end := a.content[0].end
	if next := d.pastAdverbs(end+1, st.end); end+2 < st.end && d.char(end) == ',' && d.toks[next].tag == auxTag {
		end = next // "The claim, that C, is also false"
	} else {
		end = d.pastAside(end, st.end)
	}
	if end >= st.end || d.toks[end].tag != auxTag {
		return run{}
	}
	rest := end
	for rest < min(st.end, end+far) && !d.endsClause(rest) {
		rest++
	}
	if reportStance(d, end, rest) != denyStance {
		return run{}
	}
	return run{end, rest}
}

// ownJudgements lists what a text that is not the press's says itself of others'
// claims: "Kiev's claims that it holds X are far from reality".
func (d *document) ownJudgements() (made []draft) {
	for k := range d.drafts {
		c := d.drafts[k]
		if c.attr == 0 || d.attrs[c.attr-1].rule != "attr.K-noun" {
			continue
		}
		a := &d.attrs[c.attr-1]
		st := &d.sents[c.sent]
		issued := d.issuedHere(st)
		if a.parent != 0 || a.source.empty() || d.toks[a.cue.first].tag == verbTag || c.runs[0].first < a.content[0].first || !issued && d.article.Publisher.Party == geo.Press {
			continue
		}
		verdict := d.refutation(a, st)
		if verdict.empty() {
			continue
		}
		c.attr, c.who, c.status, c.split = 0, speaker{narrator: true}, geo.NoStatus, false
		if issued {
			c.attr, c.who = d.issuer, d.attrs[d.issuer-1].who
		}
		c.runs = d.runsOf(run{a.cue.first, c.runs[len(c.runs)-1].end}) // a span of its own
		c.places = slices.Clone(c.places)
		c.why = []geo.Evidence{{Rule: "polarity.denial", Span: d.span(verdict.first, verdict.end)}}
		c.polarity = opposite(c.polarity)
		made = append(made, c)
	}
	return made
}

// meansSaid reports whether content x only points back to what was said: "this",
// "it", "these allegations", "the claim about X", and whether it means several
// claims. It returns the phrase that points.
func (d *document) meansSaid(x run) (phrase run, many, ok bool) {
	if d.isAny(x.first, "this", "it", "that", "both", "these") && (x.end == x.first+1 || d.char(x.first+1) == ',' || d.toks[x.first+1].tag == prepTag || d.toks[x.first+1].tag == advTag) {
		return run{x.first, x.first + 1}, d.isAny(x.first, "both", "these"), true
	}
	if !d.isAny(x.first, "this", "that", "these", "those", "such", "the", "any", "all", "both") {
		return x, false, false
	}
	k := x.first + 1
	for k < x.end && (d.toks[k].tag == adjTag || d.toks[k].tag == detTag || d.toks[k].tag == partTag || d.toks[k].tag == numTag) {
		k++
	}
	if k >= x.end || !d.has(k, claimNoun) && !(k > x.first+1 && d.is(x.first, "any") && d.is(x.first+1, "such") && d.toks[k].tag == nounTag) && !d.isAny(k, "account", "accounts", "reading", "information", "news", "figure", "figures", "remark", "remarks", "comments", "words", "announcement") {
		return x, false, false
	}
	rest := k + 1
	if rest+1 < x.end && d.isAny(rest, "about", "on", "of", "from") {
		if m := d.mentionsIn(rest+1, x.end); len(m) == 0 || m[0].first > rest+3 {
			return x, false, false
		}
	} else if rest < x.end && (d.toks[rest].tag == thatTag || d.toks[rest].tag == toTag) {
		return x, false, false
	}
	return run{x.first, k + 1}, d.isAny(x.first, "these", "those", "all", "both"), true
}

// judgesAs reports whether a calls something said something, and no more: what follows "as"
// says why it was said, not what: "dismissed the remarks as a ploy to wreck the truce".
func (d *document) judgesAs(a *attribution) bool {
	c := a.content[0]
	for k := c.first + 1; k < c.end && k < c.first+8; k++ {
		if d.is(k, "as") {
			x := run{c.first, k}
			_, _, ok := d.meansSaid(x)
			return ok && !d.anyPlace([]run{x}) && !d.isTyped(x.first, x.end)
		}
	}
	return false
}

// saidLast is the draft that was said last before attribution a judges it, by
// somebody else and of a place: one that x names, where x names any. -1 for none.
func (d *document) saidLast(a *attribution, x run) int {
	s := int(d.toks[a.cue.first].sent)
	named := d.mentionsIn(a.content[0].first, a.content[0].end)
	k := sort.Search(len(d.drafts), func(k int) bool { return d.drafts[k].runs[0].first >= x.first })
	for k--; k >= 0; k-- {
		c := &d.drafts[k]
		if d.sentencesBetween(c.sent, s) > farJudged || d.sents[c.sent].block < d.sents[s].block-1 {
			return -1
		}
		if d.sents[c.sent].block != d.sents[s].block && s > 0 && d.sents[s-1].block == d.sents[s].block && !d.sents[s-1].label {
			return -1 // the paragraph has something else to point to
		}
		if len(c.places) == 0 || c.who.actor == a.who.actor && !d.ownsUp(a, c) || c.dropped || c.heading {
			continue
		}
		if !d.anyPlace(a.content) {
			return k
		}
		for _, m := range named {
			if !d.isSpot(&m) {
				continue
			}
			if slices.ContainsFunc(c.places, func(p geo.PlaceRef) bool { return p.Place == m.Place }) {
				return k
			}
		}
	}
	return -1
}

// ownsUp reports whether attribution a admits or confirms what its speaker has denied in
// draft c: "denied that X had been lost but later admitted it".
func (d *document) ownsUp(a *attribution, c *draft) bool {
	return (a.stance == admitStance || a.stance == confirmStance) && a.who.actor == c.who.actor && c.attr > 0 && d.attrs[c.attr-1].stance == denyStance && c.polarity == geo.Negated
}

// opposite is the polarity of who denies a claim of polarity p.
func opposite(p geo.Polarity) geo.Polarity {
	if p == geo.Negated {
		return geo.Affirmed
	}
	return geo.Negated
}
