package read

import (
	"slices"
)

// maxBeat bounds the sentence of an action that stands for a cue, in tokens.
const maxBeat = 26

// attributeBeats gives speech without a cue to whoever is told of right before it:
// "She shrugs: 'We stay.'", "Olena wipes her hands. 'They came at night.'", or
// right behind it: "'We stay.' The old man shakes his head."
func (d *document) attributeBeats() {
	if len(d.quotes) == 0 {
		return
	}
	busy := make([]bool, len(d.sents)) // sentences with an attribution
	taken := make([]bool, len(d.quotes))
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.weak && !a.speech || a.block {
			continue
		}
		busy[d.toks[a.cue.first].sent] = true
		for _, c := range a.content {
			for k := c.first; k < c.end && k < c.first+400; k++ {
				if q := d.toks[k].quote; q != 0 && d.toks[k].kind == openToken {
					taken[q-1] = true
				}
			}
		}
	}
	var found []attribution
	for i := range d.quotes {
		q := &d.quotes[i]
		if q.depth != 1 || !q.closed || taken[i] || q.continued || q.last-q.first < 4 || !d.speechStarts(q.first) {
			continue
		}
		s := int(d.toks[q.first].sent)
		b := d.sents[s].block
		if k := d.blocks[b].kind; k != paragraph && k != liveEntry && k != listItem {
			continue
		}
		if last := d.lastOfSentence(q.last); d.sents[last].end != q.last+1 {
			continue
		}
		p := np{}
		cue := run{}
		switch j := q.first - 1; {
		case j > d.sents[s].first && d.char(j) == ':' && !busy[s]:
			p, cue = d.doer(s), run{j, j + 1}
		case !d.startsSentence(q.first):
		case s > 0 && d.sents[s-1].block == b && !busy[s-1] && !d.sents[s-1].label && !d.quoted(d.sents[s-1].first):
			if p = d.doer(s - 1); p.empty() {
				p = d.lastClauseDoer(s - 1)
			}
			if !p.empty() {
				cue = run{p.first, p.end}
			}
		case s > 0 && d.sents[s-1].block == b && !d.sents[s-1].label:
			if p = d.lastDoer(s, busy); !p.empty() {
				cue = run{p.first, p.end}
			}
		default:
			if n := d.lastOfSentence(q.last) + 1; n < len(d.sents) && d.sents[n].block == b && !busy[n] && !d.quoted(d.sents[n].first) {
				if p = d.doer(n); !p.empty() {
					cue = run{p.first, p.end}
				}
			}
		}
		if p.empty() {
			continue
		}
		q.speech = true
		found = append(found, attribution{rule: "attr.J-beat", source: p, subject: p, cue: cue, verb: cue.first, speech: true, content: []run{{q.first, q.last + 1}}})
	}
	if len(found) == 0 {
		return
	}
	d.attrs = append(d.attrs, found...)
	slices.SortStableFunc(d.attrs, func(a, b attribution) int { return a.cue.first - b.cue.first })
}

func (d *document) lastOfSentence(i int) int { return int(d.toks[i].sent) }

// doer is the person who does what a short sentence tells: its subject.
func (d *document) doer(s int) np {
	st := &d.sents[s]
	i := st.first
	for i < st.end && (d.toks[i].tag == advTag || d.toks[i].tag == coordTag) {
		i++
	}
	if d.isOf(i, &heOrShe) && d.finite(d.pastAdverbs(i+1, st.end)) {
		return np{i, i + 1, i}
	}
	p := d.phraseRight(i, st.end)
	if p.empty() || st.end-st.first > 2*maxBeat {
		return np{}
	}
	v := d.afterApposition(p.end, st.end)
	if v < st.end && d.toks[v].tag == relTag && d.is(v, "who") {
		v = d.pastWho(v, st.end) // "The soldier who had brought me shook his head"
	}
	if d.char(v) == ',' && v+1 < st.end && (d.toks[v+1].tag == ingTag || d.toks[v+1].tag == partTag || d.toks[v+1].tag == prepTag) {
		if e := d.asideEnd(v, st.end); e > 0 {
			v = e // "A conductor, passing with tea, told her", "Sergeant Vus, of the 38th Brigade, lights"
		}
	}
	for v < st.end && (d.toks[v].kind == punctToken || d.toks[v].tag == advTag) {
		v++
	}
	if v >= st.end || !d.finite(v) || d.has(v, beWord) && v+1 < st.end && d.toks[v+1].tag == partTag {
		return np{}
	}
	person := d.has(p.head, witnessWord|roleWord|rankWord) && !d.plural(p.head) || d.toks[p.head].tag == nameTag && len(d.mentionsIn(p.first, p.end)) == 0 && (d.has(p.first, firstName|rankWord|titleWord) || d.has(p.head, firstName) || d.namedBefore(p) || d.isOf(p.first, &ourOrMy) && d.has(p.first+1, roleWord|mediaWord))
	if !person {
		return np{}
	}
	return p
}

