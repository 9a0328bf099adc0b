package read

import "contested/geo"

// The place of what a clause with "where" tells.

// wherePlace is the mention right before a "where" that opens what is told: "the villages
// of X, where Y says its forces are advancing"; -1 for none.
func (d *document) wherePlace(c *draft, a *attribution, first int) int {
	k := c.runs[0].first
	if a != nil {
		k = min(k, a.cue.first)
		if !a.subject.empty() {
			k = min(k, a.subject.first)
		}
	}
	if k -= 2; k <= first || !d.is(k+1, "where") || d.char(k) != ',' {
		return -1
	}
	n := d.mentionIndex(k) - 1
	if n < 0 || d.mentions[n].end != k || !d.isSpot(&d.mentions[n]) || d.is(d.mentions[n].first-1, "not") {
		return -1
	}
	if m := n - 1; m >= 0 && d.mentions[m].first > first && d.mentions[m].end == d.mentions[n].first-2 && d.char(d.mentions[m].end) == ',' && d.is(d.mentions[n].first-1, "in") && d.isSpot(&d.mentions[m]) {
		return m // "in X, in the region of Y, where": the second only says where the first lies
	}
	return n
}

// wideSpot reports whether mention n names a region: a governor has a whole one, what he
// tells of has a town in it.
func (d *document) wideSpot(r *Reader, n int) bool {
	p, ok := r.gaz.Place(d.mentions[n].Place)
	return ok && p.Kind == geo.Region
}
