package read

import (
	"contested/geo"
)

// memory is what the reader of the text has in mind of one place.
type memory struct {
	place geo.Place
	score int      // when it was named last, thousandths
	at    int      // that moment; see now
	floor int      // what it does not fade below: the title's place stays in mind
	named int      // 1 + the sentence that named it last
	words [3]int32 // lexicon entries of what it was called: "a mining town"
	calls int      // how many of words
	// origin: the last mention only says where somebody or something is from
	origin bool
	area   bool // it names a sector of the front: what is told of may lie in it
	scene  bool // the first sentences are set there; see sceneOf
}

// mostMind is the most that a place can be in mind, however often it has been
// named: as much as what a single sentence is about, so that the next one can
// take its place.
const mostMind = 1300

// maxMemories bounds the places kept in mind.
const maxMemories = 40

// titleWeight is what a place in the title starts with, titleFloor what it keeps.
const (
	titleWeight = 80
	titleFloor  = 500
)

// entryTurn is how many sentences more than a new paragraph an entry of a running report
// counts.
const entryTurn = 2

// locatingWeight is the most that a place is brought to mind by where another lies: "Yampil,
// south of Lyman".
const locatingWeight = 600

// datelineFloor is what the town of the dateline keeps: it is "the town" where no other is.
const datelineFloor = 130

// sceneFloor is what the town keeps where a reporter's first sentences are set, when "the
// town" is asked for.
const sceneFloor = 160

// sceneOf reports whether mention m of sentence k tells where a reportage begins, which has no
// dateline and does not open with what a side did or said: "The last shop in X opens at nine".
func (d *document) sceneOf(m *mention, k int) bool {
	const first = 3 // sentences
	if k >= first || d.article.Publisher.Party != geo.Press || m.Use != geo.Literal || m.weight < 90 || d.lang != geo.English {
		return false
	}
	const news = sayWord | claimNoun | demonymWord | troopsWord | orgWord | weaponWord
	b := &d.blocks[d.sents[k].block]
	if b.kind != paragraph || b.dateline {
		return false
	}
	for i := d.sents[k].first; i < d.sents[k].end; i++ {
		if d.has(i, news) {
			return false
		}
	}
	return true
}

// title brings the places of the title to mind.
func (a *anaphors) title() {
	if a.d.article == nil || a.d.article.Title == "" {
		return
	}
	t := &document{text: a.d.article.Title, lang: a.d.lang, lex: a.d.lex, known: a.d.known, article: a.d.article}
	t.tokenise()
	t.findBlocks()
	t.findQuotes()
	t.findSentences()
	known := map[geo.PlaceID]bool{}
	for i := range a.d.mentions {
		if m := &a.d.mentions[i]; m.Use == geo.Literal || m.Use == geo.AreaUse {
			known[m.Place] = true
		}
	}
	s := a.r.scanPlaces(t)
	defer s.release()
	for i := range s.spots {
		p := &s.spots[i]
		if p.rejected || p.use == geo.Metonym || p.use == geo.Demonym {
			continue
		}
		// The text itself knows better which of the places of a name it means.
		for j := range p.best {
			pl := s.names[p.name].candidates[p.best[j].candidate].place
			if known[pl.ID] {
				a.keep(pl, titleWeight*10, 0).floor = titleFloor
				break
			}
		}
	}
}

// keep adds to the salience of a place in sentence k.
func (a *anaphors) keep(pl geo.Place, score, k int) *memory {
	weakest := 0
	for i := range a.mind {
		if m := &a.mind[i]; m.place.ID == pl.ID {
			m.score = min(mostMind, a.fade(m, k)+score)
			m.at = a.now(k)
			return m
		}
		if a.fade(&a.mind[i], k) < a.fade(&a.mind[weakest], k) {
			weakest = i
		}
	}
	m := memory{place: pl, score: score, at: a.now(k)}
	switch pl.Kind {
	case geo.River, geo.Facility, geo.Region:
		m.floor = 10 // there are few of them: "the river" is never quite forgotten
	}
	if len(a.mind) < maxMemories {
		a.mind = append(a.mind, m)
		return &a.mind[len(a.mind)-1]
	}
	a.mind[weakest] = m
	return &a.mind[weakest]
}

