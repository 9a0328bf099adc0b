package read

import (
	"strings"

	"contested/geo"
)

// notOfPlaces are words before nouns of other places than those spoken of: "the next town".
var notOfPlaces = listOf("international business world global other two three next first whole capital")

// "the place" is a town where it is held or taken, not in "the place where he was born".
var (
	holdingVerbs = listOf("hold holds held holding take took taken taking takes leave left leaving enter entered captured capture capturing declared declare defend defended defending storm stormed encircled surrounded lost retake retook retaken own owns")
	whereOf      = listOf("where of to that for which in at when")
)

// phrase reads "the town", "this transport hub", "the same town".
func (a *anaphors) phrase(i, k int) (mention, bool) {
	d := a.d
	st := &d.sents[k]
	for j, n := i+1, 0; j < st.end && n < 3; n++ {
		t := &d.toks[j]
		if t.kind != wordToken || t.caps != lowerCase || d.isAny(j, "the", "a", "an") {
			return mention{}, false
		}
		row := int(d.toks[j].row)
		words, p := a.w.longest(d.toks[j].phrase, d.words[row:min(row+4, len(d.words))])
		end := int(d.wordToken[row+words-1]) + 1
		if p.signs&signAnaphor != 0 && end <= st.end && (!d.is(j, "place") || d.isOf(i-1, &holdingVerbs) && !d.isOf(end, &whereOf)) {
			h := p.ana
			if h.fit == fitCapital && (d.isAny(j-1, "regional", "provincial", "oblast") || words > 1) {
				if m, ok := a.seat(i, end, k); ok {
					return m, true
				}
			}
			if h.fit == fitCapital && d.isAny(j-1, "regional", "provincial", "district") {
				h.fit = fitCity
			}
			if m, ok := a.noun(i, j, end, k, h); ok || !d.has(j, nounWord) && p.ana.weak {
				return m, ok
			}
			// "the mining town": the next word may be the noun.
		}
		if d.isOf(j, &notOfPlaces) && !(d.isAny(j, "capital", "whole") && n == 0) {
			return mention{}, false
		}
		j++
		if j < st.end && d.toks[j].kind == hyphenToken {
			j += 2
		}
	}
	return mention{}, false
}

var areaNouns = listOf("direction axis sector front area stretch")

// area reads "in this direction", "in the same sector" at token i: the front sector
// named last, not far back.
func (a *anaphors) area(i, k int) (mention, bool) {
	d := a.d
	j := i + 1
	if d.is(j, "same") {
		j++
	} else if d.is(i, "the") {
		return mention{}, false
	}
	end := d.sents[k].end
	if j >= end || !d.isOf(j, &areaNouns) || j+1 < end && (d.is(j+1, "of") || d.toks[j+1].kind == wordToken && d.toks[j+1].caps != lowerCase) {
		return mention{}, false
	}
	const reach = 6 // sentences
	named := false
	for n := d.mentionIndex(i) - 1; n >= 0 && k-int(d.toks[d.mentions[n].first].sent) <= reach; n-- {
		of := &d.mentions[n]
		named = named || of.Use == geo.Literal && int(d.toks[of.first].sent) == k-1
		if of.Use != geo.AreaUse || of.Place == "" {
			continue
		}
		if named && d.sents[d.toks[of.first].sent].block != d.sents[k].block {
			break // "struck troops near X and Y. Losses on that axis …"
		}
		m := mention{first: i, end: j + 1, precision: geo.Direction}
		m.Span, m.Use, m.Place = d.span(i, j+1), geo.Anaphor, of.Place
		m.Candidates = []geo.Candidate{{Place: of.Place, Score: 100}}
		m.Why = []geo.Evidence{{Rule: "anaphor.area", Span: of.Span}}
		return m, true
	}
	return mention{}, false
}

