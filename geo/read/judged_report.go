package read

// judgeReports: "Reports that C are false, X said": X denies C. So X does where the
// reports are Y's, who says C then.
func (d *document) judgeReports() {
	for n := range d.attrs {
		b := &d.attrs[n]
		if b.rule != "attr.K-noun" {
			continue
		}
		if b.parent == 0 {
			d.judgeRumour(b)
			continue
		}
		a := &d.attrs[b.parent-1]
		end := b.content[len(b.content)-1].end
		if len(a.content) > 0 {
			end = d.pastAside(end, a.content[0].end)
		}
		if a.weak || a.block || len(a.content) == 0 || len(a.content) > 1 && b.source.empty() || b.cue.first-a.content[0].first > 4 || end >= a.content[0].end || d.toks[end].tag != auxTag {
			continue
		}
		rest := end
		for rest < a.content[0].end && (d.toks[rest].tag != coordTag || d.is(rest, "yet")) && !d.endsClause(rest) {
			rest++
		}
		stance := reportStance(d, end, rest)
		if stance == neutralStance {
			continue
		}
		if !b.source.empty() {
			if stance != denyStance || d.attrs[b.parent-1].who.actor == b.who.actor {
				continue
			}
			e := *a
			e.stance, e.echo, e.content = stance, true, d.runsOf(run{b.cue.first, b.content[len(b.content)-1].end})
			switch rest++; {
			case rest < a.content[0].end:
				a.content[0].first = rest
			case len(a.content) > 1:
				a.content = a.content[1:]
			default:
				a.weak, a.content = true, nil
			}
			d.attrs = append(d.attrs, e)
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

// judgeRumour: "Posts claiming that C are untrue": where nobody says so, the text does.
func (d *document) judgeRumour(b *attribution) {
	if !b.weak || !b.source.empty() || b.who.actor > 0 || b.inner || b.negated || len(b.content) != 1 {
		return
	}
	if b.stance != denyStance && d.refutation(b, &d.sents[d.toks[b.cue.first].sent]).empty() {
		return
	}
	b.who, b.stance, b.weak = speaker{narrator: true}, denyStance, false
}

var untrueWords = listOf("provocation false untrue fake fakes nonsense lie lies wrong incorrect baseless unfounded groundless fabricated fabrication fabrications inaccurate misleading fiction fantasy disinformation misinformation propaganda invented premature exaggerated hoax rumour rumours rumor rumors rubbish nonsensical untruth myth myths staged forged doctored bogus manipulated forgery forgeries hoaxes untruths")

var rejectWords = listOf("absurd ridiculous unthinkable unacceptable laughable preposterous")

// reportStance is what "are false", "is not true" and "are accurate" among
// tokens [i, end) say of a report; neutral when they say nothing.
func reportStance(d *document, i, end int) stance {
	negated, judged := false, neutralStance
	for k := i; k < end; k++ {
		switch {
		case d.has(k, negWord), d.is(k, "far") && d.is(k+1, "from"):
			negated = true
		case d.isOf(k, &untrueWords), d.isOf(k, &rejectWords):
			judged = denyStance
		case d.is(k, "wide") && d.is(k+1, "of"), d.is(k, "made") && d.is(k+1, "up"):
			judged = denyStance // "wide of the mark"
		case d.isOf(k, &agreeingWords), d.is(k, "case") && d.is(k-1, "the"), d.is(k, "so") && k+1 == end:
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
