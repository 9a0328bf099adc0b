package read

import "contested/geo"

var (
	tracingWords  = listOf("geolocated geolocate geolocates traced trace traces matched match matches pinpointed placed located compared")
	tracedTo      = listOf("to in at near on with between as")
	standingWords = listOf("stands stood lies lay is are was were belongs belong match matches")
	seenThings    = listOf("building buildings house houses bridge silo silos tower towers church school station roof street road crossing square scene place spot location site sign fence wall hangar factory plant depot monument statue mosque hill river sea background coordinates elevator column pylon pylons stele")
	tracingSet    = setOf(&tracingWords)
)

// farPicture is how many sentences before it a picture may be named that a sentence is about.
const farPicture = 2

// aboutPicture reports whether sentence s, or one of those right before it, speaks of a picture.
func (d *document) aboutPicture(s int) bool {
	for n := s; n >= max(0, s-farPicture); n-- {
		st := &d.sents[n]
		if st.classes&docWord == 0 {
			continue
		}
		if d.hasPicture(st.first, st.end) {
			return true
		}
	}
	return false
}

// provenance is what the clause x of sentence s finds out of where a picture was made, or of
// where what it shows stands:
//
//	"We geolocated the column to the road between X and Y", "The building with the green roof
//	stands in X, not in Y"
func (d *document) provenance(x run, s int) finding {
	if !d.lacks(x.first, x.end, &tracingSet) {
		for k := x.first; k < x.end; k++ {
			if !d.isOf(k, &tracingWords) || d.toks[k].tag != verbTag && d.toks[k].tag != partTag && d.toks[k].tag != baseTag {
				continue
			}
			if !d.isAny(k, "geolocated", "geolocate", "geolocates") && !d.aboutPicture(s) {
				continue
			}
			for m := k + 1; m+1 < x.end; m++ {
				if d.isOf(m, &tracedTo) && len(d.mentionsIn(m, x.end)) > 0 {
					return finding{typ: geo.Other, weight: 84, first: k, end: k + 1}
				}
			}
		}
	}
	if !d.aboutPicture(s) {
		return finding{}
	}
	seen := false // what a picture shows, as the subject
	for k := x.first; k+2 < x.end; k++ {
		if d.finite(k) {
			if seen && d.isOf(k, &standingWords) && d.atPlace(k+1, x.end) {
				return finding{typ: geo.Other, weight: 64, first: k, end: k + 1}
			}
			return finding{}
		}
		seen = seen || d.isOf(k, &seenThings) || d.isPicture(k) || k == x.first && d.isAny(k, "it", "they", "this", "these", "both")
		if d.toks[k].tag == thatTag || d.toks[k].tag == subTag {
			return finding{}
		}
	}
	return finding{}
}

// madeElsewhere makes the claim of sentence s that a picture, of which somebody else's words stand
// in between, was made somewhere: "The photo that accounts say shows C was in fact taken in X".
func (r *Reader) madeElsewhere(d *document, s int) {
	st := &d.sents[s]
	if st.classes&docWord == 0 {
		return
	}
	n := d.attributionFrom(func(a *attribution) bool { return a.cue.first >= st.first })
	for ; n < d.ordered && d.attrs[n].cue.first < st.end; n++ {
		a := &d.attrs[n]
		if !a.used || a.stance != showStance && a.rule != "attr.C-purport" && a.rule != "attr.C-extracted" && a.rule != "attr.F-passive" {
			continue
		}
		k := a.content[len(a.content)-1].end
		if k+3 >= st.end || d.toks[k].sent != int32(s) {
			continue
		}
		if d.char(k) == ',' {
			k++
		}
		end := d.dropMarks(k, st.end)
		for m := k + 1; m < end; m++ { // up to the next clause
			if d.char(m) == ',' || d.char(m) == ';' || d.toks[m].tag == coordTag && d.hasFinite(m, end) {
				end = m
			}
		}
		p := d.baseRight(st.first, k)
		if p.empty() || !d.isPicture(p.head) && !d.isOf(p.head, &postHeads) || !d.madeThere(k, end) {
			continue
		}
		x := run{k, end}
		c := draft{runs: []run{{p.first, p.end}, x}, sent: s, who: speaker{narrator: true}, find: finding{typ: geo.Other, weight: 84, first: k, end: k + 1}}
		d.placeClaim(r, &c, nil)
		if !c.given {
			continue
		}
		d.judgeMood(&c, nil)
		c.why = append(c.why, geo.Evidence{Rule: "source.narrator"})
		d.drafts = append(d.drafts, c)
		return
	}
}

// madeThere reports whether the predicate at tokens [k, end) says where a picture comes from.
func (d *document) madeThere(k, end int) bool {
	const far = 5 // tokens
	if !d.finite(k) || d.lacks(k, end, &originSet) && !d.has(k, beWord) {
		return false
	}
	for m := k; m < min(end, k+far); m++ {
		if d.isOf(m, &madeWords) || d.isOf(m, &originVerbs) || d.is(m, "from") && d.has(k, beWord) {
			return len(d.mentionsIn(m, end)) > 0
		}
	}
	return false
}

// atPlace reports whether what follows token k soon says in which place something is: "in X",
// "on a hill near Y".
func (d *document) atPlace(k, end int) bool {
	const far = 9 // tokens
	for m := k; m+1 < end && m < k+far && !d.endsClause(m); m++ {
		if d.isAny(m, "in", "at", "near", "to", "outside") && d.toks[m].tag == prepTag {
			if n := d.mentionIndex(m + 1); n < len(d.mentions) && d.mentions[n].first <= m+4 && d.mentions[n].end <= end && d.isSpot(&d.mentions[n]) {
				return true
			}
		}
		if d.finite(m) {
			return false
		}
	}
	return false
}
