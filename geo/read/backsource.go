package read

var accountNouns = listOf("claim claims account accounts word version figure figures estimate estimates assessment view report message conclusion tally")

// backSource handles a sentence that says whose the sentence before was, and returns the
// token behind its cue: "That's according to the governor", "That is from the ministry",
// "Those figures come from the police", "That is the assessment of the institute".
func (d *document) backSource(s int) int {
	lo, hi := d.sents[s].first, d.sents[s].end
	if !d.isAny(lo, "that", "this", "those", "these", "it") || s == 0 || d.sents[s-1].block != d.sents[s].block {
		return lo
	}
	k := lo + 1
	if d.isOf(k, &accountNouns) {
		k++
	} else if d.is(lo, "it") {
		return lo
	}
	if d.char(k) == ',' && d.toks[k].kind == punctToken { // "That, at least, is"
		if k = d.asideEnd(k, hi); k == 0 {
			return lo
		}
		k++
	}
	switch {
	case k >= hi:
		return lo
	case d.has(k, beWord) || d.toks[k].kind == cliticToken && d.toks[k].tag == auxTag:
		k = d.pastAdverbs(k+1, hi)
		if d.is(k, "the") && d.isOf(k+1, &accountNouns) {
			k += 2
		}
	case d.isAny(k, "comes", "come", "came"):
		k++
	default:
		return lo
	}
	switch {
	case k+2 < hi && d.is(k, "according") && d.is(k+1, "to"):
		k += 2
	case k+1 < hi && (d.is(k, "from") || d.is(k, "of") && d.isOf(k-1, &accountNouns)):
		k++
	default:
		return lo
	}
	p := d.phraseRight(k, hi)
	if p.empty() || d.toks[p.head].tag != nameTag && !d.mayTell(p) || d.isTime(p.head) {
		return lo
	}
	before := &d.sents[s-1]
	if before.label || d.toks[before.first].kind == openToken || d.char(before.end-1) == '?' {
		return lo
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= before.first; n-- {
		if !d.attrs[n].weak {
			return lo // it has a source of its own
		}
	}
	c := run{before.first, d.dropMarks(before.first, before.end)}
	d.addAttribution(attribution{rule: "attr.E-what", source: p, subject: p, cue: run{lo, k}, verb: k - 1, content: []run{c}})
	return p.end
}
