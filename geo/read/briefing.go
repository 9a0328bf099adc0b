package read

import "contested/geo"

var (
	askerLabels   = listOf("question questions q reporter reporters press journalist media")
	brieferTitles = listOf("mr mrs ms miss")
	brieferRoles  = listOf("spokesman spokeswoman spokesperson secretary official briefer")
)

// briefs gives whoever answers the questions of the press at a briefing the side whose house it is:
// "MS. HALL:" among lines of "QUESTION:" is the way of the American departments, whose
// minister is "the Secretary".
func (d *document) briefs(e *actor, p np) bool {
	b := &d.blocks[d.sents[d.toks[p.first].sent].block]
	titled := d.isOf(b.first, &brieferTitles)
	if !titled && !d.anyOf(p.first, p.end, &brieferRoles) || d.lean(p) != geo.UnknownParty || !d.questioned() {
		return false
	}
	for _, i := range d.capitals {
		k := int(i)
		if d.is(k, "secretary") && d.isAny(k-1, "the", "deputy") && !d.is(k+1, "general") && d.kindAt(k+1) != hyphenToken && d.blocks[d.sents[d.toks[k].sent].block].kind == speech || d.is(k, "department") && d.is(k-1, "state") {
			return e.set(d, geo.UnitedStates, geo.Government, wStance, "party.briefing", k, k+1, "")
		}
	}
	if titled && d.toks[b.first].caps == upperCase {
		return e.set(d, geo.UnitedStates, geo.Government, wName, "party.briefing", p.first, p.end, "")
	}
	return false
}

// questioned reports whether lines of the text ask as the press does, by their labels.
func (d *document) questioned() bool {
	for k := range d.blocks {
		if b := &d.blocks[k]; b.kind == speech && d.isOf(b.first, &askerLabels) {
			return true
		}
	}
	return false
}
