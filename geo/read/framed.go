package read

import "slices"

var (
	weWords     = listOf("we i")
	learnWords  = listOf("understand hear hearing gather learn learned learnt know told heard understood gathered")
	frameStarts = listOf("what the our that all we i")
	thingWords  = listOf("what picture information message word news impression sense feeling understanding version story line report reports guidance briefing figures assessment")
)

// framed finds who tells reporters what they pass on, in the frames of correspondents: "We
// understand from officials that C", "The picture we are getting from commanders is that C",
// "What we hear from doctors is that C".
func (d *document) framed(s int) {
	const longest = 16 // tokens of the frame
	st := &d.sents[s]
	lo, hi := st.first, st.end
	if d.toks[lo].tag == coordTag {
		lo++
	}
	if hi-lo < 8 || !d.isOf(lo, &frameStarts) {
		return
	}
	we := d.isOf(lo, &weWords)
	first := -1 // the word that says it is told
	for k := lo; k < min(hi-4, lo+longest); k++ {
		switch {
		case d.toks[k].kind != wordToken && d.toks[k].kind != cliticToken || d.toks[k].tag == thatTag:
			return
		case first < 0 && (we && d.isOf(k, &learnWords) || !we && d.isOf(k, &thingWords)):
			first = k
		case first >= 0 && d.is(k, "from"):
			p := d.phraseRight(k+1, hi)
			if p.empty() || p.end+2 >= hi {
				return
			}
			m := p.end
			if !we {
				if !d.has(m, beWord) || d.toks[m].tag != auxTag {
					return
				}
				m++
			}
			if d.toks[m].tag != thatTag || d.toks[p.head].caps == lowerCase && len(d.mentionsIn(p.head, p.head+1)) > 0 {
				return
			}
			for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
				if d.attrs[n].verb == first { // "I hear from doctors that C" is the doctors'
					d.attrs[n].source, d.attrs[n].subject = p, p
					return
				}
			}
			d.addAttribution(attribution{rule: "attr.K-noun-is", source: p, subject: p, cue: run{first, k + 1}, verb: first, stance: claimStance, that: true, content: []run{{m, d.clauseEnd(m+1, hi)}}})
			return
		}
	}
}

var (
	framing   = listOf("what word our the my it as from")
	passedOn  = listOf("we i our my here among us told getting hear hearing understand understanding know clear certain disputes doubts undisputed striking word looks seems appears matters")
	seemWords = listOf("if though that like")
)

// dropFrame drops from the front of a clause in which a correspondent reports what only says
// so: "What I can tell you is that C", "Word here is that C", "It looks to us as if C", "From
// what we are hearing, C".
func (d *document) dropFrame(x run) run {
	const longest = 14 // tokens
	if d.isOf(x.first, &weWords) && x.end-x.first > 6 {
		// "We are told that C", "I'm told C"
		k := x.first + 1
		for k < x.end-4 && k < x.first+5 && d.toks[k].tag == auxTag {
			k++
		}
		if k == x.first+1 || !d.is(k, "told") || d.is(k+1, "by") {
			return x
		}
		if k++; d.is(k, "that") {
			k++
		}
		if d.hasFinite(k, x.end) {
			return run{k, x.end}
		}
		return x
	}
	if x.end-x.first < 7 || !d.isOf(x.first, &framing) || len(d.mentionsIn(x.first, x.first+3)) > 0 {
		return x
	}
	looks := d.is(x.first, "it") && d.isAny(x.first+1, "looks", "seems", "appears", "looked", "seemed", "appeared", "sounds", "does")
	from := d.isAny(x.first, "from", "as") && (d.isAny(x.first+1, "what", "far") || d.isOf(x.first+1, &weWords) && d.isOf(x.first+2, &passedOn))
	if d.is(x.first, "it") && !looks || d.isAny(x.first, "from", "as") && !from {
		return x
	}
	told := false
	for k := x.first; k+3 < min(x.end, x.first+longest); k++ {
		told = told || d.isOf(k, &passedOn)
		if !told {
			continue
		}
		switch {
		case from:
			if d.char(k) == ',' && d.toks[k].kind == punctToken && d.hasFinite(k+1, x.end) && !d.anyPlace([]run{{x.first, k}}) {
				return run{k + 1, x.end}
			}
		case looks:
			if d.isOf(k, &seemWords) && d.hasFinite(k+1, x.end) && !d.anyPlace([]run{{x.first, k}}) {
				return run{k + 1, x.end}
			}
		case d.is(k, "that") && d.has(k-1, beWord):
			if d.hasFinite(k+1, x.end) {
				return run{k + 1, x.end}
			}
		}
		if d.char(k) == ',' {
			return x
		}
	}
	return x
}

// onceEach leaves one of two attributions that give the same words behind a colon to the same
// speaker: "Moscow's version is different: it says C", "His verdict is grim: C1, he said, C2".
func (d *document) onceEach(start int) {
	drop := func(n int) bool {
		a := &d.attrs[n]
		if a.rule != "attr.K-noun-colon" || len(a.content) != 1 {
			return false
		}
		for m := start; m < len(d.attrs); m++ {
			b := &d.attrs[m]
			if m == n || b.inner || b.weak || !a.covers(b.cue) || b.subject.empty() || !d.has(b.subject.head, subjPron) || len(b.content) == 0 {
				continue
			}
			if c := &b.content[0]; c.first < a.content[0].first && c.end > a.content[0].first {
				c.first = a.content[0].first
			}
			if !d.has(a.source.head, possWord) {
				b.source, b.subject = a.source, a.subject // whom the pronoun stands for
			}
			return true
		}
		return false
	}
	for n := start; n < len(d.attrs); n++ {
		if drop(n) {
			d.attrs = slices.Delete(d.attrs, n, n+1)
			n--
		}
	}
}

var bluntWords = listOf("blunt clear categorical unequivocal emphatic adamant frank firm definite doubt certain terse brief")

// bluntly is who is said in the short sentence s to put plainly what the next one tells, and
// the verb of it: "The mayor was blunt. X was gone."
func (d *document) bluntly(s int) (np, int) {
	const longest = 9 // tokens
	st := &d.sents[s]
	if st.end-st.first > longest || st.end-st.first < 4 || !d.isOf(d.dropMarks(st.first, st.end)-1, &bluntWords) {
		return np{}, 0
	}
	p := d.phraseRight(st.first, st.end)
	if p.empty() || p.end >= st.end || !d.has(p.end, beWord) || !d.person(p) && !d.has(p.head, orgWord|roleWord) {
		return np{}, 0
	}
	return p, p.end
}
