package read

// estimate: "put the number of people still on the island at 600", "put the
// troops two kilometres from X".
func (d *document) estimate(i, s int) bool {
	lo, hi := d.bounds(i, s)
	to := "at"
	if d.isAny(i, "gave", "gives", "given", "give", "giving") {
		// "gave the number of wounded in X as 45"
		if d.givesFigure(i, lo, hi) {
			return true
		}
		to = "as"
		if p := d.baseRight(i+1, hi); p.empty() || !d.isOf(p.head, &numberNouns) {
			return false
		}
	} else if !d.isAny(i, "put", "puts", "place", "places", "placed") {
		// "revised the number of wounded in X to 45"
		to = "to"
		if p := d.baseRight(i+1, hi); p.empty() || !d.isOf(p.head, &numberNouns) {
			return false
		}
	}
	object := d.baseRight(i+1, hi)
	counts := !object.empty() && d.isOf(object.head, &numberNouns)
	if q := d.baseRight(i+3, hi); d.is(i+1, "at") && d.tagAt(i+2) == numTag && !q.empty() && d.isOf(q.head, &numberNouns) {
		return d.estimated(i, i+1, lo, hi, to) // "put at forty the number of houses burned"
	}
	for k := i + 2; k < hi && k < i+20; k++ {
		if d.char(k) == ',' && d.is(k+1, "as") {
			k = d.pastGloss(k, hi) // "put losses around Artyomovsk, as they call Bakhmut, at N"
		}
		if d.endsClause(k) || d.finite(k) && !counts {
			return false // but "the number of those he has driven out at N"
		}
		number := d.is(k, to) && k+1 < hi && (d.tagAt(k+1) == numTag || k+2 < hi && d.isAny(k+1, "about", "around", "over", "nearly", "almost", "some", "more", "least", "up", "between", "fewer", "less"))
		distance := d.isAny(k, "kilometres", "kilometers", "km", "miles") && k+1 < hi && (d.isAny(k+1, "from", "outside", "off", "away", "short", "inside", "behind") || d.is(k+1, "to") && d.is(k+2, "the") || d.isAny(k+1, "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"))
		line := d.isOf(k, &whereaboutsPreps) && d.positioned(d.baseRight(i+1, hi), d.isAny(k, "in", "inside", "on")) && len(d.mentionsIn(k, min(hi, k+8))) > 0
		if !number && !distance && !line {
			continue
		}
		return d.estimated(i, k, lo, hi, to)
	}
	return false
}

// otherCount: "X put the figure at two, Y at three": the content of a ends before Y, who
// has a number of his own. Token k is the word before the first number.
func (d *document) otherCount(a *attribution, k int, to string) {
	c := &a.content[0]
	for m := k + 2; m+4 < c.end; m++ {
		if d.char(m) != ',' && !d.is(m, "and") && d.char(m) != ';' {
			continue
		}
		from := m + 1
		if d.isAny(from, "and", "while", "but") {
			from++
		}
		p := d.baseRight(from, c.end)
		if p.empty() || !d.mayTell(p) {
			continue
		}
		for p.end < c.end && !d.is(p.end, to) && (d.toks[p.end].tag == prepTag || d.nominal(p.end)) {
			p.end++ // "the mayor of Dnipro"
		}
		if p.end+1 >= c.end || !d.is(p.end, to) || d.tagAt(p.end+1) != numTag {
			continue
		}
		b := *a
		b.source, b.subject, b.cue, b.verb = p, p, run{p.end, p.end + 1}, p.end
		b.content = []run{{p.end, c.end}}
		c.end = m
		d.addAttribution(b)
		return
	}
}

// pastGloss is the token behind what says in commas from token k on how others call a place,
// or k: ", as the Russians call Bakhmut,".
func (d *document) pastGloss(k, hi int) int {
	const far = 10 // tokens
	named := false
	for m := k + 2; m < min(hi, k+far); m++ {
		named = named || d.has(m, namingWord)
		if d.char(m) == ',' && named {
			return m + 1
		}
	}
	return k
}

// givesFigure: "gives a higher figure: 19 dead", "gave another toll for X, 40".
func (d *document) givesFigure(i, lo, hi int) bool {
	const far = 8 // tokens
	p := d.baseRight(i+1, hi)
	if p.empty() || !d.isOf(p.head, &numberNouns) || p.end-p.first < 2 {
		return false
	}
	for k := p.end; k+1 < min(hi, p.end+far); k++ {
		if c := d.char(k); c != ',' && c != ':' && d.toks[k].kind != dashToken {
			if d.finite(k) {
				return false
			}
			continue
		}
		if d.tagAt(k+1) != numTag && d.tagAt(k+2) != numTag {
			return false
		}
		g := d.verbGroupAt(i, lo)
		sub, how := d.subject(g, lo, hi)
		if sub.empty() {
			return false
		}
		a := attribution{rule: "attr.F-estimate", source: sub, subject: sub, cue: run{g.first, i + 1}, verb: i, negated: g.negated}
		a.content = []run{{p.end, k}, {k + 1, d.clauseEnd(k+1, hi)}}
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return true
	}
	return false
}

// numberNouns are what is put at a number.
var numberNouns = listOf("number toll figure figures count estimate total tally")

// estimated makes the attribution of an estimate whose verb is token i, its number behind
// the word "to" at token k.
func (d *document) estimated(i, k, lo, hi int, to string) bool {
	g := d.verbGroupAt(i, lo)
	sub, how := d.subject(g, lo, hi)
	if sub.empty() {
		return false
	}
	a := attribution{rule: "attr.F-estimate", source: sub, subject: sub, cue: run{g.first, i + 1}, verb: i, negated: g.negated}
	a.content = []run{{i + 1, d.clauseEnd(i+1, hi)}}
	d.fillSource(&a, how, lo)
	d.otherCount(&a, k, to)
	d.addAttribution(a)
	return true
}

var (
	whereaboutsPreps = listOf("along near at east west north south through behind beyond in inside on around outside")
	lineNouns        = listOf("line front frontline border positions contact")
	enemyNouns       = listOf("enemy russians ukrainians invaders occupiers attackers spearhead vanguard")
)

// positioned reports whether somebody can only say, not settle, where p is: the line, the
// enemy. Within a place stand people alone.
func (d *document) positioned(p np, within bool) bool {
	if p.empty() {
		return false
	}
	return !within && d.isOf(p.head, &lineNouns) || d.isOf(p.head, &enemyNouns)
}
