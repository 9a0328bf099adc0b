package read

// judgedClause: "C, which Kyiv denies", "C, a figure Kyiv disputes", "C — a claim
// that the mayor has confirmed": what is judged is the clause before.
func (d *document) judgedClause(a *attribution, l *lemma, after, lo, hi int) bool {
	if a.subject.empty() || l.frames&(objectFrame|thatFrame) == 0 {
		return false
	}
	verdict := d.verdictBehind(a.verb, l, after, hi)
	if verdict != neutralStance {
		l = &lemma{stance: verdict, frames: objectFrame}
		a.stance = verdict
	}
	switch l.stance {
	case denyStance, confirmStance, admitStance, claimStance:
	case neutralStance:
		if l.frames&objectFrame == 0 || l.weak&objectFrame != 0 || d.has(a.verb, namingWord) {
			return false
		}
	default:
		return false
	}
	if a.negated && l.stance == confirmStance {
		return false // "claimed C, which Y did not confirm": Y says nothing
	}
	// "an allegation Moscow called absurd": it is disputed, and that is no claim more
	called := verdict != neutralStance && (d.has(a.verb, namingWord) || d.isOf(a.verb, &portrayVerbs))
	if e := d.afterCue(after, hi); e < hi && !d.endsClause(e) && verdict == neutralStance {
		return false
	}
	at := a.subject.first
	if at-1 > lo && (d.toks[at-1].tag == relTag || d.toks[at-1].tag == thatTag) {
		at--
		if d.is(at, "which") && d.char(at-1) == ',' {
			return d.judges(a, at-1, lo)
		}
	}
	q := d.baseLeft(at-1, lo)
	if at == a.subject.first && d.isOf(at, &aOrAn) && a.subject.end-at > 2 {
		// "a figure Kyiv": one phrase for the tags
		for k := at + 1; k < a.subject.end-1; k++ {
			if d.judgedNoun(k) && (d.toks[k+1].tag == nameTag || d.toks[k+1].tag == pronTag) {
				q = np{at, k + 1, k}
				a.subject.first = k + 1
				a.source = a.subject
				break
			}
		}
	}
	if q.empty() || q.first-1 <= lo || !d.judgedNoun(q.head) || !d.has(q.first, detWord) {
		return false
	}
	if d.char(q.first-1) != ',' && d.toks[q.first-1].kind != dashToken {
		return false
	}
	return called || d.judges(a, q.first-1, lo)
}

// verdictBehind is what the verb at token i says of something by the words behind it, before the
// clause ends: "described as absurd", "called a lie", "dismissed as an old story".
func (d *document) verdictBehind(i int, l *lemma, after, hi int) stance {
	const far = 12 // tokens
	end := after
	for end < min(hi, after+far) && !d.endsClause(end) && d.toks[end].tag != coordTag {
		end++
	}
	switch {
	case end == after || end < hi && !d.endsClause(end) && d.toks[end].tag != coordTag:
		return neutralStance
	case l.stance == denyStance && d.is(after, "as"):
		return denyStance
	case d.has(i, namingWord) || d.isOf(i, &portrayVerbs) && d.is(after, "as"):
		return reportStance(d, after, end)
	}
	return neutralStance
}

// commentWords are of what somebody has nothing to say on, which he does not judge then.
var commentWords = listOf("comment commented commenting")

// judgedAsWords say of what was said that it does not hold.
var judgedAsWords = listOf("dismissed dismisses dismiss rejected rejects reject denounced denounces condemned condemns")

// viewOfComment is how far before a judgement such a word is looked for, in tokens.
const viewOfComment = 12

// judges makes the clause that ends before token i the content: that of the
// attribution there, if there is one.
func (d *document) judges(a *attribution, i, lo int) bool {
	if d.anyOf(max(lo, i-viewOfComment), i, &commentWords) {
		return false // "did not comment on the losses, which it dismisses as inflated"
	}
	if d.is(a.cue.end, "as") && d.anyPlace([]run{{max(lo, i-3), i}}) && !d.isOf(a.cue.end-1, &judgedAsWords) {
		return false // "leaving X and Y, which he describes as a shield": the places are
	}
	a.rule = "attr.E-which"
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		b := &d.attrs[n]
		if b.weak && b.rule != "attr.F-object" && b.rule != "attr.G-to" || len(b.content) == 0 || b.cue.end > i {
			continue
		}
		if c := b.content[len(b.content)-1]; c.end >= i-1 {
			for k := range b.content {
				b.content[k].end = min(b.content[k].end, i)
				a.content = append(a.content, b.content[k])
			}
			a.content[len(a.content)-1].end = i
			// a claim of its own has a span of its own: with "that", without the mark
			a.echo = true
			return true
		}
	}
	first := d.clauseStart(lo, i-1)
	if end := d.dropMarks(first, i); end > first && (d.hasFinite(first, end) || d.isTyped(first, end) && d.tagAt(first) == detTag) {
		a.content = []run{{first, end}}
		return true
	}
	return false
}

// judgedNoun reports whether token i is a noun for what somebody said.
func (d *document) judgedNoun(i int) bool {
	return d.has(i, claimNoun) || d.isAny(i, "figure", "figures", "number", "charge", "charges", "account", "description", "characterisation", "characterization", "notion", "toll", "version", "story", "theory", "assertion")
}

