package read

var (
	deedNouns = listOf("capture fall loss seizure liberation surrender encirclement occupation recapture destruction evacuation abandonment storming shelling bombing bombardment blockade")
	deedSet   = setOf(&deedNouns)
)

// whoseDeed: "Yampil, whose fall the ministry announced on Sunday, …", "X, the capture of which Moscow has
// claimed": what is announced stands in the relative clause and before it.
func (d *document) whoseDeed(a *attribution, l *lemma, lo, hi int) bool {
	if a.subject.empty() || a.negated || l.frames&objectFrame == 0 || a.subject.first-3 <= lo || d.lacks(lo, hi, &deedSet) {
		return false
	}
	p, k := a.subject, a.subject.first-1
	if !d.isOf(k, &deedNouns) && p.end-p.first > 1 && d.isOf(p.first, &deedNouns) {
		k, p.first = p.first, p.first+1 // "whose fall Moscow announced": taken for one name
	}
	first := k - 1
	switch {
	case d.isOf(k, &deedNouns) && d.is(k-1, "whose"):
	case d.is(k, "which") && d.is(k-1, "of") && d.isOf(k-2, &deedNouns):
		if first = k - 2; d.tagAt(first-1) == detTag {
			first--
		}
	default:
		return false
	}
	j := first - 1
	if d.char(j) == ',' {
		j--
	}
	town := d.baseLeft(j, lo)
	if town.empty() {
		return false
	}
	a.source, a.subject, a.rule, a.weak = p, p, "attr.C-extracted", false
	a.content = []run{{town.first, town.end}, {first, k + 1}}
	return true
}
