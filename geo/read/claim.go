package read

import (
	"sort"

	"contested/geo"
)

// draft is a claim while it is made.
type draft struct {
	attr     int   // 1 + its attribution, 0 for the narrator
	runs     []run // its content, without what only attributes it
	sent     int   // the sentence its content starts in
	find     finding
	actor    geo.Party // the side that acts, where it is found with the claim
	agree    int       // patterns that agree on the type
	places   []geo.PlaceRef
	given    bool // the places are named in the content itself
	polarity geo.Polarity
	modality geo.Modality
	status   geo.Status
	checked  int // the sentence that gave the status
	who      speaker
	why      []geo.Evidence
	heading  bool
	split    bool // its attribution makes several claims
	dropped  bool
}

// findClaims makes the claims of the document.
func (r *Reader) findClaims(d *document) {
	d.judgeReports()
	for n := range d.attrs {
		d.attrs[n].used = d.makesClaims(n)
	}
	for n := range d.attrs {
		d.yieldToInner(n)
	}
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.used && (!a.block || a.who.actor > 0 && d.actors[a.who.actor-1].class != geo.Media && d.actors[a.who.actor-1].party != geo.UnknownParty && !d.isQuestion(a)) {
			r.claimsOf(d, n)
		}
	}
	r.narrated(d)
	r.heldTowns(d)
	sort.SliceStable(d.drafts, func(i, j int) bool { return d.drafts[i].runs[0].first < d.drafts[j].runs[0].first })
}

// judgeReports: "Reports that C are false, X said": X denies C.
func (d *document) judgeReports() {
	for n := range d.attrs {
		b := &d.attrs[n]
		if b.rule != "attr.K-noun" || b.parent == 0 || !b.source.empty() {
			continue
		}
		a := &d.attrs[b.parent-1]
		end := b.content[len(b.content)-1].end
		if a.weak || a.block || len(a.content) != 1 || b.cue.first-a.content[0].first > 4 || end >= a.content[0].end || d.toks[end].tag != auxTag {
			continue
		}
		rest := end
		for rest < a.content[0].end && d.toks[rest].tag != coordTag && !d.endsClause(rest) {
			rest++
		}
		stance := reportStance(d, end, rest)
		if stance == neutralStance {
			continue
		}
		b.source, b.subject, b.who, b.cue, b.verb, b.stance, b.weak, b.parent = a.source, a.subject, a.who, a.cue, a.verb, stance, false, a.parent
		if rest++; rest < a.content[0].end {
			a.content[0].first = rest // "… are false and that C"
			continue
		}
		a.weak, a.content = true, nil
	}
}

// reportStance is what "are false", "is not true" and "are accurate" among
// tokens [i, end) say of a report; neutral when they say nothing.
func reportStance(d *document, i, end int) stance {
	negated, judged := false, neutralStance
	for k := i; k < end; k++ {
		switch {
		case d.has(k, negWord):
			negated = true
		case d.isAny(k, "false", "untrue", "fake", "fakes", "nonsense", "lie", "lies", "wrong", "incorrect", "baseless", "unfounded", "groundless", "fabricated", "fabrication", "fabrications", "inaccurate", "misleading", "fiction", "fantasy", "disinformation", "misinformation", "propaganda", "invented", "premature", "exaggerated", "hoax"):
			judged = denyStance
		case d.isAny(k, "true", "correct", "accurate", "credible", "right"):
			judged = confirmStance
		}
	}
	switch {
	case judged == neutralStance:
		return neutralStance
	case negated && judged == confirmStance:
		return denyStance
	case negated:
		return neutralStance
	}
	return judged
}

