package read

import "slices"

// findOwned lists for each sentence what attributions own of it.
func (d *document) findOwned() {
	d.ownedAt = zeroed(d.ownedAt, len(d.sents)+1)
	each := func(visit func(s int, o run)) {
		for n := range d.attrs {
			a := &d.attrs[n]
			if a.block || !a.used && (a.weak && !d.has(a.verb, namingWord) || a.stance == citeStance || d.isOf(a.verb, &tracingWords) || a.rule == "attr.G-to" && d.intends(a)) || n+1 == d.issuer { // the issuer's has no content
				continue
			}
			own := a.cue
			if !a.source.empty() {
				own.first, own.end = min(own.first, a.source.first), max(own.end, a.source.end)
			}
			for k := -1; k < len(a.content); k++ {
				if k == 0 && len(a.content) == 2 && a.rule == "attr.C-extracted" {
					continue // what the relative clause is about is the subject of the clause around it as well
				}
				if k >= 0 {
					own = a.content[k]
				}
				for s := d.toks[own.first].sent; s <= d.toks[own.end-1].sent; s++ {
					visit(int(s), own)
				}
			}
		}
	}
	each(func(s int, _ run) { d.ownedAt[s+1]++ })
	for s := range d.sents {
		d.ownedAt[s+1] += d.ownedAt[s]
	}
	next := slices.Clone(d.ownedAt)
	d.owned = zeroed(d.owned, int(d.ownedAt[len(d.sents)]))
	each(func(s int, o run) {
		d.owned[next[s]] = o
		next[s]++
	})
}

func (d *document) touches(x run, owned []run) bool {
	for _, o := range owned {
		if o.first < x.end && x.first < o.end {
			return true
		}
	}
	return false
}

// beforeOwned is what stands in the clause x before the first attribution that owns part
// of it, where that is a clause: "The line was bombed twice, and the stationmaster
// expects …". Nothing otherwise.
func (d *document) beforeOwned(x run, owned []run) run {
	end := x.end
	for _, o := range owned {
		if o.first < x.end && x.first < o.end {
			end = min(end, o.first)
		}
	}
	k := end - 1
	const title = 5 // words before the name of who speaks
	for m := k; m > k-title && m-1 > x.first; m-- {
		if d.is(m, "what") && (d.toks[m-1].tag == prepTag || d.toks[m-1].tag == subTag || d.toks[m-1].tag == ingTag) && d.hasFinite(x.first, m-1) {
			return run{x.first, m - 1} // "Power was out after what the operator X called …"
		}
	}
	if k > x.first && (d.is(k, "and") || d.is(k, "but")) {
		k--
	}
	if k <= x.first+3 || d.char(k) != ',' && d.char(k) != ';' || k == end-1 && d.char(k) != ';' && d.tagAt(end) != ingTag || !d.hasFinite(x.first, k) {
		return run{}
	}
	return run{x.first, k}
}

// attributes reports whether the verb at token k is the cue of an attribution.
func (d *document) attributes(k int) bool {
	n := d.attributionFrom(func(a *attribution) bool { return a.cue.end > k })
	for ; n < d.ordered && d.attrs[n].cue.first <= k; n++ {
		if d.attrs[n].verb == k {
			return true
		}
	}
	return false
}
