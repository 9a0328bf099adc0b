package read

import (
	"slices"
	"sort"

	"contested/geo"
)

// run is a stretch of tokens [first, end).
type run struct{ first, end int }

func (r run) empty() bool { return r.end <= r.first }

// attribution is one "X said Y", or one that the text makes without a verb.
type attribution struct {
	rule    string
	source  np  // the phrase that names the source; empty when the text names none
	subject np  // source as found beside the cue: differs from source for "who", "and added"
	cue     run // the verb group or the cue phrase
	verb    int // its verb, or the noun of "claim that"
	content []run
	stance  stance
	negated bool // "did not say"
	modal   bool // "would say"
	speech  bool // direct speech
	that    bool // content starts with "that" or "how", which belongs to it in geo.Attribution
	used    bool // it makes claims
	weak    bool // by a weak frame: no attribution unless its content is a situation
	block   bool // by the form of the block: whoever is quoted in it speaks first
	inner   bool // the cue stands in quoted speech
	demand  bool // infinitive after an addressee: "urged X to V"
	parent  int  // 1 + the attribution whose content this one stands in, 0 for none
	relay   np   // "cited by Y"
	// filled by speakers
	who speaker
	via speaker
}

// findAttributions finds every attribution of the document, in order of cues.
func (d *document) findAttributions() {
	for s := range d.sents {
		if !d.sents[s].label {
			d.attributeSentence(s)
		}
	}
	d.attributeBlocks()
	d.continueSpeech()
	d.nest()
}

// attributeBlocks finds what the form of a block attributes: the lines of a
// transcript, and headlines ("Mayor: two killed in X").
func (d *document) attributeBlocks() {
	ofSents := d.attrs[:len(d.attrs):len(d.attrs)]
	for k := range d.blocks {
		b := &d.blocks[k]
		switch {
		case b.kind == speech && b.body < b.end:
			a := attribution{rule: "attr.J-label", cue: run{b.body - 1, b.body}, verb: b.body - 1, block: true}
			a.source = np{b.first, b.body - 1, b.body - 2}
			a.subject = a.source
			a.content = []run{{b.body, b.end}}
			a.weak = d.contentLength(a.content) < 5
			d.attrs = append(d.attrs, a)
		case b.labelled && d.toks[b.body].kind == openToken:
			d.attributeLabel(b, ofSents)
		case b.kind == heading || b.first == 0:
			d.attributeHeadline(b)
		case b.kind == paragraph || b.kind == listItem || b.kind == liveEntry:
			d.attributeLine(b)
		}
	}
}

// attributeLabel: "Quote from the brigade: '…'"; without a name the speaker is
// the one before ("Literally: '…'"). ofSents are the attributions of sentences,
// in their order.
func (d *document) attributeLabel(b *block, ofSents []attribution) {
	q := d.quotes[d.toks[b.body].quote-1]
	a := attribution{rule: "attr.J-quote-label", cue: run{b.first, b.body}, verb: b.first, speech: true}
	for i := b.first + 1; i < b.body; i++ {
		if d.isAny(i, "from", "by", "of") {
			a.source = d.phraseRight(i+1, b.body)
			a.subject = a.source
			a.cue.end = i + 1
			break
		}
	}
	at := d.toks[b.body].sent
	n := sort.Search(len(ofSents), func(n int) bool { return d.toks[ofSents[n].cue.first].sent >= at })
	for ; n < len(ofSents) && d.toks[ofSents[n].cue.first].sent == at; n++ {
		if ofSents[n].covers(run{b.body, b.body + 1}) {
			return // the speech has its own cue
		}
	}
	a.content = []run{{b.body, q.last + 1}}
	d.attrs = append(d.attrs, a)
}

