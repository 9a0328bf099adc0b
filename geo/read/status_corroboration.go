package read

import (
	"slices"

	"contested/geo"
)

// maxCorroboration is how many sentences behind a claim pictures or eyewitnesses
// of the writer's own still bear it out.
const maxCorroboration = 3

// findCorroboration marks claims that pictures, or what the writer has seen,
// bear out: the same thing at the same place, told next without a side.
func (d *document) findCorroboration() {
	for n := range d.drafts {
		y := &d.drafts[n]
		if y.polarity != geo.Affirmed || y.modality != geo.Asserted || len(y.places) == 0 || y.attr == 0 {
			continue
		}
		for k := n - 1; k >= 0 && d.drafts[k].sent >= y.sent-maxCorroboration; k-- {
			x := &d.drafts[k]
			if x.status == geo.NoStatus && x.attr > 0 && x.polarity == geo.Affirmed && group(x.find.typ) == geo.Control && sharePlace(x, y) && (d.filmedByOther(x, y) || d.othersThere(x, y)) {
				x.status = geo.Disputed
				x.why = append(x.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
				continue
			}
			if x.status == geo.NoStatus && x.attr > 0 && x.sent >= y.sent-1 && d.nobodyThere(x) && d.isEvidence(y) && sharePlace(x, y) && d.partyOf(x).Adversary() != geo.UnknownParty {
				x.status = geo.Disputed // "no Russian soldier was left in X"; "video showed two of them there"
				x.why = append(x.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
				continue
			}
			if x.status == geo.NoStatus && x.attr > 0 && x.polarity == geo.Negated && x.modality == geo.Asserted && d.partyOf(x).Adversary() != geo.UnknownParty && d.isEvidence(y) && y.find.typ != geo.Other && x.find.typ != geo.Other && alike(x.find.typ, y.find.typ) && sharePlace(x, y) {
				x.status = geo.Disputed // "was untouched"; "images show two burnt-out bombers there"
				x.why = append(x.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
				continue
			}
			if x.status != geo.NoStatus || x.attr == 0 || x.who.narrator || x.polarity != geo.Affirmed || d.partyOf(x) == geo.Press || !d.concedes(x, y) && !d.attests(x, y) && !d.isEvidence(y) || !sharePlace(x, y) || !alike(x.find.typ, y.find.typ) && !(y.find.typ == geo.Withdrawal && x.find.typ == geo.Captured && d.concedes(x, y)) {
				continue
			}
			if u, v := d.heldBy(x), d.heldBy(y); group(x.find.typ) == geo.Control && u != geo.UnknownParty && v == u.Adversary() && !d.concedes(x, y) {
				x.status = geo.Disputed // pictures of the other side's soldiers
				x.why = append(x.why, geo.Evidence{Rule: "status.contradicted", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
				continue
			}
			x.status = geo.Confirmed
			x.why = append(x.why, geo.Evidence{Rule: "status.borne-out", Span: d.span(y.runs[0].first, y.runs[len(y.runs)-1].end)})
		}
	}
}

// firstNumber is the first number that a claim gives, as it is written.
func (d *document) firstNumber(x *draft) string {
	for _, r := range x.runs {
		for k := r.first; k < r.end; k++ {
			if d.isCount(k) {
				return d.str(k)
			}
		}
	}
	return ""
}

// filmedByOther reports whether y is what pictures of the other side than x's show of who is in
// a place: "footage published by Ukrainian border guards showed them raising a flag".
func (d *document) filmedByOther(x, y *draft) bool {
	side := d.partyOf(x).Adversary()
	if side == geo.UnknownParty || !d.isEvidence(y) || event(y.find.typ) == geo.Attack && y.find.typ != geo.Other {
		return false
	}
	src := d.attrs[y.attr-1].source
	by := src.first
	for by < src.end && !d.isOf(by, &byOrFrom) {
		by++
	}
	return slices.ContainsFunc(d.partiesIn(by, src.end), func(h partyHit) bool { return h.entry.party == side })
}

// lookerWords are those who look for themselves on nobody's behalf.
var lookerWords = listOf("mission monitors monitor observers inspectors patrol patrols team teams")

// isEvidence reports whether a claim is what pictures show or the writer saw.
func (d *document) isEvidence(y *draft) bool {
	a := &d.attrs[y.attr-1]
	for k := a.source.first; k < a.source.end; k++ {
		if d.isPicture(k) || d.isAny(k, "satellite", "geolocated") {
			return d.partyOf(y) == geo.Press
		}
	}
	return (d.partyOf(y) == geo.Press || d.partyOf(y) == geo.International || d.anyOf(a.source.first, a.source.end, &lookerWords)) && a.verb > 0 && d.isAny(a.verb, "saw", "seen", "visited", "counted", "found", "watched")
}
