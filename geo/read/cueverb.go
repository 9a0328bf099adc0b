package read

var onlyWords = listOf("only also again openly repeatedly merely already")

// What is said of others' intentions by guess.
var (
	intendVerbs = listOf("intend intends intended plan plans planned seek seeks sought aim aims aimed want wants wanted hope hopes hoped")
	tryForms    = listOf("attempting trying seeking aiming hoping intending preparing using")
	likelyWords = listOf("likely probably possibly apparently presumably evidently")
)

// cueLemma is the reporting verb at token i, with its particle if it has one,
// and the token after it.
func (d *document) cueLemma(i, hi int) (*lemma, int) {
	l := &d.lex.lemmas[d.toks[i].lemma]
	if len(l.particles) == 0 || i+1 >= hi {
		return l, i + 1
	}
	k := i + 1
	if d.is(k, "on") && k+1 < hi && (d.isTime(k+1) || d.toks[k+1].tag == numTag && k+2 < hi && d.has(k+2, monthWord) || d.has(k+1, monthWord)) {
		k += 2 // "wrote on 9 May of", "called on Friday for"
		for k < hi && (d.toks[k].tag == numTag || d.has(k, monthWord)) {
			k++
		}
		for _, p := range l.particles {
			if k < hi && d.toks[k].word == p.word && (l.text == "call" || d.isAny(k, "of", "about")) {
				return &d.lex.lemmas[p.lemma], k + 1
			}
		}
		k = i + 1
	}
	if d.isOf(k, &onlyWords) && k+1 < hi && d.isAny(k+1, "of", "about") {
		k++ // "spoke only of"
	}
	if l.text == "call" && (d.toks[k].tag == advTag || d.isTime(k)) {
		k++ // "called again for", "called Friday for"
	}
	if l.text == "call" && d.is(k, "in") {
		if p := d.baseRight(k+1, hi); !p.empty() && d.has(p.head, docWord) {
			k = p.end // "called in a joint statement for"
		}
	}
	best, after := l, i+1
	for _, p := range l.particles {
		switch {
		case k >= hi || d.toks[k].word != p.word || after > k+1:
		case p.second == 0:
			best, after = &d.lex.lemmas[p.lemma], k+1
		case k+1 < hi && d.toks[k+1].word == p.second:
			best, after = &d.lex.lemmas[p.lemma], k+2
		}
	}
	return best, after
}

// verbCue is a reporting verb at work: what it makes of the words around it.
type verbCue struct {
	*document
	a     attribution
	l     *lemma
	g     verbGroup
	sub   np // its subject, found how
	how   subjectKind
	duty  bool // the subject is whose it is to say so
	i     int  // the verb
	after int  // the token behind the verb and its particle
	lo    int  // the tokens within which it works
	hi    int
}

// attributeVerb applies the frames of the reporting verb at token i.
func (d *document) attributeVerb(i, s int) {
	lo, hi := d.bounds(i, s)
	if i+1 < hi && d.kindAt(i+1) == hyphenToken || i > lo && d.kindAt(i-1) == hyphenToken {
		return // "counter-attacks"
	}
	l, after := d.cueLemma(i, hi)
	if l.frames == 0 {
		return
	}
	if n := len(d.attrs); n > 0 && d.attrs[n-1].cue.first < i && i < d.attrs[n-1].cue.end {
		return // "quoted the governor as saying"
	}
	if after+1 < hi && after == i+1 && d.isOf(after, &hereWords) && d.has(after+1, sayWord) && d.toks[after+1].tag == verbTag {
		return // "three sergeants posted there said"
	}
	v := verbCue{document: d, l: l, g: d.verbGroupAt(i, lo), i: i, after: after, lo: lo, hi: hi}
	if v.reportsNothing() {
		return
	}
	v.a = attribution{cue: run{v.g.first, after}, verb: i, stance: l.stance, negated: v.g.negated, modal: v.g.modal, inner: d.speechAt(i) >= 0}
	switch {
	case v.g.passive || v.g.reduced && d.toks[i].tag == partTag:
		d.attributePassive(v.a, v.g, l, after, lo, hi)
	case v.saidToShow():
	case l.frames&invertFrame != 0 && d.soSays(&v.a, v.g, after, lo, hi):
		d.addAttribution(v.a)
	case v.findSubject():
		v.findContent()
	}
}

