package read

import (
	"slices"

	"contested/geo"
)

// ofArticle gives a status to the claims that the article reports; a verdict, to those
// that it checks: what was said before it comes to findings of its own, and the same
// where it is said again.
func (c *checking) ofArticle() {
	d, s := c.d, c.sent
	found := s
	if c.status == geo.Disputed {
		found = d.firstFinding(s)
	}
	type saying struct { // what a side says of a place
		party geo.Party
		place geo.PlaceID
		event geo.ClaimType
	}
	checked := map[saying]bool{}
	ahead := c.status != geo.Unverified || c.next == 0 || c.ofWholeText()
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.sent > s && !ahead {
			break // "The battlefield reports could not be verified", amid the article: those before it
		}
		party := d.partyOf(x)
		if x.attr == 0 || x.who.narrator || x.polarity != geo.Affirmed || party == d.article.Publisher.Party {
			continue
		}
		of := func(p geo.PlaceRef) saying { return saying{party, p.Place, event(x.find.typ)} }
		again := func(p geo.PlaceRef) bool { return checked[of(p)] }
		if c.status != geo.Disputed || found == s || x.sent < found || slices.ContainsFunc(x.places, again) {
			for _, p := range x.places {
				checked[of(p)] = true
			}
			c.give(k)
		}
	}
}

var verdictNouns = listOf("verdict rating conclusion ruling judgment judgement bottom")

// ofVerdict reports whether sentence s is hardly more than the verdict of a fact check, by the
// word that labels it: "Our rating: false."
func (d *document) ofVerdict(s int) bool {
	const short, near = 7, 5 // tokens
	st := &d.sents[s]
	if st.end-st.first > short {
		return false
	}
	first := max(d.blocks[st.block].first, st.first-near)
	return d.anyOf(first, st.end, &verdictNouns)
}

// ofWholeText reports whether the sentence speaks of the article as a whole, "the claims in this
// report".
func (c *checking) ofWholeText() bool {
	d := c.d
	for k := d.sents[c.sent].first; k+1 < d.sents[c.sent].end; k++ {
		if d.is(k, "this") && d.isOf(k+1, &editionWords) {
			return true
		}
	}
	return false
}

// firstFinding is the sentence before s in which the article first tells of something
// itself, behind what it reports; s where it never does.
func (d *document) firstFinding(s int) int {
	reported := false
	for k := range d.drafts {
		x := &d.drafts[k]
		if x.sent >= s {
			break
		}
		own := x.attr == 0 || x.who.narrator || d.partyOf(x) == d.article.Publisher.Party
		if own && reported {
			return x.sent
		}
		reported = reported || !own
	}
	return s
}

// ofBothAhead gives the status to what the two sides say in the next sentences, where both do:
// "Kyiv and Moscow traded blame for the shelling. Russia said that C; Ukraine said that D."
func (c *checking) ofBothAhead() {
	const far = 2 // sentences
	d := c.d
	end, heard := c.next, map[geo.Party]bool{}
	for end < len(d.drafts) && d.drafts[end].sent <= c.sent+far {
		if x := &d.drafts[end]; x.attr > 0 && !x.who.narrator && x.modality != geo.Demand {
			heard[d.partyOf(x)] = true
		}
		end++
	}
	if !heard[geo.Russia] || !heard[geo.Ukraine] {
		return
	}
	for k := c.next; k < end; k++ {
		if x := &d.drafts[k]; x.attr > 0 && x.polarity == geo.Affirmed && d.partyOf(x).Adversary() != geo.UnknownParty {
			c.give(k)
		}
	}
}