// pastWho is the verb behind the relative clause that starts at token k: the second finite verb
// from there; k where there is none.
func (d *document) pastWho(k, end int) int {
	const far = 14 // tokens
	seen := false
	for m := k + 1; m < end && m < k+far; m++ {
		if d.endsClause(m) {
			break
		}
		if !d.finite(m) {
			continue
		}
		if seen && d.tagAt(m-1) != auxTag && d.tagAt(m-1) != advTag {
			return m
		}
		seen = true
	}
	return k
}

// doesAlso reports whether what "and" joins to a person's name tells what the person does as
// well, by a word that may be a noun: "says Olena in X and points at the sky".
func (d *document) doesAlso(p, q np) bool {
	t := &d.toks[q.first]
	return d.toks[p.head].tag == nameTag && d.has(p.head, firstName) && q.end == q.first+1 && t.caps == lowerCase && t.verb&(sForm|pastForm) != 0 && !d.has(q.head, roleWord|witnessWord|rankWord|peopleWord)
}

// gestures reports whether the verb at token i only shows what somebody thinks of another's
// words, which follow: "shrugs at a channel's report that", "Tell that to my neighbours".
func (d *document) gestures(i, after, hi int) bool {
	const far = 10 // tokens
	if d.tellThatTo(i) {
		return true
	}
	if !d.is(after, "at") {
		return false
	}
	for k := after + 2; k+1 < hi && k < after+far && !d.finite(k); k++ {
		if d.has(k, claimNoun) && d.toks[k].tag == nounTag {
			return d.toks[k+1].tag == thatTag || d.is(k+1, "of")
		}
	}
	return false
}

// namedBefore reports whether a surname alone is that of somebody whom the text has called by
// a first name or a rank as well: "Sergeant Oleh Bondar lights a cigarette … Bondar shrugs".
func (d *document) namedBefore(p np) bool {
	if p.end-p.first != 1 || d.toks[p.head].tag != nameTag {
		return false
	}
	list := d.namesLike(p.head)
	return len(list) > 0 && int(list[0]) < p.head && d.has(int(list[0])-1, firstName|rankWord|titleWord)
}

// lastClauseDoer is the person whom the last clause of sentence s tells of, behind "and": "The
// hill is lost, and Bondar makes no secret of it."
func (d *document) lastClauseDoer(s int) np {
	const far = 12 // tokens
	st := &d.sents[s]
	if st.end-st.first > 2*maxBeat {
		return np{}
	}
	for k := st.end - 3; k > st.first && k > st.end-far; k-- {
		if d.toks[k].tag != coordTag || d.char(k-1) != ',' {
			continue
		}
		p := d.phraseRight(k+1, st.end)
		if d.isOf(k+1, &heOrShe) {
			p = np{k + 1, k + 2, k + 1}
		}
		if p.empty() || p.end >= st.end || !d.finite(d.pastAdverbs(p.end, st.end)) {
			return np{}
		}
		if d.isOf(p.head, &heOrShe) || d.namedBefore(p) || d.has(p.first, firstName) && d.toks[p.head].tag == nameTag && len(d.mentionsIn(p.first, p.end)) == 0 {
			return p
		}
		return np{}
	}
	return np{}
}

// lastDoer is the person whom the sentences right before sentence s, whose speech
// nobody else has, tell of: "On this the mayor was brief. The road is open, and
// those who write otherwise are wrong. '…'".
func (d *document) lastDoer(s int, busy []bool) np {
	const far = 3
	for k := s - 1; k >= 0 && k >= s-far && d.sents[k].block == d.sents[s].block; k-- {
		if d.sents[k].label || d.kindAt(d.sents[k].first) == openToken {
			return np{}
		}
		if busy[k] {
			n := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= d.sents[k].first })
			for ; n < d.ordered && d.attrs[n].cue.first < d.sents[k].end; n++ {
				if d.person(d.attrs[n].subject) {
					return np{} // who has spoken since
				}
			}
			continue
		}
		i := d.sents[k].first
		if d.isAny(i, "on", "about") && d.isAny(i+1, "this", "that") {
			if p := d.phraseRight(i+2, d.sents[k].end); !p.empty() && d.has(p.head, roleWord|rankWord) && d.finite(p.end) {
				return p
			}
		}
		if p := d.doer(k); !p.empty() {
			return p
		}
	}
	return np{}
}
