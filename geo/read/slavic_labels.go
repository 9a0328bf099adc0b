package read

import "strings"

// declaringStems begin verbs by which somebody says, beside those of calling, what a place is by now.
var declaringStems = []string{"счита", "вважа", "оголо", "объяв", "провозгла", "проголо", "величає", "имену", "імену"}

// labels reads what somebody calls or holds a place to be: "Минобороны называет N «освобождённым»", "вважають M
// своїм". The verb is token i.
func (s *slavic) labels(i, lo, hi int) (attribution, bool) {
	const near, gap = 4, 3 // tokens to the place, and from it to what it is called
	d := s.d
	if w := s.x.str(d, i); !startsWithAny(w, placingStems) && !startsWithAny(w, declaringStems) {
		return attribution{}, false
	}
	at := i + 1
	for at < hi && at < i+near && !s.placeAt(at) && !s.edge(at) {
		at++
	}
	if at >= hi || at == i+near || !s.placeAt(at) || s.x.is(at-1, slavicIn|slavicAgainst|slavicAbout) {
		return s.calledSo(i, lo, hi)
	}
	k := d.mentionIndex(at)
	if k >= len(d.mentions) || d.mentions[k].first > at {
		return attribution{}, false
	}
	is := d.mentions[k].end
	for end := min(hi, is+gap); is < end && !(s.instrumental(is) && (s.typedVerb(is) || d.isOf(is, &asWhose))); is++ {
		if s.finite(is) || s.x.is(is, slavicIn|slavicAbout|slavicAgainst) {
			return attribution{}, false
		}
	}
	if is >= min(hi, d.mentions[k].end+gap) {
		return attribution{}, false
	}
	p := s.clauseSubject(i, lo)
	if p.empty() {
		return attribution{}, false
	}
	end := is + 1
	for end < hi && (!d.isOf(is, &asWhose) || s.instrumental(end)) && (d.toks[end].kind == closeToken || !s.edge(end)) {
		end++
	}
	return attribution{rule: "attr.F-name", cue: run{i, i + 1}, verb: i, stance: claimStance, source: p, subject: p, content: []run{{i + 1, end}}, speech: true}, true
}

// asWhose say whose a place is held to be.
var asWhose = listOf("своїм своєю своими своїми своим своей нашим нашей нашою російським російською российским российской українським українською украинским украинской")

// instrumental reports whether the word at token i has an ending of the instrumental: what something is called.
func (s *slavic) instrumental(i int) bool {
	w := s.x.str(s.d, i)
	for _, e := range [...]string{"ым", "им", "ом", "ем", "єм", "їм", "ой", "ою", "ею", "єю", "ей", "ими", "ыми", "їми"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// calledSo reads what somebody calls what goes on at a place, in quotation marks: "Командование называет бои к северу
// от N «прорывом»". The verb is token i.
func (s *slavic) calledSo(i, lo, hi int) (attribution, bool) {
	const far = 12 // tokens to the quotation
	d := s.d
	open := i + 1
	for open < hi && open < i+far && d.toks[open].kind != openToken && !s.edge(open) {
		open++
	}
	if open >= hi || open < i+2 || d.toks[open].kind != openToken || open+1 >= hi || !s.typed(i+1, open) || !d.anyPlace([]run{{i + 1, open}}) {
		return attribution{}, false
	}
	last := d.quotes[d.toks[open].quote-1].last
	for k := i + 1; k < min(last, hi); k++ {
		if s.x.is(k, slavicSaying|slavicVerdict) || s.x.is(k, slavicThat) {
			return attribution{}, false // "назвал сообщения о взятии N «сказкой»"
		}
	}
	if last >= hi || !s.instrumental(open+1) && !s.instrumental(last-1) {
		return attribution{}, false
	}
	p := s.clauseSubject(i, lo)
	if p.empty() {
		return attribution{}, false
	}
	return attribution{rule: "attr.F-name", cue: run{i, i + 1}, verb: i, stance: claimStance, source: p, subject: p, content: []run{{i + 1, last + 1}}, speech: true}, true
}
