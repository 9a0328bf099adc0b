package read

import "contested/geo"

// Who it is said of settles some types: soldiers enter a town and inspectors visit it, towns
// are taken and residents are taken out, a line is held and prisoners are.

var (
	callerWords = listOf("mission missions convoy convoys inspectors inspector monitors monitor volunteers volunteer medics medic ambulance ambulances rescuers rescuer firefighters firefighter journalists journalist reporters reporter correspondents crew crews repairmen engineers engineer electricians minibus minibuses lorries trucks truck aid food water bread supplies bus buses train trains delegation delegations experts expert doctors doctor technicians parcels mail post")
	visitVerbs  = listOf("enter enters entered entering reach reaches reached reaching get gets got visit visits visited return returns returned cross crosses crossed access")
	takeParts   = listOf("taken brought led driven moved carried")
	fromOrOut   = listOf("from out away to")
	captiveHeld = listOf("held kept detained")
	captives    = listOf("prisoner prisoners captive captives hostage hostages detainee detainees pows deportees abductees")
	repelParts  = listOf("thrown driven pushed beaten forced knocked flung sent hurled")
)

// settleWho settles the type of c by who or what its subject is.
func (d *document) settleWho(c *draft) {
	switch f := &c.find; f.typ {
	case geo.Captured:
		if d.isAny(f.first, "taken") || d.isOf(f.end-1, &takeParts) && d.isOf(f.end, &fromOrOut) {
			if v := d.passiveOf(f); v > 0 && d.isOf(v+1, &fromOrOut) && d.civilians(c.partOfFinding().first, v) && !d.soldiers(c.partOfFinding().first, v) {
				f.typ = geo.Evacuation // "74 people, including 19 children, were taken from X"
			}
		}
	case geo.Advance:
		if d.isOf(f.first, &visitVerbs) && d.calls(c.partOfFinding().first, f.first) {
			f.typ = geo.Other // "the mission must enter X through government territory"
			return
		}
		if d.beatenBack(c) {
			f.typ = geo.Defended // "the enemy was thrown back from X"
		}
	case geo.Control:
		if v := d.passiveOf(f); v > 0 && d.isOf(v, &captiveHeld) && d.isAny(v+1, "in", "at", "against", "by", "without", "prisoner", "captive") && d.personsBefore(c.partOfFinding().first, v) {
			f.typ = geo.Other // "thirty residents are being held in X"
		}
	}
}

// passiveOf is the participle in the words of a finding that a form of "be" governs; 0 for
// none.
func (d *document) passiveOf(f *finding) int {
	for k := f.first; k < f.end; k++ {
		if d.toks[k].tag == partTag && (d.has(k-1, beWord) || d.has(k-1, advWord) && d.has(k-2, beWord)) {
			return k
		}
	}
	return 0
}

// calls reports whether the subject among tokens [i, j) is somebody who comes to a place to look,
// to bring or to mend, and no troops are there.
func (d *document) calls(i, j int) bool {
	found := false
	for k := i; k < j; k++ {
		if d.has(k, troopsWord|unitWord|enemyWord|vehicleWord|demonymWord) && !d.isOf(k, &callerWords) || d.isAny(k, "military", "armoured", "armored", "assault") {
			return false
		}
		found = found || d.isOf(k, &callerWords)
	}
	return found
}

// beatenBack reports whether those who in the claim c have been thrown back are not of the side
// that tells of it: attackers, not its own men.
func (d *document) beatenBack(c *draft) bool {
	v := d.passiveOf(&c.find)
	if v == 0 || !d.isOf(v, &repelParts) || !d.isAny(v+1, "back", "off") {
		return false
	}
	for _, h := range d.partiesIn(c.partOfFinding().first, v) {
		if p := h.entry.party; p.Adversary() != geo.UnknownParty {
			return p != d.partyOf(c) && d.partyOf(c).Adversary() != geo.UnknownParty || p == geo.Russia && d.partyOf(c).Adversary() == geo.UnknownParty
		}
	}
	return !d.anyOf(c.partOfFinding().first, v, &usWords)
}

// personsBefore reports whether tokens [i, j) speak of residents or prisoners.
func (d *document) personsBefore(i, j int) bool {
	for k := i; k < j; k++ {
		if d.has(k, peopleWord) || d.isOf(k, &captives) {
			return true
		}
	}
	return false
}
