package read

import (
	"slices"

	"contested/geo"
)

// checking is what a sentence says of the checking of claims.
type checking struct {
	statusPattern
	d          *document
	first, end int // its tokens
	sent       int
	next       int       // the first draft that does not start before its sentence
	named      []mention // places, where it speaks of claims about them alone
	counted    bool      // it speaks of figures alone
	personal   bool      // it speaks of all that one person has told: "his account"
	only       []int     // the drafts of which alone it speaks, nil for all
}

// applyStatus gives the status of a pattern at tokens [i, end) of sentence s to
// the claims it speaks of; next is the first draft of the sentence.
func (d *document) applyStatus(p statusPattern, i, end, s, next int) {
	c := checking{statusPattern: p, d: d, first: i, end: end, sent: s, next: next}
	if c.status == geo.Unverified && c.saysTheContrary() {
		return
	}
	switch {
	case c.status == geo.Unverified && c.scope == nearScope:
		c.named = c.placesBehind() // "no confirmation of the losses near X"
	case c.status == geo.Disputed && (c.scope == nearScope || c.scope == sideScope):
		c.named = c.placesReported()
	case c.status == geo.Unverified && c.scope == allScope && d.closes(s):
		c.scope = articleScope
	}
	if c.status == geo.Disputed && c.scope == nearScope && d.ofVerdict(s) {
		c.scope, c.named = articleScope, nil // "Verdict: false."
	}
	if c.status == geo.Unverified && next == 0 && (len(d.drafts) == 0 || d.drafts[0].sent != s) && d.anyOf(d.sents[s].first, i, &accountsOf) {
		c.scope, c.named = articleScope, nil // before all claims: "The statements of both sides cannot be verified."
	}
	c.personal = (c.status == geo.Unverified || c.status == geo.Confirmed) && c.scope == nearScope && d.ofAccount(&d.sents[s])
	c.counted = c.scope != nearScope && c.scope != sideScope && d.isOf(i+1, &numberNouns) || c.status == geo.Unverified && c.ofFigure() // "the figures could not be checked"
	if (c.scope == nearScope || c.scope == sideScope || c.scope == allScope) && !c.narrow() {
		if !c.ofItself() {
			c.ofSentence()
		}
		return
	}
	switch c.scope {
	case aheadScope:
		c.ofBothAhead()
	case articleScope:
		if !d.judged[c.status] {
			d.judged[c.status] = true
			c.ofArticle()
		}
	case ownScope:
		if !c.ofOwner() && !c.ofItself() {
			c.ofThoseBefore()
		}
	case nearScope, sideScope:
		if !c.ofItself() && !c.ofNamed() && !c.ofSentence() && !c.bringsIn() {
			c.ofThoseBefore()
		}
	case bothScope, allScope:
		if c.scope == bothScope {
			c.ofBothSides()
		}
		if c.ofItself() || c.scope == bothScope && len(c.accountOf()) > 0 {
			return
		}
		c.ofThoseBefore()
		if c.scope == allScope {
			c.ofThoseAhead()
		}
	}
}

// give gives the status to draft k, if the words can be about it.
func (c *checking) give(k int) bool {
	d, x := c.d, &c.d.drafts[k]
	switch by := d.saidBy(c.first); {
	case c.status == geo.Confirmed && x.sent == c.sent && x.attr == 0 && d.isAny(x.runs[0].first, "we", "our"):
		return false // what the writer found is what confirms
	case c.status == geo.Unverified && c.scope == nearScope && x.sent < c.sent && x.attr > 0 && d.attrs[x.attr-1].stance == denyStance && d.assertsBeside(k) && !d.anyOf(d.sents[c.sent].first, c.first, &accountsOf):
		return false // "denied having shelled X and said that Y had blown up": of what is asserted
	case d.inRuns(c.first, x.runs), c.status != geo.Unverified && c.scope != ownScope && by != 0 && by == x.who.actor:
		return false // the claim itself says so, or its own source does
	case c.status == geo.Confirmed && d.isAny(c.end-1, "this", "it", "that") && c.ofOwnSide(k):
		return false
	case c.status == geo.Confirmed && d.is(c.end, "by") && d.sideIn(c.end, c.end+farOwnSide) == d.partyOf(x) && d.partyOf(x).Adversary() != geo.UnknownParty:
		return false // its own side confirms it
	case c.status == geo.Disputed && x.polarity == geo.Negated && !(x.attr > 0 && x.sent < c.sent && d.attrs[x.attr-1].stance != denyStance && d.anyOf(c.first, c.end, &contraryWords)),
		c.status == geo.Unverified && x.who.narrator && x.attr == 0 && x.modality == geo.Asserted,
		c.scope == ownScope && (x.attr == 0 || x.who.narrator),
		c.scope == sideScope && !d.ofSide(x),
		c.counted && !d.hasNumber(x.runs),
		c.only != nil && x.sent < c.sent && !slices.Contains(c.only, k),
		len(c.named) > 0 && !slices.ContainsFunc(x.places, c.names):
		return false
	}
	if x.status == geo.NoStatus || x.checked != c.sent && !(x.status == geo.Disputed && c.status == geo.Unverified) {
		x.status, x.checked = c.status, c.sent
		x.why = append(x.why, geo.Evidence{Rule: "status.words", Span: d.span(c.first, c.end)})
	}
	return true
}