// noun resolves the anaphor at tokens [i, end) whose noun starts at j.
func (a *anaphors) noun(i, j, end, k int, h anaphorHead) (mention, bool) {
	d := a.d
	st := &d.sents[k]
	if pl, ok := a.calledBy(end, st.end); ok {
		return a.meaning(pl.ID, i, end, 100, "anaphor.noun", ""), true
	}
	if end < st.end {
		t := &d.toks[end]
		switch {
		case t.kind == hyphenToken:
			return mention{}, false
		case d.is(end, "of") && end+1 < st.end && d.toks[end+1].kind == wordToken && d.toks[end+1].caps != lowerCase:
			return mention{}, false // "the city of Lyman"
		case t.kind == wordToken && t.caps != lowerCase && t.spaced:
			return mention{}, false // "the town Lyman", "the city Council"
		case t.kind == wordToken && a.longName(end)&(signOffice|signAnaphor|signHead|signStreet) != 0 && !d.has(end, verbWord|prepWord) && !h.part:
			// "the city council", "the settlement military administration", "the port city"
			return mention{}, false
		case d.isOf(end, &calledPlain):
			return mention{}, false
		}
	}
	if i > st.first+1 && d.char(i-1) == ',' && a.endsMention(i-1) {
		return mention{}, false // "Kyiv, the capital, …"
	}
	if pl, ok := a.office(i); ok && !h.part && a.fitsKind(h, &memory{place: pl}) > 0 {
		a.keep(pl, 500, k)
	}
	a.not = a.beside(i, k)
	switch {
	case d.is(i, "that"):
		a.bringForward(i, k, h)
	case d.is(i, "this"):
		a.ofScene(i, k, h)
	}
	best, second, score, runner := a.most(h, k, int(d.toks[j].word))
	if best < 0 {
		if h.fit == fitRegion && !h.weak {
			return a.regionAround(i, end, k)
		}
		return mention{}, false
	}
	m := mention{first: i, end: end, ambiguous: runner*10 > score*9, precision: geo.At}
	a.mind[best].callIt(d.toks[j].word) // "the town" will mean it again
	pl := &a.mind[best].place
	m.Span, m.Use, m.Place = d.span(i, end), geo.Anaphor, pl.ID
	m.Candidates = []geo.Candidate{{Place: pl.ID, Score: score / 10}}
	if second >= 0 {
		m.Candidates = append(m.Candidates, geo.Candidate{Place: a.mind[second].place.ID, Score: runner / 10})
	}
	m.Why = []geo.Evidence{{Rule: "anaphor.noun", Span: m.Span, Note: points(score / 10)}}
	return m, true
}

// calledBy is the town whose name by others follows the noun before token i: "the city that
// Ukraine calls Pokrovsk", "the town known in Russia as Artyomovsk".
func (a *anaphors) calledBy(i, end int) (geo.Place, bool) {
	const far = 6 // tokens
	d := a.d
	if i < end && d.char(i) == ',' {
		i++
	}
	known := i < end && d.isAny(i, "known", "named")
	if i >= end || !known && !d.isAny(i, "that", "which") && !d.has(i, demonymWord) && d.toks[i].caps == lowerCase {
		return geo.Place{}, false
	}
	for k := i + 1; k+1 < min(end, i+far) && d.toks[k].kind == wordToken; k++ {
		if (d.isAny(k, "calls", "call") || known && d.is(k, "as")) && d.literalAt(k+1) {
			return a.townIn(run{k + 1, k + 2})
		}
	}
	return geo.Place{}, false
}

var townRoles = listOf("mayor head chief chairman chairwoman councillor leader")

// office is the town whose head, named only behind it, says what token i stands in: "'The
// city is without power,' said the mayor of X".
func (a *anaphors) office(i int) (geo.Place, bool) {
	src, ok := a.saidBehind(i)
	if !ok || !a.d.anyOf(src.first, src.end, &townRoles) {
		return geo.Place{}, false
	}
	return a.townIn(src)
}

// home is the town in which the speaker who is named only behind it says what token i stands
// in: "'We stay here,' said a baker in X".
func (a *anaphors) home(i int) (geo.Place, bool) {
	src, ok := a.saidBehind(i)
	if !ok {
		return geo.Place{}, false
	}
	for k := src.first + 1; k+1 < src.end; k++ {
		if a.d.isAny(k, "in", "of", "from") && len(a.d.mentionsIn(k+1, k+2)) > 0 {
			return a.townIn(run{k + 1, src.end})
		}
		if a.d.toks[k].kind == punctToken && a.d.char(k) != ',' || a.d.toks[k].tag == verbTag {
			break
		}
	}
	return geo.Place{}, false
}

// saidBehind is the speaker, named behind token i, of what it stands in, with some words
// behind its noun.
func (a *anaphors) saidBehind(i int) (run, bool) {
	const far = 14 // tokens
	d := a.d
	n := d.attributionFrom(func(a *attribution) bool { return a.cue.first > i })
	for ; n < d.ordered && d.toks[d.attrs[n].cue.first].sent-d.toks[i].sent <= 1; n++ {
		b := &d.attrs[n]
		if b.source.empty() || b.source.first < i || !b.covers(run{i, i + 1}) {
			continue
		}
		return run{b.source.first, min(b.source.first+far, d.sents[d.toks[b.source.first].sent].end)}, true
	}
	return run{}, false
}