// makesClaims reports whether attribution n says something that is a claim.
func (d *document) makesClaims(n int) bool {
	a := &d.attrs[n]
	if len(a.content) == 0 {
		return false
	}
	if a.block {
		return true
	}
	if d.has(a.verb, namingWord) && a.rule == "attr.F-object" && a.weak {
		return false
	}
	if a.rule == "attr.C-bare" && d.isAct(a) {
		return false
	}
	typed := false
	for _, c := range a.content {
		f, _ := d.typesIn(c.first, c.end)
		typed = typed || f.weight > 0
	}
	clause := a.rule == "attr.C-bare" || a.rule == "attr.B-that"
	if a.weak && !((typed || clause && a.stance == believeStance) && (d.anyPlace(a.content) || a.denies() || a.rule == "attr.F-passive" || typed && a.rule == "attr.F-object" && d.isAny(a.verb, "counted", "counts", "count", "recorded", "records", "registered", "logged", "listed", "lists", "documented"))) {
		return false
	}
	if a.modal && a.stance != denyStance {
		return false
	}
	if a.negated && a.stance != denyStance && a.stance != laterStance && a.rule != "attr.K-noun" && !a.denies() {
		return false
	}
	if a.stance == citeStance || a.stance == knowStance && a.rule != "attr.A-quote" && a.rule != "attr.A-inverted" && a.rule != "attr.E-after" && !a.speech || a.weak && a.parent != 0 && a.rule != "attr.F-passive" && a.rule != "attr.K-noun" {
		return false
	}
	if a.stance == askStance || d.isQuestion(a) {
		return a.stance == askStance && a.demand && (typed || d.anyPlace(a.content))
	}
	switch a.rule {
	case "attr.C-show":
		return typed || d.anyPlace(a.content)
	case "attr.F-gerund", "attr.F-prep":
		return typed && (d.anyPlace(a.content) || a.stance == denyStance && d.is(a.content[0].end-1, "it"))
	case "attr.F-estimate":
		return true
	case "attr.G-to":
		return typed || a.stance != denyStance && d.anyPlace(a.content)
	case "attr.H-scene":
		return typed || d.anyPlace(a.content) || d.anyPlace([]run{{a.source.first, a.source.end}})
	case "attr.G-urge", "attr.H-extracted", "attr.H-as", "attr.H-complement":
		return typed || d.anyPlace(a.content)
	case "attr.F-object", "attr.F-passive", "attr.F-accuse":
		return typed || d.anyPlace(a.content) && (a.stance == showStance && d.perceives(a) && !d.isAny(a.verb, "find", "finds", "found", "finding") || a.stance == proposeStance && !a.weak)
	case "attr.B-wh":
		return typed || d.anyPlace(a.content) && d.hasFinite(a.content[0].first, a.content[0].end)
	case "attr.K-noun":
		return typed || d.anyPlace(a.content)
	}
	switch a.stance {
	case praiseStance, wantStance:
		return typed
	}
	return true
}

// isAct reports whether the verb of a bare attribution does what it names instead
// of telling of it: "established control over", "found two bodies".
func (d *document) isAct(a *attribution) bool {
	if !a.weak || len(a.content) == 0 {
		return false
	}
	f, _ := d.typesIn(a.verb, a.content[0].end)
	return f.weight > 62 && f.first == a.verb && f.end > a.cue.end
}

// yieldToInner drops "published a video with the remark that C" where "remark
// that C" makes the claim.
func (d *document) yieldToInner(n int) {
	a := &d.attrs[n]
	if !a.used || a.rule != "attr.F-object" {
		return
	}
	for k := n + 1; k < len(d.attrs) && k < n+4; k++ {
		if b := &d.attrs[k]; b.used && b.rule == "attr.K-noun" && a.covers(b.cue) && b.who.actor == a.who.actor {
			a.used = false
		}
	}
}

// denies reports whether a negated cue says that its content does not hold: "does
// not believe that", "does not admit the loss of".
func (a *attribution) denies() bool {
	return a.negated && (a.stance == believeStance || a.stance == admitStance)
}

// isQuestion reports whether the whole content asks.
func (d *document) isQuestion(a *attribution) bool {
	last := a.content[len(a.content)-1].end - 1
	if d.toks[last].kind == closeToken {
		last--
	}
	return last >= 0 && d.char(last) == '?'
}

func (d *document) anyPlace(runs []run) bool {
	for _, c := range runs {
		for _, m := range d.mentionsIn(c.first, c.end) {
			if d.isSpot(&m) {
				return true
			}
		}
	}
	return false
}

