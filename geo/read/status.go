package read

import (
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"contested/geo"
)

// statusPattern is a line of verification.tsv.
type statusPattern struct {
	status geo.Status
	scope  statusScope
}

// statusScope says of which claims a pattern speaks.
type statusScope uint8

const (
	nearScope    statusScope = iota // of the same sentence, else of the one before
	allScope                        // of the whole paragraph, else of the one before
	articleScope                    // of every claim that the article reports
	bothScope                       // of what the two sides say of the place spoken of
	ownScope                        // of what whoever the sentence names has said
)

// addCheck reads "status scope pattern".
func (l *lexicon) addCheck(col []string) error {
	if len(col) != 3 {
		return errors.New("want a status, a scope and a pattern")
	}
	var s statusPattern
	if err := s.status.UnmarshalText([]byte(col[0])); err != nil {
		return err
	}
	switch col[1] {
	case "near":
	case "all":
		s.scope = allScope
	case "article":
		s.scope = articleScope
	case "both":
		s.scope = bothScope
	case "own":
		s.scope = ownScope
	default:
		return fmt.Errorf("there is no scope %q", col[1])
	}
	l.checks = append(l.checks, s)
	return l.addPattern(statusSet, col[2], int32(len(l.checks)-1), false)
}

// findStatus finds what the text says of the verification of its claims. What it
// says in words beats what follows from claims that contradict each other.
func (d *document) findStatus() {
	if len(d.drafts) == 0 {
		return
	}
	next := 0 // first draft that does not start before the sentence
	for s := range d.sents {
		st, said := &d.sents[s], false
		for next < len(d.drafts) && d.drafts[next].sent < s {
			next++
		}
		for i := st.first; i < st.end; i++ {
			if !d.toks[i].opens(statusSet) {
				continue
			}
			p, end := d.longest(statusSet, i, st.end)
			if p == nil {
				continue
			}
			c := d.lex.checks[p.value]
			if c.status == geo.Unverified && c.scope == nearScope && d.ofRivals(i, true, st) {
				c.scope = bothScope
			}
			if c.status == geo.Confirmed && d.denied(i, st.first) {
				if n := d.unable(i, true, st); n >= 0 && d.refusesComment(n, i, st) {
					continue // "Kyiv has never confirmed the loss": it may have its reasons
				}
				c.status = geo.Unverified // "nothing so far bears that out"
			}
			d.applyStatus(&c, i, end, s, next)
			i, said = end-1, true
		}
		if !said {
			if c, i, end, ok := d.remark(s); ok {
				d.applyStatus(&c, i, end, s, next)
			}
		}
		if d.retorts(s) {
			d.applyStatus(&statusPattern{status: geo.Disputed}, st.first, st.end, s, next)
		}
	}
	d.findContradictions()
	d.findCorroboration()
}

// denied reports whether a negation stands before token i in its clause, which
// does not begin before token first.
func (d *document) denied(i, first int) bool {
	for k := i - 1; k >= first && k >= i-8 && !d.endsClause(k) && d.toks[k].tag != coordTag; k-- {
		if d.has(k, negWord) {
			return true
		}
	}
	return false
}

var fakeWords = listOf("false fake fakes lies untrue fiction disinformation")

// retorts reports whether sentence s does nothing but contradict what was said
// before: "They hadn't.", "Not so.", "'Fake,' said the spokesman."
func (d *document) retorts(s int) bool {
	st := &d.sents[s]
	i := st.first
	if d.toks[i].kind == openToken {
		i++
	}
	n := i
	for n < st.end && (d.toks[n].kind == wordToken || d.toks[n].kind == cliticToken || d.toks[n].kind == hyphenToken) {
		n++
	}
	if n == i || n-i > 4 || n < st.end && d.char(n) == '?' {
		return false
	}
	if d.isOf(i, &fakeWords) {
		return n-i == 1
	}
	// a pronoun, an auxiliary and its negation
	return d.toks[i].tag == pronTag && n-i >= 2 && n+1 >= st.end && d.toks[i+1].tag == auxTag && d.has(n-1, negWord)
}

