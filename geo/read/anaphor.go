package read

import "contested/geo"

var (
	enterWords   = listOf("enter entered entering enters")
	leavingWords = listOf("back out away evacuation evacuations evacuated withdraw withdrew withdrawn withdrawing withdrawal retreat retreated retreating")
	rides        = listOf("bus buses minibus minibuses train trains tram trolleybus taxi ride ticket tickets flight")
)

// weight is how much a mention brings its place to mind for "the town" and
// "there" later on, of 100: less for where somebody spoke, for where somebody
// came from or goes to, and for what is only part of a body's name.
func (s *placeScan) weight(p *spot) int {
	d := s.d
	w := 90
	switch {
	case p.dateline && s.isSeat(p):
		return 10
	case p.dateline:
		return 40
	case p.use == geo.Metonym || p.use == geo.Demonym:
		return 0
	case d.isFamily(d.sents[p.sent].first):
		return 20 // "His brother was killed near X": by the way
	case p.before&signTold != 0, p.before&signIn != 0 && s.venue(p):
		return 10
	case p.before&(signIn|signFrom) != 0 && p.before&signStrike == 0 && s.isSeat(p):
		return 15 // the ministry in Moscow, the president in Kyiv
	case s.ofLife(p):
		return 20 // "Anna, who left for X in 2024": where a person was
	case p.first > 0 && d.isOf(int(p.first)-1, &neighbouringWords):
		return 50
	case p.first > 1 && d.is(int(p.first)-1, "about") && d.isAny(int(p.first)-2, "it", "same", "that", "this", "much"):
		return 30 // "He did not believe it about X either": by the way
	case p.first > 1 && d.is(int(p.first)-1, "of") && s.signs(int(p.first)-2)&signCompass != 0:
		return 70 // "Stepnohirsk, south of Zaporizhzhia": where another place lies
	case p.before&signFrom != 0 && p.beforeAt > 0 && (d.isOf(int(p.beforeAt)-1, &leavingWords) || d.isOf(int(p.beforeAt), &leavingWords)):
		w = 100
	case p.before&signFrom != 0 && p.beforeAt > 0 && d.isOf(int(p.beforeAt), &enterWords):
		w = 90 // "have entered X, north of Y"
	case d.lang != geo.English && p.before&signFrom != 0 && d.slavicLeft(int(p.beforeAt)):
		w = 100
	case d.lang != geo.English && p.use == geo.AreaUse:
		w = 60 // "there" is rather a village of the sector
	case p.before&(signFrom|signIn) != 0 && p.beforeAt > 0 && d.isAny(int(p.beforeAt)-1, "works", "lives", "working", "living", "operates", "speaking", "based", "sits", "sat", "seated"), p.before&signIn != 0 && s.nowIn(p):
		return 20 // "the mayor, who now works from X", "a nurse, now in X"
	case p.before&signFrom != 0 && (s.onWay(p) || s.leftBy(p)):
		w = 80 // "the road from X to Y", "a woman who left X": what is told of lies there
	case p.before&signFrom != 0 && d.is(int(p.first)-1, "to") && d.isOf(int(p.first)-2, &rides):
		return 30 // "the bus to X no longer runs"
	case p.before&signFrom != 0 && d.is(int(p.first)-1, "from") && p.first > 1 && d.isAny(int(p.first)-2, "them", "us", "wounded", "most", "many", "some") || p.before&signFrom != 0 && d.is(int(p.first)-1, "from") && d.isOf(int(p.first)-2, &helpers):
		return 15 // "nineteen wounded, most of them from X": by the way
	case p.before&signFrom != 0:
		w = 55
	case p.before&(signNear|signToward|signBetween) != 0:
		w = 75
	case p.before&signStrike != 0 || p.head.class == headCity:
		w = 100
	case p.use == geo.Embedded:
		w = 60
	case p.before&signIn != 0 && s.metIn(p):
		return 20 // "a medic we met in X"
	}
	first := d.sents[p.sent].first
	switch k := int(p.from); {
	case k == first && p.use == geo.AreaUse && d.lang == geo.English:
		return 60 // "Lyman direction: …": "the village" is rather one of the sector
	case k == first, s.isSubject(p) && p.before == 0, k == first+1 && p.before&signIn != 0:
		w = 130 // what the sentence is about
	case p.before&signIn != 0 && s.personIs(p):
		return 15
	}
	return w
}

// nowIn reports whether the name only says where somebody is by now: "a nurse from Y, now in
// X", "who now rents a room in X".
func (s *placeScan) nowIn(p *spot) bool {
	const near = 4 // tokens
	d := s.d
	for k := int(p.beforeAt) - 1; k > d.sents[p.sent].first && k >= int(p.beforeAt)-near; k-- {
		if d.is(k, "now") {
			return d.char(k-1) == ',' || d.toks[k-1].tag == relTag
		}
	}
	return false
}

