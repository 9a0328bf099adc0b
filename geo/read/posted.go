package read

// What is passed around, where the sentence says whether it holds: "Posts claiming that C
// are untrue", "Claims circulating on Telegram that C are nonsense".

var (
	postHeads   = listOf("post posts message messages report reports claim claims rumour rumours rumor rumors article articles headline headlines tweet tweets video videos clip clips letter letters text texts screenshot screenshots story stories item items publication publications information news statement statements leaflet leaflets picture pictures image images photo photos map maps account accounts suggestion suggestions")
	spread      = listOf("circulating circulated spreading spread shared made published posted appearing going doing repeated disseminated broadcast aired carried")
	issuedWords = listOf("uploaded released filmed taken recorded circulated")
)

// posted makes of what a post says that its own sentence judges a report, which whoever
// speaks there denies or bears out: it is nobody's word in particular.
func (d *document) posted(a *attribution, g verbGroup, lo, hi int) {
	p := a.source
	if len(a.content) != 1 || a.speech || p.empty() || p.end > g.first || g.first-p.end > 1 || !d.isOf(p.head, &postHeads) || d.toks[p.head].caps == upperCase {
		return
	}
	if !(d.toks[g.verb].tag == ingTag && g.reduced && p.end == g.first) && !(p.end < g.first && d.isAny(p.end, "that", "which")) {
		return
	}
	c := a.content[0]
	end := d.firstPredicate(c.first, c.end)
	if !d.judgedAt(end, hi) {
		if v := d.governor(p, lo); v >= lo && d.lex.lemmas[d.toks[v].lemma].stance == denyStance {
			a.rule = "attr.K-noun"
			d.governedNoun(a, p, np{}, v, lo, hi) // "dismissed posts claiming that C"
		}
		return
	}
	a.content[0].end = end
	a.rule = "attr.K-noun"
	for k := p.first; k < p.end; k++ {
		if d.has(k, demonymWord) || d.toks[k].tag == nameTag && k > p.first {
			return // "Russian posts claiming"
		}
	}
	a.source, a.subject, a.weak = np{}, np{}, true
}

// judgedAt reports whether a verdict on what was said starts at token i: "are untrue".
func (d *document) judgedAt(i, hi int) bool {
	return i < hi && d.toks[i].tag == auxTag && reportStance(d, i, d.verdictEnd(i, hi)) != neutralStance
}

// verdictEnd is where a verdict ends that starts at token i: at the next clause.
func (d *document) verdictEnd(i, hi int) int {
	const far = 10 // tokens
	k := i
	for k < hi && k < i+far && !d.endsClause(k) && (d.toks[k].tag != coordTag || d.is(k, "yet")) {
		k++
	}
	return k
}

// platforms are where posts are read.
var platforms = listOf("social telegram facebook tiktok youtube twitter instagram whatsapp viber vkontakte x messenger messengers line")

// spreadThat is the "that" behind words on where a claim is made, from token k on: "Claims
// circulating on Telegram that C", "Reports in social media that C"; k where there is none.
func (d *document) spreadThat(k, hi int) int {
	const far = 9 // tokens
	if k+1 >= hi || !d.isOf(k, &spread) && !(d.isAny(k, "on", "in") && (d.has(k+1, mediaWord) || d.isOf(k+1, &platforms))) {
		return k
	}
	for m := k + 1; m < hi && m < k+far && !d.endsClause(m); m++ {
		if d.toks[m].tag == thatTag || d.is(m, "of") && m > k {
			return m
		}
		if d.toks[m].tag == auxTag || d.toks[m].tag == verbTag && !d.isOf(m, &spread) {
			break
		}
	}
	return k
}

// falseNouns are what a text calls what it does not believe.
var falseNouns = listOf("falsehood falsehoods myth myths lie lies hoax fabrication fabrications untruth untruths")

// falsehood handles the noun at token i of sentence s where the text tells what is not so: "One
// of the most persistent falsehoods of the war is that C".
func (d *document) falsehood(i, s int) {
	const far = 6 // tokens
	_, hi := d.bounds(i, s)
	for k := i + 1; k+2 < hi && k < i+far; k++ {
		if d.has(k, beWord) && d.toks[k+1].tag == thatTag {
			d.addAttribution(attribution{rule: "attr.K-noun", cue: run{i, i + 1}, verb: i, stance: denyStance, weak: true, that: true, content: []run{{k + 1, d.clauseEnd(k+2, hi)}}})
			return
		}
		if d.finite(k) || d.endsClause(k) {
			return
		}
	}
}

// falseClaim: "Another false claim is that C": what
// the text itself calls untrue before it tells it.
func (d *document) falseClaim(i, k int, p np, lo, hi int) bool {
	if p.empty() || p.first > lo+2 || k+2 >= hi || !d.has(k, beWord) || d.toks[k+1].tag != thatTag || !d.anyOf(p.first, i, &untrueWords) {
		return false
	}
	d.addAttribution(attribution{rule: "attr.K-noun", cue: run{i, i + 1}, verb: i, stance: denyStance, weak: true, that: true, content: []run{{k + 1, d.clauseEnd(k+2, hi)}}})
	return true
}
