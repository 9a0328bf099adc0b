package read

import "contested/geo"

// contentLeft finds content before the source or cue that starts at token i;
// rest is the first token behind the attribution's own words.
func (d *document) contentLeft(a *attribution, l *lemma, i, rest, lo, hi int) bool {
	j := i - 1
	for j > lo && d.toks[j].kind == dashToken {
		j--
	}
	comma := false
	if j >= lo && d.toks[j].kind == punctToken && (d.char(j) == ',' || d.char(j) == '?' || d.char(j) == '!') {
		comma = true
		j--
	}
	if j < lo && lo > 0 && d.kindAt(lo-1) == closeToken && d.toks[lo].breaks == 0 && j == lo-1 {
		j = lo - 1 // the speech was a sentence of its own
	}
	if j < 0 || j < lo-1 {
		return false
	}
	if d.toks[j].kind == closeToken {
		q := &d.quotes[d.toks[j].quote-1]
		if q.first > lo && d.tagAt(q.first-1) == prepTag && !q.speech && !d.hasFinite(q.first+1, q.last) {
			return false // on “Fox News Sunday,” X said
		}
		if d.speechStarts(q.first) || q.speech || comma {
			if q.depth > 1 || q.first >= lo || q.speech {
				first := q.first
				a.speech = true
				a.rule = "attr.A-quote"
				// "Y 'Q'," with words of the writer before: a clause with a quotation
				if q.first > lo && d.partOfClause(lo, q.first) {
					first = d.clauseStart(lo, q.first)
					a.speech = false
					a.rule = "attr.E-after"
				}
				a.content = []run{{first, j + 1}}
				d.speechAfter(a, rest, hi)
				return true
			}
		}
	}
	if !comma && !d.closedByDash(i-1, lo) {
		return false
	}
	first := d.clauseStart(lo, j)
	if d.isOf(first, &askedVerbs) || d.is(first, "when") && d.isAny(first+1, "asked", "pressed") {
		return false // "Asked about X, he said"
	}
	if first > j || l.frames&invertFrame == 0 || d.is(first, "what") && rest < hi && d.char(rest) == ':' {
		return false // "What nobody admits, X says: C"
	}
	if l.frames&(thatFrame|bareFrame) == 0 && (d.toks[first].tag == subTag || d.tagAt(first+1) == subTag) {
		return false // "Even as he packed his things, he smiled"
	}
	if l.frames&(thatFrame|bareFrame) == 0 && (rest < hi && !d.endsClause(rest) || !d.mayTell(a.subject)) {
		return false // "The fighting went on until dusk": a verb that is one of speech beside speech only
	}
	if !d.hasFinite(first, j+1) && !d.newsStyle(first, j+1) && !d.goesOn(rest, hi) {
		return false
	}
	a.rule = "attr.E-after"
	a.content = []run{{first, d.dropMarks(first, j+1)}}
	if a.content[0].end <= first {
		return false
	}
	if (d.toks[j].tag == relTag || d.toks[j].tag == thatTag) && j-2 > first && (d.toks[j-1].tag == nounTag || d.char(j-1) == ',' && d.toks[j-2].tag == nounTag) {
		// "a video which, it said, proves that C", "a crater that, he said, a bomb had left"
		if more, ok := d.resumes(a.content[0], rest, hi, false); ok {
			if d.isOf(more.first, &inferVerbs) && d.endsPicture(j-1, first) {
				if more.first++; d.tagAt(more.first) == thatTag {
					more.first++
				}
			}
			a.content = []run{more}
			return true
		}
	}
	// "C1, X said, C2": the clause goes on behind the attribution
	if more, ok := d.resumes(a.content[0], rest, hi, false); ok {
		a.content = append(a.content, more)
		// "the bakery closed and by Monday, she says, everyone had gone"
		c := &a.content[0]
		p := d.phraseRight(more.first, more.end)
		whole := !p.empty() && p.end < more.end && d.finite(d.pastAdverbs(p.end, more.end))
		for k := c.end - 1; whole && k > c.first && k > c.end-9 && !d.finite(k); k-- {
			if d.isAny(k, "and", "but") && k+1 < c.end && (d.toks[k+1].tag == prepTag || d.toks[k+1].tag == advTag || d.toks[k+1].tag == subTag) && d.hasFinite(c.first, k) {
				c.first = k + 1
				break
			}
		}
	}
	return true
}

// goesOn reports whether a clause interrupted before an attribution goes on
// behind the comma at i: "Survival, X says, depends on …".
func (d *document) goesOn(i, hi int) bool {
	return i+1 < hi && (d.char(i) == ',' && d.toks[i].kind == punctToken || d.toks[i].kind == dashToken) && d.hasFinite(i+1, hi)
}