// whatIsSaid: "C; that is what the mayor says", "That, at least, is how Kyiv puts
// it": the clause or the sentence before is the content.
func (d *document) whatIsSaid(a *attribution, after, lo, hi int) bool {
	r := a.subject.first - 1
	if a.subject.empty() || r-2 < lo || !d.isOf(r, &whatOrHow) || !d.has(r-1, beWord) && !(d.kindAt(r-1) == cliticToken && d.toks[r-1].tag == auxTag) {
		return false
	}
	if after < hi && d.has(after, objPron) {
		after++ // "That's what the governor told me"
	}
	if k := d.afterCue(after, hi); k < hi && !d.endsClause(k) && d.toks[k].kind != closeToken {
		return false
	}
	k := r - 2
	for k > lo && (d.toks[k].kind == punctToken && d.char(k) == ',' || d.toks[k].tag == prepTag || d.nominal(k) || d.toks[k].tag == advTag) && !d.isAny(k, "that", "this", "so", "such") {
		k--
	}
	if !d.isAny(k, "that", "this", "such") {
		// "A truce around X was what the envoy proposed"
		p := d.phraseLeft(r-2, lo)
		if d.is(r, "how") || p.empty() || p.first > lo || d.toks[p.head].tag == pronTag {
			return false
		}
		a.rule = "attr.F-object"
		a.content = []run{{p.first, p.end}}
		return true
	}
	a.rule = "attr.E-what"
	if k > lo {
		end := d.dropMarks(lo, k)
		for end > lo+1 && (d.isAny(end-1, "or", "at", "least", "and") || d.toks[end-1].tag == advTag && d.isAny(end-2, "or", "and")) {
			end = d.dropMarks(lo, end-1) // "C, or at least that is what X says"
		}
		first := d.clauseStart(lo, end-1)
		if end > first && (d.hasFinite(first, end) || a.stance == proposeStance) {
			a.content = []run{{first, end}}
			return true
		}
		return false
	}
	s := int(d.toks[k].sent) - 1
	if s < 0 || d.sents[s].block != d.sents[s+1].block {
		return false
	}
	for n := len(d.attrs) - 1; n >= 0; n-- {
		at := int(d.toks[d.attrs[n].cue.first].sent)
		if at < s {
			break
		}
		if at == s {
			return false
		}
	}
	a.content = []run{{d.sents[s].first, d.dropMarks(d.sents[s].first, d.sents[s].end)}}
	return !a.content[0].empty()
}

// withColon adds what stands behind the colon to "C1, X said: C2". Where C1 only
// judges what was said before ("That is untrue"), it is a claim about that.
func (d *document) withColon(a *attribution, k, lo, hi int) {
	b := *a
	if !d.contentColon(&b, k, hi) || !d.hasFinite(b.content[0].first, b.content[0].end) {
		return
	}
	c := a.content[0]
	stance := reportStance(d, c.first, c.end)
	if stance == neutralStance || !d.isAny(c.first, "that", "this", "it", "these", "those") || c.end-c.first > 6 {
		if b.rule, b.that = a.rule, false; d.hasFinite(c.first, c.end) {
			d.addAttribution(b)
			return
		}
		a.content = append(a.content, b.content...)
		return
	}
	e := *a
	e.content, e.stance = nil, stance
	if d.saidBefore(&e, lo) {
		d.addAttribution(e)
	}
	a.content, a.rule = b.content, "attr.B-colon"
}

// saidBefore makes what was attributed last before the sentence that starts at lo
// the content of a cue that judges it: "Kyiv denied this".
func (d *document) saidBefore(a *attribution, lo int) bool {
	s := int(d.toks[lo].sent) - 1
	if s < 0 || d.sents[s].block < d.sents[s+1].block-1 || d.sents[s].label {
		return false
	}
	for n := len(d.attrs) - 1; n >= 0; n-- {
		b := &d.attrs[n]
		at := int(d.toks[b.cue.first].sent)
		if at > s {
			continue
		}
		if at < s {
			return false
		}
		if b.weak || b.echo || b.inner || b.speech || len(b.content) != 1 || b.subject.head == a.subject.head {
			continue
		}
		c := b.content[0]
		if int(d.toks[c.first].sent) != s || int(d.toks[c.end-1].sent) != s {
			return false
		}
		// a span of its own: with the mark behind it
		if c.end < d.sents[s].end {
			c.end++
		} else if c.first > d.sents[s].first {
			c.first--
		}
		a.rule, a.echo, a.that = "attr.E-this", true, false
		a.content = []run{c}
		return true
	}
	return false
}

// beforeConcession ends what is denied, tokens [i, end), before what the writer sets against
// the denial: "denied that the town had fallen, though most of it is lost".
func (d *document) beforeConcession(i, end int) int {
	for k := i + 2; k+2 < end; k++ {
		if d.char(k) != ',' || d.toks[k].kind != punctToken {
			continue
		}
		m := k + 1
		if d.is(m, "even") {
			m++
		}
		if d.isOf(m, &concessionWords) && d.hasFinite(m+1, end) {
			return k
		}
	}
	return end
}

var concessionWords = listOf("though although as")

// takenFor ends what is claimed before what somebody takes it for: "the claim to have taken X
// as 'liberation on credit'".
func (d *document) takenFor(i, end int) int {
	for k := i + 2; k+1 < end; k++ {
		if d.is(k, "as") && (d.kindAt(k+1) == openToken || reportStance(d, k+1, end) == denyStance) {
			return k
		}
	}
	return end
}
