package read

import "contested/geo"

// hearsayNouns are what goes round without anybody who answers for it.
var hearsayNouns = listOf("report reports rumour rumours rumor rumors allegation allegations suggestions speculation claims")

var uncheckedWords = listOf("verify verified confirm confirmed corroborate corroborated substantiate substantiated check checked")

// isHearsay reports whether the text tells how it stands with a report that is nobody's: p is its
// phrase, v the verb that governs it (or −1), k the token behind what it says. "could not verify
// reports that C", "There are rumours that C", "Reports in January that C were later confirmed".
func (d *document) isHearsay(p np, v, k, lo, hi int) bool {
	if p.empty() || !d.isOf(p.head, &hearsayNouns) || d.isOf(p.first, &pointersAhead) || d.has(p.first, possWord) {
		return false
	}
	if v >= 0 {
		g := d.verbGroupAt(v, lo)
		return !g.passive && d.isOf(v, &uncheckedWords) && (g.negated || g.infinitive && d.notAble(g.first-1, lo))
	}
	if b := d.backOverAdverbs(p.first-1, lo); b > lo && d.has(b, beWord) && d.is(d.backOverAdverbs(b-1, lo), "there") || b == lo && d.kindAt(b) == cliticToken && d.is(b-1, "there") {
		return true
	}
	if p.first > lo+1 && d.char(p.first-1) != ',' || p.first == lo+1 && d.toks[lo].tag == prepTag {
		return false
	}
	k = d.pastAside(k, hi)
	return k < hi && (d.toks[k].tag == auxTag || d.toks[k].tag == verbTag)
}

// backOverAdverbs steps from token k back over adverbs.
func (d *document) backOverAdverbs(k, lo int) int {
	for k > lo && d.toks[k].tag == advTag {
		k--
	}
	return k
}

// goRound makes the claims of reports that are nobody's their own: who made them is not known.
func (d *document) goRound() {
	if d.article.Publisher.Party != geo.Press {
		return // a side tells of rumours to deny them
	}
	for n := range d.attrs {
		a := &d.attrs[n]
		if !a.hearsay || !a.source.empty() || a.who.actor > 0 || a.who.narrator || a.negated || a.inner {
			continue
		}
		if a.parent != 0 {
			if b := &d.attrs[a.parent-1]; !b.block || b.who.actor > 0 && d.actors[b.who.actor-1].class != geo.Media {
				continue // what somebody says of reports is theirs
			}
		}
		p := d.baseLeft(a.cue.first, d.sents[d.toks[a.cue.first].sent].first)
		if p.empty() {
			continue
		}
		a.source, a.subject, a.weak = p, p, false
		a.cue = run{p.head, p.head + 1}
		e := actor{key: "report", name: d.nameOf(p), body: true, last: p.first}
		e.set(d, geo.UnknownParty, geo.UnknownClass, wOwnWords, "party.hearsay", p.first, p.end, "")
		a.who = speaker{actor: d.addActor(e), weight: e.weight, why: e.why}
	}
}
