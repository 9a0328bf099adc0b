package read

import "slices"

// attribution is one "X said Y", or one that the text makes without a verb.
type attribution struct {
	rule     string
	source   np  // the phrase that names the source; empty when the text names none
	subject  np  // source as found beside the cue: differs from source for "who", "and added"
	cue      run // the verb group or the cue phrase
	verb     int // its verb, or the noun of "claim that"
	content  []run
	stance   stance
	negated  bool // "did not say"
	modal    bool // "would say"
	speech   bool // direct speech
	that     bool // content starts with "that" or "how", which belongs to it in geo.Attribution
	used     bool // it makes claims
	weak     bool // by a weak frame: no attribution unless its content is a situation
	block    bool // by the form of the block: whoever is quoted in it speaks first
	inner    bool // the cue stands in quoted speech
	echo     bool // its content is that of another attribution, which it judges
	assures  bool // "I can tell you that", "what I know is that"
	unproved bool // no evidence was given for it
	hearsay  bool // the text tells how it stands with a report that is nobody's
	demand   bool // infinitive after an addressee: "urged X to V"
	parent   int  // 1 + the attribution whose content this one stands in, 0 for none
	nests    bool // others stand in its content
	relay    np   // "cited by Y"
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
	d.attributeInterview()
	d.attributeVoices()
	d.attributePassages()
	d.sortAttributions()
	d.attributeBeats()
	d.continueSpeech()
	d.freeSpeech()
	d.nest()
}

var estimateVerbs = listOf("put puts place places placed gave gives revised raised lowered increased updated corrected")

// evidenceNouns are what speaks for a situation, for whoever sees it.
var evidenceNouns = listOf("sign signs evidence indication indications proof")

// countNouns are what a number is given as.
var countNouns = listOf("figure figures tally count toll")

// attributingSet are the lists that attributeSentence asks for.
var attributingSet = setOf(&estimateVerbs, &colourWords, &wouldAux, &planVerbs, &meetVerbs, &evidenceNouns, &countNouns, &falseNouns)

// mayCue reports whether something that attributes may start with the word, by what is
// known of its form: a verb, a preposition, a word of a list that attributeSentence asks for.
func (t *token) mayCue() bool {
	const cues = haveWord | beWord | verbWord | prepWord | subordWord | cueWord | claimNoun
	return t.lemma != 0 || t.classes&cues != 0 || t.opens(phraseSet) || listSets[t.lists].meets(&attributingSet)
}

// saysNothing reports whether nothing that attributes starts with the token, as with most.
func (t *token) saysNothing() bool {
	return t.kind == wordToken && t.tag != negTag && t.signs&attributes == 0
}

// attributeSentence finds the attributions whose cues stand in sentence s.
func (d *document) attributeSentence(s int) {
	hi := d.sents[s].end
	start := len(d.attrs)
	d.relays = d.relays[:0]
	back := d.backSource(s)
	for i := back; i < hi; i++ {
		t := &d.toks[i]
		if t.kind == cliticToken && t.tag == auxTag {
			// "she's convinced that"
			if p, end := d.longestOf(phraseSet, i, hi, d.lex.entries[d.lex.is].patterns); p != nil && d.attributePhrase(p, i, end, s) {
				i = end - 1
				continue
			}
		}
		if t.word == 0 || t.saysNothing() {
			continue
		}
		if t.opens(phraseSet) {
			if p, end := d.longest(phraseSet, i, hi); p != nil && d.attributePhrase(p, i, end, s) {
				i = end - 1
				continue
			}
		}
		if (t.tag == verbTag || t.tag == partTag) && d.isOf(i, &estimateVerbs) {
			d.estimate(i, s)
		}
		if t.lemma != 0 && d.mapVerb(i) && d.mapped(i, s) {
			continue
		}
		if (t.tag == verbTag || t.tag == auxTag) && t.classes&(haveWord|beWord|verbWord) != 0 && d.depicts(i, s) {
			continue
		}
		if t.classes&(prepWord|subordWord) != 0 && (d.account(i, s) || d.conceded(i, s)) {
			continue
		}
		if t.classes&cueWord != 0 {
			switch t.tag {
			case verbTag, partTag, ingTag, baseTag:
				d.attributeVerb(i, s)
			}
		}
		if (t.tag == auxTag && d.isOf(i, &wouldAux) || (t.tag == verbTag || t.tag == partTag) && d.isOf(i, &planVerbs)) && d.planned(i, s) {
			continue
		}
		if (t.tag == verbTag || t.tag == partTag) && d.isOf(i, &meetVerbs) && d.absent(i, s) {
			continue
		}
		if t.tag == nounTag && d.isOf(i, &evidenceNouns) || t.tag == negTag && d.is(i, "nothing") {
			if k := d.evidenced(i, s); k > 0 {
				i = k
				continue
			}
		}
		if t.tag == nounTag && d.isOf(i, &falseNouns) {
			d.falsehood(i, s)
		}
		if t.tag == nounTag && (t.classes&claimNoun != 0 || d.tagAt(i+1) == thatTag && d.isOf(i, &evidenceNouns) || d.isOf(i, &countNouns) && d.is(i+1, "of") && d.tagAt(i+2) == numTag) {
			d.attributeNoun(i, s)
		}
	}
	if d.sents[s].colon {
		d.fromSource(s)
	}
	d.captioned(s)
	d.dashSource(s)
	d.framed(s)
	d.trimContents(start)
	d.verbless(start, s)
	if d.sents[s].colon {
		d.colonSpeech(start, s)
		d.saidFurther(start, s)
		d.colonQuote(start, s)
		d.onceEach(start)
	}
	d.saidWhile(start, s)
	d.namesThem(start)
	if d.is(d.sents[s].first, "what") {
		d.calledBy(s)
	}
	if back > d.sents[s].first {
		d.relaysBack(start, d.sents[s].first)
	}
	d.attachRelays(start)
}