// attributeLine: a paragraph that starts with who speaks and a colon: "Rybar:
// the assault has begun", "Mayor X: fires in two districts".
func (d *document) attributeLine(b *block) {
	for i := b.body; i < b.end && i < b.body+8; i++ {
		t := &d.toks[i]
		if d.char(i) == ':' && t.kind == punctToken {
			if i == b.body || i+2 >= b.end || d.kindAt(i+1) == openToken && false {
				return
			}
			p := d.phraseLeft(i-1, b.body)
			if p.first > b.body && d.toks[b.body].kind == openToken && p.first == b.body+1 {
				p.first = b.body
			}
			if p.first != b.body || !d.has(p.first, titleWord|rankWord|roleWord) && !d.knownVoice(p) {
				return
			}
			a := attribution{rule: "attr.J-line", source: p, subject: p, cue: run{i, i + 1}, verb: i}
			a.content = []run{{i + 1, d.dropMarks(i+1, b.end)}}
			d.addAttribution(a)
			return
		}
		if t.kind != wordToken && t.kind != hyphenToken && t.kind != cliticToken && t.kind != openToken && t.kind != closeToken && d.str(i) != "." {
			return
		}
	}
}

// knownVoice reports whether a person or body of parties.tsv is named at the
// head of the phrase.
func (d *document) knownVoice(p np) bool {
	for i := p.first; i < p.end; i++ {
		if q, end := d.longest(partySet, i, p.end); q != nil && q.proper() && end > p.head {
			return d.lex.parties[q.value].kind == personKind || d.lex.parties[q.value].kind == bodyKind
		}
	}
	return false
}

// attributeHeadline: "Syrskyi: no encirclement of X".
func (d *document) attributeHeadline(b *block) {
	for i := b.first; i < b.end && i < b.first+8; i++ {
		t := &d.toks[i]
		if d.char(i) == ':' && t.kind == punctToken {
			if i == b.first || i+2 >= b.end || d.sents[t.sent].end < b.end {
				return
			}
			p := d.phraseLeft(i-1, b.first)
			if p.first != b.first || d.toks[p.head].tag != nameTag && !d.has(p.head, roleWord|orgWord|witnessWord|docWord) || d.has(b.first, captionWord) {
				return
			}
			a := attribution{rule: "attr.J-headline", source: p, subject: p, cue: run{i, i + 1}, verb: i}
			a.content = []run{{i + 1, d.dropMarks(i+1, b.end)}}
			d.addAttribution(a)
			return
		}
		if t.kind != wordToken && t.kind != hyphenToken && t.kind != cliticToken && d.str(i) != "." {
			return
		}
	}
}

// attributeSentence finds the attributions whose cues stand in sentence s.
func (d *document) attributeSentence(s int) {
	lo, hi := d.sents[s].first, d.sents[s].end
	start := len(d.attrs)
	d.relays = d.relays[:0]
	for i := lo; i < hi; i++ {
		t := &d.toks[i]
		if t.word == 0 {
			continue
		}
		e := &d.lex.entries[t.word]
		if p, end := d.longest(phraseSet, i, hi); p != nil {
			if d.attributePhrase(p, i, end, s) {
				i = end - 1
				continue
			}
		}
		if t.tag == verbTag && d.isAny(i, "put", "puts") {
			d.estimate(i, s)
		}
		if d.is(i, "by") && d.byAccount(i, s) {
			continue
		}
		if e.classes&cueWord != 0 {
			switch t.tag {
			case verbTag, partTag, ingTag, baseTag:
				d.attributeVerb(i, s)
			}
		}
		if e.classes&claimNoun != 0 && t.tag == nounTag {
			d.attributeNoun(i, s)
		}
	}
	d.dashSource(s)
	d.trimContents(start)
	d.attachRelays(start)
}

// bounds are the limits within which the cue at token i works: its sentence, or
// the quoted speech in it that the cue stands in.
func (d *document) bounds(i, s int) (lo, hi int) {
	lo, hi = d.sents[s].first, d.sents[s].end
	if q := d.speechAt(i); q >= 0 {
		lo, hi = max(lo, d.quotes[q].first+1), min(hi, d.quotes[q].last)
		if !d.quotes[q].closed {
			hi = min(d.sents[s].end, d.quotes[q].last+1)
		}
	}
	return lo, hi
}

// speechAt is the quotation of speech that token i stands in, or -1.
func (d *document) speechAt(i int) int {
	for q := d.toks[i].quote; q != 0; q = d.quotes[q-1].parent {
		if d.quotes[q-1].speech {
			return int(q - 1)
		}
	}
	return -1
}