// metIn reports whether the name only says where the writer met who speaks: "soldiers I spoke to
// in X", "a medic we met in X".
func (s *placeScan) metIn(p *spot) bool {
	d := s.d
	k := int(p.beforeAt) - 1
	if d.isAny(k, "phone", "telephone") || d.isAny(k, "reached", "contacted") && d.char(k-1) == ',' {
		return true // "reached by phone in X"
	}
	if d.isAny(k, "to", "with") {
		k--
	}
	return k > 0 && d.isAny(k, "spoke", "met", "interviewed", "spoken", "talked") && (d.isAny(k-1, "i", "we", "have", "had") || d.has(k-1, advWord))
}

// venue reports whether the name only says where somebody spoke: "Speaking to
// reporters at a school in X, the mayor said".
func (s *placeScan) venue(p *spot) bool {
	d := s.d
	first := d.sents[p.sent].first
	if !d.isAny(first, "speaking", "addressing", "talking", "briefing") {
		return false
	}
	for k := first + 1; k < int(p.first); k++ {
		if d.char(k) == ',' && d.toks[k].kind == punctToken {
			return false
		}
	}
	return true
}

// ofLife reports whether the name only tells where a person went or was born, in a
// relative clause: "who left for X", "who wound up in occupied X".
func (s *placeScan) ofLife(p *spot) bool {
	d := s.d
	if p.before&(signIn|signFrom) == 0 && !d.isAny(int(p.first)-1, "for") {
		return false
	}
	if k := int(p.beforeAt) - 1; k > 0 && d.isAny(k, "born", "native", "hails", "hailed", "grew") || d.is(k, "up") && d.is(k-1, "grew") {
		return true
	}
	const far = 10 // tokens
	for k := int(p.first) - 1; k >= d.sents[p.sent].first && k > int(p.first)-far; k-- {
		if d.is(k, "who") {
			return d.isAny(k+1, "left", "fled", "moved", "went", "wound", "ended", "settled", "escaped", "emigrated", "grew", "studied", "lives", "now") && !s.leftBehind(k+1, p)
		}
		if d.char(k) == ',' {
			return false
		}
	}
	return false
}

// leftBehind reports whether the verb at token k tells that the place was left, so
// that who left it can tell of it.
func (s *placeScan) leftBehind(k int, p *spot) bool {
	return k+1 == int(p.first) || s.d.is(int(p.first)-1, "from")
}

// leftBy reports whether a witness is told of who left the place: "a woman who fled
// X told".
func (s *placeScan) leftBy(p *spot) bool {
	d := s.d
	k := int(p.first) - 1
	if d.is(k, "from") {
		k--
	}
	return k > 0 && d.isAny(k, "left", "fled", "escaped", "evacuated") && d.isAny(k-1, "who", "recently", "had")
}

// onWay reports whether the name is an end of a road or line: "the road from X to Y".
func (s *placeScan) onWay(p *spot) bool {
	d := s.d
	k := int(p.beforeAt)
	if d.is(k, "to") && p.index > 0 && int(s.spots[p.index-1].to) == k {
		return s.onWay(&s.spots[p.index-1])
	}
	return k > 0 && d.isAny(k, "from", "to") && d.isAny(k-1, "road", "highway", "motorway", "line", "railway", "track", "route")
}

// isSeat reports whether the name is that of a seat of government.
func (s *placeScan) isSeat(p *spot) bool {
	return len(p.best) > 0 && s.w.metonyms[s.placeOf(p).ID]
}

// personIs reports whether "X is", with X a person, stands before "in" and the
// name: "Ann Winter is in Kramatorsk for us" says where Ann Winter is, no more.
func (s *placeScan) personIs(p *spot) bool {
	d := s.d
	k := int(p.beforeAt) - 1
	if k < 1 || d.toks[k].sent != p.sent {
		return false
	}
	if d.isAny(k, "correspondent", "reporter", "reporting", "speaking", "live", "colleague") || d.has(k, subjPron) {
		return true
	}
	if !d.has(k, beWord) && !d.isAny(k, "based", "reports", "joins") {
		return false
	}
	if k > 1 && d.isFamily(k-2) || d.isAny(k-1, "correspondent", "reporter", "colleague", "producer", "editor") {
		return true // "his wife is in Odesa", "our reporter is in Kyiv"
	}
	if d.isAny(k-1, "we", "i") || d.is(k-1, "you") && d.blocks[d.sents[p.sent].block].kind == speech {
		return false // "We were in X when a bomb fell", "You're in X. What happened there?"
	}
	if s.role[k-1] == personRole || d.has(k-1, subjPron) && !d.isAny(k-1, "it", "they") {
		return true
	}
	// A capitalised word that is no place's name.
	return d.toks[k-1].kind == wordToken && d.toks[k-1].caps == titleCase && !(p.index > 0 && int(s.spots[p.index-1].to) == k && !s.spots[p.index-1].rejected)
}

