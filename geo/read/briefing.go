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
	if !titled && !d.anyOf(p.first, p.end, &brieferRoles) || d.lean(p) != geo.UnknownParty {
		return false
	}
	press := d.pressed()
	switch k := press.house; {
	case !press.asks:
		return false
	case k > 0:
		return e.set(d, geo.UnitedStates, geo.Government, wStance, "party.briefing", k, k+1, "")
	}
	return titled && d.toks[b.first].caps == upperCase && e.set(d, geo.UnitedStates, geo.Government, wName, "party.briefing", p.first, p.end, "")
}

// pressBriefing is what a text shows of a briefing, looked for once: every label may ask for it.
type pressBriefing struct {
	known bool
	asks  bool // lines of the text ask as the press does, by their labels
	house int  // the token that tells of an American department, 0 for none
}

// pressed looks whether a text is that of a briefing.
func (d *document) pressed() *pressBriefing {
	press := &d.press
	if press.known {
		return press
	}
	press.known = true
	for k := range d.blocks {
		if b := &d.blocks[k]; b.kind == speech && d.isOf(b.first, &askerLabels) {
			press.asks = true
			break
		}
	}
	if !press.asks {
		return press
	}
	for _, i := range d.capitals {
		k := int(i)
		if d.is(k, "secretary") && d.isAny(k-1, "the", "deputy") && !d.is(k+1, "general") && d.kindAt(k+1) != hyphenToken && d.blocks[d.sents[d.toks[k].sent].block].kind == speech || d.is(k, "department") && d.is(k-1, "state") {
			press.house = k
			break
		}
	}
	return press
}
