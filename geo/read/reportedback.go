package read

// Sentences that only say who reported what stands before them: "This was reported by the
// governor", "The police wrote about this on Telegram", "The General Staff said so on Monday".

var (
	newsNouns  = listOf("information news data fact incident")
	thisObject = listOf("this that it so")
	postPreps  = listOf("on in to via at during through after late early today yesterday")
)

// reportedBack handles such a sentence and returns the token behind its cue; the sentence's
// first where it is none.
func (d *document) reportedBack(s int) int {
	const most = 3 // sentences of a paragraph that one such sentence speaks of
	lo, hi := d.sents[s].first, d.sents[s].end
	if s == 0 || d.blocks[d.sents[s-1].block].kind == heading || d.blocks[d.sents[s-1].block].kind == caption || d.sents[s-1].block < d.sents[s].block-1 {
		return lo
	}
	if d.toks[lo].kind == dashToken || d.toks[lo].kind == hyphenToken {
		return d.dashTail(s)
	}
	source, cue, verb := d.saidOfThis(lo, hi)
	if source.empty() {
		source, cue, verb = d.saysThis(lo, hi)
	}
	if source.empty() || d.sents[s-1].block != d.sents[s].block && (d.blocks[d.sents[s-1].block].kind != d.blocks[d.sents[s].block].kind || d.toks[source.head].tag == pronTag) {
		return lo
	}
	if !d.ownsBefore(s, attribution{source: source, subject: source, cue: cue, verb: verb}, most) {
		return lo
	}
	return max(source.end, cue.end)
}

// dashTail handles a sentence that is no more than a dash, a speaker and a verb, in either
// order, behind the speech of a paragraph without marks: "We hold the town. – the spokesman said."
func (d *document) dashTail(s int) int {
	const most = 6 // sentences of speech
	lo, hi := d.sents[s].first, d.sents[s].end
	if d.sents[s-1].block != d.sents[s].block {
		return lo
	}
	end := d.dropMarks(lo, hi)
	var p np
	v := lo + 1
	switch {
	case v >= end:
		return lo
	case d.backVerb(v) && d.toks[v].verb&(pastForm|sForm) != 0:
		p = d.phraseRight(v+1, end)
	default:
		p = d.phraseRight(v, end)
		if v = p.end; p.empty() || v >= end || !d.backVerb(v) {
			return lo
		}
	}
	if p.empty() || max(p.end, v+1) != end || d.toks[p.head].tag != nameTag && !d.mayTell(p) {
		return lo
	}
	if !d.ownsBefore(s, attribution{source: p, subject: p, cue: run{v, v + 1}, verb: v, speech: true}, most) {
		return lo
	}
	return hi
}

// saidOfThis: "This was reported by the governor", "The information, he said" not; "This is
// stated in the report of the institute", "It was announced by the police".
func (d *document) saidOfThis(lo, hi int) (source np, cue run, verb int) {
	k := lo
	switch {
	case d.isOf(k, &pointingWords):
		if k++; d.isOf(k, &accountNouns) || d.isOf(k, &newsNouns) {
			k++
		}
	case d.is(k, "the") && d.isOf(k+1, &newsNouns):
		k += 2
	default:
		return
	}
	if k < hi && d.char(k) == ',' { // "This, among other things, was"
		if k = d.asideEnd(k, hi); k == 0 {
			return
		}
		k++
	}
	if d.is(k, "has") || d.is(k, "have") {
		k++
	}
	if k+2 >= hi || !d.has(k, beWord) {
		return
	}
	v := d.pastAdverbs(k+1, hi)
	if v+2 >= hi || !d.backVerb(v) || d.toks[v].tag != partTag {
		return
	}
	k = d.pastAdverbs(v+1, hi)
	if d.is(k, "to") || d.isAny(k, "on", "late", "today", "yesterday") { // "This was reported to Reuters by", "on Monday by"
		for k < hi && k < v+6 && !d.is(k, "by") {
			k++
		}
	}
	if k+1 >= hi || !d.isAny(k, "by", "in") {
		return
	}
	p := d.phraseRight(k+1, hi)
	if p.empty() || d.isTime(p.head) || d.is(k, "in") && !d.has(p.head, docWord|claimNoun) || d.is(k, "by") && d.toks[p.head].tag != nameTag && !d.mayTell(p) || d.is(p.end, "that") {
		return
	}
	return p, run{lo, v + 1}, v
}

// saysThis: "The military administration announced this on Facebook", "The mayor, N, wrote
// about this on his channel", "The General Staff said so".
func (d *document) saysThis(lo, hi int) (source np, cue run, verb int) {
	const far = 24 // tokens
	v := lo + 1
	for v < hi && v < lo+far && !(d.toks[v].tag == verbTag && d.backVerb(v)) {
		if d.finite(v) && d.toks[v].tag == verbTag || d.char(v) == ';' || d.char(v) == ':' || d.toks[v].kind == openToken {
			return
		}
		v++
	}
	if v >= hi || v >= lo+far || d.toks[v].tag != verbTag {
		return
	}
	k := v + 1
	if d.isOf(k, &aboutWords) && d.isAny(k+1, "this", "it") {
		k++
	}
	if k >= hi || !d.isOf(k, &thisObject) || d.is(k, "so") && !d.isAny(v, "said", "says", "say") {
		return
	}
	if e := k + 1; e < hi && !d.endsClause(e) && !d.endsSentence(e) && (d.is(k, "that") || !d.isOf(e, &postPreps) && d.toks[e].tag != advTag) {
		return
	}
	g := d.verbGroupAt(v, lo)
	if g.negated || g.modal || g.passive || g.infinitive {
		return
	}
	p, _ := d.subject(g, lo, hi)
	if p.empty() || d.toks[p.head].tag == relTag || !d.mayTell(p) && d.toks[p.head].tag != nameTag && d.toks[p.head].tag != pronTag || d.isOf(p.head, &firstPersons) {
		return
	}
	return p, run{g.first, k + 1}, v
}

// relaysBack makes whoever reports only that somebody reported the one who passes it on:
// "This was stated by the institute, Ukrinform reports". lo is where the sentence starts,
// start the first attribution found in it.
func (d *document) relaysBack(start, lo int) {
	n := start
	for _, a := range d.attrs[start:] {
		if a.rule != "attr.E-what" && a.covers(run{lo, lo + 1}) {
			for k := start; k < n; k++ {
				d.attrs[k].relay = a.subject
			}
			continue
		}
		d.attrs[n] = a
		n++
	}
	d.attrs = d.attrs[:n]
}

// backVerb reports whether the word is a verb of reporting, which takes no side.
func (d *document) backVerb(v int) bool {
	t := &d.toks[v]
	if d.isAny(v, "evidenced", "voiced", "shared", "covered") {
		return true
	}
	l := &d.lex.lemmas[t.lemma]
	return l.frames&(thatFrame|quoteFrame) != 0 && (l.stance == neutralStance || l.stance == claimStance)
}