// isSpot reports whether a mention is a place that a claim can be about.
func (d *document) isSpot(m *mention) bool {
	return m.Place != "" && (m.Use == geo.Literal || m.Use == geo.AreaUse || m.Use == geo.Anaphor)
}

// mentionIndex is the index of the first mention that starts at token i or later.
func (d *document) mentionIndex(i int) int {
	return sort.Search(len(d.mentions), func(k int) bool { return d.mentions[k].first >= i })
}

// mentionsIn lists the mentions within tokens [i, j).
func (d *document) mentionsIn(i, j int) []mention {
	lo := d.mentionIndex(i)
	hi := lo
	for hi < len(d.mentions) && d.mentions[hi].first < j {
		hi++
	}
	for hi > lo && d.mentions[hi-1].end > j {
		hi--
	}
	return d.mentions[lo:hi]
}

// claimsOf makes the claims of attribution n.
func (r *Reader) claimsOf(d *document, n int) {
	a := &d.attrs[n]
	var parts []clause
	for k := range a.content {
		a.content[k] = d.beforeCaveat(a.content[k])
	}
	for _, c := range a.content {
		if a.rule == "attr.F-object" || a.rule == "attr.C-bare" {
			c = d.wordsIn(c)
		}
		for _, own := range d.withoutChildren(n, c) {
			list := d.splitClauses(own)
			if len(list) > 0 && len(parts) > 0 {
				list[0].joint = d.resumedJoint(a, own, list[0].joint)
			}
			parts = append(parts, list...)
		}
	}
	for i := range parts {
		d.measure(&parts[i])
	}
	parts = d.mergeClauses(parts, a.speech && !a.block)
	before := len(d.drafts)
	defer func() {
		for k := before; len(d.drafts) > before+1 && k < len(d.drafts); k++ {
			d.drafts[k].split = true
		}
	}()
	for i := range parts {
		p := &parts[i]
		if len(p.runs) == 0 || d.contentLength(p.runs) < 2 && p.find.weight == 0 {
			continue
		}
		dr := draft{attr: n + 1, runs: p.runs, find: p.find, agree: p.agree, who: a.who}
		dr.sent = int(d.toks[p.runs[0].first].sent)
		dr.heading = d.blocks[d.sents[dr.sent].block].kind == heading
		d.placeClaim(r, &dr, a)
		d.settleType(&dr)
		d.judgeMood(&dr, a)
		if !d.worthClaiming(&dr, a) {
			continue
		}
		d.drafts = append(d.drafts, dr)
	}
}

// settleType drops types that single words suggest when no place bears them out.
func (d *document) settleType(c *draft) {
	if c.find.typ == geo.Withdrawal && c.find.weight == leaveWeight {
		part := c.runs[0]
		for _, x := range c.runs {
			if x.first <= c.find.first && c.find.first < x.end {
				part = x
			}
		}
		if !d.soldiers(part.first, c.find.first) && !d.states(part.first, c.find.first) && d.civilians(part.first, c.find.first) {
			c.find.typ, c.find.weight = geo.Evacuation, leaveWeight+1
		}
	}
	if c.find.weight > 0 && c.find.weight <= 60 && !c.given || c.find.weight >= 90 && c.find.typ == geo.Other {
		c.find = finding{}
	}
}

// leaveWeight is the weight of "leave X" in types.tsv, which soldiers and
// residents do.
const leaveWeight = 66

// civilians reports whether people who are no soldiers are spoken of among tokens
// [i, j).
func (d *document) civilians(i, j int) bool {
	for k := i; k < j; k++ {
		if d.has(k, peopleWord|witnessWord|firstName) || d.isAny(k, "no", "nobody", "everyone", "everybody", "anyone", "most", "many", "thousands", "hundreds", "dozens") || d.toks[k].kind == numberToken && !d.isYear(k) {
			return true
		}
	}
	return false
}

