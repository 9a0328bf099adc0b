package read

import "contested/geo"

var nameVerbs = listOf("name names named naming identify identifies identified identifying list lists listed listing specify specifies specified specifying")

// namesThem adds the places that somebody goes on to name to what he has said of them: "two
// settlements had been taken, the ministry said, naming X and Y", "… and named them as X and Y".
// start is the first attribution of the sentence.
func (d *document) namesThem(start int) {
	const far = 4 // tokens
	for n := len(d.attrs) - 1; n > start; n-- {
		b := &d.attrs[n]
		if !d.isOf(b.verb, &nameVerbs) || b.inner || b.negated {
			continue
		}
		c := b.content[len(b.content)-1]
		first := c.first
		if d.isAny(first, "them", "these", "both") {
			first++
			if d.is(first, "as") {
				first++
			}
		} else if d.toks[b.verb].tag != ingTag {
			continue
		}
		if list := d.mentionsIn(first, c.end); len(list) == 0 || list[0].first > first+far {
			continue
		}
		a := &d.attrs[n-1]
		if a.weak || a.inner || a.echo {
			continue
		}
		last := a.content[len(a.content)-1]
		if last.first >= b.cue.first {
			continue
		}
		last.end = min(last.end, b.cue.first)
		for last.end > last.first && (d.toks[last.end-1].tag == coordTag || d.toks[last.end-1].kind == punctToken) {
			last.end--
		}
		if d.namesPlace(a.content[:len(a.content)-1]) || d.namesPlace([]run{last}) {
			continue
		}
		a.content = append(append([]run{}, a.content[:len(a.content)-1]...), last, run{first, c.end})
		d.attrs = append(d.attrs[:n], d.attrs[n+1:]...)
	}
}

// namesPlace reports whether a place is named in the runs.
func (d *document) namesPlace(runs []run) bool {
	for _, c := range runs {
		for _, m := range d.mentionsIn(c.first, c.end) {
			if m.Place != "" && (m.Use == geo.Literal || m.Use == geo.AreaUse) {
				return true
			}
		}
	}
	return false
}

// calledBy finds who calls what so in "What Kyiv calls X, Moscow calls Y": each of the two, by the
// verb at token i of its own.
func (d *document) calledBy(s int) {
	const longest = 24 // tokens of the first half
	lo, hi := d.sents[s].first, d.sents[s].end
	p := d.phraseRight(lo+1, hi)
	if p.empty() || p.end+2 >= hi || !d.has(p.end, namingWord) && !d.isOf(p.end, &portrayVerbs) {
		return
	}
	from := p.end + 1
	if d.is(from, "as") {
		from++
	}
	k := from + 1
	for k < min(hi, lo+longest) && !(d.char(k) == ',' && d.toks[k].kind == punctToken) && !d.finite(k) {
		k++
	}
	if k+3 >= hi || d.char(k) != ',' && !d.has(k, beWord) {
		return
	}
	var other np
	v := 0
	if d.char(k) == ',' {
		if other = d.phraseRight(k+1, hi); other.empty() || other.end+1 >= hi || !d.has(other.end, namingWord) && !d.isOf(other.end, &portrayVerbs) {
			return
		}
		v = other.end
	}
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		if a := &d.attrs[n]; a.verb == p.end || v > 0 && a.verb == v {
			d.attrs = append(d.attrs[:n], d.attrs[n+1:]...)
		}
	}
	d.addAttribution(attribution{rule: "attr.H-as", source: p, subject: p, cue: run{p.end, from}, verb: p.end, stance: claimStance, content: []run{{from, k}}})
	if v == 0 {
		return
	}
	from = v + 1
	if d.is(from, "as") {
		from++
	}
	d.addAttribution(attribution{rule: "attr.H-as", source: other, subject: other, cue: run{v, from}, verb: v, stance: claimStance, content: []run{{from, d.clauseEnd(from, hi)}}})
}

var portrayVerbs = listOf("describes describe described presents present presented portrays portray portrayed terms term termed labels label labelled dubs dub dubbed sees see")
