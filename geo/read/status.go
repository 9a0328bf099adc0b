package read

import (
	"errors"
	"fmt"

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
	sideScope                       // as near, of what one of the two sides says alone
	aheadScope                      // of what the two sides go on to say, where both are heard
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
	case "side":
		s.scope = sideScope
	case "ahead":
		s.scope = aheadScope
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
		alone := next == len(d.drafts) || d.drafts[next].sent != s
		for i := st.first; i < st.end && st.checks&st.anchors[statusSet] != 0; i++ {
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
			if c.status == geo.Unverified && d.is(end-1, "details") && d.isAny(end, "of", "on", "about") {
				continue // "giving no details of the damage"
			}
			if c.status == geo.Disputed && d.undenied(i, end, st) || c.status == geo.Unverified && alone && d.withholds(i, end, st) {
				i = end - 1
				continue // "no government has contradicted them", "Moscow did not confirm this"
			}
			if c.status == geo.Confirmed && d.anyOf(i, st.end, &sinceWords) && d.tellsAge(i, st.end) {
				c.status, c.scope = geo.Disputed, sideScope // "images show the basin empty weeks earlier"
			}
			if c.status == geo.Confirmed && next > 0 && d.anyOf(i, st.end, &unhurtWords) {
				if x := &d.drafts[next-1]; x.sent == s-1 && x.find.typ == geo.Damage && x.polarity == geo.Affirmed {
					c.status, c.scope = geo.Disputed, sideScope // "images show the bridge intact"
				}
			}
			if c.status == geo.Confirmed && d.neitherIs(end-1, st) > 0 {
				c.status = geo.Unverified
			}
			if c.status == geo.Confirmed && d.isAny(end-1, "show", "shows", "showed") && d.anyNegation(i, end) {
				c.status, c.scope = geo.Disputed, sideScope // "images do not show an encirclement"
			}
			if c.status == geo.Confirmed && d.denied(i, st.first) {
				if n := d.unable(i, true, st); n >= 0 && d.refusesComment(n, i, st) {
					continue // "Kyiv has never confirmed the loss": it may have its reasons
				}
				c.status = geo.Unverified // "nothing so far bears that out"
			}
			if c.status == geo.Disputed && d.standingDenial(i, st.first) {
				continue
			}
			d.applyStatus(c, i, end, s, next)
			i, said = end-1, true
		}
		if !said {
			if c, i, end, ok := d.remark(st); ok && !(alone && c.status == geo.Unverified && d.withholds(i, end, st)) {
				d.applyStatus(c, i, end, s, next)
			}
		} else if st.colon {
			d.remarkBeside(s, next)
		}
		d.refute(s, next)
		if s == 0 || d.sents[s-1].block != st.block {
			d.openClaims(s, next)
		}
		if next > 0 || len(d.drafts) > 0 && d.drafts[0].sent == s {
			d.tracesPictures(s, next)
		}
		if next < len(d.drafts) && d.drafts[next].sent == s && d.takesBack(s) {
			for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
				if x := &d.drafts[k]; x.attr > 0 && x.status == geo.NoStatus && d.partyOf(x) == d.article.Publisher.Party {
					x.status = geo.Disputed
					x.why = append(x.why, geo.Evidence{Rule: "status.corrected", Span: d.span(st.first, st.end)})
				}
			}
		}
		if d.retorts(s, next) || d.scoffs(s, next) || d.answersNo(s, next) || d.answersBack(s, next) {
			d.applyStatus(statusPattern{status: geo.Disputed}, st.first, st.first+1, s, next)
		}
	}
	d.findContradictions()
	d.refuteByTitle()
	d.findCorroboration()
}

// standingDenial reports whether the verb at token i is one of the denials which agencies add to
// every report of a strike: "Both sides deny it.", "Moscow denies targeting civilians."
func (d *document) standingDenial(i, first int) bool {
	const near = 6 // tokens
	if d.isAny(i, "deny", "denies", "denying") {
		for k := i + 1; k < i+near && !d.endsClause(k); k++ {
			if d.toks[k].tag == ingTag && d.isOf(k, &assaultForms) && (d.isAny(k+1, "civilian", "civilians") || d.isAny(k+2, "civilians")) {
				return true
			}
		}
	}
	j := i - 1
	for j > first && d.toks[j].tag == advTag {
		j--
	}
	return d.isAny(i, "deny", "denied") && j > first && (d.isAny(j, "sides", "countries", "capitals", "armies") || d.toks[j].tag == nameTag && d.is(j-1, "and"))
}

// refute marks the claims of sentence s that the sentence itself goes on to call untrue,
// next being its first draft: "The claim by bloggers that C is not true."
func (d *document) refute(s, next int) {
	for k := next; k < len(d.drafts) && d.drafts[k].sent == s; k++ {
		x := &d.drafts[k]
		if x.attr == 0 || x.status != geo.NoStatus || d.attrs[x.attr-1].rule != "attr.K-noun" || d.attrs[x.attr-1].echo {
			continue
		}
		if v := d.rejection(&d.attrs[x.attr-1], &d.sents[s]); !v.empty() && x.polarity == geo.Affirmed {
			x.status = geo.Disputed
			x.why = append(x.why, geo.Evidence{Rule: "status.words", Span: d.span(v.first, v.end)})
		}
	}
}

// rejection is what calls the content of a noun of saying untrue: the verb behind it, or
// that of who denies a report by somebody else, "denied a report in a daily that C".
func (d *document) rejection(a *attribution, st *sentence) run {
	if a.parent > 0 {
		if p := &d.attrs[a.parent-1]; p.stance == denyStance && !p.negated {
			return p.cue
		}
	}
	return d.refutation(a, st)
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

// anyNegation reports whether a word in tokens [i, end) negates.
func (d *document) anyNegation(i, end int) bool {
	for ; i < end; i++ {
		if d.has(i, negWord) {
			return true
		}
	}
	return false
}

// saidBy is 1 + the actor in whose words or about whose act token i stands: the
// source of an attribution whose cue or content it is; 0 for the narrator.
func (d *document) saidBy(i int) int {
	lo := d.attributionFrom(func(a *attribution) bool { return a.cue.end > i })
	for _, k := range []int{lo, lo - 1} {
		if k < 0 || k >= d.ordered || d.attrs[k].block {
			continue
		}
		a := &d.attrs[k]
		if a.cue.first <= i && i < a.cue.end || a.covers(run{i, i + 1}) {
			return a.who.actor
		}
	}
	return 0
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

// hasNumber reports whether a claim counts something.
func (d *document) hasNumber(runs []run) bool {
	for _, x := range runs {
		for k := x.first; k < x.end; k++ {
			if d.isCount(k) {
				return true
			}
		}
	}
	return false
}

// isCount reports whether token k is a number that is no year.
func (d *document) isCount(k int) bool {
	return (d.toks[k].kind == numberToken || d.toks[k].tag == numTag) && !d.isYear(k)
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