// cueLemma is the reporting verb at token i, with its particle if it has one,
// and the token after it.
func (d *document) cueLemma(i, hi int) (*lemma, int) {
	l := &d.lex.lemmas[d.lex.entries[d.toks[i].word].lemma]
	if i+1 < hi {
		for _, p := range l.particles {
			if d.toks[i+1].word == p.word {
				return &d.lex.lemmas[p.lemma], i + 2
			}
		}
	}
	return l, i + 1
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
	g := d.verbGroupAt(i, lo)
	if l.text == "read" && !d.documentReads(g, lo) {
		return
	}
	a := attribution{cue: run{g.first, after}, verb: i, stance: l.stance, negated: g.negated, modal: g.modal, inner: d.speechAt(i) >= 0}
	if g.passive || g.reduced && d.toks[i].tag == partTag {
		d.attributePassive(a, g, l, after, lo, hi, s)
		return
	}
	sub, how := d.subject(g, lo, hi)
	a.source, a.subject = sub, sub
	if how == subjectNone {
		if d.invert(a, g, l, after, lo, hi, s) {
			return
		}
	}
	if l.stance == citeStance && d.toks[i].tag == ingTag && d.cited(a, after, hi) {
		return
	}
	if l.stance == citeStance && d.quotedAs(a, l, after, lo, hi) {
		return
	}
	if d.asFront(&a, after, lo, hi) {
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return
	}
	// "C, as X confirmed"
	if j := a.subject.first - 1; !a.subject.empty() && j-1 > lo && d.is(j, "as") && d.char(j-1) == ',' && l.frames&invertFrame != 0 {
		first := d.clauseStart(lo, j-2)
		if end := d.dropMarks(first, j-1); end > first && d.hasFinite(first, end) && (after >= hi || d.endsClause(d.afterCue(after, hi)) || d.afterCue(after, hi) >= hi) {
			a.rule = "attr.E-as"
			a.content = []run{{first, end}}
			d.fillSource(&a, how, lo)
			d.addAttribution(a)
			return
		}
	}
	// speech right before: "…," X said
	if j := a.subject.first - 1; !a.subject.empty() && l.frames&quoteFrame != 0 && j > lo && !g.reduced && (d.toks[j].kind == closeToken || d.char(j) == ',' && d.kindAt(j-1) == closeToken) {
		if d.contentLeft(&a, l, a.subject.first, d.afterCue(after, hi), lo, hi, s) && a.speech {
			d.fillSource(&a, how, lo)
			d.addAttribution(a)
			return
		}
		a.content, a.speech, a.rule = nil, false, ""
	}
	// the content to the right
	if frame, ok := d.contentRight(&a, l, after, hi); ok {
		a.weak = l.weak&frame != 0 || frame == objectFrame && after == i+1 && d.has(i, namingWord) && !d.hasQuote(a.content[0]) ||
			(g.infinitive && !d.ableTo(g, lo)) || g.modal && l.stance != confirmStance
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
		return
	}
	if how == subjectNone {
		return
	}
	// the content to the left: "C, X said"
	if l.frames&(invertFrame|quoteFrame) != 0 && d.contentLeft(&a, l, a.subject.first, d.afterCue(after, hi), lo, hi, s) {
		d.fillSource(&a, how, lo)
		d.addAttribution(a)
	}
}

// ableTo reports whether the infinitive is one of something done: "were able to
// count", "went on to say", "managed to confirm".
func (d *document) ableTo(g verbGroup, lo int) bool {
	return g.first > lo && d.isAny(g.first-1, "able", "on", "managed", "continued", "began", "continues", "went")
}

// documentReads: "the statement read", not "I read".
func (d *document) documentReads(g verbGroup, lo int) bool {
	return g.first-1 >= lo && d.has(g.first-1, docWord)
}

// addAttribution enters an attribution, if it says anything.
func (d *document) addAttribution(a attribution) {
	a.content = slices.DeleteFunc(a.content, run.empty)
	if len(a.content) == 0 || d.idle(&a) {
		return
	}
	d.attrs = append(d.attrs, a)
}

