package read

import "contested/geo"

var (
	formationWords = listOf("battlegroup battlegroups grouping groupings")
	lossWords      = listOf("losses casualties")
	countedWords   = listOf("put estimated given reported placed amounted totalled totaled credited claimed")
	whileWords     = listOf("while whereas and")
)

// retoldOf is 1 + the attribution whose body goes on in sentence s of the press, which retells its
// bulletin: by a formation that only the body calls so ("Battlegroup East advanced"), by a count that
// somebody gives ("Losses were put at"), or between two sentences of the same body. last are
// the last attributions of the sentences; 0 for none.
func (d *document) retoldOf(s int, last []int) int {
	const far = 4 // sentences
	p := &d.sents[s]
	if last[s] != 0 || d.article.Publisher.Party != geo.Press || d.blocks[p.block].kind != paragraph || p.end-p.first < 4 || d.toks[p.first].kind == openToken {
		return 0
	}
	n := s - 1
	for n > s-far && n >= 0 && last[n] == 0 && d.sents[n].block == p.block {
		n--
	}
	if n < 0 || last[n] == 0 || d.sents[n].block != p.block {
		return 0
	}
	a := &d.attrs[last[n]-1]
	if a.weak || a.inner || a.speech || a.negated || a.stance == denyStance || a.subject.empty() || !d.bodyOrBulletin(a.source) {
		return 0
	}
	switch a.rule {
	case "attr.E-after", "attr.E-further", "attr.B-that", "attr.C-bare", "attr.E-according", "attr.L-free":
	default:
		return 0
	}
	if d.formal(p) || d.between(a, p, s, last) {
		return last[n]
	}
	return 0
}

// bodyOrBulletin reports whether the source is a body that issues bulletins, or one of these.
func (d *document) bodyOrBulletin(p np) bool {
	return d.has(p.head, orgWord|unitWord) || d.isAny(p.head, "bulletin", "statement", "summary", "it") || d.knownVoice(p)
}

// formal reports whether a sentence is put as only bulletins put it: its subject is a formation
// by its name in them, or losses that are put at a number.
func (d *document) formal(p *sentence) bool {
	const early = 7 // tokens
	for k := p.first; k < min(p.end, p.first+early); k++ {
		switch {
		case d.finite(k):
			return d.isOf(k-1, &lossWords) && d.isOf(k+1, &countedWords)
		case d.isOf(k, &formationWords):
			return true
		case d.isOf(k, &lossWords) && d.is(k+1, "in"):
			for m := k + 2; m < min(p.end, k+early); m++ {
				if d.finite(m) {
					return d.isOf(m, &countedWords) || d.isOf(m+1, &countedWords)
				}
			}
			return false
		}
	}
	return false
}

// between reports whether the sentence p, number s, tells in the past tense of something that
// has a type, and the next sentence of its paragraph is again of who spoke in a.
func (d *document) between(a *attribution, p *sentence, s int, last []int) bool {
	if s+1 >= len(d.sents) || last[s+1] == 0 || d.sents[s+1].block != p.block || d.toks[a.source.head].tag == pronTag {
		return false
	}
	b := &d.attrs[last[s+1]-1]
	if b.rule != "attr.E-after" || b.speech || b.subject.empty() || !d.is(b.subject.head, "it") && d.toks[b.subject.head].word != d.toks[a.source.head].word {
		return false
	}
	k := p.first
	for k < p.end && !d.finite(k) && d.toks[k].kind != openToken {
		k++
	}
	if k >= p.end || d.toks[k].kind == openToken || d.toks[k].verb&pastForm == 0 && !d.isAny(k, "was", "were") {
		return false
	}
	f, _ := d.typesIn(p.first, p.end)
	return f.weight > 60
}

// saidWhile gives the clause behind "C1, X said, while C2" to X, where nobody else speaks in it.
func (d *document) saidWhile(start, s int) {
	const far = 8 // tokens, of the time and the occasion behind the verb
	hi := d.sents[s].end
	for n, end := start, len(d.attrs); n < end; n++ {
		a := &d.attrs[n]
		if a.rule != "attr.E-after" || a.inner || a.weak || a.subject.empty() || a.content[len(a.content)-1].first >= a.cue.first {
			continue
		}
		k := max(a.cue.end, a.source.end, a.subject.end)
		for stop := min(hi, k+far); k < stop && d.char(k) != ',' && !d.finite(k) && d.toks[k].kind != openToken; k++ {
		}
		if k+4 >= hi || d.char(k) != ',' || d.toks[k].kind != punctToken || !d.isOf(k+1, &whileWords) || !d.opensSubject(k+2, hi) || !d.saidOn(k+2, d.dropMarks(k+2, hi)) || d.attributedWithin(start, k, hi) {
			continue
		}
		b := *a
		b.rule, b.speech, b.that, b.negated, b.stance = "attr.E-further", false, false, false, neutralStance
		b.content = []run{{k + 2, d.dropMarks(k+2, hi)}}
		d.addAttribution(b)
	}
}

// opensSubject reports whether a subject and its verb begin at token i, or behind words for where
// or when; not a verb in the perfect, by which the writer tells what was before.
func (d *document) opensSubject(i, hi int) bool {
	if d.toks[i].tag == prepTag {
		if q := d.baseRight(i+1, hi); !q.empty() {
			i = q.end
		}
	}
	p := d.phraseRight(i, hi)
	if p.empty() || d.has(p.head, subjPron) {
		return false
	}
	k := d.pastAdverbs(p.end, hi)
	return k < hi && d.finite(k) && !d.has(k, haveWord)
}