// wordsIn narrows "a clip with the words '…'" to the words.
func (d *document) wordsIn(c run) run {
	for i := c.first; i < c.end; i++ {
		if d.toks[i].kind != openToken || i == c.first || !d.isAny(i-1, "words", "caption", "message", "title", "headline", "slogan", "inscription", "text", "reading", "saying") {
			continue
		}
		if q := &d.quotes[d.toks[i].quote-1]; q.first == i && q.last < c.end && q.last-q.first > 2 {
			return run{i, q.last + 1}
		}
	}
	return c
}

// worthClaiming drops what an attribution says that is no claim: names without a
// verb, thanks, remarks about other things in frames that are often acts.
func (d *document) worthClaiming(c *draft, a *attribution) bool {
	if c.find.weight > 0 {
		return true
	}
	switch a.rule {
	case "attr.G-to", "attr.G-urge":
		return c.given && a.stance != wantStance && a.stance != denyStance && !a.weak
	case "attr.F-object":
		return c.given && (a.stance == showStance || a.stance == proposeStance)
	case "attr.F-gerund", "attr.F-prep", "attr.F-passive", "attr.F-accuse":
		return false
	case "attr.B-wh", "attr.K-noun", "attr.H-extracted", "attr.H-as", "attr.H-complement", "attr.H-scene":
		return c.given
	case "attr.J-headline":
		return d.hasFinite(c.runs[0].first, c.runs[0].end)
	}
	if a.weak && !(a.stance == believeStance && c.given) || a.stance == believeStance && len(c.places) == 0 && a.rule != "attr.B-that" {
		return false
	}
	return true
}

func (d *document) contentLength(runs []run) (n int) {
	for _, r := range runs {
		for i := r.first; i < r.end; i++ {
			if d.toks[i].kind == wordToken || d.toks[i].kind == numberToken {
				n++
			}
		}
	}
	return n
}

// withoutChildren is the part of a content run that belongs to attribution n
// itself and not to one that stands in it.
func (d *document) withoutChildren(n int, c run) []run {
	out := []run{c}
	for _, step := range []int{-1, 1} {
		for k, m := n+step, 0; k >= 0 && k < len(d.attrs) && m < 20; k, m = k+step, m+1 {
			b := &d.attrs[k]
			if b.parent != n+1 || !b.used || b.block || d.attrs[n].echo {
				continue
			}
			// its territory: subject, cue and content, and what stands between
			lo, hi := b.cue.first, b.cue.end
			if !b.subject.empty() && b.subject.end <= b.cue.first && b.subject.first >= c.first {
				lo = min(lo, b.subject.first)
			}
			for _, x := range b.content {
				if x.first >= c.first && x.end <= c.end {
					lo, hi = min(lo, x.first), max(hi, x.end)
				}
			}
			var next []run
			for _, o := range out {
				if hi <= o.first || lo >= o.end {
					next = append(next, o)
					continue
				}
				if lo-o.first > 2 {
					next = append(next, run{o.first, lo})
				}
				if o.end-hi > 2 {
					next = append(next, run{hi, o.end})
				}
			}
			out = next
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].first < out[j].first })
	return out
}

// finish writes the drafts as claims into the reading.
func (r *Reader) finish(d *document) {
	if len(d.drafts) > 0 {
		d.reading.Claims = make([]geo.Claim, 0, len(d.drafts))
	}
	seen := map[[2]int]bool{}
	for i := range d.drafts {
		c := &d.drafts[i]
		if c.dropped {
			continue
		}
		out := geo.Claim{Article: d.article.ID, Type: c.find.typ, Polarity: c.polarity, Modality: c.modality, Status: c.status, Places: c.places}
		for _, x := range c.runs {
			out.Content = append(out.Content, d.span(x.first, x.end))
		}
		out.ID = geo.NewClaimID(d.article.ID, out.Content)
		first, last := d.sents[d.toks[c.runs[0].first].sent], d.sents[d.toks[c.runs[len(c.runs)-1].end-1].sent]
		out.Excerpt = d.span(first.first, last.end)
		if out.Actor = c.actor; out.Actor == geo.UnknownParty {
			out.Actor = d.actorOf(c)
		}
		r.attribute(d, c, &out)
		when, said := r.when(d, c)
		if out.When = when; when.Known() {
			c.why = append(c.why, said)
		}
		parts := ""
		out.Confidence, parts = d.confidence(c)
		out.Why = append(c.why, geo.Evidence{Rule: ConfidenceRule, Note: parts})
		if out.Validate(d.article) != nil {
			continue
		}
		d.reading.Claims = append(d.reading.Claims, out)
		if len(out.Speaker) > 0 {
			s := out.Speaker[0]
			if key := [2]int{s.Start, s.End}; !seen[key] {
				seen[key] = true
				d.reading.Speakers = append(d.reading.Speakers, geo.SpeakerMention{Span: s, Source: out.Source, Why: c.who.why})
			}
		}
	}
	if len(d.reading.Claims) == 0 {
		d.reading.Claims = nil
	}
	sort.SliceStable(d.reading.Speakers, func(i, j int) bool { return d.reading.Speakers[i].Span.Start < d.reading.Speakers[j].Span.Start })
}