// partOfClause reports whether the words from lo to the quotation at q belong to
// the same clause as the quotation.
func (d *document) partOfClause(lo, q int) bool {
	if d.endsClause(q-1) || d.kindAt(q-1) == closeToken {
		return false
	}
	first := d.clauseStart(lo, q-1)
	if d.hasFinite(first, q) {
		return true
	}
	// "The driver 'kept the doors shut'": the verb of the clause is quoted
	p := d.phraseLeft(q-1, lo)
	return !p.empty() && p.first == first && (d.toks[p.first].tag == detTag || d.toks[p.head].tag == nameTag) && (d.tagAt(q+1) == verbTag || d.tagAt(q+1) == auxTag)
}

func (d *document) closedByDash(j, lo int) bool { return j > lo && d.toks[j].kind == dashToken }

// roughly are the words of numbers that are only about right.
var roughly = listOf("about some around fewer less more over under almost nearly perhaps maybe barely hardly roughly")

// newsStyle: headlines and bulletins leave the verb out: "Two killed in X, mayor
// says": a participle or a noun of an event will do.
func (d *document) newsStyle(i, end int) bool {
	for k := i; k < end; k++ {
		if d.toks[k].tag == partTag {
			return true
		}
	}
	if end-i > 1 && (d.tagAt(i) == numTag || d.isOf(i, &roughly)) && (d.has(end-1, peopleWord|witnessWord|troopsWord|timeWord|vehicleWord) || d.isAny(end-1, "them", "those", "us")) {
		return true // "Fewer than two hundred people, the council reckons"
	}
	for k := i + 1; k+1 < end; k++ {
		if d.isOf(k, &awayWords) && d.is(k+1, "from") && (d.tagAt(k-1) == numTag) {
			return true // "Russian troops 7 km from X"
		}
	}
	f, _ := d.typesIn(i, end)
	return f.weight > 60 // "Explosions in X, the mayor says"
}

// clauseStart is where the clause that ends at j begins: the start of the
// sentence, past a conjunction, or behind an attribution that ended before.
func (d *document) clauseStart(lo, j int) int {
	first := lo
	for n := len(d.attrs) - 1; n >= 0 && d.attrs[n].cue.first >= lo; n-- {
		a := &d.attrs[n]
		for _, c := range a.content {
			if c.end <= j && c.end > first && c.first >= lo && a.rule != "attr.F-object" && a.rule != "attr.K-noun" && a.rule != "attr.C-extracted" && a.rule != "attr.H-extracted" && !a.weak && !d.is(a.subject.first-1, "where") {
				first = c.end
				if a.rule == "attr.E-according" && a.cue.first >= c.end && max(a.cue.end, a.source.end) <= j {
					first = max(a.cue.end, a.source.end)
				}
			}
		}
	}
	for k := j; k > first; k-- {
		if d.toks[k].kind == closeToken {
			k = max(first, d.quotes[d.toks[k].quote-1].first)
		} else if c := d.char(k); (c == ';' || c == ':' && !d.listsPlaces(k+1, j+1)) && d.toks[k].kind == punctToken {
			first = k + 1
		}
	}
	for first < j && (d.endsClause(first) || d.toks[first].kind == closeToken || first > lo && d.toks[first].tag == coordTag) {
		first++
	}
	return first
}

// placeAt reports whether token i stands in the name of a place that is meant as one.
func (d *document) placeAt(i int) bool {
	for n := d.mentionIndex(i+1) - 1; n >= 0 && d.mentions[n].first > i-4; n-- {
		if m := &d.mentions[n]; m.first <= i && i < m.end {
			return m.Use == geo.Literal && m.Place != ""
		}
	}
	return false
}

// listsPlaces reports whether tokens [i, j) only say where: "three were hurt: in X and Y".
func (d *document) listsPlaces(i, j int) bool {
	return (d.tagAt(i) == prepTag && d.placeAt(i+1) || d.placeAt(i)) && !d.hasFinite(i, j)
}

// mayTell reports whether a phrase names somebody or something that has words: people,
// bodies, documents.
func (d *document) mayTell(p np) bool {
	if p.empty() || d.has(p.head, subjPron|roleWord|orgWord|docWord|witnessWord|mediaWord|titleWord|rankWord|unitWord) {
		return !p.empty()
	}
	if d.toks[p.head].tag != nameTag {
		return false
	}
	m := d.mentionsIn(p.head, p.head+1)
	return len(m) == 0 || m[0].Use == geo.Metonym
}
