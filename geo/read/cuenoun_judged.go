package read

// judgedLater reports whether the sentence says behind token k that something is untrue:
// "The claims on the seizure of X are not true".
func (d *document) judgedLater(k, hi int) bool {
	for m := k + 1; m < hi; m++ {
		if d.toks[m].tag == auxTag {
			return reportStance(d, m, min(hi, m+6)) == denyStance
		}
	}
	return false
}

// pastAside is the token behind the aside that the comma at token k opens, else k:
// "Reports about C, spread by the enemy, are false".
func (d *document) pastAside(k, hi int) int {
	if k+2 < hi && d.char(k) == ',' && d.toks[k].kind == punctToken {
		if e := d.asideEnd(k, hi); e > 0 {
			return e + 1
		}
	}
	return k
}

// pastVoicing is the "that" behind the aside which says who voices the noun of saying
// before the comma at token k, and who that is: "the claim, repeated by X on Friday, that C".
// It is k where there is no such aside.
func (d *document) pastVoicing(k, hi int) (int, np) {
	if k+4 >= hi || d.char(k) != ',' || d.toks[k].kind != punctToken {
		return k, np{}
	}
	v := d.pastAdverbs(k+1, hi)
	if v+2 >= hi || d.toks[v].verb&partForm == 0 {
		return k, np{}
	}
	end := d.asideEnd(v, hi)
	if end == 0 || end+2 >= hi || d.toks[end+1].tag != thatTag {
		return k, np{}
	}
	var by np
	if d.is(v+1, "by") {
		by = d.phraseRight(v+2, end)
	}
	return end + 1, by
}

// voicedWords are what becomes of claims.
var voicedWords = listOf("made voiced aired repeated advanced promoted spread circulated put attributed relayed amplified broadcast published posted shared issued first")

var carriedWords = listOf("carried published made reported printed aired broadcast ran posted voiced repeated first released circulated")

// voicer is who voices a claim in the relative clause that begins at token i: ", which this
// newspaper carried on Tuesday,".
func (d *document) voicer(i, hi int) np {
	if !d.isAny(i, "which", "that") || i+3 >= hi {
		return np{}
	}
	p := d.baseRight(i+1, hi)
	if p.empty() {
		return np{}
	}
	v := d.pastAdverbs(p.end, hi)
	if d.has(v, haveWord) {
		v = d.pastAdverbs(v+1, hi)
	}
	if v < hi && d.isOf(v, &carriedWords) && (d.mayTell(p) || d.toks[p.head].tag == nameTag || d.has(p.head, subjPron|docWord)) {
		return p
	}
	return np{}
}

// voicedBehind is the comma in content c behind which it says who makes the claim, and who that
// is: "The claim that C, made by X, was denied"; 0 where nothing such stands there.
func (d *document) voicedBehind(c run) (int, np) {
	for k := c.first + 3; k+3 < c.end; k++ {
		if d.char(k) != ',' || d.toks[k].kind != punctToken {
			continue
		}
		if by := d.voicer(k+1, c.end); !by.empty() {
			return k, by
		}
		if !d.isOf(k+1, &voicedWords) {
			continue
		}
		end := d.asideEnd(k, c.end)
		if end == 0 {
			end = c.end
		}
		for m := k + 2; m+1 < end; m++ {
			if d.is(m, "by") || d.is(m, "to") && d.is(m-1, "attributed") {
				if by := d.phraseRight(m+1, end); d.mayTell(by) || !by.empty() && d.toks[by.head].tag == nameTag {
					return k, by
				}
			}
			if d.finite(m) || d.endsClause(m) {
				break
			}
		}
	}
	return 0, np{}
}

// beforeDoubt ends the content [i, end) of a claim before what is said of it: "his claim
// that C could not be verified".
func (d *document) beforeDoubt(i, end int) int {
	if end <= i+4 || !d.isAny(end-1, "verified", "confirmed", "checked", "corroborated", "established", "substantiated") {
		return end
	}
	for k := end - 2; k > i+2 && k > end-7; k-- {
		if d.isAny(k, "could", "can", "cannot", "couldn't", "can't", "has", "have") && d.toks[k-1].tag != auxTag {
			return k
		}
	}
	return end
}

