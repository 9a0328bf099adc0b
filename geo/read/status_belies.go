package read

import (
	"slices"

	"contested/geo"
)

// What shows a claim not to hold without a word about it: presence, open roads, a line
// that runs elsewhere.

var (
	usWords       = listOf("we our us i my me")
	presenceWords = listOf("here there inside still remain remains")
)

// present reports whether y says that those who speak are or have just been where x says
// that the other side has taken over: "We are here, come and see.", "I left forty loaves
// in X this morning."
func (d *document) present(x, y *draft) bool {
	switch x.find.typ {
	case geo.Captured, geo.Control, geo.Encircled, geo.Withdrawal:
	default:
		return false
	}
	if x.polarity != geo.Affirmed || y.polarity != geo.Affirmed || y.modality != geo.Asserted || y.sent-x.sent > farRetort {
		return false
	}
	if y.find.weight > 0 && !onTheGround(y.find.typ) && y.find.typ != geo.Other {
		return false
	}
	side := d.partyOf(x)
	if side.Adversary() == geo.UnknownParty || y.attr == 0 || !d.hasOf(y.runs, &usWords) {
		return false
	}
	switch d.partyOf(y) {
	case side.Adversary():
		return d.hasOf(y.runs, &presenceWords) || y.given || d.ofMovement(y)
	case geo.Civilians, geo.UnknownParty:
		return d.attrs[y.attr-1].speech && (d.hasOf(y.runs, &presenceWords) || y.given)
	}
	return false
}

var moveWords = listOf("drove drive came come went go walked walk rode ride passed pass arrived travelled traveled returned")

// ofMovement reports whether somebody tells in y how he got about: "I drove in this morning".
func (d *document) ofMovement(y *draft) bool { return d.hasOf(y.runs, &moveWords) }

// Words for what goes on where it could not if a place were cut off or destroyed.
var (
	wayWords    = listOf("road roads route routes highway motorway track railway line bridge crossing corridor supplies supply train trains bus buses lorries trucks traffic convoy convoys bread cars ambulances minibuses rotation rotations passage")
	openWords   = listOf("leaving departing departed timetable open passable normal running runs ran moving arrive arrives arrived arriving coming came reached reaching crossing crosses crossed flowing usual drive drives drove driving through deliver delivered delivering used uninterrupted")
	unhurtWords = listOf("intact undamaged unharmed unscathed untouched")
	soundWords  = listOf("intact undamaged unharmed unscathed untouched standing stands working works operating operates operational usable whole functioning functions usual")
)

// belies reports whether what y tells shows x not to hold, without a word about it: roads
// that are open into a town that is said to be cut off, a bridge said to be destroyed
// that cars cross.
func (d *document) belies(x, y *draft) bool {
	if x.polarity != geo.Affirmed || y.polarity != geo.Affirmed || y.modality != geo.Asserted || y.sent < x.sent {
		return false
	}
	switch x.find.typ {
	case geo.Captured, geo.Control, geo.Advance:
		return d.nofurther(y)
	case geo.Encircled:
		return y.find.typ != geo.Attack && d.hasOf(y.runs, &openWords) && (d.hasOf(y.runs, &wayWords) || d.ofTheSame(x, y))
	case geo.Damage:
		return y.find.typ != geo.Attack && (d.hasOf(y.runs, &soundWords) || d.hasOf(y.runs, &openWords) && (d.hasOf(y.runs, &wayWords) || d.ofTheSame(x, y)))
	}
	return false
}

// nofurther reports whether y says how far somebody has come when it was not all the way:
// "are at the cemetery of X and no further", "not a street beyond".
func (d *document) nofurther(y *draft) bool {
	const far = 4 // tokens
	for _, r := range y.runs {
		for i := r.first; i+1 < r.end; i++ {
			if d.is(i, "short") && d.is(i+1, "of") && d.isAny(i-1, "kilometres", "kilometers", "km", "metres", "meters", "miles", "well", "far", "just") {
				return true // "shows a flag four kilometres short of the village"
			}
			if !d.isAny(i, "no", "not") {
				continue
			}
			for k := i + 1; k < min(r.end, i+far); k++ {
				if d.isAny(k, "further", "farther", "beyond", "closer", "nearer") {
					return true
				}
			}
		}
	}
	return false
}

// ofTheSame reports whether y takes up with "it" the road or bridge that x told of just
// before: "the bridge was gone; drivers said they had crossed it".
func (d *document) ofTheSame(x, y *draft) bool {
	if y.sent-x.sent > 1 || !d.hasOf(x.runs, &wayWords) {
		return false
	}
	return slices.ContainsFunc(y.runs, func(r run) bool {
		for i := r.first; i < r.end; i++ {
			if d.isOf(i, &itOrThem) {
				return true
			}
		}
		return false
	})
}

var sinceWords = listOf("earlier before ago previously")

// tellsAge reports whether tokens [i, end) say that what pictures show was so long before:
// "the basin empty eleven weeks earlier".
func (d *document) tellsAge(i, end int) bool {
	for ; i < end; i++ {
		if d.isOf(i, &sinceWords) && d.isAny(i-1, "weeks", "months", "years", "days", "week", "month", "year", "long") {
			return true
		}
	}
	return false
}

// troopWords are who is in a place when its side is.
var troopWords = listOf("soldiers troops forces infantry infantrymen servicemen flag positions armour armor tanks vehicles unit units marines paratroopers guards fighters men")

// othersThere reports whether y, what pictures show, has soldiers of the side against the one
// that x gives the place to, and nobody else: "geolocated footage shows Ukrainian infantry in
// the centre of the village".
func (d *document) othersThere(x, y *draft) bool {
	side := d.partyOf(x).Adversary()
	if side == geo.UnknownParty || group(x.find.typ) != geo.Control || !d.isEvidence(y) || y.find.typ == geo.Casualties || y.find.typ == geo.Damage {
		return false
	}
	there := false
	for _, r := range y.runs {
		for _, h := range d.partiesIn(r.first, r.end) {
			if h.entry.party == side.Adversary() {
				return false
			}
			there = there || h.entry.party == side && d.anyOf(h.end, min(r.end, h.end+2), &troopWords)
		}
	}
	return there
}
