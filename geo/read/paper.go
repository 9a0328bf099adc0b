package read

import "contested/geo"

// Papers are what bodies put out in writing. A text tells of one by its author once
// and then by itself: "the document", "the same bulletin".
var writtenWords = listOf("document documents statement statements report reports bulletin bulletins briefing briefings communique communiqué summary summaries roundup note text update digest assessment memo memorandum letter readout dispatch analysis")

// isPaper reports whether a phrase calls a paper that a text has told of: "the document",
// "that same bulletin", not "the document on X".
func (d *document) isPaper(p np) bool {
	return d.isOf(p.head, &writtenWords) && p.end == p.head+1 && p.end-p.first <= 3 && (p.end-p.first < 3 || d.is(p.head-1, "same")) && d.isAny(p.first, "the", "this", "that")
}

// paperOf is 1 + whose paper the phrase p means, 0 for none: of the actors that a paper was told of,
// that whose paper was called by the same word last, else the last one.
func (d *document) paperOf(p np) int {
	if !d.isPaper(p) {
		return 0
	}
	last := 0
	for _, k := range d.lately(new([maxRecent]int)) {
		o := &d.actors[k-1]
		if o.paper == 0 || o.party == geo.UnknownParty {
			continue
		}
		if o.paper == d.toks[p.head].word {
			return k
		}
		if last == 0 {
			last = k
		}
	}
	return last
}

// putOut notes that the subject of a sentence, the actor k, puts out a paper: "The ministry published its
// weekly report on Friday".
func (d *document) putOut(k int, p np, end int) {
	const far = 6 // tokens
	if v := d.pastAdverbs(p.end, end); v < end && d.isOf(v, &putsOutWords) {
		for m := v + 1; m < min(end, v+far); m++ {
			if d.isOf(m, &writtenWords) {
				d.actors[k-1].paper = d.toks[m].word
				return
			}
		}
	}
}
