package read

import (
	"fmt"
	"slices"
	"sync"

	"contested/geo"
)

// spot is a name in the text that may be a place, while it is judged.
type spot struct {
	row, rows       int32 // its words: rows [row, row+rows) of document.words
	first, end      int32 // tokens of the name
	from, to        int32 // tokens of the mention's span
	name            int32 // index into placeScan.names
	sent            int32
	inside          int32 // 1 + the spot that names a region or town this one lies in
	under           int32 // the same for a place named before the noun: "the Texas town of X"
	list            int32 // 1 + the spot before it in the same list ("A, B and C")
	score           int16 // of recognition: see judge
	before          sign  // of the preposition or verb before it, through lists
	beforeAt        int32 // first token of the phrase that says so
	after           sign  // of what follows it in the same name
	head            regionHead
	headSpan        geo.Span
	use             geo.Use
	precision       geo.Precision
	offset          offset
	index           int32
	label, dateline bool
	definite        bool // "the" stands before it
	small           bool // said to be a village
	other           bool // said to be another place of the name: "another Lyman"
	nearer          bool // the place behind it is said to be near: "X near Y"
	rejected        bool
	why             []geo.Evidence
	best            []scored // the best candidates, in order; see maxCandidates
}

// offset is what a text says of where a place lies from another: "12 kilometres
// north-east of Siversk".
type offset struct {
	km   int32 // 0: nothing is said
	east int8  // the direction, -1 to 1 each; both 0 when only the distance is said
	nord int8
	of   int32 // 1 + the spot that it is counted from
	span geo.Span
}

// placeName is a name that occurs in the text, with all that it can mean.
// Spots of the same name share it.
type placeName struct {
	key        uint64
	candidates []candidate
	accepted   int32
	people     bool     // a demonym: counts for its country
	plain      []scored // the ranking for mentions with nothing beside them
}

// candidate is a place that a name can mean.
type candidate struct {
	place geo.Place
	cos   float64 // of its latitude
	// The squares it lies in, see cell; its country and region as numbers, see forms.code.
	cell, fine      [2]int16
	country, region int32
	prior           int16 // by its size and the form of the name
	fame            int16 // seats of government, places known from reports
	nearby          int16 // by the other places of the text
	same            int16 // by what other mentions of the name say of themselves
	weight          int32 // how likely it is, of 1000, while support is counted
	short           bool  // the name is an abbreviation
	metonym         bool  // it can stand for a government, as listed
	// adjective marks a place of whose name the word is the adjective.
	adjective bool
	// front marks a settlement of the list of those in the regions by the front.
	front bool
	// namesake marks a region among whose towns is one of the same name: the
	// name alone means the town.
	namesake bool
}

// scored is a candidate of a spot.
type scored struct {
	candidate, score int32
}

// placeScan is the work on the places of one document.
type placeScan struct {
	r     *Reader
	d     *document
	w     *placeWords
	names []placeName
	byKey map[uint64]int32
	spots []spot
	// persons are the words that the text shows to be people's surnames.
	persons map[uint64]int32
	// voices are the names in the labels of a talk.
	voices map[uint64]bool
	// loud marks sentences in capitals or in headline case.
	loud []bool
	// role marks tokens that are part of a person's or a body's name.
	role []role
	// ukraine says that the text is about Ukraine.
	ukraine bool
	// russian are the blocks that name an oblast of Russia and none of Ukraine, once
	// it has been asked for.
	russian map[int]bool
	space   []uint64
	// open are the capitals whose role leaves open whether the town is meant.
	open []int32
	// readAs is what each name has been read as, once a name is open.
	readAs []readAs
	scores []scored    // holds the best of all spots
	found  []candidate // holds the candidates of all names
	// What support counts; see there.
	cells, fine        squares
	regions, countries []int32 // by forms.code
	// The evidence and candidates of all mentions, which outlive the scan.
	evidence []geo.Evidence
	choices  []geo.Candidate
}

// mentions finds the names of places, says how each is used and which place it
// means.
func (r *Reader) mentions(d *document) {
	s := r.scanPlaces(d)
	defer s.release()
	count, evidence, choices := 0, 0, 0
	for i := range s.spots {
		if p := &s.spots[i]; !p.rejected {
			count++
			evidence += len(p.why)
			choices += len(p.best)
		}
	}
	d.mentions = slices.Grow(d.mentions[:0], count)
	s.evidence, s.choices = make([]geo.Evidence, 0, evidence), make([]geo.Candidate, 0, choices)
	for i := range s.spots {
		if m, ok := s.mention(&s.spots[i]); ok {
			d.mentions = append(d.mentions, m)
		}
	}
	slices.SortStableFunc(d.mentions, func(a, b mention) int { return a.first - b.first })
}

// scans keeps the memory of scans that are done with.
var scans = sync.Pool{New: func() any {
	return &placeScan{byKey: map[uint64]int32{}, persons: map[uint64]int32{}, voices: map[uint64]bool{}}
}}

