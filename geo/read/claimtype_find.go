package read

import (
	"iter"
	"slices"
)

// typeHit is a type pattern that may stand at a token; see findTypes.
type typeHit struct{ token, pattern int32 }

// typesOf lists where type patterns may stand in sentence s, in order of tokens. What
// is asked of a stretch of text then costs no more than what is found in it: most
// sentences hold nothing, and of many nothing is asked.
func (d *document) typesOf(s int) []typeHit {
	st := &d.sents[s]
	if !st.typed {
		st.typed = true
		st.types = int32(len(d.types))
		d.findTypes(s)
		st.typesEnd = int32(len(d.types))
	}
	return d.types[st.types:st.typesEnd]
}

// findTypes finds them, from the end of the sentence, so that what stands behind a
// token is known.
func (d *document) findTypes(s int) {
	st, before := &d.sents[s], len(d.types)
	seen := wideAnchors{firstAnchor}
	if !d.closed(st) && s+1 < len(d.sents) { // of those behind, only the narrow ones are known
		n := d.sents[s+1].anchors[typeSet]
		seen = wideAnchors{n, n, n, n}
	}
	opens := d.lex.opens[typeSet]
	m := d.mentionIndex(st.end) // the mention before, and where it starts
	place := len(d.toks)
	for k := st.end - 1; k >= st.first; k-- {
		t := &d.toks[k]
		for place > k {
			if m--; m < 0 {
				place = -1
			} else {
				place = d.mentions[m].first
			}
		}
		if place == k || t.signs&pointsBack != 0 && d.mayBePlace(k) {
			d.placeTypes(k, &seen)
		}
		if o := &opens[t.patterns]; o.anchors&seen.narrow() != 0 {
			d.startTypes(k, o, &seen)
		}
		if t.starts&anchorWord != 0 {
			seen.add(&d.lex.typeAnchors[t.patterns])
		}
	}
	slices.Reverse(d.types[before:])
}

// mayBePlace reports whether "the town" or "this mining town" may start at token k,
// which stands for a place once that has been looked for.
func (d *document) mayBePlace(k int) bool {
	const kinds = settlementWord | hubWord | regionWord
	return d.has(k+1, kinds) || d.has(k+2, kinds)
}

// placeTypes lists the type patterns that start with a place and may stand at token k,
// when these anchors stand behind it.
func (d *document) placeTypes(k int, seen *wideAnchors) {
	for n := len(d.lex.placeTypes) - 1; n >= 0; n-- {
		if id := d.lex.placeTypes[n]; seen.has(d.lex.anchorOf[typeSet][id]) {
			d.types = append(d.types, typeHit{int32(k), id})
		}
	}
}

// startTypes lists the type patterns that may stand at token k, of those that start
// with its word, the last first, when these anchors stand behind it.
func (d *document) startTypes(k int, o *patternStarts, seen *wideAnchors) {
	if d.partOfName(k) {
		return
	}
	ahead := ahead{token: k}
	patterns := d.lex.sets[typeSet]
	ids, anchors := d.lex.openedBy(typeSet, o)
	for n, a := range slices.Backward(anchors) {
		if !seen.has(a) {
			continue
		}
		if p := &patterns[ids[n]]; ahead.allows(d, p) && d.mayMatch(d.lex.itemsOf(p), k) {
			d.types = append(d.types, typeHit{int32(k), int32(ids[n])})
		}
	}
}

// partOfName reports whether token k is a word of a longer name.
func (d *document) partOfName(k int) bool {
	t := &d.toks[k]
	return t.caps != lowerCase && t.tag == nameTag && !d.blocks[d.sents[t.sent].block].titled && d.sents[t.sent].first != k &&
		(d.tagAt(k-1) == nameTag || d.tagAt(k+1) == nameTag)
}

// typesWithin are those that may stand in tokens [i, j).
func (d *document) typesWithin(i, j int) iter.Seq[typeHit] {
	return func(yield func(typeHit) bool) {
		if i >= j || i >= len(d.toks) {
			return
		}
		for s := int(d.toks[i].sent); s < len(d.sents) && d.sents[s].first < j; s++ {
			for _, hit := range d.typesOf(s) {
				if int(hit.token) >= i && int(hit.token) < j && !yield(hit) {
					return
				}
			}
		}
	}
}
