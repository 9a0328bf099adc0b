package read

import (
	"errors"
	"fmt"
	"sort"

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
	default:
		return fmt.Errorf("there is no scope %q", col[1])
	}
	l.checks = append(l.checks, s)
	return l.addPattern(statusSet, col[2], int32(len(l.checks)-1), false)
}

// findStatus finds what the text says of the verification of its claims. What it
// says in words beats what follows from claims that contradict each other.
func (d *document) findStatus() {
	next := 0 // first draft that does not start before the sentence
	for s := range d.sents {
		st := &d.sents[s]
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
			d.applyStatus(&d.lex.checks[p.value], i, end, s, next)
			i = end - 1
		}
	}
	d.findContradictions()
	d.findCorroboration()
}

// applyStatus gives the status of a pattern at tokens [i, end) of sentence s to
// the claims it speaks of; next is the first draft of the sentence.
func (d *document) applyStatus(c *statusPattern, i, end, s, next int) {
	give := func(k int) bool {
		x := &d.drafts[k]
		if d.inRuns(i, x.runs) || c.status != geo.Unverified && d.saidBy(i) != 0 && d.saidBy(i) == x.who.actor {
			return false // the claim itself says so, or its own source does
		}
		if c.status == geo.Disputed && x.polarity == geo.Negated {
			return false
		}
		if c.status == geo.Unverified && x.who.narrator && x.attr == 0 && x.modality == geo.Asserted {
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
		for k := range d.drafts {
			if x := &d.drafts[k]; x.attr > 0 && !x.who.narrator && x.polarity == geo.Affirmed && d.sourceOf(x.who).Party != d.article.Publisher.Party {
				give(k)
			}
		}
		return
	}
	if c.scope == bothScope {
		d.ofBothSides(s, next, give)
	}
	// the words may be the source or cue of the sentence's own claim: "records
	// seen by us confirm that …"
	for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
		if n := d.drafts[k].attr; n > 0 && c.status == geo.Confirmed {
			if a := &d.attrs[n-1]; a.source.first < end && i < a.cue.end {
				d.drafts[k].status = c.status
				return
			}
		}
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
	// "has not been able to corroborate a claim by X that C": behind it
	if c.status == geo.Unverified && c.scope == nearScope {
		for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
			if n := d.drafts[k].attr; n > 0 && d.drafts[k].runs[0].first >= end && d.toks[d.attrs[n-1].cue.first].tag == nounTag && give(k) {
				return
			}
		}
	}
	// the sentences before: the nearest that holds claims, in this block or the
	// end of the one before
	last, block := -1, d.sents[s].block
	for k := next - 1; k >= 0 && k >= next-40; k-- {
		x := &d.drafts[k]
		b := d.sents[x.sent].block
		if b < block-1 || last >= 0 && b != d.sents[last].block {
			break
		}
		if last >= 0 && c.scope == nearScope && x.sent != last {
			break
		}
		if give(k) && last < 0 {
			last = x.sent
		}
	}
	if c.scope == allScope {
		for k := next; k < len(d.drafts) && d.drafts[k].sent == s && d.drafts[k].runs[0].first < i; k++ {
			give(k)
		}
	}
}

// farBoth is how many sentences back the accounts of two sides may begin of which a
// sentence says that neither could be confirmed.
const farBoth = 14