// idle reports whether an attribution says nothing about who said what: "I
// think" and "you know" in speech, "if he says so", "to say that".
func (d *document) idle(a *attribution) bool {
	if a.rule == "attr.K-noun" || a.rule == "attr.E-according" {
		return false
	}
	h := a.subject.head
	first := !a.subject.empty() && d.isAny(h, "i", "we", "you", "one")
	if a.inner {
		switch a.stance {
		case believeStance, wantStance, askStance, praiseStance, blameStance, showStance, knowStance:
			return true
		}
		if a.subject.empty() || first {
			return true
		}
	}
	if first && (a.stance == believeStance || a.stance == knowStance) {
		return true
	}
	return false
}

// hasQuote reports whether a quotation opens in the run.
func (d *document) hasQuote(r run) bool {
	for i := r.first; i < r.end; i++ {
		if d.toks[i].kind == openToken {
			return true
		}
	}
	return false
}

// subjectKind says where the subject of a cue was found.
type subjectKind uint8

const (
	subjectNone     subjectKind = iota
	subjectAdjacent             // directly before the verb
	subjectAside                // before an apposition, relative clause or other aside
	subjectWho                  // who, which, that
	subjectShared               // of a verb before it: "X came and said", ", adding that"
)

// subject finds who does what the verb group g says.
func (d *document) subject(g verbGroup, lo, hi int) (np, subjectKind) {
	j := g.first - 1
	for j >= lo && (d.toks[j].kind == closeToken && !d.isSpeechEnd(j) || d.toks[j].kind == openToken) {
		j--
	}
	if j < lo {
		if g.reduced || g.infinitive {
			return np{}, subjectShared
		}
		return np{}, subjectNone
	}
	t := &d.toks[j]
	if g.infinitive || g.reduced && d.toks[g.verb].tag == ingTag {
		return d.sharedSubject(g, lo, hi)
	}
	switch t.tag {
	case relTag:
		return np{j, j + 1, j}, subjectWho
	case pronTag, nounTag, nameTag, numTag, adjTag, detTag:
		p := d.phraseLeft(j, lo)
		if p.empty() {
			return np{}, subjectNone
		}
		return d.relativeHead(p, lo), subjectAdjacent
	case coordTag, advTag, negTag:
		return d.sharedSubject(g, lo, hi)
	case auxTag, verbTag, baseTag, ingTag, partTag, thatTag, subTag:
		return d.sharedSubject(g, lo, hi)
	}
	switch c := d.char(j); {
	case c == ',' || c == ')' || d.toks[j].kind == dashToken:
		if p, ok := d.beforeAside(j, lo); ok {
			return p, subjectAside
		}
	}
	return np{}, subjectNone
}

// isSpeechEnd reports whether token j closes quoted speech.
func (d *document) isSpeechEnd(j int) bool {
	return d.toks[j].kind == closeToken && d.quotes[d.toks[j].quote-1].speech
}

// relativeHead: "a soldier who gives his name as Hryts": the phrase before who.
func (d *document) relativeHead(p np, lo int) np {
	// "footage published on Thursday": the phrase before the participle
	if k := p.first - 1; k-2 >= lo && d.toks[k].tag == prepTag && (d.tagAt(k-1) == partTag || d.tagAt(k-1) == ingTag || d.tagAt(k-1) == verbTag && d.lex.entries[d.toks[k-1].word].verb&partForm != 0) {
		m := k - 2
		for m > lo && d.toks[m].tag == advTag {
			m--
		}
		if d.nominal(m) && d.toks[m].tag != detTag {
			if q := d.phraseLeft(m, lo); !q.empty() {
				return np{q.first, p.end, q.head}
			}
		}
	}
	for k := p.first - 1; k > lo && k > p.first-14; k-- {
		t := &d.toks[k]
		if d.endsClause(k) || t.kind == openToken || t.kind == closeToken || t.tag == thatTag || t.tag == subTag && !d.is(k, "as") || t.tag == coordTag {
			return p
		}
		if t.tag == relTag && (d.is(k, "who") || d.is(k, "which") || d.is(k, "that")) {
			if q := d.phraseLeft(k-1, lo); !q.empty() && d.toks[q.head].tag != pronTag {
				return np{q.first, p.end, q.head}
			}
			return p
		}
	}
	return p
}