// inMind is the salience of a place in sentence k, 0 for one not in mind.
func (a *anaphors) inMind(id geo.PlaceID, k int) int {
	for i := range a.mind {
		if a.mind[i].place.ID == id {
			return a.fade(&a.mind[i], k)
		}
	}
	return 0
}

// now is sentence k as a moment. A new paragraph counts as one sentence more,
// since it turns to something else, but not the next turn of a talk; an entry of a
// running report turns more: "the village" is that of the entry before rather than of an
// older one. Labels and time stamps do not count.
func (a *anaphors) now(k int) int {
	if a.moments == nil {
		a.moments = make([]int32, len(a.d.sents)+1)
		var n int32
		for i := range a.d.sents {
			st := &a.d.sents[i]
			if !st.label {
				n++
			}
			if i > 0 && st.block != a.d.sents[i-1].block && a.d.blocks[st.block].kind != speech {
				if n++; a.d.blocks[st.block].kind == liveEntry {
					n += entryTurn
				}
			}
			a.moments[i] = n
		}
		a.moments[len(a.d.sents)] = n
	}
	return int(a.moments[min(k, len(a.moments)-1)])
}

// fade is the salience of a memory in sentence k, but not less than what stays.
func (a *anaphors) fade(m *memory, k int) int { return max(m.floor, a.faded(m, k)) }

// faded is the salience of a memory in sentence k: three quarters a sentence.
func (a *anaphors) faded(m *memory, k int) int {
	if n := a.now(k) - m.at; n < len(fading) {
		return m.score * fading[n] >> 16
	}
	return 0
}

// fading is 2^16 times the powers of three quarters.
var fading = func() (out [24]int) {
	n := 1 << 16
	for i := range out {
		out[i], n = n, n*3/4
	}
	return out
}()

// see takes mention n of the document, in sentence k, into mind.
func (a *anaphors) see(n, k int) {
	m := &a.d.mentions[n]
	a.end = m.end
	if m.Place == "" || m.weight == 0 {
		return
	}
	pl, ok := a.r.gaz.Place(m.Place)
	if !ok {
		return
	}
	if a.d.ofRepublic(m) {
		return
	}
	weight := m.weight * 10
	switch {
	case a.d.biographic(m) || a.apart(k):
		weight /= 4
	case a.d.frontLies(m):
		weight /= 10
	case a.d.lang != geo.English && a.d.takenTo(m):
		weight /= 2
	}
	if n > 0 && a.r.onlyLocates(a.d, &a.d.mentions[n-1], m) {
		weight = min(weight, locatingWeight) - a.inMind(pl.ID, k) // no more than that
	}
	mem := a.keep(pl, max(weight, 0), k)
	mem.named = k + 1
	if b := &a.d.blocks[a.d.sents[k].block]; b.dateline && m.first < b.body && pl.Kind == geo.Settlement && !a.w.metonyms[pl.ID] {
		mem.floor = max(mem.floor, datelineFloor)
	}
	if a.d.sceneOf(m, k) && pl.Kind == geo.Settlement && !a.w.metonyms[pl.ID] && !a.placed {
		a.placed = true
		mem.scene = true
	}
	mem.area = m.Use == geo.AreaUse
	mem.origin = m.Use == geo.Embedded && !(a.d.is(m.first-1, "of") && a.d.isOf(m.first-2, &townRoles)) || m.weight < 100 && a.fromThere(m)
	a.called(mem, m)
}

// fromThere reports whether mention m says where somebody is from: "families from X and Y".
func (a *anaphors) fromThere(m *mention) bool {
	k := m.first - 1
	switch {
	case k < 0:
		return false
	case a.d.is(k, "from"):
	case a.origin != k || !a.d.isOf(k, &andOrNor) && a.d.char(k) != ',':
		return false
	}
	a.origin = m.end
	return true
}

var lifeVerbs = listOf("born raised grew studied trained enlisted married schooled buried lives lived")

// biographic reports whether mention m only belongs to somebody's life: "was born in X",
// "grew up near X". The text goes on elsewhere.
func (d *document) biographic(m *mention) bool {
	k := m.first - 1
	if k < 2 || !d.isOf(k, &inNearAt) {
		return false
	}
	if k--; d.is(k, "up") {
		k--
	}
	return d.isOf(k, &lifeVerbs) && !d.isAny(k-1, "people", "residents", "still", "who", "were")
}

