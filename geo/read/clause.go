package read

import (
	"contested/geo"
)

// clause is a part of a content with its own predicate.
type clause struct {
	runs   []run
	joint  joint // how it is joined to the clause before it
	find   finding
	agree  int
	places int // places named in it
}

// joint is what stands between a clause and the one before it.
type joint uint8

const (
	firstClause joint = iota
	sentenceJoint
	semicolonJoint
	thatJoint   // "and that"
	clauseJoint // a conjunction and a new subject
	verbJoint   // a conjunction and a verb of the same subject
	withJoint   // ", with fighting continuing"
	goesOnJoint // the clause goes on behind an attribution that interrupted it
)

// splitClauses cuts a content run into its clauses.
func (d *document) splitClauses(r run) []clause {
	var out []clause
	start, how := r.first, firstClause
	cut := func(end int, next joint, from int) {
		if x := d.trimRun(run{start, end}); x.end > x.first {
			out = append(out, clause{runs: []run{x}, joint: how})
		}
		start, how = from, next
	}
	for k := r.first; k < r.end; k++ {
		t := &d.toks[k]
		if k > r.first && t.sent != d.toks[k-1].sent {
			cut(k, sentenceJoint, k)
		}
		if t.kind == openToken && k > r.first {
			if q := &d.quotes[t.quote-1]; q.closed && q.last < r.end && d.toks[q.last].sent == t.sent && !q.speech {
				k = q.last
				continue
			}
		}
		if t.kind == punctToken && d.char(k) == ';' {
			cut(k, semicolonJoint, k+1)
			continue
		}
		if t.kind == punctToken && d.char(k) == ',' && k+2 < r.end && d.is(k+1, "with") {
			if p := d.phraseRight(k+2, r.end); !p.empty() && p.end < r.end {
				m := d.pastAdverbs(p.end, r.end)
				if d.toks[m].tag == ingTag || d.toks[m].tag == partTag || d.toks[m].tag == adjTag || d.is(m, "underway") ||
					m+1 < r.end && d.isAny(m, "under", "in") && d.isAny(m+1, "way", "progress") {
					cut(k, withJoint, k+2)
					continue
				}
			}
		}
		if t.tag == coordTag || t.tag == subTag && d.isAny(k, "while", "whereas", "although", "though") {
			if m, j := d.newClause(k+1, r.end); j != firstClause && d.hasFinite(start, k) {
				cut(k, j, m)
				continue
			}
		}
	}
	cut(r.end, firstClause, r.end)
	return out
}

// newClause reports what starts behind a conjunction, at i: "that" and a
// clause, a clause with its own subject, or a verb. from is where it starts.
func (d *document) newClause(i, end int) (from int, j joint) {
	if i >= end {
		return i, firstClause
	}
	if d.toks[i].tag == thatTag {
		return i + 1, thatJoint
	}
	m := d.pastAdverbs(i, end)
	if m >= end {
		return i, firstClause
	}
	if d.toks[m].tag == verbTag || d.toks[m].tag == auxTag && d.finite(m) {
		return i, verbJoint
	}
	k := m
	if d.toks[k].tag == prepTag {
		if p := d.phraseRight(k+1, end); !p.empty() && p.end < end {
			k = p.end
			if d.char(k) == ',' && k+1 < end {
				k++
			}
		}
	}
	if k > m && k < end && d.finite(k) {
		return i, clauseJoint // "in neighbouring X two brigades are …": one phrase for the tags
	}
	p := d.phraseRight(k, end)
	if p.empty() || p.end >= end {
		return i, firstClause
	}
	if v := d.pastAdverbs(p.end, end); d.finite(v) {
		return i, clauseJoint
	}
	return i, firstClause
}

// trimRun drops what does not belong to a proposition from its ends: marks,
// quotation marks around the whole, "that", conjunctions.
func (d *document) trimRun(r run) run {
	for r.first < r.end {
		t := &d.toks[r.first]
		switch {
		case t.kind == closeToken, t.kind == punctToken && d.char(r.first) != '(' && d.char(r.first) != '$' && d.char(r.first) != '#', t.kind == dashToken, t.tag == coordTag:
			r.first++
			continue
		case t.tag == thatTag && r.end-r.first > 1:
			r.first++
			continue
		case t.kind == openToken:
			q := &d.quotes[t.quote-1]
			if q.last >= r.end-2 || q.speech {
				r.first++
				continue
			}
		}
		break
	}
	for r.first < r.end {
		t := &d.toks[r.end-1]
		switch {
		case t.kind == openToken, t.kind == dashToken, t.kind == punctToken && d.char(r.end-1) != ')' && d.char(r.end-1) != '%' && d.char(r.end-1) != '$':
			r.end--
			continue
		case t.kind == closeToken:
			q := &d.quotes[t.quote-1]
			if q.first < r.first || q.speech {
				r.end--
				continue
			}
		}
		break
	}
	return r
}