// beforeAside finds the noun phrase before the aside whose closing mark is
// token j: "X, a spokesman for Y, said", "X (left) said".
func (d *document) beforeAside(j, lo int) (np, bool) {
	for n := 0; n < 4; n++ {
		open := d.asideStart(j, lo)
		if open <= lo {
			return np{}, false
		}
		p := d.phraseLeft(open-1, lo)
		if p.empty() {
			return np{}, false
		}
		if d.isTime(p.head) && p.end-p.first == 1 {
			j = open
			continue
		}
		// "the head of X, Serhii Y, said": the name belongs to the source
		if q := d.baseRight(open+1, j); !q.empty() && q.end == j && d.toks[q.head].tag == nameTag && d.toks[p.head].tag != nameTag && d.char(j) == ',' && d.has(p.head, roleWord|titleWord|rankWord|witnessWord) {
			return np{p.first, j, q.head}, true
		}
		// An apposition in front of the aside is not the name: "X, an analyst, who …, said"
		if p.first-1 > lo && d.char(p.first-1) == ',' && d.toks[p.head].tag != nameTag && d.toks[p.head].tag != pronTag {
			if q := d.phraseLeft(p.first-2, lo); !q.empty() && d.toks[q.head].tag == nameTag && q.end == p.first-1 && !d.isPlaceList(q, p) {
				return q, true
			}
		}
		return p, true
	}
	return np{}, false
}

// isPlaceList reports whether two phrases with a comma between them are items
// of a list rather than a name and what it is.
func (d *document) isPlaceList(q, p np) bool {
	return q.first > 0 && d.tagAt(q.first-1) == prepTag && d.toks[p.head].tag == nameTag
}

// asideStart is the mark that opens the aside which the mark at j closes, or -1.
func (d *document) asideStart(j, lo int) int {
	switch {
	case d.char(j) == ')':
		for k := j - 1; k > lo && k > j-30; k-- {
			if d.char(k) == '(' {
				return k
			}
		}
	case d.toks[j].kind == dashToken:
		for k := j - 1; k > lo && k > j-40; k-- {
			if d.toks[k].kind == dashToken {
				return k
			}
		}
	case d.char(j) == ',':
		for k := j - 1; k > lo && k > j-45; k-- {
			if d.toks[k].kind == closeToken {
				k = d.quotes[d.toks[k].quote-1].first
				continue
			}
			if d.char(k) == ',' && d.toks[k].kind == punctToken {
				if d.asideBegins(k+1, j) {
					return k
				}
			}
		}
	}
	return -1
}

// asideBegins reports whether what stands between a comma and the closing comma
// at end can be an aside: an apposition, a relative clause, a participle or
// prepositional phrase, an age; not a clause of its own.
func (d *document) asideBegins(i, end int) bool {
	if i >= end {
		return false
	}
	t := &d.toks[i]
	switch t.tag {
	case pronTag:
		return d.isAny(i, "one", "some", "many", "most", "all", "both", "each", "none") && d.nextIsWord(i) && d.is(i+1, "of")
	case relTag, prepTag, ingTag, partTag, advTag, numTag, coordTag:
		if t.tag == coordTag || t.tag == advTag {
			return !d.hasFinite(i, end) || d.is(i, "who")
		}
		return true
	case detTag, adjTag, nounTag, nameTag, possTag:
		// an apposition has no finite verb, unless in a relative clause
		for k := i; k < end; k++ {
			if d.toks[k].tag == relTag {
				return true
			}
			if d.finite(k) && d.toks[k].quote == 0 {
				// "an island linked to the rest of X": a participle that looks finite
				if d.toks[k].tag == verbTag && d.lex.entries[d.toks[k].word].verb&(partForm|pastForm) != 0 && k+1 < end && d.tagAt(k+1) == prepTag && k > i && d.tagAt(k-1) == nounTag {
					continue
				}
				return false
			}
		}
		return true
	case verbTag:
		return d.lex.entries[t.word].verb&partForm != 0 // ", quoted by Tass,"
	case toTag:
		return true
	}
	return false
}

