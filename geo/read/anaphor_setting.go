package read

import "contested/geo"

// What stands around an anaphor and tells what it cannot mean, or what it must: "in X,
// opposite the town", "they say in the capital that here", "that town".

var (
	besideWords = listOf("opposite near outside beyond facing beside")
	awayWords   = listOf("kilometres kilometers km miles metres meters")
)

// beside is the place of which the words right before token i say that it lies beside what the
// anaphor there means: "died in X, opposite the town", "in X, west of the city".
func (a *anaphors) beside(i, k int) geo.PlaceID {
	const far = 7 // tokens: ", some twenty kilometres to the west of"
	d := a.d
	first := d.sents[k].first
	if id := a.lyingBy(i, first); id != "" {
		return id
	}
	if i-2 <= first || !d.isOf(i-1, &besideWords) && !(d.is(i-1, "of") && d.toks[i-2].tag != prepTag) && !(d.is(i-1, "from") && (d.isOf(i-2, &awayWords) || d.is(i-2, "far"))) {
		return ""
	}
	n := d.mentionIndex(i) - 1
	if n < 0 || d.mentions[n].first < first || d.mentions[n].end < i-far {
		return ""
	}
	m := &d.mentions[n]
	if d.is(i-1, "of") && !d.isAny(i-2, "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "short") {
		return ""
	}
	for j := m.end; j < i-1; j++ {
		if t := &d.toks[j]; t.tag == verbTag || t.tag == auxTag || t.tag == relTag || t.tag == coordTag || d.is(j, "itself") || t.kind == punctToken && d.char(j) != ',' {
			return ""
		}
	}
	return m.Place
}

// lyingBy is the place that the clause of token i, in the sentence that begins at first, says
// to lie beside what the anaphor there means: "X lies ten kilometres from the town", "for a
// year X stood between this city and the guns".
func (a *anaphors) lyingBy(i, first int) geo.PlaceID {
	const far = 12 // tokens
	d := a.d
	if i-2 <= first || !d.isOf(i-1, &besideWords) && !d.isAny(i-1, "between", "behind", "from", "of", "before") {
		return ""
	}
	n := d.mentionIndex(i) - 1
	if n < 0 || d.mentions[n].first < first || d.mentions[n].end < i-far {
		return ""
	}
	lies := false
	for k := d.mentions[n].end; k < i-1; k++ {
		switch {
		case d.isOf(k, &lyingWords) || d.isAny(k, "lay", "sat", "stood", "been", "has", "had", "still", "once"):
			lies = true
		case !lies || !d.isOf(k, &howFarWords) && !d.isOf(k, &awayWords) && !d.isCount(k) && !d.has(k, compassWord) && !d.isAny(k, "to", "the", "away", "up", "down", "road", "line") && d.toks[k].kind != hyphenToken:
			return ""
		}
	}
	if !lies {
		return ""
	}
	return d.mentions[n].Place
}

// ofScene brings the town of the dateline to mind, where "this city" at token i can mean it.
func (a *anaphors) ofScene(i, k int, h anaphorHead) {
	const fit = 45 // of 100
	if a.d.quoted(i) {
		return
	}
	for n := range a.mind {
		if m := &a.mind[n]; m.floor == datelineFloor && m.place.ID != a.not && m.named < k && a.fitsKind(h, m) >= fit {
			a.keep(m.place, mostMind, k)
			return
		}
	}
}

// frameOf is the capital named in the sentence before token i, where somebody speaks of a
// place that is another: "They say in Kyiv that all is calm here".
func (a *anaphors) frameOf(i, k int) geo.PlaceID {
	n := a.d.mentionIndex(i) - 1
	if n < 0 || a.d.mentions[n].first < a.d.sents[k].first || !a.w.metonyms[a.d.mentions[n].Place] {
		return ""
	}
	for j := a.d.mentions[n].end; j < i; j++ {
		if a.d.is(j, "that") {
			return a.d.mentions[n].Place
		}
	}
	return ""
}

// bringForward brings the place named last to mind, where "that town" at token i points to it.
func (a *anaphors) bringForward(i, k int, h anaphorHead) {
	const (
		back = 1  // sentences
		fit  = 45 // of 100
	)
	n := a.d.mentionIndex(i) - 1
	for n >= 0 && a.d.mentions[n].Use == geo.Demonym && k-int(a.d.toks[a.d.mentions[n].first].sent) <= back {
		n--
	}
	if n < 0 {
		return
	}
	m := &a.d.mentions[n]
	if m.Use != geo.Literal || k-int(a.d.toks[m.first].sent) > back {
		return
	}
	if pl, ok := a.r.gaz.Place(m.Place); ok && a.fitsKind(h, &memory{place: pl}) >= fit {
		a.keep(pl, mostMind, k)
	}
}

// regionAround reads "the region" at tokens [i, end) where none has been named: that of the
// town most in mind.
func (a *anaphors) regionAround(i, end, k int) (mention, bool) {
	const least = 200 // of memory.score
	region, score := "", least
	for n := range a.mind {
		m := &a.mind[n]
		if f := a.fade(m, k); f > score && m.place.Kind == geo.Settlement && m.place.Admin1 != "" && !a.w.metonyms[m.place.ID] && (m.place.Country == "UA" || m.place.Country == "RU") {
			region, score = m.place.Admin1, f
		}
	}
	if region == "" {
		return mention{}, false
	}
	return a.ofRegion(geo.PlaceID("adm:"+region), region, i, end, score)
}

// existential reports whether "there" at token i only opens what exists: "at six
// there were three explosions", "in the evening there was another".
func (d *document) existential(i, end int) bool {
	if i+2 >= end || !d.is(i, "there") || !d.isAny(i+1, "is", "are", "was", "were") || d.tagAt(i-1) == verbTag && !d.has(i-1, cueWord) || d.tagAt(i-1) == prepTag || d.tagAt(i-1) == relTag {
		return false
	}
	switch d.toks[i+2].tag {
	case detTag, numTag, nounTag:
		return true
	case adjTag: // "there were heavy clashes", not "the fighting there is fierce"
		return d.tagAt(i-1) != nounTag || i+3 < end && (d.toks[i+3].tag == nounTag || d.toks[i+3].tag == adjTag)
	}
	return false
}

// pointsHere reports whether "here" at token i is the place spoken of rather than
// this text ("nothing here shows") or an opening ("here is").
func (a *anaphors) pointsHere(i, k int) bool {
	d := a.d
	st := &d.sents[k]
	if i == st.first || d.isAny(i-1, "nothing", "anything", "something", "what", "mentioned", "quoted", "listed", "used") {
		return false
	}
	return i+1 >= st.end || d.toks[i+1].tag != verbTag && d.toks[i+1].kind != cliticToken
}
