package read

// findSubject finds who says something by the verb; false where nobody does, or another cue
// has it.
func (v *verbCue) findSubject() bool {
	d, lo := v.document, v.lo
	v.sub, v.how = d.subject(v.g, lo, v.hi)
	if v.sub.first > lo && d.is(v.sub.first, "the") && d.ofSaveTheChildren(v.sub.first) {
		v.sub.first--
	}
	if !v.takeNobody() || !v.takeSubject() {
		return false
	}
	v.subjectElsewhere()
	v.a.source, v.a.subject = v.sub, v.sub
	if v.how == subjectNone && d.invert(v.a, v.g, v.l, v.after, lo, v.hi) {
		return false
	}
	if !d.inferred(&v.a, v.how, lo) || d.namesWhich(&v.a, v.after, v.hi) {
		return false
	}
	if v.a.subject != v.sub {
		v.sub, v.how = v.a.subject, subjectShared
	}
	if p := d.farSubject(v.sub, v.g, v.after, lo, v.hi); !p.empty() {
		v.a.source, v.a.subject, v.how = p, p, subjectAside
	}
	return true
}

// takeNobody reads subjects that are nobody, hardly anybody or pictures, which deny by showing
// nothing; false where nothing is said.
func (v *verbCue) takeNobody() bool {
	d, a, l, g, i, lo := v.document, &v.a, v.l, &v.g, v.i, v.lo
	if !v.sub.empty() && (d.isOf(v.sub.head, &nobodyWords) || d.is(v.sub.first, "nobody") || d.is(v.sub.first, "no") || d.is(v.sub.first, "none") || d.is(v.sub.first, "neither")) {
		p := d.noneOf(v.sub)
		switch {
		case p.empty() && d.is(v.sub.first, "neither") && l.stance == neutralStance:
			a.negated = true // "Neither would say when"
		case p.empty():
			return false
		case l.stance == showStance:
			v.sub, a.stance = p, denyStance // "none of the footage shows C"
		case l.stance == believeStance && !g.negated:
			v.sub, a.negated = p, true // "none of the officers believes that C"
		default:
			return false
		}
	}
	if l.stance == showStance && g.negated && !v.sub.empty() && d.isOf(i, &showVerbs) && (d.isPicture(v.sub.head) || d.isMapper(v.sub)) {
		a.stance, a.negated = denyStance, false // "the images do not show C"
	}
	if l.stance == believeStance && !v.sub.empty() && v.sub.first >= lo && d.isScarce(v.sub, lo) {
		a.negated = true // "few analysts think that C"
	}
	if !v.sub.empty() && v.sub.first > lo && (d.is(v.sub.first-1, "whether") || d.is(v.sub.first-1, "nor") && d.toks[v.sub.head].tag != pronTag) {
		return false // "would not say whether X had asked", "neither Y nor X has said"
	}
	return true
}

// takeSubject reads what the words between the subject and the verb make of both; false where
// nothing is said.
func (v *verbCue) takeSubject() bool {
	d, a, l, g, i, after, lo := v.document, &v.a, v.l, &v.g, v.i, v.after, v.lo
	if p := d.blamedFor(g.first, i, lo); !p.empty() {
		v.sub, v.how = p, subjectAside
	}
	if v.how == subjectAdjacent && d.claimedThings(v.sub, after) || d.recognisesInPlan(i, v.sub) {
		return false
	}
	if k := v.sub.first; !v.sub.empty() && (d.is(k, "whatever") || k > lo && d.isOf(k-1, &whateverWords) || d.conditional(k, lo)) {
		return false // "I saw no flag, whatever Moscow says", "if Kyiv refuses to leave X"
	}
	if v.sub.first-2 >= lo && d.isOf(v.sub.first-2, &norNever) && d.tagAt(v.sub.first-1) == auxTag {
		a.negated = true // "Nor has the Kremlin said whether"
	}
	if v.sub.first > lo && d.is(v.sub.first-1, "whom") && v.sub.end == g.first {
		return false // "a nurse whom we spoke to"
	}
	if n := len(d.attrs) - 1; n >= 0 && v.how == subjectAdjacent {
		d.dropInside(v.sub, n)
	}
	if k := g.first - 1; k > lo && d.toks[i].tag == ingTag && (d.is(k, "without") || d.is(k, "of") && d.is(k-1, "short")) {
		g.negated, a.negated = true, true // "stopped short of saying that"
	}
	if k := g.first - 1; g.infinitive && k-1 > lo && l.stance == confirmStance && d.notAble(k, lo) {
		g.negated, a.negated = true, true
	}
	if d.is(v.sub.head, "it") && v.sub.end+2 < g.first && d.has(v.sub.end, beWord) && (d.isAny(g.first-1, "that", "who") || d.is(g.first-1, "first")) {
		if p := d.phraseRight(v.sub.end+1, g.first); !p.empty() && d.isAny(p.end, "that", "who") && d.toks[p.head].tag != adjTag {
			v.sub, v.how = p, subjectAside // "It was X that first reported C"
		}
	}
	return true
}

// subjectElsewhere looks for the speaker where "it" only stands for whose duty it was, and where what
// was found before the verb is no speaker, who follows.
func (v *verbCue) subjectElsewhere() {
	d, l, g, i, after, lo, hi := v.document, v.l, &v.g, v.i, v.after, v.lo, v.hi
	if g.infinitive && !v.sub.empty() && d.is(v.sub.head, "it") {
		if p := d.dutyOf(v.sub, *g); !p.empty() {
			v.sub, v.duty = p, true
		}
	}
	if v.how == subjectAside && l.stance != showStance && l.frames&addresseeFrame == 0 && !d.has(v.sub.head, docWord) && d.char(g.first-1) == ',' && g.first == i && (d.hasFinite(v.sub.end, g.first-1) || !d.mayTell(v.sub) && d.hasFinite(lo, v.sub.first)) {
		if p := d.phraseRight(after, hi); !p.empty() && (d.mayTell(p) || d.is(p.first, "one") || d.is(p.first, "another")) && (p.end >= hi || d.endsClause(p.end)) {
			v.sub, v.how = np{}, subjectNone // "Four people, among them a child, had died, said the mayor", "struck a school, killing two, said the mayor"
		}
	}
	if v.how == subjectAside && v.sub.first > lo && d.tagAt(v.sub.first-1) == prepTag && d.placeAt(v.sub.head) && d.char(g.first-1) == ',' && g.first == i {
		v.sub, v.how = np{}, subjectNone // "three were hurt: in X, Y and Z, said the mayor"
	}
}