// measure types a clause and counts the places it names.
func (d *document) measure(c *clause) {
	for i := range c.runs {
		c.runs[i] = d.cutApposition(c.runs[i])
		f, n := d.typesIn(c.runs[i].first, c.runs[i].end)
		if f.weight > c.find.weight {
			c.find, c.agree = f, n
		}
		for _, m := range d.mentionsIn(c.runs[i].first, c.runs[i].end) {
			if d.isSpot(&m) {
				c.places++
			}
		}
	}
}

// cutApposition drops an apposition or relative clause behind a place at the
// end of a clause: "X, a mining town that lies next to Y".
func (d *document) cutApposition(r run) run {
	for _, m := range d.mentionsIn(r.first, r.end) {
		k := m.end
		if k+1 >= r.end || d.char(k) != ',' || d.toks[k].kind != punctToken {
			continue
		}
		n := k + 1
		rel := d.toks[n].tag == relTag && d.isAny(n, "which", "where", "whose", "who")
		if !rel && !(d.isAny(n, "a", "an", "the") && d.isDescription(n, r.end)) {
			continue
		}
		// it must run to the end of the clause
		closed := false
		for j := n; j < r.end; j++ {
			if d.toks[j].kind == openToken {
				closed = true
				break
			}
			if d.char(j) == ',' && d.toks[j].kind == punctToken && j > n+1 {
				closed = true
				break
			}
		}
		if !closed {
			r.end = k
			return r
		}
	}
	return r
}

// isDescription reports whether the phrase at n describes a place: its head is
// a word for one.
func (d *document) isDescription(n, end int) bool {
	p := d.baseRight(n, end)
	if p.empty() {
		return false
	}
	for k := p.first; k < p.end; k++ {
		if d.has(k, settlementWord|hubWord|regionWord|facilityWord|riverWord) {
			return true
		}
	}
	return false
}

// mergeClauses joins clauses that say one thing: those that have no type of
// their own, and those that name no place of their own.
func (d *document) mergeClauses(list []clause, speech bool) []clause {
	var out []clause
	for _, c := range list {
		n := len(out)
		if n == 0 {
			out = append(out, c)
			continue
		}
		p := &out[n-1]
		if d.standsAlone(p, &c, speech) {
			out = append(out, c)
			continue
		}
		last := &p.runs[len(p.runs)-1]
		if first := c.runs[0]; c.joint != goesOnJoint && d.toks[first.first].sent == d.toks[last.end-1].sent && first.first-last.end <= 4 && !d.attributedBetween(last.end, first.first) {
			last.end = first.end
			p.runs = append(p.runs, c.runs[1:]...)
		} else {
			p.runs = append(p.runs, c.runs...)
		}
		if c.find.weight > p.find.weight && (p.find.weight < 66 || c.places > 0 || c.joint != sentenceJoint && c.joint != firstClause) {
			p.find, p.agree = c.find, c.agree
		}
		p.places += c.places
	}
	return out
}

// attributedBetween reports whether words stand between tokens i and j.
func (d *document) attributedBetween(i, j int) bool {
	for ; i < j; i++ {
		if k := d.toks[i].kind; k == openToken || k == closeToken {
			return true
		}
	}
	return false
}

// standsAlone reports whether clause c is a claim beside p, not a part of it.
func (d *document) standsAlone(p, c *clause, speech bool) bool {
	switch c.joint {
	case goesOnJoint:
		return false
	case thatJoint:
		return true
	case withJoint:
		return c.find.weight > 0
	case semicolonJoint:
		return c.find.weight > 0 && (c.places > 0 || p.find.weight == 0)
	}
	if c.find.weight == 0 || p.find.weight == 0 {
		return c.places > 0 && p.places > 0 && c.joint != verbJoint
	}
	if c.places > 0 && p.places > 0 {
		return true
	}
	if !speech && (c.joint == verbJoint || c.joint == clauseJoint) && c.find.typ != p.find.typ && c.find.weight > 62 && p.find.weight > 62 {
		return true
	}
	return c.joint == clauseJoint && c.find.typ != p.find.typ && (c.places > 0 || p.places > 0)
}

