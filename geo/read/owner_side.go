package read

import (
	"slices"
	"strings"

	"contested/geo"
)

// byOwner: a spokesman is of the side of whose he is.
func (r *Reader) byOwner(d *document, e *actor, p np) bool {
	if r.byGroup(d, e, p) || d.byPeer(e, p) {
		return true
	}
	if d.ownedBy(p) == notOwned || d.has(p.head, witnessWord) && !d.has(p.head, roleWord|orgWord) {
		return false
	}
	o, at := r.owner(d, p)
	if o == nil || o.party == geo.Civilians && d.has(p.first, possWord) && d.classOf(p.head, geo.UnknownClass) == geo.Military {
		return false // "his commander": of a soldier of whose army the text says nothing
	}
	if side := d.lean(p); e.named && side != geo.UnknownParty && o.party == side.Adversary() {
		return false
	}
	e.human = e.human || o.class == geo.Witness && !e.body
	class := o.class
	if !d.partitive(p.first) && o.class != geo.Analyst && o.class != geo.Media && o.class != geo.Organisation {
		class = d.classOf(p.head, o.class)
	}
	return e.set(d, o.party, class, min(o.weight, wEarlier), "party.owner", at.first, at.end, o.name)
}

// turnWords count speakers of a kind, one after the other.
var turnWords = listOf("second third fourth fifth sixth seventh")

// byPeer: "another", "a second", "a third diplomat" is one of those of whom the last one
// who spoke is: "said a drone pilot. 'Q,' added another".
func (d *document) byPeer(e *actor, p np) bool {
	const near = 3 // sentences
	noun := p.first + 1
	switch {
	case d.is(p.first, "another"):
	case d.isOf(p.first, &theOrA) && d.isOf(p.first+1, &turnWords):
		noun++
	default:
		return false
	}
	if p.end > noun+1 || p.end == noun+1 && p.head != noun || p.end == noun && d.is(p.first, "the") {
		return false
	}
	s := d.toks[p.first].sent
	for _, k := range d.lately(new([maxRecent]int)) {
		o := &d.actors[k-1]
		if o.last >= p.first || d.toks[o.last].sent < s-near {
			continue
		}
		if p.end > noun && !slices.Contains(o.heads, d.toks[noun].word) && !(d.isOf(noun, &captiveHeads) && d.isCaptive(o)) {
			continue
		}
		if !o.human || o.plural || o.party == geo.UnknownParty || o.class == geo.Media && !o.named {
			if p.end > noun || o.plural {
				return false
			}
			continue
		}
		e.human = true
		return e.set(d, o.party, o.class, min(o.weight, wEarlier), "party.owner", o.last, o.last+1, o.name)
	}
	return false
}

// isCaptive reports whether a person has been called a prisoner.
func (d *document) isCaptive(o *actor) bool {
	return slices.ContainsFunc(o.heads, func(h int32) bool { return slices.Contains(captiveHeads.words, d.lex.entries[h].text) })
}

// maxGroups is how many speakers back "one of the bloggers" may reach.
const maxGroups = 40

// byGroup: "one of the bloggers, X" is of the side of the bloggers named before.
func (r *Reader) byGroup(d *document, e *actor, p np) bool {
	k := p.first + 2
	if k+1 >= p.end || !d.partitive(p.first) || !d.is(k-1, "of") || !d.isAny(k, "the", "these", "those") || d.toks[k+1].tag != nounTag {
		return false
	}
	for k+2 < p.end && d.toks[k+2].tag == nounTag {
		k++
	}
	word := d.toks[k+1].word
	s := int(d.toks[p.first].sent)
	for n := len(d.actors) - 1; n >= 0 && n >= len(d.actors)-maxGroups; n-- {
		o := &d.actors[n]
		if o.plural && o.last < p.first && o.party != geo.UnknownParty && slices.Contains(o.heads, word) {
			return e.set(d, o.party, o.class, min(o.weight, wEarlier), "party.owner", o.last, o.last+1, o.name)
		}
	}
	for n := s; n >= 0 && n >= s-maxOwnerGap; n-- {
		for _, h := range d.parties[d.partyAt[n]:d.partyAt[n+1]] {
			if h.end <= p.first && h.entry.kind == demonymKind && d.nounAfter(h.end, word) {
				return e.set(d, h.entry.party, e.class, wEarlier, "party.owner", h.first, h.end, d.nameOfHit(&h))
			}
		}
	}
	return false
}