// hasFinite reports whether a finite verb stands among tokens [i, end) outside
// quotation marks.
func (d *document) hasFinite(i, end int) bool {
	for ; i < end; i++ {
		if d.finite(i) {
			return true
		}
	}
	return false
}

// sharedSubject is the subject of the nearest finite verb before g in the
// sentence: for ", adding that", "and said", "refused to say".
func (d *document) sharedSubject(g verbGroup, lo, hi int) (np, subjectKind) {
	// "X said C and warned that", ", adding that": who spoke before goes on
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if a := &d.attrs[n]; a.cue.end <= g.first && !a.subject.empty() && a.rule != "attr.K-noun" && a.rule != "attr.E-according" && (a.inner == (d.speechAt(g.verb) >= 0)) {
			return a.subject, subjectShared
		}
	}
	for k := g.first - 1; k >= lo; k-- {
		t := &d.toks[k]
		if t.kind == closeToken && d.isSpeechEnd(k) && d.toks[g.verb].quote != t.quote {
			k = d.quotes[t.quote-1].first
			continue
		}
		if t.tag != verbTag && t.tag != auxTag || d.toks[k].kind == cliticToken && false {
			continue
		}
		h := d.verbGroupAt(k, lo)
		if h.infinitive || h.reduced {
			continue
		}
		j := h.first - 1
		if j < lo {
			continue
		}
		switch d.toks[j].tag {
		case pronTag, nounTag, nameTag, numTag, adjTag, detTag:
			if p := d.phraseLeft(j, lo); !p.empty() {
				return d.relativeHead(p, lo), subjectShared
			}
		case relTag:
			return np{j, j + 1, j}, subjectWho
		}
		if c := d.char(j); c == ',' || c == ')' || d.toks[j].kind == dashToken {
			if p, ok := d.beforeAside(j, lo); ok {
				return p, subjectShared
			}
		}
	}
	// "X said Y", inverted: the subject behind a cue before it
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if a := &d.attrs[n]; a.cue.first < g.first && !a.subject.empty() {
			return a.subject, subjectShared
		}
	}
	// a phrase that stands alone before a participle: "Officials in Kyiv, citing …"
	if j := g.first - 1; j > lo && d.char(j) == ',' {
		if p := d.phraseLeft(j-1, lo); !p.empty() {
			return p, subjectShared
		}
	}
	// participles at the start of a sentence: "Speaking in Warsaw, X"
	return np{}, subjectShared
}

// fillSource completes the source of an attribution from its subject: the
// phrase before "who".
func (d *document) fillSource(a *attribution, how subjectKind, lo int) {
	if how != subjectWho {
		return
	}
	j := a.subject.first - 1
	if j >= lo && d.char(j) == ',' {
		j--
	}
	if j < lo {
		return
	}
	if p := d.phraseLeft(j, lo); !p.empty() {
		// "X, the head of Y who": the name before the apposition
		if p.first-1 > lo && d.char(p.first-1) == ',' && d.toks[p.head].tag != nameTag {
			if q := d.phraseLeft(p.first-2, lo); !q.empty() && d.toks[q.head].tag == nameTag {
				p = q
			}
		}
		a.source = p
	}
}