// ofBothSides gives a status to the claims before sentence s about the place of
// the nearest of them: next is the first draft of the sentence.
func (d *document) ofBothSides(s, next int, give func(int) bool) {
	last := next - 1
	for last >= 0 && (len(d.drafts[last].places) == 0 || d.drafts[last].attr == 0) {
		last--
	}
	if last < 0 || d.drafts[last].sent < s-4 {
		return
	}
	for k := last; k >= 0 && d.drafts[k].sent >= s-farBoth; k-- {
		x := &d.drafts[k]
		if x.attr > 0 && !x.who.narrator && x.modality != geo.Demand && (d.partyOf(x) == geo.Ukraine || d.partyOf(x) == geo.Russia) && sharePlace(x, &d.drafts[last]) {
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

// findContradictions marks claims that another source of the article denies:
// the same type at the same place with the other polarity, or a place that one
// side says it has taken and the other that it holds.
func (d *document) findContradictions() {
	byPlace := map[geo.PlaceID][]int{}
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.find.weight == 0 {
			continue
		}
		for _, p := range x.places {
			if len(byPlace[p.Place]) < 60 {
				byPlace[p.Place] = append(byPlace[p.Place], k)
			}
		}
	}
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.status != geo.NoStatus || x.polarity != geo.Affirmed || x.attr == 0 || x.who.narrator || x.modality == geo.Demand || x.modality == geo.Conditional {
			continue
		}
		party := d.partyOf(x)
		for _, p := range x.places {
			for _, n := range byPlace[p.Place] {
				y := &d.drafts[n]
				if n == k || d.partyOf(y) == party || y.modality == geo.Demand || !opposed(x.find.typ, y.find.typ, y.polarity) && !d.bothHold(x, y) {
					continue
				}
				x.status = geo.Disputed
				x.why = append(x.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
			}
			if x.status != geo.NoStatus {
				break
			}
		}
	}
}

// bothHold reports whether each side says of the place that it is its own.
func (d *document) bothHold(x, y *draft) bool {
	if adversary(d.partyOf(x)) != d.partyOf(y) || y.polarity != geo.Affirmed || y.modality != geo.Asserted {
		return false
	}
	switch x.find.typ {
	case geo.Captured, geo.Control:
		return y.find.typ == geo.Control || y.find.typ == geo.Defended
	}
	return false
}

// maxCorroboration is how many sentences behind a claim pictures or eyewitnesses
// of the writer's own still bear it out.
const maxCorroboration = 3

// findCorroboration marks claims that pictures, or what the writer has seen,
// bear out: the same thing at the same place, told next without a side.
func (d *document) findCorroboration() {
	for n := range d.drafts {
		y := &d.drafts[n]
		if y.polarity != geo.Affirmed || y.modality != geo.Asserted || len(y.places) == 0 || !d.isEvidence(y) {
			continue
		}
		for k := n - 1; k >= 0 && d.drafts[k].sent >= y.sent-maxCorroboration; k-- {
			x := &d.drafts[k]
			if x.status != geo.NoStatus || x.attr == 0 || x.who.narrator || x.polarity != geo.Affirmed || d.partyOf(x) == geo.Press || !sharePlace(x, y) || !alike(x.find.typ, y.find.typ) {
				continue
			}
			x.status = geo.Confirmed
			x.why = append(x.why, geo.Evidence{Rule: "status.borne-out", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
		}
	}
}

// isEvidence reports whether a claim is what pictures show or the writer saw.
func (d *document) isEvidence(y *draft) bool {
	if y.attr == 0 {
		return false
	}
	a := &d.attrs[y.attr-1]
	for k := a.source.first; k < a.source.end; k++ {
		if d.isAny(k, "footage", "video", "videos", "images", "imagery", "photographs", "photos", "pictures", "satellite", "geolocated") {
			return d.partyOf(y) == geo.Press
		}
	}
	return d.partyOf(y) == geo.Press && a.verb > 0 && d.isAny(a.verb, "saw", "seen", "visited", "counted", "found", "watched")
}

func sharePlace(x, y *draft) bool {
	for _, p := range x.places {
		for _, q := range y.places {
			if p.Place == q.Place {
				return true
			}
		}
	}
	return false
}

// alike reports whether claims of the two types may tell of one event.
func alike(t, u geo.ClaimType) bool {
	harm := func(t geo.ClaimType) bool {
		return t == geo.Attack || t == geo.Damage || t == geo.Casualties || t == geo.Other
	}
	return group(t) == group(u) || harm(t) && harm(u)
}

func (d *document) partyOf(c *draft) geo.Party {
	if c.who.actor > 0 {
		return d.actors[c.who.actor-1].party
	}
	return d.article.Publisher.Party
}

// opposed reports whether an affirmed claim of type t is contradicted by one of
// type u.
func opposed(t, u geo.ClaimType, p geo.Polarity) bool {
	switch group(t) {
	case geo.Control, geo.Encircled, geo.Withdrawal, geo.Attack, geo.Defended, geo.TerritoryClaimed:
		return p == geo.Negated && group(t) == group(u)
	}
	return false
}

// group folds types that tell of the same thing: who has the place.
func group(t geo.ClaimType) geo.ClaimType {
	switch t {
	case geo.Captured, geo.Control, geo.Advance:
		return geo.Control
	}
	return t
}