// isFamily reports whether "his wife", "her parents" stands at token i.
func (d *document) isFamily(i int) bool {
	return d.has(i, possWord) && d.isAny(i+1, "wife", "husband", "mother", "father", "son", "daughter", "brother", "sister", "family", "parents", "children", "grandmother", "grandfather", "cousin", "uncle", "aunt")
}

// anaphora finds "the town", "this transport hub", "there" and says which place
// each means: the most salient one that fits. Salience grows with each mention
// and fades from sentence to sentence by a quarter.
func (r *Reader) anaphora(d *document) {
	if len(d.mentions) == 0 {
		return
	}
	a := &anaphors{r: r, d: d, w: r.places, mind: d.mind[:0]}
	defer func() { d.mind = a.mind }()
	a.title()
	next, pointers := 0, d.pointers
	var found []mention
	for k := range d.sents {
		a.resume(k)
		st := &d.sents[k]
		for i := st.first; i < st.end; i++ {
			if d.lang == geo.English {
				for len(pointers) > 0 && int(pointers[0]) < i {
					pointers = pointers[1:]
				}
				to := st.end // where there is something to look at
				if len(pointers) > 0 {
					to = min(to, int(pointers[0]))
				}
				if next < len(d.mentions) {
					to = min(to, max(i, d.mentions[next].first))
				}
				if i = to; i >= st.end {
					break
				}
			}
			for next < len(d.mentions) && d.mentions[next].first <= i {
				if d.mentions[next].end <= i || d.mentions[next].first == i {
					a.see(next, k)
					i = max(i, d.mentions[next].end-1)
				}
				next++
			}
			if d.toks[i].signs&pointsBack == 0 && (d.lang == geo.English || d.toks[i].kind != wordToken) {
				continue
			}
			if list := a.plural(i, k); len(list) > 0 {
				for n := range list {
					a.recall(&list[n], k)
				}
				found = append(found, list...)
				i = list[0].end - 1
				continue
			}
			if m, ok := a.at(i, k); ok {
				found = append(found, m)
				a.recall(&m, k)
				i = m.end - 1
			}
		}
	}
	if len(found) > 0 {
		d.mentions = mergeMentions(d.mentions, found)
	}
}

// mergeMentions merges two lists that are in order of their spans.
func mergeMentions(a, b []mention) []mention {
	out := make([]mention, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if b[0].first < a[0].first {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

// anaphors is the work on the anaphors of one document.
type anaphors struct {
	r       *Reader
	d       *document
	w       *placeWords
	mind    []memory
	moments []int32     // see now
	end     int         // token after the mention seen last
	origin  int         // token behind the place seen last that somebody is from
	not     geo.PlaceID // what the anaphor at hand cannot mean; see anaphor_setting.go
	namesIn int         // 1 + the sentence asked about last whether it only explains names
	names   bool        // it does; see apart
	placed  bool        // the scene of the article has been found; see sceneOf
}

// at reads the anaphor that starts at token i of sentence k, if there is one.
func (a *anaphors) at(i, k int) (mention, bool) {
	d := a.d
	if d.lang != geo.English {
		return a.slavic(i, k)
	}
	t := &d.toks[i]
	switch d.word(i) {
	case "the", "this", "that":
		if m, ok := a.area(i, k); ok {
			return m, true
		}
		if t.classes&(detWord|demWord) != 0 && !d.is(i+1, "the") && !(t.tag == thatTag && d.has(i+1, demWord|possWord|detWord)) {
			return a.phrase(i, k)
		}
	case "its":
		if i+1 < d.sents[k].end && d.isAny(i+1, "centre", "center", "outskirts", "suburbs", "streets", "ruins") {
			return a.noun(i, i+1, i+2, k, anaphorHead{fit: fitSettlement, part: true, weak: true})
		}
	case "there":
		return a.there(i, k)
	case "here":
		if a.pointsHere(i, k) {
			a.not = a.frameOf(i, k)
			if pl, ok := a.home(i); ok {
				a.keep(pl, mostMind, k)
			}
			return a.there(i, k)
		}
	}
	return mention{}, false
}