// assertsBeside reports whether the sentence of draft k asserts something besides it.
func (d *document) assertsBeside(k int) bool {
	s := d.drafts[k].sent
	for _, n := range [...]int{k - 1, k + 1} {
		if n >= 0 && n < len(d.drafts) && d.drafts[n].sent == s && d.drafts[n].polarity == geo.Affirmed && d.drafts[n].attr > 0 && d.drafts[n].who.actor == d.drafts[k].who.actor {
			return true
		}
	}
	return false
}

// farOwnSide is how many tokens behind "by" show whose side it is.
const farOwnSide = 6

// sideIn is the first of the two sides that tokens [i, j) name.
func (d *document) sideIn(i, j int) geo.Party {
	for _, h := range d.partiesIn(i, min(j, len(d.toks))) {
		if h.entry.party.Adversary() != geo.UnknownParty {
			return h.entry.party
		}
	}
	return geo.UnknownParty
}

// contraryWords dispute what is denied as well: "says otherwise".
var contraryWords = listOf("otherwise opposite contrary reverse quite either")

// ofSide reports whether a claim is that of one of the two sides, or of nobody known.
func (d *document) ofSide(x *draft) bool {
	p := d.partyOf(x)
	return x.attr > 0 && (p == geo.UnknownParty || p.Adversary() != geo.UnknownParty)
}

// ofItself gives the status to claims of the sentence whose source or cue the words are:
// "records seen by us confirm that …", "according to unconfirmed reports".
func (c *checking) ofItself() (found bool) {
	d := c.d
	if c.status == geo.Disputed {
		return false
	}
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent; k++ {
		x := &d.drafts[k]
		if x.attr == 0 {
			continue
		}
		a := &d.attrs[x.attr-1]
		words := run{a.source.first, a.source.end}
		if c.status == geo.Confirmed {
			words.end = a.cue.end
		}
		if words.first < c.end && c.first < words.end {
			x.status = c.status
			// what names a place is no word about the claim before
			found = found || x.given || c.status != geo.Confirmed
		}
	}
	return found
}

// ofSentence gives the status to claims of the same sentence: those before the words, one
// that they bring in, those that they attend.
func (c *checking) ofSentence() bool {
	if c.status == geo.Disputed && (c.ofNext() || c.ofWithin()) || c.ofThoseAhead() {
		return true
	}
	return c.status != geo.Confirmed && c.ofNext() || c.status == geo.Unverified && c.ofAttended()
}

// ofWithin gives the status to claims that the words hold: "the claim that C was rejected".
func (c *checking) ofWithin() (found bool) {
	d, verdict := c.d, *c
	verdict.first = c.end - 1 // the verb that judges
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent; k++ {
		if r := d.drafts[k].runs; r[0].first > c.first && r[len(r)-1].end < c.end {
			found = verdict.give(k) || found
		}
	}
	return found
}

// ofThoseAhead gives the status to the claims of the sentence before the words.
func (c *checking) ofThoseAhead() (found bool) {
	d := c.d
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent && d.drafts[k].runs[0].first < c.first; k++ {
		found = c.give(k) || found
	}
	return found
}

// farBefore is how many claims back a sentence may speak of.
const farBefore = 40

// ofThoseBefore gives the status to claims of the sentences before: the nearest that
// holds any, in this block or, where the sentence opens it, the end of the one before.
func (c *checking) ofThoseBefore() {
	d := c.d
	near := d.sents[c.sent].block
	if d.opensBlock(c.sent) && c.scope != ownScope {
		near--
	}
	var last *draft
	for k := c.next - 1; k >= 0 && k >= c.next-farBefore; k-- {
		x := &d.drafts[k]
		b := d.sents[x.sent].block
		if c.personal && last != nil && x.sent >= c.sent-farAccount {
			if x.who.actor == last.who.actor && x.who.actor > 0 {
				c.give(k)
			}
			continue
		}
		if b < near || last != nil && b != d.sents[last.sent].block {
			return
		}
		if last == nil && c.ofAnAccount() && c.besideAccount(k) {
			continue
		}
		if last != nil && c.scope == nearScope && x.sent != last.sent && (c.status != geo.Unverified || x.who.actor != last.who.actor) {
			return
		}
		if c.give(k) && last == nil {
			last = x
		}
	}
}

// nearBoth and farBoth are how many sentences back the accounts of two sides may end and
// begin of which a sentence says that neither could be confirmed.
const (
	nearBoth = 4
	farBoth  = 14
)