// bounds are the limits within which the cue at token i works: its sentence, or
// the quoted speech in it that the cue stands in.
func (d *document) bounds(i, s int) (lo, hi int) {
	lo, hi = d.sents[s].first, d.sents[s].end
	q := d.speechAt(i)
	if k := d.toks[i].quote; q < 0 && k != 0 && d.quotes[k-1].closed && d.quotes[k-1].last > i+1 && d.speechStarts(d.quotes[k-1].first) {
		q = int(k - 1) // "'They say it was us,' he says"
	}
	if q >= 0 {
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

// addAttribution enters an attribution, if it says anything.
func (d *document) addAttribution(a attribution) {
	a.content = slices.DeleteFunc(a.content, run.empty)
	if len(a.content) == 0 || d.idle(&a) {
		return
	}
	d.truthOf(&a)
	d.denyOne(&a)
	for n := len(d.attrs) - 1; n >= 0 && d.toks[d.attrs[n].cue.first].sent == d.toks[a.cue.first].sent; n-- {
		if b := &d.attrs[n]; !b.weak && !a.echo && !b.echo && len(b.content) == len(a.content) && b.content[0].end == a.content[0].end && b.content[0].first == a.content[0].first && b.subject.head == a.subject.head {
			return // "told them, and repeated when pressed, that C"
		} else if a.source.empty() && !b.source.empty() && b.rule == "attr.K-noun" && b.content[0].first == a.content[0].first && !a.echo {
			return // "X's claim, repeated on Friday, that C"
		}
	}
	d.attrs = append(d.attrs, a)
}

// denyOne ends what is denied before a semicolon: what follows is not denied as well.
func (d *document) denyOne(a *attribution) {
	if a.stance != denyStance || a.speech || len(a.content) != 1 || !d.sents[d.toks[a.cue.first].sent].colon {
		return
	}
	c := &a.content[0]
	for k := c.first + 1; k < c.end; k++ {
		if d.char(k) == ';' && d.toks[k].kind == punctToken {
			c.end = k
		}
	}
}

// idle reports whether an attribution says nothing about who said what: "I
// think" and "you know" in speech, "if he says so", "to say that".
func (d *document) idle(a *attribution) bool {
	if a.rule == "attr.K-noun" || a.rule == "attr.E-according" {
		return false
	}
	h := a.subject.head
	if !a.subject.empty() && d.isOf(h, &dumbHeads) && !a.speech {
		return true // "Two things are certain: C": nobody speaks
	}
	if !a.subject.empty() && a.subject.end-a.subject.first == 1 && d.is(h, "what") && d.toks[a.subject.first].sent == d.toks[a.cue.first].sent && d.startsSentence(a.subject.first) {
		return true // "What worries me is": nobody speaks
	}
	if !a.subject.empty() && a.subject.end-a.subject.first == 1 && d.has(h, weekdayWord|monthWord) && !d.has(h, firstName) {
		return true // no day speaks
	}
	first := !a.subject.empty() && (d.isOf(h, &firstPersons) || d.is(h, "one") && a.subject.end-a.subject.first == 1 && !(a.cue.end < len(d.toks) && d.isAny(a.cue.end, "me", "us", "our", "my", "reporters", "journalists")))
	if first && d.blocks[d.sents[d.toks[a.cue.first].sent].block].kind == speech {
		return !a.assures // "I told him what I tell you"
	}
	if a.inner {
		switch a.stance {
		case believeStance, wantStance, askStance, praiseStance, blameStance, showStance, knowStance:
			return true
		}
		if a.subject.empty() || first || d.isAny(h, "whoever", "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "who") {
			return true
		}
	}
	if first && !a.inner && d.isOf(a.verb, &foreseeVerbs) && d.is(h, "i") {
		return false // what the writer thinks will come
	}
	if first && (a.stance == believeStance || a.stance == knowStance) {
		return !d.is(h, "we") || !d.isAny(a.verb, "assess", "judge", "estimate", "conclude", "assessed", "judged", "concluded") || !a.that // "We assess that"
	}
	return false
}

// dumbHeads are what says nothing, whatever is said of it.
var dumbHeads = listOf("thing things fact facts point points question questions")

// foreseeVerbs are those by which writers tell what they see coming.
var foreseeVerbs = listOf("expect predict foresee anticipate")
