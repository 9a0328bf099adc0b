package read

// relay is who passes on what another says: "cited by Y", or, the other way
// round, "citing Y", where Y is the one who said it.
type relay struct {
	cue    run
	who    np
	citing bool
	by     np // who cites
}

// cited: "TASS reported, citing the ministry", "TASS, citing the ministry, said":
// what is said is the ministry's. Documents say nothing of themselves, unless
// the phrase names whose they are.
func (d *document) cited(a attribution, after, hi int) bool {
	p := d.phraseRight(after, hi)
	if p.empty() || d.has(p.first, possWord) && !d.isAny(p.head, "sources", "source", "officials", "commanders", "correspondent", "correspondents") {
		return false
	}
	if !d.namesSome(p) && !d.has(p.head, roleWord|titleWord|rankWord|orgWord|witnessWord) && !d.isAny(p.head, "sources", "source", "officials", "people") {
		return false
	}
	d.relays = append(d.relays, relay{cue: a.cue, who: p, citing: true, by: a.subject})
	return true
}

// namesSome reports whether a phrase holds a name that is no place in it.
func (d *document) namesSome(p np) bool {
	for i := p.first; i < p.end; i++ {
		if d.toks[i].tag == nameTag && (i == p.head || d.has(i, orgWord|demonymWord)) {
			return true
		}
	}
	return false
}

// attachRelays gives the relays of a sentence to the attributions that they
// stand nearest to; start is the first of the sentence.
func (d *document) attachRelays(start int) {
	for _, r := range d.relays {
		if r.who.empty() {
			continue
		}
		best, least := -1, 1<<30
		for n := start; n < len(d.attrs); n++ {
			a := &d.attrs[n]
			if a.weak || !a.relay.empty() || a.subject.empty() {
				continue
			}
			if a.covers(r.cue) || r.citing && a.subject.head != r.by.head && r.by.end > r.by.first && a.source.head != r.by.head {
				continue
			}
			if by := max(a.cue.first-r.cue.end, r.cue.first-a.cue.end); by < least {
				best, least = n, by
			}
		}
		if best < 0 {
			d.asTold(r)
			continue
		}
		a := &d.attrs[best]
		if a.relay = r.who; r.citing {
			a.relay = a.source
			a.source, a.subject = r.who, r.who
		}
	}
}

// passedOn: "A prisoner recounted, the officer went on, that C": the prisoner says C, and
// the officer passes it on. lo is where the sentence starts.
func (d *document) passedOn(a *attribution, lo int) {
	if len(a.content) != 2 || d.toks[a.content[1].first].tag != thatTag {
		return
	}
	c := a.content[0]
	v := c.end - 1
	for v > c.first && v > c.end-5 && d.toks[v].lemma == 0 {
		v-- // "told investigators"
	}
	if t := &d.toks[v]; v <= c.first || t.tag != verbTag && t.tag != partTag || d.lex.lemmas[t.lemma].frames&thatFrame == 0 {
		return
	}
	if q := d.baseRight(v+1, c.end); v+1 < c.end && (q.end != c.end || d.lex.lemmas[d.toks[v].lemma].frames&addresseeFrame == 0) {
		return
	}
	g := d.verbGroupAt(v, lo)
	if g.passive {
		return
	}
	p, _ := d.subject(g, lo, c.end)
	if p.empty() || p.first != c.first || !d.mayTell(p) {
		return
	}
	a.relay, a.source, a.subject = a.source, p, p
	a.cue, a.verb, a.that, a.rule = run{g.first, v + 1}, v, true, "attr.B-that"
	a.stance, a.negated, a.modal = d.lex.lemmas[d.toks[v].lemma].stance, g.negated, g.modal
	a.content = []run{a.content[1]}
}