// reportsNothing reports whether the verb, as it stands, is none of saying, or who writes
// only guesses that somebody would say so.
func (v *verbCue) reportsNothing() bool {
	d, l, g, i, after, lo, hi := v.document, v.l, &v.g, v.i, v.after, v.lo, v.hi
	if l.text == "read" && d.tagAt(after) != thatTag && !d.documentReads(*g, lo) && !d.is(i-1, "so") {
		return true
	}
	if d.toks[i].tag == ingTag && i > lo && d.isOf(i-1, &likeOrThan) {
		return true // "would be like asking X to"
	}
	if i > lo && d.isOf(i, &calledWords) && d.tagAt(i-1) == nounTag && d.tagAt(i+1) == nameTag && d.finite(i+2) {
		return true // "A volunteer named Ihor says"
	}
	if d.tagAt(after) == toTag && d.isOf(after+1, &showVerbs) && d.isOf(i, &purportWords) {
		return true // "a video claiming to show C"
	}
	if after < hi && (l.text == "add" && d.is(after, "up") || l.text == "show" && d.has(after, objPron) && (after+1 >= hi || d.endsClause(after+1))) {
		return true // "they add up to one", "the street is whole, a pilot showed him"
	}
	if g.first < i && d.isOf(i, &intendVerbs) && d.anyOf(g.first, i, &likelyWords) {
		return true // "The command likely intends to": who writes that thinks so
	}
	if g.infinitive && g.first-1 > lo && d.isOf(g.first-1, &tryForms) && d.anyOf(max(lo, g.first-4), g.first-1, &likelyWords) {
		return true // "is likely attempting to portray": who writes that thinks so
	}
	if after < hi && (d.is(after, "anonymity") || d.is(after, "not") && d.is(after+1, "to") && d.is(after+2, "be") && d.isOf(after+3, &namedWords)) {
		return true // "officials, requesting anonymity, said"
	}
	if l.text == "judge" && d.toks[i].tag == ingTag && after < hi && d.isOf(after, &byOrFrom) || d.gestures(i, after, hi) {
		return true // "is on fire, judging by videos that"
	}
	if i-4 >= lo && d.tagAt(i-1) == toTag && d.isOf(i, &backWords) && d.isOf(i-2, &withoutWords) && d.has(i-3, beWord) && d.is(i-4, "there") {
		return true // "there is nothing to suggest that C": nobody else says so
	}
	if g.first > lo && (d.is(g.first-1, "neither") && g.first-1 > lo || d.is(g.first-1, "nor")) || d.is(g.first, "neither") || d.is(g.first, "nor") {
		return true // "neither confirmed nor denied that"
	}
	return false
}

// saidToShow: "footage said to show X was shot elsewhere".
func (v *verbCue) saidToShow() bool {
	d, g := v.document, &v.g
	j := g.first - 1
	if !g.infinitive || v.l.stance != showStance || j <= v.lo || !d.has(j, cueWord) || d.toks[j].tag != partTag && d.toks[j].tag != verbTag || d.tagAt(j-1) == auxTag ||
		!d.isAny(j, "said", "alleged", "believed", "thought", "reported", "supposed", "meant") {
		return false
	}
	if d.purports(&v.a, *g, v.after, v.lo, v.hi) {
		d.addAttribution(v.a)
	}
	return true
}

// ableTo reports whether the infinitive is one of something done: "were able to
// count", "went on to say", "managed to confirm".
func (d *document) ableTo(g verbGroup, lo int) bool {
	if g.first <= lo {
		return false
	}
	for k := g.first - 2; k >= lo && k > g.first-14; k-- {
		if d.endsClause(k) || d.toks[k].tag == thatTag || d.toks[k].tag == subTag {
			break
		}
		if d.toks[k].tag == verbTag && d.toks[k].verb&pastForm != 0 {
			switch d.lex.lemmas[d.toks[k].lemma].text {
			case "take", "use", "appear", "write", "phone", "step", "return", "stop", "pause", "break", "join", "hurry", "resort", "turn", "come", "record", "post", "stand", "interrupt", "seize":
				return true // "took to Telegram to claim that"
			}
			break
		}
	}
	switch k := g.first - 1; d.lex.lemmas[d.toks[k].lemma].text {
	case "manage", "continue", "begin", "appear", "seem", "force", "start", "proceed", "have", "go", "oblige", "compel", "rush", "like", "tend", "purport", "claim":
		return true
	default:
		return d.isAny(k, "able", "on", "quick", "careful", "keen", "first", "eager", "happy", "right", "bound", "free", "confident", "enough")
	}
}

// documentReads: "the statement read", not "I read".
func (d *document) documentReads(g verbGroup, lo int) bool {
	if g.first-1 < lo {
		return false
	}
	if j := g.first - 1; d.kindAt(j) == closeToken || d.char(j) == ',' && d.kindAt(j-1) == closeToken {
		return true // "'…,' reads a board"
	}
	if d.char(g.first-1) == ',' && g.end < len(d.toks) && d.hasFinite(lo, g.first-1) {
		p := d.baseRight(g.end, d.sents[d.toks[g.verb].sent].end)
		return !p.empty() && d.has(p.head, docWord) // "C, reads the statement"
	}
	p := d.phraseLeft(g.first-1, lo)
	return !p.empty() && d.has(p.head, docWord)
}
