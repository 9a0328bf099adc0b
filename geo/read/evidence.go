package read

// What is said of a situation by whoever has looked for signs of it and found none:
// "saw no evidence of troops in X", "has not seen proof that C", "found nothing to
// support the claim that C".

var (
	produceVerbs = listOf("produce produced produces offer offered offers provide provided provides present presented presents give gave given show showed shown publish published supply supplied cite cited adduce adduced")
	backWords    = listOf("support confirm corroborate suggest indicate show prove verify substantiate back bear believe think")
	withoutWords = listOf("no little few hardly nothing")
)

// evidenced handles the noun of evidence at token i of sentence s where it is denied,
// and returns the token behind what leads to its content; 0 where it is none.
func (d *document) evidenced(i, s int) int {
	lo, hi := d.bounds(i, s)
	p := d.baseLeft(i, lo)
	if d.is(i, "nothing") {
		p = np{i, i + 1, i}
	}
	if p.empty() || i+2 >= hi {
		return 0
	}
	v := d.governor(p, lo)
	if v < 0 {
		return 0
	}
	g := d.verbGroupAt(v, lo)
	if g.passive || !g.negated && !d.isOf(p.first, &withoutWords) {
		return 0
	}
	x, owned := d.evidencedContent(i+1, hi)
	looked := x.empty() && d.is(i+1, "of") && d.isOf(v, &lookVerbs)
	if looked {
		x = run{i + 2, d.objectEnd(i+2, hi)} // of the place spoken of: "found no trace of soldiers in the building"
	}
	if x.end <= x.first+1 && !(looked && !d.isAny(i, "evidence", "proof") && d.isAny(x.first, "this", "it", "that", "them")) || x.empty() || d.is(i, "nothing") && d.toks[i+1].tag != toTag {
		return 0
	}
	sub, how := d.subject(g, lo, hi)
	if sub.empty() || looked && d.has(sub.head, subjPron) && !d.isAny(sub.head, "i", "we") {
		return 0
	}
	a := attribution{rule: "attr.K-evidence", source: sub, subject: sub, cue: run{g.first, v + 1}, verb: v, stance: denyStance, content: []run{x}}
	if d.isOf(v, &produceVerbs) {
		a.stance = claimStance // "has produced no evidence that C": who ought to claims C
		a.unproved = true
	}
	a.echo = owned
	if d.isOf(i+1, &ofOrFor) && !g.negated && d.is(p.first, "no") && d.isTyped(x.first, x.end) {
		a.stance, a.content[0].first = showStance, p.first // "found no sign of fighting in X"
	}
	a.that = !owned && d.toks[x.first].tag == thatTag
	d.fillSource(&a, how, lo)
	d.dropObject(v, lo)
	d.addAttribution(a)
	if d.toks[i+1].tag == toTag {
		return i + 2
	}
	return i
}

// evidencedContent is what there is no evidence of, from token k on, behind the noun,
// and whether it is a claim that has an owner.
func (d *document) evidencedContent(k, hi int) (x run, owned bool) {
	const far = 9 // tokens
	switch {
	case d.toks[k].tag == thatTag:
		return run{k, d.firstPredicate(k, d.clauseEnd(k+1, hi))}, false
	case d.isOf(k, &ofOrFor) && k+1 < hi:
		end := d.objectEnd(k+1, hi)
		if !d.anyPlace([]run{{k + 1, end}}) {
			return run{}, false
		}
		return run{k + 1, end}, false
	case d.toks[k].tag == toTag && d.isOf(k+1, &backWords):
	default:
		return run{}, false
	}
	noun := 0
	for m := k + 2; m < hi && m < k+far && !d.endsClause(m); m++ {
		if d.toks[m].tag == nounTag && d.has(m, claimNoun) {
			noun = m
		}
		if d.toks[m].tag != thatTag {
			continue
		}
		end := d.clauseEnd(m+1, hi)
		if noun > 0 {
			if src, _ := d.nounOwner(noun, d.baseLeft(noun, k), hi); !src.empty() {
				return run{noun, end}, true // a span of its own: the owner says the clause
			}
		}
		return run{m, end}, false
	}
	if end := d.objectEnd(k+2, hi); d.anyPlace([]run{{k + 2, end}}) {
		return run{k + 2, end}, false // "evidence to confirm the capture of X"
	}
	return run{}, false
}

var pressVerbs = listOf("ask asked asks asking press pressed pressing")

