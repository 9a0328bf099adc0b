package read

import "contested/geo"

// What maps say without a clause: the colour in which they show a place, and the
// line that is moved.

// isColour lists the colours of maps.
func (d *document) isColour(i int) bool {
	return d.isAny(i, "red", "grey", "gray", "blue", "green", "yellow", "orange", "pink", "purple")
}

var colourWords = listOf("colour colours coloured color colors colored shade shades shaded")

// mapVerb reports whether token i is a verb of what is done with maps.
func (d *document) mapVerb(i int) bool {
	switch d.toks[i].tag {
	case verbTag, partTag, baseTag:
	default:
		return false
	}
	return d.lex.mapVerbs.has(d.toks[i].lemma) || d.isOf(i, &colourWords)
}

// mapVerbs are what is done with maps, and with the lines on them.
const mapVerbs = "show leave paint keep turn mark move shift redraw push"

// mapped: "the project shows half of X in red", "its map leaves the depot grey",
// "DeepState has not moved its line at X". The verb is at token i of sentence s.
func (d *document) mapped(i, s int) bool {
	lo, hi := d.bounds(i, s)
	first := d.pastAdverbs(i+1, hi)
	p := d.phraseRight(first, hi)
	if p.empty() {
		return false
	}
	g := d.verbGroupAt(i, lo)
	if g.passive || g.infinitive || g.modal {
		return false
	}
	a := attribution{rule: "attr.F-map", cue: run{g.first, i + 1}, verb: i}
	m := p.end
	if m+1 < hi && d.is(m, "in") {
		m++
	}
	switch {
	case p.end-2 > p.first && d.isColour(p.end-1) && d.is(p.end-2, "in"):
		a.content = []run{{p.first, p.end}}
	case m < hi && d.isColour(m):
		a.content = []run{{p.first, m + 1}}
		if m+1 < hi && d.isAny(m+1, "zone", "area") {
			return false
		}
	case m+1 < hi && d.is(m, "as") && d.toks[p.head].tag != pronTag && !g.negated && !d.noLonger(g) && d.lex.lemmas[d.toks[i].lemma].text != "show":
		a.content = []run{{first, d.objectPast(m+1, hi)}}
	case d.isAny(p.head, "line", "lines", "front", "frontline", "boundary") && d.lineMoves(i):
		a.content = []run{{g.first, d.objectPast(p.end, hi)}}
	default:
		return false
	}
	sub, how := d.subject(g, lo, hi)
	a.source, a.subject = sub, sub
	if j, end := d.apposition(sub); sub.empty() || !d.maps(sub) && !(j < end && d.maps(np{j, end, end - 1})) {
		return false
	}
	d.fillSource(&a, how, lo)
	d.addAttribution(a)
	return true
}

// lineMoves reports whether the verb at token i is what is done with the line of a
// map.
func (d *document) lineMoves(i int) bool {
	switch d.lex.lemmas[d.toks[i].lemma].text {
	case "move", "shift", "redraw", "push":
		return true
	}
	return false
}

// maps reports whether a phrase names a map or who draws maps: analysts, a project,
// a channel.
func (d *document) maps(p np) bool {
	for k := p.first; k < p.end; k++ {
		if d.isAny(k, "map", "maps", "project", "projects", "mappers", "cartographers", "analysts", "analyst", "channel", "channels") {
			return true
		}
	}
	for i := p.first; i < p.end; i++ {
		if q, _ := d.longest(partySet, i, p.end); q != nil && d.lex.parties[q.value].class == geo.Analyst {
			return true
		}
	}
	return false
}