// invert handles "Q, said X": the subject behind its verb.
func (d *document) invert(a attribution, g verbGroup, l *lemma, after, lo, hi, s int) bool {
	if l.frames&(invertFrame|quoteFrame) == 0 || g.passive || g.negated {
		return false
	}
	if d.toks[g.verb].tag != verbTag {
		return false
	}
	j := g.first - 1
	// something must stand before it that can be the content: a quotation or a
	// clause with a comma
	for j > lo && (d.toks[j].kind == dashToken || d.str(j) == "...") {
		j--
	}
	quoteBefore := false
	switch {
	case j < lo:
		// the quotation may be the sentence before: "'… road?' said X."
		quoteBefore = lo > 0 && d.kindAt(lo-1) == closeToken && d.toks[lo].breaks == 0
		if !quoteBefore {
			return false
		}
	case d.toks[j].kind == closeToken:
		quoteBefore = true
	case d.char(j) == ',' || d.char(j) == '?' || d.char(j) == '!':
		if j-1 >= lo && d.kindAt(j-1) == closeToken {
			quoteBefore = true
		}
	default:
		return false
	}
	p := d.phraseRight(after, hi)
	if p.empty() {
		return false
	}
	if d.toks[p.head].tag == pronTag && !quoteBefore && !d.has(p.head, subjPron) {
		return false
	}
	if p.end < hi && d.finite(p.end) {
		return false
	}
	if !quoteBefore && d.is(p.end, "that") {
		return false
	}
	a.source, a.subject = p, p
	a.cue.end = after
	if !d.contentLeft(&a, l, a.cue.first, d.afterApposition(p.end, hi), lo, hi, s) {
		return false
	}
	a.rule = "attr.A-inverted"
	d.addAttribution(a)
	return true
}

// afterApposition skips ", a spokesman for Y" and "of Y" behind a name.
func (d *document) afterApposition(i, hi int) int {
	for n := 0; n < 3 && i+1 < hi && d.char(i) == ','; n++ {
		k := i + 1
		switch d.toks[k].tag {
		case detTag, nounTag, nameTag, adjTag, numTag:
			p := d.phraseRight(k, hi)
			if p.empty() {
				return i
			}
			i = p.end
		case relTag, prepTag:
			for k < hi && !(d.toks[k].kind == punctToken && (d.char(k) == ',' || d.endsSentence(k))) && d.toks[k].kind != openToken {
				k++
			}
			i = k
		default:
			return i
		}
	}
	return i
}

// afterCue skips adverbials behind "X said": "on Friday", "in Kyiv".
func (d *document) afterCue(i, hi int) int {
	for n := 0; n < 4 && i < hi; n++ {
		if e := d.timePhrase(i, hi); e > i {
			i = e
			continue
		}
		switch t := &d.toks[i]; {
		case t.tag == advTag || d.isTime(i):
			i++
			continue
		case t.tag == prepTag:
			if p := d.adverbialRight(i+1, hi); !p.empty() {
				i = p.end
				continue
			}
		case t.tag == pronTag || t.tag == nounTag || t.tag == nameTag || t.tag == detTag:
			// the addressee: "he told the agency,"
			if p := d.phraseRight(i, hi); !p.empty() && (p.end >= hi || d.endsClause(p.end)) {
				return p.end
			}
		}
		break
	}
	return i
}

// nest finds for each attribution the one whose content it stands in.
func (d *document) nest() {
	slices.SortStableFunc(d.attrs, func(a, b attribution) int { return a.cue.first - b.cue.first })
	for i := range d.attrs {
		a := &d.attrs[i]
		if a.block {
			d.blocks[d.sents[d.toks[a.cue.first].sent].block].label = i + 1
		}
		a.parent = 0
		// the nearest cues before and after are the candidates
		for _, step := range []int{-1, 1} {
			for k, n := i+step, 0; k >= 0 && k < len(d.attrs) && n < 12; k, n = k+step, n+1 {
				if b := &d.attrs[k]; b.covers(a.cue) && !a.covers(b.cue) && !b.block && !b.weak {
					if a.parent == 0 || b.size() < d.attrs[a.parent-1].size() {
						a.parent = k + 1
					}
				}
			}
		}
	}
}

func (a *attribution) covers(r run) bool {
	for _, c := range a.content {
		if c.first <= r.first && r.end <= c.end {
			return true
		}
	}
	return false
}

func (a *attribution) size() (n int) {
	for _, c := range a.content {
		n += c.end - c.first
	}
	return n
}

// attributionOf writes an attribution in spans.
func (d *document) attributionOf(a *attribution) geo.Attribution {
	out := geo.Attribution{Rule: a.rule, Cue: []geo.Span{d.span(a.cue.first, a.cue.end)}}
	if !a.source.empty() {
		out.Source = []geo.Span{d.span(a.source.first, a.source.end)}
	}
	for _, c := range a.content {
		out.Content = append(out.Content, d.span(c.first, c.end))
	}
	return out
}