// scanPlaces runs the stages of place reading. The caller releases the scan.
func (r *Reader) scanPlaces(d *document) *placeScan {
	s := scans.Get().(*placeScan)
	s.r, s.d, s.w = r, d, r.places
	s.role = zeroed(s.role, len(d.toks))
	s.loud = zeroed(s.loud, len(d.sents))
	s.findLoud()
	s.findPeople()
	s.findSpots()
	s.findContext()
	s.judge()
	s.decideUse()
	s.resolve()
	return s
}

// maxSpotsKept bounds the memory that a scan keeps for the next.
const maxSpotsKept = 1 << 14

// release gives the scan's memory back. Nothing of it may be used any more.
func (s *placeScan) release() {
	if cap(s.spots) > maxSpotsKept {
		return
	}
	s.r, s.d, s.w, s.ukraine, s.evidence, s.choices = nil, nil, nil, false, nil, nil
	s.spots, s.names, s.scores, s.found, s.open = s.spots[:0], s.names[:0], s.scores[:0], s.found[:0], s.open[:0]
	clear(s.byKey)
	clear(s.persons)
	clear(s.voices)
	s.russian = nil
	scans.Put(s)
}

// zeroed is a slice of n zero values, in the memory of old if it is large
// enough.
func zeroed[T any](old []T, n int) []T {
	if cap(old) < n {
		return make([]T, n)
	}
	old = old[:n]
	clear(old)
	return old
}

// push adds a spot; it takes over the evidence memory of the spot that stood at
// its place in an earlier scan.
func (s *placeScan) push(p spot) {
	n := len(s.spots)
	if n < cap(s.spots) {
		p.why = s.spots[:n+1][n].why[:0]
	}
	p.index = int32(n)
	s.spots = append(s.spots, p)
}

// maxCandidates bounds the candidates that a mention lists.
const maxCandidates = 4

// mention makes the mention of a spot; ok is false when it is no place.
func (s *placeScan) mention(p *spot) (m mention, ok bool) {
	if p.rejected {
		return m, false
	}
	m = mention{first: int(p.from), end: int(p.to), precision: p.precision}
	m.Span, m.Use = s.d.span(m.first, m.end), p.use
	start := len(s.evidence)
	s.evidence = append(s.evidence, p.why...)
	m.Why = s.evidence[start:len(s.evidence):len(s.evidence)]
	m.weight = s.weight(p)
	if len(p.best) == 0 {
		m.Use = geo.Unresolvable
		return m, true
	}
	name := &s.names[p.name]
	from := len(s.choices)
	for _, b := range p.best {
		s.choices = append(s.choices, geo.Candidate{Place: name.candidates[b.candidate].place.ID, Score: int(b.score)})
	}
	m.Candidates = s.choices[from:len(s.choices):len(s.choices)]
	m.Place = m.Candidates[0].Place
	m.ambiguous = len(p.best) > 1 && p.best[0].score-p.best[1].score < 10
	return m, true
}

// points writes the score of a rule: "+25", "-40".
func points(n int) string {
	if i := n + mostPoints; i >= 0 && i < len(pointTexts) {
		return pointTexts[i]
	}
	return fmt.Sprintf("%+d", n)
}

const mostPoints = 150

var pointTexts = func() (out [2*mostPoints + 1]string) {
	for i := range out {
		out[i] = fmt.Sprintf("%+d", i-mostPoints)
	}
	return out
}()

// phraseBefore finds the longest phrase of the lists that ends right before
// token i, which is at row, and has one of the signs; "the" between them is
// skipped. It returns the first token of the phrase.
func (s *placeScan) phraseBefore(i, row int, want sign) (sign, int) {
	d := s.d
	sent := d.toks[i].sent
	j, last := i-1, row-1
	if j >= 0 && d.is(j, "the") && d.toks[j].sent == sent {
		j, last = j-1, last-1
	}
	if j >= 0 && d.toks[j].kind == closeToken && d.toks[j].sent == sent && !d.quotes[d.toks[j].quote-1].speech {
		j, last = j-1, last-1 // had "liberated" X
	}
	if j < 0 || d.toks[j].sent != sent || d.toks[j].kind != wordToken {
		return 0, 0
	}
	starts := [5]int{j}
	n := 1
	for k := j - 1; k >= 0 && n < len(starts) && d.toks[k].sent == sent; k-- {
		if d.toks[k].kind == hyphenToken {
			continue
		}
		if d.toks[k].kind != wordToken {
			break
		}
		starts[n] = k
		n++
	}
	for ; n > 0; n-- {
		first := last - n + 1
		if got, p := s.w.longest(d.toks[d.wordToken[first]].phrase, d.words[first:last+1]); got == n && p.signs&want != 0 {
			return p.signs & want, starts[n-1]
		}
	}
	return 0, 0
}
