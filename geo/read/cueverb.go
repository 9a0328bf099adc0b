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
	g := d.verbGroupAt(i, lo)
	if l.text == "read" && d.tagAt(after) != thatTag && !d.documentReads(g, lo) && !d.is(i-1, "so") {
		return
	}
	if d.toks[i].tag == ingTag && i > lo && d.isOf(i-1, &likeOrThan) {
		return // "would be like asking X to"
	}
	if i > lo && d.isOf(i, &calledWords) && d.tagAt(i-1) == nounTag && d.tagAt(i+1) == nameTag && d.finite(i+2) {
		return // "A volunteer named Ihor says"
	}
	if d.tagAt(after) == toTag && d.isOf(after+1, &showVerbs) && d.isOf(i, &purportWords) {
		return // "a video claiming to show C"
	}
	if after < hi && (l.text == "add" && d.is(after, "up") || l.text == "show" && d.has(after, objPron) && (after+1 >= hi || d.endsClause(after+1))) {
		return // "they add up to one", "the street is whole, a pilot showed him"
	}
	if g.first < i && d.isOf(i, &intendVerbs) && d.anyOf(g.first, i, &likelyWords) {
		return // "The command likely intends to": who writes that thinks so
	}
	if g.infinitive && g.first-1 > lo && d.isOf(g.first-1, &tryForms) && d.anyOf(max(lo, g.first-4), g.first-1, &likelyWords) {
		return // "is likely attempting to portray": who writes that thinks so
	}
	if after < hi && (d.is(after, "anonymity") || d.is(after, "not") && d.is(after+1, "to") && d.is(after+2, "be") && d.isOf(after+3, &namedWords)) {
		return // "officials, requesting anonymity, said"
	}
	if l.text == "judge" && d.toks[i].tag == ingTag && after < hi && d.isOf(after, &byOrFrom) || d.gestures(i, after, hi) {
		return // "is on fire, judging by videos that"
	}
	if i-4 >= lo && d.tagAt(i-1) == toTag && d.isOf(i, &backWords) && d.isOf(i-2, &withoutWords) && d.has(i-3, beWord) && d.is(i-4, "there") {
		return // "there is nothing to suggest that C": nobody else says so
	}
	if g.first > lo && (d.is(g.first-1, "neither") && g.first-1 > lo || d.is(g.first-1, "nor")) || d.is(g.first, "neither") || d.is(g.first, "nor") {
		return // "neither confirmed nor denied that"
	}
	a := attribution{cue: run{g.first, after}, verb: i, stance: l.stance, negated: g.negated, modal: g.modal, inner: d.speechAt(i) >= 0}
	if g.passive || g.reduced && d.toks[i].tag == partTag {
		d.attributePassive(a, g, l, after, lo, hi)
		return
	}
	if j := g.first - 1; g.infinitive && l.stance == showStance && j > lo && d.has(j, cueWord) && (d.toks[j].tag == partTag || d.toks[j].tag == verbTag) && d.tagAt(j-1) != auxTag && d.isAny(j, "said", "alleged", "believed", "thought", "reported", "supposed", "meant") {
		if d.purports(&a, g, after, lo, hi) {
			d.addAttribution(a) // "footage said to show X was shot elsewhere"
		}
		return
	}
	if l.frames&invertFrame != 0 && d.soSays(&a, g, after, lo, hi) {
		d.addAttribution(a)
		return
	}
	sub, how := d.subject(g, lo, hi)
	if sub.first > lo && d.is(sub.first, "the") && d.ofSaveTheChildren(sub.first) {
		sub.first--
	}
	if !sub.empty() && (d.isOf(sub.head, &nobodyWords) || d.is(sub.first, "nobody") || d.is(sub.first, "no") || d.is(sub.first, "none") || d.is(sub.first, "neither")) {
		p := d.noneOf(sub)
		switch {
		case p.empty() && d.is(sub.first, "neither") && l.stance == neutralStance:
			a.negated = true // "Neither would say when"
		case p.empty():
			return
		case l.stance == showStance:
			sub, a.stance = p, denyStance // "none of the footage shows C"
		case l.stance == believeStance && !g.negated:
			sub, a.negated = p, true // "none of the officers believes that C"
		default:
			return
		}
	}
	if l.stance == showStance && g.negated && !sub.empty() && d.isOf(i, &showVerbs) && (d.isPicture(sub.head) || d.isMapper(sub)) {
		a.stance, a.negated = denyStance, false // "the images do not show C"
	}
	if l.stance == believeStance && !sub.empty() && sub.first >= lo && d.isScarce(sub, lo) {
		a.negated = true // "few analysts think that C"
	}
	if !sub.empty() && sub.first > lo && (d.is(sub.first-1, "whether") || d.is(sub.first-1, "nor") && d.toks[sub.head].tag != pronTag) {
		return // "would not say whether X had asked", "neither Y nor X has said"
	}
	if p := d.blamedFor(g.first, i, lo); !p.empty() {
		sub, how = p, subjectAside
	}
	if how == subjectAdjacent && d.claimedThings(sub, after) || d.recognisesInPlan(i, sub) {
		return
	}
	if k := sub.first; !sub.empty() && (d.is(k, "whatever") || k > lo && d.isOf(k-1, &whateverWords) || d.conditional(k, lo)) {
		return // "I saw no flag, whatever Moscow says", "if Kyiv refuses to leave X"
	}
	if sub.first-2 >= lo && d.isOf(sub.first-2, &norNever) && d.tagAt(sub.first-1) == auxTag {
		a.negated = true // "Nor has the Kremlin said whether"
	}
	if sub.first > lo && d.is(sub.first-1, "whom") && sub.end == g.first {
		return // "a nurse whom we spoke to"
	}
	if n := len(d.attrs) - 1; n >= 0 && how == subjectAdjacent {
		d.dropInside(sub, n)
	}
	if k := g.first - 1; k > lo && d.toks[i].tag == ingTag && (d.is(k, "without") || d.is(k, "of") && d.is(k-1, "short")) {
		g.negated, a.negated = true, true // "stopped short of saying that"
	}
	if k := g.first - 1; g.infinitive && k-1 > lo && l.stance == confirmStance && d.notAble(k, lo) {
		g.negated, a.negated = true, true
	}
	if d.is(sub.head, "it") && sub.end+2 < g.first && d.has(sub.end, beWord) && (d.isAny(g.first-1, "that", "who") || d.is(g.first-1, "first")) {
		if p := d.phraseRight(sub.end+1, g.first); !p.empty() && d.isAny(p.end, "that", "who") && d.toks[p.head].tag != adjTag {
			sub, how = p, subjectAside // "It was X that first reported C"
		}
	}
	duty := false
	if g.infinitive && !sub.empty() && d.is(sub.head, "it") {
		if p := d.dutyOf(sub, g); !p.empty() {
			sub, duty = p, true
		}
	}
	if how == subjectAside && l.stance != showStance && l.frames&addresseeFrame == 0 && !d.has(sub.head, docWord) && d.char(g.first-1) == ',' && g.first == i && (d.hasFinite(sub.end, g.first-1) || !d.mayTell(sub) && d.hasFinite(lo, sub.first)) {
		if p := d.phraseRight(after, hi); !p.empty() && (d.mayTell(p) || d.is(p.first, "one") || d.is(p.first, "another")) && (p.end >= hi || d.endsClause(p.end)) {
			sub, how = np{}, subjectNone // "Four people, among them a child, had died, said the mayor", "struck a school, killing two, said the mayor"
		}
	}
	if how == subjectAside && sub.first > lo && d.tagAt(sub.first-1) == prepTag && d.placeAt(sub.head) && d.char(g.first-1) == ',' && g.first == i {
		sub, how = np{}, subjectNone // "three were hurt: in X, Y and Z, said the mayor"
	}
	a.source, a.subject = sub, sub
	if how == subjectNone {
		if d.invert(a, g, l, after, lo, hi) {
			return
		}
	}
	if !d.inferred(&a, how, lo) || d.namesWhich(&a, after, hi) {
		return
	}
	if a.subject != sub {
		sub, how = a.subject, subjectShared
	}
	if p := d.farSubject(sub, g, after, lo, hi); !p.empty() {
		a.source, a.subject, how = p, p, subjectAside
	}
	if (g.infinitive || g.first < g.verb && d.isOf(i, &showingWords)) && d.purports(&a, g, after, lo, hi) {
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return
	}
	if d.cleft(&a, after, lo, hi) || d.firstTo(&a, g, after, lo, hi) {
		d.addAttribution(a)
		return
	}
	if l.stance == citeStance && d.toks[i].tag == ingTag && d.cited(a, after, hi) {
		return
	}
	if l.stance == citeStance && d.quotedAs(a, after, lo, hi) {
		return
	}
	if d.asFront(&a, after, lo, hi) {
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return
	}
	if d.whatItWas(&a, after, hi) {
		d.addAttribution(a)
		return
	}
	if d.insertedCue(&a, after, lo, hi) || d.whatIsSaid(&a, after, lo, hi) || d.judgedClause(&a, l, after, lo, hi) || d.extracted(&a, l, after, lo, hi) {
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return
	}
	// speech right before: "…," X said
	if j := a.subject.first - 1; !a.subject.empty() && l.frames&quoteFrame != 0 && j > lo && !g.reduced && (d.toks[j].kind == closeToken || d.char(j) == ',' && d.kindAt(j-1) == closeToken) {
		if d.contentLeft(&a, l, a.subject.first, d.afterCue(after, hi), lo, hi) && a.speech {
			d.fillSource(&a, how, lo)
			d.addAttribution(a)
			return
		}
		a.content, a.speech, a.rule = nil, false, ""
	}
	// "C, he insisted: …"
	if j := a.subject.first - 1; !a.subject.empty() && how == subjectAdjacent && j > lo && d.char(j) == ',' && l.frames&invertFrame != 0 {
		if k := d.afterCue(after, hi); k < hi && d.char(k) == ':' && d.hasFinite(d.clauseStart(lo, j-1), j) && d.contentLeft(&a, l, a.subject.first, k, lo, hi) {
			d.withColon(&a, k, lo, hi)
			d.addAttribution(a)
			return
		}
	}
	// "C, he assured, 'Q'"
	if j := a.subject.first - 1; !a.subject.empty() && how == subjectAdjacent && j > lo && d.char(j) == ',' && d.kindAt(j-1) == wordToken && l.frames&invertFrame != 0 {
		if k := d.afterCue(after, hi); k+1 < hi && d.char(k) == ',' && d.kindAt(k+1) == openToken {
			if first := d.clauseStart(lo, j-1); d.toks[first].tag != subTag && d.toks[first].tag != prepTag && d.toks[first].tag != ingTag && d.toks[first].tag != partTag && d.hasFinite(first, j) && d.contentLeft(&a, l, a.subject.first, k, lo, hi) {
				d.addAttribution(a)
				return
			}
			a.content, a.speech, a.rule = nil, false, ""
		}
	}
	// "It is not impossible, the general allowed, that C"
	if j := a.subject.first - 1; !a.subject.empty() && how == subjectAdjacent && j > lo+1 && d.char(j) == ',' && after+1 < hi && d.char(after) == ',' && d.tagAt(after+1) == thatTag && l.frames&invertFrame != 0 {
		if first := d.clauseStart(lo, j-1); d.toks[first].tag != subTag && d.hasFinite(first, j) && d.contentLeft(&a, l, a.subject.first, after, lo, hi) {
			d.passedOn(&a, lo)
			d.addAttribution(a)
			return
		}
	}
	// the content to the right
	if frame, ok := d.contentRight(&a, l, after, hi); ok && !(l.stance == showStance && l.frames&sceneFrame != 0 && frame != asFrame && (!d.perceives(&a) || frame == objectFrame && d.has(d.baseRight(a.content[0].first, hi).head, claimNoun|docWord))) {
		a.weak = a.weak || l.weak&frame != 0 || frame == objectFrame && after == i+1 && d.has(i, namingWord) && !d.hasQuote(a.content[0]) ||
			(g.infinitive && !duty && !d.ableTo(g, lo)) || g.modal && l.stance != confirmStance
		if a.rule == "attr.F-gerund" && a.stance == proposeStance && !g.infinitive && !g.modal && d.mayTell(a.subject) {
			a.weak = false // "suggested sending monitors to X": what is proposed, by whatever verb
		}
		d.fillSource(&a, how, lo)
		d.relativeContent(&a, lo)
		if g.reduced && !a.that && d.isOf(i, &showingWords) && how == subjectAdjacent {
			a.content[0].end = d.beforeMain(a.content[0])
		}
		if g.reduced && a.that && d.toks[i].tag == ingTag && how == subjectAdjacent {
			a.content[0].end = d.firstPredicate(a.content[0].first, a.content[0].end)
		}
		if a.subject.empty() && g.reduced && d.toks[i].tag == ingTag && g.first <= lo+1 {
			d.subjectBehind(&a, hi)
		}
		d.whereAside(&a, lo)
		d.posted(&a, g, lo, hi)
		if d.toks[g.first].tag == advTag && d.noLonger(g) || g.reduced && g.first > lo && d.isAny(g.first-1, "stopped", "ceased", "quit", "stops") {
			if a.negated = true; frame == objectFrame || frame == asFrame {
				a.negated, a.stance = false, denyStance // "no longer lists fighting in X"
			}
		}
		d.sawNone(&a, frame)
		d.addAttribution(a)
		return
	}
	if how == subjectNone {
		return
	}
	// the content to the left: "C, X said"
	if l.frames&(invertFrame|quoteFrame) != 0 && !(l.stance == showStance && how == subjectWho) && d.contentLeft(&a, l, a.subject.first, d.afterCue(after, hi), lo, hi) {
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
	}
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