// applyStatus gives the status of a pattern at tokens [i, end) of sentence s to
// the claims it speaks of; next is the first draft of the sentence.
func (d *document) applyStatus(c *statusPattern, i, end, s, next int) {
	if c.status == geo.Unverified && d.claimsTheContrary(i, s, next) {
		return
	}
	var named []mention // the places behind the words: "no confirmation of the losses near X"
	switch {
	case c.status == geo.Unverified && c.scope == nearScope:
		named = d.placesBehind(i, end, s, next)
	case c.status == geo.Disputed && c.scope == nearScope:
		named = d.placesReported(i, s)
	}
	if c.status == geo.Unverified && c.scope == allScope && d.closes(s) {
		c = &statusPattern{status: c.status, scope: articleScope}
	}
	counted := c.scope != nearScope && d.isOf(i+1, &figureWords) // "the figures could not be checked"
	give := func(k int) bool {
		x := &d.drafts[k]
		if d.inRuns(i, x.runs) || c.status != geo.Unverified && c.scope != ownScope && d.saidBy(i) != 0 && d.saidBy(i) == x.who.actor {
			return false // the claim itself says so, or its own source does
		}
		if c.status == geo.Disputed && x.polarity == geo.Negated {
			return false
		}
		if c.status == geo.Unverified && x.who.narrator && x.attr == 0 && x.modality == geo.Asserted {
			return false
		}
		if c.scope == ownScope && (x.attr == 0 || x.who.narrator) || counted && !d.hasNumber(x.runs) {
			return false
		}
		if len(named) > 0 && !slices.ContainsFunc(x.places, func(p geo.PlaceRef) bool {
			return slices.ContainsFunc(named, func(m mention) bool { return m.Place == p.Place })
		}) {
			return false
		}
		if x.status == geo.NoStatus || x.checked != s {
			x.status, x.checked = c.status, s
			x.why = append(x.why, geo.Evidence{Rule: "status.words", Span: d.span(i, end)})
		}
		return true
	}
	if c.scope == articleScope {
		if d.judged[c.status] {
			return
		}
		d.judged[c.status] = true
		d.ofArticle(c.status, s, give)
		return
	}
	if c.scope == bothScope {
		d.ofBothSides(s, next, give)
	}
	if c.scope == ownScope && d.ofOwner(i, s, next, give) {
		return
	}
	// the words may be the source or cue of the sentence's own claim: "records
	// seen by us confirm that …", "according to unconfirmed reports"
	for k, found := next, false; k <= len(d.drafts); k++ {
		if k == len(d.drafts) || d.drafts[k].sent != s {
			if found {
				return
			}
			break
		}
		if n := d.drafts[k].attr; n > 0 && c.status != geo.Disputed {
			a := &d.attrs[n-1]
			words := run{a.source.first, a.source.end}
			if c.status == geo.Confirmed {
				words.end = a.cue.end
			}
			if words.first < end && i < words.end {
				d.drafts[k].status = c.status
				// what names a place is no word about the claim before
				found = found || d.drafts[k].given || c.status != geo.Confirmed
			}
		}
	}
	if c.status == geo.Disputed && c.scope == nearScope && d.ofNext(end, s, next, give) {
		return
	}
	if c.scope == nearScope {
		found := false
		for k := next; k < len(d.drafts) && d.drafts[k].sent == s && d.drafts[k].runs[0].first < i; k++ {
			found = give(k) || found
		}
		if found {
			return
		}
	}
	if c.status != geo.Confirmed && c.scope == nearScope && d.ofNext(end, s, next, give) {
		return
	}
	if c.status == geo.Unverified && c.scope == nearScope && d.attends(i, end, s, next, give) {
		return
	}
	// the sentences before: the nearest that holds claims, in this block or the
	// end of the one before
	last, block := -1, d.sents[s].block
	near := block // a paragraph's own claims, but for its first sentence
	if d.opensBlock(s) && c.scope != ownScope {
		near--
	}
	for k := next - 1; k >= 0 && k >= next-40; k-- {
		x := &d.drafts[k]
		b := d.sents[x.sent].block
		if b < near || last >= 0 && b != d.sents[d.drafts[last].sent].block {
			break
		}
		if last >= 0 && c.scope == nearScope && x.sent != d.drafts[last].sent && (c.status != geo.Unverified || x.who.actor != d.drafts[last].who.actor) {
			break
		}
		if give(k) && last < 0 {
			last = k
		}
	}
	if c.scope == allScope {
		for k := next; k < len(d.drafts) && d.drafts[k].sent == s && d.drafts[k].runs[0].first < i; k++ {
			give(k)
		}
	}
}