// askedFor is who is asked for the evidence that phrase p names, and so has said what it is to
// be evidence of: "asked the ministry for evidence that C".
func (d *document) askedFor(p np, lo int) np {
	const far = 10 // tokens
	k := p.first - 1
	if p.empty() || k-2 < lo || !d.is(k, "for") {
		return np{}
	}
	for v := k - 1; v >= lo && v > k-far; v-- {
		if d.isOf(v, &pressVerbs) {
			return d.phraseRight(v+1, k)
		}
	}
	return np{}
}

// authenticated: "verified footage showing soldiers in X", "confirmed the authenticity of
// a video that shows a flag over Y": what the pictures show is said. Their phrase is p.
func (d *document) authenticated(a *attribution, p np, hi int) bool {
	const far = 12 // tokens
	if d.isAny(p.head, "authenticity", "veracity", "location") && p.end+1 < hi && d.is(p.end, "of") {
		p = d.baseRight(p.end+1, hi)
	}
	if p.empty() || !d.isPicture(p.head) {
		return false
	}
	for k := p.end; k+1 < hi && k < p.end+far && !d.endsClause(k); k++ {
		if d.is(k, "showing") || d.isAny(k, "shows", "show", "showed") && d.toks[k-1].tag == relTag {
			a.rule = "attr.C-show"
			a.content = []run{{k + 1, d.objectEnd(k+1, hi)}}
			return a.content[0].end > k+2
		}
		if d.finite(k) {
			return false
		}
	}
	return false
}

// purportWords say that a picture is to show something, and do not say that it does; what
// appears so is said by whoever has looked.
var (
	purportWords = listOf("purporting purports purported purport claiming claims claimed claim alleging alleges alleged said supposed appearing appears appeared appear supposedly allegedly purportedly")
	appearWords  = listOf("appearing appears appeared appear")
)

var showingWords = listOf("showing depicting")

// showVerbs are what a picture is said to do.
var showVerbs = listOf("show depict prove capture")

// purports: "a video purporting to show C has been viewed", "a clip that claims to show C
// is old": what a picture is to show ends where its clause goes on.
func (d *document) purports(a *attribution, g verbGroup, after, lo, hi int) bool {
	if d.toks[g.verb].tag == ingTag && g.first < g.verb && d.isOf(g.first, &purportWords) && d.endsPicture(g.first-1, lo) {
		end := after // "a picture purportedly showing C is from X"
		for end < hi && !d.endsClause(end) && !d.finite(end) {
			end++
		}
		a.rule, a.stance, a.content = "attr.C-purport", showStance, []run{{after, end}}
		a.source = d.phraseLeft(g.first-1, lo)
		a.subject = a.source
		return end > after+1
	}
	k := g.first - 1
	if k-1 < lo || !d.isOf(a.verb, &showVerbs) || !d.isOf(k, &purportWords) {
		return false
	}
	if d.toks[k].tag == ingTag || d.isAny(k, "said", "supposed", "alleged", "purported") && !d.has(k-1, beWord) {
		p := d.phraseLeft(k-1, lo)
		if p.empty() {
			return false
		}
		a.source, a.subject = p, p
	} else if p := d.passedAround(k-1, lo); !p.empty() {
		a.source, a.subject = p, p
		if n := len(d.attrs) - 1; n >= 0 {
			d.dropInside(p, n)
		}
	}
	if a.subject.empty() || d.has(a.subject.head, subjPron) {
		return false
	}
	end := d.objectEnd(after, hi)
	for m := after; m < end; m++ {
		if d.toks[m].tag == relTag || d.toks[m].tag == thatTag {
			break
		}
		if d.finite(m) {
			end = m
		}
	}
	if end <= after+1 {
		return false
	}
	a.rule, a.stance = "attr.C-show", showStance
	if !d.isOf(k, &appearWords) {
		a.rule = "attr.C-purport"
	}
	a.content = []run{{after, end}}
	if d.isTyped(after, end) && d.judgedAt(end, hi) {
		a.rule, a.source, a.subject, a.weak = "attr.K-noun", np{}, np{}, true // "are staged, X said"
	}
	return true
}

// endsPicture reports whether a phrase of a picture ends at token j.
func (d *document) endsPicture(j, lo int) bool {
	if d.char(j) == ',' {
		j--
	}
	p := d.phraseLeft(j, lo)
	return !p.empty() && d.isPicture(p.head)
}

// noneOf is what does not show something in "none of the footage", "no video".
func (d *document) noneOf(p np) np {
	k := p.first + 1
	if d.is(p.first, "none") && d.is(k, "of") {
		k++
	} else if !d.is(p.first, "no") {
		return np{}
	}
	q := d.baseRight(k, p.end)
	if q.empty() || !d.has(q.head, docWord) {
		return np{}
	}
	return q
}