// judgedBy handles a noun of saying that a passive verb behind its content judges:
// "reports that C were denied by X". X speaks, besides whoever the noun belongs to.
func (d *document) judgedBy(a *attribution, src np, hi int) {
	k := d.pastAside(a.content[0].end, hi)
	if k >= hi || d.toks[k].tag != auxTag {
		return
	}
	for k++; k < hi && (d.toks[k].tag == auxTag || d.toks[k].tag == advTag); k++ {
	}
	if k+2 >= hi || d.toks[k].tag != partTag || !d.is(k+1, "by") {
		return
	}
	l, _ := d.cueLemma(k, hi)
	by := d.phraseRight(k+2, hi)
	if !src.empty() && !by.empty() && (d.has(k, namingWord) || l.text == "describe" || l.text == "call" || l.text == "dismiss") && reportStance(d, by.end, min(hi, by.end+6)) == denyStance {
		l = &lemma{stance: denyStance, frames: objectFrame} // "was described by X as fiction"
	}
	if by.empty() || l.stance != denyStance && l.stance != confirmStance && !(src.empty() && d.utters(l)) {
		return
	}
	if src.empty() && l.frames == 0 {
		a.source = by // "confirmation that C was given by X"
		return
	}
	if src.empty() {
		a.source, a.stance = by, l.stance
		return
	}
	b := *a
	b.rule, b.source, b.subject, b.stance, b.echo = "attr.K-judged", by, by, l.stance, true
	b.cue, b.verb = run{k, k + 1}, k
	b.content = []run{{a.cue.first, a.content[0].end}}
	d.addAttribution(b)
}

// beforeBrand ends the content x of a claim before what whoever denies it calls it:
// "dismissed the claim that C as propaganda".
func (d *document) beforeBrand(x run) int {
	const longest = 4 // words
	for k := x.end - 2; k > x.first+2 && k >= x.end-longest; k-- {
		if d.is(k, "as") && reportStance(d, k+1, x.end) == denyStance {
			return k
		}
	}
	return x.end
}

// beforeVerdict steps from token k over what a report is called before it is named:
// "dismissed [as nonsense] a report", "called [false] Moscow's claim".
func (d *document) beforeVerdict(k, lo int) int {
	const longest = 4 // words of it
	if d.kindAt(k) == closeToken && d.toks[k].quote != 0 {
		// "dismissed as “pure fantasy” a claim"
		if q := d.quotes[d.toks[k].quote-1].first; q-2 > lo && k-q <= longest+1 && d.is(q-1, "as") {
			return q - 2
		}
		return k
	}
	j := k
	for j > lo && j > k-longest && d.toks[j].kind == wordToken && (d.toks[j].tag == adjTag || d.toks[j].tag == nounTag || d.toks[j].tag == partTag) && d.toks[j].caps == lowerCase {
		j--
	}
	if j == k {
		return k
	}
	as := j
	if as > lo && d.isOf(as, &aOrAn) {
		as--
	}
	if as-1 > lo && d.is(as, "as") {
		return as - 1
	}
	if d.has(j, namingWord) && d.isOf(j+1, &untrueWords) {
		return j
	}
	return k
}

// nounStance is the attitude that the noun of saying at token i tells of.
func (d *document) nounStance(i int) stance {
	switch d.lower(i) {
	case "denial", "denials", "rebuttal", "refutation":
		return denyStance
	case "admission", "admissions", "acknowledgement", "acknowledgment", "concession":
		return admitStance
	case "confirmation":
		return confirmStance
	case "warning", "warnings", "fear", "fears", "concern", "concerns", "threat", "threats":
		return warnStance
	case "belief", "prediction", "predictions", "forecast", "expectation", "suspicion", "suspicions", "guess", "impression", "hope", "hopes", "estimate", "estimates":
		return believeStance
	case "demand", "demands", "condition", "conditions", "appeal", "appeals", "plea", "call", "request", "order", "ultimatum":
		return demandStance
	case "proposal", "proposals", "offer":
		return proposeStance
	case "rumour", "rumours", "rumor", "rumors":
		return hedgeStance
	case "sign", "signs", "evidence", "indication", "indications", "proof":
		if p := d.baseLeft(i, 0); !p.empty() && d.isAny(p.first, "no", "little", "few", "hardly") {
			return denyStance // "sees no sign that C"
		}
	}
	return claimStance
}