// townIn is the first town named in a run.
func (a *anaphors) townIn(in run) (geo.Place, bool) {
	for _, m := range a.d.mentionsIn(in.first, in.end) {
		if p, ok := a.r.gaz.Place(m.Place); ok && p.Kind == geo.Settlement && (m.Use == geo.Literal || m.Use == geo.Embedded) {
			return p, true
		}
	}
	return geo.Place{}, false
}

// longName is what the lists say of the words from token i on: "military
// administration".
func (a *anaphors) longName(i int) sign {
	d := a.d
	row := int(d.toks[i].row)
	_, p := a.w.longest(d.toks[i].phrase, d.words[row:min(row+4, len(d.words))])
	return p.signs
}

// endsMention reports whether the mention seen last ends at token i.
func (a *anaphors) endsMention(i int) bool { return a.end == i }

// most is the most salient place that fits a noun, and the runner-up, with
// their scores.
func (a *anaphors) most(h anaphorHead, k, word int) (best, second, score, runner int) {
	best, second = -1, -1
	told := a.justTold(h, k)
	for i := range a.mind {
		m := &a.mind[i]
		if m.place.ID == a.not {
			continue
		}
		s := a.fits(h, m, word, k, told) / 100
		if m.named == k+1 && !m.origin && !m.area {
			s += s // named in this very sentence
		}
		switch {
		case s > score:
			second, runner = best, score
			best, score = i, s
		case s > runner:
			second, runner = i, s
		}
	}
	floor := 60
	switch h.fit {
	case fitRiver, fitPlant, fitRegion, fitOblast:
		floor = 5 // there are few of them
	}
	switch {
	case h.weak && h.fit == fitPlant && a.d.lang != geo.English:
		floor = 60 // "на станції"
	case h.weak:
		floor = 300
	case a.d.blocks[a.d.sents[k].block].kind == liveEntry:
		floor /= 1 + entryTurn // entries fade faster
	}
	if score < floor {
		return -1, -1, 0, 0
	}
	return best, second, score, runner
}

// fits is the salience of a place times how well it fits a noun, of 100; more when the text
// has called it so, but for what stays in mind of the title or the scene, and not where the
// sentence before has told of another.
func (a *anaphors) fits(h anaphorHead, m *memory, word, k int, told bool) int {
	n, s := a.fitsKind(h, m), a.fade(m, k)
	if m.scene {
		s = max(s, sceneFloor)
	}
	for i := 0; i < m.calls && n > 0; i++ {
		if int(m.words[i]) == word && word != 0 {
			if told && a.now(k)-m.at > 1 {
				break
			}
			return n * max(s, a.faded(m, k)*5/2)
		}
	}
	return n * s
}

// justTold reports whether the sentence before k, in its paragraph, tells of a place that the noun fits.
func (a *anaphors) justTold(h anaphorHead, k int) bool {
	const (
		fit   = 75 // of 100
		least = 600
	)
	for i := range a.mind {
		if m := &a.mind[i]; m.named == k && a.now(k)-m.at == 1 && !m.origin && !m.area && m.score >= least && a.fitsKind(h, m) >= fit {
			return true
		}
	}
	return false
}

// fitKinds are the words that fit a kind of place whatever its size.
var fitKinds = map[fit]geo.PlaceKind{fitRegion: geo.Region, fitCountry: geo.Country, fitRiver: geo.River, fitPlant: geo.Facility}

func (a *anaphors) fitsKind(h anaphorHead, m *memory) int {
	p, people := &m.place, m.place.Population
	if kind, ok := fitKinds[h.fit]; ok {
		if p.Kind == kind {
			return 100
		}
		return 0
	}
	if h.fit == fitOblast && p.Kind == geo.Region && strings.HasPrefix(string(p.ID), "adm:") {
		return 100
	}
	if p.Kind != geo.Settlement || h.fit == fitOblast {
		return 0
	}
	switch h.fit {
	case fitCapital:
		if a.w.metonyms[p.ID] {
			return 100
		}
		return 0
	case fitCity:
		switch {
		case people == 0:
			return 25
		case people < 3_000:
			return 30
		case people < 15_000:
			return 75
		}
	case fitTown:
		switch {
		case people > 600_000:
			return 10
		case people > 200_000:
			return 45
		case people == 0 || people < 1_500:
			return 60
		}
	case fitVillage:
		switch {
		case people > 60_000:
			return 5
		case people > 12_000:
			return 20
		case people > 5_000:
			return 60
		}
	case fitSettlement:
		if people > 1_000_000 {
			return 40
		}
		switch {
		case h.hub && people > 0 && people < 2_000:
			return 50
		case !h.hub && people > 200_000:
			return 30
		case !h.hub && people > 60_000:
			return 60
		}
	}
	return 100
}