// asTold: "Two nurses were hurt, as reported by the WHO": who passes on what nobody
// else has said is the one who says it.
func (d *document) asTold(r relay) {
	st := &d.sents[d.toks[r.cue.first].sent]
	k := r.cue.first - 1
	if r.citing || !d.is(r.cue.first, "as") {
		return
	}
	var first int
	switch e := r.who.end; {
	case k < st.first || k == st.first && d.toks[k].tag == coordTag: // "As reported by the police, two people were hurt"
		for e < st.end && d.char(e) != ',' {
			if d.finite(e) {
				return
			}
			e++
		}
		first, k = e+1, st.end
		if k-first < 3 {
			return
		}
	case d.char(k) != ',':
		return
	default:
		first = d.clauseStart(st.first, k-1)
	}
	if !d.hasFinite(first, k) {
		return
	}
	a := attribution{rule: "attr.E-as", source: r.who, subject: r.who, cue: r.cue, verb: r.cue.first, content: []run{{first, d.dropMarks(first, k)}}}
	d.addAttribution(a)
}

// quotedAs: "TASS quoted the governor as saying that C", "'Q,' TASS quoted him as
// saying": the speaker is who is quoted.
func (d *document) quotedAs(a attribution, after, lo, hi int) bool {
	if after >= hi || a.subject.empty() {
		return false
	}
	p := d.phraseRight(after, hi)
	if p.empty() {
		return false
	}
	k := d.asSaying(p.end, hi)
	if k == 0 {
		return false
	}
	inner, rest := d.cueLemma(k, hi)
	b := attribution{cue: run{a.cue.first, rest}, verb: k, source: p, subject: p, relay: a.subject, stance: inner.stance, inner: a.inner}
	if _, ok := d.contentRight(&b, inner, rest, hi); !ok {
		say := lemma{frames: quoteFrame | thatFrame | bareFrame | invertFrame, stance: inner.stance}
		if !d.contentLeft(&b, &say, a.subject.first, d.afterCue(rest, hi), lo, hi) {
			return false
		}
	}
	d.addAttribution(b)
	return true
}

// asSaying is the participle of "as saying" at token k or behind what stands there beside
// a name, 0 for none: ", the governor of X installed by Moscow, as saying".
func (d *document) asSaying(k, hi int) int {
	const far = 24 // tokens
	says := func(k int) bool {
		return k+1 < hi && d.is(k, "as") && d.toks[k+1].tag == ingTag && d.has(k+1, cueWord)
	}
	if says(k) {
		return k + 1
	}
	if k >= hi || d.char(k) != ',' && d.toks[k].tag != relTag && d.toks[k].tag != partTag && d.toks[k].tag != prepTag {
		return 0
	}
	for m := k + 1; m < hi && m < k+far && d.toks[m].kind != openToken; m++ {
		if says(m) {
			return m + 1
		}
	}
	return 0
}

// asFront: "As the mayor put it, C", "As the brigade reported on Monday: C".
func (d *document) asFront(a *attribution, after, lo, hi int) bool {
	j := a.subject.first - 1
	if a.subject.empty() || j < lo || !d.is(j, "as") || d.isOf(a.verb, &talkVerbs) || j > lo && !(j == lo+1 && d.toks[lo].tag == coordTag) {
		return false
	}
	for k := after; k < hi && k < after+12; k++ {
		if d.toks[k].kind != punctToken || d.char(k) != ',' && d.char(k) != ':' {
			if d.toks[k].kind == openToken || d.endsSentence(k) || d.finite(k) {
				return false
			}
			continue
		}
		if k+1 >= hi {
			return false
		}
		a.rule = "attr.E-as"
		end := d.clauseEnd(k+1, hi)
		if d.kindAt(k+1) == openToken && d.speechStarts(k+1) && !d.quotedPhrase(k+1, hi) {
			a.speech = true
			end = d.quotes[d.toks[k+1].quote-1].last + 1
		}
		a.content = []run{{k + 1, end}}
		return true
	}
	return false
}

// fromSource: "This is from our reporter in X: C", "More from the mayor: '…'".
func (d *document) fromSource(s int) {
	lo, hi := d.sents[s].first, d.sents[s].end
	for i := lo; i < hi && i < lo+6; i++ {
		if !d.is(i, "from") {
			if d.finite(i) && !d.has(i, beWord) && !d.isAny(i, "comes", "came") || d.toks[i].kind == punctToken {
				return
			}
			continue
		}
		p := d.phraseRight(i+1, hi)
		if p.empty() || d.isAny(i-1, "news", "headlines", "stories", "items") {
			return
		}
		k := p.end
		for k < hi && k < p.end+14 && d.char(k) != ':' && !d.finite(k) && d.toks[k].kind != openToken {
			k++
		}
		if k+1 >= hi || d.char(k) != ':' || d.toks[p.head].tag != nameTag && !d.has(p.head, roleWord|titleWord|rankWord|orgWord|mediaWord|witnessWord) || len(d.mentionsIn(p.first, p.end)) > 0 && d.toks[p.head].tag == nameTag {
			return
		}
		a := attribution{rule: "attr.J-from", source: p, subject: p, cue: run{i, i + 1}, verb: i}
		if d.contentColon(&a, k, hi) {
			a.rule = "attr.J-from"
			d.addAttribution(a)
		}
		return
	}
}