// ofBothSides gives the status to the claims before the sentence about the place of
// the nearest of them, and to the last of the other side if none of its is among
// them: next is the first draft of the sentence.
func (c *checking) ofBothSides() {
	d, s := c.d, c.sent
	side := func(k int) geo.Party {
		x := &d.drafts[k]
		if x.attr == 0 || x.who.narrator || x.modality == geo.Demand || d.partyOf(x).Adversary() == geo.UnknownParty {
			return geo.UnknownParty
		}
		return d.partyOf(x)
	}
	named := c.accountOf()
	near := nearBoth
	if len(named) > 0 {
		near = farBoth
	}
	of := func(x *draft) bool {
		return x.attr > 0 && len(x.places) > 0 && (len(named) == 0 || slices.ContainsFunc(x.places, func(p geo.PlaceRef) bool { return slices.Contains(named, p.Place) }))
	}
	last := c.next - 1
	for last >= 0 && d.drafts[last].sent >= s-near && !of(&d.drafts[last]) {
		last--
	}
	if last < 0 || d.drafts[last].sent < s-near {
		return
	}
	heard := map[geo.Party]bool{}
	for k := last; k >= 0 && d.drafts[k].sent >= s-farBoth; k-- {
		if p := side(k); p != geo.UnknownParty && sharePlace(&d.drafts[k], &d.drafts[last]) {
			heard[p] = true
			c.give(k)
		}
	}
	if len(heard) != 1 {
		return
	}
	sent := -1
	for k := last; k >= 0 && d.drafts[k].sent >= s-6 && (sent < 0 || d.drafts[k].sent == sent); k-- {
		if p := side(k); p != geo.UnknownParty && !heard[p] {
			sent = d.drafts[k].sent
			c.give(k)
		}
	}
}

// accountOf lists the places that the words say both accounts are of, where they do: "either
// account of the fighting for the village".
func (c *checking) accountOf() (out []geo.PlaceID) {
	d := c.d
	st := &d.sents[c.sent]
	for k := c.first; k+1 < st.end && k < c.end+farOwnSide; k++ {
		if !d.has(k, claimNoun) && !d.isOf(k, &accountsOf) && !d.isAny(k, "account", "version") || !d.isAny(k+1, "of", "about", "from", "on") {
			continue
		}
		for _, m := range d.mentionsIn(k+2, st.end) {
			if d.isSpot(&m) {
				out = append(out, m.Place)
			}
		}
		return out
	}
	return nil
}

// ofAttended gives the status to the claims of the sentence behind words that attend
// their attribution: "X said, without offering evidence, that C", "In a statement
// that could not be verified, X said C".
func (c *checking) ofAttended() (found bool) {
	d := c.d
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent; k++ {
		n := d.drafts[k].attr
		if n == 0 || d.drafts[k].runs[0].first < c.end {
			continue
		}
		a := &d.attrs[n-1]
		front := d.sents[c.sent].first
		fronted := c.end <= a.cue.first && (d.toks[front].tag == prepTag || d.toks[front].tag == ingTag) && !d.hasCoordination(front, a.cue.first)
		if fronted || a.cue.end <= c.first && !d.hasFinite(a.cue.end, c.first) {
			found = c.give(k) || found
		}
	}
	return found
}

// ofNext gives the status to the claim behind the words that a noun brings in: "has not been able to corroborate a claim by X that C", "called a fable Y's
// assertion that C".
func (c *checking) ofNext() bool {
	d := c.d
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent; k++ {
		if n := d.drafts[k].attr; n > 0 && d.drafts[k].runs[0].first >= c.end && (c.status == geo.Unverified && d.isAny(d.drafts[k].runs[0].first-1, "whether", "if") || d.attrs[n-1].rule == "attr.K-noun" || d.has(d.attrs[n-1].cue.first, claimNoun)) && c.give(k) {
			return true
		}
	}
	return false
}

// placesBehind lists the places that the words speak of,
// where no claim stands behind them.
func (c *checking) placesBehind() (out []mention) {
	d := c.d
	stop := d.sents[c.sent].end
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent; k++ {
		if x := d.drafts[k].runs[0].first; x > c.first {
			stop = min(stop, x)
		}
	}
	for _, m := range d.mentionsIn(c.end, stop) {
		if m.Use == geo.Literal && d.isSpot(&m) {
			out = append(out, m)
		}
	}
	return out
}

// saysTheContrary reports whether the words are somebody's own claim that
// something is not so: "the institute sees no evidence of troops in X".
func (c *checking) saysTheContrary() bool {
	d := c.d
	by := d.saidBy(c.first)
	for k := c.next; k < len(d.drafts) && d.drafts[k].sent == c.sent; k++ {
		if x := &d.drafts[k]; x.polarity == geo.Negated && x.given && (by != 0 && x.who.actor == by || by == 0 && x.attr > 0 && x.who.narrator) {
			return true
		}
	}
	return false
}