// attribute fills in who makes the claim.
func (r *Reader) attribute(d *document, c *draft, out *geo.Claim) {
	narrator := geo.Source{Key: "narrator", Name: d.article.Publisher.Name, Party: d.article.Publisher.Party, Class: geo.Narrator}
	if c.attr == 0 && c.who.actor == 0 {
		out.Source = narrator
		return
	}
	if c.attr > 0 {
		a := &d.attrs[c.attr-1]
		out.Cue = []geo.Span{d.span(a.cue.first, a.cue.end)}
		src := a.source
		if a.rule == "attr.K-noun" && a.parent > 0 && src.end-src.first == 1 && d.has(src.first, possWord) {
			src = d.attrs[a.parent-1].source // "It repeated its claim that"
		}
		if a.rule != "attr.J-label" || c.who.actor > 0 {
			if !src.empty() {
				out.Speaker = []geo.Span{d.span(src.first, src.end)}
			}
		}
		c.why = append([]geo.Evidence{{Rule: a.rule, Span: d.span(a.cue.first, a.cue.end)}}, c.why...)
		if a.via.actor > 0 {
			s := d.sourceOf(a.via)
			out.Via = &s
		} else if a.parent > 0 && d.attrs[a.parent-1].who.actor > 0 && d.attrs[a.parent-1].who.actor != c.who.actor {
			s := d.sourceOf(d.attrs[a.parent-1].who)
			out.Via = &s
		}
	}
	switch {
	case c.who.actor > 0:
		out.Source = d.sourceOf(c.who)
	case c.who.narrator:
		out.Source = narrator
		if len(out.Speaker) > 0 {
			out.Source.Class = geo.Media
			if narrator.Party != geo.Press {
				out.Source.Class = geo.Organisation
			}
		}
	default:
		out.Source = geo.Source{Key: "unknown", Name: "unnamed"}
		if len(out.Speaker) > 0 {
			out.Source.Name = out.Speaker[0].Of(d.text)
		}
	}
	c.why = append(c.why, c.who.why...)
}

// sourceOf is the source that a speaker is.
func (d *document) sourceOf(s speaker) geo.Source {
	if s.actor == 0 {
		return geo.Source{}
	}
	a := &d.actors[s.actor-1]
	return geo.Source{Key: a.key, Name: a.name, Party: a.party, Class: a.class}
}

// actorOf is the side that acts in a claim: the one its subject names.
func (d *document) actorOf(c *draft) geo.Party {
	if c.find.weight == 0 {
		return geo.UnknownParty
	}
	first := c.runs[0].first
	for _, x := range c.runs {
		if x.first <= c.find.first && c.find.first < x.end {
			first = x.first
		}
	}
	for _, h := range d.partiesIn(first, c.find.first) {
		if h.entry.party == geo.Russia || h.entry.party == geo.Ukraine {
			return h.entry.party
		}
	}
	for i := first; i < c.find.first; i++ {
		if d.has(i, enemyWord) {
			switch d.sourceOf(c.who).Party {
			case geo.Ukraine:
				return geo.Russia
			case geo.Russia:
				return geo.Ukraine
			}
		}
	}
	return geo.UnknownParty
}