// viaWords may stand before a source in brackets.
var viaWords = listOf("source sources via")

// tailVerbs say how the words of a source came, behind its name.
var tailVerbs = listOf("quoted cited quoting citing")

// beforeTail is the end of a sentence [lo, hi) without what is said behind a dash of how the
// words of its source came: "— Pushilin on Telegram", "— the minister, citing rescuers",
// "— the group's commander in a report to Putin, quoted by Interfax".
func (d *document) beforeTail(lo, hi int) int {
	const far = 20 // tokens
	end := hi
	for k := hi - 1; k > lo+3 && k > hi-far; k-- {
		switch t := &d.toks[k]; {
		case t.kind == dashToken && t.spaced:
			return end
		case d.finite(k) && !d.isOf(k, &tailVerbs), t.kind == openToken, t.kind == closeToken, t.kind == punctToken && d.char(k) != ',':
			return hi
		case d.char(k) == ',' && d.isOf(k+1, &tailVerbs), d.is(k, "on") && k+1 < end && k+2 >= end && d.toks[k+1].caps != lowerCase, d.is(k, "in") && (d.isOf(k+1, &aOrAn) || d.has(k+1, possWord)) && d.anyOf(k+2, min(end, k+5), &wordsTold):
			end = k
		}
	}
	return hi
}

// wordsTold are where somebody has said something.
var wordsTold = listOf("report interview address statement comment comments message post speech briefing update")

// dashSource: "Four people died in X - mayor": a headline's or an agency's way
// to name the source.
func (d *document) dashSource(s int) {
	if !d.sents[s].dash {
		return
	}
	lo, hi := d.sents[s].first, d.dropMarks(d.sents[s].first, d.sents[s].end)
	hi = d.beforeTail(lo, hi)
	for k := hi - 1; k > lo+2 && k > hi-9; k-- {
		t := &d.toks[k]
		if d.char(k) == '(' && t.kind == punctToken && d.char(hi-1) == ')' {
			// "Two people were killed in X (regional administration)", "(source: the police)"
			from := k + 1
			if d.isOf(from, &viaWords) {
				if from++; d.char(from) == ':' {
					from++
				}
			}
			if p := d.phraseRight(from, hi-1); !p.empty() && p.end == hi-1 && (d.has(p.head, roleWord|titleWord|rankWord|orgWord|mediaWord) || d.knownVoice(p)) && (d.hasFinite(lo, k) || d.newsStyle(lo, k)) {
				a := attribution{rule: "attr.E-dash", source: p, subject: p, cue: run{k, k + 1}, verb: k}
				a.content = []run{{lo, d.dropMarks(lo, k)}}
				d.addAttribution(a)
			}
			return
		}
		if t.kind == punctToken && d.char(k) != ')' && !(d.char(k) == ':' && d.isOf(k-1, &viaWords)) || t.kind == openToken || d.finite(k) {
			return
		}
		if t.kind != dashToken {
			continue
		}
		p := d.phraseRight(k+1, hi)
		if p.empty() || p.end != hi || p.first != k+1 || d.toks[p.first].tag == detTag && !d.knownVoice(p) ||
			!d.has(p.head, roleWord|titleWord|rankWord|orgWord|witnessWord) && !d.knownVoice(p) && !d.isAny(p.head, "source", "sources", "media") {
			return
		}
		if !d.hasFinite(lo, k) && !d.newsStyle(lo, k) {
			return
		}
		a := attribution{rule: "attr.E-dash", source: p, subject: p, cue: run{k, k + 1}, verb: k}
		a.content = []run{{lo, d.dropMarks(lo, k)}}
		d.addAttribution(a)
		return
	}
}
