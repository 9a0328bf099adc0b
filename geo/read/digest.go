package read

import "contested/geo"

// leastParts is how many parts a digest has that are headed by a place.
const leastParts = 2

// findDigest finds who is behind a digest of a day: its first sentences name an
// authority or a staff that reported on a span of time, and its parts are headed by
// districts, communities or directions. What stands in these parts is that
// authority's.
//
//	"Two people were killed over the past day, the regional police reported." …
//	"Lyman district. A house burned down in Yampil."
func (d *document) findDigest() {
	first, parts := -1, 0
	for k := range d.blocks {
		if b := &d.blocks[k]; d.headsPart(b) {
			parts++
			if first < 0 {
				first = k
			}
		}
	}
	if parts < leastParts || first == 0 {
		return
	}
	n := d.leadReport(d.blocks[first].first)
	if n < 0 {
		return
	}
	a := d.attrs[n]
	a.content, a.rule = nil, "attr.J-digest"
	d.attrs = append(d.attrs, a)
	d.issuer, d.digest = len(d.attrs), true
	open := false // below a heading of its own line
	for k := first; k < len(d.blocks); k++ {
		b := &d.blocks[k]
		if d.headsPart(b) {
			open = b.kind == heading
			b.issued = true
		} else {
			b.issued = open
		}
	}
}

// headsPart reports whether a block starts with a line or a short sentence that has
// nothing but a district: "Pokrovskyi district", "Lyman direction.", "Merefa
// community: …".
func (d *document) headsPart(b *block) bool {
	end := b.end
	for k := b.first; k < b.end && k < b.first+6; k++ {
		if d.endsSentence(k) || d.char(k) == ':' && d.toks[k].kind == punctToken {
			end = k
			break
		}
	}
	if end-b.first < 2 || end-b.first > 5 || d.toks[b.first].caps != titleCase || !d.isAny(end-1, "district", "districts", "community", "communities", "direction", "directions", "raion", "sector", "hromada", "axis") {
		return false
	}
	for k := b.first; k < end; k++ {
		if d.finite(k) || d.toks[k].tag == detTag {
			return false
		}
	}
	return true
}

// leadReport is the attribution in the sentences before token limit by which
// somebody reports on a span of time, or -1.
func (d *document) leadReport(limit int) int {
	span := false
	for k := 0; k+1 < limit && !span; k++ {
		span = d.is(k, "overnight") || d.isAny(k, "past", "last", "previous") && (d.isAny(k+1, "day", "night", "week", "24") || d.isAny(k+1, "hours")) || d.is(k, "24") && d.is(k+1, "hours")
	}
	if !span {
		return -1
	}
	for n := range d.attrs {
		a := &d.attrs[n]
		if a.cue.first >= limit {
			break
		}
		if a.weak || a.inner || a.negated || a.parent != 0 || a.who.actor == 0 || a.stance != neutralStance && a.stance != claimStance {
			continue
		}
		if o := &d.actors[a.who.actor-1]; (o.class == geo.Authority || o.class == geo.Military || o.class == geo.Government) && (o.party == geo.Ukraine || o.party == geo.Russia) {
			return n
		}
	}
	return -1
}

// issuedHere reports whether what stands in sentence st is said by the issuer.
func (d *document) issuedHere(st *sentence) bool {
	return d.issuer > 0 && st.first > d.attrs[d.issuer-1].cue.end && (!d.digest || d.blocks[st.block].issued)
}
