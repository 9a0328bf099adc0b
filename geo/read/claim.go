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
	home     int  // 1 + the mention of the place its witness has left, where it is of that
	polarity geo.Polarity
	modality geo.Modality
	status   geo.Status
	checked  int // the sentence that gave the status
	who      speaker
	why      []geo.Evidence
	heading  bool
	split    bool // its attribution makes several claims
	dropped  bool
	verdict  bool // the text's own verdict on a report, in the words of which another may have a claim too
}

// partOfFinding is the run of the draft's words that gives its type, the first when none
// does.
func (c *draft) partOfFinding() run {
	for _, x := range c.runs {
		if x.first <= c.find.first && c.find.first < x.end {
			return x
		}
	}
	return c.runs[0]
}

// findClaims makes the claims of the document.
func (r *Reader) findClaims(d *document) {
	d.judgeReports()
	d.goRound()
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
	r.answers(d)
	sort.SliceStable(d.drafts, func(i, j int) bool { return d.drafts[i].runs[0].first < d.drafts[j].runs[0].first })
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
	parts := d.parts[:0]
	for k := range a.content {
		a.content[k] = d.beforeParent(a, d.beforeContrary(d.beforeCaveat(a.content[k])))
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
	if d.toks[a.content[0].first].sent != d.toks[a.content[len(a.content)-1].end-1].sent {
		parts = d.withoutQuestions(parts)
	}
	for i := range parts {
		d.measure(&parts[i])
	}
	d.parts = parts
	parts = d.mergeClauses(parts, a)
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
		if a.rule == "attr.C-show" && a.stance == confirmStance {
			dr.status = geo.Confirmed // "verified footage showing C"
		} else if a.unproved {
			dr.status = geo.Unverified
		} else if d.wrongly(a.cue) {
			dr.status = geo.Disputed
		}
		if !d.worthClaiming(&dr, a) {
			continue
		}
		d.drafts = append(d.drafts, dr)
	}
}

var wronglyWords = listOf("falsely wrongly mistakenly untruthfully baselessly incorrectly")

// wrongly reports whether a cue says itself that what follows is not so: "falsely claimed".
func (d *document) wrongly(cue run) bool {
	for k := max(0, cue.first-1); k < cue.end; k++ {
		if d.isOf(k, &wronglyWords) {
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

// beforeParent cuts a content run before the words that attribute all of it to somebody
// else: "X has proposed that C, two diplomats said on Friday".
func (d *document) beforeParent(a *attribution, c run) run {
	if a.parent == 0 {
		return c
	}
	b := &d.attrs[a.parent-1]
	at := b.cue.first
	if !b.source.empty() {
		at = min(at, b.source.first)
	}
	if at > c.first+1 && at < c.end && d.char(at-1) == ',' {
		c.end = at
	}
	return c
}

// withoutChildren is the part of a content run that belongs to attribution n
// itself and not to one that stands in it.
func (d *document) withoutChildren(n int, c run) []run {
	out := d.runsOf(c)
	if a := &d.attrs[n]; !a.nests && !a.block {
		return out
	}
	for _, step := range []int{-1, 1} {
		for k, m := n+step, 0; k >= 0 && k < len(d.attrs) && m < 20; k, m = k+step, m+1 {
			b := &d.attrs[k]
			if !d.standsWithin(n, b) || !b.used || b.block || d.attrs[n].echo {
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
				if lo-o.first > 2 && (d.hasFinite(o.first, lo) || d.isTyped(o.first, lo) || d.anyPlace([]run{{o.first, lo}})) { // not "Last week", behind which another is cited
					next = append(next, run{o.first, d.beforeAfter(o.first, lo)})
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

// beforeAfter ends the words [first, end) before what only leads over to another speaker
// behind them: "hold the town, a day after" Moscow said that it had fallen.
func (d *document) beforeAfter(first, end int) int {
	k := end - 1
	if k <= first+2 || !d.isOf(k, &afterWords) {
		return end
	}
	for k-1 > first && (d.isTime(k-1) || d.toks[k-1].tag == numTag || d.isOf(k-1, &agoUnits)) {
		k--
	}
	return d.dropMarks(first, k)
}

var (
	afterWords = listOf("after before since as despite though although while")
	agoUnits   = listOf("a an day days hour hours week weeks month months minutes just only shortly soon long several some few")
)

// standsWithin reports whether attribution b stands in what attribution n says, or
// in the turn of a speaker, where it is another's: "The mayor told me that …".
func (d *document) standsWithin(n int, b *attribution) bool {
	a := &d.attrs[n]
	return b.parent == n+1 || a.block && b.parent == 0 && a.covers(b.cue) && !d.isAny(b.subject.head, "i", "we", "you", "everyone", "everybody")
}