// ofArticle gives a status to the claims that the article reports; a verdict, to those
// that it checks: what was said before it comes to findings of its own, and the same
// where it is said again.
func (d *document) ofArticle(status geo.Status, s int, give func(int) bool) {
	found := s
	if status == geo.Disputed {
		found = d.firstFinding(s)
	}
	type saying struct { // what a side says of a place
		party geo.Party
		place geo.PlaceID
		event geo.ClaimType
	}
	checked := map[saying]bool{}
	for k := range d.drafts {
		x := &d.drafts[k]
		party := d.partyOf(x)
		if x.attr == 0 || x.who.narrator || x.polarity != geo.Affirmed || party == d.article.Publisher.Party {
			continue
		}
		of := func(p geo.PlaceRef) saying { return saying{party, p.Place, event(x.find.typ)} }
		again := func(p geo.PlaceRef) bool { return checked[of(p)] }
		if status != geo.Disputed || found == s || x.sent < found || slices.ContainsFunc(x.places, again) {
			for _, p := range x.places {
				checked[of(p)] = true
			}
			give(k)
		}
	}
}

// firstFinding is the sentence before s in which the article first tells of something
// itself, behind what it reports; s where it never does.
func (d *document) firstFinding(s int) int {
	reported := false
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.sent >= s {
			break
		}
		own := x.attr == 0 || x.who.narrator || d.partyOf(x) == d.article.Publisher.Party
		if own && reported {
			return x.sent
		}
		reported = reported || !own
	}
	return s
}

// farOwner is how many claims back somebody may have said what he takes back.
const farOwner = 60

// ofOwner gives a status to what whoever is named before token i of sentence s said
// before: "The blogger has taken the post down".
func (d *document) ofOwner(i, s, next int, give func(int) bool) (found bool) {
	first := d.sents[s].first
	for n := next - 1; n >= 0 && n >= next-farOwner; n-- {
		x := &d.drafts[n]
		if x.attr == 0 || x.polarity != geo.Affirmed {
			continue
		}
		src := d.attrs[x.attr-1].source
		for k := first; k < i; k++ {
			if t := d.toks[k].tag; t != nameTag && t != nounTag || d.has(k, demonymWord) {
				continue
			}
			if x.who.actor > 0 && d.toks[k].tag == nameTag && slices.Contains(strings.Fields(d.actors[x.who.actor-1].name), d.str(k)) {
				found = give(n) || found
				break
			}
			if m := src.first; slices.ContainsFunc(d.toks[m:src.end], func(t token) bool { m++; return (t.tag == nameTag || t.tag == nounTag) && d.word(m-1) == d.word(k) }) {
				found = give(n) || found
				break
			}
		}
	}
	return found
}

// ofNext gives a status to the claim behind token end of sentence s that a noun brings
// in: "has not been able to corroborate a claim by X that C", "called a fable Y's
// assertion that C".
func (d *document) ofNext(end, s, next int, give func(int) bool) bool {
	for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
		if n := d.drafts[k].attr; n > 0 && d.drafts[k].runs[0].first >= end && (d.attrs[n-1].rule == "attr.K-noun" || d.has(d.attrs[n-1].cue.first, claimNoun)) && give(k) {
			return true
		}
	}
	return false
}