// judgeMood finds polarity and modality of a draft.
func (d *document) judgeMood(c *draft, a *attribution) {
	// the clause that gives the type decides
	part := c.runs[0]
	for _, x := range c.runs {
		if x.first <= c.find.first && c.find.first < x.end {
			part = x
		}
	}
	lo, hi := part.first, part.end
	at, end := c.find.first, c.find.end
	if c.find.weight == 0 {
		at, end = hi, hi
	}
	// bounds of the clause around the finding
	for k := at - 1; k >= lo; k-- {
		if d.toks[k].sent != d.toks[min(at, hi-1)].sent || d.char(k) == ';' {
			lo = k + 1
			break
		}
	}
	negated, hedged, conditional, future, demand := false, false, false, false, false
	for k := lo; k < hi; k++ {
		if k > end && d.toks[k].sent != d.toks[min(at, hi-1)].sent {
			break
		}
		t := &d.toks[k]
		if p, e := d.longest(modalSet, k, hi); p != nil {
			near := k < end+6
			// an event that is the subject has its verb behind it
			verb := k < end || near && d.toks[at].tag == nounTag
			switch mood(p.value) {
			case hedgedMood:
				hedged = hedged || near
			case conditionalMood:
				conditional = conditional || verb
			case futureMood:
				future = future || verb
			case demandMood:
				demand = demand || verb && t.tag == auxTag
			case negatedMood:
				if near {
					negated = true
					if k < at && e > at {
						continue
					}
				}
			}
			if mood(p.value) == negatedMood {
				k = e - 1
				continue
			}
		}
		if k >= at || !d.has(k, negWord) {
			continue // a negation inside the finding is part of its pattern
		}
		if c.find.weight == 0 && !d.plainNegation(k, lo, hi) {
			continue
		}
		if d.negates(k, at, end, lo) {
			negated = !negated || true
			c.why = append(c.why, geo.Evidence{Rule: "polarity.negation", Span: d.span(k, k+1)})
		}
	}
	// "'Nobody,' he said, 'has left'": the subject stands in a run of its own
	for _, x := range c.runs {
		if x.end > part.first || d.toks[x.first].sent != d.toks[part.first].sent || d.hasFinite(x.first, x.end) {
			continue
		}
		for k := x.first; k < x.end; k++ {
			if d.has(k, negWord) {
				negated = true
				c.why = append(c.why, geo.Evidence{Rule: "polarity.negation", Span: d.span(k, k+1)})
			}
		}
	}
	if a != nil {
		switch a.stance {
		case denyStance:
			if !a.negated {
				negated = !negated
				c.why = append(c.why, geo.Evidence{Rule: "polarity.denial", Span: d.span(a.cue.first, a.cue.end)})
			}
			if d.isAny(a.verb, "doubt", "doubts", "doubted", "doubting") {
				hedged = true
			}
		case admitStance:
			if a.denies() {
				negated = !negated
			}
		case warnStance:
			switch c.find.typ {
			case geo.Attack, geo.Captured, geo.Advance, geo.Encircled, geo.Withdrawal:
				if (conditional || hedged || future) && d.imagined(c, lo, hi) {
					c.find.typ = geo.Forecast
				}
			}
		case believeStance, hedgeStance:
			hedged = true
			if a.denies() {
				negated = !negated
			}
			switch d.lex.lemmas[d.lex.entries[d.toks[a.verb].word].lemma].text {
			case "predict", "forecast", "expect", "anticipate", "foresee":
				hedged = !future && !conditional
			}
			if d.isAny(a.verb, "judged", "assessed", "concluded", "estimated", "assess", "assesses", "judges", "estimates", "argues", "argued") {
				hedged = hedgedByWord(d, lo, hi)
			}
		case askStance:
			demand = a.demand
		case wantStance:
			demand = a.rule == "attr.G-urge" // "wants Ukraine to leave"
		case demandStance, proposeStance:
			demand = true
		case claimStance:
			demand = demand || d.subjunctive(lo, hi)
		}
	}
	if negated {
		c.polarity = geo.Negated
	}
	switch {
	case demand:
		c.modality = geo.Demand
	case conditional && (d.hypothetical(c, lo) || hedged && c.find.typ == geo.Forecast):
		c.modality = geo.Conditional
	case conditional:
		c.modality = geo.Future
	case hedged:
		c.modality = geo.Hedged
	case future:
		c.modality = geo.Future
	}
	if c.modality == geo.Conditional && c.find.weight == 0 && a != nil {
		c.find.typ = geo.Forecast
	}
	// an event that is only imagined is a forecast
	if (c.modality == geo.Conditional || c.modality == geo.Hedged && conditional) && c.find.weight > 0 && d.imagined(c, lo, hi) {
		c.find.typ = geo.Forecast
	}
	if a == nil && (c.modality == geo.Conditional || c.modality == geo.Future || c.modality == geo.Hedged) && d.imagined(c, lo, hi) {
		switch c.find.typ {
		case geo.Attack, geo.Captured, geo.Advance, geo.Encircled, geo.Withdrawal:
			c.find.typ = geo.Forecast // what the writer expects
		}
	}
	if demand && d.leaves(lo, hi) && (d.soldiers(lo, hi) || d.states(lo, hi)) {
		c.find.typ = geo.WithdrawalDemanded
	}
	if a != nil && (a.stance == demandStance || demand) && (c.find.typ == geo.Withdrawal || c.find.typ == geo.Evacuation && d.soldiers(lo, hi)) {
		c.find.typ = geo.WithdrawalDemanded
	}
}

