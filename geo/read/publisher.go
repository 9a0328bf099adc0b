package read

import (
	"strings"

	"contested/geo"
)

// publishes gives a speaker who is called as the publisher is, or as whoever the text says
// that it was prepared by, the publisher's side.
func (d *document) publishes(e *actor, p np) bool {
	pub := &d.article.Publisher
	if pub.Party == geo.UnknownParty || pub.Party == geo.Press || !d.titled(p) && !d.prepared(p) {
		return false
	}
	e.body, e.human = true, false
	class := d.classOf(p.head, geo.Organisation)
	return e.set(d, pub.Party, class, wTable, "party.publisher", p.first, p.end, pub.Name)
}

// titled reports whether the words of p are the publisher's name.
func (d *document) titled(p np) bool {
	first := p.first
	for first < p.head && d.toks[first].tag == detTag {
		first++
	}
	words := d.text[d.toks[first].start:d.toks[p.end-1].end]
	return p.end-first > 1 && strings.EqualFold(words, d.article.Publisher.Name)
}

var (
	preparedWords = listOf("prepared compiled issued published produced written released")
	preparedSet   = setOf(&preparedWords)
)

// prepared reports whether one of the first sentences says that whoever p names has
// prepared the text: "Prepared by the Kherson office of Harbour Aid".
func (d *document) prepared(p np) bool {
	const early = 4 // sentences
	for s := 0; s < len(d.sents) && s < early; s++ {
		st := &d.sents[s]
		k := d.nextOf(st.first, st.end, &preparedSet)
		if k+2 >= st.end || !d.is(k+1, "by") {
			continue
		}
		for _, i := range d.namesLike(p.head) {
			if int(i) > k && int(i) < st.end && d.word(int(i)-1) == d.word(p.head-1) {
				return true
			}
		}
	}
	return false
}

var (
	aidWords  = listOf("aid relief lifeline assistance humanitarian")
	bodyWords = listOf("network mission alliance initiative fund coalition international group team watch worldwide")
)

// aids reports whether a name is one that relief organisations have: "Harbour Aid", "the
// Riverbank Relief Network".
func (d *document) aids(e *actor, p np) bool {
	k := p.head
	if d.isOf(k, &bodyWords) && k-1 > p.first {
		k--
	}
	if k-1 < p.first || !d.isOf(k, &aidWords) || d.toks[k].tag != nameTag || d.toks[k-1].tag != nameTag || d.has(k-1, demonymWord) {
		return false
	}
	e.body, e.human = true, false
	return e.set(d, geo.International, geo.Organisation, wUnit, "party.charity", p.first, p.end, "")
}