// placesReported lists the places of what a noun before token i of sentence s reports:
// "reports about the capture of X were premature".
func (d *document) placesReported(i, s int) (out []mention) {
	for k := i - 1; k >= d.sents[s].first; k-- {
		if d.has(k, claimNoun) && d.toks[k].tag == nounTag {
			for _, m := range d.mentionsIn(k+1, i) {
				if m.Use == geo.Literal && d.isSpot(&m) {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return nil
}

// hasNumber reports whether a claim counts something.
func (d *document) hasNumber(runs []run) bool {
	for _, x := range runs {
		for k := x.first; k < x.end; k++ {
			if d.toks[k].kind == numberToken && !d.isYear(k) || d.toks[k].tag == numTag {
				return true
			}
		}
	}
	return false
}

// closes reports whether sentence s stands by itself at the end of the article: what it
// says of "the claims", it says of all of them.
func (d *document) closes(s int) bool {
	return s+1 == len(d.sents) && s > 0 && d.sents[s-1].block != d.sents[s].block
}

// opensBlock reports whether nothing but labels stands before sentence s in its block.
func (d *document) opensBlock(s int) bool {
	for k := s - 1; k >= 0 && d.sents[k].block == d.sents[s].block; k-- {
		if !d.sents[k].label {
			return false
		}
	}
	return true
}

// claimsTheContrary reports whether the words at token i are somebody's own claim that
// something is not so: "the institute sees no evidence of troops in X".
func (d *document) claimsTheContrary(i, s, next int) bool {
	by := d.saidBy(i)
	if by == 0 {
		return false
	}
	for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
		if x := &d.drafts[k]; x.who.actor == by && x.polarity == geo.Negated && x.given {
			return true
		}
	}
	return false
}

// placesBehind lists the places that words at tokens [i, end) of sentence s speak of,
// where no claim stands behind them.
func (d *document) placesBehind(i, end, s, next int) (out []mention) {
	stop := d.sents[s].end
	for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
		if x := d.drafts[k].runs[0].first; x > i {
			stop = min(stop, x)
		}
	}
	for _, m := range d.mentionsIn(end, stop) {
		if m.Use == geo.Literal && d.isSpot(&m) {
			out = append(out, m)
		}
	}
	return out
}

// attends gives a status to the claims of sentence s behind words that attend
// their attribution: "X said, without offering evidence, that C", "In a statement
// that could not be verified, X said C".
func (d *document) attends(i, end, s, next int, give func(int) bool) (found bool) {
	for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
		n := d.drafts[k].attr
		if n == 0 || d.drafts[k].runs[0].first < end {
			continue
		}
		a := &d.attrs[n-1]
		front := d.sents[s].first
		fronted := end <= a.cue.first && (d.toks[front].tag == prepTag || d.toks[front].tag == ingTag) && !d.hasCoordination(front, a.cue.first)
		if fronted || a.cue.end <= i && !d.hasFinite(a.cue.end, i) {
			found = give(k) || found
		}
	}
	return found
}

// hasCoordination reports whether "but" or a second clause stands among tokens [i, j).
func (d *document) hasCoordination(i, j int) bool {
	for ; i < j; i++ {
		if d.is(i, "but") || d.char(i) == ';' || d.toks[i].tag == coordTag && d.hasFinite(i, j) {
			return true
		}
	}
	return false
}

// farBoth is how many sentences back the accounts of two sides may begin of which a
// sentence says that neither could be confirmed.
const farBoth = 14

// ofBothSides gives a status to the claims before sentence s about the place of
// the nearest of them, and to the last of the other side if none of its is among
// them: next is the first draft of the sentence.
func (d *document) ofBothSides(s, next int, give func(int) bool) {
	side := func(k int) geo.Party {
		x := &d.drafts[k]
		if x.attr == 0 || x.who.narrator || x.modality == geo.Demand || adversary(d.partyOf(x)) == geo.UnknownParty {
			return geo.UnknownParty
		}
		return d.partyOf(x)
	}
	last := next - 1
	for last >= 0 && (len(d.drafts[last].places) == 0 || d.drafts[last].attr == 0) {
		last--
	}
	if last < 0 || d.drafts[last].sent < s-4 {
		return
	}
	heard := map[geo.Party]bool{}
	for k := last; k >= 0 && d.drafts[k].sent >= s-farBoth; k-- {
		if p := side(k); p != geo.UnknownParty && sharePlace(&d.drafts[k], &d.drafts[last]) {
			heard[p] = true
			give(k)
		}
	}
	if len(heard) != 1 {
		return
	}
	sent := -1
	for k := last; k >= 0 && d.drafts[k].sent >= s-6 && (sent < 0 || d.drafts[k].sent == sent); k-- {
		if p := side(k); p != geo.UnknownParty && !heard[p] {
			sent = d.drafts[k].sent
			give(k)
		}
	}
}

// saidBy is 1 + the actor in whose words or about whose act token i stands: the
// source of an attribution whose cue or content it is; 0 for the narrator.
func (d *document) saidBy(i int) int {
	lo := sort.Search(len(d.attrs), func(k int) bool { return d.attrs[k].cue.end > i })
	for _, k := range []int{lo, lo - 1} {
		if k < 0 || k >= len(d.attrs) || d.attrs[k].block {
			continue
		}
		a := &d.attrs[k]
		if a.cue.first <= i && i < a.cue.end || a.covers(run{i, i + 1}) {
			return a.who.actor
		}
	}
	return 0
}