// states reports whether a state is spoken of.
func (d *document) states(i, j int) bool {
	for _, h := range d.partiesIn(i, j) {
		if h.entry.kind == countryKind || h.entry.kind == metonymKind {
			return true
		}
	}
	return false
}

func hedgedByWord(d *document, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if p, _ := d.longest(modalSet, k, hi); p != nil && mood(p.value) == hedgedMood {
			return true
		}
	}
	return false
}

// soldiers reports whether troops are spoken of.
func (d *document) soldiers(i, j int) bool {
	for ; i < j; i++ {
		if d.has(i, unitWord) || d.isAny(i, "troops", "forces", "soldiers", "army", "units", "military") {
			return true
		}
	}
	return false
}

// subjunctive reports whether the clause is a demand in form: a singular subject
// with the plain form of its verb ("that Ukraine hand over").
func (d *document) subjunctive(lo, hi int) bool {
	p := d.phraseRight(lo, hi)
	if p.empty() || p.end >= hi || d.toks[p.head].tag == pronTag || d.plural(p.head) {
		return false
	}
	e := &d.lex.entries[d.toks[p.end].word]
	return d.toks[p.end].tag == verbTag && e.verb&baseForm != 0 && e.verb&pastForm == 0
}

// plainNegation reports whether the negation at k is that of the main verb or
// of the subject: "is not", "nobody came", "no attacks were".
func (d *document) plainNegation(k, lo, hi int) bool {
	for m := lo; m < k; m++ {
		if t := &d.toks[m]; t.tag == relTag || t.tag == subTag || d.char(m) == ',' && m+1 == k {
			return false
		}
	}
	if d.toks[k].tag == auxTag || k > lo && d.tagAt(k-1) == auxTag || k+1 < hi && (d.tagAt(k+1) == verbTag || d.tagAt(k+1) == partTag) {
		return !(k+1 < hi && (d.tagAt(k+1) == detTag || d.tagAt(k+1) == nounTag) && d.has(k, detWord) && !d.is(lo, "there"))
	}
	return k == lo
}

// leaves reports whether somebody is to leave a place.
func (d *document) leaves(i, j int) bool {
	for ; i < j; i++ {
		switch d.lex.lemmas[d.lex.entries[d.toks[i].word].lemma].text {
		case "leave", "withdraw", "retreat", "quit", "abandon", "vacate", "surrender", "pull", "cede", "hand":
			return true
		}
		if d.isAny(i, "withdrawal", "pullout", "retreat") {
			return true
		}
	}
	return false
}

// negates reports whether the negation at k reaches the finding at [at, end).
func (d *document) negates(k, at, end, lo int) bool {
	if d.is(k, "not") && k+1 < len(d.toks) && d.isAny(k+1, "only", "just", "least", "far") {
		return false
	}
	if k >= at {
		return true
	}
	// another clause between the two breaks the scope
	for m := k + 1; m < at; m++ {
		t := &d.toks[m]
		if t.tag == coordTag && d.is(m, "but") || d.char(m) == ';' {
			return false
		}
		if t.tag == coordTag {
			if _, j := d.newClause(m+1, min(at+1, len(d.toks))); j == clauseJoint {
				return false
			}
		}
		if t.tag == subTag && d.isAny(m, "while", "although", "because", "since", "as") {
			return false
		}
	}
	return true
}

// hypothetical reports whether "would" and "could" in the clause speak of a
// case that is only imagined, not of the future seen from the past: its subject
// is an event or "if" stands by it.
func (d *document) hypothetical(c *draft, lo int) bool {
	for _, x := range c.runs {
		for k := x.first; k < x.end; k++ {
			if d.isAny(k, "if", "unless", "potentially") {
				return true
			}
		}
	}
	if d.toks[lo].tag == auxTag && d.isAny(lo, "were", "had", "should") {
		return true // "Were X to fall, …"
	}
	for k := lo; k < len(d.toks) && k < lo+14; k++ {
		switch {
		case d.toks[k].tag == auxTag:
			return false
		case d.toks[k].tag == ingTag, d.isAny(k, "capture", "loss", "fall", "seizure", "breakthrough", "withdrawal", "encirclement", "taking", "losing", "holding", "surrender", "collapse", "advance", "retreat", "liberation", "it", "this", "that"):
			return true
		}
	}
	return false
}

// imagined reports whether the finding itself is what is only imagined: it
// stands before "would" as the subject, or right behind it.
func (d *document) imagined(c *draft, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if d.toks[k].tag == auxTag && d.isAny(k, "would", "could", "might", "may") {
			return c.find.end <= k || c.find.first >= k
		}
	}
	return false
}