// nounAfter reports whether the noun is the head of the words from token i on:
// "military bloggers" behind "Russian".
func (d *document) nounAfter(i int, noun int32) bool {
	for k := i; k < len(d.toks) && k < i+3; k++ {
		if d.toks[k].word == noun {
			return true
		}
		if d.toks[k].tag != adjTag && d.toks[k].tag != nounTag {
			return false
		}
	}
	return false
}

// byPossessor: "Front Pulse's administrator", "the brigade's spokesman": of the
// side of the one before the possessive, whom the text has told of before.
func (r *Reader) byPossessor(d *document, e *actor, p np) bool {
	at := -1
	for k := p.first + 1; k < p.end-1; k++ {
		if d.toks[k].tag == possTag && d.toks[k-1].tag == nameTag {
			at = k
		}
	}
	if at < 0 || d.has(p.head, witnessWord) && !d.has(p.head, roleWord|orgWord) {
		return false
	}
	q := np{p.first, at, at - 1}
	o := actor{name: d.nameOf(q), named: true}
	o.key = keyOf(o.name)
	if k := d.byKey[o.key]; k > 0 && d.actors[k-1].party != geo.UnknownParty {
		o = d.actors[k-1]
	} else if !r.introduced(d, &o, q) {
		return false
	}
	class := o.class
	if class != geo.Media && class != geo.Analyst && class != geo.Organisation {
		class = d.classOf(p.head, class)
	}
	return e.set(d, o.party, class, wStance, "party.possessor", p.first, at, o.name)
}

// byInner: "sources at the ministry", "an official in the brigade": of the body that they
// are in, if the text has named it before.
func (r *Reader) byInner(d *document, e *actor, p np) bool {
	if e.named || !d.has(p.head, roleWord|witnessWord|rankWord) && !d.isOf(p.head, &sourceHeads) {
		return false
	}
	for k := p.head + 1; k+2 < p.end; k++ {
		if d.isAny(k, "at", "in", "within", "inside", "from", "with") && d.is(k+1, "the") {
			q := d.baseRight(k+1, p.end)
			return !q.empty() && q.end-q.first == 2 && q.end == p.end && d.tagAt(p.end) != relTag && r.byName(d, e, q)
		}
	}
	return false
}

// byName: "the agency", "the army's press centre": the body that was named before
// with that word.
func (r *Reader) byName(d *document, e *actor, p np) bool {
	if !d.is(p.first, "the") || p.end-p.first > 5 {
		return false
	}
	word := p.head
	for k := p.first; k < p.end; k++ {
		if d.toks[k].tag == possTag {
			word = k - 1
			break
		}
	}
	if word > p.first+2 || d.toks[word].caps != lowerCase && !d.is(word, "mod") || !d.has(word, orgWord|unitWord) || d.isAny(word, "side", "office", "service", "police", "city", "party") {
		return false
	}
	last := int(d.toks[p.first].sent)
	for s := last; s >= 0 && s >= last-8; s-- {
		list := d.parties[d.partyAt[s]:d.partyAt[s+1]]
		for n := len(list) - 1; n >= 0 && n >= len(list)-maxSides; n-- {
			h := &list[n]
			if h.end > p.first || h.entry.kind != bodyKind && h.entry.kind != unitKind && h.entry.kind != demonymKind {
				continue
			}
			for k := max(h.first, h.end-4); k < min(h.end+2, len(d.toks)); k++ {
				if h.entry.kind == demonymKind && k < h.end || !strings.EqualFold(d.str(k), d.str(word)) || d.toks[k].caps == lowerCase && h.entry.kind == bodyKind {
					continue
				}
				class := h.entry.class
				if word == p.head || class == geo.UnknownClass {
					class = d.classOf(word, class)
				}
				return e.set(d, h.entry.party, class, wUnit, "party.named-before", h.first, k+1, d.nameOfHit(h))
			}
		}
	}
	// "the agency" after "the IAEA has a team"
	for n := len(d.subjects) - 1; n >= 0 && d.subjects[n].sent >= last-maxOwnerGap; n-- {
		if x := &d.subjects[n]; x.phrase.end <= p.first && x.who.body && d.fitsBody(&x.who, word) {
			return e.set(d, x.who.party, x.who.class, wUnit, "party.named-before", x.phrase.first, x.phrase.end, x.who.name)
		}
	}
	return false
}