// called notes what the text calls the place: "the strategic city of Lyman",
// "Lyman, a rail junction,".
func (a *anaphors) called(mem *memory, m *mention) {
	d := a.d
	note := func(i int) {
		if i < 0 || d.toks[i].kind != wordToken {
			return
		}
		row := int(d.toks[i].row)
		n, p := a.w.longest(d.toks[i].phrase, d.words[row:min(row+3, len(d.words))])
		if n > 0 && p.signs&signAnaphor != 0 && mem.calls < len(mem.words) {
			mem.words[mem.calls] = d.toks[int(d.wordToken[row+n-1])].word
			mem.calls++
		}
	}
	i := m.first - 1
	if i > 0 && d.is(i, "of") {
		note(i - 1)
	} else if i >= 0 && d.toks[i].sent == d.toks[m.first].sent && d.toks[i].kind == wordToken {
		note(i)
	}
	// The apposition behind it: ", a road and rail junction,".
	end := d.sents[d.toks[m.first].sent].end
	if k := m.end; k+2 < end && d.char(k) == ',' && d.isAny(k+1, "a", "an", "the", "once", "another") {
		for j := k + 2; j < end && j < k+9 && d.toks[j].kind != punctToken && (d.toks[j].caps == lowerCase || d.toks[j].kind != wordToken); j++ {
			note(j)
		}
	}
}

// callIt notes a word by which the text calls the place.
func (m *memory) callIt(word int32) {
	for _, w := range m.words[:m.calls] {
		if w == word {
			return
		}
	}
	if m.calls < len(m.words) && word != 0 {
		m.words[m.calls] = word
		m.calls++
	}
}

// recall strengthens the place that an anaphor has named.
func (a *anaphors) recall(m *mention, k int) {
	pl, ok := a.r.gaz.Place(m.Place)
	if !ok {
		return
	}
	if a.apart(k) {
		return
	}
	score := 500
	if first := a.d.sents[k].first; m.first == first || m.first == first+1 && a.d.toks[first].tag == prepTag {
		score = 1000 // "In the regional centre …": what the sentence is about
	}
	if pl.Kind == geo.Region && a.ofOffice(m) {
		score = 100 // "The region's governor": whose words they are
	}
	a.keep(pl, score, k)
}

// ofOffice reports whether mention m only says whose office it is: "the region's emergency
// centre".
func (a *anaphors) ofOffice(m *mention) bool {
	const near = 3 // tokens
	d := a.d
	if d.kindAt(m.end) != cliticToken {
		return false
	}
	for k := m.end + 1; k <= m.end+near; k++ {
		if d.has(k, roleWord|orgWord|titleWord) || d.isAny(k, "centre", "center", "service", "headquarters") {
			return true
		}
	}
	return false
}

// seat reads "the regional capital" at tokens [i, end): the seat of the region of
// the place most in mind.
func (a *anaphors) seat(i, end, k int) (mention, bool) {
	region, score := "", 0
	for n := range a.mind {
		m := &a.mind[n]
		if f := a.fade(m, k); f > score && m.place.Country == "UA" && m.place.Kind != geo.Country {
			region, score = m.place.Admin1, f
		}
	}
	return a.ofRegion(a.w.seats[region], region, i, end, score)
}

// ofRegion is the anaphor at tokens [i, end) that means the region, or its seat, id, found
// with the score of a place in mind.
func (a *anaphors) ofRegion(id geo.PlaceID, region string, i, end, score int) (mention, bool) {
	pl, ok := a.r.gaz.Place(id)
	if !ok {
		return mention{}, false
	}
	return a.meaning(pl.ID, i, end, score/10, "anaphor.seat", region), true
}

// meaning is the anaphor at tokens [i, end) that means a place by the rule.
func (a *anaphors) meaning(id geo.PlaceID, i, end, score int, rule, note string) mention {
	m := mention{first: i, end: end, precision: geo.At}
	m.Span, m.Use, m.Place = a.d.span(i, end), geo.Anaphor, id
	m.Candidates = []geo.Candidate{{Place: id, Score: score}}
	m.Why = []geo.Evidence{{Rule: rule, Span: m.Span, Note: note}}
	return m
}
